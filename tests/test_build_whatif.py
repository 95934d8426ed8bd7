"""What-if options laid over a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook import build, whatif
from runbook.model import (
    Agency,
    Base,
    Ceremony,
    Day,
    Link,
    Moment,
)
from runbook.occasion import Venue
from runbook.problems import Place, Problem, Severity
from runbook.syntax import parse
from tests.reading import ceremony, holidays_of
from tests.shipped import ROOT

HEAD = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: Cơ quan A, b: Cơ quan B}\n"


def built(text: str, *options: str) -> Ceremony:
    return ceremony(HEAD + dedent(text), options)


WHATIF = """
    holidays: {off: [20/11/2024]}
    tasks:
      E1: {title: Một, lead: a, work: 1d}
      E.2: {title: Hai, lead: a, work: 1d, after: E1, finish: by 15/11/2024}
      C: {title: Bài, lead: a, approval: [{id: C1, act: draft, work: 1d}, {id: C2, act: final, work: 1d}]}
    programme: [{id: p1, title: Khai mạc, lead: a, length: 10m}]
"""


def test_a_changed_value_is_read_by_the_same_grammar() -> None:
    options = ("E1.work=2 ngày", "E.2.after+=C", "C2.lead=b", "p1.length=1h", "E.2.finish=", "hours=09:00-11:00")
    found = built(WHATIF, *options)
    assert found == replaced(
        built(WHATIF),
        worktimes=found.worktimes,
        opening=540,
        closing=660,
        tasks={
            "E1": {"minutes": 960},
            "E.2": {"deadline": None},
            "C2": {"lead": "b"},
            "p1": {"minutes": 60},
        },
        links=(Link("C1", "C2"), Link("E1", "E.2"), Link("C2", "E.2")),
    )


def replaced(before: Ceremony, tasks: dict[str, dict[str, object]], **values: object) -> Ceremony:
    changed = tuple(replace(one, **tasks.get(one.id, {})) for one in before.tasks)  # type: ignore[arg-type]
    return replace(before, tasks=changed, **values)  # type: ignore[arg-type]


def test_a_step_without_an_id_is_changed_under_the_id_it_goes_by() -> None:
    text = HEAD + "tasks: {C: {title: Bài, lead: a, approval: [{act: draft}, {act: revise}, {id: C2, act: final}]}}\n"
    wanted = [one for one in (whatif.change("C4.lead=b"),) if isinstance(one, whatif.Change)]
    found, _ = build.read(text, "le.yaml", holidays_of, wanted)
    assert found is not None
    assert [(task.id, task.lead) for task in found.tasks] == [("C1", "a"), ("C4", "b"), ("C2", "a")]


def test_paths_of_keys_short_forms_and_lists() -> None:
    found = built(
        WHATIF,
        "date.chosen=25/11/2024",
        "date.window=18/11/2024..25/11/2024",
        "holidays.off+=21/11/2024",
        "holidays.work+={day: 23/11/2024, name: Bù}",
        "agencies.b.short=BB",
        "venue.address=Số 1",
        "worktime.office={hours: [08:00-10:00]}",
        "start=08/11/2024",
        "E1.support=[b]",
    )
    assert (found.date.first, found.date.chosen) == (date(2024, 11, 18), date(2024, 11, 25))
    own = {day for day in found.worktimes["office"].pattern.holidays if day.month == 11}
    assert own == {date(2024, 11, 20), date(2024, 11, 21), date(2024, 11, 23)}
    assert found.agency("b") == Agency("b", "Cơ quan B", "BB")
    assert found.venue == Venue("", "Số 1")
    assert found.worktimes["office"].day_minutes == 120
    assert found.start == Moment(Base.DAY, Day(date(2024, 11, 8)))
    assert found.task("E1").support == ("b",)


def test_a_problem_in_a_changed_value_stands_in_the_option() -> None:
    changes = [whatif.change(text, number) for number, text in enumerate(("E1.work=2d", "E1.wrok=3x", "E1.lead=x"), 1)]
    assert all(isinstance(one, whatif.Change) for one in changes)
    _, problems = build.read(HEAD + dedent(WHATIF), "le.yaml", holidays_of, changes)  # type: ignore[arg-type]
    assert problems == (
        Problem("unknown-key", Place("--set", 2, 4, 4), {"key": "wrok", "section": "task", "near": "work"}),
        Problem("unknown-agency", Place("--set", 3, 9, 1), {"id": "x", "near": ""}),
    )


def test_changes_leave_the_nodes_as_they_were() -> None:
    node, _ = parse(HEAD + dedent(WHATIF), "le.yaml")
    change = whatif.change("E1.work=2d")
    assert isinstance(change, whatif.Change)
    once, _ = build.ceremony(node, "le.yaml", holidays_of, [change])
    again, _ = build.ceremony(node, "le.yaml", holidays_of)
    assert once is not None
    assert again is not None
    assert (once.task("E1").minutes, again.task("E1").minutes) == (960, 480)


@pytest.mark.parametrize("text", ["", "E1", "=2d", "E1.=2d", "E1 work=2d", "E1.work", ".work=1d"])
def test_an_option_of_another_shape_is_refused(text: str) -> None:
    found = whatif.change(text, 3)
    assert found == Problem("bad-set", Place("--set", 3, 1, max(len(text), 1)), {"text": text})


@pytest.mark.parametrize(
    ("option", "key", "near", "column"),
    [
        ("E1=", "E1", "", 1),
        ("E1.wrk=", "wrk", "work", 4),
        ("nonsense=", "nonsense", "", 1),
        ("E1.finish=", "finish", "", 4),
        ("C1.phase=", "phase", "", 4),
        ("venue.name=", "name", "", 7),
        ("titel=", "titel", "title", 1),
    ],
)
def test_a_key_that_is_not_there_cannot_be_taken_away(option: str, key: str, near: str, column: int) -> None:
    change = whatif.change(option)
    assert isinstance(change, whatif.Change)
    found, problems = build.read(HEAD + dedent(WHATIF), "le.yaml", holidays_of, [change])
    assert found is None
    assert problems == (Problem("set-not-given", Place("--set", 1, column, len(key)), {"key": key, "near": near}),)


ASSUMED = """
    assumptions: {S1: Ước tính, S2: Thỏa thuận}
    tasks:
      E1: {title: Một, lead: a, work: 1d, finish: by N-2w, assumed: [work S1, lead S2, finish]}
      E2: {title: Hai, lead: a, elapsed: 1d, assumed: "elapsed S1, lead S2"}
      E3: {title: Ba, lead: a, work: 1d, assumed: work S1}
      C:
        title: Bài
        assumed: [work S1, lead S2]
        lead: a
        approval: [{id: C1, act: draft, work: 1d}, {id: C2, act: final, work: 1d}]
"""


def test_a_duration_set_replaces_one_of_another_kind_and_its_mark() -> None:
    found = built(ASSUMED, "E1.elapsed=3d", "E2.work=2d", "E3.length=2h", "C2.elapsed=1d")
    assert [(one.id, one.kind.value, one.minutes) for one in found.tasks] == [
        ("E1", "elapsed", 3 * 1440),
        ("E2", "work", 960),
        ("E3", "length", 120),
        ("C1", "work", 480),
        ("C2", "elapsed", 1440),
    ]
    assert [[(mark.key, mark.assumption) for mark in one.assumed] for one in found.tasks] == [
        [("lead", "S2"), ("finish", "")],
        [("lead", "S2")],
        [],
        [("work", "S1"), ("lead", "S2")],
        [("lead", "S2")],
    ]


def test_a_key_taken_away_is_no_longer_assumed() -> None:
    found = built(ASSUMED, "E1.work=", "E1.finish=", "E3.work=", "C1.work=")
    assert [found.task(one).minutes for one in ("E1", "E3", "C1")] == [0, 0, 0]
    assert [len(found.task(one).assumed) for one in ("E1", "E3", "C1", "C2")] == [1, 0, 1, 2]


def test_the_same_duration_set_stays_assumed() -> None:
    assert len(built(ASSUMED, "E1.work=2d").task("E1").assumed) == 3


def test_a_control_sign_in_an_option_is_refused() -> None:
    found = whatif.change("E1.title=\x1b[2J", 2)
    assert found == Problem("unreadable-sign", Place("--set", 2, 1, 13), {"sign": "U+001B"})


def test_the_chosen_day_may_be_moved_to_the_reserve_day_with_a_warning() -> None:
    text = HEAD.replace(
        "date: 22/11/2024", "date: {window: 18/11/2024..25/11/2024, chosen: 22/11/2024, reserve: 25/11/2024}"
    )
    change = whatif.change("date.chosen=25/11/2024")
    assert isinstance(change, whatif.Change)
    found, problems = build.read(text, "le.yaml", holidays_of, [change])
    assert found is not None
    assert found.date.chosen == found.date.reserve == date(2024, 11, 25)
    assert [(one.code, one.severity) for one in problems] == [("reserve-is-chosen", Severity.WARNING)]


STARTER = (ROOT / "runbook" / "starter.yaml").read_text(encoding="utf-8")
TARGETS = st.sampled_from(
    ["", "A1.", "B2.", "p1.", "date.", "agencies.ubnd.", "venue.", "worktime.office.", "tasks.", "x."]
)
KEYS = st.sampled_from(
    ["work", "after", "lead", "chosen", "hours", "hosts", "members", "approval", "date", "programme", "id"]
)
VALUES = st.one_of(st.text(max_size=12), st.sampled_from(["2d", "[B2, C1]", "{a: b}", "[", "", "22/11/2024", "A1"]))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TARGETS, KEYS, st.sampled_from(["=", "+="]), VALUES).map("".join), min_size=1, max_size=3))
def test_any_option_gives_a_ceremony_or_problems(options: list[str]) -> None:
    parsed = [whatif.change(option, number) for number, option in enumerate(options, 1)]
    changes = [one for one in parsed if isinstance(one, whatif.Change)]
    found, problems = build.read(STARTER, "le.yaml", holidays_of, changes)
    assert (found is None) == any(problem.severity is Severity.ERROR for problem in problems)
