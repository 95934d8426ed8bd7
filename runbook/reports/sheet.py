"""The run sheet: what one agency, or everybody, does on one day (phiếu điều hành ngày)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from runbook.axis import DAY
from runbook.model import Base, DurationKind, Part, Task
from runbook.reports.rows import Heading, TaskRow, heading, labels, phrasing, task_rows
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One duty. `begins` and `ends` are ready clock texts; `ends` is "" for a moment, an arrow and a day for a later day.

    `supports`: the agency of this sheet works alongside, so the row carries the tag PHỐI HỢP. `phone` is the lead's.
    """

    task: TaskRow
    begins: str
    ends: str
    phone: str
    contact: str
    supports: bool
    cue: str
    trouble: str


@dataclass(frozen=True, slots=True)
class Band:
    """Rows under one heading."""

    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A duty of this sheet that waits for another agency."""

    task_id: str
    title: str
    awaited_id: str
    awaited: str
    lead: str
    phone: str
    due: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One line about a moment of the day, or about a coming duty."""

    when: str
    id: str
    title: str
    lead: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A run sheet. `plate` is NGÀY N, N-3 or N+2; `agency` is "" on the sheet of all agencies.

    `bands` hold what has a clock time, `untimed` the day's work without one, `moments` the milestones common to all.
    """

    heading: Heading
    day: date
    day_text: str
    plate: str
    agency_id: str
    agency: str
    phone: str
    counts: str
    bands: tuple[Band, ...]
    untimed: Band
    moments: tuple[Brief, ...]
    waiting: tuple[Waiting, ...]
    coming: tuple[Brief, ...]

    @property
    def empty(self) -> bool:
        """Whether the agency has no duty at all on that day."""
        return not self.bands and not self.untimed.rows
