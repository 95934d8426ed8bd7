"""What has happened to the tasks, and the ceremony as it stands after it."""

from __future__ import annotations

from runbook.tracking.objections import objection
from runbook.tracking.outlook import Crash, Danger, Outlook, Readiness, outlook
from runbook.tracking.progress import Done, Happened, Progress, What, possible, progress_of
from runbook.tracking.standing import standing

__all__ = [
    "Crash",
    "Danger",
    "Done",
    "Happened",
    "Outlook",
    "Progress",
    "Readiness",
    "What",
    "objection",
    "outlook",
    "possible",
    "progress_of",
    "standing",
]
