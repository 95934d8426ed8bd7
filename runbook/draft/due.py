"""Deadlines as plans word them, and the last day each leaves.

"trước ngày D" leaves the day before D; "chậm nhất", "đến hết", "xong", "trong ngày D" leave D itself. "trong N ngày kể
từ ngày S" counts from the day after S (Civil Code 2015, Article 147). A last day that is a day off moves back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from runbook.draft.dates import Point, points
from runbook.draft.document import Paragraph
from runbook.draft.findings import DueBy
from runbook.draft.header import quote
from runbook.draft.hours import clocks
from runbook.draft.letters import plain

DayOff = Callable[[date], bool]
_DONE = (
    r"(?:(?:thoi (?:gian|han) )?(?:phai |can )?(?:hoan thanh|hoan tat|thuc hien xong|bao cao"
    r"|(?<!chuong )(?<!quy )(?<!qua )trinh|gui(?: ve)?|nop)(?: xong)?"
    r"|xong|han (?:chot|cuoi|cuoi cung|gui|nop)|thoi han)\s*(?:la|:)?\s*"
)
_CLOCK = r"(?:\d{1,2}\s?(?:h|gio|g|:|\.(?=\d\d ))\s?(?:\d{2})?'?(?:\s?phut)?,?\s*(?:(?:sang|trua|chieu|toi)\s*)?)?"
_WEEKDAY = r"(?:\(?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7]|cn)\)?,?\s*)?"
_TO_DAY = rf"\s*(?P<clock>{_CLOCK}){_WEEKDAY}(?:ngay\s+)?$"
# The words right before a day that make it a deadline, the strongest first.
_BEFORE = re.compile(rf"(?:{_DONE})?(?<!\w)truoc{_TO_DAY}")
_BY = re.compile(
    rf"(?:{_DONE})?(?<!\w)(?:cham nhat|muon nhat|khong (?:cham|muon|qua|tre)(?: hon)?|den het"
    rf"|truoc hoac trong|het|tre nhat)"
    rf"(?:\s+(?:la|vao|den|trong|den het|het))*{_TO_DAY}"
)
_DONE_ON = re.compile(rf"(?<!\w){_DONE}(?:vao|trong|den|den het)?{_TO_DAY}")
_WITHIN_DAY = re.compile(r"(?<!\w)trong\s+ngay\s+$")
_UNTIL = re.compile(r"(?<!\w)den(?: het)? ngay\s+$")
_SPAN_BEGINS = re.compile(r"(?<!\w)tu\s+(?:ngay\s+)?$|(?<!\w)(?:tu|ke tu)\b(?! nay)[^;.]{0,40}$")
_SITTING = (
    r"(?:su kien|hoi nghi|hoi thao|buoi le|le (?:hoi|ky niem|k[iy] niem|khai mac|mit tinh|cong bo)|le|mit tinh"
    r"|cuoc mit tinh|chuong trinh|ngay to chuc|ngay khai mac|ngay dien ra|ngay le|ngay hoi|dai hoi"
    r"|buoi (?:le|toa dam)|khai mac|dien ra)"
)
_COUNT = r"(?:it nhat\s+|toi thieu\s+|cham nhat\s+)?(?P<n>\d{1,2})\s*(?:\([^)]*\)\s*)?ngay(?P<w> lam viec)?"
_OFFSETS = (
    (re.compile(
        rf"(?:{_DONE})?truoc\s+(?:khi\s+)?(?:to chuc\s+|dien ra\s+|khai mac\s+"
        rf"|ngay\s+)*{_SITTING}[^;.,\d]{{0,40}}?\s{_COUNT}(?!\w)"
    ), 1),
    (re.compile(
        rf"(?:{_DONE})?truoc\s+{_COUNT}\s+(?:khi\s+|to chuc\s+|dien ra\s+|khai mac\s+|so voi\s+|ngay\s+)+{_SITTING}"
    ), 1),
    (re.compile(
        rf"(?:{_DONE})?(?:cham nhat\s+)?{_COUNT}\s+truoc\s+(?:khi\s+)?(?:to chuc\s+|dien ra\s+"
        rf"|ngay\s+)*{_SITTING}"
    ), 1),
    (re.compile(
        rf"(?:{_DONE})?(?:cham nhat\s+|trong\s+(?:thoi (?:han|gian)\s+|vong\s+)?|sau\s+)?{_COUNT},?\s+(?:sau|ke tu)"
        rf"\s+(?:khi\s+|ngay\s+)*(?:ket thuc|be mac|{_SITTING}(?:\s+(?:ket thuc|be mac))?)"
    ), -1),
    (re.compile(
        rf"(?:{_DONE})?sau\s+(?:khi\s+|ngay\s+)?(?:ket thuc|be mac)(?:\s+(?:{_SITTING}|dot|cao diem))?[^;.,\d]{{0,40}}?"
        rf"\s{_COUNT}(?!\w)"
    ), -1),
    (re.compile(rf"(?:{_DONE})?sau\s+(?:khi\s+)?{_SITTING}[^;.,\d]{{0,40}}?\s{_COUNT}(?!\w)"), -1),
)  # fmt: skip
_ISSUE = re.compile(
    rf"trong\s+(?:vong\s+|thoi han\s+|thoi gian\s+)?{_COUNT},?\s*(?:ke\s+)?(?:tu\s+)(?:ngay\s+|khi\s+)*"
    r"(?P<how>ban hanh|ky(?: ban hanh)?|nhan duoc)(?:\s+(?:ke hoach|van ban|thong bao)(?:\s+nay)?)?"
)
_WEEK = re.compile(
    r"trong\s+tuan\s+(?:thu\s+(?:nhat|hai|ba|tu|nam|[1-5])|dau|cuoi|[1-5])(?:\s+(?:tien|cung))?(?:\s+cua)?\s+$"
)
_IN_MONTH = re.compile(r"(?<!\w)(?:trong|cuoi)\s+(?:cuoi\s+)?$")
_WITHIN = re.compile(rf"trong\s+(?:vong\s+|thoi han\s+|thoi gian\s+)?{_COUNT}(?:,?\s*(?:ke\s+)?tu\s+(?:ngay\s+)?)")
_MONTHLY = re.compile(
    rf"(?:{_DONE})(?:(?P<before>truoc)|trong|vao|cuoi)?\s*(?:cuoi\s+)?$|(?<!\w)(?P<alone>truoc"
    rf"|cham nhat(?: trong)?|den het|het)\s+(?:cuoi\s+)?$"
)


_PART_OF_DAY = re.compile(r"(?<!\w)(?:sang|trua|chieu|toi|dem)\s*(?:ngay\s*)?$")  # when it is done, not by when


@dataclass(frozen=True, slots=True)
class Calendar:
    """What turns written days into days: the year of those without one, the day of issue, the days off."""

    year: int | None
    issued: date | None
    off: DayOff

    def year_of(self, point: Point) -> int | None:
        """A day without a year is the first after the plan was issued."""
        if point.year or self.issued is None or point.month is None or point.day is None:
            return point.year or self.year
        early = (point.month, point.day) < (self.issued.month, self.issued.day)
        return self.issued.year + (1 if early and self.issued.month >= 10 and point.month <= 3 else 0)

    def day_of(self, point: Point) -> date | None:
        """The first day a point names; a lunar one is the next after the plan was issued."""
        if point.lunar and self.issued:
            return point.lunar.after(self.issued)
        return point.first_day(self.year_of(point))

    def working(self, day: date) -> date:
        """The day, or the working day before it."""
        for _ in range(30):
            if not self.off(day):
                break
            day -= timedelta(days=1)
        return day

    def before(self, day: date, count: int, working: bool) -> date:
        """`count` days before a day."""
        while count:
            day -= timedelta(days=1)
            count -= 0 if working and self.off(day) else 1
        return day

    def after(self, day: date, count: int, working: bool) -> date:
        """`count` days after a day, the first not counted."""
        while count:
            day += timedelta(days=1)
            count -= 0 if working and self.off(day) else 1
        return day


def due(paragraph: Paragraph, start: int, end: int, calendar: Calendar, bare: bool = False) -> DueBy | None:
    """The first deadline in the words from `start` to `end`. `bare`: the words are a deadline even without "trước"."""
    key = plain(paragraph.text[start:end])
    found = points(paragraph.text[start:end])
    for reader in (_within, _since_issue, _offset):
        if made := reader(paragraph, start, key, found, calendar):
            return made
    return next(
        (made for at in range(len(found)) if (made := _dated(paragraph, start, key, found, at, calendar, bare))), None
    )


def _dated(
    paragraph: Paragraph, start: int, key: str, found: list[Point], at: int, calendar: Calendar, bare: bool
) -> DueBy | None:
    point = found[at]
    before = key[: point.start]
    if point.form in ("month", "quarter"):
        after = key[point.end :]
        ends = len(found) == 1 and not after.strip(" .;,)") and point.is_one
        return _monthly(paragraph, start, before, point, calendar, (bare and at == 0, ends))
    if not point.is_day:
        return None
    day = calendar.day_of(point) if point.form != "bare" else None
    match, rule = _trigger(before)
    if match is None and bare and len(found) <= 2 and not _PART_OF_DAY.search(before):
        match, rule = re.compile(r"(?:ngay\s+)?$").search(before), "by"
        if at == 0 and len(found) == 2:
            return None
    if match is None or day is None:
        return None
    return _made(paragraph, start, match, point, rule, day, calendar)


def _trigger(before: str) -> tuple[re.Match[str] | None, str]:
    for pattern, rule in ((_BEFORE, "before"), (_BY, "by"), (_DONE_ON, "by"), (_WITHIN_DAY, "by"), (_UNTIL, "by")):
        match = pattern.search(before[-90:])
        if match:
            cut = max(0, len(before) - 90)
            whole = pattern.search(before, cut)
            spans = pattern in (_BY, _UNTIL) and _SPAN_BEGINS.search(before[: whole.start()][-60:]) if whole else None
            return (None, "") if whole is None or spans else (whole, rule)
    return None, ""


def _made(
    paragraph: Paragraph, start: int, match: re.Match[str], point: Point, rule: str, day: date, calendar: Calendar
) -> DueBy:
    hours = clocks(paragraph.text[start + match.start() : start + point.end])
    clock = next((one.minutes for one in reversed(hours) if one.end <= point.start - match.start()), None)
    if clock is not None:
        rule = "by"  # until an hour of the day: the day itself still counts
    last = day - timedelta(days=1) if rule == "before" else day
    raw = quote(paragraph, start + match.start() + _blank(match), start + point.end)
    return DueBy(raw, rule, day, calendar.working(last), clock)


def _blank(match: re.Match[str]) -> int:
    return len(match[0]) - len(match[0].lstrip(" ,("))


def _monthly(
    paragraph: Paragraph, start: int, before: str, point: Point, calendar: Calendar, loose: tuple[bool, bool]
) -> DueBy | None:
    """ "hoàn thành trong tháng 10/2024": no day is named, the last is that of the month.

    `loose`: the words are a deadline whatever they say; the month ends them ("Tập huấn ... trong tháng 5/2024").
    """
    bare, ends = loose
    if week := _WEEK.search(before):  # nobody says which week of a month is its first
        return DueBy(quote(paragraph, start + week.start(), start + point.end), "by", None, None)
    match = _MONTHLY.search(before[-60:])
    whole = _MONTHLY.search(before, max(0, len(before) - 60)) if match else None
    if whole is None and bare:
        whole = re.compile(r"(?:trong\s+|cuoi\s+)?$").search(before)
    begin = point.start
    if whole is None and ends and (point.where == "cuoi" or not point.where):
        whole = re.compile("$").search(before) if point.where else _IN_MONTH.search(before)
    first, last = point.first_day(calendar.year), point.last_day(calendar.year)
    if whole is None or first is None or last is None:
        return None
    excluded = "truoc" in whole[0]
    raw = quote(paragraph, start + min(begin, whole.start() + _blank(whole)), start + point.end)
    return DueBy(
        raw, "before" if excluded else "by", None, calendar.working(first - timedelta(days=1) if excluded else last)
    )


def _since_issue(paragraph: Paragraph, start: int, key: str, _: list[Point], calendar: Calendar) -> DueBy | None:
    """ "trong 05 ngày làm việc kể từ ngày ban hành Kế hoạch này"; when it is received, nobody knows."""
    match = _ISSUE.search(key)
    if not match:
        return None
    base = None if match["how"] == "nhan duoc" else calendar.issued
    working, count = bool(match["w"]), int(match["n"])
    last = calendar.working(calendar.after(base, count, working)) if base else None
    return DueBy(quote(paragraph, start + match.start(), start + match.end()), "within", None, last)


def _within(paragraph: Paragraph, start: int, key: str, found: list[Point], calendar: Calendar) -> DueBy | None:
    match = _WITHIN.search(key)
    if not match or (point := next((one for one in found if one.start == match.end()), None)) is None:
        return None
    base = calendar.day_of(point)
    if base is None:
        return None
    working, count = bool(match["w"]), int(match["n"])
    last = calendar.after(base, count, working)
    return DueBy(
        quote(paragraph, start + match.start(), start + point.end),
        "within",
        base,
        calendar.working(last),
        None,
        count,
        working,
    )


def _offset(paragraph: Paragraph, start: int, key: str, found: list[Point], calendar: Calendar) -> DueBy | None:
    """Days counted from the sitting: above 0 before it, below 0 after it."""
    for pattern, sign in _OFFSETS:
        match = pattern.search(key)
        if match:
            raw = quote(paragraph, start + match.start(), start + match.end())
            return DueBy(raw, "offset", None, None, None, sign * int(match["n"]), bool(match["w"]))
    return None
