"""Which durations of a ceremony are uncertain, and by how much."""

from __future__ import annotations

from runbook.model import Ceremony, Task
from runbook.risk.spread import Default, Spread
from runbook.tracking.outlook import AT_THEIR_HOUR


def spreads_of(left: Ceremony, planned: Ceremony, default: Default) -> dict[str, Spread]:
    """The spread of every task of a ceremony as it stands whose duration may come otherwise, by id.

    A task has the range that the file states, else the default. Without a stated range what stands at an hour of its
    own does not vary: duties of the day, items of the programme, fixed starts. Milestones, what lasts a window and what
    is over never do. Of what runs it is the work that is left that varies, in the proportion of the whole.
    """
    given = {task.id: task for task in planned.tasks}
    varying = (task for task in left.tasks if _varies(task, given[task.id]))
    found = {task.id: _spread(task, given[task.id], default) for task in varying}
    return {name: spread for name, spread in found.items() if not spread.certain}


def _varies(task: Task, given: Task) -> bool:
    if task.is_milestone:  # what is over is one too
        return False
    return given.range is not None or not (given.part in AT_THEIR_HOUR or given.fixed_start is not None)


def _spread(task: Task, given: Task, default: Default) -> Spread:
    if given.range is None:
        return default.of(task.minutes)
    least, most = (round(end * task.minutes / given.minutes) for end in given.range)
    return Spread(max(1, least), task.minutes, max(1, most))
