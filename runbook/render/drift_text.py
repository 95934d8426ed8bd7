"""What has shifted since a plan was issued, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks, headed
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.drift import CurveRow, Drift

BAR = 40  # columns of the whole work


def drift(report: Drift, screen: Screen, language: str) -> str:
    """The tasks that shifted, and the share of the work day by day."""
    title = screen.paint(paragraph(say(language, "drift.title", baseline=report.baseline), screen), Tone.STRONG)
    facts = "\n".join(paragraph(text, screen) for text in (report.day, report.counts) if text)
    return blocks([f"{title}\n{facts}", _rows(report, screen, language), _curve(report, screen, language)])


def _rows(report: Drift, screen: Screen, language: str) -> str:
    if not report.rows:
        return ""
    dated = len(say(language, "weekday.1")) + len(" 22/11")
    columns = headed(language, "id", "title", "lead")
    columns += [Column(say(language, f"col.{key}"), 1, dated) for key in ("baseline", "expected")]
    columns += [Column(say(language, "col.shift"), 1, 8)]
    cells = [(row.id, row.title, row.lead, row.before, row.now, row.shift) for row in report.rows]
    return table(columns, cells, screen)


def _curve(report: Drift, screen: Screen, language: str) -> str:
    if not report.curve:
        return ""
    title = screen.paint(paragraph(say(language, "drift.curve"), screen), Tone.STRONG)
    width = max(10, min(BAR, screen.width - 24))
    lines = [_line(row, width) for row in report.curve]
    key = paragraph(say(language, "drift.curve_key"), screen)
    return "\n".join([title, paragraph(report.curve_text, screen), *lines, key])


def _line(row: CurveRow, width: int) -> str:
    """A day: done or expected as a bar, the planned share as a mark on it."""
    filled, mark = round(row.actual * width), round(row.planned * width)
    signs = [("█" if row.past else "░") if number < filled else " " for number in range(width)]
    if mark:
        signs[mark - 1] = "│"
    shares = f"{round(100 * row.planned):4} {round(100 * row.actual):4}"
    return f"{row.day:<14} {shares}  {''.join(signs)}".rstrip()
