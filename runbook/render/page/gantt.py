"""The timeline as shapes: where every bar, float and mark of the chart stands, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runbook.model import Part
from runbook.reports.timeline import DayColumn, Timeline, TimelineGroup, TimelineRow
from runbook.schedule import Schedule

_DAILY = (Part.DAY, Part.PROGRAMME)
_DAYS_ON_ONE_CHART = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """A task on the chart. Places are days from the left edge of the chart's first column; within a day they follow
    the office's working minutes, so that a task of one working day fills its column.

    `latest` is its latest finish, `deadline` the last instant of its own deadline.
    """

    task_id: str
    left: float
    right: float
    latest: float
    deadline: float | None
    milestone: bool
    critical: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A stretch of days, and groups of tasks upon it. `hours`: per group, how many of its tasks stand at a clock time
    and so are left to the run sheets."""

    days: tuple[DayColumn, ...]
    groups: tuple[TimelineGroup, ...]
    hours: tuple[int, ...]


def charts(timeline: Timeline) -> tuple[Chart, ...]:
    """One chart, or two where the days are many: up to day N, and what comes after it."""
    days, groups = timeline.days, timeline.groups
    after = [group for group in groups if all(row.task.part is Part.AFTER for row in group.rows)]
    before = [group for group in groups if group not in after]
    if len(days) <= _DAYS_ON_ONE_CHART or not after or not before:
        return (_chart(days, groups),)
    day_n = next(number for number, day in enumerate(days) if day.is_n)
    last = max(day_n, *(row.last for group in before for row in group.rows))
    first = min(row.first for group in after for row in group.rows)
    return _chart(days[: last + 1], before), _chart(days[first:], after)


def _chart(days: Sequence[DayColumn], groups: Sequence[TimelineGroup]) -> Chart:
    plain = any(row.task.part not in _DAILY for group in groups for row in group.rows)
    kept = tuple(TimelineGroup(group.title, tuple(row for row in group.rows if _shown(row, plain))) for group in groups)
    hours = tuple(len(full.rows) - len(some.rows) for full, some in zip(groups, kept, strict=True))
    return Chart(tuple(days), kept, hours)


def _shown(row: TimelineRow, plain: bool) -> bool:
    """Duties at clock times are specks on a chart of days; they show only where there is nothing else."""
    return not plain or row.task.part not in _DAILY


def bars(schedule: Schedule, chart: Chart) -> dict[str, Bar]:
    """Every shown task's bar, by id."""
    first = chart.days[0].day if chart.days else schedule.day
    return {row.task.id: _bar(schedule, row.task.id, first) for group in chart.groups for row in group.rows}


def _bar(schedule: Schedule, task_id: str, first: date) -> Bar:
    planned = schedule.rows[task_id]
    deadline = place(schedule, planned.deadline, first) if planned.deadline is not None else None
    left, right, latest = (place(schedule, at, first) for at in (planned.start, planned.finish, planned.late_finish))
    return Bar(task_id, left, right, latest, deadline, planned.task.is_milestone, planned.critical)


def place(schedule: Schedule, instant: int, first: date) -> float:
    """Days from the beginning of that first day to the instant; see `Bar`."""
    axis, office = schedule.axis, schedule.ceremony.worktimes["office"]
    day = axis.civil(instant)[0]
    begins, ends = axis.minute(day), axis.minute(day + timedelta(days=1))
    worked, whole = office.count(instant) - office.count(begins), office.count(ends) - office.count(begins)
    share = worked / whole if whole else (instant - begins) / (ends - begins)
    return (day - first).days + share


def links(schedule: Schedule, shown: Sequence[str]) -> tuple[tuple[str, str, bool, bool], ...]:
    """Links between shown tasks as (predecessor, successor, from its finish, to its finish), in file order."""
    ids = set(shown)
    return tuple(
        (link.predecessor, link.successor, bool(link.relation.predecessor_end), bool(link.relation.successor_end))
        for link in schedule.ceremony.links
        if link.predecessor in ids and link.successor in ids
    )
