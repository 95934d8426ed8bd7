"""The tables of a store, and how an event changes those that are derived from the journal.

Everything in a derived table comes from the journal alone, so it can be made again from it, and compared with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from runbook.store.errors import StoreError
from runbook.store.journal import Recorded, written

VERSION = "1"
# Types that SQLite and PostgreSQL both know. SQLite keeps these very texts, and they are compared with what it keeps.
META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"
SCHEMA = (
    META,
    "CREATE TABLE journal (seq INTEGER PRIMARY KEY, ceremony TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,"
    " key TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL,"
    " UNIQUE (ceremony, key))",
    "CREATE TABLE release (ceremony TEXT NOT NULL, number BIGINT NOT NULL, seq BIGINT NOT NULL,"
    " PRIMARY KEY (ceremony, number))",
    "CREATE TABLE revision (ceremony TEXT NOT NULL, uid TEXT NOT NULL, sequence BIGINT NOT NULL,"
    " release BIGINT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (ceremony, uid, sequence))",
)
# The derived tables, with their first columns, by which each row is known.
DERIVED = {"release": ("ceremony", "number"), "revision": ("ceremony", "uid", "sequence")}
Row = tuple[Any, ...]


class Database(Protocol):
    """What a store needs of a database: statements with ? for values."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows a statement gives. Raises StoreError."""

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """One statement for many rows. Raises StoreError."""


def project(database: Database, recorded: Recorded) -> None:
    """Bring the derived tables up to this event.

    Raises StoreError: "newer" for a kind this program does not know, "unwritable" for a body that its kind has not.
    """
    if recorded.event.kind not in _PROJECTIONS:
        raise StoreError("newer", kind=recorded.event.kind)
    _PROJECTIONS[recorded.event.kind](database, recorded)


def _released(database: Database, recorded: Recorded) -> None:
    ceremony = recorded.event.ceremony
    match recorded.event.body:
        case {"number": int(number), "revisions": list(revisions)}:
            rows = [(ceremony, *_revision(one, recorded.seq), number, written(one)) for one in revisions]
        case _:
            raise StoreError("unwritable", reason=f"released {recorded.seq}")
    database.execute("INSERT INTO release VALUES (?, ?, ?)", (ceremony, number, recorded.seq))
    database.executemany("INSERT INTO revision VALUES (?, ?, ?, ?, ?)", rows)


def _revision(record: object, seq: int) -> tuple[str, int]:
    """What one revision is of: an entry, and how often that was changed before."""
    match record:
        case {"uid": str(uid), "sequence": int(sequence)}:
            return uid, sequence
    raise StoreError("unwritable", reason=f"revision {seq}")


def _told(database: Database, recorded: Recorded) -> None:
    """What is said of a task, or pressed on the day, is folded whenever it is asked for: no table follows from it."""
    if not isinstance(recorded.event.body.get("what"), str):
        raise StoreError("unwritable", reason=f"{recorded.event.kind} {recorded.seq}")


_PROJECTIONS: dict[str, Callable[[Database, Recorded], None]] = {
    "released": _released,
    "progress": _told,
    "press": _told,
}
