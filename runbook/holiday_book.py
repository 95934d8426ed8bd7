"""Tables of holidays in CSV text: the shipped years, and a user's own table saved from a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from runbook.problems import Place, Problem
from runbook.text.folding import folded, nfc
from runbook.worktime import FIRST_YEAR, LAST_YEAR, DayOff

SEPARATORS = ",;\t"  # Excel writes semicolons where the comma is the decimal sign, as in Vietnamese
COLUMNS = {
    "day": "day",
    "date": "day",
    "ngay": "day",
    "kind": "kind",
    "loai": "kind",
    "name_vi": "name_vi",
    "name": "name_vi",
    "ten": "name_vi",
    "name_en": "name_en",
    "status": "status",
    "trang thai": "status",
    "source": "source",
    "nguon": "source",
}
KINDS = {"": False, "off": False, "nghi": False, "work": True, "lam": True, "lam bu": True}
STATUSES = {
    "": "official",
    "official": "official",
    "chinh thuc": "official",
    "expected": "expected",
    "du kien": "expected",
}
T = TypeVar("T")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_DAY_FIRST = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one field and where it stands."""

    text: str
    place: Place


class BadLineError(Exception):
    """A line that cannot be read; carries its Problem."""

    def __init__(self, code: str, place: Place, **facts: str) -> None:
        super().__init__(code)
        self.problem = Problem(code, place, facts)


def parse(text: str, file: str) -> tuple[dict[date, DayOff], tuple[Problem, ...]]:
    """The days of the table, by date, and what is wrong with it; `file` is the name that problems carry.

    The first line names the columns (any of COLUMNS, in any order); only the day is needed. A bad line is left out.
    """
    (number, head), *lines = list(_lines(text)) or [(1, "")]
    separator = max(SEPARATORS, key=head.count)
    try:
        columns = _columns(_cells(head, separator, Place(file, number, 1, max(1, len(head)))))
    except BadLineError as bad:
        return {}, (bad.problem,)
    days: dict[date, DayOff] = {}
    problems = []
    for number, line in lines:
        try:
            row = _row(columns, _cells(line, separator, Place(file, number, 1, len(line))), days)
        except BadLineError as bad:
            problems.append(bad.problem)
        else:
            days[row.day] = row
    return days, tuple(problems)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, numbered. Excel may begin with a mark of the encoding and a line "sep=;"."""
    plain = nfc(text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(plain.split("\n"), 1):
        if line.strip(SEPARATORS + ' "') and not line.lower().startswith("sep="):
            yield number, line


def _cells(line: str, separator: str, whole: Place) -> list[Cell]:
    """The fields of one line. A field may be quoted, but ends on its line: an open quote must not eat the table."""
    try:
        texts = next(csv.reader([line], delimiter=separator, strict=True)) or [""]
    except csv.Error:
        raise BadLineError("holiday-quote", whole) from None
    cells = []
    reached = 0
    for text in (text.strip() for text in texts):
        at = max(line.find(text, reached), reached)
        cells.append(Cell(text, Place(whole.file, whole.line, at + 1, max(1, len(text)))))
        reached = at + len(text)
    return cells


def _columns(cells: list[Cell]) -> list[str]:
    columns: list[str] = []
    for cell in cells:
        column = COLUMNS.get(folded(cell.text), "")
        if cell.text and (not column or column in columns):
            raise BadLineError("holiday-column", cell.place, column=cell.text)
        columns.append(column)
    if "day" not in columns:
        raise BadLineError("holiday-head", cells[0].place)
    return columns


def _row(columns: list[str], cells: list[Cell], known: Mapping[date, DayOff]) -> DayOff:
    excess = next((cell for cell in cells[len(columns) :] if cell.text), None)
    if excess:
        raise BadLineError("holiday-cells", excess.place, columns=str(len(columns)))
    named = dict(zip(columns, cells, strict=False))
    day_cell = named.get("day", Cell("", cells[0].place))
    day = _day(day_cell)
    if day in known:
        raise BadLineError("holiday-twice", day_cell.place, day=f"{day:%d/%m/%Y}")
    texts = {column: cell.text for column, cell in named.items()}
    return DayOff(
        day,
        works=_choice(named, "kind", KINDS),
        name_vi=texts.get("name_vi", ""),
        name_en=texts.get("name_en", ""),
        status=_choice(named, "status", STATUSES),
        source=texts.get("source", ""),
    )


def _choice(named: dict[str, Cell], column: str, choices: dict[str, T]) -> T:
    if column not in named:
        return choices[""]
    cell = named[column]
    try:
        return choices[folded(cell.text)]
    except KeyError:
        raise BadLineError(f"holiday-{column}", cell.place, value=cell.text) from None


def _day(cell: Cell) -> date:
    match = _ISO.fullmatch(cell.text) or _DAY_FIRST.fullmatch(cell.text)
    try:
        day = date(**{part: int(digits) for part, digits in match.groupdict().items()}) if match else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadLineError("holiday-day", cell.place, value=cell.text)
    return day
