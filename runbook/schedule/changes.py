"""What a change moves, and what it would take to win time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from runbook.network import Network, before_opening
from runbook.schedule.chains import binding_tasks
from runbook.schedule.plan import Schedule, compute


@dataclass(frozen=True, slots=True)
class Move:
    """One task's planned dates before and after a change, as instants; None where it is not in that plan."""

    task_id: str
    start_before: int | None
    finish_before: int | None
    start_after: int | None
    finish_after: int | None


@dataclass(frozen=True, slots=True)
class Step:
    """Shorten `task_id` by `minutes` of its working time; `chain` is the chain that asks for it."""

    task_id: str
    minutes: int
    chain: tuple[str, ...]


def moves(before: Schedule, after: Schedule) -> tuple[Move, ...]:
    """The tasks whose planned dates differ, in the file order of the later plan, dropped ones last."""
    ids = dict.fromkeys([*after.rows, *before.rows])
    found = [Move(task_id, *_dates(before, task_id), *_dates(after, task_id)) for task_id in ids]
    return tuple(move for move in found if _changed(move))


def gain(schedule: Schedule, minutes: int, most: int | None = None) -> tuple[tuple[Step, ...], int]:
    """One way to have preparation ready that many working minutes before it must be, and what it still lacks.

    `most`: the number of cuts after which it is given up, since each costs both passes.

    The tightest chain gives first: its longest task is cut, but never below half, until every chain fits. A way, not
    the cheapest one: durations say nothing about cost.
    """
    ceremony = schedule.ceremony
    network = _earlier(before_opening(ceremony, schedule.day), minutes)
    half = [duration // 2 for duration in network.minutes]
    steps: list[Step] = []
    while True:
        both = compute(ceremony, network, schedule.day, schedule.now)
        lacking = min(both.total, default=0)
        if lacking >= 0 or len(steps) == most:
            return tuple(steps), max(0, -lacking)
        tightest = min(range(len(network)), key=lambda task: (both.total[task], both.early.start[task], task))
        chain = binding_tasks(network, both.late, tightest)
        longest = max(chain, key=lambda task: (network.minutes[task] - half[task], -task))
        cut = min(-lacking, network.minutes[longest] - half[longest])
        if cut <= 0:
            return tuple(steps), -lacking
        steps.append(Step(network.ids[longest], cut, tuple(network.ids[task] for task in chain)))
        network = _shortened(network, longest, cut)


def _dates(schedule: Schedule, task_id: str) -> tuple[int | None, int | None]:
    row = schedule.rows.get(task_id)
    return (row.start, row.finish) if row else (None, None)


def _changed(move: Move) -> bool:
    return (move.start_before, move.finish_before) != (move.start_after, move.finish_after)


def _earlier(network: Network, minutes: int) -> Network:
    clocks = [network.calendars[clock] for clock in network.clock]
    bounds = [
        clock.end_of(clock.last_finish(bound) - minutes) for clock, bound in zip(clocks, network.finish_by, strict=True)
    ]
    return replace(network, finish_by=bounds)


def _shortened(network: Network, task: int, cut: int) -> Network:
    durations = [*network.minutes]
    durations[task] -= cut
    return replace(network, minutes=durations)
