"""What may come instead: durations that are not certain, and what they do to the opening and the deadlines."""

from __future__ import annotations

from runbook.risk.goals import Trial
from runbook.risk.prospect import Prospect
from runbook.risk.simulation import Simulation, simulate
from runbook.risk.spread import DEFAULT, Default, Spread
from runbook.risk.swings import Swing
from runbook.risk.worst import Worst, worst

__all__ = [
    "DEFAULT",
    "Default",
    "Prospect",
    "Simulation",
    "Spread",
    "Swing",
    "Trial",
    "Worst",
    "simulate",
    "worst",
]
