"""Days that a plan leaves open are asked about, not invented."""

from __future__ import annotations

from datetime import date

import pytest

from runbook.draft.document import Document
from runbook.draft.drafting import draft
from runbook.draft.findings import Draft
from runbook.draft.reading import read

HEAD = """ỦY BAN NHÂN DÂN
XÃ TÂN HƯNG
Số: 19/KH-UBND
Tân Hưng, ngày 02 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 69 năm Ngày thành lập xã Tân Hưng (20/5/1957 - 20/5/2026)

"""


def document(*lines: str) -> Document:
    return read((HEAD + "\n".join(lines)).encode(), "plan.txt")


def held(when: str) -> Draft:
    duty = "1. Phòng Kinh tế: chuẩn bị hội trường."
    return draft(document("I. THỜI GIAN", when, "II. TỔ CHỨC THỰC HIỆN", duty))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1 ngày, dự kiến tuần 3 tháng 5/2026.", 15, 21),
        ("Dự kiến tuần thứ 2 của tháng 5/2026.", 8, 14),
        ("Tuần cuối tháng 5/2026.", 25, 31),
        ("Dự kiến cuối tháng 5/2026.", 21, 31),
        ("1 ngày, khoảng giữa tháng 5/2026.", 11, 20),
        ("Đầu tháng 5/2026.", 1, 10),
        ("Trung tuần tháng 5/2026.", 11, 20),
        ("1 ngày, khoảng 25 - 30 tháng 5/2026.", 25, 30),
    ],
)
def test_a_week_or_a_third_of_a_month_leaves_the_day_to_be_chosen(words: str, first: int, last: int) -> None:
    found = held(words)
    window = found.sitting.window if found.sitting else None
    assert window
    assert (window.first, window.last) == (date(2026, 5, first), date(2026, 5, last))
    assert "choose-day" in {one.code for one in found.questions}


def test_a_day_only_foreseen_is_asked_about() -> None:
    found = held("8 giờ 00, dự kiến ngày 20/5/2026.")
    window = found.sitting.window if found.sitting else None
    assert window
    assert window.first == date(2026, 5, 20)
    assert "day-planned" in {one.code for one in found.questions}
    assert "day-planned" not in {one.code for one in held("8 giờ 00, ngày 20/5/2026.").questions}
