"""A plan of weeks and months: its spans and its busiest ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from runbook.draft import heading_words as headings
from runbook.draft.dates import Days, days
from runbook.draft.document import Paragraph, Quote
from runbook.draft.findings import Campaign, Window
from runbook.draft.header import quote
from runbook.draft.letters import plain
from runbook.draft.matters import Told, told
from runbook.draft.outline import Outline

_PEAK = re.compile(r"cao diem|tap trung (?:vao|trong)")
_LEAD_IN = re.compile(
    r"(?:(?:tap trung|thuc hien|to chuc|trong) )?(?:(?:dot |thoi gian )?cao diem[^;.:]{0,24}?|(?:dien ra "
    r"|trien khai )?(?:trong|tu|ca)(?: (?:ca|ngay|thoi gian|khoang))*)\s*:?\s*$"
)
_TITLE_YEAR = re.compile(r"nam (20\d\d)(?!\s?-)")


def campaign(title: Quote | None, heading: Paragraph | None, outline: Outline, year: int | None) -> Campaign:
    """The spans the plan names; without one the year its subject ends with, marked as concluded from it."""
    windows = [window for one in told(outline, headings.TIME) for window in _windows(one, year)]
    windows.sort(key=lambda one: one.peak)
    if title and not any(not one.peak for one in windows) and (whole := _of_title(heading)):
        windows.insert(0, whole)
    name = re.sub(r"\s*\([^()]*\)\s*$", "", title.text.strip(" .")) if title else ""
    return Campaign(name, tuple(dict.fromkeys(windows)), _theme(outline))


def _windows(one: Told, year: int | None) -> Iterator[Window]:
    key = plain(one.text)
    reached = 0
    for span in days(one.text, year):
        between = key[reached : span.start]
        reached = span.end
        if not _is_bracketed(key, span):
            lead = _LEAD_IN.search(key[: span.start])
            raw = quote(one.paragraph, one.start + (lead.start() if lead else span.start), one.start + span.end)
            yield Window(raw, span.first, span.last, peak=bool(_PEAK.search(between)))


def _is_bracketed(key: str, span: Days) -> bool:
    return key.rfind("(", 0, span.start) > key.rfind(")", 0, span.start)


def _of_title(heading: Paragraph | None) -> Window | None:
    found = list(_TITLE_YEAR.finditer(plain(heading.text))) if heading else []
    if not heading or not found or _is_years(plain(heading.text), found[-1]):
        return None
    made = days(heading.text[found[-1].start() :])
    return Window(quote(heading, *found[-1].span()), made[0].first, made[0].last, basis="title") if made else None


def _is_years(key: str, match: re.Match[str]) -> bool:
    return bool(re.search(r"(?:giai doan|nhiem ky|den|tam nhin)\s*$", key[: match.start()]))


def _theme(outline: Outline) -> Quote | None:
    for one in told(outline, headings.THEME):
        text = one.text
        start = len(text) - len(text.lstrip(" “\"'"))
        end = len(text.rstrip(" ”\"'.;"))
        if end > start:
            return quote(one.paragraph, one.start + start, one.start + end)
    return None
