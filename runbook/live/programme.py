"""The programme of a planned day, as it is steered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.live.cues import Cue, Programme, Saving
from runbook.model import Part

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule

MINUTE = 60


def programme_of(schedule: Schedule) -> Programme:
    """The items in the order of the plan, in seconds since 1970 UTC, with the savings that the file has agreed."""
    items = [row for row in schedule.rows.values() if row.task.part is Part.PROGRAMME]
    named = {agency.id: agency.label for agency in schedule.ceremony.agencies}
    savings = (
        Saving(one.item, one.minutes * MINUTE, ", ".join(named.get(who, who) for who in one.who), one.how)
        for one in schedule.ceremony.savings
    )
    return Programme(tuple(map(_cue, items)), schedule.closing * MINUTE, tuple(savings))


def _cue(row: Planned) -> Cue:
    task = row.task
    length = (row.finish - row.start) * MINUTE
    return Cue(
        task.id, task.title, row.start * MINUTE, length, task.lead, task.support, fixed=task.fixed_start is not None
    )
