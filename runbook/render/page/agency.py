"""One agency's part in the whole as a page (phần việc của đơn vị)."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.decisions import contact_table, decision_table
from runbook.render.page.duties import duty_table
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, box, call, document, legend, masthead, tags, weight
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.rows import TaskRow
from runbook.reports.work import Handover, counts, people, work
from runbook.schedule import Schedule
from runbook.text import say


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
        masthead(found.heading, name, language, found.agency.name, counts(found, language)),
        _section("page.leads", [duty_table([("", found.leads)], language)] if found.leads else [], language),
        _section("page.supports", [duty_table([("", found.supports)], language)] if found.supports else [], language),
        _section("page.hourly", [_hourly(found.hourly, language)] if found.hourly else [], language),
        _section("page.awaits", [_handed(found.awaits, language, False)] if found.awaits else [], language),
        _section("page.awaited_by", [_handed(found.awaited, language, True)] if found.awaited else [], language),
        decision_table(schedule, decisions, language),
        contact_table(people(found, schedule), schedule.ceremony, language),
    )


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
