"""What is least sure, which tasks stand behind it, and what it would be worth to hold them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from runbook.risk.goals import Goal
from runbook.risk.prospect import Prospect
from runbook.risk.spread import Spread
from runbook.risk.swings import swings

SURE = 0.995  # a chance from which on there is nothing to do
TOGETHER = 3  # tasks that are tried at their best at once


@dataclass(frozen=True, slots=True)
class Worst:
    """The least sure of the opening ("") and the deadlines, and the tasks that decide it most, first the first.

    `best`: its chance if the first of them took its optimistic duration; `together`: if all of them did.
    """

    of: str
    chance: float
    drivers: tuple[str, ...]
    best: float
    together: float


def worst(of: Prospect) -> Worst | None:
    """What is least sure, the opening before a deadline as unsure; None where all is sure."""
    chances = [("", of.chance)] if of.chance is not None else []
    chances += [(one.task_id, one.chance) for one in of.deadlines]
    unsure = [(name, chance) for name, chance in chances if chance < SURE]
    if not unsure:
        return None
    name, chance = min(unsure, key=lambda one: one[1])
    goal = of.owing.only(name) if name else of.preparation
    found = goal.tried(of.spreads, of.trial)
    drivers = tuple(one.task_id for one in swings(goal.network, of.spreads, found, of.office)[:TOGETHER])
    return Worst(name, chance, drivers, _at_best(of, goal, drivers[:1]), _at_best(of, goal, drivers))


def _at_best(of: Prospect, goal: Goal, names: Iterable[str]) -> float:
    """The chance of the goal if these tasks took their optimistic durations."""
    certain = {name: Spread(least, least, least) for name in names for least in (of.spreads[name].least,)}
    return goal.tried({**of.spreads, **certain}, of.trial).chance_kept
