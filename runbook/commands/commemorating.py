"""Which anniversaries a year commemorates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runbook import lunar
from runbook.anniversaries import YearClass, commemorations
from runbook.commands.opening import FaultyError
from runbook.files import Loaded, save
from runbook.files.listing import listed
from runbook.lunar import LunarDay
from runbook.render import commemorations as render
from runbook.reports import commemorations as report
from runbook.reports.wanted import UnclearError
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.terminal import Screen

_HEAD = b"BEGIN:VCALENDAR"


def anniversaries(
    year: str, rank: str | None, as_json: bool, output: Path | None, own: Path | None, screen: Screen, language: str
) -> str:
    """The table of a year, its JSON, or where its calendar was written. Raises one of REFUSALS.

    `rank` is the value of a YearClass, None for all; `own` a list laid over the shipped one.
    """
    of = _year(year)
    found = listed(own)
    if found.problems:
        raise FaultyError(Loaded(None, found.problems, found.texts))
    kept = commemorations(found.anniversaries, of)
    kept = tuple(one for one in kept if not rank or one.year_class is YearClass(rank))
    if as_json:
        return render.data(kept, of, language)
    if output is None:
        name = LunarDay(of, 1, 1).year_name
        return render.text(report.calendar(kept, of, name, language), screen, language)
    data = render.ics(kept, of, language)
    if output == Path("-"):
        return data.decode()
    save(output, data, _HEAD, own)
    return say(language, "ics.done", path=output) + "\n"


def _year(words: str) -> int:
    """The year named. Raises UnclearError."""
    bare = words.strip()
    if not (bare.isascii() and bare.isdecimal() and lunar.FIRST <= int(bare[:9]) <= lunar.LAST):
        raise UnclearError("year", words=words, first=str(lunar.FIRST), last=str(lunar.LAST))
    return int(bare)
