"""Duties within a campaign: those that last a window, and those that come back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from runbook.axis import DAY, Axis
from runbook.build.campaigns import Windows
from runbook.build.names import Names
from runbook.build.sketches import Sketch
from runbook.build.tasks import Resolver
from runbook.campaign import Window
from runbook.model import Base, Deadline, DurationKind, Moment, Task
from runbook.model import Day as WrittenDay
from runbook.syntax import Scalar
from runbook.values.recurrence import Rule, begins_like_a_rule, rule
from runbook.worktime import WorkCalendar

MOST_OCCURRENCES = 400
_DAILY = 5  # weekdays of what is done on every working day: nobody makes up for a day off
ONE_DAY = timedelta(days=1)
_LENGTHS = ("work", "elapsed", "length", "range")
_ENDS = ("at", "not_before", "finish", "place")


@dataclass(frozen=True)
class Duties:
    """What a duty of `during` becomes: itself, or itself over its window with its occurrences behind it."""

    windows: Windows
    names: Names
    resolver: Resolver

    def tasks(self, sketch: Sketch, task: Task) -> Iterator[Task]:
        """The task as it stands in the plan, its occurrences after it."""
        found = self._rule(sketch)
        over = "over" in sketch.values
        if found is None and not over:
            yield task if task.fixed_start or task.not_before else replace(task, not_before=self._first_day())
            return
        self._refuse(sketch, ("at", "place") if found and not over else _ENDS if found else (*_ENDS, *_LENGTHS))
        window = self.windows.over(sketch) if over else self.windows.between(sketch)
        if window is None or window[1] < window[0]:
            yield task  # a problem is on record, or will be: a deadline before the start
            return
        whole = lasting(task, window, self.windows.office.axis)
        yield replace(whole, uses=()) if found else whole
        if found is not None:
            yield from self._occurrences(sketch, task, found, window)

    def _first_day(self) -> Moment:
        return _on(self.windows.campaign.window[0])

    def _rule(self, sketch: Sketch) -> Rule | None:
        words = sketch.values.get("recurs", "")
        found = rule(words)
        if found is None and begins_like_a_rule(words):
            self.windows.reader.report("recurs-unread", sketch.text("recurs").place, text=words)
        if found is not None and sketch.chain:
            self.windows.reader.report("recurs-in-chain", sketch.text("recurs").place, text=words)
            return None
        return found

    def _refuse(self, sketch: Sketch, keys: Iterable[str]) -> None:
        for key in (key for key in keys if key in sketch.values):
            self.windows.reader.report("beside-window", sketch.text(key).place, key=key)

    def _occurrences(self, sketch: Sketch, task: Task, found: Rule, window: Window) -> Iterator[Task]:
        node = sketch.text("recurs")
        named = list(islice(found.days(*window), MOST_OCCURRENCES + 1))
        if not named or len(named) > MOST_OCCURRENCES:
            code = "recurs-too-often" if named else "recurs-never"
            self.windows.reader.report(code, node.place, id=sketch.id, limit=str(MOST_OCCURRENCES))
            return
        held = held_on(named, window, self.resolver.calendar(sketch.values.get("worktime", ""), task.lead))
        met = [name for name in named if name not in held]
        if met and len(found.weekdays) < _DAILY:
            told = ", ".join(f"{name:%d/%m/%Y}" for name in met)
            self.windows.reader.report("recurs-met", node.place, id=sketch.id, days=told, count=str(len(held)))
        days = list(held.values())
        floors = [days[0] - (days[1] - days[0] if len(days) > 1 else ONE_DAY), *(day + ONE_DAY for day in days[:-1])]
        for (name, day), floor in zip(held.items(), floors, strict=True):
            one = replace(task, id=f"{task.id}.{name.isoformat()}", series=task.id)
            self.names.define(Scalar(one.id, node.file, node.line, node.column, node.length))
            yield on_day(one, day, found.clock, floor)


def lasting(task: Task, window: Window, axis: Axis) -> Task:
    """The task over its whole window, from the first minute of its first day to the last of its last."""
    minutes = axis.minute(window[1], DAY) - axis.minute(window[0])
    start = Moment(Base.DAY, WrittenDay(window[0]), 0)
    over = replace(task, window=window, kind=DurationKind.ELAPSED, minutes=minutes, worktime="always", range=None)
    return replace(over, not_before=None, fixed_start=start, deadline=None, place_late=False)


def on_day(task: Task, day: date, clock: int | None, floor: date) -> Task:
    """The occurrence at its clock time; without one it is due that day, and done as late as can be."""
    if clock is not None:
        return replace(task, not_before=None, deadline=None, fixed_start=Moment(Base.DAY, WrittenDay(day), clock))
    return replace(task, not_before=_on(floor), deadline=Deadline(_on(day), inclusive=True), place_late=True)


def held_on(named: Sequence[date], window: Window, calendar: WorkCalendar) -> dict[date, date]:
    """The day on which each named day is kept: itself, or where nobody works the working day before.

    Where that lies before the window, the first working day within it. Where it is taken already, as in a week of
    Tết, the working day after; a day that finds none free before the next is left out.
    """
    found: dict[date, date] = {}
    taken: set[date] = set()
    for name, following in zip(named, [*named[1:], window[1] + ONE_DAY], strict=True):
        day = _working(calendar, name, -ONE_DAY)
        day = day if day >= window[0] else _working(calendar, window[0], ONE_DAY)
        if day in taken:
            day = _working(calendar, name, ONE_DAY)
        if day not in taken and day < following:
            found[name] = day
            taken.add(day)
    return found


def _working(calendar: WorkCalendar, day: date, step: timedelta) -> date:
    while not calendar.works_on(day):
        day += step
    return day


def _on(day: date) -> Moment:
    return Moment(Base.DAY, WrittenDay(day))
