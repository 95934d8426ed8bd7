"""A mistake in what the user wrote, as a value: what, where, and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from runbook.text import say
from runbook.text.catalogue import CATALOGUE
from runbook.text.problem_words import WARNINGS, WORDS

WIDEST = 100  # columns of the user's line that are shown
# Facts that are words of ours, not the user's text.
_TRANSLATED = {"section": "section.{}", "part": "part.{}", "what": "workbook.what.{}"}
_TRANSLATED |= {"heading": "workbook.col.{}", "page": "workbook.sheet.{}"}
_KEYS = frozenset({"key", "first", "second"})  # facts that name a key of the format
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Severity(Enum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a workbook: the title of its sheet, its row and its column, from 1."""

    sheet: str
    row: int
    column: int

    @property
    def name(self) -> str:
        """D14 for row 14, column 4."""
        letters, left = "", self.column
        while left:
            left, letter = divmod(left - 1, 26)
            letters = chr(65 + letter) + letters
        return f"{letters}{self.row}"


class Workbook(str):
    """The name of a workbook file. Its lines, as places count them, are `cells` in the order they were read.

    So whatever knows the lines of a text knows the cells of a workbook; only where a place is told are they named.
    """

    cells: list[Cell]

    def __new__(cls, name: str) -> Workbook:
        book = super().__new__(cls, name)
        book.cells = []
        return book


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: line and column count from 1, `length` is the number of characters to mark."""

    file: str
    line: int
    column: int
    length: int = 1

    @property
    def cell(self) -> Cell | None:
        """The cell of a workbook; None in a text, and for a workbook as a whole."""
        cells = self.file.cells if isinstance(self.file, Workbook) else []
        return cells[self.line - 1] if self.line <= len(cells) else None


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `code` names its message in the catalogue, `facts` fill the message's blanks."""

    code: str
    place: Place | None
    facts: dict[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR


# Every code that the reading of a ceremony file can report, with its severity.
CODES: dict[str, Severity] = {
    code: Severity.WARNING if code in WARNINGS else Severity.ERROR
    for key in WORDS
    if key.startswith("problem.") and (code := key.removeprefix("problem.")).count(".") == 0
}


def problem(code: str, place: Place | None, **facts: str) -> Problem:
    """A problem with the severity of its code."""
    return Problem(code, place, facts, CODES.get(code, Severity.ERROR))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file: by line and column, of a workbook by sheet, row and column."""
    told = list(problems)
    books = (one.place.file for one in told if one.place is not None)
    cells = next((book.cells for book in books if isinstance(book, Workbook) and book.cells), [])
    sheets = {title: number for number, title in enumerate(dict.fromkeys(cell.sheet for cell in cells))}

    def position(one: Problem) -> tuple[str, int, int, int, int]:
        place = one.place or Place("", 0, 0)
        cell = place.cell
        sheet, line, column = (sheets[cell.sheet], cell.row, cell.column) if cell else (0, place.line, place.column)
        return str(place.file), sheet, line, column, place.column

    return tuple(sorted(told, key=position))


def message(problem: Problem, language: str) -> str:
    """What is wrong, in one sentence."""
    return _said(problem, language, f"problem.{problem.code}")


def remedy(problem: Problem, language: str) -> str:
    """What to write instead, with the name that was probably meant where there is one."""
    sentences = [say(language, "shown.near", near=problem.facts["near"])] if problem.facts.get("near") else []
    return " ".join([*sentences, _said(problem, language, f"problem.{problem.code}.fix")])


def shown(problem: Problem, source: str, language: str) -> str:
    """The problem for a terminal: place, severity, code and sentence; the line with its place marked; the remedy.

    `source` is the text of the file that the place names ("" where there is none; for what-if values the options, one
    to a line; for a workbook its cells, one to a line). No line end follows.
    """
    head = f"{say(language, f'severity.{problem.severity.value}')} [{problem.code}]: {message(problem, language)}"
    place = problem.place
    if place is None:
        return "\n".join([head, f"  → {remedy(problem, language)}"])
    return "\n".join(
        [
            f"{_where(place, language)}: {head}",
            *_quoted(place, source),
            f"  → {remedy(problem, language)}",
        ]
    )


def _where(place: Place, language: str) -> str:
    file = _CONTROL.sub("�", place.file)
    if place.cell is not None:
        sheet = _CONTROL.sub("�", place.cell.sheet)
        return say(language, "shown.cell", file=file, sheet=sheet, cell=place.cell.name)
    return file if isinstance(place.file, Workbook) else f"{file}:{place.line}:{place.column}"


def _said(problem: Problem, language: str, key: str) -> str:
    if key not in CATALOGUE:
        return problem.code
    facts = {name: _fact(name, fact, language) for name, fact in problem.facts.items()}
    if problem.place is not None and problem.place.cell is not None:
        facts |= {name: _column(facts[name], language) for name in _KEYS & facts.keys()}
    return say(language, key).format(**facts)


def _column(key: str, language: str) -> str:
    """A key with the heading under which a workbook has it."""
    known = f"workbook.col.{key}"
    return f"{key} ({say(language, known)})" if known in CATALOGUE else key


def _fact(name: str, fact: str, language: str) -> str:
    key = _TRANSLATED.get(name, "").format(fact)
    return say(language, key) if key in CATALOGUE else _CONTROL.sub("�", fact)


def _quoted(place: Place, source: str) -> Iterator[str]:
    """The user's line and the marks under it, both cut to a window around the place."""
    lines = re.split(r"\r\n|\r|\n", source.removeprefix("\ufeff"), maxsplit=place.line)
    if place.line > len(lines) or not source:
        return
    line = _CONTROL.sub("�", lines[place.line - 1].replace("\t", " "))
    start = place.column - 1
    marked = max(len(line[start : start + place.length].rstrip()), 1)
    first = max(0, min(start - WIDEST // 3, len(line) - WIDEST))
    left, right = ("…" if first else ""), ("…" if len(line) > first + WIDEST else "")
    number = f"{place.cell.name if place.cell else place.line:>5} | "
    before = left + line[first:start]
    marks = "^" * max(_width(line[start : min(start + marked, first + WIDEST)]), 1)
    yield f"{number}{left}{line[first : first + WIDEST]}{right}"
    yield f"{' ' * (len(number) - 2)}| {' ' * _width(before)}{marks}"


def _width(text: str) -> int:
    """Columns that a terminal gives the text: none to combining marks, two to wide signs."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf") else _columns(sign)
        for sign in text
    )


def _columns(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
