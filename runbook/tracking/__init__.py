"""What has happened to the tasks, and the ceremony as it stands after it."""

from __future__ import annotations

from runbook.tracking.progress import Done, Happened, Progress, What, possible, progress_of
from runbook.tracking.standing import standing

__all__ = ["Done", "Happened", "Progress", "What", "possible", "progress_of", "standing"]
