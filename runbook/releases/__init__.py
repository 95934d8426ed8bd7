"""A plan as it was issued, and what differs between two issues of it."""

from __future__ import annotations

from runbook.releases.difference import Change, Kind, changes_for
from runbook.releases.issued import IssuedAgency, IssuedPlan, IssuedTask, Role, issued, plan_from, record_of, role

__all__ = [
    "Change",
    "IssuedAgency",
    "IssuedPlan",
    "IssuedTask",
    "Kind",
    "Role",
    "changes_for",
    "issued",
    "plan_from",
    "record_of",
    "role",
]
