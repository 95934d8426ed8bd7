"""What is held and when: several sittings in one plan, programmes in all their places, lunar days, days counted."""

from __future__ import annotations

from datetime import date

import pytest

from runbook.draft.findings import Draft, Sitting
from runbook.model import Part
from tests.draft_samples import drafted, duties
from tests.drafted import built, file_of

HEAD = """\
ỦY BAN NHÂN DÂN
HUYỆN VÂN KIỀU
Số: 12/KH-UBND

Vân Kiều, ngày 08 tháng 01 năm 2024

KẾ HOẠCH
"""
WORK = "\nV. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Bố trí bác sĩ trực.\n"


def plan(subject: str, body: str, work: str = WORK, below: str = "") -> Draft:
    return drafted(f"{HEAD}{subject}\n\n{body}{work}{below}")


def told(one: Sitting | None) -> str:
    assert one is not None
    assert one.window is not None
    hours = "-".join("" if at is None else f"{at // 60}:{at % 60:02}" for at in (one.start, one.end))
    span = f"{one.window.first:%d/%m/%Y}-{one.window.last:%d/%m/%Y}"
    return f"{one.name} | {span} | {hours} | {one.venue and one.venue.name}"


def items(made: Draft) -> list[tuple[int | None, int | None, str]]:
    assert made.sitting is not None
    return [(item.start, item.end, item.title.text) for item in made.sitting.programme]


def test_of_several_sittings_the_opening_is_the_plans_and_the_others_stay_beside_it() -> None:
    made = plan(
        "Tổ chức các hoạt động kỷ niệm 10 năm thành lập huyện",
        "I. HOẠT ĐỘNG\n1. Lễ dâng hương\n- Thời gian: 6h30 ngày 26/9/2024.\n- Địa điểm: Nghĩa trang huyện.\n"
        "2. Lễ mít tinh kỷ niệm\na) Thời gian: từ 8h00 đến 9h30, ngày 26/9/2024.\nb) Địa điểm: Sân vận động huyện.\n"
        "3. Lễ bế mạc: 16h00 ngày 28/9/2024 tại Nhà văn hóa huyện.\n",
    )
    assert told(made.sitting) == (
        "Lễ mít tinh kỷ niệm 10 năm thành lập huyện | 26/09/2024-26/09/2024 | 8:00-9:30 | Sân vận động huyện"
    )
    assert [told(one) for one in made.others] == [
        "Lễ dâng hương | 26/09/2024-26/09/2024 | 6:30- | Nghĩa trang huyện",
        "Lễ bế mạc | 28/09/2024-28/09/2024 | 16:00- | Nhà văn hóa huyện",
    ]
    assert made.campaign is None


def test_a_campaign_may_open_with_a_sitting() -> None:
    made = plan(
        "Hưởng ứng Tháng Thanh niên năm 2024",
        "I. THỜI GIAN\nTừ ngày 01/3/2024 đến hết ngày 31/3/2024.\nII. NỘI DUNG\n1. Lễ phát động\n"
        "- Thời gian: 7h30 ngày 02/3/2024.\n- Địa điểm: Quảng trường huyện.\n2. Trồng cây, hiến máu.\n",
    )
    assert made.sitting is not None
    assert made.campaign is not None
    assert [(one.first, one.last) for one in made.campaign.windows] == [(date(2024, 3, 1), date(2024, 3, 31))]


def test_a_month_is_the_day_of_no_sitting() -> None:
    body = "I. NỘI DUNG\n1. Lễ phát động\n- Thời gian: tháng 3/2024.\n- Địa điểm: Quảng trường huyện.\n"
    assert plan("Tuyên truyền về an toàn giao thông năm 2024", body).sitting is None


def test_an_evening_that_ends_behind_midnight_counts_on() -> None:
    made = plan(
        "Tổ chức Chương trình nghệ thuật chào năm mới",
        "I. NỘI DUNG\n1. Thời gian: từ 21 giờ 30 ngày 31/12/2024 đến 00 giờ 15 ngày 01/01/2025.\n",
    )
    assert made.sitting is not None
    assert (made.sitting.start, made.sitting.end) == (21 * 60 + 30, 24 * 60 + 15)


@pytest.mark.parametrize(
    "lines",
    [
        "Từ 7h30 đến 8h00: Đón khách; từ 8h00 đến 8h10: Chào cờ; 8h10: Bế mạc",
        "1. Đón khách (7h30 - 8h00)\n2. Chào cờ (8h00 - 8h10)\n3. Bế mạc (8h10)",
        "07.30 - 08.00: Đón khách\n\n08.00 - 08.10: Chào cờ\n\n8h10: Bế mạc",
        "Thời gian | Nội dung | Thực hiện\nI | PHẦN LỄ |\n7h30-8h00 | Đón khách | Văn phòng\n8h00-8h10 | Chào cờ | MC"
        "\n8h10 | Bế mạc | MC",
    ],
)
@pytest.mark.parametrize("place", ["part", "appendix"])
def test_programmes_in_every_form(lines: str, place: str) -> None:
    time = "I. THỜI GIAN\n7h30 ngày 20/11/2024.\n"
    if place == "part":
        made = plan("Tổ chức Lễ kỷ niệm", f"{time}II. CHƯƠNG TRÌNH\n{lines}\n")
    else:
        below = f"\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHồ Văn Nam\n\nPHỤ LỤC\nCHƯƠNG TRÌNH LỄ KỶ NIỆM\n\n{lines}\n"
        made = plan("Tổ chức Lễ kỷ niệm", f"{time}II. CHƯƠNG TRÌNH\nTheo Phụ lục kèm theo.\n", below=below)
    assert items(made) == [(450, 480, "Đón khách"), (480, 490, "Chào cờ"), (490, None, "Bế mạc")]
    assert made.sitting is not None
    assert made.sitting.end == 490


def test_a_show_among_the_contents_is_no_programme() -> None:
    body = "I. THỜI GIAN\n7h30 ngày 20/11/2024.\nII. NỘI DUNG\n1. Chương trình văn nghệ\n- Múa, hát, kéo co.\n"
    assert items(plan("Tổ chức Lễ kỷ niệm", body)) == []


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("trước mùng 5 Tết", "13/02/2024"),
        ("chậm nhất ngày 23 tháng Chạp", "02/02/2024"),
        ("trước ngày 10/3 âm lịch (tức ngày 18/4/2024)", "17/04/2024"),
        ("trước ngày 18/4/2024 (10/3 Giáp Thìn)", "17/04/2024"),
        ("trong 05 ngày làm việc kể từ ngày ban hành Kế hoạch này", "15/01/2024"),
        ("trong quý I/2024", "29/03/2024"),
        ("trước 10.00 ngày 15.02.2024", "15/02/2024"),
        ("từ nay đến ngày 15/02/2024", "15/02/2024"),
        ("trước 03 ngày diễn ra Lễ", "18/03/2024"),
        ("chậm nhất 05 ngày sau khi kết thúc Lễ", "26/03/2024"),
    ],
)
def test_last_days(words: str, last: str) -> None:
    body = "I. THỜI GIAN\n7h30 ngày 21/3/2024 (thứ Năm).\n"
    made = plan("Tổ chức Lễ kỷ niệm", body, f"\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Gửi danh sách {words}.\n")
    due = made.duties[0].due
    assert due is not None
    assert due.last_day is not None
    assert f"{due.last_day:%d/%m/%Y}" == last


@pytest.mark.parametrize(
    "words", ["trong tuần thứ hai của tháng 3/2024", "trong 05 ngày kể từ ngày nhận được Kế hoạch"]
)
def test_a_last_day_nobody_can_tell_is_asked_for(words: str) -> None:
    made = plan("Tổ chức Lễ kỷ niệm", "", f"\nII. TỔ CHỨC THỰC HIỆN\n1. Phòng Y tế\n- Gửi danh sách {words}.\n")
    assert made.duties[0].due is not None
    assert made.duties[0].due.last_day is None
    assert "deadline-open" in {question.code for question in made.questions}


def test_bodies_that_share_their_first_word_are_each_one() -> None:
    work = (
        "\nII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng UBND tỉnh\n- Chủ trì, phối hợp với các Sở: Tài chính, Kế hoạch và Đầu "
        "tư, Nội vụ và Y tế chuẩn bị nội dung.\n"
    )
    assert plan("Tổ chức Lễ kỷ niệm", "", work).duties[0].support == (
        "so-tai-chinh",
        "so-ke-hoach-va-dau-tu",
        "so-noi-vu",
        "so-y-te",
    )


def test_sides_that_name_each_other_do_one_duty_and_sentences_to_all_close_the_plan() -> None:
    made = plan(
        "Tổ chức Lễ kỷ niệm",
        "",
        "\nII. TỔ CHỨC THỰC HIỆN\n1. Công an huyện\n- Chủ trì, phối hợp với Phòng Kinh tế phân luồng giao thông, bảo "
        "đảm an toàn.\n2. Phòng Kinh tế\n- Phối hợp với Công an huyện cắm biển phân luồng.\n\n"
        "Các cơ quan, đơn vị gửi kết quả về Phòng Kinh tế trước ngày 30/3/2024./.\n",
    )
    assert duties(made) == [
        "II.1/1 cong-an-huyen + phong-kinh-te: Phân luồng giao thông",
        "II.2/1 cong-an-huyen + phong-kinh-te: Cắm biển phân luồng",
    ]
    assert made.duties[1].same_as == made.duties[0].id
    assert [(one.section, one.due and one.due.last_day) for one in made.duties[2:]] == [("closing", date(2024, 3, 29))]


SESSIONS = (
    "Tổ chức Đại hội thi đua yêu nước huyện",
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 02 phiên\n- Phiên thứ nhất: từ 13h30 đến 16h00 ngày 24/4/2024.\n"
    "- Phiên thứ hai: từ 8h00 đến 10h30 ngày 25/4/2024.\n2. Địa điểm: Nhà văn hóa huyện.\n",
)


def test_sessions_of_one_body_are_sittings_and_bear_its_name() -> None:
    made = plan(*SESSIONS)
    assert told(made.sitting).startswith("Đại hội thi đua yêu nước huyện | 24/04/2024-24/04/2024 | 13:30-16:00")
    assert [told(one) for one in made.others] == [
        "Phiên thứ hai: Đại hội thi đua yêu nước huyện | 25/04/2024-25/04/2024 | 8:00-10:30 | None"
    ]


def test_what_else_is_held_is_a_task_at_its_hour_and_still_asked_about() -> None:
    made = plan(*SESSIONS)
    held = next(task for task in built(made).tasks if task.id == "held-1")
    assert (held.title, held.part) == ("Phiên thứ hai: Đại hội thi đua yêu nước huyện", Part.AFTER)
    written = file_of(made)
    assert "    at: 25/04/2024 08:00\n    length: 150m\n" in written.text
    assert "other-sitting" in {question.code for question in written.questions}
