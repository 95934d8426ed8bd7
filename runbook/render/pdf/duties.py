"""Tables of preparation tasks on paper, and one agency's part in the whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runbook.render.pdf.decisions import contacts, decision_points
from runbook.render.pdf.leaf import Data, head, is_heavy, joined, leaf, legend, number, tags
from runbook.reports.work import counts, people, work
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.rows import TaskRow
    from runbook.reports.work import Handover
    from runbook.schedule import Schedule


def duty_table(groups: Sequence[tuple[str, Sequence[TaskRow]]], language: str) -> Data:
    """Tasks with their planned dates, their latest finish and what is left between; each group under its title."""
    keys = ("id", "task", "lead", "start", "finish", "latest", "spare")
    return {
        "heads": ["", *(say(language, f"page.{key}") for key in keys)],
        "bands": [{"title": title, "rows": [_duty(task, language) for task in rows]} for title, rows in groups],
    }


def _duty(task: TaskRow, language: str) -> Data:
    receipts = say(language, "page.receipts", count=len(task.receipts)) if task.receipts else ""
    others = say(language, "page.with", agencies=", ".join(task.support)) if task.support else ""
    return {
        "id": task.id,
        "title": task.title,
        "tags": tags(task, language),
        "details": joined(task.length, task.recurs, task.location, receipts, others),
        "deadline": say(language, "page.deadline", deadline=task.deadline) if task.deadline else "",
        "note": task.note,
        "lead": task.lead,
        "dates": [task.start_text, task.finish_text, task.latest_finish_text, task.spare],
        "heavy": is_heavy(task),
    }


def agency_leaf(schedule: Schedule, agency_id: str, printing: Printing) -> Data:
    """One agency's part: what it leads, supports and does at the hour, what passes hands, whom to call.

    KeyError for an unknown agency.
    """
    language = printing.language
    found = work(schedule, language, agency_id)
    name = say(language, "page.agency_name")
    decisions = [one for one in schedule.ceremony.decisions if agency_id in one.who]
    return leaf(
        "agency",
        "portrait",
        name,
        found.agency.name,
        say(language, "page.legend_short"),
        bookmark=found.agency.name,
        head=head(found.heading, name, language, found.agency.name, [counts(found, language)]),
        leads={"title": say(language, "page.leads"), **duty_table([("", found.leads)], language)},
        supports={"title": say(language, "page.supports"), **duty_table([("", found.supports)], language)},
        hourly=_hourly(found.hourly, language),
        awaits=_handed("awaits", found.awaits, language, from_own=False),
        awaited=_handed("awaited_by", found.awaited, language, from_own=True),
        decisions=decision_points(schedule, decisions, language),
        contacts=contacts(people(found, schedule), schedule.ceremony, language),
        legend=legend(language, "support", "critical", "late", "broken"),
    )


def _hourly(entries: Sequence[tuple[TaskRow, bool]], language: str) -> Data:
    rows = [
        {
            "when": task.start_text,
            "title": task.title,
            "tags": tags(task, language, supports),
            "lead": task.lead,
            "location": task.location,
            "heavy": is_heavy(task),
        }
        for task, supports in entries
    ]
    heads = ["", *(say(language, f"page.{key}") for key in ("clock", "task", "lead", "where"))]
    return {"title": say(language, "page.hourly"), "heads": heads, "rows": rows}


def _handed(key: str, entries: Sequence[Handover], language: str, from_own: bool) -> Data:
    """What the agency waits for (or is waited for), and the agency on the other side."""
    keys = ("awaited", "due", "latest", "for_whom" if from_own else "for_own", "other_agency")
    rows = [
        {
            "awaited": f"{one.awaited.id} {one.awaited.title}",
            "tags": tags(one.awaited, language),
            "due": one.awaited.finish_text,
            "latest": one.awaited.latest_finish_text,
            "for": f"{one.waiting.id} {one.waiting.title}",
            "other": joined((one.waiting if from_own else one.awaited).lead, number(one.phone)),
            "heavy": is_heavy(one.awaited),
        }
        for one in entries
    ]
    heads = [say(language, f"page.{one}") for one in keys]
    return {"title": say(language, f"page.{key}"), "heads": heads, "rows": rows}
