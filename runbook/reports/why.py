"""Why a task stands where it stands, and what it would take to gain time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.bounds import bound_text
from runbook.reports.phrasing import amount
from runbook.reports.rows import Heading, TaskRow, heading, own_time, task_rows
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Why:
    """One task explained.

    `driving`: the chain that fixes its earliest start, ending with it. `binding`: the chain from it that fixes its
    latest finish; `bound`: what that chain ends at. `drag`: what a critical task costs, in a sentence. `gains`: how to
    be ready sooner, for preparation that the opening bounds.
    """

    heading: Heading
    task: TaskRow
    driving: tuple[TaskRow, ...]
    binding: tuple[TaskRow, ...]
    bound: str
    drag: str
    gains: tuple[str, ...]


def why(schedule: Schedule, language: str, task_id: str) -> Why:
    """Why that task stands where it stands. KeyError for an unknown task."""
    from runbook.schedule import binding_chain, driving_chain

    rows = task_rows(schedule, language)
    planned = schedule.rows[task_id]
    return Why(
        heading=heading(schedule, language),
        task=rows[task_id],
        driving=tuple(rows[key] for key in driving_chain(schedule, task_id)),
        binding=tuple(rows[key] for key in binding_chain(schedule, task_id)),
        bound=bound_text(schedule, task_id, language),
        drag=_drag(schedule, task_id, language) if planned.critical else "",
        gains=_gains(schedule, language) if _waits_for_opening(schedule, task_id) else (),
    )


def _waits_for_opening(schedule: Schedule, task_id: str) -> bool:
    """Whether it is preparation that the opening bounds: only then does shorter preparation help the task."""
    from runbook.schedule import bound_of

    return schedule.rows[task_id].task.part is Part.PREPARATION and bound_of(schedule, task_id).kind == "opening"


def _drag(schedule: Schedule, task_id: str, language: str) -> str:
    from runbook.schedule import drag

    cost = drag(schedule, task_id)
    if cost <= 0:
        return say(language, "why.no_drag")
    return say(language, "why.drag", by=_office(schedule, cost, language))


def _office(schedule: Schedule, minutes: int, language: str) -> str:
    return amount(language, minutes, schedule.ceremony.worktimes["office"].day_minutes) if minutes else "0"


def _gains(schedule: Schedule, language: str) -> tuple[str, ...]:
    """One way to have preparation ready a day sooner, as sentences."""
    from runbook.schedule import gain

    steps, lacking = gain(schedule, schedule.ceremony.worktimes["office"].day_minutes)
    cuts = [
        (step.task_id, own_time(schedule, schedule.rows[step.task_id].task, step.minutes, language)) for step in steps
    ]
    found = [say(language, "why.cut", id=task_id, by=by) for task_id, by in cuts]
    if lacking:
        found.append(say(language, "why.lacking", by=_office(schedule, lacking, language)))
    return tuple(found)
