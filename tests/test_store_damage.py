"""A damaged store is told to be damaged, or it still says what it said; it never says something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runbook.store import StoreError, open_store
from runbook.store.checking import faults, rows
from runbook.store.tables import DERIVED
from tests.stores import folder, released, written

NAME = "runbook.sqlite"
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True, slots=True, repr=False)
class Sound:
    """A store's bytes, and all it says."""

    data: bytes
    said: list[object]


@pytest.fixture(scope="module")
def sound() -> Iterator[Sound]:
    """A store of two ceremonies, some of whose rows fill pages of their own."""
    with folder() as home:
        events = [released(number, *(f"E{one}" for one in range(9 * number))) for number in range(1, 7)]
        others = [released(number, "E1", ceremony="le-khac") for number in range(1, 4)]
        with written(open_store(str(home), create=True), *events, *others):
            pass
        yield Sound((home / NAME).read_bytes(), content(home))


def content(folder: Path) -> list[object]:
    """All a store says, after it was found sound; [] where damage was told."""
    try:
        with open_store(str(folder)) as store:
            for ceremony in ("le-thu", "le-khac"):  # as commands do, which do not ask first
                try:
                    store.told(ceremony)
                    store.release(ceremony)
                    store.recorded(ceremony, "k1")
                except StoreError:
                    pass
            if faults(store):
                return []
            return [*store.journal(), *(list(rows(store, table)) for table in DERIVED), store.ceremonies()]
    except StoreError:
        return []


def of(data: bytes | bytearray) -> list[object]:
    with folder() as home:
        (home / NAME).write_bytes(data)
        return content(home)


@MANY
@given(place=st.integers(0, 10**9), bit=st.integers(0, 7))
def test_a_flipped_bit_is_told_or_changes_nothing(sound: Sound, place: int, bit: int) -> None:
    data, said = sound.data, sound.said
    flipped = bytearray(data)
    flipped[place % len(data)] ^= 1 << bit
    assert of(flipped) in ([], said)


@settings(MANY, max_examples=100)
@given(place=st.integers(0, 4095), byte=st.integers(0, 255))
def test_a_wrong_byte_in_the_first_page_is_told_or_changes_nothing(sound: Sound, place: int, byte: int) -> None:
    data, said = sound.data, sound.said
    assert of(data[:place] + bytes([byte]) + data[place + 1 :]) in ([], said)


@settings(MANY, max_examples=100)
@given(place=st.integers(0, 10**9), length=st.integers(1, 5000))
def test_a_sector_that_was_lost_is_told_or_changes_nothing(sound: Sound, place: int, length: int) -> None:
    data, said = sound.data, sound.said
    start = place % len(data)
    lost = (data[:start] + bytes(length) + data[start + length :])[: len(data)]
    assert of(lost) in ([], said)


@pytest.mark.parametrize("share", range(1, 100, 2))
def test_a_store_that_was_cut_off_is_told(sound: Sound, share: int) -> None:
    data = sound.data
    assert of(data[: len(data) * share // 100]) == []


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("length", [0, 1])
def test_a_store_that_lost_all_its_content_is_not_begun_again(sound: Sound, length: int, create: bool) -> None:
    with folder() as home:
        (home / NAME).write_bytes(sound.data[:length])
        (home / f"{NAME}-wal").write_bytes(b"wal")
        with pytest.raises(StoreError) as caught:
            open_store(str(home), create)
        facts = {"path": str(home / NAME), "reason": f"{length} B"}
        assert (caught.value.code, caught.value.facts) == ("damaged", facts)
        assert {one.name: one.read_bytes() for one in home.iterdir()} == {
            NAME: sound.data[:length],
            f"{NAME}-wal": b"wal",
        }


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("rest", ["-journal", "-wal"])
def test_a_journal_that_lost_its_store_does_not_get_into_a_new_one(rest: str, create: bool) -> None:
    with folder() as home:
        (home / f"{NAME}{rest}").write_bytes(b"rest")
        with pytest.raises(StoreError) as caught:
            open_store(str(home), create)
        facts = {"path": str(home / NAME), "reason": f"{NAME}{rest}"}
        assert (caught.value.code, caught.value.facts) == ("damaged", facts)
        assert [one.name for one in home.iterdir()] == [f"{NAME}{rest}"]


def test_a_database_of_sqlite_without_tables_is_no_store(sound: Sound) -> None:
    with folder() as home:
        with closing(sqlite3.connect(home / NAME)) as other:
            other.execute("VACUUM")
        before = (home / NAME).read_bytes()
        with pytest.raises(StoreError, match="foreign"):
            open_store(str(home), create=True)
        assert (len(before) > 0, (home / NAME).read_bytes()) == (True, before)


def test_canary_damage_in_a_text_is_seen(sound: Sound) -> None:
    data, said = sound.data, sound.said
    assert said != []
    assert of(data) == said
    assert of(data.replace("thư ký".encode(), "thư kỳ".encode(), 1)) == []


def test_a_store_whose_tables_are_gone_is_not_begun_again(sound: Sound) -> None:
    with folder() as home:
        (home / NAME).write_bytes(sound.data)
        with closing(sqlite3.connect(home / NAME)) as other:
            other.executescript("PRAGMA writable_schema=ON; DELETE FROM sqlite_master")
        with open_store(str(home), create=True) as store:
            assert [fault.code for fault in faults(store)] == ["unreadable"]
            with pytest.raises(StoreError, match="damaged"):
                written(store, released(1))
