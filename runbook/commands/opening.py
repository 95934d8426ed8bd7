"""A ceremony opened and planned as the words of a command ask, and what stands in the way of it in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from runbook import checks
from runbook.console import failed, perhaps, typed
from runbook.files import Loaded, UnusableError, load
from runbook.problems import Problem, Severity, shown
from runbook.reports import wanted
from runbook.reports.wanted import UnclearError
from runbook.store.errors import StoreError
from runbook.whatif import FILE as OPTIONS
from runbook.worktime import BeyondCalendarError

if TYPE_CHECKING:
    from runbook.levelling.within import Effort, Levelled
    from runbook.model import Ceremony
    from runbook.render.terminal import Screen
    from runbook.schedule import Schedule
    from runbook.syntax import Node

# Exit codes. PROBLEMS: the ceremony or the disk does not allow it. MISUSE: the words of the command line are wrong.
FINE, PROBLEMS, MISUSE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What every planning command is told, in the user's words. `clock` gives the present instant when it is asked.

    `effort`: how hard to try to plan within capacities, None where that is not asked for.
    """

    file: Path
    changes: tuple[str, ...] = ()
    now: str = ""
    day: str = ""
    clock: Callable[[], int] = lambda: 0
    effort: Effort | None = None

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

    `before`: the same without the tried changes, where there are any. `sources`: the texts it was read from, by name,
    and `root` the nodes of the file. `levelled`: what was moved to plan within capacities, where that was asked for.
    """

    asked: Asked
    schedule: Schedule
    before: Schedule | None
    sources: Mapping[str, str]
    root: Node | None
    warnings: tuple[Problem, ...]
    screen: Screen
    language: str
    levelled: Levelled | None = None

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


class RefusedError(Exception):
    """What the ceremony or its releases do not allow. `code` names the sentence `refused.<code>`, `facts` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


# An OSError that reaches the end is of the output: files are told where they are used.
REFUSALS = (UnusableError, UnclearError, FaultyError, RefusedError, StoreError, BeyondCalendarError, OSError)


def refusal(error: Exception, language: str) -> tuple[str, int]:
    """One of REFUSALS in words, and its exit code."""
    if isinstance(error, FaultyError):
        return told(error.loaded, error.loaded.problems, language), exit_code(error.loaded.problems)
    if isinstance(error, UnusableError):
        return failed(f"file.{error.code}", language, **error.facts), PROBLEMS
    if isinstance(error, UnclearError):
        facts = {**error.facts, "near": perhaps(language, error.facts.get("near", ""))}
        return failed(f"wanted.{error.code}", language, **facts), MISUSE
    if isinstance(error, RefusedError | StoreError):
        kind = "refused" if isinstance(error, RefusedError) else "store"
        return failed(f"{kind}.{error.code}", language, **error.facts), PROBLEMS
    if isinstance(error, OSError):
        found = UnusableError.because(error, Path())
        return failed("print.full" if found.code == "full" else "print.failed", language, **found.facts), PROBLEMS
    return failed("wanted.beyond", language), PROBLEMS


def exit_code(problems: Iterable[Problem]) -> int:
    """The exit code of problems: MISUSE where every error stands in a --set."""
    places = [one.place.file if one.place else "" for one in problems if one.severity is Severity.ERROR]
    if not places:
        return FINE
    return MISUSE if set(places) == {OPTIONS} else PROBLEMS


def opened(asked: Asked, screen: Screen, language: str) -> Opened:
    """The ceremony planned. Raises one of REFUSALS."""
    loaded = load(asked.file, asked.changes)
    schedule = planned(loaded, asked)
    before = planned(load(asked.file), asked) if asked.changes else None
    levelled = within(schedule, asked.effort) if asked.effort else None
    if levelled and levelled.changes:
        loaded, schedule = kept(loaded, levelled, asked)
    warnings = (*loaded.problems, *checks.warnings(schedule))
    return Opened(asked, schedule, before, loaded.sources, loaded.root, warnings, screen, language, levelled)


def within(schedule: Schedule, effort: Effort) -> Levelled:
    """The plan within capacities. Raises RefusedError."""
    from runbook.levelling.compiled import NotInstalledError
    from runbook.levelling.project import LevellingError
    from runbook.levelling.within import levelled

    try:
        return levelled(schedule, effort)
    except NotInstalledError as missing:
        raise RefusedError("not-installed", library=missing.library, extra=missing.extra) from None
    except LevellingError as error:
        raise RefusedError(f"level-{error.code}") from None


def kept(loaded: Loaded, levelled: Levelled, asked: Asked) -> tuple[Loaded, Schedule]:
    """The file as it would be with what levelling found written into it, and its plan for the same day."""
    from runbook import whatif
    from runbook.schedule import plan

    changes = (*asked.changes, *levelled.changes)
    again = load(asked.file, changes)
    if again.ceremony is None or loaded.root is None:
        raise FaultyError(again)
    read = [whatif.change(one, number) for number, one in enumerate(changes, 1)]
    root, _ = whatif.applied(loaded.root, [one for one in read if isinstance(one, whatif.Change)])
    return replace(again, root=root), plan(again.ceremony, levelled.after.day, levelled.after.now)


def planned(loaded: Loaded, asked: Asked) -> Schedule:
    from runbook.schedule import plan

    if loaded.ceremony is None:
        raise FaultyError(loaded)
    if asked.day and loaded.ceremony.campaign:
        raise RefusedError("of-sittings", what="--day")
    day = wanted.day(asked.day) if asked.day else None
    return plan(loaded.ceremony, day, instant(loaded.ceremony, asked.now, asked.clock) if asked.now else None)


def instant(ceremony: Ceremony, words: str, clock: Callable[[], int]) -> int:
    """The instant that --now or --at names; one with its distance to UTC, as the JSON has them, needs no zone."""
    try:
        read = datetime.fromisoformat(words.strip())
    except ValueError:
        read = datetime.min
    if read.tzinfo is None or not 1900 <= read.year <= 2200:
        return wanted.instant(ceremony, words, clock)
    return int(read.timestamp() // 60)


def told(loaded: Loaded, problems: tuple[Problem, ...], language: str) -> str:
    """Problems in words, each with its line."""
    texts = loaded.texts
    return "\n\n".join(shown(one, texts.get(one.place.file, "") if one.place else "", language) for one in problems)
