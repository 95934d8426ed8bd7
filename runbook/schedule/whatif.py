"""A changed duration, followed only as far as dates move.

Replanning from nothing costs every task; most edits move a handful. Tasks are visited in topological order and left
alone as soon as their dates come out as they were, so an edit costs what it moves, whatever the size of the network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from runbook.network import Network
from runbook.schedule import passes
from runbook.schedule.passes import Dates


@dataclass(frozen=True, slots=True)
class Moved:
    """Positions of the tasks whose early or late dates an edit moved."""

    early: tuple[int, ...]
    late: tuple[int, ...]


class WhatIf:
    """A plan to try changes on. It works on copies: the network and dates it was made from stay as they are.

    `end` bounds the tasks that have no bound of their own and stays where it is, so an edit that pushes the last task
    past it shows as negative float.
    """

    def __init__(self, network: Network, early: Dates, late: Dates, floor: int, end: int) -> None:
        self.network = network.retimed([*network.minutes], [*network.place])
        self.early, self.late = _copy(early), _copy(late)
        self._floor, self._end = floor, end
        self._rank = [0] * len(network)
        for rank, task in enumerate(network.order):
            self._rank[task] = rank

    def set_minutes(self, task: int, minutes: int) -> Moved:
        """Give a task that duration, and both passes' dates with it. Setting the old duration takes the edit back."""
        network = self.network
        network.minutes[task] = minutes
        network.place[task] = network.clock[task] if minutes else 0
        rank = self._rank

        def early(one: int) -> int:
            return passes.earliest(network, self.early, one, self._floor)

        def late(one: int) -> int:
            return passes.latest(network, self.late, one, self._end)

        return Moved(
            early=self._follow(task, self.early, early, lambda one: rank[one], self._successors),
            late=self._follow(task, self.late, late, lambda one: -rank[one], self._predecessors),
        )

    def _successors(self, task: int) -> Iterable[int]:
        return (self.network.head[link] for link in self.network.outgoing[task])

    def _predecessors(self, task: int) -> Iterable[int]:
        return (self.network.tail[link] for link in self.network.incoming[task])

    def _follow(
        self,
        task: int,
        dates: Dates,
        place: Callable[[int], int],
        rank: Callable[[int], int],
        neighbours: Callable[[int], Iterable[int]],
    ) -> tuple[int, ...]:
        waiting, queued, moved = [(rank(task), task)], {task}, []
        while waiting:
            _, one = heappop(waiting)
            before = dates.start[one], dates.finish[one]
            dates.put(self.network, one, place(one))
            if before == (dates.start[one], dates.finish[one]):
                continue
            moved.append(one)
            for other in neighbours(one):
                if other not in queued:
                    queued.add(other)
                    heappush(waiting, (rank(other), other))
        return tuple(moved)


def _copy(dates: Dates) -> Dates:
    return Dates([*dates.number], [*dates.start], [*dates.finish])
