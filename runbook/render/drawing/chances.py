"""The days on which all may be ready, as a histogram on a sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from runbook.render.drawing import heading
from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import A4, ACCENT, BLACK, DONE, GRID, INK, LINE, OFF, WHITE
from runbook.render.drawing.scene import Item, Rect, Scene, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.reports.risk import QUANTILES, bar_label, opening, percent, tried
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.frame import Stamp
    from runbook.risk import Prospect
    from runbook.risk.histogram import Bar

MOST_BARS = 44
_SIDE, _SCALE, _NAMES, _SIZE = 12.0, 9.5, 9.0, 7.5  # room at the sides, for days below, for names above; type
_ROOM = 1.06  # times the longest bar
_GAP = 0.16  # of a bar's room, on either side of it
_SUM = (BLACK, 1.1, (0.4, 1.0))
_LEVELS = (5, 10, 20, 25, 50)  # per cent from one line to the next, so that there are no more than six


def chances(of: Prospect, bars: Sequence[Bar], stamp: Stamp) -> Scene:
    """The sheet. `bars`: none where nothing is left to prepare."""
    language = stamp.language
    name, told = say(language, "drawing.risk"), opening(of, language)
    above = heading.heading(name, of.outlook.ceremony.title, "", stamp, A4)
    legend = heading.legend_rows(_entries(language), A4.room)
    top = A4.top + above.height + 6
    items = [
        *heading.head(above, A4),
        Text(A4.left, top, told, 9.0, bold=True, room=A4.room),
        Text(A4.left, top + 4, tried(of, language), _SIZE, colour=INK, room=A4.room),
    ]
    about = told
    if bars:
        plot = _Plot(of, tuple(bars), top + 8 + _NAMES, A4.foot - heading.LEGEND_STEP * len(legend) - _SCALE, language)
        items += [
            *plot.ground(),
            *plot.columns(),
            *plot.sums(),
            *plot.marks(),
            *plot.shares(),
            *heading.legend(legend, A4),
        ]
        ends = {"first": f"{bars[0].first:%d/%m/%Y}", "last": f"{bars[-1].last:%d/%m/%Y}"}
        about = say(language, "drawing.risk_about", samples=of.trial.samples, opening=told, **ends)
    return Scene(A4.width, A4.height, tuple(items), name, about)


def _entries(language: str) -> list[heading.Entry]:
    def bar(kept: bool) -> heading.Sign:
        return lambda x, y: [_column(x + 1, y - 1.7, 6, 3.4, kept)]

    return [
        (say(language, "drawing.risk_kept"), bar(True)),
        (say(language, "drawing.risk_late"), bar(False)),
        (say(language, "drawing.risk_sum"), lambda x, y: [Stroke(((x, y), (x + 8, y)), *_SUM)]),
    ]


def _column(x: float, y: float, wide: float, high: float, kept: bool) -> Item:
    """In time grey, too late white: told apart without colour, and the lines over them stay seen."""
    return Rect(x, y, wide, high, DONE if kept else WHITE, BLACK, 0.6)


@dataclass(frozen=True)
class _Plot:
    """From bars and shares to places on the paper."""

    of: Prospect
    bars: tuple[Bar, ...]
    top: float
    bottom: float
    language: str

    left, right = A4.left + _SIDE, A4.edge - _SIDE

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def _most(self) -> float:
        """Per cent of the longest bar, with room for its figure."""
        return _ROOM * 100 * max(bar.count for bar in self.bars) / self.total

    @property
    def step(self) -> int:
        """Per cent from one level to the next."""
        return next((one for one in _LEVELS if self._most <= 6 * one), _LEVELS[-1])

    @property
    def highest(self) -> float:
        """The share that the plot is high."""
        return ceil(self._most / self.step) * self.step / 100

    def x(self, place: float) -> float:
        return self.left + place / len(self.bars) * (self.right - self.left)

    def y(self, share: float) -> float:
        return self.bottom - share * (self.bottom - self.top)

    def ground(self) -> Iterator[Item]:
        """Days off shaded, levels with the share of a day at the left and of all at the right, the days below."""
        office = self.of.outlook.ceremony.worktimes["office"]
        for place, bar in enumerate(self.bars):
            if bar.first == bar.last and not office.works_on(bar.first):
                yield Rect(self.x(place), self.top, self.x(place + 1) - self.x(place), self.bottom - self.top, OFF)
        for level in range(0, round(100 * self.highest) + 1, self.step):
            yield from self._level(level / 100 / self.highest, f"{level} %")
        for level in range(0, 101, 20):
            yield Text(self.right + 1.5, self.y(level / 100) + 0.9, f"{level} %", _SIZE, colour=INK, room=_SIDE)
        yield from self._days()

    def _level(self, share: float, told: str) -> Iterator[Item]:
        y = self.y(share)
        yield Stroke(((self.left, y), (self.right, y)), LINE if share in (0, 1) else GRID, 0.4)
        yield Text(self.left - 1.5, y + 0.9, told, _SIZE, "end", colour=INK, room=_SIDE)

    def _days(self) -> Iterator[Item]:
        free = self.left - 6
        for place, bar in enumerate(self.bars):
            told = bar_label(bar, self.of.outlook.planned.day.year, self.language)
            middle, room = self.x(place + 0.5), width(told, _SIZE)
            if middle - room / 2 > free:
                yield Text(middle, self.bottom + 4, told, _SIZE, "middle", colour=INK, room=room)
                free = middle + room / 2 + 2

    def columns(self) -> Iterator[Item]:
        """A bar a day: what is in time below, what is too late above it."""
        for place, bar in enumerate(self.bars):
            if not bar.count:
                continue
            left, right = self.x(place + _GAP), self.x(place + 1 - _GAP)
            middle, high = (self.y(count / self.total / self.highest) for count in (bar.kept, bar.count))
            if bar.kept:
                yield _column(left, middle, right - left, self.bottom - middle, True)
            if bar.late:
                yield _column(left, high, right - left, middle - high, False)

    def shares(self) -> Iterator[Item]:
        """The share of each bar over it, clear of the uprights."""
        for place, bar in enumerate(self.bars):
            told, high = percent(bar.count / self.total), self.y(bar.count / self.total / self.highest)
            if bar.count and (room := width(told, _SIZE)) <= self.x(1) - self.x(0):
                middle = self.x(place + 0.5)
                yield Rect(middle - room / 2 - 0.3, high - 3.7, room + 0.6, 3.2, WHITE)
                yield Text(middle, high - 1.2, told, _SIZE, "middle", room=room)

    def sums(self) -> Iterator[Item]:
        """The share of the samples in which all is ready, instant by instant."""
        assert self.of.readiness is not None, "there are bars of it"
        instants = [(share / 100, self.of.readiness.ready_by(share / 100)) for share in range(101)]
        points = [(x, self.y(share)) for share, at in instants if (x := self._at(at)) is not None]
        yield Stroke(tuple(points), *_SUM)

    def marks(self) -> Iterator[Item]:
        """Uprights where P50, P80 and P90 fall and where all must be ready, their names above them."""
        found = self.of.readiness
        assert found is not None, "there are bars of it"
        key = "drawing.risk_begins" if self.of.outlook.ceremony.campaign else "drawing.risk_opens"
        named = [(f"P{round(100 * share)}", found.ready_by(share), False) for share in QUANTILES]
        named.append((say(self.language, key), self.of.last_ready, True))
        ends: list[float] = []  # how far each line of names is taken
        for told, at, bold in sorted(named, key=lambda one: one[1]):
            x = self._at(at)
            if x is None:
                continue
            room = width(told, _SIZE, bold)
            middle = min(max(x, self.left + room / 2), self.right - room / 2)
            line = next((n for n, end in enumerate(ends) if end < middle - room / 2 - 1), len(ends))
            ends[line : line + 1] = [middle + room / 2]
            y, colour = self.top - 2.2 - 3.4 * line, ACCENT if bold else BLACK
            yield Stroke(((x, y + 0.8), (x, self.bottom)), colour, 1.3 if bold else 0.8, () if bold else (1.2, 0.8))
            yield Text(middle, y, told, _SIZE, "middle", bold, colour, room)

    def _at(self, instant: int) -> float | None:
        """Where an instant lies: within its day by the share of the office's hours that are over; None beside it."""
        axis, office = self.of.outlook.planned.axis, self.of.office
        day = axis.civil(instant - 1)[0]
        for place, bar in enumerate(self.bars):
            if bar.first <= day <= bar.last:
                begins, ends = (office.count(axis.minute(*of)) for of in ((bar.first, 0), (bar.last, 1440)))
                return self.x(place + ((office.count(instant) - begins) / (ends - begins) if ends > begins else 0.5))
        return None
