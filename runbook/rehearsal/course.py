"""The whole course of a ceremony: its preparation and its day, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby

from runbook.live import Pressed
from runbook.live.programme import programme_of
from runbook.rehearsal.preparing import preparing
from runbook.rehearsal.showing import showing
from runbook.risk.spread import Default, Spread
from runbook.risk.uncertain import spreads_of
from runbook.schedule import Schedule
from runbook.tracking import Happened, What

MINUTE = 60
Step = tuple[int, tuple[Happened, ...] | Pressed]


def course(schedule: Schedule, default: Default, seed: int) -> Iterator[Step]:
    """What is told or pressed, each with its instant in seconds since 1970 UTC.

    Lines that say the same of several tasks at one instant come together. `default`: the spread of what has no range.
    """
    ceremony = schedule.ceremony
    told = groupby(preparing(schedule, spreads_of(ceremony, ceremony, default), seed), key=_alike)
    prepared: Iterator[Step] = ((same[0] * MINUTE, tuple(lines)) for same, lines in told)
    programme = programme_of(schedule)
    lengths = {one.id: _spread(schedule, one.id, default) for one in programme.cues if one.length}
    shown: Iterator[Step] = ((one.at, one) for one in showing(programme, lengths, seed))
    return merge(prepared, shown, key=lambda step: step[0])


def _alike(one: Happened) -> tuple[int, What, str]:
    return one.at, one.what, one.task if one.what in (What.LATE, What.RECEIVE) else ""


def _spread(schedule: Schedule, item: str, default: Default) -> Spread:
    task = schedule.rows[item].task
    whole = default.of(task.minutes * MINUTE)
    return whole if task.range is None else Spread(task.range[0] * MINUTE, whole.likely, task.range[1] * MINUTE)
