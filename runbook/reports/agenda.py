"""Which tasks one agency, or everybody, has on which day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from runbook.model import DurationKind, Part
from runbook.reports.duties import Duty, duty, groups_of

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule


@dataclass(frozen=True)
class Agenda:
    """The planned tasks of one agency, a member of those groups; of everybody where the id is ""."""

    schedule: Schedule
    agency_id: str
    groups: frozenset[str]
    tasks: tuple[Planned, ...]

    def on(self, day: date) -> tuple[Planned, ...]:
        """The tasks worked on that day. Order: start, end, critical first, protocol, id."""
        return self._by_day.get(day, ())

    def starting(self, day: date) -> list[Planned]:
        """The tasks that begin on that day."""
        return [row for row in self.on(day) if self.schedule.axis.civil(row.start)[0] == day]

    def of_sheet(self, day: date) -> tuple[Planned, ...]:
        """The tasks of that day's sheet: those worked on that day, on day N also what begins before its night ends."""
        end = end_of(self.schedule, day)
        tomorrow, midnight = day + timedelta(days=1), self.schedule.axis.minute(day + timedelta(days=1))
        night = (row for row in self.on(tomorrow) if is_timed(row) and midnight <= row.start < end)
        return (*self.on(day), *night)

    def standing(self, day: date) -> list[Planned]:
        """The duties that last a window in which that day lies, but for those that come back on days of their own.

        Those that end soonest first, then in file order.
        """
        series = {row.task.series for row in self.schedule.rows.values()}
        lasting = (row for row in self.tasks if row.task.window is not None and row.task.id not in series)
        return sorted((row for row in lasting if touches(self.schedule, row, day)), key=lambda row: row.finish)

    def days(self) -> tuple[date, ...]:
        """The days that hold a task, in order."""
        return tuple(sorted(self._by_day))

    @cached_property
    def _by_day(self) -> dict[date, tuple[Planned, ...]]:
        found: dict[date, list[Planned]] = {}
        for row in sorted((row for row in self.tasks if row.task.window is None), key=self._order):
            for day in self._span(row):
                if touches(self.schedule, row, day):
                    found.setdefault(day, []).append(row)
        return {day: tuple(rows) for day, rows in found.items()}

    def _span(self, row: Planned) -> Iterator[date]:
        first, last = (self.schedule.axis.civil(instant)[0] for instant in (row.start, row.finish))
        return (first + timedelta(days=number) for number in range((last - first).days + 1))

    def leads(self, planned: Planned) -> bool:
        return duty(planned.task, self.groups) is Duty.LEAD

    def supports(self, planned: Planned) -> bool:
        return duty(planned.task, self.groups) is Duty.SUPPORT

    def _order(self, row: Planned) -> tuple[int, int, bool, int, str]:
        rank = next((n for n, agency in enumerate(self.schedule.ceremony.agencies) if agency.id == row.task.lead), 0)
        return row.start, row.finish, not row.critical, rank, row.task.id


def agenda(schedule: Schedule, agency_id: str = "") -> Agenda:
    """The agenda of one agency, or of all for an empty id."""
    if not agency_id:
        return Agenda(schedule, "", frozenset(), tuple(schedule.rows.values()))
    groups = groups_of(schedule.ceremony, agency_id)
    return Agenda(schedule, agency_id, groups, tuple(row for row in schedule.rows.values() if duty(row.task, groups)))


def touches(schedule: Schedule, row: Planned, day: date) -> bool:
    """Whether the task works any minute of that day; a milestone belongs to the day of its instant."""
    first, last = schedule.axis.minute(day), schedule.axis.minute(day + timedelta(days=1))
    if row.task.is_milestone:
        return first <= row.start < last
    start, finish = max(row.start, first), min(row.finish, last)
    calendar = schedule.ceremony.worktimes[row.task.worktime]
    return start < finish and calendar.count(start) < calendar.count(finish)


def end_of(schedule: Schedule, day: date) -> int:
    """The instant at which the sheet of a day ends: midnight; that of day N no earlier than closing and programme."""
    midnight = schedule.axis.minute(day + timedelta(days=1))
    if day != schedule.day or schedule.ceremony.campaign:
        return midnight
    programme = (row.finish for row in schedule.rows.values() if row.task.part is Part.PROGRAMME)
    return max([midnight, schedule.closing, *programme])


def is_timed(planned: Planned) -> bool:
    """Whether the task stands at a clock time, not only somewhere within its days."""
    task = planned.task
    if task.window is not None:
        return False
    return task.part in (Part.DAY, Part.PROGRAMME) or task.kind is DurationKind.CLOCK or task.fixed_start is not None
