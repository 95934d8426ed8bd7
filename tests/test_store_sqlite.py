"""A store in a file waits for others, leaves nothing half done, and is written only under its own name."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

import runbook.store.sqlite
from runbook.store import Event, StoreError, open_store
from runbook.store.checking import Fault, faults
from runbook.store.sqlite import on_own_disk, wal_is_safe
from tests.powerless import powerless
from tests.stores import ROOT, Place, by_a_cunning_hand, folder, released, written

NAME = "runbook.sqlite"


@pytest.fixture
def home() -> Iterator[Path]:
    with folder() as found:
        yield found


def store_at(home: Path, *events: Event, mode: str = "truncate") -> Place:
    """A store that was written and closed."""
    place = Place(str(home / NAME), mode)
    with written(place.opened(), *events):
        return place


def names(home: Path) -> list[str]:
    return sorted(one.name for one in home.iterdir())


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        *(((3, 40, 1), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False)),
        *(((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False), ((3, 51, 3), True), ((4, 0, 0), True)),
    ],
)
def test_the_log_is_used_by_libraries_without_the_reset_bug(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="the system has no disk that is none")
def test_the_log_is_used_only_on_a_disk_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runbook.store.sqlite, "wal_is_safe", lambda version: True)
    assert not on_own_disk(Path("/proc"))
    assert not on_own_disk(Path("/proc/none"))
    assert runbook.store.sqlite.best_mode(Path("/proc/x")) == "truncate"
    assert runbook.store.sqlite.best_mode(None) == "truncate"


@pytest.mark.parametrize(("first", "then"), [("wal", "truncate"), ("truncate", "wal")])
def test_a_store_goes_from_one_library_to_another_and_back(home: Path, first: str, then: str) -> None:
    place = store_at(home, released(1), mode=first)
    for number, mode in enumerate([then, first, then], 2):
        with written(Place(place.location, mode).opened(), released(number)) as store:
            assert store.backend.execute("PRAGMA journal_mode") == [(mode,)]
    with place.opened() as store:
        assert (len(store.releases("le-thu")), faults(store)) == (4, [])


def test_a_log_that_others_use_is_not_written_by_a_library_with_the_bug(home: Path) -> None:
    place = store_at(home, released(1), mode="wal")
    with place.opened() as other, Place(place.location, "truncate").opened() as store:
        other.release("le-thu")
        with pytest.raises(StoreError, match="busy"):
            written(store, released(2))
        assert len(store.releases("le-thu")) == 1


def test_reading_changes_no_file(home: Path) -> None:
    place = store_at(home, released(1), mode="wal")
    before = Path(place.location).read_bytes()
    with open_store(str(home)) as store:
        assert (len(store.releases("le-thu")), faults(store)) == (1, [])
    assert Path(place.location).read_bytes() == before


def test_every_commit_is_synced_whatever_the_journal(home: Path) -> None:
    with store_at(home, released(1)).opened() as store:
        assert [store.backend.execute(f"PRAGMA {one}") for one in ("synchronous", "trusted_schema")] == [[(3,)], [(0,)]]


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_lock_is_waited_for(home: Path, lock: str) -> None:
    place = store_at(home, released(1))
    with closing(sqlite3.connect(place.location, isolation_level=None, check_same_thread=False)) as other:
        other.execute(lock)
        threading.Timer(0.3, other.execute, ["COMMIT"]).start()
        with written(open_store(str(home)), released(2)) as store:
            assert len(store.releases("le-thu")) == 2


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_a_lock_that_is_never_released_is_told(home: Path, lock: str) -> None:
    place = store_at(home, released(1))
    with closing(sqlite3.connect(place.location, isolation_level=None)) as other, place.opened() as store:
        store.backend.execute("PRAGMA busy_timeout=50")
        other.execute(lock)
        with pytest.raises(StoreError, match="busy"):
            written(store, released(2))
        other.execute("COMMIT")
        assert len(written(store, released(2)).releases("le-thu")) == 2


def test_a_reader_that_never_ends_is_told_at_the_commit(home: Path) -> None:
    place = store_at(home, released(1))
    with place.opened() as other, place.opened() as store:
        store.backend.execute("PRAGMA busy_timeout=50")
        with other.reading():
            assert other.releases("le-thu")
            with pytest.raises(StoreError, match="busy"):
                written(store, released(2))
        assert faults(store) == []
        assert len(written(store, released(2)).releases("le-thu")) == 2


@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_a_full_disk_leaves_what_was_there(home: Path, mode: str) -> None:
    place = store_at(home, released(1, "E1"), mode=mode)
    with place.opened() as store:
        pages = store.backend.execute("PRAGMA page_count")[0][0]
        store.backend.execute(f"PRAGMA max_page_count={pages + 1}")
        with pytest.raises(StoreError, match="full"):
            written(store, released(2, *(f"E{number}" for number in range(500))))
        assert ([row.event for row in store.releases("le-thu")], faults(store)) == ([released(1, "E1")], [])
        store.backend.execute("PRAGMA max_page_count=100000")
        assert len(written(store, released(2, "E1")).releases("le-thu")) == 2


@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_a_writer_that_is_killed_leaves_nothing_of_its_transaction(home: Path, mode: str) -> None:
    place = store_at(home, released(1, "E1"), mode=mode)
    program = f"""
import os
from tests.stores import Place, released
store = Place({place.location!r}, {mode!r}).opened()
store.backend.execute("PRAGMA cache_size=1")  # so that pages reach the file before the end
with store.writing():
    store.append(released(2, *(f"E{{number}}" for number in range(2000))))
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=60).returncode == 9
    if mode == "truncate":
        assert (home / f"{NAME}-journal").stat().st_size > 0
    with open_store(str(home)) as store:
        assert [row.event for row in store.releases("le-thu")] == [released(1, "E1")]
        assert faults(store) == []
        assert len(written(store, released(2, "E1")).releases("le-thu")) == 2


@pytest.mark.parametrize("mode", [0o555, 0o755])
def test_who_may_not_write_can_read(home: Path, mode: int) -> None:
    store_at(home, released(1))
    (home / f"{NAME}-journal").unlink()
    before = (home / NAME).read_bytes()
    with powerless(home, mode), open_store(".") as store:
        assert (len(store.releases("le-thu")), faults(store)) == (1, [])
        with pytest.raises(StoreError, match="denied"):
            written(store, released(2))
    assert ((home / NAME).read_bytes(), names(home)) == (before, [NAME])


def test_a_store_cannot_be_begun_where_nothing_may_be_written(home: Path) -> None:
    with powerless(home, 0o555), pytest.raises(StoreError, match="denied"):
        open_store(".", create=True)
    with powerless(home, 0o000), pytest.raises(StoreError):
        open_store("x/y.sqlite", create=True)
    assert names(home) == []


@pytest.mark.parametrize("change", [Path.unlink, lambda path: os.replace(path, f"{path}.old")])
@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name there")
def test_a_file_that_lost_its_name_is_not_written(home: Path, change: Callable[[Path], None]) -> None:
    with store_at(home, released(1)).opened() as store:
        change(home / NAME)
        with pytest.raises(StoreError, match="replaced"):
            written(store, released(2))
        with store_at(home, released(1)).opened() as other, pytest.raises(StoreError, match="replaced"):
            written(store, *(row.event for row in other.releases("le-thu")), released(2))


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER x AFTER INSERT ON release BEGIN UPDATE revision SET record = '{}'; END",
        "DROP TRIGGER journal_no_update",
        "DROP TABLE revision; CREATE VIEW revision AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
        " SELECT 'le-thu' AS ceremony, i AS uid, 0 AS sequence, 1 AS release, '{}' AS record FROM n",
        "ALTER TABLE release RENAME TO x; CREATE VIRTUAL TABLE release USING fts5(ceremony, number, seq)",
        "CREATE INDEX x ON journal (kind)",
        "ALTER TABLE release ADD COLUMN x TEXT",
    ],
)
def test_what_another_hand_made_in_a_store_is_told_and_not_run(home: Path, change: str) -> None:
    place = store_at(home, released(1, "E1"))
    with closing(sqlite3.connect(place.location)) as other:
        other.executescript(change)
    with place.opened() as store:
        assert [fault.code for fault in faults(store)] == ["unreadable"]
        for act in (lambda: store.told("le-thu"), lambda: written(store, released(2))):
            with pytest.raises(StoreError, match="altered"):
                act()


@pytest.mark.parametrize("make", ["CREATE VIEW meta AS SELECT 1 AS name, 1 AS value", "CREATE TABLE meta (a)"])
def test_a_table_of_the_same_name_does_not_make_a_store(home: Path, make: str) -> None:
    with closing(sqlite3.connect(home / NAME)) as other:
        other.execute("PRAGMA application_id=0x72756E62")
        other.execute(make)
    with open_store(str(home)) as store, pytest.raises(StoreError, match="foreign"):
        store.ceremonies()


@pytest.mark.parametrize("content", [b"version: 1\n" * 100, b"\0" * 5000, b"xy"])
def test_a_file_that_is_no_database_is_left_alone(home: Path, content: bytes) -> None:
    (home / NAME).write_bytes(content)
    with pytest.raises(StoreError, match="foreign"):
        open_store(str(home), create=True)
    assert ((home / NAME).read_bytes(), names(home)) == (content, [NAME])


@pytest.mark.parametrize("location", ["a\0b", "none/runbook.sqlite", "\udcff/x", "x" * 300, "x/" * 3000])
@pytest.mark.parametrize("create", [False, True])
def test_a_name_that_no_file_can_have_is_told(home: Path, location: str, create: bool) -> None:
    with pytest.raises(StoreError):
        open_store(f"{home}/{location}", create)
    assert names(home) == []


@pytest.mark.parametrize(
    ("column", "value"), [("body", "x'7b7d'"), ("body", "'[]'"), ("actor", "x'ff'"), ("actor", "7"), ("at", "'x'")]
)
def test_values_of_another_kind_are_seen(home: Path, column: str, value: str) -> None:
    place = store_at(home, released(1))
    by_a_cunning_hand(home / NAME, f"UPDATE journal SET {column} = {value}")
    with place.opened() as store:
        assert [fault.code for fault in faults(store)] in (["unreadable"], ["chain"])
        with pytest.raises(StoreError, match="damaged"):
            store.release("le-thu")


def test_a_body_nested_too_deep_is_told(home: Path) -> None:
    place = store_at(home, released(1))
    for depth in (50_000, *range(800, 1000, 10)):  # around what can just be read
        body = '{"a":' * depth + "1" + "}" * depth
        by_a_cunning_hand(home / NAME, f"UPDATE journal SET body = '{body}'")
        with place.opened() as store:
            assert [fault.code for fault in faults(store)] in (["unreadable"], ["chain"])
            with pytest.raises(StoreError):
                store.release("le-thu")


def test_an_index_that_says_something_else_is_damage(home: Path) -> None:
    place = store_at(home, released(1), released(2))
    with closing(sqlite3.connect(place.location, isolation_level=None)) as other:
        root = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_autoindex_journal_1'").fetchone()
        size = other.execute("PRAGMA page_size").fetchone()
    data = Path(place.location).read_bytes()
    start = (root[0] - 1) * size[0]
    index = data[start : start + size[0]]
    assert b"le-thuk1" in index
    changed = data[:start] + index.replace(b"le-thuk1", b"le-thuk0") + data[start + size[0] :]
    Path(place.location).write_bytes(changed)
    with place.opened() as store:
        assert [fault.code for fault in faults(store)] == ["damage"]


def test_a_cunning_hand_is_seen_in_the_chain(home: Path) -> None:
    place = store_at(home, released(1), released(2))
    by_a_cunning_hand(home / NAME, "DELETE FROM journal WHERE seq = 1")
    with place.opened() as store:
        assert faults(store) == [Fault("chain", "1")]


@pytest.mark.parametrize("links", [True, False])
def test_a_new_store_has_its_tables_and_nothing_beside_it(
    home: Path, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", refused)
    (home / "of a link").symlink_to(NAME)
    with open_store(str(home / "of a link"), create=True) as store:
        assert (store.begun(), faults(store), names(home)) == (True, [], ["of a link", NAME])
    with written(open_store(str(home), create=True), released(1)):
        pass
    with open_store(str(home)) as store:
        assert [row.event for row in store.releases("le-thu")] == [released(1)]


def refused(*_: object) -> None:
    """What a disk without hard links says."""
    raise PermissionError(errno.EPERM, "link")


def test_those_who_begin_a_store_at_once_begin_one() -> None:
    def begin(path: Path, number: int) -> None:
        start.wait()
        with open_store(str(path), create=True) as store:
            written(store, released(number, ceremony=f"le-{number}"))

    start = threading.Barrier(4)
    for _ in range(30):
        with folder() as home:
            with ThreadPoolExecutor(4) as pool:
                for one in [pool.submit(begin, home, number) for number in range(4)]:
                    one.result(timeout=60)
            with open_store(str(home)) as store:
                assert sorted(store.ceremonies()) == ["le-0", "le-1", "le-2", "le-3"]
                assert faults(store) == []
            assert [name for name in names(home) if not name.startswith(NAME)] == []
