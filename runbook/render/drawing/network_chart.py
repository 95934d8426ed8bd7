"""The network diagram: a box for every task, to the right of what it waits for, on one sheet or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from runbook.render.drawing import heading, signs, wiring
from runbook.render.drawing.axis import letters
from runbook.render.drawing.bars import Chart, chart
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.heading import LEGEND_STEP, Entry
from runbook.render.drawing.layered import Layout, laid_out
from runbook.render.drawing.letters import shortened, width, wrapped
from runbook.render.drawing.paper import A1, A2, A3, ACCENT, BLACK, INK, WHITE, Paper
from runbook.render.drawing.rows import Cells, cells
from runbook.render.drawing.scene import Item, Line, Rect, Scene, Text
from runbook.render.drawing.wiring import Grid
from runbook.schedule.precedence import depths, telling_links
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline, TimelineRow
    from runbook.schedule import Schedule

_WIDE, _BETWEEN, _OVER = 46.0, 12.0, 4.5  # a box; what lies between two boxes of a row, and of a column, in mm
_SIZE, _SMALL, _STEP, _STRIP, _PAD = 7.0, 6.5, 3.0, 4.2, 1.2
_MOST_LINES, _SPARE = 8, 15.5  # lines of a title; room kept for the time in hand beside the dates
_LEAST_SCALE = 0.85  # smaller type is hard to read


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the boxes say, and how high they all are."""

    rows: tuple[TimelineRow, ...]
    cells: dict[str, Cells]
    titles: tuple[tuple[str, ...], ...]
    height: float


def network(timeline: Timeline, schedule: Schedule, stamp: Stamp, paper: Paper | None = None) -> tuple[Scene, ...]:
    """The sheets of the network, from left to right and from top to bottom; sheets that would be empty are left out.

    Without a `paper` it is the smallest of A3, A2 and A1 that holds the whole, else several sheets of A1.
    """
    shown = chart(_linked(timeline))
    boxes = _boxes(schedule, shown, stamp.language)
    depth, links = _order(schedule, shown)
    loose = laid_out(depth, links)
    for one in (paper,) if paper else (A3, A2, A1):
        grid = _grid(timeline, stamp, one, boxes.height)
        scale = _scale(grid, loose)
        if scale >= _LEAST_SCALE:
            return _sheets(timeline, schedule, stamp, boxes, loose, grid.scaled(scale), one)
    return _sheets(timeline, schedule, stamp, boxes, laid_out(depth, links, grid.rows), grid, one)


def _linked(timeline: Timeline) -> Timeline:
    """Without standing duties that neither wait nor are awaited: a network has nothing to say of them."""
    awaited = {name for group in timeline.groups for row in group.rows for name in row.after}

    def shown(row: TimelineRow) -> bool:
        return not row.task.lasting or bool(row.after) or row.task.id in awaited

    groups = (replace(group, rows=tuple(filter(shown, group.rows))) for group in timeline.groups)
    return replace(timeline, groups=tuple(groups))


def _boxes(schedule: Schedule, shown: Chart, language: str) -> Boxes:
    titles = tuple(wrapped(row.task.title, _WIDE - 2 * _PAD, _SIZE, False, _MOST_LINES) for row in shown.rows)
    height = 2 * _STRIP + _STEP * max(map(len, titles), default=1) + 1.2
    return Boxes(tuple(shown.rows), cells(schedule, shown, language), titles, height)


def _order(schedule: Schedule, shown: Chart) -> tuple[list[int], list[tuple[int, int]]]:
    """The depth of every shown task, and the links worth drawing, by the tasks' places among those shown."""
    number = {row.task.id: place for place, row in enumerate(shown.rows)}
    part = schedule.network.part(schedule.network.position[task_id] for task_id in number)
    links = telling_links(part)
    depth = dict(zip(part.ids, depths(part, links), strict=True))
    ends = [(number[part.ids[part.tail[link]]], number[part.ids[part.head[link]]]) for link in links]
    return [depth[task_id] for task_id in number], ends


def _grid(timeline: Timeline, stamp: Stamp, paper: Paper, height: float) -> Grid:
    """Where boxes can stand on that paper."""
    above, legend = _around(timeline, stamp, paper)
    top = paper.top + above.height + 1.5
    room = paper.foot - LEGEND_STEP * len(legend) - 1.5 - top
    return Grid(paper.left, top, paper.room, room, _WIDE, height, _BETWEEN, _OVER)


def _scale(grid: Grid, of: Layout) -> float:
    """By how much the whole must shrink to stand on one sheet; never enlarged."""
    wide = of.layers * grid.step - grid.between
    return min(1.0, grid.room / max(wide, 1.0), grid.high / max(of.height * grid.rise, 1.0))


def _around(timeline: Timeline, stamp: Stamp, paper: Paper) -> tuple[heading.Heading, list[list[Entry]]]:
    about = timeline.heading
    name = say(stamp.language, "drawing.network")
    above = heading.heading(name, about.title, about.complaint, stamp, paper)
    return above, heading.legend_rows(_entries(stamp.language), paper.room)


def _sheets(
    timeline: Timeline, schedule: Schedule, stamp: Stamp, boxes: Boxes, of: Layout, grid: Grid, paper: Paper
) -> tuple[Scene, ...]:
    critical = {number for number, row in enumerate(boxes.rows) if schedule.rows[row.task.id].critical}
    wires = wiring.wires(of, grid, critical)
    across, down = max(1, ceil(of.layers / grid.columns)), max(1, ceil(round(of.height / grid.rows, 6)))
    found: dict[tuple[int, int], list[Item]] = {}
    for cell, items in _items(boxes, of, grid, critical, wires, stamp.language):
        found.setdefault(cell, []).extend(items)
    last = f"{letters(down - 1)}{across}" if across * down > 1 else "1"
    above, legend = _around(timeline, stamp, paper)
    scenes = []
    for (row, column), items in sorted(found.items()) or [((0, 0), [])]:
        page = f"{letters(row)}{column + 1}" if across * down > 1 else "1"
        name = say(stamp.language, "drawing.page", page=page, pages=last)
        whole = [*heading.head(above, paper, [stamp.edition, name]), *items, *heading.legend(legend, paper)]
        count = sum(isinstance(item, Rect) and bool(item.of) for item in items)
        about = say(stamp.language, "drawing.network_about", count=count, page=page)
        scenes.append(Scene(paper.width, paper.height, tuple(whole), say(stamp.language, "drawing.network"), about))
    return tuple(scenes)


def _items(
    boxes: Boxes, of: Layout, grid: Grid, critical: set[int], wires: Sequence[wiring.Wire], language: str
) -> Iterator[tuple[tuple[int, int], list[Item]]]:
    """What is drawn, each with the row and column of its sheet: lines below, critical ones over others, then boxes."""
    for wire in wires:
        yield from wire.on_sheets(grid)
    for number, row in enumerate(boxes.rows):
        sheet, x, y = grid.place(of.layer[number], of.row[number])
        box = _Box(row, boxes.cells[row.task.id], boxes.titles[number], number in critical)
        yield sheet, [grid.shrunk(item, x, y) for item in _box(box, boxes.height, language)]
    for tail, head in of.left_out:
        sheet, x, y = grid.place(of.layer[head], of.row[head])
        text = f"‹ {boxes.rows[tail].task.id}"
        yield sheet, [grid.shrunk(Text(0.0, -0.8, shortened(text, _WIDE, 6.0), 6.0), x, y)]


@dataclass(frozen=True, slots=True)
class _Box:
    row: TimelineRow
    cells: Cells
    title: tuple[str, ...]
    critical: bool


def _box(of: _Box, height: float, language: str) -> Iterator[Item]:
    """A box with its upper left corner at nought: id, lead and length; the title; dates, and time in hand or none."""
    ink, weight = (ACCENT, 1.8) if of.critical else (BLACK, 0.8)
    yield Rect(0.0, 0.0, _WIDE, height, WHITE, ink, weight, of=of.row.task.id)
    for level in (_STRIP, height - _STRIP):
        yield Line(((0.0, level), (_WIDE, level)), ink, 0.5)
    room, base = _WIDE - 2 * _PAD, _STRIP - 1.25
    length = shortened(of.cells.length, room / 3, _SMALL)
    yield Text(_WIDE - _PAD, base, length, _SMALL, "end", of.critical, room=room / 3)
    own = shortened(of.cells.id, room / 3, _SIZE, True)
    yield Text(_PAD, base, own, _SIZE, "start", True, ACCENT if of.critical else BLACK, room / 3)
    begin = _PAD + width(own, _SIZE, True) + 1.6
    left = _WIDE - _PAD - width(length, _SMALL, of.critical) - 1.6 - begin
    yield Text(begin, base, shortened(of.cells.lead, left, _SMALL), _SMALL, colour=INK, room=left)
    first = (height - _STEP * (len(of.title) - 1)) / 2 + 0.9
    for number, line in enumerate(of.title):
        yield Text(_PAD, first + _STEP * number, line, _SIZE, "start", room=room)
    dates = of.cells.start if of.row.task.milestone else f"{of.cells.start} - {of.cells.finish}"
    size = min(_SMALL, (room - _SPARE) / width(dates, 1.0))
    yield Text(_PAD, height - 1.25, dates, size, room=room - _SPARE)
    own = of.row.task.spare and say(language, "drawing.spare", spare=of.row.task.spare)
    spare = of.cells.tag or (say(language, "drawing.no_spare") if of.critical else own)
    left = room - width(dates, size) - 1.5
    shown = shortened(spare, left, _SMALL, of.critical)
    yield Text(_WIDE - _PAD, height - 1.25, shown, _SMALL, "end", of.critical, ink, left)


def _entries(language: str) -> list[Entry]:
    """What the signs mean."""

    def said(key: str) -> str:
        return say(language, f"drawing.sign_{key}")

    return [
        (said("critical_box"), lambda x, y: [Rect(x, y - 1.6, 8, 3.2, WHITE, ACCENT, 1.8)]),
        (said("plain_box"), lambda x, y: [Rect(x, y - 1.6, 8, 3.2, WHITE, BLACK, 0.8)]),
        (said("critical_link"), lambda x, y: signs.arrow([(x, y), (x + 8, y)], True)),
        (said("link"), lambda x, y: signs.arrow([(x, y), (x + 8, y)], False)),
    ]
