"""The lines of progress in words: what was said of which task, when, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import DurationKind, End
from runbook.reports.phrasing import amount, stretch
from runbook.reports.rows import labels, own_time, phrasing
from runbook.text import say
from runbook.tracking import Done, Happened, What

if TYPE_CHECKING:
    from runbook.model import Task
    from runbook.schedule import Schedule
    from runbook.tracking import Outlook

SOME = 6  # agencies named where more of them are missing


@dataclass(frozen=True, slots=True)
class LogRow:
    """A line of the log. `void`: it was undone, or means nothing where it stands."""

    number: int
    at: str
    who: str
    task_id: str
    what: str
    words: str
    void: bool


def said(schedule: Schedule, one: Happened, language: str) -> str:
    """What a line says, without its task: "xong T2 18/11 17h30"."""
    phrase = phrasing(schedule, language)
    facts = {"at": phrase.start(one.at), "line": one.undoes, "agency": _label(schedule, one.agency)}
    if one.what is What.LATE and one.until is not None:
        return say(language, "progress.late-until", until=phrase.finish(one.until), **facts)
    if one.what is What.LATE:
        return say(language, "progress.late-work", left=_left(schedule, one, language), **facts)
    return say(language, f"progress.{one.what.value}", **facts)


def _label(schedule: Schedule, agency_id: str) -> str:
    return labels(schedule.ceremony).get(agency_id, agency_id)


def _left(schedule: Schedule, one: Happened, language: str) -> str:
    task = _task(schedule, one.task)
    minutes = one.remaining or 0
    if task is None or task.kind is DurationKind.CLOCK:
        return stretch(language, minutes)
    return amount(language, minutes, schedule.ceremony.worktimes[task.worktime].day_minutes)


def _task(schedule: Schedule, task_id: str) -> Task | None:
    row = schedule.rows.get(task_id)
    return row.task if row else None


def named(schedule: Schedule, task_id: str) -> str:
    """D3 Xem và duyệt nội dung phóng sự (Ban Tuyên giáo Thành ủy)."""
    task = _task(schedule, task_id)
    return f"{task_id} {task.title} ({_label(schedule, task.lead)})" if task else task_id


def log(of: Outlook, language: str, task_id: str = "") -> tuple[LogRow, ...]:
    """Every line, or those of one task, in the order in which they were said."""
    in_force = {one.number for progress in of.progress.values() for one in progress.notes}
    undone = {one.undoes for one in of.lines if one.what is What.UNDO}
    phrase = phrasing(of.planned, language)
    return tuple(
        LogRow(
            one.number,
            phrase.start(one.said),
            one.who,
            one.task,
            said(of.planned, one, language),
            one.words,
            one.number in undone or (one.what is not What.UNDO and one.number not in in_force),
        )
        for one in of.lines
        if task_id in ("", one.task)
    )


def receipts(of: Outlook, task_id: str, language: str) -> str:
    """How many of those who owe a duty have handed it in, and who has not; "" where it is nobody's share."""
    row = of.planned.rows.get(task_id)
    if row is None or not row.task.receipts:
        return ""
    received, owed = of.of(task_id).received, row.task.receipts
    missing = [_label(of.planned, one) for one in owed if one not in received]
    facts = {"received": len(owed) - len(missing), "owed": len(owed)}
    if not missing:
        return say(language, "progress.all-received", **facts)
    rest = say(language, "progress.and-more", count=len(missing) - SOME) if len(missing) > SOME else ""
    return say(language, "progress.receipts", missing=", ".join(missing[:SOME]) + rest, **facts)


def awaited(of: Outlook, task_id: str) -> tuple[str, ...]:
    """Ids of the tasks that must be over before this one begins and are not, in file order."""
    links = (link for link in of.ceremony.links if link.successor == task_id)
    before = [link.predecessor for link in links if link.relation.value == (End.FINISH, End.START)]
    return tuple(name for name in dict.fromkeys(before) if not of.of(name).over and _counts(of, name))


def _counts(of: Outlook, task_id: str) -> bool:
    """Whether anybody reports it: the items of the programme have a journal of their own."""
    return not of.left.task(task_id).actual


def remarks(before: Outlook, after: Outlook, lines: Iterable[Happened], language: str) -> Iterator[str]:
    """What the lines mean for their own tasks: when it is over now, what was not waited for, whose part is missing."""
    for one in {one.task: one for one in lines}.values():
        if one.task not in after.planned.rows:
            continue
        if one.what in (What.START, What.DONE) and (missing := awaited(after, one.task)):
            yield say(language, "progress.not-waited", id=one.task, tasks=", ".join(missing))
        if text := _moved(after, one.task, language):
            yield text
        if one.what in (What.RECEIVE, What.DONE) and (text := receipts(after, one.task, language)):
            yield f"{one.task}: {text}"


def _moved(of: Outlook, task_id: str, language: str) -> str:
    """When a task will be over, where that is not as planned; or by how much it missed its plan."""
    expected, planned = of.expected.rows[task_id], of.planned.rows[task_id]
    state = of.of(task_id).state
    if state is Done.DROPPED or expected.finish == planned.finish:
        return ""
    clock = of.ceremony.worktimes[planned.task.worktime]
    by = clock.count(expected.finish) - clock.count(planned.finish)
    if by == 0:
        return ""
    phrase = phrasing(of.planned, language)
    facts = {"finish": phrase.finish(expected.finish), "planned": phrase.finish(planned.finish)}
    told = own_time(of.planned, planned.task, abs(by), language)
    key = f"progress.{'over' if state is Done.DONE else 'expected'}-{'later' if by > 0 else 'sooner'}"
    return say(language, key, id=task_id, by=told, **facts)
