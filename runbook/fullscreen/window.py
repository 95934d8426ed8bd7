"""What a terminal does for the program, and how lines become what is sent to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

# Signs of ECMA-48 as every terminal in use knows them, Windows' since 2017: the screen beside the usual one, no cursor,
# no wrapping of what is too long.
TAKE = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J"
GIVE_BACK = "\x1b[?7h\x1b[?25h\x1b[?1049l"


class ClosedError(Exception):
    """The terminal is gone: its window was closed, or the line to it is cut."""


class Window(Protocol):
    """A terminal that was taken over."""

    def size(self) -> tuple[int, int]:
        """Columns and rows, as they are now."""

    def draw(self, lines: Sequence[str]) -> None:
        """Show these lines, from the top. Raises ClosedError."""

    def keys(self, seconds: float) -> list[str]:
        """The keys pressed, after waiting for one for so long: a letter, "up", "down", "escape". Raises ClosedError."""


def sent(before: Sequence[str], lines: Sequence[str]) -> str:
    """What turns the one screen into the other: only lines that differ are sent again.

    A line is emptied before it is written: after it the cursor may stand on its last letter.

    >>> sent(["a", "b"], ["a", "c"])
    '\\x1b[2;1H\\x1b[2Kc'
    """
    held = [*before, *[None] * (len(lines) - len(before))]
    rows = enumerate(zip(held, lines, strict=False), 1)
    changed = (f"\x1b[{row};1H\x1b[2K{line}" for row, (old, line) in rows if old != line)
    rest = f"\x1b[{len(lines) + 1};1H\x1b[J" if len(before) > len(lines) else ""
    return "".join(changed) + rest
