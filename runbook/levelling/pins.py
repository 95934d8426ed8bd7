"""A plan in which some tasks may not begin before an instant that levelling found for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from runbook.axis import Axis
from runbook.levelling.slots import is_movable
from runbook.model import Base, Ceremony, Day, Moment, Part, Task
from runbook.schedule import Schedule, plan


@dataclass(frozen=True, slots=True)
class Pins:
    """Not before which instant each task may begin; `start`: of a plan without one, when its preparation begins."""

    at: Mapping[str, int]
    start: int | None = None

    def planned(self, schedule: Schedule) -> Schedule:
        """The ceremony of a plan, planned for the same day with the pins in it."""
        return plan(_with(schedule, self), schedule.day, schedule.now)

    def changes(self, schedule: Schedule) -> tuple[str, ...]:
        """The same as words for `--set`, and so for the file."""
        return tuple(_changes(schedule, self))


def wants_late(ceremony: Ceremony, task: Task) -> bool:
    """Whether it is planned as late as can be: all preparation where the file has no start."""
    return task.place_late or (ceremony.start is None and task.part is Part.PREPARATION)


def _with(schedule: Schedule, pins: Pins) -> Ceremony:
    ceremony, axis = schedule.ceremony, schedule.axis
    tasks = tuple(
        replace(task, not_before=_moment(axis, pins.at[task.id]), place_late=False)
        if task.id in pins.at
        else replace(task, place_late=True)
        if pins.start is not None and wants_late(ceremony, task)
        else task
        for task in ceremony.tasks
    )
    start = ceremony.start if pins.start is None else _moment(axis, pins.start)
    return replace(ceremony, tasks=tasks, start=start)


def _changes(schedule: Schedule, pins: Pins) -> Iterator[str]:
    ceremony, axis = schedule.ceremony, schedule.axis
    days = ceremony.date
    if days.chosen is None and days.first != days.last and not ceremony.campaign:
        yield f"date.chosen={schedule.day:%d/%m}/{schedule.day.year:04}"
    if pins.start is not None:
        yield f"start={_written(axis, pins.start)}"
    for task in ceremony.tasks:
        if task.id in pins.at:
            yield f"{task.id}.not_before={_written(axis, pins.at[task.id])}"
            if task.place_late:
                yield f"{task.id}.place=early"
        elif pins.start is not None and not task.place_late and wants_late(ceremony, task) and is_movable(task):
            yield f"{task.id}.place=late"


def _moment(axis: Axis, instant: int) -> Moment:
    day, minute = axis.civil(instant)
    return Moment(Base.DAY, Day(date=day), minute)


def _written(axis: Axis, instant: int) -> str:
    day, minute = axis.civil(instant)
    return f"{day:%d/%m}/{day.year:04} {minute // 60:02}:{minute % 60:02}"
