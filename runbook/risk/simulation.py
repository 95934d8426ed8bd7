"""Monte Carlo over the planning engine: every task's dates in thousands of samples at once.

The same forward pass as runbook/schedule/passes.py, calendars, four relations and lags on, with a row of samples in
place of each number (method: Van Slyke, "Monte Carlo methods and the PERT problem", Operations Research 11, 1963).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runbook.axis import DAY
from runbook.network import ALWAYS, Network
from runbook.risk.spread import Minutes, Spread, draw
from runbook.schedule.horizon import OutOfHorizonError, Tables, tables_of

CHUNK = 2_000  # samples at a time: rows of the passes stay in the processor's cache
_MARGIN = 40 * DAY

Row = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Simulation:
    """What the samples say. Instants are minutes of the axis.

    `ready`: per sample when the last of the `targets` is finished. `finish`: the same for each task asked about, by id.
    `critical`: for every task of the network, in file order, the part of the samples in which it is on a chain that
    sets `ready` (its criticality index).
    """

    seed: int
    ready: Row
    finish: Mapping[str, Row]
    critical: NDArray[np.float64]

    @property
    def samples(self) -> int:
        return len(self.ready)

    def chance(self, task_id: str, instant: int) -> float:
        """The part of the samples in which a task is finished by then."""
        return float((self.finish[task_id] <= instant).mean())

    def ready_by(self, share: float) -> int:
        """The earliest instant by which the given share of the samples, between 0 and 1, has everything ready."""
        place = max(0, int(np.ceil(share * self.samples)) - 1)
        return int(np.partition(self.ready, place)[place])


def simulate(
    network: Network,
    floor: int,
    spreads: Mapping[str, Spread],
    targets: Collection[str],
    asked: Collection[str] = (),
    samples: int = 10_000,
    seed: int = 1,
) -> Simulation:
    """Dates of a network whose durations are drawn. A task without a spread takes what the plan says.

    `targets`: the tasks that must be finished to be ready; `asked`: those whose finish is kept. The network must have
    no cycle.
    """
    run = _Run(network, floor, spreads, sorted(network.position[one] for one in targets))
    chunks = [
        run.chunk(seed, number, min(CHUNK, samples - first)) for number, first in enumerate(range(0, samples, CHUNK))
    ]
    kept = {one: np.concatenate([finish[network.position[one]] for finish, _, _ in chunks]) for one in asked}
    ready = np.concatenate([ready for _, ready, _ in chunks])
    critical = np.sum([count for _, _, count in chunks], axis=0) / samples
    return Simulation(seed, ready, kept, critical)


Rows = list[Row]


@dataclass
class _Run:
    """A network made ready for passes, with a horizon that grows until all samples fit."""

    network: Network
    floor: int
    spreads: Mapping[str, Spread]
    targets: Sequence[int]

    def __post_init__(self) -> None:
        self.low = self.floor - _MARGIN
        self.days = 400
        self.tables = self._tables()

    def _tables(self) -> Tables:
        longest = max([*self.network.minutes, *(spread.most for spread in self.spreads.values())], default=0)
        lags = max(map(abs, self.network.lag), default=0)
        return tables_of(self.network.calendars, self.low, self.low + _MARGIN + self.days * DAY, int(longest) + lags)

    def chunk(self, seed: int, number: int, samples: int) -> tuple[Rows, Row, NDArray[np.int64]]:
        """Finishes by task, when all is ready, and in how many samples each task is critical."""
        minutes = [self._drawn(seed, number, task, samples) for task in range(len(self.network))]
        while True:
            try:
                numbers, starts, finishes = self._forward(minutes, samples)
                break
            except OutOfHorizonError:
                self.days *= 2
                self.tables = self._tables()
        ready = (
            np.max([finishes[task] for task in self.targets], axis=0) if self.targets else np.zeros(samples, np.int32)
        )
        critical = self._critical(minutes, numbers, starts, finishes, ready)
        low = np.int32(self.low)
        return [row + low for row in finishes], ready + low, critical

    def _drawn(self, seed: int, chunk: int, task: int, samples: int) -> Minutes:
        name = self.network.ids[task]
        planned = self.network.minutes[task]
        spread = self.spreads.get(name, Spread(planned, planned, planned))
        return draw(spread, seed, name, chunk, samples)

    def _forward(self, minutes: Sequence[Minutes], samples: int) -> tuple[Rows, Rows, Rows]:
        empty = np.empty(0, np.int32)
        size = len(self.network)
        numbers, starts, finishes = [empty] * size, [empty] * size, [empty] * size
        for task in self.network.order:
            start, finish = self._bounds(task, starts, finishes, samples)
            numbers[task] = self._number(task, start, finish, minutes[task])
            starts[task], finishes[task] = self._placed(task, numbers[task], minutes[task])
        return numbers, starts, finishes

    def _bounds(self, task: int, starts: Rows, finishes: Rows, samples: int) -> tuple[Row, Row | None]:
        """The tightest instants from which the task can start and by which it cannot yet be finished."""
        network = self.network
        earliest = max(self.floor, network.not_before[task]) - self.low
        start, finish = np.full(samples, earliest, np.int32), None
        for link in network.incoming[task]:
            bound = self._tied(link, starts, finishes)
            if not network.head_end[link]:
                np.maximum(start, bound, out=start)
            elif finish is None:
                finish = np.maximum(bound, 1)  # nothing starts before the floor: an earlier one binds nothing
            else:
                np.maximum(finish, bound, out=finish)
        return start, finish

    def _tied(self, link: int, starts: Rows, finishes: Rows) -> Row:
        network, tail = self.network, self.network.tail[link]
        tied = finishes[tail] if network.tail_end[link] else starts[tail]
        lag, clock = np.int32(network.lag[link]), network.lag_clock[link]
        if clock < 0:
            return tied + lag if lag else tied
        return self._instants(clock, self._numbers(clock, tied) + (lag - np.int32(1))) + np.int32(1)

    def _number(self, task: int, start: Row, finish: Row | None, minutes: Minutes) -> Row:
        place = self.network.place[task]
        number = self._numbers(place, start)
        if finish is None:
            return number
        finishing: Row = self._numbers(place, finish - np.int32(1)) + np.int32(1) - minutes
        return np.maximum(number, finishing, out=finishing)

    def _placed(self, task: int, number: Row, minutes: Minutes) -> tuple[Row, Row]:
        place, one = self.network.place[task], np.int32(1)
        start = self._instants(place, number)
        if not self.network.minutes[task]:
            return start, start
        return start, self._instants(place, number + minutes - one) + one

    def _numbers(self, calendar: int, instants: Row) -> Row:
        if instants.max(initial=0) >= self.tables.size or instants.min(initial=1) < 0:
            raise OutOfHorizonError
        if self._always(calendar):
            return instants
        base = int(self.tables.minute_base[calendar])
        numbers: Row = self.tables.count[base : base + self.tables.size + 1].take(instants)
        return numbers

    def _instants(self, calendar: int, numbers: Row) -> Row:
        if self._always(calendar):
            return numbers
        base = int(self.tables.number_base[calendar])
        found: Row = self.tables.instant[base:].take(numbers, mode="clip")
        if found.max(initial=0) >= self.tables.size:
            raise OutOfHorizonError
        return found

    def _always(self, calendar: int) -> bool:
        return self.network.calendars[calendar].name == ALWAYS

    def _critical(
        self, minutes: Sequence[Minutes], numbers: Rows, starts: Rows, finishes: Rows, ready: Row
    ) -> NDArray[np.int64]:
        """In how many samples each task is on a chain that sets `ready`, walked back along the links that bind."""
        network, size = self.network, len(self.network)
        on: list[Flags | None] = [None] * size
        for task in self.targets:
            on[task] = finishes[task] == ready
        for task in reversed(network.order):
            flags = on[task]
            if flags is None or not flags.any():
                continue
            for link in network.incoming[task]:
                tail = network.tail[link]
                binds = flags & self._binds(link, minutes[task], numbers[task], starts, finishes)
                before = on[tail]
                on[tail] = binds if before is None else before | binds
        return np.array([0 if flags is None else np.count_nonzero(flags) for flags in on], np.int64)

    def _binds(self, link: int, minutes: Minutes, number: Row, starts: Rows, finishes: Rows) -> Flags:
        """In which samples a link alone puts its successor where it is."""
        network = self.network
        place, bound = network.place[network.head[link]], self._tied(link, starts, finishes)
        if network.head_end[link]:
            found = self._numbers(place, np.maximum(bound, 1) - np.int32(1)) + np.int32(1) - minutes
        else:
            found = self._numbers(place, np.maximum(bound, 0))
        flags: Flags = found == number
        return flags
