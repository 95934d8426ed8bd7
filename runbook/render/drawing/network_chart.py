"""The network diagram: a box for every task, to the right of what it waits for, on one sheet or several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
from runbook.render.drawing.paper import A1, A2, A3, A4, ACCENT, BLACK, INK, WHITE, Paper
from runbook.render.drawing.rows import Cells, cells
from runbook.render.drawing.scene import Item, Line, Rect, Scene, Text
from runbook.render.drawing.wiring import Grid, moved
from runbook.schedule.precedence import depths, telling_links
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline, TimelineRow
    from runbook.schedule import Schedule

_LEAST, _MOST, _BETWEEN, _OVER = 42.0, 56.0, 10.0, 4.5  # a box's width; between boxes of a row, and of a column, in mm
_SIZE, _STEP, _STRIP, _PAD = 7.0, 3.0, 4.2, 1.2  # smaller type is hard to read, so a drawing is cut and never shrunk
_APART = 1.6  # between two texts of a line
_MOST_LINES, _NAMED = 8, 4  # lines of a title, and tasks named of those on one other sheet


@dataclass(frozen=True, slots=True)
class Boxes:
    """What the boxes say, and how wide and high they all are."""

    rows: tuple[TimelineRow, ...]
    cells: dict[str, Cells]
    titles: tuple[tuple[str, ...], ...]
    wide: float
    height: float


def network(timeline: Timeline, schedule: Schedule, stamp: Stamp, paper: Paper | None = None) -> tuple[Scene, ...]:
    """The sheets of the network, from left to right and from top to bottom; sheets that would be empty are left out.

    Without a `paper` it is the smallest of A4, A3, A2 and A1 that holds the whole, else several sheets of A1.
    """
    shown = chart(_linked(timeline))
    boxes = _boxes(schedule, shown, stamp.language)
    depth, links = _order(schedule, shown)
    loose = laid_out(depth, links)
    for one in (paper,) if paper else (A4, A3, A2, A1):
        grid = _grid(timeline, stamp, one, boxes)
        if grid.holds(loose.layers, loose.height):
            return _sheets(timeline, schedule, stamp, boxes, loose, grid.whole(), one)
    return _sheets(timeline, schedule, stamp, boxes, laid_out(depth, links, grid.rows), grid, one)


def _linked(timeline: Timeline) -> Timeline:
    """Without standing duties that neither wait nor are awaited: a network has nothing to say of them."""
    awaited = {name for group in timeline.groups for row in group.rows for name in row.after}

    def shown(row: TimelineRow) -> bool:
        return not row.task.lasting or bool(row.after) or row.task.id in awaited

    groups = (replace(group, rows=tuple(filter(shown, group.rows))) for group in timeline.groups)
    return replace(timeline, groups=tuple(groups))


def _boxes(schedule: Schedule, shown: Chart, language: str) -> Boxes:
    found = cells(schedule, shown, language)
    needed = [_needed(row, found[row.task.id], schedule.rows[row.task.id].critical, language) for row in shown.rows]
    wide = min(max([_LEAST, *needed]), _MOST)
    titles = tuple(wrapped(row.task.title, wide - 2 * _PAD, _SIZE, False, _MOST_LINES) for row in shown.rows)
    height = 2 * _STRIP + _STEP * max(map(len, titles), default=1) + 1.2
    return Boxes(tuple(shown.rows), found, titles, wide, height)


def _needed(row: TimelineRow, of: Cells, critical: bool, language: str) -> float:
    """How wide a box must be for its foot."""
    dates, spare = _foot(row, of, critical, language)
    return width(dates, _SIZE) + _APART + width(spare, _SIZE, critical) + 2 * _PAD


def _foot(row: TimelineRow, of: Cells, critical: bool, language: str) -> tuple[str, str]:
    """The dates of a task, and its time in hand or that there is none."""
    dates = of.start if row.task.milestone else f"{of.start} - {of.finish}"
    own = row.task.spare and say(language, "drawing.spare", spare=row.task.spare)
    return dates, of.tag or (say(language, "drawing.no_spare") if critical else own)


def _order(schedule: Schedule, shown: Chart) -> tuple[list[int], list[tuple[int, int]]]:
    """The depth of every shown task, and the links worth drawing, by the tasks' places among those shown."""
    number = {row.task.id: place for place, row in enumerate(shown.rows)}
    part = schedule.network.part(schedule.network.position[task_id] for task_id in number)
    links = telling_links(part)
    depth = dict(zip(part.ids, depths(part, links), strict=True))
    ends = [(number[part.ids[part.tail[link]]], number[part.ids[part.head[link]]]) for link in links]
    return [depth[task_id] for task_id in number], ends


def _grid(timeline: Timeline, stamp: Stamp, paper: Paper, boxes: Boxes) -> Grid:
    """Where boxes can stand on that paper."""
    above, legend = _around(timeline, stamp, paper)
    top = paper.top + above.height + 1.5
    room = paper.foot - LEGEND_STEP * len(legend) - 1.5 - top
    return Grid(paper.left, top, paper.room, room, boxes.wide, boxes.height, _BETWEEN, _OVER)


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
    last = _name((down - 1, across - 1)) if across * down > 1 else "1"
    above, legend = _around(timeline, stamp, paper)
    scenes = []
    for (row, column), items in sorted(found.items()) or [((0, 0), [])]:
        page = _name((row, column)) if across * down > 1 else "1"
        name = say(stamp.language, "drawing.page", page=page, pages=last)
        whole = [*heading.head(above, paper, name), *items, *heading.legend(legend, paper)]
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
        box = _Box(row, boxes.cells[row.task.id], boxes.titles[number], boxes.wide, number in critical)
        yield sheet, [moved(item, x, y) for item in _box(box, boxes.height, language)]
    for number, notes in _elsewhere(boxes, of, grid, language).items():
        sheet, x, y = grid.place(of.layer[number], of.row[number])
        yield sheet, [moved(item, x, y) for item in _notes(*notes, boxes.wide)]


def _elsewhere(boxes: Boxes, of: Layout, grid: Grid, language: str) -> dict[int, tuple[str, str]]:
    """By box which tasks of other sheets, or too far off to draw a line to, come before it, and which after."""
    sheets = [grid.place(of.layer[number], of.row[number])[0] for number in range(of.boxes)]
    links = {link for own in of.steps.values() for link in own if sheets[link[0]] != sheets[link[1]]}
    before: dict[int, dict[str, list[str]]] = {}
    after: dict[int, dict[str, list[str]]] = {}
    for tail, head in sorted(links | {*of.left_out}, key=lambda link: (sheets[link[0]], sheets[link[1]], link)):
        apart = sheets[tail] != sheets[head]
        for found, own, other in ((before, head, tail), (after, tail, head)):
            page = _name(sheets[other]) if apart else ""
            found.setdefault(own, {}).setdefault(page, []).append(boxes.rows[other].task.id)
    return {
        one: _references(before.get(one, {}), after.get(one, {}), boxes.wide, language)
        for one in sorted(before.keys() | after.keys())
    }


def _references(
    before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]], wide: float, language: str
) -> tuple[str, str]:
    """Both in words that stand side by side above a box: where tasks have no room, only their pages."""
    sides = (("from", before), ("to", after))
    whole = [" ".join(_reference(sign, tasks, page, language) for page, tasks in of.items()) for sign, of in sides]
    if sum(width(text, _SIZE) for text in whole) + _APART <= wide:
        return whole[0], whole[1]
    room = (wide - _APART) / 2 if before and after else wide
    brief = [_reference(sign, ["…"], ", ".join(filter(None, of)), language) if of else "" for sign, of in sides]
    come, gone = (
        text if width(text, _SIZE) <= room else shortened(short, room, _SIZE)
        for text, short in zip(whole, brief, strict=True)
    )
    return come, gone


def _reference(sign: str, tasks: Sequence[str], page: str, language: str) -> str:
    """Tasks that come before ("from") or after ("to"), and their page where that is another."""
    named = ", ".join(tasks[:_NAMED]) + ("…" if len(tasks) > _NAMED else "")
    return say(language, f"drawing.{sign}" if page else f"drawing.{sign}_here", tasks=named, page=page)


def _name(sheet: tuple[int, int]) -> str:
    """A sheet's name where there are several: its row as a letter, its column as a number."""
    return f"{letters(sheet[0])}{sheet[1] + 1}"


def _notes(come: str, gone: str, wide: float) -> Iterator[Item]:
    """What comes from elsewhere above a box's left end, what goes elsewhere above its right end."""
    if come:
        yield Text(0.0, -0.9, come, _SIZE, room=width(come, _SIZE))
    if gone:
        yield Text(wide, -0.9, gone, _SIZE, "end", room=width(gone, _SIZE))


@dataclass(frozen=True, slots=True)
class _Box:
    row: TimelineRow
    cells: Cells
    title: tuple[str, ...]
    wide: float
    critical: bool


def _box(of: _Box, height: float, language: str) -> Iterator[Item]:
    """A box with its upper left corner at nought: id, lead and length; the title; dates, and time in hand or none."""
    ink, weight = (ACCENT, 1.8) if of.critical else (BLACK, 0.8)
    wide = of.wide
    yield Rect(0.0, 0.0, wide, height, WHITE, ink, weight, of=of.row.task.id)
    for level in (_STRIP, height - _STRIP):
        yield Line(((0.0, level), (wide, level)), ink, 0.5)
    room, base = wide - 2 * _PAD, _STRIP - 1.25
    length = shortened(of.cells.length, room / 3, _SIZE, of.critical)
    yield Text(wide - _PAD, base, length, _SIZE, "end", of.critical, room=room / 3)
    own = shortened(of.cells.id, room / 3, _SIZE, True)
    yield Text(_PAD, base, own, _SIZE, "start", True, ACCENT if of.critical else BLACK, room / 3)
    begin = _PAD + width(own, _SIZE, True) + _APART
    left = wide - _PAD - width(length, _SIZE, of.critical) - _APART - begin
    yield Text(begin, base, shortened(of.cells.lead, left, _SIZE), _SIZE, colour=INK, room=left)
    first = (height - _STEP * (len(of.title) - 1)) / 2 + 0.9
    for number, line in enumerate(of.title):
        yield Text(_PAD, first + _STEP * number, line, _SIZE, "start", room=room)
    dates, spare = _foot(of.row, of.cells, of.critical, language)
    yield Text(_PAD, height - 1.25, dates, _SIZE, room=room)
    left = room - width(dates, _SIZE) - _APART
    shown = shortened(spare, left, _SIZE, of.critical)
    yield Text(wide - _PAD, height - 1.25, shown, _SIZE, "end", of.critical, ink, left)


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
