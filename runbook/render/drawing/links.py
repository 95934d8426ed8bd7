"""The links of a Gantt chart: orthogonal arrows on a sheet, and references to tasks on other sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runbook.render.drawing.bars import Bar, Tie
from runbook.render.drawing.frame import Frame
from runbook.render.drawing.letters import shortened, width
from runbook.render.drawing.paper import BLACK, WHITE
from runbook.render.drawing.rows import Line
from runbook.render.drawing.scene import Item, Point, Rect, Text
from runbook.render.drawing.signs import DIAMOND, HALF, SHORTEST, arrow
from runbook.text import say

_NEAR, _OUT = 1.1, 1.2  # how far inside a bar's end an arrow comes down, how far outside it turns
_NOTE, _LEAST = 7.0, 14.0  # type of a reference in points, and the least room in mm it may be cut down to


def arrows(frame: Frame) -> Iterator[Item]:
    """Links between tasks of this sheet; those between critical tasks last, so that no other hides them."""
    own = [tie for tie in frame.whole.touching[frame.number] if {tie.tail, tie.head} <= frame.lines.keys()]
    bars = frame.whole.bars
    heavy = [bars[tie.tail].critical and bars[tie.head].critical for tie in own]
    for critical in (False, True):
        for tie in (tie for tie, is_heavy in zip(own, heavy, strict=True) if is_heavy == critical):
            for run in _clipped(_route(frame, tie), frame.axis.left - _OUT, frame.axis.right + _OUT):
                yield from run.drawn(critical)


def _route(frame: Frame, tie: Tie) -> list[Point]:
    """From the end of one bar, then down (or up) upon the end of the other; around where that lies behind."""
    lines, bars = frame.lines, frame.whole.bars
    tail, head = lines[tie.tail], lines[tie.head]
    x, out = _exit(frame, bars[tie.tail], tie.from_finish)
    y, level = frame.y(tail), frame.y(head)
    down = 1 if level > y else -1
    over = _entry(frame, bars[tie.head], tie.to_finish)
    tip = level - down * (DIAMOND if bars[tie.head].milestone else HALF)
    if out * (over - x) >= 0:
        return [(x, y), (over, y), (over, tip)]
    if bars[tie.tail].milestone:
        x, y = x - out * DIAMOND, y + down * DIAMOND
        between = tip - down * (HALF + 0.4)
        return [(x, y), (x, between), (over, between), (over, tip)] if over != x else [(x, y), (over, tip)]
    turn, between = x + out * _OUT, y + down * tail.height / 2
    return [(x, y), (turn, y), (turn, between), (over, between), (over, tip)]


def _exit(frame: Frame, bar: Bar, finish: bool) -> tuple[float, int]:
    """Where an arrow leaves a bar, and to which side."""
    out = 1 if finish else -1
    x = frame.axis.x(bar.finish if finish else bar.start)
    return (x + out * DIAMOND if bar.milestone else x), out


def _entry(frame: Frame, bar: Bar, finish: bool) -> float:
    left, right = frame.axis.x(bar.start), frame.axis.x(bar.finish)
    if bar.milestone:
        return left
    near = min(_NEAR, (right - left) / 2)
    return right - near if finish else left + near


class _Run:
    """A part of an arrow that lies on this sheet; `ends` where it has the arrow's head."""

    __slots__ = ("ends", "points")

    def __init__(self, points: Sequence[Point], ends: bool) -> None:
        self.points, self.ends = points, ends

    def drawn(self, critical: bool) -> Iterator[Item]:
        line, tip = arrow(self.points, critical)
        yield line
        if self.ends:
            yield tip


def _clipped(points: Sequence[Point], left: float, right: float) -> Iterator[_Run]:
    """The parts of an orthogonal line between two uprights."""
    run: list[Point] = []
    for (x0, y0), (x1, y1) in pairwise(points):
        if max(x0, x1) < left or min(x0, x1) > right:
            if len(run) > 1:
                yield _Run(run, False)
            run = []
            continue
        begin, end = (min(max(x0, left), right), y0), (min(max(x1, left), right), y1)
        run = [*(run or [begin]), end]
        if end[0] != x1:
            yield _Run(run, False)
            run = []
    if len(run) > 1:
        yield _Run(run, True)


def references(frame: Frame) -> Iterator[Item]:
    """At bars linked with tasks on other pages: which, and on which page."""
    before: dict[str, dict[int, list[str]]] = {}
    after: dict[str, dict[int, list[str]]] = {}
    for tie in frame.whole.touching[frame.number]:
        tail, head = frame.whole.page_of[tie.tail], frame.whole.page_of[tie.head]
        if tail != head == frame.number:
            before.setdefault(tie.head, {}).setdefault(tail, []).append(tie.tail)
        elif tail != head:
            after.setdefault(tie.tail, {}).setdefault(head, []).append(tie.head)
    for task_id, line in frame.lines.items():
        bar = frame.whole.bars[task_id]
        come = _said(frame, "drawing.from", before.get(task_id, {})) if frame.axis.holds(bar.start) else ""
        gone = _said(frame, "drawing.to", after.get(task_id, {})) if _ends_here(frame, bar) else ""
        if come or gone:
            yield from _placed(frame, line, bar, come, gone)


def _ends_here(frame: Frame, bar: Bar) -> bool:
    return frame.axis.holds(bar.finish, last=bar.finish > bar.start)


def _said(frame: Frame, key: str, found: dict[int, list[str]]) -> str:
    language = frame.language
    parts = [
        say(language, key, tasks=", ".join(dict.fromkeys(tasks)), page=f"{page + 1}") for page, tasks in found.items()
    ]
    return " ".join(parts)


def _placed(frame: Frame, line: Line, bar: Bar, come: str, gone: str) -> Iterator[Item]:
    """What comes from elsewhere stands left of the bar, what goes elsewhere right of it; where there is no room for
    the one, both stand at the side that has more. They stand a little above the middle, on arrows and time in hand."""
    beside = DIAMOND if bar.milestone else 0.0
    left, right = frame.clipped(bar.start) - beside - 0.7, max(_right_of(frame, bar), frame.clipped(bar.start) + beside)
    before, behind = left - frame.chart_left - 0.5, frame.whole.paper.edge - right - 0.5
    if width(come, _NOTE) <= before and width(gone, _NOTE) <= behind:
        both = [(left, before, come, True), (right, behind, gone, False)]
    else:
        text = " ".join(filter(None, (come, gone)))
        both = [(left, before, text, True)] if before > behind else [(right, behind, text, False)]
        if max(before, behind) < width(text, _NOTE) and max(before, behind) < 12:
            both = [
                (frame.clipped(bar.start) + 1.0, frame.whole.paper.edge - frame.clipped(bar.start) - 2, text, False)
            ]
    for x, room, text, is_end in both:
        if shown := shortened(text, room, _NOTE):
            yield from _note(x, frame.y(line), shown, is_end)


def _right_of(frame: Frame, bar: Bar) -> float:
    """Where the bar and the flag of its deadline end."""
    right = max(frame.clipped(bar.finish), frame.clipped(bar.start) + SHORTEST) + 0.8
    if bar.deadline is None or not -1.0 < frame.axis.x(bar.deadline) - right < _LEAST:
        return right
    return frame.clipped(bar.deadline) + 2.6


def _note(x: float, y: float, text: str, is_end: bool) -> Iterator[Item]:
    room = width(text, _NOTE)
    yield Rect(x - room - 0.2 if is_end else x - 0.2, y - 2.5, room + 0.4, 2.2, WHITE)
    yield Text(x, y - 0.7, text, _NOTE, "end" if is_end else "start", colour=BLACK, room=room)
