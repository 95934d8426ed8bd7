"""A store keeps what it acknowledged, once, in order, and can tell when it is no longer what was written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from runbook.store import StoreError, open_store
from runbook.store.checking import Fault, faults
from tests.stores import by_a_cunning_hand, released, written


def test_a_release_is_found_by_its_number_its_key_and_as_the_last(tmp_path: Path) -> None:
    with open_store(str(tmp_path), create=True) as store:
        written(store, released(1, "E1", "E4"), released(2, "E4"))
        first, last = store.releases("le-thu")
        assert (first.event, last.event) == (released(1, "E1", "E4"), released(2, "E4"))
        assert store.release("le-thu") == last
        assert store.release("le-thu", 1) == first
        assert store.recorded("le-thu", "k1") == first
        assert store.recorded("le-thu", "k9") is None
        assert store.ceremonies() == ["le-thu"]
        assert faults(store) == []


def test_what_was_told_is_the_newest_revision_of_each_entry_up_to_a_release(tmp_path: Path) -> None:
    with written(open_store(str(tmp_path), create=True), released(1, "E1", "E4"), released(2, "E4")) as store:
        assert store.told("le-thu") == [
            {"uid": "E1", "sequence": 0, "summary": "Việc E1"},
            {"uid": "E4", "sequence": 1, "summary": "Việc E4"},
        ]
        assert store.told("le-thu", 1)[1] == {"uid": "E4", "sequence": 0, "summary": "Việc E4"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE journal SET actor = 'khác' WHERE seq = 1", Fault("chain", "1")),
        ("UPDATE journal SET body = replace(body, 'E4', 'E5') WHERE seq = 2", Fault("chain", "2")),
        ("DELETE FROM journal WHERE seq = 1", Fault("chain", "1")),
        ("UPDATE revision SET record = '{}' WHERE uid = 'E1'", Fault("tables", "revision")),
        ("DELETE FROM release WHERE number = 1", Fault("tables", "release")),
    ],
)
def test_a_store_changed_by_another_hand_is_seen(tmp_path: Path, change: str, fault: Fault) -> None:
    with written(open_store(str(tmp_path), create=True), released(1, "E1", "E4"), released(2, "E4")) as store:
        by_a_cunning_hand(tmp_path / "runbook.sqlite", change)
        assert faults(store) == [fault]


def test_a_store_that_is_not_there_is_told_and_not_begun(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="missing"):
        open_store(str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "runbook.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE khac (a)")
    connection.close()
    before = other.read_bytes()
    with pytest.raises(StoreError, match="foreign"):
        open_store(str(tmp_path), create=True)
    assert other.read_bytes() == before
