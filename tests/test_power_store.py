"""After a power cut at any point no acknowledged release is lost, and the store is sound and can go on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.power.cuts import cuts
from tests.power.recording import Recording, record
from tests.power.stores import journal_mode, keep, kept


def left(recording: Recording, draws: int) -> Counter[str]:
    """What the power cuts leave of a store, by kind."""
    return Counter(kept(folder, len(lines)) for folder, lines in cuts(recording, seed=3, draws=draws))


@pytest.mark.parametrize(("mode", "later"), [("truncate", "truncate"), ("wal", "wal"), ("wal", "truncate")])
def test_no_acknowledged_release_is_lost(
    tmp_path: Path, mode: str, later: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal_mode(monkeypatch, later)
    found = left(record(keep, tmp_path, mode, "FULL", 8), draws=5)
    assert found.keys() == {"sound"}
    assert found.total() >= 1000


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_no_acknowledged_release_is_lost_in_many_states(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal_mode(monkeypatch, mode)
    found = left(record(keep, tmp_path, mode, "FULL", 16), draws=16)
    assert found.keys() == {"sound"}
    assert found.total() >= 5000


@pytest.mark.parametrize(("mode", "synchronous"), [("wal", "NORMAL"), ("truncate", "OFF")])
def test_a_store_that_syncs_too_little_is_seen_to_lose(tmp_path: Path, mode: str, synchronous: str) -> None:
    found = left(record(keep, tmp_path, mode, synchronous, 4), draws=1)
    assert {"sound", "lost"} <= found.keys()
