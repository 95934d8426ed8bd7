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
from runbook.risk.spread import STRIDE, Minutes, Spread, draw
from runbook.schedule.horizon import OutOfHorizonError, Tables, tables_of

_MEMORY = 200_000_000  # octets of the rows that a pass keeps
_OCTETS = 8  # that a task needs for each sample: its number and its finish
_MOST_AT_ONCE = 640 * STRIDE  # a row still stays in the processor's cache
_MARGIN = 40 * DAY

Row = NDArray[np.int32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Simulation:
    """What the samples say. Instants are minutes of the axis.

    `ready`: per sample when the last of the `targets` is finished. `kept`: whether all limits were. `finish`: when each
    task asked about is, by id. `critical`: for every task of the network, in file order, the part of the
    samples in which it is on a chain that sets `ready` (its criticality index).
    """

    seed: int
    ready: Row
    kept: Flags
    finish: Mapping[str, Row]
    critical: NDArray[np.float64]

    @property
    def samples(self) -> int:
        return len(self.ready)

    @property
    def chance_kept(self) -> float:
        """The part of the samples in which all limits are kept."""
        return float(self.kept.mean())

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
    limits: Mapping[str, int] = {},
) -> Simulation:
    """Dates of a network whose durations are drawn. A task without a spread takes what the plan says.

    `targets`: the tasks that must be finished to be ready; `asked`: those whose finish is kept; `limits`: the last
    instant at which each of some tasks may finish. The network must have no cycle.
    """
    run = _Run(network, floor, spreads, sorted(network.position[one] for one in targets), tuple(asked), limits)
    size = max(1, min(_MEMORY // (_OCTETS * len(network)), _MOST_AT_ONCE) // STRIDE) * STRIDE
    found = [run.chunk(seed, first, min(size, samples - first)) for first in range(0, samples, size)]
    return Simulation(
        seed,
        np.concatenate([one.ready for one in found]),
        np.concatenate([one.kept for one in found]),
        {name: np.concatenate([one.finish[name] for one in found]) for name in asked},
        np.sum([one.critical for one in found], axis=0) / samples,
    )


@dataclass(frozen=True, slots=True)
class _Chunk:
    """A stretch of samples. `critical`: in how many of them each task sets when all is ready."""

    ready: Row
    kept: Flags
    finish: Mapping[str, Row]
    critical: NDArray[np.int64]


Rows = list[Row]


@dataclass(frozen=True, slots=True)
class _Passed:
    """Rows of samples by task. `starts` where a link is tied to one, `minutes` where one is tied to the finish."""

    numbers: Rows
    finishes: Rows
    starts: Rows
    minutes: Rows

    @classmethod
    def empty(cls, tasks: int) -> _Passed:
        none = np.empty(0, np.int32)
        return cls(*([none] * tasks for _ in range(4)))


@dataclass
class _Run:
    """A network made ready for passes, with a horizon that grows until all samples fit."""

    network: Network
    floor: int
    spreads: Mapping[str, Spread]
    targets: Sequence[int]
    asked: Sequence[str]
    limits: Mapping[str, int]

    def __post_init__(self) -> None:
        self.low = self.floor - _MARGIN
        self.always = [one.name == ALWAYS for one in self.network.calendars]
        ends = zip(self.network.tail, self.network.tail_end, strict=True)
        self.begun = {task for task, from_finish in ends if not from_finish}
        self.days = 400
        self.tables = self._tables()

    def _tables(self) -> Tables:
        longest = max([*self.network.minutes, *(spread.most for spread in self.spreads.values())], default=0)
        lags = max(map(abs, self.network.lag), default=0)
        return tables_of(self.network.calendars, self.low, self.low + _MARGIN + self.days * DAY, int(longest) + lags)

    def chunk(self, seed: int, first: int, samples: int) -> _Chunk:
        while True:
            try:
                passed = self._forward(seed, first, samples)
                break
            except OutOfHorizonError:
                self.days *= 2
                self.tables = self._tables()
        finishes = passed.finishes
        ready = (
            np.max([finishes[task] for task in self.targets], axis=0) if self.targets else np.zeros(samples, np.int32)
        )
        kept = np.ones(samples, np.bool_)
        for name, limit in self.limits.items():
            kept &= finishes[self.network.position[name]] <= limit - self.low
        low = np.int32(self.low)
        asked = {name: finishes[self.network.position[name]] + low for name in self.asked}
        return _Chunk(ready + low, kept, asked, self._critical(passed, ready))

    def _drawn(self, seed: int, task: int, first: int, samples: int) -> Minutes:
        name = self.network.ids[task]
        spread = self.spreads.get(name)
        if spread is None:
            return np.full(samples, self.network.minutes[task], np.int32)
        return draw(spread, seed, name, first, samples)

    def _forward(self, seed: int, first: int, samples: int) -> _Passed:
        passed = _Passed.empty(len(self.network))
        for task in self.network.order:
            minutes = self._drawn(seed, task, first, samples)
            start, finish = self._bounds(task, passed, samples)
            number = self._number(task, start, finish, minutes)
            passed.numbers[task] = number
            start, passed.finishes[task] = self._placed(task, number, minutes)
            if task in self.begun:
                passed.starts[task] = start
            if finish is not None:
                passed.minutes[task] = minutes
        return passed

    def _bounds(self, task: int, passed: _Passed, samples: int) -> tuple[Row, Row | None]:
        """The tightest instants from which the task can start and by which it cannot yet be finished."""
        network = self.network
        earliest = np.int32(max(self.floor, network.not_before[task]) - self.low)
        start: Row | None = None
        finish: Row | None = None
        for link in network.incoming[task]:
            bound = self._tied(link, passed)
            if network.head_end[link]:  # nothing starts before the floor: an earlier finish binds nothing
                finish = np.maximum(bound, 1 if finish is None else finish)
            else:
                start = np.maximum(bound, earliest if start is None else start)
        return (np.full(samples, earliest) if start is None else start), finish

    def _tied(self, link: int, passed: _Passed) -> Row:
        network, tail = self.network, self.network.tail[link]
        tied = passed.finishes[tail] if network.tail_end[link] else passed.starts[tail]
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
        if self.always[place]:
            return start, start + minutes
        return start, self._instants(place, number + minutes - one) + one

    def _numbers(self, calendar: int, instants: Row) -> Row:
        if self.always[calendar]:
            return instants
        if instants.max(initial=0) >= self.tables.size or instants.min(initial=1) < 0:
            raise OutOfHorizonError
        base = int(self.tables.minute_base[calendar])
        numbers: Row = self.tables.count[base : base + self.tables.size + 1].take(instants)
        return numbers

    def _instants(self, calendar: int, numbers: Row) -> Row:
        if self.always[calendar]:
            return numbers
        base = int(self.tables.number_base[calendar])
        found: Row = self.tables.instant[base:].take(numbers, mode="clip")
        if found.max(initial=0) >= self.tables.size:
            raise OutOfHorizonError
        return found

    def _critical(self, passed: _Passed, ready: Row) -> NDArray[np.int64]:
        """In how many samples each task is on a chain that sets `ready`, walked back along the links that bind."""
        network, size = self.network, len(self.network)
        on: list[Flags | None] = [None] * size
        for task in self.targets:
            on[task] = passed.finishes[task] == ready
        for task in reversed(network.order):
            flags = on[task]
            if flags is None or not flags.any():
                continue
            for link in network.incoming[task]:
                tail = network.tail[link]
                binds = flags & self._binds(link, passed)
                before = on[tail]
                on[tail] = binds if before is None else before | binds
        return np.array([0 if flags is None else np.count_nonzero(flags) for flags in on], np.int64)

    def _binds(self, link: int, passed: _Passed) -> Flags:
        """In which samples a link alone puts its successor where it is."""
        network, head = self.network, self.network.head[link]
        place, bound = network.place[head], self._tied(link, passed)
        if network.head_end[link]:
            found = self._numbers(place, np.maximum(bound, 1) - np.int32(1)) + np.int32(1) - passed.minutes[head]
        else:
            found = self._numbers(place, np.maximum(bound, 0))
        flags: Flags = found == passed.numbers[head]
        return flags
