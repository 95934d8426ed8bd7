"""Tables of preparation tasks, as the plan and the agency's page show them."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import box, tags, weight
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.rows import TaskRow
from runbook.text import say


def duty_table(groups: Sequence[tuple[str, Sequence[TaskRow]]], language: str) -> Html:
    """Tasks with their planned dates, their latest finish and what is left between; each group under its title."""
    columns = _columns(language)
    bodies = [body([_row(task, columns, language) for task in rows], title, len(columns)) for title, rows in groups]
    return table(columns, *bodies, cls="duties")


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("tick"),
        Column("id", say(language, "page.id"), named=False),
        Column("what", say(language, "page.task"), named=False),
        Column("who", say(language, "page.lead")),
        Column("date", say(language, "page.start")),
        Column("date", say(language, "page.finish")),
        Column("date", say(language, "page.latest")),
        Column("spare", say(language, "page.spare")),
    )


def _row(task: TaskRow, columns: Sequence[Column], language: str) -> Html:
    return row(
        columns,
        box(),
        task.id,
        joined([joined([task.title, tags(task, language)], " "), *_details(task, language)]),
        task.lead,
        task.start_text,
        task.finish_text,
        el("b", task.latest_finish_text),
        task.spare,
        cls=weight(task),
    )


def _details(task: TaskRow, language: str) -> list[Content]:
    """Small print under a task's title: length and place, who else has a part, the deadline as written, the note."""
    parts = [
        task.length,
        task.recurs,
        task.location,
        say(language, "page.receipts", count=len(task.receipts)) if task.receipts else "",
        say(language, "page.with", agencies=", ".join(task.support)) if task.support else "",
    ]
    due = say(language, "page.deadline", deadline=task.deadline) if task.deadline else ""
    return [
        el("span", " · ".join(filter(None, parts)), cls="note plain"),
        el("span", el("b", due), cls="note plain") if due else None,
        el("span", task.note, cls="note") if task.note else None,
    ]
