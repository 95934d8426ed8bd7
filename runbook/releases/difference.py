"""What differs for an agency between two issues of a plan, task by task."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from runbook.releases.issued import IssuedPlan, IssuedTask, Role, role


class Kind(Enum):
    """One way in which a task differs; the value is the key of its words."""

    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"
    LEAD = "lead"
    SUPPORT = "support"
    RECEIPTS = "receipts"
    PLACE = "place"
    DEADLINE_NEARER = "deadline_nearer"
    DEADLINE_LATER = "deadline_later"
    LATEST_NEARER = "latest_nearer"
    LATEST_LATER = "latest_later"
    RENAMED = "renamed"
    DETAILS = "details"  # what the calendar says of it otherwise: contact, cue, clause, note


@dataclass(frozen=True, slots=True)
class Change:
    """One task that differs. `before` is None where it is new, `after` where it is dropped."""

    task_id: str
    kinds: tuple[Kind, ...]
    before: IssuedTask | None
    after: IssuedTask | None

    @property
    def task(self) -> IssuedTask:
        """As it is now, or was last."""
        found = self.after or self.before
        assert found is not None
        return found


def changes_for(old: IssuedPlan, new: IssuedPlan, agency_id: str, told: Collection[str]) -> tuple[Change, ...]:
    """What differs for one agency, in the file order of the newer plan, dropped tasks last.

    `told`: ids of the tasks of which its calendar says something else; no other task concerns it. One that becomes its
    own is new to it, one that is no longer its own is dropped, one that differs in nothing else is DETAILS.
    """
    found = []
    for task_id in dict.fromkeys([*new.by_id, *old.by_id]):
        before, after = (_own(plan, task_id, agency_id) for plan in (old, new))
        if task_id in told and (before or after):
            is_one_of_many = role(new, after, agency_id) is Role.EACH
            found.append(Change(task_id, _kinds(before, after, is_one_of_many), before, after))
    return tuple(found)


def _own(plan: IssuedPlan, task_id: str, agency_id: str) -> IssuedTask | None:
    task = plan.by_id.get(task_id)
    return task if role(plan, task, agency_id) else None


def _kinds(before: IssuedTask | None, after: IssuedTask | None, is_one_of_many: bool) -> tuple[Kind, ...]:
    """Who else has to hand it in is told to those who collect it, not to one of the many."""
    if before is None or after is None:
        return (Kind.NEW,) if after else (Kind.DROPPED,)
    differ = {
        Kind.MOVED: (before.start, before.finish) != (after.start, after.finish),
        Kind.LEAD: before.lead != after.lead,
        Kind.SUPPORT: set(before.support) != set(after.support),
        Kind.RECEIPTS: not is_one_of_many and set(before.receipts) != set(after.receipts),
        Kind.PLACE: before.location != after.location,
        **_bounds(before, after),
        Kind.RENAMED: before.title != after.title,
    }
    return tuple(kind for kind, holds in differ.items() if holds) or (Kind.DETAILS,)


def _bounds(before: IssuedTask, after: IssuedTask) -> dict[Kind, bool]:
    """Its own deadline, one that is new being nearer; or else the latest finish that holds the plan.

    Where nothing is in hand the latest finish is the planned one, and a move says it all.
    """
    never = 2**62
    was, now = (never if task.deadline is None else task.deadline for task in (before, after))
    silent = was != now or (before.latest == before.finish and after.latest == after.finish)
    return {
        Kind.DEADLINE_NEARER: now < was,
        Kind.DEADLINE_LATER: now > was,
        Kind.LATEST_NEARER: not silent and after.latest < before.latest,
        Kind.LATEST_LATER: not silent and after.latest > before.latest,
    }
