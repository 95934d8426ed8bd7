"""Reports: rows of ready texts, from a few lines of a ceremony."""

from __future__ import annotations

from datetime import date

import pytest

from runbook.axis import Axis
from runbook.model import Ceremony
from runbook.reports import wanted
from runbook.reports.changes import Changes, MoveRow, ShiftRow, changes
from runbook.reports.dates import dates
from runbook.reports.matrix import matrix
from runbook.reports.phrasing import Phrasing, amount, full_day, stretch
from runbook.reports.plan import By, Plan, plan_report
from runbook.reports.rows import task_rows
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.reports.why import why
from runbook.schedule import Schedule, plan
from tests.reading import HEAD, ceremony, tasks

FORK = """
A: {work: 1d}
B: {work: 3d, after: A, lead: cong-an}
C: {work: 1d, after: A, finish: before 20/11/2024}
"""
NOVEMBER_22 = date(2024, 11, 22)
OFFICE = 480


def at(found: Ceremony, day: int, hour: int = 8) -> int:
    return found.worktimes["always"].axis.minute(date(2024, 11, day), hour * 60)


def late(report: Plan) -> list[tuple[str, str, list[str], tuple[str, ...]]]:
    return [
        (" ".join(group.chain), group.by, [f"{row.task.id}: {row.finding}" for row in group.rows], group.follow)
        for group in report.late
    ]


def rows(report: Plan) -> list[tuple[str, list[str]]]:
    return [(group.title, [row.id for row in group.rows]) for group in report.groups]


@pytest.mark.parametrize(
    ("minutes", "day", "vi", "en"),
    [
        (480, OFFICE, "1 ngày", "1 d"),
        (240, OFFICE, "0,5 ngày", "0.5 d"),
        (120, OFFICE, "0,25 ngày", "0.25 d"),
        (-720, OFFICE, "-1,5 ngày", "-1.5 d"),
        (100, OFFICE, "1h40", "1h40"),
        (45, OFFICE, "45 phút", "45 min"),
        (-45, OFFICE, "-45 phút", "-45 min"),
        (960 + 125, OFFICE, "2 ngày 2h05", "2 d 2h05"),
        (36 * 60, 1440, "1,5 ngày", "1.5 d"),
        (480 * 1000, OFFICE, "1000 ngày", "1000 d"),
    ],
)
def test_amounts_of_time(minutes: int, day: int, vi: str, en: str) -> None:
    assert (amount("vi", minutes, day), amount("en", minutes, day)) == (vi, en)


def test_lengths_of_the_clock() -> None:
    assert [stretch("vi", minutes) for minutes in (5, 60, 150)] == ["5 phút", "1h", "2h30"]


def test_instants_are_written_as_an_office_writes_them() -> None:
    axis = Axis()
    vi, en = Phrasing("vi", axis, 2024), Phrasing("en", axis, 2024)
    afternoon, midnight = axis.minute(date(2024, 11, 14), 17 * 60 + 30), axis.minute(date(2024, 11, 15))
    assert (vi.start(afternoon), en.start(afternoon)) == ("T5 14/11 17h30", "Thu 14/11 17:30")
    assert (vi.start(midnight), vi.finish(midnight)) == ("T6 15/11 00h00", "T5 14/11 24h00")
    assert vi.start(axis.minute(date(2025, 1, 5))) == "CN 05/01/2025 00h00"
    assert (full_day("vi", date(987, 1, 1)), full_day("en", NOVEMBER_22)) == ("T2 01/01/0987", "Fri 22/11/2024")


def test_a_deadline_is_told_as_written_and_as_the_last_instant_it_allows() -> None:
    found = tasks(
        """
        A: {work: 1d, finish: before 18/11/2024}
        B: {work: 1d, finish: by 20/11/2024}
        C: {work: 1d, finish: before N}
        D: {work: 1d}
        """
    )
    assert [row.deadline for row in task_rows(plan(found), "vi").values()] == [
        "trước ngày 18/11/2024 (chậm nhất T6 15/11 17h30)",
        "chậm nhất T4 20/11 17h30",
        "chậm nhất T5 21/11 17h30",
        "",
    ]


def test_a_plan_that_fits_names_nothing_late_and_puts_the_most_urgent_first() -> None:
    report = plan_report(plan(tasks(FORK)), "vi")
    assert (report.feasible, report.late, report.consequence) == (True, (), ())
    assert rows(report) == [("", ["A", "C", "B"])]
    assert report.summary == "Kịp: 3 việc chuẩn bị, trong đó 3 việc găng (không còn dự trữ)."


def test_what_should_be_done_by_now_is_told_chain_by_chain() -> None:
    found = tasks(FORK)
    report = plan_report(plan(found, now=at(found, 19, 10)), "vi")
    assert late(report) == [
        (
            "A B",
            "1,25 ngày",
            [
                "A: lẽ ra phải xong trước T2 18/11 17h30; đã chậm 0,25 ngày",
                "B: lẽ ra phải bắt đầu từ T3 19/11 08h00; đã chậm 0,25 ngày",
            ],
            (),
        ),
        ("C", "1,25 ngày", ["C: lẽ ra phải bắt đầu từ T3 19/11 08h00; đã chậm 0,25 ngày"], ()),
    ]
    assert report.now_text == "T3 19/11 10h00"


def test_what_is_late_only_in_consequence_is_not_named_as_a_cause() -> None:
    found = tasks("A: {work: 1d}\nB: {work: 1d, after: A}\nC: {work: 1d, after: B}\nX: {work: 1h, after: B}")
    report = plan_report(plan(found, now=at(found, 20, 8)), "en")
    assert late(report) == [
        ("A B C", "1 d", ["A: should have been finished by Tue 19/11 17:30"], ("B", "C")),
    ]
    assert report.consequence == ("X",)


def test_without_a_moment_the_chains_say_by_how_much_they_are_short() -> None:
    report = plan_report(plan(tasks("A: {work: 3d}\nB: {work: 2d, after: A}")), "vi")
    assert late(report) == [
        ("A B", "1 ngày", ["A: phải bắt đầu chậm nhất T6 15/11 08h00; thiếu 1 ngày"], ("B",)),
    ]
    assert report.summary == "Không kịp: 2 trong 2 việc chuẩn bị bị chậm."


def test_a_broken_deadline_stands_first_and_is_told_apart_from_a_missed_opening() -> None:
    report = plan_report(
        plan(tasks("X: {work: 4d}\nA: {work: 1d, after: B, finish: before 20/11/2024}\nB: {work: 2d}")), "vi"
    )
    assert late(report) == [
        ("B A", "1 ngày", ["A: dự kiến xong T4 20/11 17h30, quá thời hạn T3 19/11 17h30 là 1 ngày"], ("B",)),
    ]
    assert rows(report)[0][1] == ["A", "B", "X"]
    assert report.summary == "Kịp giờ khai mạc, nhưng 2 trong 3 việc chuẩn bị không kịp thời hạn riêng."


def test_a_plan_of_nothing_and_one_that_fails_only_on_the_day_have_sentences_of_their_own() -> None:
    items = [f"  - {{id: p{number}, title: Mục, lead: van-phong, length: 90m}}\n" for number in (1, 2)]
    empty, over = plan(ceremony(HEAD)), plan(ceremony(HEAD + "programme:\n" + "".join(items)))
    assert plan_report(empty, "en").summary == "There is nothing to prepare."
    assert plan_report(over, "vi").summary == (
        "Chuẩn bị kịp khai mạc, nhưng trong ngày và sau lễ có 1 việc không kịp thời hạn."
    )


def test_one_agency_sees_its_tasks_and_the_chains_that_hold_them() -> None:
    found = tasks(FORK)
    report = plan_report(plan(found, now=at(found, 19, 10)), "vi", "cong-an")
    assert (rows(report), [group.chain for group in report.late]) == ([("", ["B"])], [("A", "B")])


def test_tasks_are_grouped_in_the_order_of_the_groups() -> None:
    found = ceremony(
        HEAD
        + "phases: {in: In ấn, hop: Họp}\n"
        + "tasks:\n"
        + "  A: {title: a, lead: cong-an, work: 1d, phase: hop}\n"
        + "  B: {title: b, lead: van-phong, work: 1d, after: A, phase: in}\n"
        + "  C: {title: c, lead: cong-an, work: 1d}\n"
        + "after:\n"
        + "  Q: {title: q, lead: van-phong, work: 1d, finish: by N+7}\n"
    )
    schedule = plan(found)
    assert rows(plan_report(schedule, "vi", by=By.AGENCY)) == [("Văn phòng", ["B", "Q"]), ("Công an", ["A", "C"])]
    assert rows(plan_report(schedule, "vi", by=By.PHASE)) == [
        ("In ấn", ["B"]),
        ("Họp", ["A"]),
        ("Chuẩn bị", ["C"]),
        ("Sau buổi lễ", ["Q"]),
    ]
    assert [title for title, _ in rows(plan_report(schedule, "vi", by=By.DAY))] == ["T4 20/11", "T5 21/11", "T6 29/11"]


PROGRAMME = """
programme:
  - {id: p1, title: Khai mạc, lead: van-phong, length: 20m, cue: MC1}
  - {id: p2, item: 2, title: Truyền hình, lead: van-phong, length: %s, at: %s}
"""


def stage(length: str, clock: str) -> Schedule:
    return plan(ceremony(HEAD + PROGRAMME % (length, clock)))


def test_the_run_of_show_follows_the_clock() -> None:
    report = show(stage("90m", "09:00"), "vi")
    assert [(row.id, row.item, row.clock, row.minutes, row.fixed, row.gap) for row in report.rows] == [
        ("p1", "", "08h30", 20, True, 0),
        ("p2", "2", "09h00", 90, True, 10),
    ]
    assert (report.total, report.end_text, report.spare, report.warning) == (110, "10h30", 0, "")
    assert report.summary == "Tổng thời lượng 110 phút; kết thúc 10h30, bế mạc theo kế hoạch 10h30."


def test_items_are_numbered_as_they_run_and_say_which_of_the_plan_they_are() -> None:
    def told(text: str) -> list[tuple[int, str]]:
        return [(row.number, row.clause) for row in show(plan(ceremony(HEAD + text)), "vi").rows]

    written = PROGRAMME % ("30m", "09:00")
    assert told(written) == [(1, ""), (2, "")]  # the second of the plan is the second
    assert told(written.replace("item: 2", "item: 4")) == [(1, ""), (2, "mục 4")]
    assert told(written.replace("p1, ", "p1, item: 4, ").replace("item: 2", "item: 4")) == [(1, "mục 4"), (2, "mục 4")]


def test_the_run_of_show_warns_where_the_clock_does_not_hold() -> None:
    assert show(stage("95m", "09:00"), "vi").warning == "Chương trình vượt giờ bế mạc 10h30 là 5 phút."
    assert show(stage("90m", "08:45"), "en").warning == (
        "Item p2 cannot begin at its fixed time 08:45: the items before it are not over."
    )
    assert show(stage("60m", "09:00"), "vi").spare == 30


def test_a_ceremony_without_a_programme_has_an_empty_run_of_show() -> None:
    report = show(plan(tasks(FORK)), "vi")
    assert (report.rows, report.total, report.spare) == ((), 0, 120)


def test_the_timeline_counts_columns_of_days() -> None:
    report = timeline(plan(tasks(FORK)), "vi")
    assert [(column.day.day, column.weekday, column.works, column.is_n) for column in report.days] == [
        (18, "T2", True, False),
        (19, "T3", True, False),
        (20, "T4", True, False),
        (21, "T5", True, False),
        (22, "T6", True, True),
    ]
    assert [(row.task.id, row.first, row.last, row.latest, row.after) for row in report.groups[0].rows] == [
        ("A", 0, 0, 0, ()),
        ("C", 1, 1, 1, ("A",)),
        ("B", 1, 3, 3, ("A",)),
    ]


def test_the_matrix_has_a_column_for_every_agency_with_a_part_and_sums_its_work() -> None:
    found = tasks("A: {work: 1d, support: [cong-an]}\nB: {elapsed: 2d}\nC: {work: 0.5d}")
    report = matrix(plan(found), "vi")
    assert [(row.id, row.cells) for row in report.rows] == [("A", ("CT", "PH")), ("B", ("CT", "")), ("C", ("CT", ""))]
    assert [(load.agency, load.leads, load.supports, load.work) for load in report.loads] == [
        ("Văn phòng", ("A", "B", "C"), (), "1,5 ngày"),
        ("Công an", (), ("A",), ""),
    ]


def test_days_are_ranked_with_a_verdict() -> None:
    head = HEAD.replace("22/11/2024", "{window: 21/11/2024..23/11/2024, days: Mon-Fri, reserve: 23/11/2024}")
    report = dates(tasks(FORK, head), "vi")
    assert [(row.rank, row.day_text, row.verdict, row.remark) for row in report.rows] == [
        (1, "T6 22/11/2024", "kịp, dự trữ 0", ""),
        (2, "T7 23/11/2024", "kịp, dự trữ 1 ngày", "ngày dự phòng; ngoài các thứ dự kiến"),
        (3, "T5 21/11/2024", "không kịp: thiếu 1 ngày, 2 việc chậm", ""),
    ]
    assert report.earliest == "Ngày sớm nhất có thể tổ chức: T6 22/11/2024."


def test_why_names_both_chains_and_what_the_task_costs() -> None:
    report = why(plan(tasks(FORK)), "vi", "B")
    assert ([row.id for row in report.driving], [row.id for row in report.binding]) == (["A", "B"], ["B"])
    assert report.bound == "giờ khai mạc T6 22/11 08h30"
    assert report.drag == "Nếu việc này không mất thời gian, mốc ràng buộc nó sớm hơn được 2 ngày."
    assert report.gains == ("rút B bớt 1 ngày",)


def test_advice_to_shorten_preparation_is_for_what_the_opening_bounds() -> None:
    text = "tasks:\n  A: {title: a, lead: cong-an, work: 4d}\n"
    text += "  B: {title: b, lead: cong-an, work: 2d, finish: by 19/11/2024}\n"
    text += "day:\n  n1: {title: n, lead: cong-an, at: opening-1h, length: 30m}\n"
    text += "programme:\n  - {id: p1, title: p, lead: cong-an, length: 2h}\n"
    text += "after:\n  Q: {title: q, lead: cong-an, work: 1d, finish: by N+7}\n"
    schedule = plan(ceremony(HEAD + text))
    assert [key for key in schedule.rows if why(schedule, "vi", key).gains] == ["A"]
    assert why(schedule, "vi", "B").drag == "Nếu việc này không mất thời gian, mốc ràng buộc nó sớm hơn được 2 ngày."


def test_what_a_change_moves_is_told_before_and_after() -> None:
    before, after = plan(tasks(FORK)), plan(tasks(FORK.replace("A: {work: 1d}", "A: {work: 1.5d}")))
    report = changes(before, after, "vi")
    assert report.rows[0] == MoveRow(
        "A", "Việc A", "Văn phòng", "T2 18/11 08h00", "T2 18/11 17h30", "T2 18/11 08h00", "T3 19/11 12h00"
    )
    assert [row.id for row in report.rows] == ["A", "B", "C"]
    assert (report.day, report.verdict) == ("", "3 việc dời ngày. Trước: kịp; sau: không kịp khai mạc.")
    assert report.earliest == "Ngày sớm nhất có thể tổ chức: trước T6 22/11/2024, sau T7 23/11/2024."


def changed(before: str, after: str) -> Changes:
    return changes(plan(tasks(before)), plan(tasks(after)), "vi")


def test_a_plan_that_only_passes_deadlines_is_not_called_infeasible() -> None:
    report = changed(FORK, FORK.replace("C: {work: 1d", "C: {work: 2d"))
    assert report.verdict == (
        "1 việc dời ngày. 1 việc khác giữ ngày nhưng đổi thời điểm chậm nhất hoặc dự trữ. "
        "Trước: kịp; sau: kịp khai mạc, nhưng có việc quá thời hạn."
    )
    assert report.earliest == ""


def test_a_change_that_only_takes_time_in_hand_names_who_loses_it() -> None:
    report = changed("A: {work: 1d}", "A: {work: 1d, finish: by 19/11/2024}")
    assert report.rows == ()
    assert report.shifts == (
        ShiftRow("A", "Việc A", "Văn phòng", "T5 21/11 17h30", "3 ngày", "T3 19/11 17h30", "1 ngày"),
    )
    assert report.verdict.startswith("Không việc nào dời ngày. 1 việc khác giữ ngày")
    assert changed(FORK, FORK) == Changes((), (), "Không việc nào dời ngày. Trước: kịp; sau: kịp.", "", "")


def test_the_earliest_day_is_told_before_and_after() -> None:
    window = HEAD.replace("22/11/2024", "{window: 20/11/2024..25/11/2024, chosen: 25/11/2024}")
    one, two = (plan(tasks(f"A: {{work: {work}}}", window)) for work in ("2d", "3d"))
    assert changes(one, two, "en").earliest == (
        "The earliest day that can be held: Wed 20/11/2024 before, Thu 21/11/2024 after."
    )


@pytest.mark.parametrize("words", ["cong-an", "Công an", "CONG AN", "công  an"])
def test_an_agency_is_known_by_any_of_its_names(words: str) -> None:
    assert wanted.agency(tasks(FORK), words) == "cong-an"


@pytest.mark.parametrize("words", ["", " ", "cong", "so-x"])
def test_words_that_name_no_agency_are_refused(words: str) -> None:
    with pytest.raises(wanted.UnclearError) as error:
        wanted.agency(tasks(FORK), words)
    assert error.value.facts["known"] == "van-phong, cong-an"


def test_a_task_is_known_by_its_id_or_its_title() -> None:
    assert [wanted.task(tasks(FORK), words) for words in ("B", "b", "việc b")] == ["B", "B", "B"]


def test_days_may_be_counted_from_day_n() -> None:
    found = tasks(FORK)
    named = ("N", "N-1", "N+2", "N+2w", "20/11/2024")
    assert [wanted.day_of_plan(found, NOVEMBER_22, words).day for words in named] == [22, 21, 24, 26, 20]


def test_the_clock_is_asked_only_for_the_present() -> None:
    found = tasks(FORK)

    def clock() -> int:
        return at(found, 20, 10)

    def never() -> int:
        raise AssertionError

    assert wanted.instant(found, "now", clock) == at(found, 20, 10)
    assert wanted.instant(found, "today", clock) == at(found, 20, 0)
    assert wanted.instant(found, "20/11/2024 10:00", never) == at(found, 20, 10)
    with pytest.raises(wanted.UnclearError):
        wanted.instant(found, "opening-2h", never)
