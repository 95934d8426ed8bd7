"""The lines of a network diagram: orthogonal, in tracks of their own between the layers, cut where sheets end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from runbook.render.drawing import signs
from runbook.render.drawing.layered import Layout
from runbook.render.drawing.paper import ACCENT
from runbook.render.drawing.scene import Item, Line, Point, Rect, Text

_PLAIN, _LITTLE, _ENDLESS = "#6e6e6e", 1e-6, 10**6
_ASIDE = 2.2  # how far from a box's middle a line comes in where another line leaves at the same height


@dataclass(frozen=True, slots=True)
class Grid:
    """Where boxes can stand on a sheet, in mm: its free area, the size of a box, the room between boxes. The whole
    drawing is cut into sheets of `columns` layers and `rows` boxes, unless a `single` sheet holds it."""

    left: float
    top: float
    room: float
    high: float
    wide: float
    tall: float
    between: float
    over: float
    single: bool = False

    @property
    def step(self) -> float:
        """From a layer to the next."""
        return self.wide + self.between

    @property
    def rise(self) -> float:
        """From a box to the one below it."""
        return self.tall + self.over

    @property
    def columns(self) -> int:
        return _ENDLESS if self.single else max(1, int((self.room + self.between + _LITTLE) / self.step))

    @property
    def rows(self) -> int:
        return _ENDLESS if self.single else max(1, int(self.high / self.rise + _LITTLE))

    @property
    def across(self) -> float:
        """The width of what one sheet shows of the whole drawing."""
        return self.columns * self.step

    @property
    def down(self) -> float:
        return self.rows * self.rise

    def holds(self, layers: int, height: float) -> bool:
        """Whether one sheet has room for so many layers, the highest of so many boxes."""
        return layers * self.step - self.between <= self.room and height * self.rise <= self.high

    def whole(self) -> Grid:
        """The same for a drawing that one sheet holds."""
        return replace(self, single=True)

    def place(self, layer: int, row: float) -> tuple[tuple[int, int], float, float]:
        """The sheet of a box, as its row and column, and its upper left corner on that sheet."""
        column, own = divmod(layer, self.columns)
        sheet, middle = divmod(row, self.rows)
        return (int(sheet), column), self.left + own * self.step, self.top + middle * self.rise - self.tall / 2

    def on_sheet(self, sheet: tuple[int, int], point: Point) -> Point:
        """A point of the whole drawing on that sheet of paper."""
        return point[0] - sheet[1] * self.across + self.left, point[1] - sheet[0] * self.down + self.top


def moved(item: Item, x: float, y: float) -> Item:
    """An item drawn about nought, moved to that place."""
    if isinstance(item, Rect | Text):
        return replace(item, x=x + item.x, y=y + item.y)
    return replace(item, points=tuple((x + left, y + top) for left, top in item.points))


@dataclass(frozen=True, slots=True)
class Wire:
    """A straight piece of a line, level or upright, in mm of the whole drawing; `tip`: it ends in an arrow's head."""

    begin: Point
    end: Point
    critical: bool
    tip: bool = False

    def on_sheets(self, grid: Grid) -> Iterator[tuple[tuple[int, int], list[Item]]]:
        """The piece cut where sheets end."""
        (x0, x1), (y0, y1) = sorted((self.begin[0], self.end[0])), sorted((self.begin[1], self.end[1]))
        ink, weight = (ACCENT, 1.4) if self.critical else (_PLAIN, 0.6)
        for row in range(int(y0 // grid.down), int(y1 // grid.down) + 1):
            for column in range(int(x0 // grid.across), int(x1 // grid.across) + 1):
                low = max(x0, column * grid.across), max(y0, row * grid.down)
                high = min(x1, (column + 1) * grid.across - _LITTLE), min(y1, (row + 1) * grid.down - _LITTLE)
                items: list[Item] = []
                if high[0] > low[0] or high[1] > low[1]:
                    ends = (grid.on_sheet((row, column), low), grid.on_sheet((row, column), high))
                    items.append(Line(ends, ink, weight))
                if self.tip and low[0] <= self.end[0] <= high[0]:
                    before, tip = (grid.on_sheet((row, column), point) for point in (self.begin, self.end))
                    items.append(signs.head(before, tip, ink))
                if items:
                    yield (row, column), items


def wires(of: Layout, grid: Grid, critical: set[int]) -> list[Wire]:
    """All pieces, those between critical boxes last."""
    heavy = {step for step, links in of.steps.items() if any({*link} <= critical for link in links)}
    y = [row * grid.rise for row in of.row]
    come = _arrivals(of, y)
    tracks = _tracks(of, y, come)
    found = [wire for step in of.steps for wire in _pieces(step, of, grid, y, come, tracks, step in heavy)]
    found += _passing(of, grid, y, heavy)
    return sorted(dict.fromkeys(found), key=lambda wire: wire.critical)


def _arrivals(of: Layout, y: list[float]) -> dict[int, float]:
    """At what height lines come upon each node: its middle, or aside where one that is not its own leaves there."""
    leaving: dict[tuple[int, float], set[int]] = {}
    for tail, _ in of.steps:
        leaving.setdefault((of.layer[tail], round(y[tail], 1)), set()).add(tail)
    before: dict[int, set[int]] = {}
    for tail, head in of.steps:
        before.setdefault(head, set()).add(tail)
    found = {}
    for head, tails in before.items():
        strangers = leaving.get((of.layer[head] - 1, round(y[head], 1)), set()) - tails
        found[head] = y[head] - _ASIDE if strangers and head < of.boxes else y[head]
    return found


def _tracks(of: Layout, y: list[float], come: dict[int, float]) -> dict[int, tuple[int, int]]:
    """For every node whose lines turn: its upright's track behind its layer, and how many tracks there are."""
    spans: dict[int, list[float]] = {}
    for tail, head in of.steps:
        spans.setdefault(tail, [y[tail]]).append(come[head])
    by_layer: dict[int, list[int]] = {}
    for tail, heights in spans.items():
        if max(heights) - min(heights) > _LITTLE:
            by_layer.setdefault(of.layer[tail], []).append(tail)
    found: dict[int, tuple[int, int]] = {}
    for tails in by_layer.values():
        own = _coloured(sorted(tails, key=lambda tail: _turn(spans[tail])), spans)
        count = max(own.values()) + 1
        found |= {tail: (track, count) for tail, track in own.items()}
    return found


def _turn(heights: list[float]) -> tuple[bool, float]:
    """Lines that go down turn the sooner the lower they begin, lines that go up the sooner the higher: fewer cross."""
    down = sum(heights[1:]) / len(heights[1:]) >= heights[0]
    return down, -heights[0] if down else heights[0]


def _coloured(tails: Iterable[int], spans: dict[int, list[float]]) -> dict[int, int]:
    """The first track for each upright after those of the uprights before it that it would touch."""
    found: dict[int, int] = {}
    ends: list[list[tuple[float, float]]] = []
    for tail in tails:
        low, high = min(spans[tail]) - 0.8, max(spans[tail]) + 0.8
        free = len(ends)
        while free and not any(begin < high and low < end for begin, end in ends[free - 1]):
            free -= 1
        if free == len(ends):
            ends.append([])
        ends[free].append((low, high))
        found[tail] = free
    return found


def _pieces(
    step: tuple[int, int],
    of: Layout,
    grid: Grid,
    y: list[float],
    come: dict[int, float],
    tracks: dict[int, tuple[int, int]],
    critical: bool,
) -> Iterator[Wire]:
    """From the right of one node to the left of the next: level, upright, level."""
    tail, head = step
    left = of.layer[tail] * grid.step + grid.wide
    right, box = left + grid.between, head < of.boxes
    if abs(come[head] - y[tail]) <= _LITTLE:
        yield Wire((left, y[tail]), (right, y[tail]), critical, box)
        return
    track, count = tracks[tail]
    turn = left + 2.0 + (grid.between - 5.5) * (track + 1) / (count + 1)
    yield Wire((left, y[tail]), (turn, y[tail]), critical)
    yield Wire((turn, y[tail]), (turn, come[head]), critical)
    yield Wire((turn, come[head]), (right, come[head]), critical, box)


def _passing(of: Layout, grid: Grid, y: list[float], heavy: set[tuple[int, int]]) -> list[Wire]:
    """Lines through the layers they pass by."""
    critical = {node for step in heavy for node in step}
    left = [layer * grid.step for layer in of.layer]
    return [
        Wire((left[node], y[node]), (left[node] + grid.wide, y[node]), node in critical)
        for node in range(of.boxes, len(of.layer))
    ]
