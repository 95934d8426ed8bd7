"""Tables of a plain text, drawn with upright strokes or tabs, as cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from runbook.draft.document import Cell, Document, Paragraph

_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 2
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
Row = list[Paragraph | None]


def gridded(document: Document) -> Document:
    """The document with such tables taken apart."""
    if not {"|", "\t"} & set(document.source):
        return document
    made: list[Paragraph] = []
    rows: list[Row] = []
    held: list[Paragraph] = []
    tables = 1 + max((one.cell.table for one in document.paragraphs if one.cell), default=-1)
    before = tables
    for paragraph in (*document.paragraphs, None):
        found = _rows(document.source, paragraph) if paragraph and paragraph.cell is None else []
        if found and paragraph:
            rows += found
            held.append(paragraph)
            continue
        if len(rows) >= _FEWEST_ROWS:
            made += _cells(rows, tables)
            tables += 1
        else:
            made += held
        rows, held = [], []
        if paragraph:
            made.append(paragraph)
    return replace(document, paragraphs=tuple(made)) if tables > before else document


def _rows(source: str, paragraph: Paragraph) -> list[Row]:
    """The lines of a paragraph as rows, none where a line has no columns."""
    cuts = [0, *paragraph.lines, len(paragraph.text)]
    found = []
    for number, (start, end) in enumerate(pairwise(cuts)):
        pieces = _columns(source, paragraph, start, end)
        if number == 0 and paragraph.bullet and pieces and _NUMBER.fullmatch(paragraph.bullet):
            pieces = [_sign(paragraph), *pieces]
        if len(pieces) < _FEWEST_COLUMNS:
            return []
        found.append(pieces)
    return found


def _sign(paragraph: Paragraph) -> Paragraph | None:
    at = paragraph.bullet_at
    return None if at is None else Paragraph(paragraph.bullet, tuple(range(at[0], at[0] + len(paragraph.bullet))))


def _columns(source: str, paragraph: Paragraph, start: int, end: int) -> Row:
    cuts = []
    for at in range(start, end):
        tab = at > start and "\t" in source[paragraph.offsets[at - 1] : paragraph.offsets[at]]
        if paragraph.text[at] == "|" or tab:
            cuts.append(at)
    if not cuts:
        return []
    pieces: Row = []
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        pieces += [None] * (_tabs(source, paragraph, first) - 1 if first > start else 0)
        pieces.append(_piece(paragraph, first, last))
    if paragraph.text[start] == "|":
        pieces = pieces[1:]
    if paragraph.text[start:end].rstrip().endswith("|"):
        pieces = pieces[:-1]
    return pieces if any(pieces) else []


def _tabs(source: str, paragraph: Paragraph, at: int) -> int:
    """How many tabs stand before a letter: each beyond the first is an empty cell."""
    return source.count("\t", paragraph.offsets[at - 1], paragraph.offsets[at])


def _piece(paragraph: Paragraph, start: int, end: int) -> Paragraph | None:
    words = paragraph.text[start:end]
    first = start + len(words) - len(words.lstrip("| "))
    last = start + len(words.rstrip("| "))
    if first >= last or not any(sign.isalnum() for sign in words):
        return None
    return Paragraph(paragraph.text[first:last], paragraph.offsets[first:last], ends=paragraph.ends[first:last])


def _cells(rows: Sequence[Row], table: int) -> Iterator[Paragraph]:
    """Rows whose first cells are empty carry on the row above."""
    whole: list[Row] = []
    for row in rows:
        if whole and row and row[0] is None and len(row) <= len(whole[-1]) and len(whole) > 1:
            whole[-1] = [_joined(one, more) for one, more in zip(whole[-1], [*row, *[None] * 20], strict=False)]
        elif any(row):
            whole.append(row)
    for number, row in enumerate(whole):
        for column, one in enumerate(row):
            if one is not None:
                yield replace(one, cell=Cell(table, number, column))


def _joined(one: Paragraph | None, more: Paragraph | None) -> Paragraph | None:
    if one is None or more is None:
        return one or more
    ends = (*one.ends, more.offsets[0], *more.ends) if one.ends and more.ends else ()
    return Paragraph(f"{one.text} {more.text}", (*one.offsets, more.offsets[0], *more.offsets), ends=ends)
