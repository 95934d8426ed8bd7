"""Three-point durations and the shapes they are drawn from.

The shape is PERT's beta distribution: it lies between the optimistic and the pessimistic duration, its mode is the
likely one, its mean (optimistic + 4 x likely + pessimistic) / 6 (Malcolm, Roseboom, Clark and Fazar, "Application of a
technique for research and development program evaluation", Operations Research 7, 1959).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

STRIDE = 16  # samples of one count of the stream
POINTS = 4096  # durations a shape can take, equally likely
_FINE = 8 * POINTS  # steps of the integral behind them
_WEIGHT = 4  # of the likely duration, against one of each end
_STEPS = 1024  # likely durations are told apart to this part of the range

Minutes = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Spread:
    """The optimistic, likely and pessimistic duration of a task, in minutes of its own working time."""

    least: int
    likely: int
    most: int

    @property
    def mean(self) -> float:
        """The mean of the distribution."""
        return (self.least + _WEIGHT * self.likely + self.most) / (_WEIGHT + 2)

    @property
    def certain(self) -> bool:
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Default:
    """What stands for a task with one duration: that many times it at best and at worst.

    Work that has begun is more often late than early, so the range is longer to the right; the figures are ours, to be
    replaced by what past ceremonies took.
    """

    best: float = 0.8
    worst: float = 1.5

    def of(self, minutes: int) -> Spread:
        return Spread(max(1, round(minutes * self.best)), minutes, max(1, round(minutes * self.worst)))


DEFAULT = Default()


def draw(spread: Spread, seed: int, name: str, first: int, samples: int) -> Minutes:
    """Durations in whole minutes of so many samples from the `first` on, a multiple of STRIDE.

    A task's draws depend on the seed and its own id alone, not on other tasks, nor on how many samples are taken at a
    time. So two plans simulated with one seed differ by what was changed between them.
    """
    if spread.certain:
        return np.full(samples, spread.likely, np.int32)
    # Philox counts: a stream begins at any place without the ones before it (Salmon et al., "Parallel random numbers:
    # as easy as 1, 2, 3", 2011). Each count gives four words of four picks.
    stream = np.random.Philox(key=[seed, crc32(name.encode())], counter=[first // STRIDE, 0, 0, 0])
    words = stream.random_raw(-(-samples // 4)).astype("<u8", copy=False)
    return table(spread).take(words.view("<u2")[:samples] & np.uint16(POINTS - 1))


@lru_cache(maxsize=4096)
def table(spread: Spread) -> Minutes:
    """POINTS durations of equal weight, in order: the middle of each slice of the distribution, in whole minutes."""
    width = spread.most - spread.least
    unit = _unit(round(_STEPS * (spread.likely - spread.least) / width))
    return np.maximum(np.rint(spread.least + width * unit), 1).astype(np.int32)


@lru_cache(maxsize=256)
def _unit(step: int) -> NDArray[np.float64]:
    """The quantiles of the shape on [0, 1] whose mode is step / 1024."""
    mode = step / _STEPS
    x = (np.arange(_FINE) + 0.5) / _FINE
    density = x ** (_WEIGHT * mode) * (1 - x) ** (_WEIGHT * (1 - mode))
    mass = np.concatenate([[0.0], np.cumsum(density)])
    edges = np.arange(_FINE + 1) / _FINE
    slices = (np.arange(POINTS) + 0.5) / POINTS
    return np.interp(slices, mass / mass[-1], edges)
