"""Stores of every kind for the tests, and the events they are filled with."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from runbook.store import Event, Store, open_store
from runbook.store.opening import is_server, open_file
from tests.postgres import fresh_database

MODES = ("truncate", "wal", "postgresql")
ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a store is, and the journal mode it is written in."""

    location: str
    mode: str

    def opened(self) -> Store:
        """The store, begun where there is none. The write-ahead log is used whether this machine's is safe or not."""
        if is_server(self.location):
            return open_store(self.location, create=True)
        return open_file(Path(self.location), create=True, mode=self.mode)


@contextmanager
def place(mode: str) -> Iterator[Place]:
    """A place where no store is yet, that is gone when the test ends."""
    if mode == "postgresql":
        yield Place(fresh_database(), mode)
        return
    with folder() as home:
        yield Place(str(home / "runbook.sqlite"), mode)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder in memory where there is such a disk: nothing of it has to outlive a power cut."""
    home = Path(tempfile.mkdtemp(dir="/dev/shm" if os.path.isdir("/dev/shm") else None))
    try:
        yield home
    finally:
        shutil.rmtree(home)


def released(number: int, *uids: str, ceremony: str = "le-thu", key: str = "") -> Event:
    """A release that tells these entries, each in a revision of the release's number."""
    revisions = [{"uid": uid, "sequence": number - 1, "summary": f"Việc {uid}"} for uid in uids]
    body = {"number": number, "revisions": revisions}
    return Event(ceremony, 1731460000 + number, "thư ký", key or f"k{number}", "released", body)


def written(store: Store, *events: Event) -> Store:
    """The store with these events, each in a transaction of its own."""
    for event in events:
        with store.writing():
            store.append(event)
    return store


def by_a_cunning_hand(path: Path, change: str) -> None:
    """Change a store behind the back of its triggers."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f"DROP TRIGGER {name}")
        other.execute(change)
        for _, sql in triggers:
            other.execute(sql)


def next_release(store: Store, key: str) -> int:
    """Issue the release after the last one; its number."""
    with store.writing():
        last = store.release("le-thu")
        number = 1 + (last.event.body["number"] if last else 0)
        store.append(released(number, "E", f"E{number}", key=key))
    return number


def writers(place: Place, processes: int, times: int) -> list[subprocess.Popen[str]]:
    """Processes that each issue that many releases; they wait for a line, and print the numbers they were given."""
    command = [sys.executable, "-m", "tests.stores", place.location, place.mode, str(times)]
    pipe = subprocess.PIPE
    return [
        subprocess.Popen([*command, str(number)], cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        for number in range(processes)
    ]


def _main(location: str, mode: str, times: str, name: str) -> None:
    sys.stdin.readline()
    with Place(location, mode).opened() as store:
        for time in range(int(times)):
            print(next_release(store, f"{name}-{time}"), flush=True)


if __name__ == "__main__":
    _main(*sys.argv[1:])
