"""A population of task lists, improved by crossing, shifting and justifying.

Method: the serial scheme with forward-backward improvement in a genetic algorithm (Valls, Ballestín, Quintanilla,
"Justification and RCPSP: a technique that pays", European Journal of Operational Research 165, 2005), changed in four
ways. A list is that of a left-justified schedule and its children are first scheduled backwards, so that a child costs
two schedules and is justified by them (after Debels and Vanhoucke, "A bi-population based genetic algorithm for the
RCPSP", ICCSA 2005). One stretch of the mother's list is put in the father's order, the rest stays as it is. Fathers
live near by on a ring, which keeps the population from growing alike (cellular: Alba and Dorronsoro, Cellular Genetic
Algorithms, 2008). A child takes its mother's place where it is no worse, so plateaus are walked over.

As generation.py these functions run plain and compiled, with the same answers: integers only, a random generator of
their own (Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003).
"""

from __future__ import annotations

from typing import NamedTuple

from runbook.levelling.generation import NOWHERE, list_by, place
from runbook.levelling.packing import Column, Direction, Packed

NEIGHBOURS = 40  # members of the ring a father is chosen from
SHORTEST, LONGEST = 5, 50  # of the stretch put in the father's order, in hundredths of the list
SHIFTS = 4  # most tasks shifted in a child
SLACK = 4  # what part of the makespan a child may be longer than its mother on the way back
ROUND = 3  # eligible tasks the next one of a first list is chosen from
BITS = 0xFFFFFFFF


class Population(NamedTuple):
    """`lists`: the members' lists one after another, each of the backward direction; `costs` of their schedules.

    `record`: random state, schedules made, members there are, the member whose turn it is, cost of the best.
    """

    lists: Column
    costs: Column
    start: Column
    finish: Column
    record: Column


RANDOM, SCHEDULES, MEMBERS, TURN, BEST = range(5)


class Sheet(NamedTuple):
    """Room to work in, one number a task where nothing else is said."""

    free: Column  # what is available forwards
    free_back: Column
    counts: Column  # COUNTS
    low: Column
    start: Column
    finish: Column
    key: Column
    order: Column
    spare: Column
    child: Column
    place: Column


def draw(record: Column, count: int) -> int:
    """A random number from 0 to count − 1."""
    state = record[RANDOM]
    state ^= (state << 13) & BITS
    state ^= state >> 17
    state ^= (state << 5) & BITS
    record[RANDOM] = state
    return (state * count) >> 32


def cost_of(packed: Packed, finish: Column, makespan: int) -> int:
    """Lateness first, then the makespan, in one number."""
    late = 0
    for task in packed.due:
        late += packed.weight[task] * max(0, finish[task] - packed.deadline[task])
    return late * (packed.forward.slots + 1) + makespan


def sample(way: Direction, latest: Column, record: Column, order: Column, waiting: Column, eligible: Column) -> None:
    """A random topological list in which tasks with an early latest finish tend to come early (a tournament each)."""
    count = 0
    for task in range(len(order)):
        waiting[task] = way.link_first[task + 1] - way.link_first[task]
        if waiting[task] == 0:
            eligible[count] = task
            count += 1
    for at in range(len(order)):
        chosen = draw(record, count)
        for _ in range(ROUND - 1):
            other = draw(record, count)
            if latest[eligible[other]] < latest[eligible[chosen]]:
                chosen = other
        task = eligible[chosen]
        count -= 1
        eligible[chosen] = eligible[count]
        order[at] = task
        for link in range(way.after_first[task], way.after_first[task + 1]):
            after = way.after[link]
            waiting[after] -= 1
            if waiting[after] == 0:
                eligible[count] = after
                count += 1


def cross(population: Population, mother: int, father: int, child: Column, inside: Column) -> None:
    """The mother's list, one stretch of it in the father's order: topological, as both are."""
    size, record = len(child), population.record
    length = max(1, size * SHORTEST // 100) + draw(record, max(1, size * (LONGEST - SHORTEST) // 100))
    first = draw(record, size - length + 1)
    for at in range(size):
        child[at] = population.lists[mother * size + at]
        inside[child[at]] = int(first <= at < first + length)
    at = first
    for other in range(father * size, (father + 1) * size):
        task = population.lists[other]
        if inside[task]:
            child[at] = task
            at += 1


def shift(way: Direction, record: Column, child: Column, place_of: Column) -> None:
    """Some tasks moved to other places of the list, between their predecessors and successors."""
    size = len(child)
    for at in range(size):
        place_of[child[at]] = at
    for _ in range(1 + draw(record, SHIFTS)):
        at = draw(record, size)
        task = child[at]
        lowest, highest = max(0, at - size // 4), min(size - 1, at + size // 4)
        for link in range(way.link_first[task], way.link_first[task + 1]):
            lowest = max(lowest, place_of[way.link_task[link]] + 1)
        for link in range(way.after_first[task], way.after_first[task + 1]):
            highest = min(highest, place_of[way.after[link]] - 1)
        goal = lowest + draw(record, highest - lowest + 1)
        step = 1 if goal > at else -1
        while at != goal:
            child[at] = child[at + step]
            place_of[child[at]] = at
            at += step
        child[goal] = task
        place_of[task] = goal


def justify(packed: Packed, sheet: Sheet, child: Column, makespan: int) -> int:
    """A backward list scheduled backwards from some time after the makespan, the result forwards; makespan or NOWHERE.

    From after it, because a child is rarely as short as its mother and would find no room before the first slot.
    Deadlines are as much later; tasks are not put behind them on the way back, which brings them forward in the list.
    """
    forward, backward = packed.forward, packed.backward
    size, later = len(child), makespan // SLACK
    for task in range(size):
        sheet.low[task] = max(0, forward.slots - makespan - later)
    for task in packed.due:
        sheet.low[task] = max(sheet.low[task], forward.slots - packed.deadline[task] - later)
    span = place(backward, child, sheet.low, sheet.free_back, sheet.start, sheet.finish)
    for at in range(size):
        task = child[at]
        sheet.key[task] = span - sheet.finish[task] if span != NOWHERE else size - at - 1
    list_by(forward, sheet.key, sheet.order, sheet.spare, sheet.counts)
    return place(forward, sheet.order, forward.release, sheet.free, sheet.start, sheet.finish)


def settle(packed: Packed, population: Population, sheet: Sheet, member: int, makespan: int) -> None:
    """The schedule on the sheet becomes a member where it is no worse than the one there."""
    if makespan == NOWHERE:
        return
    size = len(sheet.finish)
    cost = cost_of(packed, sheet.finish, makespan)
    if cost > population.costs[member]:
        return
    for task in range(size):
        sheet.key[task] = makespan - sheet.finish[task]
    list_by(packed.backward, sheet.key, sheet.order, sheet.spare, sheet.counts)
    for at in range(size):
        population.lists[member * size + at] = sheet.order[at]
    population.costs[member] = cost
    if cost < population.record[BEST]:
        population.record[BEST] = cost
        for task in range(size):
            population.start[task] = sheet.start[task]
            population.finish[task] = sheet.finish[task]


def evolve(packed: Packed, latest: Column, population: Population, sheet: Sheet, until: int, bound: int) -> None:
    """Go on until that many schedules are made or the best costs no more than the bound.

    First the members are drawn, then each in turn is a mother. Stopping and going on changes nothing.
    """
    forward, backward, record = packed.forward, packed.backward, population.record
    members = len(population.costs)
    while record[SCHEDULES] < until and record[BEST] > bound:
        if record[MEMBERS] < members:
            member = record[MEMBERS]
            sample(forward, latest, record, sheet.order, sheet.key, sheet.spare)
            makespan = place(forward, sheet.order, forward.release, sheet.free, sheet.start, sheet.finish)
            settle(packed, population, sheet, member, makespan)
            record[SCHEDULES] += 1
            record[MEMBERS] += 1
            continue
        mother = record[TURN]
        near = min(NEIGHBOURS, members - 1)
        father = (mother + 1 + draw(record, near)) % members
        rival = (mother + 1 + draw(record, near)) % members
        if population.costs[rival] < population.costs[father]:
            father = rival
        cross(population, mother, father, sheet.child, sheet.place)
        shift(backward, record, sheet.child, sheet.place)
        makespan = justify(packed, sheet, sheet.child, population.costs[mother] % (forward.slots + 1))
        settle(packed, population, sheet, mother, makespan)
        record[SCHEDULES] += 2
        record[TURN] = (mother + 1) % members
