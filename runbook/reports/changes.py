"""What a change moves: every task whose planned dates differ, and what it does to latest dates and time in hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.reports.phrasing import full_day
from runbook.reports.rows import labels, own_time, phrasing
from runbook.reports.standing import standing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Move, Schedule


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One task; a date is "" where the task is not in that plan."""

    id: str
    title: str
    lead: str
    start_before: str
    finish_before: str
    start_after: str
    finish_after: str


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A task that stays where it is planned, but whose latest finish or time in hand differs."""

    id: str
    title: str
    lead: str
    latest_before: str
    float_before: str
    latest_after: str
    float_after: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The moved tasks, those that only gain or lose time, and what became of the whole in a sentence each.

    `day` and `earliest` are "" where day N and the earliest day that can be held are the same.
    """

    rows: tuple[MoveRow, ...]
    shifts: tuple[ShiftRow, ...]
    verdict: str
    day: str
    earliest: str


def changes(before: Schedule, after: Schedule, language: str) -> Changes:
    """What differs between two plans of one ceremony."""
    from runbook.schedule import moves

    rows = tuple(_row(before, after, move, language) for move in moves(before, after))
    earliest = _earliest(before, after, language)
    moved = {row.id for row in rows}
    stay = [task_id for task_id in after.rows if task_id in before.rows and task_id not in moved]
    shifts = tuple(_shift(before, after, task_id, language) for task_id in stay if _shifted(before, after, task_id))
    days = [full_day(language, schedule.day) for schedule in (before, after)]
    day = say(language, "moves.day", before=days[0], after=days[1]) if before.day != after.day else ""
    return Changes(rows, shifts, _verdict(before, after, len(rows), len(shifts), language), day, earliest)


def _verdict(before: Schedule, after: Schedule, moved: int, shifted: int, language: str) -> str:
    """How much differs, and whether the plan holds before and after."""
    counted = say(language, "changed.moved" if moved else "changed.none", count=moved)
    if shifted:
        counted += " " + say(language, "changed.shifted", count=shifted)
    of = "campaign.standing" if after.ceremony.campaign else "standing"
    was, now = (say(language, f"{of}.{standing(schedule).value}") for schedule in (before, after))
    return f"{counted} {say(language, 'changed.standing', before=was, after=now)}"


def _earliest(before: Schedule, after: Schedule, language: str) -> str:
    """The earliest day that can be held, where the change makes it another; a campaign has its span."""
    if after.ceremony.campaign:
        return ""
    from runbook.schedule import earliest_day

    was, now = (earliest_day(schedule.ceremony, schedule.now) for schedule in (before, after))
    said = [full_day(language, day) if day else say(language, "changed.no_day") for day in (was, now)]
    return say(language, "changed.earliest", before=said[0], after=said[1]) if was != now else ""


def _shifted(before: Schedule, after: Schedule, task_id: str) -> bool:
    was, now = before.rows[task_id], after.rows[task_id]
    return (was.late_start, was.late_finish, was.total_float) != (now.late_start, now.late_finish, now.total_float)


def _shift(before: Schedule, after: Schedule, task_id: str, language: str) -> ShiftRow:
    was, now = before.rows[task_id], after.rows[task_id]
    return ShiftRow(
        task_id,
        now.task.title,
        labels(after.ceremony).get(now.task.lead, now.task.lead),
        phrasing(before, language).finish(was.late_finish),
        own_time(before, was.task, was.total_float, language),
        phrasing(after, language).finish(now.late_finish),
        own_time(after, now.task, now.total_float, language),
    )


def _row(before: Schedule, after: Schedule, move: Move, language: str) -> MoveRow:
    task = (after.rows.get(move.task_id) or before.rows[move.task_id]).task
    old, new = phrasing(before, language), phrasing(after, language)
    return MoveRow(
        task.id,
        task.title,
        labels(after.ceremony).get(task.lead, task.lead),
        _said(old.start, move.start_before),
        _said(old.finish, move.finish_before),
        _said(new.start, move.start_after),
        _said(new.finish, move.finish_after),
    )


def _said(write: Callable[[int], str], minute: int | None) -> str:
    return "" if minute is None else write(minute)
