"""How a ceremony stands, or what is to be expected, as tables that pages and papers set alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.forecast import Forecast, Peril
    from runbook.reports.rows import Heading
    from runbook.reports.status import Status, StatusRow


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table; a heavy one carries the thick bar."""

    cells: tuple[str, ...]
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A table under its title: `heads` with the width of each column in mm of a page that is 178 wide."""

    title: str
    heads: tuple[tuple[str, int], ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole: what it is called and of whom, the verdict, what is in danger with its details, tables, a note."""

    name: str
    scope: str
    heading: Heading
    seen: str
    verdict: str
    grave: bool
    dangers: tuple[tuple[str, tuple[str, ...]], ...]
    sections: tuple[Section, ...]
    note: str


def status_board(report: Status, language: str) -> Board:
    """How it stands."""
    return Board(
        say(language, "page.status"),
        report.agency,
        report.heading,
        say(language, "forecast.as_of", now=report.now_text, counts=report.counts),
        report.day,
        bool(report.perils),
        tuple(_dangers(report.perils, language)),
        tuple(section for section in _of_status(report, language) if section.lines),
        say(language, "status.follow", tasks=", ".join(report.follow)) if report.follow else "",
    )


def forecast_board(report: Forecast, language: str) -> Board:
    """What is to be expected."""
    crash = _heads(language, ("id", 14), ("title", 70), ("lead", 44), ("left", 25), ("wins", 25))
    rows = _heads(language, ("id", 14), ("title", 54), ("lead", 34), ("planned", 22), ("expected", 22))
    rows += _heads(language, ("shift", 16), ("float", 16))
    shown = [row for row in report.rows if row.shifted or row.mark != "x"]
    hidden = len(report.rows) - len(shown)
    lines = tuple(
        Line((row.id, row.title, row.lead, row.planned, row.expected, row.shift, row.float_text), row.mark == "!!")
        for row in shown
    )
    cuts = tuple(Line((row.id, row.title, row.lead, row.left, row.wins)) for row in report.crashes)
    sections = (
        Section(say(language, "forecast.crash"), crash, cuts),
        Section(say(language, "forecast.all"), rows, lines),
    )
    return Board(
        say(language, "page.forecast"),
        "",
        report.heading,
        say(language, "forecast.as_of", now=report.now_text, counts=report.counts),
        report.day,
        not report.kept,
        tuple(_dangers(report.perils, language)),
        tuple(section for section in sections if section.lines),
        say(language, "forecast.on_plan", count=hidden) if hidden else "",
    )


def _dangers(perils: Iterable[Peril], language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in perils:
        yield one.text if one.of else say(language, "forecast.opening"), one.details(language)


def _heads(language: str, *columns: tuple[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((say(language, key if "." in key else f"col.{key}"), width) for key, width in columns)


def _of_status(report: Status, language: str) -> Iterator[Section]:
    tables = (
        ("late", report.late, ""),
        ("running", report.running, "since"),
        ("ready", report.ready, "planned_start"),
        ("coming", report.coming, "when"),
        ("receipts", report.receipts, "due_by"),
    )
    for key, rows, when in tables:
        yield _tasks(key, rows, when, language)
    owed = _heads(language, ("debtor", 40), ("what_for", 66), ("due", 26), ("creditor", 46))
    lines = (
        Line(
            (one.debtor, f"{one.task_id} {one.title}", one.due, f"{one.creditor} ({', '.join(one.waiting)})"), one.late
        )
        for one in report.owed
    )
    yield Section(say(language, "status.owed"), owed, tuple(lines))
    heads = _heads(language, ("agency", 50), ("n_leads", 15), ("n_done", 13), ("n_running", 17), ("n_late", 13))
    heads += _heads(language, ("next", 70))
    counts = (
        Line((one.name, *(str(n or "") for n in (one.leads, one.done, one.running, one.late)), one.next))
        for one in report.agencies
    )
    yield Section(say(language, "status.agencies"), heads, tuple(counts))


def _tasks(key: str, rows: Iterable[StatusRow], when: str, language: str) -> Section:
    timed = [(f"status.col.{when}", 26)] if when else []
    heads = _heads(language, ("id", 16), ("title", 56), ("lead", 38), *timed, ("finding", 42 if when else 68))
    lines = (
        Line((row.id, row.title, row.lead, *((row.when,) if when else ()), row.finding), bool(row.mark)) for row in rows
    )
    return Section(say(language, f"status.{key}"), heads, tuple(lines))
