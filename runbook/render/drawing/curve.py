"""The S-curve of the work on a sheet of paper: planned, done and expected, day by day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from runbook.render.drawing import heading
from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import A4, ACCENT, BLACK, GRID, INK, LINE, OFF
from runbook.render.drawing.scene import Item, Rect, Scene, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.reports.phrasing import Phrasing
from runbook.reports.rows import phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.frame import Stamp
    from runbook.tracking import Outlook
    from runbook.tracking.curve import Curve, Point

_LEFT, _SCALE, _SIZE = 12.0, 12.0, 7.5  # room for percent at the left, for days below; type
_NARROW = 2.0  # a day of that many mm or less is not shaded where it is off
_PLANNED, _DONE, _EXPECTED = (INK, 0.9, (2.2, 1.2)), (BLACK, 2.2, ()), (ACCENT, 1.6, (0.9, 0.9))
_SIGNS = {"planned": _PLANNED, "done": _DONE, "forecast": _EXPECTED}


def curve(of: Outlook, found: Curve, baseline: str, stamp: Stamp) -> Scene:
    """The sheet. `baseline`: what the planned curve is taken from, in words."""
    language, phrase = stamp.language, phrasing(of.planned, stamp.language)
    name, title = say(language, "drawing.curve"), of.ceremony.title
    above = heading.heading(name, title, "", stamp, A4)
    planned, done = (round(100 * share) for share in found.shares_now)
    legend = heading.legend_rows(_entries(baseline, language), A4.room)
    top = A4.top + above.height + 4
    bottom = A4.foot - heading.LEGEND_STEP * len(legend) - _SCALE
    grid = _Grid(of, found, top, bottom)
    facts = {"now": phrase.start(of.now), "planned": planned, "done": done}
    said = say(language, "drift.curve_now", **facts)
    items = [
        *heading.head(above, A4, said),
        *grid.ground(phrase),
        *grid.line(found.planned, *_PLANNED),
        *grid.line(found.expected, *_EXPECTED),
        *grid.line(found.done, *_DONE),
        *grid.present(phrase),
        *heading.legend(legend, A4),
    ]
    first, last = (f"{day:%d/%m/%Y}" for day in grid.ends)
    about = say(language, "drawing.curve_about", first=first, last=last, **facts)
    return Scene(A4.width, A4.height, tuple(items), name, about)


def _entries(baseline: str, language: str) -> list[heading.Entry]:
    def entry(key: str) -> heading.Entry:
        colour, weight, dash = _SIGNS[key]
        text = say(language, f"drawing.curve_{key}") + (f" ({baseline})" if key == "planned" else "")
        return text, lambda x, y: [Stroke(((x, y), (x + 8, y)), colour, weight, dash)]

    return [entry(key) for key in _SIGNS]


class _Grid:
    """From instants and shares to places on the paper."""

    def __init__(self, of: Outlook, found: Curve, top: float, bottom: float) -> None:
        self.of, self.top, self.bottom = of, top, bottom
        self.left, self.right = A4.left + _LEFT, A4.edge
        instants = [at for at, _ in found.planned] or [of.now, of.now + 1]
        self.first, self.last = instants[0], max(instants[-1], instants[0] + 1)

    @property
    def ends(self) -> tuple[date, date]:
        """The first and the last day."""
        civil = self.of.planned.axis.civil
        return civil(self.first)[0], civil(self.last - 1)[0]

    def x(self, at: int) -> float:
        return self.left + (at - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, share: float) -> float:
        return self.bottom - share * (self.bottom - self.top)

    def line(self, points: Sequence[Point], colour: str, weight: float, dash: tuple[float, ...]) -> Iterator[Item]:
        if len(points) > 1:
            yield Stroke(tuple((self.x(at), self.y(share)) for at, share in points), colour, weight, dash)

    def ground(self, phrase: Phrasing) -> Iterator[Item]:
        """Days off shaded, a level for every quarter, the days below as far as they have room."""
        yield from self._days(phrase)
        for percent in range(0, 101, 25):
            y = self.y(percent / 100)
            yield Stroke(((self.left, y), (self.right, y)), LINE if percent in (0, 100) else GRID, 0.4)
            yield Text(self.left - 1.5, y + 0.9, f"{percent} %", _SIZE, "end", colour=INK, room=_LEFT)

    def _days(self, phrase: Phrasing) -> Iterator[Item]:
        office, axis = self.of.ceremony.worktimes["office"], self.of.planned.axis
        day, last = self.ends
        free, size = self.left, width("CN 00/00", _SIZE) + 2
        while day <= last:
            begins, ends = self.x(max(axis.minute(day), self.first)), self.x(min(axis.minute(day, 1440), self.last))
            if ends - begins > _NARROW and not office.works_on(day):
                yield Rect(begins, self.top, ends - begins, self.bottom - self.top, OFF)
            middle = (begins + ends) / 2
            if middle - size / 2 >= free and middle + size / 2 <= self.right + 4:
                yield Text(middle, self.bottom + 4, phrase.day(day)[:8], _SIZE, "middle", colour=INK, room=size)
                free = middle + size / 2
            day = date.fromordinal(day.toordinal() + 1)

    def present(self, phrase: Phrasing) -> Iterator[Item]:
        """The dashed line of now, and the opening, where they lie on the paper."""
        for at, text, bold in (
            (self.of.now, phrase.start(self.of.now), False),
            (self.of.planned.opening, say(phrase.language, "drawing.day_n", day=f"{self.of.planned.day:%d/%m}"), True),
        ):
            if self.first <= at <= self.last:
                x, room = self.x(at), width(text, _SIZE, bold)
                yield Stroke(((x, self.top), (x, self.bottom + 5)), ACCENT if bold else BLACK, 1.0, (1.2, 0.8))
                middle = min(max(x, self.left + room / 2), self.right - room / 2)
                colour = ACCENT if bold else BLACK
                yield Text(middle, self.bottom + (8.5 if bold else 11.5), text, _SIZE, "middle", bold, colour, room)
