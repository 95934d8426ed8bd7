"""What has shifted since a plan was issued, and how much of the work is done by the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.reports.phrasing import Phrasing, full_day
from runbook.reports.rows import labels, own_time, phrasing
from runbook.text import say
from runbook.tracking import Done
from runbook.tracking.curve import Curve, curve

if TYPE_CHECKING:
    from datetime import date

    from runbook.releases import IssuedPlan
    from runbook.schedule import Schedule
    from runbook.tracking import Outlook

LINES = 40  # of the curve in a table: a year is told by the week


@dataclass(frozen=True, slots=True)
class Baseline:
    """A plan to compare with: what it is called, its day N, from when to when it has every task, and their titles."""

    name: str
    day: date
    spans: Mapping[str, tuple[int, int]]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DriftRow:
    """A task that shifted: `shifted` working minutes, None where only one of the two has it."""

    id: str
    title: str
    lead: str
    before: str
    now: str
    shift: str
    shifted: int | None


@dataclass(frozen=True, slots=True)
class CurveRow:
    """The shares at the end of a day: planned, and done or expected. `past`: the day is over."""

    day: str
    planned: float
    actual: float
    past: bool


@dataclass(frozen=True, slots=True)
class Drift:
    """The drift against a baseline."""

    baseline: str
    day: str
    counts: str
    rows: tuple[DriftRow, ...]
    curve_text: str
    curve: tuple[CurveRow, ...]


def of_schedule(schedule: Schedule, language: str) -> Baseline:
    """The plan of the file as it stands."""
    spans = {name: (row.start, row.finish) for name, row in schedule.rows.items()}
    titles = {name: row.task.title for name, row in schedule.rows.items()}
    return Baseline(say(language, "baseline.file"), schedule.day, spans, titles)


def of_issued(plan: IssuedPlan, name: str) -> Baseline:
    """A plan as it was issued."""
    spans = {task.id: (task.start, task.finish) for task in plan.tasks}
    return Baseline(name, plan.date, spans, {task.id: task.title for task in plan.tasks})


def drift(of: Outlook, baseline: Baseline, language: str) -> Drift:
    """What has shifted since the baseline; by how much work is behind it."""
    rows = [*_moved(of, baseline, language), *_gone(of, baseline, language)]
    found = curve(of, baseline.spans)
    counts = {"moved": sum(row.shifted is not None for row in rows), "gone": len(set(baseline.spans) - set(_ids(of)))}
    counts["new"] = len(rows) - counts["moved"] - counts["gone"]
    same = len(_ids(of)) - counts["moved"] - counts["new"]
    return Drift(
        baseline.name,
        _day(of, baseline, language),
        say(language, "drift.count", same=same, **counts),
        tuple(rows),
        curve_text(of, found, language),
        tuple(_curve_rows(of, found, language)),
    )


def _ids(of: Outlook) -> list[str]:
    return list(of.planned.rows)


def _day(of: Outlook, baseline: Baseline, language: str) -> str:
    """From which day to which, "" where it is the same."""
    if of.day is None or of.held or of.day == baseline.day:
        return ""
    return say(language, "drift.day", before=full_day(language, baseline.day), after=full_day(language, of.day))


def _moved(of: Outlook, baseline: Baseline, language: str) -> list[DriftRow]:
    """Tasks with another finish, and those that the baseline does not have."""
    phrase, names, found = phrasing(of.planned, language), labels(of.ceremony), []
    for name, row in of.expected.rows.items():
        task, clock = of.planned.rows[name].task, of.ceremony.worktimes[row.task.worktime]
        dropped = of.of(name).state is Done.DROPPED
        now = say(language, "forecast.dropped") if dropped else phrase.finish(row.finish)
        lead = names.get(task.lead, task.lead)
        if name not in baseline.spans:
            found.append(DriftRow(name, task.title, lead, "", now, say(language, "drift.new"), None))
            continue
        before = baseline.spans[name][1]
        shifted = clock.count(row.finish) - clock.count(before)
        if dropped or shifted:
            shift = "" if dropped else ("+" if shifted > 0 else "") + own_time(of.planned, task, shifted, language)
            moved = 0 if dropped else shifted
            found.append(DriftRow(name, task.title, lead, phrase.finish(before), now, shift, moved))
    return found


def _gone(of: Outlook, baseline: Baseline, language: str) -> list[DriftRow]:
    phrase = phrasing(of.planned, language)
    return [
        DriftRow(name, baseline.titles[name], "", phrase.finish(span[1]), "", say(language, "drift.gone"), None)
        for name, span in baseline.spans.items()
        if name not in of.planned.rows
    ]


def curve_text(of: Outlook, found: Curve, language: str) -> str:
    """How much should be done by now, and how much is."""
    if not found.done:
        return ""
    planned, done = (round(100 * share) for share in found.shares_now)
    now = phrasing(of.planned, language).start(of.now)
    return say(language, "drift.curve_now", now=now, planned=planned, done=done)


def _curve_rows(of: Outlook, found: Curve, language: str) -> list[CurveRow]:
    """A row for every day, or every few where they are many."""
    phrase: Phrasing = phrasing(of.planned, language)
    actual = dict([*found.done, *found.expected])
    ends = [(at, share) for at, share in found.planned if of.planned.axis.civil(at)[1] == 0][1:]
    step = -(-len(ends) // LINES) or 1
    return [
        CurveRow(phrase.day(of.planned.axis.civil(at - 1)[0]), share, actual[at], at <= of.now)
        for at, share in ends[step - 1 :: step]
    ]
