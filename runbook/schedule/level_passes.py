"""Both passes over big networks: numpy, one topological level at a time.

Same dates as the plain rows of passes.py, minute for minute. Working calendars become two tables over a horizon of
minutes: instant -> number of the first working minute, and number -> instant. A pass that runs out of its horizon is
begun again with one twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from runbook.axis import DAY
from runbook.network import FAR_AHEAD, Network
from runbook.schedule.levels import Column, Levels, Narrow, Side
from runbook.schedule.passes import Dates
from runbook.worktime import WorkCalendar

_MARGIN = 40 * DAY  # longer than any holiday, so that snapping at the horizon's edge finds a working minute
_BEYOND = np.int64(2**40)


def forward(plan: Levels, floor: int) -> Column:
    """Earliest start and finish of every task, as instants, in rows of two and in the order of the network."""
    return _retry(_forward, plan, floor, floor - _MARGIN, floor + _likely_length(plan))


def backward(plan: Levels, end: int) -> Column:
    """Latest start and finish of every task, as instants, in rows of two and in the order of the network."""
    bounds = np.concatenate([plan.start_by, plan.finish_by, [end]])
    last = int(bounds.max(where=bounds < FAR_AHEAD, initial=end))
    return _retry(_backward, plan, end, last - _likely_length(plan), last + _MARGIN)


def dates(network: Network, instants: Column) -> Dates:
    """The pass as plain rows."""
    start, finish = instants[:, 0].tolist(), instants[:, 1].tolist()
    places = [network.calendars[place] for place in network.place]
    number = [place.count(first) for place, first in zip(places, start, strict=True)]
    return Dates(number, start, finish)


class _OutOfHorizonError(Exception):
    """The pass met an instant or a working minute that its tables do not hold."""


@dataclass(frozen=True)
class _Tables:
    """All calendars over one horizon, one behind the other, instants counted from `low`.

    `count[minute_base[c] + t]` and `instant[number_base[c] + n]` are WorkCalendar.count and .start_of.
    """

    low: int
    size: int
    count: Column
    instant: Column
    minute_base: Column
    number_base: Column

    def within(self, *instants: Column) -> None:
        for part in instants:
            if part.size and (part.max() >= self.size or part.min() < 1):
                raise _OutOfHorizonError

    def numbers(self, calendar: Column, instants: Column) -> Column:
        return self.count.take(self.minute_base[calendar] + instants)

    def instants(self, calendar: Column, numbers: Column) -> Column:
        if numbers.size and numbers.min() < 0:
            raise _OutOfHorizonError
        return self.instant.take(self.number_base[calendar] + numbers)


Pass = Callable[[Levels, int, _Tables], Column]


def _tables(calendars: tuple[WorkCalendar, ...], low: int, high: int, longest: int) -> _Tables:
    """Each calendar's numbers are followed by `longest` entries beyond any horizon, so that overrunning it is seen."""
    counts, instants, number_base = [], [], [0]
    for calendar in calendars:
        edge = np.zeros(high - low + 1, np.int8)
        for start, end in calendar.spans_between(low, high):
            edge[max(start, low) - low] += 1
            edge[min(end, high) - low] -= 1
        works = np.cumsum(edge[:-1], dtype=np.int8)
        count = np.zeros(high - low + 1, np.int64)
        np.cumsum(works, out=count[1:])
        counts.append(count)
        instants.append(np.concatenate([np.flatnonzero(works), np.full(longest + 2, _BEYOND)]))
        number_base.append(number_base[-1] + len(instants[-1]))
    bases = np.arange(len(calendars)) * (high - low + 1)
    return _Tables(
        low, high - low, np.concatenate(counts), np.concatenate(instants), bases, np.asarray(number_base[:-1])
    )


def _likely_length(plan: Levels) -> int:
    """A first guess at the minutes a pass spans: an average task a level, six times as long on the wall clock."""
    return _MARGIN + int(6 * len(plan.levels) * plan.minutes.mean())


def _retry(one_pass: Pass, plan: Levels, limit: int, low: int, high: int) -> Column:
    """Run a pass over the horizon from `low` to `high`, doubled towards the side it runs out of until it fits."""
    lags = [int(np.abs(side.lag).max(initial=0)) for side in (plan.into_start, plan.into_finish)]
    longest = int(plan.minutes.max(initial=0)) + max(lags)
    while True:
        tables = _tables(plan.calendars, low, high, longest)
        try:
            instants = one_pass(plan, limit - low, tables)
        except _OutOfHorizonError:
            length = high - low
            low, high = (low, high + length) if one_pass is _forward else (low - length, high)
            continue
        in_file_order = np.empty((len(plan.order), 2), np.int64)
        in_file_order[plan.order] = instants.reshape(-1, 2) + low
        return in_file_order


def _forward(plan: Levels, floor: int, tables: _Tables) -> Column:
    ends = np.empty(2 * len(plan.order), np.int64)
    starts = np.maximum(plan.not_before - tables.low, floor)
    for level, (first, last) in enumerate(pairwise(plan.levels.tolist())):
        place, start = plan.place[first:last], starts[first:last]
        for tasks, bound in _bounds(plan.into_start, level, ends, tables, 1):
            start[tasks - first] = np.maximum(start[tasks - first], bound)
        tables.within(start)
        number = tables.numbers(place, start)
        for tasks, bound in _bounds(plan.into_finish, level, ends, tables, 1):
            finishing = tables.numbers(plan.place[tasks], np.maximum(bound - 1, 0)) + 1 - plan.minutes[tasks]
            number[tasks - first] = np.maximum(number[tasks - first], finishing)
        _put(plan, ends, slice(first, last), number, tables)
    return ends


def _backward(plan: Levels, end: int, tables: _Tables) -> Column:
    ends = np.empty(2 * len(plan.order), np.int64)
    latest = tables.size - 2  # an instant no bound lies beyond
    starts = np.minimum(plan.start_by - tables.low, latest)
    finishes = np.where(plan.open_ended, end, np.minimum(plan.finish_by - tables.low, latest))
    for level in reversed(range(len(plan.levels) - 1)):
        first, last = plan.levels[level : level + 2].tolist()
        for side, bounds in ((plan.from_start, starts), (plan.from_finish, finishes)):
            for tasks, bound in _bounds(side, level, ends, tables, -1):
                bounds[tasks] = np.minimum(bounds[tasks], bound)
        place = plan.place[first:last]
        tables.within(starts[first:last], finishes[first:last])
        starting = tables.numbers(place, starts[first:last] + 1) - 1
        finishing = tables.numbers(place, finishes[first:last]) - plan.minutes[first:last]
        _put(plan, ends, slice(first, last), np.minimum(starting, finishing), tables)
    return ends


def _bounds(side: Side, level: int, ends: Column, tables: _Tables, sign: int) -> Iterator[tuple[Column, Column]]:
    """The tasks of a level that links bind on this side, and the tightest instant for each; nothing where none are."""
    a, b = side.levels[level], side.levels[level + 1]
    if a == b:
        return
    links = slice(side.first[a], side.first[b])
    tied = ends[side.source[links]]
    bound = tied + sign * side.lag[links]
    clocked = slice(*np.searchsorted(side.clocked, [links.start, links.stop]))
    there = side.clocked[clocked] - links.start
    if there.size:
        bound[there] = _worked(side.clock[clocked], tied[there], side.lag[links][there], tables, sign)
    tightest = np.maximum if sign > 0 else np.minimum
    yield side.task[a:b], tightest.reduceat(bound, side.first[a:b] - links.start)


def _worked(clock: Column, tied: Column, lag: Narrow, tables: _Tables, sign: int) -> Column:
    """The bounds of links whose lag counts working time."""
    tables.within(tied)
    number = tables.numbers(clock, tied) + sign * lag
    return tables.instants(clock, number - 1) + 1 if sign > 0 else tables.instants(clock, number)


def _put(plan: Levels, ends: Column, tasks: slice, number: Column, tables: _Tables) -> None:
    place = plan.place[tasks]
    start = tables.instants(place, number)
    finish = tables.instants(place, number + plan.minutes[tasks] - 1) + 1
    tables.within(start, finish)
    ends[2 * tasks.start : 2 * tasks.stop : 2] = start
    ends[2 * tasks.start + 1 : 2 * tasks.stop : 2] = finish
