"""What to do first: the late before the rest, then by latest start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.reports.rows import Heading, TaskRow, heading, phrasing, task_rows

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class LateRow:
    """A late task, and how late in words ("lẽ ra đã xong, chậm 1,5 ngày")."""

    task: TaskRow
    finding: str


@dataclass(frozen=True, slots=True)
class LateGroup:
    """Late tasks with one cause. `chain`: the tasks from the first of them to what binds it, `bound` in words.

    `rows` are what must be caught up; `follow` are ids of the tasks that are late only because of those.
    """

    chain: tuple[str, ...]
    bound: str
    by: str
    rows: tuple[LateRow, ...]
    follow: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """Tasks under one heading (an agency, a day, a phase, or "" for all)."""

    title: str
    rows: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one day. `feasible`: no task is late and no deadline broken. `summary` says it in one sentence."""

    heading: Heading
    now_text: str
    feasible: bool
    summary: str
    late: tuple[LateGroup, ...]
    groups: tuple[PlanGroup, ...]
