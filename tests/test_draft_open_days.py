"""Days that a plan leaves open are asked about, not invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from runbook.draft.document import Document, Quote
from runbook.draft.drafting import draft
from runbook.draft.findings import Draft
from runbook.draft.outer import Number
from runbook.draft.reading import read
from runbook.draft.unread_days import expressions, read_of
from runbook.draft.writing_rules import ruled
from tests.drafted import PLANS, drafted

HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN HƯNG
Số: 19/KH-UBND
Tân Hưng, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 69 năm Ngày thành lập xã Tân Hưng (20/5/1957 - 20/5/2026)

"""


def document(*lines: str) -> Document:
    return read((HEAD + "\n".join(lines)).encode(), "plan.txt")


def held(when: str) -> Draft:
    duty = "1. Phòng Kinh tế: chuẩn bị hội trường."
    return draft(document("I. THỜI GIAN", when, "II. TỔ CHỨC THỰC HIỆN", duty))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1 ngày, dự kiến tuần 3 tháng 5/2026.", 15, 21),
        ("Dự kiến tuần thứ 2 của tháng 5/2026.", 8, 14),
        ("Tuần cuối tháng 5/2026.", 25, 31),
        ("Dự kiến cuối tháng 5/2026.", 21, 31),
        ("1 ngày, khoảng giữa tháng 5/2026.", 11, 20),
        ("Đầu tháng 5/2026.", 1, 10),
        ("Trung tuần tháng 5/2026.", 11, 20),
        ("1 ngày, khoảng 25 - 30 tháng 5/2026.", 25, 30),
    ],
)
def test_a_week_or_a_third_of_a_month_leaves_the_day_to_be_chosen(words: str, first: int, last: int) -> None:
    found = held(words)
    window = found.sitting.window if found.sitting else None
    assert window
    assert (window.first, window.last) == (date(2026, 5, first), date(2026, 5, last))
    assert "choose-day" in {one.code for one in found.questions}


def test_a_day_only_foreseen_is_asked_about() -> None:
    found = held("8 giờ 00, dự kiến ngày 20/5/2026.")
    window = found.sitting.window if found.sitting else None
    assert window
    assert window.first == date(2026, 5, 20)
    assert "day-planned" in {one.code for one in found.questions}
    assert "day-planned" not in {one.code for one in held("8 giờ 00, ngày 20/5/2026.").questions}


def worked(*lines: str) -> Draft:
    return draft(
        document("I. THỜI GIAN", "8 giờ 00, ngày 20/5/2026.", "II. TỔ CHỨC THỰC HIỆN", "1. Phòng Kinh tế", *lines)
    )


@pytest.mark.parametrize(
    ("line", "limits"),
    [
        ("- Soạn thể lệ chậm nhất ngày 02/4; tập hợp danh sách trước 10/4.", ["chậm nhất ngày 02/4", "trước 10/4"]),
        ("- Tập văn nghệ trước 10/5; nộp kịch bản trước ngày 05/5/2026.", ["trước 10/5", "trước ngày 05/5/2026"]),
        (
            "- Lập danh sách trước ngày 01/4, nộp kịch bản trước ngày 05/5/2026.",
            ["trước ngày 01/4", "trước ngày 05/5/2026"],
        ),
        ("- Bố trí kinh phí; quyết toán trong 15 ngày sau buổi lễ.", ["trong 15 ngày sau buổi lễ"]),
        ("- Lập danh sách, trình phê duyệt trước ngày 10/4.", ["trước ngày 10/4"]),
    ],
)
def test_each_half_of_a_line_keeps_its_own_deadline(line: str, limits: list[str]) -> None:
    assert [one.due.raw.text for one in worked(line).duties if one.due] == limits


@pytest.mark.parametrize(
    "words",
    [
        "14 giờ 00 thứ Sáu hằng tuần",
        "trước ngày 20 hằng tháng",
        "Ngày 25 hằng tháng",
        "mỗi tuần 02 lần vào thứ Ba, thứ Năm",
        "chậm nhất ngày 5 tháng sau",
        "trước ngày 15 của tháng cuối quý",
    ],
)
def test_a_rule_of_recurrence_is_read_in_full(words: str) -> None:
    assert [one.text for duty in worked(f"- Báo cáo kết quả {words}.").duties for one in duty.recurs] == [words]


@pytest.mark.parametrize("words", ["từ 15/5 đến 21/5/2026", "ngày 18/5", "trong quý II và quý III", "sau 7 ngày"])
def test_a_day_that_no_field_holds_is_asked_about(words: str) -> None:
    found = worked(f"- Treo cờ {words} tại các trụ sở.")
    assert [one.duty for one in found.questions if one.code == "date-unread"]


def test_a_day_of_a_document_or_of_an_anniversary_is_no_day_of_work() -> None:
    found = worked("- Triển khai Kế hoạch số 12/KH-UBND ngày 15/3/2026.", "- Tuyên truyền kỷ niệm ngày 19/5/2026.")
    assert not [one for one in found.questions if one.code == "date-unread"]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_day_of_the_organisation_part_is_in_a_field_or_in_a_question(path: Path) -> None:
    found = drafted(path)
    first, last = found.organisation or (0, 0)
    issued = found.header.issued.day if found.header.issued else None
    held = [one.due.raw.span for one in found.duties if one.due]
    held += [one.span for duty in found.duties for one in duty.recurs]
    held += [one.raw.span for duty in found.duties for one in duty.steps]
    held += [one.span for one in read_of((found.sitting, *found.others), found.campaign)]
    held += [one.span for one in found.questions if one.code == "date-unread" and one.span]
    for paragraph in found.document.paragraphs:
        for span in (paragraph.span(*one) for one in expressions(paragraph.text, issued)):
            if first <= span[0] and span[1] <= last:
                assert any(start < span[1] and span[0] < end for start, end in held), paragraph.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("14 giờ 00 thứ Sáu hằng tuần", "hằng tuần thứ Sáu 14:00"),
        ("trước ngày 20 hằng tháng", "hằng tháng ngày 19"),
        ("Ngày 25 hằng tháng", "hằng tháng ngày 25"),
        ("mỗi tuần 02 lần vào thứ Ba, thứ Năm", "hằng tuần thứ Ba, thứ Năm"),
        ("chậm nhất ngày 5 tháng sau", "hằng tháng ngày 5"),
        ("trước ngày 15 của tháng cuối quý", "hằng quý ngày 14"),
        ("hằng tuần", "hằng tuần"),
        ("khi phát sinh", "khi phát sinh"),
    ],
)
def test_a_rule_is_written_as_the_file_reads_it(words: str, expected: str) -> None:
    assert ruled(words) == expected


def placed(*lines: str) -> tuple[str, str] | None:
    where = draft(document("I. NỘI DUNG", "- Thời gian: 8 giờ 00, ngày 20/5/2026.", *lines, "II. TỔ CHỨC THỰC HIỆN"))
    venue = where.sitting.venue if where.sitting else None
    return (venue.name, venue.address) if venue else None


def test_a_place_is_the_one_the_plan_gives_for_certain() -> None:
    assert placed("- Địa điểm: Sẽ thông báo sau.") is None
    assert placed("- Địa điểm: dự kiến tại huyện Cư Jút.") is None
    name = ("Hội trường UBND Thành phố", "số 12 đường Trần Phú")
    assert placed("- Địa điểm: Hội trường UBND Thành phố số 12 đường Trần Phú.") == name


@pytest.mark.parametrize("joined", ["12-KH/HU", "12/KH-UBND"])
def test_a_number_keeps_the_sign_that_joins_it(joined: str) -> None:
    raw = Quote(joined, (0, len(joined)))
    assert Number(raw, "12", joined[3:]).figures == joined


def test_a_person_or_a_role_in_brackets_is_no_part_of_a_name() -> None:
    found = draft(
        document(
            "II. TỔ CHỨC THỰC HIỆN",
            "1. Phòng Nội vụ (bà Nguyễn Thị Lan phụ trách): lập danh sách khách mời.",
            "2. Trạm Y tế (phối hợp): trực cấp cứu.",
        )
    )
    assert [(one.id, one.name) for one in found.parties if one.section] == [
        ("phong-noi-vu", "Phòng Nội vụ"),
        ("tram-y-te", "Trạm Y tế"),
    ]
