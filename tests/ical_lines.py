"""An iCalendar file taken apart: octets, lines, properties, components, and what is broken about them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

LINE = re.compile(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL)
PARAMETER = re.compile(r';([A-Z0-9-]+)=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)')
CONTROLS = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

INSIDE = {
    "": {"VCALENDAR"},
    "VCALENDAR": {"VTIMEZONE", "VEVENT", "VTODO"},
    "VTIMEZONE": {"STANDARD"},
    "VEVENT": {"VALARM"},
    "VTODO": {"VALARM"},
}
PARAMETERS = {
    "DTSTART": {"TZID", "VALUE"},
    "DTEND": {"TZID", "VALUE"},
    "DUE": {"TZID"},
    "ORGANIZER": {"CN"},
    "ATTENDEE": {"CN", "CUTYPE", "ROLE", "PARTSTAT", "RSVP"},
    "TRIGGER": {"RELATED"},
    "REFRESH-INTERVAL": {"VALUE"},
    "SOURCE": {"VALUE"},
}


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


def taken_apart(data: bytes, broken: list[str]) -> Component | None:
    """The outermost component, None where it cannot be made out; whatever is broken is added to the list."""
    broken += _octets(data)
    try:
        lines = _unfolded(data).decode()
    except UnicodeDecodeError:
        broken.append("utf-8: the file is not UTF-8")
        return None
    return _tree([*_properties(lines, broken)], broken)


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
        if key not in PARAMETERS.get(name, set()):
            yield f"parameter: {name} has no {key}"
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
