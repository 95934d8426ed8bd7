"""The screen of the day driven by keys, in a terminal of the tests' own (pty(7))."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.power.processes import start

PATIENCE = 20.0  # seconds after which nothing more is waited for


def steer(folder: Path, terminal: str, language: str = "en") -> None:
    """Run `runbook live` on the terminal of that name, in that folder."""
    import cli

    handle = os.open(terminal, os.O_RDWR | os.O_NOCTTY)
    for stream in (0, 1, 2):
        os.dup2(handle, stream)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background is begun without it
    os.environ |= {"RUNBOOK_ACTOR": "Thư"}
    cli.runbook.main(["live", "le.yaml", "--lang", language], prog_name="runbook")


class Driven:
    """A process that steers the day of a folder, the keys sent to it and what it has shown."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        if sys.platform == "win32":
            pytest.skip("this system has no pseudo-terminals")
        import pty

        self._master, slave = pty.openpty()
        self.shown = ""
        self.process: BaseProcess = start(steer, folder, folder / "said", os.ttyname(slave), language)
        os.close(slave)

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read(self, seconds: float = 0.0) -> str:
        """All that was shown so far, after waiting so long for more."""
        try:
            while select.select([self._master], [], [], seconds)[0]:
                self.shown += os.read(self._master, 65536).decode("utf-8", "replace")
                seconds = 0.0
        except OSError:  # the other end is gone
            pass
        return self.shown

    def wait_for(self, words: str) -> None:
        end = time.monotonic() + PATIENCE
        while words not in self.read(0.05):
            assert time.monotonic() < end, (words, self.shown)

    def kill(self) -> str:
        """End it as a power cut would; all that it had shown by then."""
        self.process.kill()
        self.process.join()
        shown = self.read()
        os.close(self._master)
        return shown

    def hang_up(self) -> None:
        """Close the terminal's window."""
        os.close(self._master)
