"""When a duty comes back: the words that make a rule, and the days the rule gives.

Words that are no rule ("khi phát sinh", "thường xuyên", "hằng tuần" without a day) stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count

from runbook.text import folded
from runbook.values import LONGEST_VALUE, MistakeError, clock, weekdays

WEEK, MONTH, QUARTER, YEAR = "week", "month", "quarter", "year"
LAST = 31  # a day of the month that a shorter month does not have is its last

_UNITS = {
    WEEK: r"weekly|(?:hang|moi) tuan|every (?:(\d{1,2}) )?weeks?|(\d{1,2}) tuan(?:/lan| (?:mot|1) lan)",
    MONTH: r"monthly|(?:hang|moi) thang|every (?:(\d{1,2}) )?months?|(\d{1,2}) thang(?:/lan| (?:mot|1) lan)",
    QUARTER: r"quarterly|every quarter|(?:hang|moi) quy",
    YEAR: r"yearly|annually|every year|(?:hang|moi) nam",
}
_CLOCK = re.compile(r"\s+(?:(?:luc|vao luc|at)\s+)?(\d{1,2}(?::\d{2}|h(?:\d{2})?))$", re.ASCII)
_LEAD = re.compile(r"^(?:(?:dinh ky|on|vao|the)\s+)+")
_OF_MONTH = re.compile(
    r"(?:day |ngay )?(?P<day>\d{1,2})|(?:ngay )?(?:last|last day|cuoi|cuoi cung)(?: thang| quy)?", re.ASCII
)
_OF_YEAR = re.compile(r"(?:ngay )?(\d{1,2})[/-](\d{1,2})", re.ASCII)
_OF_QUARTER = re.compile(r" (?:thang cuoi|of its last month)$")


@dataclass(frozen=True, slots=True)
class Rule:
    """Every `step` weeks on these ISO weekdays, or every `step` months of `months` (all where empty) on that `day`.

    `clock` is the minute of the day, None where the rule names none.
    """

    unit: str
    step: int = 1
    weekdays: frozenset[int] = frozenset()
    months: frozenset[int] = frozenset()
    day: int = 0
    clock: int | None = None

    def days(self, first: date, last: date) -> Iterator[date]:
        """The days of the window the rule names, in order; counted from the first of them."""
        return self._weeks(first, last) if self.unit == WEEK else self._months(first, last)

    def _weeks(self, first: date, last: date) -> Iterator[date]:
        named = (day for day in _from(first, min(last, first + timedelta(days=6))) if day.isoweekday() in self.weekdays)
        start = next(named, None)
        if start is None:
            return
        monday = start - timedelta(days=start.weekday())
        while monday <= last:
            week = (monday + timedelta(days=number - 1) for number in sorted(self.weekdays))
            yield from (day for day in week if start <= day <= last)
            monday += timedelta(weeks=self.step)

    def _months(self, first: date, last: date) -> Iterator[date]:
        found = 0
        for month in count(first.year * 12 + first.month - 1):
            day = _day_of_month(month, self.day)
            if day > last:
                return
            if day >= first and (not self.months or day.month in self.months):
                if found % self.step == 0:
                    yield day
                found += 1


def rule(text: str) -> Rule | None:
    """The rule of `weekly Mon`, `every 2 weeks Mon 08:30`, `monthly 20`, `quarterly last`, `yearly 10/10`,
    `hằng tuần thứ Hai`, `ngày 20 hằng tháng`; None where the words make none."""
    if len(text) > LONGEST_VALUE:
        return None
    words, minute = _without_clock(folded(text))
    words = _LEAD.sub("", words)
    for unit, pattern in _UNITS.items():
        found = re.match(rf"(?:{pattern})\s+", words) or re.search(rf"\s+(?:{pattern})$", words)
        if found:
            rest = (words[: found.start()] + words[found.end() :]).strip()
            step = next((int(number) for number in found.groups() if number), 1)
            return _of(unit, step, _LEAD.sub("", rest), minute) if step else None
    return None


def begins_like_a_rule(text: str) -> bool:
    """Whether the words open as a rule does, with more behind: perhaps a slip of the pen."""
    words = _LEAD.sub("", folded(text[:LONGEST_VALUE]))
    return any(re.match(rf"(?:{pattern})\s+\S", words) for pattern in _UNITS.values())


def _without_clock(words: str) -> tuple[str, int | None]:
    found = _CLOCK.search(words)
    if not found:
        return words, None
    try:
        return words[: found.start()], clock(found[1])
    except MistakeError:
        return words, None


def _of(unit: str, step: int, rest: str, minute: int | None) -> Rule | None:
    if unit == WEEK:
        try:
            return Rule(unit, step, weekdays=weekdays(rest), clock=minute)
        except MistakeError:
            return None
    if unit == YEAR:
        return _of_year(rest, minute)
    found = _OF_MONTH.fullmatch(_OF_QUARTER.sub("", rest) if unit == QUARTER else rest)
    day = int(found["day"] or LAST) if found else 0
    months = frozenset({3, 6, 9, 12}) if unit == QUARTER else frozenset[int]()
    return Rule(unit, step, months=months, day=day, clock=minute) if 1 <= day <= LAST else None


def _of_year(rest: str, minute: int | None) -> Rule | None:
    found = _OF_YEAR.fullmatch(rest)
    if not found:
        return None
    day, month = int(found[1]), int(found[2])
    try:
        date(2024, month, day)
    except ValueError:
        return None
    return Rule(YEAR, months=frozenset({month}), day=day, clock=minute)


def _day_of_month(month: int, day: int) -> date:
    """That day of the month counted from year 0, the month's last where it has no such day."""
    first, following = (date(one // 12, one % 12 + 1, 1) for one in (month, month + 1))
    return min(first + timedelta(days=day - 1), following - timedelta(days=1))


def _from(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=step) for step in range((last - first).days + 1))
