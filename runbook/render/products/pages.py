"""Pages for screens: HTML, each in one file."""

from __future__ import annotations

from collections.abc import Callable

from runbook.render import page
from runbook.render.products.boards import forecast_of, revised_of, status_of
from runbook.render.products.wish import Make, Wish
from runbook.reports.dates import dates
from runbook.reports.matrix import matrix
from runbook.reports.plan import plan_report
from runbook.reports.sheet import sheet_of
from runbook.reports.show import show


def _phone(wish: Wish) -> str:
    return page.phone_page(wish.schedule, wish.dossier.imprint)


def _priorities(wish: Wish) -> str:
    return page.plan_page(plan_report(wish.schedule, wish.language, wish.agency), wish.dossier.imprint, wish.name)


def _timeline(wish: Wish) -> str:
    return page.timeline_page(wish.dossier.timeline, wish.schedule, wish.dossier.imprint)


def _show(wish: Wish) -> str:
    if wish.dossier.stage is not None:
        return page.board_page(revised_of(wish), wish.dossier.imprint)
    return page.show_page(show(wish.schedule, wish.language), wish.dossier.imprint)


def _matrix(wish: Wish) -> str:
    return page.matrix_page(matrix(wish.schedule, wish.language), wish.dossier.imprint)


def _dates(wish: Wish) -> str:
    return page.dates_page(dates(wish.dossier.left, wish.language, wish.schedule.now), wish.dossier.imprint)


def _decisions(wish: Wish) -> str:
    return page.decisions_page(wish.schedule, wish.dossier.imprint)


def _sheet(wish: Wish) -> str:
    return page.sheet_page(sheet_of(wish.agenda, wish.language, wish.day), wish.dossier.imprint)


def _agency(wish: Wish) -> str:
    return page.agency_page(wish.schedule, wish.agency, wish.dossier.imprint)


def _changes(wish: Wish) -> str:
    return page.changes_page(wish.changes, wish.dossier.released, wish.reader)


def _status(wish: Wish) -> str:
    return page.board_page(status_of(wish), wish.dossier.imprint)


def _forecast(wish: Wish) -> str:
    return page.board_page(forecast_of(wish), wish.dossier.imprint)


def _encoded(make: Callable[[Wish], str]) -> Make:
    return lambda wish: [make(wish).encode()]


PRODUCTS: dict[str, Make] = {
    "phone": _encoded(_phone),
    "priorities": _encoded(_priorities),
    "timeline": _encoded(_timeline),
    "show": _encoded(_show),
    "matrix": _encoded(_matrix),
    "decisions": _encoded(_decisions),
    "dates": _encoded(_dates),
    "sheet": _encoded(_sheet),
    "agency": _encoded(_agency),
    "changes": _encoded(_changes),
    "status": _encoded(_status),
    "forecast": _encoded(_forecast),
}
