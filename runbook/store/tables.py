"""The tables of a store, and how an event changes those that are derived from the journal.

Everything in a derived table comes from the journal alone, so it can be made again from it, and compared with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from runbook.store.errors import StoreError
from runbook.store.journal import Recorded, written

VERSION = 1
# Types that SQLite and PostgreSQL both know.
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS journal (seq BIGINT PRIMARY KEY, ceremony TEXT NOT NULL, at BIGINT NOT NULL,"
    " actor TEXT NOT NULL, key TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, prev TEXT NOT NULL,"
    " hash TEXT NOT NULL UNIQUE, UNIQUE (ceremony, key))",
    "CREATE TABLE IF NOT EXISTS release (ceremony TEXT NOT NULL, number BIGINT NOT NULL, seq BIGINT NOT NULL,"
    " PRIMARY KEY (ceremony, number))",
    "CREATE TABLE IF NOT EXISTS revision (ceremony TEXT NOT NULL, uid TEXT NOT NULL, sequence BIGINT NOT NULL,"
    " release BIGINT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (ceremony, uid, sequence))",
)
# The derived tables, with the columns that put their rows in an order.
DERIVED = {"release": "ceremony, number", "revision": "ceremony, uid, sequence"}
Row = tuple[Any, ...]


class Database(Protocol):
    """What a store needs of a database: statements with ? for values."""

    def execute(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """The rows a statement gives. Raises StoreError."""

    def executemany(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """One statement for many rows. Raises StoreError."""


def project(database: Database, recorded: Recorded) -> None:
    """Bring the derived tables up to this event. Raises StoreError ("newer") for one this program does not know."""
    if recorded.event.kind not in _PROJECTIONS:
        raise StoreError("newer", kind=recorded.event.kind)
    _PROJECTIONS[recorded.event.kind](database, recorded)


def _released(database: Database, recorded: Recorded) -> None:
    ceremony, body = recorded.event.ceremony, recorded.event.body
    number = body["number"]
    database.execute("INSERT INTO release VALUES (?, ?, ?)", (ceremony, number, recorded.seq))
    rows = [(ceremony, one["uid"], one["sequence"], number, written(one)) for one in body["revisions"]]
    database.executemany("INSERT INTO revision VALUES (?, ?, ?, ?, ?)", rows)


_PROJECTIONS: dict[str, Callable[[Database, Recorded], None]] = {"released": _released}
