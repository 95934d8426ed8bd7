"""What the ledger of issued entries says of each change of a plan."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from runbook.axis import DAY
from runbook.render import ical
from runbook.render.ical.entry import Todo
from runbook.render.ical.ledger import Issued, from_record, kept, revise, to_record
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, planned, properties

FIRST, SECOND, THIRD = 28_857_600, 28_860_480, 28_861_920  # three mornings in November 2024
NOTES = {
    FIRST: "Bản phát hành số 1, 13/11/2024",
    SECOND: "Bản phát hành số 2, 15/11/2024",
    THIRD: "Bản phát hành số 3, 16/11/2024",
}
MEETING = ical.Entry("le.T.a@runbook.invalid", "T", THIRD, THIRD + 60, "Họp", busy=True, alarm=1440, organizer="Sở A")
REPORT = replace(MEETING, uid="le.U.a@runbook.invalid", key="U", summary="Báo cáo", start=date(2024, 11, 20),
                 end=date(2024, 11, 22), alarm=900)  # fmt: skip
Ledger = dict[str, Issued]


def released(held: Ledger, number: int, at: int, *entries: ical.Entry, language: str = "vi") -> tuple[Issued, ...]:
    """A release that tells agency a these entries; `held` is brought up to date."""
    changed = revise(held, {"a": entries}, number, at, language)
    held.update({one.entry.uid: one for one in changed})
    return changed


def issued(entry: ical.Entry, created: int, modified: int, sequence: int, release: int) -> Issued:
    return Issued("a", entry, ical.Revision(created, modified, sequence, NOTES[modified]), release)


def test_a_first_release_issues_everything_for_the_first_time() -> None:
    assert released({}, 1, FIRST, MEETING, REPORT) == (
        issued(MEETING, FIRST, FIRST, 0, 1),
        issued(REPORT, FIRST, FIRST, 0, 1),
    )


def test_the_same_plan_issues_nothing() -> None:
    held: Ledger = {}
    released(held, 1, FIRST, MEETING, REPORT)
    assert released(held, 2, SECOND, REPORT, MEETING) == ()


CHANGES: dict[str, ical.Entry] = {
    "title": replace(MEETING, summary="Họp giao ban"),
    "start": replace(MEETING, start=THIRD - 30),
    "end": replace(MEETING, end=THIRD + 90),
    "hours to days": replace(MEETING, start=date(2024, 11, 20), end=date(2024, 11, 21)),
    "description": replace(MEETING, description="Phòng 2"),
    "place": replace(MEETING, location="Hội trường"),
    "category": replace(MEETING, categories=("Chuẩn bị",)),
    "day no longer settled": replace(MEETING, status="TENTATIVE"),
    "free": replace(MEETING, busy=False),
    "alarm": replace(MEETING, alarm=30),
    "no alarm": replace(MEETING, alarm=None),
    "what it belongs to": replace(MEETING, related="le.U.a@runbook.invalid"),
    "publisher": replace(MEETING, organizer="Sở B"),
    "address of the publisher": replace(MEETING, email="so-a@example.vn"),
    "zone": replace(MEETING, zone="Asia/Bangkok"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_is_written_in_an_entry_raises_its_sequence(name: str) -> None:
    held: Ledger = {}
    released(held, 1, FIRST, MEETING, REPORT)
    assert released(held, 2, SECOND, CHANGES[name], REPORT) == (issued(CHANGES[name], FIRST, SECOND, 1, 2),)
    assert released(held, 3, THIRD, MEETING, REPORT) == (issued(MEETING, FIRST, THIRD, 2, 3),)


UNWRITTEN: dict[str, ical.Entry] = {
    "white space of a title": replace(MEETING, summary=" Họp\t"),
    "order of categories": replace(MEETING, categories=("B", "A")),
    "an address that cannot be written": replace(MEETING, email="văn thư@example.vn"),
}


@pytest.mark.parametrize("name", UNWRITTEN)
def test_what_no_file_shows_is_no_change(name: str) -> None:
    held: Ledger = {}
    released(held, 1, FIRST, replace(MEETING, categories=("A", "B")))
    told = UNWRITTEN[name] if UNWRITTEN[name].categories else replace(UNWRITTEN[name], categories=("A", "B"))
    assert released(held, 2, SECOND, told) == ()


GONE = replace(MEETING, summary="[HỦY] Họp", status="CANCELLED", busy=False, alarm=None)


def test_a_dropped_entry_is_withdrawn_once() -> None:
    held: Ledger = {}
    released(held, 1, FIRST, MEETING, REPORT)
    assert released(held, 2, SECOND, REPORT) == (issued(GONE, FIRST, SECOND, 1, 2),)
    assert released(held, 3, THIRD, REPORT) == ()


def test_an_entry_that_comes_back_lives_again_and_goes_on_counting() -> None:
    held: Ledger = {}
    released(held, 1, FIRST, MEETING)
    released(held, 2, SECOND)
    assert released(held, 3, THIRD, MEETING) == (issued(MEETING, FIRST, THIRD, 2, 3),)


def test_withdrawn_in_english() -> None:
    held: Ledger = {}
    released(held, 1, FIRST, MEETING, language="en")
    (gone,) = released(held, 2, SECOND, language="en")
    assert gone.entry.summary == "[CANCELLED] Họp"
    assert gone.revision.note == "Release no. 2, 15/11/2024"


def test_a_todo_that_passes_to_another_is_withdrawn_with_the_entry_still_there() -> None:
    todo = Todo("le.T~todo.a@runbook.invalid", THIRD, THIRD + 60)
    held: Ledger = {}
    released(held, 1, FIRST, replace(MEETING, todo=todo))
    passed = replace(MEETING, summary="[Phối hợp] Họp")
    withdrawn = replace(passed, todo=replace(todo, withdrawn=True))
    assert released(held, 2, SECOND, passed) == (issued(withdrawn, FIRST, SECOND, 1, 2),)
    assert released(held, 3, THIRD, passed) == ()


def test_a_release_dated_back_is_never_older_than_what_it_replaces() -> None:
    held: Ledger = {}
    released(held, 1, SECOND, MEETING)
    (one,) = released(held, 2, FIRST, replace(MEETING, summary="Họp giao ban"))
    assert one.revision == ical.Revision(SECOND, SECOND, 1, NOTES[FIRST].replace("số 1", "số 2"))


def told(agency: str, *tasks: str) -> Sequence[ical.Entry]:
    return [replace(MEETING, uid=f"le.{task}.{agency}@runbook.invalid", key=task) for task in tasks]


def test_the_order_is_that_of_the_audiences_with_those_gone_last() -> None:
    held = {one.entry.uid: one for one in revise({}, {"b": told("b", "T", "U"), "a": told("a", "V", "W")}, 1, 0, "vi")}
    now: Mapping[str, Sequence[ical.Entry]] = {"c": told("c", "V"), "a": told("a", "X", "W")}
    changed = revise(held, now, 2, FIRST, "vi")
    assert [(one.audience, one.entry.key, one.entry.status) for one in changed] == [
        ("c", "V", "CONFIRMED"),
        ("a", "X", "CONFIRMED"),
        ("a", "V", "CANCELLED"),
        ("b", "T", "CANCELLED"),
        ("b", "U", "CANCELLED"),
    ]


def test_a_withdrawn_entry_stays_until_sixty_days_after_its_end() -> None:
    gone = [Issued("a", replace(one, status="CANCELLED"), ical.Revision(0, 0), 1) for one in (MEETING, REPORT)]
    live = Issued("a", MEETING, ical.Revision(0, 0), 1)
    hour = THIRD + 60 + 60 * DAY
    day = (date(2025, 1, 21) - date(1970, 1, 1)).days * DAY - 7 * 60  # midnight in Hà Nội, 60 days after 22/11
    assert kept([live, *gone], hour) == [live, *gone]
    assert kept([live, *gone], hour + 1) == [live, gone[1]]
    assert kept([live, *gone], day) == [live, gone[1]]
    assert kept([live, *gone], day + 1) == [live]


def test_a_record_gives_back_what_was_issued() -> None:
    todo = Todo("le.T~todo.a@runbook.invalid", THIRD, THIRD + 60, missed=True, withdrawn=True)
    for entry in (MEETING, REPORT, replace(REPORT, todo=todo, categories=("Chuẩn bị", "Chủ trì"), email="a@b.vn")):
        one = issued(entry, FIRST, THIRD, 3, 7)
        assert from_record(json.loads(json.dumps(to_record(one)))) == one


def test_a_record_of_another_time_is_read_by_what_it_has() -> None:
    plain = ical.Entry("le.T.a@runbook.invalid", "T", THIRD, THIRD + 60, "Họp")
    record = to_record(Issued("a", plain, ical.Revision(FIRST, FIRST), 1))
    for optional in ("categories", "todo", "zone", "alarm", "description"):
        del record["entry"][optional]
    del record["revision"]["note"]
    record["entry"]["colour"] = record["revision"]["author"] = record["shelf"] = "unknown"
    assert from_record(record) == Issued("a", plain, ical.Revision(FIRST, FIRST), 1)


def test_a_record_without_what_is_needed_is_refused() -> None:
    with pytest.raises(KeyError, match="entry"):
        from_record({"audience": "a", "release": 1, "revision": {}})
    with pytest.raises(TypeError, match="summary"):
        from_record({**to_record(issued(MEETING, FIRST, FIRST, 0, 1)), "entry": {"start": 1, "end": 2}})


def test_the_files_of_a_ledger_tell_each_entry_with_its_release() -> None:
    schedule = planned(SMALL)
    head = ical.masthead(schedule, "so-vhtt", "vi")
    ledger = revise({}, {"so-vhtt": ical.entries(schedule, "vi")["so-vhtt"]}, 1, FIRST, "vi")
    data = ical.published(head, ledger)
    assert broken_rules(data) == []
    assert len(ledger) == len(properties(data, "UID")) > 1
    assert all(line.endswith("Bản phát hành số 1\\, 13/11/2024") for line in properties(data, "DESCRIPTION")
               if "Vai trò" in line)  # fmt: skip
    assert ical.published(head, reversed(ledger)) == data
    assert broken_rules(ical.published(head, ())) == []


def test_an_agency_that_left_the_plan_still_has_a_calendar_of_what_was_withdrawn() -> None:
    head = ical.masthead(planned(SMALL), "doi-nghe", "vi")
    data = ical.published(head, [issued(GONE, FIRST, SECOND, 1, 2)])
    assert broken_rules(data) == []
    assert properties(data, "NAME") == ["NAME:doi-nghe – Lễ kỷ niệm 50 năm Ngày Giải phóng"]
