"""Days, hours and deadlines as plans write them."""

from __future__ import annotations

from datetime import date

import pytest

from runbook.draft.dates import days
from runbook.draft.document import Paragraph
from runbook.draft.due import Calendar, due
from runbook.draft.hours import clocks, part_of_day

ISSUED = Calendar(2024, date(2024, 11, 8), lambda day: day.weekday() > 4)


def spans(text: str) -> list[str]:
    return [f"{one.first:%d/%m/%Y}-{one.last:%d/%m/%Y}" for one in days(text, 2024)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("từ ngày 18-25/11/2024", ["18/11/2024-25/11/2024"]),
        ("từ ngày 29/4 đến hết ngày 03/5/2023", ["29/04/2023-03/05/2023"]),
        ("từ 20/12 đến 05/01/2025", ["20/12/2024-05/01/2025"]),
        ("từ ngày 01/9 đến hết năm 2024", ["01/09/2024-31/12/2024"]),
        ("từ ngày 18 đến ngày 25/11/2024", ["18/11/2024-25/11/2024"]),
        ("ngày 5, 6 và 7/5/2025", ["05/05/2025-07/05/2025"]),
        ("trong tháng 9 và tháng 10 năm 2024", ["01/09/2024-31/10/2024"]),
        ("từ đầu tháng 3 đến hết tháng 5/2024", ["01/03/2024-31/05/2024"]),
        ("giữa tháng 5/2024", ["15/05/2024-15/05/2024"]),
        ("quý II/2026", ["01/04/2026-30/06/2026"]),
        ("8h00, thứ Năm ngày 20/11/2025", ["20/11/2025-20/11/2025"]),
        ("ngày 20 tháng 11 năm 2024", ["20/11/2024-20/11/2024"]),
        ("ngày 20 – 11", ["20/11/2024-20/11/2024"]),
        ("ngày 03-02-1930", ["03/02/1930-03/02/1930"]),
        ("(10/10/1954 - 10/10/2024)", []),  # an anniversary is no span
        ("ngày 10/3 âm lịch", ["18/04/2024-18/04/2024"]),
        ("1S/11/2024, l5/11, 31/02/2024, số 8856 - 13, năm 2021 - 2025, 1/2 ngày", []),
        ("Kế hoạch số 12/KH-UBND", []),
    ],
)
def test_days(text: str, found: list[str]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "minutes", "part"),
    [
        ("08h30:", (510, None), ""),
        ("8 giờ 30 phút", (510, None), ""),
        ("14 giờ 00'", (840, None), ""),
        ("7h35'-7h40'", (455, 460), ""),
        ("từ 8h30 đến 10h30", (510, 630), ""),
        ("8h00 sáng thứ Năm", (480, None), "morning"),
        ("19g30, tối ngày 20/11", (1170, None), "evening"),
    ],
)
def test_hours(text: str, minutes: tuple[int, int | None], part: str) -> None:
    assert [(one.minutes, one.until) for one in clocks(text)] == [minutes]
    assert part_of_day(text) == part


def test_what_is_no_hour() -> None:
    assert clocks("48 giờ, 24/24h, 8 giờ làm việc, số 12:3") == []
    assert part_of_day("sáng tạo, chiều sâu") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in giấy mời, hoàn thành trước ngày 15/11/2024.", "hoàn thành trước ngày 15/11/2024|before|14/11/2024"),
        ("hoàn thành trước ngày 18/11/2024", "hoàn thành trước ngày 18/11/2024|before|15/11/2024"),  # 17 is a Sunday
        ("chậm nhất ngày 20/11", "chậm nhất ngày 20/11|by|20/11/2024"),
        ("gửi về Sở trước 17h00 ngày 12/11/2024", "trước 17h00 ngày 12/11/2024|by|12/11/2024"),
        ("xong trước ngày 10/01", "xong trước ngày 10/01|before|09/01/2025"),  # the first after the day of issue
        ("xong trước thứ Hai, ngày 18/11/2024", "xong trước thứ Hai, ngày 18/11/2024|before|15/11/2024"),
        ("đến hết ngày 29/11/2024 phải xong", "đến hết ngày 29/11/2024|by|29/11/2024"),
        ("trực trong ngày 19/11/2024", "trong ngày 19/11/2024|by|19/11/2024"),
        (
            "trong 05 ngày làm việc kể từ ngày 01/11/2024",
            "trong 05 ngày làm việc kể từ ngày 01/11/2024|within|08/11/2024",
        ),
        ("hoàn thành trong tháng 12/2024", "hoàn thành trong tháng 12/2024|by|31/12/2024"),
        ("trước hội nghị 03 ngày", "trước hội nghị 03 ngày|offset|3"),
        ("chậm nhất 05 ngày sau khi kết thúc Hội nghị", "chậm nhất 05 ngày sau khi kết thúc|offset|-5"),
        ("treo cờ từ ngày 29/4 đến hết ngày 03/5/2025", None),  # a span of work
        ("theo Kế hoạch số 12/KH-UBND ngày 03/5/2024", None),
        ("trước ngày 1S/11/2024, trước ngày 31/02/2025, phấn đấu đến năm 2030, trong năm 2024", None),
        ("Thời gian: 8h00 ngày 19/11/2024", None),
    ],
)
def test_deadlines(text: str, found: str | None) -> None:
    made = due(Paragraph(text, tuple(range(len(text)))), 0, len(text), ISSUED)
    last = made and (f"{made.last_day:%d/%m/%Y}" if made.last_day else str(made.days))
    assert (made and f"{made.raw.text}|{made.rule}|{last}") == found
