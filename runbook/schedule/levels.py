"""The links of a big network in the order the passes meet them: topological levels, in numpy columns.

What stands here depends on the links alone, so a pass after a changed duration needs none of it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from runbook.network import FAR_AHEAD, Network
from runbook.worktime import WorkCalendar

Column = NDArray[np.signedinteger[Any]]
Narrow = NDArray[np.int32]  # links: half the memory to move


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
    position: Narrow
    levels: Column
    minutes: Column
    place: Column
    clock: Column
    not_before: Column
    start_by: Column
    finish_by: Column
    open_ended: NDArray[np.bool_]
    into_start: Side
    into_finish: Side
    from_start: Side
    from_finish: Side
    calendars: tuple[WorkCalendar, ...]

    @property
    def longest(self) -> int:
        """The most working minutes one step of a pass can go: the longest task and the longest lag."""
        lags = (int(np.abs(side.lag).max(initial=0)) for side in (self.into_start, self.into_finish))
        return int(self.minutes.max(initial=0)) + max(lags)

    def in_file_order(self, column: Column) -> Column:
        """A column of renumbered tasks in the order of the network."""
        return column.astype(np.int32).take(self.position)


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
        renumber,
        levels,
        minutes=np.asarray(network.minutes, np.int64)[order],
        place=np.asarray(network.place, np.int64)[order],
        clock=np.asarray(network.clock, np.int64)[order],
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
    ends = bound_end.take(links)
    starts, finishes = (
        _side(bound.take(chosen), source.take(chosen), lag.take(chosen), clock.take(chosen), levels)
        for chosen in (links[ends == 0], links[ends == 1])
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
