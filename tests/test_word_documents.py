"""What the documents say: who does what until when, and the text of the plan around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from runbook.render.word.assignment import WIDTHS, assignment
from runbook.render.word.decree30 import DECREE_30, Form
from runbook.render.word.markup import words
from runbook.render.word.party import PARTY
from runbook.render.word.timetable import timetable
from runbook.reports.plan import By
from runbook.schedule import plan
from tests.page_samples import SMALL
from tests.reading import ceremony
from tests.word_reading import W, outline, root, styled, table, text_of
from tests.word_samples import LONG, conference, planned, words_of_tasks

HEADINGS = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Ghi chú"]
VHTT = "Sở Văn hóa và Thể thao"


def test_every_task_by_phase_with_its_day() -> None:
    assert table(assignment(planned(SMALL), "vi")) == [
        HEADINGS,
        ["I", "Việc chung"],
        ["1", "Ban hành kế hoạch", VHTT, "", "18/11/2024", "Việc găng"],
        ["2", "Viết báo cáo|Hai trang.", VHTT, "Ban Tuyên giáo Thành ủy", "21/11/2024", "Việc găng"],
        ["3", "Góp ý báo cáo", "Ban Tuyên giáo Thành ủy", "", "21/11/2024", "Việc găng|Trước 22/11/2024"],
        ["II", "Y tế"],
        ["4", "Phương án trực|Địa điểm: Trạm.", "Sở Y tế", "", "18/11/2024", ""],
        ["5", "Danh sách trực|Từng đơn vị thực hiện (2 đơn vị).", "Các quận", "", "19/11/2024", ""],
        ["III", "Việc theo giờ"],
        ["6", "Mở cửa|Địa điểm: Sảnh.", VHTT, "Sở Y tế", "08h00, 22/11/2024", ""],
        ["7", "Xe cứu thương vào chỗ", "Sở Y tế", "", "08h00, 22/11/2024", ""],
        ["IV", "Chương trình"],
        ["8", "Khai mạc|Địa điểm: Sân khấu.", VHTT, "", "08h50, 22/11/2024", ""],
        ["9", "Phát biểu", "Ban Tuyên giáo Thành ủy", VHTT, "09h25, 22/11/2024", ""],
        ["V", "Sau buổi lễ"],
        ["10", "Trả hội trường", VHTT, "", "22/11/2024", ""],
    ]


def test_by_agency_what_each_leads_and_then_supports() -> None:
    found = table(assignment(planned(SMALL), "vi", by=By.AGENCY))
    assert [row[:2] for row in found if not row[0].isdigit()] == [
        HEADINGS[:2],
        ["I", f"{VHTT} (cơ quan thường trực)"],
        ["II", "Sở Y tế"],
        ["III", "Đề nghị Ban Tuyên giáo Thành ủy"],
        ["IV", "Các quận"],
    ]
    own = [row[1].split("|")[0] for row in found[2:8]]
    assert own == ["Ban hành kế hoạch", "Viết báo cáo", "Mở cửa", "Khai mạc", "Trả hội trường", "Phát biểu"]


def test_of_one_agency_also_what_it_owes_as_one_of_a_group() -> None:
    written = assignment(planned(SMALL), "vi", agency_id="ba-dinh")
    assert table(written) == [
        HEADINGS,
        ["I", "Nhiệm vụ chủ trì"],
        ["1", "Danh sách trực|Từng đơn vị thực hiện (2 đơn vị).", "Các quận", "", "19/11/2024", ""],
    ]
    assert styled(written, "AppendixTitle") == ["BẢNG PHÂN CÔNG NHIỆM VỤ CỦA QUẬN BA ĐÌNH TRONG TỔ CHỨC LỄ KỶ NIỆM"]
    with pytest.raises(KeyError):
        assignment(planned(SMALL), "vi", agency_id="nobody")


def test_by_agency_the_duties_of_a_group_stand_with_the_group_alone() -> None:
    shared = SMALL.replace("each: cac-quan", "lead: cac-quan")
    found = table(assignment(planned(shared), "vi", by=By.AGENCY))
    assert [row[1] for row in found if row[1].startswith("Danh sách trực")] == ["Danh sách trực"]
    assert [row[1] for row in table(assignment(planned(shared), "vi", agency_id="ba-dinh"))[2:]] == ["Danh sách trực"]


def test_a_task_that_ends_at_midnight_is_finished_on_the_day_before() -> None:
    text = SMALL.replace("lead: so-y-te, work: 1d, after: A1, location: Trạm", "lead: so-y-te, elapsed: 1d, after: A1")
    late = text.replace("start: 18/11/2024 08:00", "start: 18/11/2024 00:00").replace(
        "elapsed: 1d, after: A1", "elapsed: 1d"
    )
    assert [row[4] for row in table(assignment(planned(late), "vi")) if row[1] == "Phương án trực"] == ["18/11/2024"]


def test_the_head_of_the_appendix() -> None:
    assert outline(assignment(conference(), "vi")) == [
        "Phụ lục",
        "BẢNG PHÂN CÔNG NHIỆM VỤ TỔ CHỨC HỘI NGHỊ TỔNG KẾT CÁC HOẠT ĐỘNG KỶ NIỆM 70 NĂM NGÀY GIẢI PHÓNG THỦ ĐÔ "
        "(10/10/1954 - 10/10/2024)",
        "(Kèm theo Kế hoạch số 324/KH-UBND ngày 08/11/2024 của Ủy ban nhân dân thành phố Hà Nội)",
    ]
    unsigned = assignment(planned(SMALL.replace("plan: {number: 12/KH-UBND, date: 01/11/2024, ", "plan: {")), "vi")
    assert styled(unsigned, "Attached") == []


def test_columns_keep_their_widths_however_long_the_names() -> None:
    long = SMALL.replace("name: Sở Y tế", f"name: {LONG}").replace("Viết báo cáo", "x" * 200)
    for text in (SMALL, long):
        grid = [int(one.get(f"{W}w")) for one in root(assignment(planned(text), "vi")).iter(f"{W}gridCol")]
        assert [round(width * 25.4 / 1440) for width in grid] == [12, 98, 50, 44, 28, 25] == list(WIDTHS)
        layout = [one.get(f"{W}type") for one in root(assignment(planned(text), "vi")).iter(f"{W}tblLayout")]
        assert layout == ["fixed"]
    assert LONG in {row[2] for row in table(assignment(planned(long), "vi")) if len(row) > 2}


def test_rows_stay_whole_under_a_head_that_comes_back_and_groups_with_their_first_row() -> None:
    written = root(assignment(conference(), "vi"))
    rows = list(written.iter(f"{W}tr"))
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert [number for number, row in enumerate(rows) if row.find(f"{W}trPr/{W}tblHeader") is not None] == [0]
    groups = [row for row in rows if len(row.findall(f"{W}tc")) == 2]
    assert [text_of(one) for one in groups[0].findall(f"{W}tc")] == ["I", "Khởi động"]
    assert {one.get(f"{W}val") for row in groups for one in row.iter(f"{W}gridSpan")} == {"5"}
    assert all(row.find(f".//{W}gridSpan") is not None for row in groups)
    kept = {one.get(f"{W}styleId") for one in root(assignment(conference(), "vi"), "styles") if _keeps(one)}
    used = {one.get(f"{W}val") for row in groups for one in row.iter(f"{W}pStyle")}
    assert used == {"CellHead", "CellGroup"} <= kept


def _keeps(style: Any) -> bool:
    return style.find(f"{W}pPr/{W}keepNext") is not None


def test_many_supporters_stand_there_by_their_names_in_full() -> None:
    text = SMALL.replace("support: [so-y-te]", "support: [so-y-te, ban-tuyen-giao, cac-quan, ba-dinh]")
    text = text.replace("so-y-te: {name: Sở Y tế", "so-y-te: {short: SYT, name: Văn phòng UBND tỉnh")
    cells = [row[3] for row in table(assignment(planned(text), "vi")) if row[0] == "6"]
    assert cells == ["Văn phòng Ủy ban nhân dân tỉnh; Ban Tuyên giáo Thành ủy; Các quận; Quận Ba Đình"]


@pytest.mark.parametrize("form", [DECREE_30, PARTY])
def test_every_word_of_the_tasks_stands_in_both_documents(form: Form) -> None:
    whole = conference().ceremony
    for written in (assignment(conference(), "vi", form), timetable(conference(), "vi", form)):
        said = {word for row in table(written) for cell in row for word in cell.replace("|", " ").split()}
        assert words_of_tasks(whole) - said == set()
        assert [row[1].split("|")[0] for row in table(written) if row[0].isdigit()][:3] == [
            task.title for task in whole.tasks[:3]
        ]


def test_the_text_of_the_plan() -> None:
    assert outline(timetable(planned(SMALL), "vi")) == [
        "KẾ HOẠCH",
        "Tiến độ chuẩn bị và tổ chức Lễ kỷ niệm",
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/11/2024 của Ủy ban nhân dân Thành phố.",
        "Ủy ban nhân dân Thành phố ban hành Kế hoạch tiến độ chuẩn bị và tổ chức Lễ kỷ niệm, cụ thể như sau:",
        "I. THỜI GIAN, ĐỊA ĐIỂM",
        "1. Thời gian: 08 giờ 30 phút - 09 giờ 30 phút, ngày 22 tháng 11 năm 2024 (thứ Sáu).",
        "2. Địa điểm: Hội trường, 12 Lê Lai.",
        "II. CHƯƠNG TRÌNH",
        "- 08 giờ 30 phút: Khai mạc.",
        "- 08 giờ 55 phút: Phát biểu.",
        "- 09 giờ 30 phút: Kết thúc.",
        "III. TỔ CHỨC THỰC HIỆN",
        f"1. {VHTT}",
        "Là cơ quan thường trực, theo dõi, đôn đốc, tổng hợp tình hình thực hiện Kế hoạch; trực tiếp thực hiện các "
        "nhiệm vụ cụ thể sau:",
        "- Ban hành kế hoạch; hoàn thành ngày 18/11/2024.",
        "- Chủ trì, phối hợp với Ban Tuyên giáo Thành ủy: Viết báo cáo; hoàn thành ngày 21/11/2024.",
        "- Trả hội trường; hoàn thành ngày 22/11/2024.",
        "- Chủ trì các nhiệm vụ theo giờ tại số thứ tự 6, 8 của Phụ lục.",
        "- Phối hợp thực hiện các nhiệm vụ tại số thứ tự 9 của Phụ lục.",
        "2. Sở Y tế",
        "- Phương án trực; hoàn thành ngày 18/11/2024.",
        "- Chủ trì các nhiệm vụ theo giờ tại số thứ tự 7 của Phụ lục.",
        "- Phối hợp thực hiện các nhiệm vụ tại số thứ tự 6 của Phụ lục.",
        "3. Đề nghị Ban Tuyên giáo Thành ủy",
        "- Góp ý báo cáo; hoàn thành ngày 21/11/2024.",
        "- Chủ trì các nhiệm vụ theo giờ tại số thứ tự 9 của Phụ lục.",
        "- Phối hợp thực hiện các nhiệm vụ tại số thứ tự 2 của Phụ lục.",
        "4. Các quận",
        "- Danh sách trực; hoàn thành ngày 19/11/2024.",
        "IV. TIẾN ĐỘ THỰC HIỆN",
        "Tiến độ chung theo bảng dưới đây; thời hạn của từng nhiệm vụ theo Phụ lục kèm theo Kế hoạch này.",
        "Trên đây là Kế hoạch của Ủy ban nhân dân Thành phố; đề nghị Ban Tuyên giáo Thành ủy; yêu cầu các cơ quan, "
        "đơn vị khẩn trương, nghiêm túc thực hiện các nhiệm vụ được giao. Trong quá trình thực hiện, nếu có khó khăn, "
        "vướng mắc, các cơ quan, đơn vị kịp thời phản ánh về Sở Văn hóa và Thể thao để tổng hợp, báo cáo Ủy ban nhân "
        "dân Thành phố xem xét, chỉ đạo./.",
        "Phụ lục",
        "BẢNG PHÂN CÔNG NHIỆM VỤ TỔ CHỨC LỄ KỶ NIỆM",
        "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2024 của Ủy ban nhân dân Thành phố)",
    ]


def test_the_stages_and_the_deadlines_within_them() -> None:
    assert table(timetable(planned(SMALL), "vi"), 1) == [
        ["TT", "Giai đoạn, mốc thời hạn", "Bắt đầu", "Hoàn thành"],
        ["I", "Việc chung", "18/11/2024", "21/11/2024"],
        ["", "Ban hành kế hoạch", "", "18/11/2024"],
        ["", "Góp ý báo cáo", "", "21/11/2024"],
        ["II", "Y tế", "18/11/2024", "19/11/2024"],
        ["III", "Việc theo giờ", "22/11/2024", "22/11/2024"],
        ["IV", "Chương trình", "22/11/2024", "22/11/2024"],
        ["V", "Sau buổi lễ", "22/11/2024", "22/11/2024"],
        ["", "Trả hội trường", "", "22/11/2024"],
    ]


def test_basis_hosts_reserve_day_and_programme_of_the_conference() -> None:
    said = outline(timetable(conference(), "vi"))
    assert said[2] == (
        "Căn cứ Kế hoạch số 324/KH-UBND ngày 08/11/2024 của Ủy ban nhân dân thành phố Hà Nội về tổ chức Hội nghị tổng "
        "kết các hoạt động kỷ niệm 70 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024)."
    )
    assert said[5:11] == [
        "1. Thời gian: 08 giờ 30 phút - 10 giờ 30 phút, ngày 22 tháng 11 năm 2024 (thứ Sáu).",
        "2. Ngày dự phòng: ngày 25 tháng 11 năm 2024.",
        "3. Địa điểm: Hội trường UBND Thành phố, số 12 Lê Lai, quận Hoàn Kiếm, Hà Nội.",
        "II. DANH NGHĨA TỔ CHỨC",
        "Thành ủy Hà Nội - Hội đồng nhân dân thành phố Hà Nội - Ủy ban nhân dân thành phố Hà Nội - Ủy ban Mặt trận Tổ "
        "quốc Việt Nam thành phố Hà Nội.",
        "III. CHƯƠNG TRÌNH",
    ]


def test_a_title_that_begins_with_a_name_keeps_its_capital_and_the_day_itself_is_no_reserve() -> None:
    titled = SMALL.replace("plan: {", "plan: {title: Hà Nội tổ chức Lễ kỷ niệm, ")
    reserved = titled.replace("chosen: 22/11/2024}", "chosen: 22/11/2024, reserve: 21/11/2024}")
    written = timetable(planned(reserved, date(2024, 11, 21)), "vi")
    assert styled(written, "Basis")[0].endswith("của Ủy ban nhân dân Thành phố về Hà Nội tổ chức Lễ kỷ niệm.")
    assert [line for line in outline(written) if "21 tháng 11" in line or "dự phòng" in line] == [
        "1. Thời gian: 08 giờ 30 phút - 09 giờ 30 phút, ngày 21 tháng 11 năm 2024 (thứ Năm)."
    ]


def test_recipients_are_the_agencies_with_duties_but_the_issuer_and_the_file_copy_last() -> None:
    said = styled(timetable(conference(), "vi"), "Recipient")
    assert said[:3] == [
        "- Lãnh đạo thành phố Hà Nội;",
        "- Sở Văn hóa và Thể thao;",
        "- Văn phòng Ủy ban nhân dân Thành phố;",
    ]
    assert said[-1] == "- Lưu: VT."
    assert "- Ủy ban nhân dân thành phố Hà Nội;" not in said
    assert not any("Quận" in line for line in said)  # members of a group are reached through it


def test_a_plan_that_does_not_hold_says_so_above_its_text() -> None:
    whole = ceremony(SMALL)
    late = plan(whole, None, plan(whole).passes.floor + 2 * 1440)
    for written in (assignment(late, "vi"), timetable(late, "vi")):
        assert styled(written, "Warning") == ["Không kịp: 2 trong 5 việc chuẩn bị bị chậm."]
    assert "ĐÃ CHẬM" in {row[-1].split("|")[0] for row in table(assignment(late, "vi"))}
    assert styled(timetable(planned(SMALL), "vi"), "Warning") == []


def test_a_ceremony_of_next_to_nothing_has_documents_too() -> None:
    bare = replace(ceremony(SMALL), tasks=(), links=(), plan=None, decisions=())
    written = timetable(plan(bare), "vi")
    assert table(written) == [HEADINGS]
    assert [line for line in outline(written) if line[:2] in ("I.", "II")] == ["I. THỜI GIAN, ĐỊA ĐIỂM"]
    assert table(assignment(plan(bare), "vi", by=By.AGENCY)) == [HEADINGS]


def test_in_english() -> None:
    said = outline(timetable(planned(SMALL), "en"))
    assert said[:3] == [
        "PLAN",
        "Timetable: Lễ kỷ niệm",
        "On the basis of plan no. 12/KH-UBND 01/11/2024 by Ủy ban nhân dân Thành phố.",
    ]


def test_years_stand_in_one_line_and_a_line_may_end_between_two_dates() -> None:
    def written(text: str) -> str:
        return words(text).text.partition(">")[2].partition("<")[0]

    assert written("giai đoạn 2023 - 2025") == "giai đoạn 2023\u00a0-\u00a02025"
    assert written("01/01/2024 - 31/12/2024") == "01/01/2024\u00a0- 31/12/2024"
    assert written("Thi đua - Khen thưởng") == "Thi đua\u00a0- Khen thưởng"
