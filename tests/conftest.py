"""What the tests of every file share."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Leave out of every later search for garbage what was collected, which lives to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
