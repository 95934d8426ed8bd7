"""The day as it might go: the hall is a little late, items run over, and somebody steers by the keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runbook.live import Cue, Expected, Press, Pressed, Programme, Timing, state_of, timing
from runbook.risk import Spread
from runbook.risk.spread import draw

LATE = Spread(0, 120, 900)  # seconds after its hour at which the first item begins


def showing(programme: Programme, spreads: Mapping[str, Spread], seed: int, late: Spread = LATE) -> Iterator[Pressed]:
    """The presses of one day, numbered from 1: each item begins when it is expected to, and takes what is drawn.

    Spreads are in seconds, by item. One that is shortened or dropped by an agreed saving takes the same share of its
    drawn time. Without spreads, and not late, all goes by the plan.
    """
    presses: list[Pressed] = []
    if not programme.cues:
        return
    now = programme.cues[0].start + _drawn(late, seed, "opening")
    while coming := _next(programme, presses, now):
        now = max(now, coming.start)
        presses.append(Pressed(len(presses) + 1, Press.START, now, coming.cue.id))
        yield presses[-1]
        now += _takes(coming, spreads, seed)
        presses.append(Pressed(len(presses) + 1, Press.FINISH, now, coming.cue.id))
        yield presses[-1]


def _next(programme: Programme, presses: list[Pressed], now: int) -> Expected | None:
    found: Timing = timing(programme, state_of(programme, presses), now)
    return next((row for row in found.coming if not row.dropped), None)


def _takes(coming: Expected, spreads: Mapping[str, Spread], seed: int) -> int:
    cue: Cue = coming.cue
    planned = coming.end - coming.start
    if cue.id not in spreads or not cue.length:
        return planned
    return round(_drawn(spreads[cue.id], seed, cue.id) * planned / cue.length)


def _drawn(spread: Spread, seed: int, name: str) -> int:
    return int(draw(spread, seed, name, 0, 1)[0])
