"""The journal's rows: what happened, in order, each bound to the one before by its hash.

A row's hash covers the row before it, so no row can be changed, left out or put in without every later hash being
wrong (a hash chain as in Haber and Stornetta, "How to time-stamp a digital document", 1991).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from runbook.store.errors import StoreError

BEGINNING = "0" * 64  # what stands for the hash before the first row


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a ceremony.

    `at`: seconds since 1970 UTC. `key`: the idempotency key of the command; one key happens once in a ceremony.
    `body`: values JSON knows, all of what the derived tables are made from.
    """

    ceremony: str
    at: int
    actor: str
    key: str
    kind: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its place: `seq` counts from 1 without a gap."""

    seq: int
    event: Event
    prev: str
    hash: str


def follow(last: Recorded | None, event: Event) -> Recorded:
    """The event as the row after `last`."""
    return _placed(last.seq + 1, event, last.hash) if last else _placed(1, event, BEGINNING)


def holds(row: Recorded, event: Event) -> bool:
    """Whether a row is what recording that event in its place gives."""
    return row == _placed(row.seq, event, row.prev)


def written(body: Mapping[str, Any]) -> str:
    """A body as text: the same bytes for the same values."""
    return json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def require_lasting(event: Event) -> None:
    """Raises StoreError ("unwritable") for what some database cannot hold, or JSON cannot give back."""
    texts = (event.ceremony, event.actor, event.key, event.kind)
    try:
        json.dumps([texts, event.body], ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, TypeError, RecursionError) as error:  # half a character, no number, no value of JSON
        raise StoreError("unwritable", reason=str(error)) from None
    if any("\0" in text for text in texts):
        raise StoreError("unwritable", reason="NUL")


def broken(rows: Iterable[Recorded]) -> int | None:
    """The place of the first row that does not follow from those before it, None where all do."""
    last: Recorded | None = None
    for number, row in enumerate(rows, 1):
        if row != follow(last, row.event):
            return number
        last = row
    return None


def _placed(seq: int, event: Event, prev: str) -> Recorded:
    said = [seq, event.ceremony, event.at, event.actor, event.key, event.kind, written(event.body), prev]
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    # A row made by another hand may hold half a character: it has a hash like any other.
    return Recorded(seq, event, prev, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())
