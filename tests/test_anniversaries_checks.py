"""A ceremony against the class of its year, and a number of years against its days: warned of, never refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook import checks
from runbook.anniversaries.naming import is_ceremony, of_the_state, titled
from runbook.files.listing import listed
from runbook.problems import message
from runbook.schedule import plan
from tests.reading import ceremony

BODY = """
date: 22/11/2024
hours: 08:30-10:30
agencies: {a: Cơ quan A}
tasks:
  E1: {title: Họp giao việc, lead: a, work: 1d}
"""
PROVINCE = "{name: Ngày thành lập tỉnh Bắc Giang, first: 10/10/1895, day: 10/10/2024}"


def told(title: str, *occasions: str) -> list[str]:
    """What is said about anniversaries of a ceremony with that title."""
    stated = f"occasions: [{', '.join(occasions)}]\n" if occasions else ""
    found = checks.warnings(plan(ceremony(f"ceremony: le\ntitle: {title}\n{stated}{BODY}")))
    return [message(one, "vi") for one in found]


def against(name: str, years: int) -> str:
    return (
        f"“{name}”: {years} năm không phải là năm tròn, không tổ chức lễ kỷ niệm (Nghị định 111/2018/NĐ-CP, Điều 4 "
        "khoản 3 và Điều 9 khoản 2)"
    )


def great(name: str, years: int) -> str:
    return (
        f"“{name}”: {years} năm không phải là năm tròn; ngày lễ lớn có lễ kỷ niệm cấp quốc gia vào năm tròn, các năm "
        "khác thì viếng, tưởng niệm, hoạt động ở địa phương (Nghị định 145/2013/NĐ-CP, chương II)"
    )


def unlike(name: str, said: int, years: int) -> str:
    return f"tên buổi lễ ghi {said} năm, nhưng “{name}” tính từ ngày gốc đến ngày kỷ niệm là {years} năm"


@pytest.mark.parametrize(
    ("title", "occasions", "expected"),
    [
        (
            "Lễ kỷ niệm 129 năm Ngày thành lập tỉnh Bắc Giang",
            (PROVINCE,),
            [against("Ngày thành lập tỉnh Bắc Giang", 129)],
        ),
        (
            "Lễ kỷ niệm 129 năm Ngày thành lập tỉnh Bắc Giang (10/10/1895 - 10/10/2024)",
            (),
            [against("Ngày thành lập tỉnh Bắc Giang", 129)],
        ),
        (
            "TỔ CHỨC LỄ KỈ NIỆM LẦN THỨ 65 NGÀY TRUYỀN THỐNG BỘ ĐỘI BIÊN PHÒNG (3/3/1959 – 3/3/2024)",
            (),
            [against("NGÀY TRUYỀN THỐNG BỘ ĐỘI BIÊN PHÒNG", 65)],
        ),
        (
            "Mít tinh kỷ niệm ngày thành lập",
            ("{name: Ngày thành lập Sở Y tế, years: 69}",),
            [against("Ngày thành lập Sở Y tế", 69)],
        ),
        ("Lễ kỷ niệm 130 năm Ngày thành lập tỉnh Bắc Giang (10/10/1895 - 10/10/2025)", (), []),
        ("Hội thảo 129 năm Ngày thành lập tỉnh Bắc Giang (10/10/1895 - 10/10/2024)", (), []),
        ("Hội nghị tổng kết Lễ kỷ niệm 129 năm Ngày thành lập tỉnh Bắc Giang (10/10/1895 - 10/10/2024)", (), []),
        (
            "Lễ kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2024)",
            (),
            [great("Ngày thành lập Đảng Cộng sản Việt Nam", 94)],
        ),
        (
            "Mít tinh kỷ niệm 75 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/2020)",
            (),
            [great("Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 75)],
        ),
        (
            "Lễ kỷ niệm 97 năm Ngày thành lập Đảng Cộng sản Việt Nam",
            ("{name: Ngày thành lập Đảng Cộng sản Việt Nam, first: 03/02/1930}",),
            [great("Ngày thành lập Đảng Cộng sản Việt Nam", 97)],
        ),
        ("Lễ kỷ niệm 70 năm Chiến thắng Điện Biên Phủ (07/5/1954 - 07/5/2024)", (), []),
        ("Lễ kỷ niệm 49 năm Ngày thành lập Đảng bộ huyện (3/2/1975 - 3/2/2024)", (), []),
        ("Lễ kỷ niệm 94 năm Ngày thành lập Hội Nông dân Việt Nam (14/10/1930 - 14/10/2024)", (), []),
        ("Lễ kỷ niệm 42 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2024)", (), []),
        ("Lễ kỷ niệm 71 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2025)", (), []),
        (
            "Hội nghị tổng kết kỷ niệm 60 năm Ngày Giải phóng Thủ đô (10/10/1954 - 10/10/2024)",
            (),
            [unlike("Ngày Giải phóng Thủ đô", 60, 70)],
        ),
        (
            "Đợt thi đua chào mừng 71 năm Giải phóng Thủ đô",
            ("{name: Ngày Giải phóng Thủ đô, first: 10/10/1954, day: 10/10/2024}",),
            [unlike("Ngày Giải phóng Thủ đô", 71, 70)],
        ),
        (
            "Gặp mặt 80 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2024) và 34 năm Ngày hội "
            "Quốc phòng toàn dân (22/12/1989 - 22/12/2024)",
            (),
            [unlike("Ngày hội Quốc phòng toàn dân", 34, 35)],
        ),
        (
            "Lễ kỷ niệm 130 năm Ngày thành lập tỉnh Bắc Giang (10/10/1895 - 10/10/2024)",
            (PROVINCE,),
            [against("Ngày thành lập tỉnh Bắc Giang", 129), unlike("Ngày thành lập tỉnh Bắc Giang", 130, 129)],
        ),
        ("Lễ kỷ niệm 129 năm (31/2/1895 - 31/2/2024) Ngày thành lập tỉnh", (), []),
        ("Lễ kỷ niệm Ngày thành lập tỉnh", (), []),
    ],
)
def test_what_is_said_of_a_title(title: str, occasions: tuple[str, ...], expected: list[str]) -> None:
    assert told(title, *occasions) == expected


def test_whose_day_it_is_is_read_from_its_name() -> None:
    """The names of the shipped list are those of state bodies where its scope says so."""
    ruled = {one.name for one in listed().anniversaries if one.kind.value in ("founding", "traditional")}
    state = {one.name for one in listed().anniversaries if one.scope.value in ("sector", "province")}
    assert {name for name in ruled if of_the_state(name)} == ruled & state


@given(st.text(alphabet="năm kỷ niệm 0123456789()/-–lần thứ", max_size=80))
def test_any_title_is_read(title: str) -> None:
    assert all(one.first and one.day for one in titled(title))
    assert is_ceremony(title) in (True, False)
