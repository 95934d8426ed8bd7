"""The Gantt chart as numbers: where every bar, its time in hand and its marks stand, before anything is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runbook.model import Part
from runbook.reports.timeline import DayColumn, Timeline, TimelineGroup, TimelineRow
from runbook.schedule import Schedule

_DAILY = (Part.DAY, Part.PROGRAMME)
_DAYS_TOGETHER = 40  # more days than these are shown in two stretches: up to day N, and what comes after it


@dataclass(frozen=True, slots=True)
class Bar:
    """A task on the chart's axis, which is counted in days from the beginning of the chart's first day.

    Within a day places follow the office's working minutes, so that a task of one working day fills its column.
    `latest` is the latest finish, `deadline` the last instant of the task's own deadline, `done` the part that is
    carried out, from 0 to 1. `times`: where each occurrence of a duty that comes back begins; its bar is the window.
    """

    task_id: str
    start: float
    finish: float
    latest: float
    deadline: float | None
    milestone: bool
    critical: bool
    done: float = 0.0
    times: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A link between two shown tasks: from an end of the one (its finish, else its start) to an end of the other."""

    tail: str
    head: str
    from_finish: bool
    to_finish: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A stretch of days, and groups of tasks upon it. `hours`: per group, how many of its tasks stand at a clock time
    and so are left to the run sheets. `first`: the number of its first day among those of the whole chart."""

    days: tuple[DayColumn, ...]
    groups: tuple[TimelineGroup, ...]
    hours: tuple[int, ...]
    first: int = 0

    @property
    def rows(self) -> list[TimelineRow]:
        """Every shown task, in order."""
        return [row for group in self.groups for row in group.rows]

    @property
    def span(self) -> tuple[int, int]:
        """The columns of its days: the first, and the one after the last."""
        return self.first, self.first + len(self.days)


def chart(timeline: Timeline) -> Chart:
    """The timeline without duties at clock times, which are specks on an axis of days; they show where nothing else
    does."""
    plain = any(row.task.part not in _DAILY for group in timeline.groups for row in group.rows)
    kept = [tuple(row for row in group.rows if not plain or row.task.part not in _DAILY) for group in timeline.groups]
    hours = tuple(len(group.rows) - len(rows) for group, rows in zip(timeline.groups, kept, strict=True))
    groups = zip(timeline.groups, kept, strict=True)
    return Chart(timeline.days, tuple(TimelineGroup(group.title, rows) for group, rows in groups), hours)


def parts(of: Chart) -> tuple[Chart, ...]:
    """The chart itself, or where its days are many two of them: up to day N, and what comes after it."""
    pairs = list(zip(of.groups, of.hours, strict=True))
    after = [pair for pair in pairs if pair[0].rows and all(row.task.part is Part.AFTER for row in pair[0].rows)]
    before = [pair for pair in pairs if pair not in after]
    if len(of.days) <= _DAYS_TOGETHER or not after or not any(group.rows for group, _ in before):
        return (of,)
    day_n = next(number for number, column in enumerate(of.days) if column.is_n)
    last = max(day_n, *(row.last for group, _ in before for row in group.rows))
    first = min(row.first for group, _ in after for row in group.rows)
    return _part(of, before, 0, last + 1), _part(of, after, first, len(of.days))


def _part(of: Chart, pairs: list[tuple[TimelineGroup, int]], first: int, last: int) -> Chart:
    return Chart(of.days[first:last], tuple(group for group, _ in pairs), tuple(hours for _, hours in pairs), first)


def bars(schedule: Schedule, of: Chart, done: Mapping[str, float] | None = None) -> dict[str, Bar]:
    """Every shown task's bar, by id. `done`: how much of a task is carried out, by its id; 0 where it is not given."""
    first = of.days[0].day if of.days else schedule.day
    times: dict[str, list[float]] = {}
    for planned in schedule.rows.values():
        if planned.task.series:
            times.setdefault(planned.task.series, []).append(place(schedule, planned.start, first))
    return {
        row.task.id: _bar(schedule, row.task.id, first, (done or {}).get(row.task.id, 0.0), times.get(row.task.id, []))
        for row in of.rows
    }


def _bar(schedule: Schedule, task_id: str, first: date, done: float, times: Sequence[float]) -> Bar:
    planned = schedule.rows[task_id]
    deadline = None if planned.deadline is None else place(schedule, planned.deadline, first)
    start, finish, latest = (place(schedule, at, first) for at in (planned.start, planned.finish, planned.late_finish))
    share = min(max(done, 0.0), 1.0)
    own = tuple(sorted(times))
    return Bar(task_id, start, finish, latest, deadline, planned.task.is_milestone, planned.critical, share, own)


def place(schedule: Schedule, instant: int, first: date) -> float:
    """Days from the beginning of that first day to the instant; see `Bar`."""
    axis, office = schedule.axis, schedule.ceremony.worktimes["office"]
    day = axis.civil(instant)[0]
    begins, ends = axis.minute(day), axis.minute(day + timedelta(days=1))
    worked, whole = office.count(instant) - office.count(begins), office.count(ends) - office.count(begins)
    share = worked / whole if whole else (instant - begins) / (ends - begins)
    return (day - first).days + share


def ties(schedule: Schedule, shown: Collection[str]) -> tuple[Tie, ...]:
    """The links between shown tasks, in file order."""
    return tuple(
        Tie(link.predecessor, link.successor, bool(link.relation.predecessor_end), bool(link.relation.successor_end))
        for link in schedule.ceremony.links
        if link.predecessor in shown and link.successor in shown
    )
