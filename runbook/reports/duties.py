"""What part an agency has in a task."""

from __future__ import annotations

from enum import Enum

from runbook.model import Agency, Ceremony, Task


class Duty(Enum):
    """An agency's part in a task; the value is its sign in the duty matrix, from the Vietnamese words."""

    LEAD = "CT"  # chủ trì
    SUPPORT = "PH"  # phối hợp


def groups_of(ceremony: Ceremony, agency_id: str) -> frozenset[str]:
    """The agency's own id and those of the groups it belongs to: a duty of the group is a duty of each member."""
    return frozenset([agency_id, *(group.id for group in ceremony.agencies if agency_id in group.members)])


def duty(task: Task, groups: frozenset[str]) -> Duty | None:
    """The part in a task of the agency with those groups (see `groups_of`), None where it has none."""
    if task.lead in groups:
        return Duty.LEAD
    if not groups.isdisjoint(task.support):
        return Duty.SUPPORT
    return Duty.LEAD if not groups.isdisjoint(task.receipts) else None


def phone(agency: Agency | None) -> str:
    """The number to call: the agency's own, else its first contact's."""
    if agency is None:
        return ""
    return agency.phone or next((contact.phone for contact in agency.contacts if contact.phone), "")
