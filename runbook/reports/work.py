"""One agency's part in the whole: what it leads, supports and does at the hour, and what passes hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from runbook.model import Agency
from runbook.reports.agenda import Agenda, agenda
from runbook.reports.assigned import AT_THE_HOUR
from runbook.reports.duties import phone
from runbook.reports.rows import Heading, TaskRow, heading, task_row
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Handover:
    """A task of one agency that a task of another waits for. `phone` is that of the agency on the other side."""

    awaited: TaskRow
    waiting: TaskRow
    phone: str


@dataclass(frozen=True, slots=True)
class Work:
    """An agency's duties: what it leads and supports before and after, at clock times, and what passes hands."""

    heading: Heading
    agency: Agency
    leads: tuple[TaskRow, ...]
    supports: tuple[TaskRow, ...]
    hourly: tuple[tuple[TaskRow, bool], ...]  # in order of time; whether it only works alongside
    awaits: tuple[Handover, ...]
    awaited: tuple[Handover, ...]


def work(schedule: Schedule, language: str, agency_id: str) -> Work:
    """The duties of one agency, its groups' duties among them. KeyError for an unknown agency."""
    mine = agenda(schedule, agency_id)

    @cache
    def row(task_id: str) -> TaskRow:
        return task_row(schedule, schedule.rows[task_id], language)

    once = (one for one in mine.tasks if not one.task.series)
    ordered = sorted(once, key=lambda one: (one.start, one.finish, one.task.id))
    hourly = [one for one in ordered if one.task.part in AT_THE_HOUR]
    plain = [one for one in ordered if one.task.part not in AT_THE_HOUR]
    own = {one.task.id for one in plain if mine.leads(one)}
    return Work(
        heading(schedule, language),
        schedule.ceremony.agency(agency_id),
        leads=tuple(row(one.task.id) for one in plain if one.task.id in own),
        supports=tuple(row(one.task.id) for one in plain if one.task.id not in own),
        hourly=tuple((row(one.task.id), mine.supports(one)) for one in hourly),
        awaits=_handovers(mine, row, own, from_own=False),
        awaited=_handovers(mine, row, own, from_own=True),
    )


def _handovers(mine: Agenda, row: Callable[[str], TaskRow], own: set[str], from_own: bool) -> tuple[Handover, ...]:
    """Links that cross the agency's border, each pair of tasks once."""
    pairs = dict.fromkeys(
        (link.predecessor, link.successor)
        for link in mine.schedule.ceremony.links
        if (link.predecessor in own) is from_own and (link.successor in own) is not from_own
    )
    numbers = {agency.id: phone(agency) for agency in mine.schedule.ceremony.agencies}
    return tuple(
        Handover(row(tail), row(head), numbers.get(row(head if from_own else tail).lead_id, "")) for tail, head in pairs
    )


def counts(found: Work, language: str) -> str:
    """Whether it is charged or asked, and how much of each kind it has, in words."""
    kind = say(language, "page.asked" if found.agency.requested else "page.charged")
    counted = len(found.leads), len(found.supports), len(found.hourly)
    return f"{kind} {say(language, 'page.agency_counts', leads=counted[0], supports=counted[1], hourly=counted[2])}"


def people(found: Work, schedule: Schedule) -> list[Agency]:
    """The agency itself, then those it works with, in protocol order."""
    leads = [task.lead_id for task in found.supports] + [task.lead_id for task, _ in found.hourly]
    others = {*leads, *(one.awaited.lead_id for one in found.awaits), *(one.waiting.lead_id for one in found.awaited)}
    rest = [one for one in schedule.ceremony.agencies if one.id in others and one.id != found.agency.id]
    return [found.agency, *rest]
