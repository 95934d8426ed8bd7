"""Made-up networks, the same for every party: columns of whole numbers in a file.

`layered`: every task waits for two of the layer before, finish to start, in shuffled order. `ceremony`: up to 3,000
tasks each, all four relations, lags forwards and backwards, some in working time, links mostly short. Both have about
two links a task, never two between the same tasks (so that a DiGraph holds them all), and three calendars.
"""

from __future__ import annotations

import marshal
from array import array
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from runbook.axis import Axis
from runbook.network import FAR_AHEAD, LONG_AGO, Network
from runbook.worktime import ALWAYS, WorkCalendar, WorkPattern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from benchmarks.bench import Bench

    Pairs = NDArray[np.int64]

KINDS = ("layered", "ceremony")
CEREMONY = 3000  # tasks of one ceremony
AXIS = Axis()
FLOOR = AXIS.minute(date(2024, 11, 8), 13 * 60 + 30)
_HOURS = ((480, 720), (810, 1050))
ROUND_THE_CLOCK = WorkCalendar("always", ALWAYS, AXIS)
OFFICE = WorkCalendar("office", WorkPattern((_HOURS,) * 5 + ((), ()), 480), AXIS)
SIX_DAYS = WorkCalendar("six-days", WorkPattern((_HOURS,) * 5 + (((480, 720),), ()), 480), AXIS)
MIXED, ROUND = (ROUND_THE_CLOCK, OFFICE, SIX_DAYS), (ROUND_THE_CLOCK,) * 3

Columns = dict[str, Any]


def graph_file(bench: Bench, kind: str, tasks: int) -> str:
    """The file of that network, made when it is first asked for."""
    path = bench.folder / f"{kind}-{tasks}.columns"
    bench.party(write, path=str(path), kind=kind, tasks=tasks)
    return str(path)


def write(path: str, kind: str, tasks: int) -> None:
    """Make a network and keep its columns as lists, in the form that is quickest to read."""
    import numpy as np

    random = np.random.default_rng(tasks)
    tail, head = _layered(random, tasks) if kind == "layered" else _ceremonies(random, tasks)
    links, plain = len(tail), kind == "layered"
    minutes = random.integers(1, 33, tasks) * 30 * (random.random(tasks) < 0.95)
    clock = random.integers(0, 3, tasks)
    lag = np.zeros(links, np.int64) if plain else random.integers(-8, 17, links) * 30 * (random.random(links) < 0.3)
    worked = (lag > 0) & (random.random(links) < 0.2)
    columns = {
        "minutes": minutes,
        "place": np.where(minutes > 0, clock, 0),
        "clock": clock,
        "tail": tail,
        "head": head,
        "tail_end": np.ones(links, np.int64) if plain else random.random(links) < 0.9,
        "head_end": np.zeros(links, np.int64) if plain else random.random(links) < 0.1,
        "lag": lag,
        "lag_clock": np.where(worked, clock[head], -1),
    }
    Path(path).write_bytes(marshal.dumps({name: column.astype(int).tolist() for name, column in columns.items()}))


def _layered(random: np.random.Generator, tasks: int) -> tuple[Pairs, Pairs]:
    import numpy as np

    width = max(2, tasks // max(2, min(100, tasks // 20)))
    head = np.arange(width, tasks)
    before = head // width * width - width
    first = random.integers(0, width, len(head))
    second = (first + random.integers(1, width, len(head))) % width
    number = random.permutation(tasks)
    return number[np.concatenate([before + first, before + second])], number[np.concatenate([head, head])]


def _ceremonies(random: np.random.Generator, tasks: int) -> tuple[Pairs, Pairs]:
    import numpy as np

    within = np.arange(tasks) % CEREMONY
    head = np.flatnonzero(within > 1)
    back = [np.minimum(random.geometric(1 / 60, len(head)), within[head]) for _ in range(2)]
    back[1] = np.where(back[1] == back[0], back[0] % within[head] + 1, back[1])
    order = np.argsort(np.concatenate([head, head]), kind="stable")
    return np.concatenate([head - back[0], head - back[1]])[order], np.concatenate([head, head])[order]


def read(path: str) -> Columns:
    """The columns of a network."""
    with open(path, "rb") as file:
        columns: Columns = marshal.load(file)
    return columns


def nothing_but_reading(path: str) -> int:
    """The bare start: a party that reads its network and does nothing with it."""
    return len(read(path)["minutes"])


def network(columns: Columns, calendars: tuple[WorkCalendar, ...] = MIXED) -> Network:
    """The columns as the engine's network, without bounds."""
    tasks = len(columns["minutes"])
    return Network(
        ids=tuple(map(str, range(tasks))),
        not_before=array("i", [LONG_AGO]) * tasks,
        start_by=array("i", [FAR_AHEAD]) * tasks,
        finish_by=array("i", [FAR_AHEAD]) * tasks,
        calendars=calendars,
        **{name: array("i", column) for name, column in columns.items()},
    )


def fresh(known: Network) -> Network:
    """The same network with nothing found out about it yet."""
    return replace(known)


def digest(*columns: Any) -> str:
    """A fingerprint of columns of whole numbers."""
    found = sha256()
    for column in columns:
        found.update(array("q", column).tobytes())
    return found.hexdigest()
