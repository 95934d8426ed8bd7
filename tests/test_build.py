"""A file's text to the whole Ceremony: the occasion, its agencies and calendars, its limits."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from runbook import build
from runbook.build import whole
from runbook.model import (
    Agency,
    Base,
    Ceremony,
    Contact,
    Day,
    Decision,
    EventDate,
    Moment,
    Part,
)
from runbook.occasion import PlanDocument, Venue
from runbook.problems import Place, Problem
from runbook.worktime import ALWAYS, DayOff, WorkPattern
from tests.reading import ceremony, holidays_of
from tests.shipped import ROOT, vietnam

MORNING, AFTERNOON = (480, 720), (810, 1050)
OFFICE = WorkPattern(((MORNING, AFTERNOON),) * 5 + ((), ()), 480, vietnam())
HEAD = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: Cơ quan A, b: Cơ quan B}\n"


def built(text: str, *options: str) -> Ceremony:
    return ceremony(HEAD + dedent(text), options)


def test_the_smallest_file() -> None:
    found = ceremony("ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 20:00-01:00\n")
    day = date(2024, 11, 22)
    worktimes = found.worktimes
    assert found == Ceremony(
        id="le",
        title="Lễ",
        date=EventDate(day, day, chosen=day),
        opening=1200,
        closing=1500,
        agencies=(),
        tasks=(),
        worktimes=worktimes,
    )
    assert {name: calendar.pattern for name, calendar in worktimes.items()} == {"office": OFFICE, "always": ALWAYS}


def test_the_occasion_itself() -> None:
    found = ceremony("""
        ceremony: le
        title: "Lễ   kỷ niệm"
        language: en
        zone: Asia/Bangkok
        plan: {number: 1/KH, date: 08/11/2024, issuer: UBND, signer: A, title: T}
        hosts: [Thành ủy, "UBND, HĐND"]
        date: {window: 18/11/2024..25/11/2024, part: sáng, days: T2-T6, chosen: 22/11/2024, reserve: 25/11/2024}
        hours: 08h30-10h30
        start: 08/11/2024 13:30
        venue: Hội trường
        agencies: {a: Cơ quan A}
        assumptions: {S1: Ước tính, S2: Khác}
        phases: {b: Sau, a: Trước}
        decisions:
          - {when: N-1w 17:00, trigger: Mưa, who: [a], choose: Hoãn}
          - {when: 18/11/2024, who: a, choose: Rút gọn}
    """)
    assert (found.title, found.language, found.zone, found.opening, found.closing) == (
        "Lễ kỷ niệm",
        "en",
        "Asia/Bangkok",
        510,
        630,
    )
    assert found.plan == PlanDocument("1/KH", date(2024, 11, 8), "UBND", "A", "T")
    assert found.hosts == ("Thành ủy", "UBND, HĐND")
    assert found.date == EventDate(
        first=date(2024, 11, 18),
        last=date(2024, 11, 25),
        chosen=date(2024, 11, 22),
        reserve=date(2024, 11, 25),
        weekdays=frozenset({1, 2, 3, 4, 5}),
        part="morning",
    )
    assert found.start == Moment(Base.DAY, Day(date(2024, 11, 8)), 810)
    assert found.venue == Venue("Hội trường")
    assert found.assumptions == {"S1": "Ước tính", "S2": "Khác"}
    assert list(found.phases.items()) == [("b", "Sau"), ("a", "Trước")]
    assert found.decisions == (
        Decision("Mưa", ("a",), "Hoãn", Moment(Base.DAY, Day(offset=-1, working=True), 1020)),
        Decision("", ("a",), "Rút gọn", Moment(Base.DAY, Day(date(2024, 11, 18)))),
    )


def test_agencies_in_protocol_order_with_groups_members_and_people() -> None:
    found = ceremony("""
        ceremony: le
        title: Lễ
        date: 22/11/2024
        hours: 08:30-10:30
        worktime: {toi: {days: Mon-Sun, hours: 18:00-22:00, holidays: none}}
        agencies:
          z: {name: Sở Z, short: Z, standing: có, requested: yes, phone: 01, email: z@z.vn, worktime: toi, aliases: Zét,
              contacts: [{name: Ông A, phone: 02, email: a@z.vn, duty: Trực}, Bà B]}
          quan: {name: Các quận, worktime: toi,
                 members: {ba-dinh: Quận Ba Đình, tay-ho: {name: Quận Tây Hồ, worktime: office}}}
          ban: {name: Ban, members: [z, quan]}
    """)
    assert found.agencies == (
        Agency(
            "z",
            "Sở Z",
            "Z",
            standing=True,
            requested=True,
            phone="01",
            email="z@z.vn",
            worktime="toi",
            contacts=(Contact("Ông A", "02", "a@z.vn", "Trực"), Contact("Bà B")),
            aliases=("Zét",),
        ),
        Agency("quan", "Các quận", worktime="toi", members=("ba-dinh", "tay-ho")),
        Agency("ba-dinh", "Quận Ba Đình", worktime="toi", group="quan"),
        Agency("tay-ho", "Quận Tây Hồ", worktime="office", group="quan"),
        Agency("ban", "Ban", members=("z", "quan")),
    )


def test_own_days_off_win_over_the_data_in_every_calendar_but_always() -> None:
    found = built("""
        worktime: {truc: {days: Mon-Sun, hours: [00:00-24:00], holidays: none}}
        holidays: {off: [21/11/2024, {day: 01/01/2025, name: Nghỉ}], work: {day: 02/09/2024, name: Trực lễ}}
    """)
    own = {
        date(2024, 11, 21): DayOff(date(2024, 11, 21), works=False, source="le-thu.yaml"),
        date(2025, 1, 1): DayOff(date(2025, 1, 1), False, "Nghỉ", "Nghỉ", source="le-thu.yaml"),
        date(2024, 9, 2): DayOff(date(2024, 9, 2), True, "Trực lễ", "Trực lễ", source="le-thu.yaml"),
    }
    assert found.worktimes["office"].pattern.holidays == {**vietnam(), **own}
    assert found.worktimes["truc"].pattern.holidays == own
    assert found.worktimes["always"].pattern.holidays == {}


def test_a_csv_beside_the_file_is_asked_for_by_its_name() -> None:
    asked = []
    table = {date(2024, 11, 20): DayOff(date(2024, 11, 20), works=False)}

    def holidays(name: str) -> dict[date, DayOff]:
        asked.append(name)
        return table

    text = HEAD + "worktime: {office: {hours: 08:00-17:00, holidays: [vietnam, Nghỉ Riêng.csv]}}\n"
    found, problems = build.read(text, "le.yaml", holidays)
    assert problems == ()
    assert found is not None
    assert asked == ["vietnam", "Nghỉ Riêng.csv"]
    assert found.worktimes["office"].pattern.holidays == table


def test_keys_without_a_value_are_left_out_where_they_hold_text_or_a_section() -> None:
    found = built(
        "venue:\nstart: 08/11/2024\ntasks:\nday:\nphases:\nprogramme:\nafter: {Q: {title: Dọn, lead: a, note: }}\n"
    )
    assert [one.id for one in found.tasks] == ["Q"]


def test_too_many_tasks_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "MOST_TASKS", 2)
    text = (
        HEAD
        + "tasks: {E1: {title: Một, lead: a}, E2: {title: Hai, lead: a}}\nprogramme: [{id: p, title: Ba, lead: a}]\n"
    )
    found, problems = build.read(text, "le.yaml", holidays_of)
    assert (found, problems) == (
        None,
        (Problem("too-many-tasks", Place("le.yaml", 1, 1), {"count": "3", "limit": "2"}),),
    )


def test_the_default_calendar_needs_the_holidays_of_the_country() -> None:
    found, problems = build.read(HEAD, "le.yaml", lambda name: None)
    assert (found, problems) == (None, (Problem("unknown-holidays", None, {"name": "vietnam"}),))


@pytest.mark.parametrize("name", ["starter.yaml", "starter-en.yaml"])
def test_the_starter_file_has_no_problems_and_every_part(name: str) -> None:
    found = ceremony((ROOT / "runbook" / name).read_text(encoding="utf-8"))
    assert {one.part for one in found.tasks} == {*Part} - {Part.DURING}
    assert {one.chain for one in found.tasks} == {"", "B"}
    assert any(one.receipts for one in found.tasks)
    assert found.decisions


def test_both_starter_files_tell_the_same_ceremony() -> None:
    shapes = []
    for name in ("starter.yaml", "starter-en.yaml"):
        found = ceremony((ROOT / "runbook" / name).read_text(encoding="utf-8"))
        timing = [(one.id, one.part, one.kind, one.minutes, one.fixed_start, one.deadline) for one in found.tasks]
        shapes.append((found.date, found.opening, found.closing, timing, found.links))
    assert shapes[0] == shapes[1]


EVENTS = sorted((ROOT / "events").glob("*.yaml"))


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_every_shipped_ceremony_has_no_problems(path: Path) -> None:
    assert ceremony(path.read_text(encoding="utf-8")).tasks
