"""The duty matrix as a page: who leads and who supports what, and what each agency carries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import LANDSCAPE, Imprint, Leaf, document, masthead
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.duties import Duty
from runbook.reports.matrix import Load, Matrix, MatrixRow
from runbook.text import say

_NAME = 45  # letters; longer names need a taller head to stand in three lines
AGENCIES_ABREAST = 18  # more than these do not fit beside the tasks: the matrix goes on in another table


def matrix_page(matrix: Matrix, imprint: Imprint) -> str:
    """The duty matrix, agencies in protocol order."""
    language, heading = imprint.language, matrix.heading
    name = say(language, "page.matrix")
    return document(
        Leaf("matrix", LANDSCAPE, name, "", heading.title),
        imprint,
        _legend(language),
        masthead(heading, name, language),
        [_tile(matrix, first, language) for first in range(0, len(matrix.agencies), AGENCIES_ABREAST)],
        _loads(matrix.loads, language),
    )


def _tile(matrix: Matrix, first: int, language: str) -> Html:
    last = first + AGENCIES_ABREAST
    names = matrix.agencies[first:last]
    tall = any(len(name) > _NAME for name in names)
    columns = [
        Column("id", say(language, "page.id"), named=False),
        Column("what", say(language, "page.task"), named=False),
    ]
    columns += [Column("cell", name) for name in names]
    heads = [el("th", column.heading, cls=column.cls, scope="col") for column in columns[:2]]
    heads += [el("th", el("span", name), cls="cell", scope="col") for name in names]
    bodies = [body(list(rows), title, len(columns)) for title, rows in _phases(matrix, columns, first, last, language)]
    return el(
        "section",
        el("table", el("thead", el("tr", *heads)), *bodies, cls="tasks tall" if tall else "tasks"),
        cls="tile",
    )


def _phases(
    matrix: Matrix, columns: Sequence[Column], first: int, last: int, language: str
) -> Iterator[tuple[str, list[Html]]]:
    for title, rows in groupby(matrix.rows, key=lambda one: one.phase):
        yield title, [_row(one, columns, first, last, language) for one in rows]


def _row(one: MatrixRow, columns: Sequence[Column], first: int, last: int, language: str) -> Html:
    return row(columns, one.id, one.title, *(_sign(sign, language) for sign in one.cells[first:last]))


def _sign(sign: str, language: str) -> Content:
    leads = sign == say(language, f"duty.{Duty.LEAD.value}")
    return el("span", sign, cls="duty leads" if leads else "duty supports") if sign else None


def _loads(loads: Sequence[Load], language: str) -> Content:
    carried = [load for load in loads if load.leads or load.supports]
    if not carried:
        return None
    columns = (
        Column("who", say(language, "page.agency"), named=False),
        Column("num", say(language, "page.leads_count")),
        Column("num", say(language, "page.supports_count")),
        Column("num", say(language, "page.own_work")),
        Column("date", say(language, "page.first_start")),
        Column("date", say(language, "page.last_finish")),
    )
    rows = [
        row(
            columns,
            joined([el("b", load.agency), _requested(load, language)], " "),
            str(len(load.leads)),
            str(len(load.supports)),
            load.work,
            load.first_text,
            load.last_text,
        )
        for load in carried
    ]
    return el("section", el("h2", say(language, "page.loads")), table(columns, body(rows), cls="loads"))


def _requested(load: Load, language: str) -> Content:
    return el("span", say(language, "page.tag_requested"), cls="tag") if load.requested else None


def _legend(language: str) -> Html:
    entries = [(Duty.LEAD, "page.means_lead"), (Duty.SUPPORT, "page.means_support_sign")]
    return joined(
        [
            el("span", _sign(say(language, f"duty.{duty.value}"), language), " " + say(language, key), cls="entry")
            for duty, key in entries
        ]
    )
