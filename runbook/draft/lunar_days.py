"""Days of the lunar calendar as plans write them: 10/3 âm lịch, mùng 5 tháng Giêng, rằm tháng Bảy, 29 Tết."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from runbook.draft.letters import plain, plain_pattern
from runbook.lunar import LunarDay, NoSuchDayError, anniversary

_MONTHS = {
    "gieng": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "mot": 11, "muoi mot": 11, "muoi hai": 12, "chap": 12,
}  # fmt: skip
_NAMES = "muoi mot|muoi hai|gieng|hai|ba|tu|nam|sau|bay|tam|chin|muoi|mot|chap"
_CYCLE = (  # the names of lunar years
    "(?:giap|at|binh|dinh|mau|ky|ki|canh|tan|nham|quy|qui) (?:ti|ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi)"
    r"(?!\w)"
)
_YEAR = rf"(?:,?(?: nam)? (?:(?P<year>20\d\d)|(?P<name>{_CYCLE})))?"
# A month in words is lunar with "mùng", "rằm", Giêng or Chạp; else the calendar is named behind it.
_LUNAR = plain_pattern(
    rf"(?<![\w/.-])(?:(?:mung|mong) (?P<a>10|0?[1-9]) tet|(?P<e>2[3-9]|30) tet"
    rf"|(?P<full>ram)(?: thang (?P<fm>{_NAMES}|1[0-2]|[1-9])(?!\w|/))"
    rf"|(?:mung|mong) (?P<b>10|0?[1-9]) thang (?P<bm>{_NAMES}|1[0-2]|[1-9])(?!\w|/)"
    rf"|(?P<c>[12]\d|30|0?[1-9]) thang (?P<cm>gieng|chap)(?!\w)"
    rf"|(?P<d>[12]\d|30|0?[1-9])\s?(?:/|-|\.| thang )\s?(?P<dm>{_NAMES}|1[0-2]|0?[1-9])"
    rf"(?=,?(?: nam [a-z0-9]+(?: [a-z]+)?)?"
    rf"\s?(?:\(?am lich|\(?al\b|\(am\)| ?(?:nam )?{_CYCLE})))"
    rf"{_YEAR}(?:,?\s?\(?(?:am lich|al\b|am\))\)?)?(?P<late>,? nam 20\d\d)?"
)


_HINT = re.compile(rf"am lich|\bal\b|\(am\)|\d tet|\bram\b|gieng|chap\b|m[uo]ng \d|\d,? (?:nam )?{_CYCLE}")


@dataclass(frozen=True, slots=True)
class Lunar:
    """A lunar day, where it is written, and the lunar year if it is said. `name`: that of the year, as a key."""

    start: int
    end: int
    month: int
    day: int
    year: int | None = None
    name: str = ""

    def after(self, day: date) -> date | None:
        """The Gregorian day: of the year said, else the first on or after a day. None where there is no such day."""
        for year in (self.year,) if self.year else range(day.year - 1, day.year + 2):
            try:
                found = anniversary(year, self.month, self.day)
                named = not self.name or _same_name(self.name, plain(LunarDay(year, self.month, self.day).year_name))
            except NoSuchDayError:
                continue
            if named and (self.year or found >= day):
                return found
        return None


def _same_name(one: str, other: str) -> bool:
    return one.replace("y", "i") == other.replace("y", "i")


def lunar(text: str) -> list[Lunar]:
    """The lunar days a text names, in order."""
    key = plain(text)
    if not _HINT.search(key):
        return []
    return [made for match in _LUNAR.finditer(key) if (made := _made(match))]


def _made(match: re.Match[str]) -> Lunar | None:
    late = match["late"][-4:] if match["late"] else None
    year = int(match["year"] or late or 0) or None
    start, end, name = *match.span(), match["name"] or ""
    if match["a"]:
        return Lunar(start, end, 1, int(match["a"]), year, name)
    if match["e"]:
        return Lunar(start, end, 12, int(match["e"]), year and year - 1, name)
    if match["full"]:
        return Lunar(start, end, _month(match["fm"]), 15, year, name)
    day, month = next((match[d], match[m]) for d, m in (("b", "bm"), ("c", "cm"), ("d", "dm")) if match[d])
    return Lunar(start, end, _month(month), int(day), year, name)


def _month(word: str) -> int:
    return _MONTHS.get(word) or int(word)
