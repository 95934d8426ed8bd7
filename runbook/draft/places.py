"""Where the paragraphs of a plan stand in its numbering: VII.6.1 is part VII, item 6, its first paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.draft import header
from runbook.draft.document import Paragraph, Span
from runbook.draft.findings import Draft, Scope
from runbook.draft.outline import TEXT, Item, Outline, outline


@dataclass(frozen=True, slots=True)
class Places:
    """`paths` of all numbered parts and of the paragraphs in them; `spans` where each part's paragraphs stand."""

    paths: frozenset[str]
    spans: tuple[tuple[Span, str], ...]
    closes: bool  # the plan has closing sentences

    def at(self, span: Span) -> str:
        """The part that holds these words, "" where none does."""
        return next((path for (first, last), path in self.spans if first <= span[0] < last), "")


def places(draft: Draft) -> Places:
    paragraphs = draft.document.paragraphs
    kind = header.kind(paragraphs)
    _, after = header.title(paragraphs, kind) if kind else (None, 0)
    parts = outline(draft.document, after)
    duties = {f"{one.section}.{one.bullet}" for one in draft.duties if one.section and one.scope is not Scope.CLOSING}
    found = {*_numbered(parts), *duties, *(one.section for one in draft.duties if one.scope is not Scope.CLOSING)}
    above = {path.rsplit(".", count)[0] for path in found for count in range(1, path.count(".") + 1)}
    spans = tuple((_whole(item.paragraph), item.path) for item in parts.items if item.paragraph.text)
    closes = bool(parts.closing) or any(one.scope is Scope.CLOSING for one in draft.duties)
    return Places(frozenset(one for one in (*found, *above) if one), spans, closes)


def _numbered(parts: Outline) -> Iterator[str]:
    """Every path, and below it a number for each paragraph that carries none of its own."""
    counts: dict[str, int] = {}
    for item in parts.items:
        yield item.path
        if not _heads(item):
            counts[item.path] = counts.get(item.path, 0) + 1
            yield f"{item.path}.{counts[item.path]}"
        else:
            yield f"{item.path}.1"  # what stands on the line of the number itself


def _heads(item: Item) -> bool:
    return item.is_numbered and item.level < TEXT


def _whole(paragraph: Paragraph) -> Span:
    return paragraph.bullet_at[0] if paragraph.bullet_at else paragraph.span()[0], paragraph.span()[1]
