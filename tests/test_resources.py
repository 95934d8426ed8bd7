"""Resources, uses, ranges, capacities and savings, as a file tells them, and what they leave as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from textwrap import dedent

import pytest

from runbook import build, releases
from runbook.cloning import clone
from runbook.model import Assumed, Ceremony
from runbook.render import ical
from runbook.resources import Resource, Use
from runbook.savings import Saving
from runbook.schedule import Schedule, plan
from tests.reading import ceremony, holidays_of
from tests.shipped import ROOT

HEAD = """
ceremony: le-2024
title: Lễ
date: 22/11/2024
hours: 08:30-10:30
assumptions: {S1: Ước lượng}
worktime: {office: {hours: 08:00-12:00, day: 4h}}
agencies: {a: {name: Cơ quan A, capacity: 2}, b: Cơ quan B, c: {name: Nhóm, members: {d: {name: Tổ, capacity: 4}}}}
resources: {hoi-truong: Hội trường, doi-quay: {name: Đội quay, capacity: 3}}
"""
WHOLE = """
tasks:
  A1: {title: Lắp đặt, lead: a, work: 2d, range: 1d..1w, uses: [hoi-truong, 2 doi-quay], assumed: [range S1, uses]}
  A2: {title: In ấn, lead: b, elapsed: 2d, range: 36h..3d, uses: doi-quay}
  C:
    title: Phim
    lead: a
    uses: doi-quay
    approval:
      - {id: C1, act: draft, work: 1d, range: 4h..1d}
      - {id: C2, act: final, work: 1d, uses: hoi-truong}
programme:
  - {id: p1, title: Khai mạc, lead: a, length: 20m, range: 15m..30m, uses: hoi-truong}
  - {id: p2, title: Trao thưởng, lead: b, length: 36m}
  - {id: p3, title: Chụp ảnh, lead: b, length: 3m}
savings:
  - {item: p2, to: 30m, who: [a, b], how: Gộp lượt}
  - {item: p3}
"""
CONFERENCE = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")


def built(text: str, *options: str) -> Ceremony:
    return ceremony(HEAD + dedent(text), options)


def test_resources_and_capacities_are_read() -> None:
    found = built(WHOLE)
    assert found.resources == (Resource("hoi-truong", "Hội trường"), Resource("doi-quay", "Đội quay", 3))
    assert [agency.capacity for agency in found.agencies] == [2, 0, 0, 4]


def test_a_task_holds_what_it_says_and_a_step_what_its_chain_says() -> None:
    assert {task.id: task.uses for task in built(WHOLE).tasks if task.uses} == {
        "A1": (Use("hoi-truong"), Use("doi-quay", 2)),
        "A2": (Use("doi-quay"),),
        "C1": (Use("doi-quay"),),
        "C2": (Use("hoi-truong"),),
        "p1": (Use("hoi-truong"),),
    }


def test_a_range_is_counted_as_its_duration_is() -> None:
    found = {task.id: (task.minutes, task.range) for task in built(WHOLE).tasks if task.range}
    day = 24 * 60
    assert found == {
        "A1": (480, (240, 1200)),
        "A2": (2 * day, (36 * 60, 3 * day)),
        "C1": (240, (240, 240)),
        "p1": (20, (15, 30)),
    }


def test_ranges_and_uses_can_be_assumed() -> None:
    assert built(WHOLE).task("A1").assumed == (Assumed("range", "S1"), Assumed("uses"))


def test_savings_stand_in_the_order_of_use() -> None:
    assert built(WHOLE).savings == (Saving("p2", 30, ("a", "b"), "Gộp lượt"), Saving("p3"))


def test_a_new_duration_takes_the_range_of_the_old_one_and_its_mark_away() -> None:
    changed = built(WHOLE, "A1.work=7d").task("A1")
    assert (changed.minutes, changed.range, changed.assumed) == (7 * 240, None, (Assumed("uses"),))
    assert built(WHOLE, "A1.work=7d", "A1.range=1w..2w").task("A1").range == (1200, 2400)
    assert built(WHOLE, "resources.doi-quay.capacity=2").resources[1].capacity == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("resources: {a1: {name: A, capacity: 0}}\ntasks: {E: {title: T, lead: a, uses: 2 a1}}", ["bad-count"]),
        ("tasks: {E: {title: T, lead: a, work: 1x, range: 1d..2d}}", ["bad-duration"]),
        ("tasks: {E: {title: T, lead: a, work: 0, range: 1d..2d}}", ["range-without-duration"]),
        ("tasks: {E: {title: T, lead: a, work: 1d, range: 0..2d}}", ["bad-range"]),
        ("tasks: {E: {title: T, lead: a, work: 1d, range: 1d..2d..3d}}", ["bad-range"]),
        ("tasks: {E: {title: T, lead: a, work: 1d, range: 1d..2d}}", []),
        ("tasks: {E: {title: T, lead: a, work: 3d, range: 1d..2d}}", ["range-not-around"]),
        ("tasks: {E: {title: T, lead: a, work: 1d, range: 4h..1d}}", []),
        ("tasks: {E: {title: T, lead: a, work: 1d, range: 1w..6d}}", ["range-not-around"]),
        ("tasks: {E: {title: T, lead: a, approval: [{act: final, id: E1, work: 1d}], range: 1d..2d}}", ["chain-key"]),
        ("savings: [{to: 5m}]", ["missing-key"]),
        ("savings: [{item: hoi-truong, who: x}]", ["unknown-item", "unknown-agency"]),
    ],
)
def test_one_slip_is_told_once(text: str, found: list[str]) -> None:
    head = HEAD if "resources:" not in text else HEAD.replace("resources:", "# ")
    problems = build.read(head + text, "le.yaml", holidays_of)[1]
    assert [problem.code for problem in problems] == found


YEAR = """
ceremony: nam-2024
title: Năm
campaign: {span: 01/01/2024..31/12/2024}
agencies: {a: Cơ quan A}
resources: {xe: Xe loa}
during:
  T1: {title: Trực, lead: a, over: span, uses: xe}
  T2: {title: Loa, lead: a, recurs: monthly 20, length: 30m, range: 20m..1h, uses: xe, over: 01/02/2024..31/03/2024}
"""


def test_what_comes_back_holds_its_resources_each_time_and_its_range() -> None:
    found = [(task.id, task.range, task.uses) for task in ceremony(YEAR).tasks]
    assert found == [
        ("T1", None, (Use("xe"),)),
        ("T2", None, ()),
        ("T2.2024-02-20", (20, 60), (Use("xe"),)),
        ("T2.2024-03-20", (20, 60), (Use("xe"),)),
    ]


def test_a_duty_over_a_window_has_no_range_and_a_campaign_no_savings() -> None:
    text = YEAR.replace("over: span, uses", "over: span, range: 1d..2d, uses") + "savings: [{item: T1}]\n"
    found = build.read(text, "nam.yaml", holidays_of)[1]
    assert sorted((problem.code, problem.facts.get("key", "")) for problem in found) == [
        ("beside-window", "range"),
        ("campaign-and-sitting", "savings"),
    ]


def bare(found: Ceremony) -> Ceremony:
    """The ceremony as if it said nothing of resources, ranges and savings."""
    agencies = tuple(replace(agency, capacity=0) for agency in found.agencies)
    marks = {"range", "uses"}
    tasks = tuple(
        replace(task, range=None, uses=(), assumed=tuple(one for one in task.assumed if one.key not in marks))
        for task in found.tasks
    )
    return replace(found, agencies=agencies, tasks=tasks, resources=(), savings=())


def test_nobody_is_told_anew_because_a_range_or_a_resource_was_written() -> None:
    shipped = ceremony(CONFERENCE)
    before, after = plan(bare(shipped)), plan(shipped)
    held = {one.entry.uid: one for one in ical.revise({}, ical.entries(before, "vi"), 1, 28_800_000, "vi")}
    assert len(held) > 100
    assert ical.revise(held, ical.entries(after, "vi"), 2, 28_802_880, "vi") == ()
    assert releases.issued(after) == releases.issued(before)


def test_a_clone_keeps_what_is_agreed_of_resources_and_savings() -> None:
    text = dedent(HEAD + WHOLE).lstrip()
    made = clone(text, "le.yaml", built(WHOLE), date(2025, 11, 21), holidays_of)
    assert made.text == text.replace("le-2024", "le-2025").replace("22/11/2024", "21/11/2025")


def overlaps(schedule: Schedule) -> list[tuple[str, int]]:
    """The resources of which more is held than there is, each with the first minute of it."""
    ceremony, found = schedule.ceremony, []
    for resource in ceremony.resources:
        changes = []
        for row in schedule.rows.values():
            for use in row.task.uses:
                if use.resource == resource.id:
                    changes += [(row.start, use.amount), (row.finish, -use.amount)]
        held = 0
        for minute, together in groupby(sorted(changes), key=lambda change: change[0]):
            held += sum(amount for _, amount in together)
            if held > resource.capacity:
                found.append((resource.id, minute))
                break
    return found


@pytest.mark.parametrize("day", [date(2024, 11, 22), date(2024, 11, 25)])
def test_the_shipped_conference_does_not_clash_with_itself(day: date) -> None:
    shipped = ceremony(CONFERENCE)
    assert overlaps(plan(shipped, day)) == []
    halved = tuple(replace(one, capacity=1) for one in shipped.resources)
    busy = replace(shipped, resources=halved)
    assert {name for name, _ in overlaps(plan(busy, day))} == {"hoi-truong", "pho-chu-tich"}


def test_what_the_conference_says_of_itself() -> None:
    shipped = ceremony(CONFERENCE)
    assert [(one.id, one.capacity) for one in shipped.resources] == [
        ("hoi-truong", 2),
        ("nguoi-dan", 1),
        ("kip-truyen-hinh", 1),
        ("pho-chu-tich", 2),
        ("lanh-dao-chu-tri", 1),
    ]
    assert [(one.item, one.minutes, one.who) for one in shipped.savings] == [
        ("p6", 30, ("so-vhtt",)),
        ("p7", 0, ("so-vhtt",)),
    ]
    assert {task.id: task.range for task in shipped.tasks if task.range and task.id in ("B2", "D3", "p6")} == {
        "B2": (960, 1920),
        "D3": (480, 1440),
        "p6": (30, 45),
    }
    unmarked = [
        task.id
        for task in shipped.tasks
        for key, value in (("range", task.range), ("uses", task.uses))
        if value and Assumed(key, "S14") not in task.assumed
    ]
    assert unmarked == []
