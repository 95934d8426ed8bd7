"""The summary conference carries everything its plan document asks for, against a hand-made extraction of that plan.

The extraction lies outside the project; without it these tests are skipped.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from runbook.model import Part, Task
from tests.shipped import ROOT
from tests.test_summary_conference import conference

GOLD = ROOT.parent / "shared" / "gold" / "hoi-nghi-tong-ket-2024.yaml"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the hand-made extractions are not beside the project")

GENERAL_CLAUSES = {"T11", "T33"}  # "other tasks as directed", "all carry out their tasks": no duty of their own
TASKS = [f"T{number:02}" for number in range(1, 36)]

# Which of the plan's tasks each task of the runbook carries.
CARRIES = """
A2 T11, A4 T12, B1 T30, B2 T30, B3 T02, B4 T02, B5 T02, B6 T02, C1 T01, C2 T16, C3 T01, C4 T01, D1 T20, D1 T03, D2 T20,
D2 T03, D3 T17, D4 T20, D5 T20, D6 T20, E1 T31, E2 T31, E3 T08, E3 T22, E4 T22, E5 T23, E6 T23, E7 T14, E8 T22, E9 T24,
F1 T04, F2 T04, F3 T04, F4 T05, F4 T13, F5 T04, F5 T13, F6 T13, F6 T06, F7 T06, F8 T09, F9 T15, F10 T18, F10 T19,
G1 T12, G2 T07, G3 T07, G4 T12, G5 T07, G6 T07, G6 T10, G7 T21, G8 T10, G9 T07, G9 T09, H1 T25, H2 T26, H2 T27, H3 T27,
H4 T29, H5 T28, H6 T28, H7 T28, R1 T11, Q1 T07, Q1 T12, Q2 T18, Q3 T02, Q4 T22, Q5 T23, Q6 T32, Q7 T28, Q8 T28, Q9 T34,
Q9 T35, Q10 T10, n01 T25, n02 T26, n02 T27, n03 T27, n05 T29, n11 T09, p2 T02, p3 T20, p4 T01, p5 T24, p6 T24
"""
PAIRS = [pair.split() for pair in CARRIES.replace("\n", " ").split(",")]


@cache
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(GOLD.read_text("utf-8"))
    return loaded


def asked(task_id: str) -> dict[str, Any]:
    found: dict[str, Any] = next(task for task in gold()["tasks"] if task["id"] == task_id)
    return found


def place(task: dict[str, Any]) -> str:
    """Where the plan says it, as the ceremony file writes it."""
    return "Đoạn kết" if task["section"] == "closing" else f"{task['section']}.{task['bullet']}"


def carrying(ref: str) -> list[Task]:
    return [task for task in conference().tasks if ref in task.refs]


def test_the_extraction_holds_the_tasks_that_are_checked() -> None:
    assert [task["id"] for task in gold()["tasks"]] == TASKS


@pytest.mark.parametrize("task_id", [task for task in TASKS if task not in GENERAL_CLAUSES])
def test_every_task_of_the_plan_is_carried(task_id: str) -> None:
    assert carrying(place(asked(task_id)))


def test_the_general_clause_is_met_by_the_first_meeting_and_the_rehearsal() -> None:
    assert [task.id for task in carrying(place(asked("T11")))] == ["A2", "R1"]


@pytest.mark.parametrize(("ours", "theirs"), PAIRS)
def test_a_task_refers_to_the_place_it_comes_from(ours: str, theirs: str) -> None:
    assert place(asked(theirs)) in conference().task(ours).refs


def test_every_reference_leads_to_a_place_in_the_plan() -> None:
    places = {place(task) for task in gold()["tasks"]} | {"III", "IV", "V", "VI"}
    assert {ref for task in conference().tasks for ref in task.refs} <= places


@pytest.mark.parametrize("task_id", [task for task in TASKS if task not in GENERAL_CLAUSES | {"T34"}])
def test_leads_and_supports_agree_where_the_plan_names_one_lead(task_id: str) -> None:
    task = asked(task_id)
    carried = carrying(place(task))
    assert len(task["lead"]) == 1
    assert task["lead"][0] in {each.lead for each in carried}
    named = {agency["id"] for agency in gold()["agencies"] if agency["role"] != "mentioned"}
    involved = {agency for each in carried for agency in (each.lead, *each.support)}
    assert set(task["support"]) & named <= involved


def test_difficulties_come_from_every_unit_to_the_standing_agency() -> None:
    # T34 (units report) and T35 (the standing agency sums up) are one duty here, led by the one who sums up.
    (duty,) = carrying(place(asked("T34")))
    assert (duty.lead, duty.support) == ("so-vhtt", ("cac-so-quan-huyen",))
    assert asked("T34")["lead"] == ["cac-so-quan-huyen"]
    assert asked("T35")["lead"] == ["so-vhtt"]


@pytest.mark.parametrize(
    ("one", "other", "planned"),
    [("T03", "T20", ["D1", "D2"]), ("T13", "T05", ["F4", "F5", "F6"]), ("T08", "T22", ["E3"])],
)
def test_what_the_plan_says_twice_is_planned_once(one: str, other: str, planned: list[str]) -> None:
    tasks = carrying(place(asked(one)))
    assert [task.id for task in tasks] == planned
    assert all(place(asked(other)) in task.refs for task in tasks)
    assert asked(other).get("same_as") == one or asked(one).get("same_as") == other


def test_only_the_two_deadlines_of_the_plan_bind_preparation() -> None:
    bound = [task for task in conference().tasks if task.deadline and task.part is Part.PREPARATION]
    found = [
        (task.deadline.moment.day.date, task.deadline.inclusive, task.refs)
        for task in bound
        if task.deadline and task.deadline.moment.day
    ]
    assert found == [
        (date.fromisoformat(deadline["date"]), deadline["rule"] != "truoc-ngay", (place(asked(deadline["task"])),))
        for deadline in gold()["deadlines"]
    ]


def test_the_programme_follows_the_plan() -> None:
    items = [task for task in conference().tasks if task.part is Part.PROGRAMME]
    numbers = [int(task.item) for task in items]
    assert numbers == sorted(numbers)
    assert set(numbers) == {entry["order"] for entry in gold()["event"]["programme"]}
    for entry in gold()["event"]["programme"]:
        refs = {ref for task in items if int(task.item) == entry["order"] for ref in task.refs}
        assert "VI" in refs
        assert "uses" not in entry or place(asked(entry["uses"])) in refs


def test_agencies_stand_in_the_plans_order_with_their_names() -> None:
    duty = [agency for agency in gold()["agencies"] if agency["role"] in ("assigned", "requested")]
    ids = {agency["id"] for agency in duty}
    ours = [agency for agency in conference().agencies if agency.id in ids]
    assert [(agency.id, agency.name, agency.requested, agency.standing) for agency in ours] == [
        (agency["id"], agency["name"], agency["role"] == "requested", agency.get("standing_agency", False))
        for agency in duty
    ]


def test_day_hours_and_hosts_are_the_plans() -> None:
    event, ceremony = gold()["event"], conference()
    assert ceremony.date.first.isoformat() == event["date"]["from"]
    assert ceremony.date.last.isoformat() == event["date"]["to"]
    hours = [f"{minute // 60:02}:{minute % 60:02}" for minute in (ceremony.opening, ceremony.closing)]
    assert hours == [event["start_time"], event["end_time"]]
    assert ceremony.venue.name == event["venue"]["name"]
    assert len(ceremony.hosts) == len(event["hosts"])
    assert ceremony.title.startswith(event["name"])
