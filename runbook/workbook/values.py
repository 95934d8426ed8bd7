"""The cell of a column turned into the node that the same key has in the text of a ceremony file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runbook import syntax
from runbook.syntax import Mapping, Node, Scalar
from runbook.text import LANGUAGES, folded
from runbook.workbook import layout
from runbook.workbook.labels import Labels
from runbook.workbook.layout import Column, Kind
from runbook.workbook.tables import Row

_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,6})?", re.ASCII)
_REFUSED = {"formula": "workbook-formula", "error": "workbook-error", "percent": "workbook-percent"}
_SEPARATED = re.compile(r"[^;\n]+")
_PIECE = re.compile(r"[^;,\n]+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Values:
    """How cells are read: names of agencies and phases lead to their ids."""

    agencies: Labels
    phases: Labels

    def mapping(self, row: Row, *keys: str) -> Mapping:
        """The filled cells of a row as the entries of a section; of those keys only, where any are named."""
        found = mapping_at(row)
        for column in row.sheet.columns:
            if column.key in row.cells and (not keys or column.key in keys):
                self.enter(found, row, column)
        return found

    def enter(self, found: Mapping, row: Row, column: Column, key: str = "") -> None:
        """One cell as an entry; the key stands where its value does."""
        node = self.node(row, column)
        if node is not None:
            name = key or column.key
            found.entries[name] = Scalar(name, row.listing.book, row.line(column.key), 1, 1), node

    def node(self, row: Row, column: Column) -> Node | None:
        """The value of a cell, None for an empty one; with a problem where a person cannot have meant it."""
        raw = row.cells[column.key]
        code = _REFUSED.get(raw.kind) or ("workbook-changed" if _changed(raw.kind, column) else "")
        if code:
            row.refuse(code, column.key, text=raw.text[:60])
            return row.scalar(column.key)
        scalar = row.scalar(column.key)
        if not scalar.text:
            return None
        if column.unit and _NUMBER.fullmatch(scalar.text) and scalar.text != "0":
            return _renamed(scalar, scalar.text + column.unit)
        return self._of_kind(column, scalar)

    def _of_kind(self, column: Column, scalar: Scalar) -> Node:
        if column.kind is Kind.AGENCY:
            return _renamed(scalar, self.agencies.id_of(scalar.text))
        if column.kind is Kind.PHASE:
            return _renamed(scalar, self.phases.id_of(scalar.text))
        if column.kind is Kind.CHOICE:
            return _renamed(scalar, choice(column, scalar.text))
        if column.kind is Kind.AGENCIES:
            return _listed(scalar, self._named(scalar))
        if column.kind is Kind.ASSUMED:
            return _listed(scalar, (_renamed(piece, _assumed(piece.text)) for piece in _split(scalar, _PIECE)))
        if column.kind in (Kind.PIECES, Kind.LINES):
            return _listed(scalar, _split(scalar, _PIECE if column.kind is Kind.PIECES else _LINE))
        return scalar

    def _named(self, scalar: Scalar) -> Iterator[Scalar]:
        """The agencies that a list names; names may hold commas, so only what is none as a whole is parted by them."""
        for part in _split(scalar, _SEPARATED):
            whole = self.agencies.id_of(part.text)
            pieces = [part] if whole in self.agencies.ids else _split(part, _PIECE)
            yield from (_renamed(piece, self.agencies.id_of(piece.text)) for piece in pieces)


def mapping_at(row: Row) -> Mapping:
    """An empty section at the first column of the row."""
    return Mapping(row.listing.book, row.line(row.sheet.columns[0].key), 1)


def choice(column: Column, text: str) -> str:
    """The choice that a word of either language stands for; the text itself where it is none."""
    words = {folded(layout.word(language, one)): one for one in column.choices for language in LANGUAGES}
    return words.get(folded(text), text)


def _changed(kind: str, column: Column) -> bool:
    return kind in ("date", "time") and not column.timely


def _assumed(text: str) -> str:
    """`Ngày công (ngày) S4` as `work S4`."""
    words = text.split()
    for size in (len(words), len(words) - 1):
        name = folded(" ".join(words[:size]))
        for sheet in (layout.TASKS, layout.PROGRAMME):
            if name in sheet.by_heading:
                return " ".join((sheet.by_heading[name].key, *words[size:]))
    return text


def _renamed(scalar: Scalar, text: str) -> Scalar:
    """Another text in the same place."""
    return Scalar(text, scalar.file, scalar.line, scalar.column, scalar.length)


def _split(scalar: Scalar, pattern: re.Pattern[str]) -> Iterator[Scalar]:
    for found in pattern.finditer(scalar.text):
        bare = found[0].strip()
        if bare:
            column = scalar.column + found.start() + len(found[0]) - len(found[0].lstrip())
            yield Scalar(bare, scalar.file, scalar.line, column, len(bare))


def _listed(scalar: Scalar, items: Iterator[Scalar]) -> syntax.Sequence:
    found = syntax.Sequence(scalar.file, scalar.line, scalar.column)
    found.items = list(items)
    return found
