"""What is edited on: Word documents to sign, the Excel workbook to plan in.

The libraries are asked for only when there is something to write.
"""

from __future__ import annotations

from functools import partial

from runbook.render.products.wish import Make, Wish
from runbook.reports.plan import By


class LimitError(Exception):
    """A workbook cannot hold the ceremony: `what` ("rows", "cells" or "text") is above `limit`."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


def _assignment(by: By, wish: Wish) -> list[bytes]:
    from runbook.render.word.assignment import assignment
    from runbook.render.word.party import form_of

    return [assignment(wish.schedule, wish.language, form_of(wish.dossier.ceremony), by, wish.agency)]


def _timetable(wish: Wish) -> list[bytes]:
    """In the form of whoever issues it."""
    from runbook.render.word.party import form_of
    from runbook.render.word.timetable import timetable

    return [timetable(wish.schedule, wish.language, form_of(wish.dossier.ceremony))]


def _party_timetable(wish: Wish) -> list[bytes]:
    """In the Party's form whoever issues it."""
    from runbook.render.word.party import PARTY
    from runbook.render.word.timetable import timetable

    return [timetable(wish.schedule, wish.language, PARTY)]


def _workbook(wish: Wish) -> list[bytes]:
    """Raises LimitError."""
    from runbook.workbook.writing import TooLargeError, written

    try:
        return [written(wish.dossier.root, wish.schedule)]
    except TooLargeError as error:
        raise LimitError(error.what, error.limit) from None


DOCUMENTS: dict[str, Make] = {
    "timetable": _timetable,
    "timetable-party": _party_timetable,
    "tasks": partial(_assignment, By.PHASE),
    "tasks-by-agency": partial(_assignment, By.AGENCY),
}
WORKBOOKS: dict[str, Make] = {"workbook": _workbook}
