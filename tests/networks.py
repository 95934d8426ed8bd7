"""Random networks for property tests, built the way the engine sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from runbook.axis import Axis
from runbook.network import FAR_AHEAD, LONG_AGO, Network
from runbook.worktime import ALWAYS, DayOff, WorkCalendar, WorkPattern

AXIS = Axis()
FRIDAY = AXIS.minute(date(2024, 11, 8), 13 * 60 + 30)
_DAY_HOURS = ((480, 720), (810, 1050))
HOLIDAY = {
    date(2024, 11, 20): DayOff(date(2024, 11, 20), works=False),
    date(2024, 11, 16): DayOff(date(2024, 11, 16), True),
}

ROUND_THE_CLOCK = WorkCalendar("always", ALWAYS, AXIS)
OFFICE = WorkCalendar("office", WorkPattern((_DAY_HOURS,) * 5 + ((), ()), 480, HOLIDAY), AXIS)
SIX_DAYS = WorkCalendar("six", WorkPattern((_DAY_HOURS,) * 5 + (((480, 720),), ()), 480), AXIS)
NIGHTS = WorkCalendar("nights", WorkPattern((((1320, 1800),),) * 7, 480), AXIS)
CALENDARS = (ROUND_THE_CLOCK, OFFICE, SIX_DAYS, NIGHTS)

OFFICE_ONLY, CLOCK_ONLY, MIXED = (1,), (0,), (0, 1, 2, 3)


SEEDS = st.integers(0, 2**32 - 1)  # of everything drawn but the size: drawing each number apart takes ten times as long


@dataclass(frozen=True)
class Kind:
    """What the networks drawn may hold."""

    places: tuple[int, ...] = MIXED
    lags: tuple[int, int] = (-3000, 3000)
    ends: tuple[int, ...] = (0, 1)
    working_lags: bool = True
    bounds: bool = False
    most: int = 9
    milestones: bool = True


def networks(**kind: Any) -> st.SearchStrategy[Network]:
    """One network of a Kind."""
    return several(1, **kind).map(lambda found: found[0])


def several(count: int, **kind: Any) -> st.SearchStrategy[list[Network]]:
    """Networks of one size: where checking one takes no time, drawing each for itself takes most of it."""
    wanted = Kind(**kind)

    def drawn(size: int, seed: int) -> list[Network]:
        random = Random(seed)
        return [network(wanted, size, random) for _ in range(count)]

    return st.builds(drawn, st.integers(1, wanted.most), SEEDS)


def network(kind: Kind, size: int, random: Random) -> Network:
    """A network without a cycle: links run from an earlier to a later position of a shuffled order."""
    order = random.sample(range(size), size)
    pairs = [(order[i], order[j]) for i in range(size) for j in range(i + 1, size)]
    links = random.choices(pairs, k=random.randint(0, 2 * size)) if pairs else []
    minutes = [_number(random, 0 if kind.milestones else 1, 2000) for _ in range(size)]
    clock = [random.choice(kind.places) for _ in range(size)]
    clocks = [random.choice((-1, *kind.places)) if kind.working_lags else -1 for _ in links]

    def some(nothing: int) -> list[int]:
        instants = FRIDAY - 5000, FRIDAY + 40_000
        return [_number(random, *instants) if kind.bounds and random.random() < 0.5 else nothing for _ in range(size)]

    return Network(
        ids=tuple(f"t{position}" for position in range(size)),
        minutes=minutes,
        place=[own if duration else 0 for own, duration in zip(clock, minutes, strict=True)],
        clock=clock,
        not_before=some(LONG_AGO),
        start_by=some(FAR_AHEAD),
        finish_by=some(FAR_AHEAD),
        tail=[tail for tail, _ in links],
        head=[head for _, head in links],
        tail_end=[random.choice(kind.ends[-1:] if kind.ends == (1,) else kind.ends) for _ in links],
        head_end=[random.choice((0,) if kind.ends == (1,) else kind.ends) for _ in links],
        lag=[_number(random, *(kind.lags if own < 0 else (1, 2000))) for own in clocks],
        lag_clock=clocks,
        calendars=CALENDARS,
    )


def _number(random: Random, least: int, most: int) -> int:
    """One of the range, its ends and the numbers of whole days and of a few minutes more often than others."""
    if random.random() < 0.7:
        return random.randint(least, most)
    near = random.choice((least, most, 0, FRIDAY, 480, 960, 1440)) + random.choice((-1, 0, 0, 1))
    return min(max(near, least), most)
