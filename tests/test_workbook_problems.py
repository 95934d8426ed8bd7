"""What a workbook gets wrong is told with its sheet and cell, in the form of a problem in a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from runbook.problems import message, remedy, shown
from runbook.text import LANGUAGES
from runbook.text.workbook_words import WORDS
from runbook.workbook import reading
from tests.test_workbook_hostile import HOSTILE
from tests.workbooks import FILE, edited, read, with_cells, with_parts, written

T, A, S = "Công việc", "Cơ quan", "Sự kiện"

WEEKDAYS: dict[str, object] = {
    f"Giờ làm việc!{cell}": text
    for row, days in ((2, "T2-T6"), (3, "T6; T7"))
    for cell, text in ((f"A{row}", "vp"), (f"B{row}", days), (f"C{row}", "08:00-12:00"))
}
# What is typed where; the problem, its cell, what of the cell is marked.
Typed = tuple[dict[str, object], str, str, str]
TYPED: dict[str, Typed] = {
    "a duration": ({f"{T}!E5": "nhanh"}, "bad-duration", f"trang {T}, ô E5", "nhanh"),
    "a lead": ({f"{T}!C2": "Văn phong"}, "", "", ""),
    "an unknown lead": ({f"{T}!C2": "Sở Y tế"}, "unknown-agency", f"trang {T}, ô C2", "Sở Y tế"),
    "one of several": ({f"{T}!D7": "VP;  Sở Y tế"}, "unknown-agency", f"trang {T}, ô D7", "Sở Y tế"),
    "two leads": ({f"{T}!C2": "VP, Công an"}, "two-leads", f"trang {T}, ô C2", "VP, Công an"),
    "a link": ({f"{T}!F7": "A1; C sau 2h"}, "bad-link", f"trang {T}, ô F7", "C sau 2h"),
    "an unknown task": ({f"{T}!F7": "A1\nA9"}, "unknown-task", f"trang {T}, ô F7", "A9"),
    "a missing title": ({f"{T}!B2": None}, "missing-key", f"trang {T}, ô A2", "A1"),
    "a missing lead": ({f"{T}!C2": None}, "missing-lead", f"trang {T}, ô A2", "A1"),
    "a deadline as a day": ({f"{T}!J2": date(2024, 11, 15)}, "deadline-word", f"trang {T}, ô J2", "15/11/2024"),
    "a moment": ({f"{T}!Q2": "15-11"}, "bad-moment", f"trang {T}, ô Q2", "15-11"),
    "a day": ({f"{S}!B15": "32/11/2024"}, "no-such-day", f"trang {S}, ô B15", "32/11/2024"),
    "a month first": ({f"{S}!B15": "11/22/2024"}, "month-first", f"trang {S}, ô B15", "11/22/2024"),
    "a number for a day": ({f"{S}!B15": 45618}, "bad-day", f"trang {S}, ô B15", "45618"),
    "no title": ({f"{S}!B3": None}, "empty-value", f"trang {S}, ô B3", ""),
    "a word": ({f"{T}!N5": "nháp"}, "bad-act", f"trang {T}, ô N5", "nháp"),
    "yes or no": ({f"{A}!D2": "ừ"}, "bad-yes-no", f"trang {A}, ô D2", "ừ"),
    "an e-mail": ({f"{A}!I2": "vp"}, "bad-email", f"trang {A}, ô I2", "vp"),
    "an id": ({f"{T}!A8": "mã 1"}, "bad-id", f"trang {T}, ô A8", "mã 1"),
    "a sign nobody sees": (
        {f"{T}!B2": "Họp\u202e giao việc"},
        "unreadable-sign",
        f"trang {T}, ô B2",
        "Họp\ufffd giao việc",
    ),
    "a formula": ({f"{T}!E2": "=1+1"}, "workbook-formula", f"trang {T}, ô E2", ""),
    "an error of Excel": ({f"{T}!E2": "#N/A"}, "workbook-error", f"trang {T}, ô E2", "#N/A"),
    "a date in a reference": ({f"{T}!W2": date(2024, 4, 3)}, "workbook-changed", f"trang {T}, ô W2", "03/04/2024"),
    "no id": ({f"{T}!A8": None}, "workbook-empty-cell", f"trang {T}, ô A8", ""),
    "an id again": ({f"{T}!A7": "a1"}, "workbook-twice", f"trang {T}, ô A7", "a1"),
    "an id of the programme": ({"Chương trình!A3": "P1"}, "workbook-twice", "trang Chương trình, ô A3", "P1"),
    "an agency again": ({f"{A}!A7": "vp", f"{A}!B7": "Khác"}, "workbook-twice", f"trang {A}, ô A7", "vp"),
    "a chain": ({f"{T}!M5": "CC"}, "workbook-unknown-chain", f"trang {T}, ô M5", "CC"),
    "a step elsewhere": ({f"{T}!L5": "sau lễ"}, "workbook-other-part", f"trang {T}, ô L5", "sau lễ"),
    "a part": ({f"{T}!L2": "trước lễ"}, "workbook-unknown-part", f"trang {T}, ô L2", "trước lễ"),
    "a kind of day": ({"Ngày nghỉ!B2": "lễ"}, "workbook-unknown-kind", "trang Ngày nghỉ, ô B2", "lễ"),
    "two ways of members": ({f"{A}!G4": "VP", f"{A}!F6": None}, "workbook-members", f"trang {A}, ô F5", "Các xã"),
    "a group": ({f"{A}!F5": "Các phường"}, "unknown-agency", f"trang {A}, ô F5", "Các phường"),
    "a person of nobody": ({"Đầu mối!A2": "Sở Y tế"}, "unknown-agency", "trang Đầu mối, ô A2", "Sở Y tế"),
    "an entry": (
        {f"{S}!A22": "Khách mời", f"{S}!B22": "300"},
        "workbook-unknown-entry",
        f"trang {S}, ô A22",
        "Khách mời",
    ),
    "an entry again": ({f"{S}!A22": "Múi giờ", f"{S}!B22": "UTC"}, "", "", ""),
    "a column": ({f"{T}!AB1": "Kinh phí"}, "workbook-unknown-column", f"trang {T}, ô AB1", "Kinh phí"),
    "a column again": ({f"{T}!AB1": "chủ trì"}, "workbook-column-twice", f"trang {T}, ô AB1", "chủ trì"),
    "weekdays again": (WEEKDAYS, "weekday-twice", "trang Giờ làm việc, ô B3", "T6; T7"),
}


@pytest.mark.parametrize("name", TYPED)
def test_a_problem_names_its_cell_and_marks_what_is_wrong(name: str) -> None:
    cells, code, place, marked = TYPED[name]
    found = read(with_cells(cells))
    assert found.codes == ([code] if code else [])
    if code:
        head, quoted, marks, *_ = found.told[0].split("\n")
        assert head.startswith(f"{FILE}, {place}: ")
        start, end = marks.index("^"), marks.rindex("^") + 1
        assert quoted.split("|")[0].strip() == place.rpartition(" ")[2]
        assert quoted[start:end] == marked.replace("\n", " ") or not marked


def percent(book: Any) -> None:
    book[T]["W2"] = 0.5
    book[T]["W2"].number_format = "0%"


def merged(book: Any) -> None:
    book[T].merge_cells("C2:C4")


def headless(book: Any) -> None:
    book[T].delete_rows(1)


def another_sheet(book: Any) -> None:
    book.create_sheet("Kinh phí")["A1"] = "x"


def two_sheets(book: Any) -> None:
    book.create_sheet("Tasks")


def no_occasion(book: Any) -> None:
    del book[S]


DONE: dict[str, tuple[Callable[[Any], None], str, str]] = {
    "workbook-percent": (percent, FILE, f"trang {T}, ô W2"),
    "workbook-merged": (merged, FILE, f"trang {T}, ô C2"),
    "workbook-no-headings": (headless, FILE, f"trang {T}, ô A1"),
    "workbook-unknown-sheet": (another_sheet, FILE, "trang Kinh phí, ô A1"),
    "workbook-sheet-twice": (two_sheets, FILE, "trang Tasks, ô A1"),
    "workbook-no-sheet": (no_occasion, FILE, ""),
}


@pytest.mark.parametrize("code", DONE)
def test_what_is_wrong_with_a_sheet_is_told(code: str) -> None:
    edit, file, place = DONE[code]
    found = read(edited(edit))
    assert code in found.codes
    told = next(text for one, text in zip(found.codes, found.told, strict=True) if one == code)
    assert told.startswith(f"{file}, {place}: " if place else f"{file}: ")


def test_every_code_of_workbooks_is_tried() -> None:
    codes = {key.removeprefix("problem.").removesuffix(".fix") for key in WORDS if key.startswith("problem.")}
    tried = {code for _, code, _, _ in TYPED.values()} | set(DONE) | {code for _, code in HOSTILE.values()}
    assert codes - tried == set()


def test_a_problem_is_shown_as_in_a_text() -> None:
    assert read(with_cells({f"{T}!E5": "nhanh"})).told == [
        "le-thu.xlsx, trang Công việc, ô E5: lỗi [bad-duration]: “nhanh” không phải là thời lượng.\n"
        "   E5 | nhanh\n"
        "      | ^^^^^\n"
        "  → " + remedy(read(with_cells({f"{T}!E5": "nhanh"})).problems[0], "vi")
    ]


def test_keys_are_told_with_their_headings() -> None:
    (missing,) = read(with_cells({f"{T}!B2": None})).problems
    assert message(missing, "vi") == "Thiếu khóa “title (Nội dung)” ở phần “việc”."
    assert message(missing, "en") == "The key “title (Title)” of “task” is missing."


@pytest.mark.parametrize("language", LANGUAGES)
def test_problems_are_told_by_sheet_row_and_column(language: str) -> None:
    cells: dict[str, object] = {
        f"{T}!E5": "nhanh",
        f"{T}!C2": "Sở Y tế",
        f"{A}!D2": "ừ",
        f"{S}!B15": "x",
        f"{T}!A2": "mã",
        f"{T}!L2": "trước lễ",
        f"{A}!F5": "Các phường",
        f"{A}!D6": "ừ",
    }
    found = read(with_cells(cells))
    words = {"vi": "trang {}, ô {}", "en": "sheet {}, cell {}"}[language]
    order = [(S, "B15"), (T, "A2"), (T, "C2"), (T, "L2"), (T, "E5"), (A, "D2"), (A, "F5"), (A, "D6")]
    heads = [shown(one, found.listing, language).split(": ")[0] for one in found.problems if one.code != "unknown-task"]
    assert heads == [f"{FILE}, {words.format(*place)}" for place in order]


def test_a_workbook_that_is_none_is_told_without_a_cell() -> None:
    found = reading.read(with_parts({"[Content_Types].xml": None}), FILE)
    assert shown(found.problems[0], found.listing, "en") == (
        "le-thu.xlsx: error [workbook-other-kind]: The file is of another kind (.xls, .ods), has a password, or is no "
        "workbook.\n  → Take the password off, and save it as .xlsx (Excel Workbook)."
    )


def test_what_is_shared_between_programs_is_read_alike() -> None:
    """Texts in the shared table, in runs of several looks, with how they are read out, and in formulas' results."""
    data = written()
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1" t="inlineStr"><is><t>Mã</t></is></c>'
        '<c t="inlineStr"><is><r><t>Tên nhóm</t></r><rPh><t>xx</t></rPh><r><t> việc</t></r></is></c></row>'
        '<row><c t="str"><v>chuan-bi</v></c>'
        '<c t="inlineStr"><is><t xml:space="preserve"> Chuẩn_x000D_\nbị </t></is></c></row>'
        '<row r="5"><c r="A5" t="inlineStr"><is><t>hau-can</t></is></c><c r="B5" t="str"><v>Hậu cần</v></c></row>'
        "</sheetData></worksheet>"
    )
    found = read(with_parts({"xl/worksheets/sheet9.xml": sheet.encode()}, data))
    assert found.told == []
    assert found.ceremony is not None
    assert found.ceremony.phases == {"chuan-bi": "Chuẩn\nbị", "hau-can": "Hậu cần"}


def test_a_far_cell_is_named() -> None:
    (told,) = read(with_cells({f"{T}!XFD1048576": "x"})).told
    assert f"trang {T}, ô XFD1048576" in told
