"""Papers to print: PDF. Making one raises NoTypstError, LettersError."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from runbook.render import pdf
from runbook.render.products import pictures
from runbook.render.products.boards import forecast_of, revised_of, status_of
from runbook.render.products.wish import Make, Wish
from runbook.reports.dates import dates
from runbook.reports.matrix import matrix
from runbook.reports.plan import By, plan_report
from runbook.reports.sheet import sheet_of
from runbook.reports.show import show


def _book(wish: Wish) -> bytes:
    return pdf.book(wish.schedule, wish.dossier.printing(), wish.dossier.bars)


def _priorities(wish: Wish) -> bytes:
    report = plan_report(wish.schedule, wish.language, wish.agency)
    return pdf.do_first(report, wish.dossier.printing(), wish.name)


def _sheet(wish: Wish) -> bytes:
    return pdf.run_sheet(sheet_of(wish.agenda, wish.language, wish.day), wish.dossier.printing())


def _sheets(wish: Wish) -> bytes:
    """Every day that holds a task; without any the day asked for, which says so."""
    days = wish.agenda.days() or (wish.day,)
    return pdf.run_sheets([sheet_of(wish.agenda, wish.language, day) for day in days], wish.dossier.printing())


def _status(wish: Wish) -> bytes:
    return pdf.board_paper(status_of(wish), wish.dossier.printing())


def _forecast(wish: Wish) -> bytes:
    return pdf.board_paper(forecast_of(wish), wish.dossier.printing())


def _show(edition: pdf.Edition, wish: Wish) -> bytes:
    return pdf.run_of_show(show(wish.schedule, wish.language), wish.dossier.printing(), edition)


def _organisers(wish: Wish) -> bytes:
    """The run of show of who steers it: once the day has begun, planned beside expected."""
    if wish.dossier.stage is None:
        return _show(pdf.Edition.ORGANISER, wish)
    return pdf.board_paper(revised_of(wish), wish.dossier.printing())


def _tasks(by: By, wish: Wish) -> bytes:
    return pdf.assignment(wish.schedule, wish.dossier.printing(), by)


def _matrix(wish: Wish) -> bytes:
    return pdf.duty_matrix(matrix(wish.schedule, wish.language), wish.dossier.printing())


def _agency(wish: Wish) -> bytes:
    return pdf.agency_part(wish.schedule, wish.agency, wish.dossier.printing())


def _decisions(wish: Wish) -> bytes:
    return pdf.decision_points(wish.schedule, wish.dossier.printing())


def _dates(wish: Wish) -> bytes:
    report = dates(wish.dossier.left, wish.language, wish.schedule.now)
    return pdf.possible_days(report, wish.dossier.printing())


def _changes(wish: Wish) -> bytes:
    return pdf.what_changed(wish.changes, wish.dossier.printing(wish.dossier.released), wish.reader)


def _one(make: Callable[[Wish], bytes]) -> Make:
    return lambda wish: [make(wish)]


PRODUCTS: dict[str, Make] = {
    "book": _one(_book),
    "sheet": _one(_sheet),
    "sheets": _one(_sheets),
    "priorities": _one(_priorities),
    "timeline": pictures.PAPERS["timeline"],
    "network": pictures.PAPERS["network"],
    "show": _one(_organisers),
    "presenter": _one(partial(_show, pdf.Edition.PRESENTER)),
    "technical": _one(partial(_show, pdf.Edition.TECHNICAL)),
    "delegates": _one(partial(_show, pdf.Edition.DELEGATES)),
    "tasks": _one(partial(_tasks, By.PHASE)),
    "tasks-by-agency": _one(partial(_tasks, By.AGENCY)),
    "matrix": _one(_matrix),
    "agency": _one(_agency),
    "decisions": _one(_decisions),
    "dates": _one(_dates),
    "changes": _one(_changes),
    "status": _one(_status),
    "forecast": _one(_forecast),
    "drift": pictures.PAPERS["drift"],
    "curve": pictures.PAPERS["curve"],
}
