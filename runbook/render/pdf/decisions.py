"""Who decides what and when, whom to call, and what the plan assumes, on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runbook.network import instant_of
from runbook.render.pdf.leaf import Data, head, joined, leaf, number
from runbook.reports.rows import heading, labels, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Agency, Ceremony, Decision
    from runbook.render.pdf.leaf import Printing
    from runbook.schedule import Schedule


def decisions_leaf(schedule: Schedule, printing: Printing) -> Data:
    """Decision points, contacts of every agency (members of a group in one line), and numbered assumptions."""
    language, ceremony = printing.language, schedule.ceremony
    name = say(language, "page.decisions")
    listed = [agency for agency in ceremony.agencies if not _is_member(agency)]
    return leaf(
        "decisions",
        "portrait",
        name,
        "",
        say(language, "page.decisions_legend"),
        head=head(heading(schedule, language), name, language),
        decisions=decision_points(schedule, ceremony.decisions, language),
        contacts=contacts(listed, ceremony, language),
        assumptions={"title": say(language, "page.assumptions"), "rows": [*map(list, ceremony.assumptions.items())]},
    )


def decision_points(schedule: Schedule, decisions: Sequence[Decision], language: str) -> Data:
    """Those with a time first, in order of time, then in file order."""
    timed = sorted((one for one in decisions if one.when), key=lambda one: _instant(schedule, one))
    ordered = (*timed, *(one for one in decisions if not one.when))
    heads = [say(language, f"page.{key}") for key in ("when", "if_happens", "choose", "who_decides")]
    rows = [_decision(schedule, one, language) for one in ordered]
    return {"title": say(language, "page.decision_points"), "heads": heads, "rows": rows}


def _decision(schedule: Schedule, one: Decision, language: str) -> list[str]:
    names = labels(schedule.ceremony)
    when = phrasing(schedule, language).start(_instant(schedule, one)) if one.when else ""
    who = ", ".join(names.get(agency, agency) for agency in one.who)
    return [when or say(language, "page.whenever"), one.trigger, one.choose, who]


def _instant(schedule: Schedule, decision: Decision) -> int:
    assert decision.when is not None
    return instant_of(schedule.ceremony, decision.when, schedule.day)


def _is_member(agency: Agency) -> bool:
    """A member brought in by its group: the group's line names it, unless it has something of its own to say."""
    return bool(agency.group) and not (agency.contacts or agency.phone or agency.email)


def contacts(agencies: Sequence[Agency], ceremony: Ceremony, language: str) -> Data:
    """Whom to call; what is not known yet is "", to be dotted and filled by hand."""
    heads = [say(language, f"page.{key}") for key in ("agency", "person", "phone", "email")]
    rows = [_agency(agency, ceremony, language) for agency in agencies]
    return {"title": say(language, "page.contacts"), "heads": heads, "rows": rows}


def _agency(agency: Agency, ceremony: Ceremony, language: str) -> Data:
    people = [[one.name, one.duty, number(one.phone), one.email] for one in agency.contacts]
    if agency.phone or agency.email or not people:
        people.insert(0, ["", "", number(agency.phone), agency.email])
    standing = [("standing", agency.standing), ("requested", agency.requested)]
    names = labels(ceremony)
    listed = ", ".join(names.get(member, member) for member in agency.members)
    return {
        "name": agency.name,
        "short": joined(agency.short if agency.short != agency.name else ""),
        "tags": [["plain", say(language, f"page.tag_{key}")] for key, holds in standing if holds],
        "people": people,
        "members": say(language, "page.members", count=len(agency.members), names=listed) if agency.members else "",
    }
