"""The grammars of how many and how much: counts, uses of a resource, durations at best and at worst."""

from __future__ import annotations

import re
from functools import lru_cache

from runbook.resources import Use
from runbook.values import LONGEST_VALUE, Duration, MistakeError, duration, line

_COUNT = re.compile(r"[1-9]\d{0,3}", re.ASCII)
_USE = re.compile(r"(?:(?P<amount>\d+)\s+)?(?P<resource>\S.*)", re.ASCII | re.DOTALL)

Spread = tuple[Duration, Duration]


def count(text: str) -> int:
    """A whole number from 1 to 9999."""
    if not _COUNT.fullmatch(text.strip()):
        raise MistakeError("bad-count", text=text)
    return int(text)


@lru_cache(maxsize=4096)
def use(text: str) -> Use:
    """`hoi-truong`, `2 doi-quay`."""
    found = _USE.fullmatch(text.strip()) if len(text) <= LONGEST_VALUE else None
    if not found or not _COUNT.fullmatch(found["amount"] or "1"):
        raise MistakeError("bad-use", text=text)
    return Use(line(found["resource"]), int(found["amount"] or 1))


@lru_cache(maxsize=4096)
def spread(text: str) -> Spread:
    """The duration at best and the one at worst, `1d..3d`; neither is nothing."""
    ends = text.split("..")
    if len(ends) != 2 or not all(end.strip() for end in ends):
        raise MistakeError("bad-range", text=text)
    best, worst = map(duration, ends)
    if not best.elapsed or not worst.elapsed:
        raise MistakeError("bad-range", text=text)
    return best, worst
