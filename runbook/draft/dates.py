"""Days, months and spans as plans write them; a form that is not certain is left unread."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from runbook.draft.letters import plain
from runbook.draft.lunar_days import Lunar, lunar

_YEARS = r"(?:19|20)[0-9]{2}"
# No number goes on before: "12/KH", "1S/11", "3-02" hold no day; nor is one counted: "tuần 3 tháng 5" is no 3 May.
_COUNTED = "".join(rf"(?<!\b{word}\s)" for word in ("tuan", "tuan thu", "quy", "dot", "lan", "lan thu", "dot thu"))
_FREE = rf"(?<![0-9a-z/.])(?<![0-9]-){_COUNTED}"
_END = r"(?![0-9a-z/])(?![-.][0-9])"
_DAY, _MONTH = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:1[0-2]|0?[1-9])"
# What names a day, a month, a quarter or a year. Order matters: the longer form first.
_POINT = re.compile(
    rf"""(?P<pair>{_FREE}(?P<pa>{_DAY})\s?-\s?(?P<pb>{_DAY})\s?(?:[/.]|\sthang\s)\s?(?P<pm>{_MONTH})(?:\s?(?:[/.]|nam)\s?(?P<py>{_YEARS}))?{_END})
    |(?P<list>(?<=ngay\s)(?P<la>{_DAY})(?:\s?,\s?{_DAY})*\s?(?:,|va)\s?(?P<lb>{_DAY})/(?P<lm>{_MONTH})(?:/(?P<ly>{_YEARS}))?{_END})
    |(?P<full>{_FREE}(?P<fd>{_DAY})\s?(?P<fs>[/.-])\s?(?P<fm>{_MONTH})\s?(?P=fs)\s?(?P<fy>{_YEARS}){_END})
    |(?P<short>{_FREE}(?P<sd>{_DAY})/(?P<sm>{_MONTH}){_END}(?!\s(?:ngay|buoi)\b(?!\s?[0-9])))
    |(?P<words>{_FREE}(?P<wd>{_DAY})\s+thang\s+(?P<wm>{_MONTH})(?:\s*(?:nam\s+|[/,]\s*)(?P<wy>{_YEARS}))?{_END})
    |(?P<spaced>(?<=ngay\s)(?P<xd>{_DAY})\s?-\s?(?P<xm>{_MONTH}){_END})
    |(?P<bare>(?:(?<=ngay\s)|(?<=m[uo]ng\s))(?P<bd>{_DAY}){_END})
    |(?P<month>(?<![0-9a-z])(?:(?P<where>dau|giua|cuoi)\s+)?(?:cac\s+)?thang\s+(?P<ms>{_MONTH}(?:\s?(?:,|va|-|den)\s?(?:thang\s)?{_MONTH}(?![0-9/]))*(?:\s?(?:,|va|-)\s?{_MONTH}(?=/))?)
        (?:\s?[/-]\s?|\s+nam\s+)?(?P<my>{_YEARS})?{_END})
    |(?P<quarter>(?<![0-9a-z])quy\s+(?P<qn>i{{1,3}}|iv|[1-4])(?:\s?[/-]\s?|\s+nam\s+)?(?P<qy>{_YEARS})?{_END})
    |(?P<year>(?<![0-9a-z])nam\s+(?P<yy>{_YEARS})(?!\s?[-/]\s?[0-9])(?![0-9a-z]))""",
    re.VERBOSE,
)
_LUNAR = re.compile(r"\s*\(?(?:am lich|al\b|thang gieng|thang chap)")
_SAME_DAY = re.compile(
    r"[\s,(]*(?:tuc(?: la)?|sang|chieu|toi|nham|la|duong lich|am lich|thu \w+|chu nhat|ngay|[\s,:(-])*"
)
_OF_DAYS = ("full", "short", "words", "spaced", "pair", "list")
_BETWEEN = re.compile(
    r",?\s*(?:(?:keo dai )?(?:den|toi)(?:\s+het)?(?:\s+cuoi)?|-)(?:\s+(?:het\s+)?(?:thu\s+\S+|chu nhat)?,?\s*ngay)?\s*"
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, or the days a month, quarter or year covers. `form` is how it was written; None: a part is not said."""

    start: int
    end: int
    form: str
    year: int | None
    month: int | None
    day: int | None
    last: tuple[int, int] | None = None  # month and day where it covers more than one day
    where: str = ""
    lunar: Lunar | None = None

    def first_day(self, year: int | None) -> date | None:
        if self.lunar:
            return self.lunar.after(date(year, 1, 1)) if year else None
        return _made(self.year or year, self.month, self.day)

    def last_day(self, year: int | None) -> date | None:
        if self.lunar:
            return self.first_day(year)
        month, day = self.last or (self.month, self.day)
        return _made(self.year or year, month, day)

    @property
    def is_one(self) -> bool:
        """Whether it is one day, month or quarter, not several told together."""
        return self.form != "month" or self.last is None or self.last[0] == self.month

    @property
    def is_day(self) -> bool:
        return self.form in (*_OF_DAYS, "bare", "lunar") and self.form not in ("pair", "list")


@dataclass(frozen=True, slots=True)
class Days:
    """Days from `first` to `last`, both included, and where they are written."""

    start: int
    end: int
    first: date
    last: date
    form: str


def _made(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def points(text: str) -> list[Point]:
    """Everything that names days, in order. A lunar day with its Gregorian day beside it is that day."""
    if not any(sign.isdigit() for sign in text) and not re.search(r"(?i)qu|r.m th", text):
        return []
    key = plain(text)
    found = [point for match in _POINT.finditer(key) if not _LUNAR.match(key, match.end()) and (point := _point(match))]
    for one in lunar(text):
        found = list(_with_lunar(key, found, one))
    return found


def _with_lunar(key: str, found: list[Point], one: Lunar) -> Iterator[Point]:
    """The points with a lunar day among them, or with its words as part of those of the Gregorian day."""
    others = [point for point in found if point.end <= one.start or point.start >= one.end]
    before = [point for point in others if point.end <= one.start]
    after = [point for point in others if point.start >= one.end]
    yield from before
    if (
        after
        and after[0].form not in ("month", "quarter", "year")
        and _SAME_DAY.fullmatch(key, one.end, after[0].start)
    ):
        yield replace(after.pop(0), start=one.start)
    elif not (before and before[-1].is_day and _beside(key, before[-1], one)):
        yield Point(one.start, one.end, "lunar", None, None, None, lunar=one)
    yield from after


def _beside(key: str, point: Point, one: Lunar) -> bool:
    """Whether the lunar day only explains, in brackets, the Gregorian one before it."""
    return "(" in key[point.end : one.start] and bool(_SAME_DAY.fullmatch(key, point.end, one.start))


def _point(match: re.Match[str]) -> Point | None:
    form = match.lastgroup or ""
    form = next(name for name in _FORMS if match[name])
    start, end = match.span(form)
    return _FORMS[form](match, start, end)


def _pair(match: re.Match[str], start: int, end: int) -> Point:
    month, last = int(match["pm"]), int(match["pb"])
    return Point(start, end, "pair", _number(match["py"]), month, int(match["pa"]), (month, last))


def _listed(match: re.Match[str], start: int, end: int) -> Point:
    month, last = int(match["lm"]), int(match["lb"])
    return Point(start, end, "list", _number(match["ly"]), month, int(match["la"]), (month, last))


def _full(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "full", int(match["fy"]), int(match["fm"]), int(match["fd"]))


def _short(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "short", None, int(match["sm"]), int(match["sd"]))


def _words(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "words", _number(match["wy"]), int(match["wm"]), int(match["wd"]))


def _spaced(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "spaced", None, int(match["xm"]), int(match["xd"]))


def _bare(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "bare", None, None, int(match["bd"]))


def _months(match: re.Match[str], start: int, end: int) -> Point:
    """The beginning, middle and end of a month are its first, fifteenth and last day (Civil Code 2015, Article 146)."""
    months = [int(one) for one in re.findall(r"[0-9]+", match["ms"])]
    year = _number(match["my"])
    where = match["where"] or ""
    length = monthrange(year or 2024, months[-1])[1]
    first = {"giua": 15, "cuoi": length}.get(where, 1)
    last = {"dau": 1, "giua": 15}.get(where, length)
    return Point(start, end, "month", year, months[0], first, (months[-1], last), where)


def _quarter(match: re.Match[str], start: int, end: int) -> Point:
    number = _ROMAN.get(match["qn"]) or int(match["qn"])
    last = 3 * number
    return Point(start, end, "quarter", _number(match["qy"]), last - 2, 1, (last, monthrange(2024, last)[1]))


def _year(match: re.Match[str], start: int, end: int) -> Point:
    return Point(start, end, "year", int(match["yy"]), 1, 1, (12, 31))


_FORMS = {
    "pair": _pair,
    "list": _listed,
    "full": _full,
    "short": _short,
    "words": _words,
    "spaced": _spaced,
    "bare": _bare,
    "month": _months,
    "quarter": _quarter,
    "year": _year,
}


def days(text: str, year: int | None = None) -> list[Days]:
    """The days and spans of days that a text names. `year` is that of what is written without one.

    >>> [(str(one.first), str(one.last)) for one in days("từ ngày 29/4 đến hết ngày 03/5/2023")]
    [('2023-04-29', '2023-05-03')]
    """
    return list(_joined(text, points(text), year))


def _joined(text: str, found: list[Point], year: int | None) -> Iterator[Days]:
    key = plain(text)
    index = 0
    while index < len(found):
        first = last = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        if after and _belong(key, first, after):
            last = after
            index += 1
        if made := _span(first, last, year):
            yield made
        index += 1


def _belong(key: str, first: Point, after: Point) -> bool:
    """Whether two points are the ends of one span ("từ ... đến ..."), or months told one after the other."""
    if _BETWEEN.fullmatch(key, first.end, after.start):
        return _may_begin(first, after)
    if first.form == "bare" and after.lunar:
        return key[first.end : after.start].strip(" ,") in ("va", "va ngay", "")
    return first.form == after.form == "month" and key[first.end : after.start].strip() in (",", "va")


def _may_begin(first: Point, last: Point) -> bool:
    return not (first.form == "year" and last.form != "year") and last.form != "bare"


def _span(first: Point, last: Point, year: int | None) -> Days | None:
    """The later end lends its year, and its month, to the earlier."""
    if first is not last and first.form == "bare" and last.lunar and first.day:
        first = replace(last, start=first.start, lunar=replace(last.lunar, day=first.day))
    elif first is not last and first.form == "bare":
        first = Point(first.start, first.end, "short", None, last.month, first.day)
    end = last.last_day(last.year or first.year or year)
    begin = first.first_day(first.year or last.year or year)
    if begin and end and begin > end and first is not last and first.year is None:
        begin = first.first_day(end.year - 1)
    if begin is None or end is None or begin > end or (end - begin).days > 3700:
        return None
    form = first.form if first is last else f"{first.form}-{last.form}"
    return Days(first.start, last.end, begin, end, form)
