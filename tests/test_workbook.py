"""Workbooks as people open them: what stands where, and what reading makes of what they type."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl.styles.numbers import is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, to_excel

from runbook.files import load
from runbook.model import Link
from runbook.schedule import plan
from runbook.text import LANGUAGES, folded
from runbook.workbook import gantt, is_workbook, kinds, layout, numbers, writing
from runbook.workbook.layout import Kind, Sheet
from tests.shipped import ROOT
from tests.workbooks import CEREMONY, Outcome, built, comparable, edited, nodes, read, with_cells, written

EVENT = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")


def opened(text: str = CEREMONY) -> Any:
    return openpyxl.load_workbook(io.BytesIO(written(text)))


def cell_of(sheet: Sheet, key: str, row: int) -> str:
    """The cell of a column: `Công việc!E2`."""
    number = [column.key for column in sheet.columns].index(key) + 1
    return f"{sheet.title('vi')}!{openpyxl.utils.get_column_letter(number)}{row}"


def task(key: str, row: int) -> str:
    return cell_of(layout.TASKS, key, row)


def fine(outcome: Outcome) -> Any:
    assert outcome.told == []
    assert outcome.ceremony is not None
    return outcome.ceremony


def test_the_same_ceremony_gives_the_same_bytes() -> None:
    root = nodes(CEREMONY)
    assert writing.written(root, plan(built(root))) == writing.written(nodes(CEREMONY), plan(built(nodes(CEREMONY))))
    with zipfile.ZipFile(io.BytesIO(written())) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.findall(r">(\d{4}[^<]*)</dcterms", core) == ["2024-11-22T00:00:00Z"] * 2


def test_the_bytes_are_the_same_with_and_without_lxml() -> None:
    program = "import sys; from tests.workbooks import written; sys.stdout.buffer.write(written())"
    bytes_of = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "OPENPYXL_LXML": lxml, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for lxml in ("True", "False")
    ]
    assert bytes_of == [written()] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_stand_in_their_order_in_the_language_of_the_ceremony(language: str) -> None:
    book = opened(CEREMONY.replace("title: Lễ thử", f"title: Lễ thử\n    language: {language}"))
    titles = {
        "vi": "Hướng dẫn, Sự kiện, Công việc, Chương trình, Cơ quan, Đầu mối, Giờ làm việc, Ngày nghỉ, Nhóm việc, "
        "Giả định, Điểm quyết định, Nguồn lực, Rút giờ, Gantt, Ma trận",
        "en": "Guide, Occasion, Tasks, Programme, Agencies, Contacts, Working hours, Days off, Phases, Assumptions, "
        "Decisions, Resources, Savings, Gantt, Matrix",
    }
    assert ", ".join(book.sheetnames) == titles[language]


def test_a_task_stands_in_its_row_with_what_the_plan_says_of_it() -> None:
    page = opened()["Công việc"]
    titles = [cell.value for cell in page[1]]
    rows = [dict(zip(titles, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=2)]
    filled = [{key: value for key, value in row.items() if value} for row in rows]
    assert filled[0] == {
        "Mã": "A1",
        "Nội dung": "Họp giao việc",
        "Chủ trì": "VP",
        "Ngày công (ngày)": "1d",
        "Bắt đầu (tính)": datetime(2024, 11, 11, 8),
        "Hoàn thành (tính)": datetime(2024, 11, 11, 17, 30),
        "Nhóm việc": "Chuẩn bị",
        "Phần": "chuẩn bị",
        "Giá trị giả định": "Ngày công (ngày) S1",
    }
    assert [(row["Mã"], row["Thuộc vòng duyệt"], row["Bước duyệt"], row["Chủ trì"]) for row in rows[2:5]] == [
        ("C", None, None, "VP"),
        ("C1", "C", "dự thảo", None),
        ("C2", "C", "phê duyệt", "Công an"),
    ]
    assert (rows[5]["Phối hợp"], rows[5]["Việc trước"]) == ("VP; Các xã", "A1; C FS+2h")
    assert [row["Phần"] for row in rows[6:]] == ["trong ngày", "sau lễ"]


def test_a_sheet_is_ready_to_be_worked_in_and_printed() -> None:
    page = opened()["Công việc"]
    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("C2", "A1:AC9", "$1:$1")
    assert page.print_area == "'Công việc'!$A$1:$H$9"
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert (page.oddHeader.left.text, page.oddFooter.right.text) == ("Lễ thử", "Trang &P/&N")
    assert all(page.row_dimensions[row].height >= 15 for row in range(1, 10))
    inputs = [
        column for column in page["A":"AC"] if page.column_dimensions[column[0].column_letter].number_format == "@"
    ]
    shown = kinds.sheets(campaign=False, filled=())[1].columns
    assert len(inputs) == sum(column.kind is not Kind.COMPUTED for column in shown)


def test_a_long_text_makes_its_row_higher() -> None:
    long = opened(CEREMONY.replace("Họp giao việc", "Họp giao việc cho các cơ quan đơn vị " * 6))["Công việc"]
    assert long.row_dimensions[2].height == pytest.approx(15 * 6 + 3, abs=15)


def test_a_long_text_beside_the_printed_columns_leaves_its_row_as_it_is() -> None:
    item = "title: Khai mạc, lead: vp"
    long = CEREMONY.replace(item, f'{item}, words: "{"Kính thưa các đồng chí, " * 40}"')
    heights = [opened(text)["Chương trình"].row_dimensions[2].height for text in (CEREMONY, long)]
    assert long != CEREMONY
    assert heights[0] == heights[1]


def test_drop_downs_offer_agencies_phases_and_words_and_force_nothing() -> None:
    rules = {str(rule.sqref): rule for rule in opened()["Công việc"].data_validations.dataValidation}
    lead, phase, part = rules["C2:C509"], rules["K2:K509"], rules["L2:L509"]
    assert lead.formula1 == "OFFSET('Cơ quan'!$M$2,0,0,MAX(1,COUNTA('Cơ quan'!$A$2:$A$1000)),1)"
    assert phase.formula1 == "OFFSET('Nhóm việc'!$B$2,0,0,MAX(1,COUNTA('Nhóm việc'!$A$2:$A$1000)),1)"
    assert part.formula1 == '"chuẩn bị,trong ngày,sau lễ"'
    assert not any(rule.showErrorMessage for rule in rules.values())
    assert rules["E2:E509"].prompt == "Thời lượng theo giờ làm việc. 1d"


def test_the_gantt_follows_the_rows_of_the_tasks() -> None:
    page = opened()["Gantt"]
    here = "INDEX('Công việc'!$A:$A,ROW()-1)"
    assert page["A3"].value == f'=IF({here}="","",{here})'
    assert (page["D1"].value, page["G2"].value, page["H2"].value) == (
        datetime(2024, 11, 22),
        "=IF(COUNT($D$3:$D$40)=0,$D$1,INT(MIN($D$3:$D$40)))",
        "=G2+1",
    )
    marked, coloured = page.conditional_formatting
    assert [rule.formula[0] for rule in marked.rules] == ['$F3="chưa tính lại"']
    assert [rule.formula[0] for rule in coloured.rules] == [
        'AND(ISNUMBER($D3),G$2+1>INT($D3),G$2<=INT(MAX($D3,$E3-1/1440)),$F3="chưa tính lại")',
        'AND(ISNUMBER($D3),G$2+1>INT($D3),G$2<=INT(MAX($D3,$E3-1/1440)),$F3<>"")',
        "AND(ISNUMBER($D3),G$2+1>INT($D3),G$2<=INT(MAX($D3,$E3-1/1440)))",
        "AND(G$2<=$D$1,G$2+1>$D$1)",
        'OR(AND(MID("0000011",WEEKDAY(G$2,2),1)="1",COUNTIF($AD$3:$AD$4,G$2)=0),COUNTIF($AC$3:$AC$68,G$2)>0)',
    ]
    assert page.print_area == "'Gantt'!$A$1:$AB$10"


def test_the_gantt_says_how_many_tasks_it_does_not_draw(monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened()["Gantt"]["A1"].value == "Tính lúc xuất; sửa xong chạy runbook export để tính lại"
    monkeypatch.setattr(gantt, "MOST_LINES", 5)
    root = nodes(CEREMONY)
    page = openpyxl.load_workbook(io.BytesIO(writing.written(root, plan(built(root)))))["Gantt"]
    assert page["A1"].value.endswith(". Chỉ vẽ 5 việc đầu; 3 việc sau không có trên trang này")
    assert page.print_area == "'Gantt'!$A$1:$AB$7"


def test_the_gantt_knows_holidays_and_saturdays_that_are_worked() -> None:
    """2024 has 29/4 swapped with Saturday 4/5, and the ceremony a day off of its own, which stays as it is typed."""
    page = opened()["Gantt"]
    found = ([cell.value for cell in page[letter][2:] if cell.value] for letter in ("AC", "AD"))
    off, worked = ([day.date() for day in days if isinstance(day, datetime)] for days in found)
    assert {date(2024, 9, 2), date(2024, 4, 29)} <= set(off)
    assert date(2024, 11, 19) not in off
    first = page.cell(3 + len(off), openpyxl.utils.column_index_from_string("AC")).value
    assert first.startswith("=IF(INDEX('Ngày nghỉ'!$B:$B,2)=\"làm bù\",0,IFERROR(DATE(")
    assert date(2024, 5, 4) in worked
    hidden = [letter for letter, column in page.column_dimensions.items() if column.hidden]
    assert (hidden[0], len(hidden)) == ("AC", 21)


def test_a_long_plan_has_columns_of_weeks() -> None:
    page = opened(CEREMONY.replace("start: 11/11/2024", "start: 11/01/2024"))["Gantt"]
    assert page["H2"].value == "=G2+7"


def test_the_matrix_says_who_leads_and_who_supports() -> None:
    page = opened()["Ma trận"]
    title = "Nội dung\n(Tính lúc xuất; sửa xong chạy runbook export để tính lại)"
    assert [cell.value for cell in page[1]] == [
        "Mã",
        title,
        "Nhóm việc",
        "Thay đổi",
        "VP",
        "Công an",
        "Các xã",
        None,
        None,
    ]
    rows = {row[0].value: [cell.value for cell in row[4:7]] for row in page.iter_rows(min_row=2)}
    assert rows["A4"] == ["PH", "CT", "PH"]


@pytest.mark.parametrize(
    "text", ["=1+1", "=cmd|'/c calc'!A1", "+84 24", "-x", "@SUM(1)", "#N/A", "1.10", "3/4", "_x000D_"]
)
def test_a_text_stays_a_text(text: str) -> None:
    data = written(CEREMONY.replace("Họp giao việc", '"' + text + '"'))
    cell = openpyxl.load_workbook(io.BytesIO(data))["Công việc"]["B2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.quotePrefix == (text[0] in "=+-@")
    assert fine(read(data)).task("A1").title == text


def test_an_agency_goes_by_any_of_its_names() -> None:
    names = ["vp", "Văn phòng", "VĂN PHÒNG", "vp ", "Văn\u00a0phòng", "Va\u0306n phòng"]
    leads = [fine(read(with_cells({task("lead", 2): name}))).task("A1").lead for name in names]
    assert leads == ["vp"] * len(names)


def test_a_name_of_two_agencies_names_neither_and_is_not_written() -> None:
    text = CEREMONY.replace("Công an}", "Công an, short: VP}")
    assert opened(text)["Công việc"]["C2"].value == "vp"
    assert read(with_cells({task("lead", 2): "VP"}, text)).codes == ["unknown-agency"]


def test_names_with_commas_stand_in_lists() -> None:
    text = CEREMONY.replace("xa: {name: Các xã,", 'xa: {name: "Các xã, phường; đặc khu", short: "Xã, phường",')
    assert opened(text)["Công việc"]["D7"].value == "VP; Xã, phường"
    assert fine(read(written(text))).task("A4").support == ("vp", "xa")
    assert fine(read(with_cells({task("support", 7): "vp, xa"}, text))).task("A4").support == ("vp", "xa")


@pytest.mark.parametrize(
    ("key", "value", "minutes"),
    [("work", 2, 960), ("work", 1.5, 720), ("work", "3", 1440), ("work", "0,5", 240), ("work", "2 ngày", 960)],
)
def test_a_bare_number_has_the_unit_of_its_column(key: str, value: object, minutes: int) -> None:
    assert fine(read(with_cells({task(key, 2): value}))).task("A1").minutes == minutes


def test_minutes_of_the_programme_may_be_numbers_or_lengths_of_time() -> None:
    cells = {cell_of(layout.PROGRAMME, "length", 2): 45, cell_of(layout.PROGRAMME, "length", 3): timedelta(minutes=75)}
    found = fine(read(with_cells(cells)))
    assert [found.task(name).minutes for name in ("p1", "p2")] == [45, 75]


def test_days_and_times_may_be_cells_of_that_type() -> None:
    cells: dict[str, object] = {
        "Sự kiện!B15": date(2024, 11, 21),
        "Sự kiện!B18": datetime(2024, 11, 12, 13, 30),
        cell_of(layout.HOLIDAYS, "day", 2): datetime(2024, 11, 20),
        cell_of(layout.PROGRAMME, "at", 3): time(9, 30),
        task("not_before", 2): datetime(2024, 11, 13, 9, 0),
    }
    found = fine(read(with_cells(cells)))
    typed = CEREMONY.replace("chosen: 22/11", "chosen: 21/11").replace("11/11/2024 08:00", "12/11/2024 13:30")
    typed = typed.replace("day: 19/11", "day: 20/11").replace("Bế mạc,", "Bế mạc, at: 09:30,")
    typed = typed.replace("Họp giao việc,", "Họp giao việc, not_before: 13/11/2024 09:00,")
    assert comparable(found) == comparable(built(nodes(typed)))


def test_columns_may_stand_in_any_order_and_be_headed_in_either_language() -> None:
    def edit(book: Any) -> None:
        page = book["Công việc"]
        rows = [[cell.value for cell in row] for row in page.iter_rows()]
        order = sorted(range(len(rows[0])), key=lambda number: -number)
        page.delete_rows(1, page.max_row)
        titles = [layout.TASKS.columns[number].title("en").upper() for number in order]
        page.append([])
        page.append(["Danh mục việc của lễ thử"])
        page.append(titles)
        for row in rows[1:]:
            page.append([])
            page.append([row[number] for number in order])
        page.title = "TASKS"
        book["Cơ quan"].title = "co quan"

    assert comparable(fine(read(edited(edit)))) == comparable(built(nodes(CEREMONY)))


def test_sheets_and_columns_that_are_empty_may_be_left_out() -> None:
    text = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\n"

    def edit(book: Any) -> None:
        for title in book.sheetnames:
            if title != "Sự kiện":
                del book[title]

    assert comparable(fine(read(edited(edit, text)))) == comparable(built(nodes(text)))


def test_a_task_added_below_is_planned() -> None:
    cells = {task("id", 10): "A5", task("title", 10): "In tài liệu", task("lead", 10): "Công an"}
    cells |= {task("work", 10): "2", task("after", 10): "A4"}
    found = fine(read(with_cells(cells)))
    added = found.task("A5")
    assert (added.title, added.lead, added.minutes, added.part.value) == ("In tài liệu", "ca", 960, "tasks")
    assert found.links[-1] == Link("A4", "A5")


def test_a_step_added_to_a_chain_comes_in_the_order_of_rows() -> None:
    cells = {task("id", 10): "C3", task("chain", 10): "C", task("act", 10): "Tiếp thu", task("work", 10): "1d"}
    found = fine(read(with_cells(cells)))
    assert [one.id for one in found.tasks if one.chain] == ["C1", "C2", "C3"]


def test_no_heading_of_a_sheet_names_two_columns() -> None:
    for sheet in (*layout.SHEETS, layout.FORM):
        names = [name for column in sheet.columns for name in column.names]
        assert len(names) == len(set(names)), sheet.key
    titles = [folded(title) for sheet in layout.SHEETS for title in sheet.names]
    assert len(titles) == len(set(titles))


def test_every_key_of_the_format_has_a_column() -> None:
    from runbook.format import AGENCY, CEREMONY, CONTACT, DAY_OFF, DECISION, WORKTIME
    from runbook.format.occasion import CAMPAIGN, DATE, OCCASION, PEAK, PLAN, VENUE
    from runbook.format.resources import RESOURCE, SAVING
    from runbook.format.tasks import CHAIN, DUTY, ITEM, STEP, TASK

    lists = {"contacts", "approval", *(sheet.key for sheet in layout.SHEETS), "day", "during", "after"}
    lists |= {"plan", "date", "campaign", "venue"}
    sections = {
        layout.TASKS: (TASK, CHAIN, STEP, DUTY),
        layout.RESOURCES: (RESOURCE,),
        layout.SAVINGS: (SAVING,),
        layout.PEAKS: (PEAK,),
        layout.OCCASIONS: (OCCASION,),
        layout.PROGRAMME: (ITEM,),
        layout.AGENCIES: (AGENCY,),
        layout.CONTACTS: (CONTACT,),
        layout.WORKTIMES: (WORKTIME,),
        layout.HOLIDAYS: (DAY_OFF,),
        layout.DECISIONS: (DECISION,),
    }
    for sheet, held in sections.items():
        keys = {field.key for section in held for field in section.fields}
        assert keys - set(sheet.by_key) <= {"contacts", "approval"}
    form = set(layout.OCCASION.by_key)
    assert {key for key in CEREMONY.by_key if key not in form} <= lists
    for name, section in (("plan", PLAN), ("date", DATE), ("campaign", CAMPAIGN), ("venue", VENUE)):
        assert {f"{name}.{key}" for key in section.by_key} - {"campaign.peaks"} <= form


def test_more_than_a_workbook_holds_is_refused() -> None:
    tasks = "".join(f"  t{number}: {{title: Việc, lead: a}}\n" for number in range(10_000))
    head = "ceremony: le\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {a: A}\ntasks:\n"
    root = nodes(head + tasks)
    with pytest.raises(writing.TooLargeError) as refused:
        writing.written(root, plan(built(root)))
    assert (refused.value.what, refused.value.limit) == ("rows", 9_999)


def test_a_workbook_that_would_not_be_read_again_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_UNPACKED", 100_000)
    root = nodes(CEREMONY)
    with pytest.raises(writing.TooLargeError) as refused:
        writing.written(root, plan(built(root)))
    assert (refused.value.what, refused.value.limit) == ("unpacked", 100_000)


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.yaml"
    path.write_bytes(written())
    loaded = load(path, ("A1.work=2d",))
    assert loaded.problems == ()
    assert loaded.ceremony is not None
    assert loaded.ceremony.task("A1").minutes == 960
    same = tmp_path / "van-ban.xlsx"
    same.write_text(loaded.sources["ke-hoach.yaml"], encoding="utf-8")
    again = load(same, ("A1.work=2d",)).ceremony
    assert again is not None
    assert comparable(again)[0] == comparable(loaded.ceremony)[0]
    assert [is_workbook(path.read_bytes()), is_workbook(same.read_bytes())] == [True, False]


def test_the_conference_is_the_same_from_its_workbook() -> None:
    assert comparable(fine(read(written(EVENT)))) == comparable(built(nodes(EVENT)))


@given(st.datetimes(datetime(1900, 1, 1), datetime(2200, 12, 31)), st.booleans())
def test_days_are_read_as_the_writing_library_counts_them(moment: datetime, mac: bool) -> None:
    minute = moment.replace(second=0, microsecond=0)
    ours, theirs = (numbers.EPOCH_1904, CALENDAR_MAC_1904) if mac else (numbers.EPOCH, CALENDAR_WINDOWS_1900)
    days = to_excel(minute, theirs)  # type: ignore[no-untyped-call]
    assume(days >= 1)  # less is a time of day
    clock = f" {minute:%H:%M}" if minute.time() != time() else ""
    assert numbers.read(repr(days), "date", ours) == (f"{minute:%d/%m/%Y}{clock}", "date")


@pytest.mark.parametrize(
    ("code", "kind"),
    [("dd/mm/yyyy", "date"), ("[$-42A]dd mmmm yyyy", "date"), ("[h]:mm", "length"), ("0.0%", "percent")]
    + [(code, "number") for code in ("General", "0.00", '"ngày" 0', '#,##0 "đ"', "[Red]0", "@", "_-* #,##0_-")],
)
def test_what_a_format_makes_of_a_number(code: str, kind: str) -> None:
    assert numbers.style("170", {"170": code}) == kind
    assert is_date_format(code) == (kind in ("date", "length"))
