"""Bars, links and marks of one sheet of the timeline."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.render.page.drawing import ACCENT, GREY, OFF, Frame, line, rect, write
from runbook.render.page.gantt import Bar, links
from runbook.render.page.layout import HEAD, WIDTH, Line
from runbook.render.page.lettering import width
from runbook.render.page.markup import Html, el
from runbook.text import say

HALF = 5.0  # half the height of a bar
_NEAR = 4.0  # how far inside a bar's end an arrow comes down upon it
_SHORTEST = 3.0  # a bar of a few minutes is still seen


def arrows(frame: Frame) -> list[Html]:
    """Links between tasks of this sheet: ordinary ones first, so that they never hide one between critical tasks."""
    lines = {one.row.task.id: one for one in frame.sheet.lines if one.row}
    found = links(frame.schedule, list(lines))
    heavy = [frame.bars[tail].critical and frame.bars[head].critical for tail, head, *_ in found]
    ordered = [link for link, is_heavy in zip(found, heavy, strict=True) if not is_heavy]
    ordered += [link for link, is_heavy in zip(found, heavy, strict=True) if is_heavy]
    return [
        _arrow(frame, (lines[tail], from_finish), (lines[head], to_finish))
        for tail, head, from_finish, to_finish in ordered
    ]


def _arrow(frame: Frame, tail: tuple[Line, bool], head: tuple[Line, bool]) -> Html:
    """Level from the end of one bar, then down (or up) upon the end of the other."""
    (x, y, gone), (target, level, come) = _foot(frame, *tail), _foot(frame, *head)
    inside = -_NEAR if head[1] else _NEAR
    over = max(x + 3, target + inside) if not head[1] else target + inside
    down = 1 if level > y else -1
    tip = level - down * (HALF + (1 if not come.milestone else 2))
    critical = gone.critical and come.critical
    ink, weight = (ACCENT, 1.3) if critical else ("#777", 0.8)
    shaft = line((x, y), (over, y), (over, tip), stroke=ink, stroke_width=weight)
    point = f"{over - 2.4:.2f},{tip - down * 4:.2f} {over + 2.4:.2f},{tip - down * 4:.2f} {over:.2f},{tip:.2f}"
    return el("g", shaft, el("polygon", points=point, fill=ink))


def _foot(frame: Frame, one: Line, is_finish: bool) -> tuple[float, float, Bar]:
    assert one.row is not None
    bar = frame.bars[one.row.task.id]
    return frame.x(bar.right if is_finish else bar.left), HEAD + one.middle, bar


def shapes(frame: Frame) -> list[Html]:
    """The bars of the tasks, and a bracket over each group."""
    return [shape for one in frame.sheet.lines for shape in _of(frame, one)]


def _of(frame: Frame, one: Line) -> Iterator[Html]:
    if one.row is None:
        yield from _bracket(frame, one)
        return
    bar, y = frame.bars[one.row.task.id], HEAD + one.middle
    yield from _spare(frame, bar, y)
    yield el("g", _sign_of(frame, bar, y), data_task=bar.task_id)
    if bar.deadline is not None and 0 <= bar.deadline <= len(frame.chart.days):
        yield deadline_sign(frame.x(bar.deadline), y)


def _sign_of(frame: Frame, bar: Bar, y: float) -> Html:
    left = frame.x(bar.left)
    if bar.milestone:
        return diamond(left, y, bar.critical)
    return bar_sign(left, y, max(frame.x(bar.right) - left, _SHORTEST), bar.critical)


def _spare(frame: Frame, bar: Bar, y: float) -> Iterator[Html]:
    """The time in hand: dashed, from the planned to the latest finish, with a tick where that is on the chart."""
    right, latest = frame.x(bar.right), frame.x(bar.latest)
    if abs(latest - right) > 0.5:
        yield line((min(right, latest), y), (max(right, latest), y), stroke="#333", stroke_dasharray="3 2")
        if bar.latest <= len(frame.chart.days):
            yield line((latest, y - HALF), (latest, y + HALF), stroke="#333", stroke_width=1.2)


def _bracket(frame: Frame, one: Line) -> list[Html]:
    own = [frame.bars[row.task.id] for row in one.group.rows]
    if not own:
        return []
    left, right = frame.x(min(bar.left for bar in own)), frame.x(max(bar.right for bar in own))
    top = HEAD + one.top + 4
    return [line((left, top + 7), (left, top), (right, top), (right, top + 7), stroke="#000", stroke_width=1.6)]


def bar_sign(left: float, y: float, length: float, critical: bool) -> Html:
    """A task: solid where it is critical, white where it has time in hand."""
    fill, border = (ACCENT, 1.8) if critical else ("#fff", 0.9)
    return rect(left, y - HALF, length, 2 * HALF, fill=fill, stroke="#000", stroke_width=border)


def diamond(x: float, y: float, critical: bool) -> Html:
    """A milestone."""
    points = f"{x - 6:.2f},{y:.2f} {x:.2f},{y - 6:.2f} {x + 6:.2f},{y:.2f} {x:.2f},{y + 6:.2f}"
    return el("polygon", points=points, fill=ACCENT if critical else "#000", stroke="#000")


def mark_sign(x: float, y: float, word: str, late: bool) -> list[Html]:
    """The word of a critical or a late task on its dark ground."""
    return [
        rect(x, y - 5.5, 34.0, 11.0, fill="#000" if late else ACCENT, rx=2.0),
        write(x + 17, y + 3, word, 7.5, font_weight="bold", text_anchor="middle", fill="#fff"),
    ]


def deadline_sign(x: float, y: float) -> Html:
    """A deadline of the task's own: an upright with a flag, which flies back where the paper ends."""
    side = -1 if x + 8 > WIDTH - 2 else 1
    flag = f"h{7 * side} l{-2.2 * side} 2.6 l{2.2 * side} 2.6 H{x:.2f}"
    return el("path", d=f"M{x:.2f} {y + 7:.2f} V{y - 8:.2f} {flag}", fill="#000", stroke="#000")


def signs(frame: Frame, y: float) -> list[Html]:
    """What the signs of the chart mean."""
    found, x = [], 2.0
    for key in ("critical", "plain", "spare", "late", "milestone", "deadline", "off", "link"):
        text = say(frame.language, f"page.sign_{key}")
        found += [*_sign(key, x, y, frame.language), write(x + 48, y + 3.5, text, 9.0)]
        x += 48 + width(text, 9.0) + 24
    return found


def _sign(key: str, x: float, y: float, language: str) -> list[Html]:
    if key in ("critical", "plain"):
        return [bar_sign(x, y, 40.0, key == "critical")]
    if key == "spare":
        dashes = line((x, y), (x + 40, y), stroke="#333", stroke_dasharray="3 2")
        return [dashes, line((x + 40, y - HALF), (x + 40, y + HALF), stroke="#333", stroke_width=1.2)]
    if key == "late":
        return mark_sign(x + 6, y, say(language, "page.tag_late_short"), True)
    if key == "milestone":
        return [diamond(x + 30, y, False)]
    if key == "deadline":
        return [deadline_sign(x + 28, y)]
    if key == "off":
        return [rect(x, y - 6, 40.0, 12.0, fill=OFF)]
    return [line((x + 8, y), (x + 34, y), stroke=GREY), el("polygon", points=_point(x + 40, y), fill=GREY)]


def _point(x: float, y: float) -> str:
    return f"{x:.2f},{y:.2f} {x - 6:.2f},{y - 2.8:.2f} {x - 6:.2f},{y + 2.8:.2f}"
