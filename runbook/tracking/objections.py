"""Why a line about a task would mean nothing where it stands."""

from __future__ import annotations

from runbook.model import Task
from runbook.tracking.progress import Done, Happened, Progress, What, possible

_STATES = {Done.DONE: "done", Done.DROPPED: "dropped", Done.RUNNING: "running"}
_ENDS = (What.DONE, What.LATE, What.DROP)


def objection(task: Task, progress: Progress, one: Happened, now: int) -> str:
    """What stands against the line, as the end of the key of its sentence; "" for nothing.

    "future": it speaks of what is still to come; "done", "dropped", "running", "not-over": of a task in another state;
    "received", "not-owed", "no-receipts": of a part nobody waits for; "before-start", "before-end": of an instant
    before the one it follows; "until-past", "of-window": of an end that cannot be.
    """
    if one.at > now:
        return "future"
    if one.what is What.RECEIVE and (wrong := _of_receipt(task, progress, one)):
        return wrong
    if not possible(progress, one):
        return "not-over" if one.what is What.REOPEN else _STATES[progress.state]
    if one.what is What.LATE and task.window is not None:
        return "of-window"
    if one.until is not None and one.until <= one.at:
        return "until-past"
    return _of_order(progress, one)


def _of_receipt(task: Task, progress: Progress, one: Happened) -> str:
    if not task.receipts:
        return "no-receipts"
    if one.agency not in task.receipts:
        return "not-owed"
    return "received" if one.agency in progress.received else ""


def _of_order(progress: Progress, one: Happened) -> str:
    if one.what in _ENDS and progress.started is not None and one.at < progress.started:
        return "before-start"
    if one.what is What.REOPEN and progress.finished is not None and one.at < progress.finished:
        return "before-end"
    return ""
