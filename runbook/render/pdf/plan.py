"""What to do first, on paper: what is late and why, the critical chains, every task by its urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.duties import duty_table
from runbook.render.pdf.leaf import Data, head, leaf, legend
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.plan import LateGroup, LateRow, Plan

CHAINS = 8  # critical chains told on paper; how many there are stands above them


def plan_leaf(plan: Plan, printing: Printing, agency: str = "") -> Data:
    """The plan of one day; `agency` is the name of the one it is for, "" for all."""
    language = printing.language
    name = say(language, "page.plan_name")
    order = say(language, "page.do_first_order")
    return leaf(
        "plan",
        "portrait",
        name,
        agency or say(language, "page.all_agencies"),
        say(language, "page.legend_short"),
        head=head(plan.heading, name, language, agency),
        summary=plan.summary,
        grave=not plan.feasible,
        seen=say(language, "page.as_of", time=plan.now_text) if plan.now_text else "",
        late={"title": say(language, "page.late_first"), "groups": [_group(one, language) for one in plan.late]},
        also=say(language, "page.also", tasks=", ".join(plan.consequence)) if plan.consequence else "",
        chains={
            "title": say(language, "plan.critical", count=plan.counted),
            "rows": [" → ".join(path) for path in plan.critical[:CHAINS]],
            "more": say(language, "pdf.more_chains", count=CHAINS) if len(plan.critical) > CHAINS else "",
        },
        order=order,
        duties={
            "title": say(language, "page.do_first"),
            **duty_table([(group.title, group.rows) for group in plan.groups], language),
        },
        legend=legend(language, "critical", "late", "broken"),
    )


def _group(group: LateGroup, language: str) -> Data:
    return {
        "cause": say(language, "page.short_by", by=group.by, bound=group.bound),
        "rows": [_finding(row) for row in group.rows],
        "chain": say(language, "page.chain", chain=" → ".join(group.chain)),
        "agencies": say(language, "page.concerned", agencies=", ".join(group.agencies)),
        "follow": say(language, "page.follow", tasks=", ".join(group.follow)) if group.follow else "",
    }


def _finding(row: LateRow) -> Data:
    return {"task": f"{row.task.id} {row.task.title}", "lead": row.task.lead, "finding": row.finding}
