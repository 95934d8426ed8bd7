"""The kind of work a duty is, by its words."""

from __future__ import annotations

from functools import cache

from runbook.draft.duty_words import KINDS
from runbook.draft.letters import toned, toned_pattern

# These say what a duty is wherever they stand; the others only by which comes first.
_STRONG = ("catchall", "finance", "award", "secure", "invite", "train")
_REACH = 160  # letters of a duty in which its kind is said; what follows are circumstances
_PATTERNS = tuple((kind, toned_pattern(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")) for kind, words in KINDS)
_ROLE = toned_pattern(r"chủ trì,?(?: và)?(?: phối hợp(?: với)?)?|phối hợp(?: với)?")


@cache
def _found(key: str) -> tuple[str, ...]:
    placed = []
    for kind, pattern in _PATTERNS:
        match = pattern.search(key)
        if match:
            placed.append((_rank(kind, match.start()), kind))
    return tuple(kind for _, kind in sorted(placed))


def _rank(kind: str, at: int) -> tuple[int, int]:
    return (0 if kind in _STRONG and at < _REACH else 1, at)


def kind_of(key: str) -> tuple[str, tuple[str, ...]]:
    """The kind and what else the duty is, of a `toned` key."""
    found = _found(_ROLE.sub(" ", key[: 2 * _REACH]))
    return (found[0], found[1:3]) if found else ("coordinate", ())


def kind_of_text(text: str) -> tuple[str, tuple[str, ...]]:
    return kind_of(toned(text))
