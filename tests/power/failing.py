"""A disk that fails at the n-th call: every n is tried, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from shutil import copytree

from tests.power.calls import ROOT, STRACE, needs_strace
from tests.power.workspaces import build, ceremony, release, runbook

_LAST = 400  # the call of a process from which on it fails; calls that do nothing bring the one wanted to this place
_IDLE: dict[str, Callable[[int], object]] = {
    "pwrite64": lambda nowhere: os.pwrite(nowhere, b"", 0),
    "write": lambda nowhere: os.write(nowhere, b""),
    "fsync": os.fsync,
    "fdatasync": lambda nowhere: os.fdatasync(nowhere),
    "rename": lambda nowhere: os.rename("/nowhere", "/nowhere else"),
    "mkdir": lambda nowhere: os.mkdir("/"),
}


def workspaces(home: Path, count: int) -> None:
    """As many workspaces alike: two releases, the second one built, and then the ceremony edited."""
    first = home / "1"
    first.mkdir(parents=True)
    release(first, 1)
    release(first, 2)
    build(first)
    (first / "le.yaml").write_text(ceremony(3), "utf-8")
    for number in range(2, count + 1):
        copytree(first, home / str(number))


def fail(home: Path, command: str, call: str, error: str, lasting: bool) -> None:
    """In workspace n, run the third release or its build while the n-th such system call fails, and all after it."""
    needs_strace()
    when = f"{_LAST}{'+' if lasting else ''}"
    watch = [*STRACE, "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    code = f"from tests.power.failing import run_all; run_all({str(home)!r}, {command!r}, {call!r})"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([*watch, sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def run_all(home: str, command: str, call: str) -> None:
    """Run the command in every workspace, its exit code and words kept beside it."""
    import_module("tests.power.started")
    for folder in sorted(path for path in Path(home).iterdir() if path.is_dir()):
        if process := os.fork():
            _, status = os.waitpid(process, 0)
            folder.with_suffix(".code").write_text(str(os.waitstatus_to_exitcode(status)))
        else:
            os._exit(_run(folder, command, call))


def third(command: str, folder: Path) -> int:
    """The third release, or its build."""
    words = {
        "release": ("-m", "3", "--at", "01/11/2024T09:00"),
        "build": ("--only", "pages,calendars", "--output", str(folder / "out")),
    }
    return runbook(command, str(folder / "le.yaml"), *words[command])


def _run(folder: Path, command: str, call: str) -> int:
    said = os.open(folder.with_suffix(".said"), os.O_WRONLY | os.O_CREAT)
    os.dup2(said, 1)
    os.dup2(said, 2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for _ in range(_LAST - int(folder.name)):
        with suppress(OSError):
            _IDLE[call](nowhere)
    return third(command, folder)
