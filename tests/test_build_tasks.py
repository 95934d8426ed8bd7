"""Tasks of all four parts, approval chains, fan-out and links, as a file tells them."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

import pytest

from runbook import build
from runbook.model import (
    Assumed,
    Base,
    Ceremony,
    Day,
    Deadline,
    DurationKind,
    Link,
    Moment,
    Part,
    Relation,
    Task,
)
from runbook.problems import Place
from runbook.worktime import WorkPattern
from tests.reading import ceremony, holidays_of
from tests.shipped import vietnam

OPENING, CLOSING = Moment(Base.OPENING, minute=0), Moment(Base.CLOSING, minute=0)
HEAD = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: Cơ quan A, b: Cơ quan B}\n"


def built(text: str, *options: str) -> Ceremony:
    return ceremony(HEAD + dedent(text), options)


def task(text: str) -> Task:
    """The task E of a file that holds it, as `{...}`, with lead a."""
    return built(f"tasks:\n  E: {{title: Ký, lead: a, {text}}}\n").task("E")


def codes(text: str) -> list[str]:
    found, problems = build.read(HEAD + dedent(text), "le.yaml", holidays_of)
    assert found is None
    return [problem.code for problem in problems]


def test_a_task_with_everything() -> None:
    found = built("""
        phases: {kt: Khen thưởng}
        assumptions: {S4: Ước tính}
        tasks:
          E3: {title: Họp, lead: a}
          E4: {title: Ký, phase: kt, lead: a, support: b, work: 1d, after: E3, finish: before 15/11/2024,
               ref: [VII.7, VI], assumed: [work S4, lead], location: Phòng 1, note: Mang dấu, trouble: Gọi,
               place: late, not_before: 12/11/2024, worktime: always, recurs: hằng tuần, at: 14/11/2024 09:00}
    """)
    assert found.task("E4") == Task(
        id="E4",
        title="Ký",
        lead="a",
        support=("b",),
        phase="kt",
        kind=DurationKind.WORK,
        minutes=1440,
        worktime="always",
        not_before=Moment(Base.DAY, Day(date(2024, 11, 12))),
        fixed_start=Moment(Base.DAY, Day(date(2024, 11, 14)), 540),
        deadline=Deadline(Moment(Base.DAY, Day(date(2024, 11, 15))), inclusive=False),
        place_late=True,
        location="Phòng 1",
        refs=("VII.7", "VI"),
        assumed=(Assumed("work", "S4"), Assumed("lead")),
        note="Mang dấu",
        trouble="Gọi",
        recurs="hằng tuần",
    )
    assert found.task("E4").origin == Place("le-thu.yaml", 11, 3, 2)
    assert found.links == (Link("E3", "E4"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (DurationKind.WORK, 0, "office")),
        ("work: 0", (DurationKind.WORK, 0, "office")),
        ("work: 1d", (DurationKind.WORK, 480, "office")),
        ("work: 1w", (DurationKind.WORK, 2400, "office")),
        ("work: 1d, worktime: always", (DurationKind.WORK, 1440, "always")),
        ("elapsed: 1d", (DurationKind.ELAPSED, 1440, "always")),
        ("elapsed: 1w", (DurationKind.ELAPSED, 7 * 1440, "always")),
        ("length: 90m", (DurationKind.CLOCK, 90, "always")),
    ],
)
def test_how_a_duration_is_counted(text: str, expected: tuple[DurationKind, int, str]) -> None:
    found = task(text)
    assert (found.kind, found.minutes, found.worktime) == expected


def test_a_task_works_by_the_calendar_of_its_lead_unless_it_has_its_own() -> None:
    found = ceremony("""
        ceremony: le
        title: Lễ
        date: 22/11/2024
        hours: 08:30-10:30
        worktime:
          ngan: {days: Tue-Thu, hours: [08:00-10:00], day: 3h, holidays: []}
          sau: {hours: {T2-T6: [08:00-11:00], T7: 08:00-10:00}, holidays: [Việt Nam]}
        agencies: {a: {name: A, worktime: ngan}}
        tasks:
          E1: {title: Một, lead: a, work: 1d}
          E2: {title: Hai, lead: a, work: 1d, worktime: sau}
          E3: {title: Ba, lead: a, work: 1d, worktime: office, after: [E1 FS+1d work, E2 SS+1d, E2]}
          E4: {title: Bốn, lead: a, after: E3 FF-2h}
    """)
    assert [(one.minutes, one.worktime) for one in found.tasks] == [
        (180, "ngan"),
        (180, "sau"),
        (480, "office"),
        (0, "ngan"),
    ]
    assert found.worktimes["ngan"].pattern == WorkPattern(((), *(((480, 600),),) * 3, (), (), ()), 180, {})
    assert found.worktimes["sau"].pattern == WorkPattern((*(((480, 660),),) * 5, ((480, 600),), ()), 180, vietnam())
    assert found.links == (
        Link("E1", "E3", lag=480, lag_worktime=True),
        Link("E2", "E3", Relation.SS, 1440),
        Link("E2", "E3"),
        Link("E3", "E4", Relation.FF, -120),
    )


CHAIN = """
    tasks:
      B2: {title: Gửi báo cáo, lead: b}
      C:
        title: Bài phát biểu
        lead: a
        after: B2
        not_before: 11/11/2024
        finish: by 20/11/2024
        ref: VII.1
        approval:
          - {id: C1, act: draft, work: 1.5d, after: B2 SS}
          - {id: C2, act: opinion, lead: b, work: 1d, title: Thẩm định, ref: VII.2}
          - {id: chot, act: final}
      D: {title: In, lead: a, after: C}
      E: {title: Đọc, lead: a, after: C2}
"""


def test_an_approval_chain_opens_to_linked_steps() -> None:
    found = built(CHAIN)
    assert found.tasks[1:4] == (
        Task(
            "C1",
            "Dự thảo: Bài phát biểu",
            "a",
            minutes=720,
            not_before=Moment(Base.DAY, Day(date(2024, 11, 11))),
            refs=("VII.1",),
            chain="C",
            act="draft",
        ),
        Task("C2", "Thẩm định", "b", minutes=480, refs=("VII.2",), chain="C", act="opinion"),
        Task(
            "chot",
            "Phê duyệt: Bài phát biểu",
            "a",
            deadline=Deadline(Moment(Base.DAY, Day(date(2024, 11, 20))), inclusive=True),
            refs=("VII.1",),
            chain="C",
            act="final",
        ),
    )
    assert found.links == (
        Link("C1", "C2"),
        Link("C2", "chot"),
        Link("B2", "C1"),
        Link("B2", "C1", Relation.SS),
        Link("chot", "D"),
        Link("C2", "E"),
    )


def test_steps_are_named_in_the_language_of_the_ceremony() -> None:
    assert built("language: en" + CHAIN.replace("\n    ", "\n")).task("C1").title == "Draft: Bài phát biểu"


def test_fan_out_to_every_member_of_a_group_inner_groups_opened() -> None:
    found = ceremony("""
        ceremony: le
        title: Lễ
        date: 22/11/2024
        hours: 08:30-10:30
        agencies:
          so: Sở
          quan: {name: Các quận, members: {q1: Quận 1, q2: Quận 2}}
          ca: {name: Cả, members: [so, quan, q1]}
        tasks:
          B1: {title: Gửi, each: ca, work: 1d}
          B2: {title: Nộp, lead: so, each: quan}
    """)
    assert [(one.lead, one.receipts) for one in found.tasks] == [("ca", ("so", "q1", "q2")), ("so", ("q1", "q2"))]


def test_the_programme_runs_from_the_opening_to_the_closing() -> None:
    found = built("""
        programme:
          - {id: p1, item: 1, title: Khai mạc, lead: a, length: 10m, cue: MC1}
          - {id: p2, item: 1, title: Phim, lead: b, support: [a], length: 15m, at: 09:00, trouble: Bỏ}
          - {id: p3, title: Bế mạc, lead: a}
    """)
    stage = {"part": Part.PROGRAMME, "kind": DurationKind.CLOCK, "worktime": "always"}
    assert found.tasks == (
        Task("p1", "Khai mạc", "a", minutes=10, fixed_start=OPENING, cue="MC1", item="1", **stage),  # type: ignore[arg-type]
        Task(
            "p2",
            "Phim",
            "b",
            ("a",),
            minutes=15,
            fixed_start=Moment(Base.DAY, Day(), 540),
            item="1",
            trouble="Bỏ",
            **stage,  # type: ignore[arg-type]
        ),
        Task("p3", "Bế mạc", "a", deadline=Deadline(CLOSING, inclusive=True), **stage),  # type: ignore[arg-type]
    )
    assert found.links == (Link("p1", "p2"), Link("p2", "p3"))


def test_duties_afterwards_wait_for_the_closing_unless_they_say_when() -> None:
    found = built("""
        after:
          Q1: {title: Dọn, lead: a, work: 1h}
          Q2: {title: Báo cáo, lead: a, not_before: N+1w}
          Q3: {title: Họp, lead: a, at: N+2w 08:00}
    """)
    assert [(one.not_before, one.fixed_start) for one in found.tasks] == [
        (CLOSING, None),
        (Moment(Base.DAY, Day(offset=1, working=True)), None),
        (None, Moment(Base.DAY, Day(offset=2, working=True), 480)),
    ]


def test_duties_of_the_day_count_on_the_clock() -> None:
    found = built("""
        day:
          n1: {title: Mở cửa, lead: a, at: opening-2h45m, length: 30m}
          n2: {title: Sẵn sàng, lead: a, after: n1}
    """)
    assert [(one.kind, one.minutes, one.worktime) for one in found.tasks] == [
        (DurationKind.CLOCK, 30, "always"),
        (DurationKind.CLOCK, 0, "always"),
    ]


def test_a_chain_of_the_day_takes_its_times_from_its_first_step() -> None:
    found = built("""
        day:
          c:
            title: Lời dẫn
            lead: a
            approval: [{id: c1, act: draft, at: N-1 08:00, length: 1h}, {id: c2, act: final, length: 1h}]
    """)
    assert [(one.id, one.part, one.minutes) for one in found.tasks] == [("c1", Part.DAY, 60), ("c2", Part.DAY, 60)]


def test_steps_without_ids_go_by_their_place_and_never_take_the_id_of_another() -> None:
    rows = "{act: draft}, {id: c2, act: opinion}, {act: revise}, {id: C3, act: revise}, {act: final}"
    text = f"tasks:\n  C: {{title: Bài, lead: a, approval: [{rows}]}}\n"
    found, problems = build.read(HEAD + text, "le.yaml", holidays_of)
    assert found is not None
    assert [task.id for task in found.tasks] == ["C1", "c2", "C6", "C3", "C5"]
    assert [(one.code, one.facts) for one in problems] == [
        ("step-without-id", {"id": "C", "ids": "id: C1, id: C6, id: C5"})
    ]


def test_a_long_chain_proposes_its_first_ids() -> None:
    text = f"tasks:\n  C: {{title: Bài, lead: a, approval: [{', '.join(['{act: revise}'] * 11)}]}}\n"
    (problem,) = build.read(HEAD + text, "le.yaml", holidays_of)[1]
    assert problem.facts["ids"] == ", ".join([*(f"id: C{number}" for number in range(1, 11)), "…"])


def test_ids_are_unique_over_all_parts_and_steps() -> None:
    assert codes("""
        tasks:
          C: {title: Bài, approval: [{act: draft, lead: a}]}
          C1: {title: Khác, lead: a}
        day: {c: {title: Trùng, lead: a, at: opening}}
        programme: [{id: C1, title: Trùng, lead: a}]
        after: {Q: {title: Được, lead: a}}
    """) == ["step-without-id", "duplicate-id", "duplicate-id", "duplicate-id"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("lead: Cơ quan A", "a"),
        ("lead: so-vht", "so-vhtt"),
        ("lead: Sở VHTT", "so-vhtt"),
        ("lead: Sở Văn hoá và Thể thao", "so-vhtt"),
        ("lead: a, chu_tri: x", "lead"),
        ("lead: a, Chủ trì: x", "lead"),
        ("lead: a, leed: x", "lead"),
        ("lead: a, thời lượng: 1d", "work"),
        ("lead: a, deadline: x", "finish"),
        ("lead: a, xyzzy: x", ""),
        ("lead: xyzzy", ""),
        ("lead: a, after: E11", "E1"),
        ("lead: a, worktime: Office", "office"),
    ],
)
def test_what_was_probably_meant(text: str, near: str) -> None:
    agencies = "agencies: {a: Cơ quan A, so-vhtt: {name: Sở Văn hóa và Thể thao, short: Sở VHTT}}\n"
    head = "\n".join(HEAD.split("\n")[:4])
    whole_text = f"{head}\n{agencies}tasks:\n  E1: {{title: Một, lead: a}}\n  X: {{title: Ký, {text}}}\n"
    _, problems = build.read(whole_text, "f", holidays_of)
    assert [problem.facts.get("near") for problem in problems] == [near]
