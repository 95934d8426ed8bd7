"""The numbers of a workbook as a person sees them: plain, or the date, time or length that their format makes of them.

Days are counted from 30/12/1899, or from 1/1/1904 in workbooks that say so; 60 is the 29/02/1900 that never was
(ECMA-376 part 1, 18.17.4.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LEAP = 60
_BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})  # formats of dates (18.8.30)
_PERCENT = frozenset({9, 10})
_LENGTH = 46  # [h]:mm:ss
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')  # parts of a format that are shown as they are, and colours
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)


def style(number: str, codes: Mapping[str, str]) -> str:
    """What a format makes of numbers: date, length, percent or number. `codes` are those of the workbook's own."""
    code = codes.get(number)
    if code is None:
        built_in = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
        kinds = {_LENGTH: "length"} | dict.fromkeys(_PERCENT, "percent")
        return kinds.get(built_in) or ("date" if built_in in _BUILT_IN else "number")
    if _ELAPSED.search(code):
        return "length"
    bare = _ASIDE.sub("", code.partition(";")[0])
    if re.search("[dmyhs]", bare, re.IGNORECASE) and "general" not in bare.lower():
        return "date"
    return "percent" if "%" in bare else "number"


def read(text: str, shown: str, epoch: datetime) -> tuple[str, str]:
    """A number as it is typed, with its kind: number, percent, date, time, or error for what no calendar has."""
    try:
        value = float(text)
        if shown == "length":
            return f"{round(value * 24 * 60)}m", "time"
        if shown == "date":
            return _moment(value, epoch)
    except (ValueError, OverflowError):
        return text, "error"
    return f"{value:.15g}", shown


def iso(text: str) -> tuple[str, str]:
    """A cell that holds a date as text (18.18.11)."""
    try:
        return _told(datetime.fromisoformat(text.strip().removesuffix("Z")))
    except ValueError:
        return text, "error"


def _moment(value: float, epoch: datetime) -> tuple[str, str]:
    minutes = round(value * 24 * 60)
    if 0 <= value < 1:
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}", "time"
    early = timedelta(days=1) if epoch is EPOCH and value < _LEAP else timedelta()
    return _told(epoch + timedelta(minutes=minutes) + early)


def _told(moment: datetime) -> tuple[str, str]:
    clock = f" {moment:%H:%M}" if moment.hour or moment.minute else ""
    return f"{moment:%d/%m}/{moment.year:04}{clock}", "date"
