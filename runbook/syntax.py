"""YAML text to nodes that keep their line and column. The only home of PyYAML.

The parser's event stream is built up by a loop without recursion, and every scalar stays text: no YAML rule can turn
`08:30` into seconds or `no` into false. What makes YAML dangerous or surprising (anchors, aliases, tags, merge keys,
duplicate keys, deep nesting, several documents) is refused with its place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Any

import yaml

from runbook import syntax_remedies
from runbook.problems import Place, Problem
from runbook.text import nfc

# The C parser where PyYAML was built with it; the other one is slower and gives the same events.
Parser: Callable[[str], Any] = getattr(getattr(yaml, "cyaml", None), "CParser", yaml.SafeLoader)

LARGEST = 20_000_000  # characters of a file
MOST_VALUES = 2_000_000
DEEPEST = 12
MOST_REFUSED = 100  # anchors and tags told in one go; a file with more of them is no ceremony file

_LINE_END = re.compile(r"\r\n?")
# Signs that are never part of a text: control characters, separators that look like line ends, marks that turn the
# direction of writing, a byte-order mark inside the text, halves of surrogate pairs, invisible tags.
_UNREADABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_RETURN = re.compile("\r")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class Scalar:
    """A text and where it stands; `length` is that of its first line as written."""

    __slots__ = ("column", "file", "length", "line", "text")

    def __init__(self, text: str, file: str, line: int, column: int, length: int) -> None:
        self.text = text
        self.file = file
        self.line = line
        self.column = column
        self.length = length

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column, self.length)


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "file", "items", "line")

    def __init__(self, file: str, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.file = file
        self.line = line
        self.column = column

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


class Mapping:
    """Entries by key, in file order: the key as a Scalar, and its value. `flow` is the form in {braces}."""

    __slots__ = ("column", "entries", "file", "flow", "line")

    def __init__(self, file: str, line: int, column: int, flow: bool = False) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.file = file
        self.line = line
        self.column = column
        self.flow = flow

    @property
    def place(self) -> Place:
        return Place(self.file, self.line, self.column)


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    """The text of a file in UTF-8 (with or without mark) or UTF-16 with mark, or "" and the problem."""
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding), None
    except UnicodeDecodeError as error:
        before = data[len(mark) :][: error.start].decode(encoding, "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return "", Problem("not-utf8", Place(file, line, column))


def unified(text: str) -> str:
    """The text with every line end as \\n and without a leading byte-order mark: what lines are counted in."""
    text = text.removeprefix("\ufeff")
    return _LINE_END.sub("\n", text) if "\r" in text else text


def parse(text: str, file: str, parser: Callable[[str], Any] = Parser) -> tuple[Node | None, tuple[Problem, ...]]:
    """The one document of the text, or None where it cannot be read; and the problems, of which any is an error."""
    text = unified(text)
    if problem := _unreadable(text, file):
        return None, (problem,)
    builder = _Builder(file)
    try:
        builder.run(parser(text).get_event)
    except _RefusedError as refused:
        return None, (*builder.problems, refused.problem)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.problems, _explained(error, text, file))
    return (None if builder.refused else builder.root), tuple(builder.problems)


def sign_in(text: str) -> str:
    """The first sign of a text that none may hold, as U+001B, or ""; a carriage return is one too."""
    if text.isprintable():
        return ""
    found = _UNREADABLE.search(text) or _RETURN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def _unreadable(text: str, file: str) -> Problem | None:
    if len(text) > LARGEST:
        return Problem("file-too-large", Place(file, 1, 1), {"limit": f"{LARGEST // 1_000_000}"})
    found = _UNREADABLE.search(text)
    if not found:
        return None
    line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    return Problem("unreadable-sign", Place(file, line, column), {"sign": f"U+{ord(found[0]):04X}"})


def _explained(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    at, began = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    here, start = ((mark.line + 1, mark.column + 1) if mark else (1, 1) for mark in (at, began))
    code, (line, column) = syntax_remedies.recognised(error.problem or "", error.context or "", text, here, start)
    return Problem(code, Place(file, line, column))


class _Builder:
    """The document under construction: the containers still open, and the key that waits for its value."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[Sequence | Mapping] = []
        self.key: Scalar | None = None
        self.values = 0
        self.refused = 0

    def run(self, next_event: Callable[[], Any]) -> None:
        scalar, ends = yaml.ScalarEvent, (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                self.add(self.scalar(event))
            elif kind in ends:
                self.open.pop()
            elif kind is yaml.StreamEndEvent:
                return
            else:
                self.begin(event)

    def scalar(self, event: Any) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        start, end, text = event.start_mark, event.end_mark, event.value
        line, column = start.line, start.column
        length = end.column - column if end.line == line else len(text)
        if not text.isascii():
            text = nfc(text.replace("\u200b", ""))
        node = Scalar(text, self.file, line + 1, column + 1, length or 1)
        if sign := sign_in(text):  # written as an escape; the sign itself is refused before parsing
            self.problems.append(Problem("unreadable-sign", node.place, {"sign": sign}))
        return node

    def begin(self, event: Any) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise _RefusedError(Problem("two-documents", Place(self.file, line, column, 3)))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event)
            self.add(Scalar("", self.file, line, column, 1))
        if not isinstance(event, yaml.CollectionStartEvent):
            return
        if event.anchor is not None or event.tag is not None:
            self.refuse(event)
        if len(self.open) == DEEPEST:
            raise _RefusedError(Problem("nested-too-deep", Place(self.file, line, column), {"limit": str(DEEPEST)}))
        if isinstance(event, yaml.SequenceStartEvent):
            node: Sequence | Mapping = Sequence(self.file, line, column)
        else:
            node = Mapping(self.file, line, column, flow=bool(event.flow_style))
        self.add(node)
        self.open.append(node)

    def add(self, node: Node) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            raise _RefusedError(Problem("too-many-values", node.place, {"limit": f"{MOST_VALUES}"}))
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if type(top) is Sequence:
            top.items.append(node)
        elif self.key is None:
            if type(node) is not Scalar:
                raise _RefusedError(Problem("key-not-text", node.place))
            self.key = node
        else:
            self.enter(top, self.key, node)
            self.key = None

    def enter(self, mapping: Any, key: Scalar, node: Node) -> None:
        if key.text == "<<":
            self.problems.append(Problem("merge-key", key.place))
        elif key.text in mapping.entries:
            first = mapping.entries[key.text][0]
            self.problems.append(Problem("duplicate-key", key.place, {"key": key.text, "line": str(first.line)}))
        else:
            mapping.entries[key.text] = key, node

    def refuse(self, event: Any) -> None:
        """Put an anchor, an alias or a tag on record; the document has no root then, but the others are told too."""
        mark = event.start_mark
        code = "tag" if getattr(event, "tag", None) is not None else "anchor"
        found = Problem(code, Place(self.file, mark.line + 1, mark.column + 1))
        self.refused += 1
        if self.refused == MOST_REFUSED:
            raise _RefusedError(found)
        self.problems.append(found)
