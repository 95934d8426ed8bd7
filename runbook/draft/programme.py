"""The programme of a sitting, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runbook.draft import heading_words as headings
from runbook.draft.document import Paragraph
from runbook.draft.findings import Item as Entry
from runbook.draft.header import quote
from runbook.draft.hours import Clock, clocks
from runbook.draft.letters import plain
from runbook.draft.matters import told
from runbook.draft.outline import LETTER, Outline

_AFTER_CLOCK = re.compile(r"[\s':,.;|–—-]*(?:\+\s*)?")
_BEFORE_CLOCK = re.compile(r"(?:tu|luc|vao luc|\(|dung)?\s*$")
_PLUS = re.compile(r"(?:(?<=[.;])|^)\s*\+\s+")


def programme(outline: Outline) -> tuple[Entry, ...]:
    """The items in order; none where no heading announces a programme."""
    places = told(outline, headings.PROGRAMME)
    rows = [one.paragraph for one in places if one.paragraph.cell]
    if rows:
        return tuple(_table(rows))
    made: list[Entry] = []
    for at, one in enumerate(places):
        following = places[at + 1] if at + 1 < len(places) else None
        if one.item.level <= LETTER and following and following.item.level > one.item.level and not clocks(one.text):
            continue
        made += _entries(one.paragraph, one.start)
    return tuple(made)


def _entries(paragraph: Paragraph, start: int) -> Iterator[Entry]:
    """The items of one paragraph: an hour may stand before it, and items may follow each other after plus signs."""
    clock = _leading(paragraph.text, start)
    at = start
    if clock:
        after = _AFTER_CLOCK.match(paragraph.text, clock.end)
        at = after.end() if after else clock.end
    cuts = [at, *(one.end() for one in _PLUS.finditer(paragraph.text, at) if one.end() > at), len(paragraph.text)]
    for number, (begin, end) in enumerate(pairwise(cuts)):
        words = paragraph.text[begin:end].rstrip(" +")
        if len(words.strip(" .;")) > 2:
            held = clock if number == 0 else None
            title = quote(paragraph, begin, begin + len(words))
            yield Entry(title, held.minutes if held else None, held.until if held else None)


def _leading(text: str, start: int) -> Clock | None:
    found = clocks(text[start : start + 60])
    if not found or not _BEFORE_CLOCK.fullmatch(plain(text[start : start + found[0].start])):
        return None
    first = found[0]
    return Clock(first.start + start, first.end + start, first.minutes, first.until)


def _table(cells: Sequence[Paragraph]) -> Iterator[Entry]:
    """Rows of a table: the cell with an hour, and the longest cell of those after it."""
    rows: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in cells:
        if paragraph.cell:
            rows.setdefault((paragraph.cell.table, paragraph.cell.row), []).append(paragraph)
    column = _content_column(rows)
    for row in rows.values():
        hours = next((found[0] for one in row if (found := clocks(one.text)) and len(one.text) < 40), None)
        words = [one for one in row if one.cell and one.cell.column == column]
        if words and not _is_head(row):
            yield Entry(quote(words[0]), hours.minutes if hours else None, hours.until if hours else None)
            yield from (Entry(quote(one)) for one in words[1:])


def _content_column(rows: dict[tuple[int, int], list[Paragraph]]) -> int:
    """The column headed "Nội dung", else the one with most letters."""
    lengths: dict[int, int] = {}
    for row in rows.values():
        for one in row:
            if one.cell:
                if re.match(r"noi dung|cong viec|chuong trinh|hoat dong", plain(one.text)) and _is_head(row):
                    return one.cell.column
                lengths[one.cell.column] = lengths.get(one.cell.column, 0) + len(one.text)
    return max(lengths, key=lambda at: lengths[at], default=0)


def _is_head(row: Sequence[Paragraph]) -> bool:
    return any(re.fullmatch(r"(?:stt|tt|thoi gian|noi dung.{0,24}|gio)", plain(one.text)) for one in row)
