"""What was read of a plan, as cards that link back to its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.draft.coverage import Clause, clause_of
from runbook.draft.document import Span
from runbook.draft.findings import Duty, Question, Role
from runbook.draft.writing_notes import asked, day_text
from runbook.render.page.review_words import Mark
from runbook.reports.drafted import Reading, facts
from runbook.reports.phrasing import clock
from runbook.text import say


@dataclass(frozen=True, slots=True)
class Card:
    """`rows` are (what, value); `asks` the questions; `open` for words that became no task. `span` None: no words."""

    id: str
    title: str
    rows: tuple[tuple[str, str], ...] = ()
    asks: tuple[str, ...] = ()
    span: Span | None = None
    inner: tuple[Span, ...] = ()
    open: bool = False

    @property
    def cls(self) -> str:
        return " ".join(name for name, here in (("asked", bool(self.asks)), ("open", self.open)) if here)

    def marks(self) -> Iterator[Mark]:
        if self.span:
            yield Mark(self.id, self.span, self.cls, self.inner)


def cards(read: Reading) -> dict[str, list[Card]]:
    """The cards by the part of the page they stand in: "whole", "agencies", "duties", "left"."""
    placed = _by_place(read)
    return {
        "whole": [*_whole(read), *_asked(read, placed)],
        "agencies": list(_parties(read)),
        "duties": list(_duties(read)),
        "left": list(_left(read)),
    }


def _by_place(read: Reading) -> list[Question]:
    """Questions that belong to no duty and no agency."""
    names = {one.name for one in read.draft.parties}
    return [one for one in read.questions if not one.duty and dict(one.facts).get("party") not in names]


def _whole(read: Reading) -> Iterator[Card]:
    """The facts of the whole, then what is shown at its own words."""
    yield Card("facts", say(read.language, "review.facts"), facts(read))
    draft = read.draft
    head = draft.header
    quotes = [("title", head.title), ("issuer", head.issuer)]
    quotes += [("number", head.number.raw if head.number else None), ("date", head.issued.raw if head.issued else None)]
    for name, quote in quotes:
        if quote:
            yield Card(f"h:{name}", say(read.language, f"review.{name}"), (("", quote.text),), (), quote.span)
    yield from _times(read)
    for at, one in enumerate(draft.occasions):
        day = (("", day_text(one.anniversary)),) if one.anniversary else ()
        yield Card(f"o:{at}", one.name, day, (), one.span)


def _times(read: Reading) -> Iterator[Card]:
    draft = read.draft
    windows = draft.campaign.windows if draft.campaign else ()
    if draft.sitting:
        windows = (draft.sitting.window,) if draft.sitting.window else ()
        if draft.sitting.venue:
            venue = draft.sitting.venue
            rows = (("", venue.name), ("", venue.address)) if venue.address else (("", venue.name),)
            yield Card("v", say(read.language, "review.venue"), rows, (), venue.span)
        for at, item in enumerate(draft.sitting.programme, 1):
            start = (
                ((say(read.language, "review.from"), clock(read.language, item.start)),)
                if item.start is not None
                else ()
            )
            yield Card(f"p:{at}", f"{at}. {item.title.text}", start, (), item.title.span)
    for at, window in enumerate(windows):
        days = f"{day_text(window.first)} – {day_text(window.last)}"
        peak = say(read.language, "drafted.peak") if window.peak else say(read.language, "review.days")
        yield Card(f"w:{at}", peak, (("", days),), (), window.raw.span)


def _asked(read: Reading, questions: list[Question]) -> Iterator[Card]:
    for at, one in enumerate(questions):
        told = (asked(one, read.language),)
        unread = one.code == "unread" and any(not each.carried for each in _at(read, one))
        yield Card(f"q:{at}", say(read.language, "review.question"), (), told, one.span, (), unread)


def _at(read: Reading, question: Question) -> Iterator[Clause]:
    """The paragraphs of the part that shares out the work that a question is about."""
    yield from (one for one in read.coverage.clauses if question.span in [words.span for words in one.words])


def _parties(read: Reading) -> Iterator[Card]:
    for one in read.draft.parties:
        role = say(read.language, f"review.role_{one.role.value}")
        rows = [(say(read.language, "review.role"), role)]
        rows += [(say(read.language, "review.place"), one.section)] if one.section else []
        rows += [(say(read.language, "review.standing"), "✓")] if one.standing else []
        rows += [(say(read.language, "review.aliases"), "; ".join(one.aliases))] if one.aliases else []
        asks = [each for each in read.questions if ("party", one.name) in each.facts]
        span = one.heading.span if one.heading else one.span if one.role is not Role.MENTIONED else None
        yield Card(f"a:{one.id}", one.name, tuple(rows), tuple(asked(each, read.language) for each in asks), span)


def _duties(read: Reading) -> Iterator[Card]:
    carried = {one: clause for clause in read.coverage.clauses for one in clause.duties}
    for duty in read.draft.duties:
        clause = carried[duty.id]
        asks = tuple(asked(one, read.language) for one in read.questions if one.duty == duty.id)
        place = clause_of(duty) or say(read.language, "drafted.closing")
        inner = tuple(one.span for one in ((duty.due.raw,) if duty.due else ()) + duty.recurs)
        rows = tuple(_rows(read, duty, clause))
        title = f"{place} · {duty.title}"
        yield Card(f"d:{duty.id}", title, rows, asks, duty.words.span, inner, not clause.carried)


def _rows(read: Reading, duty: Duty, clause: Clause) -> Iterator[tuple[str, str]]:
    names = {one.id: one.name for one in read.draft.parties}

    def told(key: str, *ids: str) -> Iterator[tuple[str, str]]:
        found = "; ".join(names[one] for one in ids if one in names)
        if found:
            yield say(read.language, f"review.{key}"), found

    basis = say(read.language, f"review.basis_{duty.basis.name.lower()}")
    yield from ((what, f"{who} ({basis})") for what, who in told("lead", *duty.lead))
    yield from told("support", *duty.support)
    if duty.due:
        yield say(read.language, "review.due"), duty.due.raw.text
    if duty.recurs:
        yield say(read.language, "review.recurs"), "; ".join(one.text for one in duty.recurs)
    yield from told("steps", *dict.fromkeys(one.party for one in duty.steps))
    yield from told("reports", duty.report_to)
    none = say(read.language, "drafted.by_general" if clause.by == "general" else "drafted.by_nothing")
    yield say(read.language, "review.tasks"), ", ".join(clause.tasks) or none


def _left(read: Reading) -> Iterator[Card]:
    for at, one in enumerate(read.coverage.left):
        why = "draft.file.why_preface" if one.why == "preface" else "draft.file.why_unread"
        yield Card(f"l:{at}", one.words.text, (("", say(read.language, why)),), (), one.words.span)
