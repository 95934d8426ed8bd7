"""What binds a task, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.reports.campaign import begins_with
from runbook.reports.rows import phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


def bound_text(schedule: Schedule, task_id: str, language: str) -> str:
    """The bound at the end of a task's binding chain: opening, closing, a deadline, a fixed time, or nothing."""
    from runbook.schedule import bound_of

    bound, phrase = bound_of(schedule, task_id), phrasing(schedule, language)
    instant = schedule.opening if bound.kind == "opening" else bound.instant
    when = phrase.start(instant) if bound.kind in ("opening", "fixed") else phrase.finish(instant)
    campaign = schedule.ceremony.campaign
    if campaign and bound.kind in ("opening", "closing"):
        day = phrase.day(schedule.day) if bound.kind == "opening" else phrase.day(campaign.window[1])
        return say(language, f"campaign.bound.{bound.kind}", what=begins_with(campaign, language), when=day)
    return say(language, f"bound.{bound.kind}", id=bound.task_id, when=when)
