"""The rows of a Gantt chart: the table's columns, the height of every row, and how rows are shared out among pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runbook.render.drawing.bars import Chart
from runbook.render.drawing.letters import width, wrapped
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import TimelineGroup, TimelineRow
    from runbook.schedule import Schedule

SIZE, STEP, PAD = 7.5, 3.2, 1.2  # type in points, from line to line, from a column's edge to its text
TAG, TAG_ROOM = 7.0, 16.0  # the word that marks a late task stands at the end of its title's column
_PITCHES = (6.6, 6.0, 5.6, 5.2, 4.8, 4.5)  # least heights of a row, the roomiest that spares a page is taken
_MOST_LINES = 12  # of one cell: a title of some thousand letters must not outgrow a page


@dataclass(frozen=True, slots=True)
class Columns:
    """The width of each column of the table."""

    id: float
    title: float
    lead: float
    date: float
    length: float

    @property
    def total(self) -> float:
        return self.id + self.title + self.lead + 2 * self.date + self.length


@dataclass(frozen=True, slots=True)
class Cells:
    """What a task's row says, before it is broken into lines."""

    id: str
    title: str
    lead: str
    start: str
    finish: str
    length: str
    tag: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart: a group's band where `row` is None, else a task. `top` counts from the first line."""

    top: float
    height: float
    title: tuple[str, ...]
    group: TimelineGroup
    row: TimelineRow | None = None
    cells: Cells | None = None
    id: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    length: tuple[str, ...] = ()

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Page:
    """The lines that one sheet of paper holds."""

    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return self.lines[-1].top + self.lines[-1].height if self.lines else 0.0


def cells(schedule: Schedule, of: Chart, language: str) -> dict[str, Cells]:
    """What the table says of every shown task, by id. The year is written where the chart's days lie in several."""
    years = {column.day.year for column in of.days}
    form = "%d/%m/%Y" if len(years) > 1 else "%d/%m"
    return {row.task.id: _cells(schedule, row, form, language) for row in of.rows}


def _cells(schedule: Schedule, row: TimelineRow, form: str, language: str) -> Cells:
    task, civil = row.task, schedule.axis.civil
    start, finish = (format(civil(at)[0], form) for at in (task.start, task.finish - (not task.milestone)))
    tag = say(language, "drawing.late" if task.late else "drawing.overdue") if task.late or task.broken else ""
    return Cells(task.id, task.title, task.lead, start, finish, task.length, tag)


def columns(found: Sequence[Cells], room: float) -> Columns:
    """Columns as wide as their texts ask for, within limits; together no wider than the room."""
    own = _widest([one.id for one in found], 9.0, 22.0)
    day = _widest([one.start for one in found] + [one.finish for one in found], 12.5, 20.0)
    length = _widest([one.length for one in found], 13.0, 17.0)
    left = room - own - 2 * day - length
    title = _widest([one.title for one in found], 50.0, left)
    lead = _widest([one.lead for one in found], 18.0, max(room / 5, left - title))
    return Columns(own, min(title, left - lead), lead, day, length)


def _widest(texts: Sequence[str], least: float, most: float) -> float:
    return min(max([least, *(width(text, SIZE, True) + 2 * PAD for text in texts)]), most)


def pages(of: Chart, texts: dict[str, Cells], table: Columns, room: float, language: str) -> tuple[Page, ...]:
    """The chart's lines shared out among pages with that room for lines.

    Rows are as high as spares a page: lower ones where that saves a nearly empty last one.
    """
    return min((_paged(of, texts, table, room, pitch, language) for pitch in _PITCHES), key=len)


def _paged(
    of: Chart, texts: dict[str, Cells], table: Columns, room: float, pitch: float, language: str
) -> tuple[Page, ...]:
    found: list[list[Line]] = [[]]
    for group, hours in zip(of.groups, of.hours, strict=True):
        block = [_band(group, table, pitch, language, hours), *_rows(group, texts, table, pitch)]
        if _end(found[-1]) + sum(line.height for line in block[:2]) > room and found[-1]:
            found.append([])
        for line in block:
            if _end(found[-1]) + line.height > room:
                found.append([_band(group, table, pitch, language, again=True)])
            found[-1].append(replace(line, top=_end(found[-1])))
    return tuple(Page(tuple(lines)) for lines in found)


def _end(lines: list[Line]) -> float:
    return lines[-1].top + lines[-1].height if lines else 0.0


def _band(
    group: TimelineGroup, table: Columns, pitch: float, language: str, hours: int = 0, again: bool = False
) -> Line:
    title = group.title.upper()
    if hours:
        title += " " + say(language, "drawing.hours_left_out", count=hours)
    if again:
        title += " " + say(language, "drawing.continued")
    lines = wrapped(title, table.total - 2 * PAD, SIZE, True, _MOST_LINES)
    return Line(0.0, _height(pitch, len(lines)), lines, group)


def _rows(group: TimelineGroup, texts: dict[str, Cells], table: Columns, pitch: float) -> Iterator[Line]:
    for row in group.rows:
        own, bold = texts[row.task.id], bool(row.task.mark)
        room = table.title - 2 * PAD - (TAG_ROOM if own.tag else 0.0)
        title = wrapped(own.title, room, SIZE, bold, _MOST_LINES)
        lead = wrapped(own.lead, table.lead - 2 * PAD, SIZE, False, _MOST_LINES)
        name = wrapped(own.id, table.id - 2 * PAD, SIZE, bold)
        length = wrapped(own.length, table.length - 2 * PAD, SIZE)
        height = _height(pitch, max(map(len, (title, lead, name, length))))
        yield Line(0.0, height, title, group, row, own, name, lead, length)


def _height(pitch: float, lines: int) -> float:
    return max(pitch, lines * STEP + 1.3)
