"""The store: commands recorded once, in one transaction with all that follows from them, and questions answered.

The same on every database that `tables.Database` describes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from runbook.store.errors import StoreError
from runbook.store.journal import Event, Recorded, follow, holds, require_lasting, written
from runbook.store.tables import VERSION, Database, Row, project

_COLUMNS = ("seq", "ceremony", "at", "actor", "key", "kind", "body", "prev", "hash")
_ALL = ", ".join(f"journal.{name}" for name in _COLUMNS)
_OF_RELEASE = "JOIN release ON release.seq = journal.seq WHERE release.ceremony = ?"
_PAGE = 16  # rows of the journal in memory at a time: one can hold a plan of ten thousand tasks


class Backend(Database, Protocol):
    """A database that a store can live in."""

    name: str
    mode: str

    def writing(self) -> AbstractContextManager[None]:
        """One transaction, alone: all of it or nothing."""

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for several questions."""

    def version(self) -> str | None:
        """The version of the tables, None where there are none. Raises StoreError where they are not ours."""

    def prepare(self) -> None:
        """Make the tables, with a journal that only grows."""

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
        try:
            with self.backend.writing():
                self._prepare()
                yield
        except BaseException:
            self._seen = False  # the tables may have been made in it
            raise

    def reading(self) -> AbstractContextManager[None]:
        """One state of the store for several questions."""
        return self.backend.reading()

    def append(self, event: Event) -> Recorded:
        """Record an event, within `writing`; all derived tables follow. The same event again is the row it has left.

        Raises StoreError: "repeated" where another event has its key, "unwritable" for what cannot be kept for good.
        """
        require_lasting(event)
        if there := self.recorded(event.ceremony, event.key):
            if holds(there, event):
                return there
            raise StoreError("repeated", key=event.key)
        recorded = follow(self._one("ORDER BY seq DESC LIMIT 1"), event)
        self.put(recorded)
        return recorded

    def put(self, recorded: Recorded) -> None:
        """A row as it stands in another store, within `writing`."""
        event = recorded.event
        fields = (event.ceremony, event.at, event.actor, event.key, event.kind, written(event.body))
        row = (recorded.seq, *fields, recorded.prev, recorded.hash)
        self.backend.execute(f"INSERT INTO journal ({', '.join(_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        project(self.backend, recorded)

    def recorded(self, ceremony: str, key: str) -> Recorded | None:
        """The event that a command of that key has left, None where it has not happened."""
        return self._one("WHERE ceremony = ? AND key = ?", ceremony, key)

    def journal(self) -> Iterator[Recorded]:
        """Every event in order, as it stands there; whether each is what was written is for `checking` to say."""
        last = 0
        while rows := self._rows(f"WHERE seq > ? ORDER BY seq LIMIT {_PAGE}", last):
            yield from rows
            last = rows[-1].seq

    def ceremonies(self) -> list[str]:
        """The ids of the ceremonies with a release, the one released last first."""
        rows = self.ask("SELECT ceremony FROM release GROUP BY ceremony ORDER BY MAX(seq) DESC")
        return [str(ceremony) for (ceremony,) in rows]

    def releases(self, ceremony: str) -> list[Recorded]:
        """A ceremony's releases in order of their numbers."""
        return self._sound(self._rows(f"{_OF_RELEASE} ORDER BY number", ceremony))

    def release(self, ceremony: str, number: int | None = None) -> Recorded | None:
        """One release, the last one without a number; None where there is none."""
        if number is None:
            return self._one(f"{_OF_RELEASE} ORDER BY number DESC LIMIT 1", ceremony)
        return self._one(f"{_OF_RELEASE} AND number = ?", ceremony, number)

    def lines(self, ceremony: str, kind: str) -> list[Recorded]:
        """Everything of a kind that was said of a ceremony, in order: "progress" of its tasks, "press" on the day."""
        return self._sound(self._rows("WHERE ceremony = ? AND kind = ? ORDER BY seq", ceremony, kind))

    def told(self, ceremony: str, number: int | None = None) -> list[dict[str, Any]]:
        """The newest record of every entry as release `number` (None: the last) left it, in order of first issue."""
        upto, values = ("", ()) if number is None else (" AND release <= ?", (number,))
        question = f"SELECT uid, record FROM revision WHERE ceremony = ?{upto} ORDER BY release, uid, sequence"
        newest: dict[str, str] = dict(self.ask(question, ceremony, *values))
        return [self._object(record, uid) for uid, record in newest.items()]

    def ask(self, sql: str, *values: object) -> list[Row]:
        """The rows of a question; none where nothing was ever recorded."""
        return self.backend.execute(sql, values) if self.begun() else []

    def begun(self) -> bool:
        """Whether anything was ever recorded. Raises StoreError ("foreign", "newer", "altered")."""
        if not self._seen:
            version = self.backend.version()
            if version not in (None, VERSION):
                raise StoreError("newer", kind=version)
            self._seen = version is not None
        return self._seen

    def _prepare(self) -> None:
        if not self.begun():
            self.backend.prepare()
            self.backend.execute("INSERT INTO meta VALUES (?, ?)", ("version", VERSION))

    def _rows(self, where: str, *values: object) -> list[Recorded]:
        return [self._recorded(row) for row in self.ask(f"SELECT {_ALL} FROM journal {where}", *values)]

    def _one(self, where: str, *values: object) -> Recorded | None:
        return next(iter(self._sound(self._rows(where, *values))), None)

    def _recorded(self, row: Row) -> Recorded:
        seq, ceremony, at, actor, key, kind, text, prev, digest = row
        if [type(one) for one in row] != [int, str, int, *[str] * 6]:  # SQLite keeps any value in any column
            raise self._damaged(seq)
        return Recorded(seq, Event(ceremony, at, actor, key, kind, self._object(text, seq)), prev, digest)

    def _object(self, text: str, place: object) -> dict[str, Any]:
        try:
            found = json.loads(text)
        except (ValueError, TypeError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise self._damaged(place)
        return found

    def _sound(self, rows: list[Recorded]) -> list[Recorded]:
        """The rows, each with its own hash. What stands before them is for `checking` to say."""
        for row in rows:
            if not holds(row, row.event):
                raise self._damaged(row.seq)
        return rows

    def _damaged(self, place: object) -> StoreError:
        return StoreError("damaged", path=self.backend.name, reason=f"journal {place}")
