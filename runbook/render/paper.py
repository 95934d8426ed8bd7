"""The papers of a build: every document to print or to edit, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from runbook.render import pdf
from runbook.render.bundle import Piece, clock_days, edition
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.render.drawing.network_chart import network
from runbook.render.page import Entry, imprint
from runbook.render.word.assignment import assignment
from runbook.render.word.timetable import timetable as official
from runbook.reports.agenda import Agenda, agenda
from runbook.reports.matrix import matrix
from runbook.reports.phrasing import full_day
from runbook.reports.sheet import plate, sheet_of
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Agency
    from runbook.render.bundle import Issue
    from runbook.render.drawing.scene import Scene
    from runbook.schedule import Schedule


def papers(schedule: Schedule, names: dict[str, str], issue: Issue | None) -> Iterator[Piece]:
    """PDF to print: the whole as a book, the overviews, a sheet for every day, each agency's part and its sheets.

    `names` gives each agency's file name. Making a piece raises NoTypstError, LettersError.
    """
    printing = pdf.printing(schedule.ceremony, imprint(schedule.ceremony, edition(schedule, issue)))
    yield from _overviews(schedule, printing)
    everybody = agenda(schedule)
    for day in everybody.days():
        entry = Entry(
            f"paper/sheets/{day.isoformat()}.pdf",
            full_day(printing.language, day),
            plate(schedule, day, printing.language),
        )
        yield Piece("paper_sheets", entry, partial(_sheet, everybody, printing, day))
    for agency in schedule.ceremony.agencies:
        if agenda(schedule, agency.id).tasks:
            yield from _own(schedule, agency, names[agency.id], printing)


def office(schedule: Schedule) -> Iterator[Piece]:
    """Word documents to edit and sign."""
    language = schedule.ceremony.language
    made: dict[str, Callable[[], bytes]] = {
        "timetable": partial(official, schedule, language),
        "tasks": partial(assignment, schedule, language),
    }
    for key, make in made.items():
        yield Piece("office", Entry(f"office/{key}.docx", say(language, f"build.office_{key}")), make)


def _overviews(schedule: Schedule, printing: pdf.Printing) -> Iterator[Piece]:
    language = printing.language
    stamp = Stamp(language, printing.imprint.issuer, printing.imprint.plan, printing.imprint.edition)

    def chart() -> tuple[Scene, ...]:
        return gantt(timeline(schedule, language), schedule, stamp)

    def net() -> bytes:
        return pdf.drawn(
            network(timeline(schedule, language), schedule, stamp), printing, say(language, "drawing.network")
        )

    made: dict[str, Callable[[], bytes]] = {
        "book": lambda: pdf.book(schedule, printing, chart()),
        "timeline": lambda: pdf.drawn(chart(), printing, say(language, "page.timeline")),
        "network": net,
        "matrix": lambda: pdf.duty_matrix(matrix(schedule, language), printing),
        "tasks": lambda: pdf.assignment(schedule, printing),
        "decisions": lambda: pdf.decision_points(schedule, printing),
        **{one.value: partial(_show, schedule, printing, one) for one in pdf.Edition},
    }
    for key, make in made.items():
        yield Piece("paper", Entry(f"paper/{key}.pdf", say(language, f"build.paper_{key}")), make)


def _show(schedule: Schedule, printing: pdf.Printing, variant: pdf.Edition) -> bytes:
    return pdf.run_of_show(show(schedule, printing.language), printing, variant)


def _own(schedule: Schedule, agency: Agency, name: str, printing: pdf.Printing) -> Iterator[Piece]:
    """An agency's part, and its sheet for every day on which it has a duty at a clock time."""
    make = partial(pdf.agency_part, schedule, agency.id, printing)
    yield Piece("paper_agencies", Entry(f"paper/agencies/{name}.pdf", agency.name), make)
    mine = agenda(schedule, agency.id)
    for day in clock_days(mine):
        entry = Entry(f"paper/sheets/{day.isoformat()}/{name}.pdf", agency.label, full_day(printing.language, day))
        yield Piece("paper_agencies", entry, partial(_sheet, mine, printing, day))


def _sheet(of: Agenda, printing: pdf.Printing, day: date) -> bytes:
    return pdf.run_sheet(sheet_of(of, printing.language, day), printing)
