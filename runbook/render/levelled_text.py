"""What was moved to plan within capacities, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.console import beside, typed
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.levelled import Within


def within(report: Within, file: str, screen: Screen, language: str) -> str:
    """Every move with its reason, what is left, and the lines that keep it."""
    title = screen.paint(say(language, "level.title"), Tone.STRONG)
    if not report.rows:
        body = [title + "\n" + paragraph(say(language, "level.nothing"), screen)]
    else:
        told = say(language, "level.counts", count=len(report.rows))
        body = [title + "\n" + paragraph(f"{told} {report.verdict}", screen), _moves(report, screen, language)]
        lines = [paragraph(say(language, "level.keep"), screen), *(f"  {change}" for change in report.changes)]
        body.append("\n".join(lines))
    if report.left:
        told = say(language, "level.left", count=report.left)
        body.append(beside(told, f"runbook clashes {typed(file)}", screen.width))
    return blocks(body)


def _moves(report: Within, screen: Screen, language: str) -> str:
    columns = [Column(say(language, "col.id")), Column(say(language, "col.title"), 4)]
    columns += [Column(say(language, f"level.{key}"), 1, 8) for key in ("was", "now")]
    columns += [Column(say(language, "level.why"), 3)]
    return table(columns, [(row.id, row.title, row.was, row.now, row.why) for row in report.rows], screen)
