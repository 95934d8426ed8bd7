"""What the words of a command name: an agency, a task, a day, a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from runbook import values
from runbook.axis import Axis
from runbook.model import Base, Ceremony, Moment
from runbook.nearest import nearest
from runbook.network import instant_of
from runbook.text import folded

T = TypeVar("T")


class UnclearError(Exception):
    """Words that name nothing. `code` names the sentence `wanted.<code>`, `facts` fill it."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def agency(ceremony: Ceremony, words: str) -> str:
    """The id of the agency of that id, name, short name or alias, in any spelling. Raises UnclearError."""
    called = {one.id: (one.name, one.short, *one.aliases) for one in ceremony.agencies}
    own = [agency.id for agency in ceremony.agencies if not agency.group]
    return named(called, words, own)


def named(called: Mapping[str, Iterable[str]], words: str, listed: Iterable[str] = ()) -> str:
    """The id of the agency so called, in any spelling: `called` gives the names of each id.

    Raises UnclearError, which lists the ids of `listed`, or all.
    """
    known = {agency_id: agency_id for agency_id in called}
    for agency_id, names in called.items():
        for name in (agency_id, *names):
            known.setdefault(folded(name), agency_id)
    found = known.get(words) or known.get(folded(words))
    if not found or not words.strip():
        own = ", ".join(listed or called)
        raise UnclearError("agency", words=words, near=nearest(words, known), known=own)
    return found


def task(ceremony: Ceremony, words: str) -> str:
    """The id of the task, upper and lower case alike. Raises UnclearError."""
    known = {task.id.casefold(): task.id for task in ceremony.tasks}
    if found := known.get(words.strip().casefold()):
        return found
    titles = {folded(task.title): task.id for task in ceremony.tasks}
    found = titles.get(folded(words))
    if not found:
        raise UnclearError("task", words=words, near=nearest(words, known.values(), titles))
    return found


def day(words: str) -> date:
    """A day of the calendar: 22/11/2024 or 2024-11-22. Raises UnclearError."""
    return _read(values.absolute_day, words, "day")


def day_of_plan(ceremony: Ceremony, day_n: date, words: str) -> date:
    """A day of the calendar or one counted from day N: N, N-1, N+2w. Raises UnclearError."""
    counted = Moment(Base.DAY, _read(values.day, words, "day"))
    return _axis(ceremony).civil(instant_of(ceremony, counted, day_n))[0]


def instant(ceremony: Ceremony, words: str, clock: Callable[[], int]) -> int:
    """The instant of `now`, `today` (its first minute) or a moment of the calendar. Raises UnclearError.

    `clock` gives the present instant and is asked only for the first two.
    """
    axis, word = _axis(ceremony), folded(words)
    if word in ("now", "bay gio"):
        return clock()
    if word in ("today", "hom nay"):
        return axis.minute(axis.civil(clock())[0])
    moment = _read(values.moment, words, "moment")
    if moment.day is None or moment.day.date is None:
        raise UnclearError("moment", words=words)
    return instant_of(ceremony, moment, moment.day.date)


def _read(grammar: Callable[[str], T], words: str, code: str) -> T:
    try:
        return grammar(words)
    except values.MistakeError:
        raise UnclearError(code, words=words) from None


def _axis(ceremony: Ceremony) -> Axis:
    return ceremony.worktimes["always"].axis


def seconds(words: str) -> float:
    """A number of seconds, from a tenth to a day. Raises UnclearError."""
    try:
        found = float(words.replace(",", "."))
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 86_400:
        raise UnclearError("seconds", words=words)
    return found
