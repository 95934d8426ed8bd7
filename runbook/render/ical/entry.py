"""One entry of a calendar as a value: what it says, apart from when it was issued and how often it was changed.

The ledger of issued entries stands between the entries of a plan and the file: it knows an entry by its `uid`, tells by
what is written in it whether it changed, and gives each its Revision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

DOMAIN = "runbook.invalid"  # reserved by RFC 2606: the name can never belong to anybody else
HANOI = "Asia/Ho_Chi_Minh"
LONGEST_UID = 200  # octets before the domain; RFC 7986 asks for fewer than 255 in all


@dataclass(frozen=True, slots=True)
class Todo:
    """A task as its reader's to-do: from the planned start to the planned finish (instants, `due` after `start`).

    `missed`: the planned dates break a deadline. `withdrawn`: no longer the reader's to do, though the entry stands.
    """

    uid: str
    start: int
    due: int
    missed: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What one VEVENT says. `start` and `end` (exclusive) are both instants of the axis, or both dates for whole days.

    `key` names the entry within its ceremony, `uid` within the world. `alarm`: minutes before the start, None for no
    alarm. `busy`: takes its time in the reader's day. `related`: uid of the entry it belongs to, or "".
    `organizer` with its `email` publishes the entry; `zone` is the one its times are written in.
    Texts are as the user wrote them; making them safe is the emitter's duty.
    """

    uid: str
    key: str
    start: int | date
    end: int | date
    summary: str
    description: str = ""
    location: str = ""
    categories: tuple[str, ...] = ()
    status: str = "CONFIRMED"
    busy: bool = False
    alarm: int | None = None
    related: str = ""
    organizer: str = ""
    email: str = ""
    zone: str = HANOI
    todo: Todo | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """When an entry was first issued and last changed (instants), and how often it was changed since.

    `note` tells which release the entry belongs to; it is written below the description and is not part of what the
    entry says.
    """

    created: int
    modified: int
    sequence: int = 0
    note: str = ""


def uid(ceremony_id: str, key: str, audience: str) -> str:
    """The identity of an entry in one audience's calendar: from ids alone, so that titles and order may change.

    The audience is part of it because some clients want a UID only once in all of a person's calendars. Dots inside
    the last two parts are written %2E, so that two different triples never give one UID.
    """
    name = f"{_ascii(ceremony_id)}.{_part(key)}.{_part(audience)}"
    if len(name) > LONGEST_UID:
        name = f"{name[:120]}.{sha256(name.encode()).hexdigest()[:32]}"
    return f"{name}@{DOMAIN}"


@lru_cache(maxsize=65536)  # the same few ids stand in every entry of a plan
def _ascii(value: str) -> str:
    return quote(value, safe="", errors="replace")


@lru_cache(maxsize=65536)
def _part(value: str) -> str:
    return _ascii(value).replace(".", "%2E")
