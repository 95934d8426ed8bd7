"""The load of agencies and resources on sheets of paper: a row each, a field for every day, darker where there is more.

The hours stand in the fields, so nothing is said by shade alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.render.drawing import heading
from runbook.render.drawing.letters import shortened, width
from runbook.render.drawing.paper import A3, A4, ACCENT, BLACK, GRID, INK, LINE, OFF, WHITE, Paper
from runbook.render.drawing.scene import Item, Rect, Scene, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.render.load_text import SHARES, hours, level
from runbook.reports.phrasing import Phrasing
from runbook.reports.rows import phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.frame import Stamp
    from runbook.reports.load import Load, LoadRow
    from runbook.schedule import Schedule
    from runbook.worktime import WorkCalendar

SHADES = (WHITE, "#f2f2f2", "#dcdcdc", "#bdbdbd", "#8f8f8f", "#5a5a5a")
_NAMES, _ROW, _HEAD, _SIZE = 62.0, 5.6, 9.0, 7.2  # room for names, heights in mm; type
_FIELD, _EASY, _NARROWEST = 12.0, 9.0, 7.0  # width of a day at most, on the smaller paper at least, at least
_LIGHT = 4  # from this level on the figures are white


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows and the columns of one sheet; a row is None before the resources."""

    rows: tuple[LoadRow | None, ...]
    first: int
    count: int


def heat(schedule: Schedule, report: Load, stamp: Stamp) -> tuple[Scene, ...]:
    """The sheets: so many days side by side, so many rows below one another; one of A4 where all has room on it."""
    sheets = list(_sheets(report, A4, _room(report, stamp, A4), _EASY))
    paper = A4
    if len(sheets) > 1:
        paper, sheets = A3, list(_sheets(report, A3, _room(report, stamp, A3), _NARROWEST))
    return tuple(_scene(schedule, report, stamp, paper, sheet, (at, len(sheets))) for at, sheet in enumerate(sheets, 1))


def _room(report: Load, stamp: Stamp, paper: Paper) -> float:
    """The height there is for rows on a sheet."""
    above = heading.heading(say(stamp.language, "drawing.load"), report.heading.title, "", stamp, paper)
    legend = heading.legend_rows(_entries(report, stamp.language), paper.room)
    return paper.foot - heading.LEGEND_STEP * len(legend) - paper.top - above.height - 4 - _HEAD - 4


def _sheets(report: Load, paper: Paper, room: float, field: float) -> Iterator[_Sheet]:
    """`field`: how narrow a day may be."""
    parted: list[LoadRow | None] = [*report.agencies, *([None] if report.resources else []), *report.resources]
    most = int(room // _ROW)
    days = int((paper.room - _NAMES) // field)
    for top in range(0, max(len(parted), 1), most):
        for first in range(0, len(report.columns), days):
            yield _Sheet(tuple(parted[top : top + most]), first, min(days, len(report.columns) - first))


def _scene(
    schedule: Schedule, report: Load, stamp: Stamp, paper: Paper, sheet: _Sheet, number: tuple[int, int]
) -> Scene:
    language, phrase = stamp.language, phrasing(schedule, stamp.language)
    name = say(language, "drawing.load")
    page = say(language, "drawing.page", page=number[0], pages=number[1]) if number[1] > 1 else ""
    above = heading.heading(name, report.heading.title, "", stamp, paper)
    legend = heading.legend_rows(_entries(report, language), paper.room)
    grid = _Grid(report, sheet, paper, paper.top + above.height + 4 + _HEAD, phrase)
    office = schedule.ceremony.worktimes["office"]
    items = [
        *heading.head(above, paper, page),
        *grid.off(office),
        *grid.days(),
        *(item for at, row in enumerate(sheet.rows) for item in grid.row(at, row)),
        *heading.legend(legend, paper),
    ]
    first, last = (f"{report.columns[at]:%d/%m/%Y}" for at in (sheet.first, sheet.first + sheet.count - 1))
    about = say(language, "load.about", rows=len([row for row in sheet.rows if row]), first=first, last=last)
    return Scene(paper.width, paper.height, tuple(items), name, about)


def _entries(report: Load, language: str) -> list[heading.Entry]:
    def entry(text: str, fill: str, mark: str = "") -> heading.Entry:
        def drawn(x: float, y: float) -> list[Item]:
            box = Rect(x, y - 1.8, 8, 3.6, fill, ACCENT if mark else LINE, 1.2 if mark else 0.4)
            return [box, *([Text(x + 4, y + 0.9, mark, _SIZE, "middle", True, ACCENT, 8)] if mark else [])]

        return text, drawn

    full = say(language, "load.legend_week" if report.weekly else "load.legend_full")
    names = [say(language, "load.legend", share=f"{share:.0%}") for share in SHARES]
    names[0] = f"{names[0]} {full}"
    told = [*names, say(language, "load.legend_more")]
    shades = [entry(text, SHADES[number]) for number, text in enumerate(told, 1)]
    sample: heading.Entry = (say(language, "load.legend_hours"), lambda x, y: [Text(x, y + 0.9, "8+4", _SIZE, room=8)])
    return [sample, *shades, entry(say(language, "load.legend_over"), WHITE, "!")]


class _Grid:
    """From rows and columns to places on the paper."""

    def __init__(self, report: Load, sheet: _Sheet, paper: Paper, top: float, phrase: Phrasing) -> None:
        self.report, self.sheet, self.paper, self.top, self.phrase = report, sheet, paper, top, phrase
        self.language = phrase.language
        self.left = paper.left + _NAMES
        self.field = min(_FIELD, (paper.edge - self.left) / sheet.count)
        self.right = self.left + self.field * sheet.count

    def x(self, number: int) -> float:
        return self.left + (number - self.sheet.first) * self.field

    @property
    def numbers(self) -> range:
        return range(self.sheet.first, self.sheet.first + self.sheet.count)

    def off(self, office: WorkCalendar) -> Iterator[Item]:
        """Days off shaded."""
        for number in self.numbers if not self.report.weekly else ():
            if not office.works_on(self.report.columns[number]):
                yield Rect(self.x(number), self.top, self.field, _ROW * len(self.sheet.rows), OFF)

    def days(self) -> Iterator[Item]:
        """The day of the month above each column, above that its weekday, or the month where its first week begins."""
        for number in self.numbers:
            day, middle = self.report.columns[number], self.x(number) + self.field / 2
            shown = f"{day:%d/%m}" if self.field >= width("00/00", _SIZE) + 0.5 else f"{day:%d}"
            yield Text(middle, self.top - 1.4, shown, _SIZE, "middle", True, BLACK, self.field)
            if not self.report.weekly:
                weekday = say(self.language, f"weekday.{day.isoweekday()}")
                yield Text(middle, self.top - 5, weekday, _SIZE, "middle", colour=INK, room=self.field)
            elif number == self.sheet.first or day.month != self.report.columns[number - 1].month:
                month = f"{day:%m}/{day.year:04}"
                yield Text(middle - self.field / 2, self.top - 5, month, _SIZE, colour=INK, room=width(month, _SIZE))

    def row(self, at: int, row: LoadRow | None) -> Iterator[Item]:
        y = self.top + at * _ROW
        if row is None:
            text = say(self.language, "load.col_resource")
            yield Text(self.paper.left, y + _ROW - 1.6, text, _SIZE, bold=True, room=_NAMES)
            yield Stroke(((self.paper.left, y + _ROW), (self.right, y + _ROW)), BLACK, 0.8)
            return
        base, alike = y + _ROW / 2 + 0.9, say(self.language, "load.alike", count=len(row.alike)) if row.alike else ""
        name = shortened(row.name, _NAMES - 2 - width(alike, _SIZE), _SIZE) + alike
        yield Text(self.paper.left, base, name, _SIZE, room=_NAMES - 1)
        for number in self.numbers:
            yield from self.amount(row, number, y, base)
        yield Stroke(((self.paper.left, y + _ROW), (self.right, y + _ROW)), GRID, 0.3)

    def amount(self, row: LoadRow, number: int, y: float, base: float) -> Iterator[Item]:
        """The field with its hours; a border and a ! where more is wanted than there is."""
        heated, over = level(self.report, row.amounts[number]), row.over(number)
        if not heated:
            return
        shade = WHITE if over else SHADES[heated]
        yield Rect(self.x(number) + 0.2, y + 0.3, self.field - 0.4, _ROW - 0.6, shade, ACCENT if over else "", 1.2)
        colour = ACCENT if over else WHITE if heated > _LIGHT else BLACK
        text = _figure(row, number, self.language, self.field - 0.6) + ("!" if over else "")
        yield Text(self.x(number) + self.field / 2, base, text, _SIZE, "middle", over, colour, self.field)


def _figure(row: LoadRow, number: int, language: str, room: float) -> str:
    """Hours led and in support where both have room, else their sum, at last whole hours."""
    amount = row.amounts[number]
    led = hours(amount.led, language) if amount.led else ""
    both = f"{led}+{hours(amount.support, language)}" if amount.support else led
    total = amount.led + amount.support
    tried: Sequence[str] = (both, hours(total, language), f"{total / 60:.0f}")
    return next((text for text in tried if width(text, _SIZE) <= room), tried[-1])
