"""The run sheet as a page (phiếu điều hành ngày)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import PORTRAIT, Imprint, Leaf, box, call, document, legend, tags, weight
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.moments import Brief
from runbook.reports.sheet import Band, Sheet, SheetRow, Waiting
from runbook.text import say

BLANK_LINES = 5


def sheet_page(sheet: Sheet, imprint: Imprint) -> str:
    """One day's run sheet, of one agency or of all."""
    language = imprint.language
    name = say(language, "page.sheet")
    scope = f"{sheet.agency or say(language, 'page.all_agencies')} · {sheet.day_text}"
    return document(
        Leaf("sheet one-agency" if sheet.agency_id else "sheet", PORTRAIT, name, scope, sheet.heading.title),
        imprint,
        legend(language, *(["support"] if sheet.agency_id else []), "critical", "late", "broken"),
        _masthead(sheet, language),
        _moments(sheet, language),
        el("p", say(language, "page.nothing_today"), cls="verdict") if sheet.empty else _duties(sheet, language),
        _waiting(sheet.waiting, language),
        _coming(sheet.coming, language),
        _incidents(language),
        _signatures(language),
    )


def _masthead(sheet: Sheet, language: str) -> Html:
    weekday = say(language, f"page.weekday.{sheet.day.isoweekday()}")
    plate = el("div", el("span", weekday), el("b", f"{sheet.day:%d/%m}"), el("span", sheet.plate), cls="plate")
    hours = say(language, "page.hours", hours=sheet.heading.hours, day=sheet.heading.day_text)
    facts = [sheet.heading.venue, hours, sheet.counts, say(language, "page.duty_phone") if sheet.phone else ""]
    title = el(
        "div",
        el("h1", say(language, "page.sheet")),
        el("p", sheet.agency or say(language, "page.all_agencies_long"), cls="unit"),
        el("p", sheet.heading.title, cls="occasion"),
        el("p", joined(facts, " · "), " ", call(sheet.phone), cls="facts"),
    )
    return el("div", plate, title, cls="masthead")


def _moments(sheet: Sheet, language: str) -> Content:
    if not sheet.moments:
        return None
    return el("section", el("h2", say(language, "page.moments")), _brief(sheet.moments), cls="moments")


def _brief(entries: Sequence[Brief]) -> Html:
    lines = [
        el("li", el("b", brief.when), joined([brief.id, brief.title], " "), _behind(brief.lead)) for brief in entries
    ]
    return el("ul", *lines, cls="brief")


def _behind(lead: str) -> Content:
    return el("span", f" · {lead}", cls="soft") if lead else None


def _columns(language: str) -> tuple[Column, ...]:
    return (
        Column("tick"),
        Column("time", say(language, "page.clock"), named=False),
        Column("what", say(language, "page.what"), named=False),
        Column("who", say(language, "page.who")),
        Column("where", say(language, "page.where")),
        Column("sign", say(language, "page.actual"), named=False),
    )


def _duties(sheet: Sheet, language: str) -> Html:
    columns = _columns(language)
    timed = [_band(band, columns, language, _clock) for band in sheet.bands]
    untimed = _band(sheet.untimed, columns, language, _until, "untimed") if sheet.untimed.rows else None
    return table(columns, timed, untimed, cls="run")


def _band(
    band: Band, columns: Sequence[Column], language: str, when: Callable[[SheetRow, str], Html], cls: str = ""
) -> Html:
    rows = [_row(entry, columns, language, when(entry, language)) for entry in band.rows]
    return body(rows, band.title, len(columns), cls)


def _row(entry: SheetRow, columns: Sequence[Column], language: str, when: Html) -> Html:
    task = entry.task
    person = joined([entry.contact, call(entry.phone)], " · ")
    return row(
        columns,
        box(),
        when,
        _what(entry, language),
        [task.lead, el("span", person, cls="soft person") if person.text else None],
        task.location,
        el("span", "…… : ……", cls="fill"),
        cls=weight(task),
    )


def _what(entry: SheetRow, language: str) -> Html:
    task = entry.task
    title = joined([task.title, tags(task, language, entry.supports)], " ")
    others = say(language, "page.with", agencies=", ".join(task.support)) if task.support else ""
    return joined(
        [
            title,
            el("span", others, cls="soft support") if others else None,
            el("span", task.note, cls="note") if task.note else None,
            el("span", el("b", entry.cue), cls="cue") if entry.cue else None,
            el("span", entry.trouble, cls="trouble") if entry.trouble else None,
        ]
    )


def _clock(entry: SheetRow, language: str) -> Html:
    until = entry.ends and say(language, "page.until", time=entry.ends)
    return joined([el("b", entry.begins), until])


def _until(entry: SheetRow, language: str) -> Html:
    """A duty without an hour shows by when it is planned to be over, and by when it must be."""
    task = entry.task
    planned = say(language, "page.planned_until", time=task.finish_text)
    latest = say(language, "page.latest_until", time=task.latest_finish_text)
    return joined([el("span", planned, cls="planned"), el("span", latest, cls="latest") if not task.critical else None])


def _waiting(waiting: Sequence[Waiting], language: str) -> Content:
    if not waiting:
        return None
    columns = (
        Column("tick"),
        Column("what", say(language, "page.awaited"), named=False),
        Column("who", say(language, "page.from_whom")),
        Column("date", say(language, "page.due")),
        Column("own", say(language, "page.for_own")),
    )
    rows = [
        row(
            columns,
            box(),
            joined([el("span", entry.awaited_id, cls="code"), entry.awaited], " "),
            joined([entry.lead, call(entry.phone)], " · "),
            entry.due,
            joined([el("span", entry.task_id, cls="code"), entry.title], " "),
        )
        for entry in waiting
    ]
    return el("section", el("h2", say(language, "page.waiting")), table(columns, body(rows), cls="waiting"))


def _coming(coming: Sequence[Brief], language: str) -> Content:
    if not coming:
        return None
    return el("section", el("h2", say(language, "page.coming")), _brief(coming), cls="coming")


def _incidents(language: str) -> Html:
    line = el("li", el("span", "…… : ……", cls="fill"), el("span"))
    return el("section", el("h2", say(language, "page.incidents")), el("ol", *[line] * BLANK_LINES), cls="incidents")


def _signatures(language: str) -> Html:
    signers = [
        el("div", el("b", say(language, f"page.signer.{number}")), el("i", say(language, "page.sign_here")), _space())
        for number in (1, 2, 3)
    ]
    return el("section", *signers, cls="signatures")


def _space() -> Html:
    return el("p", cls="space")
