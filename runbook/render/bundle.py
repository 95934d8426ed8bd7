"""A whole build: every file of a planned ceremony, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from runbook.render import ical, page
from runbook.render.page import Item, Line, Link, Section
from runbook.render.products import OF_PROGRAMMES, OF_SITTINGS, ON_REQUEST, PRODUCTS, Make, Wish
from runbook.render.products.pictures import PROGRESS, SCENES
from runbook.reports.agenda import is_timed
from runbook.reports.phrasing import full_day
from runbook.reports.rows import heading
from runbook.reports.sheet import days_of_sheets, plate
from runbook.reports.show import has_programme
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.dossier import Dossier

# What a build can hold by the name it is chosen with, each by the endings of its files.
SETS = {
    "pages": (".html",),
    "calendars": (".ics",),
    "data": (".json", ".csv", ".mmd", ".dot"),
    "paper": (".pdf",),
    "office": (".docx", ".xlsx"),
    "pictures": (".svg", ".png"),
}
_TO_READ = (*SETS["pages"], *SETS["paper"], *SETS["office"])
_COMMON = (
    *("priorities", "book", "timeline", "network", "tasks", "tasks-by-agency", "matrix", "decisions", "dates"),
    *("timetable", "workbook"),
)
_PROGRESSING = ("status", "forecast", "drift", "curve")
_PROGRAMME = ("show", "presenter", "technical", "delegates")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a file stands on the index page: under which heading, on whose line, in which item, and its link's text."""

    section: str
    line: str
    remark: str = ""
    item: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a build: its path within the folder, where it stands on the index page, and how it is made."""

    path: str
    spot: Spot
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class _Order:
    """What is to be made of which dossier: `names` gives each audience's file name, `endings` the kinds of file."""

    dossier: Dossier
    names: Mapping[str, str]
    endings: frozenset[str]

    def say(self, key: str, **facts: object) -> str:
        return say(self.dossier.language, key, **facts)

    def path(self, section: str, *rest: str) -> str:
        return "/".join([self.say(f"folder.{section}"), *rest])

    def day(self, day: date) -> str:
        """How the files of a day are called: by its date, so that they sort, and by what people call it."""
        if self.dossier.ceremony.campaign:
            return day.isoformat()
        offset = (day - self.dossier.schedule.day).days
        return self.say("filename.day", day=day.isoformat(), plate=f"N{offset:+d}" if offset else "N")


def pieces(dossier: Dossier, names: Mapping[str, str], wanted: Collection[str] = tuple(SETS)) -> list[Piece]:
    """Every file of the wanted SETS but the index, in the order of the index. `names` gives each audience's file name.

    Calendars are those of the release, a draft where there is none yet. Making a piece raises NoTypstError,
    LettersError, LimitError.
    """
    endings = frozenset(ending for one in wanted for ending in SETS[one])
    order = _Order(dossier, names, endings)
    makers = (_common, _programme, _sheets, _agencies, _pictures, _data)
    return [piece for make in makers for piece in make(order) if _ending(piece.path) in endings]


def index(dossier: Dossier, found: Iterable[Piece]) -> bytes:
    """The page that opens all others: a line for each document, day and agency."""
    shelves: dict[str, dict[str, list[Piece]]] = {}
    for piece in found:
        shelves.setdefault(piece.spot.section, {}).setdefault(piece.spot.line, []).append(piece)
    sections = [
        Section(key, say(dossier.language, f"build.{key}"), tuple(_line(name, held) for name, held in lines.items()))
        for key, lines in shelves.items()
    ]
    return page.index_page(heading(dossier.schedule, dossier.language), sections, dossier.imprint).encode()


def _line(name: str, held: list[Piece]) -> Line:
    items: dict[str, list[Link]] = {}
    for piece in held:
        items.setdefault(piece.spot.item, []).append(Link(piece.path, piece.spot.link))
    return Line(name, held[0].spot.remark, tuple(Item(label, tuple(links)) for label, links in items.items()))


def _common(order: _Order) -> Iterator[Piece]:
    """What is about the whole, the calendar of everything included; the page for phones lies beside the index."""
    phone = Spot("common", order.say("product.phone"))
    yield from _kinds(order, "phone", Wish(order.dossier), phone, order.say("filename.phone"))
    for product in _COMMON:
        yield from _document(order, "common", product)
    if _has_changes(order):
        yield from _document(order, "common", "changes")
    for product in _PROGRESSING if order.dossier.outlook else ():
        yield from _document(order, "common", product)
    spot = Spot("common", order.say("build.calendar"))
    yield from _calendars(order, ical.OVERALL, spot, order.path("common", ""))


def _programme(order: _Order) -> Iterator[Piece]:
    for product in _PROGRAMME:
        yield from _document(order, "programme", product)


def _document(order: _Order, section: str, product: str) -> Iterator[Piece]:
    schedule = order.dossier.schedule
    if product in OF_SITTINGS and schedule.ceremony.campaign:
        return
    if product in OF_PROGRAMMES and not has_programme(schedule):
        return
    spot = Spot(section, order.say(f"product.{product}"))
    path = order.path(section, order.say(f"filename.{product}"))
    yield from _kinds(order, product, Wish(order.dossier), spot, path)


def _sheets(order: _Order) -> Iterator[Piece]:
    """A sheet of all agencies for every day that has a task, and for day N."""
    language, schedule = order.dossier.language, order.dossier.schedule
    for day in days_of_sheets(order.dossier.agenda()):
        spot = Spot("sheets", full_day(language, day), plate(schedule, day, language))
        yield from _kinds(order, "sheet", Wish(order.dossier, on=day), spot, order.path("sheets", order.day(day)))


def _agencies(order: _Order) -> Iterator[Piece]:
    """A folder for each agency with all that is its own, those that left the plan with what calls their tasks off."""
    dossier = order.dossier
    present = {agency.id: agency.name for agency in dossier.ceremony.agencies}
    issued = dossier.issue.publication.agencies if dossier.issue else {}
    for agency, title in (present | {one: issued[one].name for one in issued if one not in present}).items():
        path = order.path("agencies", order.names[agency], f"{order.names[agency]}-")
        spot = Spot("agencies", title)
        has_part = agency in present and bool(dossier.agenda(agency).tasks)
        if has_part:
            part = replace(spot, item=order.say("product.agency"))
            yield from _kinds(order, "agency", Wish(dossier, agency), part, path + order.say("filename.agency"))
        if _has_changes(order, agency):
            item = replace(spot, item=order.say("product.changes"))
            yield from _kinds(order, "changes", Wish(dossier, agency), item, path + order.say("filename.changes"))
        yield from _calendars(order, agency, spot, path)
        if has_part:
            yield from _own_sheets(order, agency, spot, path)


def _own_sheets(order: _Order, agency: str, spot: Spot, path: str) -> Iterator[Piece]:
    """An agency's sheets of all its days in one file, if it is named in any task; alone those with clock times."""
    mine = order.dossier.agenda(agency)
    if mine.days() and any(agency in (row.task.lead, *row.task.support) for row in mine.tasks):
        spot_of_all = replace(spot, item=order.say("product.sheets"))
        yield from _kinds(
            order, "sheets", Wish(order.dossier, agency), spot_of_all, path + order.say("filename.sheets")
        )
    for day in sorted({mine.schedule.axis.civil(row.start)[0] for row in mine.tasks if is_timed(row)}):
        sheet = replace(spot, item=order.say("product.sheet", day=full_day(order.dossier.language, day)))
        name = order.say("filename.sheet", day=order.day(day))
        yield from _kinds(order, "sheet", Wish(order.dossier, agency, day), sheet, path + name)


def _has_changes(order: _Order, agency: str = "") -> bool:
    """Whether there is a page of what the release changed: for all after the first, for an agency where it has any."""
    told = order.dossier.issue.publication if order.dossier.issue else None
    return told is not None and told.sides is not None and bool(not agency or told.changed(agency))


def _kinds(
    order: _Order, product: str, wish: Wish, spot: Spot, path: str, among: Iterable[str] = _TO_READ
) -> Iterator[Piece]:
    """A product in every kind of file it can be made in."""
    for ending in among:
        if product in PRODUCTS[ending]:
            link = replace(spot, link=order.say(f"link{ending}"))
            yield Piece(f"{path}{ending}", link, partial(_only, PRODUCTS[ending][product], wish))


def _only(make: Make, wish: Wish) -> bytes:
    (data,) = make(wish)
    return data


def _calendars(order: _Order, audience: str, spot: Spot, path: str) -> Iterator[Piece]:
    """An audience's calendars: whole, the update of what changed, the to-dos; a draft where nothing was released."""
    issue = order.dossier.issue

    def calendar(key: str, make: Callable[[], bytes], **facts: object) -> Piece:
        link = replace(spot, link=order.say(f"product.{key}", **facts))
        return Piece(f"{path}{order.say(f'filename.{key}')}.ics", link, make)

    if issue is None:
        agency = None if audience == ical.OVERALL else audience
        if agency is None or order.dossier.agenda(agency).tasks:
            yield calendar("calendar", partial(ical.calendar, order.dossier.schedule, agency))
        return
    told = issue.publication
    if told.was_told(audience):
        yield calendar("calendar", partial(told.whole, audience))
    if told.sides and (count := len(told.changed(audience))):
        yield calendar("update", partial(told.update, audience), count=count)
    if told.has_todos(audience):
        yield calendar("todos", partial(told.todos, audience))


def _pictures(order: _Order) -> Iterator[Piece]:
    """The charts, a file for each page, numbered where there are several."""
    shown = {**SCENES, **(PROGRESS if order.dossier.outlook else {})}
    for product, scenes in shown.items():
        for ending in SETS["pictures"]:
            if ending in order.endings:
                yield from _numbered(order, product, ending, len(scenes(order.dossier)))


def _numbered(order: _Order, product: str, ending: str, count: int) -> Iterator[Piece]:
    made = cache(partial(PRODUCTS[ending][product], Wish(order.dossier)))
    spot = Spot("pictures", order.say(f"product.{product}"))
    path = order.path("pictures", order.say(f"filename.{product}"))
    for number in range(count):
        mark = str(number + 1) if count > 1 else ""
        link = " ".join(filter(None, [order.say(f"link{ending}"), mark]))
        name = "-".join(filter(None, [path, mark]))
        yield Piece(f"{name}{ending}", replace(spot, link=link), partial(_page, made, number))


def _page(made: Callable[[], list[bytes]], number: int) -> bytes:
    return made()[number]


def _data(order: _Order) -> Iterator[Piece]:
    """What other programs read."""
    named = dict.fromkeys(name for ending in SETS["data"] for name in PRODUCTS[ending])
    for product in (name for name in named if name not in ON_REQUEST):
        spot = Spot("data", order.say(f"product.{product}"))
        path = order.path("data", order.say(f"filename.{product}"))
        among = [ending for ending in SETS["data"] if product in PRODUCTS[ending]]
        yield from _kinds(order, product, Wish(order.dossier), spot, path, among)


def _ending(path: str) -> str:
    return path[path.rindex(".") :]
