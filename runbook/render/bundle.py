"""A whole build: every page, calendar and data file of a planned ceremony, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from runbook.render import data, ical, page
from runbook.render.page import Entry, Imprint, Section, imprint
from runbook.reports.agenda import Agenda, agenda, is_timed
from runbook.reports.dates import dates
from runbook.reports.difference import Difference, Side, difference
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
    from runbook.render.publication import Publication
    from runbook.schedule import Schedule


OVERALL = "all"  # the name of the calendar for everyone, beside those that bear an agency's


@dataclass(frozen=True, slots=True)
class Issue:
    """The release a build is made of: file names by audience, and whether the ceremony file was edited after it."""

    publication: Publication
    names: Mapping[str, str]
    behind: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a build: its path within the folder, where it stands on the index page, and how it is made."""

    section: str
    entry: Entry
    make: Callable[[], bytes]


# What a build can hold, by the name it is chosen with. Papers take as many seconds as pages take tenths.
SETS = ("pages", "calendars", "data", "paper", "office")
USUAL = ("pages", "calendars", "data")


def pieces(
    schedule: Schedule, names: dict[str, str], issue: Issue | None = None, wanted: Collection[str] = USUAL
) -> list[Piece]:
    """Every file of the wanted SETS but the index. `names` gives each agency's file name, OVERALL is none of them.

    Documents are in the ceremony's language. Calendars are those of the release, a draft where there is none yet.
    """
    from runbook.render import paper

    made: dict[str, Callable[[], Iterable[Piece]]] = {
        "pages": lambda: _pages(schedule, names, issue),
        "paper": lambda: paper.papers(schedule, names, issue),
        "office": lambda: paper.office(schedule),
        "calendars": lambda: _issued(issue) if issue else _drafts(schedule, _busy(schedule), names),
        "data": lambda: [Piece("data", Entry("plan.json", "JSON"), lambda: data.plan_json(schedule).encode())],
    }
    return [piece for name, make in made.items() if name in wanted for piece in make()]


def _busy(schedule: Schedule) -> list[Agency]:
    """The agencies that have anything to do."""
    return [agency for agency in schedule.ceremony.agencies if agenda(schedule, agency.id).tasks]


def _pages(schedule: Schedule, names: dict[str, str], issue: Issue | None) -> list[Piece]:
    """What a browser shows: overviews, what the release changed, run sheets, each agency's part."""
    printed = imprint(schedule.ceremony, edition(schedule, issue))
    return [
        *_overviews(schedule, printed),
        *(_changed(issue, printed) if issue else ()),
        *_day_sheets(schedule, printed),
        *(piece for one in _busy(schedule) for piece in _own(schedule, one, names[one.id], printed)),
    ]


def index(schedule: Schedule, found: list[Piece], issue: Issue | None = None) -> bytes:
    """The page that opens all others."""
    language = schedule.ceremony.language
    keys = dict.fromkeys(piece.section for piece in found)
    sections = [
        Section(say(language, f"build.{key}"), tuple(piece.entry for piece in found if piece.section == key))
        for key in keys
    ]
    return page.index_page(
        heading(schedule, language), sections, imprint(schedule.ceremony, edition(schedule, issue))
    ).encode()


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
    for day in clock_days(mine):
        entry = Entry(f"sheets/{day.isoformat()}/{name}.html", agency.label, full_day(printed.language, day))
        yield Piece("agencies", entry, partial(_sheet, mine, printed, day))


def clock_days(mine: Agenda) -> list[date]:
    """The days on which somebody has a duty at a clock time."""
    return sorted({mine.schedule.axis.civil(row.start)[0] for row in mine.tasks if is_timed(row)})


def _sheet(of: Agenda, printed: Imprint, day: date) -> bytes:
    return page.sheet_page(sheet_of(of, printed.language, day), printed).encode()


def edition(schedule: Schedule, issue: Issue | None) -> str:
    """Which release the pages are printed of, or that they are a draft, before the first or after one."""
    if issue is None:
        return say(schedule.ceremony.language, "ical.draft")
    if issue.behind:
        return say(schedule.ceremony.language, "edition.draft", number=issue.publication.number)
    return _edition_of(issue.publication, schedule.ceremony.language)


def _edition_of(told: Publication, language: str) -> str:
    day = told.plan.axis.civil(told.at)[0]
    return say(language, "edition.release", number=told.number, day=f"{day:%d/%m}/{day.year:04}")


def _changed(issue: Issue, printed: Imprint) -> Iterator[Piece]:
    """What the release changed: these pages are of the release, whatever was edited after it."""
    told = issue.publication
    if told.sides:
        released = replace(printed, edition=_edition_of(told, printed.language))
        yield from _changes(told, told.sides, issue.names, released)


def _issued(issue: Issue) -> Iterator[Piece]:
    """The calendars: whole, the updates of what changed, the to-dos."""
    told = issue.publication
    for audience in filter(told.was_told, told.audiences):
        yield _ics(issue, "calendars", audience, told.whole)
    for audience in told.audiences if told.sides else ():
        if count := len(told.changed(audience)):
            yield _ics(issue, "updates", audience, told.update, count)
    for audience in filter(told.has_todos, told.audiences):
        yield _ics(issue, "todos", audience, told.todos)


def _ics(issue: Issue, section: str, audience: str, make: Callable[[str], bytes], count: int = 0) -> Piece:
    language = issue.publication.plan.language
    agency = issue.publication.agencies.get(audience)
    name = agency.label if agency else say(language, "build.everyone")
    remark = say(language, "build.counted", count=count) if count else ""
    return Piece(section, Entry(f"{section}/{issue.names[audience]}.ics", name, remark), partial(make, audience))


def _changes(
    told: Publication, sides: tuple[Side, Side], names: Mapping[str, str], printed: Imprint
) -> Iterator[Piece]:
    """The page of all changes, and that of each agency that has any."""
    compare = partial(difference, *sides, printed.language, told.changed_tasks())
    whole = compare()
    name = say(printed.language, "build.everyone")
    yield Piece("changes", Entry("changes.html", name), lambda: page.changes_page(whole, printed).encode())
    for audience in told.audiences:
        if audience != ical.OVERALL and told.changed(audience):
            agency = told.agencies[audience]
            entry = Entry(f"changes/{names[audience]}.html", agency.label)
            yield Piece("changes", entry, partial(_own_changes, compare(audience), printed, agency.name))


def _own_changes(own: Difference, printed: Imprint, name: str) -> bytes:
    return page.changes_page(own, printed, name).encode()


def _drafts(schedule: Schedule, agencies: list[Agency], names: dict[str, str]) -> Iterator[Piece]:
    language = schedule.ceremony.language
    everyone = Entry(f"calendars/{OVERALL}.ics", say(language, "build.everyone"))
    yield Piece("calendars", everyone, lambda: ical.calendar(schedule))
    for agency in agencies:
        entry = Entry(f"calendars/{names[agency.id]}.ics", agency.name)
        yield Piece("calendars", entry, partial(ical.calendar, schedule, agency.id))


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()
