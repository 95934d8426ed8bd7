"""Run sheets: who does what on one day."""

from __future__ import annotations

from datetime import date

import pytest

from runbook.model import Part
from runbook.reports.duties import Duty, duty, groups_of, phone
from runbook.reports.sheet import Sheet, days, sheet
from runbook.schedule import Schedule, plan
from tests.reading import ceremony

TEXT = """
ceremony: le
title: Lễ thử
date: 22/11/2024
hours: 20:00-01:00
start: 18/11/2024 08:00
venue: {name: Quảng trường, address: Hoàn Kiếm}
agencies:
  van-phong: {name: Văn phòng UBND, short: VP, phone: "024 1"}
  cong-an: {name: Công an, contacts: [{name: Trần B}, {name: Lê C, phone: "09 2"}]}
  quan: {name: Các quận, members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}}
tasks:
  A: {title: Soạn kế hoạch, lead: van-phong, work: 1d}
  B: {title: Phương án bảo vệ, lead: cong-an, work: 2d, after: A, support: [quan], note: Mang sơ đồ}
  C: {title: Báo cáo của quận, each: quan, work: 1d, after: [A, B]}
  M: {title: Chốt danh sách, lead: van-phong, after: C, finish: by 21/11/2024 17:30}
day:
  v1: {title: Thử loa, lead: van-phong, support: [cong-an], at: N-1 19:00, length: 30m}
  n1: {title: Gác cổng, lead: cong-an, at: opening-2h, length: 8h, trouble: gọi dự phòng}
programme:
  - {id: p1, title: Khai mạc, lead: van-phong, length: 5h}
after:
  Q: {title: Trả hội trường, lead: van-phong, work: 0.5d, not_before: N+3}
decisions:
  - {when: 21/11/2024 12:00, trigger: trời mưa, who: [van-phong], choose: vào nhà}
"""


@pytest.fixture(scope="module")
def schedule() -> Schedule:
    return plan(ceremony(TEXT))


def of_day(schedule: Schedule, day: int, agency: str = "") -> Sheet:
    return sheet(schedule, "vi", date(2024, 11, day), agency)


def bands(report: Sheet) -> list[tuple[str, list[tuple[str, str, str]]]]:
    return [(band.title, [(row.task.id, row.begins, row.ends) for row in band.rows]) for band in report.bands]


def untimed(report: Sheet) -> list[tuple[str, str, str]]:
    return [(row.task.id, row.begins, row.ends) for row in report.untimed.rows]


def test_the_plate_counts_from_day_n(schedule: Schedule) -> None:
    assert [of_day(schedule, day).plate for day in (19, 22, 25)] == ["N-3", "NGÀY N", "N+3"]


def test_the_day_itself_is_parted_by_opening_and_closing_and_runs_past_midnight(schedule: Schedule) -> None:
    report = of_day(schedule, 22)
    assert bands(report) == [
        ("Trước giờ khai mạc", [("n1", "18h00", "→ T7 23/11 02h00")]),
        ("Trong chương trình", [("p1", "20h00", "→ T7 23/11 01h00")]),
    ]
    assert report.heading.hours == "20h00-01h00"
    assert report.heading.venue == "Quảng trường, Hoàn Kiếm"
    assert [brief.title for brief in report.moments] == ["Khai mạc", "Bế mạc"]


def test_the_sheet_of_day_n_lasts_as_long_as_its_night() -> None:
    late = "  n2: {title: Trực đêm, lead: cong-an, at: N+1 00:30, length: 30m}\n"
    late += "  n3: {title: Dọn sân, lead: cong-an, at: N+1 01:30, length: 30m}\nprogramme:"
    night = plan(ceremony(TEXT.replace("programme:", late)))
    day_n, next_day = of_day(night, 22, "cong-an"), of_day(night, 23, "cong-an")
    assert bands(day_n)[1:] == [("Trong chương trình", [("n2", "T7 23/11 00h30", "→ T7 23/11 01h00")])]
    assert (day_n.moments[-1].when, day_n.moments[-1].title) == ("T7 23/11 01h00", "Bế mạc")
    assert bands(next_day) == [
        ("Đêm ngày N (tiếp)", [("n1", "tiếp", "02h00"), ("n2", "00h30", "01h00")]),
        ("Buổi sáng", [("n3", "01h30", "02h00")]),
    ]


def test_what_runs_over_from_the_day_before_goes_on(schedule: Schedule) -> None:
    assert bands(of_day(schedule, 23, "cong-an")) == [("Đêm ngày N (tiếp)", [("n1", "tiếp", "02h00")])]


def test_work_without_an_hour_stands_apart(schedule: Schedule) -> None:
    assert [untimed(of_day(schedule, day)) for day in (18, 19, 20, 21)] == [
        [("A", "08h00", "17h30")],
        [("B", "08h00", "→ T4 20/11")],
        [("B", "tiếp", "17h30")],
        [("C", "08h00", "17h30"), ("M", "17h30", "")],
    ]
    assert bands(of_day(schedule, 21)) == [("Buổi tối", [("v1", "19h00", "19h30")])]


def test_moments_of_the_day_are_told_to_everyone(schedule: Schedule) -> None:
    told = [(brief.when, brief.id, brief.title, brief.lead) for brief in of_day(schedule, 21, "cong-an").moments]
    assert told == [
        ("12h00", "", "Phải quyết: trời mưa → vào nhà", "VP"),
        ("17h30", "M", "Chốt danh sách", "VP"),
        ("17h30", "M", "Thời hạn: Chốt danh sách", "VP"),
    ]


def test_an_agency_sees_what_it_leads_and_what_it_supports_with_whom_to_call(schedule: Schedule) -> None:
    report = of_day(schedule, 21, "cong-an")
    (row,) = report.bands[0].rows
    assert (report.agency, report.phone) == ("Công an", "09 2")
    assert (row.task.id, row.supports, row.task.lead, row.phone) == ("v1", True, "VP", "024 1")
    assert untimed(report) == []


def test_a_member_of_a_group_has_the_duties_of_the_group(schedule: Schedule) -> None:
    report = of_day(schedule, 21, "ba-dinh")
    assert [(row.task.id, row.supports) for row in report.untimed.rows] == [("C", False)]
    assert [(row.task.id, row.supports) for row in of_day(schedule, 20, "tay-ho").untimed.rows] == [("B", True)]


def test_the_sheet_says_what_is_waited_for_and_from_whom(schedule: Schedule) -> None:
    report = of_day(schedule, 21, "quan")
    assert [(one.task_id, one.awaited_id, one.lead, one.phone, one.due) for one in report.waiting] == [
        ("C", "A", "VP", "024 1", "T2 18/11 17h30"),
        ("C", "B", "Công an", "09 2", "T4 20/11 17h30"),
    ]
    assert of_day(schedule, 21).waiting == ()


def test_the_next_two_days_with_a_beginning_are_told_in_brief(schedule: Schedule) -> None:
    told = [(brief.when, brief.id) for brief in of_day(schedule, 20, "van-phong").coming]
    assert told == [("T5 21/11", "M"), ("T5 21/11 19h00", "v1"), ("T6 22/11 20h00", "p1")]


def test_a_crowded_coming_day_is_cut_short() -> None:
    many = "".join(f"  t{n}: {{title: Việc {n}, lead: van-phong, at: N 1{n}:00, length: 10m}}\n" for n in range(8))
    schedule = plan(ceremony(TEXT.replace("day:\n", "day:\n" + many)))
    coming = [brief for brief in of_day(schedule, 21, "van-phong").coming if brief.when.startswith("T6")]
    assert [brief.id for brief in coming] == ["t0", "t1", "t2", "t3", "t4", ""]
    assert coming[-1].title == "… và 4 việc khác"


def test_counts_and_empty_days(schedule: Schedule) -> None:
    assert of_day(schedule, 21).counts == "3 việc, 2 việc găng, 2 đơn vị chủ trì"
    assert of_day(schedule, 24).empty
    assert [day.day for day in days(schedule, "van-phong")] == [18, 21, 22, 23, 25]
    assert days(plan(ceremony(TEXT.split("tasks:")[0])), "cong-an") == ()


def test_an_unknown_agency_is_an_error(schedule: Schedule) -> None:
    with pytest.raises(KeyError):
        of_day(schedule, 21, "none")


def test_duties_by_group_and_phones(schedule: Schedule) -> None:
    found = schedule.ceremony
    groups = groups_of(found, "ba-dinh")
    parts = {task.id: duty(task, groups) for task in found.tasks if task.part is Part.PREPARATION}
    assert parts == {"A": None, "B": Duty.SUPPORT, "C": Duty.LEAD, "M": None}
    assert [phone(found.agency(one)) for one in ("van-phong", "cong-an", "quan")] == ["024 1", "09 2", ""]
    assert phone(None) == ""
