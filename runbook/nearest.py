"""The name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from runbook.text import folded


def nearest(name: str, ids: Iterable[str], titles: Mapping[str, str] | None = None) -> str:
    """The id of that title, or the id closest in spelling, or ""."""
    key = folded(name)[:64]
    if titles and key in titles:
        return titles[key]
    by_key = {folded(known): known for known in ids if abs(len(known) - len(key)) <= 3}
    close = difflib.get_close_matches(key, by_key, n=1, cutoff=0.6)
    return by_key[close[0]] if close else ""
