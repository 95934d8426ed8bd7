"""The lunar calendar of Việt Nam (UTC+7). The only home of lunar_vn.

The package accepts day 30 of a month of 29 days, and a leap month that does not exist. So what it gives for a lunar
day is converted back, and counts only where that gives the same lunar day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

FIRST, LAST = 1976, 2100  # one calendar in the whole country since 1976; the package ends with 2100
_ZONE = 7.0  # hours ahead of UTC. With China's 8, Tết would be wrong in 1985, 2007 and 2030


class NoSuchDayError(ValueError):
    """A day that the lunar calendar does not have, or that lies outside the years it is known for."""


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar. The lunar `year` begins with Tết of the Gregorian year of that number."""

    year: int
    month: int
    day: int
    leap: bool = False

    @property
    def year_name(self) -> str:
        """The name of the lunar year in the cycle of sixty: Bính Ngọ for 2026."""
        from lunar_vn.can_chi import get_year_can_chi

        return get_year_can_chi(self.year)


def lunar_of(day: date) -> LunarDay:
    """The lunar day of a Gregorian one. Raises NoSuchDayError outside the years FIRST to LAST."""
    from lunar_vn import solar_to_lunar

    if not FIRST <= day.year <= LAST:
        raise NoSuchDayError(day.isoformat())
    found = solar_to_lunar(date(day.year, day.month, day.day), _ZONE)
    return LunarDay(found.year, found.month, found.day, found.leap)


def day_of(lunar: LunarDay) -> date:
    """The Gregorian day of a lunar one. Raises NoSuchDayError where the calendar has no such day or month."""
    import lunar_vn

    try:
        asked = lunar_vn.LunarDate(lunar.day, lunar.month, lunar.year, lunar.leap)
        found = lunar_vn.lunar_to_solar(asked, _ZONE)
        same = lunar_of(found) == lunar
    except ValueError:
        same = False
    if not same:
        raise NoSuchDayError(f"{lunar.day}/{lunar.month}/{lunar.year}")
    return found


def anniversary(year: int, month: int, day: int) -> date:
    """The Gregorian day on which a lunar day is kept in a lunar year: in the ordinary month, never the leap one.

    Day 30 falls on day 29 where the month has 29 days. Raises NoSuchDayError for no day of any year.
    """
    try:
        return day_of(LunarDay(year, month, day))
    except NoSuchDayError:
        if day != 30:
            raise
        return day_of(LunarDay(year, month, 29))


def anniversaries(year: int, month: int, day: int) -> Iterator[tuple[int, date]]:
    """When a lunar day is kept within a Gregorian year, each with its lunar year, in order of date.

    Mostly once. A day at the end of the lunar year lies in the next Gregorian year, so there can be two, or none.
    """
    for lunar_year in (year - 1, year):
        try:
            kept = anniversary(lunar_year, month, day)
        except NoSuchDayError:
            continue
        if kept.year == year:
            yield lunar_year, kept
