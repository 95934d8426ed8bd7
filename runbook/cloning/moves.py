"""The days of a ceremony file that move, each by its rule, and the remarks on how they did."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from runbook.cloning.anchor import Anchor, event_date
from runbook.cloning.remarks import Fact, Remark, Topic
from runbook.cloning.spots import TASK_PARTS, Spot
from runbook.model import Ceremony, Deadline, EventDate
from runbook.worktime import WorkCalendar

_BY_CALENDAR = ("holidays", "day", "programme")  # bound to the clock of day N, or to the calendar itself
_OF_THE_YEAR = ("campaign", "occasions")
_OF_CAMPAIGNS = ("during", "after")  # follow the year where there is a campaign
_EARLIEST = ("start", "not_before")


@dataclass(frozen=True, slots=True)
class Move:
    """One value and its days, `old` in the file as it is and `new` in the one that is made."""

    spot: Spot
    old: tuple[date, ...]
    new: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Mover:
    """The rules by part of the file. `worktimes` are the calendars by name with the new file's own days off."""

    ceremony: Ceremony
    anchor: Anchor
    worktimes: Mapping[str, WorkCalendar]

    def moves(self, spots: Iterable[Spot]) -> Iterator[Move]:
        """The move of every value that names days of the calendar; values counted from day N have none.

        Raises BeyondCalendarError.
        """
        event = event_date(self.ceremony.date, self.anchor.new, self._could_be_held, self._can_be_held)
        for spot in spots:
            if days := spot.days:
                new = _of_event(spot, event) if spot.part == "date" else tuple(self._moved(spot, day) for day in days)
                yield Move(spot, days, new[: len(days)])

    def mentioned(self, day: date) -> date:
        """Where a day of the plan goes that is only spoken of. Raises BeyondCalendarError."""
        if not self.ceremony.worktimes["office"].works_on(day):
            return self.anchor.by_calendar(day)
        return self.anchor.by_work(day, *self._calendars("office"), forward=False)

    def _moved(self, spot: Spot, day: date) -> date:
        if spot.part in _BY_CALENDAR or self._of_the_year(spot):
            return self._landed(spot, day)
        return self.anchor.by_work(day, *self._calendars(self._worktime(spot)), forward=self._forward(spot, day))

    def _of_the_year(self, spot: Spot) -> bool:
        return spot.part in _OF_THE_YEAR or (self.ceremony.campaign is not None and spot.part in _OF_CAMPAIGNS)

    def _landed(self, spot: Spot, day: date) -> date:
        """Where a day falls by the calendar alone."""
        if spot.part == "occasions":
            return self.anchor.by_year(day)
        return self.anchor.by_season(day) if self._of_the_year(spot) else self.anchor.by_calendar(day)

    def _forward(self, spot: Spot, day: date) -> bool:
        """Which way a day goes that nobody works on: what is earliest goes forward, what is due goes back.

        `before` a day ends with the last working day ahead of it. That stays the same last day when the day goes
        forward to the next working one, and would be lost if it went back.
        """
        value = spot.value
        if isinstance(value, Deadline):
            return not value.inclusive and value.moment.minute is None
        return spot.key in _EARLIEST or ((spot.part in TASK_PARTS or spot.key == "when") and day > self.anchor.old)

    def _worktime(self, spot: Spot) -> str:
        """The calendar of the task; of a chain that of the step its key belongs to; `office` for all else."""
        if spot.part not in TASK_PARTS:
            return "office"
        steps = [task for task in self.ceremony.tasks if spot.path[1] in (task.id, task.chain)]
        return steps[-1 if spot.key == "finish" else 0].worktime

    def _calendars(self, name: str) -> tuple[WorkCalendar, WorkCalendar]:
        return self.ceremony.worktimes[name], self.worktimes[name]

    def _could_be_held(self, day: date) -> bool:
        return self._held_on(day, self.ceremony.worktimes["office"])

    def _can_be_held(self, day: date) -> bool:
        return self._held_on(day, self.worktimes["office"])

    def _held_on(self, day: date, office: WorkCalendar) -> bool:
        """On a weekday asked for that is no holiday; a Saturday will do where Saturdays are asked for."""
        exception = office.pattern.holidays.get(day)
        return day.isoweekday() in self.ceremony.date.weekdays and (exception is None or exception.works)

    def remarks(self, move: Move) -> Iterator[Remark]:
        """What to tell of a move: plainly that it was made, or what has to be looked at."""
        for old, new in zip(move.old, move.new, strict=True):
            yield self._remark(move.spot, old, new)
            years = self.anchor.new.year - self.anchor.old.year
            kept = move.spot.part in ("date", *_BY_CALENDAR) or self._of_the_year(move.spot)
            if years and not kept and old.day == _last_of_month(old):
                end = date(old.year + years, old.month, _last_of_month(old.replace(year=old.year + years, day=1)))
                if end != new:
                    facts: dict[str, Fact] = {"old": old, "new": new, "end": end}
                    yield Remark(Topic.DATES, "month-end", move.spot.node.line, move.spot.label, facts)

    def _remark(self, spot: Spot, old: date, new: date) -> Remark:
        facts: dict[str, Fact] = {"old": old, "new": new}
        line, label = spot.node.line, spot.label
        before, office = self._calendars(self._worktime(spot) if spot.part not in _BY_CALENDAR else "office")
        landed = self._landed(spot, old)
        if spot.part == "holidays":
            return Remark(Topic.HOLIDAYS, "own-day", line, label, facts)
        if spot.path == ("plan", "date"):
            return Remark(Topic.DOCUMENT, "signed", line, label, facts)
        if new != landed:
            code = "shifted" if spot.part == "date" else "reflowed" if before.works_on(old) else "snapped"
            return Remark(Topic.DATES, code, line, label, {**facts, "landed": landed})
        lasts = self._of_the_year(spot) and spot.value is None  # windows and anniversaries fall on any day
        if before.works_on(old) and not office.works_on(new) and not lasts:
            return Remark(Topic.DATES, "rest", line, label, facts)
        return Remark(Topic.MOVED, "moved", line, label, facts)


def _of_event(spot: Spot, event: EventDate) -> tuple[date, ...]:
    if spot.key == "window":
        return event.first, event.last
    day = event.reserve if spot.key == "reserve" else event.chosen
    assert day is not None, "the file states it"
    return (day,)


def _last_of_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]
