"""What holds for every entry through any series of releases, seen in the files alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from runbook.render import ical
from runbook.schedule import Schedule
from tests.ical_lives import (
    AGENCIES,
    DAY,
    INSERTED,
    STEPS,
    Releases,
    Seen,
    Text,
    is_past,
    seen,
    step_moved,
    step_put_in,
)
from tests.ical_rules import broken_rules

Edit = Callable[[Text], Text]
PLACES = st.integers(0, 5)
TITLES = st.sampled_from(["Duyệt phim", "Khảo sát", "Họp, bàn; chốt", "Lễ tân"])


def moved_in_the_file(first: int, second: int) -> Edit:
    def edit(text: Text) -> Text:
        if not text.lines:
            return text
        lines = [*text.lines]
        lines.insert(second % len(lines), lines.pop(first % len(lines)))
        return replace(text, lines=tuple(lines))

    return edit


def dropped(place: int) -> Edit:
    def edit(text: Text) -> Text:
        if not text.lines:
            return text
        place_there = place % len(text.lines)
        left = text.lines[:place_there] + text.lines[place_there + 1 :]
        return replace(text, lines=left, dropped=(*text.dropped, text.lines[place_there]))

    return edit


def passed_on(place: int, agency: str) -> Edit:
    """Another leads, and who led before supports."""

    def edit(text: Text) -> Text:
        led = text.lines[place % len(text.lines)].lead if text.lines else ""
        return text.with_line(place, lead=agency, support=led if led != agency else "")

    return edit


def restored(text: Text) -> Text:
    return replace(text, lines=(*text.lines, *text.dropped[-1:]), dropped=text.dropped[:-1])


def changed(**strategies: st.SearchStrategy[object]) -> st.SearchStrategy[Edit]:
    """One line with new values."""
    return st.builds(
        lambda place, values: lambda text: text.with_line(place, **values), PLACES, st.fixed_dictionaries(strategies)
    )


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.just(lambda text: text),
    changed(title=TITLES),
    changed(phase=st.sampled_from(["dau", "cuoi"])),
    changed(lead=st.sampled_from(AGENCIES), support=st.just("")),
    changed(lead=st.just("van-phong"), support=st.sampled_from(["", "cong-an", "so-y-te"])),
    changed(days=st.integers(1, 12)),
    changed(finish=st.sampled_from(["", "by N-3", "by 18/04/2025", "before 22/04/2025"])),
    st.builds(moved_in_the_file, PLACES, PLACES),
    st.builds(dropped, PLACES),
    st.builds(passed_on, PLACES, st.sampled_from(AGENCIES)),
    st.just(restored),
    st.builds(step_moved, PLACES, PLACES),
    st.builds(step_put_in, PLACES),
    st.builds(lambda venue: lambda text: replace(text, venue=venue), st.sampled_from(["Nhà hát", "Hội trường"])),
    st.builds(lambda days: lambda text: replace(text, day=text.day + timedelta(days=days)), st.integers(-3, 5)),
)
LATER = st.sampled_from([1, 60, DAY, 5 * DAY, 35 * DAY, 75 * DAY])
HISTORIES = st.lists(st.tuples(EDITS, LATER), min_size=1, max_size=5)


def texts(history: list[tuple[Edit, int]]) -> list[tuple[Text, int]]:
    """The text of each release with the minutes since the one before."""
    found = [(Text(steps=STEPS), 1)]
    for edit, later in history:
        found.append((edit(found[-1][0]), later))
    return found


# A history of a few edits can be read as it is; making it shorter would take minutes.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(HISTORIES)
def test_every_entry_keeps_its_identity_and_counts_its_changes(history: list[tuple[Edit, int]]) -> None:
    releases, before = Releases(), {audience: dict[str, Seen]() for audience in (*AGENCIES, ical.OVERALL)}
    ever = dict[str, int]()
    for text, later in texts(history):
        schedule = releases.release(str(text), later)
        files, updates = releases.files(schedule), releases.updates(schedule)
        for audience, data in files.items():
            assert broken_rules(data, whole=not releases.forgets(audience)) == []
            assert broken_rules(updates[audience], whole=False) == []
            now = seen(data)
            changed = {uid for uid in now if uid not in before[audience] or now[uid] != before[audience][uid]}
            assert_succession(before[audience], now, releases.at)
            assert {uid: one for uid, one in seen(updates[audience]).items() if uid in now} == {
                uid: now[uid] for uid in changed
            }
            assert all(one.sequence >= ever.get(uid, 0) for uid, one in now.items())
            ever |= {uid: one.sequence for uid, one in now.items()}
            before[audience] = now
        assert_everybody_is_told(text, before)
        assert_nothing_new_is_told_twice(releases, schedule, str(text), files)


def assert_succession(before: dict[str, Seen], now: dict[str, Seen], at: int) -> None:
    """From one release to the next: nothing vanishes, and a number rises by one exactly where an entry changed."""
    for uid, old in before.items():
        new = now.get(uid)
        if new is None:
            assert is_past(old.end, at)
        elif new.says == old.says:
            assert new.octets == old.octets
        else:
            assert new.sequence == old.sequence + 1
            assert new.modified > old.modified
    for new in now.values():
        assert not (new.cancelled and is_past(new.end, at))


def assert_everybody_is_told(text: Text, now: dict[str, dict[str, Seen]]) -> None:
    """Live in the files of those with a part in a task, under the same name whatever was changed about it; cancelled,
    if there at all, in those of everybody else."""
    present = (*text.lines, *text.steps)
    for line in {*present, *text.dropped, *STEPS, INSERTED}:
        readers = {line.lead, line.support, ical.OVERALL} if line in present else set()
        for audience, entries in now.items():
            uid = f"le.{line.id}.{audience}@runbook.invalid"
            if audience in readers:
                assert not entries[uid].cancelled
            elif uid in entries:
                assert entries[uid].cancelled


def assert_nothing_new_is_told_twice(
    releases: Releases, schedule: Schedule, text: str, files: dict[str, bytes]
) -> None:
    """The same plan once more, through records as a store keeps them: nothing to tell, and the same bytes."""
    records = json.dumps([ical.to_record(one) for one in releases.held.values()])
    read = {one.entry.uid: one for one in map(ical.from_record, json.loads(records))}
    assert read == releases.held
    again = Releases(releases.at, releases.number, read)
    again.release(text, later=0)
    assert again.changed == ()
    assert again.files(schedule) == files


@settings(max_examples=20, deadline=None, phases=PHASES)
@given(HISTORIES)
def test_every_todo_lives_as_its_entry_does(history: list[tuple[Edit, int]]) -> None:
    releases, before = Releases(), {audience: dict[str, Seen]() for audience in (*AGENCIES, ical.OVERALL)}
    for text, later in texts(history):
        files = releases.todos(releases.release(str(text), later))
        assert [broken_rules(data) for data in files.values()] == [[]] * len(files)
        now = {audience: seen(data, "VTODO") for audience, data in files.items()}
        live = {(audience, uid) for audience, found in now.items() for uid in found if not found[uid].cancelled}
        assert live == {
            (line.lead, f"le.{line.id}~todo.{line.lead}@runbook.invalid") for line in (*text.lines, *text.steps)
        }
        kept = {one.entry.uid for one in ical.kept(releases.held.values(), releases.at)}
        for audience, found in before.items():
            still = [uid for uid in found if uid.replace("~todo", "") in kept]
            assert all(now[audience][uid].sequence >= found[uid].sequence for uid in still)
        before = now


def test_an_entry_that_passes_to_another_agency_is_withdrawn_in_one_file_and_lives_in_the_other() -> None:
    releases, text = Releases(), Text()
    releases.release(str(text))
    schedule = releases.release(str(text.with_line(1, lead="so-y-te")), DAY)
    files = {audience: seen(data) for audience, data in releases.files(schedule).items()}
    gone, live = (files[audience][f"le.T2.{audience}@runbook.invalid"] for audience in ("cong-an", "so-y-te"))
    assert (gone.cancelled, gone.sequence, gone.says["SUMMARY"]) == (True, 1, ("[HỦY] Phương án bảo vệ".encode(), []))
    assert (live.cancelled, live.sequence, live.says["SUMMARY"]) == (False, 0, ("Phương án bảo vệ".encode(), []))


def test_a_step_put_in_before_another_moves_it_and_leaves_it_the_same_entry() -> None:
    releases, text = Releases(), Text(steps=STEPS)
    before = seen(releases.files(releases.release(str(text)))[ical.OVERALL])
    schedule = releases.release(str(step_put_in(1)(text)), DAY)
    now = seen(releases.files(schedule)[ical.OVERALL])
    uids = {step: f"le.{step}.~all@runbook.invalid" for step in ("S1", "S2", "S3", "S4")}
    assert now.keys() - before.keys() == {uids["S4"]}
    assert {uid for uid, one in now.items() if one.cancelled} == set()
    assert {step: now[uid].sequence for step, uid in uids.items()} == {"S1": 1, "S2": 1, "S3": 1, "S4": 0}


def test_steps_that_change_places_are_the_same_entries_at_other_times() -> None:
    releases, text = Releases(), Text(steps=STEPS)
    before = seen(releases.files(releases.release(str(text)))[ical.OVERALL])
    schedule = releases.release(str(step_moved(0, 1)(text)), DAY)
    now = seen(releases.files(schedule)[ical.OVERALL])
    first, second = (f"le.{step}.~all@runbook.invalid" for step in ("S1", "S2"))
    assert now.keys() == before.keys()
    assert (before[first].end < before[second].end, now[first].end > now[second].end) == (True, True)
    assert [(now[uid].sequence, now[uid].cancelled) for uid in (first, second)] == [(1, False), (1, False)]


def test_the_update_of_an_agency_holds_only_what_concerns_it() -> None:
    releases, text = Releases(), Text()
    releases.release(str(text))
    schedule = releases.release(str(text.with_line(3, days=3)), DAY)
    updates = {audience: [*seen(data)] for audience, data in releases.updates(schedule).items()}
    assert updates == {
        "van-phong": ["le.T1.van-phong@runbook.invalid", "le.T4.van-phong@runbook.invalid"],
        "cong-an": [],
        "so-y-te": [],
        "~all": ["le.T1.~all@runbook.invalid", "le.T4.~all@runbook.invalid"],
    }
