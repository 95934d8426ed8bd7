"""What was issued and what happened, kept for good: a journal that only grows, and the tables derived from it."""

from __future__ import annotations

from runbook.store.errors import StoreError
from runbook.store.journal import Event, Recorded
from runbook.store.opening import NAME, beside, open_store
from runbook.store.store import Store

__all__ = ["NAME", "Event", "Recorded", "Store", "StoreError", "beside", "open_store"]
