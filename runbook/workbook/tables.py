"""The tables on the sheets of a workbook: headings found by their text, rows below them, what of it is not used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from runbook import syntax
from runbook.problems import Cell, Place, Problem, Severity, Workbook
from runbook.syntax import Scalar
from runbook.text import folded, nfc, say
from runbook.text.workbook_words import WARNINGS
from runbook.workbook import layout
from runbook.workbook.cells import Grid, Raw
from runbook.workbook.layout import Kind, Sheet

HEADING_ROWS = 20  # among which the headings are looked for
_MOST_TOLD = 20  # merged ranges of one sheet
_UNREAD = ("guide", "gantt", "matrix")


@dataclass
class Listing:
    """The cells that were looked at, as the lines of a text, and the problems found in them."""

    book: Workbook
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    refused: set[int] = field(default_factory=set)  # lines of cells whose values cannot be what was meant

    def line(self, title: str, row: int, column: int, text: str = "") -> int:
        """The number of the line that stands for a cell."""
        key = title, row, column
        if key not in self.numbers:
            self.book.cells.append(Cell(title, row, column))
            self.lines.append(text.replace("\n", " "))
            self.numbers[key] = len(self.lines)
        return self.numbers[key]

    def report(self, code: str, line: int, length: int = 1, **facts: str) -> None:
        severity = Severity.WARNING if code in WARNINGS else Severity.ERROR
        self.problems.append(Problem(code, Place(self.book, line, 1, length), facts, severity))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by the key of their column, and on which line each column of it stands."""

    sheet: Sheet
    title: str
    number: int
    cells: dict[str, Raw]
    places: dict[str, int]
    listing: Listing

    def line(self, key: str) -> int:
        """The line of a cell, empty or not; of the first column where the table lacks that one."""
        column = self.places.get(key) or min(self.places.values())
        raw = self.cells.get(key)
        return self.listing.line(self.title, self.number, column, plain(raw.text) if raw else "")

    def text(self, key: str) -> str:
        raw = self.cells.get(key)
        return plain(raw.text).strip() if raw else ""

    def scalar(self, key: str) -> Scalar:
        """A cell as a text, without the blanks around it; one with signs that no text may hold is a problem."""
        raw, line = self.cells.get(key), self.line(key)
        text = plain(raw.text) if raw else ""
        bare = text.strip()
        if sign := syntax.sign_in(bare.replace("\n", " ").replace("\t", " ")):
            self.refuse("unreadable-sign", key, sign=sign)
        return Scalar(bare, self.listing.book, line, len(text) - len(text.lstrip()) + 1, len(bare) or 1)

    def refuse(self, code: str, key: str, **facts: str) -> None:
        """Report a cell, of which nothing more has to be told."""
        self.report(code, key, **facts)
        self.listing.refused.add(self.line(key))

    def report(self, code: str, key: str, **facts: str) -> None:
        self.listing.report(code, self.line(key), len(self.text(key)) or 1, **facts)


def plain(text: str) -> str:
    """A cell's text as texts are kept: composed, its line ends one sign each, without zero-width blanks."""
    return nfc(syntax.unified(text).replace("\u200b", ""))


def chosen(grids: Iterable[Grid], listing: Listing) -> dict[str, Grid]:
    """The grids by the key of their sheet; what no sheet is known for is told."""
    found: dict[str, Grid] = {}
    unread = {folded(say(language, f"workbook.sheet.{key}")) for key in _UNREAD for language in ("vi", "en")}
    for grid in grids:
        name = folded(grid.title)
        sheet = next((sheet for sheet in layout.SHEETS if name in sheet.names), None)
        if sheet is None:
            if name not in unread:
                listing.report("workbook-unknown-sheet", listing.line(grid.title, 1, 1))
        elif sheet.key in found:
            listing.report("workbook-sheet-twice", listing.line(grid.title, 1, 1), sheet=found[sheet.key].title)
        else:
            found[sheet.key] = grid
    return found


def rows(grid: Grid, sheet: Sheet, listing: Listing) -> list[Row]:
    """The filled rows of a sheet's table."""
    if not grid.rows:
        return []
    heading = _heading(grid, sheet)
    if heading is None:
        example = sheet.columns[1]
        line = listing.line(grid.title, 1, 1)
        listing.report("workbook-no-headings", line, rows=str(HEADING_ROWS), heading=example.heading or example.key)
        return []
    places = _places(grid, sheet, heading, listing)
    _tell_merged(grid, heading, places.values(), listing)
    keys = {place: key for key, place in places.items()}
    return list(_filled(grid, sheet, heading, keys, places, listing))


def _filled(
    grid: Grid, sheet: Sheet, heading: int, keys: dict[int, str], places: dict[str, int], listing: Listing
) -> Iterator[Row]:
    for number in sorted(grid.rows):
        cells = {keys[raw.column]: raw for raw in grid.rows[number] if raw.column in keys and _filled_in(raw)}
        if number > heading and cells:
            yield Row(sheet, grid.title, number, cells, places, listing)


def _filled_in(raw: Raw) -> bool:
    return raw.kind == "formula" or bool(raw.text.strip())


def _heading(grid: Grid, sheet: Sheet) -> int | None:
    """The row with the most headings of the sheet: two at least, or all of what it says."""
    best, most = None, 0
    for number in sorted(grid.rows)[:HEADING_ROWS]:
        count = sum(folded(plain(raw.text)) in sheet.by_heading for raw in grid.rows[number])
        if count > most and (count > 1 or len(grid.rows[number]) == 1):
            best, most = number, count
    return best


def _places(grid: Grid, sheet: Sheet, heading: int, listing: Listing) -> dict[str, int]:
    """Which column of the sheet holds each key; computed columns hold none."""
    found: dict[str, int] = {}
    for raw in grid.rows[heading]:
        name = plain(raw.text).strip()
        column = sheet.by_heading.get(folded(name))
        line = listing.line(grid.title, heading, raw.column, name)
        if column is None:
            listing.report("workbook-unknown-column", line, len(name), column=name[:60])
        elif column.kind is not Kind.COMPUTED:
            if column.key in found:
                first = Cell(grid.title, heading, found[column.key]).name
                listing.report("workbook-column-twice", line, len(name), column=name[:60], cell=first)
            found.setdefault(column.key, raw.column)
    return found


def _tell_merged(grid: Grid, heading: int, columns: Iterable[int], listing: Listing) -> None:
    """Merged cells hold one value for several rows, of which only the first would be read."""
    wanted, told = set(columns), 0
    last = max(grid.rows)
    for reference, top, bottom, left, right in grid.merged:
        touched = [column for column in wanted if left <= column <= right]
        if bottom > heading and top <= last and touched and told < _MOST_TOLD:
            told += 1
            line = listing.line(grid.title, min(max(top, heading), last), max(left, min(wanted)))
            listing.report("workbook-merged", line, cells=reference[:30])
