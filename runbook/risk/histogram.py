"""On which days all is ready, and in how many samples."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from runbook.axis import Axis
from runbook.risk.simulation import Simulation

_STEPS = (1, 7, 14, 28, 56, 112, 224, 448)  # days of a bar


@dataclass(frozen=True, slots=True)
class Bar:
    """The samples in which the last task ends on one of these days: `kept` in time for the opening, `late` not."""

    first: date
    last: date
    kept: int
    late: int

    @property
    def count(self) -> int:
        return self.kept + self.late


def bars(found: Simulation, axis: Axis, most: int) -> tuple[Bar, ...]:
    """Bars of days without gaps, from the first day to the last, of as many days each as makes no more than `most`.

    Bars of weeks begin on Mondays. What ends at midnight ends on the day before.
    """
    days = _counted(found, axis)
    first, last = min(days), max(days)
    step = next((one for one in _STEPS if (last - first) // one < most - 1), _STEPS[-1])
    first -= date.fromordinal(first).weekday() if step % 7 == 0 else 0
    return tuple(_bar(days, begin, begin + step - 1) for begin in range(first, last + 1, step))


def _counted(found: Simulation, axis: Axis) -> dict[int, tuple[int, int]]:
    """In how many samples all is ready on each day, by its ordinal: in time, too late."""
    values, place = np.unique(found.ready, return_inverse=True)
    every, kept = (np.bincount(of, minlength=len(values)).tolist() for of in (place, place[found.kept]))
    days: dict[int, tuple[int, int]] = {}
    for instant, all_then, in_time in zip(values.tolist(), every, kept, strict=True):
        day = axis.civil(instant - 1)[0].toordinal()
        before = days.get(day, (0, 0))
        days[day] = before[0] + in_time, before[1] + all_then - in_time
    return days


def _bar(days: dict[int, tuple[int, int]], first: int, last: int) -> Bar:
    counts = [days.get(day, (0, 0)) for day in range(first, last + 1)]
    ends = date.fromordinal(first), date.fromordinal(last)
    return Bar(*ends, sum(kept for kept, _ in counts), sum(late for _, late in counts))
