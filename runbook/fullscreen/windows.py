"""The console of Windows."""

from __future__ import annotations

import ctypes
import msvcrt
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from runbook.console import showable
from runbook.fullscreen.reading import keys_of
from runbook.fullscreen.window import GIVE_BACK, TAKE, Window, sent

assert sys.platform == "win32", "what follows exists there alone"

STEP = 50  # milliseconds between two looks at the keyboard
_OUTPUT = -11  # STD_OUTPUT_HANDLE
_SEQUENCES = 4  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
_ARROWS = {"H": ["up"], "P": ["down"]}


class _Console:
    """Keys from the console, lines to it."""

    def __init__(self) -> None:
        self._drawn: list[str] = []
        self._size = (0, 0)

    def size(self) -> tuple[int, int]:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
        return columns, rows

    def draw(self, lines: Sequence[str]) -> None:
        if self._size != self.size():
            self._size, self._drawn = self.size(), []
            self.send("\x1b[2J")
        self.send(sent(self._drawn, lines))
        self._drawn = list(lines)

    def send(self, text: str) -> None:
        sys.stdout.write(showable(text, sys.stdout))
        sys.stdout.flush()

    def keys(self, seconds: float) -> list[str]:
        for _ in range(max(1, int(seconds * 1000 / STEP))):
            if msvcrt.kbhit():
                return self._pressed()
            ctypes.windll.kernel32.Sleep(STEP)
        return []

    def _pressed(self) -> list[str]:
        found: list[str] = []
        while msvcrt.kbhit():
            sign = msvcrt.getwch()
            if sign == "\x03":
                raise KeyboardInterrupt
            if sign in "\x00\xe0":  # an arrow, or a key that means nothing here
                found += _ARROWS.get(msvcrt.getwch(), [])
            else:
                found += ["escape"] if sign == "\x1b" else keys_of(sign)[0]
        return found


@contextmanager
def taken() -> Iterator[Window]:
    """The console, told to read the signs that move the cursor, and set back at the end."""
    kernel = ctypes.windll.kernel32
    handle, mode = kernel.GetStdHandle(_OUTPUT), ctypes.c_ulong()
    kernel.GetConsoleMode(handle, ctypes.byref(mode))
    kernel.SetConsoleMode(handle, mode.value | _SEQUENCES)
    console = _Console()
    try:
        console.send(TAKE)
        yield console
    finally:
        console.send(GIVE_BACK)
        kernel.SetConsoleMode(handle, mode.value)
