"""The day itself: what was pressed, and what it does to the rest of the programme."""

from __future__ import annotations

from runbook.live.cues import Cue, Press, Pressed, Programme, Saving
from runbook.live.objections import Objection, objection
from runbook.live.state import Run, State, state_of
from runbook.live.steering import Key, meant
from runbook.live.timing import Expected, Timing, due, next_by_agency, timing

__all__ = [
    "Cue",
    "Expected",
    "Key",
    "Objection",
    "Press",
    "Pressed",
    "Programme",
    "Run",
    "Saving",
    "State",
    "Timing",
    "due",
    "meant",
    "next_by_agency",
    "objection",
    "state_of",
    "timing",
]
