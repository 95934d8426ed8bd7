"""Plans of further bodies: what a careful clerk reads in them, and what a hasty one would take for something else."""

from __future__ import annotations

import pytest

from runbook.draft.findings import Draft
from runbook.draft.mentions import Text
from runbook.draft.names import Names
from runbook.model import Part
from tests.draft_samples import drafted
from tests.drafted import built

HEAD = """\
ỦY BAN NHÂN DÂN
HUYỆN VÂN KIỀU
Số: 12/KH-UBND

Vân Kiều, ngày 08 tháng 01 năm 2024

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 10 năm thành lập huyện và khánh thành Nhà văn hóa

"""
WORK = "III. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Bố trí bác sĩ trực.\n2. Phòng Nội vụ\n- Gửi giấy mời.\n"


def plan(body: str, work: str = WORK, head: str = HEAD) -> Draft:
    return drafted(f"{head}{body}{work}")


def leads(made: Draft) -> list[tuple[str, str]]:
    names = {one.id: one.name for one in made.parties}
    return [(" + ".join(names[party] for party in duty.lead), duty.words.text) for duty in made.duties]


@pytest.mark.parametrize(
    ("words", "name", "address"),
    [
        (
            "Nhà thi đấu huyện (phương án dự phòng khi mưa: Hội trường Huyện ủy).",
            "Nhà thi đấu huyện",
            "",
        ),
        ("Nhà trưng bày đường Trường Sơn, xã Hướng Hiệp.", "Nhà trưng bày đường Trường Sơn", "xã Hướng Hiệp"),
        ("Nhà hát lớn, đường Lê Duẩn, thị trấn.", "Nhà hát lớn", "đường Lê Duẩn, thị trấn"),
        ("Hội trường lớn (số 2 Lê Lợi).", "Hội trường lớn", "số 2 Lê Lợi"),
    ],
)
def test_a_place_is_the_one_meant_and_keeps_its_name(words: str, name: str, address: str) -> None:
    made = plan(f"I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 15/3/2024.\n2. Địa điểm: {words}\n")
    assert made.sitting is not None
    assert made.sitting.venue is not None
    assert (made.sitting.venue.name, made.sitting.venue.address) == (name, address)


def test_what_else_is_done_on_the_day_is_no_part_of_what_is_commemorated() -> None:
    head = HEAD.replace("10 năm thành lập huyện", "10 năm Ngày thành lập huyện")
    assert [one.name for one in plan("", head=head).occasions] == ["Ngày thành lập huyện"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ban Quản lý dự án đầu tư xây dựng huyện lắp đặt biển báo", "Ban Quản lý dự án đầu tư xây dựng huyện"),
        ("Cục Quản lý đường bộ II sửa chữa đường dẫn", "Cục Quản lý đường bộ II"),
        ("Ủy ban nhân dân cùng cấp tổ chức gặp mặt", "Ủy ban nhân dân cùng cấp"),
        ("47 chi, đảng bộ trực thuộc tổ chức sơ kết", "47 chi, đảng bộ trực thuộc"),
    ],
)
def test_where_a_name_ends(text: str, name: str) -> None:
    assert [one.name for one in Text(text, Names.of(())).all()] == [name]


def test_a_room_named_after_its_work_leads_it() -> None:
    made = plan("", "3. Phân công\na) Phòng Kế hoạch tổng hợp: phân công trực.\nb) Phòng Điều dưỡng: chọn tiết mục.\n")
    assert leads(made) == [
        ("Phòng Kế hoạch tổng hợp", "phân công trực."),
        ("Phòng Điều dưỡng", "chọn tiết mục."),
    ]


def test_a_heading_with_a_project_is_no_duty() -> None:
    made = plan("", f"{WORK}3. Ban Quản lý dự án đường Hồ Chí Minh\n- Bố trí xe.\n")
    assert leads(made)[2:] == [("Ban Quản lý dự án đường Hồ Chí Minh", "Bố trí xe.")]


def test_party_committees_of_three_kinds_are_not_made_three_districts() -> None:
    made = plan("", f"{WORK}3. Ban tuyên giáo các huyện ủy, thành ủy trực thuộc\n- Gửi kế hoạch.\n")
    many = next(one.collective for one in made.parties if one.collective)
    assert many.members == ("Ban tuyên giáo các huyện ủy, thành ủy trực thuộc",)


def test_what_the_last_sentence_gives_to_a_body_is_its_and_closes_the_plan() -> None:
    made = plan("", f"{WORK}Giao Văn phòng UBND huyện theo dõi, đôn đốc việc thực hiện Kế hoạch này./.\n")
    assert leads(made)[2:] == [
        ("Văn phòng UBND huyện", "Giao Văn phòng UBND huyện theo dõi, đôn đốc việc thực hiện Kế hoạch này")
    ]
    assert made.duties[-1].section == "closing"


def test_beside_the_sharing_out_of_work_a_chapter_has_matters_that_are_no_bodies() -> None:
    work = (
        "PHẦN THỨ BA\nTỔ CHỨC THỰC HIỆN\n\nI. BAN CHỈ ĐẠO, BAN TỔ CHỨC\n\nThành lập Ban Tổ chức cấp huyện.\n\n"
        "II. PHÂN CÔNG NHIỆM VỤ\n\n1. Phòng Y tế\n- Bố trí bác sĩ trực.\n"
    )
    made = plan("", work)
    assert leads(made) == [("Phòng Y tế", "Bố trí bác sĩ trực.")]
    assert "Thành lập Ban Tổ chức cấp huyện." in [one.words.text for one in made.left]


def test_the_programme_says_who_does_each_item() -> None:
    rows = (
        "STT | Thời gian | Nội dung | Thực hiện\n1 | 8h00 | Khai mạc | Phòng Nội vụ\n2 | 8h10 | Diễn văn | Chủ tịch\n"
    )
    made = plan(f"I. THỜI GIAN\n8h00 ngày 15/3/2024\n\nII. CHƯƠNG TRÌNH\n{rows}3 | 8h40 | Kết thúc |\n\n")
    items = [one for one in built(made).tasks if one.part is Part.PROGRAMME]
    said = [(one.title, one.lead, one.staging.performer, [a.key for a in one.assumed]) for one in items]
    assert said == [
        ("Khai mạc", "phong-noi-vu", "", []),
        ("Diễn văn", "phong-y-te", "Chủ tịch", ["lead"]),
        ("Kết thúc", "phong-y-te", "", ["lead"]),
    ]


def test_a_rehearsal_beside_the_duties_is_asked_about() -> None:
    made = plan("I. THỜI GIAN\n1. Thời gian: 8h00 ngày 15/3/2024.\n2. Tổng duyệt: 14h00 ngày 14/3/2024.\n")
    asked = [dict(one.facts)["words"] for one in made.questions if one.code == "date-unread"]
    assert asked == ["Tổng duyệt: 14h00 ngày 14/3/2024"]


FESTIVAL = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: từ ngày 15/3/2024 đến ngày 17/3/2024.\n2. Địa điểm: Sân vận động.\n"


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Báo cáo kết quả trong vòng 05 ngày kể từ ngày bế mạc.", "22/03/2024"),
        ("Nộp hồ sơ quyết toán sau khi kết thúc Lễ hội 10 ngày.", "27/03/2024"),
        ("Thu dọn sân khấu chậm nhất 02 ngày sau khi bế mạc.", "19/03/2024"),
        ("Khen thưởng trong 07 ngày làm việc kể từ ngày Lễ hội kết thúc.", "26/03/2024"),
    ],
)
def test_what_is_counted_from_the_end_begins_with_the_last_day(words: str, last: str) -> None:
    made = plan(FESTIVAL, f"II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- {words}\n")
    (task,) = [one for one in built(made).tasks if one.refs]
    assert task.deadline is not None
    assert task.deadline.moment.day is not None
    assert f"{task.deadline.moment.day.date:%d/%m/%Y}" == last


def test_nothing_is_counted_from_a_closing_whose_day_is_not_told() -> None:
    opening = "1. Lễ khai mạc: 20h00 ngày 15/3/2024 tại Sân vận động."
    body = f"I. HOẠT ĐỘNG\n{opening}\n2. Hội thi: 8h00 ngày 16/3/2024 tại xã.\n"
    made = plan(body, "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Báo cáo trong vòng 05 ngày kể từ ngày bế mạc.\n")
    assert [one.due for one in made.duties] == [None]
    assert "date-unread" in {one.code for one in made.questions}


def test_what_is_counted_from_the_end_of_a_campaign_has_its_day() -> None:
    head = HEAD.replace(
        "Tổ chức Lễ kỷ niệm 10 năm thành lập huyện và khánh thành Nhà văn hóa",
        "Tuyên truyền kỷ niệm 10 năm Ngày thành lập huyện (20/8/2014 - 20/8/2024)",
    )
    body = "I. THỜI GIAN\nTừ ngày 01/8/2024 đến ngày 30/8/2024.\n"
    work = "II. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Báo cáo kết quả sau khi kết thúc đợt tuyên truyền 05 ngày.\n"
    (duty,) = plan(body, work, head).duties
    assert duty.due is not None
    assert f"{duty.due.last_day:%d/%m/%Y}" == "04/09/2024"


def test_two_months_named_together_are_asked_about_once() -> None:
    made = plan("", f"{WORK}- Phục vụ 12 buổi tại các xã trong tháng 02 và tháng 03/2024 theo lịch.\n")
    asked = [dict(one.facts)["words"] for one in made.questions if one.code == "date-unread"]
    assert [one.rpartition("trong ")[2] for one in asked] == ["tháng 02 và tháng 03/2024"]


def test_bodies_that_were_given_work_are_told_more() -> None:
    made = plan("", f"{WORK}3. Các cơ quan, đơn vị được phân công chủ động lập kế hoạch chi tiết.\n")
    assert leads(made)[2][0] == "Các cơ quan, đơn vị được phân công"
