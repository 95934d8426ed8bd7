"""Deadlines counted from the sitting, once its day is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from runbook.draft.due import Calendar
from runbook.draft.findings import Duty, Sitting, Window
from runbook.draft.letters import plain
from runbook.draft.questions import is_choice


def anchored(duty: Duty, main: Sitting | None, others: Sequence[Sitting], calendar: Calendar) -> Duty:
    """The duty with the last day of such a deadline. It stays open where the day of the sitting is.

    What is counted from the end ("kết thúc") begins with the last day of all that is held.
    """
    due, window = duty.due, main.window if main else None
    if due is None or due.rule != "offset" or due.days is None or window is None or not _is_certain(window):
        return duty
    if due.days >= 0:
        last = calendar.before(window.first, due.days, due.working)
    else:
        ends = [one.window.last for one in others if one.window and "ket thuc" in plain(due.raw.text)]
        last = calendar.after(max([window.last, *ends]), -due.days, due.working)
    return replace(duty, due=replace(due, last_day=calendar.working(last)))


def _is_certain(window: Window) -> bool:
    return window.first == window.last or not is_choice(window)
