"""Days in the organisation part that were read into nothing, asked about one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from runbook.draft.clauses import opens_with_verb
from runbook.draft.dates import points
from runbook.draft.document import Paragraph, Quote, Span
from runbook.draft.findings import Campaign, Duty, Question, Sitting
from runbook.draft.letters import plain

_COUNTED = re.compile(
    r"(?:trong\s+(?:vong\s+|thoi (?:han|gian)\s+)?|cham nhat\s+|sau\s+|truoc\s+)?(?<![\d/.])\d{1,3}\s*(?:\([^)]*\)\s*)?"
    r"(?:ngay(?: lam viec)?|tuan|thang)\s+(?:truoc|sau|ke tu|tu ngay)(?!\w)"
    r"|(?:sau|truoc)\s+\d{1,3}\s+ngay(?!\w)"
)
_WEEKDAY = re.compile(r"(?<!\w)(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat)(?=,? (?:hang|hang tuan|dau tien|cuoi cung))")
_CITED = re.compile(r"(?<!\w)so\s*:?\s*\d*[\w.]*\s?[-/][\w&/.-]*,?\s+(?:ban hanh )?ngay\s+$")
_COMMEMORATED = re.compile(
    r"(?:ky niem|chao mung|truyen thong|ngay (?:hoi|thanh lap|sinh|mat)|quoc khanh|quoc te)[^;:]{0,80}$"
)
_REHEARSAL = re.compile(r"(?:thoi gian |chuong trinh )?(?:tong duyet|so duyet|hop luyen|chay thu)")
_TO = re.compile(r",?\s*(?:den|toi|-)(?:\s+het)?(?:\s+ngay)?\s*")
_AND = re.compile(r"\s+va\s+")
_COMMA = re.compile(r",\s+")
_LEAD = 34  # letters quoted before a day, from a word on


def unread(
    paragraphs: Iterable[Paragraph], duties: Sequence[Duty], held: Iterable[Quote], issued: date | None
) -> Iterator[Question]:
    """A question for each day of the paragraphs that stands in no deadline, recurrence, step or sitting."""
    known = list(_known(duties, held))
    for paragraph in paragraphs:
        for start, end in expressions(paragraph.text, issued):
            span = paragraph.span(start, end)
            if any(first < span[1] and span[0] < last for first, last in known):
                continue
            begin = 0 if is_rehearsal(paragraph.text) else _beginning(paragraph.text, start)
            owner = next((one.id for one in duties if one.words.span[0] <= span[0] < one.words.span[1]), "")
            yield Question("date-unread", span, owner, (("words", paragraph.text[begin:end]),))


def is_rehearsal(text: str) -> bool:
    """Whether a line beside the organisation part tells of a rehearsal: "Tổng duyệt: 14 giờ 00 ngày 06/4"."""
    return bool(_REHEARSAL.match(plain(text)))


def expressions(text: str, issued: date | None) -> list[tuple[int, int]]:
    """Where a text names a day, a month, a quarter or a count of days, but for days past and those of documents."""
    key = plain(text)
    found = [
        (one.start, one.end)
        for one in points(text)
        if one.form != "year" and not _is_past(one.year, issued) and not _is_name(key, one.start)
    ]
    found = list(_joined(key, found))
    spans = [*found, *(one.span() for one in _COUNTED.finditer(key)), *(one.span() for one in _WEEKDAY.finditer(key))]
    return sorted(spans)


def _joined(key: str, found: Sequence[Span]) -> Iterator[Span]:
    """ "từ 15/5 đến 21/5" is one expression, and so is "tháng 01 và tháng 02/2020"."""
    before: Span | None = None
    for start, end in found:
        if before and (_TO.fullmatch(key, before[1], start) or _both_months(key, before, start)):
            before = before[0], end
            continue
        if before:
            yield before
        before = start, end
    if before:
        yield before


def _both_months(key: str, before: Span, start: int) -> bool:
    months = key.startswith("thang", before[0]) and key.startswith("thang", start)
    return months and bool(_AND.fullmatch(key, before[1], start))


def _is_name(key: str, at: int) -> bool:
    """Whether a day belongs to the name of a document or to an anniversary."""
    return bool(_CITED.search(key[:at]) or _COMMEMORATED.search(key[:at]))


def _is_past(year: int | None, issued: date | None) -> bool:
    return year is not None and issued is not None and year < issued.year


def read_of(sittings: Iterable[Sitting | None], campaign: Campaign | None) -> Iterator[Quote]:
    """The words of the days of what is held."""
    for one in sittings:
        if one and one.window:
            yield one.window.raw
        if one:
            yield from (item.title for item in one.programme)
    if campaign:
        yield from (one.raw for one in campaign.windows)


def _known(duties: Iterable[Duty], held: Iterable[Quote]) -> Iterator[Span]:
    for duty in duties:
        if duty.due:
            yield duty.due.raw.span
        yield from (one.span for one in duty.recurs)
        yield from (one.raw.span for one in duty.steps)
    yield from (one.span for one in held)


def _beginning(text: str, at: int) -> int:
    """From the nearest sign before a day or the action it belongs to, at most a few words back."""
    begin = max(0, at - _LEAD)
    actions = [one.end() for one in _COMMA.finditer(text, begin, at) if opens_with_verb(text, one.end())]
    if actions:
        return actions[-1]
    begin = text.find(" ", begin, at) + 1 if begin else 0
    cut = max((text.rfind(sign, begin, at) for sign in ";.:("), default=-1)
    return cut + 1 + (len(text[cut + 1 : at]) - len(text[cut + 1 : at].lstrip())) if cut >= begin else begin
