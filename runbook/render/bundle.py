"""A whole build: every page, calendar and data file of a planned ceremony, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from runbook.render import data, ical, page
from runbook.render.page import Entry, Imprint, Section, imprint
from runbook.reports.agenda import Agenda, agenda, is_timed
from runbook.reports.dates import dates
from runbook.reports.matrix import matrix
from runbook.reports.phrasing import full_day
from runbook.reports.plan import plan_report
from runbook.reports.rows import heading
from runbook.reports.sheet import plate, sheet_of
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Agency
    from runbook.schedule import Schedule


OVERALL = "all"  # the name of the calendar for everyone, beside those that bear an agency's


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a build: its path within the folder, where it stands on the index page, and how it is made."""

    section: str
    entry: Entry
    make: Callable[[], bytes]


def pieces(schedule: Schedule, names: dict[str, str]) -> list[Piece]:
    """Every file but the index. `names` gives each agency's file name, OVERALL is none of them.

    Documents are in the ceremony's language.
    """
    printed = imprint(schedule.ceremony)
    agencies = [agency for agency in schedule.ceremony.agencies if agenda(schedule, agency.id).tasks]
    return [
        *_overviews(schedule, printed),
        *_day_sheets(schedule, printed),
        *(piece for agency in agencies for piece in _own(schedule, agency, names[agency.id], printed)),
        *_calendars(schedule, agencies, names),
        Piece("data", Entry("plan.json", "JSON"), lambda: data.plan_json(schedule).encode()),
    ]


def index(schedule: Schedule, found: list[Piece]) -> bytes:
    """The page that opens all others."""
    language = schedule.ceremony.language
    keys = dict.fromkeys(piece.section for piece in found)
    sections = [
        Section(say(language, f"build.{key}"), tuple(piece.entry for piece in found if piece.section == key))
        for key in keys
    ]
    return page.index_page(heading(schedule, language), sections, imprint(schedule.ceremony)).encode()


def _overviews(schedule: Schedule, printed: Imprint) -> Iterator[Piece]:
    language, ceremony = printed.language, schedule.ceremony
    pages: dict[str, Callable[[], str]] = {
        "plan": lambda: page.plan_page(plan_report(schedule, language), printed),
        "timeline": lambda: page.timeline_page(timeline(schedule, language), schedule, printed),
        "show": lambda: page.show_page(show(schedule, language), printed),
        "matrix": lambda: page.matrix_page(matrix(schedule, language), printed),
        "dates": lambda: page.dates_page(dates(ceremony, language, schedule.now), printed),
        "decisions": lambda: page.decisions_page(schedule, printed),
    }
    for key, make in pages.items():
        yield Piece("overviews", Entry(f"{key}.html", say(language, f"build.{key}")), partial(_encoded, make))


def _day_sheets(schedule: Schedule, printed: Imprint) -> Iterator[Piece]:
    everybody = agenda(schedule)
    for day in everybody.days():
        name = full_day(printed.language, day)
        entry = Entry(f"sheets/{day.isoformat()}.html", name, plate(schedule, day, printed.language))
        yield Piece("sheets", entry, partial(_sheet, everybody, printed, day))


def _own(schedule: Schedule, agency: Agency, name: str, printed: Imprint) -> Iterator[Piece]:
    """An agency's own page, and its sheet for every day on which it has a duty at a clock time."""
    make = partial(page.agency_page, schedule, agency.id, printed)
    yield Piece("agencies", Entry(f"agencies/{name}.html", agency.name), partial(_encoded, make))
    mine = agenda(schedule, agency.id)
    for day in _clock_days(mine):
        entry = Entry(f"sheets/{day.isoformat()}/{name}.html", agency.label, full_day(printed.language, day))
        yield Piece("agencies", entry, partial(_sheet, mine, printed, day))


def _clock_days(mine: Agenda) -> list[date]:
    return sorted({mine.schedule.axis.civil(row.start)[0] for row in mine.tasks if is_timed(row)})


def _sheet(of: Agenda, printed: Imprint, day: date) -> bytes:
    return page.sheet_page(sheet_of(of, printed.language, day), printed).encode()


def _calendars(schedule: Schedule, agencies: list[Agency], names: dict[str, str]) -> Iterator[Piece]:
    language = schedule.ceremony.language
    everyone = Entry(f"calendars/{OVERALL}.ics", say(language, "build.everyone"))
    yield Piece("calendars", everyone, lambda: ical.calendar(schedule))
    for agency in agencies:
        entry = Entry(f"calendars/{names[agency.id]}.ics", agency.name)
        yield Piece("calendars", entry, partial(ical.calendar, schedule, agency.id))


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()
