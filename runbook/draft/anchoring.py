"""Deadlines counted from the sitting, once its day is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from runbook.draft.due import Calendar
from runbook.draft.findings import Campaign, DueBy, Duty, Sitting, Window
from runbook.draft.letters import plain
from runbook.draft.questions import is_choice

_ENDED = re.compile(r"ket thuc|be mac")


def anchored(
    duty: Duty, main: Sitting | None, others: Sequence[Sitting], spread: Campaign | None, calendar: Calendar
) -> Duty:
    """The duty with the last day of such a deadline. It stays open where the day of the sitting is.

    What is counted from the end ("kết thúc") begins with the last day of all that is held; from a closing whose day the
    plan does not tell, nothing is counted.
    """
    due = duty.due
    if due is None or due.rule != "offset" or due.days is None:
        return duty
    if due.days < 0:
        return replace(duty, due=_from_the_end(due, due.days, main, others, spread, calendar))
    window = main.window if main else None
    if window is None or not _is_certain(window):
        return duty
    last = calendar.before(window.first, due.days, due.working)
    return replace(duty, due=replace(due, last_day=calendar.working(last)))


def _from_the_end(
    due: DueBy, days: int, main: Sitting | None, others: Sequence[Sitting], spread: Campaign | None, calendar: Calendar
) -> DueBy | None:
    """With its last day alone where it is not counted from the day of the sitting, which the file knows as N."""
    said = _ENDED.search(plain(due.raw.text))
    closing = said is not None and said[0] == "be mac"
    window = main.window if main else None
    if said and window is None and spread and any(not one.basis for one in spread.windows[:1]):
        end: date | None = spread.windows[0].last
    elif main is None or window is None or not _is_certain(window):
        return None if closing and window is None else due
    else:
        end = _closing(main, window, others) if closing else _last(window, others) if said else window.last
    if end is None:
        return None
    last = calendar.working(calendar.after(end, -days, due.working))
    if window and window.first == end:
        return replace(due, last_day=last)
    return replace(due, rule="within", last_day=last, days=None)


def _last(window: Window, others: Sequence[Sitting]) -> date:
    return max([window.last, *(one.window.last for one in others if one.window)])


def _closing(main: Sitting, window: Window, others: Sequence[Sitting]) -> date | None:
    """The day of the closing: that of a sitting so called, else the end of the only one there is."""
    closed = [one.window.last for one in others if one.window and "be mac" in plain(one.name)]
    if closed:
        return max(closed)
    alone = not others and "khai mac" not in plain(main.name)
    return window.last if alone or window.first != window.last else None


def _is_certain(window: Window) -> bool:
    return window.first == window.last or not is_choice(window)
