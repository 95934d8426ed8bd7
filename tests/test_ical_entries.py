"""What each reader's calendar says of a plan."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from runbook.render import ical
from tests.ical_samples import SMALL, civil, entry, planned, properties, with_task


def spans(task: str) -> tuple[datetime | date, datetime | date]:
    """The times of the one task's entry."""
    schedule = with_task(task)
    return civil(schedule, entry(schedule, "T"))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 4, day, hour, minute)


WHEN = {
    "half a day keeps its hours": ("work: 0.5d", at(14, 8), at(14, 12)),
    "an afternoon keeps its hours": ("work: 2h, not_before: 14/04/2025 13:30", at(14, 13, 30), at(14, 15, 30)),
    "a whole day is a date": ("work: 1d", date(2025, 4, 14), date(2025, 4, 15)),
    "two days end after the second": ("work: 2d", date(2025, 4, 14), date(2025, 4, 16)),
    "a day from noon to noon is two dates": (
        "work: 1d, not_before: 14/04/2025 13:30",
        date(2025, 4, 14),
        date(2025, 4, 16),
    ),
    "over a weekend": ("work: 2d, not_before: 18/04/2025", date(2025, 4, 18), date(2025, 4, 22)),
    "up to Friday stops before the weekend": ("work: 2d, not_before: 17/04/2025", date(2025, 4, 17), date(2025, 4, 19)),
    "work up to midnight ends on its own day": ("work: 2d, worktime: evening", date(2025, 4, 14), date(2025, 4, 16)),
    "days of the wall clock keep their hours": ("elapsed: 2d", at(14, 8), at(16, 8)),
    "round-the-clock work keeps its hours": ("work: 30h, worktime: always", at(14, 8), at(15, 14)),
    "a milestone is half an hour": ("work: 0", at(14, 8), at(14, 8, 30)),
    "a milestone at the end of work lies before it": ("work: 0, at: 14/04/2025 17:30", at(14, 17), at(14, 17, 30)),
    "a milestone in the night": ("work: 0, at: 14/04/2025 22:00", at(14, 22), at(14, 22, 30)),
}


@pytest.mark.parametrize("name", WHEN)
def test_times_of_a_task(name: str) -> None:
    task, start, end = WHEN[name]
    assert spans(task) == (start, end)


DUE = {
    "before a Monday is the Friday": ("finish: before 21/04/2025", "Hạn 17h30 18/04", at(18, 17), at(18, 17, 30)),
    "by a day includes it": ("finish: by 17/04/2025", "Hạn 17h30 17/04", at(17, 17), at(17, 17, 30)),
    "by an hour": ("finish: by 17/04/2025 11:00", "Hạn 11h00 17/04", at(17, 10, 30), at(17, 11)),
    "midnight belongs to the day it ends": (
        "worktime: always, finish: by 17/04/2025",
        "Hạn 24h00 17/04",
        at(17, 23, 30),
        at(18, 0),
    ),
}


@pytest.mark.parametrize("name", DUE)
def test_a_deadline_is_the_half_hour_before_it(name: str) -> None:
    task, title, start, end = DUE[name]
    schedule = with_task(f"work: 0.5d, {task}")
    due = entry(schedule, "T~deadline", "a")
    assert (due.summary, civil(schedule, due)) == (f"{title}: Việc", (start, end))
    assert due.related == entry(schedule, "T", "a").uid


def test_a_deadline_in_english() -> None:
    schedule = with_task("work: 1d, finish: by 17/04/2025")
    assert entry(schedule, "T~deadline", "a", "en").summary == "Due 17:30 17/04: Việc"


def test_a_task_without_deadline_has_no_deadline_entry() -> None:
    keys = [one.key for one in ical.entries(with_task("work: 1d"), "vi")["a"]]
    assert keys == ["~ceremony", "~ceremony~10", "~ceremony~3", "~ceremony~1", "T"]


def titles(audience: str) -> dict[str, str]:
    """The titles by key, reminders left out."""
    told = ical.entries(planned(SMALL), "vi")[audience]
    return {one.key: one.summary for one in told if "Nhắc việc" not in one.categories}


def test_the_lead_reads_plain_titles() -> None:
    assert titles("so-vhtt") == {
        "~ceremony": "Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "A1": "Ban hành kế hoạch",
        "A2": "Viết diễn văn",
        "A2~deadline": "Hạn 17h30 16/04: Viết diễn văn",
        "A4": "Chốt diễn văn",
        "p1": "Chào cờ",
        "Q1": "Báo cáo kết quả",
        "Q1~deadline": "Hạn 17h30 30/04: Báo cáo kết quả",
    }


def test_a_supporting_agency_is_told_so_and_gets_no_deadline_of_others() -> None:
    assert titles("cong-an") == {
        "~ceremony": "Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "A2": "[Phối hợp] Viết diễn văn",
        "B2": "Chốt phương án bảo vệ",
        "n1": "Mở cửa, đón đại biểu",
    }


def test_a_requested_agency_is_asked() -> None:
    assert titles("ban-tuyen-giao") == {
        "~ceremony": "Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "A3": "[Đề nghị] Góp ý diễn văn",
        "p2": "[Đề nghị] Diễn văn",
        "Q1": "[Đề nghị phối hợp] Báo cáo kết quả",
    }
    schedule = planned(SMALL)
    asked = entry(schedule, "A3", "ban-tuyen-giao").description.splitlines()[0]
    alongside = entry(schedule, "Q1", "ban-tuyen-giao").description.splitlines()[0]
    assert asked == "Đề nghị Ban Tuyên giáo Thành ủy chủ trì thực hiện."
    assert alongside == "Đề nghị Ban Tuyên giáo Thành ủy phối hợp với Sở VHTT."


def test_each_member_of_a_group_gets_the_duties_of_the_group() -> None:
    expected = {
        "~ceremony": "Lễ kỷ niệm 50 năm Ngày Giải phóng",
        "A3": "[Phối hợp] Góp ý diễn văn",
        "B1": "[Mỗi đơn vị] Gửi danh sách đại biểu",
        "B1~deadline": "Hạn 17h30 18/04: Gửi danh sách đại biểu",
    }
    assert titles("quan-1") == titles("quan-3") == expected


def test_everybody_reads_who_leads() -> None:
    assert titles("~all")["A3"] == "Góp ý diễn văn – Ban Tuyên giáo Thành ủy"
    assert titles("~all")["B1~deadline"] == "Hạn 17h30 18/04: Gửi danh sách đại biểu – Các quận"


def test_there_is_a_calendar_for_each_agency_with_a_duty_and_one_of_all() -> None:
    expected = ["so-vhtt", "ban-tuyen-giao", "cong-an", "cac-quan", "quan-1", "quan-3", "~all"]
    assert list(ical.entries(planned(SMALL), "vi")) == expected


def test_one_audience_is_told_the_same_as_among_all() -> None:
    schedule = planned(SMALL)
    whole = ical.entries(schedule, "vi")
    assert {audience: ical.entries(schedule, "vi", {audience})[audience] for audience in whole} == whole


def test_what_an_entry_says_of_its_task() -> None:
    assert entry(planned(SMALL), "A2", "so-vhtt").description.splitlines() == [
        "Vai trò: chủ trì.",
        "Chủ trì: Sở Văn hóa và Thể thao (028 3822 1234, vhtt@example.vn)",
        "Đầu mối: Nguyễn Thị Ánh, đầu mối, 0903 000 001",
        'Phối hợp: Công an Thành phố; phòng "PC08", đội 3',
        "Kế hoạch: T2 14/04 08h00 – T3 15/04 17h30",
        "Xong muộn nhất: T4 16/04 17h30",
        "Hạn: trước ngày 17/04/2025 (chậm nhất T4 16/04 17h30)",
        "Căn cứ: mục II.1, II.2 Kế hoạch số 12/KH-UBND",
        "Giả định S1: thời gian làm việc. Ước lượng của người tổ chức.",
        "Giả định: cơ quan chủ trì",
    ]


def test_what_an_entry_says_in_english() -> None:
    assert entry(planned(SMALL), "A3", "quan-1", "en").description.splitlines() == [
        "Role: support Ban Tuyên giáo Thành ủy.",
        "Lead: Ban Tuyên giáo Thành ủy",
        "Support: Các quận",
        "Planned: Wed 16/04 08:00 – Thu 17/04 17:30",
        "Latest finish: Thu 24/04 12:00",
        "Waits for: Viết diễn văn – Sở VHTT",
    ]


def test_remarks_recurrence_and_receipts() -> None:
    schedule = planned(SMALL)
    assert "Ghi chú: In 3 bản; giữ 1 bản" in entry(schedule, "A4").description
    assert "Định kỳ: hằng ngày" in entry(schedule, "B2").description
    assert "Khi trục trặc: Báo đội trưởng" in entry(schedule, "n1").description
    assert "Từng đơn vị thực hiện (2): Quận 1; Quận 3" in entry(schedule, "B1").description
    assert "Từng đơn vị" not in entry(schedule, "B1", "quan-1").description


def test_waiting_for_ones_own_work_is_not_told() -> None:
    schedule = planned(SMALL)
    assert "Chờ" not in entry(schedule, "A2").description
    assert "Chờ: Ban hành kế hoạch – Sở VHTT" in entry(schedule, "B2").description.splitlines()


def test_a_deadline_tells_who_and_until_when_but_no_planned_dates() -> None:
    assert entry(planned(SMALL), "A2~deadline", "so-vhtt").description.splitlines() == [
        "Vai trò: chủ trì.",
        "Chủ trì: Sở Văn hóa và Thể thao (028 3822 1234, vhtt@example.vn)",
        "Đầu mối: Nguyễn Thị Ánh, đầu mối, 0903 000 001",
        'Phối hợp: Công an Thành phố; phòng "PC08", đội 3',
        "Hạn: trước ngày 17/04/2025 (chậm nhất T4 16/04 17h30)",
        "Căn cứ: mục II.1, II.2 Kế hoạch số 12/KH-UBND",
        "Giả định S1: thời gian làm việc. Ước lượng của người tổ chức.",
        "Giả định: cơ quan chủ trì",
    ]


def test_a_predecessor_that_moves_changes_nothing_for_who_waits_without_moving() -> None:
    waits = "work: 1d}\n  U: {title: Góp ý, lead: b, work: 1d, after: T, not_before: 21/04/2025"
    before, after = (
        ical.entries(with_task(waits.replace("work: 1d", work, 1)), "vi") for work in ("work: 1d", "work: 3d")
    )
    assert "Chờ: Việc – Cơ quan A" in before["b"][-1].description.splitlines()
    assert before["b"] == after["b"]
    assert [one.key for one in before["a"] if one not in after["a"]] == ["T"]


def test_the_ceremony_stands_in_every_calendar() -> None:
    schedule = planned(SMALL)
    for audience, told in ical.entries(schedule, "vi").items():
        occasion = next(one for one in told if one.key == "~ceremony")
        assert civil(schedule, occasion) == (at(25, 8, 30), at(25, 10))
        assert (occasion.location, occasion.busy) == ("Nhà hát Thành phố, số 7 Lam Sơn, Quận 1", True)
        assert occasion.uid == f"le-50-nam.~ceremony.{audience}@runbook.invalid"


def test_the_programme_belongs_to_the_ceremony_and_takes_time() -> None:
    schedule = planned(SMALL)
    item = entry(schedule, "p1", "so-vhtt")
    assert (item.related, item.busy) == ("le-50-nam.~ceremony.so-vhtt@runbook.invalid", True)
    assert (item.location, entry(schedule, "p2").location) == (
        "Nhà hát Thành phố, số 7 Lam Sơn, Quận 1",
        "Bục phát biểu",
    )


def test_the_venue_named_as_a_place_is_told_with_its_address() -> None:
    named = SMALL.replace("location: Bục phát biểu", "location: nhà hát  thành phố")
    assert entry(planned(named), "p2").location == "Nhà hát Thành phố, số 7 Lam Sơn, Quận 1"
    assert entry(planned(SMALL), "n1").location == ""


def test_office_work_leaves_the_day_free_and_an_appointment_takes_it() -> None:
    assert not entry(with_task("work: 2d"), "T").busy
    assert not entry(with_task("work: 0.5d"), "T").busy
    assert entry(with_task("work: 0.5d, at: 15/04/2025 08:00"), "T").busy
    assert not entry(with_task("work: 2d, at: 15/04/2025 08:00"), "T").busy


def test_an_alarm_comes_when_something_can_still_be_done() -> None:
    alarms = {one.key: one.alarm for one in ical.entries(planned(SMALL), "vi")["so-vhtt"]}
    reminders = dict.fromkeys(("~ceremony~10", "~ceremony~3", "~ceremony~1", "A2~reminder", "Q1~reminder"))
    assert alarms == {**reminders, "~ceremony": 1440, "A1": 1440, "A2": 900, "A2~deadline": 1440, "A4": 1440,
                      "p1": 30, "Q1": 900, "Q1~deadline": 1440}  # fmt: skip
    assert entry(planned(SMALL), "n1", "cong-an").alarm == 120


LATE = "KHÔNG KỊP HẠN: dự kiến xong T5 17/04 17h30, hạn T4 16/04 17h30, chậm 1 ngày."


def test_a_date_that_breaks_its_deadline_says_so_first() -> None:
    schedule = with_task("support: b, work: 4d, finish: before 17/04/2025")
    for audience in ("a", "b", "~all"):
        assert entry(schedule, "T", audience).description.splitlines()[0] == LATE
    assert entry(schedule, "T~deadline", "a").description.splitlines()[0] == LATE
    english = entry(schedule, "T", "a", "en").description.splitlines()[0]
    assert english == "DEADLINE MISSED: planned finish Thu 17/04 17:30, deadline Wed 16/04 17:30, late by 1 d."


def test_work_that_cannot_be_ready_for_the_opening_says_so_first() -> None:
    schedule = with_task("work: 4d", day="16/04/2025")
    said = "KHÔNG KỊP HẠN: dự kiến xong T5 17/04 17h30, muộn nhất phải xong T3 15/04 17h30, thiếu 2 ngày."
    assert entry(schedule, "T", "a").description.splitlines()[0] == said
    occasion = entry(schedule, "~ceremony", "a").description.splitlines()[0]
    assert occasion == "KHÔNG KỊP HẠN: kế hoạch chưa khả thi, có việc không kịp xong."


def test_a_plan_that_holds_is_not_loud() -> None:
    assert not [one for one in ical.entries(planned(SMALL), "vi")["~all"] if "KHÔNG KỊP" in one.description]


def test_a_day_not_settled_is_tentative() -> None:
    open_day = planned(SMALL.replace("date: 25/04/2025", "date: {window: 25/04/2025..26/04/2025}"))
    settled = planned(SMALL.replace("date: 25/04/2025", "date: {window: 25/04/2025..26/04/2025, chosen: 25/04/2025}"))
    assert {one.status for one in ical.entries(open_day, "vi")["~all"]} == {"TENTATIVE"}
    assert {one.status for one in ical.entries(settled, "vi")["~all"]} == {"CONFIRMED"}
    said = "Ngày tổ chức chưa chốt: một ngày trong khoảng T6 25/04 – T7 26/04."
    assert entry(open_day, "~ceremony").description.splitlines()[0] == said


def uids(text: str) -> set[str]:
    return {one.uid for told in ical.entries(planned(text), "vi").values() for one in told}


def test_identity_survives_new_titles_names_dates_and_order() -> None:
    changed = (
        SMALL.replace("Viết diễn văn", "Soạn diễn văn")
        .replace("Sở Y tế", "Sở Y tế Thành phố")
        .replace("title: Lễ kỷ niệm", "title: Mít tinh kỷ niệm")
        .replace("date: 25/04/2025", "date: 28/04/2025")
    )
    lines = changed.splitlines(keepends=True)
    last = next(number for number, line in enumerate(lines) if line.startswith("  B2:"))
    lines.insert(next(number for number, line in enumerate(lines) if line.startswith("  A1:")), lines.pop(last))
    assert uids("".join(lines)) == uids(SMALL)


def test_identity_names_ceremony_task_and_reader() -> None:
    assert entry(planned(SMALL), "A2~deadline", "so-vhtt").uid == "le-50-nam.A2~deadline.so-vhtt@runbook.invalid"


def test_an_agency_called_all_has_entries_and_a_calendar_of_its_own() -> None:
    schedule = planned(SMALL.replace("so-vhtt", "all"))
    told = ical.entries(schedule, "vi")
    assert {"all", "~all"} <= told.keys()
    everything = [one.uid for audience in told for one in told[audience]]
    assert len(everything) == len(set(everything))
    assert [one.key for one in told["all"]] == [one.key for one in ical.entries(planned(SMALL), "vi")["so-vhtt"]]
    assert properties(ical.calendar(schedule, "all"), "NAME") != properties(ical.calendar(schedule), "NAME")


def test_dots_in_ids_never_make_two_entries_one() -> None:
    from runbook.render.ical.entry import uid

    triples = [
        ("le", "a.b", "c"),
        ("le", "a", "b.c"),
        ("le.a", "b", "c"),
        ("le", "a.b.c", "~all"),
        ("le.a.b", "c", "~all"),
    ]
    assert len({uid(*triple) for triple in triples}) == len(triples)


def test_a_very_long_identity_is_shortened_and_still_its_own() -> None:
    from runbook.render.ical.entry import uid

    first, second = uid("le", "a" * 300 + "1", "~all"), uid("le", "a" * 300 + "2", "~all")
    assert first != second
    assert len(first) == len(second) < 255
