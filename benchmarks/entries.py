"""Calendar files: the same entries written by runbook, by ics and by icalendar."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, ratio, size, times
from benchmarks.stopwatch import Stopwatch, fastest

ZONE = "Asia/Ho_Chi_Minh"
STAMP = 28_857_600  # an instant of the axis: when all entries were issued
ORGANIZER = "Sở Văn hóa và Thể thao"


class Told(NamedTuple):
    """What an entry says, whoever writes it; times in minutes since 1970."""

    uid: str
    start: int
    end: int
    summary: str
    description: str
    location: str
    category: str


def run(bench: Bench) -> Report:
    """Time and memory of all three, and what a third party reads in their files."""
    count = bench.pick(20, 2_000, 10_000)
    bare = bench.party(nothing_but_telling, count=count)
    parties = {
        way.__name__: bench.party(way, count=count, file=str(bench.folder / f"{way.__name__}.ics"))
        for way in (runbook, ics, icalendar)
    }
    read = {name: bench.party(read_back, file=str(bench.folder / f"{name}.ics")).result for name in parties}
    same("entries read back", told=bare.result, **{name: one["digest"] for name, one in read.items()})
    rows = [_row(name, one, parties["runbook"], bare, read[name], count) for name, one in parties.items()]
    own = _seconds(parties["runbook"])
    figures = {f"entries {name}": _seconds(parties[name]) / own for name in ("ics", "icalendar")}
    return Report("entries", [_EXPLAINED.format(count=count), Table(_HEAD, rows)], figures)


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
        )
        for index in range(count)
    ]


def nothing_but_telling(count: int) -> str:
    return _digest({(one.uid, one.start, one.end, one.summary) for one in told(count)})


def runbook(count: int, file: str) -> dict[str, Any]:
    """The emitter of the calendar files, valid to the last rule: stamps, folding, zone, alarms and organizer too."""
    from runbook.render.ical import Entry, Masthead, Revision, document

    masthead, revision = Masthead("Lễ thử", ZONE), Revision(STAMP, STAMP)

    def written(rows: list[Told]) -> bytes:
        return document(
            masthead,
            [
                (
                    Entry(
                        *(one.uid, one.uid, one.start, one.end, one.summary, one.description, one.location),
                        categories=(one.category,),
                        organizer=ORGANIZER,
                    ),
                    revision,
                )
                for one in rows
            ],
        )

    return _timed(count, file, written)


def ics(count: int, file: str) -> dict[str, Any]:
    """The package ics as its manual uses it."""
    from ics import Calendar, Event, Organizer

    organizer = Organizer("noreply@runbook.invalid", common_name=ORGANIZER)

    def written(rows: list[Told]) -> bytes:
        calendar = Calendar()
        for one in rows:
            event = Event(
                *(one.summary, _aware(one.start), _aware(one.end)),
                uid=one.uid,
                description=one.description,
                location=one.location,
                categories={one.category},
                organizer=organizer,
                created=_aware(STAMP),
            )
            calendar.events.add(event)
        text: str = calendar.serialize()
        return text.encode()

    return _timed(count, file, written)


def icalendar(count: int, file: str) -> dict[str, Any]:
    """The package icalendar as its manual uses it."""
    from icalendar import Calendar, Event, vCalAddress

    organizer = vCalAddress("MAILTO:noreply@runbook.invalid")
    organizer.params["cn"] = ORGANIZER

    def written(rows: list[Told]) -> bytes:
        calendar = Calendar()
        calendar.add("prodid", "-//runbook//benchmark//VI")
        calendar.add("version", "2.0")
        for one in rows:
            event = Event()
            event.add("uid", one.uid)
            event.add("dtstamp", _aware(STAMP))
            event.add("dtstart", _aware(one.start))
            event.add("dtend", _aware(one.end))
            event.add("summary", one.summary)
            event.add("description", one.description)
            event.add("location", one.location)
            event.add("categories", [one.category])
            event.add("organizer", organizer)
            calendar.add_component(event)
        octets: bytes = calendar.to_ical()
        return octets

    return _timed(count, file, written)


def read_back(file: str) -> dict[str, Any]:
    """What icalendar reads in a file, and what the standard asks for and the file lacks."""
    from icalendar import Calendar

    data = Path(file).read_bytes()
    events: list[Any] = list(Calendar.from_ical(data).walk("VEVENT"))
    found = {
        (str(one["uid"]), _minute(one["dtstart"].dt), _minute(one["dtend"].dt), str(one["summary"])) for one in events
    }
    longest = max(len(line) for line in data.split(b"\r\n"))
    lacks = ["no DTSTAMP"] if any("dtstamp" not in one for one in events) else []
    return {"digest": _digest(found), "lacks": [*lacks, *([f"lines of {longest} octets"] if longest > 75 else [])]}


def _timed(count: int, file: str, written: Callable[[list[Told]], bytes]) -> dict[str, Any]:
    rows, data = told(count), b""

    def one_run(watch: Stopwatch) -> None:
        nonlocal data
        data = written(rows)
        watch.lap("all")

    parts = fastest(3, one_run)
    Path(file).write_bytes(data)
    return {"parts": parts, "octets": len(data)}


def _aware(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC).astimezone(_HERE)


def _minute(moment: datetime) -> int:
    return int(moment.timestamp()) // 60


def _digest(found: set[tuple[str, int, int, str]]) -> str:
    from hashlib import sha256

    return sha256(repr(sorted(found)).encode()).hexdigest()


def _seconds(party: Outcome) -> float:
    return float(party.result["parts"]["all"])


_HERE = ZoneInfo(ZONE)
_HEAD = ["", "time", "each", "against runbook", "memory", "octets", "the file"]


def _row(name: str, party: Outcome, own: Outcome, bare: Outcome, read: Any, count: int) -> list[str]:
    against = "" if party is own else ratio(_seconds(party) / _seconds(own))
    cells = [name, times(_seconds(party)), times(_seconds(party) / count), against, size(party.memory - bare.memory)]
    return [*cells, f"{party.result['octets']:,}", "; ".join(read["lacks"]) or "valid"]


_EXPLAINED = """\
{count:,} entries with Vietnamese texts, from values to the octets of the file; processor time, the fastest of three
runs, and the memory above a process that only holds the values (libraries included). icalendar reads the same entries
(UID, start, end, summary) in all three files."""
