"""The plan as a page: can it be done, what is already late and why, what to do first."""

from __future__ import annotations

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
        _late(plan, language),
        _critical(plan, language),
        el("h2", say(language, "page.do_first")),
        el("p", say(language, "page.do_first_order"), cls="lead-in"),
        duty_table([(group.title, group.rows) for group in plan.groups], language),
    )


def _verdict(plan: Plan, language: str) -> Html:
    seen = el("p", say(language, "page.as_of", time=plan.now_text), cls="soft") if plan.now_text else None
    return el("div", el("p", plan.summary), seen, cls="verdict" if plan.feasible else "verdict bad")


def _late(plan: Plan, language: str) -> Content:
    if not plan.late:
        return None
    also = say(language, "page.also", tasks=", ".join(plan.consequence)) if plan.consequence else ""
    title, groups = el("h2", say(language, "page.late_first")), (_group(one, language) for one in plan.late)
    return el("section", title, *groups, el("p", also, cls="also") if also else None)


def _critical(plan: Plan, language: str) -> Content:
    """Which tasks have no time in hand, one after the other: a delay of any moves the whole."""
    if not plan.critical:
        return None
    title = el("h2", say(language, "plan.critical", count=plan.counted))
    return el("section", title, el("ul", *(el("li", " → ".join(path)) for path in plan.critical), cls="chains"))


def _group(group: LateGroup, language: str) -> Html:
    follow = say(language, "page.follow", tasks=", ".join(group.follow)) if group.follow else ""
    concerned = say(language, "page.concerned", agencies=", ".join(group.agencies))
    return el(
        "div",
        el("p", say(language, "page.short_by", by=group.by, bound=group.bound), cls="cause"),
        el("ul", *(_finding(row) for row in group.rows)),
        el("p", say(language, "page.chain", chain=" → ".join(group.chain)), cls="soft"),
        el("p", follow, cls="soft") if follow else None,
        el("p", concerned, cls="concerned") if group.agencies else None,
        cls="late-group",
    )


def _finding(row: LateRow) -> Html:
    task = row.task
    return el("li", el("b", f"{task.id} {task.title}"), f" · {task.lead}: {row.finding}")
