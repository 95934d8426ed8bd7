"""The chart of a Gantt sheet: bars, time in hand, deadlines, brackets over groups, the frame of day N, today."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.render.drawing import peaks, signs
from runbook.render.drawing.bars import Bar, place
from runbook.render.drawing.frame import Frame
from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import ACCENT, BLACK
from runbook.render.drawing.rows import Line
from runbook.render.drawing.scene import Item, Text
from runbook.render.drawing.scene import Line as Stroke
from runbook.text import say

FOOT = 7.0  # below the last row: the names of day N and of today, one under the other where they would meet
_NAME = 7.0


def spares(frame: Frame) -> Iterator[Item]:
    """The time in hand of every task that has any."""
    for task_id, line in frame.lines.items():
        bar = frame.whole.bars[task_id]
        low, high = frame.clipped(min(bar.finish, bar.latest)), frame.clipped(max(bar.finish, bar.latest))
        if bar.latest > bar.finish and high - low > 0.3:
            yield from signs.spare(low, high, frame.y(line), bar.latest <= frame.axis.last)


def shapes(frame: Frame) -> Iterator[Item]:
    """A bar or a milestone for every task, and a bracket over each group."""
    for line in frame.page.lines:
        if line.row is None:
            yield from _bracket(frame, line)
        else:
            yield from _task(frame, frame.whole.bars[line.row.task.id], frame.y(line))


def _task(frame: Frame, bar: Bar, y: float) -> Iterator[Item]:
    if bar.milestone:
        if frame.axis.holds(bar.start) or bar.start == frame.axis.last == len(frame.whole.chart.days):
            yield signs.diamond(frame.axis.x(bar.start), y, bar.critical, bar.task_id)
    elif bar.times:
        yield from _series(frame, bar, y)
    elif bar.start < frame.axis.last and (bar.finish > frame.axis.first or frame.axis.holds(bar.start)):
        yield from _bar(frame, bar, y)
    if bar.latest < bar.finish and frame.axis.holds(bar.latest):
        yield signs.missed(frame.axis.x(bar.latest), y)
    if bar.deadline is not None and frame.axis.holds(bar.deadline, last=True):
        x = frame.axis.x(bar.deadline)
        yield from signs.deadline(x, y, x + 2.2 > frame.whole.paper.edge)


def _series(frame: Frame, bar: Bar, y: float) -> Iterator[Item]:
    """A tick each time a duty comes back, on the thin line of its window."""
    left, right = frame.clipped(bar.start), frame.clipped(bar.finish)
    if left < right:
        yield signs.window(left, right, y, bar.task_id)
    yield from (signs.tick(frame.axis.x(at), y, bar.critical) for at in bar.times if frame.axis.holds(at))


def _bar(frame: Frame, bar: Bar, y: float) -> Iterator[Item]:
    left, right = frame.clipped(bar.start), frame.clipped(bar.finish)
    sides = ("left" if bar.start < frame.axis.first else "", "right" if bar.finish > frame.axis.last else "")
    left = min(left, frame.axis.right - signs.SHORTEST)
    right = max(right, left + signs.SHORTEST)
    yield from signs.bar(left, right, y, bar.critical, bar.task_id, "".join(sides))
    until = frame.clipped(bar.start + bar.done * (bar.finish - bar.start))
    if until > left:
        yield signs.done(left, until, y, bar.critical)


def _bracket(frame: Frame, line: Line) -> Iterator[Item]:
    own = [frame.whole.bars[row.task.id] for row in line.group.rows]
    if not own:
        return
    start, finish = min(bar.start for bar in own), max(bar.finish for bar in own)
    if start >= frame.axis.last or finish < frame.axis.first:
        return
    left, right = frame.clipped(start), max(frame.clipped(finish), frame.clipped(start) + signs.SHORTEST)
    top = frame.y(line) - 0.9
    points = ((left, top + 2.0), (left, top), (right, top), (right, top + 2.0))
    open_left, open_right = start < frame.axis.first, finish > frame.axis.last
    yield Stroke(points[open_left : len(points) - open_right], BLACK, 1.3 if any(bar.critical for bar in own) else 0.7)


def day_n(frame: Frame) -> Iterator[Item]:
    """Two dark uprights around day N; one where its column is narrow."""
    number = _number_of_n(frame)
    if number is None:
        return
    edges = [frame.axis.x(number), frame.axis.x(number + 1)] if frame.axis.day > 1.4 else [frame.axis.x(number + 0.5)]
    for x in edges:
        yield Stroke(((x, frame.body), (x, frame.bottom + 0.8)), ACCENT, 1.3)


def present(frame: Frame) -> Iterator[Item]:
    """The dashed line of the moment the plan was made for, where that lies on this sheet."""
    if (at := _now(frame)) is not None:
        x = frame.axis.x(at)
        yield Stroke(((x, frame.body), (x, frame.bottom + 0.8)), BLACK, 1.0, (1.2, 0.8))


def names(frame: Frame) -> Iterator[Item]:
    """What day N and today are called, under their lines."""
    taken, number, now = (0.0, 0.0), _number_of_n(frame), _now(frame)
    level = frame.bottom + 3.2
    if number is not None and not peaks.has_names(frame):
        day = frame.whole.chart.days[number].day
        text = say(frame.language, "drawing.day_n", day=f"{day:%d/%m}")
        x, room = _inside(frame, frame.axis.x(number + 0.5), width(text, _NAME, True))
        taken = (x - room / 2 - 1, x + room / 2 + 1)
        yield Text(x, level, text, _NAME, "middle", True, ACCENT, room)
    if now is not None and frame.whole.schedule.now is not None:
        day = frame.whole.schedule.axis.civil(frame.whole.schedule.now)[0]
        text = say(frame.language, "drawing.now", day=f"{day:%d/%m}")
        x, room = _inside(frame, frame.axis.x(now), width(text, _NAME))
        meets = taken[0] < x + room / 2 and x - room / 2 < taken[1]
        yield Text(x, level + 2.9 * meets, text, _NAME, "middle", room=room)


def _inside(frame: Frame, x: float, room: float) -> tuple[float, float]:
    """The middle of a text of that width, moved so that the text stays under the chart."""
    return min(max(x, frame.chart_left + room / 2), frame.whole.paper.edge - room / 2), room


def _number_of_n(frame: Frame) -> int | None:
    days = frame.whole.chart.days
    return next((one for one in range(frame.axis.first, min(frame.axis.last, len(days))) if days[one].is_n), None)


def _now(frame: Frame) -> float | None:
    schedule, days = frame.whole.schedule, frame.whole.chart.days
    if schedule.now is None or not days:
        return None
    at = place(schedule, schedule.now, days[0].day)
    return at if frame.axis.holds(at) or at == frame.axis.last == len(days) else None
