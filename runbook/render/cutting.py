"""Text held to a number of columns."""

from __future__ import annotations

from wcwidth import wcwidth

from runbook.render.terminal import columns_of


def cut(text: str, width: int) -> str:
    """The text in at most that many columns, its end given up for "…" where it has more.

    >>> cut("Phát biểu chỉ đạo", 10), cut("Chào cờ", 10)
    ('Phát biểu…', 'Chào cờ')
    """
    flat = " ".join(text.split())
    if columns_of(flat) <= width:
        return flat
    return _head(flat, max(0, width - 1)).rstrip() + "…" if width > 0 else ""


def _head(text: str, width: int) -> str:
    """As many letters as fit, marks that combine with their letter."""
    taken, kept = 0, 0
    for number, sign in enumerate(text, 1):
        taken += max(0, wcwidth(sign))
        if taken > width:
            break
        kept = number
    return text[:kept]


def padded(text: str, width: int) -> str:
    """The text cut or filled up to exactly that many columns."""
    short = cut(text, width)
    return short + " " * (width - columns_of(short))


def apart(left: str, right: str, width: int) -> str:
    """Two texts at both edges; the left one gives way, but for its first letters."""
    end = cut(right, width - min(columns_of(left), 8) - 2)
    room = width - columns_of(end) - 2
    return f"{padded(left, room)}  {end}"
