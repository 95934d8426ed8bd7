"""The first answer, made by priority rules.

Latest finish and latest start are the two best simple rules (Kolisch, "Efficient priority rules for the
resource-constrained project scheduling problem", Journal of Operations Management 14, 1996). Justifying to the right
and back to the left again never makes a schedule longer where all links are finish to start (Valls, Ballestín,
Quintanilla, "Justification and RCPSP: a technique that pays", European Journal of Operational Research 165, 2005); with
other links it may, and then the schedule before it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import accumulate

from runbook.levelling.evolution import cost_of
from runbook.levelling.generation import COUNTS, NOWHERE, earliest, list_by, occupy, place, room
from runbook.levelling.packing import Column, Direction, Packed
from runbook.levelling.project import LevellingError, Project, amounts, works

ROUNDS = 3  # of justification at most; it goes on while it helps
Dates = tuple[list[int], list[int]]  # slots the tasks start at, slots they finish at


def first(packed: Packed, keys: Sequence[list[int]]) -> Dates:
    """The best of both schemes with each rule, justified. Raises LevellingError "no-room" where none has room."""
    found = []
    for key in keys:
        order = listed(packed.forward, key)
        for dates in (serial(packed.forward, order, packed.forward.release), parallel(packed.forward, order)):
            if dates:
                found.append(justified(packed, dates))
    if not found:
        raise LevellingError("no-room", _stuck(packed))
    return min(found, key=lambda dates: cost(packed, dates))


def cost(packed: Packed, dates: Dates) -> int:
    """Lateness and makespan as the kernels weigh them."""
    return cost_of(packed, dates[1], max(dates[1], default=0))


def serial(way: Direction, order: Column, low: Column) -> Dates | None:
    """The serial scheme; None where the horizon has no room."""
    start, finish = [0] * len(order), [0] * len(order)
    makespan = place(way, order, low, list(way.available), start, finish)
    return None if makespan == NOWHERE else (start, finish)


def parallel(way: Direction, order: Column) -> Dates | None:
    """The parallel scheme: time goes on only when no task can start, the first of the list that can start does.

    As a queue by the earliest start; since resources only become scarcer, a start looked at again is later or right.
    """
    size = len(order)
    start, finish, free = [0] * size, [0] * size, list(way.available)
    waiting = [way.link_first[task + 1] - way.link_first[task] for task in range(size)]
    rank = {task: number for number, task in enumerate(order)}
    queue: list[tuple[int, int, int]] = [(0, rank[task], 0) for task in order if not waiting[task]]
    while queue:
        at, ranked, number = heappop(queue)
        task = order[ranked]
        number = room(way, task, max(number, earliest(way, task, way.release[task], start, finish)), free)
        if number == NOWHERE:
            return None
        if (begins := _slot(way, task, number)) > at:
            heappush(queue, (begins, ranked, number))
            continue
        occupy(way, task, number, free, start, finish)
        for after in way.after[way.after_first[task] : way.after_first[task + 1]]:
            waiting[after] -= 1
            if not waiting[after]:
                heappush(queue, (begins, rank[after], 0))
    return start, finish


def justified(packed: Packed, dates: Dates) -> Dates:
    """The schedule justified to the right and to the left while that makes it better."""
    for _ in range(ROUNDS):
        other = _justified_once(packed, dates)
        if other is None or cost(packed, other) >= cost(packed, dates):
            break
        dates = other
    return dates


def _justified_once(packed: Packed, dates: Dates) -> Dates | None:
    """Every task as late as can be before the end and its own deadline (or where it is), then as early as can be."""
    slots, makespan = packed.forward.slots, max(dates[1], default=0)
    low = [slots - makespan] * len(dates[1])
    for task in packed.due:
        low[task] = slots - max(dates[1][task], min(makespan, packed.deadline[task]))
    right = serial(packed.backward, listed(packed.backward, [makespan - end for end in dates[1]]), low)
    if right is None:
        return None
    return serial(packed.forward, listed(packed.forward, [slots - end for end in right[1]]), packed.forward.release)


def listed(way: Direction, key: list[int]) -> list[int]:
    """The topological list by rising key."""
    order = [0] * len(key)
    list_by(way, list(key), order, [0] * len(key), [0] * COUNTS)
    return order


def unlimited(way: Direction, low: Column) -> Dates | None:
    """The earliest dates when resources do not count: the critical path method."""
    return serial(way._replace(need=[0] * len(way.need)), way.topological, low)


def latest_dates(packed: Packed) -> tuple[list[int], list[int]]:
    """Latest finishes and latest starts, from the far end of the horizon; deadlines are moved as far as the end is.

    Where deadlines leave the chain before them no room at all, they count no more here (they still do in the cost).
    """
    slots, size = packed.forward.slots, len(packed.deadline)
    early = unlimited(packed.forward, packed.forward.release)
    if early is None:
        raise LevellingError("no-room", _stuck(packed))
    spare = slots - max(early[1], default=0)
    low = [max(0, slots - deadline - spare) for deadline in packed.deadline]
    late = unlimited(packed.backward, low) or unlimited(packed.backward, [0] * size)
    if late is None:
        raise LevellingError("no-room", _stuck(packed))
    return [slots - start for start in late[0]], [slots - finish for finish in late[1]]


def bound(packed: Packed, project: Project) -> tuple[int, int]:
    """Lateness and makespan that no schedule undercuts: by the critical path, and by the work of each resource."""
    early = unlimited(packed.forward, packed.forward.release)
    if early is None:
        raise LevellingError("no-room", _stuck(packed))
    late = cost(packed, early) // (packed.forward.slots + 1)
    return late, max([*early[1], *_energy(project, early[0], packed.forward.slots), 0])


def _energy(project: Project, early: Sequence[int], slots: int) -> list[int]:
    """For each resource the first slot by which it can have given all the work asked of it.

    It gives nothing before the first of its users can begin, and nothing while none of them works.
    """
    ends = []
    for number, resource in enumerate(project.resources):
        users = [at for at, task in enumerate(project.tasks) if task.duration and any(task.demand[number : number + 1])]
        work = sum(project.tasks[at].duration * project.tasks[at].demand[number] for at in users)
        begin = min((early[at] for at in users), default=0)
        worked = _worked(project, {project.tasks[at].calendar for at in users}, slots)
        given = (units * there for units, there in zip(amounts(resource, slots)[begin:], worked[begin:], strict=True))
        reached = accumulate(given, initial=0)
        ends.append(next((slot for slot, units in enumerate(reached, begin) if units >= work), slots) if work else 0)
    return ends


def _worked(project: Project, calendars: set[int | None], slots: int) -> list[int]:
    """1 for each slot that any of the calendars works."""
    return works(
        [(0, slots)]
        if None in calendars
        else [span for one in calendars if one is not None for span in project.calendars[one]],
        slots,
    )


def _slot(way: Direction, task: int, number: int) -> int:
    return way.slot[way.calendar[task] * (way.slots + 1) + number] if way.duration[task] else number


def _stuck(packed: Packed) -> int:
    """The first task of the topological list that the serial scheme finds no room for."""
    way = packed.forward
    start, finish, free = [0] * len(way.duration), [0] * len(way.duration), list(way.available)
    for task in way.topological:
        number = earliest(way, task, way.release[task], start, finish)
        number = NOWHERE if number == NOWHERE else room(way, task, number, free)
        if number == NOWHERE:
            return task
        occupy(way, task, number, free, start, finish)
    return -1
