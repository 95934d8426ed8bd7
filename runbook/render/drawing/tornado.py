"""The tasks that move the day on which all is ready most, as a tornado chart on a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.render.drawing import heading
from runbook.render.drawing.letters import shortened, width
from runbook.render.drawing.paper import A4, BLACK, GRID, INK, LINE, WHITE
from runbook.render.drawing.scene import Item, Rect, Scene, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.reports.risk import TaskRow, mean_text, tried
from runbook.reports.risk import signed as days
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.frame import Stamp
    from runbook.risk import Prospect

MOST = 16  # tasks on the sheet
_NAMES, _INDEX, _FIGURE = 96.0, 20.0, 12.0  # room for names, for the criticality index, for a bar's figure
_HEAD, _SCALE, _SIZE = 6.0, 10.0, 7.5
_TALLEST = 11.0  # of a row
_STEPS = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50)  # days from one upright to the next


def tornado(of: Prospect, rows: Sequence[TaskRow], stamp: Stamp) -> Scene:
    """The sheet of the first of these tasks."""
    language = stamp.language
    name, shown = say(language, "drawing.tornado"), tuple(rows[:MOST])
    above = heading.heading(name, of.outlook.ceremony.title, "", stamp, A4)
    legend = heading.legend_rows(_entries(language), A4.room)
    top = A4.top + above.height + 8
    items = list(heading.head(above, A4))
    items.append(Text(A4.left, A4.top + above.height + 4, tried(of, language), _SIZE, colour=INK, room=A4.room))
    about = say(language, "drawing.tornado_none")
    if shown:
        plot = _Plot(shown, top + _HEAD, A4.foot - heading.LEGEND_STEP * len(legend) - _SCALE, language)
        items += [*plot.ground(), *plot.rows_drawn(), plot.axis(mean_text(of, language)), *heading.legend(legend, A4)]
        about = say(language, "drawing.tornado_about", count=len(shown), first=f"{shown[0].id} {shown[0].title}")
    else:
        items.append(Text(A4.left, top + 4, about, 9.0, bold=True, room=A4.room))
    return Scene(A4.width, A4.height, tuple(items), name, about)


def _entries(language: str) -> list[heading.Entry]:
    def entry(key: str, slow: bool) -> heading.Entry:
        return say(language, f"drawing.tornado_{key}"), lambda x, y: [_bar(x + 1, x + 7, y, 1.7, slow)]

    return [entry("quick", False), entry("slow", True)]


def _bar(left: float, right: float, y: float, half: float, slow: bool) -> Item:
    """The slow side dark, the quick side white: told apart without colour."""
    return Rect(min(left, right), y - half, abs(right - left), 2 * half, INK if slow else WHITE, BLACK, 0.6)


@dataclass(frozen=True)
class _Plot:
    """From tasks and days to places on the paper."""

    rows: tuple[TaskRow, ...]
    top: float
    foot: float
    language: str

    left, right = A4.left + _NAMES + _FIGURE, A4.edge - _INDEX - _FIGURE

    @property
    def height(self) -> float:
        """Of a row."""
        return min(_TALLEST, (self.foot - self.top) / len(self.rows))

    @property
    def bottom(self) -> float:
        return self.top + self.height * len(self.rows)

    @property
    def ends(self) -> tuple[float, float]:
        """The days at the two edges of the plot."""
        return min(0.0, *(row.low for row in self.rows)), max(0.0, *(row.high for row in self.rows))

    def x(self, value: float) -> float:
        first, last = self.ends
        return self.left + (value - first) / (last - first) * (self.right - self.left)

    def ground(self) -> Iterator[Item]:
        """Uprights with their days below, the mean darker; the heads of the columns."""
        first, last = self.ends
        step = next((one for one in _STEPS if (last - first) / one <= 10), _STEPS[-1])
        for number in range(int(first / step), int(last / step) + 1):
            x = self.x(number * step)
            yield Stroke(((x, self.top), (x, self.bottom)), BLACK if not number else GRID, 0.8 if not number else 0.4)
            told = days(number * step, self.language) if number else "0"
            yield Text(x, self.bottom + 4, told, _SIZE, "middle", colour=INK, room=width(told, _SIZE))
        index = say(self.language, "drawing.tornado_index")
        yield Text(A4.edge, self.top - 2, index, _SIZE, "end", True, room=_INDEX)
        yield Stroke(((A4.left, self.top), (A4.edge, self.top)), LINE, 0.5)

    def rows_drawn(self) -> Iterator[Item]:
        """A bar for every task, what it is and whose before it, its criticality index behind it."""
        for number, row in enumerate(self.rows):
            y = self.top + self.height * (number + 0.5)
            half = min(2.6, self.height * 0.32)
            yield from self._name(row, y)
            for end, slow in ((row.low, False), (row.high, True)):
                yield _bar(self.x(0), self.x(end), y, half, slow)
                beside = self.x(max(end, 0)) + 1.2 if slow else self.x(min(end, 0)) - 1.2
                told = days(end, self.language)
                yield Text(beside, y + 0.95, told, _SIZE, "start" if slow else "end", room=_FIGURE)
            yield Text(A4.edge, y + 0.95, row.index, _SIZE, "end", room=_INDEX)
            below = self.top + self.height * (number + 1)
            yield Stroke(((A4.left, below), (A4.edge, below)), GRID, 0.3)

    def _name(self, row: TaskRow, y: float) -> Iterator[Item]:
        head = f"{row.id}  {row.title}"
        yield Text(A4.left, y - 0.4, shortened(head, _NAMES - 2, _SIZE, True), _SIZE, bold=True, room=_NAMES - 2)
        yield Text(A4.left, y + 2.9, shortened(row.lead, _NAMES - 2, 7.0), 7.0, colour=INK, room=_NAMES - 2)

    def axis(self, mean: str) -> Item:
        """What the days are counted from."""
        told = say(self.language, "drawing.tornado_axis", mean=mean)
        return Text(self.right + _FIGURE, self.bottom + 8, told, _SIZE, "end", colour=INK, room=width(told, _SIZE))
