"""The possible days as a page: which day can be held, and why another cannot."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, document
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.dates import DateRow, Dates
from runbook.text import say


def dates_page(dates: Dates, imprint: Imprint) -> str:
    """The window of days, best first."""
    language = imprint.language
    name = say(language, "page.dates")
    columns = (
        Column("rank", say(language, "page.rank"), named=False),
        Column("date", say(language, "page.day"), named=False),
        Column("what", say(language, "page.verdict"), named=False),
        Column("chain", say(language, "page.tightest")),
    )
    rows = [_row(one, columns) for one in dates.rows]
    title = el("div", el("h1", name), el("p", dates.title, cls="occasion"))
    return document(
        Leaf("dates", PORTRAIT, name, "", dates.title),
        imprint,
        say(language, "page.dates_legend"),
        el("div", title, cls="masthead"),
        el("p", dates.earliest, cls="verdict"),
        el("p", say(language, "page.dates_order"), cls="lead-in after-verdict"),
        table(columns, body(rows), cls="days"),
    )


def _row(one: DateRow, columns: Sequence[Column]) -> Html:
    """A day; one that is asked for and can be met carries the thick bar."""
    remark = el("span", one.remark, cls="note") if one.remark else None
    fits = one.feasible and one.preferred
    return row(
        columns,
        str(one.rank),
        el("b", one.day_text),
        joined([el("b", one.verdict) if fits else one.verdict, remark]),
        " → ".join(one.chain),
        cls="fits" if fits else "",
    )
