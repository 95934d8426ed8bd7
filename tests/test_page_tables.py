"""What each page says, cell by cell."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from runbook.render import page
from runbook.reports.plan import plan_report
from runbook.reports.rows import heading, task_row
from runbook.reports.sheet import sheet
from runbook.schedule import plan
from tests.page_samples import SMALL, pages, read, rows
from tests.reading import ceremony, tasks

GOLDENS = Path(__file__).parent / "goldens" / "page"
BLANK = "…… : ……"
DOTS = "…" * 12
VHTT = "Sở VHTT|Phạm Thùy Dương ·|0912 111 004"
PAGES = pages(SMALL)
FILL = f"Họ tên, điện thoại:|{DOTS}"
LATE = pages(SMALL, late=True)


def test_the_run_sheet_of_all_agencies() -> None:
    assert rows(PAGES["sheet 2024-11-22"], "run") == [
        ["", "Giờ", "Nội dung công việc", "Chủ trì, phụ trách", "Địa điểm", "Giờ thực, ký"],
        ["Trước giờ khai mạc"],
        ["", "07h30|đến 08h00", "Mở cửa|Mở cửa phụ", f"{VHTT}|Phối hợp: Sở Y tế", "Sảnh", BLANK],
        ["", "08h00", "Xe cứu thương vào chỗ", "Sở Y tế|09xx.111.005", "", BLANK],
        ["Trong chương trình"],
        ["", "08h30|đến 08h50", "Khai mạc|GĂNG|MC1, KT2 (đèn)", VHTT, "Sân khấu", BLANK],
        ["", "08h55|đến 09h25", "Phát biểu|GĂNG", f"Ban Tuyên giáo Thành ủy|{FILL}|Phối hợp: Sở VHTT", "", BLANK],
        ["Việc trong ngày, không định giờ"],
        [
            "",
            "xong|T6 22/11 15h00",
            "Trả hội trường|Chậm nhất T6 22/11 17h30 (dự trữ 2h30)",
            VHTT,
            "",
            BLANK,
        ],
    ]


def test_a_sheet_explains_the_marks_that_stand_on_it() -> None:
    def explained(name: str) -> list[str]:
        return [one.text for one in read(PAGES[name]).one("footer").all(cls="tag")]

    assert explained("sheet 2024-11-22") == ["GĂNG"]
    assert explained("sheet so-y-te") == ["PHỐI HỢP"]


def test_the_plate_tells_the_day_and_its_distance_from_day_n() -> None:
    assert read(PAGES["sheet 2024-11-22"]).one(cls="plate").text == "THỨ SÁU|22/11|NGÀY N"
    assert read(PAGES["sheet 2024-11-19"]).one(cls="plate").text == "THỨ BA|19/11|N-3"


def test_an_agency_sheet_marks_what_it_supports_and_says_whom_to_call() -> None:
    assert rows(PAGES["sheet so-y-te"], "run")[2:] == [
        ["", "07h30|đến 08h00", "Mở cửa|PHỐI HỢP|Mở cửa phụ", f"{VHTT}|Phối hợp: Sở Y tế", "Sảnh", BLANK],
        ["", "08h00", "Xe cứu thương vào chỗ", "Sở Y tế|09xx.111.005", "", BLANK],
    ]


def test_the_moments_of_a_sheet_leave_out_what_its_table_says() -> None:
    assert [line.text for line in read(PAGES["sheet 2024-11-22"]).one(cls="moments").all("li")] == [
        "08h30|Khai mạc",
        "09h30|Bế mạc",
        "17h30|Q1 Thời hạn: Trả hội trường|· Sở VHTT",
    ]


def test_an_agency_sheet_shows_what_it_waits_for() -> None:
    schedule = plan(ceremony(SMALL))
    day = schedule.axis.civil(schedule.rows["A3"].start)[0]
    html = page.sheet_page(sheet(schedule, "vi", day, "ban-tuyen-giao"), page.Imprint("vi"))
    assert rows(html, "waiting") == [
        ["", "Việc được chờ", "Đơn vị chủ trì, điện thoại", "Dự kiến xong", "Để làm việc"],
        ["", "A2|Viết báo cáo", "Sở VHTT ·|0912 111 004", "T5 21/11 12h00", "A3|Góp ý báo cáo"],
    ]


def test_a_sheet_leaves_room_for_signatures_and_five_incidents() -> None:
    sheet_page = read(PAGES["sheet 2024-11-22"])
    assert [line.text for line in sheet_page.one(cls="incidents").all("li")] == [BLANK] * 5
    assert [one.text for one in sheet_page.one(cls="signatures").all("b")] == [
        "Người lập phiếu",
        "Đại diện đơn vị",
        "Trực chỉ huy",
    ]


def test_a_day_without_duties_says_so() -> None:
    schedule = plan(ceremony(SMALL))
    day = schedule.axis.civil(schedule.rows["A1"].start)[0]
    main = read(page.sheet_page(sheet(schedule, "vi", day, "ban-tuyen-giao"), page.Imprint("vi"))).one("main")
    idle = read(page.sheet_page(sheet(schedule, "vi", day, "tay-ho"), page.Imprint("vi"))).one("main")
    assert not list(main.all(cls="verdict"))
    assert idle.one(cls="verdict").text == "Trong ngày này, Kế hoạch không giao việc nào cho đơn vị."
    assert not list(idle.all("table", "run"))


def test_the_plan_says_what_to_do_first() -> None:
    assert (
        read(PAGES["plan"]).one(cls="verdict").text == "Kịp: 5 việc chuẩn bị, trong đó 3 việc găng (không còn dự trữ)."
    )
    assert rows(PAGES["plan"], "duties")[:4] == [
        ["", "Mã", "Nội dung công việc", "Chủ trì", "Bắt đầu", "Hoàn thành", "Chậm nhất", "Dự trữ"],
        ["", "A1", "Ban hành kế hoạch|GĂNG|mốc", "Sở VHTT", *["T2 18/11 08h00"] * 3, "0"],
        [
            "",
            "A2",
            "Viết báo cáo|GĂNG|3,5 ngày · Phối hợp: Ban Tuyên giáo Thành ủy|Hai trang",
            "Sở VHTT",
            "T2 18/11 08h00",
            "T5 21/11 12h00",
            "T5 21/11 12h00",
            "0",
        ],
        [
            "",
            "Y1",
            "Phương án trực|1 ngày · Trạm",
            "Sở Y tế",
            "T2 18/11 08h00",
            "T2 18/11 17h30",
            "T4 20/11 17h30",
            "2 ngày",
        ],
    ]


def test_a_late_plan_names_cause_and_tasks_first() -> None:
    late = read(LATE["plan"])
    assert late.one(cls="verdict").attributes["class"] == "verdict bad"
    assert late.one(cls="verdict").text.endswith("|Tính tại thời điểm T4 20/11 08h00")
    assert late.one(cls="late-group").text.split("|") == [
        "Thiếu 2 ngày so với thời hạn của A3: T5 21/11 17h30",
        "A1 Ban hành kế hoạch",
        "· Sở VHTT: lẽ ra phải xong trước T2 18/11 08h00; đã chậm 2 ngày",
        "A2 Viết báo cáo",
        "· Sở VHTT: lẽ ra phải bắt đầu từ T2 18/11 08h00; đã chậm 2 ngày",
        "A3 Góp ý báo cáo",
        "· Ban Tuyên giáo Thành ủy: dự kiến xong T2 25/11 17h30, quá thời hạn T5 21/11 17h30 là 2 ngày",
        "Chuỗi việc: A1 → A2 → A3",
        "Đơn vị liên quan: Sở VHTT, Ban Tuyên giáo Thành ủy",
    ]
    assert rows(LATE["plan"], "duties")[1][2].startswith("Góp ý báo cáo|ĐÃ CHẬM|QUÁ HẠN|")


def test_the_plan_lists_every_critical_path() -> None:
    assert [line.text for line in read(PAGES["plan"]).one("ul", "chains").all("li")] == ["A1 → A2 → A3", "p1", "p2"]


def test_the_plan_names_what_is_late_only_in_consequence() -> None:
    found = tasks("A: {work: 1d}\nB: {work: 1d, after: A}\nC: {work: 1d, after: B}\nX: {work: 1h, after: B}")
    schedule = plan(found, now=found.worktimes["always"].axis.minute(date(2024, 11, 20), 8 * 60))
    html = page.plan_page(plan_report(schedule, "vi"), page.Imprint("vi"))
    assert read(html).one("p", "also").text == "Ngoài các chuỗi trên, chậm theo: X"
    assert not list(read(PAGES["plan"]).all("p", "also"))


def test_critical_and_late_rows_carry_the_bar_and_a_word() -> None:
    for html in (PAGES["plan"], LATE["plan"], PAGES["sheet 2024-11-22"], PAGES["agency so-vhtt"]):
        bodies = [row for body in read(html).all("tbody") for row in body.all("tr")]
        marked = [row for row in bodies if "critical" in row.attributes.get("class", "")]
        worded = [row for row in bodies if {"GĂNG", "ĐÃ CHẬM", "QUÁ HẠN"} & {tag.text for tag in row.all(cls="tag")}]
        assert [row.text for row in marked] == [row.text for row in worded] != []


def test_the_run_of_show() -> None:
    assert rows(PAGES["show"], "items") == [
        [
            *("TT", "Giờ", "Phút", "Nội dung", "Người thực hiện"),
            *("Hiệu lệnh", "Sân khấu", "Âm thanh, ánh sáng", "Màn hình", "Giờ thực"),
        ],
        ["1", "08h30", "20′", "Khai mạc|GIỜ CỐ ĐỊNH", "Sở VHTT", "MC1|,|KT2|(đèn)", "Sân khấu", "", "", BLANK],
        ["Trống 5 phút"],
        ["2", "08h55", "30′", "Phát biểu|GIỜ CỐ ĐỊNH", "Ban Tuyên giáo Thành ủy|Sở VHTT", "", "", "", "", BLANK],
    ]
    cues = read(PAGES["show"]).one("table", "items").all("td", "cues")
    assert [bold.text for cue in cues for bold in cue.all("b")] == ["MC1", "KT2"]
    assert read(PAGES["show"]).one(cls="total").text == (
        "Tổng thời lượng 50 phút; kết thúc 09h25, bế mạc theo kế hoạch 09h30. Dự phòng đến giờ bế mạc: 5 phút."
    )


def test_the_duty_matrix() -> None:
    assert rows(PAGES["matrix"], "tasks")[:8] == [
        ["Mã", "Nội dung công việc", "Sở VHTT", "Sở Y tế", "Ban Tuyên giáo Thành ủy", "Các quận"],
        ["Việc chung"],
        ["A1", "Ban hành kế hoạch", "CT", "", "", ""],
        ["A2", "Viết báo cáo", "CT", "", "PH", ""],
        ["A3", "Góp ý báo cáo", "", "", "CT", ""],
        ["Y tế"],
        ["Y1", "Phương án trực", "", "CT", "", ""],
        ["Y2", "Danh sách trực", "", "", "", "CT"],
    ]
    assert rows(PAGES["matrix"], "loads")[3] == [
        "Ban Tuyên giáo Thành ủy|ĐỀ NGHỊ",
        *("1", "1", "0,5 ngày", "T5 21/11 13h30", "T5 21/11 17h30"),
    ]


def test_a_wide_matrix_goes_on_in_another_table() -> None:
    names = [f"don-vi-{number:02}" for number in range(40)]
    agencies = "".join(f"  {name}: {{name: Đơn vị {name}}}\n" for name in names)
    tasks = "".join(f"  T{n}: {{title: Việc {n}, lead: {name}, work: 1h}}\n" for n, name in enumerate(names))
    head = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\n"
    tables = list(read(pages(f"{head}agencies:\n{agencies}tasks:\n{tasks}")["matrix"]).all("table", "tasks"))
    assert [len(list(table.one("thead").all("th"))) - 2 for table in tables] == [18, 18, 4]
    signs = [cell.text for table in tables for cell in table.all("td", "cell") if cell.text]
    assert signs == ["CT"] * 40


def test_the_days_of_the_window() -> None:
    assert rows(PAGES["dates"], "days") == [
        ["Hạng", "Ngày", "Kết luận", "Chuỗi găng nhất"],
        ["1", "T6 22/11/2024", "kịp, dự trữ 0|ngày đã chọn", "A1 → A2 → A3"],
        ["2", "T5 21/11/2024", "không kịp: thiếu 1 ngày, 2 việc chậm", "A1 → A2 → A3"],
    ]


def test_decisions_contacts_and_assumptions() -> None:
    assert rows(PAGES["decisions"], "choices") == [
        ["Khi nào", "Tình huống", "Phương án", "Người quyết định"],
        ["T5 21/11 17h00", "Báo cáo chưa xong", "Đọc bản tóm tắt", "Sở VHTT, Ban Tuyên giáo Thành ủy"],
        ["Khi xảy ra", "Mất điện", "Chạy máy phát", "Sở Y tế"],
    ]
    assert rows(PAGES["decisions"], "people") == [
        ["Cơ quan, đơn vị", "Người phụ trách", "Điện thoại", "Thư điện tử"],
        ["Sở Văn hóa và Thể thao|THƯỜNG TRỰC", "Phạm Thùy Dương|· đầu mối", "0912 111 004", "duong@example.vn"],
        ["Sở Y tế", DOTS, "09xx.111.005", ""],
        ["Ban Tuyên giáo Thành ủy|ĐỀ NGHỊ", DOTS, DOTS, ""],
        ["Các quận", DOTS, DOTS, ""],
        ["2 thành viên: Quận Ba Đình, Quận Tây Hồ"],
    ]
    assert read(PAGES["decisions"]).one(cls="assumptions").text == "S1|Mọi người đều đến đúng giờ."


def test_the_page_of_an_agency() -> None:
    html = PAGES["agency ban-tuyen-giao"]
    leads, supports = (list(table.all("tr"))[1:] for table in read(html).all("table", "duties"))
    assert [row.text.split("|")[:2] for row in leads] == [["A3", "Góp ý báo cáo"]]
    assert [row.text.split("|")[:2] for row in supports] == [["A2", "Viết báo cáo"]]
    assert rows(html, "hourly")[1:] == [["", "T6 22/11 08h55", "Phát biểu|GĂNG", "Ban Tuyên giáo Thành ủy", ""]]
    assert rows(html, "handed")[1:] == [
        ["A2 Viết báo cáo|GĂNG", "T5 21/11 12h00", "T5 21/11 12h00", "A3 Góp ý báo cáo", "Sở VHTT ·|0912 111 004"]
    ]
    assert [row[1] for row in rows(html, "choices")[1:]] == ["Báo cáo chưa xong"]
    assert [row[0] for row in rows(html, "people")[1:]] == [
        "Ban Tuyên giáo Thành ủy|ĐỀ NGHỊ",
        "Sở Văn hóa và Thể thao|THƯỜNG TRỰC",
    ]


def test_the_page_of_an_agency_makes_the_rows_of_its_own_tasks_only() -> None:
    schedule, made = plan(ceremony(SMALL)), list[str]()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is task_row.__code__:
            made.append(frame.f_locals["planned"].task.id)

    sys.setprofile(watch)
    try:
        page.agency_page(schedule, "ban-tuyen-giao", page.Imprint("vi"))
    finally:
        sys.setprofile(None)
    assert sorted(made) == ["A2", "A3", "p2"]


def test_a_requested_agency_is_asked_and_another_charged() -> None:
    said = "1 việc chủ trì, 1 việc phối hợp, 1 việc theo giờ."
    assert f"|Kế hoạch trân trọng đề nghị: {said}|" in read(PAGES["agency ban-tuyen-giao"]).one("main").text
    assert "|Kế hoạch giao: 1 việc chủ trì," in read(PAGES["agency so-y-te"]).one("main").text


def test_a_group_s_duty_stands_on_the_page_of_each_member() -> None:
    for member in ("ba-dinh", "tay-ho"):
        assert [row[1] for row in rows(PAGES[f"agency {member}"], "duties")] == ["Mã", "Y2"]


def test_an_unknown_agency_has_no_page() -> None:
    with pytest.raises(KeyError):
        page.agency_page(plan(ceremony(SMALL)), "khong-co", page.Imprint("vi"))


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("timeline.html", "timeline.html"),
        ("a b/ờ?#.html", "a%20b/%E1%BB%9D%3F%23.html"),
        ("javascript:x", "javascript%3Ax"),
    ],
)
def test_the_index_links_every_file_by_its_name(path: str, href: str) -> None:
    line = page.Line("Tên <tệp>", "ghi chú", (page.Item("Phiếu", (page.Link(path, "PDF"),)),))
    sections = [page.Section("bang", "Bảng", (line,))]
    html = read(page.index_page(heading(plan(ceremony(SMALL)), "vi"), sections, page.Imprint("vi")))
    link = html.one("li").one("a")
    assert (link.attributes, html.one("li").text) == ({"href": href}, "Tên <tệp>|ghi chú|Phiếu|PDF")
    assert [one.attributes["href"] for one in html.one("nav").all("a")] == ["#bang"]
    assert [section.attributes["id"] for section in html.all("section")] == ["bang"]


def test_without_a_plan_document_the_hosts_issue_the_pages() -> None:
    text = SMALL.replace(
        "plan: {number: 12/KH-UBND, date: 01/11/2024, issuer: UBND Thành phố}", "hosts: [Thành ủy, HĐND]"
    )
    assert page.imprint(ceremony(text), "bản 1", "20h") == page.Imprint("vi", "Thành ủy, HĐND", "", "bản 1", "20h")


def test_a_run_sheet_to_the_byte() -> None:
    """RUNBOOK_GOLDENS=rewrite writes the file anew; look at it in a browser before it is committed."""
    golden = GOLDENS / "run-sheet.html"
    if os.environ.get("RUNBOOK_GOLDENS") == "rewrite":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(PAGES["sheet 2024-11-22"], encoding="utf-8", newline="\n")
    assert golden.read_bytes().decode("utf-8") == PAGES["sheet 2024-11-22"]
