"""What a release changed, on paper: for every agency, or for the one that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, leaf
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.difference import Difference, Section


def changes_leaf(report: Difference, printing: Printing, agency: str = "") -> Data:
    """What changed, from when to when; `agency` is the name of the one it is for, "" for all in protocol order."""
    language = printing.language
    name = say(language, "page.changes")
    between = say(language, "difference.between", old=report.old, new=report.new)
    key = "count" if report.count else "none_own" if agency and not report.occasion else "none"
    return leaf(
        "changes",
        "portrait",
        name,
        agency,
        say(language, "difference.key"),
        head={"name": name, "unit": agency, "ceremony": report.title, "facts": [[between]], "complaint": ""},
        occasion=report.occasion,
        count=say(language, f"difference.{key}", count=report.count, agency=agency),
        heads=["", *(say(language, one) for one in ("page.id", "page.task", "col.what"))],
        sections=[_section(section, bool(agency)) for section in report.sections],
        advice=say(language, "page.changes_import" if agency else "page.changes_send"),
    )


def _section(section: Section, alone: bool) -> Data:
    rows = [
        {"id": row.id, "title": row.title, "role": row.role, "mark": row.mark, "what": row.what} for row in section.rows
    ]
    return {"title": "" if alone else section.name, "rows": rows}
