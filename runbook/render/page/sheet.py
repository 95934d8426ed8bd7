"""The run sheet as a page (phiếu điều hành ngày)."""

from __future__ import annotations

from collections.abc import Sequence

from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import (
    PORTRAIT,
    Imprint,
    Leaf,
    box,
    call,
    complaint,
    document,
    facts,
    legend,
    tags,
    weight,
)
from runbook.render.page.tables import Column, body, row, table
from runbook.reports.moments import Brief
from runbook.reports.sheet import Sheet, SheetRow, Waiting
from runbook.text import say

BLANK_LINES = 5


def sheet_page(sheet: Sheet, imprint: Imprint) -> str:
    """One day's run sheet, of one agency or of all."""
    language = imprint.language
    name = say(language, "page.sheet")
    scope = f"{sheet.agency or say(language, 'page.all_agencies')} · {sheet.day_text}"
    nothing = "page.nothing_own" if sheet.standing else "page.nothing_today"
    return document(
        Leaf("sheet one-agency" if sheet.agency_id else "sheet", PORTRAIT, name, scope, sheet.heading.title, True),
        imprint,
        legend(language, *_marks(sheet, language)),
        _masthead(sheet, language),
        _moments(sheet, language),
        el("p", say(language, nothing), cls="verdict") if sheet.empty else _duties(sheet, language),
        _lines("campaign.going_on", sheet.standing, language),
        _waiting(sheet.waiting, language),
        _lines("page.coming", sheet.coming, language),
        _incidents(language),
        _signatures(language),
    )


def _marks(sheet: Sheet, language: str) -> list[str]:
    """Which marks stand on the sheet."""
    rows = [row for band in (*sheet.bands, sheet.untimed) for row in band.rows]
    shown = "".join(tags(row.task, language, row.supports).text for row in rows)
    return [
        key for key in ("support", "critical", "late", "broken") if f">{say(language, f'page.tag_{key}')}<" in shown
    ]


def _masthead(sheet: Sheet, language: str) -> Html:
    weekday = say(language, f"page.weekday.{sheet.day.isoweekday()}")
    plate = el("div", el("span", weekday), el("b", f"{sheet.day:%d/%m}"), el("span", sheet.plate), cls="plate")
    own_phone: Content = [say(language, "page.duty_phone"), " ", call(sheet.phone)] if sheet.phone else None
    title = el(
        "div",
        el("h1", say(language, "page.sheet")),
        el("p", sheet.agency or say(language, "page.all_agencies_long"), cls="unit"),
        el("p", sheet.heading.title, cls="occasion"),
        facts(sheet.heading.venue, sheet.heading.when(language), sheet.heading.occasions, sheet.counts, own_phone),
        complaint(sheet.heading),
    )
    return el("div", plate, title, cls="masthead")


def _moments(sheet: Sheet, language: str) -> Content:
    """What everybody must know of the day, but for what the table says anyway."""
    said = {(one.task.id, one.task.title) for band in (*sheet.bands, sheet.untimed) for one in band.rows}
    unsaid = [moment for moment in sheet.moments if (moment.id, moment.title) not in said]
    return el("section", el("h2", say(language, "page.moments")), _brief(unsaid), cls="moments") if unsaid else None


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
    timed = [
        body([_row(one, columns, language, _clock(one, language)) for one in band.rows], band.title, len(columns))
        for band in sheet.bands
    ]
    untimed = [
        _row(one, columns, language, _until(one, language), _latest(one, language)) for one in sheet.untimed.rows
    ]
    last = body(untimed, sheet.untimed.title, len(columns), "untimed") if untimed else None
    return table(columns, timed, last, cls="run")


def _row(entry: SheetRow, columns: Sequence[Column], language: str, when: Html, latest: str = "") -> Html:
    task = entry.task
    person = joined([entry.contact, call(entry.phone)], " · ")
    others = say(language, "page.with", agencies=", ".join(task.support)) if task.support else ""
    return row(
        columns,
        box(),
        when,
        _what(entry, language, latest),
        [
            task.lead,
            el("span", person, cls="soft person") if person.text else None,
            _to_fill(entry, language),
            el("span", others, cls="soft") if others else None,
        ],
        task.location,
        el("span", "…… : ……", cls="fill"),
        cls=weight(task),
    )


def _to_fill(entry: SheetRow, language: str) -> Content:
    """A place for the number of a lead that nobody wrote down yet."""
    if not entry.unknown:
        return None
    return el("span", say(language, f"page.{entry.unknown}"), ": ", el("span", "…" * 12, cls="fill"), cls="soft")


def _what(entry: SheetRow, language: str, latest: str) -> Html:
    task = entry.task
    title = joined([task.title, tags(task, language, entry.supports)], " ")
    return joined(
        [
            title,
            el("span", latest, cls="soft") if latest else None,
            el("span", task.note, cls="note") if task.note else None,
            el("span", el("b", entry.cue), cls="cue") if entry.cue else None,
            el("span", entry.trouble, cls="trouble") if entry.trouble else None,
        ]
    )


def _clock(entry: SheetRow, language: str) -> Html:
    until = entry.ends and say(language, "page.until", time=entry.ends)
    return joined([el("b", entry.begins), until])


def _until(entry: SheetRow, language: str) -> Html:
    """A duty without an hour shows when it is planned to be over."""
    return joined([say(language, "page.planned_until"), el("b", entry.task.finish_text, cls="small")], " ")


def _latest(entry: SheetRow, language: str) -> str:
    task = entry.task
    if task.critical or not task.spare:
        return ""
    return say(language, "page.latest_until", time=task.latest_finish_text, spare=task.spare)


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


def _lines(key: str, entries: Sequence[Brief], language: str) -> Content:
    return el("section", el("h2", say(language, key)), _brief(entries), cls="coming") if entries else None


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
