"""Which task's duration moves the end most: the bars of a tornado chart."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runbook.network import Network
from runbook.risk.simulation import Row, Simulation
from runbook.risk.spread import Spread, draw
from runbook.worktime import WorkCalendar

PARTS = 5  # the samples are cut into so many parts by a task's duration
_SURE = 3  # standard errors that a bar must be longer than to be more than chance


@dataclass(frozen=True, slots=True)
class Swing:
    """How a task's duration goes with the end, in working minutes from its mean.

    `low`: the mean end over the fifth of the samples in which the task is shortest; `high`: in which it is longest.
    """

    task_id: str
    low: float
    high: float

    @property
    def size(self) -> float:
        return self.high - self.low


def swings(
    network: Network, spreads: Mapping[str, Spread], found: Simulation, office: WorkCalendar
) -> tuple[Swing, ...]:
    """The tasks that move the end of a simulation, the one that moves it most first.

    The bars of a tornado chart as conditional means of the output over the lowest and the highest part of each input
    (Vose, "Risk Analysis: A Quantitative Guide", 3rd ed., 2008, chapter 5). What is no more than chance is left out.
    """
    ends = worked(office, found.ready)
    part = found.samples // PARTS
    if not part:
        return ()
    least = _SURE * float(ends.std()) * math.sqrt(2 / part)
    sometimes = [name for name, share in zip(network.ids, found.critical, strict=True) if share > 0 and name in spreads]
    bars = [_swing(name, spreads[name], found.seed, ends, part) for name in sometimes]
    return tuple(sorted((one for one in bars if one.size > least), key=lambda one: -one.size))


def _swing(name: str, spread: Spread, seed: int, ends: NDArray[np.int64], part: int) -> Swing:
    order = np.argsort(draw(spread, seed, name, 0, len(ends)), kind="stable")
    mean = float(ends.mean())
    return Swing(name, float(ends[order[:part]].mean()) - mean, float(ends[order[-part:]].mean()) - mean)


def worked(office: WorkCalendar, instants: Row) -> NDArray[np.int64]:
    """The number of the first working minute at or after each instant."""
    values, place = np.unique(instants, return_inverse=True)
    return np.array([office.count(int(value)) for value in values], np.int64)[place]
