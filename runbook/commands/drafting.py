"""From a signed plan document to a ceremony file, and a ceremony file held against its plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands.opening import FINE, PROBLEMS, FaultyError, RefusedError
from runbook.console import typed
from runbook.files import create, load, read, safe_names, tables, write
from runbook.files.shipped import draft_durations
from runbook.office.guard import RefusedError as Unsafe
from runbook.text import say

if TYPE_CHECKING:
    from runbook.draft.coverage import Coverage
    from runbook.draft.due import DayOff
    from runbook.draft.durations import Durations
    from runbook.draft.findings import Draft
    from runbook.model import Ceremony
    from runbook.render.terminal import Screen
    from runbook.reports.drafted import Reading

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Order:
    """What `draft` is told. `now`: the present in minutes since 1970, for plans that name no year at all."""

    document: Path
    output: Path | None
    review: Path | None
    durations: Path | None
    now: int = 0


def draft(order: Order, screen: Screen, language: str) -> str:
    """Write the file of a plan document; what was read, and what must be asked. Raises one of REFUSALS."""
    from runbook.draft.coverage import coverage
    from runbook.draft.writing import Wanted, written
    from runbook.reports import drafted

    table = _durations(order.durations, language)
    found = _draft(order.document, language)
    made = written(found, Wanted(order.document.name, table, _EPOCH + timedelta(minutes=order.now), language))
    name = safe_names([order.document.stem])[order.document.stem]
    path = order.output or order.document.with_name(f"{name}.yaml")
    create(path, made.text.encode())
    ceremony = _ceremony(path)
    reading = drafted.Reading(found, ceremony, coverage(ceremony, found), made.questions, language)
    if order.review:
        from runbook.render.page.review import review_page

        write(order.review, review_page(reading, order.document.name).encode())
    return "".join(f"{line}\n" for line in _told(reading, order, path, screen))


def _draft(path: Path, language: str) -> Draft:
    """The plan document as read. Raises RefusedError where it is not one, or not safe to read."""
    from runbook.draft import drafting, reading
    from runbook.draft.refusal import NotAPlanError

    try:
        return drafting.draft(reading.read(read(path), path.name), _day_off(path.parent))
    except (NotAPlanError, Unsafe) as error:
        if isinstance(error, NotAPlanError) and error.facts.get("kind"):
            reason = say(language, "draft.read.kind", kind=error.facts["kind"])
        else:
            reason = reading.told(error, language)
        raise RefusedError("plan-unread", path=path, reason=reason) from None


def _day_off(folder: Path) -> DayOff:
    """Whether nobody works on a day, by the holidays of Việt Nam."""
    table = tables(folder)("vietnam") or {}

    def off(day: date) -> bool:
        found = table.get(day)
        return not found.works if found else day.weekday() > 4

    return off


def _durations(path: Path | None, language: str) -> Durations:
    from runbook.draft.durations import TableError, table

    try:
        return table(read(path).decode("utf-8-sig", "replace") if path else draft_durations())
    except TableError as error:
        reason = say(language, f"draft.table.{error.code}", **error.facts)
        raise RefusedError("durations", path=path, reason=reason) from None


def _ceremony(path: Path) -> Ceremony:
    loaded = load(path)
    if loaded.ceremony is None:
        raise FaultyError(loaded)
    return loaded.ceremony


def _told(reading: Reading, order: Order, path: Path, screen: Screen) -> Iterator[str]:
    from runbook.render.terminal import paragraph
    from runbook.reports import drafted

    language = reading.language
    yield paragraph(say(language, "drafted.heading", file=order.document), screen)
    for what, words in drafted.facts(reading):
        yield paragraph(f"{what}: {words}", screen, 2, 2)
    yield from ("", paragraph(drafted.line(reading.coverage, language), screen))
    yield from (paragraph(say(language, f"draft.note.{note}"), screen) for note in reading.draft.document.notes)
    asked = drafted.questions(reading)
    yield from (
        "",
        say(language, "drafted.questions", count=len(asked)) if asked else say(language, "drafted.no_questions"),
    )
    yield from (paragraph(f"- {one}", screen, 2, 2) for one in asked)
    yield from ("", paragraph(say(language, "drafted.done", path=path), screen), f"  runbook check {typed(str(path))}")
    if order.review:
        yield paragraph(say(language, "drafted.review", path=order.review), screen)


def coverage(file: Path, plan: Path, as_json: bool, screen: Screen, language: str) -> tuple[str, int]:
    """How a ceremony file carries its plan, and the exit code: PROBLEMS where it does not. Raises one of REFUSALS."""
    from runbook.draft.coverage import coverage as held

    ceremony = _ceremony(file)
    found = held(ceremony, _draft(plan, language))
    text = _json(found) if as_json else "".join(f"{line}\n" for line in _covered(found, ceremony, screen, language))
    return text, FINE if found.whole else PROBLEMS


def _json(found: Coverage) -> str:
    """The coverage for other programs: places, tasks and words of the plan."""
    data = {
        "whole": found.whole,
        "clauses": [
            {"ref": one.ref, "words": [each.text for each in one.words], "tasks": list(one.tasks), "by": one.by}
            for one in found.clauses
        ],
        "unknown": [{"task": task, "ref": ref} for task, ref in found.unknown],
        "differences": [
            {
                "kind": one.kind,
                "ref": one.ref,
                "tasks": list(one.tasks),
                "agencies": list(one.agencies),
                "due": one.due.text if one.due else None,
            }
            for one in found.differences
        ],
        "left": [{"words": one.words.text, "why": one.why} for one in found.left],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _covered(found: Coverage, ceremony: Ceremony, screen: Screen, language: str) -> Iterator[str]:
    from runbook.render.terminal import Column, paragraph, table
    from runbook.reports import drafted

    heads = [
        Column(say(language, f"drafted.col_{one}"), weight) for one, weight in (("ref", 1), ("words", 4), ("tasks", 2))
    ]
    yield paragraph(drafted.line(found, language), screen)
    yield from ("", table(heads, [drafted.clause_row(one, language) for one in found.clauses], screen))
    topics = {
        "unknown": [drafted.unknown(task, ref, language) for task, ref in found.unknown],
        "differs": [drafted.difference(one, ceremony, language) for one in found.differences],
        "left": drafted.left(found, language),
    }
    for topic, sentences in topics.items():
        if sentences:
            yield from ("", say(language, f"drafted.{topic}_heading"))
            yield from (paragraph(f"- {one}", screen, 2, 2) for one in sentences)
    if found.whole:
        yield from ("", say(language, "drafted.whole"))
