"""Duties that stand before the organisation part, where a body named is told to do something."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.draft import heading_words as headings
from runbook.draft.addressed import address
from runbook.draft.document import Paragraph
from runbook.draft.findings import Role
from runbook.draft.letters import plain
from runbook.draft.mentions import Text
from runbook.draft.names import Names
from runbook.draft.outline import LETTER, TEXT, Item, Outline
from runbook.draft.registry import Registry
from runbook.draft.sections import Passage

_NONE = (
    headings.PURPOSE,
    headings.ATTENDANCE,
    headings.HOSTS,
    headings.BACKDROP,
    headings.PROGRAMME,
    headings.TIME,
    headings.PLACE,
)


def passages(outline: Outline, registry: Registry, names: Names) -> Iterator[Passage]:
    """Paragraphs that begin with a body and go on with what it does; parts on aims, guests and programme hold none."""
    silent: set[int] = set()
    counts: dict[str, int] = {}
    for item in outline.content:
        if item.number in silent or item.paragraph.cell is not None:
            continue
        if item.level <= LETTER and any(kind.search(plain(item.text[:120])) for kind in _NONE):
            silent |= {one.number for one in outline.under(item)}
            continue
        if item.level <= LETTER and not _follows(item, outline):
            counts[item.path] = 0
            continue
        counts[item.path] = counts.get(item.path, 0) + 1
        if made := _passage(item, registry, names, counts[item.path]):
            yield made


def _follows(item: Item, outline: Outline) -> bool:
    """Whether a numbered item is no heading: nothing deeper stands below it."""
    after = outline.items[item.number + 1] if item.number + 1 < len(outline.items) else None
    return after is None or (after.level <= item.level and after.level < TEXT)


def _passage(item: Item, registry: Registry, names: Names, number: int) -> Passage | None:
    text = Text(item.text, names)
    found = address(text, False)
    if found is None or found.form == "line" or not item.text[found.duty or found.end :].strip(" :"):
        return None
    owners = tuple(_party(item.paragraph, registry, one.name, one.start, one.end) for one in found.mentions)
    start = found.duty if found.form == "colon" else _skipped(item.text, found.end)
    return Passage(item.paragraph, start, item.path, number, owners, found.requested)


def _party(paragraph: Paragraph, registry: Registry, name: str, start: int, end: int) -> str:
    return registry.party(name, paragraph.span(start, end), Role.MENTIONED)


def _skipped(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip(" ,"))
