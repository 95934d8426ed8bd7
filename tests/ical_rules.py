"""The rules of RFC 5545, 5546, 6868 and 7986 that an exported file must keep, checked on its raw bytes.

Readers forgive too much to be judges: to many a broken file none of them objects. This checker shares no code with the
emitter. `broken_rules` names every rule a file breaks, with the place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
DURATION = re.compile(r"[+-]?P(?:\d+W|\d+D(?:T(?:\d+H(?:\d+M)?(?:\d+S)?|\d+M(?:\d+S)?|\d+S))?"
                      r"|T(?:\d+H(?:\d+M)?(?:\d+S)?|\d+M(?:\d+S)?|\d+S))")  # fmt: skip
CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
BAD_ESCAPE = re.compile(r"\\(?![\\;,nN])")
BARE = re.compile(r"(?<!\\)(?:\\\\)*[;,]")
UTC = re.compile(r"\d{8}T\d{6}Z")
ADDRESS = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")

TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "UID", "PRODID", "RELATED-TO"}
VALUES = {
    "STATUS": {"CONFIRMED", "TENTATIVE", "CANCELLED"},
    "TRANSP": {"OPAQUE", "TRANSPARENT"},
    "X-MICROSOFT-CDO-BUSYSTATUS": {"FREE", "BUSY", "TENTATIVE", "OOF"},
    "METHOD": {"PUBLISH"},
    "VERSION": {"2.0"},
    "CALSCALE": {"GREGORIAN"},
    "ACTION": {"DISPLAY"},
}
# Whatever is not named here was not written by the emitter: it was smuggled in by a text.
KNOWN = {
    "VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE",
                  "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"},
    "VEVENT": {"UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION",
               "LOCATION", "CATEGORIES", "RELATED-TO", "ORGANIZER", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"},
    "VALARM": {"ACTION", "DESCRIPTION", "TRIGGER"},
}  # fmt: skip
OPTIONAL = {"VEVENT": {"DESCRIPTION", "LOCATION", "CATEGORIES", "RELATED-TO"}}
INSIDE = {"": {"VCALENDAR"}, "VCALENDAR": {"VTIMEZONE", "VEVENT"}, "VTIMEZONE": {"STANDARD"}, "VEVENT": {"VALARM"}}


@dataclass
class Property:
    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    name: str
    properties: list[Property] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    late: list[str] = field(default_factory=list)  # properties that stand behind a component

    def one(self, name: str) -> Property | None:
        return next((item for item in self.properties if item.name == name), None)

    def value(self, name: str) -> str:
        item = self.one(name)
        return item.value if item else ""


def broken_rules(data: bytes) -> list[str]:
    """Every rule the file breaks; [] for a file that keeps them all."""
    broken = list(_octets(data))
    try:
        lines = _unfolded(data).decode()
    except UnicodeDecodeError:
        return [*broken, "utf-8: the file is not UTF-8"]
    properties = [*_properties(lines, broken)]
    calendar = _tree(properties, broken)
    if calendar is not None:
        broken += _calendar(calendar)
    return broken


def _octets(data: bytes) -> Iterator[str]:
    if data.startswith(b"\xef\xbb\xbf"):
        yield "bom: the file begins with a byte order mark"
    if not data.endswith(b"\r\n"):
        yield "line-end: the last line does not end with CRLF"
    if re.search(rb"\r(?!\n)|(?<!\r)\n", data):
        yield "line-end: a CR or LF stands alone"
    for number, line in enumerate(data.split(b"\r\n")[:-1], 1):
        if not line.strip():
            yield f"blank: line {number} is empty"
        if len(line) > 75:
            yield f"length: line {number} has {len(line)} octets"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"fold: line {number} divides a character"


def _unfolded(data: bytes) -> bytes:
    return data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"")


def _properties(lines: str, broken: list[str]) -> Iterator[Property]:
    for line in lines.split("\r\n"):
        if not line:
            continue
        if CONTROLS.search(line):
            broken.append(f"control: {line[:40]!r} holds a control character")
        match = LINE.fullmatch(line)
        if not match:
            broken.append(f"grammar: {line[:40]!r} is no content line")
            continue
        name, parameters, value = match.groups()
        found = dict(PARAMETER.findall(parameters))
        broken.extend(_parameters(name, found, parameters))
        yield Property(name, found, value)


def _parameters(name: str, found: dict[str, str], raw: str) -> Iterator[str]:
    if len(found) < len(PARAMETER.findall(raw)):
        yield f"parameter: {name} has one twice"
    for key, value in found.items():
        if not value.strip('"'):
            yield f"parameter: {key} of {name} is empty"
        if re.search(r"\^(?![n'])", value.replace("^^", "")):
            yield f"caret: {key} of {name} has a caret that means nothing"
        if "\\" in value and key == "CN":
            yield f"caret: {key} of {name} is escaped with a backslash"


def _tree(properties: list[Property], broken: list[str]) -> Component | None:
    """The outermost component; nesting that does not fit is reported."""
    root = Component("")
    stack = [root]
    for item in properties:
        if item.name == "BEGIN":
            if item.value not in INSIDE.get(stack[-1].name, set()):
                broken.append(f"nesting: {item.value} inside {stack[-1].name or 'nothing'}")
            stack[-1].parts.append(Component(item.value))
            stack.append(stack[-1].parts[-1])
        elif item.name == "END":
            if item.value != stack[-1].name:
                broken.append(f"nesting: END:{item.value} closes {stack[-1].name}")
                return None
            stack.pop()
        else:
            if stack[-1].parts:
                stack[-1].late.append(item.name)
            stack[-1].properties.append(item)
    if len(stack) > 1:
        broken.append(f"nesting: {stack[-1].name} is not closed")
        return None
    if root.properties or len(root.parts) != 1:
        broken.append("nesting: not one VCALENDAR around everything")
    return root.parts[0] if root.parts else None


def _calendar(calendar: Component) -> Iterator[str]:
    yield from _component(calendar)
    if not calendar.parts:
        yield "empty: a calendar needs a component"
    refresh = calendar.one("REFRESH-INTERVAL")
    if refresh and refresh.parameters.get("VALUE") != "DURATION":
        yield "refresh: REFRESH-INTERVAL needs VALUE=DURATION"
    for name in ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"):
        if calendar.one(name) and not DURATION.fullmatch(calendar.value(name)):
            yield f"duration: {name} is no duration"
    zones = {part.value("TZID") for part in calendar.parts if part.name == "VTIMEZONE"}
    events = [part for part in calendar.parts if part.name == "VEVENT"]
    uids = Counter(event.value("UID") for event in events)
    yield from (f"uid: {uid} stands {count} times" for uid, count in uids.items() if count > 1)
    for event in events:
        yield from (f"{problem} (in {event.value('UID')})" for problem in _event(event, zones, uids))
    starts = [event.value("DTSTART").replace("T", "").ljust(14, "0") for event in events]
    if starts != sorted(starts) and not any(start.endswith("Z") for start in starts):
        yield "order: the entries are not ordered by start"


def _component(component: Component) -> Iterator[str]:
    """What holds for every component: known properties, all there, none twice, sound values, components last."""
    known = KNOWN.get(component.name, set())
    counted = Counter(item.name for item in component.properties)
    yield from (f"unknown: {name} in {component.name}" for name in counted if name not in known)
    yield from (f"twice: {name} in {component.name}" for name, count in counted.items() if count > 1)
    required = known - OPTIONAL.get(component.name, set())
    yield from (f"missing: {name} in {component.name}" for name in sorted(required) if name not in counted)
    yield from (f"order: {name} stands behind a component of {component.name}" for name in component.late)
    if component.name == "VTIMEZONE" and not component.parts:
        yield "missing: VTIMEZONE says no offset"
    for item in component.properties:
        yield from _value(item)
    for part in component.parts:
        yield from _component(part)


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


def _event(event: Component, zones: set[str], uids: Counter[str]) -> Iterator[str]:
    yield from _identity(event, uids)
    yield from _times(event, zones)
    busy = event.value("X-MICROSOFT-CDO-BUSYSTATUS") == "BUSY"
    if busy != (event.value("TRANSP") == "OPAQUE"):
        yield "busy: TRANSP and the busy status disagree"
    organizer = event.one("ORGANIZER")
    if organizer and not ADDRESS.fullmatch(organizer.value):
        yield "organizer: no mailto: URI"
    if organizer and not re.fullmatch('"[^"]+"', organizer.parameters.get("CN", "")):
        yield "organizer: CN is not quoted"
    if len(event.parts) > 1:
        yield "alarm: more than one"
    for alarm in event.parts:
        trigger = alarm.value("TRIGGER")
        if not DURATION.fullmatch(trigger) or not trigger.startswith("-"):
            yield "alarm: TRIGGER is no duration before the start"


def _identity(event: Component, uids: Counter[str]) -> Iterator[str]:
    uid = event.value("UID")
    if not uid.isascii() or len(uid) >= 255:
        yield "uid: not ASCII, or 255 octets and more"
    if event.one("RELATED-TO") and event.value("RELATED-TO") not in uids:
        yield "related: RELATED-TO names no entry of the file"
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        if event.one(name) and not UTC.fullmatch(event.value(name)):
            yield f"stamp: {name} is not in UTC"
    if not re.fullmatch(r"\d+", event.value("SEQUENCE")):
        yield "sequence: no number"


def _times(event: Component, zones: set[str]) -> Iterator[str]:
    start, end = event.one("DTSTART"), event.one("DTEND")
    if not start or not end:
        return
    kinds = [_time(item, zones) for item in (start, end)]
    yield from (f"time: {problem}" for problem, _ in kinds if problem)
    if kinds[0][1] is None or kinds[1][1] is None:
        return
    if ("T" in start.value) != ("T" in end.value) or start.parameters != end.parameters:
        yield "time: DTSTART and DTEND are of different kinds"
    elif kinds[1][1] <= kinds[0][1]:
        yield "time: DTEND is not after DTSTART"


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
