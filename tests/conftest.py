"""What the tests of every file share."""

from __future__ import annotations

import gc

from hypothesis import settings

gc.disable()  # what is collected lives to the end: no search finds garbage among it
settings.register_profile("runbook", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("runbook")


def pytest_collection_finish() -> None:
    """Leave out of every later search for garbage what was collected, which lives to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    gc.enable()
