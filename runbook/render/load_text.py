"""The load of agencies and resources as tables and heat maps for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.terminal import Column, Screen, Tone, columns_of, paragraph, table, wrap
from runbook.render.text import blocks, head
from runbook.text import say

if TYPE_CHECKING:
    from datetime import date

    from runbook.reports.load import Amount, Load, LoadRow

HEATS = " ·░▒▓█"  # nothing, then up to each of SHARES of the full day, then more
SHARES = (0.25, 0.5, 1.0, 2.0)
OVER = "!"  # more is wanted than there is
NAMES = 26, 40  # columns of the names beside a heat map, at least and at most
SPANS = 7  # columns of one table: a week


def load(report: Load, by: str, screen: Screen, language: str) -> str:
    """Tables of `by` ("agency", "resource", "" for both), each with its heat map before it."""
    title = screen.paint(say(language, "load.title"), Tone.STRONG)
    parts = [title, head(report.heading, screen, language)]
    for kind, rows in (("agency", report.agencies), ("resource", report.resources)):
        if by in ("", kind):
            parts += list(_part(report, kind, rows, screen, language))
    if report.lasting:
        parts.append(paragraph(say(language, "load.lasting", count=report.lasting), screen))
    return blocks(parts)


def _part(report: Load, kind: str, rows: Sequence[LoadRow], screen: Screen, language: str) -> Iterator[str]:
    """Of one kind: the heat map, then the tables."""
    key = f"load.{kind}_week" if report.weekly else f"load.{kind}"
    yield screen.paint(paragraph(say(language, key), screen), Tone.STRONG)
    if not rows:
        yield say(language, f"load.no_{kind}")
        return
    yield "\n\n".join(_maps(report, rows, screen, language))
    yield paragraph(say(language, f"load.key_{kind}"), screen)
    yield from _tables(report, kind, rows, screen, language)


def _maps(report: Load, rows: Sequence[LoadRow], screen: Screen, language: str) -> Iterator[str]:
    """One sign a column; as many columns as fit beside the names."""
    least, most = NAMES
    names = [_cut(_name(row, language), min(most, max(least, screen.width - 2 - len(report.columns)))) for row in rows]
    wide = max(map(columns_of, names))
    room = max(10, screen.width - wide - 2)
    for first in range(0, len(report.columns), room):
        days = report.columns[first : first + room]
        lines = [" " * (wide + 2) + line for line in _ruler(days) if line]
        for name, row in zip(names, rows, strict=True):
            signs = "".join(heat(report, row, first + number) for number in range(len(days)))
            lines.append(f"{name}{' ' * (wide - columns_of(name))}  {signs}".rstrip())
        yield "\n".join(lines)


def heat(report: Load, row: LoadRow, number: int) -> str:
    """The sign of an amount: by its share of a full day or week, or that it is more than there is."""
    if row.over(number):
        return OVER
    amount = row.amounts[number]
    return HEATS[level(report, amount)]


def level(report: Load, amount: Amount) -> int:
    """How hot it is: 0 for nothing, 1 to 4 up to each of SHARES, 5 above."""
    minutes = amount.led + amount.support
    return 1 + sum(minutes > share * report.full for share in SHARES) if minutes else 0


def _ruler(days: Sequence[date]) -> list[str]:
    """The months above, the days of the month below, digit under digit."""
    months = [" "] * max(len(days), len("12/2024"))
    for number, day in enumerate(days):
        label = f"{day:%m/%Y}"
        fits = set(months[number : number + len(label)]) == {" "} and number + len(label) <= len(months)
        if (number == 0 or day.month != days[number - 1].month) and fits:
            months[number : number + len(label)] = label
    return ["".join(months).rstrip(), *("".join(f"{day:%d}"[place] for day in days) for place in (0, 1))]


def _tables(report: Load, kind: str, rows: Sequence[LoadRow], screen: Screen, language: str) -> Iterator[str]:
    cell = _hours if kind == "agency" else _use
    for numbers in _stretches(report):
        shown = [row for row in rows if any(cell(row, number, language) for number in numbers)]
        if not shown:
            continue
        columns = [Column(say(language, f"load.col_{kind}"), 3)]
        columns += [Column(_dated(report, number, language), 1, 5) for number in numbers]
        cells = [[_name(row, language), *(cell(row, number, language) for number in numbers)] for row in shown]
        tones = [Tone.LATE if any(row.over(number) for number in numbers) else Tone.PLAIN for row in shown]
        yield table(columns, cells, screen, tones)


def _stretches(report: Load) -> list[list[int]]:
    """The columns of each table: a week of days, or so many weeks; those without anything left out."""
    worked = [number for number in range(len(report.columns)) if report.worked(number)]
    if report.weekly:
        return [worked[first : first + SPANS] for first in range(0, len(worked), SPANS)]
    weeks: dict[tuple[int, int], list[int]] = {}
    for number in worked:
        weeks.setdefault(report.columns[number].isocalendar()[:2], []).append(number)
    return list(weeks.values())


def _dated(report: Load, number: int, language: str) -> str:
    day = report.columns[number]
    weekday = "" if report.weekly else say(language, f"weekday.{day.isoweekday()}") + "\n"
    return f"{weekday}{day:%d/%m}"


def _hours(row: LoadRow, number: int, language: str) -> str:
    amount = row.amounts[number]
    led = hours(amount.led, language) if amount.led else ""
    support = f"+{hours(amount.support, language)}" if amount.support else ""
    return f"{led} {support}".strip()


def _use(row: LoadRow, number: int, language: str) -> str:
    amount = row.amounts[number]
    if not amount.led:
        return ""
    return f"{hours(amount.led, language)} {amount.most}/{row.capacity}" + ("!!" if row.over(number) else "")


def hours(minutes: int, language: str) -> str:
    """Hours with one decimal where they are not whole.

    >>> hours(90, "vi"), hours(480, "en"), hours(4, "en")
    ('1,5', '8', '0.1')
    """
    text = f"{max(minutes / 60, 0.1):.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "vi" else text


def _name(row: LoadRow, language: str) -> str:
    return row.name + (say(language, "load.alike", count=len(row.alike)) if row.alike else "")


def _cut(text: str, room: int) -> str:
    """The text on one line of at most that many columns."""
    if columns_of(text) <= room:
        return text
    return wrap(text, room - 1).split("\n")[0] + "…"
