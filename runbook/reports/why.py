"""Why a task stands where it stands, and what it would take to gain time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.reports.rows import Heading, TaskRow

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Why:
    """One task explained. `driving`: the chain that fixes its earliest start, ending with it. `binding`: the chain from
    it that fixes its latest finish. `bound`: what that chain ends at. `drag`: what the task costs the whole."""

    heading: Heading
    task: TaskRow
    driving: tuple[TaskRow, ...]
    binding: tuple[TaskRow, ...]
    bound: str
    drag: str
    gains: tuple[str, ...]
