"""Working calendars as tables over a horizon of minutes: what many tasks or many samples are placed by at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from runbook.schedule.levels import Column, Narrow
from runbook.worktime import WorkCalendar

_BEYOND = np.int32(2**30)


class OutOfHorizonError(Exception):
    """The pass met an instant or a working minute that its tables do not hold."""


@dataclass(frozen=True)
class Tables:
    """All calendars over one horizon, one behind the other, instants counted from `low`.

    `count[minute_base[c] + t]` and `instant[number_base[c] + n]` are WorkCalendar.count and .start_of.
    """

    low: int
    size: int
    count: Narrow
    instant: Narrow
    minute_base: Column
    number_base: Column

    @property
    def latest(self) -> int:
        """An instant that no bound lies beyond: it stands for no bound at all."""
        return self.size - 2

    def within(self, *instants: Column) -> None:
        for part in instants:
            if part.size and (part.max() >= self.size or part.min() < 1):
                raise OutOfHorizonError

    def numbers(self, calendar: Column, instants: Column) -> Narrow:
        return self.count.take(self.minute_base[calendar] + instants)

    def instants(self, calendar: Column, numbers: Column | Narrow) -> Narrow:
        if numbers.size and numbers.min() < 0:
            raise OutOfHorizonError
        return self.instant.take(self.number_base[calendar] + numbers)


def tables_of(calendars: tuple[WorkCalendar, ...], low: int, high: int, longest: int) -> Tables:
    """Each calendar's numbers are followed by `longest` entries beyond any horizon, so that overrunning it is seen."""
    size = high - low
    every = np.arange(size + 1, dtype=np.int32)
    counts = np.empty((len(calendars), size + 1), np.int32)
    beyond = np.full(longest + 2, _BEYOND)
    instants: list[Narrow] = []
    number_base = [0]
    for calendar, count in zip(calendars, counts, strict=True):
        done, reached = 0, 0
        for start, end in calendar.spans_between(low, high):
            first, last = max(start - low, 0), min(end - low, size)
            count[reached:first] = done
            count[first:last] = every[done : done + last - first]
            instants.append(every[first:last])
            done, reached = done + last - first, last
        count[reached:] = done
        instants.append(beyond)
        number_base.append(number_base[-1] + done + len(beyond))
    bases = np.arange(len(calendars)) * (size + 1)
    return Tables(low, size, counts.ravel(), np.concatenate(instants), bases, np.asarray(number_base[:-1]))
