"""Entries to the bytes of an iCalendar file, through the ics library.

What ics is used for: the calendar object, its properties VERSION, PRODID, CALSCALE and METHOD, its containers and
content lines for everything above the entries, and its serialising, extended at the place ics means for it
(`Meta.serializer`). What it is not used for: `ics.Event`. ics 0.7.3 turns every time into UTC, moves all-day dates in
zones east of Greenwich to the day before, writes no DTSTAMP, no folds and no quoted parameters, puts METHOD behind the
events and alarms before everything else, and takes eight times as long. So each entry is written here, as one text, and
handed to the ics container, which takes texts for components just as it does from its own events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from runbook.axis import Axis
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
from runbook.render.ical.entry import DOMAIN, Entry, Revision

PRODID = "-//runbook//Ceremony plan//VI"
HANOI = "Asia/Ho_Chi_Minh"
_HANOI_AHEAD = 7 * 60
_HANOI_SETTLED = Axis("UTC").minute(date(1975, 6, 12), 16 * 60)  # +07 without a break since then (tz database)
_REFRESH = "PT1H"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the entries: the calendar's name, its zone, and who publishes it."""

    name: str
    zone: str
    organizer: str
    email: str = ""


def document(masthead: Masthead, issued: Iterable[tuple[Entry, Revision]]) -> bytes:
    """The whole file, entries ordered by start and key. UIDs must differ: ValueError otherwise."""
    ordered = sorted(issued, key=_by_start(Axis(masthead.zone)))
    if len({entry.uid for entry, _ in ordered}) < len(ordered):
        raise ValueError("two entries of one calendar have the same UID")
    organizer = _organizer(masthead)
    times = _hanoi_time if masthead.zone == HANOI else _utc_time
    calendar = _calendar_type()(creator=PRODID)
    calendar.scale, calendar.method = "GREGORIAN", "PUBLISH"
    calendar.masthead = masthead
    calendar.entries = [_event(entry, revision, organizer, times) for entry, revision in ordered]
    serialised: str = calendar.serialize()
    return serialised.encode() + b"\r\n"


@cache
def _calendar_type() -> Any:
    """The calendar of ics with our serialiser in place of its own. ics runs a serialiser's parts by name."""
    from ics import Calendar
    from ics.serializers.icalendar_serializer import CalendarSerializer

    class PlanSerializer(CalendarSerializer):  # type: ignore[misc]  # ics has no types
        def serialize_event(self: Any, container: list[Any]) -> None:
            """Nothing: the entries come last, after METHOD."""

        def serialize_names(self: Any, container: list[Any]) -> None:
            container.extend(_names(self.masthead))

        def serialize_timezone(self: Any, container: list[Any]) -> None:
            if self.masthead.zone == HANOI or not self.entries:
                container.append(_timezone(self.masthead.zone))

        def serialize_vevents(self: Any, container: list[Any]) -> None:
            container.extend(self.entries)

    class PlanCalendar(Calendar):  # type: ignore[misc]
        class Meta(Calendar.Meta):  # type: ignore[misc]
            serializer = PlanSerializer

    return PlanCalendar


def _names(masthead: Masthead) -> list[str]:
    from ics.grammar.parse import ContentLine

    name = text(one_line(masthead.name))
    lines = [
        ContentLine("NAME", {}, name),
        ContentLine("X-WR-CALNAME", {}, name),
        ContentLine("X-WR-TIMEZONE", {}, text(one_line(masthead.zone))),
        ContentLine("REFRESH-INTERVAL", {"VALUE": ["DURATION"]}, _REFRESH),
        ContentLine("X-PUBLISHED-TTL", {}, _REFRESH),
    ]
    return [folded(str(line)) for line in lines]


def _timezone(zone: str) -> Any:
    """Hà Nội's time in its short form; UTC for other zones, where it fills a file without entries, which may not be
    without any component. Their entries are in UTC and name no zone; X-WR-TIMEZONE is the one to show them in."""
    from ics.grammar.parse import Container, ContentLine

    name, offset, short = (HANOI, "+0700", "+07") if zone == HANOI else ("Etc/UTC", "+0000", "UTC")
    standard = Container(
        "STANDARD",
        ContentLine("DTSTART", {}, "19700101T000000"),
        ContentLine("TZOFFSETFROM", {}, offset),
        ContentLine("TZOFFSETTO", {}, offset),
        ContentLine("TZNAME", {}, short),
    )
    return Container("VTIMEZONE", ContentLine("TZID", {}, name), standard)


def _organizer(masthead: Masthead) -> str:
    address = masthead.email if is_address(masthead.email) else f"noreply@{DOMAIN}"
    return folded(f"ORGANIZER;CN={parameter(masthead.organizer)}:mailto:{address}")


def _event(entry: Entry, revision: Revision, organizer: str, times: Callable[[int], str]) -> str:
    start, end = entry.start, entry.end
    summary = text(one_line(entry.summary)) or "-"
    lines = [
        "BEGIN:VEVENT",
        folded(f"UID:{entry.uid}"),
        _issue(revision),
        "DTSTART" + (times(start) if isinstance(start, int) else f";VALUE=DATE:{whole_day(start)}"),
        "DTEND" + (times(end) if isinstance(end, int) else f";VALUE=DATE:{whole_day(end)}"),
        folded(f"SUMMARY:{summary}"),
        *_optional(entry),
        organizer,
        f"STATUS:{entry.status}",
        "TRANSP:OPAQUE" if entry.busy else "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:BUSY" if entry.busy else "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    ]
    if entry.alarm:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", folded(f"DESCRIPTION:{summary}")]
        lines += [f"TRIGGER:{duration(-entry.alarm)}", "END:VALARM"]
    lines.append("END:VEVENT")
    return "\r\n".join(lines)


def _optional(entry: Entry) -> list[str]:
    """The properties an entry may be without; an empty property is never written."""
    lines = []
    if description := text(entry.description):
        lines.append(folded(f"DESCRIPTION:{description}"))
    if location := _location(entry.location):
        lines.append(location)
    if categories := _categories(entry.categories):
        lines.append(categories)
    if entry.related:
        lines.append(folded(f"RELATED-TO:{entry.related}"))
    return lines


@lru_cache  # many entries share their issue, their place and their categories
def _issue(revision: Revision) -> str:
    created, modified = (f"{clock_time(instant)}Z" for instant in (revision.created, revision.modified))
    lines = (f"DTSTAMP:{modified}", f"CREATED:{created}", f"LAST-MODIFIED:{modified}", f"SEQUENCE:{revision.sequence}")
    return "\r\n".join(lines)


@lru_cache
def _location(value: str) -> str:
    location = text(one_line(value))
    return folded(f"LOCATION:{location}") if location else ""


@lru_cache
def _categories(values: tuple[str, ...]) -> str:
    categories = ",".join(sorted(filter(None, map(category, values))))
    return folded(f"CATEGORIES:{categories}") if categories else ""


def _hanoi_time(minute: int) -> str:
    if minute < _HANOI_SETTLED:
        return _utc_time(minute)
    return f";TZID={HANOI}:{clock_time(minute + _HANOI_AHEAD)}"


def _utc_time(minute: int) -> str:
    return f":{clock_time(minute)}Z"


def _by_start(axis: Axis) -> Callable[[tuple[Entry, Revision]], tuple[int, str, str]]:
    def order(issued: tuple[Entry, Revision]) -> tuple[int, str, str]:
        entry = issued[0]
        start = entry.start if isinstance(entry.start, int) else axis.minute(entry.start)
        return start, entry.key, entry.uid

    return order
