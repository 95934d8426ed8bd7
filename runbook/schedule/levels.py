"""Both passes over big networks: numpy, one topological level at a time.

Same dates as the plain rows of passes.py, minute for minute. A `Levels` holds what depends on the links alone (levels,
renumbering, links in order), so a second pass after a changed duration costs the pass only. Working calendars become
two tables over a horizon of minutes: instant -> number of the first working minute, and number -> instant. A pass that
runs out of its horizon is begun again with one twice as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from runbook.axis import DAY
from runbook.network import FAR_AHEAD, Network
from runbook.schedule.passes import Dates
from runbook.worktime import WorkCalendar

Column = NDArray[np.int64]
Narrow = NDArray[np.int32]  # links: half the memory to move
_MARGIN = 40 * DAY  # longer than any holiday, so that snapping at the horizon's edge finds a working minute
_BEYOND = np.int64(2**40)


@dataclass(frozen=True)
class Side:
    """The links of one direction that bind one end (start or finish) of the tasks, in the order of those tasks.

    `source[k]` is 2 x task + end of the far end, `first[j]` the first link of the j-th bound task `task[j]`, and
    `levels[v]:levels[v + 1]` the bound tasks of level v. `clocked` holds the positions of the links whose lag counts
    working time, `clock` their calendars.
    """

    source: Narrow
    lag: Narrow
    clocked: Column
    clock: Column
    first: Column
    task: Column
    levels: Column


@dataclass(frozen=True)
class Levels:
    """A network's links in the order of computation; tasks renumbered so that a level is a slice."""

    order: Column
    levels: Column
    minutes: Column
    place: Column
    not_before: Column
    start_by: Column
    finish_by: Column
    open_ended: NDArray[np.bool_]
    into_start: Side
    into_finish: Side
    from_start: Side
    from_finish: Side
    calendars: tuple[WorkCalendar, ...]


def levels_of(network: Network) -> Levels:
    """Levels by repeated removal of the tasks without open predecessors. The network must have no cycle."""
    tail, head = _narrow(network.tail), _narrow(network.head)
    order, levels, outgoing = _levels(tail, head, len(network))
    renumber = np.empty(len(network), np.int32)
    renumber[order] = np.arange(len(network), dtype=np.int32)
    tail, head = renumber.take(tail), renumber.take(head)
    tail_end, head_end = _narrow(network.tail_end), _narrow(network.head_end)
    lag, clock = _narrow(network.lag), _narrow(network.lag_clock)
    into = _sides(_by_key(head), head, head_end, tail * 2 + tail_end, lag, clock, levels)
    from_ = _sides(outgoing, tail, tail_end, head * 2 + head_end, lag, clock, levels)
    start_by = np.asarray(network.start_by, np.int64)[order]
    finish_by = np.asarray(network.finish_by, np.int64)[order]
    return Levels(
        order,
        levels,
        minutes=np.asarray(network.minutes, np.int64)[order],
        place=np.asarray(network.place, np.int64)[order],
        not_before=np.asarray(network.not_before, np.int64)[order],
        start_by=start_by,
        finish_by=finish_by,
        open_ended=(start_by == FAR_AHEAD) & (finish_by == FAR_AHEAD),
        into_start=into[0],
        into_finish=into[1],
        from_start=from_[0],
        from_finish=from_[1],
        calendars=network.calendars,
    )


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


def _levels(tail: Narrow, head: Narrow, size: int) -> tuple[Column, Column, Column]:
    """Tasks by level, the position at which each level begins, and the links in the order of their tails."""
    by_tail = _by_key(tail)
    row = np.concatenate([[0], np.cumsum(np.bincount(tail, minlength=size))])
    waiting = np.bincount(head, minlength=size)
    mark = np.empty(size, np.int64)
    frontier = np.flatnonzero(waiting == 0)
    tasks, links = [], []
    while frontier.size:
        tasks.append(frontier)
        leaving = by_tail[_ranges(row[frontier], row[frontier + 1])]
        links.append(leaving)
        reached = head[leaving]
        np.subtract.at(waiting, reached, 1)
        ready = reached[waiting[reached] == 0]
        mark[ready] = np.arange(len(ready))
        frontier = ready[mark[ready] == np.arange(len(ready))]
    bounds = np.concatenate([[0], np.cumsum([len(level) for level in tasks], dtype=np.int64)])
    return np.concatenate(tasks), bounds, np.concatenate(links)


def _sides(
    links: Column, bound: Narrow, bound_end: Narrow, source: Narrow, lag: Narrow, clock: Narrow, levels: Column
) -> tuple[Side, Side]:
    """The links that bind starts and those that bind finishes; `links` is in the order of the tasks they bind."""
    # Each column is put in order once; picking one end's links out of an ordered column is a quick sequential copy.
    bounds, ends, sources, lags, clocks = (column.take(links) for column in (bound, bound_end, source, lag, clock))
    starts, finishes = (
        _side(bounds[ends == end], sources[ends == end], lags[ends == end], clocks[ends == end], levels)
        for end in (0, 1)
    )
    return starts, finishes


def _side(bound: Narrow, source: Narrow, lag: Narrow, clock: Narrow, levels: Column) -> Side:
    first = np.flatnonzero(np.concatenate([[True], bound[1:] != bound[:-1]])) if len(bound) else np.empty(0, np.int64)
    tasks = bound[first].astype(np.int64)
    clocked = np.flatnonzero(clock >= 0)
    return Side(
        source=source,
        lag=lag,
        clocked=clocked,
        clock=clock[clocked].astype(np.int64),
        first=np.concatenate([first, [len(bound)]]),
        task=tasks,
        levels=np.searchsorted(tasks, levels),
    )


def _narrow(column: Sequence[int]) -> Narrow:
    return np.asarray(column, np.int32)


def _ranges(first: Column, last: Column) -> Column:
    """The whole numbers from each `first` up to its `last`, joined."""
    length = last - first
    return np.repeat(first - np.cumsum(length) + length, length) + np.arange(length.sum())


def _by_key(keys: Narrow) -> Column:
    """A stable argsort of keys below 2**32: numpy sorts 16-bit keys by radix, several times faster than wider ones."""
    by_low = np.argsort((keys & 0xFFFF).astype(np.uint16), kind="stable")
    return by_low[np.argsort((keys >> 16)[by_low].astype(np.uint16), kind="stable")]
