"""Single sentences of plans whose wording once misled: where they are parted, whose they are, what they are called."""

from __future__ import annotations

import pytest

from runbook.draft.findings import Collective, Draft
from tests.draft_samples import drafted, duties

HEAD = """ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH AN BÌNH                           Độc lập - Tự do - Hạnh phúc
Số: 15/KH-UBND                        An Bình, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 50 năm Ngày giải phóng tỉnh

I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: 8 giờ 00 ngày 25/4/2025. Địa điểm: Nhà hát tỉnh.

II. TỔ CHỨC THỰC HIỆN
1. Sở Văn hóa
"""


def plan(*lines: str) -> Draft:
    return drafted(HEAD + "\n".join(lines) + "\n\nCHỦ TỊCH\n\nTrần Văn Nam\n")


def titles(*lines: str) -> list[str]:
    return [one.title for one in plan(*lines).duties]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            "- Đối với những vụ việc phức tạp, nhạy cảm, được dư luận quan tâm, chủ trì xây dựng phương án trả lời.",
            "Xây dựng phương án trả lời",
        ),
        (
            "- Căn cứ chức năng, nhiệm vụ được giao, tổ chức trưng bày ảnh tại nhà hát.",
            "Tổ chức trưng bày ảnh tại nhà hát",
        ),
        (
            "- Phối hợp với Ban Tuyên giáo Tỉnh ủy để có phương án cung cấp thông tin.",
            "Phối hợp với Ban Tuyên giáo Tỉnh ủy để có phương án",
        ),
        ("- Tổ chức tập huấn cho hướng dẫn viên, nộp báo cáo trước ngày 15/4/2025.", None),
    ],
)
def test_a_title_says_the_action_whole(sentence: str, title: str | None) -> None:
    assert titles(sentence) == [title or "Tổ chức tập huấn cho hướng dẫn viên, nộp báo cáo"]


def test_two_papers_to_be_looked_at_are_two_duties() -> None:
    assert titles("- Thẩm định dự thảo diễn văn của lãnh đạo tỉnh và duyệt phóng sự phát tại buổi lễ.") == [
        "Thẩm định dự thảo diễn văn của lãnh đạo tỉnh",
        "Duyệt phóng sự phát tại buổi lễ",
    ]
    assert len(titles("- Thẩm định và phê duyệt kịch bản buổi lễ.")) == 1


def test_what_the_work_is_good_for_is_no_further_work() -> None:
    assert len(titles("- Vận động hội viên tham gia; phát huy quyền làm chủ của Nhân dân trong mọi lĩnh vực.")) == 1


def test_the_name_of_the_body_told_says_nothing_of_its_work() -> None:
    made = plan(
        "- Nội dung khác.", "2. Giao Phòng Thông tin, Báo chí tham mưu văn bản; quản lý chặt chẽ việc in ấn phẩm."
    )
    assert [(one.part, one.words.text[:20]) for one in made.duties if one.section == "II.2"] == [
        ("a", "Giao Phòng Thông tin"),
        ("b", "quản lý chặt chẽ việ"),
    ]


def test_a_report_goes_to_whoever_ordered_it() -> None:
    (duty,) = plan("- Tổng hợp và báo cáo (theo Công văn số 86/UBND-VX ngày 01/3/2025 của Sở Nội vụ).").duties
    assert duty.report_to == "so-noi-vu"


def test_a_rhythm_before_all_of_them_is_the_closing() -> None:
    made = plan("- Xây dựng kịch bản.", "", "Định kỳ thứ Sáu hằng tuần, các đơn vị báo cáo tiến độ về Sở Văn hóa.")
    last = made.duties[-1]
    assert (last.scope.value, last.lead, last.report_to) == ("closing", ("cac-don-vi",), "so-van-hoa")
    assert last.title == "Các đơn vị báo cáo tiến độ về Sở Văn hóa"


def test_members_named_in_brackets_are_members() -> None:
    made = plan(
        "- Xây dựng kịch bản.", "2. Các xí nghiệp trực thuộc (Xí nghiệp Ô Môn, Xí nghiệp Cái Răng)", "- Treo cờ."
    )
    assert [one.collective for one in made.parties if one.section == "II.2"] == [
        Collective(2, ("Xí nghiệp Ô Môn", "Xí nghiệp Cái Răng"))
    ]


def test_a_programme_of_action_keeps_its_first_words() -> None:
    words = HEAD.replace("KẾ HOẠCH\nTổ chức Lễ", "CHƯƠNG TRÌNH HÀNH ĐỘNG\nThực hiện nghị quyết về Lễ")
    made = drafted(words + "- Xây dựng kịch bản.\n")
    assert made.header.title is not None
    assert made.header.title.text == (
        "CHƯƠNG TRÌNH HÀNH ĐỘNG Thực hiện nghị quyết về Lễ kỷ niệm 50 năm Ngày giải phóng tỉnh"
    )


GROUPS = """\
UBND TỈNH AN BÌNH
Số: 15/KH-UBND
An Bình, ngày 10 tháng 3 năm 2025

KẾ HOẠCH
Tổ chức Hội nghị tổng kết nông thôn mới

I. THỜI GIAN
Thời gian: 8h00 ngày 24/4/2025.

II. PHÂN CÔNG NHIỆM VỤ
STT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
1 | Công tác nội dung | | |
1.1 | Xây dựng báo cáo tổng kết | Phòng Kế hoạch | Văn phòng Sở | Trước 10/4/2025
2 | Công tác hậu cần, lễ tân | | |
2.1 | Trang trí hội trường | Văn phòng Sở | | 22/4/2025
2.2 | Bố trí xe đón đại biểu | | |
Công tác tuyên truyền | | | |
3.1 | Đăng tin trên cổng thông tin | Trung tâm Thông tin | | 25/4/2025
"""


def test_rows_that_head_the_rows_below_them_are_headings() -> None:
    made = drafted(GROUPS)
    assert duties(made) == [
        "II/1 phong-ke-hoach + van-phong-so: Xây dựng báo cáo tổng kết [before 09/04/2025]",
        "II/2 van-phong-so: Trang trí hội trường [by 22/04/2025]",
        "II/3 van-phong-so: Bố trí xe đón đại biểu",
        "II/4 trung-tam-thong-tin: Đăng tin trên cổng thông tin [by 25/04/2025]",
    ]
    assert [one.words.text for one in made.left if one.why == "heading"][1:] == [
        *("STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành"),
        "Công tác nội dung",
        "Công tác hậu cần, lễ tân",
        "Công tác tuyên truyền",
    ]


def test_a_day_that_is_asked_about_is_quoted_with_its_action() -> None:
    made = plan("- Dàn dựng chương trình văn nghệ, tổng duyệt lúc 19h00 ngày 23/4/2025.")
    asked = [dict(one.facts)["words"] for one in made.questions if one.code == "date-unread"]
    assert asked == ["tổng duyệt lúc 19h00 ngày 23/4/2025"]
