"""The plan as a page: can it be done, what is already late and why, what to do first."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.duties import duty_table
from runbook.render.page.markup import Content, Html, el
from runbook.render.page.shell import LANDSCAPE, Imprint, Leaf, document, legend, masthead
from runbook.reports.plan import LateGroup, LateRow, Plan
from runbook.text import say


def plan_page(plan: Plan, imprint: Imprint, scope: str = "") -> str:
    """The plan; `scope` names the agency it is for, "" for all."""
    language = imprint.language
    name = say(language, "page.plan_name")
    return document(
        Leaf("plan", LANDSCAPE, name, scope or say(language, "page.all_agencies"), plan.heading.title, True),
        imprint,
        legend(language, "critical", "late", "broken"),
        masthead(plan.heading, name, language, scope),
        _verdict(plan, language),
        _late(plan.late, language),
        el("h2", say(language, "page.do_first")),
        el("p", say(language, "page.do_first_order"), cls="lead-in"),
        duty_table([(group.title, group.rows) for group in plan.groups], language),
    )


def _verdict(plan: Plan, language: str) -> Html:
    seen = el("p", say(language, "page.as_of", time=plan.now_text), cls="soft") if plan.now_text else None
    return el("div", el("p", plan.summary), seen, cls="verdict" if plan.feasible else "verdict bad")


def _late(groups: Sequence[LateGroup], language: str) -> Content:
    if not groups:
        return None
    return el("section", el("h2", say(language, "page.late_first")), *(_group(one, language) for one in groups))


def _group(group: LateGroup, language: str) -> Html:
    follow = say(language, "page.follow", tasks=", ".join(group.follow)) if group.follow else ""
    return el(
        "div",
        el("p", say(language, "page.short_by", by=group.by, bound=group.bound), cls="cause"),
        el("ul", *(_finding(row) for row in group.rows)),
        el("p", say(language, "page.chain", chain=" → ".join(group.chain)), cls="soft"),
        el("p", follow, cls="soft") if follow else None,
        cls="late-group",
    )


def _finding(row: LateRow) -> Html:
    task = row.task
    return el("li", el("b", f"{task.id} {task.title}"), f" · {task.lead}: {row.finding}")
