"""The run of show as it goes: planned and expected times side by side, the plan itself untouched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runbook.live import Press
from runbook.reports.rows import Heading, heading
from runbook.reports.stage import MINUTE, given, length, nearest
from runbook.text import say

if TYPE_CHECKING:
    from runbook.live import Expected, Run
    from runbook.reports.stage import Stage


@dataclass(frozen=True, slots=True)
class RevisedRow:
    """One item. `shift`: minutes after its planned start, "" where it keeps it. `off`: it does not take place."""

    number: int
    id: str
    title: str
    lead: str
    planned: str
    expected: str
    ends: str
    shift: str
    remark: str
    off: bool


@dataclass(frozen=True, slots=True)
class Revised:
    """The sheet. `label` tells which one it is: the number of the sheet issued last, and of when it is."""

    heading: Heading
    label: str
    end: str
    late: bool
    rows: tuple[RevisedRow, ...]


def revised(stage: Stage) -> Revised:
    """The sheet as of the stage's instant."""
    seen = stage.timing
    rows = tuple(_row(stage, number, row) for number, row in enumerate(seen.rows, 1))
    plain = replace(heading(stage.schedule, stage.language), complaint="")
    return Revised(plain, _label(stage), stage.ending, seen.over >= 30, rows)


def _label(stage: Stage) -> str:
    """A sheet is numbered by the sheets issued up to it; one seen after later presses is none of them."""
    last = stage.presses[-1] if stage.presses else None
    if last and last.what is Press.SHEET and last.at == stage.now:
        key = "revised.issued"
    else:
        key = "revised.after" if stage.sheets else "revised.before"
    return say(stage.language, key, at=stage.clock(stage.now // MINUTE * MINUTE), number=stage.sheets)


def _row(stage: Stage, number: int, row: Expected) -> RevisedRow:
    cue, off = row.cue, row.dropped
    late = nearest(row.late)
    return RevisedRow(
        number,
        cue.id,
        cue.title,
        stage.lead(cue),
        stage.clock(cue.start),
        "–" if off else stage.clock(row.start),
        "–" if off else stage.clock(row.end),
        f"{late:+}" if late and not off else "",
        "; ".join(remarks(stage, row)),
        off,
    )


def remarks(stage: Stage, row: Expected) -> Iterator[str]:
    """How far an item is, and what was done to its time."""
    language, run, who = stage.language, row.run, stage.decides(row.cue.id)
    less = given(language, row.saved)
    if run.skipped:
        yield say(language, "revised.skipped")
    elif row.dropped:
        yield say(language, "revised.drop", minutes=less, who=who)
    elif run.running:
        yield say(language, "revised.running")
    elif run.finished is not None:
        yield say(language, "revised.over")
    elif row.saved:
        yield say(language, "revised.shortened", minutes=less, who=who)
    yield from by_key(run, language)
    if run.kept:
        yield say(language, "revised.kept")


def by_key(run: Run, language: str) -> Iterator[str]:
    """How keys have changed the time of an item."""
    if run.added:
        key = "revised.given" if run.added > 0 else "revised.taken"
        yield say(language, key, minutes=given(language, run.added))
    if nearest(run.held):
        yield say(language, "debrief.held", minutes=length(language, run.held))
