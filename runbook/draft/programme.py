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
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.matters import Told, labelled, told
from runbook.draft.outline import ANNEX, LETTER, Outline

_AFTER_CLOCK = re.compile(r"[\s':,.;|)–—-]*(?:\+\s*)?")
_BEFORE_CLOCK = re.compile(r"(?:\d{1,2}[.)]\s*)?(?:tu|luc|vao luc|\(|dung)?\s*$")
_FROM = r"(?:từ|lúc|vào lúc|đúng)\s+"
_PLUS = re.compile(r"(?:(?<=[.;])|^)\s*\+\s+")
_NEXT_CLOCK = re.compile(rf"(?<!\d)[;.]\s*(?:[-+]\s*)?(?:{_FROM})?(?=\d{{1,2}}\s?(?:h|g|giờ|:))", re.IGNORECASE)
_LAST_CLOCK = re.compile(r"\s*\((?:[Tt]ừ\s+|[Ll]úc\s+)?\d[^()]{1,24}\)[\s.;]*$")
# Headings over a programme itself; another "Chương trình ..." may be a show or a scheme, and must name its hours.
_PLAIN = plain_pattern(
    r"^(?:(?:noi dung,? )?(?:va )?(?:khung |du thao )?chuong trinh(?: (?:chi tiet|du kien|cu the|tong the|khung|buoi"
    r"|le|hoi nghi|hoi thao|dai hoi|mit tinh|khai mac|to chuc|cua|dien ra|ngay hoi|nhu sau).*)?|trinh tu.*|tien trinh.*"
    r"|kich ban.*|nghi thuc.*|.*(?:noi dung chuong trinh|tien trinh|trinh tu).*|.*, ?chuong trinh)[ :.]*$"
)
_ELSEWHERE = plain_pattern(
    r"\(?\s*(?:(?:co|chi tiet|noi dung|thuc hien)\s+)?(?:theo|tai|kem theo|xem|co)\s[^:]{0,40}"
    r"(?:phu luc|kich ban|kem theo|chuong trinh|ke hoach rieng)"
)  # the programme stands in another paper
_ATTACHED = plain_pattern(r"\(?\s*(?:kem theo|ban hanh kem|dinh kem)")
_DOING = re.compile(r"^(?:nguoi|don vi|co quan|bo phan)\b|thuc hien$|phu trach|chu tri|dieu hanh|phan cong|trach nhiem")
_MOST_HEADS = 6  # paragraphs above the programme of an appendix: its number, name and source


def programme(outline: Outline) -> tuple[Entry, ...]:
    """The items in order, of the part a heading announces, else of an appendix; none where nothing does."""
    places = told(outline, headings.PROGRAMME)
    rows = [one.paragraph for one in places if one.paragraph.cell]
    made = tuple(_table(rows)) if rows else tuple(_told(places))
    return made or tuple(_annexed(outline.annex))


def _told(places: Sequence[Told]) -> Iterator[Entry]:
    for at, one in enumerate(places):
        following = places[at + 1] if at + 1 < len(places) else None
        if one.item.level <= LETTER and following and following.item.level > one.item.level and not clocks(one.text):
            continue
        heading = one.head.text if one.head else labelled(one.item.text)[0]
        if _PLAIN.match(plain(heading)) or any(clocks(each.text) for each in places if each.head is one.head):
            yield from _entries(one.paragraph, one.start)


def _annexed(annex: Sequence[Paragraph]) -> Iterator[Entry]:
    """The first appendix that is headed as a programme and names hours."""
    cuts = [at for at, one in enumerate(annex) if at == 0 or ANNEX.match(plain(one.text))]
    for start, end in pairwise([*cuts, len(annex)]):
        part = annex[start:end]
        first = next((at for at, one in enumerate(part) if one.cell or _is_timed(one.text)), len(part))
        heads = [one for one in part[: min(first, _MOST_HEADS)] if not _ATTACHED.match(plain(one.text))]
        if first == len(part) or not any(headings.PROGRAMME.search(plain(one.text)) for one in heads):
            continue
        rows = [one for one in part if one.cell]
        found = _table(rows) if rows else (made for one in part if _is_timed(one.text) for made in _entries(one, 0))
        entries = list(found)
        if any(one.start is not None for one in entries):
            yield from entries
            return


def _is_timed(text: str) -> bool:
    """Whether a line has an hour before it, or in brackets behind it."""
    last = _LAST_CLOCK.search(text)
    return _leading(text, 0) is not None or bool(last and clocks(last[0]))


def _entries(paragraph: Paragraph, start: int) -> Iterator[Entry]:
    """The items of one paragraph: they may follow each other after plus signs, or with an hour before each."""
    cuts = {start: start, len(paragraph.text): 0}
    for pattern in (_PLUS, _NEXT_CLOCK):
        cuts |= {one.start(): one.end() for one in pattern.finditer(paragraph.text, start) if one.end() > start}
    for at, end in pairwise(sorted(cuts)):
        if made := _entry(paragraph, cuts[at], end):
            yield made


def _entry(paragraph: Paragraph, start: int, end: int) -> Entry | None:
    """One item with the hour before it, or in brackets after it."""
    text = paragraph.text
    clock = _leading(text[:end], start)
    after = _AFTER_CLOCK.match(text, clock.end, end) if clock else None
    begin = after.end() if after else start
    last = _LAST_CLOCK.search(text, begin, end) if clock is None else None
    named = clocks(last[0]) if last else []
    if last and named:
        clock, end = named[0], last.start()
    words = text[begin:end].rstrip(" +-" if end < len(text) else " +")
    if len(words.strip(" .;")) <= 2 or _ELSEWHERE.match(plain(words)):
        return None
    title = quote(paragraph, begin, begin + len(words))
    return Entry(title, clock.minutes if clock else None, clock.until if clock else None)


def _leading(text: str, start: int) -> Clock | None:
    found = clocks(text[start : start + 60])
    if not found or not _BEFORE_CLOCK.fullmatch(plain(text[start : start + found[0].start])):
        return None
    first = found[0]
    return Clock(first.start + start, first.end + start, first.minutes, first.until)


def _table(cells: Sequence[Paragraph]) -> Iterator[Entry]:
    """Rows of a table: the cell with an hour, and the cell of the matter."""
    rows: dict[tuple[int, int], list[Paragraph]] = {}
    for paragraph in cells:
        if paragraph.cell:
            rows.setdefault((paragraph.cell.table, paragraph.cell.row), []).append(paragraph)
    column, doing = _content_column(rows), _doing_column(rows)
    for row in rows.values():
        hours = next((found[0] for one in row if (found := clocks(one.text)) and len(one.text) < 40), None)
        words = [one for one in row if one.cell and one.cell.column == column]
        if words and not _is_head(row) and (hours or not _groups(row)):
            who = next((quote(one) for one in row if one.cell and one.cell.column == doing), None)
            start, end = (hours.minutes, hours.until) if hours else (None, None)
            yield Entry(quote(words[0]), start, end, who=who)
            yield from (Entry(quote(one), who=who) for one in words[1:])


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


def _doing_column(rows: dict[tuple[int, int], list[Paragraph]]) -> int:
    """The column headed "Thực hiện", -1 where there is none."""
    heads = (one for row in rows.values() if _is_head(row) for one in row)
    return next((one.cell.column for one in heads if one.cell and _DOING.search(plain(one.text))), -1)


def _is_head(row: Sequence[Paragraph]) -> bool:
    return any(re.fullmatch(r"(?:stt|tt|thoi gian|noi dung.{0,24}|gio)", plain(one.text)) for one in row)


def _groups(row: Sequence[Paragraph]) -> bool:
    """Whether a row only names the part of the programme the rows below it are of: "I. PHẦN LỄ"."""
    words = [one.text for one in row if len(one.text) > 3]
    return len(words) == 1 and (words[0].isupper() or bool(re.match(r"(?:[ivx]+\.|phan )", plain(words[0]))))
