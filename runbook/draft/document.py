"""A plan document as paragraphs that know where each of their letters came from."""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]  # code points of `Document.source`, the end not included


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the plan, in one line, and where they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a paragraph stands, all counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, rejoined where a line or a page broke it.

    `text` is NFC, with single spaces and without the marks of bold and italics; `offsets` gives for each of its
    letters the place in the source, so a part of it can be shown there. `bullet` is the sign it began with ("-", "+",
    "1.", "a)", "III.", "" for none), whether typed or put there by Word's numbering; it is not part of `text`.
    `broken` says that a page, or an empty line in mid-sentence, was mended within.
    """

    text: str
    offsets: tuple[int, ...]
    bullet: str = ""
    bullet_at: Span | None = None
    page: int | None = None  # counted from 1, None where the document has none
    cell: Cell | None = None
    bold: bool = False  # as a whole
    centred: bool = False
    broken: bool = False
    lines: tuple[int, ...] = ()  # where in `text` a line of the source began, the first not listed
    ends: tuple[int, ...] = ()  # where in the source each letter ends; () where each is one code point

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where in the source the letters from `start` to `end` stand; the paragraph as a whole without them."""
        last = (len(self.text) if end is None else end) - 1
        return self.offsets[start], self.ends[last] if self.ends else self.offsets[last] + 1


@dataclass(frozen=True, slots=True)
class Document:
    """What was read of a file. `source` is the text all spans count in: of a .txt the file's own characters."""

    source: str
    paragraphs: tuple[Paragraph, ...]
    kind: str  # "txt", "docx", "pdf"
    pages: int | None = None
    notes: tuple[str, ...] = ()  # codes of what had to be mended or was left out, said by the catalogue
