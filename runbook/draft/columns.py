"""Two columns of a header or signature that a plain text holds side by side, taken apart at the wide gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from runbook.draft.document import Paragraph

_GAP = 4  # places of the source between two letters of one line


def apart(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, those with a wide gap as several: what stood left first, then what stood right."""
    left: list[Paragraph] = []
    right: list[Paragraph] = []
    for paragraph in paragraphs:
        pieces = list(_pieces(paragraph))
        beside = right and len(pieces) == 1 and not paragraph.bullet  # below the right column, as a signer's name is
        left += [] if beside else pieces[:1]
        right += pieces if beside else pieces[1:]
    return (*left, *right)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    offsets = paragraph.offsets
    cuts = [0]
    for at in range(1, len(offsets)):
        wide = offsets[at] - offsets[at - 1] >= _GAP
        if wide and paragraph.text[at].isupper() and not {at, at - 1} & set(paragraph.lines):
            cuts.append(at)
    for number, (start, end) in enumerate(zip(cuts, [*cuts[1:], len(offsets)], strict=True)):
        words = paragraph.text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first >= last:
            continue
        yield replace(
            paragraph,
            text=paragraph.text[first:last],
            offsets=offsets[first:last],
            ends=paragraph.ends[first:last],
            bullet=paragraph.bullet if number == 0 else "",
            lines=tuple(one - first for one in paragraph.lines if first < one < last),
        )
