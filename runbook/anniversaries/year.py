"""The commemorations of one year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from runbook import lunar
from runbook.anniversaries.anniversary import Anniversary, First, Kind, Scope, YearClass
from runbook.anniversaries.rules import Allowance, allowance
from runbook.lunar import LunarDay


@dataclass(frozen=True, slots=True)
class Commemoration:
    """An anniversary in a year: `lunar` is its day where it follows that calendar, else None.

    `years` and `year_class` are None where none are counted. `level`: at which it is held, None where not known.
    """

    anniversary: Anniversary
    day: date
    lunar: LunarDay | None
    years: int | None
    year_class: YearClass | None
    allows: Allowance
    level: Scope | None

    @property
    def counted_in(self) -> int:
        """The year of its own calendar: the lunar one, which can be the year before that of `day`."""
        return self.lunar.year if self.lunar else self.day.year


def commemorations(listed: Iterable[Anniversary], year: int) -> tuple[Commemoration, ...]:
    """What is commemorated in a Gregorian year (1976 to 2100) by day, those of one day in the order of the list."""
    found = [kept for one in listed for kept in _kept(one, year)]
    return tuple(sorted(found, key=lambda kept: kept.day))


def _kept(one: Anniversary, year: int) -> Iterator[Commemoration]:
    """Not before its first anniversary, nor outside its days."""
    for counted, day in _days(one.first, year):
        years = counted - one.first.year if one.first.year is not None else None
        begun = (years is None or years > 0) and (one.since is None or one.since <= day)
        if begun and (one.until is None or day <= one.until):
            yield _commemoration(one, day, years)


def _days(first: First, year: int) -> Iterator[tuple[int, date]]:
    """Its days within the year, each with the year its own calendar has. 29 February is kept on the 28th."""
    if first.lunar:
        yield from lunar.anniversaries(year, first.month, first.day)
        return
    try:
        yield year, date(year, first.month, first.day)
    except ValueError:
        yield year, date(year, 2, 28)


def _commemoration(one: Anniversary, day: date, years: int | None) -> Commemoration:
    number = day.year if one.by_calendar_year else years
    year_class = YearClass.of(number) if number is not None else None
    kept = lunar.lunar_of(day) if one.first.lunar else None
    return Commemoration(one, day, kept, years, year_class, allowance(one, year_class), _level(one, day, year_class))


def _level(one: Anniversary, day: date, year_class: YearClass | None) -> Scope | None:
    """As the list has it for that year; a great day is national in a round one."""
    great = one.kind is Kind.GREAT and year_class is YearClass.ROUND
    return dict(one.levels).get(day.year, Scope.NATIONAL if great else None)
