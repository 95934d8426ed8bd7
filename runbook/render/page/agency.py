"""One agency's part in the whole as a page (phần việc của đơn vị)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from runbook.model import Agency, Part
from runbook.render.page.decisions import contact_table, decision_table
from runbook.render.page.duties import duty_table
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, box, call, document, legend, masthead, tags, weight
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.agenda import Agenda, agenda
from runbook.reports.duties import phone
from runbook.reports.rows import Heading, TaskRow, heading, task_row
from runbook.schedule import Schedule
from runbook.text import say


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

    ordered = sorted(mine.tasks, key=lambda one: (one.start, one.finish, one.task.id))
    hourly = [one for one in ordered if one.task.part in (Part.DAY, Part.PROGRAMME)]
    plain = [one for one in ordered if one.task.part in (Part.PREPARATION, Part.AFTER)]
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


def agency_page(schedule: Schedule, agency_id: str, imprint: Imprint) -> str:
    """The page of one agency. KeyError for an unknown agency."""
    language = imprint.language
    found = work(schedule, language, agency_id)
    decisions = [one for one in schedule.ceremony.decisions if agency_id in one.who]
    name = say(language, "page.agency_name")
    return document(
        Leaf("agency", PORTRAIT, name, found.agency.label, found.heading.title, True),
        imprint,
        legend(language, "support", "critical", "late", "broken"),
        masthead(found.heading, name, language, found.agency.name, _counts(found, language)),
        _section("page.leads", [duty_table([("", found.leads)], language)] if found.leads else [], language),
        _section("page.supports", [duty_table([("", found.supports)], language)] if found.supports else [], language),
        _section("page.hourly", [_hourly(found.hourly, language)] if found.hourly else [], language),
        _section("page.awaits", [_handed(found.awaits, language, False)] if found.awaits else [], language),
        _section("page.awaited_by", [_handed(found.awaited, language, True)] if found.awaited else [], language),
        decision_table(schedule, decisions, language),
        contact_table(_people(found, schedule), schedule.ceremony, language),
    )


def _counts(found: Work, language: str) -> str:
    kind = say(language, "page.asked" if found.agency.requested else "page.charged")
    counted = len(found.leads), len(found.supports), len(found.hourly)
    return f"{kind} {say(language, 'page.agency_counts', leads=counted[0], supports=counted[1], hourly=counted[2])}"


def _section(key: str, content: Sequence[Content], language: str) -> Content:
    return el("section", el("h2", say(language, key)), *content) if content else None


def _hourly(entries: Sequence[tuple[TaskRow, bool]], language: str) -> Html:
    columns = (
        Column("tick"),
        Column("date", say(language, "page.clock"), named=False),
        Column("what", say(language, "page.task"), named=False),
        Column("who", say(language, "page.lead")),
        Column("where", say(language, "page.where")),
    )
    rows = [
        row(
            columns,
            box(),
            el("b", task.start_text),
            joined([task.title, tags(task, language, supports)], " "),
            task.lead,
            task.location,
            cls=weight(task),
        )
        for task, supports in entries
    ]
    return table(columns, body(rows), cls="hourly")


def _handed(entries: Sequence[Handover], language: str, from_own: bool) -> Html:
    """What the agency waits for (or is waited for), and the agency on the other side."""
    columns = (
        Column("what", say(language, "page.awaited"), named=False),
        Column("date", say(language, "page.due")),
        Column("date", say(language, "page.latest")),
        Column("own", say(language, "page.for_whom" if from_own else "page.for_own")),
        Column("who", say(language, "page.other_agency")),
    )
    rows = [
        row(
            columns,
            joined([f"{one.awaited.id} {one.awaited.title}", tags(one.awaited, language)], " "),
            one.awaited.finish_text,
            el("b", one.awaited.latest_finish_text),
            f"{one.waiting.id} {one.waiting.title}",
            joined([(one.waiting if from_own else one.awaited).lead, call(one.phone)], " · "),
            cls=weight(one.awaited),
        )
        for one in entries
    ]
    return table(columns, body(rows), cls="handed")


def _people(found: Work, schedule: Schedule) -> list[Agency]:
    """The agency itself, then those it works with, in protocol order."""
    leads = [task.lead_id for task in found.supports] + [task.lead_id for task, _ in found.hourly]
    others = {*leads, *(one.awaited.lead_id for one in found.awaits), *(one.waiting.lead_id for one in found.awaited)}
    rest = [one for one in schedule.ceremony.agencies if one.id in others and one.id != found.agency.id]
    return [found.agency, *rest]
