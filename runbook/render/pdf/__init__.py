"""Documents on paper: every report as a PDF/A-2a file, A4 unless it says otherwise, readable in black and white.

Each function takes a report and a `Printing` and gives the file's bytes; same input, same bytes. All raise
NoTypstError where the typst wheel is missing, LettersError for a text no bundled font can print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Printing, document, printing
from runbook.render.pdf.sheet import sheet_leaf
from runbook.render.pdf.typesetting import LettersError, NoTypstError, TypesettingError, pictures, typeset
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.sheet import Sheet

__all__ = ["LettersError", "NoTypstError", "Printing", "TypesettingError", "pictures", "printing", "run_sheet"]


def run_sheet(sheet: Sheet, printing: Printing) -> bytes:
    """One day's run sheet, of one agency or of all."""
    return typeset(document(printing, say(printing.language, "page.sheet"), [sheet_leaf(sheet, printing)]))
