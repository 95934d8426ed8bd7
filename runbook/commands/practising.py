"""Practice keeps out of the store of the real days."""

from __future__ import annotations

from pathlib import Path

from runbook.commands.opening import Opened, RefusedError
from runbook.store import beside
from runbook.store.opening import file_at, is_server


def require_apart(of: Opened, location: str) -> None:
    """Raises RefusedError ("practice") where a location names no store of its own, or the one beside the file, which
    every other command takes for the real one. Raises StoreError for a place that no store can have."""
    if not location or (not is_server(location) and _is_beside(of, file_at(location))):
        raise RefusedError("practice")


def _is_beside(of: Opened, store: Path) -> bool:
    return store.resolve() == Path(beside(of.asked.file)).resolve()
