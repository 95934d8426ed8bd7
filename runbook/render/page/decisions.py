"""Who decides what and when, whom to call, and what the plan assumes, as one page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from runbook.model import Agency, Ceremony, Decision
from runbook.network import instant_of
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, call, document
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.rows import heading, labels, phrasing
from runbook.schedule import Schedule
from runbook.text import say

DOTS: Final = "…" * 12


def decisions_page(schedule: Schedule, imprint: Imprint) -> str:
    """Decision points, contacts of every agency (members of a group in one line), and numbered assumptions."""
    language, ceremony, above = imprint.language, schedule.ceremony, heading(schedule, imprint.language)
    name = say(language, "page.decisions")
    facts = [above.venue, say(language, "page.hours", hours=above.hours, day=above.day_text)]
    title = el("div", el("h1", name), el("p", above.title, cls="occasion"), el("p", joined(facts, " · "), cls="facts"))
    return document(
        Leaf("decisions", PORTRAIT, name, "", above.title),
        imprint,
        say(language, "page.decisions_legend"),
        el("div", title, cls="masthead"),
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
    """The agency's own line, then one for each contact; one line serves where the agency has a single contact."""
    name = _name(agency, ceremony, language)
    people = [(joined([el("b", one.name), one.duty], " · "), one.phone, one.email) for one in agency.contacts]
    if agency.phone or agency.email or not people:
        people.insert(0, (_blank() if not people else Html(""), agency.phone, agency.email))
    return [
        row(columns, name if not number else "", person, call(phone) if phone else _blank(), mail)
        for number, (person, phone, mail) in enumerate(people)
    ]


def _blank() -> Html:
    return el("span", DOTS, cls="fill")


def _name(agency: Agency, ceremony: Ceremony, language: str) -> Html:
    names = labels(ceremony)
    tag = [("standing", agency.standing), ("requested", agency.requested)]
    members = ", ".join(names.get(member, member) for member in agency.members)
    return joined(
        [
            joined(
                [
                    el("b", agency.name),
                    *(el("span", say(language, f"page.tag_{key}"), cls="tag") for key, holds in tag if holds),
                ],
                " ",
            ),
            el("span", say(language, "page.members", count=len(agency.members), names=members), cls="note plain")
            if members
            else None,
        ]
    )


def _assumptions(ceremony: Ceremony, language: str) -> Content:
    if not ceremony.assumptions:
        return None
    lines = (el("li", el("b", key), " ", text) for key, text in ceremony.assumptions.items())
    return el("section", el("h2", say(language, "page.assumptions")), el("ul", *lines, cls="assumptions"))
