"""Where a store is: a file beside the ceremony files, another file or folder, or a PostgreSQL database."""

from __future__ import annotations

import os
from pathlib import Path

from runbook.store.errors import StoreError
from runbook.store.store import Store

NAME = "runbook.sqlite"


def beside(file: Path | None) -> str:
    """The store of the workspace: in the folder of that ceremony file, or in the present one."""
    return str((file.parent if file else Path()) / NAME)


def open_store(location: str, create: bool = False) -> Store:
    """The store at a path, in a folder, or at a postgresql:// address.

    Raises StoreError: "missing" where there is none and `create` is not asked for, and whatever else is in the way.
    """
    if is_server(location):
        from runbook.store.postgres import PostgresDatabase

        return Store(PostgresDatabase(location, create))
    from runbook.store.sqlite import SqliteDatabase

    return Store(SqliteDatabase(file_at(location), create))


def is_server(location: str) -> bool:
    """Whether a store is in a database server, and not in a file."""
    return location.startswith(("postgresql://", "postgres://"))


def file_at(location: str) -> Path:
    """The file of a store at a path or in a folder. Raises StoreError ("no-folder")."""
    path = Path(location)
    if os.path.isdir(path):  # False where we may not look
        path /= NAME
    if not os.path.isdir(path.parent):
        raise StoreError("no-folder", path=path)
    return path
