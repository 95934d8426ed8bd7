"""From nodes to the Ceremony: every section read, every reference resolved, every problem reported at once."""

from __future__ import annotations

from runbook.build.whole import ceremony, read

__all__ = ["ceremony", "read"]
