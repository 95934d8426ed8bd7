"""A ceremony played through before it happens: what would be told of its tasks and pressed on its day."""

from __future__ import annotations

from runbook.rehearsal.course import Step, course
from runbook.rehearsal.preparing import preparing
from runbook.rehearsal.showing import showing

__all__ = ["Step", "course", "preparing", "showing"]
