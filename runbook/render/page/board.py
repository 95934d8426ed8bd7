"""How a ceremony stands, or what is to be expected, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.page.markup import Content, Html, el
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, document, masthead
from runbook.render.page.tables import Column, body, row, table
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.board import Board, Section


def board_page(board: Board, imprint: Imprint) -> str:
    """The verdict, what is in danger, then a table after the other."""
    language = imprint.language
    bad = "verdict bad" if board.grave else "verdict"
    return document(
        Leaf("board", PORTRAIT, board.name, board.scope or say(language, "page.all_agencies"), board.heading.title),
        imprint,
        "",
        masthead(board.heading, board.name, language, board.scope),
        el("div", el("p", board.verdict), el("p", board.seen, cls="soft"), cls=bad),
        _dangers(board),
        *(_section(one) for one in board.sections),
        el("p", board.note, cls="lead-in") if board.note else None,
    )


def _dangers(board: Board) -> Content:
    groups = [
        el("div", el("p", text, cls="cause"), *(el("p", detail, cls="soft") for detail in details), cls="late-group")
        for text, details in board.dangers
    ]
    return el("section", *groups) if groups else None


def _section(section: Section) -> Html:
    columns = [Column("what" if width > 50 else "", heading) for heading, width in section.heads]
    rows = [row(columns, *line.cells, cls="critical" if line.heavy else "") for line in section.lines]
    return el("section", el("h2", section.title), table(columns, body(rows)))
