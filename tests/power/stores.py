"""Releases put into a store by a program that is cut off, and what is left of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import runbook.store.sqlite
from runbook.store import Event, Store, StoreError, open_store
from runbook.store.checking import faults
from runbook.store.copying import backup, restore
from runbook.store.opening import NAME
from tests.power.disk import alike
from tests.power.subjects import acknowledge

CEREMONY = "le-thu"
HELD = (2, 5)  # releases in the two backups
TASKS = 6  # calendar entries of the ceremony; every release revises some of them


def released(number: int) -> Event:
    """A release that is known by its number alone: its text fills some pages of the file."""
    told = [task for task in range(TASKS) if number == 1 or (number + task) % 3 == 0]
    revisions = [{"uid": f"E{task}", "sequence": number - 1, "summary": f"Việc {task} " * 20} for task in told]
    body = {"number": number, "sources": {"le.yaml": f"# {number}\n" * 400}, "revisions": revisions}
    return Event(CEREMONY, 1731460000 + number, "thư ký", f"k{number}", "released", body)


def next_release(store: Store) -> int:
    """Issue the release after the last one in the store; return its number."""
    with store.writing():
        last = store.release(CEREMONY)
        number = 1 + (last.event.body["number"] if last else 0)
        store.append(released(number))
    return number


def journal_mode(patch: pytest.MonkeyPatch, mode: str) -> None:
    """Take the choice of a journal mode from the store: both are tried, whatever SQLite and disk this machine has."""
    patch.setattr(runbook.store.sqlite, "best_mode", lambda path: mode)


def keep(folder: Path, mode: str, synchronous: str, times: int) -> None:
    """Releases one after the other in a store of that journal mode, opened again in the middle."""
    journal_mode(pytest.MonkeyPatch(), mode)
    for _half in range(2):
        with open_store(str(folder), create=True) as store:
            assert store.backend.mode == mode
            if synchronous != "FULL":
                store.backend.execute(f"PRAGMA synchronous={synchronous}")
            for _ in range(times // 2):
                acknowledge(next_release(store))


def kept(folder: Path, acknowledged: int) -> str:
    """What is left of a store: "sound" with every acknowledged release, one more at the most, and able to go on."""
    try:
        with open_store(str(folder), create=True) as store:
            number = next_release(store)
    except StoreError as error:
        return error.code
    if not acknowledged < number <= acknowledged + 2:
        return "lost"
    return "sound" if (held := holds(folder)) == number else str(held)


def backups(home: Path) -> None:
    """Two backups, of a store with two releases and with five, beside the store itself."""
    with open_store(str(home), create=True) as store:
        for number in range(1, 6):
            next_release(store)
            if number in HELD:
                backup(store, home / f"{number}.sqlite")


def back_up(folder: Path, times: int) -> None:
    """Backups of the store, each under a name of its own."""
    for number in range(1, times + 1):
        with open_store(str(folder)) as store:
            backup(store, folder / f"backup-{number}.sqlite")
        acknowledge(number)


def restore_in_turn(folder: Path, times: int) -> None:
    """The two backups put in the place of the store, in turn."""
    for number in range(1, times + 1):
        restore(folder / f"{HELD[number % 2 - 1]}.sqlite", str(folder))
        acknowledge(number)


def holds(path: Path) -> int | str:
    """How many releases a sound store has; else what is wrong with it. What was looked at before is known."""
    mark = alike(path / NAME if path.is_dir() else path)
    if mark not in _SEEN:
        _SEEN[mark] = _holds(path)
    return _SEEN[mark]


_SEEN: dict[int, int | str] = {}


def _holds(path: Path) -> int | str:
    try:
        with open_store(str(path)) as store:
            if found := faults(store):
                return found[0].code
            told = [one.event for one in store.journal()]
    except StoreError as error:
        return error.code
    return len(told) if told == [released(number) for number in range(1, len(told) + 1)] else "other"
