"""Releases as the store holds them, read back into values; and which ceremony and release a command's words mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from runbook.commands.opening import FaultyError, RefusedError
from runbook.console import typed
from runbook.files import UnusableError, load
from runbook.nearest import nearest
from runbook.releases import IssuedPlan, plan_from
from runbook.render.ical.ledger import Issued, from_record
from runbook.reports.phrasing import Phrasing
from runbook.reports.wanted import UnclearError
from runbook.store import Recorded, Store, beside, open_store

_ENDINGS = (".yaml", ".yml", ".xlsx")  # of what can only be meant as a file


@dataclass(frozen=True)
class Release:
    """One numbered issue of a plan. `at`: the instant of issue. `changed`: the calendar entries it told anew.

    `file` is the bare name of the ceremony file, `sources` the texts it was planned from, `names` the calendar's name
    of every audience it tells anything, `row` its place in the journal.
    """

    number: int
    at: int
    message: str
    file: str
    sources: Mapping[str, str]
    names: Mapping[str, str]
    plan: IssuedPlan
    changed: tuple[Issued, ...]
    row: Recorded

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many of the changed entries are "new", "revised", "cancelled"."""
        kinds = [_kind(one) for one in self.changed]
        return {kind: kinds.count(kind) for kind in ("new", "revised", "cancelled")}

    def at_text(self, language: str) -> str:
        """T4 13/11/2024 09h00."""
        return Phrasing(language, self.plan.axis, 0).start(self.at)


def _kind(one: Issued) -> str:
    if one.entry.status == "CANCELLED":
        return "cancelled"
    return "new" if one.revision.sequence == 0 else "revised"


def release_of(row: Recorded) -> Release:
    """The release that a row of the journal records."""
    body = row.event.body
    return Release(
        body["number"],
        row.event.at // 60,
        body["message"],
        body["file"],
        body["sources"],
        body["names"],
        plan_from(body["plan"]),
        tuple(map(from_record, body["revisions"])),
        row,
    )


def held(store: Store, ceremony: str, number: int | None = None) -> dict[str, Issued]:
    """Every entry by uid as release `number` (None: the last) left it."""
    return {one.entry.uid: one for one in map(from_record, store.told(ceremony, number))}


def numbered(store: Store, ceremony: str, word: str) -> Release:
    """The release of that number. Raises UnclearError."""
    found = store.release(ceremony, int(word)) if word.isdecimal() and len(word) < 10 else None
    if found is None:
        known = ", ".join(str(one.event.body["number"]) for one in store.releases(ceremony))
        raise UnclearError("release", words=word, known=known or "–")
    return release_of(found)


def last(store: Store, ceremony: str) -> Release:
    """The newest release. Raises RefusedError where there is none."""
    found = store.release(ceremony)
    if found is None:
        raise RefusedError("no-release", ceremony=ceremony)
    return release_of(found)


def is_file(word: str) -> bool:
    """Whether the word of a command means a ceremony file: a path, not a number or an id."""
    try:
        return not word.isdecimal() and Path(word).is_file()
    except OSError:  # too long for the name of a file
        return False


def ceremony_in(file: Path) -> str:
    """The id of a file's ceremony. Raises FaultyError, UnusableError."""
    loaded = load(file)
    if loaded.ceremony is None:
        raise FaultyError(loaded)
    return loaded.ceremony.id


def store_for(word: str, location: str, create: bool = False) -> Store:
    """The store that is named, else the one beside the file that the word means, else that of the present folder.

    Raises UnusableError for the path of a file that is not there.
    """
    if word.endswith(_ENDINGS) and not is_file(word):
        raise UnusableError("missing", path=word)
    return open_store(location or beside(Path(word) if word and is_file(word) else None), create)


def store_option(location: str) -> str:
    """What names the same store in a command to be typed, "" where nothing has to."""
    return f" --store {typed(location)}" if location else ""


def ceremony_for(store: Store, word: str) -> str:
    """The id of the ceremony that a file or an id names; without a word the only one of the store.

    Raises UnclearError, RefusedError.
    """
    known = store.ceremonies()
    if word:
        wanted = ceremony_in(Path(word)) if is_file(word) else word
        if wanted in known:
            return wanted
        if is_file(word):
            raise RefusedError("no-release", ceremony=wanted)
        raise UnclearError("ceremony", words=word, near=nearest(word, known), known=_listed(known))
    if len(known) > 1:
        raise UnclearError("which", known=_listed(known))
    if not known:
        raise RefusedError("empty-store", path=store.backend.name)
    return known[0]


def _listed(known: Iterable[str]) -> str:
    return ", ".join(known) or "–"
