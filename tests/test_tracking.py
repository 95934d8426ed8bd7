"""What was reported, folded; and the forecast that follows from it."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.model import Ceremony
from runbook.network import axis_of
from runbook.schedule import Schedule, earliest_day, plan
from runbook.tracking import Done, Happened, Progress, What, progress_of, standing
from runbook.tracking.records import from_record, to_record
from tests import reading
from tests.shipped import ROOT

FILE = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
DAY = 480  # working minutes


@cache
def conference() -> Ceremony:
    return reading.ceremony(FILE.read_text(encoding="utf-8"))


def at(clock: str, ceremony: Ceremony | None = None) -> int:
    """ "18/11 08:00" of 2024 as an instant."""
    day, time = clock.split()
    number, month = map(int, day.split("/"))
    hours, minutes = map(int, time.split(":"))
    return axis_of(ceremony or conference()).minute(date(2024, month, number), hours * 60 + minutes)


def as_planned(ceremony: Ceremony, now: int) -> dict[str, Progress]:
    """Everything done, or begun, just as the plan says it should be by now."""
    lines = []
    for number, row in enumerate(plan(ceremony).rows.values()):
        if row.start < now:
            lines.append(Happened(2 * number + 1, What.START, row.task.id, row.start, row.start))
        if row.finish <= now:
            lines.append(Happened(2 * number + 2, What.DONE, row.task.id, row.finish, row.finish))
    return progress_of(lines, {})


def forecast(ceremony: Ceremony, progress: dict[str, Progress], now: int) -> Schedule:
    return plan(standing(ceremony, progress, now), None, now)


def test_when_all_goes_as_planned_the_forecast_is_the_plan() -> None:
    planned = plan(conference())
    for clock in ("11/11 12:00", "14/11 17:30", "18/11 10:15", "21/11 13:30"):
        now = at(clock)
        found = forecast(conference(), as_planned(conference(), now), now)
        assert {name: row.finish for name, row in found.rows.items()} == {
            name: row.finish for name, row in planned.rows.items()
        }
        assert found.feasible


def test_a_late_appraisal_of_the_film_moves_the_conference_to_the_26th() -> None:
    """Row "D3 1,5 -> 3 days" of the acceptance table, reported on Monday 18/11 while it runs."""
    now = at("18/11 08:00")
    progress = as_planned(conference(), now)
    late = Happened(900, What.LATE, "D3", now, now, remaining=5 * DAY // 2)
    progress["D3"] = progress_of([Happened(1, What.START, "D3", 0, at("15/11 13:30")), late], {})["D3"]
    left = standing(conference(), progress, now)
    assert plan(left, None, now).rows["D3"].finish == at("20/11 12:00")
    assert earliest_day(left, now) == date(2024, 11, 26)
    assert earliest_day(standing(conference(), as_planned(conference(), now), now), now) == date(2024, 11, 22)


def test_an_appraisal_a_day_late_breaks_both_hard_deadlines() -> None:
    """Row "E3 1 -> 2 days": signed and sent a day after the last day, and the conference still on the 22nd."""
    now = at("13/11 17:00")
    progress = as_planned(conference(), now)
    late = [Happened(1, What.START, "E3", 0, at("13/11 08:00")), Happened(2, What.LATE, "E3", now, now, remaining=510)]
    progress["E3"] = progress_of(late, {})["E3"]
    found = forecast(conference(), progress, now)
    assert {name: found.rows[name].finish for name in ("E3", "E4", "E6")} == {
        "E3": at("14/11 17:30"),
        "E4": at("15/11 17:30"),
        "E6": at("18/11 17:30"),
    }
    assert [name for name, row in found.rows.items() if row.late_by and row.task.deadline] == ["E4", "E6"]
    assert earliest_day(standing(conference(), progress, now), now) == date(2024, 11, 22)


SMALL = """
    A: {work: 1d}
    B: {work: 1d, after: A}
    C: {work: 1d, after: B FS+2d}
"""


def test_what_is_over_stays_where_it_was_and_now_binds_the_rest() -> None:
    ceremony = reading.tasks(SMALL)
    now = at("20/11 10:00", ceremony)
    early = Happened(1, What.DONE, "A", now, at("18/11 11:00", ceremony))
    found = forecast(ceremony, progress_of([early], {}), now)
    assert (found.rows["A"].start, found.rows["A"].finish) == (at("18/11 11:00"), at("18/11 11:00"))
    assert (found.rows["B"].start, found.rows["B"].finish) == (at("20/11 10:00"), at("21/11 10:00"))
    assert not found.rows["A"].critical


def test_a_lag_counts_from_when_it_was_really_over() -> None:
    ceremony = reading.tasks(SMALL)
    now = at("20/11 10:00", ceremony)
    lines = [
        Happened(1, What.DONE, "A", now, at("18/11 12:00", ceremony)),
        Happened(2, What.DONE, "B", now, at("19/11 12:00", ceremony)),
    ]
    assert forecast(ceremony, progress_of(lines, {}), now).rows["C"].start == at("21/11 13:30", ceremony)


def test_who_began_early_goes_on_and_what_is_dropped_lets_the_next_wait_for_those_before_it() -> None:
    ceremony = reading.tasks("A: {work: 1d}\nB: {work: 1d, after: A}\nC: {work: 1d, after: B}")
    now = at("18/11 13:30", ceremony)
    begun = [Happened(1, What.START, "B", now, at("18/11 08:00", ceremony)), Happened(2, What.DROP, "B", now, now)]
    running = forecast(ceremony, progress_of(begun[:1], {}), now)
    assert running.rows["B"].finish == at("18/11 17:30", ceremony)
    assert running.rows["C"].start == at("19/11 08:00", ceremony)
    dropped = forecast(ceremony, progress_of(begun, {}), now)
    assert dropped.rows["C"].start == at("19/11 13:30", ceremony)


def test_a_task_told_to_end_at_an_instant_ends_there() -> None:
    ceremony = reading.tasks(SMALL)
    now = at("18/11 09:00", ceremony)
    for until in ("19/11 16:00", "19/11 20:00", "23/11 10:00"):
        told = Happened(1, What.LATE, "A", now, now, until=at(until, ceremony))
        lines = [Happened(0, What.START, "A", now, at("18/11 08:00", ceremony)), told]
        assert forecast(ceremony, progress_of(lines, {}), now).rows["A"].finish == at(until, ceremony)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ([(What.START, 10)], Progress(Done.RUNNING, started=10)),
        ([(What.START, 10), (What.DONE, 30)], Progress(Done.DONE, started=10, finished=30)),
        ([(What.DONE, 30), (What.START, 40)], Progress(Done.DONE, finished=30)),
        ([(What.START, 10), (What.DONE, 30), (What.REOPEN, 50)], Progress(Done.RUNNING, started=10, since=50)),
        ([(What.DROP, 20)], Progress(Done.DROPPED, finished=20)),
        ([(What.DROP, 20), (What.REOPEN, 25)], Progress(since=25)),
    ],
)
def test_lines_are_folded_in_their_order(said: list[tuple[What, int]], state: Progress) -> None:
    lines = [Happened(number, what, "A", minute, minute) for number, (what, minute) in enumerate(said, 1)]
    found = progress_of(lines, {})["A"]
    assert Progress(found.state, found.started, found.finished, found.remaining, found.since, found.until) == state


def test_the_last_part_received_ends_a_duty_of_many() -> None:
    owed = {"B2": ("ba-dinh", "dong-da", "hoan-kiem")}
    lines = [Happened(n, What.RECEIVE, "B2", n, n, agency=one) for n, one in enumerate(("dong-da", "ba-dinh"), 1)]
    assert progress_of(lines, owed)["B2"].state is Done.NOT_YET
    both = [*lines, Happened(3, What.RECEIVE, "B2", 3, 3, agency="dong-da")]
    assert progress_of(both, owed)["B2"].received == {"dong-da": 1, "ba-dinh": 2}
    assert progress_of([*both, Happened(4, What.RECEIVE, "B2", 9, 9, agency="hoan-kiem")], owed)["B2"].finished == 9


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(What)[:-1]), st.sampled_from("AB"), st.integers(0, 99)), max_size=8))
def test_a_line_undone_was_never_said(said: list[tuple[What, str, int]]) -> None:
    lines = [
        Happened(number, what, task, minute, minute, agency=str(minute))
        for number, (what, task, minute) in enumerate(said, 1)
    ]
    for undone in lines:
        undo = Happened(len(lines) + 1, What.UNDO, undone.task, 0, 0, undoes=undone.number)
        assert progress_of([*lines, undo], {}) == progress_of([one for one in lines if one is not undone], {})


lines = st.builds(
    Happened,
    number=st.integers(1, 99),
    what=st.sampled_from(What),
    task=st.text(min_size=1, max_size=5),
    said=st.integers(0, 2**40),
    at=st.integers(0, 2**40),
    who=st.text(max_size=5),
    remaining=st.none() | st.integers(0, 10_000),
    until=st.none() | st.integers(0, 2**40),
    agency=st.text(max_size=5),
    words=st.text(max_size=20),
    undoes=st.integers(0, 99),
)


@given(lines)
def test_a_line_comes_back_from_the_journal_as_it_was_said(line: Happened) -> None:
    assert from_record(line.number, line.said, line.who, to_record(line)) == line
