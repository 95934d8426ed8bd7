"""The plan document as paragraphs whose words link to what was read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
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


@dataclass
class Words:
    """Makes the paragraphs; `placed` are the marks that have a place in them, which their cards can link back to."""

    marks: Sequence[Mark]
    placed: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.marks = sorted(self.marks, key=lambda one: one.span[1] - one.span[0])

    def paragraphs(self, document: Document, page_word: str) -> list[Content]:
        """Every paragraph, the number of a page before its first."""
        shown: list[Content] = []
        page = None
        for one in document.paragraphs:
            if one.page is not None and one.page != page:
                page = one.page
                shown.append(el("p", f"{page_word} {page}", cls="page"))
            if one.text:
                shown.append(el("p", one.bullet, " " if one.bullet else "", self._runs(one)))
        return shown

    def _runs(self, paragraph: Paragraph) -> list[Content]:
        """The text in runs of one mark each; where several meet, the shortest counts."""
        near = [mark for mark in self.marks if _meets(mark.span, paragraph.span())]
        begun = self._begun(paragraph, near)
        owners = [_at(place, near) for place in paragraph.offsets]
        shown: list[Content] = []
        start = 0
        for mark, letters in groupby(enumerate(owners), key=lambda one: one[1]):
            end = start + len(list(letters))
            anchors = [name for at in range(start, end) for name in begun.get(at, ())]
            shown += [el("span", id=f"s:{name}", data_of=name) for name in anchors]
            shown.append(_run(paragraph, start, end, mark) if mark else paragraph.text[start:end])
            start = end
        return shown

    def _begun(self, paragraph: Paragraph, near: Iterable[Mark]) -> dict[int, list[str]]:
        """The marks that begin in this paragraph, by the letter they begin at."""
        found: dict[int, list[str]] = {}
        for mark in near:
            at = next((at for at, place in enumerate(paragraph.offsets) if _within(place, mark.span)), None)
            if at is not None and mark.of not in self.placed:
                self.placed.add(mark.of)
                found.setdefault(at, []).append(mark.of)
        return found


def _meets(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(place: int, span: Span) -> bool:
    return span[0] <= place < span[1]


def _at(place: int, marks: Iterable[Mark]) -> Mark | None:
    return next((mark for mark in marks if _within(place, mark.span)), None)


def _run(paragraph: Paragraph, start: int, end: int, mark: Mark) -> Html:
    """The words of one mark, what counts within them in bold."""
    inside = [any(_within(paragraph.offsets[at], one) for one in mark.inner) for at in range(start, end)]
    pieces: list[Content] = []
    for strong, letters in groupby(inside):
        piece = paragraph.text[start : start + len(list(letters))]
        pieces.append(el("b", piece) if strong else piece)
        start += len(piece)
    return el("a", pieces, href=f"#r:{mark.of}", data_of=mark.of, cls=mark.cls)
