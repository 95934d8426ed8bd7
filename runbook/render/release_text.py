"""Releases and what they changed, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import TITLE, blocks
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.difference import Difference, Section

_TONES = {"×": Tone.FAINT, "!": Tone.LATE, "+": Tone.STRONG}


def difference(report: Difference, screen: Screen, language: str, agency: str = "") -> str:
    """What changed for whom; `agency` is the name of the one it is for, where it is for one."""
    key = "difference.own_title" if agency else "difference.title"
    title = screen.paint(paragraph(say(language, key, agency=agency.upper()), screen), Tone.STRONG)
    between = say(language, "difference.between", old=report.old, new=report.new)
    reason = [say(language, "difference.reason", reason=report.reason)] if report.reason else []
    lines = [title, *(paragraph(text, screen) for text in (report.title, between, *reason, *report.occasion))]
    count = "count" if report.count else "none_own" if agency and not report.occasion else "none"
    lines.append(paragraph(say(language, f"difference.{count}", count=report.count, agency=agency), screen))
    sections = [_section(section, screen, language, bool(agency)) for section in report.sections]
    signs = paragraph(say(language, "difference.key"), screen) if sections else ""
    return blocks(["\n".join(lines), *sections, signs])


def _section(section: Section, screen: Screen, language: str, alone: bool) -> str:
    columns = [Column("", 1, 1), Column(say(language, "col.id")), Column(say(language, "col.title"), TITLE)]
    columns += [Column(say(language, "col.role"), 1, 8), Column(say(language, "col.what"), TITLE, 22)]
    rows = [(row.mark, row.id, row.title, row.role, "\n".join(row.what)) for row in section.rows]
    tones = [_TONES.get(row.mark, Tone.PLAIN) for row in section.rows]
    body = table(columns, rows, screen, tones)
    return body if alone else f"{screen.paint(paragraph(section.name, screen), Tone.STRONG)}\n{body}"
