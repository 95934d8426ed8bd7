"""Whether a plan holds: ready, ready but past deadlines, or not ready; one word for every report that says so."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.reports.campaign import begins_with
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


class Standing(Enum):
    """What becomes of a plan; the value names its words."""

    READY = "ready"
    PAST_DEADLINES = "past"
    NOT_READY = "not_ready"


def standing(schedule: Schedule) -> Standing:
    """Not ready: preparation ends after the opening. Past deadlines: the opening can be met, another bound cannot."""
    if schedule.feasible:
        return Standing.READY
    ends = (row.early_finish for row in schedule.rows.values() if row.task.part is Part.PREPARATION)
    return Standing.NOT_READY if max(ends, default=schedule.opening) > schedule.opening else Standing.PAST_DEADLINES


def verdict(schedule: Schedule, language: str) -> str:
    """Whether the plan holds, in one sentence, with how many tasks are late or critical."""
    rows = [row for row in schedule.rows.values() if row.task.part is Part.PREPARATION]
    late = [row for row in schedule.rows.values() if row.total_float < 0]
    count = schedule.count_late(Part.PREPARATION)
    counts = {"tasks": len(rows), "critical": sum(row.critical for row in rows), "late": count}
    found, campaign = standing(schedule), schedule.ceremony.campaign
    of = "campaign.plan" if campaign else "plan"
    what = {"what": begins_with(campaign, language)} if campaign else {}
    if found is Standing.NOT_READY:
        return say(language, f"{of}.late", **counts, **what)
    if late and counts["late"]:
        return say(language, f"{of}.deadlines", **counts, **what)
    if late:
        broken = sum(row.late_by > 0 for row in late)  # what stands before a broken deadline has no time in hand either
        return say(language, f"{of}.elsewhere", late=broken or schedule.count_late(*Part), **what)
    key = "plan.empty" if not rows else "plan.tight" if counts["critical"] else "plan.loose"
    return say(language, key, **counts)


def complaint(schedule: Schedule, language: str) -> str:
    """The verdict of a plan that does not hold, "" of one that does: it stands above every report."""
    return "" if schedule.feasible else verdict(schedule, language)
