"""A backup is a state the store was in; a restore brings it back whole or changes nothing, and loses nothing."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from runbook.files import UnusableError
from runbook.store import Event, StoreError, open_store
from runbook.store.checking import faults
from runbook.store.copying import backup, restore
from tests.powerless import powerless
from tests.stores import MODES, ROOT, Place, by_a_cunning_hand, folder, place, released, writers, written

NAME = "runbook.sqlite"
OLD = [released(1, "E1"), released(2, "E1", "E2")]
NEW = [released(1, "E1"), released(2, "E3"), released(3, "E3", ceremony="le-khac")]


@pytest.fixture
def home() -> Iterator[Path]:
    with folder() as found:
        yield found


@pytest.fixture
def saved(home: Path) -> Path:
    """A backup of a store with the events NEW, in a folder where nothing else is."""
    target = home / "saved" / "backup.sqlite"
    target.parent.mkdir()
    with folder() as other, written(open_store(str(other), create=True), *NEW) as store:
        backup(store, target)
    return target


def old(home: Path, mode: str = "truncate") -> Place:
    with written(Place(str(home / NAME), mode).opened(), *OLD):
        return Place(str(home / NAME), mode)


def events(location: Path | str) -> list[Event]:
    """What a store that is sound holds."""
    with open_store(str(location)) as store:
        assert faults(store) == []
        return [row.event for row in store.journal()]


def seen(home: Path) -> dict[str, bytes]:
    """The files of a folder; an empty journal is none."""
    files = {one.name: one.read_bytes() for one in home.iterdir() if one.is_file()}
    return {name: data for name, data in sorted(files.items()) if data}


@pytest.mark.parametrize("mode", MODES)
def test_a_backup_holds_what_the_store_does_and_stands_alone(home: Path, mode: str) -> None:
    with place(mode) as somewhere, written(somewhere.opened(), *OLD, *NEW[2:]) as store:
        assert backup(store, home / "a.sqlite") == 3
        assert (events(home / "a.sqlite"), list(seen(home))) == ([*OLD, *NEW[2:]], ["a.sqlite"])
    assert (home / "a.sqlite").read_bytes()[18:20] == b"\1\1"  # no write-ahead log: it is read from anywhere


def test_a_backup_overwrites_nothing_and_leaves_nothing_where_it_fails(home: Path) -> None:
    with old(home).opened() as store:
        (home / "a").write_bytes(b"x")
        (home / "link").symlink_to("none")
        before = seen(home)
        for name, code in {"a": "exists", "link": "exists", "none/a": "no-folder"}.items():
            with pytest.raises(StoreError, match=code):
                backup(store, home / name)
        by_a_cunning_hand(home / NAME, "UPDATE journal SET actor = 'khác' WHERE seq = 2")
        before[NAME] = (home / NAME).read_bytes()
        with pytest.raises(StoreError) as caught:
            backup(store, home / "b")
        assert (caught.value.code, caught.value.facts) == ("broken", {"place": 2})
    assert seen(home) == before


def test_a_backup_where_nothing_may_be_written_is_told(home: Path) -> None:
    refused = pytest.raises((StoreError, UnusableError), match="denied")
    with folder() as other, old(other).opened() as store, powerless(home, 0o555), refused:
        backup(store, Path("a.sqlite"))
    assert seen(home) == {}


@pytest.mark.parametrize("mode", MODES)
def test_a_backup_among_writers_is_a_state_between(home: Path, mode: str) -> None:
    with place(mode) as somewhere, somewhere.opened() as store:
        running = writers(somewhere, 2, 25)
        for one in running:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        assert running[0].stdout is not None
        running[0].stdout.readline()
        for number in range(6):
            backup(store, home / f"{number}.sqlite")
            assert faults(store) == []
        for one in running:
            one.communicate(timeout=60)
        whole = [row.event for row in store.journal()]
    copies = [events(home / f"{number}.sqlite") for number in range(6)]
    assert len(whole) == 50
    assert copies == [whole[: len(copy)] for copy in copies]
    assert [len(copy) for copy in copies] == sorted(len(copy) for copy in copies)


@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_a_restore_sets_the_store_aside(home: Path, saved: Path, mode: str) -> None:
    old(home, mode)
    (home / NAME).chmod(0o640)
    count, aside = restore(saved, str(home))
    assert aside is not None
    assert (count, events(home / NAME), events(aside)) == (3, NEW, OLD)
    assert (sorted(seen(home)), aside.parent) == (sorted([NAME, aside.name]), home)
    assert (home / NAME).stat().st_mode & 0o777 == 0o640
    assert restore(aside, str(home / NAME))[0] == 2  # and what was set aside comes back
    assert events(home / NAME) == OLD


def test_a_restore_where_no_store_is(home: Path, saved: Path) -> None:
    for rest in ("journal", "wal", "shm"):  # of a store that somebody took away
        (home / f"{NAME}-{rest}").write_bytes(b"rest" * 2000)
    assert restore(saved, str(home / NAME)) == (3, None)
    assert events(home / NAME) == NEW
    rests = [name for name in seen(home) if name != NAME]
    assert [name.rpartition(".")[2] for name in rests] == ["old-journal", "old-shm", "old-wal"]


def test_a_restore_through_a_link_reaches_the_store(home: Path, saved: Path) -> None:
    real = home / "real"
    real.mkdir()
    old(real)
    (home / NAME).symlink_to(real / NAME)
    _, aside = restore(saved, str(home / NAME))
    assert (home / NAME).is_symlink()
    assert (events(real / NAME), aside is not None and aside.parent) == (NEW, real)


def test_what_a_killed_writer_left_never_meets_the_restored_store(home: Path, saved: Path) -> None:
    old(home)
    program = f"""
import os
from tests.stores import Place, released
store = Place({str(home / NAME)!r}, "truncate").opened()
store.backend.execute("PRAGMA cache_size=1")
with store.writing():
    store.append(released(3, *(f"E{{number}}" for number in range(2000))))
    os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, timeout=60).returncode == 9
    assert (home / f"{NAME}-journal").stat().st_size > 0
    _, aside = restore(saved, str(home))
    assert aside is not None
    assert (events(home / NAME), events(aside)) == (NEW, OLD)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_who_has_the_store_open_does_not_write_into_the_one_set_aside(home: Path, saved: Path) -> None:
    with old(home).opened() as store:
        assert store.release("le-thu")
        _, aside = restore(saved, str(home))
        with pytest.raises(StoreError, match="replaced"):
            written(store, released(3))
    assert aside is not None
    assert (events(home / NAME), events(aside)) == (NEW, OLD)


def test_a_store_whose_log_others_use_is_not_replaced(home: Path, saved: Path) -> None:
    with old(home, "wal").opened() as store:
        assert store.release("le-thu")
        with pytest.raises(StoreError, match="busy"):
            restore(saved, str(home))
        assert [row.event for row in store.journal()] == OLD
    assert (events(home / NAME), list(seen(home))) == (OLD, [NAME])


def test_a_store_that_is_cut_off_is_replaced_and_kept(home: Path, saved: Path) -> None:
    old(home)
    data = (home / NAME).read_bytes()[:-5000]
    (home / NAME).write_bytes(data)
    _, aside = restore(saved, str(home))
    assert aside is not None
    assert (events(home / NAME), aside.read_bytes()) == (NEW, data)


def no_store(path: Path, kind: str) -> bytes:
    """A file that another program could have made."""
    if kind == "text":
        path.write_bytes(b"name: le\n" * 100)
    else:
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE khac (a)")
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["text", "database"])
def test_a_file_of_another_program_is_not_replaced(home: Path, saved: Path, kind: str) -> None:
    no_store(home / "khac.sqlite", kind)
    (home / "link").symlink_to("khac.sqlite")
    before = seen(home)
    for name in ("khac.sqlite", "link"):
        with pytest.raises(StoreError) as caught:
            restore(saved, str(home / name))
        assert (caught.value.code, caught.value.facts) == ("in-the-way", {"path": home / name})
    assert seen(home) == before


@pytest.mark.parametrize("kind", ["text", "database"])
def test_what_has_the_usual_name_and_is_no_store_is_replaced_and_kept(home: Path, saved: Path, kind: str) -> None:
    data = no_store(home / NAME, kind)
    _, aside = restore(saved, str(home))
    assert aside is not None
    assert (events(home / NAME), aside.read_bytes(), sorted(seen(home))) == (NEW, data, [NAME, aside.name])


def test_where_nothing_may_be_written_the_names_told_are_those_asked_for(home: Path, saved: Path) -> None:
    with powerless(home, 0o555):
        with pytest.raises(StoreError) as refused:
            restore(Path("saved/backup.sqlite"), ".")
        assert (refused.value.code, refused.value.facts["path"]) == ("denied", NAME)
        with open_store("saved/backup.sqlite") as store, pytest.raises(StoreError) as refused:
            backup(store, Path("a.sqlite"))
        assert (refused.value.code, refused.value.facts["path"]) == ("denied", "a.sqlite")
    assert seen(home) == {}


def spoil(path: Path, how: str) -> None:
    data = path.read_bytes()
    changes = {
        "newer": "UPDATE meta SET value = '2'",
        "kind": "UPDATE journal SET kind = 'x'",
        "trigger": "CREATE TRIGGER x AFTER INSERT ON journal BEGIN DELETE FROM release; END",
        "view": "DROP TABLE release; CREATE VIEW release AS SELECT 'le-thu' AS ceremony, 1 AS number, 1 AS seq",
        "virtual": "DROP TABLE release; CREATE VIRTUAL TABLE release USING fts5(ceremony, number, seq)",
        "function": "CREATE INDEX x ON journal (abs(at))",
        "left out": "DELETE FROM journal WHERE seq = 2",
        "text": "UPDATE journal SET body = replace(body, 'E3', 'E4')",
    }
    if how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        path.write_bytes(data.replace("thư ký".encode(), "thư kỷ".encode(), 1))
    elif how == "foreign":
        path.unlink()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE khac (a)")
    elif how == "gone":
        path.unlink()
    else:
        for change in changes[how].split("; ") if "TRIGGER" not in changes[how] else [changes[how]]:
            by_a_cunning_hand(path, change)


SPOILT = ("cut", "flipped", "foreign", "gone", "newer", "kind", "trigger", "view", "virtual", "function", "left out")


@pytest.mark.parametrize("how", [*SPOILT, "text"])
def test_a_backup_that_is_not_sound_changes_nothing(home: Path, saved: Path, how: str) -> None:
    old(home)
    before = seen(home)
    spoil(saved, how)
    with pytest.raises((StoreError, UnusableError)) as caught:
        restore(saved, str(home))
    wanted = {"gone": (UnusableError, "missing"), "foreign": (StoreError, "no-backup")}
    assert (caught.type, str(caught.value)) == wanted.get(how, (StoreError, "unsound"))
    assert (seen(home), events(home / NAME)) == (before, OLD)


def test_a_database_server_takes_a_backup_only_where_it_holds_nothing(saved: Path) -> None:
    with place("postgresql") as empty:
        assert restore(saved, empty.location) == (3, None)
        assert events(empty.location) == NEW
        with pytest.raises(StoreError, match="exists"):
            restore(saved, empty.location)
        assert events(empty.location) == NEW


def restored(saved: Path, location: Path, steps: int, killed: bool, links: bool = True) -> int:
    """Restore in a process that is killed or refused when it has changed names `steps` times; its exit code."""
    left = steps

    def step(name: str, _: object) -> None:
        nonlocal left
        if name in ("os.rename", "os.link", "os.remove", "os.chmod"):
            left -= 1
            if name == "os.link" and not links:
                raise OSError(errno.EPERM, name)
            if left < 0 and killed:
                os._exit(9)
            if left == -1:
                raise OSError(errno.ENOSPC, name)

    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        sys.addaudithook(step)
        restore(saved, str(location))
        os._exit(0)
    except UnusableError:
        os._exit(2)
    finally:
        os._exit(1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize("mode", ["truncate", "wal"])
def test_a_restore_that_is_killed_at_any_step_loses_nothing(home: Path, saved: Path, mode: str) -> None:
    ends = []
    for steps in range(20):
        with folder() as there:
            old(there, mode)
            code = restored(saved, there, steps, killed=True)
            assert code in (0, 9)
            now = events(there / NAME)
            kept = [events(one) for one in there.glob("*.old")]
            assert (now, kept) in [(OLD, []), (OLD, [OLD]), (NEW, [OLD])]
            ends.append(now)
        if code == 0:
            break
    assert (code, ends[0], ends[-1]) == (0, OLD, NEW)
    assert len(ends) > 4


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.parametrize("links", [True, False])
def test_a_restore_that_is_refused_at_any_step_changes_nothing(home: Path, saved: Path, links: bool) -> None:
    codes = []
    for steps in range(12):
        with folder() as there:
            old(there)
            codes.append(restored(saved, there, steps, killed=False, links=links))
            now = (events(there / NAME), [events(one) for one in there.glob("*.old")], len(seen(there)))
            assert now == ((NEW, [OLD], 2) if codes[-1] == 0 else (OLD, [], 1))
    assert set(codes) == {0, 2}
