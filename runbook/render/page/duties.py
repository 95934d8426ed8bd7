"""Tables of preparation tasks, as the plan and the agency's page show them."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import box, tags, weight
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.rows import TaskRow
from runbook.text import say


def duty_table(groups: Sequence[tuple[str, Sequence[TaskRow]]], language: str, show_lead: bool = True) -> Html:
    """Tasks with their planned dates, their latest finish and what is left between; each group under its title."""
    columns = _columns(language)
    bodies = [
        body([_row(task, columns, language, show_lead) for task in rows], title, len(columns)) for title, rows in groups
    ]
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


def _row(task: TaskRow, columns: Sequence[Column], language: str, show_lead: bool) -> Html:
    return row(
        columns,
        box(),
        task.id,
        _what(task, language),
        [el("b", task.lead) if show_lead else task.lead],
        task.start_text,
        task.finish_text,
        _latest(task),
        task.float_text,
        cls=weight(task),
    )


def _what(task: TaskRow, language: str) -> Html:
    lines = [
        say(language, "page.with", agencies=", ".join(task.support)) if task.support else "",
        say(language, "page.receipts", count=len(task.receipts)) if task.receipts else "",
        ", ".join(filter(None, [task.length, task.location])),
    ]
    details: list[Content] = [el("span", " · ".join(filter(None, lines)), cls="note plain")]
    if task.note:
        details.append(el("span", task.note, cls="note"))
    return joined([joined([task.title, tags(task, language)], " "), *details])


def _latest(task: TaskRow) -> Html:
    own = el("span", task.deadline, cls="soft deadline") if task.deadline else None
    return joined([el("b", task.latest_finish_text), own])
