"""Instants as people say them while they work: the year, or the day, left out where it is the nearest one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum

from runbook.axis import DAY
from runbook.text import folded
from runbook.values import MistakeError, absolute_day, clock
from runbook.worktime import WorkCalendar

_JOINED = re.compile(r"(?<=\d)T(?=\d)")  # 2024-11-18T08:00
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
_NAMED = {"hom nay": 0, "today": 0, "hom qua": -1, "yesterday": -1, "ngay mai": 1, "mai": 1, "tomorrow": 1}


class Edge(Enum):
    """Which end of the working day a day without a clock means."""

    BEGINNING = "beginning"
    END = "end"


def instant(words: str, now: int, office: WorkCalendar, edge: Edge) -> int:
    """The instant of `18/11 08:00`, `18/11/2024 8h`, `18/11`, `8h30` (today), `hôm qua 16h`, `now`, `today`.

    A day without its year is the one nearest to now. Raises MistakeError.
    """
    bare = " ".join(_JOINED.sub(" ", words).split())
    if folded(bare) in ("now", "bay gio"):
        return now
    today = office.axis.civil(now)[0]
    head, _, tail = bare.rpartition(" ")
    if head and (found := _day(head, today)):
        return office.axis.minute(found, clock(tail))
    if found := _day(bare, today):
        return _edge_of(found, office, edge)
    return office.axis.minute(today, _clock(bare))


def _clock(text: str) -> int:
    try:
        return clock(text)
    except MistakeError:
        raise MistakeError("bad-moment", text=text) from None


def _day(text: str, today: date) -> date | None:
    """The day so called, None where the text is no day. Raises MistakeError for one there is not."""
    if (ahead := _NAMED.get(folded(text))) is not None:
        return today + timedelta(days=ahead)
    if found := _DAY_MONTH.fullmatch(text):
        near = [one for ahead in (-1, 0, 1) if (one := _absolute(found, today.year + ahead))]
        return min(near, key=lambda one: abs(one - today)) if near else absolute_day(f"{text}/{today.year}")
    try:
        return absolute_day(text)
    except MistakeError as mistake:
        if mistake.code == "bad-day":
            return None
        raise


def _absolute(found: re.Match[str], year: int) -> date | None:
    try:
        return date(year, int(found[2]), int(found[1]))
    except ValueError:
        return None


def _edge_of(day: date, office: WorkCalendar, edge: Edge) -> int:
    """The first or last working minute of the day; of a day off its first or last minute."""
    begins = office.axis.minute(day)
    spans = list(office.spans_between(begins, office.axis.minute(day, DAY)))
    if edge is Edge.BEGINNING:
        return max(begins, spans[0][0]) if spans else begins
    return spans[-1][1] if spans else office.axis.minute(day, DAY)
