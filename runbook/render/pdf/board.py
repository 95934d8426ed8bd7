"""How a ceremony stands, or what is to be expected, on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, head, leaf

if TYPE_CHECKING:
    from runbook.render.board import Board, Section
    from runbook.render.pdf.leaf import Printing


def board_leaf(board: Board, printing: Printing) -> Data:
    """The verdict, what is in danger, then a table after the other."""
    return leaf(
        "board",
        "portrait",
        board.name,
        board.scope,
        head=head(board.heading, board.name, printing.language, board.scope),
        seen=board.seen,
        verdict=board.verdict,
        grave=board.grave,
        dangers=[{"text": text, "details": list(details)} for text, details in board.dangers],
        sections=[_section(one) for one in board.sections],
        remark=board.note,
    )


def _section(section: Section) -> Data:
    return {
        "title": section.title,
        "heads": [heading for heading, _ in section.heads],
        "widths": [width for _, width in section.heads],
        "rows": [{"cells": list(line.cells), "heavy": line.heavy} for line in section.lines],
    }
