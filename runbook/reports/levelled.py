"""What was moved to plan within capacities, for want of what, and how to keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.levelling.wants import Kind
from runbook.reports.clashes import want_name
from runbook.reports.rows import phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.levelling.within import Levelled, Moved
    from runbook.schedule import Planned

TASKS = 12  # late ones named


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A task that begins at another time, in words."""

    id: str
    title: str
    was: str
    now: str
    why: str


@dataclass(frozen=True, slots=True)
class Within:
    """`verdict`: how good the plan is known to be, what is late in it. `left`: how many clashes no task can leave.

    `changes`: what keeps it, as words for --set.
    """

    rows: tuple[MovedRow, ...]
    verdict: str
    left: int
    changes: tuple[str, ...]


def within(found: Levelled, language: str) -> Within:
    """The moves of a levelled plan."""
    rows = tuple(_row(found, one, language) for one in found.moved)
    told = (_verdict(found, language), _late(found, language)) if rows else ()
    return Within(rows, " ".join(filter(None, told)), len(found.left), found.changes)


def _row(found: Levelled, one: Moved, language: str) -> MovedRow:
    phrase = phrasing(found.before, language)
    title = found.before.rows[one.task].task.title
    return MovedRow(one.task, title, phrase.start(one.was), phrase.start(one.now), _why(found, one, language))


def _why(found: Levelled, one: Moved, language: str) -> str:
    if not one.lacking:
        key = "level.follows" if one.follows else "level.apart"
        return say(language, key, tasks=", ".join(one.follows))
    names = ", ".join(want_name([found.before.ceremony], want) for want in one.lacking)
    holders = ", ".join(one.holders)
    busy = all(want.kind is Kind.AGENCY for want in one.lacking)
    key = "level.lacking_agency" if busy else "level.lacking" if holders else "level.lacking_alone"
    return say(language, key, want=names, holders=holders)


def _verdict(found: Levelled, language: str) -> str:
    if found.proof == "optimal":
        return say(language, "level.optimal")
    if found.proof == "impossible":
        return say(language, "level.impossible")
    if found.schedules:
        return say(language, "level.searched", count=found.schedules)
    return say(language, "level.first")


def _late(found: Levelled, language: str) -> str:
    """What the capacities make late, by name."""
    late = [name for name, row in found.after.rows.items() if _is_late(row) and not _is_late(found.before.rows[name])]
    if not late:
        return ""
    return say(language, "level.late", count=len(late), tasks=", ".join([*late[:TASKS], *["…"][: len(late) > TASKS]]))


def _is_late(row: Planned) -> bool:
    return row.total_float < 0 or row.late_by > 0
