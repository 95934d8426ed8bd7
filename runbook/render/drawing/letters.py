"""How wide a text is in the type of the drawings, and its lines where it must be broken."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from runbook.render.drawing.letter_widths import BOLD, REGULAR
from runbook.render.drawing.scene import MM_PER_POINT

_TABLES = [{letter: width for width, letters in table.items() for letter in letters} for table in (REGULAR, BOLD)]
_UNKNOWN = 1100  # no narrower than the letters of the fonts that stand in for missing ones
_BLANKS = re.compile("[^\\S\u00a0\u202f]+")  # but not those that keep their words together


def width(text: str, size: float, bold: bool = False) -> float:
    """The width in mm of a text of that size in points. Pairs of letters set closer (kerning) only make it less."""
    table = _TABLES[bold]
    return sum(table[sign] if sign in table else _missing(sign) for sign in text) * size * MM_PER_POINT / 1000


@lru_cache(maxsize=8192)
def wrapped(text: str, room: float, size: float, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """The text in lines no wider than the room in mm, broken between words; a word wider than the room is broken too.

    `most`: how many lines there may be, 0 for any number; what is left out is shown by an ellipsis.
    """
    lines = [""]
    for word in _BLANKS.split(text):
        for piece in _pieces(word, room, size, bold):
            longer = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(longer, size, bold) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    found = [line for line in lines if line]
    if most and len(found) > most:
        return *found[: most - 1], shortened(" ".join(found[most - 1 :]), room, size, bold)
    return tuple(found)


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text on one line no wider than the room; where it does not fit, its beginning and an ellipsis."""
    if width(text, size, bold) <= room:
        return text
    left = room - width("…", size, bold)
    for end in range(len(text) - 1, 0, -1):
        if width(text[:end], size, bold) <= left:
            return text[:end].rstrip() + "…"
    return ""


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """The word whole where it fits, else as much as fits at a time; a letter and its marks stay together."""
    if width(word, size, bold) <= room:
        return [word]
    found = [""]
    for sign in word:
        if found[-1] and width(found[-1] + sign, size, bold) > room:
            found.append("")
        found[-1] += sign
    return found


@lru_cache(maxsize=1024)
def _missing(sign: str) -> int:
    return 0 if unicodedata.category(sign) in ("Cf", "Mn", "Me") else _UNKNOWN
