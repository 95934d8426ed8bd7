"""From a ceremony and a day N to every task's dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from runbook.axis import Axis
from runbook.model import Ceremony, Part, Task
from runbook.network import FAR_AHEAD, Network, axis_of, deadline_of, instant_of, network_of
from runbook.schedule import passes
from runbook.schedule.passes import Dates

ROWS_AT_MOST = 10_000  # above this many tasks numpy by levels is faster, its import of a tenth of a second included


@dataclass(frozen=True, slots=True)
class Planned:
    """One task's dates: instants of the axis; floats and delays in minutes of the task's own working time.

    `start` and `finish` are the planned dates, which calendars carry. `deadline` is the last instant the task's own
    deadline allows, `late_by` by how much the planned finish passes it.
    """

    task: Task
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    start: int
    finish: int
    total_float: int
    free_float: int
    deadline: int | None
    late_by: int

    @property
    def critical(self) -> bool:
        """Whether no float is left, or less. A duty at a clock time of the day never has any: not counted."""
        return not self.task.actual and self.total_float < (0 if self.task.at_its_hour else 1)


@dataclass(frozen=True)
class Passes:
    """Both passes over a network, the floor and the end they started from, and the floats between them."""

    floor: int
    end: int
    early: Dates
    late: Dates
    total: list[int]
    free: list[int]


@dataclass(frozen=True)
class Schedule:
    """A ceremony planned for one day N. `now` is the floor asked for, if any; `planned` are the dates people go by.

    `done`: how much of a task is reported as carried out, from 0 to 1, by id; it moves no date.
    """

    ceremony: Ceremony
    day: date
    now: int | None
    network: Network
    passes: Passes
    planned: Dates
    done: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def rows(self) -> dict[str, Planned]:
        """Every task's dates by its id, in file order."""
        return {task.id: self._row(index, task) for index, task in enumerate(self.ceremony.tasks)}

    def _row(self, index: int, task: Task) -> Planned:
        both, planned = self.passes, self.planned
        return Planned(
            task,
            *(both.early.start[index], both.early.finish[index]),
            *(both.late.start[index], both.late.finish[index]),
            *(planned.start[index], planned.finish[index]),
            *(both.total[index], both.free[index]),
            deadline_of(self.ceremony, task, self.day),
            self.late_by(index),
        )

    def late_by(self, index: int) -> int:
        """Working minutes by which a task's planned finish passes its own deadline, 0 where it keeps it or has none.

        What is over is late for nothing any more.
        """
        task, finish = self.ceremony.tasks[index], self.planned.finish[index]
        deadline = None if task.actual else deadline_of(self.ceremony, task, self.day)
        if deadline is None or finish <= deadline:
            return 0
        clock = self.network.calendars[self.network.clock[index]]
        return clock.count(finish) - clock.count(deadline)

    @property
    def axis(self) -> Axis:
        return axis_of(self.ceremony)

    @property
    def opening(self) -> int:
        return self.axis.minute(self.day, self.ceremony.opening)

    @property
    def closing(self) -> int:
        return self.axis.minute(self.day, self.ceremony.closing)

    @property
    def feasible(self) -> bool:
        """Whether every bound holds: no task has negative float."""
        return min(self.passes.total, default=0) >= 0

    def count_late(self, *parts: Part) -> int:
        """How many tasks of these parts are late; milestones, which nobody works on, only where nothing else is."""
        pairs = zip(self.ceremony.tasks, self.passes.total, strict=True)
        late = [task.is_milestone for task, total in pairs if total < 0 and task.part in parts]
        return late.count(False) or len(late)


def plan_for(ceremony: Ceremony, day: date, now: int | None = None) -> Schedule:
    """Every task's dates with day N on `day`, nothing before the instant `now`.

    The network must have no cycle (see network.cycle_problems). Raises BeyondCalendarError when dates leave the years
    1900 to 2200.
    """
    network, floor = _grounded(ceremony, network_of(ceremony, day), day, now)
    both = _passes(ceremony, network, day, floor)
    return Schedule(ceremony, day, now, network, both, _planned(ceremony, network, both))


def compute(ceremony: Ceremony, network: Network, day: date, now: int | None) -> Passes:
    """Both passes and floats. The floor is the later of the ceremony's start and now; without either the latest
    instant that will do."""
    network, floor = _grounded(ceremony, network, day, now)
    return _passes(ceremony, network, day, floor)


def _grounded(ceremony: Ceremony, network: Network, day: date, now: int | None) -> tuple[Network, int]:
    """The network and the floor of its passes. What keeps its own days stays there: the floor holds for the others."""
    start = instant_of(ceremony, ceremony.start, day) if ceremony.start is not None else None
    floors = [instant for instant in (now, start) if instant is not None]
    floor = max(floors) if floors else _latest_project_start(ceremony, network, day)
    over = {task.id for task in ceremony.tasks if _keeps_its_days(task, now)}.intersection(network.ids)
    if not over:
        return network, floor
    own = list(zip(network.ids, network.not_before, strict=True))
    raised = replace(network, not_before=[bound if name in over else max(bound, floor) for name, bound in own])
    return raised, min(floor, *(bound for name, bound in own if name in over))


def _keeps_its_days(task: Task, now: int | None) -> bool:
    """What is over; of a campaign what lasts or comes back, and all its duties while nobody asks what can be done yet.

    Last Monday's briefing cannot be held today, and preparation that begins in summer delays no duty of the spring.
    """
    return task.actual or task.window is not None or bool(task.series) or (now is None and task.part is Part.DURING)


def _passes(ceremony: Ceremony, network: Network, day: date, floor: int) -> Passes:
    closing = axis_of(ceremony).minute(day, ceremony.closing)
    both = _on(network, floor, closing)
    for index in (network.position[task.id] for task in ceremony.tasks if task.actual and task.id in network.position):
        both.total[index] = max(0, both.total[index])  # what is over cannot be late for anything any more
    return both


def _on(network: Network, floor: int, closing: int) -> Passes:
    if len(network) > ROWS_AT_MOST:
        try:
            return _by_levels(network, floor, closing)
        except ImportError:  # numpy is an extra; plain rows give the same minutes, only later
            pass
    return _by_rows(network, floor, closing)


def _by_rows(network: Network, floor: int, closing: int) -> Passes:
    early = passes.forward(network, floor)
    end = max([closing, *early.finish])
    late = passes.backward(network, end)
    return Passes(floor, end, early, late, *passes.floats(network, early, late))


def _by_levels(network: Network, floor: int, closing: int) -> Passes:
    from runbook.schedule import level_passes, levels

    compiled = levels.levels_of(network)
    early = level_passes.forward(compiled, floor)
    end = max(closing, int(early.finish.max()))
    late = level_passes.backward(compiled, end)
    total, free = level_passes.floats(compiled, early, late)
    return Passes(floor, end, early.rows(), late.rows(), total.tolist(), free.tolist())


def _latest_project_start(ceremony: Ceremony, network: Network, day: date) -> int:
    """The latest instant the first task can start with every bound kept: where a purely backward plan begins.

    The opening where nothing is bounded. Of a campaign the first task of its preparation.
    """
    bounded = [
        start < FAR_AHEAD or finish < FAR_AHEAD
        for start, finish in zip(network.start_by, network.finish_by, strict=True)
    ]
    for task in reversed(network.order):
        bounded[task] = bounded[task] or any(bounded[network.head[link]] for link in network.outgoing[task])
    tied = network.part(task for task, is_tied in enumerate(bounded) if is_tied)
    starts = zip(tied.ids, passes.backward(tied, FAR_AHEAD).start, strict=True)
    within = {task.id for task in ceremony.tasks if task.part is Part.DURING}
    opening = axis_of(ceremony).minute(day, ceremony.opening)
    return min((start for name, start in starts if name not in within), default=opening)


def _planned(ceremony: Ceremony, network: Network, both: Passes) -> Dates:
    """Early dates; a task to be placed late goes as late as its own bounds and its successors' planned dates allow.

    A plan without a starting date has all its preparation late. What lasts a window keeps it, ready for it or not.
    """
    late_ones = {index for index, task in enumerate(ceremony.tasks) if _wants_late(ceremony, task)}
    windows = [index for index, task in enumerate(ceremony.tasks) if task.window is not None]
    if not late_ones and not windows:
        return both.early
    planned = Dates([*both.early.number], [*both.early.start], [*both.early.finish])
    for task in reversed(network.order):
        if task in late_ones:
            number = min(passes.latest(network, planned, task, both.late.finish[task]), both.late.number[task])
            planned.put(network, task, max(number, both.early.number[task]))
    for task in windows:
        planned.put(network, task, network.calendars[network.place[task]].first_start(network.start_by[task]))
    return planned


def _wants_late(ceremony: Ceremony, task: Task) -> bool:
    return task.place_late or (ceremony.start is None and task.part is Part.PREPARATION)
