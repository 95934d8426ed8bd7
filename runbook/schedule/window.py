"""Which day? Every candidate of the window planned and ranked, and the plan of the day that is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from runbook.axis import DAY
from runbook.model import Ceremony, Part
from runbook.network import Network, before_opening
from runbook.schedule.chains import binding_tasks
from runbook.schedule.plan import Passes, Schedule, compute, plan_for

SEARCHED_DAYS = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible day N. `short`: working minutes preparation lacks on its tightest chain, `spare`: what it has left.

    `late`: number of preparation tasks with negative float when deadlines count too, as `Schedule.count_late` counts.
    `chain`: the tightest chain to the opening. `broken`: tasks whose own deadline the planned dates break.
    `preferred`: a weekday the file asks for.
    """

    day: date
    feasible: bool
    preferred: bool
    short: int
    spare: int
    late: int
    chain: tuple[str, ...]
    broken: tuple[str, ...]


def plan(ceremony: Ceremony, day: date | None = None, now: int | None = None) -> Schedule:
    """Every task's dates with day N on `day`, nothing before the instant `now`.

    Without a day: the chosen one, else the best of the window, else (none is feasible) its last. Raises as `plan_for`.
    """
    if day := day or ceremony.date.chosen:
        return plan_for(ceremony, day, now)
    best = candidates(ceremony, now)[0]
    return plan_for(ceremony, best.day if best.feasible else ceremony.date.last, now)


def candidates(ceremony: Ceremony, now: int | None = None) -> tuple[Candidate, ...]:
    """Every day of the window, best first: feasible ones, preferred weekdays, the least short, the earliest."""
    days = [
        ceremony.date.first + timedelta(days=step)
        for step in range((ceremony.date.last - ceremony.date.first).days + 1)
    ]
    found = [_candidate(ceremony, day, now) for day in days]
    return tuple(sorted(found, key=lambda one: (not one.feasible, not one.preferred, one.short, one.day)))


def earliest_day(ceremony: Ceremony, now: int | None = None) -> date | None:
    """The earliest preferred day, from the window's first day on and also beyond its end, that preparation can meet.

    None when no day within 400 days will do.
    """
    step = 0
    while step < SEARCHED_DAYS:
        day = ceremony.date.first + timedelta(days=step)
        slack = _slack(ceremony, day, now)[0] if day.isoweekday() in ceremony.date.weekdays else -1
        if slack >= 0:
            return day
        step += max(1, -slack // DAY)  # a day later wins a day's minutes at most
    return None


def _candidate(ceremony: Ceremony, day: date, now: int | None) -> Candidate:
    slack, tightest, network, both = _slack(ceremony, day, now)
    schedule = plan_for(ceremony, day, now)
    return Candidate(
        day,
        feasible=slack >= 0,
        preferred=day.isoweekday() in ceremony.date.weekdays,
        short=max(0, -slack),
        spare=max(0, slack),
        late=schedule.count_late(Part.PREPARATION),
        chain=tuple(network.ids[task] for task in binding_tasks(network, both.late, tightest)),
        broken=tuple(task.id for index, task in enumerate(ceremony.tasks) if task.deadline and schedule.late_by(index)),
    )


def _slack(ceremony: Ceremony, day: date, now: int | None) -> tuple[int, int, Network, Passes]:
    """The least float of preparation before the opening, and the first task that has it (-1: there is no task).

    Deadlines and fixed times are left aside: a broken one does not keep the ceremony from taking place.
    """
    network = before_opening(ceremony, day)
    both = compute(ceremony, network, day, now)
    order = sorted(range(len(network)), key=lambda index: (both.total[index], both.early.start[index], index))
    return (both.total[order[0]], order[0], network, both) if order else (0, -1, network, both)
