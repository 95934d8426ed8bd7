"""Tasks of a schedule moved as late as those behind them, deadlines and capacities allow."""

from __future__ import annotations

from collections.abc import Mapping

from runbook.levelling.generation import NOWHERE, earliest, occupy, room
from runbook.levelling.packing import Direction, pack
from runbook.levelling.project import Project, Schedule, schedule_of


def pulled_late(project: Project, schedule: Schedule, latest: Mapping[int, int]) -> Schedule:
    """The schedule with the tasks of `latest` as late as can be, but finished by the slot it names, or where it was.

    Everything else stays; nothing begins earlier.
    """
    way = pack(project, 0).backward
    start = [way.slots - slot for slot in schedule.finish]
    finish = [way.slots - slot for slot in schedule.start]
    free = list(way.available)
    for task in range(len(start)):
        _take(way, task, start[task], free, 1)
    for task in way.topological:
        if task not in latest:
            continue
        here = start[task]
        _take(way, task, here, free, -1)
        number = earliest(way, task, way.slots - max(latest[task], way.slots - here), start, finish)
        number = NOWHERE if number == NOWHERE else room(way, task, number, free)
        occupy(way, task, _number(way, task, here) if number == NOWHERE else number, free, start, finish)
    return schedule_of(project, [way.slots - slot for slot in finish], [way.slots - slot for slot in start])


def _number(way: Direction, task: int, at: int) -> int:
    return way.worked[way.calendar[task] * (way.slots + 1) + at] if way.duration[task] else at


def _take(way: Direction, task: int, at: int, free: list[int], sign: int) -> None:
    """What the task holds from that slot on is taken, or given back."""
    clock, first = way.calendar[task] * (way.slots + 1), _number(way, task, at)
    for number in range(first, first + way.duration[task]):
        slot = way.slot[clock + number] * way.words
        for word in range(way.words):
            free[slot + word] -= sign * way.need[task * way.words + word]
