"""Why a task falls where it falls: driving and binding chains, critical paths, drag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from runbook.model import Base, Part
from runbook.network import FAR_AHEAD, Network, graph_of
from runbook.schedule import passes
from runbook.schedule.passes import Dates
from runbook.schedule.whatif import WhatIf

if TYPE_CHECKING:
    from runbook.schedule.plan import Schedule

OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Bound:
    """What a task's latest dates come from: "opening", "closing", "deadline", "fixed" (a fixed start) or "end".

    `task_id` is the task it is set on, `instant` the bound itself. "end": nothing bounds it but the last finish of all.
    """

    kind: str
    task_id: str
    instant: int


def driving_chain(schedule: Schedule, task_id: str) -> tuple[str, ...]:
    """The tasks that fix a task's early start, from the first that waits for none, up to the task itself."""
    network, early = schedule.network, schedule.passes.early
    chain = [network.position[task_id]]
    while links := driving_links(network, early, chain[-1]):
        chain.append(network.tail[links[0]])
    return tuple(network.ids[task] for task in reversed(chain))


def binding_chain(schedule: Schedule, task_id: str) -> tuple[str, ...]:
    """The tasks through which a task's late finish is bound, from the task to the one that carries the bound."""
    network = schedule.network
    return tuple(network.ids[task] for task in binding_tasks(network, schedule.passes.late, network.position[task_id]))


def bound_of(schedule: Schedule, task_id: str) -> Bound:
    """The bound at the end of a task's binding chain."""
    network = schedule.network
    task = binding_tasks(network, schedule.passes.late, network.position[task_id])[-1]
    row = schedule.rows[network.ids[task]]
    finish, start = network.finish_by[task], network.start_by[task]
    if start < FAR_AHEAD and _last_start(network, task, start) == schedule.passes.late.number[task]:
        return Bound("fixed", row.task.id, start)
    if row.task.deadline and row.task.deadline.moment.base is Base.CLOSING:
        return Bound("closing", row.task.id, finish)
    if finish == FAR_AHEAD:
        return Bound("end", row.task.id, row.late_finish)
    if finish == row.deadline:
        return Bound("deadline", row.task.id, finish)
    return Bound("closing" if row.task.part is Part.DURING else "opening", row.task.id, finish)


def drag(schedule: Schedule, task_id: str) -> int:
    """Minutes of working time by which what the task is bound to would come forward if the task took no time.

    Drag by its meaning (Devaux, Total Project Control, 1999): the duration set to zero and the pass run again. For a
    task bound to the opening it is the whole preparation that comes forward, for one bound to a deadline the task that
    carries the deadline.
    """
    return drags(schedule, (task_id,))[task_id]


def drags(schedule: Schedule, task_ids: Iterable[str]) -> dict[str, int]:
    """The drag of each of these tasks; many together cost little more than the dates they move."""
    network, both = schedule.network, schedule.passes
    trial = WhatIf(network, both.early, both.late, both.floor, both.end)
    parts: dict[Part, list[int]] = {}
    for index, task in enumerate(schedule.ceremony.tasks):
        parts.setdefault(task.part, []).append(index)
    found = {}
    for task_id in task_ids:
        bound, position = bound_of(schedule, task_id), network.position[task_id]
        target = network.position[bound.task_id]
        clock, targets = network.calendars[network.clock[target]], [target]
        if bound.kind not in ("deadline", "fixed"):
            part = schedule.ceremony.tasks[target].part
            clock, targets = schedule.ceremony.worktimes[OFFICE if part is Part.PREPARATION else "always"], parts[part]
        trial.set_minutes(position, 0)
        before, after = (max(dates.finish[one] for one in targets) for dates in (both.early, trial.early))
        found[task_id] = clock.count(before) - clock.count(after)
        trial.set_minutes(position, network.minutes[position])
    return found


def critical_paths(schedule: Schedule, limit: int = 100) -> tuple[tuple[str, ...], ...]:
    """All critical paths, in file order, `limit` at most: chains of tasks without float, each driving the next."""
    return tuple(islice(_critical_paths(schedule), limit))


def _critical_paths(schedule: Schedule) -> Iterator[tuple[str, ...]]:
    import networkx as nx

    network = schedule.network
    critical = {network.position[row.task.id] for row in schedule.rows.values() if row.critical}
    links = [
        link
        for task in sorted(critical)
        for link in driving_links(network, schedule.passes.early, task)
        if network.tail[link] in critical
    ]
    graph = nx.DiGraph(graph_of(network, links).subgraph([network.ids[task] for task in sorted(critical)]))
    last = [task for task in network.ids if task in graph and not graph.out_degree(task)]
    for first in [task for task in network.ids if task in graph and not graph.in_degree(task)]:
        if first in last:
            yield (first,)
        else:
            yield from map(tuple, nx.all_simple_paths(graph, first, last))


def driving_links(network: Network, early: Dates, task: int) -> list[int]:
    """The links whose own bound is the task's early start, in file order."""
    return [link for link in network.incoming[task] if _number_by_head(network, early, link) == early.number[task]]


def binding_tasks(network: Network, late: Dates, task: int) -> list[int]:
    """Positions of the tasks through which a late finish is bound, to the one that carries the bound."""
    if task < 0:
        return []
    chain = [task]
    while not _bound_itself(network, late, chain[-1]) and (links := _binding_links(network, late, chain[-1])):
        chain.append(network.head[links[0]])
    return chain


def _binding_links(network: Network, late: Dates, task: int) -> list[int]:
    return [link for link in network.outgoing[task] if _number_by_tail(network, late, link) == late.number[task]]


def _bound_itself(network: Network, late: Dates, task: int) -> bool:
    start, finish = network.start_by[task], network.finish_by[task]
    if start == finish == FAR_AHEAD:
        return False
    return passes.at_latest(network, task, start, finish) == late.number[task]


def _number_by_head(network: Network, early: Dates, link: int) -> int:
    head = network.head[link]
    bound = passes.head_bound(network, early, link)
    calendar = network.calendars[network.place[head]]
    if network.head_end[link]:
        return calendar.first_finish(bound) - network.minutes[head]
    return calendar.first_start(bound)


def _number_by_tail(network: Network, late: Dates, link: int) -> int:
    bound = passes.tail_bound(network, late, link)
    tied_finish = network.tail_end[link]
    start, finish = (FAR_AHEAD, bound) if tied_finish else (bound, FAR_AHEAD)
    return passes.at_latest(network, network.tail[link], start, finish)


def _last_start(network: Network, task: int, start: int) -> int:
    return passes.at_latest(network, task, start, FAR_AHEAD)
