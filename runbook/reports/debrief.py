"""Planned against actual, item by item and task by task, and what that teaches of durations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.live import Press
from runbook.model import DurationKind, Part
from runbook.reports.revised import by_key
from runbook.reports.rows import labels
from runbook.reports.stage import MINUTE, nearest
from runbook.text import say
from runbook.tracking import Done, What

if TYPE_CHECKING:
    from runbook.live import Expected
    from runbook.model import Task
    from runbook.reports.stage import Stage
    from runbook.schedule import Planned
    from runbook.tracking import Outlook, Progress

HOUR, DAY = 60, 1440
_TELLING = 10  # a duration that was off by less than a tenth teaches nothing


@dataclass(frozen=True, slots=True)
class Lesson:
    """What to write next time: the key of the duration, minutes of the task's own calendar, and how it may vary."""

    key: str
    minutes: int
    range: tuple[int, int]
    day_minutes: int

    @property
    def lines(self) -> tuple[str, str]:
        """As the file spells them.

        >>> Lesson("length", 19, (15, 19), 1440).lines, Lesson("work", 720, (480, 720), 480).lines
        (('length: 19m', 'range: 15m..19m'), ('work: 1.5d', 'range: 1d..1.5d'))
        """
        low, high = (spelt(one, self.day_minutes) for one in self.range)
        return f"{self.key}: {spelt(self.minutes, self.day_minutes)}", f"range: {low}..{high}"


@dataclass(frozen=True, slots=True)
class Compared:
    """One item or task. Instants are seconds since 1970 UTC, lengths minutes of its own calendar; None is unknown."""

    task: Task
    lead: str
    planned_start: int
    start: int | None
    planned_minutes: int
    minutes: int | None
    who: str
    remark: str
    lesson: Lesson | None

    @property
    def shift(self) -> int | None:
        """Minutes after its planned start."""
        return None if self.start is None else nearest(self.start - self.planned_start)

    @property
    def off(self) -> int | None:
        """Minutes it took more than planned."""
        return None if self.minutes is None else self.minutes - self.planned_minutes


@dataclass(frozen=True, slots=True)
class Debrief:
    """The programme as it went, and the tasks of which anything was reported."""

    items: tuple[Compared, ...]
    tasks: tuple[Compared, ...]

    @property
    def lessons(self) -> tuple[Compared, ...]:
        return tuple(one for one in (*self.items, *self.tasks) if one.lesson)


def debrief(stage: Stage, of: Outlook) -> Debrief:
    """What the two journals say against the plan."""
    named = labels(of.ceremony)
    items = tuple(_item(stage, row) for row in stage.timing.rows) if stage.presses else ()
    reported = (row for name, row in of.planned.rows.items() if of.of(name).state is not Done.NOT_YET)
    tasks = (row for row in reported if row.task.part is not Part.PROGRAMME)
    return Debrief(items, tuple(_task(of, row, named, stage.language) for row in tasks))


def spelt(minutes: int, day_minutes: int) -> str:
    """Minutes as the file spells a duration: days where they come out in quarters, else hours and minutes.

    >>> spelt(120, 480), spelt(1200, 480), spelt(90, 480), spelt(45, 1440), spelt(61, 1440)
    ('0.25d', '2.5d', '1h30m', '45m', '1h1m')
    """
    if day_minutes < DAY and minutes * 4 % day_minutes == 0:
        return f"{minutes / day_minutes:g}d"
    hours, rest = divmod(minutes, HOUR)
    return f"{f'{hours}h' if hours else ''}{f'{rest}m' if rest or not hours else ''}"


def _item(stage: Stage, row: Expected) -> Compared:
    run, task = row.run, stage.tasks[row.cue.id]
    took = None
    if run.started is not None and run.finished is not None:
        took = nearest(max(0, run.finished - run.started - run.held))
    who = next((one.who for one in stage.presses if one.what is Press.START and one.cue == row.cue.id), "")
    planned = row.cue.length // MINUTE
    cut_short = run.added < 0  # by agreement or by key: what it would have taken, nobody saw
    lesson = None if cut_short else _lesson(task, planned, took, DAY)
    return Compared(
        task,
        stage.lead(row.cue),
        row.cue.start,
        run.started,
        planned,
        took,
        who,
        "; ".join(_remarks(stage, row)),
        lesson,
    )


def _remarks(stage: Stage, row: Expected) -> Iterator[str]:
    language, run = stage.language, row.run
    if run.skipped:
        yield say(language, "debrief.skipped")
    elif run.finished is None:
        yield say(language, "debrief.open")
    yield from by_key(run, language)


def _task(of: Outlook, row: Planned, named: dict[str, str], language: str) -> Compared:
    task, stands = row.task, of.of(row.task.id)
    clock = of.ceremony.worktimes[task.worktime]
    took = None
    if stands.state is Done.DONE and stands.started is not None and stands.finished is not None:
        took = max(0, clock.count(stands.finished) - clock.count(stands.started))
    day = DAY if task.kind is not DurationKind.WORK else clock.day_minutes
    plain = task.window is None and not task.series and not task.is_milestone
    return Compared(
        task,
        named.get(task.lead, task.lead),
        row.start * MINUTE,
        None if stands.started is None else stands.started * MINUTE,
        task.minutes,
        took if plain else None,
        next((one.who for one in reversed(stands.notes) if one.what is not What.NOTE), ""),
        _remark(stands, language),
        _lesson(task, task.minutes, took, day) if plain else None,
    )


def _remark(stands: Progress, language: str) -> str:
    if stands.state is Done.DROPPED:
        return say(language, "debrief.skipped")
    if stands.state is Done.RUNNING:
        return say(language, "debrief.open")
    return say(language, "debrief.unbegun") if stands.started is None else ""


def _lesson(task: Task, planned: int, took: int | None, day_minutes: int) -> Lesson | None:
    """The time it took, rounded up to what people plan in; nothing where it went about as planned."""
    if not took or abs(took - planned) * _TELLING < planned:
        return None
    step = 1 if task.kind is DurationKind.CLOCK else (30 if took < day_minutes else day_minutes // 4)
    minutes = -(-took // step) * step
    if minutes == planned:
        return None
    low, high = task.range or (planned, planned)
    return Lesson(task.kind.value, minutes, (min(low, minutes), max(high, minutes)), day_minutes)
