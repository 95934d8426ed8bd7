"""A store keeps the same promises wherever it lives: in a file, with either journal, and in a PostgreSQL database."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from runbook.store import Event, StoreError, open_store
from runbook.store.checking import Fault, faults
from runbook.store.journal import broken
from tests.stores import MODES, Place, place, released, writers, written

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)  # all but halves of characters
LASTING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
CEREMONIES = ("le-thu", "Le-thu", "lễ-thu", "lể-thu")  # alike but for case or a mark
UIDS = ("E1", "e1", "E10", "E-1", "đ", "e", "Ê", "z")


@pytest.fixture(params=MODES)
def somewhere(request: pytest.FixtureRequest) -> Iterator[Place]:
    with place(request.param) as found:
        yield found


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Releases of several ceremonies one after another, each revising some entries."""
    numbers = dict.fromkeys(CEREMONIES, 0)
    sequences: dict[tuple[str, str], int] = {}
    events = []
    for ceremony in draw(st.lists(st.sampled_from(CEREMONIES), max_size=8)):
        numbers[ceremony] += 1
        revisions = []
        for uid in draw(st.lists(st.sampled_from(UIDS), unique=True)):
            sequence = sequences.get((ceremony, uid), -1) + 1
            sequences[ceremony, uid] = sequence
            revisions.append({"uid": uid, "sequence": sequence, "said": draw(TEXTS)})
        body = {"number": numbers[ceremony], "revisions": revisions}
        events.append(Event(ceremony, 1731460000, "thư ký", f"k{numbers[ceremony]}", "released", body))
    return events


def told(events: list[Event], ceremony: str, number: int) -> list[dict[str, Any]]:
    """What a store must tell of a ceremony, worked out from its events."""
    newest: dict[str, dict[str, Any]] = {}
    for event in events:
        if event.ceremony == ceremony and event.body["number"] <= number:
            newest |= {one["uid"]: one for one in sorted(event.body["revisions"], key=lambda one: str(one["uid"]))}
    return list(newest.values())


@FEW
@given(st.data())
def test_what_is_recorded_is_read_back_as_it_was(somewhere: Place, data: st.DataObject) -> None:
    with place(somewhere.mode) as fresh, fresh.opened() as store:
        bodies = data.draw(st.lists(st.dictionaries(TEXTS, VALUES, max_size=4), max_size=4))
        events = [
            Event("le-thu", number, data.draw(LASTING), f"k{number}", "released", {**body, **released(number).body})
            for number, body in enumerate(bodies, 1)
        ]
        written(store, *events)
        rows = list(store.journal())
        assert [row.event for row in rows] == events
        assert [row.seq for row in rows] == list(range(1, len(events) + 1))
        assert [row.prev for row in rows[1:]] == [row.hash for row in rows[:-1]]
        assert broken(rows) is None


@FEW
@given(events=histories())
def test_the_tables_are_what_the_journal_says_for_each_ceremony_apart(somewhere: Place, events: list[Event]) -> None:
    with place(somewhere.mode) as fresh, written(fresh.opened(), *events) as store:
        assert store.ceremonies() == list(dict.fromkeys(event.ceremony for event in reversed(events)))
        for ceremony in CEREMONIES:
            own = [event for event in events if event.ceremony == ceremony]
            assert [row.event for row in store.releases(ceremony)] == own
            assert store.told(ceremony) == told(events, ceremony, len(own))
            for number, event in enumerate(own, 1):
                assert store.told(ceremony, number) == told(events, ceremony, number)
                found = store.release(ceremony, number)
                assert found is not None
                assert (found, found.event) == (store.recorded(ceremony, event.key), event)
            assert store.release(ceremony, len(own) + 1) is None
            assert store.release(ceremony) == store.release(ceremony, len(own))
        assert faults(store) == []


def test_nothing_is_there_before_anything_was_recorded(somewhere: Place) -> None:
    with somewhere.opened() as store:
        assert (store.ceremonies(), store.releases("le-thu"), store.release("le-thu")) == ([], [], None)
        assert (store.told("le-thu"), store.recorded("le-thu", "k1"), list(store.journal())) == ([], None, [])
        assert faults(store) == []


def test_a_store_that_is_not_there_is_told(somewhere: Place) -> None:
    with pytest.raises(StoreError, match="missing"):
        open_store(somewhere.location)


@pytest.mark.parametrize("before", [0, 1])
def test_nothing_of_a_failed_transaction_remains(somewhere: Place, before: int) -> None:
    with written(somewhere.opened(), *[released(1, "E1")][:before]) as store:
        rows = list(store.journal())
        with pytest.raises(ZeroDivisionError), store.writing():
            print(store.append(released(2, "E2")).seq // 0)
        assert (list(store.journal()), len(store.told("le-thu")), faults(store)) == (rows, before, [])
        written(store, released(3, "E3"))
        assert len(list(store.journal())) == before + 1


def test_the_same_event_again_is_the_row_it_has_left(somewhere: Place) -> None:
    with written(somewhere.opened(), released(1, "E1")) as store:
        first = store.release("le-thu", 1)
        with store.writing():
            assert store.append(released(1, "E1")) == first
        with pytest.raises(StoreError) as caught, store.writing():
            store.append(released(2, "E1", key="k1"))
        assert (caught.value.code, caught.value.facts) == ("repeated", {"key": "k1"})
        with store.writing():  # a key counts within its ceremony
            store.append(released(1, "E1", ceremony="le-khac"))
        assert len(list(store.journal())) == 2


@pytest.mark.parametrize(
    "event",
    [
        replace(released(1), actor="\ud800"),
        replace(released(1), key="a\0b"),
        replace(released(1), body={"number": 1, "revisions": [], "note": "\udcff"}),
        replace(released(1), body={"number": 1, "revisions": [], "note": float("nan")}),
        replace(released(1), body={"number": 1, "revisions": [], "note": b"bytes"}),
        replace(released(1), body={"number": 2**70, "revisions": []}),
        replace(released(1), body={"revisions": []}),
        replace(released(1), body={"number": "1", "revisions": []}),
        replace(released(1), body={"number": 1, "revisions": {}}),
        replace(released(1), body={"number": 1, "revisions": [{"uid": "E1"}]}),
        replace(released(1), at=2**70),
    ],
    ids=lambda event: f"{event.actor!r} {event.key!r} {event.at} {event.body}",
)
def test_what_cannot_be_kept_is_refused(somewhere: Place, event: Event) -> None:
    with written(somewhere.opened(), released(1, ceremony="khac")) as store:
        with pytest.raises(StoreError, match="unwritable"), store.writing():
            store.append(event)
        assert (len(list(store.journal())), faults(store)) == (1, [])


@pytest.mark.parametrize("word", ["\ud800", "\0"])
def test_a_word_that_no_text_can_hold_finds_nothing(somewhere: Place, word: str) -> None:
    def outcome(question: Callable[[], object]) -> object:
        try:
            return question()
        except StoreError as error:
            return error.code

    with written(somewhere.opened(), released(1)) as store:
        for question in (lambda: store.release(word), lambda: store.recorded(word, "k"), lambda: store.told(word)):
            assert outcome(question) in (None, [], "unwritable")


def test_an_event_of_a_later_program_is_refused(somewhere: Place) -> None:
    with somewhere.opened() as store:
        with pytest.raises(StoreError, match="newer"), store.writing():
            store.append(replace(released(1), kind="livestreamed"))
        assert list(store.journal()) == []


def test_a_store_of_a_later_program_is_left_alone(somewhere: Place) -> None:
    with written(somewhere.opened(), released(1)) as store:
        store.backend.execute("UPDATE meta SET value = '2'")
    with somewhere.opened() as store:
        with pytest.raises(StoreError, match="newer"):
            store.release("le-thu")
        with pytest.raises(StoreError, match="newer"), store.writing():
            store.append(released(2))


def test_the_journal_only_grows(somewhere: Place) -> None:
    with written(somewhere.opened(), released(1, "E1")) as store:
        for change in ("UPDATE journal SET actor = 'khác'", "DELETE FROM journal"):
            with pytest.raises(StoreError, match="failed"):
                store.backend.execute(change)
        assert faults(store) == []


def test_tables_changed_by_another_hand_are_seen(somewhere: Place) -> None:
    with written(somewhere.opened(), released(1, "E1", "E4"), released(2, "E4")) as store:
        store.backend.execute("UPDATE revision SET record = '{}' WHERE uid = 'E1'")
        assert faults(store) == [Fault("tables", "revision")]


def test_one_state_is_read_while_another_writes(somewhere: Place) -> None:
    def write() -> None:
        with somewhere.opened() as other:
            written(other, released(2, "E1"))

    with written(somewhere.opened(), released(1, "E1")) as store:
        with store.reading():
            before = store.told("le-thu")
            writer = threading.Thread(target=write)
            writer.start()
            writer.join(0.2)
            assert (store.told("le-thu"), len(store.releases("le-thu"))) == (before, 1)
        writer.join()
        assert len(store.releases("le-thu")) == 2


def test_eight_processes_begin_a_store_and_write_at_once(somewhere: Place) -> None:
    running = writers(somewhere, 8, 6)
    for one in running:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    told = [int(line) for one in running for line in one.communicate(timeout=60)[0].split()]
    assert [one.returncode for one in running] == [0] * 8
    assert sorted(told) == list(range(1, 49))
    with somewhere.opened() as store:
        assert [row.event.body["number"] for row in store.releases("le-thu")] == list(range(1, 49))
        assert {row.event.key for row in store.journal()} == {f"{one}-{time}" for one in range(8) for time in range(6)}
        assert faults(store) == []


def test_ten_thousand_entries_and_a_large_text_are_kept(somewhere: Place) -> None:
    large = released(1, *(f"E{number:05}" for number in range(10_000)))
    large = replace(large, body={**large.body, "sources": {"le.yaml": "đ" * 2_000_000}})
    with written(somewhere.opened(), large, released(2, "E00007")) as store:
        last = store.told("le-thu")
        assert (len(last), last[7]["sequence"], last[8]["sequence"]) == (10_000, 1, 0)
        assert store.told("le-thu", 1) == large.body["revisions"]
        assert store.release("le-thu", 1) == next(store.journal())


def test_a_store_begun_by_another_is_seen(somewhere: Place) -> None:
    with somewhere.opened() as first, somewhere.opened() as second:
        assert second.ceremonies() == []
        written(first, released(1))
        assert second.ceremonies() == ["le-thu"]
        written(second, released(2))
        assert len(first.releases("le-thu")) == 2
