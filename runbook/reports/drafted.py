"""What was read of a plan document, and how far a ceremony file carries it, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from runbook.draft.coverage import Clause, Coverage, Difference, clause_of
from runbook.draft.findings import Draft, Question, Window
from runbook.draft.writing_agencies import proper
from runbook.draft.writing_notes import asked, day_text
from runbook.model import Ceremony
from runbook.reports.phrasing import clock
from runbook.text import say

_SHOWN, _MOST = 90, 6  # letters of a clause, deadlines of a summary


@dataclass(frozen=True, slots=True)
class Reading:
    """What a summary is of."""

    draft: Draft
    ceremony: Ceremony
    coverage: Coverage
    questions: tuple[Question, ...]
    language: str

    def say(self, key: str, /, **facts: object) -> str:
        return say(self.language, f"drafted.{key}", **facts)


def facts(read: Reading) -> tuple[tuple[str, str], ...]:
    """(what, what was read of it), in the order of a plan; what the plan does not say is left out."""
    draft = read.draft
    sitting = draft.sitting
    found = [
        ("document", _document(read)),
        ("title", draft.header.title.text if draft.header.title else ""),
        ("occasions", "; ".join(_occasion(name, day) for name, day in _anniversaries(draft))),
        ("sitting", sitting.name if sitting else ""),
        ("campaign", draft.campaign.name if draft.campaign else ""),
        ("days", "; ".join(_window(read, one) for one in _windows(draft))),
        ("hours", _hours(read)),
        (
            "venue",
            ", ".join(filter(None, (sitting.venue.name, sitting.venue.address))) if sitting and sitting.venue else "",
        ),
        ("programme", read.say("items", count=len(sitting.programme)) if sitting and sitting.programme else ""),
        ("agencies", _agencies(read)),
        ("tasks", _tasks(read)),
        ("deadlines", _deadlines(read)),
    ]
    return tuple((read.say(f"of_{key}"), words) for key, words in found if words)


def _document(read: Reading) -> str:
    head = read.draft.header
    number = head.number.figures if head.number else ""
    day = day_text(head.issued.day) if head.issued and head.issued.day else ""
    pieces = (head.kind, number, day, proper(head.issuer.text, head.place) if head.issuer else "")
    return ", ".join(filter(None, pieces))


def _anniversaries(draft: Draft) -> Iterator[tuple[str, date | None]]:
    yield from ((one.name, one.anniversary) for one in draft.occasions)


def _occasion(name: str, day: date | None) -> str:
    return f"{name} ({day_text(day)})" if day else name


def _windows(draft: Draft) -> tuple[Window, ...]:
    if draft.sitting:
        return (draft.sitting.window,) if draft.sitting.window else ()
    return draft.campaign.windows if draft.campaign else ()


def _window(read: Reading, window: Window) -> str:
    days = day_text(window.first)
    if window.last != window.first:
        days = f"{days}–{day_text(window.last)}"
    peak = f" ({read.say('peak')})" if window.peak else ""
    return f"{days}{peak}"


def _hours(read: Reading) -> str:
    sitting = read.draft.sitting
    if sitting is None or sitting.start is None:
        return ""
    opening = clock(read.language, sitting.start)
    return f"{opening}–{clock(read.language, sitting.end)}" if sitting.end is not None else opening


def _agencies(read: Reading) -> str:
    own = [one for one in read.draft.parties if one.section]
    requested = sum(one.role.value == "requested" for one in own)
    return read.say("agency_count", count=len(read.draft.parties), own=len(own), requested=requested)


def _tasks(read: Reading) -> str:
    tasks = [one for one in read.ceremony.tasks if not one.series and one.part.value != "programme"]
    duties = {one.chain or one.id for one in tasks}
    return read.say("task_count", count=len(duties), duties=len(read.draft.duties))


def _deadlines(read: Reading) -> str:
    found = dict.fromkeys(one.due.raw.text for one in read.draft.duties if one.due)
    first = [*list(found)[:_MOST], *(["…"] if len(found) > _MOST else [])]
    return read.say("deadline_count", count=len(found), words="; ".join(first)) if found else ""


def questions(read: Reading) -> tuple[str, ...]:
    """Every question, in the order of the plan, with the place it is about."""
    refs = {one.id: clause_of(one) or read.say("closing") for one in read.draft.duties}
    told = [(refs.get(one.duty, ""), asked(one, read.language)) for one in read.questions]
    return tuple(f"{ref}: {words}" if ref else words for ref, words in told)


def line(coverage: Coverage, language: str) -> str:
    """How much of the plan is carried, in one sentence."""
    carried = sum(bool(one.tasks) for one in coverage.clauses)
    general = sum(one.by == "general" for one in coverage.clauses)
    return say(
        language,
        "drafted.line",
        count=len(coverage.clauses),
        carried=carried,
        general=general,
        open=len(coverage.open),
    )


def clause_row(clause: Clause, language: str) -> tuple[str, str, str]:
    """(place, its words in short, who carries it)."""
    words = " / ".join(one.text for one in clause.words)
    short = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"
    told = ", ".join(clause.tasks) or say(language, f"drafted.by_{clause.by or 'nothing'}")
    marked = say(language, f"drafted.by_{clause.by}", tasks=told) if clause.tasks and clause.by != "ref" else told
    return clause.ref or say(language, "drafted.closing"), short, marked


def difference(found: Difference, ceremony: Ceremony, language: str) -> str:
    """One place where the file says other than the plan."""
    names = {one.id: one.name for one in ceremony.agencies}
    facts = {
        "ref": found.ref or say(language, "drafted.closing"),
        "tasks": ", ".join(found.tasks),
        "agencies": ", ".join(names[one] for one in found.agencies),
        "words": found.due.text if found.due else "",
    }
    return say(language, f"drafted.differs_{found.kind}", **facts)


def unknown(task: str, ref: str, language: str) -> str:
    return say(language, "drafted.unknown", task=task, ref=ref)


def left(coverage: Coverage, language: str) -> tuple[str, ...]:
    """What no duty was read from, and why."""
    return tuple(f"{one.words.text} ({say(language, _why(one.why))})" for one in coverage.left)


def _why(code: str) -> str:
    return "draft.file.why_preface" if code == "preface" else "draft.file.why_unread"
