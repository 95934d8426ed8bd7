"""What the commands do, without the command line: a ceremony opened and planned, its reports as text, its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from runbook import checks
from runbook.console import beside, failed, perhaps, typed
from runbook.files import Loaded, UnusableError, create, examples, load, safe_names, save, starter, write_folder
from runbook.nearest import nearest
from runbook.problems import Problem, Severity, shown
from runbook.reports import wanted
from runbook.reports.wanted import UnclearError
from runbook.text import say
from runbook.whatif import FILE as OPTIONS
from runbook.worktime import BeyondCalendarError

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.render.terminal import Screen
    from runbook.schedule import Schedule

# Exit codes. PROBLEMS: the ceremony or the disk does not allow it. MISUSE: the words of the command line are wrong.
FINE, PROBLEMS, MISUSE = 0, 1, 2


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
        words = [str(self.file), *changes, *_option("--now", self.now), *_option("--day", self.day)]
        return " ".join(map(typed, words))


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


# An OSError that reaches the end is of the output: files are told where they are used.
REFUSALS = (UnusableError, UnclearError, FaultyError, BeyondCalendarError, OSError)


def refusal(error: Exception, language: str) -> tuple[str, int]:
    """One of REFUSALS in words, and its exit code."""
    if isinstance(error, FaultyError):
        return told(error.loaded, error.loaded.problems, language), _code(error.loaded.problems)
    if isinstance(error, UnusableError):
        return failed(f"file.{error.code}", language, **error.facts), PROBLEMS
    if isinstance(error, UnclearError):
        facts = {**error.facts, "near": perhaps(language, error.facts.get("near", ""))}
        return failed(f"wanted.{error.code}", language, **facts), MISUSE
    if isinstance(error, OSError):
        found = UnusableError.because(error, Path())
        return failed("print.full" if found.code == "full" else "print.failed", language, **found.facts), PROBLEMS
    return failed("wanted.beyond", language), PROBLEMS


def _code(problems: Iterable[Problem]) -> int:
    """The exit code of problems: MISUSE where every error stands in a --set."""
    places = [one.place.file if one.place else "" for one in problems if one.severity is Severity.ERROR]
    if not places:
        return FINE
    return MISUSE if set(places) == {OPTIONS} else PROBLEMS


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
    return plan(loaded.ceremony, day, _now(loaded.ceremony, asked) if asked.now else None)


def _now(ceremony: Ceremony, asked: Asked) -> int:
    """The instant that --now names; one with its distance to UTC, as the JSON has them, needs no zone."""
    try:
        read = datetime.fromisoformat(asked.now.strip())
    except ValueError:
        read = datetime.min
    if read.tzinfo is None or not 1900 <= read.year <= 2200:
        return wanted.instant(ceremony, asked.now, asked.clock)
    return int(read.timestamp() // 60)


def told(loaded: Loaded, problems: tuple[Problem, ...], language: str) -> str:
    """Problems in words, each with its line."""
    texts = loaded.texts
    return "\n\n".join(shown(one, texts.get(one.place.file, "") if one.place else "", language) for one in problems)


def check(asked: Asked, width: int, language: str) -> tuple[str, int]:
    """Everything wrong with a file and its plan, and the exit code. Raises one of REFUSALS."""
    loaded = load(asked.file, asked.changes)
    warnings = checks.warnings(_planned(loaded, asked)) if loaded.ceremony else ()
    problems = (*loaded.problems, *warnings)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lines = [told(loaded, problems, language) + "\n"] if problems else []
    if loaded.ceremony:
        ceremony = loaded.ceremony
        sizes = {"tasks": len(ceremony.tasks), "agencies": len(ceremony.agencies), "links": len(ceremony.links)}
        fine, sized = say(language, "check.fine", file=asked.file), say(language, "check.sizes", **sizes)
        lines.append(beside(fine, sized, width))
    if problems:
        lines.append(say(language, "check.count", errors=errors, warnings=len(problems) - errors))
    return "\n".join(lines) + "\n", _code(problems)


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
    from runbook.render.terminal import paragraph

    days, day = of.ceremony.date, of.schedule.day
    lines = []
    if not days.first <= day <= days.last:
        said = {name: f"{one:%d/%m/%Y}" for name, one in (("day", day), ("first", days.first), ("last", days.last))}
        lines.append(paragraph(say(of.language, "day.outside", **said), of.screen))
    if of.warnings:
        count = say(of.language, "check.warnings", count=len(of.warnings))
        lines.append(beside(count, f"runbook check {of.asked.words}", of.screen.width))
    return "".join(f"{line}\n" for line in lines)


def ics(of: Opened, agency: str) -> tuple[str, bytes]:
    """An agency's calendar, or that of all: the file name it goes by, and its bytes."""
    from runbook.render import ical

    found, ceremony = of.agency(agency), of.ceremony
    names = safe_names(one.id for one in ceremony.agencies)
    whole = safe_names([ceremony.id], *names.values())[ceremony.id]
    return f"{names[found] if found else whole}.ics", ical.calendar(of.schedule, found or None)


def written(of: Opened, path: Path, data: bytes) -> str:
    """Write a calendar over nothing or over a calendar; a sentence that it is written."""
    save(path, data, b"BEGIN:VCALENDAR", of.asked.file)
    return say(of.language, "ics.done", path=path) + "\n"


def build(of: Opened, output: Path | None, step: Callable[[int], None]) -> str:
    """Write everything into a folder, whole or not at all. `step` is told the number of files before each is made."""
    from runbook.render import bundle

    names = safe_names((agency.id for agency in of.ceremony.agencies), bundle.OVERALL)
    pieces = bundle.pieces(of.schedule, names)
    folder = output or Path(*safe_names([of.ceremony.id]).values())

    def contents() -> Iterator[tuple[str, bytes]]:
        yield "index.html", bundle.index(of.schedule, pieces)
        for piece in pieces:
            step(len(pieces))
            yield piece.entry.path, piece.make()

    return say(of.language, "build.done", count=write_folder(folder, contents()), folder=folder) + "\n"


def new(file: Path, example: str, width: int, language: str) -> str:
    """Start a file from an example or the commented starter; a sentence that it is there. Raises one of REFUSALS."""
    found = examples() if example else {}
    if example and example not in found:
        begun = (name for name in found if name.startswith(example))
        raise UnclearError("example", words=example, near=nearest(example, found) or next(begun, ""))
    create(file, found[example] if example else starter(language))
    return beside(say(language, "new.done", path=file), f"runbook check {typed(str(file))}", width) + "\n"


def names(of: str, file: Path | None = None) -> list[str]:
    """The "examples" by name; the ids of a file's "agencies" or "tasks", none where it cannot be read."""
    if of == "examples" or file is None:
        return list(examples())
    try:
        ceremony = load(file).ceremony
    except UnusableError:
        return []
    parts = (ceremony.agencies if of == "agencies" else ceremony.tasks) if ceremony else ()
    return [part.id for part in parts]
