"""The form of Decree 30/2020/NĐ-CP, Appendix I, and the form of Party bodies: sizes, margins, number, date, names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from runbook.render.word.decree30 import DECREE_30, Form
from runbook.render.word.letterhead import (
    Letterhead,
    letterhead,
    name_lines,
    number_of,
)
from runbook.render.word.numerals import ranges, roman
from runbook.render.word.party import PARTY
from runbook.render.word.timetable import timetable
from runbook.reports.official import full_date, is_party, short_date, spelt_out
from tests.page_samples import SMALL
from tests.word_reading import W, attributes, outline, parts, root, styled, table
from tests.word_samples import UNNUMBERED, conference, planned

POINT, MILLIMETRE = 20, 1440 / 25.4  # in twentieths of a point


def style(docx: bytes, name: str) -> Any:
    return next(one for one in root(docx, "styles").findall(f"{W}style") if one.get(f"{W}styleId") == name)


def letters(docx: bytes, name: str) -> str:
    """The size in points and the marks of a style: "13 b"."""
    found = style(docx, name).find(f"{W}rPr")
    marks = [mark for mark in "biu" if found.find(f"{W}{mark}") is not None]
    return " ".join([f"{int(found.find(f'{W}sz').get(f'{W}val')) / 2:g}", *marks])


def test_sizes_of_the_decree() -> None:
    written = timetable(conference(), "vi")
    names = [one.get(f"{W}styleId") for one in root(written, "styles").findall(f"{W}style")]
    sizes = {name: letters(written, name) for name in names if style(written, name).find(f"{W}rPr") is not None}
    assert sizes == {
        "Nation": "13 b",
        "Motto": "14 b",
        "Superior": "13",
        "Agency": "13 b",
        "Number": "13",
        "PlaceDate": "14 i",
        "Title": "14 b",
        "Subtitle": "14 b",
        "Basis": "14 i",
        "BodyText": "14",
        "Heading1": "14 b",
        "Heading2": "14 b",
        "Post": "14 b",
        "Signer": "14 b",
        "Recipients": "12 b i",
        "Recipient": "11",
        "Appendix": "14 b",
        "AppendixTitle": "14 b",
        "Attached": "13 i",
        "Cell": "12",
        "CellCentre": "12",
        "CellHead": "12 b",
        "CellGroup": "12 b",
        "CellNote": "11 i",
        "Header": "13",
        "Warning": "12 b",
        "Rule": "1",
        "Gap": "1",
        "Spacer": "1",
    }


@pytest.mark.parametrize("name", ["BodyText", "Basis", "Heading1", "Heading2"])
def test_the_text_is_justified_indented_and_spaced_as_the_decree_has_it(name: str) -> None:
    shape = style(timetable(conference(), "vi"), name).find(f"{W}pPr")
    assert attributes(shape.find(f"{W}spacing")) == {
        "before": str(6 * POINT),
        "after": "0",
        "line": "264",  # 1.1 lines of 240
        "lineRule": "auto",
    }
    assert attributes(shape.find(f"{W}ind")) == {"firstLine": str(round(12.7 * MILLIMETRE))}
    assert attributes(shape.find(f"{W}jc")) == {"val": "both"}


def test_paper_margins_and_page_numbers() -> None:
    """A4 upright with 20, 20, 30 and 15 mm; the appendix is the same sheet turned, its binding edge on top."""
    written = timetable(conference(), "vi")
    upright, turned = root(written).iter(f"{W}sectPr")
    assert attributes(upright.find(f"{W}pgSz")) == {"w": "11906", "h": "16838"}
    assert attributes(turned.find(f"{W}pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    sides = ("top", "right", "bottom", "left")
    assert [_margins(one, sides) for one in (upright, turned)] == [[20, 15, 20, 30], [30, 20, 15, 20]]
    for section in (upright, turned):
        assert attributes(section.find(f"{W}pgNumType")) == {"start": "1"}
        assert section.find(f"{W}titlePg") is not None
        assert section.find(f"{W}type").get(f"{W}val") == "nextPage"
        assert [one.get(f"{W}type") for one in section.findall(f"{W}headerReference")] == ["default"]
        assert int(section.find(f"{W}pgMar").get(f"{W}header")) == round(10 * MILLIMETRE)
    assert b"PAGE" in parts(written)["word/header1.xml"]
    assert attributes(style(written, "Header").find(f"{W}pPr/{W}jc")) == {"val": "center"}


def _margins(section: Any, sides: tuple[str, ...]) -> list[int]:
    return [round(int(section.find(f"{W}pgMar").get(f"{W}{side}")) / MILLIMETRE) for side in sides]


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2024, 11, 8), "ngày 08 tháng 11 năm 2024", "08/11/2024"),
        (date(2020, 3, 5), "ngày 05 tháng 3 năm 2020", "05/3/2020"),
        (date(2025, 1, 31), "ngày 31 tháng 01 năm 2025", "31/01/2025"),
        (date(2025, 2, 9), "ngày 09 tháng 02 năm 2025", "09/02/2025"),
        (date(2024, 9, 10), "ngày 10 tháng 9 năm 2024", "10/9/2024"),
        (date(2024, 10, 10), "ngày 10 tháng 10 năm 2024", "10/10/2024"),
    ],
)
def test_a_zero_before_days_below_ten_and_before_january_and_february_alone(day: date, long: str, short: str) -> None:
    assert (full_date(day, "vi"), short_date(day)) == (long, short)


@pytest.mark.parametrize(
    ("number", "symbol", "form", "written"),
    [
        ("324 /KH-UBND", "", DECREE_30, "324/KH-UBND"),
        ("5/KH-UBND", "", DECREE_30, "05/KH-UBND"),
        ("101-HD/BTGTU", "", PARTY, "101-HD/BTGTU"),
        ("", "KH-UBND", DECREE_30, "/KH-UBND"),
        ("", "", DECREE_30, "/KH-"),
        ("", "", PARTY, "-KH/"),
        ("do văn thư ghi", "", DECREE_30, "do văn thư ghi"),
    ],
)
def test_a_number_is_written_without_blanks_and_with_two_figures(
    number: str, symbol: str, form: Form, written: str
) -> None:
    assert number_of(Letterhead(number=number, symbol=symbol), form).strip("\u00a0") == written


def test_number_and_date_of_a_document_that_carries_a_plan_out_are_left_to_the_registry() -> None:
    written = timetable(conference(), "vi")
    assert styled(written, "Number") == ["Số: /KH-UBND"]
    assert styled(written, "PlaceDate") == ["Hà Nội, ngày tháng năm 2024"]
    assert "\u00a0" * 5 in "".join(one.text for one in root(written).iter(f"{W}t"))
    assert styled(written, "Attached") == [
        "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2024 của Ủy ban nhân dân thành phố Hà Nội)"
    ]


def test_number_and_date_once_given_stand_in_heading_and_appendix() -> None:
    letter = replace(letterhead(conference(), "vi"), number="9/KH-UBND", day=date(2024, 11, 8), superior="Chính phủ")
    written = timetable(conference(), "vi", letter=letter)
    assert styled(written, "Superior") == ["CHÍNH PHỦ"]
    assert styled(written, "Number") == ["Số: 09/KH-UBND"]
    assert styled(written, "PlaceDate") == ["Hà Nội, ngày 08 tháng 11 năm 2024"]
    assert styled(written, "Attached") == [
        "(Kèm theo Kế hoạch số 09/KH-UBND ngày 08 tháng 11 năm 2024 của Ủy ban nhân dân thành phố Hà Nội)"
    ]


def test_a_plan_without_a_number_is_the_document_itself_with_its_own_date() -> None:
    dated = UNNUMBERED.replace("plan: {", "plan: {date: 05/3/2024, title: Tổ chức Lễ kỷ niệm của quận, ")
    written = timetable(planned(dated), "vi")
    assert styled(written, "PlaceDate") == ["Ba Đình, ngày 05 tháng 3 năm 2024"]
    assert styled(written, "Subtitle") == ["Tổ chức Lễ kỷ niệm của quận"]
    assert styled(written, "Basis") == []
    assert "Ủy ban nhân dân quận Ba Đình ban hành Kế hoạch tổ chức Lễ kỷ niệm của quận, cụ thể như sau:" in outline(
        written
    )


def test_the_heading_block_of_a_state_body() -> None:
    assert table(timetable(conference(), "vi"), 0) == [
        ["ỦY BAN NHÂN DÂN|THÀNH PHỐ HÀ NỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc"],
        ["Số: /KH-UBND", "Hà Nội, ngày tháng năm 2024"],
    ]


def test_the_heading_block_of_a_party_body() -> None:
    text = SMALL.replace(
        "number: 12/KH-UBND, date: 01/11/2024, issuer: UBND Thành phố",
        "number: 101-KH/TU, issuer: Thành ủy Hà Nội, signer: Phó Bí thư Nguyễn Văn A",
    )
    written = timetable(planned(text), "vi", PARTY)
    assert table(written, 0) == [
        ["THÀNH ỦY HÀ NỘI|*", "ĐẢNG CỘNG SẢN VIỆT NAM"],
        ["Số -KH/TU", "Hà Nội, ngày tháng năm 2024"],
    ]
    assert styled(written, "Post")[:3] == ["T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", "PHÓ BÍ THƯ"]
    assert styled(written, "Signer") == ["Nguyễn Văn A"]
    assert (letters(written, "Nation"), letters(written, "Title"), letters(written, "Recipients")) == (
        "15 b",
        "16 b",
        "14 u",
    )
    assert not outline(written)[-1].endswith("./.")


@pytest.mark.parametrize(
    ("issuer", "party"),
    [
        *((f"{level} ủy An Bình", True) for level in ("Thành", "Tỉnh", "Quận", "Huyện", "Thị", "Đảng")),
        ("Thành uỷ Hà Nội", True),
        ("Ban Tuyên giáo Thành ủy Hà Nội", True),
        ("Văn phòng Tỉnh ủy", True),
        ("Ban Chấp hành Đảng bộ tỉnh An Bình", True),
        ("Chi bộ Trường Trung học phổ thông An Bình", True),
        ("Ban Tuyên giáo và Dân vận Trung ương", True),
        ("Ban Chấp hành Trung ương Đảng", True),
        ("Ban Thi đua - Khen thưởng Trung ương", False),
        ("Ban Chỉ đạo Trung ương về phòng, chống thiên tai", False),
        ("Ban Chấp hành Trung ương Đoàn", False),
        ("Sở Văn hóa, Thể thao và Du lịch", False),
        ("Ủy ban nhân dân thành phố Hà Nội", False),
        ("Thành ủy Hà Nội, Ủy ban nhân dân thành phố Hà Nội", False),
        ("", False),
    ],
)
def test_who_issues_documents_in_the_form_of_the_party(issuer: str, party: bool) -> None:
    assert is_party(issuer) is party


def test_the_lines_of_the_heading_have_their_length() -> None:
    """Under the motto as long as it, under the agency's name a third to a half of it, whatever is typed there."""
    written = timetable(conference(), "vi")
    widths = [65, 100]
    rules = [one for one in root(written).iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Rule"]
    lengths = [
        round(width - 2 * int(rule.find(f"{W}pPr/{W}ind").get(f"{W}left")) / MILLIMETRE, 1)
        for rule, width in zip(rules, widths, strict=False)
    ]
    assert lengths == [19.1, 60.5]


@pytest.mark.parametrize(
    ("name", "lines", "place"),
    [
        ("UBND thành phố Hà Nội", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"), "Hà Nội"),
        ("HĐND quận 1", ("HỘI ĐỒNG NHÂN DÂN", "QUẬN 1"), "Quận 1"),
        ("Ủy ban nhân dân xã Tân Lập", ("ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP"), "Tân Lập"),
        ("UBND Thành phố", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ"), "…"),
        ("Thành ủy Hà Nội", ("THÀNH ỦY HÀ NỘI",), "Hà Nội"),
        ("Sở Văn hóa và Thể thao", ("SỞ VĂN HÓA VÀ THỂ THAO",), "…"),
        ("Đảng ủy xã Tân Lập", ("ĐẢNG ỦY XÃ TÂN LẬP",), "…"),
        ("", ("TÊN CƠ QUAN BAN HÀNH",), "…"),
    ],
)
def test_the_issuing_agency_in_capitals_and_its_place(name: str, lines: tuple[str, ...], place: str) -> None:
    issued = SMALL.replace("issuer: UBND Thành phố", f"issuer: {name}" if name else "signer: Ai đó")
    written = timetable(planned(issued), "vi")
    assert tuple(styled(written, "Agency")) == lines
    assert styled(written, "PlaceDate")[0].split(",")[0].strip("…") == place.strip("…")
    assert name_lines(spelt_out(name)) == (lines if name else ())


@pytest.mark.parametrize(
    ("issuer", "signer", "post", "name"),
    [
        ("UBND thành phố Hà Nội", "Chủ tịch Trần Sỹ Thanh", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Trần Sỹ Thanh"),
        (
            "UBND thành phố Hà Nội",
            "Phó Chủ tịch Hà Minh Hải",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            "Hà Minh Hải",
        ),
        ("Sở Thông tin", "Phó Giám đốc Ngô Đình Tiến", ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "Ngô Đình Tiến"),
        ("Sở Thông tin", "Ngô Đình Tiến", ["CHỨC VỤ CỦA NGƯỜI KÝ"], "Ngô Đình Tiến"),
        ("Sở Thông tin", "", ["CHỨC VỤ CỦA NGƯỜI KÝ"], "Họ và tên"),
    ],
)
def test_who_signs_in_whose_name(issuer: str, signer: str, post: list[str], name: str) -> None:
    signed = f"issuer: {issuer}" + (f", signer: {signer}" if signer else "")
    written = timetable(planned(SMALL.replace("issuer: UBND Thành phố", signed)), "vi")
    assert styled(written, "Post") == [*post, "", "", "", ""]
    assert styled(written, "Signer") == [name]


def test_parts_are_numbered_as_officials_number_them() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 49, 90, 400, 1999)] == [
        *("I", "IV", "IX", "XIV", "XLIX", "XC", "CD", "MCMXCIX"),
    ]
    assert (ranges([7, 1, 2, 3, 5]), ranges([1, 2]), ranges([])) == ("1-3, 5, 7", "1, 2", "")
