"""Entries to the bytes of an iCalendar file, through the ics library.

What ics is used for: the calendar object, its properties VERSION, PRODID, CALSCALE and METHOD, its containers and
content lines for everything above the entries, and its serialising, extended at the place ics means for it
(`Meta.serializer`). What it is not used for: `ics.Event`. ics 0.7.3 turns every time into UTC, moves all-day dates in
zones east of Greenwich to the day before, writes no DTSTAMP, no folds and no quoted parameters, puts METHOD behind the
events and alarms before everything else, and takes eight times as long. So each entry is written here, as one text, and
handed to the ics container, which takes texts for components just as it does from its own events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from runbook.axis import Axis
from runbook.render.ical.component import vevent
from runbook.render.ical.content import folded, one_line, text
from runbook.render.ical.entry import HANOI, Entry, Revision

PRODID = "-//runbook//Ceremony plan//VI"
_REFRESH = "PT1H"


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands above the entries: the calendar's name and the zone it is shown in."""

    name: str
    zone: str


def document(masthead: Masthead, issued: Iterable[tuple[Entry, Revision]]) -> bytes:
    """The whole calendar, entries ordered by start and key. UIDs must differ: ValueError otherwise."""
    axis = Axis(masthead.zone)
    ordered = sorted(issued, key=lambda one: (_start(one[0], axis), one[0].key, one[0].uid))
    if len({entry.uid for entry, _ in ordered}) < len(ordered):
        raise ValueError("two entries of one calendar have the same UID")
    names_hanoi = masthead.zone == HANOI or any(entry.zone == HANOI for entry, _ in ordered)
    return calendar_file("PUBLISH", _names(masthead), names_hanoi, [vevent(*one) for one in ordered])


def calendar_file(method: str, names: Sequence[str], names_hanoi: bool, components: list[str]) -> bytes:
    """One iCalendar object of ready lines: `names` stand above, `components` below the zone they name, if any."""
    calendar = _calendar_type()(creator=PRODID)
    calendar.scale, calendar.method = "GREGORIAN", method
    calendar.names, calendar.components = names, components
    calendar.zone = HANOI if names_hanoi else "" if components else "Etc/UTC"
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
            container.extend(self.names)

        def serialize_timezone(self: Any, container: list[Any]) -> None:
            if self.zone:
                container.append(_timezone(self.zone))

        def serialize_vcomponents(self: Any, container: list[Any]) -> None:
            container.extend(self.components)

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
