"""How instants and amounts of time are written in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from runbook.axis import Axis
from runbook.text import say


def clock(language: str, minute_of_day: int) -> str:
    """08h30 in Vietnamese, 08:30 in English; 1,440 and more run into the next day."""
    return say(language, "time.clock", hour=f"{minute_of_day // 60 % 24:02}", minute=f"{minute_of_day % 60:02}")


def full_day(language: str, day: date) -> str:
    """T6 22/11/2024."""
    return f"{say(language, f'weekday.{day.isoweekday()}')} {day:%d/%m}/{day.year:04}"


def amount(language: str, minutes: int, day_minutes: int) -> str:
    """An amount of time in days of that many minutes where it comes out in quarters of a day, else in hours too.

    >>> amount("vi", 1680, 480), amount("en", 1680, 480), amount("vi", 100, 480), amount("vi", -240, 480)
    ('3,5 ngày', '3.5 d', '1h40', '-0,5 ngày')
    """
    sign, left = ("-" if minutes < 0 else ""), abs(minutes)
    if day_minutes and left * 4 % day_minutes == 0:
        days = f"{left / day_minutes:g}"
        return say(language, "time.days", days=sign + (days.replace(".", ",") if language == "vi" else days))
    days_text = say(language, "time.days", days=str(left // day_minutes)) + " " if left >= day_minutes else ""
    return sign + days_text + stretch(language, left % day_minutes)


def stretch(language: str, minutes: int) -> str:
    """A length of the clock: 45 phút, 2h, 2h30."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say(language, "time.minutes", minutes=rest)
    return f"{hours}h{rest:02}" if rest else f"{hours}h"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Writes instants of one axis in one language; the year is left out where it is the year of the ceremony."""

    language: str
    axis: Axis
    year: int

    def day(self, day: date) -> str:
        """T5 14/11, with the year where it is another than the ceremony's."""
        year = "" if day.year == self.year else f"/{day.year:04}"
        return f"{say(self.language, f'weekday.{day.isoweekday()}')} {day:%d/%m}{year}"

    def start(self, minute: int) -> str:
        """T5 14/11 13h30."""
        day, minute_of_day = self.axis.civil(minute)
        return f"{self.day(day)} {clock(self.language, minute_of_day)}"

    def finish(self, minute: int) -> str:
        """As `start`, but midnight is the end of the day before: T5 14/11 24h00."""
        return f"{self.day(self.axis.civil(minute - 1)[0])} {self.finish_clock(minute)}"

    def clock(self, minute: int) -> str:
        """13h30, the day left out."""
        return clock(self.language, self.axis.civil(minute)[1])

    def finish_clock(self, minute: int) -> str:
        """As `clock`, but midnight is 24h00."""
        if self.axis.civil(minute)[1]:
            return self.clock(minute)
        return say(self.language, "time.clock", hour="24", minute="00")
