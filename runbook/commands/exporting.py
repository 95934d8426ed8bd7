"""One document of a planned ceremony in the kind of file its name ends with: PDF, Word, Excel, pictures, text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands import publishing
from runbook.commands.opening import Opened, RefusedError
from runbook.files import create, save
from runbook.render import pdf
from runbook.render.bundle import edition
from runbook.render.page import imprint
from runbook.render.pdf.leaf import document
from runbook.reports import wanted
from runbook.reports.plan import By
from runbook.reports.wanted import UnclearError
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.bundle import Issue
    from runbook.render.drawing.frame import Stamp
    from runbook.render.drawing.scene import Scene
    from runbook.reports.timeline import Timeline

ZIP = b"PK\x03\x04"
Pages = list[bytes]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written: the plan, the agency's id or "", the day or "", and the release it is of."""

    of: Opened
    agency: str
    date: str
    issue: Issue | None

    @property
    def language(self) -> str:
        """Documents are in the ceremony's language."""
        return self.of.ceremony.language

    def printing(self) -> pdf.Printing:
        ceremony = self.of.ceremony
        return pdf.printing(ceremony, imprint(ceremony, edition(self.of.schedule, self.issue)))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how one begins, so that only one of its own is written over, and what it can hold.

    None: it is what people write, and never written over. The first product is made where nothing is asked for;
    several pages become several files.
    """

    head: bytes | None
    products: dict[str, Callable[[Wish], Pages]]


def export(of: Opened, output: Path, what: str, agency: str, date: str, store: str) -> str:
    """Write one document; a sentence that it is there. Raises one of REFUSALS."""
    kind = _KINDS.get(output.suffix.lower())
    if kind is None:
        raise UnclearError("ending", words=output.name, known=", ".join(_KINDS))
    name = what or next(iter(kind.products))
    if name not in kind.products:
        known = ", ".join(kind.products)
        raise UnclearError("product", words=what, ending=output.suffix, known=known)
    wish = Wish(of, of.agency(agency), date, publishing.issue_of(of, store))
    try:
        pages = kind.products[name](wish)
    except pdf.NoTypstError:
        raise RefusedError("no-typst") from None
    except pdf.LettersError as error:
        raise RefusedError("letters", letters=error.letters) from None
    paths = _paths(output, len(pages))
    for path, data in zip(paths, pages, strict=True):
        if kind.head is None:
            create(path, data)
        else:
            save(path, data, kind.head, of.asked.file)
    return "".join(say(of.language, "ics.done", path=path) + "\n" for path in paths)


def _paths(output: Path, count: int) -> list[Path]:
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{number}{output.suffix}") for number in range(1, count + 1)]


def _show(variant: pdf.Edition, wish: Wish) -> Pages:
    from runbook.reports.show import show

    return [pdf.run_of_show(show(wish.of.schedule, wish.language), wish.printing(), variant)]


def _sheet(wish: Wish) -> Pages:
    from runbook.reports.sheet import sheet

    day = wanted.day_of_plan(wish.of.ceremony, wish.of.schedule.day, wish.date or "N")
    return [pdf.run_sheet(sheet(wish.of.schedule, wish.language, day, wish.agency), wish.printing())]


def _matrix(wish: Wish) -> Pages:
    from runbook.reports.matrix import matrix

    return [pdf.duty_matrix(matrix(wish.of.schedule, wish.language), wish.printing())]


def _dates(wish: Wish) -> Pages:
    from runbook.reports.dates import dates

    return [pdf.possible_days(dates(wish.of.ceremony, wish.language, wish.of.schedule.now), wish.printing())]


def _agency(wish: Wish) -> Pages:
    if not wish.agency:
        raise UnclearError("whose", words="")
    return [pdf.agency_part(wish.of.schedule, wish.agency, wish.printing())]


def _changes(wish: Wish) -> Pages:
    """What the last release changed, for all or for one agency."""
    from runbook.reports.difference import difference

    told = wish.issue.publication if wish.issue else None
    if told is None:
        raise RefusedError("no-release", ceremony=wish.of.ceremony.id)
    if told.sides is None:
        raise RefusedError("only-one")
    report = difference(*told.sides, wish.language, told.changed_tasks(), wish.agency)
    name = wish.of.ceremony.agency(wish.agency).name if wish.agency else ""
    return [pdf.what_changed(report, wish.printing(), name)]


def _tasks(by: By, wish: Wish) -> Pages:
    return [pdf.assignment(wish.of.schedule, wish.printing(), by)]


def _book(wish: Wish) -> Pages:
    return [pdf.book(wish.of.schedule, wish.printing(), _timeline(wish))]


def _timeline(wish: Wish) -> Sequence[Scene]:
    from runbook.render.drawing.gantt import gantt

    return gantt(_rows(wish), wish.of.schedule, _stamp(wish))


def _network(wish: Wish) -> Sequence[Scene]:
    from runbook.render.drawing.network_chart import network

    return network(_rows(wish), wish.of.schedule, _stamp(wish))


def _rows(wish: Wish) -> Timeline:
    from runbook.reports.timeline import timeline

    return timeline(wish.of.schedule, wish.language)


def _stamp(wish: Wish) -> Stamp:
    from runbook.render.drawing.frame import Stamp

    made = wish.printing().imprint
    return Stamp(made.language, made.issuer, made.plan, made.edition)


def _drawn(scenes: Callable[[Wish], Sequence[Scene]], name: str, wish: Wish) -> Pages:
    return [pdf.drawn(scenes(wish), wish.printing(), say(wish.language, name))]


def _svg(scenes: Callable[[Wish], Sequence[Scene]], wish: Wish) -> Pages:
    from runbook.render.drawing.svg import svg

    return [svg(scene).encode() for scene in scenes(wish)]


def _png(scenes: Callable[[Wish], Sequence[Scene]], name: str, wish: Wish) -> Pages:
    title = say(wish.language, name)
    return pdf.pictures(document(wish.printing(), title, list(pdf.scene_leaves(scenes(wish), title))))


def _assignment(by: By, wish: Wish) -> Pages:
    from runbook.render.word.assignment import assignment

    return [assignment(wish.of.schedule, wish.language, by=by, agency_id=wish.agency)]


def _timetable(form: str, wish: Wish) -> Pages:
    from runbook.render.word.decree30 import DECREE_30
    from runbook.render.word.party import PARTY
    from runbook.render.word.timetable import timetable

    return [timetable(wish.of.schedule, wish.language, PARTY if form == "party" else DECREE_30)]


def _workbook(wish: Wish) -> Pages:
    from runbook.syntax import Mapping
    from runbook.workbook.writing import TooLargeError, written

    assert isinstance(wish.of.root, Mapping), "a ceremony without errors is a mapping"
    try:
        return [written(wish.of.root, wish.of.schedule)]
    except TooLargeError as error:
        what = say(wish.of.language, f"workbook.what.{error.what}")
        raise RefusedError("workbook-limit", what=what, limit=error.limit) from None


def _text(wish: Wish) -> Pages:
    from runbook.workbook.text import text

    assert wish.of.root is not None, "a ceremony without errors has nodes"
    return [text(wish.of.root).encode()]


def _mermaid(make: str, wish: Wish) -> Pages:
    from runbook.render.exports import mermaid

    made: str = getattr(mermaid, make)(_rows(wish), wish.of.schedule)
    return [made.encode()]


def _dot(wish: Wish) -> Pages:
    from runbook.render.exports.dot import dot

    return [dot(_rows(wish), wish.of.schedule).encode()]


def _csv(wish: Wish) -> Pages:
    from runbook.render.exports.table import csv

    return [csv(_rows(wish), wish.of.schedule, wish.language).encode()]


def _json(wish: Wish) -> Pages:
    from runbook.render.data import plan_json

    return [plan_json(wish.of.schedule).encode()]


_KINDS = {
    ".pdf": Kind(
        b"%PDF-",
        {
            "book": _book,
            "sheet": _sheet,
            "timeline": partial(_drawn, _timeline, "page.timeline"),
            "network": partial(_drawn, _network, "drawing.network"),
            "show": partial(_show, pdf.Edition.ORGANISER),
            "presenter": partial(_show, pdf.Edition.PRESENTER),
            "technical": partial(_show, pdf.Edition.TECHNICAL),
            "delegates": partial(_show, pdf.Edition.DELEGATES),
            "tasks": partial(_tasks, By.PHASE),
            "tasks-by-agency": partial(_tasks, By.AGENCY),
            "matrix": _matrix,
            "agency": _agency,
            "decisions": lambda wish: [pdf.decision_points(wish.of.schedule, wish.printing())],
            "dates": _dates,
            "changes": _changes,
        },
    ),
    ".docx": Kind(
        ZIP,
        {
            "timetable": partial(_timetable, "state"),
            "timetable-party": partial(_timetable, "party"),
            "tasks": partial(_assignment, By.PHASE),
            "tasks-by-agency": partial(_assignment, By.AGENCY),
        },
    ),
    ".xlsx": Kind(ZIP, {"workbook": _workbook}),
    ".yaml": Kind(None, {"text": _text}),
    ".svg": Kind(b"<?xml", {"timeline": partial(_svg, _timeline), "network": partial(_svg, _network)}),
    ".png": Kind(
        b"\x89PNG",
        {"timeline": partial(_png, _timeline, "page.timeline"), "network": partial(_png, _network, "drawing.network")},
    ),
    ".mmd": Kind(None, {"timeline": partial(_mermaid, "gantt"), "network": partial(_mermaid, "flowchart")}),
    ".dot": Kind(b"digraph", {"network": _dot}),
    ".csv": Kind(None, {"tasks": _csv}),
    ".json": Kind(b"{", {"plan": _json}),
}
