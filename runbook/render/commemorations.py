"""The commemorations of a year as a table, as JSON and as a calendar."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from runbook.anniversaries import Commemoration, Scope
from runbook.axis import Axis
from runbook.lunar import LunarDay
from runbook.render.ical import Entry, Masthead, Revision, document
from runbook.render.ical.entry import HANOI, uid
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.reports import commemorations as words
from runbook.reports.commemorations import Calendar, CommemorationRow
from runbook.text import say

FORMAT = 1  # raised when a key of the JSON changes its meaning
_REFRESH = 7 * 24 * 60  # minutes: what a year commemorates is settled
_SPACE = "anniversaries"  # the part of every UID that says what it is of
# Each column's heading, its weight and the width it keeps.
_COLUMNS: tuple[tuple[str, *tuple[int, ...]], ...] = (
    ("day_kept", 1, len("(30/12 Giáp Thìn)")),
    ("commemorated", 4),
    ("years", 1, 3),
    ("year_class", 1, 8),
    ("allows", 2),
)


def text(report: Calendar, screen: Screen, language: str) -> str:
    """The table with the rules its last column names."""
    parts = [screen.paint(paragraph(report.title, screen), Tone.STRONG)]
    if not report.rows:
        return f"{parts[0]}\n\n{paragraph(say(language, 'commemorations.none'), screen)}\n"
    columns = [Column(say(language, f"col.{key}"), *room) for key, *room in _COLUMNS]
    parts.append(table(columns, [_cells(row) for row in report.rows], screen))
    parts.append("\n".join(_rules(report, screen, language)))
    if any(row.unverified for row in report.rows):
        parts.append(paragraph(say(language, "commemorations.unverified"), screen))
    parts.append(paragraph(say(language, "commemorations.key"), screen))
    return "\n\n".join(parts) + "\n"


def _cells(row: CommemorationRow) -> tuple[str, ...]:
    day = f"{row.day}\n({row.lunar})" if row.lunar else row.day
    return (
        day,
        f"{row.name} (*)" if row.unverified else row.name,
        row.years,
        row.year_class,
        f"{row.allows} ({row.rule})",
    )


def _rules(report: Calendar, screen: Screen, language: str) -> Iterator[str]:
    yield screen.paint(paragraph(say(language, "commemorations.rules"), screen), Tone.STRONG)
    for number, rule in enumerate(report.rules, 1):
        source = say(language, "commemorations.rule_source", source=rule.source) if rule.source else ""
        line = say(language, "commemorations.rule", number=number, text=rule.text, source=source)
        yield paragraph(line, screen, 0, 4)


def data(kept: Iterable[Commemoration], year: int, language: str) -> str:
    """JSON for other programs, a commemoration to a line: keys in English, dates in ISO 8601."""
    lines = [json.dumps(_facts(one, language), ensure_ascii=False) for one in kept]
    body = ",\n".join(lines)
    return f'{{\n"format": {FORMAT},\n"year": {year},\n"commemorations": [\n{body}\n]\n}}\n'


def _facts(one: Commemoration, language: str) -> dict[str, Any]:
    of, first = one.anniversary, one.anniversary.first
    rule = words.rule(one.allows, language)
    return {
        "id": of.id,
        "name": of.name,
        "name_en": of.name_en,
        "date": one.day.isoformat(),
        "lunar": _lunar(one.lunar) if one.lunar else None,
        "first": {"day": first.day, "month": first.month, "year": first.year, "lunar": first.lunar},
        "years": one.years,
        "class": one.year_class.value if one.year_class else None,
        "kind": of.kind.value,
        "scope": of.scope.value,
        "of": of.of,
        "level": one.level.value if one.level else None,
        "allows": one.allows.key,
        "rule": rule.text,
        "rule_source": rule.source,
        "source": of.source,
        "seen": of.seen,
        "status": of.status.value,
    }


def _lunar(day: LunarDay) -> dict[str, Any]:
    return {"day": day.day, "month": day.month, "year": day.year, "year_name": day.year_name}


def ics(kept: Iterable[Commemoration], year: int, language: str) -> bytes:
    """All-day entries that take nobody's time. The same list gives the same bytes.

    They count as written on the first day of the year before, since no clock is read.
    """
    at = Axis(HANOI).minute(date(year - 1, 1, 1))
    head = Masthead(say(language, "commemorations.name", year=year), HANOI, refresh=_REFRESH)
    return document(head, ((_entry(one, language), Revision(at, at)) for one in kept))


def _entry(one: Commemoration, language: str) -> Entry:
    """Its UID says the anniversary and the year its own calendar counts, so it stays whatever else changes."""
    of = one.anniversary
    name = of.called(language)
    titled = say(language, "commemorations.titled", years=one.years, name=name) if one.years else name
    return Entry(
        uid=uid(_SPACE, of.id, str(one.counted_in)),
        key=f"{of.id}.{one.counted_in}",
        start=one.day,
        end=one.day + timedelta(days=1),
        summary=titled,
        description="\n".join(_description(one, language)),
        categories=(words.class_of(one, language),) if one.year_class else (),
    )


def _description(one: Commemoration, language: str) -> Iterator[str]:
    if pair := words.pair(one):
        yield pair
    if one.lunar:
        yield say(language, "commemorations.by_lunar", text=words.lunar(one, language))
    if one.year_class:
        yield say(language, "commemorations.class", text=words.class_of(one, language))
    if one.level:
        yield say(language, "commemorations.level", text=_level(one.level, language))
    rule = words.rule(one.allows, language)
    yield rule.text + (f" ({rule.source})" if rule.source else "")
    of = one.anniversary
    read = say(language, "commemorations.seen", source=of.source, seen=of.seen) if of.seen else of.source
    told = (read, say(language, f"status.{of.status.value}"))
    yield say(language, "commemorations.source", text="; ".join(filter(None, told)))


def _level(level: Scope, language: str) -> str:
    return say(language, f"level.{level.value}")
