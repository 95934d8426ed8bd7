"""One entry as the lines of a VEVENT or a VTODO."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from runbook.axis import DAY, Axis
from runbook.render.ical.content import (
    category,
    clock_time,
    duration,
    folded,
    is_address,
    one_line,
    parameter,
    text,
    whole_day,
)
from runbook.render.ical.entry import DOMAIN, HANOI, Entry, Revision, Todo

_HANOI_AHEAD = 7 * 60
_HANOI_SETTLED = Axis("UTC").minute(date(1975, 6, 12), 16 * 60)  # +07 without a break since then (tz database)
_NEVER = Revision(0, 0)


def vevent(entry: Entry, revision: Revision, attendee: str = "") -> str:
    """The whole component. `attendee` is a ready content line, where the entry is an invitation."""
    start, end, zone = entry.start, entry.end, entry.zone
    summary = _summary(entry.summary)
    lines = [
        "BEGIN:VEVENT",
        folded(f"UID:{entry.uid}"),
        _issue(revision.created, revision.modified, revision.sequence),
        "DTSTART" + (_time(start, zone) if isinstance(start, int) else f";VALUE=DATE:{whole_day(start)}"),
        "DTEND" + (_time(end, zone) if isinstance(end, int) else f";VALUE=DATE:{whole_day(end)}"),
        folded(f"SUMMARY:{summary}"),
        *_optional(entry, revision.note, entry.related),
        _organizer(entry.organizer, entry.email),
        *([attendee] if attendee else ()),
        f"STATUS:{entry.status}",
        "TRANSP:OPAQUE" if entry.busy else "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY" if entry.busy else "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ]
    if entry.alarm:
        lines += _alarm(summary, f"TRIGGER:{duration(-entry.alarm)}")
    lines.append("END:VEVENT")
    return "\r\n".join(lines)


def vtodo(entry: Entry, todo: Todo, revision: Revision) -> str:
    """The entry's to-do. PUBLISH asks for DTSTART and PRIORITY too (RFC 5546 3.4.1): 1 is the highest, 5 medium."""
    cancelled = todo.withdrawn or entry.status == "CANCELLED"
    summary = _summary(entry.summary)
    lines = [
        "BEGIN:VTODO",
        folded(f"UID:{todo.uid}"),
        _issue(revision.created, revision.modified, revision.sequence),
        "DTSTART" + _time(todo.start, entry.zone),
        "DUE" + _time(todo.due, entry.zone),
        folded(f"SUMMARY:{summary}"),
        *_optional(entry, revision.note, entry.uid),
        _organizer(entry.organizer, entry.email),
        "PRIORITY:1" if todo.missed else "PRIORITY:5",
        "STATUS:CANCELLED" if cancelled else "STATUS:NEEDS-ACTION",
    ]
    if not cancelled:
        lines += _alarm(summary, f"TRIGGER;RELATED=END:{duration(-DAY)}")
    lines.append("END:VTODO")
    return "\r\n".join(lines)


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries come out the same in every file, whatever their revisions."""
    return one == other or list(_written(one)) == list(_written(other))


def _written(entry: Entry) -> Iterator[str]:
    yield vevent(entry, _NEVER)
    if entry.todo:
        yield vtodo(entry, entry.todo, _NEVER)


def _summary(value: str) -> str:
    return text(one_line(value)) or "-"


def _alarm(summary: str, trigger: str) -> list[str]:
    return ["BEGIN:VALARM", "ACTION:DISPLAY", folded(f"DESCRIPTION:{summary}"), trigger, "END:VALARM"]


def _optional(entry: Entry, note: str, related: str) -> Iterator[str]:
    """The properties an entry may be without; an empty property is never written."""
    if description := text("\n".join(filter(None, (entry.description, note)))):
        yield folded(f"DESCRIPTION:{description}")
    if location := _location(entry.location):
        yield location
    if categories := _categories(entry.categories):
        yield categories
    if related:
        yield folded(f"RELATED-TO:{related}")


@lru_cache  # many entries share their issue, their place, their categories and their organizer
def _issue(created: int, modified: int, sequence: int) -> str:
    first, last = f"{clock_time(created)}Z", f"{clock_time(modified)}Z"
    return "\r\n".join((f"DTSTAMP:{last}", f"CREATED:{first}", f"LAST-MODIFIED:{last}", f"SEQUENCE:{sequence}"))


@lru_cache
def _organizer(name: str, email: str) -> str:
    """RFC 5546 3.2.1 asks for an organizer; where it has no address of its own, one that reaches nobody."""
    address = email if is_address(email) else f"noreply@{DOMAIN}"
    common = f";CN={parameter(name)}" if one_line(name) else ""
    return folded(f"ORGANIZER{common}:mailto:{address}")


@lru_cache
def _location(value: str) -> str:
    location = text(one_line(value))
    return folded(f"LOCATION:{location}") if location else ""


@lru_cache
def _categories(values: tuple[str, ...]) -> str:
    categories = ",".join(sorted(filter(None, map(category, values))))
    return folded(f"CATEGORIES:{categories}") if categories else ""


def _time(minute: int, zone: str) -> str:
    """Hà Nội's own time; UTC for other zones, and before Hà Nội's short VTIMEZONE holds."""
    if zone != HANOI or minute < _HANOI_SETTLED:
        return f":{clock_time(minute)}Z"
    return f";TZID={HANOI}:{clock_time(minute + _HANOI_AHEAD)}"
