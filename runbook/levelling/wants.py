"""Who and what the tasks of a planned ceremony hold, how much of it, and in which minutes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from runbook.model import Ceremony, Part, Task
from runbook.schedule import Schedule

AT_THEIR_HOUR = (Part.DAY, Part.PROGRAMME)

Span = tuple[int, int]  # half-open: instants of the axis


class Kind(Enum):
    """What is wanted: a resource of the file, an agency that leads, or one that has to be in two places at an hour."""

    RESOURCE = "resource"
    AGENCY = "agency"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class Want:
    """Somebody or something by its id; several ceremony files mean the same by it."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Held:
    """So much of it is held by a task, of the ceremony with that number, in the minutes of the spans."""

    want: Want
    file: int
    task: str
    amount: int
    spans: tuple[Span, ...]


def limits_of(ceremony: Ceremony) -> dict[Want, int]:
    """How much there is of what has a capacity: every resource, and the agencies that state one."""
    found = {Want(Kind.RESOURCE, one.id): one.capacity for one in ceremony.resources}
    return found | {Want(Kind.AGENCY, one.id): one.capacity for one in ceremony.agencies if one.capacity}


def held_in(schedule: Schedule, file: int = 0, limits: Mapping[Want, int] | None = None) -> list[Held]:
    """What the planned tasks hold of what is limited, by the file itself unless stated, while they are worked on.

    Breaks are left out. A duty that comes back holds it each time it does. What lasts a window holds the resources it
    uses, but its lead goes on with other things.
    """
    limits = limits_of(schedule.ceremony) if limits is None else limits
    return [
        Held(want, file, task.id, amount, spans)
        for task in worked_on(schedule.ceremony)
        if (needed := needs(task, limits)) and (spans := tuple(working_spans(schedule, task)))
        for want, amount in needed.items()
    ]


def worked_on(ceremony: Ceremony) -> Iterator[Task]:
    """The tasks that take time themselves: no milestones, no series beside its occurrences."""
    series = {task.series for task in ceremony.tasks if task.series}
    return (task for task in ceremony.tasks if task.minutes and task.id not in series)


def needs(task: Task, limits: Mapping[Want, int]) -> dict[Want, int]:
    """How much a task holds of what is limited."""
    found: dict[Want, int] = {}
    for use in task.uses:
        want = Want(Kind.RESOURCE, use.resource)
        found[want] = found.get(want, 0) + use.amount
    if task.window is None:
        found[Want(Kind.AGENCY, task.lead)] = 1
    return {want: amount for want, amount in found.items() if want in limits and amount}


def working_spans(schedule: Schedule, task: Task) -> Iterator[Span]:
    """The stretches in which a planned task is worked on, on its own calendar."""
    row = schedule.rows[task.id]
    clock = schedule.ceremony.worktimes[task.worktime]
    for start, end in clock.spans_between(row.start, row.finish):
        yield max(start, row.start), min(end, row.finish)
