"""Care for a store and its machine: what is installed and sound, a copy put by, a copy put back."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.axis import Axis
from runbook.commands import issues
from runbook.commands.opening import FINE, PROBLEMS
from runbook.console import beside, typed
from runbook.render.terminal import Column, paragraph, table
from runbook.store import StoreError, copying
from runbook.store import beside as store_beside
from runbook.store.checking import faults
from runbook.store.sqlite import SqliteDatabase, wal_is_safe
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.terminal import Screen
    from runbook.store import Store

NEEDED = ("click", "ics", "networkx", "pendulum", "PyYAML", "tabulate", "wcwidth")
# What only some uses need: the package, the extra that brings it, and the key of what it is for.
HANOI = "Asia/Ho_Chi_Minh"
EXTRAS = {"numpy": "fast", "psycopg": "postgres"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: what was looked at, what was found, and whether it stands in the way."""

    what: str
    found: str
    wrong: bool = False


def doctor(word: str, location: str, letters: str, screen: Screen, language: str) -> tuple[str, int]:
    """Versions, the store's mode and soundness, what is missing on this machine; and the exit code.

    `letters`: the encoding of the terminal. A store that is not there yet is nothing wrong.
    """
    found = [*_program(letters, language), *_sqlite(language), *_store(word, location, language)]
    columns = [Column("", 1, 2), Column(say(language, "doctor.what"), 1, 18), Column(say(language, "doctor.found"), 3)]
    rows = [("!!" if one.wrong else "", one.what, one.found) for one in found]
    wrong = sum(one.wrong for one in found)
    verdict = say(language, "doctor.wrong" if wrong else "doctor.fine", count=wrong)
    text = f"{say(language, 'doctor.title')}\n\n{table(columns, rows, screen)}\n\n{paragraph(verdict, screen)}\n"
    return text, PROBLEMS if wrong else FINE


def backup(target: Path, word: str, location: str, screen: Screen, language: str) -> str:
    """Copy a store whole into a new file, checked; a sentence that it is there. Raises StoreError, UnusableError."""
    with issues.store_for(word, location) as store:
        count = copying.backup(store, target)
    done = say(language, "backup.done", path=target, count=count)
    return beside(done, f"runbook restore {typed(str(target))}", screen.width) + "\n"


def restore(backup: Path, location: str, screen: Screen, language: str) -> str:
    """Put a checked copy in the place of the store, which is set aside. Raises StoreError, UnusableError."""
    target = location or store_beside(None)
    count, aside = copying.restore(backup, target)
    done = say(language, "restore.done", source=backup, path=target, count=count)
    kept = beside(say(language, "restore.aside"), str(aside), screen.width) + "\n" if aside else ""
    return f"{done}\n{kept}"


def _program(letters: str, language: str) -> Iterator[Finding]:
    yield Finding("runbook", metadata.version("runbook"))
    yield Finding("Python", f"{platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in NEEDED:
        version = _version(name)
        yield Finding(name, version or say(language, "doctor.missing"), not version)
    for name, extra in EXTRAS.items():
        offer = say(language, f"doctor.extra.{name}", command=f'pip install "runbook[{extra}]"')
        yield Finding(name, _version(name) or offer)
    yield _zone(language)
    yield _letters(letters, language)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _zone(language: str) -> Finding:
    what = say(language, "doctor.zone")
    try:
        return Finding(what, f"{HANOI} {Axis(HANOI).iso(2**25)[-6:]}")
    except KeyError:  # a system without zones, and the package tzdata missing
        return Finding(what, say(language, "doctor.no_zone"), wrong=True)


def _letters(encoding: str, language: str) -> Finding:
    try:
        "Đường phố Hà Nội →".encode(encoding or "ascii")
        return Finding(say(language, "doctor.letters"), encoding)
    except (UnicodeEncodeError, LookupError):
        return Finding(say(language, "doctor.letters"), say(language, "doctor.no_letters", encoding=encoding))


def _sqlite(language: str) -> Iterator[Finding]:
    memory = SqliteDatabase(None)
    version = str(memory.execute("SELECT sqlite_version()")[0][0])
    memory.close()
    major, minor, patch, *_ = map(int, version.split("."))
    safe = wal_is_safe((major, minor, patch))
    yield Finding("SQLite", f"{version}: {say(language, 'doctor.wal' if safe else 'doctor.no_wal')}")


def _store(word: str, location: str, language: str) -> Iterator[Finding]:
    what = say(language, "doctor.store")
    try:
        with issues.store_for(word, location) as store:
            yield Finding(what, f"{store.backend.name} ({store.backend.mode})")
            yield from _contents(store, language)
    except StoreError as error:
        if error.code == "missing":
            yield Finding(what, say(language, "doctor.no_store", path=error.facts["path"]))
        else:
            yield Finding(what, say(language, f"store.{error.code}", **error.facts), wrong=True)


def _contents(store: Store, language: str) -> Iterator[Finding]:
    wrong = faults(store)
    for fault in wrong:
        yield Finding(
            say(language, "doctor.soundness"), say(language, f"store.fault.{fault.code}", what=fault.what), True
        )
    if not wrong:
        yield Finding(say(language, "doctor.soundness"), say(language, "doctor.sound"))
        told = Counter(row.event.ceremony for row in store.journal() if row.event.kind == "progress")
        for ceremony in dict.fromkeys((*store.ceremonies(), *sorted(told))):
            counts = [say(language, "doctor.releases", count=len(store.releases(ceremony)))]
            counts += [say(language, "doctor.progress", count=told[ceremony])] if told[ceremony] else []
            yield Finding(say(language, "doctor.ceremony"), f"{ceremony}: {'; '.join(counts)}")
