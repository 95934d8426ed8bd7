"""The day itself: what was pressed, and what it does to the rest of the programme."""

from __future__ import annotations

from runbook.live.cues import Cue, Press, Pressed, Programme, Saving
from runbook.live.state import Run, State, possible, state_of
from runbook.live.timing import Expected, Timing, timing

__all__ = [
    "Cue",
    "Expected",
    "Press",
    "Pressed",
    "Programme",
    "Run",
    "Saving",
    "State",
    "Timing",
    "possible",
    "state_of",
    "timing",
]
