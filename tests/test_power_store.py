"""After a power cut at any point no acknowledged release is lost, and the store is sound and can go on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.power.cuts import cuts
from tests.power.disk import Acknowledged, Sync
from tests.power.recording import Recording, record
from tests.power.stores import HELD, back_up, backups, holds, journal_mode, keep, kept, restore_in_turn
from tests.power.workspaces import files, next_build_begins, numbers, release_and_build, releases_left


def left(recording: Recording, draws: int) -> Counter[str]:
    """What the power cuts leave of a store, by kind."""
    return Counter(kept(folder, len(lines)) for folder, lines in cuts(recording, seed=3, draws=draws))


@pytest.mark.parametrize(("mode", "later"), [("truncate", "truncate"), ("wal", "wal"), ("wal", "truncate")])
def test_no_acknowledged_release_is_lost(
    tmp_path: Path, mode: str, later: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal_mode(monkeypatch, later)
    found = left(record(keep, tmp_path, mode, "FULL", 8), draws=6)
    assert found.keys() == {"sound"}
    assert found.total() >= 1000


@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_the_first_release_is_not_lost_where_a_journal_lies_already(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite puts the names of a folder on the disk only where it makes a journal there."""
    journal_mode(monkeypatch, mode)
    for rest in ("journal", "wal"):  # of a store that somebody took away
        (tmp_path / f"runbook.sqlite-{rest}").touch()
    found = left(record(keep, tmp_path, mode, "FULL", 2), draws=7)
    assert found.keys() == {"sound"}
    assert found.total() >= 200


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_no_acknowledged_release_is_lost_in_many_states(
    tmp_path: Path, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal_mode(monkeypatch, mode)
    found = left(record(keep, tmp_path, mode, "FULL", 24), draws=32)
    assert found.keys() == {"sound"}
    assert found.total() >= 10000


@pytest.mark.parametrize(("mode", "synchronous"), [("wal", "NORMAL"), ("truncate", "OFF")])
def test_a_store_that_syncs_too_little_is_seen_to_lose(tmp_path: Path, mode: str, synchronous: str) -> None:
    found = left(record(keep, tmp_path, mode, synchronous, 4), draws=1)
    assert {"sound", "lost"} <= found.keys()


def test_a_command_that_said_it_was_done_is_done(tmp_path: Path) -> None:
    """Through the command line: every release told is there as it was issued, the folder built is old or new."""
    recording = record(release_and_build, tmp_path, 5)
    builds, found = whole_builds(recording), Counter[str]()
    for folder, lines in cuts(recording, seed=3, draws=2):
        built = sum(line.startswith("Files written") for line in lines)
        next_build_begins(folder / "out")
        found[releases_left(folder, len(numbers(lines)))] += 1
        found["old or new" if files(folder / "out") in builds[built : built + 2] else "torn"] += 1
    assert found.keys() == {"sound", "old or new"}
    assert found["sound"] >= 1000


def test_a_backup_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    backups(tmp_path)
    found = Counter[str]()
    for folder, lines in cuts(record(back_up, tmp_path, 6), seed=3, draws=20):
        assert holds(folder) == 5
        made = sorted(folder.glob("backup-*.sqlite"))
        assert len(made) >= len(lines)
        for one in made:
            assert holds(one) == 5
        found["sound"] += 1
    assert found["sound"] >= 1000


def test_a_restored_store_is_the_one_before_or_the_backup(tmp_path: Path) -> None:
    backups(tmp_path)
    found = Counter[str]()
    for folder, lines in cuts(record(restore_in_turn, tmp_path, 8), seed=3, draws=14):
        before = HELD[len(lines) % 2 - 1]
        found["old" if (held := holds(folder)) == before else "new" if held in HELD else str(held)] += 1
    assert found.keys() == {"old", "new"}
    assert found.total() >= 1000


def whole_builds(recording: Recording) -> list[dict[str, bytes]]:
    """The folder as each build left it; nothing before the first."""
    disk, builds = recording.before, list[dict[str, bytes]]([{}])
    for one in recording.operations:
        if not isinstance(one, Sync | Acknowledged):
            disk = disk.after([one])
        elif isinstance(one, Acknowledged) and one.line.startswith("Files written"):
            tree = disk.tree().items()
            builds.append({name[4:]: data for name, data in tree if name.startswith("out/") and data is not None})
    return builds
