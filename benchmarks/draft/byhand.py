"""The ceremony file of a draft held against the one that was made by hand of the same plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from benchmarks.draft.names import key
from benchmarks.draft.tally import Row, compared
from runbook import build, holiday_book
from runbook.bounds import day_of
from runbook.draft.coverage import CLOSING
from runbook.draft.drafting import draft
from runbook.draft.durations import table
from runbook.draft.findings import Draft
from runbook.draft.reading import read
from runbook.draft.writing import Wanted, written
from runbook.files.shipped import draft_durations
from runbook.model import Base, Ceremony, Deadline, Part, Task
from runbook.text import folded
from runbook.worktime import Holidays

ROOT = Path(__file__).resolve().parents[2]
EVENTS, BOOKS = ROOT / "events", ROOT / "runbook" / "holidays" / "vietnam"
TODAY = date(2026, 11, 21)  # counts only where a plan names no year at all


def pairs(plans: Path) -> Iterator[tuple[str, Ceremony, Ceremony]]:
    """(name, the ceremony by hand, that of the draft) of every plan that has both."""
    for event in sorted(EVENTS.glob("*.yaml")):
        plan = next((one for one in sorted(plans.glob("*.txt")) if one.stem.endswith(event.stem)), None)
        if plan is not None:
            made = draft(read(plan.read_bytes(), plan.name))
            yield event.stem, ceremony(event.read_text("utf-8"), event.name), drafted(made, plan.name)


def drafted(made: Draft, name: str) -> Ceremony:
    """The ceremony of the file that a draft is written as."""
    return ceremony(written(made, Wanted(name, table(draft_durations()), TODAY)).text, name)


def ceremony(text: str, name: str) -> Ceremony:
    found, problems = build.read(text, name, _holidays, [])
    if found is None:
        raise ValueError(f"{name}: {problems[0].code}")
    return found


def _holidays(_: str) -> Holidays:
    return {
        day: off
        for path in sorted(BOOKS.glob("*.csv"))
        for day, off in holiday_book.parse(path.read_text("utf-8"), path.name)[0].items()
    }


def agencies(hand: Ceremony, made: Ceremony) -> Row:
    """Who leads or supports a duty of the plan, by name."""
    return compared(
        {name for _, name in (*_leads(hand), *_supports(hand))}, {name for _, name in (*_leads(made), *_supports(made))}
    )


def clauses(hand: Ceremony, made: Ceremony) -> Row:
    """Paragraphs of the plan that tasks cite."""
    return compared({ref for ref, _ in _leads(hand)}, {ref for ref, _ in _leads(made)})


def leads(hand: Ceremony, made: Ceremony) -> Row:
    """Who leads what a paragraph asks."""
    return compared(_leads(hand), _leads(made))


def supports(hand: Ceremony, made: Ceremony) -> Row:
    return compared(_supports(hand), _supports(made))


def deadlines(hand: Ceremony, made: Ceremony) -> Row:
    """The days by which what a paragraph asks must be done, where the plan itself names them."""
    return compared(_deadlines(hand), _deadlines(made))


def days(hand: Ceremony, made: Ceremony) -> Row:
    """First and last day, hours, venue."""
    return compared(_days(hand), _days(made))


def programme(hand: Ceremony, made: Ceremony) -> Row:
    """Items of the programme by the number they have in the plan."""
    return compared(_items(hand), _items(made))


ROWS: dict[str, Callable[[Ceremony, Ceremony], Row]] = {
    "agencies": agencies,
    "paragraphs": clauses,
    "lead per paragraph": leads,
    "support per paragraph": supports,
    "deadline per paragraph": deadlines,
    "days, hours, venue": days,
    "items of the programme": programme,
}


def rows(hand: Ceremony, made: Ceremony) -> dict[str, Row]:
    """The draft's file against the one by hand, which is what is wanted."""
    return {name: score(hand, made) for name, score in ROWS.items()}


def _refs(refs: tuple[str, ...]) -> set[str]:
    return {"closing" if folded(ref) in CLOSING else ref for ref in refs}


def _names(found: Ceremony) -> dict[str, str]:
    """The agencies' names by id; a member stands for its group."""
    names = {one.id: key(one.name) for one in found.agencies}
    return {one.id: names.get(one.group, names[one.id]) for one in found.agencies}


def _leads(found: Ceremony) -> set[tuple[str, str]]:
    names = _names(found)
    return {(ref, names[task.lead]) for task in found.tasks for ref in _refs(task.refs) if task.act in ("", "draft")}


def _supports(found: Ceremony) -> set[tuple[str, str]]:
    names = _names(found)
    return {(ref, names[one]) for task in found.tasks for one in task.support for ref in _refs(task.refs)}


def _deadlines(found: Ceremony) -> set[tuple[str, str]]:
    return {
        (ref, day)
        for task in found.tasks
        if task.deadline and (day := _day(found, task.deadline)) and not (task.series or _is_assumed(task))
        for ref in _refs(task.refs)
    }


def _is_assumed(task: Task) -> bool:
    """Whether the deadline is the organiser's own, not the plan's."""
    return any(one.key == "finish" for one in task.assumed)


def _day(found: Ceremony, deadline: Deadline) -> str:
    """A deadline that is a date of the plan, "" for one that is counted from day N."""
    moment = deadline.moment
    if moment.base is not Base.DAY or moment.day is None or moment.day.date is None:
        return ""
    day = day_of(moment.day, found.date.first, found.worktimes["office"])
    return f"{'by' if deadline.inclusive else 'before'} {day}"


def _days(found: Ceremony) -> set[tuple[str, str]]:
    if found.campaign:
        span = {("span", f"{found.campaign.window}")}
        return span | {("peak", f"{one.window}") for one in found.campaign.peaks}
    hours = f"{found.opening}-{found.closing}"
    return {("days", f"{found.date.first} {found.date.last}"), ("hours", hours), ("venue", key(found.venue.name))}


def _items(found: Ceremony) -> set[str]:
    return {task.item for task in found.tasks if task.part is Part.PROGRAMME and task.item}
