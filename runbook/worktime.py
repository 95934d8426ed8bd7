"""Working time: which minutes count, and the arithmetic of counting them.

A WorkCalendar numbers its working minutes with integers, without gaps, across lunch, nights, weekends and holidays.
Everything the engine does with working time is a conversion between such a number and an instant of the Axis.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from runbook.axis import DAY, Axis

FIRST_YEAR, LAST_YEAR = 1900, 2200
_ORIGIN_YEAR = 2024


class BeyondCalendarError(Exception):
    """The plan runs out of the years 1900 to 2200."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that breaks the weekly pattern: off, or worked though the pattern rests. `status`: official or expected."""

    day: date
    works: bool
    name_vi: str = ""
    name_en: str = ""
    status: str = "official"
    source: str = ""


Holidays = Mapping[date, DayOff]


@dataclass(frozen=True)
class WorkPattern:
    """What a worktime section of the file says.

    `week[i]` holds the half-open (start, end) minutes of the day worked on ISO weekday i+1; an end above 1,440 runs
    into the next day. A worked day off the pattern uses the hours of the first weekday that has any.
    `day_minutes` is what "1d" means.
    """

    week: tuple[tuple[tuple[int, int], ...], ...]
    day_minutes: int
    holidays: Holidays = field(default_factory=dict)

    def spans(self, day: date) -> tuple[tuple[int, int], ...]:
        """The working spans that begin on that day, in minutes of the day."""
        exception = self.holidays.get(day)
        if exception is None:
            return self.week[day.weekday()]
        return next((spans for spans in self.week if spans), ()) if exception.works else ()


class WorkCalendar:
    """Numbered working minutes on the axis. Minute k lasts from `start_of(k)` to `start_of(k) + 1`.

    `count(t)` is the number of the first working minute that starts at or after t, so a stretch from t to u holds
    `count(u) - count(t)` working minutes. Spans are built a few years at a time, as far as they are asked for.
    """

    def __init__(self, name: str, pattern: WorkPattern, axis: Axis) -> None:
        self.name = name
        self.pattern = pattern
        self.axis = axis
        self.day_minutes = pattern.day_minutes
        self._first_year, self._last_year = _ORIGIN_YEAR, _ORIGIN_YEAR - 1
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []  # number of the first working minute of each span
        self._total = 0  # number of the first working minute after the last span
        self._lowest = self._highest = axis.minute(date(_ORIGIN_YEAR, 1, 1))
        while not self._starts:  # a year may be all days off
            self._grow_later()

    def count(self, minute: int) -> int:
        """The number of the first working minute that starts at or after that instant."""
        self._cover(minute)
        span = bisect_right(self._starts, minute) - 1
        return self._before[span] + min(minute, self._ends[span]) - self._starts[span]

    def start_of(self, number: int) -> int:
        """The instant at which that working minute starts."""
        self._reach(number)
        span = bisect_right(self._before, number) - 1
        return self._starts[span] + number - self._before[span]

    def end_of(self, number: int) -> int:
        """The instant at which the working minute before that number ends: where work up to `number` is done."""
        return self.start_of(number - 1) + 1

    def span_of(self, number: int, minutes: int) -> tuple[int, int]:
        """`start_of(number)` and `end_of(number + minutes)`, looked up once where both lie in one span."""
        self._reach(number)
        span = bisect_right(self._before, number) - 1
        start = self._starts[span] + number - self._before[span]
        finish = start + minutes
        return (start, finish) if minutes and finish <= self._ends[span] else (start, self.end_of(number + minutes))

    def first_start(self, minute: int) -> int:
        """Number of the first working minute starting at or after the instant."""
        return self.count(minute)

    def last_start(self, minute: int) -> int:
        """Number of the last working minute starting at or before the instant."""
        return self.count(minute + 1) - 1

    def first_finish(self, minute: int) -> int:
        """The smallest number n with end_of(n) at or after the instant."""
        return self.count(minute - 1) + 1

    def last_finish(self, minute: int) -> int:
        """The largest number n with end_of(n) at or before the instant."""
        return self.count(minute)

    def spans_between(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """The working spans that touch the half-open stretch of instants, not cut."""
        self._cover(first)
        self._cover(last)
        index = max(bisect_right(self._starts, first) - 1, 0)
        while index < len(self._starts) and self._starts[index] < last:
            if self._ends[index] > first:
                yield self._starts[index], self._ends[index]
            index += 1

    def last_whole_end(self, minute: int) -> int:
        """The end of the last working span that is over by that instant."""
        self._cover(minute)
        return self._ends[bisect_right(self._ends, minute) - 1]

    def works_on(self, day: date) -> bool:
        """Whether any working span begins on that day."""
        return bool(self.pattern.spans(day))

    def shift(self, day: date, working_days: int) -> date:
        """The day that many working days later (earlier when negative); 0 leaves the day as it is."""
        step = timedelta(days=1 if working_days > 0 else -1)
        for _ in range(abs(working_days)):
            day += step
            while not self.works_on(day):
                day += step
        return day

    def _cover(self, minute: int) -> None:
        while minute >= self._highest:
            self._grow_later()
        # A night shift of 31 December ends in the first hours of the year, and a year may begin with days off.
        while minute < self._lowest + 2 * DAY or minute < self._ends[0]:
            self._grow_earlier()

    def _reach(self, number: int) -> None:
        while number >= self._total:
            self._grow_later()
        while number < self._before[0]:
            self._grow_earlier()

    def _grow_later(self) -> None:
        self._last_year += 1
        for start, end in self._year(self._last_year):
            self._starts.append(start)
            self._ends.append(end)
            self._before.append(self._total)
            self._total += end - start
        self._highest = self.axis.minute(date(self._last_year + 1, 1, 1))

    def _grow_earlier(self) -> None:
        self._first_year -= 1
        spans = self._year(self._first_year)
        first = self._before[0] - sum(end - start for start, end in spans)
        before = accumulate((end - start for start, end in spans), initial=first)
        self._before[:0] = list(before)[:-1]
        self._starts[:0] = [start for start, _ in spans]
        self._ends[:0] = [end for _, end in spans]
        self._lowest = self.axis.minute(date(self._first_year, 1, 1))

    def _year(self, year: int) -> list[tuple[int, int]]:
        """The year's working spans as instants, in order; a span that overlaps the one before begins where it ends."""
        if not FIRST_YEAR - 1 <= year <= LAST_YEAR + 1:
            raise BeyondCalendarError(year)
        spans: list[tuple[int, int]] = []
        day = date(year, 1, 1)
        reach = max(self._day(day - timedelta(days=1)), default=(0, self.axis.minute(day)))[1]
        while day.year == year:
            for start, end in self._day(day):
                if end > reach:
                    spans.append((max(start, reach), end))
                    reach = end
            day += timedelta(days=1)
        return spans

    def _day(self, day: date) -> list[tuple[int, int]]:
        midnight = self.axis.minute(day)
        if self.axis.minute(day, 2 * DAY) - midnight == 2 * DAY:
            return [(midnight + start, midnight + end) for start, end in self.pattern.spans(day)]
        return [(self.axis.minute(day, start), self.axis.minute(day, end)) for start, end in self.pattern.spans(day)]


ALWAYS = WorkPattern(week=(((0, DAY),),) * 7, day_minutes=DAY)
