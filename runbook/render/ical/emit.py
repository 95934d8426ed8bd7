"""Entries to the bytes of an iCalendar file, through the ics library.

What ics is used for: the calendar object, its properties VERSION, PRODID, CALSCALE and METHOD, its containers and
content lines for the time zone, and its serialising, extended at the place ics means for it
(`Meta.serializer`). What it is not used for: `ics.Event`. ics 0.7.3 turns every time into UTC, moves all-day dates in
zones east of Greenwich to the day before, writes no DTSTAMP, no folds and no quoted parameters, puts METHOD behind the
events and alarms before everything else, and takes eight times as long. So each entry is written here, as one text, and
handed to the ics container, which takes texts for components just as it does from its own events.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from runbook.axis import Axis
from runbook.render.ical.colours import COLOURS
from runbook.render.ical.component import vevent
from runbook.render.ical.content import duration, folded, one_line, text, web_address
from runbook.render.ical.entry import HANOI, Entry, Revision

PRODID = "-//runbook//Ceremony plan//VI"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the entries: the calendar's name and the zone it is shown in.

    `colour` is a name of COLOURS, `source` the web address a feed is fetched from, both may be "". `refresh`: after
    how many minutes a reader should look for a new version. ValueError for any other colour, address or time.
    """

    name: str
    zone: str
    colour: str = ""
    source: str = ""
    refresh: int = 60

    def __post_init__(self) -> None:
        if self.colour and self.colour not in COLOURS:
            raise ValueError(f"no colour of a calendar: {self.colour!r}")
        if self.source:
            web_address(self.source)
        if self.refresh <= 0:
            raise ValueError(f"no time to refresh after: {self.refresh}")


def document(masthead: Masthead, issued: Iterable[tuple[Entry, Revision]]) -> bytes:
    """The whole calendar, entries ordered by start and key. UIDs must differ: ValueError otherwise."""
    axis = Axis(masthead.zone)
    ordered = sorted(issued, key=lambda one: (_start(one[0], axis), one[0].key, one[0].uid))
    if len({entry.uid for entry, _ in ordered}) < len(ordered):
        raise ValueError("two entries of one calendar have the same UID")
    zones = {masthead.zone, *(entry.zone for entry, _ in ordered)}
    return calendar_file("PUBLISH", names(masthead), zones, [vevent(*one) for one in ordered])


def calendar_file(method: str, above: Iterable[str], zones: Collection[str], components: list[str]) -> bytes:
    """One iCalendar object of ready lines: what stands above, the zone to describe among `zones`, the components."""
    calendar = _calendar_type()(creator=PRODID)
    calendar.scale, calendar.method = "GREGORIAN", method
    calendar.above, calendar.components = above, components
    calendar.zone = HANOI if HANOI in zones else "" if components else "Etc/UTC"
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
            container.extend(self.above)

        def serialize_timezone(self: Any, container: list[Any]) -> None:
            if self.zone:
                container.append(_timezone(self.zone))

        def serialize_vcomponents(self: Any, container: list[Any]) -> None:
            container.extend(self.components)

    class PlanCalendar(Calendar):  # type: ignore[misc]
        class Meta(Calendar.Meta):  # type: ignore[misc]
            serializer = PlanSerializer

    return PlanCalendar


def names(masthead: Masthead) -> Iterator[str]:
    """The calendar's properties (RFC 7986), each beside the older one that clients know it by."""
    name, refresh = text(one_line(masthead.name)), duration(masthead.refresh)
    yield folded(f"NAME:{name}")
    yield folded(f"X-WR-CALNAME:{name}")
    yield zone_shown(masthead)
    if masthead.colour:
        yield f"COLOR:{masthead.colour}"
        yield f"X-APPLE-CALENDAR-COLOR:{COLOURS[masthead.colour]}"
    if masthead.source:
        yield folded(f"SOURCE;VALUE=URI:{masthead.source}")
        yield folded(f"URL:{masthead.source}")
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{refresh}"
    yield f"X-PUBLISHED-TTL:{refresh}"


def zone_shown(masthead: Masthead) -> str:
    """The zone to show the times in: those of other zones than Hà Nội's are written in UTC."""
    return folded(f"X-WR-TIMEZONE:{text(one_line(masthead.zone))}")


def _timezone(zone: str) -> Any:
    """Hà Nội's time in its short form; UTC for other zones, where it fills a file without entries, which may not be
    without any component. Their entries are in UTC and name no zone."""
    from ics.grammar.parse import Container, ContentLine

    offset, short = ("+0700", "+07") if zone == HANOI else ("+0000", "UTC")
    standard = Container(
        "STANDARD",
        ContentLine("DTSTART", {}, "19700101T000000"),
        ContentLine("TZOFFSETFROM", {}, offset),
        ContentLine("TZOFFSETTO", {}, offset),
        ContentLine("TZNAME", {}, short),
    )
    return Container("VTIMEZONE", ContentLine("TZID", {}, zone), standard)


def _start(entry: Entry, axis: Axis) -> int:
    return entry.start if isinstance(entry.start, int) else axis.minute(entry.start)
