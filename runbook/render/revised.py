"""The revised run of show: as text for a terminal, and as a board for pages and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.board import Board, Line, Section
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks, head
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.revised import Revised, RevisedRow

_WIDTHS = (
    ("col.rank", 9),
    ("revised.planned", 17),
    ("revised.expected", 17),
    ("revised.ends", 17),
    ("revised.shift", 12),
    ("revised.item", 48),
    ("col.lead", 28),
    ("revised.remark", 30),
)


def revised_text(report: Revised, screen: Screen, language: str) -> str:
    """Planned and expected times side by side."""
    heads = [say(language, key) for key, _ in _WIDTHS]
    columns = [Column(heads[0]), *(Column(one, 1, 5) for one in heads[1:4]), Column(heads[4], 1, 3)]
    columns += [Column(heads[5], 4), Column(heads[6], 2), Column(heads[7], 2)]
    tones = [Tone.FAINT if row.off else Tone.PLAIN for row in report.rows]
    title = screen.paint(say(language, "show.title"), Tone.STRONG)
    end = screen.paint(paragraph(report.end, screen), Tone.LATE if report.late else Tone.PLAIN)
    return blocks(
        [
            f"{title}\n{screen.paint(paragraph(report.label, screen), Tone.STRONG)}",
            head(report.heading, screen, language),
            table(columns, [_cells(row) for row in report.rows], screen, tones),
            end,
        ]
    )


def revised_board(report: Revised, language: str) -> Board:
    """The same to print."""
    heads = tuple((say(language, key), width) for key, width in _WIDTHS)
    lines = tuple(Line(_cells(row)) for row in report.rows)
    section = Section(say(language, "debrief.programme"), heads, lines)
    name = say(language, "page.show")
    return Board(name, report.label, report.heading, "", report.end, report.late, (), (section,), "")


def _cells(row: RevisedRow) -> tuple[str, ...]:
    return (str(row.number), row.planned, row.expected, row.ends, row.shift, row.title, row.lead, row.remark)
