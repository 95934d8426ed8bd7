"""A project as columns of integers that the kernels compute on, once for each direction of time.

Backward scheduling is forward scheduling of the mirrored project: slot t becomes horizon − t, starts and finishes trade
places, links turn round (start-to-start becomes finish-to-finish), calendars and capacities run backwards.

What is free of all resources in one slot lies in few integers, each resource a field of bits with a guard bit above it:
one subtraction takes a task's whole demand, and a guard bit that is gone tells that some resource had too little.
"""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import accumulate
from typing import NamedTuple

from runbook.levelling.project import LevellingError, Link, Project, amounts, check, works
from runbook.model import Relation

Column = MutableSequence[int]  # a list, or an array of 64 bits where the kernels are compiled
Field = tuple[int, int, int]  # of a resource: number of the word, lowest bit, bits without the guard
WORD = 62  # bits of an integer that compiled kernels can use


class Direction(NamedTuple):
    """One direction of time. Calendar 0 works every slot; the columns of calendar c begin at c * (slots + 1).

    `worked[t]`: slots the calendar works before t. `slot[k]`: the k-th slot it works, `slots` where there is none.
    Links into task a are `link_first[a]` to `link_first[a + 1]`: `link_task` the predecessor, `from_finish` and
    `to_finish` which ends are tied, `lag` in slots of `lag_calendar`. `after_first` and `after` are the successors.
    `need[a * words + w]` and `available[t * words + w]` are packed, `guard[w]` the guard bits. `simple`: all links are
    finish to start without lag, no calendar, one word. Names of columns are those of the direction's own time.
    """

    slots: int
    words: int
    simple: bool
    duration: Column
    calendar: Column
    release: Column
    worked: Column
    slot: Column
    link_first: Column
    link_task: Column
    from_finish: Column
    to_finish: Column
    lag: Column
    lag_calendar: Column
    after_first: Column
    after: Column
    need: Column
    available: Column
    guard: Column
    topological: Column


class Packed(NamedTuple):
    """A project both ways round. `due`: the tasks with deadlines, which only costs look at (else `slots`)."""

    forward: Direction
    backward: Direction
    due: Column
    deadline: Column
    weight: Column


class _Way(NamedTuple):
    """A link in the direction of time it is counted in."""

    tail: int
    head: int
    from_finish: int
    to_finish: int
    lag: int
    calendar: int


class _Slots(NamedTuple):
    """What the slots of one direction hold: free units, and 1 or 0 a slot for each calendar."""

    free: list[list[int]]
    works: list[list[int]]


def pack(project: Project, word: int = WORD) -> Packed:
    """Columns of a project; `word`: usable bits of an integer, 0 for as many as it takes.

    Raises LevellingError ("ill-formed", "too-much", "circle").
    """
    check(project)
    count = project.slots
    given = [amounts(resource, count) for resource in project.resources]
    tops = [max([resource.capacity, *row]) for resource, row in zip(project.resources, given, strict=True)]
    fields = _fields(tops, word)
    words = fields[-1][0] + 1 if fields else 1
    guard = _word([1 << width for _, _, width in fields], fields, words)
    kinds = {row: _word(row, fields, words) for row in set(zip(*given, strict=True))}  # few: most slots are alike
    guarded = {row: [a | g for a, g in zip(word, guard, strict=True)] for row, word in kinds.items()}
    free = [guarded[row] for row in zip(*given, strict=True)]
    slots = _Slots(free or [guard] * count, [[1] * count, *(works(spans, count) for spans in project.calendars)])
    mirrored = _Slots(slots.free[::-1], [row[::-1] for row in slots.works])
    need = [_word(task.demand, fields, words) for task in project.tasks]
    ways = [_way(link) for link in project.links]
    deadline = [count if task.deadline is None else min(count, task.deadline) for task in project.tasks]
    return Packed(
        _direction(project, ways, need, guard, slots)._replace(release=[task.release for task in project.tasks]),
        _direction(project, [_turned(way) for way in ways], need, guard, mirrored),
        [number for number, task in enumerate(project.tasks) if task.deadline is not None],
        deadline,
        [task.weight for task in project.tasks],
    )


def _direction(
    project: Project, ways: Sequence[_Way], need: list[list[int]], guard: list[int], slots: _Slots
) -> Direction:
    size, count = len(project.tasks), len(slots.free)
    into = sorted(range(len(ways)), key=lambda way: ways[way].head)
    out = sorted(range(len(ways)), key=lambda way: ways[way].tail)
    plain = all((w.from_finish, w.to_finish, w.lag) == (1, 0, 0) for w in ways)
    calendar = [0 if t.calendar is None or not t.duration else t.calendar + 1 for t in project.tasks]
    return Direction(
        slots=count,
        words=len(guard),
        simple=plain and len(guard) == 1 and not any(calendar),
        duration=[task.duration for task in project.tasks],
        calendar=calendar,
        release=[0] * size,
        worked=[before for row in slots.works for before in accumulate(row, initial=0)],
        slot=[slot for row in slots.works for slot in _worked_slots(row)],
        link_first=_firsts([ways[way].head for way in into], size),
        link_task=[ways[way].tail for way in into],
        from_finish=[ways[way].from_finish for way in into],
        to_finish=[ways[way].to_finish for way in into],
        lag=[ways[way].lag for way in into],
        lag_calendar=[ways[way].calendar for way in into],
        after_first=_firsts([ways[way].tail for way in out], size),
        after=[ways[way].head for way in out],
        need=[word for row in need for word in row],
        available=[word for row in slots.free for word in row],
        guard=guard,
        topological=_topological(ways, size),
    )


def _fields(tops: Sequence[int], word: int) -> list[Field]:
    """Where each resource lies; `tops` is the most there ever is of each."""
    fields, number, low = [], 0, 0
    for top in tops:
        width = top.bit_length()
        if word and low and low + width + 1 > word:
            number, low = number + 1, 0
        fields.append((number, low, width))
        low += width + 1
    return fields


def _word(units: Sequence[int], fields: Sequence[Field], words: int) -> list[int]:
    packed = [0] * words
    for amount, (number, low, _) in zip(units, fields, strict=False):
        packed[number] |= amount << low
    return packed


def _worked_slots(row: Sequence[int]) -> list[int]:
    worked = [slot for slot, works in enumerate(row) if works]
    return worked + [len(row)] * (len(row) + 1 - len(worked))


def _way(link: Link) -> _Way:
    """A lag of nothing is counted on the wall clock: no time passes on any calendar."""
    calendar = link.calendar + 1 if link.calendar is not None and link.lag else 0
    relation: Relation = link.relation
    return _Way(link.tail, link.head, int(relation.predecessor_end), int(relation.successor_end), link.lag, calendar)


def _turned(way: _Way) -> _Way:
    """The same link seen backwards: what was a finish is a start."""
    return way._replace(tail=way.head, head=way.tail, from_finish=1 - way.to_finish, to_finish=1 - way.from_finish)


def _firsts(ends: Sequence[int], size: int) -> list[int]:
    counts = [0] * size
    for task in ends:
        counts[task] += 1
    return list(accumulate(counts, initial=0))


def _topological(ways: Sequence[_Way], size: int) -> list[int]:
    """Kahn's algorithm. Raises LevellingError "circle"."""
    waiting, after = [0] * size, [[] for _ in range(size)]  # type: tuple[list[int], list[list[int]]]
    for way in ways:
        waiting[way.head] += 1
        after[way.tail].append(way.head)
    order = [task for task in range(size) if not waiting[task]]
    for task in order:
        for head in after[task]:
            waiting[head] -= 1
            if not waiting[head]:
                order.append(head)
    if len(order) < size:
        raise LevellingError("circle", min(set(range(size)).difference(order)))
    return order
