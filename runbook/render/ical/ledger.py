"""The entries as they were last told to each reader, revised by every release.

Clients take over a change only with a higher SEQUENCE (RFC 5546 2.1.4, 2.1.5), and they keep an entry that just
disappears for ever: so what was told once is remembered, and withdrawn by being cancelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any

from runbook.axis import DAY, Axis
from runbook.render.ical.component import says_the_same
from runbook.render.ical.entry import Entry, Revision, Todo
from runbook.text import say

CANCELLED = "CANCELLED"
REMEMBERED = 60 * DAY  # minutes a cancelled entry stays in the files after its date


@dataclass(frozen=True, slots=True)
class Issued:
    """One entry as last told to one audience, and the number of the release that told it.

    A withdrawn entry has the status CANCELLED.
    """

    audience: str
    entry: Entry
    revision: Revision
    release: int


def revise(
    held: Mapping[str, Issued], told: Mapping[str, Sequence[Entry]], release: int, at: int, language: str
) -> tuple[Issued, ...]:
    """What a release changes: entries that are new, say something else, come back, or are withdrawn.

    `held` holds by uid everything ever issued, long-gone entries too, because one that comes back must go on counting.
    `told` is what each audience is to be told now, `at` the instant of the release. The result stands in the order of
    `told`, for each audience its withdrawn entries last, and then audiences of which nothing is told any more.
    """
    audiences = dict.fromkeys([*told, *(one.audience for one in held.values())])
    gone = {audience: dict[str, Issued]() for audience in audiences}
    for uid, one in held.items():
        gone[one.audience][uid] = one
    changed: list[Issued] = []
    for audience in audiences:
        for entry in told.get(audience, ()):
            before = gone[audience].pop(entry.uid, None)
            changed += _told(before, audience, entry, release, at, language)
        for before in gone[audience].values():
            changed += _told(before, audience, _withdrawn(before.entry, language), release, at, language)
    return tuple(changed)


def kept(held: Iterable[Issued], at: int) -> list[Issued]:
    """What stands in the files at an instant: all but the entries cancelled whose end lies more than 60 days back."""
    return [one for one in held if one.entry.status != CANCELLED or _end(one.entry) + REMEMBERED >= at]


def to_record(issued: Issued) -> dict[str, Any]:
    """The issued entry in values JSON has; whole days as YYYY-MM-DD."""
    said, entry = issued.entry, _values(issued.entry)
    entry["start"], entry["end"] = _written(said.start), _written(said.end)
    entry["categories"] = list(said.categories)
    entry["todo"] = _values(said.todo) if said.todo else None
    revision = _values(issued.revision)
    return {"audience": issued.audience, "release": issued.release, "revision": revision, "entry": entry}


def from_record(record: Mapping[str, Any]) -> Issued:
    """The issued entry of a record. Unknown keys are left aside; KeyError or TypeError where a required one is missing.

    ValueError for a day that is none.
    """
    entry = _known(Entry, record["entry"])
    entry["start"], entry["end"] = _read(entry["start"]), _read(entry["end"])
    entry["categories"] = tuple(entry.get("categories", ()))
    if todo := entry.get("todo"):
        entry["todo"] = Todo(**_known(Todo, todo))
    revision = Revision(**_known(Revision, record["revision"]))
    return Issued(record["audience"], Entry(**entry), revision, record["release"])


def _told(before: Issued | None, audience: str, entry: Entry, release: int, at: int, language: str) -> Iterator[Issued]:
    """The entry with its next revision, if it is new or says something else than before."""
    note = release_note(release, at, entry.zone, language)
    if before is None:
        yield Issued(audience, entry, Revision(at, at, note=note), release)
        return
    entry = _with_todo_withdrawn(before.entry.todo, entry)
    if not says_the_same(before.entry, entry):
        last = before.revision
        # A release that dates itself back must not look older than what it replaces.
        revision = Revision(last.created, max(at, last.modified), last.sequence + 1, note)
        yield Issued(audience, entry, revision, release)


@lru_cache  # one release has one note
def release_note(release: int, at: int, zone: str, language: str) -> str:
    """Bản phát hành số 2, 13/11/2024: the day of the release in the entry's zone."""
    day = Axis(zone).civil(at)[0]
    return say(language, "ical.release", number=release, day=f"{day:%d/%m}/{day.year:04}")


def _withdrawn(entry: Entry, language: str) -> Entry:
    if entry.status == CANCELLED:
        return entry
    summary = say(language, "ical.cancelled", title=entry.summary)
    return replace(entry, summary=summary, status=CANCELLED, busy=False, alarm=None)


def _with_todo_withdrawn(before: Todo | None, entry: Entry) -> Entry:
    """A to-do that is no longer the reader's is told as cancelled, for the same reason as an entry."""
    if before is None or entry.todo is not None:
        return entry
    return replace(entry, todo=replace(before, withdrawn=True))


def _end(entry: Entry) -> int:
    return entry.end if isinstance(entry.end, int) else Axis(entry.zone).minute(entry.end)


def _written(moment: int | date) -> int | str:
    return moment if isinstance(moment, int) else moment.isoformat()


def _read(moment: int | str) -> int | date:
    return moment if isinstance(moment, int) else date.fromisoformat(moment)


def _values(one: Entry | Revision | Todo) -> dict[str, Any]:
    """asdict() copies in depth, which takes eight times as long."""
    kind: type = type(one)
    return {name: getattr(one, name) for name in _names(kind)}


def _known(kind: type, record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: record[name] for name in _names(kind) if name in record}


@lru_cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
