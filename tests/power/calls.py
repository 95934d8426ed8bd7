"""The system calls of a program, as strace writes them down."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec

import pytest

P = ParamSpec("P")
ROOT = Path(__file__).resolve().parents[2]
# Every call that can change a file or a name; those that cannot be followed are traced to be refused.
TRACED = (
    *("open", "openat", "creat", "write", "writev", "pwrite64", "pwritev", "pwritev2", "lseek", "mmap"),
    *("truncate", "ftruncate", "fallocate", "fsync", "fdatasync", "sync_file_range", "copy_file_range", "sendfile"),
    *("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir"),
    *("mkdir", "mkdirat", "chdir", "fchdir", "splice", "openat2"),
)
STRACE = ("strace", "-f", "--seccomp-bpf")  # a program is stopped at the calls asked for, not at every one
_LINE = re.compile(r"(\d+) +(.*)")
_CALL = re.compile(r"(\w+)\((.*)\) += (0x[0-9a-f]+|-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HANDLE = re.compile(r"(AT_FDCWD|-?\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?(\(deleted\))?")


@dataclass(frozen=True, slots=True)
class Call:
    """One system call that succeeded: its arguments as strace writes them, and what it gave back."""

    name: str
    arguments: tuple[str, ...]
    result: int

    def text(self, place: int) -> str:
        """A path among the arguments."""
        return os.fsdecode(unhex(self.arguments[place]))

    def data(self) -> bytes:
        """The bytes that a write took."""
        joined = b"".join(unhex(f'"{one}"') for one in _TEXT.findall(", ".join(self.arguments)))
        return joined[: self.result]

    def number(self, place: int) -> int:
        """A number among the arguments."""
        return int(self.arguments[place], 0)

    def handle(self, place: int) -> tuple[int, str, bool]:
        """An open file among the arguments: its number, its path, whether its name is gone by now."""
        found = _HANDLE.fullmatch(self.arguments[place])
        assert found, self
        number = -100 if found[1] == "AT_FDCWD" else int(found[1])
        return number, os.fsdecode(unhex(f'"{found[2] or ""}"')), bool(found[3])


def unhex(text: str) -> bytes:
    """The bytes of a text in which strace wrote every one as two hexadecimal digits."""
    found = _TEXT.fullmatch(text)
    assert found, text[:200]
    return bytes.fromhex(found[1].replace("\\x", ""))


def needs_strace() -> None:
    """Skip the test, with the reason, where no system call can be watched."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed")
    tried = subprocess.run(
        [*STRACE, "-e", "trace=execve", "-o", os.devnull, "true"], capture_output=True, text=True, check=False
    )
    if tried.returncode:
        pytest.skip(f"strace may not watch programs here: {tried.stderr.strip()}")


def watch(work: Callable[Concatenate[Path, P], None], root: Path, *arguments: P.args, **_none: P.kwargs) -> list[Call]:
    """Run `work(root, *arguments)` in a process of its own, started in `root`, and return its system calls."""
    needs_strace()
    code = f"import sys, pathlib; from {work.__module__} import {work.__name__} as work; "
    code += f"work(pathlib.Path(sys.argv[1]), *{arguments!r})"
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        traced = ",".join(f"?{name}" for name in TRACED)  # a call that this machine has not is left out
        command = [*STRACE, "-y", "-xx", "-s", "100000000", "-o", str(log), "-e", f"trace={traced}"]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        program = [*command, sys.executable, "-c", code, str(root)]
        done = subprocess.run(program, cwd=root, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return list(_calls(log.read_text("ascii").splitlines()))


def _calls(lines: list[str]) -> Iterator[Call]:
    """The calls that succeeded, each where it ended."""
    begun: dict[str, str] = {}
    for line in lines:
        found = _LINE.fullmatch(line)
        if not found:
            continue
        process, told = found.groups()
        if told.endswith(" <unfinished ...>"):
            begun[process] = told.removesuffix(" <unfinished ...>")
            continue
        if told.startswith("<... "):
            told = begun.pop(process) + told.partition(" resumed>")[2]
        call = _CALL.match(told)
        if call and not call[3].startswith("-"):
            yield Call(call[1], tuple(call[2].split(", ")), int(call[3], 0))
