"""Who or what is wanted twice, within one ceremony and between several, and the way out with the least harm."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import cli
from runbook.levelling.overlaps import Clash
from runbook.levelling.pins import Pins
from runbook.levelling.shifts import Calendar, Shift
from runbook.levelling.wants import Kind, Want, held_in
from runbook.model import Ceremony
from runbook.reports.clashes import clashes as clashes_told
from runbook.schedule import Planned, Schedule, plan
from tests.reading import HEAD, ceremony, tasks
from tests.test_levelling_ceremony import drawn

HALL = Want(Kind.RESOURCE, "hall")
WITH_HALL = HEAD + "resources: {hall: {name: Hội trường}}\n"


def calendar(*ceremonies: Ceremony) -> Calendar:
    return Calendar(tuple(plan(one) for one in ceremonies))


def told(of: Calendar) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Each clash as what is wanted, its first and last minute, its tasks with the number of their file."""
    iso = of.schedules[0].axis.iso
    return [
        (one.want.id, iso(one.first)[5:16], iso(one.last)[5:16], tuple(f"{file}{task}" for file, task in one.tasks))
        for one in of.clashes
    ]


def moved(of: Calendar, number: int = 0) -> tuple[str, str, int, int, tuple[str, ...]]:
    """The best move: the task, its new start, by how much, of how much in hand, what is late by it."""
    found = of.best(of.clashes[number])
    assert found is not None
    start = of.schedules[found.file].axis.iso(found.start)[5:16]
    return f"{found.file}{found.task}", start, found.by, found.spare, found.late


def test_two_tasks_in_one_hall_clash_from_the_first_to_the_last_common_minute() -> None:
    of = calendar(
        tasks("a: {work: 1d, uses: hall}\nb: {work: 4h, uses: hall, not_before: 18/11/2024 10:00}", WITH_HALL)
    )
    assert told(of) == [("hall", "11-18T10:00", "11-18T15:30", ("0a", "0b"))]
    assert [(one.most, one.minutes, one.excess) for one in of.clashes] == [(2, 4 * 60, 4 * 60)]


def test_a_clash_is_one_over_lunch_and_over_night() -> None:
    of = calendar(tasks("a: {work: 2d, uses: hall}\nb: {work: 3d, uses: hall}", WITH_HALL))
    assert told(of) == [("hall", "11-18T08:00", "11-19T17:30", ("0a", "0b"))]


def test_who_needs_nothing_at_the_same_minute_does_not_clash() -> None:
    one_after_another = "a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall, after: a}"
    assert told(calendar(tasks(one_after_another, WITH_HALL))) == []
    both = "a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall}"
    assert told(calendar(tasks(both, WITH_HALL.replace("trường}", "trường, capacity: 2}")))) == []


def test_office_work_of_an_agency_is_load_unless_it_says_how_much_it_can_lead() -> None:
    text = "a: {work: 1d}\nb: {work: 1d}"
    assert told(calendar(tasks(text))) == []
    head = HEAD.replace("{name: Văn phòng}", "{name: Văn phòng, capacity: 1}")
    assert told(calendar(tasks(text, head))) == [("van-phong", "11-18T08:00", "11-18T17:30", ("0a", "0b"))]


def test_the_same_id_in_two_files_is_the_same_thing() -> None:
    one = tasks("a: {work: 1d, uses: hall}", WITH_HALL)
    other = tasks("x: {work: 4h, uses: hall}", WITH_HALL.replace("le-thu", "le-hai"))
    assert told(calendar(one, other)) == [("hall", "11-18T08:00", "11-18T12:00", ("0a", "1x"))]


def test_the_least_capacity_of_the_files_counts() -> None:
    one = tasks(
        "a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall}", WITH_HALL.replace("trường}", "trường, capacity: 2}")
    )
    other = tasks("x: {work: 1d}", WITH_HALL)
    assert told(calendar(one)) == []
    assert told(calendar(one, other)) == [("hall", "11-18T08:00", "11-18T17:30", ("0a", "0b"))]


PROGRAMME = """
programme:
  - {id: p1, title: Khai mạc, lead: van-phong, length: 30m}
  - {id: p2, title: Diễn văn, lead: cong-an, length: 90m}
"""


def test_nobody_leads_two_sittings_at_one_hour() -> None:
    one = ceremony(HEAD + "venue: {name: Nhà hát}\n" + PROGRAMME)
    other = replace(one, venue=replace(one.venue, name="Cung văn hóa"))
    found = calendar(one, other)
    assert [(want, tasks_) for want, _, _, tasks_ in told(found)] == [
        ("van-phong", ("0p1", "1p1")),
        ("cong-an", ("0p2", "1p2")),
    ]
    assert {clash.want.kind for clash in found.clashes} == {Kind.HOUR}
    assert found.best(found.clashes[0]) is None
    assert told(calendar(one, one)) == []  # in one place they are one sitting


def test_duties_of_the_day_of_one_ceremony_are_not_in_each_others_way() -> None:
    day = """
day:
  d: {title: Gác cổng, lead: cong-an, at: opening-1h, length: 30m, location: Cổng}
  e: {title: Gác sảnh, lead: cong-an, at: opening-1h, length: 30m, location: Sảnh}
"""
    assert told(calendar(ceremony(HEAD + day))) == []


def test_the_best_move_is_within_the_float() -> None:
    of = calendar(tasks("a: {work: 1d, uses: hall}\nb: {work: 1d, uses: hall}\nc: {work: 2d, after: b}", WITH_HALL))
    assert moved(of) == ("0a", "11-19T08:00", 480, 3 * 480, ())


def test_what_is_planned_late_moves_earlier_where_later_breaks() -> None:
    of = calendar(tasks("a: {work: 4h, uses: hall, place: late}\nb: {work: 4h, uses: hall, place: late}", WITH_HALL))
    assert moved(of) == ("0a", "11-21T08:00", -240, 0, ())


def test_where_every_move_breaks_something_the_least_is_offered() -> None:
    text = "a: {work: 2d, uses: hall, finish: by 19/11/2024}\nb: {work: 4h, uses: hall, finish: by 18/11/2024}"
    of = calendar(tasks(text, WITH_HALL))
    assert moved(of) == ("0a", "11-18T13:30", 240, 0, ("a",))


def test_a_ceremony_with_a_window_may_take_another_day() -> None:
    using = PROGRAMME.replace("30m}", "30m, uses: hall}")
    one = ceremony(WITH_HALL + using)
    other = ceremony(
        WITH_HALL.replace("date: 22/11/2024", "date: {window: 21/11/2024..22/11/2024, chosen: 22/11/2024}") + using
    )
    of = calendar(one, other)
    found = of.best(of.clashes[0])
    assert found is not None
    assert (found.file, found.task, str(found.day), found.late, found.excess) == (1, "", "2024-11-21", (), 0)


@given(st.integers(0, 10**6), st.integers(2, 7))
@settings(max_examples=25, deadline=None)
def test_clashes_are_what_counting_minute_by_minute_finds(seed: int, size: int) -> None:
    of = calendar(drawn(seed, size), drawn(seed + 1, size))
    counted = minutes_over(of.schedules, of.limits)
    by_want: dict[str, list[Clash]] = {}
    for one in of.clashes:
        if one.want.kind is not Kind.HOUR:
            by_want.setdefault(one.want.id, []).append(one)
    assert {want: sum(one.minutes for one in found) for want, found in by_want.items()} == {
        want: len(minutes) for want, minutes in counted.items()
    }
    for want, found in by_want.items():
        assert min(one.first for one in found) == min(counted[want])
        assert max(one.last for one in found) == max(counted[want]) + 1
    for clash in of.clashes[:2]:
        check(of, clash, of.best(clash))


def minutes_over(schedules: tuple[Schedule, ...], limits: dict[Want, int]) -> dict[str, list[int]]:
    wanted: dict[tuple[Want, int], int] = {}
    for schedule in schedules:
        for one in held_in(schedule, limits=limits):
            for start, end in one.spans:
                for minute in range(start, end):
                    wanted[one.want, minute] = wanted.get((one.want, minute), 0) + one.amount
    found: dict[str, list[int]] = {}
    for (want, minute), amount in wanted.items():
        if amount > limits[want]:
            found.setdefault(want.id, []).append(minute)
    return found


def check(of: Calendar, clash: Clash, shift: Shift | None) -> None:
    """A move offered leaves less of the clashes, and tells truly what it makes late."""
    if shift is None or shift.day is not None:
        return
    assert shift.excess < of.excess
    assert (shift.file, shift.task) in clash.tasks
    before = of.schedules[shift.file]
    floor = min(before.passes.floor, shift.start) if before.ceremony.start is None else None
    after = Pins({shift.task: shift.start}, floor).planned(before)
    assert after.rows[shift.task].start == shift.start
    schedules = [after if file == shift.file else one for file, one in enumerate(of.schedules)]
    assert sum(one.excess for one in Calendar(tuple(schedules)).clashes) == shift.excess
    late = {name for name, row in after.rows.items() if lateness(row) > lateness(before.rows[name])}
    assert set(shift.late) == late


def lateness(row: Planned) -> int:
    return max(0, -row.total_float, row.late_by)


A = """
ceremony: le-a
title: Lễ A
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
resources: {hall: {name: Hội trường}, mc: Người dẫn}
agencies:
  van-phong: {name: Văn phòng}
tasks:
  a: {title: Trang trí, lead: van-phong, work: 1d, uses: [hall]}
  b: {title: Tập dẫn, lead: van-phong, work: 4h, uses: [hall, mc], after: a}
"""
B = A.replace("le-a", "le-b").replace("Lễ A", "Lễ B").replace("Hội trường", "Nhà hát").replace("work: 1d", "work: 2d")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.yaml", A), ("b.yaml", B)):
        (tmp_path / name).write_text(dedent(text), encoding="utf-8")
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    env = {"RUNBOOK_LANG": "vi", "COLUMNS": "80", "NO_COLOR": "1"}
    result = CliRunner(env=env).invoke(cli.runbook, words, prog_name="runbook")
    return result.exit_code, result.stdout


@pytest.mark.usefixtures("folder")
def test_the_command_says_what_clashes_and_how_to_end_it() -> None:
    assert run("clashes", "a.yaml") == (0, "Không ai, không gì bị cần hai nơi cùng lúc (trong 1 tệp).\n")
    code, text = run("clashes", "a.yaml", "b.yaml")
    assert code == 1
    assert text == dedent("""\
        CẦN HAI NƠI CÙNG LÚC: 2 chỗ (trong 2 tệp)

        !! 1. Hội trường: có 1, cần 2; T2 18/11 08h00 đến 17h30 (8h)
           - a Trang trí (Văn phòng), T2 18/11 08h00 – T2 18/11 17h30 [le-a]
           - a Trang trí (Văn phòng), T2 18/11 08h00 – T3 19/11 17h30 [le-b]
           → Dịch ít hại nhất: lùi a [le-b] đến T3 19/11 13h30, muộn hơn 1,5 ngày (dự
             trữ có 1,5 ngày). Không thời hạn nào bị vỡ, giờ khai mạc giữ nguyên; 1 việc
             khác dời theo; gỡ luôn được chỗ trùng khác.

        !! 2. Hội trường: có 1, cần 2; T3 19/11 08h00 đến 12h00 (4h)
           - b Tập dẫn (Văn phòng), T3 19/11 08h00 – T3 19/11 12h00 [le-a]
           - a Trang trí (Văn phòng), T2 18/11 08h00 – T3 19/11 17h30 [le-b]
           → Dịch ít hại nhất: lùi a [le-b] đến T3 19/11 13h30, muộn hơn 1,5 ngày (dự
             trữ có 1,5 ngày). Không thời hạn nào bị vỡ, giờ khai mạc giữ nguyên; 1 việc
             khác dời theo; gỡ luôn được chỗ trùng khác.

        Mã hall là “Hội trường” trong a.yaml mà là “Nhà hát” trong b.yaml; ở đây coi
          là một.
        """)


@pytest.mark.usefixtures("folder")
def test_the_same_for_programs() -> None:
    code, text = run("clashes", "a.yaml", "b.yaml", "--json")
    found = json.loads(text)
    assert code == 1
    assert found["clashes"][1] | {"shift": None} == {
        "kind": "resource",
        "id": "hall",
        "name": "Hội trường",
        "capacity": 1,
        "most": 2,
        "first": "2024-11-19T08:00+07:00",
        "last": "2024-11-19T12:00+07:00",
        "minutes": 240,
        "tasks": [{"file": "a.yaml", "id": "b"}, {"file": "b.yaml", "id": "a"}],
        "shift": None,
    }
    shift = found["clashes"][1]["shift"]
    assert (shift["file"], shift["task"], shift["start"]) == ("b.yaml", "a", "2024-11-19T13:30+07:00")
    assert (shift["by"], shift["float"], shift["late"], shift["unit_minutes_left"]) == (720, 720, [], 0)


@pytest.mark.usefixtures("folder")
def test_a_faulty_file_is_said_and_nothing_else() -> None:
    Path("c.yaml").write_text("ceremony: [", encoding="utf-8")
    assert run("clashes", "a.yaml", "c.yaml") == (1, "")
    assert run("clashes")[0] == 2


def test_two_files_of_one_ceremony_are_told() -> None:
    text = "ceremony: one\ntitle: One\ndate: 18/12/2026\nhours: 08:00-09:00\nagencies: {a: {name: A}}\n"
    schedule = plan(ceremony(text))
    assert clashes_told({"a.yaml": schedule, "b.yaml": schedule}, "en").remarks == (
        "a.yaml and b.yaml have one id, one: leave one out if they are versions of one ceremony.",
    )
