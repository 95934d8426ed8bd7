"""Where a store is: a file beside the ceremony files, another file or folder, or a PostgreSQL database."""

from __future__ import annotations

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
    if location.startswith(("postgresql://", "postgres://")):
        from runbook.store.postgres import PostgresDatabase

        return Store(PostgresDatabase(location))
    from runbook.store.sqlite import SqliteDatabase

    path = Path(location)
    if path.is_dir():
        path /= NAME
    if not path.parent.is_dir():
        raise StoreError("no-folder", path=path)
    return Store(SqliteDatabase(path, create))
