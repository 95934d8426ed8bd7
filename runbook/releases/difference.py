"""What differs between two issues of a plan, task by task, for all or for one agency."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from runbook.releases.issued import IssuedPlan, IssuedTask, role


class Kind(Enum):
    """One way in which a task differs; the value is the key of its words."""

    NEW = "new"
    DROPPED = "dropped"
    MOVED = "moved"
    LEAD = "lead"
    SUPPORT = "support"
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


def changes(old: IssuedPlan, new: IssuedPlan) -> tuple[Change, ...]:
    """The tasks that differ, in the file order of the newer plan, dropped ones last."""
    return tuple(_changes(old, new, {one: (old.by_id.get(one), new.by_id.get(one)) for one in _ids(old, new)}))


def changes_for(
    old: IssuedPlan, new: IssuedPlan, agency_id: str, told: frozenset[str] = frozenset()
) -> tuple[Change, ...]:
    """The same for one agency: a task that becomes its own is new to it, one that is no longer its own is dropped.

    `told`: ids of the tasks of which its calendar says something else; those that differ in nothing else are DETAILS.
    """
    pairs = {
        one: (_own(old, old.by_id.get(one), agency_id), _own(new, new.by_id.get(one), agency_id))
        for one in _ids(old, new)
    }
    found = {change.task_id: change for change in _changes(old, new, pairs)}
    for one, (before, after) in pairs.items():
        if one in told and one not in found and after:
            found[one] = Change(one, (Kind.DETAILS,), before, after)
    return tuple(found[one] for one in pairs if one in found)


def _ids(old: IssuedPlan, new: IssuedPlan) -> list[str]:
    return list(dict.fromkeys([*new.by_id, *old.by_id]))


def _own(plan: IssuedPlan, task: IssuedTask | None, agency_id: str) -> IssuedTask | None:
    return task if role(plan, task, agency_id) else None


def _changes(
    old: IssuedPlan, new: IssuedPlan, pairs: dict[str, tuple[IssuedTask | None, IssuedTask | None]]
) -> list[Change]:
    found = []
    for task_id, (before, after) in pairs.items():
        if kinds := _kinds(before, after, _place(old, before), _place(new, after)):
            found.append(Change(task_id, kinds, before, after))
    return found


def _place(plan: IssuedPlan, task: IssuedTask | None) -> str:
    """Where a task takes place: its own place, the hall's for an item of the programme."""
    if task is None:
        return ""
    return task.location or (plan.venue if task.part == "programme" else "")


def _kinds(before: IssuedTask | None, after: IssuedTask | None, was_at: str, is_at: str) -> tuple[Kind, ...]:
    if before is None or after is None:
        return (Kind.DROPPED,) if before else (Kind.NEW,) if after else ()
    differ = {
        Kind.MOVED: (before.start, before.finish) != (after.start, after.finish),
        Kind.LEAD: before.lead != after.lead,
        Kind.SUPPORT: (set(before.support), set(before.receipts)) != (set(after.support), set(after.receipts)),
        Kind.PLACE: was_at != is_at,
        **_bounds(before, after),
        Kind.RENAMED: before.title != after.title,
    }
    return tuple(kind for kind, holds in differ.items() if holds)


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
