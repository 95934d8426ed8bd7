"""Backups: the journal written into a new file, row by row, each checked on its way, and everything derived made anew.

So a backup cannot carry what a damaged or a foreign file may hold beside the journal, it is checked by being made, and
one of a PostgreSQL store is a file like any other.
"""

from __future__ import annotations

import os
import stat
from contextlib import closing, suppress
from pathlib import Path

from runbook.files import UnusableError, put_in_place
from runbook.store.beginning import discard, unused
from runbook.store.checking import faults
from runbook.store.errors import StoreError
from runbook.store.journal import follow
from runbook.store.opening import NAME, file_at, is_server, open_store
from runbook.store.sqlite import BESIDE, SqliteDatabase
from runbook.store.store import Store


def backup(store: Store, target: Path) -> int:
    """Write a whole store into a new file and check it there. Returns how many events it holds.

    Raises StoreError ("exists", "no-folder", "broken" where the journal is no longer what was written), UnusableError.
    """
    if os.path.lexists(target):
        raise StoreError("exists", path=target)
    if not os.path.isdir(target.parent):
        raise StoreError("no-folder", path=target)
    temporary = unused(target, "new")
    try:
        count = _copied(store, temporary, target)
        put_in_place(temporary, target)
    finally:
        discard(temporary)
    return count


def restore(source: Path, location: str) -> tuple[int, Path | None]:
    """Put the events of a backup in the place of a store: how many, and where the store before was set aside.

    Raises StoreError before anything is changed: what is wrong with the backup, "busy", "in-the-way" where a file
    that is no store has that name, and it is not the usual one, "exists" where a database server has a store already;
    UnusableError.
    """
    with Store(_opened(source)) as saved:
        if found := faults(saved):
            raise StoreError("unsound", path=source, reason=f"{found[0].code} {found[0].what}")
        if is_server(location):
            return _poured(saved, location), None
        asked = file_at(location)
        target = Path(os.path.realpath(asked))  # of a link, the file it leads to
        temporary = unused(target, "new")
        try:
            count = _copied(saved, temporary, asked)
            return count, _swapped(temporary, target, asked)
        finally:
            discard(temporary)


def _opened(source: Path) -> SqliteDatabase:
    """A backup. Raises UnusableError, and StoreError ("no-backup", "unsound") in words for one and not for a store."""
    if not os.path.exists(source):
        raise UnusableError("missing", path=str(source))
    try:
        return SqliteDatabase(source)
    except StoreError as error:
        if error.code == "foreign":
            raise StoreError("no-backup", path=source) from None
        if error.code == "damaged":
            raise StoreError("unsound", **error.facts) from None
        raise


def _copied(store: Store, temporary: Path, target: Path) -> int:
    """Write a checked copy of a store, in the journal mode that can be read everywhere. `target`: what to call it."""
    with Store(SqliteDatabase(temporary, new=True, mode="truncate", name=str(target))) as copy:
        count = _poured_into(copy, store)
        if found := faults(copy):
            raise StoreError("unsound", path=target, reason=f"{found[0].code} {found[0].what}")
    return count


def _swapped(temporary: Path, target: Path, asked: Path) -> Path | None:
    """Put a copy in the place of a store. Returns where that is kept, None where there was none.

    At no point is there no store under the name: whoever came then would begin an empty one. What has the usual name
    and is no store is one that lost its first bytes; under another name it may be anybody's.
    """
    aside = target.with_name(f"{target.name}.{os.urandom(4).hex()}.old")
    if not target.exists():
        _set_aside_rests(target, aside)
        put_in_place(temporary, target)
        return None
    try:
        with closing(SqliteDatabase(target, name=str(asked))) as before, before.alone():
            if os.name != "nt":  # where no file is replaced as long as anybody has it open
                return _replaced(temporary, target, aside)
    except StoreError as error:
        if error.code == "foreign" and asked.name != NAME:
            raise StoreError("in-the-way", path=asked) from None
        if error.code not in ("damaged", "foreign"):
            raise
        _set_aside_rests(target, aside)
    return _replaced(temporary, target, aside)


def _replaced(temporary: Path, target: Path, aside: Path) -> Path:
    """Keep a store, of which nothing is in the files beside it, under another name, and give its own to a copy."""
    linked = unused(target, "new")
    try:
        os.chmod(temporary, stat.S_IMODE(target.stat().st_mode))
        os.link(target, linked)
    except OSError:  # a disk without hard links
        linked = target
    try:
        put_in_place(linked, aside)
        put_in_place(temporary, target)
    except UnusableError:
        with suppress(OSError):
            if not target.exists():
                os.replace(aside, target)
            for one in {linked, aside} - {target}:
                one.unlink(missing_ok=True)
        raise
    return aside


def _poured(saved: Store, location: str) -> int:
    """Into a database that holds nothing yet: there is nowhere to set another one aside."""
    with open_store(location, create=True) as target:
        return _poured_into(target, saved)


def _poured_into(target: Store, source: Store) -> int:
    last, count = None, 0
    with target.writing():  # the source goes on being written: what was read of it stays as it is
        if next(target.journal(), None):
            raise StoreError("exists", path=target.backend.name)
        for count, recorded in enumerate(source.journal(), 1):
            if recorded != follow(last, recorded.event):
                raise StoreError("broken", place=count)
            target.put(recorded)
            last = recorded
    return count


def _set_aside_rests(target: Path, aside: Path) -> None:
    """Files of a store that is gone would be taken for those of the new one."""
    for ending in BESIDE:
        if os.path.lexists(f"{target}{ending}"):
            put_in_place(Path(f"{target}{ending}"), Path(f"{aside}{ending}"))
