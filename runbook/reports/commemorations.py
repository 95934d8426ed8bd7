"""The commemorations of a year in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from runbook.anniversaries import Allowance, Commemoration, Status
from runbook.reports.phrasing import full_day
from runbook.text import say


@dataclass(frozen=True, slots=True)
class CommemorationRow:
    """One line. `rule` is the number of the rule below the table that tells what is `allows`, in one phrase."""

    day: str
    lunar: str
    name: str
    years: str
    year_class: str
    allows: str
    rule: int
    unverified: bool = False  # nobody saw the document that is said to set the day


@dataclass(frozen=True, slots=True)
class Rule:
    """What is allowed, in a sentence, and where that is written ("" where no decree says it)."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year's commemorations and the rules they name, in the order of the first that names each."""

    title: str
    rows: tuple[CommemorationRow, ...]
    rules: tuple[Rule, ...]


def calendar(kept: Iterable[Commemoration], year: int, year_name: str, language: str) -> Calendar:
    """The table of a year; `year_name` is the name of the lunar year that begins in it."""
    listed = tuple(kept)
    numbers = {one: number for number, one in enumerate(dict.fromkeys(one.allows for one in listed), 1)}
    title = say(language, "commemorations.title", year=year, name=year_name)
    rows = tuple(_row(one, numbers[one.allows], language) for one in listed)
    return Calendar(title, rows, tuple(rule(one, language) for one in numbers))


def rule(allows: Allowance, language: str) -> Rule:
    return Rule(say(language, f"allow.{allows.key}.full"), source(allows, language))


def source(allows: Allowance, language: str) -> str:
    """The decree with its article, "" where no decree rules the day."""
    if not allows.decree:
        return ""
    decree = say(language, f"decree.{allows.decree}")
    article, _, clause = allows.article.partition(".")
    if clause:
        return say(language, "decree.clause", decree=decree, article=article, clause=clause)
    if article:
        return say(language, "decree.article", decree=decree, article=article)
    return say(language, "decree.chapter", decree=decree) if allows.decree == "145" else decree


def lunar(one: Commemoration, language: str) -> str:
    """10/3 Bính Ngọ, "" for a day that does not follow the lunar calendar."""
    if one.lunar is None:
        return ""
    facts = {"day": one.lunar.day, "month": one.lunar.month, "name": one.lunar.year_name}
    return say(language, "commemorations.lunar", **facts)


def pair(one: Commemoration) -> str:
    """10/10/1954 - 10/10/2024, as plans write it; "" where no years are counted, or by the lunar calendar."""
    first = one.anniversary.first
    if first.year is None or first.lunar:
        return ""
    return f"{first.day:02}/{first.month:02}/{first.year} - {one.day:%d/%m/%Y}"


def class_of(one: Commemoration, language: str) -> str:
    return say(language, f"class.{one.year_class.value}") if one.year_class else ""


def _row(one: Commemoration, number: int, language: str) -> CommemorationRow:
    level = f" ({say(language, f'level.{one.level.value}')})" if one.level and one.allows.key == "decided" else ""
    return CommemorationRow(
        full_day(language, one.day),
        lunar(one, language),
        one.anniversary.called(language),
        str(one.years) if one.years is not None else "",
        class_of(one, language),
        say(language, f"allow.{one.allows.key}") + level,
        number,
        one.anniversary.status is Status.UNVERIFIED,
    )
