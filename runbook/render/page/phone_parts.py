"""What stands below the tasks of the phone page: the programme, decisions, whom to call, each agency's part."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.model import Agency, Contact, Decision
from runbook.network import instant_of
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.phone_tasks import Tasks, task_link
from runbook.render.page.shell import call
from runbook.reports.duties import Duty, duty
from runbook.reports.rows import phrasing
from runbook.reports.show import ShowRow, show
from runbook.text import say


def programme(told: Tasks) -> Content:
    """The run of show by the clock."""
    found = show(told.schedule, told.language)
    if not found.rows:
        return None
    return part(
        "s:show",
        say(told.language, "page.show"),
        el("p", found.warning, cls="verdict bad") if found.warning else None,
        el("ol", *(line for row in found.rows for line in _item(row, told.language)), cls="items"),
        el("p", found.summary, cls="soft"),
    )


def _item(row: ShowRow, language: str) -> Iterator[Html]:
    if row.gap:
        gap = say(language, "page.gap", minutes=row.gap)
        yield el("li", el("span", "", cls="time"), el("span", gap, cls="what soft"))
    length = el("span", say(language, "page.minute_mark", minutes=row.minutes), cls="soft")
    fixed = el("span", say(language, "page.tag_fixed"), cls="tag") if row.fixed else None
    clause = el("span", row.clause, cls="soft") if row.clause else None
    title = joined([el("span", f"{row.number}. {row.title}", cls="name"), clause, fixed], " ")
    told = [
        ("", ", ".join([row.lead, *row.support])),
        ("phone.cue", row.cue),
        ("page.where", row.location),
        ("phone.trouble", row.trouble),
        ("phone.note", row.note),
    ]
    lines = (_line(say(language, key) if key else "", text) for key, text in told if text)
    yield el(
        "li", el("span", row.clock, length, cls="time"), el("div", title, *lines, _staging(row, language), cls="what")
    )


def _staging(row: ShowRow, language: str) -> Content:
    """What is said, seen and heard, folded up: of the words no more than their beginning and their end."""
    staging = row.staging
    told = [
        ("page.performer", staging.performer),
        ("page.stage", staging.stage),
        ("phone.words", " ".join(f"“{one}”" for one in (row.opens, row.ends) if one)),
        ("page.screen", staging.screen),
        ("page.sound", staging.sound),
        ("page.light", staging.light),
    ]
    lines = [_line(say(language, key), text) for key, text in told if text]
    return el("details", el("summary", say(language, "phone.staging")), *lines) if lines else None


def _line(name: str, text: Content) -> Html:
    return el("p", f"{name}: " if name else "", text, cls="soft")


def choices(told: Tasks) -> Content:
    """Decision points: those with a time first, in order of time."""
    ceremony = told.schedule.ceremony
    if not ceremony.decisions:
        return None
    timed = sorted((one for one in ceremony.decisions if one.when), key=lambda one: _instant(told, one))
    rest = [one for one in ceremony.decisions if not one.when]
    lines = el("ul", *(_decision(told, one) for one in (*timed, *rest)), cls="choices")
    return part("s:decisions", say(told.language, "page.decision_points"), lines)


def _decision(told: Tasks, decision: Decision) -> Html:
    language = told.language
    when = phrasing(told.schedule, language).start(_instant(told, decision)) if decision.when else ""
    return el(
        "li",
        el("b", when or say(language, "page.whenever")),
        _line(say(language, "page.if_happens"), decision.trigger),
        _line(say(language, "page.choose"), el("b", decision.choose)),
        _line(say(language, "page.who_decides"), ", ".join(told.labels.get(one, one) for one in decision.who)),
    )


def _instant(told: Tasks, decision: Decision) -> int:
    assert decision.when is not None
    return instant_of(told.schedule.ceremony, decision.when, told.schedule.day)


def people(told: Tasks) -> Html:
    """Whom to call, in protocol order. A group's member without a number or a person stands in the group's line."""
    known = [agency for agency in told.agencies.values() if not agency.group or _reachable(agency)]
    lines = el("ul", *(_agency(told, agency) for agency in known), cls="people")
    return part("s:people", say(told.language, "page.contacts"), lines)


def _reachable(agency: Agency) -> bool:
    return bool(agency.contacts or agency.phone or agency.email)


def _agency(told: Tasks, agency: Agency) -> Html:
    language = told.language
    members = ", ".join(told.labels[member] for member in agency.members)
    standing = el("span", say(language, "page.tag_standing"), cls="tag") if agency.standing else None
    own = joined([call(agency.phone), agency.email], " · ")
    return el(
        "li",
        el("h3", el("a", agency.name, href=f"#{agency.id}")),
        [" ", standing],
        el("p", own) if own.text else None,
        *(el("p", _contact(contact)) for contact in agency.contacts),
        el("p", say(language, "page.members", count=len(agency.members), names=members), cls="soft")
        if members
        else None,
    )


def _contact(contact: Contact) -> Html:
    return joined([el("b", contact.name), contact.duty, call(contact.phone), contact.email], " · ")


def parts(told: Tasks) -> Html:
    """Each agency's part as links to the tasks above, for where no script runs; what a group does stands once."""
    return part(
        "s:parts",
        say(told.language, "phone.by_agency"),
        *(_part(told, agency) for agency in told.agencies.values()),
        cls="parts",
    )


def _part(told: Tasks, agency: Agency) -> Html:
    groups = [one for one in told.agencies.values() if agency.id in one.members]
    shared = {task_id for group in groups for task_id, _ in _duties(told, group.id)}
    own = [(task_id, how) for task_id, how in _duties(told, agency.id) if task_id not in shared]
    leads = [task_link(told.rows[task_id]) for task_id, how in own if how is Duty.LEAD]
    supports = [el("a", task_id, href=f"#t:{task_id}") for task_id, how in own if how is Duty.SUPPORT]
    also = joined([say(told.language, "phone.supports"), *supports], " ") if supports else None
    common = [el("a", say(told.language, "phone.group", group=group.label), href=f"#{group.id}") for group in groups]
    count = say(told.language, "phone.counted", count=len(own) + len(shared))
    return el(
        "details",
        el("summary", el("h3", agency.name), " ", el("span", count, cls="soft")),
        el("ul", *(el("li", line) for line in [*leads, also, *common] if line), id=agency.id),
    )


def _duties(told: Tasks, agency_id: str) -> list[tuple[str, Duty]]:
    """The tasks given to that very agency or group, in order of time."""
    groups = frozenset([agency_id])
    found = ((task_id, duty(told.schedule.rows[task_id].task, groups)) for task_id in told.ordered)
    return [(task_id, how) for task_id, how in found if how]


def part(anchor: str, title: str, *content: Content, cls: str = "") -> Html:
    """A part of the page under its heading."""
    return el("section", el("h2", title), *content, id=anchor, cls=cls)
