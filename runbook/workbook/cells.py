"""The cells of a workbook's sheets as texts, with what kind of value each was.

Only what a ceremony needs of ECMA-376 part 1, clause 18, is read: names of sheets, shared strings, which formats are
dates, values, and merged ranges. Formulas are seen and never computed, links to other files never followed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn

from runbook.office import guard
from runbook.office.guard import RefusedError, too_large
from runbook.office.parts import Attributes, Package
from runbook.problems import Cell
from runbook.workbook import numbers
from runbook.workbook.layout import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS

MOST_SHEETS = 50
MOST_TEXT = 8_000_000  # characters of all of them: one shared text may stand in every cell

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})", re.ASCII)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Raw:
    """One cell with a value. `kind`: text, number, date, time, yes-no, percent, error or formula."""

    row: int
    column: int
    text: str
    kind: str = "text"


@dataclass
class Grid:
    """One sheet: its cells by row, in order, and the ranges that are merged (first and last row and column)."""

    title: str
    rows: dict[int, list[Raw]] = field(default_factory=dict)
    merged: list[tuple[str, int, int, int, int]] = field(default_factory=list)


class StoppedError(RefusedError):
    """The workbook is not read: `cell` is where that was found, or the last one before it."""

    def __init__(self, refused: RefusedError, cell: Cell) -> None:
        super().__init__(refused.code, **refused.facts)
        self.cell = cell


def grids(data: bytes, wanted: Callable[[str], bool]) -> list[Grid]:
    """Every sheet in order; only those have cells whose titles are wanted. Raises office.guard.RefusedError, or
    StoppedError within a sheet."""
    package = Package(guard.opened(data))
    roots = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    if len(roots) != 1:
        raise RefusedError("other-kind")
    book = _Book(package, roots[0])
    return [book.grid(title, part, wanted(title)) for title, part in book.sheets()]


class _Book:
    """What sheets share: the texts of cells, and which styles show a number as a date."""

    def __init__(self, package: Package, part: str) -> None:
        self.package = package
        self.part = part
        self.relations = package.relations(part)
        self.epoch = numbers.EPOCH
        self.cells = self.length = 0
        self.strings = self._strings()
        self.styles = self._styles()

    def sheets(self) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "sheet":
                link = next((value for key, value in attributes.items() if key.endswith(" id")), "")
                kind, target = self.relations.get(link, ("", ""))
                if kind == "worksheet":
                    found.append((attributes.get("name", ""), target))
                if len(found) > MOST_SHEETS:
                    too_large("sheets", MOST_SHEETS)
            elif tag == "workbookPr" and attributes.get("date1904", "0") in ("1", "true"):
                self.epoch = numbers.EPOCH_1904

        self.package.read(self.part, start)
        if not found:
            raise RefusedError("other-kind")
        return found

    def _target(self, kind: str) -> str:
        return next((target for one, target in self.relations.values() if one == kind), "")

    def _strings(self) -> list[str]:
        """The shared texts; how something is to be read out (rPh) is no part of them."""
        found: list[str] = []
        texts = _Texts()

        def end(tag: str) -> None:
            texts.end(tag)
            if tag == "si":
                found.append(texts.taken())

        self.package.read(self._target("sharedStrings"), texts.start, end, texts.add)
        return found

    def _styles(self) -> list[str]:
        """What each style makes of a number: date, percent or number."""
        codes: dict[str, str] = {}
        found: list[str] = []
        inside = False

        def start(tag: str, attributes: Attributes) -> None:
            nonlocal inside
            if tag in ("cellXfs", "cellStyleXfs"):
                inside = tag == "cellXfs"
            elif tag == "numFmt":
                codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:200]
            elif tag == "xf" and inside:
                found.append(numbers.style(attributes.get("numFmtId", "0"), codes))

        self.package.read(self._target("styles"), start)
        return found

    def grid(self, title: str, part: str, wanted: bool) -> Grid:
        grid = Grid(title)
        if wanted:
            reading = _Sheet(self, grid)
            try:
                self.package.read(part, reading.start, reading.end, reading.texts.add)
            except RefusedError as refused:
                raise StoppedError(refused, reading.place) from refused
        return grid


class _Texts:
    """The text that is being read: that of elements `t`, but not inside `rPh`."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.taking = self.aside = False
        self.length = 0

    def start(self, tag: str, _: Attributes) -> None:
        self.aside = self.aside or tag == "rPh"
        self.taking = tag in ("t", "v") and not self.aside

    def end(self, tag: str) -> None:
        self.taking = False
        if tag == "rPh":
            self.aside = False

    def add(self, text: str) -> None:
        if self.taking:
            self.length += len(text)
            if self.length > LONGEST_CELL * 8:  # escaped, a sign takes seven
                too_large("text", LONGEST_CELL)
            self.pieces.append(text)

    def taken(self) -> str:
        text = "".join(self.pieces)
        self.pieces.clear()
        self.length = 0
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class _Sheet:
    """One sheet being read."""

    def __init__(self, book: _Book, grid: Grid) -> None:
        self.book = book
        self.grid = grid
        self.texts = _Texts()
        self.row = self.column = 0
        self.attributes: Attributes = {}
        self.formula = False

    @property
    def place(self) -> Cell:
        """Where the reading has come to."""
        return Cell(self.grid.title[:60], max(self.row, 1), max(self.column, 1))

    def start(self, tag: str, attributes: Attributes) -> None:
        self.texts.start(tag, attributes)
        if tag == "c":
            self.attributes, self.formula = attributes, False
            self.row, self.column = self._place(attributes.get("r"))
        elif tag == "row":
            stated = attributes.get("r", "")
            self.row = int(stated[:8]) if stated.isascii() and stated.isdigit() else self.row + 1
            self.column = 0
        elif tag == "f":
            self.formula = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def end(self, tag: str) -> None:
        self.texts.end(tag)
        if tag != "c":
            return
        text = self.texts.taken()
        if not text and not self.formula:
            return
        if self.row > MOST_ROWS or self.column > MOST_COLUMNS:
            self._far(self.place.name)
        raw = self._raw(text)
        self.book.cells += 1
        self.book.length += len(raw.text)
        if self.book.cells > MOST_CELLS:
            too_large("cells", MOST_CELLS)
        if len(raw.text) > LONGEST_CELL or self.book.length > MOST_TEXT:
            too_large("text", LONGEST_CELL if len(raw.text) > LONGEST_CELL else MOST_TEXT)
        self.grid.rows.setdefault(self.row, []).append(raw)

    def _far(self, cell: str) -> NoReturn:
        limits = {"rows": str(MOST_ROWS), "columns": str(MOST_COLUMNS)}
        raise RefusedError("far-cell", cell=cell[:20], **limits)

    def _place(self, reference: str | None) -> tuple[int, int]:
        """Row and column of a cell; one that does not say follows the one before."""
        if reference is None:
            return self.row, self.column + 1
        found = _REFERENCE.fullmatch(reference)
        if not found:
            self._far(reference)
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        return int(found[2]), column

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = self._place(first), self._place(last or first)
        if len(self.grid.merged) == MOST_ROWS:
            self.row, self.column = top, left
            too_large("cells", MOST_CELLS)
        self.grid.merged.append((reference, top, bottom, left, right))

    def _raw(self, text: str) -> Raw:
        text, kind = self._value(text, self.attributes.get("t", "n"))
        return Raw(self.row, self.column, text, "formula" if self.formula else kind)

    def _value(self, text: str, kind: str) -> tuple[str, str]:
        if kind == "s":
            number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
            if not 0 <= number < len(self.book.strings):
                raise RefusedError("unreadable")
            return self.book.strings[number], "text"
        if kind == "b":
            return ("yes" if text.strip() in ("1", "true") else "no"), "yes-no"
        if kind == "e":
            return text, "error"
        if kind == "d":
            return numbers.iso(text)
        if kind != "n":
            return text, "text"
        style = self.attributes.get("s", "0")
        shown = self.book.styles[int(style)] if style.isdigit() and int(style) < len(self.book.styles) else "number"
        return numbers.read(text, shown, self.book.epoch)
