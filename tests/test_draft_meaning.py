"""Plans of schools, Party bodies, communes, the army: what a draft says of them."""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Literal

import pytest

from runbook.draft.drafting import draft
from runbook.draft.findings import Basis, Role, Scope
from runbook.draft.refusal import NotAPlanError
from tests.draft_samples import ARMY, NOTICE, PARTY, SCHOOL, TABLE, document, drafted, duties


def test_a_school_shares_out_its_ceremony_by_letters_dashes_and_lines() -> None:
    assert duties(drafted(SCHOOL)) == [
        "IV.1/1 tieu-ban-noi-dung + van-phong: Xây dựng kịch bản [before 24/10/2025]",
        "IV.1/2 tieu-ban-noi-dung: Viết diễn văn, trình Hiệu trưởng duyệt [by 05/11/2025]",
        "IV.2/1a tieu-ban-van-nghe-le-tan: Dàn dựng 05 tiết mục văn nghệ",
        "IV.2/1b tieu-ban-van-nghe-le-tan: Tổng duyệt [offset 18/11/2025]",
        "IV.2/2 tieu-ban-van-nghe-le-tan: Đón tiếp đại biểu",
        "IV.3/1 van-phong: In và gửi giấy mời [by 03/11/2025]",
        "IV.3/2 van-phong: Chuẩn bị cơ sở vật chất, âm thanh",
        "IV.4/1 doan-thanh-nien: Huy động 50 đoàn viên phục vụ Lễ",
        "IV.5/1 cac-to-chuyen-mon-giao-vien-chu-nhiem: Báo cáo số lượng tham dự về Văn phòng [before 07/11/2025]",
        "IV.6/1 ban-dai-dien-cha-me-hoc-sinh: Vận động các nguồn lực",
    ]


def test_a_party_body_numbers_with_dashes_and_asks_the_committee() -> None:
    made = drafted(PARTY)
    assert duties(made) == [
        "II.1/1 ban-tuyen-giao-huyen-uy + van-phong-huyen-uy: Xây dựng báo cáo tổng kết, trình Ban Thường vụ"
        " [before 14/04/2025]",
        "II.1/2 ban-tuyen-giao-huyen-uy: Thẩm định báo cáo của các chi bộ",
        "II.2/1 ban-to-chuc-huyen-uy: Tham mưu khen thưởng [by 30/04/2025]",
        "II.3/1 ban-tuyen-giao-huyen-uy + van-phong-huyen-uy: Xây dựng báo cáo tổng kết",
        "II.3/2 van-phong-huyen-uy: Gửi giấy mời [offset 5]",
        "II.4/1 cac-chi-bo-dang-bo-co-so-truc-thuoc: Gửi báo cáo về Ban Tuyên giáo Huyện ủy [before 28/03/2025]",
        "II.5/1 uy-ban-nhan-dan-huyen: Bố trí kinh phí tổ chức Hội nghị",
    ]
    assert [party.id for party in made.parties if party.role is Role.REQUESTED] == ["uy-ban-nhan-dan-huyen"]
    assert [(duty.id, duty.same_as, duty.basis) for duty in made.duties if duty.same_as] == [
        ("T04", "T01", Basis.COUNTERPART)
    ]


def test_a_notice_of_one_page_speaks_to_bodies_in_one_list() -> None:
    made = drafted(NOTICE)
    assert duties(made) == [
        "3/1 van-phong-hdnd-va-ubnd: Chuẩn bị lễ vật, gửi giấy mời [before 21/07/2025]",
        "3/2 cong-chuc-van-hoa-xa-hoi: Xây dựng kịch bản",
        "3/3 tram-y-te-xa: Bố trí lực lượng trực y tế",
        "3/4 ubmttq-xa-cac-doan-the: Vận động hội viên tham gia",
        "3/5 doan-thanh-nien: Dọn vệ sinh nghĩa trang [before 25/07/2025]",
    ]
    assert [question.code for question in made.questions] == ["number", "date", "programme", "count", "weekday"]


def test_tasks_in_a_table_take_leader_partners_and_deadline_from_its_columns() -> None:
    assert duties(drafted(TABLE)) == [
        "II/1 van-phong-hdnd-va-ubnd + phong-van-hoa-va-thong-tin: Xây dựng kịch bản [before 19/01/2026]",
        "II/2 van-phong-hdnd-va-ubnd + phong-noi-vu: Gửi giấy mời [by 23/01/2026]",
        "II/3 cong-an-thanh-pho: Bảo đảm an ninh trật tự [by 10/02/2026]",
    ]


def test_the_army_heads_sections_in_capitals_and_names_leaders_in_brackets() -> None:
    made = drafted(ARMY)
    assert duties(made) == [
        "B.I/1 phong-hau-can-ky-thuat: Bảo đảm xăng xe, kinh phí",
        "B.II/1 ban-chi-huy-quan-su-cac-huyen-thanh-pho: Thường xuyên kiểm tra việc trang trí khánh tiết",
        "B.II/2 ban-chi-huy-quan-su-cac-huyen-thanh-pho: Báo cáo kết quả về Phòng Chính trị [before 24/12/2024]",
    ]
    assert duties(made, Scope.CONTENT) == ["A.I.2/1 ban-quan-luc + ban-tai-chinh: Hội thao [before 16/12/2024]"]
    assert made.campaign is not None
    assert [(window.first, window.last, window.peak) for window in made.campaign.windows] == [
        (date(2024, 12, 1), date(2024, 12, 31), False),
        (date(2024, 12, 15), date(2024, 12, 22), True),
    ]
    assert [(one.name, one.years) for one in made.occasions] == [
        ("Ngày thành lập Quân đội nhân dân Việt Nam", 80),
        ("Ngày hội Quốc phòng toàn dân", 35),
    ]


def test_the_outer_parts_of_a_school_plan() -> None:
    head = drafted(SCHOOL).header
    assert head.number is not None
    assert head.issuer is not None
    assert head.issued is not None
    assert head.signature is not None
    assert head.signature.name is not None
    assert (head.kind, head.number.value, head.number.symbol) == ("Kế hoạch", "45", "KH-LL")
    assert (head.place, head.issued.day, head.issuer.text) == ("Hưng An", date(2025, 9, 15), "TRƯỜNG THPT LÊ LAI")
    assert (head.signature.name.text, head.signature.position) == ("Lê Văn Bình", "HIỆU TRƯỞNG")
    assert [(one.text.text, one.archive) for one in head.recipients] == [
        ("Sở GD&ĐT (để b/c)", False),
        ("Các tổ chuyên môn", False),
        ("Lưu: VT", True),
    ]
    assert [(one.name.text, one.day) for one in head.sources] == [("Kế hoạch số 1203/KH-SGDĐT", date(2025, 8, 1))]


def test_the_sitting_of_a_school_plan() -> None:
    sitting = drafted(SCHOOL).sitting
    assert sitting is not None
    assert sitting.window is not None
    assert sitting.venue is not None
    assert (sitting.kind, sitting.name) == ("ceremony", "Lễ kỷ niệm 50 năm thành lập Trường THPT Lê Lai")
    assert (sitting.window.first, sitting.window.last, sitting.start, sitting.end) == (
        date(2025, 11, 20),
        date(2025, 11, 20),
        450,
        510,
    )
    assert (sitting.venue.name, sitting.venue.address) == ("Sân trường", "số 25 đường Trần Phú, phường Minh Khai")
    assert [(item.start, item.end, item.title.text) for item in sitting.programme] == [
        (420, 450, "Đón tiếp đại biểu, văn nghệ chào mừng."),
        (450, None, "Chào cờ, tuyên bố lý do."),
        (510, None, "Bế mạc."),
    ]


def test_half_a_day_is_no_first_of_february() -> None:
    sitting = drafted(PARTY).sitting
    assert sitting is not None
    assert sitting.window is not None
    assert (sitting.window.first, sitting.window.last, sitting.start) == (date(2025, 5, 1), date(2025, 5, 31), None)


def test_a_deadline_on_a_day_off_moves_back_by_the_days_off_given() -> None:
    off = drafted(TABLE, lambda day: day in (date(2026, 1, 19), date(2026, 1, 18)))
    assert off.duties[0].due is not None
    assert off.duties[0].due.last_day == date(2026, 1, 17)


def test_every_quote_stands_where_it_says() -> None:
    for text in (SCHOOL, PARTY, NOTICE, TABLE, ARMY):
        made = drafted(text)
        quotes = [duty.words for duty in made.duties] + [duty.due.raw for duty in made.duties if duty.due]
        assert [" ".join(made.document.source[slice(*one.span)].split()) for one in quotes] == [
            one.text for one in quotes
        ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "not-a-plan",
            "Hà Nội, ngày 3 tháng 5 năm 2024\n\nKính gửi: Ông A\n\n"
            "Tôi mong ông phối hợp với Sở Y tế trước ngày 15/5/2024.\n\n"
            "1. Về hợp đồng\nĐề nghị ông ký trước ngày 20/5/2024.\n\nTrân trọng,\nNguyễn Văn B\n",
        ),
        (
            "other-kind",
            "CHÍNH PHỦ\n\nNGHỊ ĐỊNH\nQuy định về ngày kỷ niệm\n\nĐiều 1. Phạm vi\n1. Nghị định này quy định.\n\n"
            "Điều 9. Trách nhiệm tổ chức thực hiện\n1. Bộ Y tế chủ trì, phối hợp với các Bộ hướng dẫn thi hành.\n",
        ),
        (
            "not-a-plan",
            "Chương 1\n\nÔng giáo bước ra sân, tay cầm tờ báo. Kế hoạch của ông là đi chợ trước ngày 15 tháng 8.\n\n"
            "- Thưa thầy, phòng tài chính đóng cửa rồi!\n\nChương 2\n\nVăn phòng ủy ban đông người.\n",
        ),
    ],
)
def test_what_is_no_plan_is_refused(code: str, text: str) -> None:
    with pytest.raises(NotAPlanError) as refused:
        draft(document(text))
    assert refused.value.code == code


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_tone_places_and_decomposed_letters_change_nothing(form: Literal["NFC", "NFD"]) -> None:
    moved = SCHOOL.replace("hóa", "hoá").replace("ủy", "uỷ").replace("Hòa", "Hoà")
    text = unicodedata.normalize(form, moved)
    assert duties(drafted(text)) == duties(drafted(SCHOOL))


def test_a_table_of_hours_is_a_programme_and_shares_out_no_work() -> None:
    programme = (
        "KẾ HOẠCH\nTổ chức Hội nghị tổng kết\n\nI. CHƯƠNG TRÌNH\n\nThời gian | Nội dung | Thực hiện\n"
        "8h00 - 8h10 | Ổn định tổ chức | Văn phòng\n8h10 | Báo cáo tổng kết | Giám đốc\n\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Văn phòng\n- Theo dõi, đôn đốc việc thực hiện.\n"
    )
    made = drafted(programme)
    assert made.sitting is not None
    assert [(item.start, item.end, item.title.text) for item in made.sitting.programme] == [
        (480, 490, "Ổn định tổ chức"),
        (490, None, "Báo cáo tổng kết"),
    ]
    assert duties(made) == ["II.1/1 van-phong: Theo dõi, đôn đốc việc thực hiện"]


def test_what_leads_a_list_gives_its_role_and_a_line_of_its_own_gives_the_deadline() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức Ngày hội xã năm 2025\n\nI. TỔ CHỨC THỰC HIỆN\n"
        "1. Giao Phòng Văn hóa là cơ quan thường trực, chủ trì, phối hợp với các đơn vị liên quan:\n"
        "- Xây dựng kịch bản.\nThời gian hoàn thành: Trước ngày 20/9/2025.\n"
        "- Phối hợp với các Sở: Tài chính, Nội vụ, Xây dựng bố trí kinh phí.\n"
        "2. Trách nhiệm của UBND các xã, thị trấn\n- Thành lập đoàn tham gia.\n"
    )
    made = drafted(text)
    assert duties(made) == [
        "I.1/1 phong-van-hoa: Xây dựng kịch bản [before 19/09/2025]",
        "I.1/2 phong-van-hoa + so-tai-chinh, so-noi-vu, so-xay-dung: Bố trí kinh phí",
        "I.2/1 ubnd-cac-xa-thi-tran: Thành lập đoàn tham gia",
    ]
    assert [duty.basis for duty in made.duties] == [Basis.STATED, Basis.STATED, Basis.DEFAULT]
    assert [party.id for party in made.parties if party.standing] == ["phong-van-hoa"]


def test_agencies_may_head_their_lists_without_a_number() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức Lễ phát động\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"
        "Ban Tuyên giáo Quận ủy\n- Chủ trì định hướng tuyên truyền.\n\n"
        "Phòng Nội vụ\n- Chuẩn bị nội dung.\n1. In tài liệu.\n\nCông an quận:\nBảo đảm an ninh trật tự.\n"
    )
    assert duties(drafted(text)) == [
        "III.1/1 ban-tuyen-giao-quan-uy: Định hướng tuyên truyền",
        "III.2/1 phong-noi-vu: Chuẩn bị nội dung",
        "III.2/2 phong-noi-vu: In tài liệu",
        "III.3/1 cong-an-quan: Bảo đảm an ninh trật tự",
    ]
