"""Many processes write to one store at once: nothing is lost, nothing refused, and the numbers have no gap."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from runbook.store import open_store
from runbook.store.checking import faults
from runbook.store.sqlite import wal_is_safe
from tests.power.cuts import in_memory
from tests.power.processes import start
from tests.power.stores import CEREMONY, journal_mode, next_release
from tests.power.workspaces import ceremony, fine

WRITERS = 8


def append(folder: Path, mode: str, times: int) -> None:
    """Releases through one connection, each numbered after the last one of any writer."""
    journal_mode(pytest.MonkeyPatch(), mode)
    with open_store(str(folder), create=True) as store:
        for _ in range(times):
            os.write(1, b"%d\n" % next_release(store))


def release(folder: Path, writer: int, times: int) -> None:
    """Releases through the command line, each of an edit of the writer's own."""
    file = folder / f"le-{writer}.yaml"
    for time in range(times):
        file.write_text(ceremony(f"{writer}-{time}"), "utf-8")
        fine("release", str(file), "-m", f"{writer}-{time}", "--at", "01/11/2024T09:00")


def together(home: Path, work: Callable[..., None], *arguments: tuple[object, ...]) -> list[str]:
    """Let a process work with each of these arguments, all at once; every line they print."""
    said = [home / f"{number}.said" for number in range(len(arguments))]
    processes = [start(work, home, one, *words) for one, words in zip(said, arguments, strict=True)]
    for process in processes:
        process.join()
    lines = [line for one in said for line in one.read_text("utf-8").splitlines()]
    assert [process.exitcode for process in processes] == [0] * len(processes), "\n".join(lines[-40:])
    return lines


# The modes this machine's SQLite is trusted with: an affected one may lose a transaction of many to its log.
MODES = ["truncate", "wal"] if wal_is_safe(sqlite3.sqlite_version_info) else ["truncate"]


@pytest.mark.parametrize("mode", MODES)
def test_8_writers_number_their_releases_without_a_gap(mode: str) -> None:
    with in_memory() as home:
        lines = together(home, append, *[(mode, 50)] * WRITERS)
        assert sorted(map(int, lines)) == list(range(1, WRITERS * 50 + 1))
        with open_store(str(home)) as store:
            assert [one.event.body["number"] for one in store.releases(CEREMONY)] == sorted(map(int, lines))
            assert faults(store) == []


def test_8_people_release_at_once_through_the_command_line() -> None:
    with in_memory() as home:
        together(home, release, *[(writer, 10) for writer in range(WRITERS)])
        with open_store(str(home)) as store:
            told = [one.event.body for one in store.releases("le")]
            assert faults(store) == []
    assert [one["number"] for one in told] == list(range(1, WRITERS * 10 + 1))
    wanted = [f"{writer}-{time}" for writer in range(WRITERS) for time in range(10)]
    assert sorted(one["message"] for one in told) == sorted(wanted)
    for writer in range(WRITERS):
        assert [one["message"] for one in told if one["file"] == f"le-{writer}.yaml"] == wanted[writer * 10 :][:10]
