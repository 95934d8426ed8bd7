"""Processor time in parts, and the fastest of several runs."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable

Parts = dict[str, float]


class Stopwatch:
    """Names the stretches of one run; seconds of processor time."""

    def __init__(self) -> None:
        self.parts: Parts = {}
        self._last = time.process_time()

    def lap(self, name: str) -> None:
        now = time.process_time()
        self.parts[name] = self.parts.get(name, 0) + now - self._last
        self._last = now


def fastest(runs: int, one_run: Callable[[Stopwatch], None]) -> Parts:
    """The parts of the fastest of some runs."""
    taken = []
    for _ in range(runs):
        gc.collect()
        watch = Stopwatch()
        one_run(watch)
        taken.append(watch.parts)
    return min(taken, key=lambda parts: sum(parts.values()))


def total(parts: Parts, names: Iterable[str] | None = None) -> float:
    """Seconds of the named parts together, of all without names."""
    return sum(seconds for name, seconds in parts.items() if names is None or name in names)
