"""The form of documents under Decree 30/2020/NĐ-CP, Appendix I, as one value that other forms can stand beside."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Type:
    """How letters are set; `size` in points."""

    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """Of a portrait page, in millimetres; a landscape page is the same sheet turned, its binding edge on top."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Form:
    """One body of rules for official documents: what stands where is the same, how it looks and reads is here.

    `words`: the catalogue's room of its set phrases ("word.<words>.nation"). `nation`, `motto`: the two lines at the
    top right; a form without a motto rules off the first. `mark`: stands under the agency's name instead of a rule;
    `dashes` under the subject instead of a rule. `joint` joins a number to its symbol,
    `symbol` is how that of a plan begins. `collectives`: how the names
    of bodies that decide together begin, and in whose name ("TM.") their head signs.
    """

    words: str
    margins: Margins
    nation: Type
    motto: Type | None
    superior: Type
    agency: Type
    number: Type
    place: Type
    kind: Type
    subject: Type
    basis: Type
    body: Type
    heading: Type
    clause: Type
    post: Type
    signer: Type
    recipients: Type
    recipient: Type
    appendix: Type
    appendix_title: Type
    attached: Type
    cell: Type
    page: Type
    mark: str = ""
    dashes: str = ""
    joint: str = "/"
    symbol: str = "KH-"
    collectives: tuple[tuple[str, str], ...] = ()


_TOGETHER = ("Ủy ban nhân dân", "Hội đồng nhân dân", "Ban Chỉ đạo", "Ban Tổ chức", "Hội đồng")

# Sizes and margins within the ranges of Appendix I; the upper one where it gives two. Table text is not ruled: 12.
DECREE_30 = Form(
    words="decree30",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    nation=Type(13, bold=True),
    motto=Type(14, bold=True),
    superior=Type(13),
    agency=Type(13, bold=True),
    number=Type(13),
    place=Type(14, italic=True),
    kind=Type(14, bold=True),
    subject=Type(14, bold=True),
    basis=Type(14, italic=True),
    body=Type(14),
    heading=Type(14, bold=True),
    clause=Type(14, bold=True),
    post=Type(14, bold=True),
    signer=Type(14, bold=True),
    recipients=Type(12, bold=True, italic=True),
    recipient=Type(11),
    appendix=Type(14, bold=True),
    appendix_title=Type(14, bold=True),
    attached=Type(13, italic=True),
    cell=Type(12),
    page=Type(13),
    collectives=tuple(zip(_TOGETHER, _TOGETHER, strict=True)),
)
