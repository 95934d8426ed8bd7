"""Dates of a ceremony: passes, floats, chains, candidate days, and what a change would do."""

from __future__ import annotations

from runbook.schedule.chains import Bound, binding_chain, bound_of, critical_paths, drag, drags, driving_chain
from runbook.schedule.changes import Move, Step, gain, moves
from runbook.schedule.plan import Planned, Schedule
from runbook.schedule.window import Candidate, candidates, earliest_day, plan

__all__ = [
    "Bound",
    "Candidate",
    "Move",
    "Planned",
    "Schedule",
    "Step",
    "binding_chain",
    "bound_of",
    "candidates",
    "critical_paths",
    "drag",
    "drags",
    "driving_chain",
    "earliest_day",
    "gain",
    "moves",
    "plan",
]
