"""A new store: made whole under a name of its own, then put where none is."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from runbook.files import put_in_place, settle
from runbook.store.sqlite import BESIDE, SqliteDatabase
from runbook.store.store import Store


def begin(path: Path) -> None:
    """Put a store that holds nothing yet at a path; where another process was faster, its store stays.

    So no empty file is ever a store that is being begun: it is one whose content was lost.
    Raises StoreError, UnusableError.
    """
    target = Path(os.path.realpath(path))  # of a link, the file it leads to
    temporary = unused(target, "new")
    try:
        with Store(SqliteDatabase(temporary, new=True, mode="truncate", name=str(path))) as store, store.writing():
            pass
        _put_first(temporary, target)
    finally:
        discard(temporary)


def unused(target: Path, ending: str) -> Path:
    """An unused name in the folder of a file."""
    return target.with_name(f".{target.name}.{os.urandom(4).hex()}.{ending}")


def discard(temporary: Path) -> None:
    """Take a file away, with all that SQLite keeps beside it."""
    for ending in ("", *BESIDE):
        with suppress(OSError):
            os.unlink(f"{temporary}{ending}")


def _put_first(temporary: Path, target: Path) -> None:
    """Give a file its name where nothing bears it: a link, which unlike a rename replaces nothing."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        return
    except OSError:  # a disk without hard links; who writes into what is replaced here is told so, and not lost
        if not os.path.lexists(target):
            put_in_place(temporary, target)
        return
    settle(target.parent)  # SQLite syncs the folder only where it makes a journal, and one may lie there already
