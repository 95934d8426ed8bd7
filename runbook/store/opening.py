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
    return open_file(file_at(location), create)


def open_file(path: Path, create: bool = False, mode: str = "") -> Store:
    """The store in a file, written in that journal mode. Raises StoreError, UnusableError."""
    from runbook.store.beginning import begin
    from runbook.store.sqlite import SqliteDatabase

    try:
        return Store(SqliteDatabase(path, mode=mode))
    except StoreError as error:
        if not create or error.code != "missing":
            raise
    begin(path)
    return Store(SqliteDatabase(path, mode=mode))


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
