"""A store in one SQLite file.

Every write is one IMMEDIATE transaction with synchronous=FULL, so what is acknowledged survives a power cut. The
write-ahead log is used only by libraries free of the WAL-reset bug (SQLite 3.7.0 to 3.51.2 can lose a committed
transaction when one connection checkpoints while another writes; put right in 3.51.3, 3.50.7 and 3.44.6); the others
keep a rollback journal that is truncated. Locks are waited for: a command is never refused because another one writes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from runbook.store.errors import StoreError
from runbook.store.tables import Row

PATIENCE = 60.0  # seconds to wait for others that write; far more than any of them takes
APPLICATION = 0x72756E62  # "runb" in the header of the file
_CODES = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "denied",
    "SQLITE_PERM": "denied",
    "SQLITE_CANTOPEN": "denied",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "foreign",
}


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether that SQLite is free of the WAL-reset bug.

    >>> [wal_is_safe(one) for one in [(3, 40, 1), (3, 44, 6), (3, 50, 6), (3, 50, 7), (3, 51, 2), (3, 51, 3)]]
    [False, True, False, True, False, True]
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


class SqliteDatabase:
    """A connection to one file. Raises StoreError wherever the file or the disk does not allow it."""

    def __init__(self, path: Path | None, create: bool = False) -> None:
        """`create`: begin the file where there is none; else its absence is the error "missing". No path: in memory."""
        self.name = str(path or ":memory:")
        if path and not create and not path.exists():
            raise StoreError("missing", path=path)
        with self._told():
            uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}" if path else ":memory:"
            self._connection = sqlite3.connect(uri, PATIENCE, isolation_level=None, uri=True)
            try:
                self._set_up()
            except BaseException:
                self._connection.close()
                raise

    def _set_up(self) -> None:
        # A file from elsewhere may hold functions in its schema and pages that lie about their size.
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "synchronous=FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        if self._connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION and self.tables():
            raise StoreError("foreign", path=self.name)  # before its mode is touched
        wanted = "wal" if wal_is_safe(sqlite3.sqlite_version_info) else "truncate"
        self.mode = str(self._connection.execute("PRAGMA journal_mode").fetchone()[0])
        if self.mode != wanted:
            with suppress(sqlite3.OperationalError):  # a file that cannot be written is still read
                self.mode = str(self._connection.execute(f"PRAGMA journal_mode={wanted}").fetchone()[0])

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        with self._told():
            self._connection.executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, alone: all of it or nothing."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(StoreError):  # a full disk has rolled back by itself
                self.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the store for several questions."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(StoreError):
                self.execute("ROLLBACK")

    def tables(self) -> set[str]:
        """The names of the tables that are there."""
        return {str(name) for (name,) in self.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def prepare(self) -> None:
        """Mark the file as ours."""
        self.execute(f"PRAGMA application_id={APPLICATION}")

    def forbid_changes(self) -> None:
        """Let the journal only grow."""
        for change in ("UPDATE", "DELETE"):
            self.execute(
                f"CREATE TRIGGER IF NOT EXISTS journal_no_{change.lower()} BEFORE {change} ON journal"
                " BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
            )

    def damage(self) -> str:
        """What the file's own check finds, "" where all is well."""
        try:
            found = self.execute("PRAGMA quick_check(1)")[0][0]
        except StoreError as error:
            return str(error.facts.get("reason", error.code))
        return "" if found == "ok" else str(found)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            reason = getattr(error, "sqlite_errorname", None) or type(error).__name__
            code = next((code for prefix, code in _CODES.items() if str(reason).startswith(prefix)), "failed")
            raise StoreError(code, path=self.name, reason=f"{reason}: {error}") from None
