"""The table at the left of a Gantt chart, and the frame around both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runbook.render.drawing.axis import HEAD
from runbook.render.drawing.frame import Frame
from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import ACCENT, BAND, BLACK, GRID, WHITE
from runbook.render.drawing.rows import PAD, SIZE, STEP, TAG, Line
from runbook.render.drawing.scene import MM_PER_POINT, Align, Item, Rect, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.text import say

_EDGE = 1.5  # width of the thick bar beside critical tasks
_RISE = 0.36 * SIZE * MM_PER_POINT  # from the middle of a line of type down to its baseline


def bands(frame: Frame) -> Iterator[Item]:
    """The grey ground of the groups' lines, over table and chart."""
    for line in frame.page.lines:
        if line.row is None:
            top = frame.body + line.top
            yield Rect(frame.whole.paper.left, top, frame.whole.paper.room, line.height, BAND)


def rules(frame: Frame) -> Iterator[Item]:
    """A thin rule between rows."""
    left, right = frame.whole.paper.left, frame.whole.paper.edge
    for line in frame.page.lines:
        level = frame.body + line.top
        yield Stroke(((left, level), (right, level)), GRID, 0.4)


def border(frame: Frame) -> Iterator[Item]:
    """The frame around table and chart, the line between them, and the one under their heads."""
    paper, chart = frame.whole.paper, frame.chart_left
    yield Rect(paper.left, frame.top, paper.room, frame.bottom - frame.top, "", BLACK, 1.0)
    yield Stroke(((paper.left, frame.body), (paper.edge, frame.body)), BLACK, 0.9)
    yield Stroke(((chart, frame.top), (chart, frame.bottom)), BLACK, 0.9)


def titles(frame: Frame) -> Iterator[Item]:
    """The head of the table."""
    keys = ("id", "task", "lead", "start", "finish", "length")
    for key, (x, room, align) in zip(keys, _places(frame), strict=True):
        text = say(frame.language, f"drawing.{key}")
        size = min(SIZE, (room + 1) / width(text, 1.0, True))
        yield Text(x, frame.top + HEAD / 2 + 1, text, size, align, bold=True, room=room + 1)


def _places(frame: Frame) -> list[tuple[float, float, Align]]:
    """Of each column where its text stands, how much room it has, how it is aligned."""
    own, left = frame.whole.columns, frame.whole.paper.left
    found: list[tuple[float, float, Align]] = []
    for number, room in enumerate((own.id, own.title, own.lead, own.date, own.date, own.length)):
        align: Align = "start" if number < 3 else "middle"
        found.append((left + (PAD if align == "start" else room / 2), room - 2 * PAD, align))
        left += room
    return found


def cells(frame: Frame) -> Iterator[Item]:
    """What the rows say."""
    for line in frame.page.lines:
        if line.row is None:
            yield from _lines(frame, line, line.title, 0, bold=True, room=frame.whole.columns.total - 2 * PAD)
        else:
            yield from _task(frame, line)


def _task(frame: Frame, line: Line) -> Iterator[Item]:
    assert line.row is not None
    assert line.cells is not None
    bold = bool(line.row.task.mark)
    if bold:
        yield Rect(frame.whole.paper.left - _EDGE, frame.body + line.top, _EDGE, line.height, ACCENT)
    yield from _lines(frame, line, line.id, 0, bold)
    yield from _lines(frame, line, line.title, 1, bold)
    yield from _lines(frame, line, line.lead, 2)
    yield from _lines(frame, line, (line.cells.start,), 3)
    yield from _lines(frame, line, (line.cells.finish,), 4)
    yield from _lines(frame, line, line.length, 5)
    if line.cells.tag:
        yield from tag(_places(frame)[2][0] - 2 * PAD, frame.y(line), line.cells.tag)


def _lines(
    frame: Frame, line: Line, texts: Sequence[str], column: int, bold: bool = False, room: float = 0.0
) -> Iterator[Item]:
    x, own, align = _places(frame)[column]
    first = frame.y(line) + _RISE - STEP * (len(texts) - 1) / 2
    for number, text in enumerate(texts):
        yield Text(x, first + STEP * number, text, SIZE, align, bold, room=room or own)


def tag(right: float, y: float, word: str) -> Iterator[Item]:
    """The word of a late task on a dark ground, ending at that place."""
    room = width(word, TAG, True) + 1.4
    yield Rect(right - room, y - 1.45, room, 2.9, BLACK, radius=0.5)
    yield Text(right - room / 2, y + 0.36 * TAG * MM_PER_POINT, word, TAG, "middle", True, WHITE, room)
