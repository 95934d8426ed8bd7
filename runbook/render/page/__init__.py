"""Pages: every report as one self-contained HTML file, made for paper first, readable on a phone and offline.

Each function takes a report's rows and an imprint and gives the whole file's text; same input, same bytes.
"""

from __future__ import annotations

from runbook.render.page.agency import agency_page
from runbook.render.page.board import board_page
from runbook.render.page.changes import changes_page
from runbook.render.page.dates import dates_page
from runbook.render.page.decisions import decisions_page
from runbook.render.page.index import Item, Line, Link, Section, index_page
from runbook.render.page.matrix import matrix_page
from runbook.render.page.phone import phone_page
from runbook.render.page.plan import plan_page
from runbook.render.page.sheet import sheet_page
from runbook.render.page.shell import Imprint, imprint
from runbook.render.page.show import show_page
from runbook.render.page.timeline import timeline_page

__all__ = [
    "Imprint",
    "Item",
    "Line",
    "Link",
    "Section",
    "agency_page",
    "board_page",
    "changes_page",
    "dates_page",
    "decisions_page",
    "imprint",
    "index_page",
    "matrix_page",
    "phone_page",
    "plan_page",
    "sheet_page",
    "show_page",
    "timeline_page",
]
