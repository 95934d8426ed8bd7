"""A store in one SQLite file.

Every write is one IMMEDIATE transaction that is on the disk before it is acknowledged. The write-ahead log is used
only where it can be relied on: on a disk of this machine, and by libraries free of the WAL-reset bug (SQLite 3.7.0 to
3.51.2 can lose a committed transaction when one connection checkpoints while another writes; put right in 3.51.3,
3.50.7 and 3.44.6). All others keep a rollback journal that is truncated. Locks are waited for: a command is never
refused because another one writes.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from runbook.store.errors import StoreError
from runbook.store.tables import META, SCHEMA, VERSION, Row

PATIENCE = 60.0  # seconds to wait for others that write; far more than any of them takes
APPLICATION = 0x72756E62  # "runb" in the header of the file
BESIDE = ("-journal", "-wal", "-shm")  # what SQLite keeps beside a file, and would take for that of a new one
# Full syncs, and one of the folder where a journal was deleted (EXTRA); those of macOS, which else stay in the drive.
# A file from elsewhere may hold functions in its schema and pages that lie about their size.
_PRAGMAS = ("synchronous=EXTRA", "fullfsync=ON", "checkpoint_fullfsync=ON", "trusted_schema=OFF", "cell_size_check=ON")
_TRIGGERS = tuple(
    f"CREATE TRIGGER journal_no_{change.lower()} BEFORE {change} ON journal"
    " BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    for change in ("UPDATE", "DELETE")
)
_CODES = {
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_FULL": "full",
    "SQLITE_READONLY": "denied",
    "SQLITE_PERM": "denied",
    "SQLITE_CANTOPEN": "denied",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "foreign",
    "OperationalError": "damaged",  # without a number of the library's: a text that is not UTF-8
    "OverflowError": "unwritable",
    "UnicodeEncodeError": "unwritable",
}


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Whether that SQLite is free of the WAL-reset bug.

    >>> [wal_is_safe(one) for one in [(3, 40, 1), (3, 44, 6), (3, 50, 6), (3, 50, 7), (3, 51, 2), (3, 51, 3)]]
    [False, True, False, True, False, True]
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def on_own_disk(folder: Path) -> bool:
    """Whether a folder is on a disk of this machine; False where that cannot be told."""
    if os.name == "nt":
        return not os.path.realpath(folder).startswith("\\\\")  # a drive that is a share has its server's name
    try:
        return os.uname().sysname == "Linux" and os.major(os.stat(folder).st_dev) > 0  # a share is no device
    except OSError:
        return False


class SqliteDatabase:
    """A connection to one file. Raises StoreError wherever the file or the disk does not allow it."""

    def __init__(self, path: Path | None, new: bool = False, mode: str = "", name: str = "") -> None:
        """`new`: a file that is to be made; else one without a store's mark is "foreign", an empty one "damaged".

        No path: a file that nobody else sees, gone when it is closed. `name`: what to call it to the user.
        `mode`: the journal mode to write in, "truncate" or "wal"; without one the best that can be relied on.
        """
        self.name = name or str(path or "")
        self._path = path.absolute() if path else None
        with self._told():
            if path and not new:
                self._require_content(os.path.realpath(path))
            self._connection = sqlite3.connect(self._path or "", PATIENCE, isolation_level=None)
        try:
            for pragma in _PRAGMAS:
                self.execute(f"PRAGMA {pragma}")
            if path and not new and not self._ours():
                raise StoreError("foreign", path=self.name)
            self._place = _place(self._path)
            self.mode = mode or best_mode(self._path)
        except BaseException:
            self._connection.close()
            raise

    def _require_content(self, path: str) -> None:
        """An empty file SQLite would begin, and a journal without its file it would play into the next one.

        Raises StoreError ("missing", "damaged").
        """
        rests = [one for one in ("-journal", "-wal") if _size(f"{path}{one}") > 0]
        size = _size(path)  # asked last: who begins the store just now makes these after it
        if size < 0 and not rests:
            raise StoreError("missing", path=self.name)
        if size <= 1:  # a single byte too is none to SQLite
            reason = f"{os.path.basename(path)}{rests[0]}" if size < 0 else f"{size} B"
            raise StoreError("damaged", path=self.name, reason=reason)

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        with self._told():
            return self._connection.execute(sql, values).fetchall()

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        with self._told():
            self._connection.executemany(sql, rows)

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, alone: all of it or nothing. Raises StoreError ("replaced")."""
        return self._transaction("BEGIN IMMEDIATE", self.mode)

    def alone(self) -> AbstractContextManager[None]:
        """Nobody else reads or writes, and nothing of the content is in a file beside this one.

        Raises StoreError ("busy" where others keep the file open with a write-ahead log, "replaced").
        """
        return self._transaction("BEGIN EXCLUSIVE", "truncate")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One state of the store for several questions."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(StoreError):
                self.execute("ROLLBACK")

    def version(self) -> str | None:
        """The version of the tables, None where there are none.

        Raises StoreError: "foreign" where they are not ours, "altered" where more or less is there than was made,
        "damaged" where they are gone.
        """
        marked, made = self._ours(), self._made()
        if not made:
            if marked:  # and the mark came with the tables
                raise StoreError("damaged", path=self.name, reason="sqlite_master")
            return None
        if made.get("meta") != META:
            raise StoreError("foreign", path=self.name)
        rows = self.execute("SELECT value FROM meta WHERE name = 'version'")
        if rows == [(VERSION,)] and (odd := set(made.values()) ^ {*SCHEMA, *_TRIGGERS}):
            raise StoreError("altered", path=self.name, reason=" ".join(min(odd).split()[:3]))
        return str(rows[0][0]) if rows else "?"

    def prepare(self) -> None:
        """Mark the file as ours, and make the tables; the journal only grows."""
        self.execute(f"PRAGMA application_id={APPLICATION}")
        for statement in (*SCHEMA, *_TRIGGERS):
            self.execute(statement)

    def damage(self) -> str:
        """What the file's own check finds, "" where all is well."""
        try:
            found = self.execute("PRAGMA integrity_check(1)")[0][0]
        except StoreError as error:
            return str(error.facts.get("reason", error.code))
        return "" if found == "ok" else " ".join(str(found).split())

    def close(self) -> None:
        self._connection.close()

    def _ours(self) -> bool:
        return bool(self.execute("PRAGMA application_id") == [(APPLICATION,)])

    def _made(self) -> dict[str, str]:
        """The statement that made each thing in the file but those that SQLite makes for itself."""
        rows = self.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {str(name): str(sql) for name, sql in rows if not str(name).startswith("sqlite_")}

    def _journal(self, setting: str = "") -> str:
        return str(self.execute(f"PRAGMA journal_mode{setting}")[0][0])

    @contextmanager
    def _transaction(self, begin: str, mode: str) -> Iterator[None]:
        self._switch(mode)
        self.execute(begin)
        try:
            self._require_log_left(mode)
            self._require_place()
            yield
            self.execute("COMMIT")
        except BaseException:
            with suppress(StoreError):  # a full disk has rolled back by itself
                self.execute("ROLLBACK")
            raise

    def _switch(self, mode: str) -> None:
        if self._journal() != mode:
            with suppress(StoreError):  # others are at work there
                self._journal(f"={mode}")

    def _require_log_left(self, mode: str) -> None:
        """A library with the bug does not write into a log that others keep. Raises StoreError ("busy")."""
        if mode != "wal" and self._journal() == "wal":
            raise StoreError("busy", path=self.name, reason="write-ahead log")

    def _require_place(self) -> None:
        """What is written into a file that has lost its name is lost. Raises StoreError ("replaced")."""
        if self._place != _place(self._path):
            raise StoreError("replaced", path=self.name)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OverflowError, ValueError) as error:
            reason = getattr(error, "sqlite_errorname", None) or type(error).__name__
            code = next((code for prefix, code in _CODES.items() if str(reason).startswith(prefix)), "failed")
            raise StoreError(code, path=self.name, reason=f"{reason}: {error}") from None


def best_mode(path: Path | None) -> str:
    """The fastest journal mode that can be relied on for a file."""
    safe = path and wal_is_safe(sqlite3.sqlite_version_info) and on_own_disk(path.parent)
    return "wal" if safe else "truncate"


def _size(path: str) -> int:
    """Bytes of a file, -1 where there is none."""
    try:
        return os.stat(path).st_size
    except OSError:
        return -1


def _place(path: Path | None) -> tuple[int, int] | None:
    """What tells a file from all others, None where there is none."""
    try:
        found = os.stat(path) if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None
