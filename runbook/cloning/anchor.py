"""Where a day of this year's plan comes to stand in next year's."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from runbook.model import EventDate
from runbook.worktime import FIRST_YEAR, LAST_YEAR, BeyondCalendarError, WorkCalendar

ONE_DAY = timedelta(days=1)
_NEARBY = sorted(range(-6, 7), key=lambda days: (abs(days), -days))  # 0, 1, -1, 2, -2, ...
_FURTHEST = 60  # days within which a day that can be held is looked for: longer than any holiday


@dataclass(frozen=True, slots=True)
class Anchor:
    """Day N of both plans."""

    old: date
    new: date

    def by_calendar(self, day: date) -> date:
        """As many days of the calendar from the new day N: the rule of the day itself and of days off.

        Raises BeyondCalendarError.
        """
        return _within_calendar(day + (self.new - self.old))

    def by_season(self, day: date) -> date:
        """The same day of the month, as many months on as day N; by the calendar where N is on another day of it.

        The rule of a campaign, whose days are days of the year: 01/01..31/12 stays a year, the end of a month its end.
        Raises BeyondCalendarError.
        """
        if self.new.day != self.old.day:
            return self.by_calendar(day)
        months = (self.new.year - self.old.year + day.year) * 12 + self.new.month - self.old.month + day.month - 1
        year, month = divmod(months, 12)
        _within_years(year)
        last = monthrange(year, month + 1)[1]
        ends = day.day == monthrange(day.year, day.month)[1]
        return date(year, month + 1, last if ends else min(day.day, last))

    def by_year(self, day: date) -> date:
        """The same day, as many years on as day N: the rule of anniversaries. Raises BeyondCalendarError."""
        year = day.year + self.new.year - self.old.year
        _within_years(year)
        return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))

    def by_work(self, day: date, old: WorkCalendar, new: WorkCalendar, forward: bool) -> date:
        """As many working days from the new day N as it was from the old one, each counted on its own year's calendar.

        The rule of preparation and of duties afterwards, for their dates leave time to work in: three working days
        before the opening have to stay three, though Tết or a worked Saturday now lies between. A day on which nobody
        worked has no such number. It keeps its distance in days of the calendar, and where nobody works there either
        goes forward or back to a working day, as "following" and "preceding" do among the business day conventions
        (2006 ISDA Definitions, section 4.12) on which terms of contracts are counted. It never passes day N.
        Raises BeyondCalendarError.
        """
        if day == self.old:
            return self.new
        if old.works_on(day):
            return _within_calendar(new.shift(self.new, working_days(old, self.old, day)))
        landed = self.by_calendar(day)
        if new.works_on(landed):
            return landed
        step = 1 if forward else -1
        snapped = new.shift(landed, step)
        passed = (snapped < self.new) != (day < self.old) or snapped == self.new
        return _within_calendar(new.shift(landed, -step) if passed else snapped)


def working_days(calendar: WorkCalendar, origin: date, day: date) -> int:
    """The number by which `calendar.shift` gets from the origin to that working day; negative for an earlier one."""
    first, last = (day, origin - ONE_DAY) if day < origin else (origin + ONE_DAY, day)
    count = sum(calendar.works_on(first + step * ONE_DAY) for step in range((last - first).days + 1))
    return -count if day < origin else count


def event_date(old: EventDate, new_n: date, could: Callable[[date], bool], can: Callable[[date], bool]) -> EventDate:
    """The days on which the new ceremony can be held, with day N as given.

    The reserve keeps its distance to day N, and where it cannot be held there goes further away from it. The window
    keeps its length: it moves as a whole, by up to six days, until its ends can be held as they could and it holds
    day N and the reserve as it did; where no such place is found it stays, and grows to hold them. `could` and `can`
    tell on which days the old and the new ceremony can be held. Raises BeyondCalendarError.
    """
    anchor = Anchor(old.chosen or old.first, new_n)
    chosen = new_n if old.chosen else None
    reserve = _reserve(old.reserve, anchor, could, can) if old.reserve else None
    first, last = anchor.by_calendar(old.first), anchor.by_calendar(old.last)
    inside = [new_n, *([reserve] if reserve and old.reserve and old.first <= old.reserve <= old.last else [])]
    for days in _NEARBY if chosen else (0,):
        ends = first + days * ONE_DAY, last + days * ONE_DAY
        held = all(can(end) or not could(was) for was, end in zip((old.first, old.last), ends, strict=True))
        if held and ends[0] <= min(inside) and max(inside) <= ends[1]:
            return EventDate(*ends, chosen, reserve, old.weekdays, old.part)
    return EventDate(min(first, *inside), max(last, *inside), chosen, reserve, old.weekdays, old.part)


def _reserve(old: date, anchor: Anchor, could: Callable[[date], bool], can: Callable[[date], bool]) -> date:
    landed = anchor.by_calendar(old)
    away = ONE_DAY if old >= anchor.old else -ONE_DAY
    days = (landed + step * away for step in range(_FURTHEST if could(old) and old != anchor.old else 0))
    return next(filter(can, days), landed)


def _within_calendar(day: date) -> date:
    _within_years(day.year)
    return day


def _within_years(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BeyondCalendarError(year)
