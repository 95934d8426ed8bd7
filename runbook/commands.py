"""What the commands do, without the command line: a ceremony opened and planned, its reports as text, its files."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from runbook import checks
from runbook.files import Loaded, UnusableError, create, examples, load, safe_names, starter, write, write_folder
from runbook.nearest import nearest
from runbook.problems import Problem, Severity, shown
from runbook.reports import wanted
from runbook.reports.wanted import UnclearError
from runbook.text import say
from runbook.worktime import BeyondCalendarError

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.render.terminal import Screen
    from runbook.schedule import Schedule

FINE, PROBLEMS, MISUSE = 0, 1, 2  # exit codes


@dataclass(frozen=True, slots=True)
class Asked:
    """What every planning command is told, in the user's words. `clock` gives the present instant when it is asked."""

    file: Path
    changes: tuple[str, ...] = ()
    now: str = ""
    day: str = ""
    clock: Callable[[], int] = lambda: 0

    @property
    def words(self) -> str:
        """As it would be typed again."""
        changes = (word for change in self.changes for word in ("--set", change))
        return shlex.join([str(self.file), *changes, *_option("--now", self.now), *_option("--day", self.day)])


def _option(name: str, value: str) -> tuple[str, ...]:
    return (name, value) if value else ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A ceremony planned as asked, to be told on a screen in a language.

    `before`: the same without the tried changes, where there are any.
    """

    asked: Asked
    schedule: Schedule
    before: Schedule | None
    warnings: tuple[Problem, ...]
    screen: Screen
    language: str

    @property
    def ceremony(self) -> Ceremony:
        return self.schedule.ceremony

    def agency(self, words: str) -> str:
        """The id of the agency so called, "" for no words. Raises UnclearError."""
        return wanted.agency(self.ceremony, words) if words else ""


class FaultyError(Exception):
    """The file has errors; carries what was loaded."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__(len(loaded.problems))
        self.loaded = loaded


REFUSALS = (UnusableError, UnclearError, FaultyError, BeyondCalendarError)


def refusal(error: Exception, language: str) -> tuple[str, int]:
    """One of REFUSALS in words, and its exit code."""
    if isinstance(error, FaultyError):
        return told(error.loaded, error.loaded.problems, language), PROBLEMS
    if isinstance(error, UnusableError):
        return failed(f"file.{error.code}", language, **error.facts), PROBLEMS if error.writing else MISUSE
    if isinstance(error, UnclearError):
        near = error.facts.get("near", "")
        facts = {**error.facts, "near": say(language, "usage.near", near=near) if near else ""}
        return failed(f"wanted.{error.code}", language, **facts), MISUSE
    return failed("wanted.beyond", language), MISUSE


def failed(key: str, language: str, **facts: str) -> str:
    return f"{say(language, 'usage.error')}: {say(language, key, **facts)}"


def opened(asked: Asked, screen: Screen, language: str) -> Opened:
    """The ceremony planned. Raises one of REFUSALS."""
    loaded = load(asked.file, asked.changes)
    schedule = _planned(loaded, asked)
    before = _planned(load(asked.file), asked) if asked.changes else None
    warnings = (*loaded.problems, *checks.warnings(schedule))
    return Opened(asked, schedule, before, warnings, screen, language)


def _planned(loaded: Loaded, asked: Asked) -> Schedule:
    from runbook.schedule import plan

    if loaded.ceremony is None:
        raise FaultyError(loaded)
    day = wanted.day(asked.day) if asked.day else None
    now = wanted.instant(loaded.ceremony, asked.now, asked.clock) if asked.now else None
    return plan(loaded.ceremony, day, now)


def told(loaded: Loaded, problems: tuple[Problem, ...], language: str) -> str:
    """Problems in words, each with its line."""
    texts = loaded.texts
    return "\n\n".join(shown(one, texts.get(one.place.file, "") if one.place else "", language) for one in problems)


def check(asked: Asked, language: str) -> tuple[str, int]:
    """Everything wrong with a file and its plan, and the exit code. Raises one of REFUSALS."""
    loaded = load(asked.file, asked.changes)
    warnings = checks.warnings(_planned(loaded, asked)) if loaded.ceremony else ()
    problems = (*loaded.problems, *warnings)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lines = [told(loaded, problems, language) + "\n"] if problems else []
    if loaded.ceremony:
        ceremony = loaded.ceremony
        sizes = {"tasks": len(ceremony.tasks), "agencies": len(ceremony.agencies), "links": len(ceremony.links)}
        lines.append(say(language, "check.fine", file=asked.file, **sizes))
    if problems:
        lines.append(say(language, "check.count", errors=errors, warnings=len(problems) - errors))
    return "\n".join(lines) + "\n", PROBLEMS if errors else FINE


def plan(of: Opened, agency: str, by: str | None, as_json: bool) -> str:
    from runbook.render import text
    from runbook.render.data import plan_json
    from runbook.reports.plan import By, most_urgent_first, plan_report

    if as_json and not by:
        return plan_json(of.schedule, [row.task.id for row in most_urgent_first(of.schedule, of.agency(agency))])
    report = plan_report(of.schedule, of.language, of.agency(agency), By(by or ""))
    if as_json:
        return plan_json(of.schedule, [row.id for group in report.groups for row in group.rows])
    return text.plan(report, of.screen, of.language)


def dates(of: Opened) -> str:
    from runbook.render import text
    from runbook.reports.dates import dates as report

    return text.dates(report(of.ceremony, of.language, of.schedule.now), of.screen, of.language)


def why(of: Opened, task: str) -> str:
    from runbook.render import text
    from runbook.reports.why import why as report

    return text.why(report(of.schedule, of.language, wanted.task(of.ceremony, task)), of.screen, of.language)


def timeline(of: Opened) -> str:
    from runbook.render import chart
    from runbook.reports.timeline import timeline as report

    return chart.timeline(report(of.schedule, of.language), of.screen, of.language)


def sheet(of: Opened, date: str, agency: str) -> str:
    from runbook.render import text
    from runbook.reports.sheet import sheet as report

    day = wanted.day_of_plan(of.ceremony, of.schedule.day, date)
    return text.sheet(report(of.schedule, of.language, day, of.agency(agency)), of.screen, of.language)


def show(of: Opened) -> str:
    from runbook.render import text
    from runbook.reports.show import show as report

    return text.show(report(of.schedule, of.language), of.screen, of.language)


def matrix(of: Opened) -> str:
    from runbook.render import text
    from runbook.reports.matrix import matrix as report

    return text.matrix(report(of.schedule, of.language), of.screen, of.language)


def moved(of: Opened) -> str:
    """What the tried changes moved, "" where none were tried."""
    if of.before is None:
        return ""
    from runbook.render import text
    from runbook.reports.changes import changes as report

    return "\n" + text.changes(report(of.before, of.schedule, of.language), of.screen, of.language)


def remarks(of: Opened) -> str:
    """What is said beside the result: a day outside the window, how many warnings there are."""
    days, day = of.ceremony.date, of.schedule.day
    lines = []
    if not days.first <= day <= days.last:
        said = {name: f"{one:%d/%m/%Y}" for name, one in (("day", day), ("first", days.first), ("last", days.last))}
        lines.append(say(of.language, "day.outside", **said))
    if of.warnings:
        lines.append(say(of.language, "check.warnings", count=len(of.warnings), words=of.asked.words))
    return "".join(f"{line}\n" for line in lines)


def ics(of: Opened, agency: str) -> tuple[str, bytes]:
    """An agency's calendar, or that of all: the file name it goes by, and its bytes."""
    from runbook.render import ical

    found = of.agency(agency)
    return f"{found or of.ceremony.id}.ics", ical.calendar(of.schedule, found or None)


def save(path: Path, data: bytes, language: str) -> str:
    """Write a file; a sentence that it is written."""
    write(path, data)
    return say(language, "ics.done", path=path) + "\n"


def build(of: Opened, output: Path | None, step: Callable[[int], None]) -> str:
    """Write everything into a folder, whole or not at all. `step` is told the number of files before each is made."""
    from runbook.render import bundle

    names = safe_names(agency.id for agency in of.ceremony.agencies)
    pieces = bundle.pieces(of.schedule, names)
    folder = output or Path(of.ceremony.id)

    def contents() -> Iterator[tuple[str, bytes]]:
        yield "index.html", bundle.index(of.schedule, pieces)
        for piece in pieces:
            step(len(pieces))
            yield piece.entry.path, piece.make()

    return say(of.language, "build.done", count=write_folder(folder, contents()), folder=folder) + "\n"


def new(file: Path, example: str, language: str) -> str:
    """Start a file from an example or the commented starter; a sentence that it is there. Raises one of REFUSALS."""
    found = examples() if example else {}
    if example and example not in found:
        raise UnclearError("example", words=example, near=nearest(example, found))
    create(file, found[example] if example else starter(language))
    return say(language, "new.done", path=file) + "\n"
