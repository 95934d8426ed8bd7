"""How things are measured: parties in child processes, whole processes by turns.

Nothing heavy is imported here: the process that starts the others stays small, so that it never counts as theirs.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from benchmarks.child import RSS_UNIT

ROOT = Path(__file__).resolve().parents[1]
RUNBOOK = (sys.executable, "-c", "from cli import main; main()")  # what the installed command `runbook` runs
T = TypeVar("T")


class Scale(Enum):
    """How large a run is: the smallest sizes only (for the tests), under a minute, everything."""

    TINY = "tiny"
    QUICK = "quick"
    FULL = "full"


class DisagreementError(Exception):
    """Two parties that should have computed the same thing did not."""


class FailedError(Exception):
    """A party did not finish; the message holds what it said."""


@dataclass(frozen=True)
class Outcome:
    """What a party in a child process returned, and the memory of the whole process in MiB."""

    result: Any
    memory: float


@dataclass(frozen=True)
class Turn:
    """One whole process: seconds on the wall clock, seconds of processor time, MiB at the highest."""

    wall: float
    processor: float
    memory: float


@dataclass
class Bench:
    """One run: its scale, the folder for its inputs, and what its parties said already."""

    scale: Scale
    folder: Path
    said: dict[Hashable, Outcome] = field(default_factory=dict)

    def pick(self, tiny: T, quick: T, full: T) -> T:
        """The value for this scale."""
        return {Scale.TINY: tiny, Scale.QUICK: quick, Scale.FULL: full}[self.scale]

    def party(self, function: Callable[..., Any], **arguments: Any) -> Outcome:
        """A function of a benchmark in a process of its own; the same call is made once in a run."""
        name = f"{function.__module__}:{function.__qualname__}"
        words = json.dumps(arguments, sort_keys=True)
        if (name, words) not in self.said:
            done = subprocess.run([sys.executable, "-m", "benchmarks.child", name, words], **_QUIET, env=environment())
            if done.returncode:
                raise FailedError(f"{name} {words}\n{done.stderr[-2000:]}")
            answer = json.loads(done.stdout)
            self.said[name, words] = Outcome(answer["result"], answer["memory"])
        return self.said[name, words]


_QUIET: dict[str, Any] = {"capture_output": True, "text": True, "cwd": ROOT, "check": False}


def environment() -> dict[str, str]:
    """The environment of every party: modules found from any folder, byte code kept as an installed program's is."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}


def compiled() -> None:
    """See that no party spends its time and memory on compiling the program."""
    sources = [str(ROOT / name) for name in ("runbook", "benchmarks", "cli.py")]
    subprocess.run([sys.executable, "-m", "compileall", "-q", *sources], **_QUIET, env=environment())


def by_turns(commands: Mapping[str, Sequence[str]], rounds: int, folder: Path) -> dict[str, Turn]:
    """Whole processes run A B A B, after one round that is not counted; the median of each figure.

    A round that is the only one is counted: it shows that they run, not how fast.
    """
    turns: dict[str, list[Turn]] = {name: [] for name in commands}
    uncounted = 1 if rounds > 1 else 0
    for count in range(uncounted + rounds):
        for name, command in commands.items():
            turn = whole_process(command, folder)
            if count >= uncounted:
                turns[name].append(turn)
    return {name: _middle(taken) for name, taken in turns.items()}


def whole_process(command: Sequence[str], folder: Path) -> Turn:
    """Run a program to its end, its output thrown away. Raises FailedError when it exits with more than 1."""
    complaints = folder / "complaints"
    launcher = [sys.executable, "-I", "-S", str(ROOT / "benchmarks" / "launcher.py"), str(complaints)]
    done = subprocess.run([*launcher, *command], **{**_QUIET, "cwd": folder}, env=environment())
    wall, processor, memory, code = map(float, (done.stdout or "0 0 0 2").split())
    if code not in (0, 1):
        raise FailedError(f"{command}\n{done.stderr[-500:]}{complaints.read_text('utf-8', 'replace')[-2000:]}")
    return Turn(wall, processor, memory / RSS_UNIT)


def output_of(command: Sequence[str], folder: Path) -> str:
    """What a program prints. Raises FailedError when it exits with more than 1."""
    done = subprocess.run(command, **{**_QUIET, "cwd": folder}, env=environment())
    if done.returncode not in (0, 1):
        raise FailedError(f"{command}\n{done.stderr[-2000:]}")
    return str(done.stdout)


def installed(program: str) -> bool:
    return shutil.which(program) is not None


def same(what: str, **answers: object) -> None:
    """Raise DisagreementError unless all parties gave the same answer."""
    (first, expected), *others = answers.items()
    for name, answer in others:
        if answer != expected:
            raise DisagreementError(f"{what}: {first} and {name} differ")


def _middle(turns: Sequence[Turn]) -> Turn:
    return Turn(*(median(getattr(turn, name) for turn in turns) for name in ("wall", "processor", "memory")))
