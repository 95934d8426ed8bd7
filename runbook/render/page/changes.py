"""What a release changed as a page: for every agency, or for the one that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, box, document
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.difference import Difference, DifferenceRow, Section
from runbook.text import say


def changes_page(report: Difference, imprint: Imprint, agency: str = "") -> str:
    """What changed, from when to when; `agency` is the name of the one it is for, "" for all in protocol order."""
    language = imprint.language
    name = say(language, "page.changes")
    between = say(language, "difference.between", old=report.old, new=report.new)
    key = "count" if report.count else "none_own" if agency and not report.occasion else "none"
    count = say(language, f"difference.{key}", count=report.count, agency=agency)
    return document(
        Leaf("changes", PORTRAIT, name, agency, report.title),
        imprint,
        say(language, "difference.key"),
        el(
            "div",
            el(
                "div",
                el("h1", name),
                el("p", agency, cls="unit") if agency else None,
                el("p", report.title, cls="occasion"),
                el("p", between, cls="facts"),
                el("p", say(language, "difference.reason", reason=report.reason), cls="facts")
                if report.reason
                else None,
            ),
            cls="masthead",
        ),
        *(el("p", sentence, cls="verdict") for sentence in report.occasion),
        el("p", count, cls="lead-in after-verdict"),
        *(_section(section, language, bool(agency)) for section in report.sections),
        el("p", say(language, "page.changes_import" if agency else "page.changes_send"), cls="lead-in"),
    )


def _section(section: Section, language: str, alone: bool) -> Html:
    columns = (
        Column("tick"),
        Column("id", say(language, "page.id"), named=False),
        Column("what", say(language, "page.task"), named=False),
        Column("change", say(language, "col.what"), named=False),
    )
    rows = [_row(one, columns) for one in section.rows]
    return el("section", None if alone else el("h2", section.name), table(columns, body(rows), cls="changed"))


def _row(one: DifferenceRow, columns: Sequence[Column]) -> Html:
    """A task; one that is new, dropped or due sooner carries the thick bar, and its sign before the change."""
    title = joined([one.title, el("span", one.role, cls="tag")], " ")
    sentences = [el("span", el("b", sentence), cls="note plain") for sentence in one.what]
    sign = el("b", f"{one.mark} ", cls="sign") if one.mark else None
    return row(columns, box(), one.id, title, joined([sign, *sentences]), cls="critical" if one.mark else "")
