"""A project whose tasks compete for resources, counted in slots of equal length.

The model is the resource-constrained project scheduling problem of Kolisch and Hartmann ("Heuristic algorithms for the
resource-constrained project scheduling problem: classification and computational analysis", in Weglarz, Project
Scheduling, 1999), widened by what a ceremony needs: the four precedence relations with lags, working calendars,
releases, deadlines, and capacities that change with time.

How it is made from `runbook.network.Network`: slot s is the quarter of an hour from minute 15 s of the axis, less the
slot of the first day planned; `minutes` become slots rounded up; each `WorkCalendar` becomes the spans of whole slots
it works; a milestone has no calendar, as `place` says; `not_before` becomes the release; the tighter of `finish_by` and
`start_by` + duration becomes the deadline; links keep their relation, lag and `lag_clock`. Resources are not known to
a network: who or what a task needs (hall, MC, crew, deputy chairman) comes beside it. Tasks that have begun are given
as released and due where they stand, ahead of all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runbook.model import Relation

LARGEST = 2**16  # capacity and weight; so that all sums fit 64 bits
Span = tuple[int, int]  # half-open: first slot, slot after the last


class LevellingError(Exception):
    """A project that has no schedule: `code` says why, `task` names the first task concerned by its position.

    Codes: "circle" (tasks wait for one another), "too-much" (a task needs more of a resource than there ever is),
    "no-room" (the horizon ends before the task could be placed), "ill-formed" (a number outside its range).
    """

    def __init__(self, code: str, task: int = -1) -> None:
        super().__init__(f"{code}: task {task}")
        self.code, self.task = code, task


@dataclass(frozen=True, slots=True)
class Task:
    """One task. `duration`: slots of work; 0 is a milestone, which may fall at any instant and needs nothing.

    `demand[r]` of resource r is used in every slot the task works, not in the breaks between (missing ones are 0).
    It starts at slot `release` or later. Each slot it finishes after `deadline` counts `weight`. `calendar`: the
    position in `Project.calendars` of the slots it may work in, None for every slot.
    """

    duration: int
    demand: tuple[int, ...] = ()
    release: int = 0
    deadline: int | None = None
    weight: int = 1
    calendar: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """The end of task `tail` that `relation` names, plus `lag` slots, is not after the named end of task `head`.

    With a `calendar` the lag counts the slots that calendar works; a negative lag is a lead.
    """

    tail: int
    head: int
    relation: Relation = Relation.FS
    lag: int = 0
    calendar: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """`capacity` units, but in each of the spans of `exceptions` the number given with it (the later one wins)."""

    capacity: int
    exceptions: tuple[tuple[Span, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """Tasks by position. `calendars`: the spans each calendar works; `horizon`: slots there are, 0 for enough."""

    tasks: tuple[Task, ...]
    links: tuple[Link, ...] = ()
    resources: tuple[Resource, ...] = ()
    calendars: tuple[tuple[Span, ...], ...] = ()
    horizon: int = 0

    @property
    def slots(self) -> int:
        """The horizon; where none is given, all tasks one after another behind every release, span and exception."""
        if self.horizon:
            return self.horizon
        ends = [end for calendar in self.calendars for _, end in calendar]
        ends += [end for resource in self.resources for (_, end), _ in resource.exceptions]
        latest = max([0, *ends, *(task.release for task in self.tasks)])
        return latest + sum(task.duration for task in self.tasks) + sum(max(0, link.lag) for link in self.links) + 1


@dataclass(frozen=True, slots=True)
class Schedule:
    """Slots each task starts and finishes at (half-open), how late tasks are by weight, when the last one finishes."""

    start: tuple[int, ...]
    finish: tuple[int, ...]
    lateness: int
    makespan: int

    @property
    def cost(self) -> tuple[int, int]:
        """What levelling makes small: first lateness, then the makespan."""
        return self.lateness, self.makespan


def schedule_of(project: Project, start: Sequence[int], finish: Sequence[int]) -> Schedule:
    """The schedule with its lateness and makespan counted; plain integers, whatever they came as."""
    starts, finishes = tuple(map(int, start)), tuple(map(int, finish))
    late = sum(
        task.weight * max(0, end - task.deadline)
        for task, end in zip(project.tasks, finishes, strict=True)
        if task.deadline is not None
    )
    return Schedule(starts, finishes, late, max(finishes, default=0))


def amounts(resource: Resource, slots: int) -> list[int]:
    """The units there are in each slot."""
    row = [resource.capacity] * slots
    for (first, end), amount in resource.exceptions:
        row[first:end] = [amount] * len(row[first:end])
    return row


def works(spans: Sequence[Span], slots: int) -> list[int]:
    """1 for each slot the spans cover, else 0."""
    row = [0] * slots
    for first, end in spans:
        row[first:end] = [1] * len(row[first:end])
    return row


def check(project: Project) -> None:
    """Raises LevellingError "ill-formed" or "too-much" where a number is outside its range."""
    most = [max([resource.capacity, *(amount for _, amount in resource.exceptions)]) for resource in project.resources]
    for number, task in enumerate(project.tasks):
        numbers_fit = min(task.duration, task.release, task.weight, *task.demand, 0) == 0
        if (
            not numbers_fit
            or task.weight > LARGEST
            or len(task.demand) > len(most)
            or not _known(project, task.calendar)
        ):
            raise LevellingError("ill-formed", number)
        if task.duration and any(amount > top for amount, top in zip(task.demand, most, strict=False)):
            raise LevellingError("too-much", number)
    for link in project.links:
        if not 0 <= min(link.tail, link.head) <= max(link.tail, link.head) < len(project.tasks):
            raise LevellingError("ill-formed", link.head)
        if not _known(project, link.calendar):
            raise LevellingError("ill-formed", link.head)
    spans = [span for calendar in project.calendars for span in calendar]
    for resource in project.resources:
        spans += [span for span, _ in resource.exceptions]
        units = [resource.capacity, *(amount for _, amount in resource.exceptions)]
        if not 0 <= min(units) <= max(units) <= LARGEST:
            raise LevellingError("ill-formed")
    if project.horizon < 0 or any(not 0 <= first <= end for first, end in spans):
        raise LevellingError("ill-formed")


def _known(project: Project, calendar: int | None) -> bool:
    return calendar is None or 0 <= calendar < len(project.calendars)
