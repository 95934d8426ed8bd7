"""A server of another project, started for the tests and ended by them."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 20.0  # seconds a server may take to listen


def surroundings(home: Path) -> dict[str, str]:
    """An environment in which a program finds nothing of its user's, and writes only below that folder."""
    folders = {name: home / name.lower() for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    found = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    plain = {"HOME": str(home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return found | plain | {name: str(folder) for name, folder in folders.items()}


@contextmanager
def serving(command: Callable[[int], Sequence[str]], home: Path) -> Iterator[str]:
    """The URL of a server on a free port of this machine; `command` gives the words that start it on a port.

    RuntimeError with what the server printed, if it never listens.
    """
    for _ in range(3):  # another program may take the port between finding it and listening on it
        port = _free_port()
        with (home / "log").open("wb") as log:
            server = subprocess.Popen(command(port), cwd=home, env=surroundings(home), stdout=log, stderr=log)
        try:
            if _listens(server, port):
                yield f"http://127.0.0.1:{port}/"
                return
        finally:
            _end(server)
    raise RuntimeError((home / "log").read_text("utf-8", "replace"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _listens(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server answers on the port before it ends or the patience does."""
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return server.poll() is None
    return False


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
