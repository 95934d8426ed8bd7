"""How wide a text is drawn, near enough to break it into lines where SVG will not."""

from __future__ import annotations

from functools import lru_cache

from runbook.text import folded

# Advance widths of the widest font of the stack (Noto Sans), in thousandths of the size, rounded up.
_WIDTHS = {**dict.fromkeys("iljtI.,:;'|!()[]/ -", 290), **dict.fromkeys('frsz*"', 400), **dict.fromkeys("mwMW%", 940)}
_SMALL, _CAPITAL, _BOLD = 590, 700, 1.07


def width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text of that size, in the same unit."""
    return sum(map(_advance, text)) * size / 1000 * (_BOLD if bold else 1)


def lines(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than the room; a longer word is broken."""
    found = [""]
    for word in text.split():
        for piece in _pieces(word, room, size, bold):
            longer = f"{found[-1]} {piece}".strip()
            if width(longer, size, bold) <= room:
                found[-1] = longer
            else:
                found.append(piece)
    return tuple(line for line in found if line)


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    if width(word, size, bold) <= room:
        return [word]
    found = [""]
    for sign in word:
        if found[-1] and width(found[-1] + sign, size, bold) > room:
            found.append("")
        found[-1] += sign
    return found


@lru_cache(maxsize=1024)
def _advance(sign: str) -> int:
    if sign.isupper():
        return _WIDTHS.get(sign, _CAPITAL)
    return _WIDTHS.get(sign) or _WIDTHS.get(folded(sign) or sign, _SMALL)
