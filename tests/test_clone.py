"""A ceremony file made from last year's: where each day goes, what is told, and every other sign kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from runbook import build
from runbook.cloning import Clone, clone
from runbook.problems import Severity
from tests.reading import holidays_of
from tests.shipped import ROOT

HEAD = """
ceremony: le-2024
title: Lễ
date: 22/11/2024
hours: 08:30-10:30
agencies: {a: Cơ quan A}
"""
CONFERENCE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
SAMPLES = [
    CONFERENCE,
    *sorted((ROOT / "runbook").glob("starter*.yaml")),
    *sorted((ROOT / "tests" / "cases" / "checks").glob("*.yaml")),
    *sorted((ROOT / "tests" / "cases" / "warnings").glob("*.yaml")),
]


def made(text: str, to: str) -> Clone:
    ceremony, problems = build.read(text, "le.yaml", holidays_of)
    assert ceremony is not None, problems
    return clone(text, "le.yaml", ceremony, date.fromisoformat(to), holidays_of)


def changed(text: str, new: str) -> list[str]:
    """The lines of the new text that differ; the two have the same number of lines."""
    pairs = zip(text.splitlines(), new.splitlines(), strict=True)
    return [after.strip() for before, after in pairs if before != after]


def lines(text: str, to: str, head: str = HEAD) -> list[str]:
    """The lines that a clone changes but for that of the id."""
    whole = dedent(head) + dedent(text)
    return [line for line in changed(whole, made(whole, to).text) if not line.startswith("ceremony:")]


def test_the_summary_conference_a_year_later_changes_its_days_and_its_id_alone() -> None:
    text = CONFERENCE.read_text("utf-8")
    new = made(text, "2025-11-21")
    assert changed(text, new.text) == [
        "ceremony: hoi-nghi-tong-ket-2025",
        "date: 07/11/2025",
        "window: 17/11/2025..24/11/2025",
        "chosen: 21/11/2025",
        "reserve: 24/11/2025",
        "start: 07/11/2025 13:30",
        "finish: before 14/11/2025",
        "finish: before 17/11/2025",
        "not_before: 17/11/2025",
        "finish: by 30/12/2025",
        "finish: by 05/12/2025",
        "not_before: 08/12/2025",
        "finish: by 30/12/2025",
        "not_before: 07/11/2025",
        "finish: by 19/12/2025",
        "- when: 17/11/2025 17:00",
        "- when: 13/11/2025 12:00",
    ]
    assert new.ceremony is not None
    assert build.read(new.text, "le.yaml", holidays_of)[1] == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("to", ["2025-11-21", "2026-02-28", "2027-02-12", "2031-05-01"])
def test_a_clone_of_a_file_without_errors_has_none(path: Path, to: str) -> None:
    new = made(path.read_text("utf-8"), to)
    _, problems = build.read(new.text, "le.yaml", holidays_of)
    assert new.ceremony is not None
    assert new.ceremony.id == new.id
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []


# --- where days go ---


def test_preparation_keeps_its_working_days_across_tet() -> None:
    # From Friday back to Monday are four working days; so are those from 25/02/2026 over Tết (16 to 20 February).
    assert lines("tasks:\n  E: {title: E, lead: a, finish: by 18/11/2024}\n", "2026-02-25") == [
        "date: 25/02/2026",
        "E: {title: E, lead: a, finish: by 12/02/2026}",
    ]


def test_a_saturday_worked_in_exchange_counts_as_a_working_day() -> None:
    # Monday 28/04/2025 has a worked Saturday before it; 21/11/2024 is one working day before a Friday.
    assert lines("start: 21/11/2024\n", "2025-04-28") == ["date: 28/04/2025", "start: 26/04/2025"]


def test_a_task_counts_on_its_own_calendar() -> None:
    text = """
        worktime: {six: {days: Mon-Sat, hours: [08:00-12:00]}}
        tasks:
          E: {title: E, lead: a, worktime: six, finish: by 18/11/2024}
          F: {title: F, lead: a, elapsed: 2h, not_before: 18/11/2024}
        """
    # To Monday 24/11/2025: four days from Monday to Friday are four of the six, or four of the clock.
    assert lines(text, "2025-11-24") == [
        "date: 24/11/2025",
        "E: {title: E, lead: a, worktime: six, finish: by 19/11/2025}",
        "F: {title: F, lead: a, elapsed: 2h, not_before: 20/11/2025}",
    ]


def test_a_chain_counts_on_the_calendars_of_its_first_and_last_step() -> None:
    text = """
        worktime: {six: {days: Mon-Sat, hours: [08:00-12:00]}}
        tasks:
          C:
            title: C
            not_before: 11/11/2024
            finish: by 18/11/2024
            approval:
              - {act: draft, lead: a, work: 1d}
              - {act: opinion, lead: a, worktime: six, work: 1d, finish: by 18/11/2024}
              - {act: revise, lead: a, work: 1d, finish: by 18/11/2024}
              - {act: final, lead: a, worktime: six, work: 1d}
        """
    assert lines(text, "2025-11-24") == [
        "date: 24/11/2025",
        "not_before: 11/11/2025",
        "finish: by 19/11/2025",
        "- {act: opinion, lead: a, worktime: six, work: 1d, finish: by 19/11/2025}",
        "- {act: revise, lead: a, work: 1d, finish: by 18/11/2025}",
    ]


def test_the_day_itself_and_days_off_keep_their_days_of_the_calendar() -> None:
    text = """
        holidays: {off: [{day: 20/11/2024, name: Nghỉ riêng}], work: [16/11/2024]}
        day: {n: {title: n, lead: a, at: 21/11/2024 08:00, work: 1h}}
        """
    assert lines(text, "2025-11-24") == [
        "date: 24/11/2025",
        "holidays: {off: [{day: 22/11/2025, name: Nghỉ riêng}], work: [18/11/2025]}",
        "day: {n: {title: n, lead: a, at: 23/11/2025 08:00, work: 1h}}",
    ]


def test_working_days_of_the_new_year_know_the_days_off_that_moved_along() -> None:
    text = "holidays: {off: [20/11/2024]}\nstart: 19/11/2024\n"
    assert lines(text, "2025-11-21") == [
        "date: 21/11/2025",
        "holidays: {off: [19/11/2025]}",
        "start: 18/11/2025",
    ]


@pytest.mark.parametrize(
    ("key", "new"),
    [
        ("finish: by 16/11/2024", "finish: by 14/11/2025"),
        ("finish: before 16/11/2024", "finish: before 17/11/2025"),
        ("finish: before 16/11/2024 12:00", "finish: before 14/11/2025 12:00"),
        ("not_before: 16/11/2024", "not_before: 17/11/2025"),
        ("at: 16/11/2024 08:00", "at: 14/11/2025 08:00"),
    ],
)
def test_what_nobody_worked_on_goes_back_where_it_is_due_and_forward_where_it_is_earliest(key: str, new: str) -> None:
    line = "tasks: {{E: {{title: E, lead: a, {}}}}}"
    assert lines(line.format(key) + "\n", "2025-11-21") == ["date: 21/11/2025", line.format(new)]


def test_a_decision_on_a_day_off_after_day_n_goes_forward() -> None:
    line = "decisions: [{{when: {} 09:00, who: a, choose: Họp lại}}]"
    assert lines(line.format("30/11/2024") + "\n", "2025-11-21") == ["date: 21/11/2025", line.format("01/12/2025")]


def test_day_n_itself_stays_day_n_though_nobody_works_on_it() -> None:
    line = "tasks: {{E: {{title: E, lead: a, finish: by {}}}}}"
    head = HEAD.replace("22/11/2024", "23/11/2024")
    assert lines(line.format("23/11/2024") + "\n", "2025-11-22", head) == [
        "date: 22/11/2025",
        line.format("22/11/2025"),
    ]


def test_an_earliest_day_never_passes_day_n() -> None:
    # From Monday 25/11/2024 the Sunday before it; the day before Monday 24/11/2025 is a Sunday too.
    head = HEAD.replace("22/11/2024", "25/11/2024")
    text = "tasks: {E: {title: E, lead: a, not_before: 24/11/2024}}\n"
    assert lines(text, "2025-11-24", head) == [
        "date: 24/11/2025",
        "tasks: {E: {title: E, lead: a, not_before: 21/11/2025}}",
    ]


def test_what_is_counted_from_day_n_is_untouched() -> None:
    text = """
        start: N-10w 13:30
        tasks: {E: {title: E, lead: a, finish: before N-2w, not_before: n - 3}}
        day: {n: {title: n, lead: a, at: opening-1h}}
        decisions: [{when: N 09:45, trigger: Mưa, who: a, choose: Vào nhà}]
        """
    assert lines(text, "2025-11-24") == ["date: 24/11/2025"]


# --- the day and its window ---


@pytest.mark.parametrize(
    ("old", "to", "new"),
    [
        # The ends fall on a Sunday, so the window goes on by a day; the reserve goes on to Monday.
        (
            "{window: 18/11/2024..25/11/2024, days: Mon-Fri, chosen: 22/11/2024, reserve: 25/11/2024}",
            "2025-11-20",
            "{window: 17/11/2025..24/11/2025, days: Mon-Fri, chosen: 20/11/2025, reserve: 24/11/2025}",
        ),
        (
            "{window: 18/11/2024..25/11/2024, days: Mon-Fri, chosen: 22/11/2024}",
            "2025-11-20",
            "{window: 17/11/2025..24/11/2025, days: Mon-Fri, chosen: 20/11/2025}",
        ),
        # A reserve ahead of the day goes back.
        (
            "{window: 18/11/2024..25/11/2024, days: Mon-Fri, chosen: 22/11/2024, reserve: 21/11/2024}",
            "2025-11-24",
            "{window: 20/11/2025..27/11/2025, days: Mon-Fri, chosen: 24/11/2025, reserve: 21/11/2025}",
        ),
        # Any weekday will do: nothing is in the way.
        (
            "{window: 18/11/2024..25/11/2024, chosen: 22/11/2024}",
            "2025-11-20",
            "{window: 16/11/2025..23/11/2025, chosen: 20/11/2025}",
        ),
        # Without a chosen day, day N is the first of the window.
        ("{window: 18/11/2024..25/11/2024}", "2025-11-22", "{window: 22/11/2025..29/11/2025}"),
        (
            "{window: 18/11/2024..25/11/2024, days: Mon-Fri}",
            "2025-11-22",
            "{window: 22/11/2025..29/11/2025, days: Mon-Fri}",
        ),
        ("{chosen: 22/11/2024}", "2025-11-22", "{chosen: 22/11/2025}"),
        ("{window: 22/11/2024, chosen: 22/11/2024}", "2025-11-22", "{window: 22/11/2025, chosen: 22/11/2025}"),
        # The reserve of a Tuesday before Reunification Day and 1 May, and the swapped 2 May behind it.
        (
            "{window: 18/11/2024..22/11/2024, days: Mon-Fri, chosen: 19/11/2024, reserve: 20/11/2024}",
            "2025-04-29",
            "{window: 28/04/2025..05/05/2025, days: Mon-Fri, chosen: 29/04/2025, reserve: 05/05/2025}",
        ),
        # A Saturday is no day off to a ceremony that asks for one.
        (
            "{window: 23/11/2024..24/11/2024, days: T7-CN, chosen: 23/11/2024, reserve: 24/11/2024}",
            "2025-11-22",
            "{window: 22/11/2025..23/11/2025, days: T7-CN, chosen: 22/11/2025, reserve: 23/11/2025}",
        ),
    ],
)
def test_the_window_goes_along_and_holds_what_it_held(old: str, to: str, new: str) -> None:
    head = HEAD.replace("22/11/2024", old)
    assert lines("", to, head) == [f"date: {new}"]


# --- the text ---


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 22/11/2024", "date: 05/01/2026"),
        ("date: 2024-11-22", "date: 2026-01-05"),
        ("date: {chosen: 22/11/2024, reserve: 9/12/2024}", "date: {chosen: 05/01/2026, reserve: 22/1/2026}"),
        ('date:   "22/11/2024"   # 22/11/2024', 'date:   "05/01/2026"   # 22/11/2024'),
        ("date: '2024-11-22' # ngày", "date: '2026-01-05' # ngày"),
        ("date: >-\n  22/11/2024\n", "date: >-\n  05/01/2026\n"),
        ("date: | # 22/11/2024\n  22/11/2024\n", "date: | # 22/11/2024\n  05/01/2026\n"),
        ("date:\n  chosen:\n    22/11/2024", "date:\n  chosen:\n    05/01/2026"),
        ("start: 2024-11-22T08:00\ndate: 22/11/2024", "start: 2026-01-05T08:00\ndate: 05/01/2026"),
        (
            "date: {window: 20/11/2024  ..  22/11/2024, chosen: 22/11/2024}",
            "date: {window: 03/01/2026  ..  05/01/2026, chosen: 05/01/2026}",
        ),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_sign_but_the_days_and_the_id_is_kept(old: str, new: str, ending: str, mark: str) -> None:
    text, expected = (
        mark
        + dedent(HEAD)
        .lstrip()
        .replace("date: 22/11/2024", day)
        .replace("le-2024", name)
        .replace("Lễ", "Le\u0302\u0303")
        .replace("\n", ending)
        for day, name in ((old, "le-2024 # mã"), (new, "le-2026 # mã"))
    )
    assert made(text, "2026-01-05").text == expected


def test_a_day_that_is_spelt_with_escapes_is_left_to_a_person() -> None:
    text = 'start: "15\\x2f11/2024" # 15/11/2024\n'
    assert lines(text, "2025-11-21") == ["date: 21/11/2025"]
    by_hand = [
        (one.line, one.place) for one in made(dedent(HEAD) + text, "2025-11-21").remarks if one.code == "by-hand"
    ]
    assert by_hand == [(7, "start")]


def test_an_id_that_is_spelt_with_escapes_is_left_to_a_person() -> None:
    head = dedent(HEAD).lstrip().replace("le-2024", '"le\\x2d2024" # le-2024')
    new = made(head, "2025-11-21")
    assert changed(head, new.text) == ["date: 21/11/2025"]
    assert [(one.line, one.place) for one in new.remarks if one.code == "by-hand"] == [(1, "ceremony")]


@pytest.mark.parametrize(
    ("old", "to", "new"),
    [
        ("le-2024", "2025-11-21", "le-2025"),
        ("2024.le-2024", "2025-11-21", "2025.le-2025"),
        ("le-12024", "2025-11-21", "le-12024-2025"),
        ("le", "2025-11-21", "le-2025"),
        ("le-2024", "2024-11-25", "le-2024-1125"),
        ("le", "2024-11-25", "le-2024"),
        ("le-2025", "2025-11-21", "le-2025-1121"),
        ("a" * 64, "2025-11-21", "a" * 59 + "-2025"),
        ("2024" + "a" * 55 + "-1125", "2024-11-25", "2024" + "a" * 51 + "-20241125"),
    ],
)
def test_the_id_is_always_another(old: str, to: str, new: str) -> None:
    clone = made(dedent(HEAD).replace("le-2024", old), to)
    assert clone.id == new
