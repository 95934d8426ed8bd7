"""The small grammars of the ceremony file: text to value, strictly, or a MistakeError that names what is wrong.

Nothing is guessed. A day is day/month/year or ISO; `08:30` is a clock and never a number of seconds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from runbook.model import Base, Day, Moment, Relation
from runbook.text import folded
from runbook.worktime import FIRST_YEAR, LAST_YEAR

LONGEST = 3650 * 24 * 60  # minutes; a longer duration is a slip of the pen
LONGEST_VALUE = 200  # characters of a moment, a link, hours
LONGEST_LINE, LONGEST_PROSE = 500, 20_000  # characters; more has slipped out of a quote, and breaks every page
HOUR, DAY_MINUTES = 60, 24 * 60
WORK_WEEK, FULL_WEEK = 5, 7  # days of "1w" in working time and on the wall clock


class MistakeError(ValueError):
    """A text that its grammar refuses: `code` names the problem, `facts` fill its message."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written; how long a day or a week is, the calendar says."""

    weeks: float = 0
    days: float = 0
    minutes: float = 0

    def worked(self, day_minutes: int) -> int:
        """Whole working minutes on a calendar whose day has that many; a week is five such days."""
        return _whole((self.weeks * WORK_WEEK + self.days) * day_minutes + self.minutes)

    @property
    def elapsed(self) -> int:
        """Whole minutes of the wall clock: a day is 24 hours, a week seven days."""
        return _whole((self.weeks * FULL_WEEK + self.days) * DAY_MINUTES + self.minutes)


NO_LAG = Duration()


@dataclass(frozen=True, slots=True)
class LinkText:
    """One entry of `after:` as written; `sign` is -1 for a lag that goes back."""

    predecessor: str
    relation: Relation = Relation.FS
    sign: int = 1
    lag: Duration = NO_LAG
    worktime: bool = False


_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9_-])?")
_DMY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_COUNTED = re.compile(r"[Nn](?:\s*([+-])\s*(\d{1,4})(w?))?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2})(?::(\d{2})|h(\d{2})?)", re.ASCII)
_ANCHORED = re.compile(r"(opening|closing)(?:\s*([+-])\s*(.+))?")
_DAY_CLOCK = re.compile(r"(.+?)(?:\s+|(?<=\d)T(?=\d))([^\s]+)")
_DURATION_PART = re.compile(r"(\d{1,9}(?:[.,]\d{1,6})?)\s*(w|d|h|m|min|tuan|ngay|gio|phut)(?![a-z])\s*", re.ASCII)
_HOUR_MINUTE = re.compile(r"(\d{1,4})h(\d{2})", re.ASCII)
_LINK = re.compile(
    r"(?P<id>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\s+(?P<relation>FS|SS|FF|SF))?"
    r"(?:\s*(?P<sign>[+-])\s*(?P<lag>[0-9].*?))?(?P<work>\s+work)?",
    re.IGNORECASE,
)
_UNITS = {"tuan": "w", "ngay": "d", "gio": "h", "phut": "m", "min": "m"}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "mon monday t2|thu hai|thu 2",
            "tue tuesday t3|thu ba|thu 3",
            "wed wednesday t4|thu tu|thu 4",
            "thu thursday t5|thu nam|thu 5",
            "fri friday t6|thu sau|thu 6",
            "sat saturday t7|thu bay|thu 7",
            "sun sunday cn|chu nhat",
        ),
        start=1,
    )
    for name in (*names.split("|")[0].split(), *names.split("|")[1:])
}


def line(text: str) -> str:
    """One line of text: line ends and runs of white space become one blank."""
    return _short_enough(" ".join(text.split()), LONGEST_LINE)


def prose(text: str) -> str:
    """Text that may run over several lines."""
    return _short_enough(text.strip(), LONGEST_PROSE)


def _bare(text: str, code: str) -> str:
    """The text without blanks around it; one longer than any value is refused before a pattern looks at it, since
    looking takes time with the square of the length."""
    bare = text.strip()
    if len(bare) > LONGEST_VALUE:
        raise MistakeError(code, text=text)
    return bare


def _short_enough(text: str, limit: int) -> str:
    if len(text) > limit:
        raise MistakeError("text-too-long", text=text, length=str(len(text)), limit=str(limit))
    return text


@lru_cache(maxsize=8192)
def identifier(text: str) -> str:
    """An id: ASCII letters, digits, `-` `_` `.`, at most 64, safe as a file name on every system."""
    if not _ID.fullmatch(text):
        raise MistakeError("bad-id", text=text)
    return text


@lru_cache(maxsize=1024)
def absolute_day(text: str) -> date:
    """`22/11/2024` (day/month/year) or `2024-11-22`."""
    if found := _DMY.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text.strip()):
        year, month, day = map(int, found.groups())
    else:
        raise MistakeError("counted-day" if _COUNTED.fullmatch(text.strip()) else "bad-day", text=text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise MistakeError("year-out-of-range", text=text)
    if month > 12 >= day and "/" in text:
        raise MistakeError("month-first", text=text, turned=f"{month:02}/{day:02}/{year}")
    try:
        return date(year, month, day)
    except ValueError:
        raise MistakeError("no-such-day", text=text) from None


@lru_cache(maxsize=1024)
def day(text: str) -> Day:
    """A date, or `N`, `N-3` (calendar days), `N+2w` (working days) counted from the day of the ceremony."""
    if found := _COUNTED.fullmatch(text.strip()):
        sign, count, working = found.groups()
        return Day(offset=int(f"{sign or ''}{count or 0}"), working=bool(working))
    return Day(date=absolute_day(text))


@lru_cache(maxsize=1024)
def clock(text: str) -> int:
    """Minutes of the day from `08:30`, `8h30` or `8h`."""
    found = _CLOCK.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2] or found[3] or 0) > 59:
        raise MistakeError("bad-clock", text=text)
    return int(found[1]) * HOUR + int(found[2] or found[3] or 0)


@lru_cache(maxsize=4096)
def moment(text: str) -> Moment:
    """`<day> <clock>`, `<day>`, `opening`, `closing`, `opening-2h45m`, `closing+15m`."""
    bare = _bare(text, "bad-moment")
    if found := _ANCHORED.fullmatch(bare):
        minutes = duration(found[3]).elapsed if found[3] else 0
        return Moment(Base(found[1]), minute=-minutes if found[2] == "-" else minutes)
    if _COUNTED.fullmatch(bare) or not (found := _DAY_CLOCK.fullmatch(bare)):
        return Moment(Base.DAY, _day_of_moment(bare, text))
    return Moment(Base.DAY, _day_of_moment(found[1], text), clock(found[2]))


def _day_of_moment(part: str, text: str) -> Day:
    try:
        return day(part)
    except MistakeError as mistake:
        raise MistakeError("bad-moment", text=text) if mistake.code == "bad-day" else mistake from None


@lru_cache(maxsize=4096)
def instant(text: str) -> Moment:
    """A moment that says the clock as well as the day."""
    found = moment(text)
    if found.minute is None:
        raise MistakeError("moment-without-clock", text=text)
    return found


@lru_cache(maxsize=4096)
def stage_time(text: str) -> Moment:
    """A moment, or a clock alone: that time on the day of the ceremony."""
    if _CLOCK.fullmatch(text.strip()):
        return Moment(Base.DAY, Day(), clock(text))
    return instant(text)


@lru_cache(maxsize=4096)
def duration(text: str) -> Duration:
    """`1d`, `0.5d`, `2h30m`, `90m`, `1w`, `1d4h`, `2h30`, `2 ngày`, `3 giờ`, `30 phút`, `1 tuần`, or `0`."""
    bare = folded(text)
    bare = f"{bare}m" if _HOUR_MINUTE.fullmatch(bare) else bare
    if bare == "0":
        return Duration()
    amounts = {"w": 0.0, "d": 0.0, "h": 0.0, "m": 0.0}
    position, order = 0, "wdhm"
    while position < len(bare):
        found = _DURATION_PART.match(bare, position)
        unit = _UNITS.get(found[2], found[2]) if found else ""
        if not found or unit not in order:
            raise MistakeError("bad-duration", text=text)
        amounts[unit] = float(found[1].replace(",", "."))
        position, order = found.end(), order[order.index(unit) + 1 :]
    return _bounded(Duration(amounts["w"], amounts["d"], amounts["h"] * HOUR + amounts["m"]), text)


def _bounded(value: Duration, text: str) -> Duration:
    if not text.strip():
        raise MistakeError("bad-duration", text=text)
    if value.elapsed > LONGEST:
        raise MistakeError("duration-too-long", text=text)
    return value


def _whole(minutes: float) -> int:
    """Rounded to whole minutes; what is not nothing stays at least one minute."""
    return max(int(minutes + 0.5), 1) if minutes else 0


@lru_cache(maxsize=8192)
def link(text: str) -> LinkText:
    """`E3`, `E3 FS+2h`, `E3 SS`, `E3 FF-1d`, `E3+4h`, `E3 FS+1d work`."""
    found = _LINK.fullmatch(_bare(text, "bad-link"))
    if not found or (found["work"] and not found["lag"]):
        raise MistakeError("bad-link", text=text)
    if found["work"] and found["sign"] == "-":
        raise MistakeError("lag-work-negative", text=text)
    lag = duration(found["lag"]) if found["lag"] else NO_LAG
    relation = Relation[(found["relation"] or "FS").upper()]
    return LinkText(found["id"], relation, -1 if found["sign"] == "-" else 1, lag, bool(found["work"]))


@lru_cache(maxsize=256)
def weekdays(text: str) -> frozenset[int]:
    """ISO weekdays (1 = Monday) from `Mon-Fri`, `Sat`, `T2-T6`, `T2, T4`, `thứ Hai`, `CN`; a range may pass Sunday."""
    chosen: set[int] = set()
    for part in re.split(r"[,;]", text):
        ends = [_weekday(name, text) for name in re.split(r"[-–]", part)]
        if len(ends) > 2:
            raise MistakeError("bad-weekday", text=text)
        chosen |= {(ends[0] - 1 + step) % 7 + 1 for step in range((ends[-1] - ends[0]) % 7 + 1)}
    return frozenset(chosen)


def _weekday(name: str, text: str) -> int:
    number = _WEEKDAYS.get(folded(name))
    if number is None:
        raise MistakeError("bad-weekday", text=text)
    return number


@lru_cache(maxsize=256)
def hours(text: str) -> tuple[int, int]:
    """Two minutes of the day from `08:30-10:30`; an end before the beginning is on the next day (above 1,440)."""
    ends = re.split(r"\s*[-–]\s*", _bare(text, "bad-hours"))
    if len(ends) != 2:
        raise MistakeError("bad-hours", text=text)
    first = clock(ends[0])
    last = DAY_MINUTES if ends[1] in ("24:00", "24h00", "24h") else clock(ends[1])
    if first == last:
        raise MistakeError("hours-empty", text=text)
    return first, last if last > first else last + DAY_MINUTES
