"""Programs to cut off: each works in the folder it is given, and acknowledges on its standard output."""

from __future__ import annotations

import mmap
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from runbook.files import write, write_folder


def content(number: int) -> bytes:
    """A text of several sectors that says its number at both ends."""
    return b"%06d" % number + b"x" * (1000 + 700 * (number % 3)) + b"%06d" % number


def build(number: int) -> dict[str, bytes]:
    """The files of a build: one that stays away at times, some in folders of their own."""
    odd = {"odd.html": content(number)} if number % 2 else {}
    return {"index.html": content(number), "sheets/a.html": content(number), "ics/b/c.ics": content(number), **odd}


def acknowledge(number: int) -> None:
    os.write(1, b"%d\n" % number)


def rewrite(folder: Path, way: str, times: int) -> None:
    """One file written over again and again: as runbook does, or one step short of it."""
    ways: dict[str, Callable[[Path, bytes], object]] = {
        "runbook": write,
        "no folder sync": _without_folder_sync,
        "no sync": _without_sync,
        "in place": Path.write_bytes,
    }
    for number in range(1, times + 1):
        ways[way](folder / "plan.ics", content(number))
        acknowledge(number)


def rewritten(folder: Path, acknowledged: tuple[str, ...]) -> str:
    """What is left of that file: the version acknowledged last or the next one, or in what way not."""
    path, last = folder / "plan.ics", len(acknowledged)
    if not path.exists():
        return "sound" if last == 0 else "lost"
    data = path.read_bytes()
    if data in (content(last), content(last + 1)):
        return "sound"
    return "lost" if data[:6].isdigit() and data == content(int(data[:6])) else "torn"


def rebuild(folder: Path, out: str, times: int) -> None:
    """One folder built again and again."""
    for number in range(1, times + 1):
        write_folder(folder / out, build(number).items())
        acknowledge(number)


def transact(folder: Path, journal: str, synchronous: str, times: int) -> None:
    """Rows put into an SQLite database, one in each transaction."""
    with closing(sqlite3.connect(folder / "rows.sqlite", isolation_level=None)) as database:
        database.execute(f"pragma journal_mode={journal}")
        database.execute(f"pragma synchronous={synchronous}")
        database.execute("create table if not exists rows (number integer primary key, content blob)")
        for number in range(1, times + 1):
            database.execute("begin immediate")
            database.execute("insert into rows values (?, ?)", (number, content(number)))
            database.execute("commit")
            acknowledge(number)


def unfollowed(folder: Path, way: str) -> None:
    UNFOLLOWED[way](folder)


def _without_folder_sync(path: Path, data: bytes) -> None:
    with open(new := path.with_suffix(".new"), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _without_sync(path: Path, data: bytes) -> None:
    (new := path.with_suffix(".new")).write_bytes(data)
    new.replace(path)


def _append(folder: Path) -> None:
    with open(folder / "plan.ics", "ab") as file:
        file.write(b"more")


def _map(folder: Path) -> None:
    (folder / "mapped").write_bytes(b"mapped")
    with open(folder / "mapped", "r+b") as file, mmap.mmap(file.fileno(), 0) as memory:
        memory[0:1] = b"M"


def _move(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "plan.ics").rename(folder / "a" / "plan.ics")


UNFOLLOWED: dict[str, Callable[[Path], object]] = {
    "append": _append,
    "map": _map,
    "stand elsewhere": os.chdir,
    "link": lambda folder: (folder / "link").symlink_to("plan.ics"),
    "between folders": _move,
}
