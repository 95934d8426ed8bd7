"""The power-loss simulator finds what is known to be lost, and nothing where nothing can be."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.power.cuts import cuts
from tests.power.disk import Acknowledged, Sync, read
from tests.power.recording import UnfollowedError, record
from tests.power.subjects import UNFOLLOWED, content, rewrite, rewritten, transact, unfollowed


def rows(folder: Path, acknowledged: tuple[str, ...]) -> str:
    """What is left of a database: sound with every acknowledged row, or in what way not."""
    try:
        with closing(sqlite3.connect(folder / "rows.sqlite", isolation_level=None)) as database:
            if database.execute("pragma integrity_check").fetchone() != ("ok",):
                return "torn"
            tables = database.execute("select count(*) from sqlite_master").fetchone()
            found = database.execute("select number, content from rows order by number").fetchall() if tables[0] else []
    except sqlite3.DatabaseError:
        return "torn"
    if found != [(number, content(number)) for number in range(1, len(found) + 1)]:
        return "torn"
    return "sound" if len(found) >= len(acknowledged) else "lost"


@pytest.mark.parametrize(
    ("journal", "synchronous"),
    [
        ("TRUNCATE", "FULL"),
        ("WAL", "FULL"),
        pytest.param("DELETE", "EXTRA", marks=pytest.mark.slow),  # the store uses neither of these two
        pytest.param("PERSIST", "FULL", marks=pytest.mark.slow),
    ],
)
def test_what_sqlite_promises_it_keeps(tmp_path: Path, journal: str, synchronous: str) -> None:
    recording = record(transact, tmp_path, journal, synchronous, 32)
    found = Counter(rows(*left) for left in cuts(recording, seed=1, draws=10))
    assert found.keys() == {"sound"}
    assert found.total() >= 1000


@pytest.mark.parametrize(("journal", "synchronous"), [("WAL", "NORMAL"), ("DELETE", "FULL")])
def test_what_sqlite_does_not_promise_is_seen_to_be_lost(tmp_path: Path, journal: str, synchronous: str) -> None:
    recording = record(transact, tmp_path, journal, synchronous, 8)
    found = Counter(rows(*left) for left in cuts(recording, seed=1, draws=4))
    assert found.keys() == {"sound", "lost"}


@pytest.mark.parametrize(
    ("way", "harm"),
    [("no folder sync", {"lost"}), ("no sync", {"lost", "torn"}), ("in place", {"lost", "torn"})],
)
def test_a_file_written_one_step_short_is_seen_to_be_lost_or_torn(tmp_path: Path, way: str, harm: set[str]) -> None:
    found = Counter(rewritten(*left) for left in cuts(record(rewrite, tmp_path, way, 12), seed=1, draws=12))
    assert found.keys() == harm | {"sound"}


def test_a_seed_gives_the_same_states_again(tmp_path: Path) -> None:
    recording = record(rewrite, tmp_path, "no sync", 4)
    first, again, other = ([rewritten(*left) for left in cuts(recording, seed, 4)] for seed in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize("journal", ["TRUNCATE", "WAL", "DELETE"])
def test_without_a_cut_everything_is_there(tmp_path: Path, journal: str) -> None:
    recording = record(transact, tmp_path, journal, "FULL", 8)
    changes = [one for one in recording.operations if not isinstance(one, Sync | Acknowledged)]
    assert recording.before.after(changes).tree() == read(tmp_path).tree()
    lines = [one.line for one in recording.operations if isinstance(one, Acknowledged)]
    assert lines == [str(number) for number in range(1, 9)]


def test_what_cannot_be_followed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.ics").write_bytes(b"")
    for way in UNFOLLOWED:
        with pytest.raises(UnfollowedError):
            record(unfollowed, tmp_path, way)
