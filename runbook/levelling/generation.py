"""The serial schedule generation scheme over packed columns.

Kelley, "The critical-path method: resources planning and scheduling" (1963), as in Kolisch, "Serial and parallel
resource-constrained project scheduling methods revisited", European Journal of Operational Research 90, 1996: the tasks
of a list are placed one by one, each at the earliest slots that precedence and resources allow.

These functions run as they stand and compiled by numba (see compiled.py), so they keep to integers, columns and loops;
and some are longer than elsewhere, because what is called for each slot would be paid for in every schedule.
"""

from __future__ import annotations

from runbook.levelling.packing import Column, Direction

NOWHERE = -1  # no room before the horizon
BITS_A_PASS = 10  # of the sort of keys
COUNTS = 1 << BITS_A_PASS


def earliest(way: Direction, task: int, low: int, start: Column, finish: Column) -> int:
    """The first working slot, by its number on the task's calendar, that `low` and the predecessors allow."""
    at, end = low, 0
    base = way.slots + 1
    for link in range(way.link_first[task], way.link_first[task + 1]):
        before = way.link_task[link]
        tied = finish[before] if way.from_finish[link] else start[before]
        clock = way.lag_calendar[link] * base
        bound = tied + way.lag[link]
        if clock:
            count = min(way.worked[clock + tied] + way.lag[link], base)
            bound = way.slot[clock + count - 1] + 1 if count > 0 else 0
        if way.to_finish[link]:
            end = max(end, bound)
        else:
            at = max(at, bound)
    if max(at, end) > way.slots:
        return NOWHERE
    duration = way.duration[task]
    clock = way.calendar[task] * base
    number = way.worked[clock + at]
    if end > 0 and duration == 0:
        number = max(number, end)
    elif end > 0:
        number = max(number, way.worked[clock + end - 1] - duration + 1)
    return number


def room(way: Direction, task: int, number: int, free: Column) -> int:
    """The first number not below the given one from which all the task's slots have what it needs, or NOWHERE.

    The slots are looked at from the last to the first, so that a slot without room skips as many as it can (Kolisch
    and Hartmann's remark on the serial scheme); those looked at before are not looked at again.
    """
    duration, words = way.duration[task], way.words
    clock = way.calendar[task] * (way.slots + 1)
    seen = number
    look = number + duration - 1
    while True:
        if number + duration > way.slots or (duration > 0 and way.slot[clock + number + duration - 1] >= way.slots):
            return NOWHERE
        while look >= seen:
            slot = way.slot[clock + look] * words
            fits = True
            for word in range(words):
                guard = way.guard[word]
                if (free[slot + word] - way.need[task * words + word]) & guard != guard:
                    fits = False
            if not fits:
                break
            look -= 1
        if look < seen:
            return number
        seen = max(seen, number + duration)
        number = look + 1
        look = number + duration - 1


def occupy(way: Direction, task: int, number: int, free: Column, start: Column, finish: Column) -> None:
    """The task is placed from that number on, and takes its resources in the slots it works."""
    duration, words = way.duration[task], way.words
    clock = way.calendar[task] * (way.slots + 1)
    if duration == 0:
        start[task] = finish[task] = number
        return
    for worked in range(number, number + duration):
        slot = way.slot[clock + worked] * words
        for word in range(words):
            free[slot + word] -= way.need[task * words + word]
    start[task] = way.slot[clock + number]
    finish[task] = way.slot[clock + number + duration - 1] + 1


def place(way: Direction, order: Column, low: Column, free: Column, start: Column, finish: Column) -> int:
    """All tasks of a topological list by the serial scheme, task a not before `low[a]`; the makespan or NOWHERE.

    `free` is what is available when it is called, and is again when it returns.
    """
    if way.simple:
        return place_simply(way, order, low, free, start, finish)
    makespan = 0
    for task in order:
        number = earliest(way, task, low[task], start, finish)
        if number != NOWHERE:
            number = room(way, task, number, free)
        if number == NOWHERE:
            put_back(way, 0, way.slots, free)
            return NOWHERE
        occupy(way, task, number, free, start, finish)
        makespan = max(makespan, finish[task])
    begin = start[order[0]] if len(order) else 0
    for task in order:
        begin = min(begin, start[task])
    put_back(way, begin, makespan, free)
    return makespan


def place_simply(way: Direction, order: Column, low: Column, free: Column, start: Column, finish: Column) -> int:
    """The same where all links are finish to start, without calendars and with one word a slot: much faster."""
    guard, slots = way.guard[0], way.slots
    makespan, begin = 0, slots
    for task in order:
        duration, need, at = way.duration[task], way.need[task], low[task]
        for link in range(way.link_first[task], way.link_first[task + 1]):
            before = finish[way.link_task[link]]
            if before > at:
                at = before
        if at + duration > slots:
            put_back(way, 0, way.slots, free)
            return NOWHERE
        seen, look = at, at + duration - 1
        while look >= seen:
            if (free[look] - need) & guard == guard:
                look -= 1
                continue
            seen = max(seen, at + duration)
            at = look + 1
            look = at + duration - 1
            if look >= slots:
                put_back(way, 0, way.slots, free)
                return NOWHERE
        for slot in range(at, at + duration):
            free[slot] -= need
        start[task] = at
        finish[task] = at + duration
        if at < begin:
            begin = at
        if at + duration > makespan:
            makespan = at + duration
    put_back(way, begin, makespan, free)
    return makespan


def put_back(way: Direction, begin: int, end: int, free: Column) -> None:
    """Free again what is available in these slots. A loop, because numba takes seconds to compile slices of arrays."""
    for at in range(begin * way.words, end * way.words):
        free[at] = way.available[at]


def list_by(way: Direction, key: Column, order: Column, spare: Column, counts: Column) -> None:
    """The tasks by rising key, predecessors first; ties fall as in the direction's own topological order.

    `key` is raised to the largest of the task's predecessors; where the links are simple it must rise with them.
    A radix sort of the slots by ten bits a pass, one pass for most.
    """
    top = 0
    for task in way.topological:
        if not way.simple:
            for link in range(way.link_first[task], way.link_first[task + 1]):
                key[task] = max(key[task], key[way.link_task[link]])
        top = max(top, key[task])
    _sorted_by_digit(way.topological, key, 0, top, order, counts)
    shift = BITS_A_PASS
    while top >> shift > 0:
        for at in range(len(order)):
            spare[at] = order[at]
        _sorted_by_digit(spare, key, shift, top, order, counts)
        shift += BITS_A_PASS


def _sorted_by_digit(given: Column, key: Column, shift: int, top: int, order: Column, counts: Column) -> None:
    """The given tasks in stable order of ten bits of their keys."""
    last = min(COUNTS - 1, top >> shift)
    for digit in range(last + 1):
        counts[digit] = 0
    for task in given:
        counts[(key[task] >> shift) & (COUNTS - 1)] += 1
    below = 0
    for digit in range(last + 1):
        count = counts[digit]
        counts[digit] = below
        below += count
    for task in given:
        digit = (key[task] >> shift) & (COUNTS - 1)
        order[counts[digit]] = task
        counts[digit] += 1
