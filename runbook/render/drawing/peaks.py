"""The peaks of a campaign on a Gantt sheet: a tint behind the bars between two dashed lines, and their names below."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.campaign import Peak
from runbook.render.drawing.frame import Frame
from runbook.render.drawing.letters import width
from runbook.render.drawing.paper import ACCENT, PEAK
from runbook.render.drawing.scene import Item, Rect, Text
from runbook.render.drawing.scene import Line as Stroke

_NAME = 7.0


def shading(frame: Frame) -> Iterator[Item]:
    """A tint over the days of each peak."""
    for left, right, _ in _shown(frame):
        yield Rect(left, frame.body, right - left, frame.bottom - frame.body, PEAK)


def edges(frame: Frame) -> Iterator[Item]:
    """A dashed upright at each end of a peak: printed in black and white it is told from days off."""
    for left, right, _ in _shown(frame):
        for x in (left, right):
            yield Stroke(((x, frame.body), (x, frame.bottom + 0.8)), ACCENT, 0.6, (1.2, 0.8))


def names(frame: Frame) -> Iterator[Item]:
    """The title of each peak under its days."""
    for left, right, peak in _shown(frame):
        room = width(peak.title, _NAME, True)
        x = min(max((left + right) / 2, frame.chart_left + room / 2), frame.whole.paper.edge - room / 2)
        yield Text(x, frame.bottom + 3.2, peak.title, _NAME, "middle", True, ACCENT, room)


def has_names(frame: Frame) -> bool:
    return any(True for _ in _shown(frame))


def _shown(frame: Frame) -> Iterator[tuple[float, float, Peak]]:
    """The peaks that reach into this sheet, with their edges on the paper."""
    campaign, days = frame.whole.schedule.ceremony.campaign, frame.whole.chart.days
    if campaign is None or not days:
        return
    for peak in campaign.peaks:
        first, last = ((day - days[0].day).days for day in peak.window)
        left, right = frame.clipped(first), frame.clipped(last + 1)
        if right > left:
            yield left, right, peak
