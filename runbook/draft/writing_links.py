"""What the tasks of a drafted file wait for, by what their duties say they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from runbook.draft.writing_tasks import AFTER, DURING, OF_DAY, TASKS, Work


def linked(works: list[Work]) -> list[Work]:
    """Links from what duties wait for; none that would close a circle or bind a task to a later part."""
    carrier = {duty: work.id for work in works for duty in work.carried}
    by_id = {work.id: work for work in works}
    waits: dict[str, list[str]] = {work.id: [] for work in works}
    for work in works:
        for other in _awaited(work, works):
            before = by_id.get(carrier.get(other, ""))
            if before and _may_wait(work, before) and not _reaches(before.id, work.id, waits):
                waits[work.id] = list(dict.fromkeys([*waits[work.id], before.id]))
    return [replace(work, after=tuple(waits[work.id])) for work in works]


def _awaited(work: Work, works: list[Work]) -> Iterator[str]:
    for need in work.duty.needs:
        if need.kind in ("after", "draft", "input") and need.duty:
            yield need.duty
        elif need.kind == "input" and need.party:
            yield from (one.duty.id for one in works if need.party in one.duty.lead and one.duty.report_to == work.lead)


def _may_wait(work: Work, before: Work) -> bool:
    order = (TASKS, OF_DAY, DURING, AFTER)
    timed = {key for one in (work, before) for key, _ in one.keys} & {"over", "at"}
    return work.id != before.id and not timed and order.index(before.part) <= order.index(work.part)


def _reaches(start: str, goal: str, waits: dict[str, list[str]]) -> bool:
    """Whether `start` already waits, directly or not, for `goal`."""
    todo, seen = [start], set()
    while todo:
        one = todo.pop()
        if one == goal:
            return True
        if one not in seen:
            seen.add(one)
            todo += waits.get(one, ())
    return False
