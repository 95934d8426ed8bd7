"""A terminal of Linux, macOS and their kin."""

from __future__ import annotations

import codecs
import os
import select
import signal
import sys
import termios
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from runbook.console import showable
from runbook.fullscreen.reading import keys_of
from runbook.fullscreen.window import GIVE_BACK, TAKE, ClosedError, Window, sent

ALONE = 0.05  # seconds after which the escape key is known not to begin the sequence of another
USUAL = (80, 24)  # the size of a terminal that does not know its own, as on a serial line
_ENDINGS = ("SIGTERM", "SIGHUP")


class _Terminal:
    """Keys from standard input, lines to standard output."""

    def __init__(self) -> None:
        self._keys, self._screen = sys.stdin.fileno(), sys.stdout.fileno()
        self._letters = codecs.getincrementaldecoder("utf-8")("replace")
        self._begun = ""
        self._drawn: list[str] = []
        self._size = (0, 0)

    def size(self) -> tuple[int, int]:
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self._screen)
            return columns or USUAL[0], rows or USUAL[1]
        return USUAL

    def draw(self, lines: Sequence[str]) -> None:
        if self._size != self.size():  # what is where after a change of size, only the terminal knows
            self._size, self._drawn = self.size(), []
            self.send("\x1b[2J")
        if changes := sent(self._drawn, lines):
            self.send(changes)
        self._drawn = list(lines)

    def send(self, text: str) -> None:
        """Raises ClosedError."""
        data = showable(text, sys.stdout).encode(sys.stdout.encoding or "ascii", "replace")
        try:
            while data:
                data = data[os.write(self._screen, data) :]
        except OSError:
            raise ClosedError from None

    def keys(self, seconds: float) -> list[str]:
        found, self._begun = keys_of(self._begun + self._read(seconds))
        if not self._begun:
            return found
        if more := self._read(ALONE):
            rest, self._begun = keys_of(self._begun + more)
            return found + rest
        self._begun = ""
        return [*found, "escape"]

    def _read(self, seconds: float) -> str:
        try:
            if not select.select([self._keys], [], [], seconds)[0]:
                return ""
            data = os.read(self._keys, 1024)
        except OSError:
            data = b""
        if not data:
            raise ClosedError
        return self._letters.decode(data)


@contextmanager
def taken() -> Iterator[Window]:
    """Every key at once and unshown, Ctrl-C as ever; Ctrl-Z and Ctrl-S mean nothing, for they would stop the clock."""
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    handlers = {number: signal.signal(number, _end) for name in _ENDINGS if (number := getattr(signal, name, None))}
    terminal = _Terminal()
    try:
        _by_key(handle)
        terminal.send(TAKE)
        yield terminal
    finally:
        with suppress(ClosedError):
            terminal.send(GIVE_BACK)
        with suppress(termios.error):
            termios.tcsetattr(handle, termios.TCSADRAIN, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _by_key(handle: int) -> None:
    """Let a terminal hand over each key as it is pressed (termios(3), noncanonical mode)."""
    own = termios.tcgetattr(handle)
    signs = list(own[6])
    signs[termios.VMIN], signs[termios.VTIME], signs[termios.VSUSP] = 1, 0, b"\0"
    own[6] = signs
    own[0] &= ~termios.IXON
    own[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(handle, termios.TCSADRAIN, own)


def _end(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
