"""Who decides what and when, whom to call, and what the plan assumes, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from runbook.model import Agency, Ceremony, Decision
from runbook.network import instant_of
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, call, document, masthead
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.rows import heading, labels, phrasing
from runbook.schedule import Schedule
from runbook.text import say

DOTS: Final = "…" * 12


def decisions_page(schedule: Schedule, imprint: Imprint) -> str:
    """Decision points, contacts of every agency (members of a group in one line), and numbered assumptions."""
    language, ceremony, above = imprint.language, schedule.ceremony, heading(schedule, imprint.language)
    name = say(language, "page.decisions")
    return document(
        Leaf("decisions", PORTRAIT, name, "", above.title),
        imprint,
        say(language, "page.decisions_legend"),
        masthead(above, name, language),
        decision_table(schedule, ceremony.decisions, language),
        contact_table([agency for agency in ceremony.agencies if not _is_member(agency)], ceremony, language),
        _assumptions(ceremony, language),
    )


def decision_table(schedule: Schedule, decisions: Sequence[Decision], language: str) -> Content:
    """Decision points under their heading: those with a time first, in order of time, then in file order."""
    if not decisions:
        return None
    columns = (
        Column("date", say(language, "page.when"), named=False),
        Column("what", say(language, "page.if_happens")),
        Column("choice", say(language, "page.choose")),
        Column("who", say(language, "page.who_decides")),
    )
    timed = sorted((one for one in decisions if one.when), key=lambda one: _instant(schedule, one))
    rows = [
        _decision(schedule, one, columns, language) for one in (*timed, *(one for one in decisions if not one.when))
    ]
    return el("section", el("h2", say(language, "page.decision_points")), table(columns, body(rows), cls="choices"))


def _decision(schedule: Schedule, decision: Decision, columns: Sequence[Column], language: str) -> Html:
    names = labels(schedule.ceremony)
    when = phrasing(schedule, language).start(_instant(schedule, decision)) if decision.when else ""
    return row(
        columns,
        el("b", when or say(language, "page.whenever")),
        decision.trigger,
        el("b", decision.choose),
        ", ".join(names.get(agency, agency) for agency in decision.who),
    )


def _instant(schedule: Schedule, decision: Decision) -> int:
    assert decision.when is not None
    return instant_of(schedule.ceremony, decision.when, schedule.day)


def _is_member(agency: Agency) -> bool:
    """A member brought in by its group: the group's line names it, unless it has something of its own to say."""
    return bool(agency.group) and not (agency.contacts or agency.phone or agency.email)


def contact_table(agencies: Sequence[Agency], ceremony: Ceremony, language: str) -> Content:
    """Whom to call; what is not known yet is dotted, to be filled by hand."""
    if not agencies:
        return None
    columns = (
        Column("what", say(language, "page.agency"), named=False),
        Column("person", say(language, "page.person")),
        Column("phone", say(language, "page.phone")),
        Column("mail", say(language, "page.email")),
    )
    rows = [line for agency in agencies for line in _contacts(agency, columns, ceremony, language)]
    return el("section", el("h2", say(language, "page.contacts")), table(columns, body(rows), cls="people"))


def _contacts(agency: Agency, columns: Sequence[Column], ceremony: Ceremony, language: str) -> list[Html]:
    """A line for each person to call, and one for the agency's own number or for what is not known yet."""
    people = [(joined([el("b", one.name), one.duty], " · "), one.phone, one.email) for one in agency.contacts]
    if agency.phone or agency.email or not people:
        people.insert(0, (Html("") if people else _blank(), agency.phone, agency.email))
    members = _members(agency, columns, ceremony, language)
    named: list[Content] = [_name(agency, language), *[""] * (len(people) - 1)]
    rows = [
        row(columns, name, person, call(phone) if phone else _blank(), mail, cls="named" if members else "")
        for name, (person, phone, mail) in zip(named, people, strict=True)
    ]
    return [*rows, *members]


def _members(agency: Agency, columns: Sequence[Column], ceremony: Ceremony, language: str) -> list[Html]:
    if not agency.members:
        return []
    names = labels(ceremony)
    listed = ", ".join(names.get(member, member) for member in agency.members)
    text = say(language, "page.members", count=len(agency.members), names=listed)
    return [el("tr", el("td", el("span", text, cls="note plain"), colspan=len(columns)), cls="members")]


def _name(agency: Agency, language: str) -> Html:
    standing = [("standing", agency.standing), ("requested", agency.requested)]
    tags = [el("span", say(language, f"page.tag_{key}"), cls="tag") for key, holds in standing if holds]
    return joined([el("b", agency.name), *tags], " ")


def _blank() -> Html:
    return el("span", DOTS, cls="fill")


def _assumptions(ceremony: Ceremony, language: str) -> Content:
    if not ceremony.assumptions:
        return None
    lines = (el("li", el("b", key), " ", text) for key, text in ceremony.assumptions.items())
    return el("section", el("h2", say(language, "page.assumptions")), el("ul", *lines, cls="assumptions"))
