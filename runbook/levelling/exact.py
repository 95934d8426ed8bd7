"""Proofs by OR-Tools' CP-SAT, begun from the answer there is already.

Each resource is a cumulative constraint, counted on the slots of the one calendar all its users work on: a task that
rests between its working slots uses nothing while it rests. Lateness comes before the makespan, as everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from runbook.levelling.compiled import NotInstalledError
from runbook.levelling.packing import Direction, pack
from runbook.levelling.project import LevellingError, Link, Project, Schedule, Task, amounts, schedule_of
from runbook.levelling.search import Answer
from runbook.model import End

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


@dataclass(frozen=True, slots=True)
class Proof:
    """`status`: "optimal" (nothing better exists), "feasible" (the best found; something better may exist).

    `bound`: no schedule's lateness and makespan, compared in this order, come before it.
    """

    status: str
    schedule: Schedule
    bound: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A task's variables: its number on its calendar, start, finish."""

    number: Any
    start: Any
    finish: Any


def prove(
    project: Project, answer: Answer, seconds: float, workers: int = 0, seed: int = 1, hinted: bool = True
) -> Proof:
    """What CP-SAT makes of an answer in that many seconds, with so many workers (0: one a processor).

    `hinted` off: it is told the answer's length but not the answer.

    Raises NotInstalledError, and LevellingError "mixed-calendars" where users of one resource differ in their calendar.
    """
    try:
        from ortools.sat.python import cp_model
    except ImportError:
        raise NotInstalledError("OR-Tools", "exact") from None
    model = cp_model.CpModel()
    begun = answer.schedule
    placed, base = _modelled(model, project, begun)
    if not hinted:
        model.clear_hints()
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    solver.parameters.random_seed = seed
    status = solver.solve(model)
    schedule = begun
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        starts, finishes = ([solver.value(getattr(one, end)) for one in placed] for end in ("start", "finish"))
        schedule = min(begun, schedule_of(project, starts, finishes), key=lambda one: one.cost)
    if status == cp_model.OPTIMAL:
        return Proof("optimal", schedule, schedule.cost)
    late, makespan = divmod(max(0, round(solver.best_objective_bound)), base)
    bound = min(max((late, makespan), answer.bound), schedule.cost)
    return Proof("optimal" if bound == schedule.cost else "feasible", schedule, bound)


def _modelled(model: cp_model.CpModel, project: Project, begun: Schedule) -> tuple[list[_Placed], int]:
    """The model with its objective and the hint; the tasks' variables, and what a slot of lateness weighs."""
    way = pack(project, 0).forward
    # Where nothing is late, a better schedule is a shorter one.
    horizon = way.slots if begun.lateness else begun.makespan
    placed = [_placed(model, way, number, task, horizon) for number, task in enumerate(project.tasks)]
    for link in project.links:
        _tie(model, way, placed, link)
    for resource in range(len(project.resources)):
        _limit(model, way, project, placed, resource)
    makespan = model.new_int_var(0, horizon, "")
    late = []
    for number, (task, one) in enumerate(zip(project.tasks, placed, strict=True)):
        model.add(makespan >= one.finish)
        model.add_hint(one.number, way.worked[_clock(way, number) + begun.start[number]])
        if task.deadline is not None:
            slip = model.new_int_var(0, way.slots, "")
            model.add(slip >= one.finish - task.deadline)
            late.append(task.weight * slip)
    model.minimize(sum(late) * (way.slots + 1) + makespan)
    return placed, way.slots + 1


def _placed(model: cp_model.CpModel, way: Direction, number: int, task: Task, horizon: int) -> _Placed:
    clock, duration = _clock(way, number), task.duration
    if not clock:
        at = model.new_int_var(min(task.release, horizon), max(horizon - duration, 0), "")
        model.add(at >= task.release)
        return _Placed(at, at, at + duration)
    slots = list(way.slot[clock : clock + way.worked[clock + horizon]])
    at = model.new_int_var(way.worked[clock + min(task.release, horizon)], max(len(slots) - duration, 0), "")
    start, last = model.new_int_var(0, horizon, ""), model.new_int_var(0, horizon, "")
    model.add_element(at, slots, start)
    model.add_element(at + (duration - 1), slots, last)
    return _Placed(at, start, last + 1)


def _tie(model: cp_model.CpModel, way: Direction, placed: list[_Placed], link: Link) -> None:
    ends = {End.START: "start", End.FINISH: "finish"}
    tail = getattr(placed[link.tail], ends[link.relation.predecessor_end])
    head = getattr(placed[link.head], ends[link.relation.successor_end])
    if link.calendar is not None and link.lag:
        clock = (link.calendar + 1) * (way.slots + 1)
        tail, head = (_worked(model, way, clock, end) for end in (tail, head))
    model.add(head >= tail + link.lag)


def _worked(model: cp_model.CpModel, way: Direction, clock: int, end: Any) -> Any:
    """The slots a calendar works before an instant."""
    count = model.new_int_var(0, way.slots, "")
    model.add_element(end, list(way.worked[clock : clock + way.slots + 1]), count)
    return count


def _limit(model: cp_model.CpModel, way: Direction, project: Project, placed: list[_Placed], resource: int) -> None:
    """The users of a resource within what there is of it, on the slots their calendar works."""
    users = [n for n, task in enumerate(project.tasks) if task.duration and any(task.demand[resource : resource + 1])]
    clocks = {_clock(way, number) for number in users}
    if len(clocks) > 1:
        raise LevellingError("mixed-calendars", users[0])
    intervals: list[Any] = []
    needs: list[int] = []
    for number in users:
        task = project.tasks[number]
        intervals.append(model.new_fixed_size_interval_var(placed[number].number, task.duration, ""))
        needs.append(task.demand[resource])
    given = amounts(project.resources[resource], way.slots)
    most = max(given, default=0)
    for clock in clocks:
        for slot, units in enumerate(given):
            if units < most and way.worked[clock + slot + 1] > way.worked[clock + slot]:
                intervals.append(model.new_fixed_size_interval_var(way.worked[clock + slot], 1, ""))
                needs.append(most - units)
    if intervals:
        model.add_cumulative(intervals, needs, most)


def _clock(way: Direction, task: int) -> int:
    """Where the columns of a task's calendar begin; 0 where it works every slot."""
    return way.calendar[task] * (way.slots + 1)
