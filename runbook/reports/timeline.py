"""The timeline: every task in order, each with its days (tiến độ thực hiện)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.rows import Heading, TaskRow, heading, task_rows
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day of the chart. `works`: an office day. `is_n`: the day of the ceremony. `peak`: of a campaign's peak."""

    day: date
    weekday: str
    works: bool
    is_n: bool
    peak: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A task and its columns, counted from 0: first and last planned day, and the day of its latest finish.

    `after` are ids of the tasks it waits for, `times` the columns of each time of a duty that comes back.
    """

    task: TaskRow
    first: int
    last: int
    latest: int
    after: tuple[str, ...]
    times: tuple[int, ...] = ()


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


def timeline(schedule: Schedule, language: str) -> Timeline:
    """The timeline of the whole ceremony. Order: phase in plan order, then start, then id.

    A duty that comes back has one row, over its window.
    """
    rows = {key: row for key, row in task_rows(schedule, language).items() if not schedule.rows[key].task.series}
    first = min([schedule.opening, *(row.start for row in rows.values())])
    last = max([schedule.closing, *(row.finish for row in rows.values())])
    start, end = schedule.axis.civil(first)[0], schedule.axis.civil(last - 1)[0]
    days = (start + timedelta(days=number) for number in range((end - start).days + 1))
    columns = tuple(_column(schedule, day, language) for day in days)
    return Timeline(heading(schedule, language), columns, tuple(_groups(schedule, rows, start)))


def _column(schedule: Schedule, day: date, language: str) -> DayColumn:
    works = schedule.ceremony.worktimes["office"].works_on(day)
    campaign = schedule.ceremony.campaign
    peak = campaign is not None and bool(campaign.peaks_on(day))
    return DayColumn(day, say(language, f"weekday.{day.isoweekday()}"), works, day == schedule.day, peak)


def _groups(schedule: Schedule, rows: dict[str, TaskRow], start: date) -> Iterator[TimelineGroup]:
    awaited: dict[str, dict[str, None]] = {}
    for link in schedule.ceremony.links:
        awaited.setdefault(link.successor, {})[link.predecessor] = None
    times: dict[str, list[int]] = {}
    for planned in schedule.rows.values():
        if planned.task.series:
            times.setdefault(planned.task.series, []).append((schedule.axis.civil(planned.start)[0] - start).days)
    titles = dict.fromkeys(row.phase for row in sorted(rows.values(), key=lambda row: _phase_order(schedule, row)))
    for title in titles:
        found = [row for row in rows.values() if row.phase == title]
        ordered = sorted(found, key=lambda row: (row.start, row.finish, row.id))
        yield TimelineGroup(
            title,
            tuple(
                replace(
                    _timeline_row(schedule, row, start, tuple(awaited.get(row.id, ()))),
                    times=tuple(sorted(times.get(row.id, ()))),
                )
                for row in ordered
            ),
        )


def _phase_order(schedule: Schedule, row: TaskRow) -> tuple[int, int]:
    """The plan's phases in their order, then the day, the programme and what comes after."""
    phases = list(schedule.ceremony.phases)
    return list(Part).index(row.part), phases.index(row.phase_id) if row.phase_id in phases else len(phases)


def _timeline_row(schedule: Schedule, row: TaskRow, start: date, after: tuple[str, ...]) -> TimelineRow:
    def column(instant: int) -> int:
        return (schedule.axis.civil(instant)[0] - start).days

    ends = 0 if row.milestone else 1  # the half-open end of Friday's work is on Friday
    return TimelineRow(row, column(row.start), column(row.finish - ends), column(row.latest_finish - ends), after)
