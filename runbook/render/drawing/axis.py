"""The axis of days: its scale, its tiles, and its head of months, weekdays and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from math import ceil

from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import BLACK, GRID, INK, LINE, OFF
from runbook.render.drawing.scene import Item, Rect, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.reports.timeline import DayColumn
from runbook.text import say

HEAD = 13.0  # height of the axis's head in mm
EDGE = 2.0  # kept free at both ends of the axis, so that a milestone's sign at midnight stays on the chart
_MIDDLE = 4.6  # how far below its top the head's lower rows begin
_SIZE = 7.0  # the type of weekdays, in points


class Scale(Enum):
    """What the axis counts; the value is the least width of a day in mm at which it is readable."""

    DAY = 3.8
    WEEK = 0.75
    MONTH = 0.42


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of days on one sheet of paper: days `first` to before `last`, from `left` on, `day` mm for each.

    `tile` names the stretch where the chart's days need several sheets side by side: A, B and so on, else "".
    """

    scale: Scale
    first: int
    last: int
    left: float
    day: float
    tile: str

    @property
    def right(self) -> float:
        return self.left + (self.last - self.first) * self.day

    def x(self, days: float) -> float:
        """Where on the paper that many days from the chart's first day lie, be it outside this sheet."""
        return self.left + (days - self.first) * self.day

    def holds(self, days: float, last: bool = False) -> bool:
        """Whether a place is on this sheet; an edge between two sheets belongs to the later one, or to the earlier
        where a stretch ends there (`last`)."""
        if last:
            return self.first < days <= self.last or days == self.first == 0
        return self.first <= days < self.last


def axes(first: int, last: int, left: float, room: float) -> tuple[Axis, ...]:
    """Days `first` to before `last` on one sheet at the finest scale that is readable; where none is, weeks on several
    sheets."""
    span, last = room - 2 * EDGE, max(last, first + 1)
    count = last - first
    for scale in Scale:
        if span / count >= scale.value:
            return (Axis(scale, first, last, left + EDGE, span / count, ""),)
    most = int(span / Scale.WEEK.value / 7) * 7  # whole weeks that a sheet holds
    each = ceil(count / ceil(count / most) / 7) * 7
    return tuple(
        Axis(Scale.WEEK, begin, min(begin + each, last), left + EDGE, span / each, letters(number))
        for number, begin in enumerate(range(first, last, each))
    )


def letters(number: int) -> str:
    """A, B ... Z, AA, AB ..."""
    name = ""
    while number >= 0:
        number, digit = divmod(number, 26)
        name, number = chr(65 + digit) + name, number - 1
    return name


def shading(axis: Axis, days: Sequence[DayColumn], top: float, bottom: float) -> Iterator[Item]:
    """Days off, one stretch of them at a time; a scale of months has no room for them."""
    if axis.scale is Scale.MONTH:
        return
    for works, stretch in groupby(range(axis.first, axis.last), key=lambda number: days[number].works):
        numbers = list(stretch)
        if not works:
            yield Rect(axis.x(numbers[0]), top, len(numbers) * axis.day, bottom - top, OFF)


def grid(axis: Axis, days: Sequence[DayColumn], top: float, bottom: float) -> Iterator[Item]:
    """An upright where each unit of the scale begins, a darker one where a month does."""
    for number in range(axis.first, axis.last + 1):
        day = days[number].day if number < len(days) else None
        month = day is not None and day.day == 1
        begins = {Scale.DAY: True, Scale.WEEK: bool(day and day.isoweekday() == 1), Scale.MONTH: month}[axis.scale]
        if begins or month:
            x = axis.x(number)
            yield Stroke(((x, top), (x, bottom)), LINE if month else GRID, 0.5 if month else 0.3)


def head(axis: Axis, days: Sequence[DayColumn], top: float, language: str) -> Iterator[Item]:
    """The rows above the chart: months over days or weeks, years over months."""
    own = list(enumerate(days))[axis.first : axis.last]
    if axis.scale is Scale.MONTH:
        yield from _stretches(axis, own, top, _MIDDLE + 1, lambda column: (column.day.year,), _year_names(language))
        months = _month_names(language, alone=True)
        yield from _stretches(axis, own, top + _MIDDLE + 1, HEAD - _MIDDLE - 1, _month, months)
        return
    yield from _stretches(axis, own, top, _MIDDLE, _month, _month_names(language))
    yield Stroke(((axis.left, top + _MIDDLE), (axis.right, top + _MIDDLE)), LINE, 0.4)
    if axis.scale is Scale.DAY:
        yield from _days(axis, own, top)
        return
    for number, column in own:
        if column.day.isoweekday() == 1:
            x = axis.x(number)
            yield Stroke(((x, top + _MIDDLE), (x, top + HEAD)), LINE, 0.4)
            if x + 3.4 <= axis.right + EDGE:
                yield Text(x + 0.5, top + 10.2, f"{column.day:%d}", 7.0, bold=True, room=3.0)


def _days(axis: Axis, own: Sequence[tuple[int, DayColumn]], top: float) -> Iterator[Item]:
    whole = all(width(column.weekday, _SIZE) <= axis.day for _, column in own)
    for number, column in own:
        middle, name = axis.x(number + 0.5), column.weekday if whole else column.weekday[:1]
        yield Text(middle, top + 7.7, name, _SIZE, "middle", colour=INK, room=axis.day)
        yield Text(middle, top + 11.8, f"{column.day:%d}", 7.2, "middle", bold=True, room=axis.day)


def _month(day: DayColumn) -> tuple[int, ...]:
    return day.day.year, day.day.month


def _month_names(language: str, alone: bool = False) -> Callable[[tuple[int, ...]], list[str]]:
    def names(of: tuple[int, ...]) -> list[str]:
        year, month = of
        short = say(language, "drawing.month_alone", month=month)
        return [*([] if alone else [say(language, "drawing.month", month=month, year=year)]), short, str(month)]

    return names


def _year_names(language: str) -> Callable[[tuple[int, ...]], list[str]]:
    return lambda of: [say(language, "drawing.year", year=of[0]), str(of[0])]


def _stretches(
    axis: Axis,
    own: Sequence[tuple[int, DayColumn]],
    top: float,
    height: float,
    key: Callable[[DayColumn], tuple[int, ...]],
    names: Callable[[tuple[int, ...]], list[str]],
) -> Iterator[Item]:
    """A row of the head: every month or year over its days, in the longest of its names that fits."""
    for of, stretch in groupby(own, key=lambda pair: key(pair[1])):
        numbers = [number for number, _ in stretch]
        left, room = axis.x(numbers[0]), len(numbers) * axis.day
        if numbers[0] > axis.first:
            yield Stroke(((left, top), (left, top + height)), BLACK, 0.5)
        if name := next((name for name in names(of) if width(name, 7.5, True) <= room - 1), ""):
            yield Text(left + room / 2, top + height / 2 + 1.0, name, 7.5, "middle", bold=True, room=room)
