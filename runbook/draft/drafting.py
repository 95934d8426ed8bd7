"""A plan document read as a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from runbook.draft import cards, closing, content, ending, header, questions, sections, tables, unread_days
from runbook.draft.anchoring import anchored
from runbook.draft.campaign import campaign
from runbook.draft.document import Document, Paragraph, Quote, Span
from runbook.draft.due import Calendar, DayOff
from runbook.draft.duties import Drafter, finished, link_opinions
from runbook.draft.findings import Basis, Campaign, Draft, Duty, Question, Role, Scope, Sitting, Window
from runbook.draft.grids import gridded
from runbook.draft.identity import places
from runbook.draft.implied import implied
from runbook.draft.issuer import issuer
from runbook.draft.judging import judge
from runbook.draft.left import left_cells
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.mentions import Text
from runbook.draft.merging import merge
from runbook.draft.occasion_words import kind_of
from runbook.draft.occasions import occasions
from runbook.draft.outer import Header
from runbook.draft.outline import Item, Outline, outline
from runbook.draft.refusal import NotAPlanError
from runbook.draft.registry import Registry
from runbook.draft.shown import shown
from runbook.draft.sitting import beside, sittings
from runbook.draft.working import Draught

_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_PARTY = plain_pattern(
    r"ban tuyen giao|ban dan van|ban to chuc (?:trung uong|\w+ uy)|uy ban kiem tra|(?:tinh|thanh|huyen"
    r"|quan|thi|dang|chi) uy|ban thuong vu|ban chap hanh|dang bo|mat tran|lien doan|doan thanh nien|hoi "
)


def weekend(day: date) -> bool:
    return day.weekday() > 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """A document taken apart, before its duties are read."""

    document: Document
    header: Header
    outline: Outline
    title: Paragraph | None
    calendar: Calendar


def draft(document: Document, off: DayOff = weekend) -> Draft:
    """What the plan says. `off` tells the days on which nobody works; a deadline on one moves back.

    Raises NotAPlanError: "no-text", "other-kind" for a kind of document that shares out no work, "not-a-plan".
    """
    frame = _frame(gridded(document), off)
    registry = Registry(places(frame.header.issuer.text if frame.header.issuer else "", frame.header.place))
    reader = sections.Sections(registry, _is_state(frame.header))
    reader.learn(frame.outline.organisation)
    drafter = Drafter(registry, reader.names, frame.calendar)
    draughts = _draughts(frame, reader, drafter)
    if not frame.header.kind and not any(one.scope is Scope.IMPLEMENTATION for one in draughts):
        raise NotAPlanError("not-a-plan")
    _number(draughts)
    merge(draughts)
    link_opinions(draughts)
    return _whole(frame, reader, registry, draughts)


def _frame(document: Document, off: DayOff) -> _Frame:
    if not any(one.text.strip() for one in document.paragraphs):
        raise NotAPlanError("no-text")
    kind = header.kind(document.paragraphs)
    subject, after = header.title(document.paragraphs, kind) if kind else (None, 0)
    parts = outline(document, after)
    if not parts.organisation:
        parts = replace(parts, implied=tuple(implied(parts)))
    judge(kind, parts)
    above = parts.front[: kind.paragraph] if kind else parts.front[:8]
    head = _header(parts, kind, subject, above, after)
    year = _year(head, subject)
    issued = head.issued.day if head.issued else None
    return _Frame(document, head, parts, _joined(document, subject), Calendar(year, issued, off))


def _header(
    parts: Outline, kind: header.Kind | None, subject: Quote | None, above: Sequence[Paragraph], after: int
) -> Header:
    place, issued = header.issued(above)
    return Header(
        kind=kind.name if kind else "",
        number=header.number(above),
        place=place,
        issued=issued,
        issuer=issuer(above, parts.front[kind.paragraph if kind else 0 :], parts.closing, parts.below),
        title=subject,
        sources=header.sources(parts.front[after:]),
        signature=ending.signature(parts.below),
        recipients=ending.recipients(parts.below),
    )


def _year(head: Header, subject: Quote | None) -> int | None:
    """The year of days written without one: that of issue, else the last the subject names."""
    if head.issued and head.issued.year:
        return head.issued.year
    named = _YEAR.findall(subject.text) if subject else []
    return int(named[-1]) if named else None


def _joined(document: Document, subject: Quote | None) -> Paragraph | None:
    """The subject as one paragraph, though it may stand in several."""
    if subject is None:
        return None
    start, end = subject.span
    within = [
        (letter, at)
        for one in document.paragraphs
        for letter, at in zip(f"{one.text} ", (*one.offsets, one.offsets[-1]), strict=True)
        if start <= at < end
    ]
    return Paragraph("".join(letter for letter, _ in within), tuple(at for _, at in within))


def _is_state(head: Header) -> bool:
    return head.issuer is None or not _PARTY.search(plain(head.issuer.text))


def _draughts(frame: _Frame, reader: sections.Sections, drafter: Drafter) -> list[Draught]:
    """The duties of all parts, in the order of the document."""
    registry = drafter.registry
    issuer_id = _issuer_id(frame.header, registry)
    made = list(cards.draughts(frame.outline, drafter))
    told = {id(one.paragraph) for one in made}
    made += [one for one in _of_content(frame, drafter) if id(one.paragraph) not in told]
    for part in frame.outline.organisation:
        for passage in list(reader.passages(part)):
            made += drafter.draughts(passage, Scope.IMPLEMENTATION, issuer_id)
    made += _of_tables(frame, drafter)
    made += _of_closing(frame, drafter)
    return sorted(made, key=lambda one: (one.paragraph.offsets[one.start], one.scope is Scope.CLOSING))


def _issuer_id(head: Header, registry: Registry) -> str:
    if head.issuer is None:
        return ""
    known = registry.exact(head.issuer.text)
    return known or registry.add(head.issuer.text, Role.ISSUER, head.issuer.span).id


def _of_content(frame: _Frame, drafter: Drafter) -> Iterator[Draught]:
    for passage in content.passages(frame.outline, drafter.registry, drafter.names):
        text = Text(passage.paragraph.text, drafter.names)
        end = len(text.text.rstrip(" ;"))
        section, bullet, owner = passage.section, passage.bullet, passage.owners[0]
        one = Draught(passage.paragraph, passage.start, end, section, bullet, Scope.CONTENT, owner, passage.requested)
        one.action_at = one.start
        drafter.roles(one, text, passage)
        drafter.circumstances(one, text)
        one.open = False
        yield one


def _of_tables(frame: _Frame, drafter: Drafter) -> Iterator[Draught]:
    inside = [item.paragraph for part in frame.outline.organisation for item in part if item.paragraph.cell]
    outside = [item.paragraph for item in frame.outline.items if item.paragraph.cell and item.paragraph not in inside]
    paths = {id(item.paragraph): item.path for item in frame.outline.items}
    for paragraphs in (inside, outside, list(frame.outline.annex)):
        for table in tables.tables(paragraphs):
            first = next(iter(next(iter(table.rows.values())).values()))[0] if table.rows else None
            section = paths.get(id(first), "") or "annex"
            yield from tables.draughts(table, section, drafter)


def _of_closing(frame: _Frame, drafter: Drafter) -> Iterator[Draught]:
    found = list(closing.calls(frame.outline.closing, drafter.registry, drafter.names))
    everybody = [entry.id for entry in drafter.registry.entries.values() if entry.collective and entry.section]
    for at, call in enumerate(found):
        owners = call.owners or tuple(everybody)
        if not owners:
            continue
        part = chr(ord("a") + at) if 1 < len(found) <= 26 else ""
        one = Draught(
            call.paragraph, call.start, call.end, "closing", 1, Scope.CLOSING, owners[0], call.requested, part
        )
        one.action_at = call.start
        drafter.circumstances(one, Text(call.paragraph.text, drafter.names))
        one.lead, one.basis, one.fixed = owners, Basis.INFERRED, True
        one.kind = "report" if one.report_to else "catchall"
        yield one


def _number(draughts: Sequence[Draught]) -> None:
    width = max(2, len(str(len(draughts))))
    for at, one in enumerate(draughts, 1):
        one.id = f"T{at:0{width}}"


def _whole(frame: _Frame, reader: sections.Sections, registry: Registry, draughts: Sequence[Draught]) -> Draft:
    year = frame.calendar.year
    many = frozenset(entry.id for entry in registry.entries.values() if entry.collective)
    main, others = sittings(frame.header.title, frame.outline, year)
    held = shown(main, draughts, many)
    spread = _campaign(frame, held)
    duties = tuple(
        anchored(finished(one, reader.names, many, held is not None), held, others, spread, frame.calendar)
        for one in draughts
    )
    return Draft(
        document=frame.document,
        header=frame.header,
        occasions=occasions(frame.title, frame.document.paragraphs),
        sitting=held,
        campaign=spread,
        organisation=_organisation(frame.outline.organisation),
        parties=registry.parties(),
        duties=duties,
        left=(*reader.left, *left_cells(frame.outline.organisation, draughts)),
        questions=(
            *_questions(frame, held, spread, registry, duties),
            *questions.of_left(reader.left),
            *_unread(frame, duties, list(unread_days.read_of((held, *others), spread))),
        ),
        others=others,
    )


def _unread(frame: _Frame, duties: Sequence[Duty], windows: Sequence[Quote]) -> Iterator[Question]:
    first, last = _organisation(frame.outline.organisation) or (0, 0)
    within = [one for one in frame.document.paragraphs if one.text and first <= one.span()[0] < last]
    beside = [one.paragraph for one in frame.outline.content if unread_days.is_rehearsal(one.text)]
    return unread_days.unread((*beside, *within), duties, windows, frame.calendar.issued)


def _campaign(frame: _Frame, held: Sitting | None) -> Campaign | None:
    """A plan of a sitting is of weeks too only where its subject names no sitting and it gives the weeks."""
    year = frame.calendar.year
    if held is None:
        return campaign(frame.header.title, frame.title, frame.outline, year)
    found = campaign(frame.header.title, frame.title, beside(frame.outline, year), year)
    own = frame.header.title is not None and kind_of(frame.header.title.text)
    return found if not own and any(not one.basis for one in found.windows) else None


def _organisation(parts: Sequence[Sequence[Item]]) -> Span | None:
    items = [item for part in parts for item in part]
    if not items:
        return None
    starts = [item.paragraph.bullet_at[0] if item.paragraph.bullet_at else item.paragraph.span()[0] for item in items]
    return min(starts), max(item.paragraph.span()[1] for item in items)


def _questions(
    frame: _Frame,
    held: Sitting | None,
    spread: Campaign | None,
    registry: Registry,
    duties: Sequence[Duty],
) -> Iterator[Question]:
    yield from questions.of_header(frame.header)
    windows: tuple[Window, ...] = ()
    if held:
        windows = (held.window,) if held.window else ()
        yield from questions.of_sitting(held)
    if spread:
        yield from questions.of_campaign(spread)
    yield from questions.of_parties(registry.parties())
    yield from questions.of_duties(duties, windows)
    yield from questions.weekdays((one.text, one.span()) for one in frame.document.paragraphs)
