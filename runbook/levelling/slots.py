"""A planned ceremony as the project that levelling computes on, counted in slots.

What can be moved becomes a task of the project; what stands at its hour stays there, and what it holds is not there for
the others. Slots are whole minutes of working time on both sides, and everything is rounded to the careful side, so
that what is free of clashes in slots is so in minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

from runbook.bounds import FAR_AHEAD
from runbook.levelling.project import LARGEST, Link, Project, Resource, Span, Task
from runbook.levelling.wants import AT_THEIR_HOUR, Held, Want, held_in, limits_of, needs, worked_on
from runbook.model import Part, Relation
from runbook.model import Task as Duty
from runbook.network import Network, network_of
from runbook.schedule import Schedule
from runbook.worktime import WorkCalendar

LARGEST_SLOT = 15
_DAYS = 14  # of the horizon behind the plan, beside the time that what is limited takes one after another
_CALENDAR = 5  # minutes of the wall clock that pass at most for one of work, week by week
_RELATIONS = {
    (int(one.predecessor_end), int(one.successor_end)): one for one in Relation
}  # by which ends of the two tasks are tied


@dataclass(frozen=True, slots=True)
class Slotted:
    """The project; `tasks` are the positions in the ceremony of its tasks, slot 0 begins at `origin`."""

    project: Project
    tasks: tuple[int, ...]
    wants: tuple[Want, ...]
    origin: int
    slot: int

    def instant(self, slot: int) -> int:
        return self.origin + slot * self.slot


def is_movable(task: Duty) -> bool:
    """Whether a task has a place of its own in time: not what stands at its hour, lasts a window or is over."""
    at_its_hour = task.part in AT_THEIR_HOUR or task.fixed_start is not None
    return not (at_its_hour or task.window or task.series or task.actual)


def begins_late(schedule: Schedule) -> bool:
    """Whether nothing says when preparation begins, so that it begins as late as it can."""
    return schedule.ceremony.start is None and schedule.now is None


def slotted(schedule: Schedule, standing: Schedule, floor: int, stretch: float = 1) -> Slotted:
    """The project of a plan; `stretch` makes the horizon longer.

    `floor`: from when on preparation may begin where neither the file nor the present says so. `standing`: the
    plan that says where the tasks stand that are not moved.
    """
    return _Maker(schedule, standing, floor, stretch).made()


def slot_of(network: Network) -> int:
    """The longest slot, a quarter of an hour at most, that divides every working span.

    Where a link ties a finish, every duration and lag as well: a duration rounded up would begin too early there.
    """
    bounds = [edge for one in network.calendars for spans in one.pattern.week for span in spans for edge in span]
    exact = [*network.minutes, *network.lag] if any(network.head_end) else []
    return gcd(LARGEST_SLOT, *bounds, *exact)


class _Maker:
    def __init__(self, schedule: Schedule, standing: Schedule, floor: int, stretch: float) -> None:
        self.schedule, self.standing, self.floor, network = schedule, standing, floor, schedule.network
        self.limits = {want: min(LARGEST, amount) for want, amount in limits_of(schedule.ceremony).items()}
        self.wants = tuple(self.limits)
        self.held = held_in(standing)
        self.slot = slot_of(network)
        self.not_before = network_of(schedule.ceremony, schedule.day).not_before
        everything = worked_on(schedule.ceremony)
        self.movable = {network.position[task.id] for task in schedule.ceremony.tasks if is_movable(task)}
        contested = sum(task.minutes for task in everything if needs(task, self.limits))
        end = schedule.passes.end + int((_DAYS * 1440 + contested * _CALENDAR) * stretch)
        self.origin = min([floor, *schedule.planned.start, *standing.planned.start]) // LARGEST_SLOT * LARGEST_SLOT
        self.slots = self.up(end)

    def up(self, instant: int) -> int:
        return -((self.origin - instant) // self.slot)

    def down(self, instant: int) -> int:
        return (instant - self.origin) // self.slot

    def made(self) -> Slotted:
        network = self.schedule.network
        ends = list(zip(network.tail, network.head, strict=True))
        tied = {end for pair in ends if self.movable.intersection(pair) for end in pair}
        kept = sorted(self.movable | tied)
        number = {task: at for at, task in enumerate(kept)}
        tasks = [self.free(task) if task in self.movable else self.fixed(task) for task in kept]
        links = [self.link(k, number) for k, pair in enumerate(ends) if self.movable.intersection(pair)]
        resources = tuple(self.resource(want) for want in self.wants)
        calendars = tuple(self.spans(calendar) for calendar in network.calendars)
        project = Project(tuple(tasks), tuple(links), resources, calendars, self.slots)
        return Slotted(project, tuple(kept), self.wants, self.origin, self.slot)

    def free(self, task: int) -> Task:
        network, duty = self.schedule.network, self.schedule.ceremony.tasks[task]
        minutes, by = network.minutes[task], network.finish_by[task]
        needed = needs(duty, self.limits) if minutes else {}
        place = network.place[task]
        return Task(
            duration=-(-minutes // self.slot),
            demand=tuple(min(needed.get(want, 0), self.limits[want]) for want in self.wants),
            release=max(0, self.up(self.released(task))),
            deadline=max(0, self.down(by)) if by < FAR_AHEAD else None,
            calendar=place if place else None,
        )

    def released(self, task: int) -> int:
        """The instant from which on a task may begin."""
        if begins_late(self.schedule) and self.schedule.ceremony.tasks[task].part is Part.PREPARATION:
            return max(self.floor, self.not_before[task])
        return max(self.schedule.passes.floor, self.schedule.network.not_before[task])

    def fixed(self, task: int) -> Task:
        """What stays where it is, rounded outward; whoever pushes it beyond its latest dates makes it late."""
        planned, late = self.standing.planned, self.schedule.passes.late
        start, finish = self.down(planned.start[task]), self.up(planned.finish[task])
        return Task(finish - start, release=start, deadline=max(finish, self.down(late.finish[task])))

    def link(self, link: int, number: dict[int, int]) -> Link:
        network = self.schedule.network
        relation = _RELATIONS[network.tail_end[link], network.head_end[link]]
        clock = network.lag_clock[link]
        lag = -(-network.lag[link] // self.slot)
        return Link(number[network.tail[link]], number[network.head[link]], relation, lag, clock if clock > 0 else None)

    def resource(self, want: Want) -> Resource:
        """The capacity less what is held by what stays where it is."""
        position = self.schedule.network.position
        capacity = self.limits[want]
        fixed = [one for one in self.held if one.want == want and position[one.task] not in self.movable]
        return Resource(capacity, tuple(self.taken(fixed, capacity)))

    def taken(self, held: Sequence[Held], capacity: int) -> list[tuple[Span, int]]:
        used: dict[int, int] = {}
        for one in held:
            slots = {at for start, end in one.spans for at in range(self.down(start), self.up(end))}
            for at in slots:
                used[at] = used.get(at, 0) + one.amount
        found: list[tuple[Span, int]] = []
        for at in sorted(used):
            left = max(0, capacity - used[at])
            if found and found[-1][0][1] == at and found[-1][1] == left:
                found[-1] = (found[-1][0][0], at + 1), left
            elif 0 <= at < self.slots:
                found.append(((at, at + 1), left))
        return found

    def spans(self, calendar: WorkCalendar) -> tuple[Span, ...]:
        """The whole slots a calendar works."""
        last = self.origin + self.slots * self.slot
        found = [
            (max(0, self.up(start)), min(self.slots, self.down(end)))
            for start, end in calendar.spans_between(self.origin, last)
        ]
        return tuple(span for span in found if span[0] < span[1])
