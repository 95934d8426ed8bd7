"""The kernels as numba compiles them, from the same source that runs without it.

Each function is built a second time from its own code, seeing compiled twins where it calls others; so nothing is
written twice, nothing is imported before it is wanted, and the plain functions stay at hand.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any, NamedTuple, cast

from runbook.levelling import evolution, generation, packing
from runbook.levelling.packing import Column, Direction

# Each after those it calls.
_GENERATION = ("put_back", "earliest", "room", "occupy", "place_simply", "place", "_sorted_by_digit", "list_by")
_EVOLUTION = ("draw", "cost_of", "sample", "cross", "shift", "justify", "settle", "evolve")


class NotInstalledError(Exception):
    """A library is missing that one of the program's extras brings: `pip install "runbook[extra]"`."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f'{library} is not installed: pip install "runbook[{extra}]"')
        self.library, self.extra = library, extra


class Kernels(NamedTuple):
    """What the search calls: `column` makes of a list what the kernels take; `word` bits fit an integer (0: any)."""

    evolve: Callable[..., None]
    place: Callable[[Direction, Column, Column, Column, Column, Column], int]
    column: Callable[[list[int]], Column]
    word: int


PLAIN = Kernels(evolution.evolve, generation.place, list, 0)


@cache
def compiled() -> Kernels:
    """Raises NotInstalledError. The first call ever compiles for some seconds; the result is kept on disk by numba."""
    try:
        import numba
        import numpy as np
    except ImportError:
        raise NotInstalledError("numba", "level") from None
    source = "".join(inspect.getsource(module) for module in (packing, generation, evolution))
    edition = hashlib.blake2s(source.encode(), digest_size=6).hexdigest()
    twins: dict[str, Any] = {}
    for module, names in ((generation, _GENERATION), (evolution, _EVOLUTION)):
        for name in names:
            twins[name] = _kept(numba, _twin(getattr(module, name), twins, edition))
    column = cast("Callable[[list[int]], Column]", lambda values: np.array(values, dtype=np.int64))
    return Kernels(twins["evolve"], twins["place"], column, 62)


def fastest() -> Kernels:
    """Compiled where numba is installed."""
    try:
        return compiled()
    except NotInstalledError:
        return PLAIN


def _twin(function: FunctionType, twins: dict[str, Any], edition: str) -> FunctionType:
    """The function again. Its name holds the edition of all sources, by which numba knows what it kept.

    Else it would look at a function's own file only, and keep what it calls in others as it once was.
    """
    twin = FunctionType(function.__code__, {**function.__globals__, **twins}, function.__name__)
    twin.__module__, twin.__qualname__ = function.__module__, f"{function.__name__}_{edition}"
    return twin


def _kept(numba: Any, function: FunctionType) -> Any:
    try:
        return numba.njit(function, cache=True)
    except RuntimeError:  # no folder to keep it in: compiled anew by every process
        return numba.njit(function)
