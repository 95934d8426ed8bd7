"""The day as it might go: the hall is a little late, items run over, and somebody steers by the keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from runbook.live import Expected, Press, Pressed, Programme, state_of, timing
from runbook.risk import Spread
from runbook.risk.spread import draw

LATE = Spread(0, 120, 900)  # seconds after its hour at which the first item begins


def showing(programme: Programme, spreads: Mapping[str, Spread], seed: int, late: Spread = LATE) -> Iterator[Pressed]:
    """The presses of one day, numbered from 1: each item begins when it is expected to, and takes what is drawn.

    Spreads are in seconds, by item. One that is shortened by an agreed saving takes the same share of its drawn time,
    one that is to be dropped is skipped. Without spreads, and not late, all goes by the plan.
    """
    presses: list[Pressed] = []
    now = programme.cues[0].start + _drawn(late, seed, "opening") if programme.cues else 0
    while coming := _next(programme, presses, now):
        now = max(now, coming.start)
        coming = _next(programme, presses, now) or coming  # what is agreed may look otherwise by then
        for what, at in _played(coming, now, spreads, seed):
            pressed = Pressed(len(presses) + 1, what, at, coming.cue.id)
            presses.append(replace(pressed, seconds=-coming.saved) if what is Press.START else pressed)
            yield presses[-1]
            now = at


def _next(programme: Programme, presses: list[Pressed], now: int) -> Expected | None:
    return next(iter(timing(programme, state_of(programme, presses), now).coming), None)


def _played(coming: Expected, now: int, spreads: Mapping[str, Spread], seed: int) -> Iterator[tuple[Press, int]]:
    if coming.dropped:
        yield Press.SKIP, now
        return
    cue, takes = coming.cue, coming.end - coming.start
    if cue.id in spreads and cue.length:
        takes = round(_drawn(spreads[cue.id], seed, cue.id) * takes / cue.length)
    yield Press.START, now
    yield Press.FINISH, now + takes


def _drawn(spread: Spread, seed: int, name: str) -> int:
    return int(draw(spread, seed, name, 0, 1)[0])
