"""The frame of a chart's drawing and its few primitives. Lengths are CSS pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from runbook.render.page.gantt import Bar, Chart
from runbook.render.page.layout import CHART_X, HEAD, SIZE, WIDTH, Sheet
from runbook.render.page.markup import Html, el
from runbook.schedule import Schedule

ACCENT, GREY, OFF, BAND = "#a31621", "#555", "#e2e2e2", "#d4d4d4"
FOOT, LEGEND = 16.0, 26.0  # below the lines: marks of days, and what the signs mean


@dataclass(frozen=True)
class Frame:
    """What every part of the drawing needs to know."""

    schedule: Schedule
    chart: Chart
    bars: Mapping[str, Bar]
    sheet: Sheet
    language: str

    @property
    def day_width(self) -> float:
        return (WIDTH - 2 - CHART_X) / max(1, len(self.chart.days))

    @property
    def bottom(self) -> float:
        return HEAD + self.sheet.height

    def x(self, days: float) -> float:
        """Where on the paper that many days from the chart's left edge lie; never outside the chart."""
        return CHART_X + min(max(days, 0), len(self.chart.days)) * self.day_width


def rect(x: float, y: float, width: float, height: float, **look: str | float) -> Html:
    return el("rect", x=x, y=y, width=width, height=height, **look)


def line(*points: tuple[float, float], **look: str | float) -> Html:
    path = "M" + " L".join(f"{x:.2f} {y:.2f}" for x, y in points)
    ink: dict[str, str | float] = {"stroke": GREY, "stroke_width": 0.8}
    return el("path", d=path, fill="none", **(ink | look))


def write(x: float, y: float, text: str, size: float = SIZE, **look: str | float) -> Html:
    return el("text", text, x=x, y=y, font_size=size, **look)
