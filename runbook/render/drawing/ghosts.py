"""Where a baseline had every task: thin bars below those of the chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from runbook.render.drawing.bars import place
from runbook.render.drawing.paper import WHITE
from runbook.render.drawing.scene import Item, Polygon, Rect
from runbook.render.drawing.signs import DIAMOND, HALF, SHORTEST

if TYPE_CHECKING:
    from runbook.render.drawing.frame import Frame
    from runbook.schedule import Schedule

GHOST = "#6e6e6e"
_HIGH = 0.75  # of a ghost in mm


def places(schedule: Schedule, spans: Mapping[str, tuple[int, int]], first: date) -> dict[str, tuple[float, float]]:
    """Start and finish of every task of a baseline in days from that first day; see bars.Bar."""
    return {name: (place(schedule, start, first), place(schedule, end, first)) for name, (start, end) in spans.items()}


def shapes(frame: Frame) -> Iterator[Item]:
    """A ghost for every shown task that the baseline has, where it lies on this sheet."""
    for task_id, line in frame.lines.items():
        if (span := frame.whole.ghosts.get(task_id)) is None:
            continue
        start, finish = span
        if finish < frame.axis.first or start >= frame.axis.last:
            continue
        y = frame.y(line)
        if frame.whole.bars[task_id].milestone:
            if start != frame.whole.bars[task_id].start:
                yield hollow(frame.axis.x(start), y)
        else:
            yield from ghost(frame.clipped(start), frame.clipped(finish), y)


def ghost(left: float, right: float, y: float) -> Iterator[Item]:
    """Where a task was to be."""
    yield Rect(left, y + HALF + 0.25, max(right - left, SHORTEST), _HIGH, GHOST)


def hollow(x: float, y: float) -> Item:
    """Where a milestone was to be."""
    points = ((x - DIAMOND, y), (x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND))
    return Polygon(points, WHITE, GHOST, 0.7)
