"""The signs of the Gantt chart: bars, milestones, time in hand, deadlines, arrows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runbook.render.drawing.paper import ACCENT, BLACK, DONE, INK, WHITE
from runbook.render.drawing.scene import Item, Line, Point, Polygon, Rect

HALF = 1.35  # half the height of a bar in mm
DIAMOND = 1.75  # half the width and height of a milestone
SHORTEST = 0.8  # a bar of a few minutes is still seen
_HEAD, _WING = 1.5, 0.8  # length of an arrow's head, half its width


def bar(left: float, right: float, y: float, critical: bool, of: str = "", open_ends: str = "") -> Iterator[Item]:
    """A task: solid where it is critical, white where it has time in hand.

    `open_ends`: "left", "right" or both in one text, where the bar goes on beyond the paper.
    """
    fill, weight = (ACCENT, 1.1) if critical else (WHITE, 0.8)
    ink = ACCENT if critical else BLACK
    if not open_ends:
        yield Rect(left, y - HALF, right - left, 2 * HALF, fill, ink, weight, of=of)
        return
    yield Rect(left, y - HALF, right - left, 2 * HALF, fill, of=of)
    for level in (y - HALF, y + HALF):
        yield Line(((left, level), (right, level)), ink, weight)
    for x, name in ((left, "left"), (right, "right")):
        if name not in open_ends:
            yield Line(((x, y - HALF), (x, y + HALF)), ink, weight)


def window(left: float, right: float, y: float, of: str = "") -> Item:
    """The days within which a duty comes back: a thin line, as one does nothing on most of them."""
    return Rect(left, y - 0.1, right - left, 0.2, INK, of=of)


def tick(x: float, y: float, critical: bool) -> Item:
    """One of the times a duty comes back: an upright as high as a bar."""
    return Line(((x, y - HALF), (x, y + HALF)), ACCENT if critical else BLACK, 1.4)


def done(left: float, right: float, y: float, critical: bool) -> Item:
    """The part carried out: grey; in a critical bar a grey stripe between its dark edges."""
    if critical:
        return Rect(left, y - HALF / 2, right - left, HALF, DONE)
    return Rect(left, y - HALF, right - left, 2 * HALF, DONE, BLACK, 0.8)


def diamond(x: float, y: float, critical: bool, of: str = "") -> Item:
    """A milestone."""
    points = ((x - DIAMOND, y), (x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND))
    return Polygon(points, ACCENT if critical else BLACK, BLACK, 0.4, of)


def spare(left: float, right: float, y: float, ends: bool) -> Iterator[Item]:
    """The time in hand: dashed, with a tick at its end where that is on the paper."""
    yield Line(((left, y), (right, y)), INK, 0.7, (0.9, 0.7))
    if ends:
        yield Line(((right, y - 1.1), (right, y + 1.1)), INK, 0.9)


def missed(x: float, y: float) -> Item:
    """Where a late task ought to have ended at the latest: an upright."""
    return Line(((x, y - HALF - 0.8), (x, y + HALF + 0.8)), BLACK, 1.2)


def deadline(x: float, y: float, back: bool) -> Iterator[Item]:
    """A deadline of the task's own: an upright with a flag, which flies back where the paper ends."""
    side = -1 if back else 1
    yield Line(((x, y + HALF + 0.5), (x, y - HALF - 0.7)), BLACK, 0.8)
    top = y - HALF - 0.7
    yield Polygon(((x, top), (x + 1.9 * side, top + 0.75), (x, top + 1.5)), BLACK)


def arrow(points: Sequence[Point], critical: bool) -> Iterator[Item]:
    """A link: an orthogonal line with a head at its last point, thick between critical tasks."""
    ink, weight = (ACCENT, 1.2) if critical else ("#6e6e6e", 0.6)
    yield Line(tuple(points), ink, weight)
    yield head(points[-2], points[-1], ink)


def head(before: Point, tip: Point, ink: str) -> Item:
    """The head of an arrow that comes from that point, level or upright."""
    (x0, y0), (x, y) = before, tip
    if abs(y - y0) >= abs(x - x0):
        back = y - _HEAD * (1 if y >= y0 else -1)
        return Polygon(((x - _WING, back), (x + _WING, back), (x, y)), ink)
    behind = x - _HEAD * (1 if x >= x0 else -1)
    return Polygon(((behind, y - _WING), (behind, y + _WING), (x, y)), ink)
