"""Documents on paper: every report as a PDF/A-2a file, A4 unless it says otherwise, readable in black and white.

Each function takes a report and a `Printing` and gives the file's bytes; same input, same bytes. All raise
NoTypstError where the typst wheel is missing, LettersError for a text no bundled font can print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.board import board_leaf
from runbook.render.pdf.book import book_leaves
from runbook.render.pdf.changes import changes_leaf
from runbook.render.pdf.dates import dates_leaf
from runbook.render.pdf.decisions import decisions_leaf
from runbook.render.pdf.duties import agency_leaf
from runbook.render.pdf.leaf import Printing, document, printing
from runbook.render.pdf.matrix import matrix_leaf
from runbook.render.pdf.plan import plan_leaf
from runbook.render.pdf.scenes import scene_leaves
from runbook.render.pdf.sheet import sheet_leaf
from runbook.render.pdf.show import Edition, show_leaf
from runbook.render.pdf.tasks import tasks_leaf
from runbook.render.pdf.typesetting import LettersError, NoTypstError, TypesettingError, pictures, typeset
from runbook.reports.plan import By
from runbook.text import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from runbook.render.board import Board
    from runbook.render.drawing.scene import Scene
    from runbook.reports.dates import Dates
    from runbook.reports.difference import Difference
    from runbook.reports.matrix import Matrix
    from runbook.reports.plan import Plan
    from runbook.reports.sheet import Sheet
    from runbook.reports.show import Show
    from runbook.schedule import Schedule

__all__ = [
    "Edition",
    "LettersError",
    "NoTypstError",
    "Printing",
    "TypesettingError",
    "agency_part",
    "assignment",
    "board_paper",
    "book",
    "decision_points",
    "do_first",
    "drawn",
    "duty_matrix",
    "pictures",
    "possible_days",
    "printing",
    "run_of_show",
    "run_sheet",
    "run_sheets",
    "scene_leaves",
    "what_changed",
]


def run_sheet(sheet: Sheet, printing: Printing) -> bytes:
    """One day's run sheet, of one agency or of all."""
    return typeset(document(printing, say(printing.language, "page.sheet"), [sheet_leaf(sheet, printing)]))


def run_sheets(sheets: Sequence[Sheet], printing: Printing) -> bytes:
    """The run sheets of several days, each on pages of its own and among the bookmarks."""
    leaves = [sheet_leaf(one, printing) for one in sheets]
    return typeset(document(printing, say(printing.language, "product.sheets"), leaves))


def run_of_show(show: Show, printing: Printing, edition: Edition = Edition.ORGANISER) -> bytes:
    """The programme item by item: the organiser's, the presenter's, the technical or the delegates' edition."""
    title = say(printing.language, f"pdf.{edition.value}")
    return typeset(document(printing, title, [show_leaf(show, printing, edition)]))


def drawn(scenes: Sequence[Scene], printing: Printing, name: str) -> bytes:
    """Scenes, each on a page of its own size; `name` is what the whole is called."""
    return typeset(document(printing, name, list(scene_leaves(scenes, name))))


def do_first(plan: Plan, printing: Printing, agency: str = "") -> bytes:
    """What is late and what to do first; `agency` is the name of the one it is for, "" for all."""
    return typeset(document(printing, say(printing.language, "page.plan_name"), [plan_leaf(plan, printing, agency)]))


def duty_matrix(matrix: Matrix, printing: Printing) -> bytes:
    """Who leads and who supports what, and what each agency carries."""
    return typeset(document(printing, say(printing.language, "page.matrix"), [matrix_leaf(matrix, printing)]))


def agency_part(schedule: Schedule, agency_id: str, printing: Printing) -> bytes:
    """One agency's own part in the whole. KeyError for an unknown agency."""
    title = f"{say(printing.language, 'page.agency_name')}: {schedule.ceremony.agency(agency_id).name}"
    return typeset(document(printing, title, [agency_leaf(schedule, agency_id, printing)]))


def decision_points(schedule: Schedule, printing: Printing) -> bytes:
    """Who decides what and when, whom to call, what the plan assumes."""
    return typeset(document(printing, say(printing.language, "page.decisions"), [decisions_leaf(schedule, printing)]))


def possible_days(dates: Dates, printing: Printing) -> bytes:
    """Every day of the window, best first."""
    return typeset(document(printing, say(printing.language, "page.dates"), [dates_leaf(dates, printing)]))


def board_paper(board: Board, printing: Printing) -> bytes:
    """How a ceremony stands, or what is to be expected of it."""
    title = f"{board.name}: {board.scope}" if board.scope else board.name
    return typeset(document(printing, title, [board_leaf(board, printing)]))


def what_changed(report: Difference, printing: Printing, agency: str = "") -> bytes:
    """What a release changed; `agency` is the name of the one it is for, "" for all."""
    name = say(printing.language, "page.changes")
    title = f"{name}: {agency}" if agency else name
    return typeset(document(printing, title, [changes_leaf(report, printing, agency)]))


def assignment(schedule: Schedule, printing: Printing, by: By = By.PHASE) -> bytes:
    """The table of assigned tasks, by phase or by agency."""
    return typeset(document(printing, say(printing.language, "pdf.tasks"), [tasks_leaf(schedule, printing, by)]))


def book(schedule: Schedule, printing: Printing, scenes: Sequence[Scene] = ()) -> bytes:
    """The whole runbook; `scenes` are the pages of its timeline."""
    name = say(printing.language, "pdf.book")
    return typeset(document(printing, name, list(book_leaves(schedule, printing, scenes))))
