"""What every part of a Gantt chart's drawing needs to know of the sheet it is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from runbook.render.drawing.axis import HEAD, Axis
from runbook.render.drawing.bars import Bar, Chart, Tie
from runbook.render.drawing.paper import Paper
from runbook.render.drawing.rows import Columns, Line, Page
from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every sheet says of its origin, in words: who issues the plan, its number and date, the edition."""

    language: str
    issuer: str = ""
    plan: str = ""
    edition: str = ""


@dataclass(frozen=True)
class Whole:
    """A Gantt chart before it is cut into sheets. `axes`: the stretches of days of each page, side by side.

    `ghosts`: where a baseline had the tasks, from when to when in days from the chart's first day.
    """

    schedule: Schedule
    chart: Chart
    bars: Mapping[str, Bar]
    ties: tuple[Tie, ...]
    pages: tuple[Page, ...]
    axes: tuple[tuple[Axis, ...], ...]
    columns: Columns
    paper: Paper
    stamp: Stamp
    ghosts: Mapping[str, tuple[float, float]] = field(default_factory=dict)

    @cached_property
    def page_of(self) -> dict[str, int]:
        """The number, from 0, of the page that each shown task is on."""
        return {line.row.task.id: number for number, page in enumerate(self.pages) for line in page.lines if line.row}

    @cached_property
    def touching(self) -> dict[int, list[Tie]]:
        """The links that touch each page, by the page's number."""
        found: dict[int, list[Tie]] = {number: [] for number in range(len(self.pages))}
        for tie in self.ties:
            for number in {self.page_of[tie.tail], self.page_of[tie.head]}:
                found[number].append(tie)
        return found


@dataclass(frozen=True)
class Frame:
    """One sheet: which page of rows, which stretch of days, and where on the paper its table begins."""

    whole: Whole
    number: int
    axis: Axis
    top: float

    @property
    def page(self) -> Page:
        return self.whole.pages[self.number]

    @property
    def language(self) -> str:
        return self.whole.stamp.language

    @property
    def body(self) -> float:
        """Where the first row begins."""
        return self.top + HEAD

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.body + self.page.height

    @property
    def chart_left(self) -> float:
        return self.whole.paper.left + self.whole.columns.total

    @cached_property
    def lines(self) -> dict[str, Line]:
        """The lines of this sheet's tasks, by id."""
        return {line.row.task.id: line for line in self.page.lines if line.row}

    def y(self, line: Line) -> float:
        """The middle of a line on the paper."""
        return self.body + line.middle

    def clipped(self, days: float) -> float:
        """Where a place lies on the paper, at the nearer edge where it is outside this sheet."""
        return self.axis.x(min(max(days, self.axis.first), self.axis.last))
