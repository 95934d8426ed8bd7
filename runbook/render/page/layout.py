"""The lines of the chart on sheets of paper. Lengths are CSS pixels, 96 to the inch: the chart fills an A3 sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runbook.render.page.gantt import Chart
from runbook.render.page.lettering import lines
from runbook.reports.timeline import TimelineGroup, TimelineRow
from runbook.text import say

SIZE, LEAD_SIZE, STEP = 10.5, 9.5, 12.0
WIDTH, HEAD = 1496.0, 46.0
TITLE_X, TITLE_ROOM, LEAD_X, LEAD_ROOM = 38.0, 390.0, 436.0, 128.0
TAG_ROOM = 34.0  # kept free of the title's text for the word that marks a critical task
START_X, FINISH_X, LENGTH_X, CHART_X = 588.0, 630.0, 676.0, 708.0  # the middles of the date columns, the chart's edge
ROOM, UNDER_MASTHEAD, COMPLAINT = 850.0, 745.0, 20.0  # what lines may fill of a sheet; what a complaint takes of it
_BAND, _LEAST = 18.5, 20.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart: a group's band where `row` is None, else a task. `top` counts from the first line."""

    top: float
    height: float
    title: tuple[str, ...]
    lead: tuple[str, ...]
    group: TimelineGroup
    row: TimelineRow | None

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one sheet of paper holds."""

    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return self.lines[-1].top + self.lines[-1].height if self.lines else 0.0


def sheets(chart: Chart, language: str, first_room: float) -> list[Sheet]:
    """The chart cut into sheets; a group that goes on repeats its band, and a band is never the last line of a sheet.

    `first_room`: what the first sheet has for lines, less where a masthead stands above them.
    """
    found: list[list[Line]] = [[]]
    for group, hours in zip(chart.groups, chart.hours, strict=True):
        room = first_room if len(found) == 1 else ROOM
        block = [_band(group, hours, language), *_rows(group)]
        if _end(found[-1]) + sum(line.height for line in block[:2]) > room:
            found.append([])
        _lay(found, block, language, first_room)
    return [Sheet(tuple(lines)) for lines in found if lines]


def _lay(found: list[list[Line]], block: list[Line], language: str, first_room: float) -> None:
    for line in block:
        room = first_room if len(found) == 1 else ROOM
        if _end(found[-1]) + line.height > room:
            found.append([replace(block[0], title=(say(language, "page.continued", title=block[0].group.title),))])
        found[-1].append(replace(line, top=_end(found[-1])))


def _end(lines_: list[Line]) -> float:
    return lines_[-1].top + lines_[-1].height if lines_ else 0.0


def _band(group: TimelineGroup, hours: int, language: str) -> Line:
    title = say(language, "page.hours_left_out", title=group.title, count=hours) if hours else group.title
    return Line(0, _BAND, (title,), (), group, None)


def _rows(group: TimelineGroup) -> Iterator[Line]:
    for row in group.rows:
        bold = bool(row.task.mark)
        title = lines(row.task.title, TITLE_ROOM - TAG_ROOM, SIZE, bold)
        lead = lines(row.task.lead, LEAD_ROOM, LEAD_SIZE)
        yield Line(0, max(_LEAST, 6.0 + STEP * max(len(title), len(lead))), title, lead, group, row)
