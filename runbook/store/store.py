"""The store: commands recorded once, in one transaction with all that follows from them, and questions answered.

The same on every database that `tables.Database` describes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from runbook.store.errors import StoreError
from runbook.store.journal import Event, Recorded, follow, written
from runbook.store.tables import SCHEMA, VERSION, Database, Row, project

_COLUMNS = "seq, ceremony, at, actor, key, kind, body, prev, hash"


class Backend(Database, Protocol):
    """A database that a store can live in."""

    name: str
    mode: str

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, alone: all of it or nothing."""

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for several questions."""

    def tables(self) -> set[str]:
        """The names of the tables that are there."""

    def prepare(self) -> None:
        """Before the tables are made."""

    def forbid_changes(self) -> None:
        """Let the journal only grow."""

    def damage(self) -> str:
        """What the database's own check finds, "" where all is well."""

    def close(self) -> None:
        """Give it back."""


class Store:
    """A journal and what follows from it. Use it as a context manager; StoreError wherever it cannot be used."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._seen = False  # that the tables are there, and ours

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.backend.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction of this writer alone; what it records is kept, whole, when it ends without an error."""
        with self.backend.writing():
            self._prepare()
            yield

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for several questions."""
        return self.backend.reading()

    def append(self, event: Event) -> Recorded:
        """Record an event, within `writing`; all derived tables follow. The caller has looked for its key."""
        recorded = follow(self._last(), event)
        self.put(recorded)
        return recorded

    def put(self, recorded: Recorded) -> None:
        """A row as it stands in another store, within `writing`."""
        event = recorded.event
        fields = (event.ceremony, event.at, event.actor, event.key, event.kind, written(event.body))
        row = (recorded.seq, *fields, recorded.prev, recorded.hash)
        self.backend.execute(f"INSERT INTO journal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        project(self.backend, recorded)

    def recorded(self, ceremony: str, key: str) -> Recorded | None:
        """The event that a command of that key has left, None where it has not happened."""
        return self._one("WHERE ceremony = ? AND key = ?", ceremony, key)

    def journal(self) -> Iterator[Recorded]:
        """Every event in order."""
        last = 0
        while rows := self._rows("WHERE seq > ? ORDER BY seq LIMIT 16", last):
            yield from rows
            last = rows[-1].seq

    def ceremonies(self) -> list[str]:
        """The ids of the ceremonies with a release, the one released last first."""
        rows = self.ask("SELECT ceremony FROM release GROUP BY ceremony ORDER BY MAX(seq) DESC")
        return [str(ceremony) for (ceremony,) in rows]

    def releases(self, ceremony: str) -> list[Recorded]:
        """A ceremony's releases in order of their numbers."""
        return self._rows(
            "JOIN release ON release.seq = journal.seq WHERE release.ceremony = ? ORDER BY number", ceremony
        )

    def release(self, ceremony: str, number: int | None = None) -> Recorded | None:
        """One release, the last one without a number; None where there is none."""
        if number is None:
            return self._one(
                "JOIN release ON release.seq = journal.seq WHERE release.ceremony = ? ORDER BY number DESC LIMIT 1",
                ceremony,
            )
        return self._one(
            "JOIN release ON release.seq = journal.seq WHERE release.ceremony = ? AND number = ?", ceremony, number
        )

    def told(self, ceremony: str, number: int | None = None) -> list[dict[str, Any]]:
        """The newest record of every entry as release `number` (None: the last) left it, in order of first issue."""
        newest: dict[str, str] = {}
        rows = self.ask(
            "SELECT uid, record FROM revision JOIN release"
            " ON release.ceremony = revision.ceremony AND release.number = revision.release"
            " WHERE revision.ceremony = ? AND revision.release <= ? ORDER BY revision.release, uid, sequence",
            ceremony,
            2**31 - 1 if number is None else number,
        )
        for uid, record in rows:
            newest[uid] = record
        return [json.loads(record) for record in newest.values()]

    def _prepare(self) -> None:
        if not self._exists():
            self.backend.prepare()
            for statement in SCHEMA:
                self.backend.execute(statement)
            self.backend.forbid_changes()
            self.backend.execute("INSERT INTO meta VALUES (?, ?)", ("version", str(VERSION)))

    def _exists(self) -> bool:
        """Whether anything was ever recorded. Raises StoreError ("foreign", "newer")."""
        if self._seen:
            return True
        there = self.backend.tables()
        if there and "meta" not in there:
            raise StoreError("foreign", path=self.backend.name)
        if there:
            version = self.backend.execute("SELECT value FROM meta WHERE name = 'version'")
            if version != [(str(VERSION),)]:
                raise StoreError("newer", kind=version[0][0] if version else "?")
        self._seen = bool(there)
        return self._seen

    def ask(self, sql: str, *values: object) -> list[Row]:
        """The rows of a question; none where nothing was ever recorded."""
        return self.backend.execute(sql, values) if self._exists() else []

    def _rows(self, where: str, *values: object) -> list[Recorded]:
        columns = ", ".join(f"journal.{name.strip()}" for name in _COLUMNS.split(","))
        return [_recorded(row) for row in self.ask(f"SELECT {columns} FROM journal {where}", *values)]

    def _one(self, where: str, *values: object) -> Recorded | None:
        return next(iter(self._rows(where, *values)), None)

    def _last(self) -> Recorded | None:
        return self._one("ORDER BY seq DESC LIMIT 1")


def _recorded(row: Row) -> Recorded:
    seq, ceremony, at, actor, key, kind, text, prev, digest = row
    try:
        body = json.loads(text)
    except ValueError:  # no longer what was written
        body = {}
    return Recorded(seq, Event(ceremony, at, actor, key, kind, body), prev, digest)
