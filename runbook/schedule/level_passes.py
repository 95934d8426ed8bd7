"""Both passes over big networks: numpy, one topological level at a time.

Same dates as the plain rows of passes.py, minute for minute. Working calendars become two tables over a horizon of
minutes: instant -> number of the first working minute, and number -> instant. A pass that runs out of its horizon is
begun again with one twice as long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from runbook.axis import DAY
from runbook.network import FAR_AHEAD
from runbook.schedule.horizon import OutOfHorizonError, Tables, tables_of
from runbook.schedule.levels import Column, Levels, Narrow, Side
from runbook.schedule.passes import Dates

_MARGIN = 40 * DAY  # longer than any holiday, so that snapping at the horizon's edge finds a working minute


@dataclass(frozen=True)
class Columns:
    """One pass: per task, in file order, the number of its first working minute, its start and its finish."""

    number: Column
    start: Column
    finish: Column

    def rows(self) -> Dates:
        return Dates(self.number.tolist(), self.start.tolist(), self.finish.tolist())


def forward(plan: Levels, floor: int) -> Columns:
    """The earliest dates, no task before the instant `floor`."""
    return _retry(_forward, plan, floor, floor - _MARGIN, floor + _likely_length(plan))


def backward(plan: Levels, end: int) -> Columns:
    """The latest dates; every task that has no bound of its own finishes by the instant `end`."""
    bounds = np.concatenate([plan.start_by, plan.finish_by, [end]])
    last = int(bounds.max(where=bounds < FAR_AHEAD, initial=end))
    return _retry(_backward, plan, end, last - _likely_length(plan), last + _MARGIN)


def floats(plan: Levels, early: Columns, late: Columns) -> tuple[Column, Column]:
    """Total and free float of every task, in file order, in minutes of its own working time."""
    low = min(int(early.start.min()), int(late.start.min())) - _MARGIN
    high = max(int(early.finish.max()), int(late.finish.max())) + _MARGIN
    tables = tables_of(plan.calendars, low, high, plan.longest)
    ends = np.stack([early.start, early.finish], 1)[plan.order].ravel() - low
    worked = tables.numbers(plan.clock, ends[::2])
    total = tables.numbers(plan.clock, late.start[plan.order] - low) - worked
    limits = _successors_allow(plan, ends, tables)
    slip = tables.numbers(plan.clock, tables.instants(plan.place, _at_latest(plan, tables, slice(None), *limits)))
    free = np.where(limits.min(0) == tables.latest, total, np.minimum(slip - worked, total))
    return plan.in_file_order(total), plan.in_file_order(np.maximum(free, 0))


Pass = Callable[[Levels, int, Tables], tuple[Column, Column]]


def _likely_length(plan: Levels) -> int:
    """A first guess at the minutes a pass spans: an average task a level, six times as long on the wall clock."""
    return _MARGIN + int(6 * len(plan.levels) * plan.minutes.mean())


def _retry(one_pass: Pass, plan: Levels, limit: int, low: int, high: int) -> Columns:
    """Run a pass over the horizon from `low` to `high`, doubled towards the side it runs out of until it fits."""
    while True:
        tables = tables_of(plan.calendars, low, high, plan.longest)
        try:
            number, ends = one_pass(plan, limit - low, tables)
        except OutOfHorizonError:
            length = high - low
            low, high = (low, high + length) if one_pass is _forward else (low - length, high)
            continue
        first = np.array([calendar.count(low) for calendar in plan.calendars])
        return Columns(
            *(plan.in_file_order(column) for column in (number + first[plan.place], ends[::2] + low, ends[1::2] + low))
        )


def _forward(plan: Levels, floor: int, tables: Tables) -> tuple[Column, Column]:
    ends, numbers = np.empty(2 * len(plan.order), np.int64), np.empty(len(plan.order), np.int64)
    starts = np.maximum(plan.not_before - tables.low, floor)
    for level, (first, last) in enumerate(pairwise(plan.levels.tolist())):
        tasks, bound = _bounds(plan.into_start, level, ends, tables, 1)
        starts[tasks] = np.maximum(starts[tasks], bound)
        tables.within(starts[first:last])
        numbers[first:last] = tables.numbers(plan.place[first:last], starts[first:last])
        tasks, bound = _bounds(plan.into_finish, level, ends, tables, 1)
        bound = np.maximum(bound, 1)  # an earlier one binds nothing: no task starts before the floor
        tables.within(bound)
        finishing = tables.numbers(plan.place[tasks], bound - 1) + 1 - plan.minutes[tasks]
        numbers[tasks] = np.maximum(numbers[tasks], finishing)
        _put(plan, ends, slice(first, last), numbers[first:last], tables)
    return numbers, ends


def _backward(plan: Levels, end: int, tables: Tables) -> tuple[Column, Column]:
    ends, numbers = np.empty(2 * len(plan.order), np.int64), np.empty(len(plan.order), np.int64)
    starts = np.minimum(plan.start_by - tables.low, tables.latest)
    finishes = np.where(plan.open_ended, end, np.minimum(plan.finish_by - tables.low, tables.latest))
    for level in reversed(range(len(plan.levels) - 1)):
        first, last = plan.levels[level : level + 2].tolist()
        for side, bounds in ((plan.from_start, starts), (plan.from_finish, finishes)):
            tasks, bound = _bounds(side, level, ends, tables, -1)
            bounds[tasks] = np.minimum(bounds[tasks], bound)
        tables.within(starts[first:last], finishes[first:last])
        numbers[first:last] = _at_latest(plan, tables, slice(first, last), starts[first:last], finishes[first:last])
        _put(plan, ends, slice(first, last), numbers[first:last], tables)
    return numbers, ends


def _successors_allow(plan: Levels, ends: Column, tables: Tables) -> Column:
    """The latest start and finish of every task that leave its successors' dates alone, as two rows."""
    limits = np.full((2, len(plan.order)), tables.latest)
    for limit, side in zip(limits, (plan.from_start, plan.from_finish), strict=True):
        tasks, instants = _tightest(side, slice(0, len(side.task)), ends, tables, -1)
        limit[tasks] = np.minimum(instants, tables.latest)
    return limits


def _at_latest(plan: Levels, tables: Tables, tasks: slice, start: Column, finish: Column) -> Column:
    """The largest numbers at which tasks start and finish by those instants."""
    place = plan.place[tasks]
    starting = tables.numbers(place, start + 1) - 1
    at_latest: Column = np.minimum(starting, tables.numbers(place, finish) - plan.minutes[tasks])
    return at_latest


def _bounds(side: Side, level: int, ends: Column, tables: Tables, sign: int) -> tuple[Column, Column]:
    return _tightest(side, slice(int(side.levels[level]), int(side.levels[level + 1])), ends, tables, sign)


def _tightest(side: Side, bound_tasks: slice, ends: Column, tables: Tables, sign: int) -> tuple[Column, Column]:
    """Tasks that links bind on this side, and the tightest instant for each: the latest forward, the earliest back."""
    tasks, first = side.task[bound_tasks], side.first[bound_tasks]
    if not tasks.size:
        return tasks, tasks
    links = slice(first[0], side.first[bound_tasks.stop])
    tied = ends[side.source[links]]
    bound = tied + sign * side.lag[links]
    clocked = slice(*np.searchsorted(side.clocked, [links.start, links.stop]))
    there = side.clocked[clocked] - links.start
    if there.size:
        bound[there] = _worked(side.clock[clocked], tied[there], side.lag[links][there], tables, sign)
    tightest = np.maximum if sign > 0 else np.minimum
    return tasks, tightest.reduceat(bound, first - links.start)


def _worked(clock: Column, tied: Column, lag: Narrow, tables: Tables, sign: int) -> Column:
    """The bounds of links whose lag counts working time."""
    tables.within(tied)
    number = tables.numbers(clock, tied) + sign * lag
    return tables.instants(clock, number - 1) + 1 if sign > 0 else tables.instants(clock, number)


def _put(plan: Levels, ends: Column, tasks: slice, number: Column, tables: Tables) -> None:
    place = plan.place[tasks]
    start = tables.instants(place, number)
    finish = tables.instants(place, number + plan.minutes[tasks] - 1) + 1
    tables.within(start, finish)
    ends[2 * tasks.start : 2 * tasks.stop : 2] = start
    ends[2 * tasks.start + 1 : 2 * tasks.stop : 2] = finish
