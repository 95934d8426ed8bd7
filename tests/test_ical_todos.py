"""The to-dos of an audience, in a file of their own."""

from __future__ import annotations

from dataclasses import replace

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render import ical
from runbook.render.ical.entry import Todo
from tests.ical_rules import broken_rules
from tests.ical_samples import SMALL, by_icalendar, by_vobject, planned, properties, with_task

STAMP = 28_860_000
Ledger = dict[str, ical.Issued]


def ledger(text: str, held: Ledger | None = None, at: int = STAMP) -> Ledger:
    """Everything told of a plan, on top of what was told before."""
    before = held or {}
    changed = ical.revise(before, ical.entries(planned(text), "vi"), 1, at, "vi")
    return {**before, **{one.entry.uid: one for one in changed}}


def listed(held: Ledger, audience: str) -> bytes:
    head = ical.masthead(planned(SMALL), audience, "vi")
    return ical.todos(head, (one for one in held.values() if one.audience == audience))


def said(data: bytes, *names: str) -> dict[str, tuple[str, ...]]:
    """The raw values of those properties, by UID."""
    found = (component.to_ical().decode() for component in icalendar.Calendar.from_ical(data).walk("VTODO"))
    values = [
        {line.partition(":")[0].partition(";")[0]: line.partition(":")[2] for line in text.split("\r\n")}
        for text in found
    ]
    return {one["UID"].removesuffix("@runbook.invalid"): tuple(one[name] for name in names) for one in values}


def test_an_agency_ticks_off_what_it_leads() -> None:
    data = listed(ledger(SMALL), "so-vhtt")
    assert broken_rules(data) == []
    assert by_vobject(data) == {}  # and nothing in it that vobject cannot read
    assert properties(data, "METHOD") == ["METHOD:PUBLISH"]
    assert said(data, "SUMMARY", "DTSTART", "DUE", "PRIORITY", "STATUS") == {
        "le-50-nam.A1~todo.so-vhtt":
            ("Ban hành kế hoạch", "20250414T080000", "20250414T083000", "5", "NEEDS-ACTION"),
        "le-50-nam.A2~todo.so-vhtt":
            ("Viết diễn văn", "20250414T080000", "20250415T173000", "5", "NEEDS-ACTION"),
        "le-50-nam.A4~todo.so-vhtt":
            ("Chốt diễn văn", "20250418T080000", "20250418T120000", "5", "NEEDS-ACTION"),
        "le-50-nam.Q1~todo.so-vhtt":
            ("Báo cáo kết quả", "20250425T100000", "20250428T100000", "5", "NEEDS-ACTION"),
    }  # fmt: skip


def test_each_member_ticks_off_its_own_share_and_nobody_what_it_only_supports() -> None:
    held = ledger(SMALL)
    assert said(listed(held, "quan-1")).keys() == {"le-50-nam.B1~todo.quan-1"}
    assert said(listed(held, "cong-an")).keys() == {"le-50-nam.B2~todo.cong-an", "le-50-nam.n1~todo.cong-an"}
    assert said(listed(held, "ban-tuyen-giao")).keys() == {"le-50-nam.A3~todo.ban-tuyen-giao"}
    assert said(listed(held, "~all")) == {}


def test_a_list_without_anything_is_still_a_file() -> None:
    data = listed({}, "so-y-te")
    assert broken_rules(data) == []
    assert (said(data), by_icalendar(data)) == ({}, {})


def test_a_todo_shares_words_and_history_with_its_entry() -> None:
    held = ledger(SMALL.replace("Viết diễn văn", "Soạn diễn văn"), ledger(SMALL), STAMP + 60)
    one = next(one for one in held.values() if one.entry.key == "A2" and one.audience == "so-vhtt")
    assert one.revision.sequence == 1
    data, calendar = ical.todos(HEAD, [one]), ical.published(HEAD, [one])
    shared = ("DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "CATEGORIES", "ORGANIZER", "DESCRIPTION")
    for name in shared:
        assert properties(data, name) == properties(calendar, name) != []
    assert properties(data, "RELATED-TO") == [f"RELATED-TO:{one.entry.uid}"]
    assert properties(data, "TRIGGER") == ["TRIGGER;RELATED=END:-P1D"]


HEAD = ical.Masthead("Lễ", "Asia/Ho_Chi_Minh")


def test_what_misses_its_deadline_comes_first() -> None:
    for task, priority in (("work: 4d, finish: before 17/04/2025", "1"), ("work: 2d, finish: before 17/04/2025", "5")):
        told = ical.entries(with_task(task), "vi")
        data = ical.todos(HEAD, ical.revise({}, {"a": told["a"]}, 1, STAMP, "vi"))
        assert broken_rules(data) == []
        assert properties(data, "PRIORITY") == [f"PRIORITY:{priority}"]


def test_a_dropped_task_is_cancelled_in_the_list_too() -> None:
    dropped = "".join(line for line in SMALL.splitlines(keepends=True) if not line.startswith("  B2:"))
    data = listed(ledger(dropped, ledger(SMALL), STAMP + 60), "cong-an")
    assert broken_rules(data) == []
    assert said(data, "SUMMARY", "STATUS", "SEQUENCE") == {
        "le-50-nam.B2~todo.cong-an": ("[HỦY] Chốt phương án bảo vệ", "CANCELLED", "1"),
        "le-50-nam.n1~todo.cong-an": ("Mở cửa\\, đón đại biểu", "NEEDS-ACTION", "0"),
    }


def test_a_task_that_is_only_supported_now_is_cancelled_in_the_list_and_lives_in_the_calendar() -> None:
    passed = SMALL.replace("lead: cong-an, work: 1d", "lead: so-y-te, support: cong-an, work: 1d")
    held = ledger(passed, ledger(SMALL), STAMP + 60)
    one = held["le-50-nam.B2.cong-an@runbook.invalid"]
    assert (one.entry.status, one.entry.summary) == ("CONFIRMED", "[Phối hợp] Chốt phương án bảo vệ")
    assert said(listed(held, "cong-an"), "STATUS")["le-50-nam.B2~todo.cong-an"] == ("CANCELLED",)
    assert said(listed(held, "so-y-te"), "STATUS") == {"le-50-nam.B2~todo.so-y-te": ("NEEDS-ACTION",)}
    back = listed(ledger(SMALL, held, STAMP + 120), "cong-an")
    assert said(back, "STATUS", "SEQUENCE")["le-50-nam.B2~todo.cong-an"] == ("NEEDS-ACTION", "2")


def test_the_list_is_ordered_by_planned_start_however_it_comes() -> None:
    held = ledger(SMALL)
    backwards = dict(reversed(held.items()))
    assert listed(backwards, "so-vhtt") == listed(held, "so-vhtt")
    assert list(said(listed(backwards, "so-vhtt"))) == [
        f"le-50-nam.{task}~todo.so-vhtt" for task in ("A1", "A2", "A4", "Q1")
    ]


def test_two_todos_with_one_identity_are_refused() -> None:
    held = ledger(SMALL)
    one = held["le-50-nam.B2.cong-an@runbook.invalid"]
    with pytest.raises(ValueError, match="same UID"):
        ical.todos(HEAD, [one, one])


ANY_TEXT = st.text(st.characters() | st.sampled_from('\r\n\t\\;,:"^ \u2028'), max_size=200)


@given(ANY_TEXT, ANY_TEXT, st.booleans())
def test_any_text_gives_a_sound_list(typed: str, note: str, withdrawn: bool) -> None:
    todo = Todo("le.T~todo.a@runbook.invalid", STAMP, STAMP + 1, missed=True, withdrawn=withdrawn)
    entry = ical.Entry("le.T.a@runbook.invalid", "T", STAMP, STAMP + 30, typed, typed, typed, (typed,), todo=todo)
    entry = replace(entry, organizer=f"Sở {typed}", email=typed)
    issued = ical.Issued("a", entry, ical.Revision(STAMP, STAMP, note=note), 1)
    data = ical.todos(replace(HEAD, name=f"Lễ {typed}"), [issued])
    assert broken_rules(data) == []
    assert len(said(data)) == 1
