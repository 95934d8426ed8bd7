"""What a change moves: every task whose planned dates differ, before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.reports.phrasing import full_day
from runbook.reports.rows import labels, phrasing
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
class Changes:
    """The moved tasks, and what became of the day and of the whole in one sentence each."""

    rows: tuple[MoveRow, ...]
    day: str
    verdict: str


def changes(before: Schedule, after: Schedule, language: str) -> Changes:
    """What moved between two plans of one ceremony."""
    from runbook.schedule import moves

    rows = tuple(_row(before, after, move, language) for move in moves(before, after))
    days = [full_day(language, schedule.day) for schedule in (before, after)]
    day = say(language, "moves.day", before=days[0], after=days[1]) if before.day != after.day else ""
    was, now = (say(language, f"moves.{_state(schedule)}") for schedule in (before, after))
    verdict = say(language, "moves.verdict", count=len(rows), before=was, after=now)
    return Changes(rows, day, verdict)


def _state(schedule: Schedule) -> str:
    return "feasible" if schedule.feasible else "infeasible"


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
