"""Releases put into a store by a program that is cut off, and what is left of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import runbook.store.sqlite
from runbook.store import Event, Store, StoreError, open_store
from runbook.store.checking import faults
from tests.power.subjects import acknowledge

CEREMONY = "le-thu"
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
    """Take the choice of a journal mode from the store: both are tried, whatever SQLite this machine has."""
    patch.setattr(runbook.store.sqlite, "wal_is_safe", lambda version: mode == "wal")


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
            numbers = [one.event.body["number"] for one in store.releases(CEREMONY)]
            if [one.event for one in store.journal()] != [released(number) for number in range(1, len(numbers) + 1)]:
                return "other"
            if not acknowledged <= len(numbers) <= acknowledged + 1:
                return "lost"
            if next_release(store) != len(numbers) + 1:
                return "stuck"
            if found := faults(store):
                return found[0].code
    except StoreError as error:
        return error.code
    return "sound"
