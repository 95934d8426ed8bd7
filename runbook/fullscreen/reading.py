"""What a terminal sends, read as keys."""

from __future__ import annotations

import re

_ARROWS = {"A": "up", "B": "down"}
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*([@-~])|O(.))", re.DOTALL)  # CSI and SS3, ECMA-48 5.4
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")


def keys_of(text: str) -> tuple[list[str], str]:
    """The keys in what was sent, and what of it is only the beginning of one.

    Other keys that send a sequence (Home, F1 ...) mean nothing and are left out whole.

    >>> keys_of(" x\\x1b[A\\x1b[15~X\\r\\x1b[")
    ([' ', 'x', 'up', 'x', ' '], '\\x1b[')
    """
    keys: list[str] = []
    place = 0
    while place < len(text):
        if text[place] != "\x1b":
            keys += _letter(text[place])
            place += 1
        elif found := _SEQUENCE.match(text, place):
            arrow = _ARROWS.get(found[1] or found[2], "")
            keys += [arrow] if arrow else []
            place = found.end()
        elif _BEGUN.match(text, place):
            return keys, text[place:]
        else:
            keys.append("escape")
            place += 1
    return keys, ""


def _letter(sign: str) -> list[str]:
    """The key of a sign: Enter does what the space bar does, and no key depends on Shift."""
    if sign in "\r\n":
        return [" "]
    return [sign.lower()] if sign.isprintable() else []
