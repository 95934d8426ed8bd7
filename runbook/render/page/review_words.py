"""The plan document as paragraphs whose words link to what was read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from runbook.draft.document import Document, Paragraph, Span
from runbook.render.page.markup import Content, Html, el


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of the plan that were read as the card `of`; `cls` is "asked", "open" or "". `inner`: spans within."""

    of: str
    span: Span
    cls: str = ""
    inner: tuple[Span, ...] = ()


def paragraphs(document: Document, marks: Sequence[Mark], page_word: str) -> list[Content]:
    """Every paragraph; the first place of a mark has the id that its card links back to."""
    placed: set[str] = set()
    ordered = sorted(marks, key=lambda one: one.span[1] - one.span[0])
    shown: list[Content] = []
    page = None
    for one in document.paragraphs:
        if one.page is not None and one.page != page:
            page = one.page
            shown.append(el("p", f"{page_word} {page}", cls="page"))
        if one.text:
            near = [mark for mark in ordered if _meets(mark.span, one.span())]
            shown.append(el("p", one.bullet, " " if one.bullet else "", _runs(one, near, placed)))
    return shown


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _runs(paragraph: Paragraph, marks: Sequence[Mark], placed: set[str]) -> list[Content]:
    """The text in runs of one mark each; where several meet, the shortest counts."""
    owners = [_at(place, marks) for place in paragraph.offsets]
    shown: list[Content] = []
    start = 0
    for mark, letters in groupby(owners):
        end = start + len(list(letters))
        shown.append(_run(paragraph, start, end, mark, placed) if mark else paragraph.text[start:end])
        start = end
    return shown


def _at(place: int, marks: Iterable[Mark]) -> Mark | None:
    return next((mark for mark in marks if mark.span[0] <= place < mark.span[1]), None)


def _run(paragraph: Paragraph, start: int, end: int, mark: Mark, placed: set[str]) -> Html:
    first = mark.of not in placed
    placed.add(mark.of)
    inside = [any(one[0] <= paragraph.offsets[at] < one[1] for one in mark.inner) for at in range(start, end)]
    pieces: list[Content] = []
    for strong, letters in groupby(inside):
        piece = paragraph.text[start : start + len(list(letters))]
        pieces.append(el("b", piece) if strong else piece)
        start += len(piece)
    return el("a", pieces, id=f"s:{mark.of}" if first else None, href=f"#r:{mark.of}", data_of=mark.of, cls=mark.cls)
