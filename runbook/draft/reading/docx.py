"""A Word document as lines: body, tables, text boxes, with the numbers of its lists and without what is deleted.

Only what a plan needs of ECMA-376 part 1, clause 17, is read, as a stream; links are never followed, fields never
computed. The source is the text of the document, a paragraph in a line, with the numbers Word shows before items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from runbook.draft.document import Cell, Document
from runbook.draft.reading.joining import MOST_LETTERS, MOST_LINES, Line, paragraphs
from runbook.draft.reading.letters import composed, copied
from runbook.draft.reading.numbering import Lists, lists
from runbook.draft.reading.styles import NOTHING, Look, Styles, number, styles, value
from runbook.draft.refusal import NotAPlanError
from runbook.office import guard
from runbook.office.guard import RefusedError, too_large
from runbook.office.parts import Attributes, Package

MOST_BYTES = 20_000_000  # pictures of seals and emblems are part of it
MOST_ELEMENTS = 400_000  # a paragraph of Word has some fifty
_WIDEST = 200  # columns of a table that are told apart
_SKIPPED = frozenset(("Fallback", "del", "moveFrom", "delText", "instrText", "rt"))
_LINE = re.compile(r"[^\s](?:[^\n\f]*[^\s])?")
_RULE = re.compile(r"[-_=*~.·–—\s]*")


def read(data: bytes) -> Document:
    """Raises NotAPlanError: "no-text", "other-kind"; RefusedError for a file out of bounds."""
    package = Package(guard.opened(data, MOST_BYTES), MOST_ELEMENTS)
    roots = [target for kind, target in package.relations("").values() if kind == "officeDocument"]
    if len(roots) != 1:
        raise RefusedError("other-kind")
    parts = dict(package.relations(roots[0]).values())
    body = _Body(styles(package, parts.get("styles", "")), lists(package, parts.get("numbering", "")))
    package.read(roots[0], body.start, body.end, body.text)
    if not body.found:
        raise RefusedError("other-kind")
    source = "".join(body.source)
    if not any(sign.isalnum() for sign in source):
        raise NotAPlanError("no-text")
    pages = body.page if body.paged else None
    return Document(source, paragraphs(source, body.lines, copied(source)), "docx", pages, tuple(body.notes))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read: its pieces of text, each bold or not; "\\n" is a line break, "\\f" that of a page."""

    style: str = ""
    look: Look = NOTHING
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    joined: bool = False  # its end was deleted: the next one goes on with it
    page: int = 1


@dataclass(slots=True)
class _Table:
    """A table being read, and the cell that is read now."""

    number: int
    row: int = -1
    column: int = -1
    wide: int = 1


class _Body:
    """The body being read, element by element."""

    def __init__(self, named: Styles, counted: Lists) -> None:
        self.styles, self.lists = named, counted
        self.source: list[str] = []
        self.lines: list[Line] = []
        self.notes: dict[str, None] = {}
        self.length = self.at = 0
        self.found = self.paged = self.contents = False
        self.page = 1
        self.open: list[_Paragraph] = []
        self.tables: list[_Table] = []
        self.number = 0  # of tables
        self.skipped = 0  # how deep within what is not read
        self.run = NOTHING
        self.within: list[str] = []  # the elements of properties that are open
        self.taking = False
        self.left: _Paragraph | None = None

    def start(self, tag: str, attributes: Attributes) -> None:
        if self.skipped or (not self.within and (tag in _SKIPPED or (tag == "sdtContent" and self.contents))):
            self.skipped += 1
            self.contents = False
        elif self.within:
            self._property(tag, attributes)
        elif tag in ("pPr", "rPr", "tcPr"):
            self.within.append(tag)
            self.run = NOTHING if tag == "rPr" else self.run
        elif tag == "p":
            self.open.append(self.left or _Paragraph(page=self.page))
            self.left = None
        elif tag == "r":
            self.run = NOTHING
        else:
            self._element(tag, attributes)

    def _element(self, tag: str, attributes: Attributes) -> None:
        if tag == "body":
            self.found = True
        elif tag == "t":
            self.taking = True
        elif tag in ("tab", "ptab"):
            self._add("\t")
        elif tag in ("br", "cr"):
            self._break(value(attributes, "type"))
        elif tag == "lastRenderedPageBreak":
            self._turn()
        elif tag == "noBreakHyphen":
            self._add("-")
        elif tag in ("footnoteReference", "endnoteReference"):
            self.notes["footnotes"] = None
        elif tag == "altChunk":
            self.notes["other-parts"] = None
        elif tag == "docPartGallery":
            self.contents = value(attributes) == "Table of Contents"
        else:
            self._table(tag)

    def _table(self, tag: str) -> None:
        if tag == "tbl":
            self.tables.append(_Table(self.number))
            self.number += 1
        elif tag == "tr" and self.tables:
            table = self.tables[-1]
            table.row, table.column, table.wide = table.row + 1, -1, 1
        elif tag == "tc" and self.tables:
            table = self.tables[-1]
            table.column, table.wide = table.column + (table.wide if table.column >= 0 else 1), 1

    def _property(self, tag: str, attributes: Attributes) -> None:
        self.within.append(tag)
        kind = self.within[0]
        if "rPrChange" in self.within or "pPrChange" in self.within:
            return
        if kind == "rPr":
            self.run = self.run.said(tag, attributes)
        elif kind == "tcPr" and tag == "gridSpan" and self.tables:
            self.tables[-1].wide = max(1, number(value(attributes), _WIDEST))
        elif kind == "pPr" and self.open:
            self._of_paragraph(self.open[-1], tag, attributes)

    def _of_paragraph(self, paragraph: _Paragraph, tag: str, attributes: Attributes) -> None:
        if "rPr" in self.within:
            paragraph.joined = paragraph.joined or tag == "del"
        elif tag == "pStyle":
            paragraph.style = value(attributes)
        else:
            paragraph.look = paragraph.look.said(tag, attributes)

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped -= 1
        elif self.within:
            self.within.pop()
        elif tag == "t":
            self.taking = False
        elif tag == "p" and self.open:
            self._closed(self.open.pop())
        elif tag in ("body", "tc", "txbxContent") and self.left:
            self._closed(self.left)
            self.left = None
        elif tag == "tbl" and self.tables:
            self.tables.pop()

    def text(self, text: str) -> None:
        if self.taking and not self.skipped:
            self._add(text)

    def _add(self, text: str) -> None:
        if not self.open:
            return
        paragraph = self.open[-1]
        under = self.styles.of(paragraph.style)
        look = under if self.run is NOTHING else self.run.over(under)
        if look.hidden:
            self.notes["hidden"] = None
            return
        if not paragraph.pieces:
            paragraph.page = self.page
        self.length += len(text)
        if self.length > MOST_LETTERS:
            too_large("letters", MOST_LETTERS)
        shown = "".join(one.upper() if len(one.upper()) == 1 else one for one in text) if look.capitals else text
        paragraph.pieces.append((shown, bool(look.bold)))

    def _break(self, kind: str) -> None:
        if kind in ("page", "column"):
            self._turn()
        self._add("\f" if kind == "page" else "\n")

    def _turn(self) -> None:
        self.page += 1
        self.paged = True

    def _closed(self, paragraph: _Paragraph) -> None:
        if paragraph.joined:
            paragraph.joined, self.left = False, paragraph
            return
        under = self.styles.of(paragraph.style)
        look = under if paragraph.look is NOTHING else paragraph.look.over(under)
        text = "".join(piece for piece, _ in paragraph.pieces)
        label = self.lists.label(look.list_, look.level or 0) if look.list_ not in (None, "0") else ""
        if not _RULE.fullmatch(text):
            self._lines(paragraph, look, text, label)

    def _lines(self, paragraph: _Paragraph, look: Look, text: str, label: str) -> None:
        """The lines of a paragraph that is read: its own breaks part them."""
        bold = [strong for piece, strong in paragraph.pieces for sign in piece if sign.isalnum()]
        labelled = (self.at, self.at + len(label)) if label else None
        if label:
            self._written(f"{label} ")
        start = self._written(text + "\n")
        cell = self._cell()
        strong, centred = bool(bold) and all(bold), bool(look.centred)
        last = None
        for found in _LINE.finditer(text):
            at, end = start + found.start(), start + found.end()
            gap = last is not None and "\f" in text[last : found.start()]
            line = Line(
                at, end, composed(found.group()), gap, centred=centred, bold=strong, page=paragraph.page, cell=cell
            )
            if last is None:
                line = replace(line, whole=True, label=label, labelled=labelled)
            self.lines.append(line)
            last = found.end()
            if len(self.lines) > MOST_LINES:
                too_large("lines", MOST_LINES)

    def _cell(self) -> Cell | None:
        if not self.tables:
            return None
        table = self.tables[-1]
        return Cell(table.number, max(table.row, 0), max(table.column, 0))

    def _written(self, text: str) -> int:
        """Put text into the source; where it begins."""
        self.source.append(text)
        begins = self.at
        self.at += len(text)
        return begins
