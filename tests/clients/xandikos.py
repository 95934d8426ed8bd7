"""Xandikos, a CalDAV server that keeps its calendars in git."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from tests.clients.server import serving


def running(home: Path) -> AbstractContextManager[str]:
    """The URL of a Xandikos that keeps everything in that folder."""
    return serving(lambda port: _command(port, home), home)


def _command(port: int, home: Path) -> list[str]:
    folders = [f"--directory={home / 'collections'}", f"--state-dir={home / 'state'}", "--defaults"]
    here = ["--listen-address=127.0.0.1", f"--port={port}", "--no-detect-systemd"]
    return [sys.executable, "-m", "xandikos", "serve", *folders, *here]
