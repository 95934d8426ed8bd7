"""A recurrence in the plan's words as the rule a ceremony file opens to days."""

from __future__ import annotations

import re

from runbook.draft.hours import clocks
from runbook.draft.letters import plain
from runbook.values.recurrence import rule

_WEEKDAYS = re.compile(r"thu (hai|ba|tu|nam|sau|bay|[2-7])(?!\w)|(chu nhat)")
_NAMES = {"hai": "Hai", "ba": "Ba", "tu": "Tư", "nam": "Năm", "sau": "Sáu", "bay": "Bảy"}
_NAMES |= {str(number): name for number, name in enumerate(_NAMES.values(), 2)}
_DAY = re.compile(r"(?:ngay|mung) (\d{1,2})(?!\d)")
_QUARTER = re.compile(r"(?:thang cuoi(?: cua)?(?: moi)?|hang|moi) quy(?!\w)(?! sau)")
_MONTH = re.compile(r"(?:hang|moi) thang|thang (?:sau|ke tiep|tiep theo)")


def ruled(words: str) -> str:
    """ "14 giờ 00 thứ Sáu hằng tuần" as `hằng tuần thứ Sáu 14:00`; other words as they are.

    "trước ngày 20 hằng tháng" leaves the 19th.
    """
    key = plain(words)
    told = _weekly(key) or _monthly(key)
    hours = clocks(words)
    made = f"{told} {clock_text(hours[0].minutes)}" if told and hours else told
    return made if made and rule(made) else words


def clock_text(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _weekly(key: str) -> str:
    if not re.search(r"(?:hang|moi) tuan", key):
        return ""
    named = [one[1] for one in _WEEKDAYS.finditer(key) if one[1]]
    days = [*(f"thứ {_NAMES[one]}" for one in named), *(["Chủ nhật"] if "chu nhat" in key else [])]
    return f"hằng tuần {', '.join(days)}" if days else ""


def _monthly(key: str) -> str:
    found = _DAY.search(key)
    unit = "hằng quý" if _QUARTER.search(key) else "hằng tháng" if _MONTH.search(key) else ""
    if not found or not unit:
        return ""
    day = int(found[1]) - ("truoc" in key[: found.start()])
    return f"{unit} ngày {day}" if 1 <= day <= 31 else ""
