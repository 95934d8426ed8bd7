"""The rules of RFC 5545, 5546, 6868 and 7986 that every file must keep, checked on its raw bytes.

The forms are told apart by METHOD: a calendar of entries or a list of to-dos is published, an invitation is requested,
and called off by being cancelled.

Readers forgive too much to be judges: to many a broken file none of them objects. This checker shares no code with the
emitter. `broken_rules` names every rule a file breaks, with the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from tests.ical_lines import Component, Property, taken_apart

DURATION = re.compile(r"[+-]?P(?:\d+W|\d+D(?:T(?:\d+H(?:\d+M)?(?:\d+S)?|\d+M(?:\d+S)?|\d+S))?"
                      r"|T(?:\d+H(?:\d+M)?(?:\d+S)?|\d+M(?:\d+S)?|\d+S))")  # fmt: skip
BAD_ESCAPE = re.compile(r"\\(?![\\;,nN])")
BARE = re.compile(r"(?<!\\)(?:\\\\)*[;,]")
UTC = re.compile(r"\d{8}T\d{6}Z")
ADDRESS = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")

WEB = re.compile(r"https?://[!#$%&'()*+,./0-9:;=?@A-Z\[\]_a-z~-]+")
COLOUR = re.compile(r"[a-z]{3,20}")
HEX = re.compile(r"#[0-9A-F]{6}")

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "UID", "PRODID", "RELATED-TO"}
VALUES = {
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
    "X-MICROSOFT-CDO-BUSYSTATUS": {"FREE", "BUSY", "TENTATIVE", "OOF"},
    "METHOD": {"PUBLISH", "REQUEST", "CANCEL"},
    "PRIORITY": {"1", "5"},
    "VERSION": {"2.0"},
    "CALSCALE": {"GREGORIAN"},
    "ACTION": {"DISPLAY"},
}
STATUSES = {"VEVENT": {"CONFIRMED", "TENTATIVE", "CANCELLED"}, "VTODO": {"NEEDS-ACTION", "CANCELLED"}}
ABOVE = {"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-TIMEZONE"}
FEED = {"COLOR", "X-APPLE-CALENDAR-COLOR", "SOURCE", "URL"}
ENTRY = {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "SUMMARY", "DESCRIPTION", "LOCATION",
         "CATEGORIES", "RELATED-TO", "ORGANIZER", "STATUS"}  # fmt: skip
EVENT = ENTRY | {"DTEND", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"}
# Whatever is not named here was not written by the emitter: it was smuggled in by a text.
KNOWN = {
    "VCALENDAR": ABOVE | FEED | {"NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"},
    "VEVENT": EVENT,
    "VTODO": ENTRY | {"DUE", "PRIORITY"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}
KNOWN_IN_MESSAGES = {**KNOWN, "VCALENDAR": ABOVE, "VEVENT": EVENT | {"ATTENDEE"}}
OPTIONAL = {
    "VCALENDAR": FEED,
    "VEVENT": {"DESCRIPTION", "LOCATION", "CATEGORIES", "RELATED-TO"},
    "VTODO": {"DESCRIPTION", "LOCATION", "CATEGORIES"},
}


def broken_rules(data: bytes, whole: bool = True) -> list[str]:
    """Every rule the file breaks; [] for a file that keeps them all.

    `whole`: a whole calendar, in which every entry that another belongs to has its place, and not an update of one.
    """
    broken: list[str] = []
    calendar = taken_apart(data, broken)
    if calendar is not None:
        broken += _calendar(calendar, whole)
    return broken


def _calendar(calendar: Component, whole: bool) -> Iterator[str]:
    method = calendar.value("METHOD")
    yield from _component(calendar, KNOWN_IN_MESSAGES if method in ("REQUEST", "CANCEL") else KNOWN)
    if not calendar.parts:
        yield "empty: a calendar needs a component"
    yield from _feed(calendar)
    zones = {part.value("TZID") for part in calendar.parts if part.name == "VTIMEZONE"}
    entries = [part for part in calendar.parts if part.name in ("VEVENT", "VTODO")]
    if len({entry.name for entry in entries}) > 1:
        yield "mixed: entries and to-dos stand in one file"
    uids = Counter(entry.value("UID") for entry in entries)
    yield from (f"uid: {uid} stands {count} times" for uid, count in uids.items() if count > 1)
    for entry in entries:
        known = {*uids} if whole and method == "PUBLISH" and entry.name == "VEVENT" else {entry.value("RELATED-TO")}
        problems = (*_entry(entry, zones, known), *(_todo(entry) if entry.name == "VTODO" else _event(entry)))
        yield from (f"{problem} (in {entry.value('UID')})" for problem in problems)
    starts = [entry.value("DTSTART").replace("T", "").ljust(14, "0") for entry in entries]
    if starts != sorted(starts) and not any(start.endswith("Z") for start in starts):
        yield "order: the entries are not ordered by start"
    if method in ("REQUEST", "CANCEL"):
        yield from _message(entries, method)


def _feed(calendar: Component) -> Iterator[str]:
    refresh = calendar.one("REFRESH-INTERVAL")
    if refresh and refresh.parameters.get("VALUE") != "DURATION":
        yield "refresh: REFRESH-INTERVAL needs VALUE=DURATION"
    for name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        if calendar.one(name) and not (DURATION.fullmatch(calendar.value(name)) and calendar.value(name)[0] == "P"):
            yield f"duration: {name} is no duration"
    source = calendar.one("SOURCE")
    if source and source.parameters != {"VALUE": "URI"}:
        yield "source: SOURCE needs VALUE=URI"
    for name in ("SOURCE", "URL"):
        if calendar.one(name) and not WEB.fullmatch(calendar.value(name)):
            yield f"source: {name} is no address of the web"
    if calendar.one("COLOR") and not COLOUR.fullmatch(calendar.value("COLOR")):
        yield "colour: COLOR is no name of a colour"
    if calendar.one("X-APPLE-CALENDAR-COLOR") and not HEX.fullmatch(calendar.value("X-APPLE-CALENDAR-COLOR")):
        yield "colour: X-APPLE-CALENDAR-COLOR is no #RRGGBB"


def _message(entries: list[Component], method: str) -> Iterator[str]:
    """What RFC 5546 3.2.2 and 3.2.5 ask of an invitation, and mail clients on top: one UID, an answer that arrives."""
    if len(entries) != 1 or entries[0].name != "VEVENT":
        yield f"message: {method} holds {len(entries)} entries"
        return
    entry, attendee = entries[0], entries[0].one("ATTENDEE")
    if (entry.value("STATUS") == "CANCELLED") != (method == "CANCEL"):
        yield f"message: {method} of an entry that is {entry.value('STATUS')}"
    if entry.value("ORGANIZER").endswith(".invalid"):
        yield "message: the organizer's address reaches nobody"
    if not attendee:
        return
    if not ADDRESS.fullmatch(attendee.value):
        yield "attendee: no mailto: URI"
    if "CN" in attendee.parameters and not re.fullmatch('"[^"]+"', attendee.parameters["CN"]):
        yield "attendee: CN is not quoted"
    asked = {key: value for key, value in attendee.parameters.items() if key != "CN"}
    answer = {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE"} if method == "REQUEST" else {}
    if asked != {"CUTYPE": "GROUP", "ROLE": "REQ-PARTICIPANT", **answer}:
        yield "attendee: not asked as a group that must take part"


def _component(component: Component, all_known: dict[str, set[str]]) -> Iterator[str]:
    """What holds for every component: known properties, all there, none twice, sound values, components last."""
    known = all_known.get(component.name, set())
    counted = Counter(item.name for item in component.properties)
    yield from (f"unknown: {name} in {component.name}" for name in counted if name not in known)
    yield from (f"twice: {name} in {component.name}" for name, count in counted.items() if count > 1)
    required = known - OPTIONAL.get(component.name, set())
    yield from (f"missing: {name} in {component.name}" for name in sorted(required) if name not in counted)
    yield from (f"order: {name} stands behind a component of {component.name}" for name in component.late)
    if component.name == "VTIMEZONE" and not component.parts:
        yield "missing: VTIMEZONE says no offset"
    if component.value("STATUS") not in STATUSES.get(component.name, {component.value("STATUS")}):
        yield f"value: {component.name} cannot be {component.value('STATUS')}"
    for item in component.properties:
        yield from _value(item)
    for part in component.parts:
        yield from _component(part, all_known)


def _value(item: Property) -> Iterator[str]:
    if not item.value:
        yield f"empty: {item.name} has no value"
    if item.name in VALUES and item.value not in VALUES[item.name]:
        yield f"value: {item.name} cannot be {item.value}"
    if item.name in TEXTS | {"CATEGORIES"} and BAD_ESCAPE.search(item.value.replace("\\\\", "")):
        yield f"escape: {item.name} has an escape that means nothing"
    if item.name in TEXTS and BARE.search(item.value.replace("\\\\", "")):
        yield f"escape: {item.name} has a bare comma or semicolon"
    if item.name == "CATEGORIES" and "\\," in item.value.replace("\\\\", ""):
        yield "categories: a category holds a comma"


def _entry(entry: Component, zones: set[str], known: set[str]) -> Iterator[str]:
    """What holds for entries and to-dos alike."""
    yield from _identity(entry, known)
    yield from _times(entry, zones)
    organizer = entry.one("ORGANIZER")
    if organizer and not ADDRESS.fullmatch(organizer.value):
        yield "organizer: no mailto: URI"
    if organizer and not re.fullmatch('"[^"]+"', organizer.parameters.get("CN", "")):
        yield "organizer: CN is not quoted"
    if len(entry.parts) > 1:
        yield "alarm: more than one"
    if entry.parts and entry.value("STATUS") == "CANCELLED":
        yield "alarm: of an entry that is cancelled"
    for alarm in entry.parts:
        trigger = alarm.value("TRIGGER")
        if not DURATION.fullmatch(trigger) or not trigger.startswith("-"):
            yield "alarm: TRIGGER is no duration before the start"


def _event(event: Component) -> Iterator[str]:
    busy = event.value("X-MICROSOFT-CDO-BUSYSTATUS") == "BUSY"
    if busy != (event.value("TRANSP") == "OPAQUE"):
        yield "busy: TRANSP and the busy status disagree"
    if busy and event.value("STATUS") == "CANCELLED":
        yield "busy: of an entry that is cancelled"
    for alarm in event.parts:
        trigger = alarm.one("TRIGGER")
        if trigger and trigger.parameters:
            yield "alarm: TRIGGER counts from elsewhere than the start"


def _todo(todo: Component) -> Iterator[str]:
    if todo.value("RELATED-TO") == todo.value("UID"):
        yield "related: a to-do belongs to itself"
    for alarm in todo.parts:
        trigger = alarm.one("TRIGGER")
        if trigger and trigger.parameters != {"RELATED": "END"}:
            yield "alarm: TRIGGER counts from elsewhere than the end"


def _identity(event: Component, known: set[str]) -> Iterator[str]:
    uid = event.value("UID")
    if not uid.isascii() or len(uid) >= 255:
        yield "uid: not ASCII, or 255 octets and more"
    if event.one("RELATED-TO") and event.value("RELATED-TO") not in known:
        yield "related: RELATED-TO names no entry of the file"
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        if event.one(name) and not UTC.fullmatch(event.value(name)):
            yield f"stamp: {name} is not in UTC"
    if not re.fullmatch(r"\d+", event.value("SEQUENCE")):
        yield "sequence: no number"


def _times(event: Component, zones: set[str]) -> Iterator[str]:
    start, end = event.one("DTSTART"), event.one("DUE" if event.name == "VTODO" else "DTEND")
    if not start or not end:
        return
    kinds = [_time(item, zones) for item in (start, end)]
    yield from (f"time: {problem}" for problem, _ in kinds if problem)
    if kinds[0][1] is None or kinds[1][1] is None:
        return
    if ("T" in start.value) != ("T" in end.value) or start.parameters != end.parameters:
        yield f"time: DTSTART and {end.name} are of different kinds"
    elif kinds[1][1] <= kinds[0][1]:
        yield f"time: {end.name} is not after DTSTART"


def _time(item: Property, zones: set[str]) -> tuple[str, datetime | None]:
    """What is wrong with a time ("" for nothing), and its reading on its own clock."""
    day = item.parameters == {"VALUE": "DATE"}
    shape = r"\d{8}" if day else r"\d{8}T\d{6}Z" if not item.parameters else r"\d{8}T\d{6}"
    if not re.fullmatch(shape, item.value):
        return f"{item.name} {item.value} is not of the form its parameters ask for", None
    if not day and item.parameters and item.parameters.keys() != {"TZID"}:
        return f"{item.name} has other parameters than TZID", None
    if "TZID" in item.parameters and item.parameters["TZID"] not in zones:
        return f"{item.name} names a zone the file does not define", None
    try:
        return "", datetime.strptime(item.value.rstrip("Z"), "%Y%m%d" if day else "%Y%m%dT%H%M%S")
    except ValueError:
        return f"{item.name} {item.value} is no date", None
