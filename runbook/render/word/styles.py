"""The named styles of a document, by which whoever edits it afterwards changes a whole kind of text at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass

from runbook.render.word.decree30 import Form, Type
from runbook.render.word.markup import Content, Xml, el, part, twips
from runbook.text import say

FONT = "Times New Roman"
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_BUILT_IN = {  # names that Word itself says in the language of its user
    "Normal": "Normal",
    "BodyText": "Body Text",
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Header": "header",
    "Title": "Title",
    "Subtitle": "Subtitle",
    "TableGrid": "Table Grid",
}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style.

    `before`, `after` in points; `first` (line indent), `inset` (of both sides) in millimetres; `line` in lines;
    `exact`: the height of its lines in points, whatever stands in them. `level`: of the outline, from 1.
    """

    id: str
    type: Type
    align: str = "left"
    _: KW_ONLY
    before: float = 0
    after: float = 0
    first: float = 0
    inset: float = 0
    line: float = 1
    exact: float = 0
    level: int = 0
    keep_next: bool = False
    ruled: bool = False
    boxed: bool = False
    next: str = ""


def styles(form: Form, language: str) -> str:
    """The styles part."""
    return part("styles", _defaults(form, language), [_style(one, language) for one in _table(form)], _tables(language))


def _table(form: Form) -> Iterator[Style]:
    cell, head = form.cell, Type(form.cell.size, bold=True)
    yield Style("BodyText", form.body, "both", before=6, first=12.7, line=1.1)
    yield Style("Basis", form.basis, "both", before=6, first=12.7, line=1.1)
    yield Style(
        "Heading1", form.heading, "both", before=6, first=12.7, line=1.1, level=1, keep_next=True, next="BodyText"
    )
    yield Style(
        "Heading2", form.clause, "both", before=6, first=12.7, line=1.1, level=2, keep_next=True, next="BodyText"
    )
    yield Style("Warning", head, "center", before=6, after=6, boxed=True)
    yield Style("Nation", form.nation, "center")
    yield Style("Motto", form.motto or form.nation, "center")
    yield Style("Superior", form.superior, "center", inset=1)
    yield Style("Agency", form.agency, "center", inset=1)
    yield Style("Number", form.number, "center", before=6)
    yield Style("PlaceDate", form.place, "center", before=6)
    yield Style("Title", form.kind, "center", before=12, keep_next=True, next="Subtitle")
    yield Style("Subtitle", form.subject, "center", keep_next=True, next="BodyText")
    yield Style("Post", form.post, "center")
    yield Style("Signer", form.signer, "center")
    yield Style("Recipients", form.recipients, next="Recipient")
    yield Style("Recipient", form.recipient)
    yield Style("Appendix", form.appendix, "center", level=1, keep_next=True, next="AppendixTitle")
    yield Style("AppendixTitle", form.appendix_title, "center", keep_next=True, next="Attached")
    yield Style("Attached", form.attached, "center", keep_next=True)
    yield Style("Rule", Type(1), before=3, exact=5, ruled=True, keep_next=True)
    yield Style("Gap", Type(1), exact=6, keep_next=True)
    yield Style("Spacer", Type(1), exact=1)
    yield Style("Cell", cell, before=2, after=2)
    yield Style("CellCentre", cell, "center", before=2, after=2)
    yield Style("CellHead", head, "center", before=3, after=3, keep_next=True)
    yield Style("CellGroup", head, before=3, after=3, keep_next=True)
    yield Style("CellNote", Type(cell.size - 1, italic=True), after=2)
    yield Style("Header", form.page, "center")


def _defaults(form: Form, language: str) -> Xml:
    fonts = el("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    tongue = el("lang", val=_LANGUAGES[language], eastAsia=_LANGUAGES[language], bidi="ar-SA")
    size = round(form.body.size * 2)
    run = el("rPrDefault", el("rPr", fonts, el("sz", val=size), el("szCs", val=size), tongue))
    spacing = el("spacing", before=0, after=0, line=240, lineRule="auto")
    normal = el(
        "style", el("name", val="Normal"), el("qFormat"), type="paragraph", default="1", styleId="Normal"
    )  # everything else is based on it
    table = el(
        "style",
        el("name", val="Normal Table"),
        el("uiPriority", val=99),
        el("semiHidden"),
        el("tblPr", el("tblInd", w=0, type="dxa"), _cell_margins(0)),
        type="table",
        default="1",
        styleId="TableNormal",
    )
    return Xml(el("docDefaults", run, el("pPrDefault", el("pPr", spacing))).text + normal.text + table.text)


def _style(style: Style, language: str) -> Xml:
    own = style.id not in _BUILT_IN
    return el(
        "style",
        el("name", val=say(language, f"word.style.{style.id}") if own else _BUILT_IN[style.id]),
        el("basedOn", val="Normal"),
        el("next", val=style.next) if style.next else None,
        el("uiPriority", val=1 if own else 9),
        el("qFormat"),
        el("pPr", _paragraph(style)),
        el("rPr", letters(style.type)),
        type="paragraph",
        customStyle="1" if own else None,
        styleId=style.id,
    )


def _paragraph(style: Style) -> list[Content]:
    """In the order of the schema (CT_PPrBase)."""
    line = round(style.exact * 20) if style.exact else round(style.line * 240)
    return [
        el("keepNext") if style.keep_next else None,
        _borders(style),
        el(
            "spacing",
            before=round(style.before * 20),
            after=round(style.after * 20),
            line=line,
            lineRule="exact" if style.exact else "auto",
        ),
        _indent(style),
        el("jc", val=style.align),
        el("outlineLvl", val=style.level - 1) if style.level else None,
    ]


def _indent(style: Style) -> Xml | None:
    if style.inset:
        return el("ind", left=twips(style.inset), right=twips(style.inset))
    return el("ind", firstLine=twips(style.first)) if style.first else None


def _borders(style: Style) -> Xml | None:
    sides = ("top", "left", "bottom", "right") if style.boxed else ("top",) if style.ruled else ()
    space = 3 if style.boxed else 0
    return el("pBdr", [el(side, val="single", sz=6, space=space, color="000000") for side in sides]) if sides else None


def letters(type_: Type) -> list[Content]:
    """Run properties, in the order of the schema (EG_RPrBase)."""
    return [
        [el("b"), el("bCs")] if type_.bold else None,
        [el("i"), el("iCs")] if type_.italic else None,
        [el("sz", val=round(type_.size * 2)), el("szCs", val=round(type_.size * 2))],
        el("u", val="single") if type_.underlined else None,
    ]


def _tables(language: str) -> list[Xml]:
    """Two styles of tables: lines all round, and none for what only stands side by side."""
    lines = [el(side, val="single", sz=4, space=0, color="000000") for side in _SIDES]
    return [
        _table_style("TableGrid", "Table Grid", el("tblPr", el("tblBorders", lines), _cell_margins(1.5))),
        _table_style("Bare", say(language, "word.style.Bare"), el("tblPr", _cell_margins(0))),
    ]


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _table_style(id_: str, name: str, properties: Xml) -> Xml:
    return el(
        "style",
        el("name", val=name),
        el("basedOn", val="TableNormal"),
        el("uiPriority", val=39),
        properties,
        type="table",
        customStyle=None if id_ in _BUILT_IN else "1",
        styleId=id_,
    )


def _cell_margins(side: float) -> Xml:
    sides = (("top", 0.0), ("left", side), ("bottom", 0.0), ("right", side))
    return el("tblCellMar", [el(name, w=twips(width), type="dxa") for name, width in sides])
