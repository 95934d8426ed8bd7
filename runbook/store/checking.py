"""Whether a store is what it was: its file sound, its chain unbroken, its tables what the journal says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from runbook.store.errors import StoreError
from runbook.store.journal import Recorded, broken
from runbook.store.sqlite import SqliteDatabase
from runbook.store.store import Store
from runbook.store.tables import DERIVED, Row, project

_PAGE = 1000  # rows of a derived table in memory at a time


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a store. `code` names the sentence `store.fault.<code>`, `what` fills it."""

    code: str
    what: str


def faults(store: Store) -> list[Fault]:
    """Everything wrong with a store, in one state of it; nothing where it can be relied on."""
    try:
        with store.reading():
            return list(_faults(store))
    except StoreError as error:
        return [Fault("unreadable", str(error.facts.get("reason", error.code)))]


def _faults(store: Store) -> Iterator[Fault]:
    begun = store.begun()  # asked first: what another hand put into the file must not run
    if damage := store.backend.damage():
        yield Fault("damage", damage)
        return
    if not begun:
        return
    with Store(SqliteDatabase(None)) as again, again.writing():
        place = broken(_played(store.journal(), again))
        if place is not None:
            yield Fault("chain", str(place))
            return
        for table in DERIVED:
            if any(ours != theirs for ours, theirs in zip_longest(rows(store, table), rows(again, table))):
                yield Fault("tables", table)


def rows(store: Store, table: str) -> Iterator[Row]:
    """A derived table in its order; a page of it in memory at a time."""
    columns = DERIVED[table]
    key = ", ".join(columns)
    page = store.ask(f"SELECT * FROM {table} ORDER BY {key} LIMIT {_PAGE}")
    while page:
        yield from page
        last = page[-1][: len(columns)]
        where = f"({key}) > ({', '.join('?' * len(columns))})"
        page = store.ask(f"SELECT * FROM {table} WHERE {where} ORDER BY {key} LIMIT {_PAGE}", *last)


def _played(journal: Iterable[Recorded], again: Store) -> Iterator[Recorded]:
    """The rows of a journal; each that was taken and not refused is played again."""
    for recorded in journal:
        yield recorded
        project(again.backend, recorded)
