"""The timeline: every task in order, each with its days (tiến độ thực hiện)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runbook.reports.rows import Heading, TaskRow, heading, task_rows
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day of the chart. `works`: an office day. `is_n`: the day of the ceremony."""

    day: date
    weekday: str
    works: bool
    is_n: bool


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A task and its columns, counted from 0: first and last planned day, and the day of its latest finish.

    `after` are ids of the tasks it waits for.
    """

    task: TaskRow
    first: int
    last: int
    latest: int
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The tasks of one phase."""

    title: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All tasks by phase over a stretch of days."""

    heading: Heading
    days: tuple[DayColumn, ...]
    groups: tuple[TimelineGroup, ...]
