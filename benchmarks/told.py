"""Entries as values, and how each party writes and reads a calendar of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

ZONE = "Asia/Ho_Chi_Minh"
STAMP = 28_857_600  # an instant of the axis: when all entries were issued
DAY = 24 * 60
ORGANIZER = "Sở Văn hóa và Thể thao"
_HERE = ZoneInfo(ZONE)


class Told(NamedTuple):
    """What an entry says, whoever writes it; times in minutes since 1970."""

    uid: str
    start: int
    end: int
    summary: str
    description: str
    location: str
    category: str
    sequence: int


class Found(NamedTuple):
    """What a reader must find again of an entry."""

    uid: str
    start: int
    end: int
    summary: str
    sequence: int


def told(count: int) -> list[Told]:
    """Entries of half an hour to eight hours in one year, with Vietnamese texts of ordinary length."""
    choice = random.Random(count)
    return [
        Told(
            uid=f"le-thu.t{index}.all@runbook.invalid",
            start=(start := STAMP + choice.randrange(24_000) * 15),
            end=start + choice.randint(1, 16) * 30,
            summary=f"Chuẩn bị nội dung số {index}: báo cáo, phát biểu; phóng sự",
            description=f"Chủ trì: {ORGANIZER}.\nPhối hợp: Văn phòng UBND, Công an.\nMục VII.{index % 9 + 1}.",
            location="Hội trường UBND Thành phố, số 12 Lê Lai, Hoàn Kiếm",
            category=f"Giai đoạn {index % 8}",
            sequence=index % 3,
        )
        for index in range(count)
    ]


def digest(rows: Iterable[Told | Found]) -> str:
    """The same for the same identities, instants, titles and numbers of revision, in any order."""
    kept = sorted((one.uid, one.start, one.end, one.summary, one.sequence) for one in rows)
    return sha256(repr(kept).encode()).hexdigest()


def entry(one: Told) -> Any:
    """The entry as our emitter and our ledger take it."""
    from runbook.render.ical import Entry

    return Entry(
        *(one.uid, one.uid, one.start, one.end, one.summary, one.description, one.location),
        categories=(one.category,),
        organizer=ORGANIZER,
    )


def issued(one: Told) -> Any:
    """The entry as a first release left it in the ledger."""
    from runbook.render.ical import Issued, Revision

    return Issued("all", entry(one), Revision(STAMP, STAMP, one.sequence), 1)


def moved(rows: Sequence[Told]) -> list[Told]:
    """The same entries a release later: one in a hundred is a day later, and says so by its SEQUENCE."""
    return [_later(one) if index % 100 == 0 else one for index, one in enumerate(rows)]


def by_runbook(rows: Sequence[Told]) -> bytes:
    """The emitter of the calendar files, valid to the last rule: stamps, folding, zone and busy marks too."""
    from runbook.render.ical import Masthead, Revision, document

    revisions = [Revision(STAMP, STAMP, sequence) for sequence in range(3)]
    return document(Masthead("Lễ thử", ZONE), [(entry(one), revisions[one.sequence]) for one in rows])


def by_ics(rows: Sequence[Told]) -> bytes:
    """The package ics as its manual uses it; of SEQUENCE it knows nothing but what it is handed ready."""
    from ics import Calendar, Event, Organizer
    from ics.grammar.parse import ContentLine

    organizer = Organizer("noreply@runbook.invalid", common_name=ORGANIZER)
    calendar = Calendar()
    for one in rows:
        event = Event(
            *(one.summary, aware(one.start), aware(one.end)),
            uid=one.uid,
            description=one.description,
            location=one.location,
            categories={one.category},
            organizer=organizer,
            created=aware(STAMP),
        )
        event.extra.append(ContentLine("SEQUENCE", value=str(one.sequence)))
        calendar.events.add(event)
    text: str = calendar.serialize()
    return text.encode()


def by_icalendar(rows: Sequence[Told]) -> bytes:
    """The package icalendar as its manual uses it."""
    from icalendar import Calendar, Event, vCalAddress

    organizer = vCalAddress("MAILTO:noreply@runbook.invalid")
    organizer.params["cn"] = ORGANIZER
    calendar = Calendar()
    calendar.add("prodid", "-//runbook//benchmark//VI")
    calendar.add("version", "2.0")
    for one in rows:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", aware(STAMP))
        event.add("dtstart", aware(one.start))
        event.add("dtend", aware(one.end))
        event.add("summary", one.summary)
        event.add("description", one.description)
        event.add("location", one.location)
        event.add("categories", [one.category])
        event.add("organizer", organizer)
        event.add("sequence", one.sequence)
        calendar.add_component(event)
    octets: bytes = calendar.to_ical()
    return octets


def read_by_icalendar(data: bytes) -> list[Found]:
    """What icalendar finds in a file."""
    from icalendar import Calendar

    events: list[Any] = list(Calendar.from_ical(data).walk("VEVENT"))
    return [
        Found(
            *(str(one["uid"]), _minute(one["dtstart"].dt), _minute(one["dtend"].dt)),
            *(str(one["summary"]), int(one["sequence"])),
        )
        for one in events
    ]


def read_by_ics(data: bytes) -> list[Found]:
    """What ics finds in a file."""
    from ics import Calendar

    return [
        Found(one.uid, _minute(one.begin), _minute(one.end), one.name, int(_extra(one, "SEQUENCE")))
        for one in Calendar(data.decode()).events
    ]


def aware(minute: int) -> datetime:
    """The instant as peers take it."""
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(_HERE)


def lacks(data: bytes) -> list[str]:
    """What the standard asks for and a file has not."""
    longest = max(len(line) for line in data.split(b"\r\n"))
    stamps = [] if data.count(b"DTSTAMP") == data.count(b"BEGIN:VEVENT") else ["no DTSTAMP"]
    return [*stamps, *([f"lines of {longest} octets"] if longest > 75 else [])]


def file_of(folder: Path, name: str) -> str:
    """Where a party's calendar stands in a run."""
    return str(folder / f"{name}.ics")


def _extra(event: Any, name: str) -> str:
    return next(str(line.value) for line in event.extra if line.name == name)


def _later(one: Told) -> Told:
    return one._replace(start=one.start + DAY, end=one.end + DAY, sequence=one.sequence + 1)


def _minute(moment: Any) -> int:
    return int(moment.timestamp()) // 60
