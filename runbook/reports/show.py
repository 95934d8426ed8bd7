"""The run of show: the programme item by item on the clock (kịch bản điều hành)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.rows import Heading, heading, phrasing, task_rows
from runbook.reports.phrasing import stretch
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class ShowRow:
    """One item on stage. `fixed`: its clock time may not move. `gap`: minutes nothing is on before it."""

    id: str
    item: str
    start: int
    finish: int
    clock: str
    minutes: int
    title: str
    cue: str
    lead: str
    support: tuple[str, ...]
    location: str
    note: str
    trouble: str
    fixed: bool
    gap: int


@dataclass(frozen=True, slots=True)
class Show:
    """The programme. `total`: minutes of all items. `spare`: minutes left before closing, negative when it is passed."""

    heading: Heading
    rows: tuple[ShowRow, ...]
    total: int
    end_text: str
    closing_text: str
    spare: int
    summary: str
    warning: str
