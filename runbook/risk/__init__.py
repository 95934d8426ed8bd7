"""What may come instead: durations that are not certain, and what they do to the opening and the deadlines."""

from __future__ import annotations

from runbook.risk.simulation import Simulation, simulate
from runbook.risk.spread import DEFAULT, Spread

__all__ = ["DEFAULT", "Simulation", "Spread", "simulate"]
