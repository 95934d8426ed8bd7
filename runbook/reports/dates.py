"""Which day: every day of the window planned and ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.schedule import Candidate


@dataclass(frozen=True, slots=True)
class DateRow:
    """One possible day. `verdict` says in words whether it can be held, by how much it is short, what it breaks."""

    rank: int
    day: date
    day_text: str
    feasible: bool
    preferred: bool
    verdict: str
    spare: str
    late: int
    chain: tuple[str, ...]
    broken: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of the window in order of rank; `earliest` is the earliest feasible day in words, also beyond the window."""

    title: str
    rows: tuple[DateRow, ...]
    earliest: str
