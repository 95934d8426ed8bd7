"""Whether a store is what it was: its file sound, its chain unbroken, its tables what the journal says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.store.errors import StoreError
from runbook.store.journal import broken
from runbook.store.sqlite import SqliteDatabase
from runbook.store.store import Store
from runbook.store.tables import DERIVED


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
    except RecursionError:  # a body made by another hand, nested as deep as can just be read
        return [Fault("unreadable", "RecursionError")]


def _faults(store: Store) -> Iterator[Fault]:
    begun = store.begun()  # asked first: what another hand put into the file must not run
    if damage := store.backend.damage():
        yield Fault("damage", damage)
        return
    if not begun:
        return
    place = broken(store.journal())
    if place is not None:
        yield Fault("chain", str(place))
        return
    with replayed(store) as again:
        for table, order in DERIVED.items():
            if rows(store, table, order) != rows(again, table, order):
                yield Fault("tables", table)


def replayed(store: Store) -> Store:
    """A store in memory with the same journal, its tables made anew."""
    again = Store(SqliteDatabase(None))
    try:
        with again.writing():
            for recorded in store.journal():
                again.put(recorded)
    except BaseException:
        again.backend.close()
        raise
    return again


def rows(store: Store, table: str, order: str) -> list[tuple[object, ...]]:
    """A derived table in its order."""
    return store.ask(f"SELECT * FROM {table} ORDER BY {order}")
