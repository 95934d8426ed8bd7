"""What changed for whom between two issues of a plan, sentence by sentence."""

from __future__ import annotations

import pytest

from runbook.releases import issued, plan_from, record_of
from runbook.render import ical
from runbook.render.page.changes import changes_page
from runbook.render.page.shell import Imprint
from runbook.render.publication import tasks_of
from runbook.render.release_text import difference as printed
from runbook.render.terminal import Screen
from runbook.reports.difference import EVERYBODY, Difference, Side, difference
from runbook.schedule import plan
from tests.page_samples import read
from tests.reading import ceremony
from tests.workspace import CEREMONY

A, B, C, D, P = (line for line in CEREMONY.splitlines() if ": {title:" in line or "- {id: p1" in line)


def compared(before: str, after: str, reader: str = EVERYBODY, language: str = "vi") -> Difference:
    """What releasing one text after the other changes."""
    was, now = plan(ceremony(before)), plan(ceremony(after))
    first = ical.revise({}, ical.entries(was, "vi"), 1, 0, "vi")
    changed = ical.revise({one.entry.uid: one for one in first}, ical.entries(now, "vi"), 2, 1, "vi")
    return difference(Side(issued(was), "bản 1"), Side(issued(now), "bản 2"), language, tasks_of(changed), reader)


def rows(found: Difference) -> dict[str, list[tuple[str, str, str, tuple[str, ...]]]]:
    """By agency each task with its mark, the part in it and what is said of it."""
    return {
        section.agency: [(row.mark, row.id, row.role, row.what) for row in section.rows] for section in found.sections
    }


def edited(*edits: tuple[str, str]) -> str:
    text = CEREMONY
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_nothing_differs_between_a_plan_and_itself() -> None:
    assert compared(CEREMONY, CEREMONY) == Difference("Lễ kỷ niệm", "bản 1", "bản 2", "", (), 0, ())


def test_a_plan_comes_back_from_its_record_as_it_was() -> None:
    found = issued(plan(ceremony(CEREMONY)))
    assert plan_from(record_of(found)) == found


def test_a_record_of_a_later_program_is_read_by_what_is_known_of_it() -> None:
    found = issued(plan(ceremony(CEREMONY)))
    record = record_of(found)
    record |= {"weather": "mưa", "tasks": [{**one, "cost": 5} for one in record["tasks"]]}
    assert plan_from(record) == found


def test_a_lead_that_changes_is_news_for_both_and_for_those_who_help() -> None:
    found = compared(CEREMONY, edited(("lead: cong-an, support: [so-y-te]", "lead: van-phong, support: [so-y-te]")))
    when = "T6 15/11 08h00 – T2 18/11 17h30"
    assert rows(found) == {
        "Văn phòng": [("+", "B", "chủ trì", (f"Việc mới: {when}",))],
        "Công an": [("×", "B", "chủ trì", (f"Không còn phải làm (trước đây: {when})",))],
        "Sở Y tế": [("", "B", "phối hợp", ("Chủ trì: Công an → Văn phòng",))],
    }
    assert found.count == 1


def test_support_is_told_by_who_leaves_and_who_joins() -> None:
    found = compared(CEREMONY, edited(("support: [so-y-te]", "support: [ba-dinh]")))
    assert rows(found)["Công an"] == [("", "B", "chủ trì", ("Phối hợp: bớt Sở Y tế; thêm Quận Ba Đình",))]
    assert rows(found)["Quận Ba Đình"][0][:3] == ("+", "B", "phối hợp")
    assert rows(found)["Sở Y tế"][0][:3] == ("×", "B", "phối hợp")


def test_a_duty_of_a_group_is_one_of_each_member_and_is_told_once() -> None:
    after = edited(("each: cac-quan, work: 1d", "each: cac-quan, work: 2d"))
    moved = ("Dời từ T6 15/11 08h00 – 17h30 sang T6 15/11 08h00 – T2 18/11 17h30",)
    assert rows(compared(CEREMONY, after)) == {"Các quận": [("", "D", "chủ trì", moved)]}
    assert rows(compared(CEREMONY, after, "ba-dinh")) == {"Quận Ba Đình": [("", "D", "phần việc của đơn vị", moved)]}
    assert compared(CEREMONY, after).count == 1


def test_a_member_that_leaves_its_group_is_told_and_the_others_are_not() -> None:
    members = "members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}"
    before = edited((f"{{name: Các quận, {members}}}", "{name: Các quận, members: [x1, x2]}\n  x1: X1\n  x2: X2"))
    after = before.replace("members: [x1, x2]", "members: [x1]")
    found = compared(before, after)
    when = "(trước đây: T6 15/11 08h00 – 17h30)"
    assert rows(found) == {
        "Các quận": [("", "D", "chủ trì", ("Đơn vị phải thực hiện: bớt X2; thêm –",))],
        "X2": [("×", "D", "phần việc của đơn vị", (f"Không còn phải làm {when}",))],
    }
    assert rows(compared(before, after, "x1")) == {}
    joined = compared(after, before)
    assert [(section.agency, [row.mark for row in section.rows]) for section in joined.sections] == [
        ("Các quận", [""]),
        ("X2", ["+"]),
    ]


def test_who_else_hands_it_in_is_told_to_those_who_collect_it_and_not_to_the_others() -> None:
    members = "members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}"
    after = edited(
        (members, "members: {ba-dinh: Quận Ba Đình}"), ("each: cac-quan, work: 1d", "each: cac-quan, work: 2d")
    )
    moved = "Dời từ T6 15/11 08h00 – 17h30 sang T6 15/11 08h00 – T2 18/11 17h30"
    assert rows(compared(CEREMONY, after, "cac-quan"))["Các quận"][0][3] == (
        moved,
        "Đơn vị phải thực hiện: bớt Quận Tây Hồ; thêm –",
    )
    assert rows(compared(CEREMONY, after, "ba-dinh"))["Quận Ba Đình"][0][3] == (moved,)


def test_a_member_with_something_of_its_own_is_not_left_out() -> None:
    after = edited(("each: cac-quan, work: 1d", "each: cac-quan, work: 2d"), ("[so-y-te]", "[so-y-te, tay-ho]"))
    assert list(rows(compared(CEREMONY, after))) == ["Công an", "Sở Y tế", "Các quận", "Quận Tây Hồ"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("title: Trực cấp cứu", "title: Trực y tế", "Tên việc: Trực cấp cứu → Trực y tế"),
        ("by 20/11/2024", "by 19/11/2024", "Hạn sớm hơn: T4 20/11 17h30 → T3 19/11 17h30"),
        ("by 20/11/2024", "by 21/11/2024", "Hạn lùi lại: T4 20/11 17h30 → T5 21/11 17h30"),
        (", finish: by 20/11/2024", "", "Hạn lùi lại: T4 20/11 17h30 → –"),
        ("so-y-te, work: 1d, f", "so-y-te, work: 1d, location: Trạm, f", "Địa điểm: – → Trạm"),
        ("so-y-te, work: 1d, f", "so-y-te, work: 1d, note: Hai kíp, f", "Nội dung ghi trong lịch được sửa"),
        (
            "so-y-te, work: 1d, f",
            "so-y-te, work: 1d, location: nha hat, f",
            "Địa điểm: – → Nhà hát, số 1 Tràng Tiền",
        ),
    ],
)
def test_each_way_in_which_a_task_differs_has_its_sentence(old: str, new: str, what: str) -> None:
    found = compared(CEREMONY, edited((old, new)))
    assert [row[3] for row in rows(found)["Sở Y tế"]] == [(what,)]
    assert (found.count, found.occasion) == (1, ())


def test_the_latest_finish_is_told_where_the_plan_keeps_its_dates() -> None:
    found = compared(
        CEREMONY, edited(("after: A}\n  C", "after: A}\n  X: {title: Duyệt, lead: cong-an, work: 2d, after: B}\n  C"))
    )
    assert [row[3] for row in rows(found)["Sở Y tế"]] == [
        ("Thời hạn xong muộn nhất sớm lên, từ T5 21/11 17h30 về T3 19/11 17h30",)
    ]
    assert [row[0] for row in rows(found)["Sở Y tế"]] == ["!"]


def test_a_place_that_is_only_written_otherwise_is_no_change() -> None:
    after = edited(("lead: van-phong, length: 15m", "lead: van-phong, length: 15m, location: Nhà hát"))
    assert compared(CEREMONY, after) == compared(CEREMONY, CEREMONY)


def test_the_ceremony_itself_is_told_from_what_to_what() -> None:
    after = edited(
        ("date: 22/11/2024", "date: 25/11/2024"),
        ("08:30-10:30", "14:00-16:00"),
        ("Nhà hát, address: số 1 Tràng Tiền", "Hội trường"),
        ("title: Lễ kỷ niệm", "title: Lễ mừng"),
    )
    occasion = (
        "Ngày tổ chức dời từ T6 22/11/2024 sang T2 25/11/2024.",
        "Giờ tổ chức: 08h30-10h30 → 14h00-16h00.",
        "Địa điểm: Nhà hát, số 1 Tràng Tiền → Hội trường.",
        "Tên sự kiện: Lễ kỷ niệm → Lễ mừng.",
    )
    assert compared(CEREMONY, after).occasion == compared(CEREMONY, after, "tay-ho").occasion == occasion
    assert rows(compared(CEREMONY, after))["Văn phòng"][-1] == (
        "",
        "p1",
        "chủ trì",
        (
            "Dời từ T6 22/11 08h30 – 08h45 sang T2 25/11 14h00 – 14h15",
            "Địa điểm: Nhà hát, số 1 Tràng Tiền → Hội trường",
        ),
    )


def test_what_else_is_said_of_the_ceremony_is_told_as_revised() -> None:
    after = edited(("plan: {number: 12/KH-UBND", "plan: {number: 13/KH-UBND"))
    found = compared(CEREMONY, after, "tay-ho")
    assert (found.occasion, found.count) == (("Nội dung ghi trong lịch về chính buổi lễ được sửa.",), 0)
    assert "Không có việc nào thay đổi." in printed(found, Screen(100), "vi", "Quận Tây Hồ")


def test_who_has_no_part_is_told_nothing_and_who_joins_or_leaves_is() -> None:
    before = edited(("members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}", "members: {ba-dinh: Quận Ba Đình}"))
    before = before.replace("tasks:\n", "  tay-ho: Quận Tây Hồ\ntasks:\n").replace("date: 22/11", "date: 25/11")
    with_part = before.replace("work: 2d, after: A", "work: 2d, after: A, support: [tay-ho]").replace(
        "support: [so-y-te], ", ""
    )
    assert compared(before, before.replace("25/11", "22/11"), "tay-ho").occasion == ()
    assert compared(before, with_part, "tay-ho").occasion == ("Đơn vị nay có lịch riêng, trong đó có chính buổi lễ.",)
    assert compared(with_part, before, "tay-ho").occasion == (
        "Đơn vị không còn việc nào: mọi mục trong lịch riêng được hủy, kể cả buổi lễ.",
    )
    nothing = printed(compared(before, before.replace("25/11", "22/11"), "tay-ho"), Screen(100), "vi", "Quận Tây Hồ")
    assert "Không có thay đổi nào liên quan đến Quận Tây Hồ; không phải nhập lại lịch." in nothing


def test_dates_of_another_year_say_so() -> None:
    after = CEREMONY.replace("/11/2024", "/11/2025")
    assert rows(compared(CEREMONY, after))["Văn phòng"][0][3] == (
        "Dời từ T5 14/11/2024 08h00 – 17h30 sang T6 14/11 08h00 – 17h30",
        "Thời hạn xong muộn nhất lùi từ T3 19/11/2024 17h30 sang T4 19/11 17h30",
    )


EVIL = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{}"


def test_no_text_of_a_ceremony_or_a_release_becomes_markup() -> None:
    quoted = "'" + EVIL.replace("'", "''") + "'"
    free = {"Lễ kỷ niệm", "Nhà hát", "Công an Thành phố", "Phương án bảo vệ", "Trực cấp cứu"}
    before, after = CEREMONY, CEREMONY.replace("date: 22/11", "date: 25/11")
    for text in free:
        after = after.replace(text, quoted)
    evil = compared(before, after)
    plain = compared(before, after.replace(quoted, "zzz"))
    for found, shape in (
        (evil, plain),
        (compared(before, after, "cong-an"), compared(before, after.replace(quoted, "zzz"), "cong-an")),
    ):
        html = changes_page(found, Imprint("vi", EVIL, EVIL, EVIL, EVIL), EVIL)
        tags = [one.tag for one in read(html).all()]
        assert tags == [one.tag for one in read(changes_page(shape, Imprint("vi", "z", "z", "z", "z"), "z")).all()]
        assert "<script" not in html
        assert "<img" not in html
