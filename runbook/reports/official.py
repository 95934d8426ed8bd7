"""How official documents write dates and the names of agencies."""

from __future__ import annotations

import re
from datetime import date

from runbook.text import say

# Customary abbreviations in agencies' names, and what they stand for.
ABBREVIATIONS = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("UB MTTQ", "Ủy ban Mặt trận Tổ quốc"))
# What the name of a body of the Party holds: a committee at any level, one of the Party's units, a central commission.
_PARTY = re.compile(
    r"\b(?:(?:Thành|Tỉnh|Quận|Huyện|Thị|Đảng|Khu|Chi) (?:ủy|uỷ)|(?:Đảng|Chi) bộ|Đảng đoàn|Ban Cán sự đảng"
    r"|Trung ương Đảng|Bộ Chính trị|Ban Bí thư"
    r"|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế|Đối ngoại|Tuyên giáo và Dân vận) Trung ương)\b",
    re.IGNORECASE,
)


def full_date(day: date, language: str) -> str:
    """A zero stands before days below ten, and before the months 1 and 2 alone (Decree 30, Appendix I, part I, II.4).

    >>> full_date(date(2024, 3, 5), "vi"), full_date(date(2025, 2, 15), "vi")
    ('ngày 05 tháng 3 năm 2024', 'ngày 15 tháng 02 năm 2025')
    """
    return say(language, "word.day", day=f"{day.day:02}", month=_month(day), year=f"{day.year:04}")


def short_date(day: date) -> str:
    """The same date in figures, under the same rule: 05/3/2024."""
    return f"{day.day:02}/{_month(day)}/{day.year:04}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month < 3 else str(day.month)


def spelt_out(name: str) -> str:
    """An agency's name with customary abbreviations written in full, as a document that is signed must have it.

    >>> spelt_out("Văn phòng UBND Thành phố")
    'Văn phòng Ủy ban nhân dân Thành phố'
    """
    for short, full in ABBREVIATIONS:
        name = re.sub(rf"\b{short}\b", full, name)
    return name


def is_party(issuer: str) -> bool:
    """Whether a document of this issuer has the form of the Party's documents and not of the State's (Decree 30).

    Several that issue it together, with commas between, have the Party's form only if all of them are its bodies.

    >>> is_party("Thành ủy Hà Nội"), is_party("Ban Tuyên giáo Thành ủy"), is_party("Thành ủy, UBND thành phố Hà Nội")
    (True, True, False)
    """
    return all(_PARTY.search(one) for one in issuer.split(","))
