"""Radicale, a CalDAV server that keeps files."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path

from tests.clients.server import serving

USER = "runbook"  # asked for by name only: without authentication any name is let in


def running(home: Path) -> AbstractContextManager[str]:
    """The URL of a Radicale that keeps everything in that folder."""
    return serving(lambda port: _command(port, home / "collections"), home)


def _command(port: int, collections: Path) -> list[str]:
    options = {
        "config": "",  # none of the files it looks for
        "server-hosts": f"127.0.0.1:{port}",
        "storage-filesystem-folder": str(collections),
        "auth-type": "none",
        "auth-delay": "0",  # seconds it lets those wait who ask without a name first, as every client does
        "logging-level": "warning",
    }
    return [sys.executable, "-m", "radicale", *(f"--{name}={value}" for name, value in options.items())]
