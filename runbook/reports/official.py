"""How official documents write dates and the names of agencies."""

from __future__ import annotations

from datetime import date

from runbook.text import say

# Customary abbreviations at the beginning of an agency's name, and what they stand for.
ABBREVIATIONS = (("UBND", "Ủy ban nhân dân"), ("HĐND", "Hội đồng nhân dân"), ("UB MTTQ", "Ủy ban Mặt trận Tổ quốc"))


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
    """An agency's name with its customary abbreviation written in full, as a heading must have it."""
    for short, full in ABBREVIATIONS:
        if name.startswith(f"{short} "):
            return full + name.removeprefix(short)
    return name
