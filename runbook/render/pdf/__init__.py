"""Documents on paper: every report as a PDF/A-2a file, A4 unless it says otherwise, readable in black and white.

Each function takes a report and a `Printing` and gives the file's bytes; same input, same bytes. All raise
NoTypstError where the typst wheel is missing, LettersError for a text no bundled font can print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Printing, document, printing
from runbook.render.pdf.scenes import scene_leaves
from runbook.render.pdf.sheet import sheet_leaf
from runbook.render.pdf.show import Edition, show_leaf
from runbook.render.pdf.typesetting import LettersError, NoTypstError, TypesettingError, pictures, typeset
from runbook.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runbook.render.drawing.scene import Scene
    from runbook.reports.sheet import Sheet
    from runbook.reports.show import Show

__all__ = ["LettersError", "NoTypstError", "Printing", "TypesettingError", "pictures", "printing", "run_sheet"]


def run_sheet(sheet: Sheet, printing: Printing) -> bytes:
    """One day's run sheet, of one agency or of all."""
    return typeset(document(printing, say(printing.language, "page.sheet"), [sheet_leaf(sheet, printing)]))


def run_of_show(show: Show, printing: Printing, edition: Edition = Edition.ORGANISER) -> bytes:
    """The programme item by item: the organiser's, the presenter's, the technical or the delegates' edition."""
    title = say(printing.language, f"pdf.{edition.value}")
    return typeset(document(printing, title, [show_leaf(show, printing, edition)]))


def drawn(scenes: Sequence[Scene], printing: Printing, name: str) -> bytes:
    """Scenes, each on a page of its own size; `name` is what the whole is called."""
    return typeset(document(printing, name, list(scene_leaves(scenes, name))))
