"""The days that "tuần 3 tháng 5", "giữa tháng 5" leave open.

The seven days from the 1st are the first week of a month, the next seven its second; the last week is its last seven
days. The beginning of a month is its days 1 to 10, the middle 11 to 20, the end the days from 21.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from runbook.draft.dates import Days
from runbook.draft.letters import plain

_LOOSE = r"(?:(?:du kien|khoang|vao|trong|tu)[\s:,]+)*"
_WEEK = re.compile(
    rf"(?<!\w){_LOOSE}tuan\s+(?:le\s+)?(?:thu\s+)?(?P<week>nhat|hai|ba|tu|nam|dau|cuoi|0?[1-5])"
    r"(?:\s+(?:tien|cung))?(?:\s+cua)?\s+$"
)
_THIRD = re.compile(rf"(?<!\w){_LOOSE}(?:(?P<part>thuong|trung|ha)\s+tuan\s+)?$")
_PLANNED = re.compile(rf"(?<!\w)(?:(?:du kien|khoang)[\s:,]+)(?:(?:vao|trong|ngay|thu \w+|chu nhat)[\s:,]+)*{_LOOSE}$")
_WEEKS = {"nhat": 1, "dau": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5}
_THIRDS = {"dau": 0, "thuong": 0, "giua": 1, "trung": 1, "cuoi": 2, "ha": 2}


@dataclass(frozen=True, slots=True)
class Open:
    """Days of which one is still to be chosen; the words begin at `start`."""

    start: int
    first: date
    last: date


def opened(text: str, span: Days) -> Open:
    """The days a plan leaves open where it names a week or a third of a month; else those of the span."""
    key = plain(text)
    before = key[: span.start]
    if span.form == "month" and span.first.replace(day=1) == span.last.replace(day=1):
        where = key[span.start :].split(" ", 1)[0]
        if week := _WEEK.search(f"{before}{where} ") or _WEEK.search(before):
            return Open(week.start(), *_week(span.first, week["week"]))
        third = _THIRD.search(before)
        part = (third["part"] if third else "") or where
        if part in _THIRDS:
            return Open(third.start() if third else span.start, *_third(span.first, _THIRDS[part]))
    planned = _PLANNED.search(before)
    return Open(planned.start() if planned else span.start, span.first, span.last)


def is_planned(words: str) -> bool:
    """Whether the words only foresee a day ("dự kiến ngày 15/5/2026")."""
    return bool(re.search(r"(?<!\w)(?:du kien|khoang)(?!\w)", plain(words)))


def _week(month: date, name: str) -> tuple[date, date]:
    length = monthrange(month.year, month.month)[1]
    first = length - 6 if name == "cuoi" else 7 * (_WEEKS.get(name) or int(name)) - 6
    first = min(first, length)
    return month.replace(day=first), month.replace(day=min(first + 6, length))


def _third(month: date, number: int) -> tuple[date, date]:
    length = monthrange(month.year, month.month)[1]
    return month.replace(day=10 * number + 1), month.replace(day=length if number == 2 else 10 * number + 10)
