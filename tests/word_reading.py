"""A .docx read back as its reader would: its texts by style, its tables, and whether its elements stand in order."""

from __future__ import annotations

import os
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCHEMAS = os.environ.get("RUNBOOK_OOXML_SCHEMAS", "")  # the folder of wml.xsd of ECMA-376, transitional

# What each element holds, in the order of the schema (ECMA-376 part 1, section 17, transitional); a bar: in any order.
ORDER = {
    "document": "body",
    "body": "p|tbl sectPr",
    "p": "pPr r",
    "pPr": "pStyle keepNext pBdr spacing ind jc outlineLvl sectPr",
    "pBdr": "top left bottom right",
    "r": "rPr t|fldChar|instrText",
    "rPr": "rFonts b bCs i iCs sz szCs u lang",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "trPr": "cantSplit|tblHeader",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan shd vAlign",
    "sectPr": "headerReference type pgSz pgMar pgNumType titlePg",
    "styles": "docDefaults style",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "defaultTabStop compat",
    "compat": "compatSetting",
    "hdr": "p",
    "fonts": "font",
    "font": "altName panose1 charset family pitch",
}


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(docx: bytes, name: str = "document") -> Any:
    return etree.fromstring(parts(docx)[f"word/{name}.xml"])


def misplaced(element: Any) -> list[str]:
    """What does not stand where the schema has it, here and below; an element without a rule may hold nothing."""
    name = element.tag.removeprefix(W)
    slots = [slot.split("|") for slot in ORDER.get(name, "").split()]
    found, at = [], 0
    for child in element:
        own = child.tag.removeprefix(W)
        place = next((number for number in range(at, len(slots)) if own in slots[number]), None)
        found += [f"{own} in {name}"] if place is None else []
        at = at if place is None else place
        found += misplaced(child)
    return found


def faults(docx: bytes) -> list[str]:
    """Misplaced elements of every part; with the schemas at hand what they say too."""
    found = []
    for name, content in parts(docx).items():
        if name.startswith("word/") and name.endswith(".xml"):
            element = etree.fromstring(content)
            found += misplaced(element)
            if SCHEMAS and not schema().validate(element):
                found += [f"{name}: {error}" for error in schema().error_log]
    return found


@cache
def schema() -> Any:
    """The schema of WordprocessingML. It names the namespace of xml:space without saying where that is described."""
    folder = Path(SCHEMAS)
    text = (folder / "wml.xsd").read_bytes()
    bare = b'<xsd:import namespace="http://www.w3.org/XML/1998/namespace"/>'
    blank = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">'
        '<xs:attribute name="space" type="xs:string"/></xs:schema>'
    )

    class Blank(etree.Resolver):  # type: ignore[misc]
        def resolve(self, url: str, _id: str, context: Any) -> Any:
            return self.resolve_string(blank, context) if url.endswith("xml-space.xsd") else None

    parser = etree.XMLParser()
    parser.resolvers.add(Blank())
    named = text.replace(bare, bare.replace(b"/>", b' schemaLocation="xml-space.xsd"/>'))
    return etree.XMLSchema(etree.fromstring(named, parser, base_url=str(folder / "wml.xsd")))


def text_of(element: Any) -> str:
    """The words within, with plain blanks for those that do not break."""
    return " ".join("".join(one.text or "" for one in element.iter(f"{W}t")).replace("\u00a0", " ").split())


def styled(docx: bytes, style: str) -> list[str]:
    """The texts of the paragraphs of that style, in order."""
    found = (one for one in root(docx).iter(f"{W}p") if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style)
    return [text_of(one) for one in found]


def outline(docx: bytes) -> list[str]:
    """The texts outside tables, in order, empty ones left out."""
    texts = (text_of(one) for one in root(docx).find(f"{W}body").findall(f"{W}p"))
    return [text for text in texts if text]


def table(docx: bytes, number: int = -1) -> list[list[str]]:
    """The texts of a table's cells, row by row, the paragraphs of a cell parted by a bar."""
    tables = root(docx).findall(f".//{W}tbl")
    return [
        ["|".join(filter(None, map(text_of, cell.findall(f"{W}p")))) for cell in row.findall(f"{W}tc")]
        for row in tables[number].findall(f"{W}tr")
    ]


def attributes(element: Any) -> dict[str, str]:
    return {key.removeprefix(W): value for key, value in element.attrib.items()}
