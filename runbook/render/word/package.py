"""The file that Word opens: parts in a ZIP archive (ECMA-376 part 2), the same bytes for the same parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from runbook.render.word.markup import plain

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date of a ZIP entry: the hour of writing is no part of a document
HEAD = "rId4"  # the relation under which sections name the page head


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself; `day` stands for the hour of writing, which would change the bytes."""

    title: str
    author: str
    day: date


def package(document: str, styles: str, settings: str, head: str, properties: Properties) -> bytes:
    """The bytes of a .docx of these parts. `head` is the page head, which sections name by HEAD."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(properties),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles,
        "word/settings.xml": settings,
        "word/fontTable.xml": _fonts(),
        "word/header1.xml": head,
    }
    return _zipped(parts)


def _zipped(parts: Mapping[str, str]) -> bytes:
    store = BytesIO()
    with ZipFile(store, "w") as archive:
        for name, text in parts.items():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0  # the system's number would differ by machine
            archive.writestr(entry, text.encode("utf-8"))
    return store.getvalue()


def _content_types() -> str:
    kinds = {
        "/word/document.xml": f"{_TYPES}.document.main+xml",
        "/word/styles.xml": f"{_TYPES}.styles+xml",
        "/word/settings.xml": f"{_TYPES}.settings+xml",
        "/word/fontTable.xml": f"{_TYPES}.fontTable+xml",
        "/word/header1.xml": f"{_TYPES}.header+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _package_relations() -> str:
    return _relations(
        {
            "rId1": (f"{_OFFICE}/officeDocument", "word/document.xml"),
            "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        }
    )


def _document_relations() -> str:
    return _relations(
        {
            "rId1": (f"{_OFFICE}/styles", "styles.xml"),
            "rId2": (f"{_OFFICE}/settings", "settings.xml"),
            "rId3": (f"{_OFFICE}/fontTable", "fontTable.xml"),
            HEAD: (f"{_OFFICE}/header", "header1.xml"),
        }
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in targets.items()
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(properties: Properties) -> str:
    day = f"{properties.day.year:04}-{properties.day:%m-%d}T00:00:00Z"
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{plain(properties.title)}</dc:title><dc:creator>{plain(properties.author)}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


def _fonts() -> str:
    """The one typeface; a machine without it is sent to the one of its widths that has every Vietnamese letter."""
    return (
        f'{_XML}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:font w:name="Times New Roman"><w:altName w:val="Tinos"/>'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/><w:family w:val="roman"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )
