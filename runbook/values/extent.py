"""The grammars of windows, and of days gone by."""

from __future__ import annotations

import re
from datetime import date

from runbook.text import folded
from runbook.values import DAY_MINUTES, LONGEST, MistakeError, absolute_day, identifier

WHOLE = "span"  # the word for a campaign's whole span
_WHOLE = frozenset({WHOLE, "toan dot", "ca dot"})
_DMY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{1,4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


def window(text: str) -> tuple[date, date]:
    """The first and last day of `18/11/2024..25/11/2024`; one day alone is both. A year and a day at most."""
    return _no_longer(_window(text), 366, "window-too-long", text)


def span(text: str) -> tuple[date, date]:
    """A window of up to ten years."""
    return _no_longer(_window(text), LONGEST // DAY_MINUTES, "span-too-long", text)


def _window(text: str) -> tuple[date, date]:
    first, dots, last = text.partition("..")
    days = absolute_day(first.strip()), absolute_day((last if dots else first).strip())
    if days[1] < days[0]:
        raise MistakeError("window-reversed", text=text)
    return days


def _no_longer(found: tuple[date, date], days: int, code: str, text: str) -> tuple[date, date]:
    if (found[1] - found[0]).days > days:
        raise MistakeError(code, text=text)
    return found


def over(text: str) -> str | tuple[date, date]:
    """`span` (toàn đợt), the id of a peak, or a window."""
    bare = text.strip()
    if folded(bare) in _WHOLE:
        return WHOLE
    return span(bare) if ".." in bare or "/" in bare else identifier(bare)


def historic_day(text: str) -> date:
    """A day of any year: `10/10/1954`, `19/5/1890`, `1890-05-19`."""
    if found := _DMY.fullmatch(text.strip()):
        day, month, year = map(int, found.groups())
    elif found := _ISO.fullmatch(text.strip()):
        year, month, day = map(int, found.groups())
    else:
        raise MistakeError("bad-day", text=text)
    try:
        return date(year, month, day)
    except ValueError:
        raise MistakeError("no-such-day", text=text) from None


def years(text: str) -> int:
    """How many years: `70`, `70 năm`."""
    bare = folded(text).removesuffix("nam").removesuffix("years").strip()
    if not re.fullmatch(r"[1-9]\d{0,3}", bare, re.ASCII):
        raise MistakeError("bad-years", text=text)
    return int(bare)
