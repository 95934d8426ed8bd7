"""The dependency network of a ceremony: tasks and links as columns of integers, dates resolved for one day N.

Columns (one list per property, a task known by its position) are what the passes compute on; networkx gets a graph
where it is the better tool: naming a cycle, walking the critical network, drawing.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from runbook.bounds import ALWAYS, FAR_AHEAD, LONG_AGO, Resolver, axis_of, deadline_of, instant_of, ready_by
from runbook.model import Ceremony, Link, Part, Relation
from runbook.problems import Problem
from runbook.worktime import WorkCalendar

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["ALWAYS", "FAR_AHEAD", "LONG_AGO", "Network", "axis_of", "before_opening", "cycle_problems"]
__all__ += ["deadline_of", "graph_of", "instant_of", "network_of", "ready_by"]
LONGEST_PATH = 30  # ids of a circle that its message names
Column = MutableSequence[int]  # an array of 32 bits where it is large: numpy takes it as it stands
_ENDS = {relation: (int(relation.predecessor_end), int(relation.successor_end)) for relation in Relation}
_TASK_COLUMNS = ("minutes", "place", "clock", "not_before", "start_by", "finish_by")
_LINK_COLUMNS = ("tail_end", "head_end", "lag", "lag_clock")


@dataclass(frozen=True)
class Network:
    """Tasks and links by position. All times are instants of the axis, all durations minutes.

    `place[i]` is the calendar (position in `calendars`) the task is placed on, `clock[i]` the one its float is counted
    in. They differ for a milestone only: it takes no time, so it may fall at any instant, but Friday 17:30 and Monday
    08:00 are still one moment to those who wait for it. `not_before`, `start_by` and `finish_by` are LONG_AGO and
    FAR_AHEAD where there is none. Link k ties `tail_end[k]` of task `tail[k]` to `head_end[k]` of task `head[k]`;
    `lag_clock[k]` is the calendar a working-time lag is counted in, -1 for elapsed time.
    """

    ids: tuple[str, ...]
    minutes: Column
    place: Column
    clock: Column
    not_before: Column
    start_by: Column
    finish_by: Column
    tail: Column
    head: Column
    tail_end: Column
    head_end: Column
    lag: Column
    lag_clock: Column
    calendars: tuple[WorkCalendar, ...]

    def __len__(self) -> int:
        return len(self.ids)

    @cached_property
    def position(self) -> dict[str, int]:
        return {task_id: position for position, task_id in enumerate(self.ids)}

    @cached_property
    def incoming(self) -> list[list[int]]:
        """For each task the numbers of the links that tie it to its predecessors, in file order."""
        return _rows(self.head, len(self.ids))

    @cached_property
    def outgoing(self) -> list[list[int]]:
        """For each task the numbers of the links that tie it to its successors, in file order."""
        return _rows(self.tail, len(self.ids))

    @cached_property
    def order(self) -> list[int]:
        """A topological order, in file order where that is free. Tasks on or behind a cycle are missing from it."""
        return _order(self.outgoing, self.head, len(self.ids))

    def retimed(self, minutes: Column, place: Column) -> Network:
        """The same links between tasks of other durations; what depends on links alone is shared, not found again."""
        other = replace(self, minutes=minutes, place=place)
        other.__dict__.update(incoming=self.incoming, outgoing=self.outgoing, order=self.order)
        return other

    def part(self, tasks: Iterable[int]) -> Network:
        """The network of these tasks alone, with the links between them."""
        kept = sorted(tasks)
        renumber = {task: index for index, task in enumerate(kept)}
        links = [
            k
            for k, (tail, head) in enumerate(zip(self.tail, self.head, strict=True))
            if {tail, head} <= renumber.keys()
        ]
        return Network(
            ids=tuple(self.ids[task] for task in kept),
            **{name: [getattr(self, name)[task] for task in kept] for name in _TASK_COLUMNS},
            **{name: [getattr(self, name)[link] for link in links] for name in _LINK_COLUMNS},
            tail=[renumber[self.tail[link]] for link in links],
            head=[renumber[self.head[link]] for link in links],
            calendars=self.calendars,
        )


def network_of(ceremony: Ceremony, day: date) -> Network:
    """The network with day N on that day. Preparation is bounded by the opening (see `ready_by`)."""
    names = list(dict.fromkeys([ALWAYS, *(task.worktime for task in ceremony.tasks)]))
    number = {name: index for index, name in enumerate(names)}
    position = {task.id: index for index, task in enumerate(ceremony.tasks)}
    when = Resolver(ceremony, axis_of(ceremony), day)
    return Network(
        ids=tuple(position),
        minutes=array("i", [task.minutes for task in ceremony.tasks]),
        place=array("i", [0 if task.is_milestone else number[task.worktime] for task in ceremony.tasks]),
        clock=array("i", [number[task.worktime] for task in ceremony.tasks]),
        not_before=array("i", [when.floor(task) for task in ceremony.tasks]),
        start_by=array("i", [when.latest_start(task) for task in ceremony.tasks]),
        finish_by=array("i", [when.bound(task) for task in ceremony.tasks]),
        tail=array("i", [position[link.predecessor] for link in ceremony.links]),
        head=array("i", [position[link.successor] for link in ceremony.links]),
        tail_end=array("i", [_ENDS[link.relation][0] for link in ceremony.links]),
        head_end=array("i", [_ENDS[link.relation][1] for link in ceremony.links]),
        lag=array("i", [link.lag for link in ceremony.links]),
        lag_clock=array("i", [_lag_clock(link, ceremony, position, number) for link in ceremony.links]),
        calendars=tuple(ceremony.worktimes[name] for name in names),
    )


def before_opening(ceremony: Ceremony, day: date) -> Network:
    """Preparation alone, bounded by nothing but the opening."""
    network = network_of(ceremony, day)
    prepared = [index for index, task in enumerate(ceremony.tasks) if task.part is Part.PREPARATION]
    part = network.part(prepared)
    bounds = [ready_by(ceremony, ceremony.tasks[index].worktime, day) for index in prepared]
    return replace(part, start_by=[FAR_AHEAD] * len(prepared), finish_by=bounds)


def cycle_problems(ceremony: Ceremony) -> tuple[Problem, ...]:
    """A problem for each knot of tasks that wait for one another, naming one circle of it node by node.

    The ceremony may have other problems: an id given twice counts once, a link to no task not at all.
    """
    origins = {task.id: task.origin for task in ceremony.tasks}
    position = {task_id: index for index, task_id in enumerate(origins)}
    links = [link for link in ceremony.links if link.predecessor in position and link.successor in position]
    ends = [(position[link.predecessor], position[link.successor]) for link in links]
    order = _order(_rows([tail for tail, _ in ends], len(position)), [head for _, head in ends], len(position))
    if len(order) == len(position):
        return ()
    behind = set(range(len(position))).difference(order)
    ids, problems = list(origins), []
    for circle in _circles([(tail, head) for tail, head in ends if {tail, head} <= behind]):
        first = circle.index(min(circle, key=ids.__getitem__))
        names = [ids[task] for task in (*circle[first:], *circle[: first + 1])]
        told = names if len(names) <= LONGEST_PATH else [*names[: LONGEST_PATH - 1], "…", names[0]]
        problems.append(Problem("cycle", origins[names[0]], {"path": " → ".join(told)}))
    return tuple(problems)


def _circles(ends: list[tuple[int, int]]) -> Iterator[list[int]]:
    """One circle of each strongly connected part."""
    import networkx as nx

    parts = list(nx.strongly_connected_components(nx.DiGraph(ends)))
    part_of = {task: number for number, part in enumerate(parts) for task in part}
    inside = nx.DiGraph((tail, head) for tail, head in ends if part_of[tail] == part_of[head])
    for part in (part for part in parts if len(part) > 1):
        yield [tail for tail, _ in nx.find_cycle(inside, min(part))]


def graph_of(network: Network, links: Iterable[int] | None = None) -> nx.MultiDiGraph:
    """The network as a graph of task ids; every link (or those given) is an edge with its number as key.

    A MultiDiGraph, because several relations between the same two tasks are all kept.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    graph.add_nodes_from(network.ids)
    for link in range(len(network.tail)) if links is None else links:
        graph.add_edge(network.ids[network.tail[link]], network.ids[network.head[link]], key=link)
    return graph


def _lag_clock(link: Link, ceremony: Ceremony, position: dict[str, int], number: dict[str, int]) -> int:
    return number[ceremony.tasks[position[link.successor]].worktime] if link.lag_worktime and link.lag else -1


def _order(outgoing: list[list[int]], head: Sequence[int], size: int) -> list[int]:
    """Kahn's algorithm; the tasks on or behind a cycle are missing from what it returns."""
    waiting = [0] * size
    for task in head:
        waiting[task] += 1
    order = [task for task, count in enumerate(waiting) if not count]
    for task in order:
        for link in outgoing[task]:
            successor = head[link]
            waiting[successor] -= 1
            if not waiting[successor]:
                order.append(successor)
    return order


def _rows(ends: Sequence[int], size: int) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in range(size)]
    for link, task in enumerate(ends):
        rows[task].append(link)
    return rows
