"""Paragraphs, tables and sections of a document."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from runbook.render.word.decree30 import Form
from runbook.render.word.markup import Content, Xml, el, joined, part, related, twips, words
from runbook.render.word.package import HEAD, Properties, package
from runbook.render.word.styles import styles

PAPER = (210, 297)  # A4, millimetres
_HEAD_AT = 10  # millimetres from the edge to the page number, half-way up the top margin
_GROUP = "EDEDED"
Portion = str | Xml


def paragraph(style: str, *portions: Portion, keep_next: bool = False, section: Xml | None = None) -> Xml:
    """A paragraph of that style; plain text is one run. `section` ends a section with it."""
    properties = el("pPr", el("pStyle", val=style), el("keepNext") if keep_next else None, section)
    return el("p", properties, [run(one) if isinstance(one, str) else one for one in portions if one])


def run(text: str, bold: bool = False) -> Xml:
    """Text set as its paragraph's style says, or bold within it."""
    return el("r", el("rPr", el("b"), el("bCs")) if bold else None, words(text))


def rule(width: float, length: float) -> Xml:
    """A solid line of that length in the middle of that width, both in millimetres.

    It is the upper border of an empty paragraph, so that it keeps its length whatever is typed above it.
    """
    indent = twips((width - min(length, width)) / 2)
    return el("p", el("pPr", el("pStyle", val="Rule"), el("ind", left=indent, right=indent)))


def table(style: str, widths: Sequence[float], rows: Sequence[Xml]) -> Xml:
    """A table of fixed columns, widths in millimetres: what is long grows downwards."""
    grid = el("tblGrid", [el("gridCol", w=twips(width)) for width in widths])
    properties = el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(twips(width) for width in widths), type="dxa"),
        el("jc", val="center"),
        el("tblLayout", type="fixed"),
    )
    return el("tbl", properties, grid, rows)


def row(*cells: Xml, header: bool = False) -> Xml:
    """A row that stays on one page; a header row stands at the top of every page of its table."""
    return el("tr", el("trPr", el("cantSplit"), el("tblHeader") if header else None), cells)


def cell(width: float, *paragraphs: Xml, span: int = 1, shaded: bool = False, middle: bool = True) -> Xml:
    """A cell of paragraphs, one at least. `span`: of how many columns."""
    properties = el(
        "tcPr",
        el("tcW", w=twips(width), type="dxa"),
        el("gridSpan", val=span) if span > 1 else None,
        el("shd", val="clear", color="auto", fill=_GROUP) if shaded else None,
        el("vAlign", val="center") if middle else None,
    )
    return el("tc", properties, paragraphs or paragraph("Cell"))


def section(form: Form, landscape: bool = False) -> Xml:
    """A section whose pages are numbered from 1, the first without its number."""
    margins = form.margins
    width, height = reversed(PAPER) if landscape else PAPER
    sides = (margins.top, margins.right, margins.bottom, margins.left)
    top, right, bottom, left = (margins.left, margins.top, margins.right, margins.bottom) if landscape else sides
    return el(
        "sectPr",
        related("headerReference", HEAD),
        el("type", val="nextPage"),
        el("pgSz", w=twips(width), h=twips(height), orient="landscape" if landscape else None),
        el(
            "pgMar",
            top=twips(top),
            right=twips(right),
            bottom=twips(bottom),
            left=twips(left),
            header=twips(_HEAD_AT),
            footer=twips(_HEAD_AT),
            gutter=0,
        ),
        el("pgNumType", start=1),
        el("titlePg"),
    )


def breadth(form: Form, landscape: bool = False) -> float:
    """The width of the text of a page in millimetres."""
    margins = form.margins
    return PAPER[1] - margins.top - margins.bottom if landscape else PAPER[0] - margins.left - margins.right


def docx(form: Form, language: str, title: str, author: str, day: date, *content: Content) -> bytes:
    """The bytes of a document. `day` stands in its properties for the hour of writing."""
    return package(
        document=part("document", el("body", *content)),
        styles=styles(form, language),
        settings=_settings(),
        head=part("hdr", _page_number()),
        properties=Properties(title, author, day),
    )


def _page_number() -> Xml:
    field = [
        el("r", el("fldChar", fldCharType="begin")),
        el("r", Xml('<w:instrText xml:space="preserve"> PAGE </w:instrText>')),
        el("r", el("fldChar", fldCharType="separate")),
        el("r", words("2")),
        el("r", el("fldChar", fldCharType="end")),
    ]
    return el("p", el("pPr", el("pStyle", val="Header")), field)


def _settings() -> str:
    """Word 2013 and later: without it Word opens the file as one of 2007 and says so in its title."""
    mode = el("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return part("settings", el("defaultTabStop", val=720), el("compat", mode))


def ended(*content: Content, last: Xml) -> Xml:
    """A body whose last thing may be a table: Word wants a paragraph after it, one too small to make a page."""
    return joined([*content, paragraph("Spacer"), last])
