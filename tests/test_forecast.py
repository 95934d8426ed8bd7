"""What is to be expected: the plan where all goes by it, and what moves where it does not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.axis import DAY
from runbook.model import Ceremony
from runbook.network import axis_of
from runbook.reports.drift import drift, of_schedule
from runbook.reports.forecast import forecast
from runbook.schedule import plan
from runbook.tracking import Happened, Outlook, What, outlook
from runbook.tracking.curve import curve
from runbook.tracking.records import from_record, to_record
from runbook.tracking.times import Edge, instant
from runbook.values import MistakeError
from tests import reading
from tests.campaigns import YEAR
from tests.progressed import SMALL
from tests.test_tracking import at

BACKWARD = SMALL.replace("start: 18/11/2024 08:00\n", "")
LATE = SMALL.replace("work: 0.5d, after", "work: 0.5d, place: late, after")


def as_planned(ceremony: Ceremony, now: int) -> Outlook:
    """Begun and over just as the plan has it."""
    planned, lines = plan(ceremony), list[Happened]()
    for row in planned.rows.values():
        for what, when in ((What.START, row.start), (What.DONE, row.finish)):
            if when <= now and (when < now or what is What.DONE):
                lines.append(Happened(len(lines) + 1, what, row.task.id, when, when))
    return outlook(planned, lines, now)


def said(text: str, now: str, *lines: tuple[What, str, str], **rest: int) -> Outlook:
    """The small ceremony after these lines; `rest` goes to the last."""
    ceremony = reading.ceremony(text)
    found = [
        Happened(n, what, task, at(when, ceremony), at(when, ceremony)) for n, (what, task, when) in enumerate(lines, 1)
    ]
    if rest:
        last = found.pop()
        found.append(Happened(last.number, last.what, last.task, last.said, last.at, **rest))  # type: ignore[arg-type]
    return outlook(plan(ceremony), found, at(now, ceremony))


@settings(max_examples=60)
@given(st.integers(0, 16 * DAY), st.sampled_from([SMALL, BACKWARD, LATE]))
def test_when_all_goes_as_planned_the_forecast_is_the_plan(after: int, text: str) -> None:
    ceremony = reading.ceremony(text)
    planned = plan(ceremony)
    found = as_planned(ceremony, min(row.start for row in planned.rows.values()) - DAY + after)
    assert {name: row.finish for name, row in found.expected.rows.items()} == {
        name: row.finish for name, row in planned.rows.items()
    }
    assert (found.dangers, found.day) == ((), planned.day)
    assert [name for name in planned.rows if found.overdue(name)] == []
    shares = curve(found, of_schedule(planned, "vi").spans)
    assert shares.done[-1][0] == shares.expected[0][0] == found.now
    assert dict(shares.done) | dict(shares.expected) == pytest.approx(dict(shares.planned))


lines = st.lists(
    st.tuples(
        st.sampled_from(What),
        st.sampled_from("ABCDEQ"),
        st.integers(0, 3000),
        st.sampled_from(["ba-dinh", "tay-ho", "cau-giay"]),
    ),
    max_size=12,
)


@settings(max_examples=80)
@given(lines, st.integers(0, 5000))
def test_any_journal_can_be_planned_and_comes_back_the_same(told: list[tuple[What, str, int, str]], late: int) -> None:
    ceremony = reading.ceremony(SMALL)
    planned = plan(ceremony)
    begun = min(row.start for row in planned.rows.values())
    journal = [
        Happened(number, what, task, begun + minute, begun + minute, agency=agency, undoes=number // 2)
        for number, (what, task, minute, agency) in enumerate(told, 1)
    ]
    found = outlook(planned, journal, begun + late)
    again = [from_record(one.number, one.said, one.who, to_record(one)) for one in journal]
    assert outlook(planned, again, begun + late).progress == found.progress
    assert all(row.finish >= found.now for name, row in found.expected.rows.items() if not _over(found, name))
    report = forecast(found, "vi")
    assert report.kept == (not report.perils)
    shares = curve(found, of_schedule(planned, "vi").spans)
    done = [share for _, share in (*shares.done, *shares.expected)]
    assert all(0 <= before <= after <= 1.0000001 for before, after in pairwise([0.0, *done]))


def _over(found: Outlook, name: str) -> bool:
    return found.of(name).over or found.left.task(name).actual or found.of(name).state.value == "dropped"


def test_a_task_told_to_end_later_that_has_not_begun_still_waits_for_others() -> None:
    lines = [(What.DONE, "A", "18/11 17:30"), (What.LATE, "B", "19/11 08:00")]
    until = at("21/11 12:00", reading.ceremony(SMALL))
    assert said(SMALL, "19/11 08:00", *lines, until=until).expected.rows["B"].finish == until
    waiting = said(SMALL, "20/11 08:00", (What.LATE, "B", "20/11 08:00"), until=until)  # A takes all of Wednesday
    assert waiting.expected.rows["B"].finish == at("22/11 17:30", waiting.ceremony)


def test_a_line_of_later_is_not_known_yet() -> None:
    found = said(SMALL, "19/11 08:00", (What.DONE, "A", "18/11 16:00"), (What.DONE, "B", "19/11 16:00"))
    assert (found.of("A").over, found.of("B").over) == (True, False)


def test_a_late_task_endangers_the_opening_and_says_what_wins_time() -> None:
    over = [(What.DONE, "A", "18/11 17:30"), (What.DONE, "D", "18/11 17:30"), (What.DONE, "C", "19/11 17:30")]
    slow = [(What.START, "B", "19/11 08:00"), (What.LATE, "B", "20/11 08:00")]
    found = said(SMALL, "20/11 08:00", *over, *slow, remaining=3 * 480)
    opening = forecast(found, "vi").perils[0]
    assert (opening.of, opening.by, opening.chain, opening.agencies) == ("", 720, ("B", "E"), ("Văn phòng", "Công an"))
    assert opening.text.startswith(
        "Không kịp T6 22/11/2024: thiếu 1,5 ngày. Dự kiến sớm nhất T3 26/11/2024. Ngày dự phòng"
    )
    assert opening.remedy == "Để giữ T6 22/11/2024: rút B 1,5 ngày (còn 3 ngày)."
    assert [(one.task_id, one.minutes, one.drag) for one in found.crashes] == [("B", 1440, 1440), ("E", 240, 240)]


def test_a_long_chain_is_told_by_its_ends_and_a_way_back_of_many_cuts_is_given_up() -> None:
    rows = [f"T{n}: {{work: 1d{f', after: T{n - 1}' if n else ''}}}" for n in range(30)]
    ceremony = reading.tasks("\n".join(rows))
    found = outlook(plan(ceremony), (), at("18/11 08:00", ceremony))
    opening = forecast(found, "en").perils[0]
    assert len(opening.chain) == 30
    assert opening.details("en")[0] == ("Chain: T0 → T1 → T2 → T3 → T4 → T5 → … → T24 → T25 → T26 → T27 → T28 → T29")
    assert opening.remedy.endswith("shorten T11 by 0.5 d (of 1 d left); and many more.")


def test_a_finished_or_dropped_task_is_in_nobodys_way() -> None:
    late = said(SMALL, "21/11 08:00", (What.DONE, "C", "20/11 17:31"))
    assert [one.task_id for one in late.dangers] == []
    dropped = said(SMALL, "21/11 08:00", (What.DROP, "C", "20/11 12:00"))
    assert [one.task_id for one in dropped.dangers] == []
    assert [one.task_id for one in said(SMALL, "21/11 08:00").dangers] == ["C"]
    row = said(SMALL, "22/11 08:00", (What.DONE, "C", "21/11 12:00")).drawn.rows["C"]
    assert (row.finish, row.late_by, row.critical) == (at("21/11 12:00", late.ceremony), 0, False)


def test_what_is_to_be_late_by_intent_is_not_once_it_has_begun() -> None:
    over = [(What.DONE, task, "18/11 17:30") for task in "ABD"]
    assert said(LATE, "19/11 08:00", *over).expected.rows["E"].finish == at("21/11 17:30", reading.ceremony(LATE))
    begun = said(LATE, "19/11 08:00", *over, (What.START, "E", "19/11 08:00"))
    assert begun.expected.rows["E"].finish == at("19/11 12:00", begun.ceremony)


def test_after_the_day_only_what_comes_after_it_is_owed() -> None:
    """Nobody reports the items of the programme here: they are taken to have happened at their time."""
    found = said(SMALL, "29/11 08:00", *((What.DONE, task, "19/11 17:30") for task in "ABCDE"))
    assert found.readiness().slack is None
    assert found.expected.rows["p1"].finish == found.planned.rows["p1"].finish
    assert found.expected.rows["Q"].finish == at("29/11 17:30", found.ceremony)
    assert found.dangers == ()


def test_the_drift_from_a_plan_names_what_moved_came_and_went() -> None:
    ceremony = reading.ceremony(SMALL)
    old = of_schedule(plan(reading.ceremony(SMALL.replace("  C:", "  X:").replace("2d, after", "1d, after"))), "vi")
    found = drift(outlook(plan(ceremony), (), at("18/11 08:00", ceremony)), old, "vi")
    assert [(row.id, row.shift) for row in found.rows] == [
        ("B", "+1 ngày"), ("C", "mới"), ("E", "+1 ngày"), ("X", "không còn"),
    ]  # fmt: skip
    assert found.counts == "2 việc lệch, 1 việc thêm, 1 việc bớt; 4 việc như cũ."


def test_a_duty_over_a_window_is_late_only_until_it_has_begun() -> None:
    ceremony = reading.ceremony(YEAR)
    planned, axis = plan(ceremony), axis_of(ceremony)
    now = planned.rows["T5"].start + 3 * DAY
    assert outlook(planned, (), now).overdue("T5") > 0
    begun = outlook(planned, [Happened(1, What.START, "T5", now, now)], now)
    assert begun.overdue("T5") == 0
    assert begun.expected.rows["T5"].finish == planned.rows["T5"].finish
    over = outlook(planned, [Happened(1, What.DONE, "T5", now, now)], now)
    assert over.expected.rows["T5"].finish == now
    assert axis.civil(now)[0].year == 2024


def test_a_duty_over_a_window_or_at_its_hour_has_nothing_to_spare_which_is_no_finding() -> None:
    ceremony = reading.ceremony(YEAR)
    planned = plan(ceremony)
    rows = {row.id: row.float_text for row in forecast(outlook(planned, (), planned.rows["T1"].start), "vi").rows}
    assert [rows[name] for name in ("T1", "T5", "T6", "T3.2024-10-07")] == ["—"] * 4
    assert rows["A1"] not in ("", "—")


def test_every_time_a_duty_comes_back_is_a_task_of_its_own() -> None:
    ceremony = reading.ceremony(YEAR)
    planned = plan(ceremony)
    first, second = [name for name, row in planned.rows.items() if row.task.series == "T3"][:2]
    now = planned.rows[second].finish + 60
    found = outlook(planned, [Happened(1, What.DONE, first, now, planned.rows[first].finish)], now)
    assert (found.overdue(first), found.overdue(second) > 0) == (0, True)
    assert second in found.unreported
    assert found.overdue("T3") == 0  # each time stands for it
    assert first not in found.unreported


@pytest.mark.parametrize("words", ["31/02", "30/2", "25h", "8", "", "N-1", "18/11 8", "opening", "hôm kia", "x" * 5000])
def test_words_that_are_no_moment(words: str) -> None:
    ceremony = reading.ceremony(SMALL)
    with pytest.raises(MistakeError):
        instant(words, at("18/11 08:00", ceremony), ceremony.worktimes["office"], Edge.END)


@pytest.mark.parametrize(
    ("words", "now", "edge", "found"),
    [
        ("31/12 8h", "02/01 08:00", Edge.END, "2023-12-31T08:00+07:00"),
        ("01/01", "30/12 08:00", Edge.BEGINNING, "2025-01-01T00:00+07:00"),
        ("18/11", "18/11 09:00", Edge.BEGINNING, "2024-11-18T08:00+07:00"),
        ("mai", "18/11 09:00", Edge.END, "2024-11-19T17:30+07:00"),
        ("29/2 8h", "18/11 09:00", Edge.END, "2024-02-29T08:00+07:00"),
        ("17/11", "18/11 09:00", Edge.END, "2024-11-18T00:00+07:00"),
    ],
)
def test_the_year_and_the_hour_left_out_are_the_nearest(words: str, now: str, edge: Edge, found: str) -> None:
    ceremony = reading.ceremony(
        SMALL.replace(
            "hours: 08",
            "worktime: {office: {days: Mon-Fri, hours: [08:00-12:00, 13:30-17:30], holidays: vietnam}}\nhours: 08",
        )
    )
    assert axis_of(ceremony).iso(instant(words, at(now, ceremony), ceremony.worktimes["office"], edge)) == found
