"""Backups: the journal written into a new file, row by row, each checked on its way, and everything derived made anew.

So a backup cannot carry what a damaged or a foreign file may hold beside the journal, it is checked by being made, and
one of a PostgreSQL store is a file like any other.
"""

from __future__ import annotations

import os
from pathlib import Path

from runbook.files import put_in_place
from runbook.store.checking import faults
from runbook.store.errors import StoreError
from runbook.store.journal import follow
from runbook.store.opening import open_store
from runbook.store.sqlite import SqliteDatabase
from runbook.store.store import Store

_BESIDE = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a file, and would take for that of a new one


def backup(store: Store, target: Path) -> int:
    """Write a whole store into a new file and check it there. Returns how many events it holds.

    Raises StoreError ("exists", "broken" where the journal is no longer what was written), UnusableError.
    """
    if os.path.lexists(target):
        raise StoreError("exists", path=target)
    return _written(store, target)


def restore(source: Path, location: str) -> tuple[int, Path | None]:
    """Put the events of a backup in the place of a store: how many, and where the store before was set aside.

    Raises StoreError: what is wrong with the backup, before anything is changed.
    """
    with open_store(str(source)) as saved:
        if found := faults(saved):
            raise StoreError("unsound", path=source, reason=found[0].code)
        if location.startswith("postgres"):
            return _poured(saved, location), None
        return _written(saved, target := Path(location), aside := _free_name(target)), aside


def _written(store: Store, target: Path, aside: Path | None = None) -> int:
    """A checked copy of a store under that name; what bears it is set `aside`."""
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")
    try:
        with Store(SqliteDatabase(temporary, create=True)) as copy:
            count = _poured_into(copy, store)
            if found := faults(copy):
                raise StoreError("unsound", path=target, reason=found[0].code)
        if aside:
            _set_aside(target, aside)
        put_in_place(temporary, target)
    finally:
        for ending in ("", *_BESIDE):
            temporary.with_name(temporary.name + ending).unlink(missing_ok=True)
    return count


def _poured(saved: Store, location: str) -> int:
    """Into a database that holds nothing yet: there is nowhere to set another one aside."""
    with open_store(location, create=True) as target:
        if next(target.journal(), None):
            raise StoreError("exists", path=target.backend.name)
        return _poured_into(target, saved)


def _poured_into(target: Store, source: Store) -> int:
    last, count = None, 0
    with source.reading(), target.writing():
        for count, recorded in enumerate(source.journal(), 1):
            if recorded != follow(last, recorded.event):
                raise StoreError("broken", place=count)
            target.put(recorded)
            last = recorded
    return count


def _free_name(target: Path) -> Path | None:
    """The name under which the store that is there is kept, None where there is none."""
    return target.with_name(f"{target.name}.{os.urandom(4).hex()}.old") if target.exists() else None


def _set_aside(target: Path, aside: Path) -> None:
    """Keep a store under another name, with what SQLite keeps beside it."""
    for ending in ("", *_BESIDE):
        one = target.with_name(target.name + ending)
        if one.exists():
            os.replace(one, aside.with_name(aside.name + ending))
