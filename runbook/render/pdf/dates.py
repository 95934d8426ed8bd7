"""The possible days on paper: which can be held, and why another cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, leaf
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.dates import Dates


def dates_leaf(dates: Dates, printing: Printing) -> Data:
    """The window of days, best first. A day that is asked for and can be met carries the thick bar."""
    language = printing.language
    name = say(language, "page.dates")
    return leaf(
        "dates",
        "portrait",
        name,
        "",
        say(language, "page.dates_legend"),
        head={"name": name, "unit": "", "ceremony": dates.title, "facts": [], "complaint": ""},
        earliest=dates.earliest,
        order=say(language, "page.dates_order"),
        heads=[say(language, f"page.{key}") for key in ("rank", "day", "verdict", "tightest")],
        rows=[
            {
                "rank": str(one.rank),
                "day": one.day_text,
                "verdict": one.verdict,
                "remark": one.remark,
                "chain": " → ".join(one.chain),
                "heavy": one.feasible and one.preferred,
            }
            for one in dates.rows
        ],
    )
