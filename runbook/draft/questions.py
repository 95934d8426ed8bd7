"""What a plan leaves blank or says in two ways, as questions to whoever knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from runbook.draft.approximate import is_planned
from runbook.draft.findings import UNREAD, Basis, Campaign, Duty, Left, Party, Question, Sitting, Window
from runbook.draft.letters import plain
from runbook.draft.outer import Header

_WEEKDAY = re.compile(r"(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat)|\bt([2-7])|\b(cn))\b[^\d]{0,12}$")
_CHOICE = re.compile(r"buoi|trong thoi gian|khoang|du kien|thang \d|quy |mot ngay")  # one day among those named
_AFTER = re.compile(r",?\s*\(?\s*(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat)|t([2-7])|(cn))\b")
_SHOWN = 90  # letters of a paragraph that a question quotes
_BEFORE = ("prepare", "invite", "approve", "award")  # kinds of work that are of no use after the sitting has begun
_DAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5, **{str(n): n - 2 for n in range(2, 8)}}
_DAY = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2}) thang (\d{1,2}),? nam (\d{4})")


def of_header(header: Header) -> Iterator[Question]:
    if header.number is None or header.number.value is None:
        yield Question("number", header.number.raw.span if header.number else None)
    if header.issued is None or header.issued.day is None:
        yield Question("date", header.issued.raw.span if header.issued else None)
    if header.issuer is None:
        yield Question("issuer")
    if header.signature is None or header.signature.name is None:
        yield Question("signer")


def is_choice(window: Window) -> bool:
    """Whether one day of several is still to be chosen."""
    return window.first != window.last and (window.count > 1 or bool(_CHOICE.search(plain(window.raw.text))))


def of_sitting(sitting: Sitting) -> Iterator[Question]:
    window = sitting.window
    if window is None:
        yield Question("day")
    elif is_choice(window):
        yield Question("choose-day", window.raw.span, facts=(("first", str(window.first)), ("last", str(window.last))))
    elif is_planned(window.raw.text):
        yield Question("day-planned", window.raw.span, facts=(("words", window.raw.text),))
    if sitting.start is None:
        yield Question("hours", window.raw.span if window else None)
    if sitting.venue is None:
        yield Question("venue")
    if not sitting.programme:
        yield Question("programme")


def of_campaign(campaign: Campaign) -> Iterator[Question]:
    if not campaign.windows:
        yield Question("span")
    elif campaign.windows[0].basis:
        yield Question("span-concluded", campaign.windows[0].raw.span)


def of_left(left: Iterable[Left]) -> Iterator[Question]:
    """Items of the part that shares out the work which no duty could be read from."""
    for one in left:
        if one.why == UNREAD:
            words = one.words.text
            told = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
            yield Question("unread", one.words.span, facts=(("words", told),))


def of_parties(parties: Iterable[Party]) -> Iterator[Question]:
    for party in parties:
        if party.collective and party.collective.count is None and party.section:
            yield Question("count", party.span, facts=(("party", party.name),))


def of_duties(duties: Iterable[Duty], windows: Iterable[Window]) -> Iterator[Question]:
    first = min((window.first for window in windows), default=None)
    for duty in duties:
        facts = (("duty", duty.title),)
        if duty.basis is Basis.AMBIGUOUS:
            yield Question("lead", duty.words.span, duty.id, facts)
        elif not duty.lead or (duty.basis is Basis.INFERRED and duty.section != "closing"):
            yield Question("nobody", duty.words.span, duty.id, facts)
        due = duty.due
        if due is None:
            continue
        if due.last_day is None and due.rule != "offset":
            yield Question("deadline-open", due.raw.span, duty.id, (*facts, ("words", due.raw.text)))
        if (
            due.day
            and due.last_day
            and due.rule in ("before", "by")
            and (due.day - due.last_day).days > (due.rule == "before")
        ):
            yield Question("deadline-moved", due.raw.span, duty.id, (*facts, ("day", str(due.last_day))))
        if due.last_day and first and due.last_day >= first and duty.kind in _BEFORE:
            yield Question("deadline-late", due.raw.span, duty.id, facts)


def weekdays(texts: Iterable[tuple[str, tuple[int, int]]]) -> Iterator[Question]:
    """Weekdays that are not those of the days they stand with."""
    for text, span in texts:
        key = plain(text)
        for match in _DAY.finditer(key):
            said = _WEEKDAY.search(key, max(0, match.start() - 30), match.start()) or _AFTER.match(key, match.end())
            day = _made(match)
            if said and day and _number(said) != day.weekday():
                yield Question("weekday", span, facts=(("said", said[0].strip(" ,(")), ("day", str(day))))


def _number(match: re.Match[str]) -> int:
    name = match[1] or match[3]
    return _DAYS[name] if name else 6


def _made(match: re.Match[str]) -> date | None:
    day, month, year = (int(one) for one in (match.groups()[:3] if match[1] else match.groups()[3:]))
    try:
        return date(year, month, day)
    except ValueError:
        return None
