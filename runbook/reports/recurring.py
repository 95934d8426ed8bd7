"""When a duty comes back, in words of the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from runbook.reports.phrasing import clock
from runbook.text import say
from runbook.values.recurrence import LAST, WEEK, YEAR, Rule, rule


def recurs(text: str, language: str) -> str:
    """The words of a file, whichever language its rule is spelt in; words that make no rule stay as they are.

    >>> recurs("weekly Tue 08:30", "vi"), recurs("hằng quý ngày 25", "en"), recurs("khi phát sinh", "vi")
    ('hằng tuần thứ Ba 08h30', 'quarterly on day 25 of its last month', 'khi phát sinh')
    """
    found = rule(text)
    return text if found is None else told(found, language)


def told(found: Rule, language: str) -> str:
    """A rule in words that read back as the same rule."""
    unit = f"recurs.{found.unit}" + (".step" if found.step > 1 else "")
    words = say(language, unit, on=_on(found, language), step=found.step)
    if found.clock is None:
        return words
    return say(language, "recurs.at", words=words, clock=clock(language, found.clock))


def _on(found: Rule, language: str) -> str:
    if found.unit == WEEK:
        return ", ".join(_weekdays(found.weekdays, language))
    if found.unit == YEAR:
        return f"{found.day:02}/{min(found.months):02}"
    last = ".last" if found.day == LAST else ""
    return say(language, f"recurs.day.{found.unit}{last}", **({} if last else {"day": found.day}))


def _weekdays(days: Iterable[int], language: str) -> Iterator[str]:
    """Three and more days in a row as their ends."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        names = [say(language, f"word.weekday.{day}") for day in run]
        yield from [f"{names[0]}–{names[-1]}"] if len(run) > 2 else names
