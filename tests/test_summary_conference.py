"""The summary conference of 2024: every number an experienced organiser worked out by hand, against the engine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from runbook.model import Ceremony, Link, Part, Relation
from runbook.network import cycle_problems
from runbook.schedule import Schedule, candidates, critical_paths, earliest_day, plan
from tests import reading
from tests.shipped import ROOT

FILE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
HALF_DAY = 240  # working minutes
CHOSEN, RESERVE = date(2024, 11, 22), date(2024, 11, 25)

# id | early start | early finish | latest finish | float in working days, with the conference on the morning of 22/11
TABLE = """
A1  | 08/11 chiều | 08/11 chiều | 08/11 chiều | 0
A2  | 08/11 chiều | 08/11 chiều | 08/11 chiều | 0
A3  | 11/11 sáng  | 12/11 sáng  | 12/11 sáng  | 0
A4  | 12/11 chiều | 12/11 chiều | 18/11 sáng  | 3.5
B1  | 11/11 sáng  | 11/11 sáng  | 11/11 chiều | 0.5
B2  | 11/11 chiều | 13/11 chiều | 14/11 sáng  | 0.5
B3  | 14/11 sáng  | 15/11 chiều | 18/11 sáng  | 0.5
B4  | 18/11 sáng  | 18/11 sáng  | 18/11 chiều | 0.5
B5  | 18/11 chiều | 19/11 sáng  | 19/11 chiều | 0.5
B6  | 19/11 chiều | 19/11 chiều | 20/11 sáng  | 0.5
C1  | 14/11 sáng  | 15/11 sáng  | 18/11 chiều | 1.5
C2  | 15/11 chiều | 18/11 sáng  | 19/11 chiều | 1.5
C3  | 18/11 chiều | 18/11 chiều | 20/11 sáng  | 1.5
C4  | 19/11 sáng  | 19/11 chiều | 21/11 sáng  | 1.5
D1  | 11/11 sáng  | 12/11 sáng  | 12/11 sáng  | 0
D2  | 12/11 chiều | 15/11 sáng  | 15/11 sáng  | 0
D3  | 15/11 chiều | 18/11 chiều | 18/11 chiều | 0
D4  | 19/11 sáng  | 19/11 chiều | 19/11 chiều | 0
D5  | 20/11 sáng  | 20/11 chiều | 20/11 chiều | 0
D6  | 21/11 sáng  | 21/11 sáng  | 21/11 sáng  | 0
E1  | 11/11 sáng  | 11/11 sáng  | 11/11 sáng  | 0
E2  | 11/11 chiều | 12/11 chiều | 12/11 chiều | 0
E3  | 13/11 sáng  | 13/11 chiều | 13/11 chiều | 0
E4  | 14/11 sáng  | 14/11 chiều | 14/11 chiều | 0
E5  | 14/11 sáng  | 14/11 chiều | 14/11 chiều | 0
E6  | 15/11 sáng  | 15/11 chiều | 15/11 chiều | 0
E7  | 13/11 sáng  | 15/11 chiều | 19/11 chiều | 2
E8  | 15/11 sáng  | 18/11 chiều | 21/11 sáng  | 2.5
E9  | 18/11 sáng  | 18/11 sáng  | 20/11 sáng  | 2
F1  | 12/11 chiều | 13/11 sáng  | 13/11 sáng  | 0
F2  | 13/11 chiều | 13/11 chiều | 13/11 chiều | 0
F3  | 14/11 sáng  | 14/11 sáng  | 14/11 sáng  | 0
F4  | 14/11 chiều | 14/11 chiều | 14/11 chiều | 0
F5  | 15/11 sáng  | 15/11 sáng  | 19/11 chiều | 2.5
F6  | 15/11 sáng  | 19/11 chiều | 19/11 chiều | 0
F7  | 20/11 sáng  | 20/11 sáng  | 20/11 sáng  | 0
F8  | 20/11 chiều | 21/11 sáng  | 21/11 sáng  | 0
F9  | 12/11 chiều | 12/11 chiều | 20/11 chiều | 6
F10 | 14/11 sáng  | 14/11 chiều | 21/11 chiều | 5
G1  | 13/11 sáng  | 13/11 sáng  | 18/11 chiều | 3.5
G2  | 12/11 chiều | 13/11 sáng  | 19/11 chiều | 4.5
G3  | 13/11 chiều | 13/11 chiều | 20/11 sáng  | 4.5
G4  | 13/11 chiều | 14/11 sáng  | 20/11 sáng  | 4
G5  | 14/11 chiều | 15/11 sáng  | 21/11 sáng  | 4
G6  | 12/11 chiều | 13/11 sáng  | 19/11 chiều | 4.5
G7  | 20/11 chiều | 21/11 sáng  | 21/11 sáng  | 0
G8  | 20/11 sáng  | 20/11 chiều | 21/11 sáng  | 0.5
G9  | 20/11 sáng  | 20/11 chiều | 21/11 sáng  | 0.5
H1  | 13/11 chiều | 15/11 sáng  | 21/11 sáng  | 4
H2  | 13/11 chiều | 15/11 sáng  | 20/11 chiều | 3.5
H3  | 15/11 chiều | 15/11 chiều | 21/11 sáng  | 3.5
H4  | 13/11 chiều | 14/11 sáng  | 21/11 sáng  | 5
H5  | 11/11 sáng  | 11/11 sáng  | 15/11 chiều | 4.5
H6  | 11/11 chiều | 13/11 sáng  | 19/11 chiều | 4.5
H7  | 13/11 chiều | 15/11 sáng  | 21/11 chiều | 4.5
R1  | 21/11 chiều | 21/11 chiều | 21/11 chiều | 0
"""


def cells(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


ROWS = cells(TABLE)

FILM = ["D1", "D2", "D3", "D4", "D5", "D6"]
INVITATIONS = ["A3", "F1", "F2", "F3", "F4", "F6", "F7", "F8", "G7"]
AWARDS = ["E1", "E2", "E3", "E4", "E5", "E6"]


@cache
def conference(*changes: str, more: str = "") -> Ceremony:
    return reading.ceremony(FILE.read_text("utf-8") + more, changes)


@cache
def planned(day: date = CHOSEN) -> Schedule:
    return plan(conference(), day)


def half(schedule: Schedule, minute: int, finish: bool) -> str:
    """The half day in which something starts or finishes, as the organiser writes it: "08/11 chiều"."""
    day, clock = schedule.axis.civil(minute)
    morning = clock <= 720 if finish else clock < 720
    return f"{day:%d/%m} {'sáng' if morning else 'chiều'}"


def clock(schedule: Schedule, minute: int) -> str:
    day, at = schedule.axis.civil(minute)
    return f"{day:%d/%m} {at // 60:02}:{at % 60:02}"


def preparation(ceremony: Ceremony) -> Iterator[str]:
    return (task.id for task in ceremony.tasks if task.part is Part.PREPARATION)


def test_the_table_holds_all_56_preparation_tasks() -> None:
    assert sorted(row[0] for row in ROWS) == sorted(preparation(conference()))
    assert len(ROWS) == 56


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_early_and_late_dates_and_float(row: tuple[str, ...]) -> None:
    schedule = planned()
    dates = schedule.rows[row[0]]
    assert (
        row[0],
        half(schedule, dates.early_start, finish=False),
        half(schedule, dates.early_finish, finish=True),
        half(schedule, dates.late_finish, finish=True),
        f"{dates.total_float / 480:g}",
    ) == row


def test_tasks_without_float_are_exactly_those() -> None:
    without = "A1 A2 A3 D1 D2 D3 D4 D5 D6 E1 E2 E3 E4 E5 E6 F1 F2 F3 F4 F6 F7 F8 G7 R1"
    assert [task for task in preparation(conference()) if planned().rows[task].total_float == 0] == without.split()
    assert {task for task in preparation(conference()) if planned().rows[task].critical} == set(without.split())


def test_the_critical_chains() -> None:
    assert {" ".join(path) for path in critical_paths(planned()) if path[0] == "A1"} == {
        "A1 A2 D1 D2 D3 D4 D5 D6 R1",
        "A1 A2 A3 F1 F2 F3 F4 F6 F7 F8 R1",
        "A1 A2 A3 F1 F2 F3 F4 F6 F7 G7 R1",
        "A1 A2 E1 E2 E3 E4",
        "A1 A2 E1 E2 E3 E5 E6",
    }


def test_report_and_papers_have_half_a_day() -> None:
    assert {planned().rows[task].total_float for task in ("B1", "B2", "B3", "B4", "B5", "B6", "G8")} == {HALF_DAY}


def test_hanging_the_backdrop_is_planned_as_late_as_it_may_be() -> None:
    row = planned().rows["G5"]
    assert (row.start, row.finish) == (row.late_start, row.late_finish)
    assert half(planned(), row.finish, finish=True) == "21/11 sáng"


@pytest.mark.parametrize(
    ("day", "short", "late"),
    [(18, 4, 41), (19, 3, 37), (20, 2, 29), (21, 1, 25), (22, 0, 0), (25, 0, 0)],
)
def test_what_the_network_allows_on_each_morning(day: int, short: int, late: int) -> None:
    one = next(one for one in candidates(conference()) if one.day == date(2024, 11, day))
    assert (one.feasible, one.short / 480, one.late, one.preferred) == (short == 0, short, late, True)
    assert one.chain[0] == "A1"
    assert one.chain[-1] == "R1"


def test_the_first_feasible_working_morning_is_ranked_first_and_weekends_behind() -> None:
    ranked = candidates(conference())
    assert [one.day.day for one in ranked] == [22, 25, 23, 24, 21, 20, 19, 18]
    assert [one.preferred for one in ranked] == [True, True, False, False, True, True, True, True]
    assert earliest_day(conference()) == CHOSEN
    assert all(one.broken == () for one in ranked)


def test_on_the_reserve_day_film_and_invitations_have_a_day_and_the_awards_none() -> None:
    rows = planned(RESERVE).rows
    in_hand = {task: rows[task].total_float for task in preparation(conference()) if rows[task].total_float <= 480}
    assert in_hand == dict.fromkeys(["A1", "A2", *AWARDS], 0) | dict.fromkeys([*INVITATIONS, *FILM, "R1"], 480)


@pytest.mark.parametrize(
    ("changes", "earliest"),
    [
        ([], "22/11"),
        (["D3.work=0.5d"], "22/11"),
        (["D3.work=0.5d", "F6.work=2d"], "22/11"),
        (["D3.work=0.5d", "F6.work=2d", "G8.work=0.5d"], "21/11"),
        (["D2.work=4d"], "25/11"),
        (["D3.work=3d"], "26/11"),
        (["B2.work=3d"], "22/11"),
        (["B2.work=4d"], "25/11"),
        (["A3.work=3d"], "26/11"),
        (["E7.work=6d"], "25/11"),
        (["E2.work=2.5d"], "22/11"),
        (["E3.work=2d"], "22/11"),
    ],
    ids=lambda value: " ".join(value) or "none" if isinstance(value, list) else value,
)
def test_what_if(changes: list[str], earliest: str) -> None:
    found = earliest_day(conference(*changes))
    assert found is not None
    assert f"{found:%d/%m}" == earliest


@pytest.mark.parametrize("change", ["E2.work=2.5d", "E3.work=2d"])
def test_a_day_more_for_the_proposals_breaks_both_deadlines_but_not_the_conference(change: str) -> None:
    schedule = plan(conference(change), CHOSEN)
    award, premier = schedule.rows["E4"], schedule.rows["E6"]
    assert half(schedule, award.finish, finish=True) == "15/11 chiều"
    assert half(schedule, premier.finish, finish=True) == "18/11 chiều"
    assert (award.late_by, premier.late_by) == (480, 480)
    assert (award.total_float, premier.total_float) == (-480, -480)
    on_the_day = next(one for one in candidates(conference(change)) if one.day == CHOSEN)
    assert (on_the_day.feasible, on_the_day.broken) == (True, ("E4", "E6"))


def test_a_holiday_on_21_november_costs_a_day_and_a_worked_saturday_gains_one() -> None:
    off = conference(more="\nholidays: {off: [{day: 21/11/2024, name: Nghỉ}]}\n")
    work = conference(more="\nholidays: {work: [{day: 16/11/2024, name: Làm bù}]}\n")
    assert (earliest_day(off), earliest_day(work)) == (RESERVE, date(2024, 11, 21))


def test_before_excludes_the_day_and_by_includes_it_only_when_written() -> None:
    schedule = planned()
    latest = {task: half(schedule, schedule.rows[task].deadline or 0, finish=True) for task in ("E4", "E6")}
    assert latest == {"E4": "14/11 chiều", "E6": "15/11 chiều"}
    inclusive = plan(conference("E4.finish=by 15/11/2024", "E6.finish=by 18/11/2024"), CHOSEN)
    latest = {task: half(inclusive, inclusive.rows[task].deadline or 0, finish=True) for task in ("E4", "E6")}
    assert latest == {"E4": "15/11 chiều", "E6": "18/11 chiều"}
    assert [inclusive.rows[task].total_float for task in ("E4", "E6")] == [480, 480]


def test_the_two_approval_loops_are_steps_in_a_row() -> None:
    ceremony = conference()
    assert cycle_problems(ceremony) == ()
    for chain, acts in {"C": "draft opinion revise final", "D": "draft draft opinion revise final"}.items():
        steps = [task for task in ceremony.tasks if task.chain and task.id.startswith(chain)]
        assert [(step.id, step.act) for step in steps] == [
            (f"{chain}{number}", act) for number, act in enumerate(acts.split(), 1)
        ]
        links = [link for link in ceremony.links if link.successor in {step.id for step in steps[1:]}]
        assert links == [Link(f"{chain}{n}", f"{chain}{n + 1}", Relation.FS) for n in range(1, len(steps))]


def test_the_film_waits_for_its_last_step_and_for_the_equipment() -> None:
    before = {link.predecessor for link in conference().links if link.successor == "D6"}
    assert before == {"D5", "G4"}


# agency | tasks led | working days | earliest start | latest finish
LOADS = """
so-vhtt | A2 A3 B1 B3 B4 B6 C1 C3 F1 F3 F5 F7 F8 G2 G5 G6 G8 G9 R1 | 16.5 | 08/11 chiều | 21/11 chiều
ubnd-tp | B5 D5 E4 E6 F2 G3 | 5 | 13/11 chiều | 20/11 chiều
vp-ubnd | A4 F4 F6 G1 G4 | 5.5 | 12/11 chiều | 20/11 sáng
dai-ptth-ha-noi | D1 D2 D4 D6 G7 | 7 | 11/11 sáng | 21/11 sáng
so-noi-vu | E1 E3 E5 E8 E9 | 5 | 11/11 sáng | 21/11 sáng
ban-tuyen-giao-thanh-uy | C2 D3 F9 | 3 | 12/11 chiều | 20/11 chiều
cac-so-quan-huyen | B2 E2 | 4 | 11/11 chiều | 14/11 sáng
cong-an | H1 H2 | 4 | 13/11 chiều | 21/11 sáng
so-tai-chinh | H5 H7 | 2.5 | 11/11 sáng | 21/11 chiều
lanh-dao-tp | C4 | 1 | 19/11 sáng | 21/11 sáng
ban-to-chuc-thanh-uy | E7 | 3 | 13/11 sáng | 19/11 chiều
so-tttt | F10 | 1 | 14/11 sáng | 21/11 chiều
so-gtvt | H3 | 0.5 | 15/11 chiều | 21/11 sáng
so-y-te | H4 | 1 | 13/11 chiều | 21/11 sáng
don-vi-kinh-phi | H6 | 2 | 11/11 chiều | 19/11 chiều
"""


@pytest.mark.parametrize("row", cells(LOADS), ids=lambda row: row[0])
def test_load_of_each_agency_before_the_event(row: tuple[str, ...]) -> None:
    schedule = planned()
    led = [
        each
        for each in schedule.rows.values()
        if each.task.lead == row[0] and each.task.part is Part.PREPARATION and not each.task.is_milestone
    ]
    assert (
        row[0],
        " ".join(each.task.id for each in led),
        f"{sum(each.task.minutes for each in led) / 480:g}",
        half(schedule, min(each.early_start for each in led), finish=False),
        half(schedule, max(each.late_finish for each in led), finish=True),
    ) == row


def test_nobody_else_leads_preparation() -> None:
    leads = {task.lead for task in conference().tasks if task.part is Part.PREPARATION}
    assert leads == {row[0] for row in cells(LOADS)}


# start and minutes of the programme, then of the duties around it; "-" is a moment
PROGRAMME = "08:30 10, 08:40 20, 09:00 15, 09:15 25, 09:40 6, 09:46 36, 10:22 3, 10:25 5"
DUTIES = (
    "05:45 30, 06:00 -, 06:15 -, 06:15 45, 06:30 -, 06:30 -, 06:45 15, 07:00 10, 07:00 30, 07:15 -, 07:30 45, "
    "07:45 20, 08:00 25, 08:10 -, 08:15 -, 08:25 4, 08:29 1, 10:30 15, 10:30 20, 10:45 15, 11:00 -, 11:00 60, "
    "11:30 15, 14:00 120"
)
DAY_BEFORE = "08:00 210, 08:00 210, 13:30 30, 14:00 120, 16:00 30, 16:30 30, 17:00 30, 17:30 -"


def sheet(schedule: Schedule, part: Part, day: str) -> str:
    rows = [row for row in schedule.rows.values() if row.task.part is part]
    shown = [(clock(schedule, row.start), row.finish - row.start or "-") for row in rows]
    return ", ".join(f"{at.removeprefix(day + ' ')} {length}" for at, length in shown if at.startswith(day))


def test_the_day_and_the_day_before_minute_by_minute() -> None:
    assert sheet(planned(), Part.PROGRAMME, "22/11") == PROGRAMME
    assert sheet(planned(), Part.DAY, "22/11") == DUTIES
    assert sheet(planned(), Part.DAY, "21/11") == DAY_BEFORE


def test_on_the_reserve_day_the_day_before_is_friday() -> None:
    assert sheet(planned(RESERVE), Part.DAY, "22/11") == DAY_BEFORE
    assert sheet(planned(RESERVE), Part.DAY, "25/11") == DUTIES


def test_the_programme_fills_two_hours_without_gap_or_overlap() -> None:
    schedule = planned()
    rows = [row for row in schedule.rows.values() if row.task.part is Part.PROGRAMME]
    assert [row.task.item for row in rows] == ["1", "2", "3", "4", "5", "5", "5", "6"]
    edges = [schedule.opening, *(row.finish for row in rows)]
    assert [row.start for row in rows] == edges[:-1]
    assert edges[-1] == schedule.closing == schedule.opening + 120
    assert {row.total_float for row in rows} == {0}


def test_a_longer_item_moves_the_later_ones_and_shows_that_closing_is_passed() -> None:
    schedule = plan(conference("p4.length=35m"), CHOSEN)
    rows = [row for row in schedule.rows.values() if row.task.part is Part.PROGRAMME]
    starts = "08:30, 08:40, 09:00, 09:15, 09:50, 09:56, 10:32, 10:35"
    assert ", ".join(clock(schedule, row.start).removeprefix("22/11 ") for row in rows) == starts
    assert {row.total_float for row in rows} == {-10}
    assert [row.late_by for row in rows] == [0, 0, 0, 0, 0, 0, 0, 10]
    shorter = plan(conference("p4.length=20m"), CHOSEN)
    last = shorter.rows["p8"]
    assert (clock(shorter, last.finish), last.total_float, last.late_by) == ("22/11 10:25", 5, 0)


# id | first day | last day allowed
AFTER = """
Q1 | 22/11 | 22/11
Q2 | 25/11 | 27/11
Q3 | 22/11 | 26/11
Q4 | 25/11 | 29/11
Q5 | 18/11 | -
Q6 | 25/11 | 31/12
Q7 | 25/11 | 06/12
Q8 | 09/12 | 31/12
Q9 | 08/11 | -
Q10 | 27/11 | 20/12
"""


@pytest.mark.parametrize(("task", "first", "last"), cells(AFTER))
def test_duties_after_the_event(task: str, first: str, last: str) -> None:
    schedule = planned()
    row = schedule.rows[task]
    assert clock(schedule, row.start)[:5] == first
    assert (clock(schedule, row.deadline)[:5] if row.deadline is not None else "-") == last
    assert row.late_by == 0


def test_duties_of_many_units_are_received_from_each() -> None:
    ceremony = conference()
    receipts = {task.id: len(task.receipts) for task in ceremony.tasks if task.receipts}
    assert receipts == {"B2": 38, "E2": 38, "Q6": 38, "H6": 8, "Q7": 8}
    districts = ceremony.agency("cac-quan-huyen").members
    names = [ceremony.agency(member).name for member in districts]
    kinds = ["Quận", "Huyện", "Thị xã"]
    assert [sum(name.startswith(kind) for name in names) for kind in kinds] == [12, 17, 1]
    assert set(districts) <= set(ceremony.task("B2").receipts)


def test_who_is_asked_and_who_is_told() -> None:
    agencies = conference().agencies
    assert [each.id for each in agencies if each.requested] == ["ban-to-chuc-thanh-uy", "ban-tuyen-giao-thanh-uy"]
    assert [each.id for each in agencies if each.standing] == ["so-vhtt"]
    assert " ".join(each.id for each in agencies if not each.group) == (
        "lanh-dao-tp ubnd-tp so-vhtt vp-ubnd ban-to-chuc-thanh-uy ban-tuyen-giao-thanh-uy so-tttt dai-ptth-ha-noi "
        "so-noi-vu cong-an so-gtvt so-tai-chinh so-y-te cac-so-quan-huyen cac-quan-huyen don-vi-kinh-phi "
        "don-vi-lien-quan"
    )
    assert not any(each.phone or each.email or each.contacts for each in agencies)


def test_a_lead_never_supports_its_own_task() -> None:
    assert [task.id for task in conference().tasks if task.lead in task.support] == []


def test_facts_of_the_plan_and_assumptions_are_told_apart() -> None:
    ceremony = conference()
    assert ceremony.plan is not None
    assert (ceremony.plan.number, ceremony.plan.date) == ("324/KH-UBND", date(2024, 11, 8))
    assert (ceremony.date.first, ceremony.date.last) == (date(2024, 11, 18), date(2024, 11, 25))
    assert (ceremony.date.chosen, ceremony.date.reserve) == (CHOSEN, RESERVE)
    assert (ceremony.opening, ceremony.closing, len(ceremony.hosts)) == (510, 630, 4)
    assert list(ceremony.assumptions) == [f"S{number}" for number in range(1, 15)]
    prepared = [task for task in ceremony.tasks if task.part is Part.PREPARATION and not task.is_milestone]
    sources = {task.id: [each.assumption for each in task.assumed if each.key == "work"] for task in prepared}
    assert {task: source for task, source in sources.items() if source != ["S4"]} == {
        "B2": ["S6"],
        "C2": ["S7"],
        "D3": ["S7"],
        "R1": ["S9"],
    }
    assert {task.id for task in ceremony.tasks if task.deadline and task.part is Part.PREPARATION} == {"E4", "E6"}
    assert not any(each.key == "finish" for task in prepared for each in task.assumed)


def test_decision_points() -> None:
    ceremony = conference()
    assert len(ceremony.decisions) == 8
    assert [each.who for each in ceremony.decisions[:2]] == [("so-vhtt", "vp-ubnd"), ("so-noi-vu",)]
