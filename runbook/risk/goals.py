"""What is to be reached in time: preparation by the opening, tasks by their deadlines."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from runbook.model import Part
from runbook.network import Network, ready_by
from runbook.risk.simulation import Simulation, simulate
from runbook.risk.spread import DEFAULT, Default, Spread
from runbook.schedule import Planned, plan
from runbook.tracking import Outlook
from runbook.tracking.outlook import AT_THEIR_HOUR
from runbook.worktime import WorkCalendar

SAMPLES = 10_000


@dataclass(frozen=True, slots=True)
class Trial:
    """How it is tried: what stands for a task without a range, how often, from which seed."""

    default: Default = DEFAULT
    samples: int = SAMPLES
    seed: int = 1


@dataclass(frozen=True)
class Goal:
    """Tasks to be finished in time: the last instant at which each may be, and when all begins."""

    network: Network
    floor: int
    limits: Mapping[str, int]

    def tried(self, spreads: Mapping[str, Spread], trial: Trial, asked: Collection[str] = ()) -> Simulation:
        """The samples: ready is when the last of the tasks is finished, kept whether all were in time."""
        targets, limits = self.limits.keys(), self.limits
        return simulate(self.network, self.floor, spreads, targets, asked, trial.samples, trial.seed, limits)

    def only(self, task_id: str) -> Goal:
        return Goal(self.network, self.floor, {task_id: self.limits[task_id]})


def last_instant(clock: WorkCalendar, bound: int) -> int:
    """The last instant at which what is finished counts as finished by the bound.

    A milestone may fall on Monday 08:00 where the bound is Friday 17:30: between the two nobody works.
    """
    return clock.start_of(clock.count(bound))


def unprepared(of: Outlook) -> tuple[str, ...]:
    """Ids of the preparation that is not over; none once the opening is."""
    tasks = () if of.held else of.ceremony.tasks
    return tuple(one.id for one in tasks if one.part is Part.PREPARATION and not of.of(one.id).over)


def preparation(of: Outlook, day: date) -> Goal:
    """What is left to prepare for the opening on a day, bounded as the candidate days are."""
    schedule = of.expected if day == of.planned.day else plan(of.left, day, of.now)
    left = {task.id: task for task in schedule.ceremony.tasks}
    network = schedule.network.part(n for n, one in enumerate(left.values()) if one.part is Part.PREPARATION)
    names = {one: left[one].worktime for one in unprepared(of)}
    bounds = {name: ready_by(of.ceremony, name, day) for name in set(names.values())}
    last = {name: last_instant(of.ceremony.worktimes[name], bound) for name, bound in bounds.items()}
    limits = {task_id: last[name] for task_id, name in names.items()}
    for tail, bound in _before_milestones(network, names, bounds):
        limits[tail] = min(limits[tail], bound)
    return Goal(network, schedule.passes.floor, limits)


def _before_milestones(
    network: Network, names: Mapping[str, str], bounds: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    """The work that a milestone waits for, and the bound of that: no night may push the milestone past it.

    Paint that dries round the clock is dry in time at 05:30, but not for those who count office hours.
    """
    ends = zip(network.tail, network.head, network.tail_end, network.lag, strict=True)
    for tail, head, from_finish, lag in ends:
        waits = from_finish and not network.minutes[head] and network.minutes[tail]
        if waits and network.ids[tail] in names and network.ids[head] in names:
            yield network.ids[tail], bounds[names[network.ids[head]]] - max(0, lag)


def deadlines(of: Outlook) -> Goal:
    """Every deadline of what is not over. What stands at its hour is late for none."""
    clocks = of.ceremony.worktimes
    limits = {
        name: last_instant(clocks[row.task.worktime], row.deadline)
        for name, row in of.expected.rows.items()
        if row.deadline is not None and _is_open(of, row)
    }
    return Goal(of.expected.network, of.expected.passes.floor, limits)


def _is_open(of: Outlook, row: Planned) -> bool:
    return row.task.part not in AT_THEIR_HOUR and not of.of(row.task.id).over
