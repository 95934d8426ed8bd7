"""What keeps a file from being PDF/A-2a: the requirements of ISO 19005-2 that can be looked at, by their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree

from tests.archival_fonts import of_fonts


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FORBIDDEN_ACTIONS = _names(
    "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript SubmitForm"
)
_ANNOTATIONS = _names(
    "Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink "
    "Popup Widget PrinterMark Watermark"
)
_STRUCTURE = _names(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu "
    "WT WP Figure Formula Form"
)
_BLENDS = _names(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference "
    "Exclusion Hue Saturation Color Luminosity"
)
_PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "EI"}
_NAMESPACES = {  # the schemas of XMP that need no description of their own
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://purl.org/dc/elements/1.1/",
    "http://ns.adobe.com/xap/1.0/",
    "http://ns.adobe.com/xap/1.0/mm/",
    "http://ns.adobe.com/xap/1.0/rights/",
    "http://ns.adobe.com/xap/1.0/t/pg/",
    "http://ns.adobe.com/pdf/1.3/",
    "http://www.aiim.org/pdfa/ns/extension/",
}
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PAIRS = {  # what the information dictionary says, and where the metadata say the same
    "Title": "{http://purl.org/dc/elements/1.1/}title",
    "Author": "{http://purl.org/dc/elements/1.1/}creator",
    "Subject": "{http://purl.org/dc/elements/1.1/}description",
    "Keywords": "{http://ns.adobe.com/pdf/1.3/}Keywords",
    "Creator": "{http://ns.adobe.com/xap/1.0/}CreatorTool",
    "Producer": "{http://ns.adobe.com/pdf/1.3/}Producer",
    "CreationDate": "{http://ns.adobe.com/xap/1.0/}CreateDate",
    "ModDate": "{http://ns.adobe.com/xap/1.0/}ModifyDate",
}


def breaches(pdf: bytes) -> list[str]:
    """Every breach found, each beginning with the number of the clause it is of; none for a file without fault."""
    found = list(_of_octets(pdf))
    with pikepdf.open(BytesIO(pdf)) as document:
        found += [f"6.1.4 {fault}" for fault in document.check_pdf_syntax()]
        parts: tuple[Callable[[pikepdf.Pdf], Iterator[str]], ...] = (
            _of_trailer, _of_objects, _of_intents, _of_catalog, _of_pages, _of_metadata, _of_structure, of_fonts,
        )  # fmt: skip
        return sorted({*found, *(fault for part in parts for fault in part(document))})


def _of_octets(pdf: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}", pdf):
        yield "6.1.2 no header, or no comment of four octets above 127 after it"
    if not re.search(rb"%%EOF\r?\n?\Z", pdf):
        yield "6.1.3 data after the end of the file"


def _of_trailer(document: pikepdf.Pdf) -> Iterator[str]:
    identity = document.trailer.get("/ID")
    if identity is None or len(identity) != 2 or not all(bytes(one) for one in identity):
        yield "6.1.3 no identity"
    if "/Encrypt" in document.trailer or document.is_encrypted:
        yield "6.1.3 encrypted"


def _of_objects(document: pikepdf.Pdf) -> Iterator[str]:
    for one in document.objects:
        if isinstance(one, pikepdf.Stream):
            yield from _of_stream(one)
        yield from _of_value(one)


def _of_stream(one: Any) -> Iterator[str]:
    if {"/F", "/FFilter", "/FDecodeParms"} & set(one.keys()):
        yield "6.1.7.1 a stream kept in another file"
    filters = one.get("/Filter", [])
    for name in [filters] if isinstance(filters, pikepdf.Name) else filters:
        if str(name) in ("/LZWDecode", "/Crypt"):
            yield f"6.1.7.2 the filter {name}"
    kind = str(one.get("/Subtype", ""))
    if kind == "/PS" or {"/OPI", "/Ref", "/PS", "/Subtype2"} & set(one.keys()):
        yield "6.2.9 PostScript, or a form of another file"
    if kind == "/Image" and ("/Alternates" in one or one.get("/Interpolate", False)):
        yield "6.2.8 an image with alternates, or interpolated"


def _of_value(one: Any) -> Iterator[str]:
    """What may not stand anywhere within an object; objects referred to are looked at on their own."""
    if isinstance(one, pikepdf.String) and len(bytes(one)) > 32_767:
        yield "6.1.13 a string longer than 32,767 octets"
    elif isinstance(one, pikepdf.Name) and len(str(one).encode()) > 128:
        yield "6.1.13 a name longer than 127 octets"
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        yield from _of_dictionary(one)
        for _, value in one.items():
            if not getattr(value, "is_indirect", False):
                yield from _of_value(value)
    elif isinstance(one, pikepdf.Array):
        for value in one.as_list():
            if not getattr(value, "is_indirect", False):
                yield from _of_value(value)


def _of_dictionary(one: Any) -> Iterator[str]:
    name, kind = str(one.get("/S", ""))[1:], str(one.get("/Type", ""))
    if name in _FORBIDDEN_ACTIONS:
        yield f"6.5.1 an action {name}"
    if name == "Named" and str(one.get("/N", "")) not in ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage"):
        yield f"6.5.1 a named action {one.get('/N')}"
    if "/AA" in one:
        yield "6.5.2 actions that start by themselves"
    if kind == "/Filespec" or "/EmbeddedFiles" in one or "/EF" in one:
        yield "6.8 a file within"
    if {"/TR", "/HTP"} & set(one.keys()) or str(one.get("/TR2", "/Default")) != "/Default":
        yield "6.2.5 a transfer function"
    if "/BM" in one and str(one.BM)[1:] not in _BLENDS:
        yield f"6.2.10 blending by {one.BM}"
    if "/AlternatePresentations" in one or "/PresSteps" in one:
        yield "6.10 another presentation"


def _of_intents(document: pikepdf.Pdf) -> Iterator[str]:
    intents = list(document.Root.get("/OutputIntents", []))
    archival = [one for one in intents if str(one.get("/S", "")) == "/GTS_PDFA1"]
    if len(archival) != 1 or "/DestOutputProfile" not in archival[0]:
        yield "6.2.3 no output intent with a profile"
        return
    profile = archival[0].DestOutputProfile
    data, spaces = profile.read_bytes(), {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4}
    if data[36:40] != b"acsp" or data[8] > 4 or data[12:16] not in (b"mntr", b"prtr"):
        yield "6.2.3 the profile is no ICC profile of a display or printer"
    elif int(profile.get("/N", 0)) != spaces.get(data[16:20]) or int.from_bytes(data[:4]) != len(data):
        yield "6.2.3 the profile is not what its stream says"


def _of_catalog(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if "/OpenAction" in root and not isinstance(root.OpenAction, pikepdf.Array):
        yield "6.5.1 an action when the file is opened"
    if {"/XFA", "/NeedAppearances"} & set(root.get("/AcroForm", pikepdf.Dictionary()).keys()):
        yield "6.4 a form that the reader draws"
    yield from (f"6.{number} {key}" for key, number in (("/OCProperties", 9), ("/Requirements", 11)) if key in root)


def _of_pages(document: pikepdf.Pdf) -> Iterator[str]:
    for page in document.pages:
        for box in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            if box in page.obj:
                left, low, right, high = (float(one) for one in page.obj[box])
                if not (3 <= right - left <= 14_400 and 3 <= high - low <= 14_400):
                    yield f"6.1.13 a {box} of no size"
        if "/MediaBox" not in page.obj and "/Parent" not in page.obj:
            yield "6.1.13 a page without a box"
        for one in page.obj.get("/Annots", []):
            yield from _of_annotation(one)
        yield from _of_content(page)


def _of_annotation(one: Any) -> Iterator[str]:
    kind, flags = str(one.Subtype)[1:], int(one.get("/F", 0))
    if kind not in _ANNOTATIONS:
        yield f"6.3.1 an annotation {kind}"
    if kind != "Popup" and flags & 0b1_0010_0111 != 0b100:  # ToggleNoView is the ninth, NoView the sixth
        yield "6.3.2 an annotation that is hidden, or not printed"
    if "/StructParent" not in one and kind not in ("Popup", "PrinterMark"):
        yield "6.7.3 an annotation outside the structure"


def _of_content(page: pikepdf.Page) -> Iterator[str]:
    """What is painted stands in the structure or is an artifact; device colours are those of the output intent."""
    depth, marked = 0, list[bool]()
    if "/StructParents" not in page.obj:
        yield "6.7.3 a page outside the structure"
    for one in pikepdf.parse_content_stream(page):
        operands, word = one.operands, str(one.operator)
        if word in ("BDC", "BMC"):
            properties = operands[1] if len(operands) > 1 else None
            inside = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
            marked.append(inside or str(operands[0]) == "/Artifact")
        elif word == "EMC":
            marked.pop()
        elif word in ("q", "Q"):
            depth += 1 if word == "q" else -1
            if depth > 28:
                yield "6.1.13 graphics states deeper than 28"
        elif word in ("k", "K"):
            yield "6.2.4.3 a colour of four inks without a profile"
        elif word in _PAINTING and not any(marked):
            yield f"6.7.3 {word} outside the structure"
        elif word == "ri" and str(operands[0])[1:] not in _INTENTS:
            yield f"6.2.6 an intent {operands[0]}"


_INTENTS = ("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation")


def _of_metadata(document: pikepdf.Pdf) -> Iterator[str]:
    stream = document.Root.get("/Metadata")
    if stream is None or "/Filter" in stream:
        yield "6.6.2.1 no metadata, or packed"
        return
    try:
        packet = etree.fromstring(stream.read_bytes())
    except etree.XMLSyntaxError:
        yield "6.6.2.1 metadata that are no XML"
        return
    found = dict(_properties(packet))
    archival = "{http://www.aiim.org/pdfa/ns/id/}"
    said = found.get(f"{archival}part"), found.get(f"{archival}conformance")
    if said != ("2", "A"):
        yield f"6.6.4 says it is PDF/A {said}"
    foreign = {key[1:].partition("}")[0] for key in found} - _NAMESPACES
    yield from (f"6.6.2.3 properties of {one}" for one in sorted(foreign))
    for key, value in document.trailer.get("/Info", pikepdf.Dictionary()).items():
        other = _PAIRS.get(key[1:])
        if other and _plain(str(value)) != _plain(found.get(other, "")):
            yield f"6.6.3 {key} differs from the metadata"


def _properties(packet: Any) -> Iterator[tuple[str, str]]:
    """The properties of the packet, written as elements or as attributes; of a list the texts one after another."""
    for described in packet.iter(f"{_RDF}Description"):
        yield from ((key, value) for key, value in described.attrib.items() if not key.startswith(_RDF))
        yield from ((one.tag, "".join(one.itertext()).strip()) for one in described)


def _plain(text: str) -> str:
    """A date of either spelling as its digits; else the text itself."""
    return re.sub(r"\D", "", text) if re.match(r"(D:)?\d{4}[-\d]", text) else text


def _of_structure(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    if not bool(root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)) or "/StructTreeRoot" not in root:
        yield "6.7.2 not tagged"
        return
    if not re.fullmatch(r"[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*", str(root.get("/Lang", ""))):
        yield "6.7.4 of no language"
    roles = {key[1:]: str(value)[1:] for key, value in root.StructTreeRoot.get("/RoleMap", {}).items()}
    for one in document.objects:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one and str(one.get("/Type")) != "/Action":
            name = str(one.S)[1:]
            if roles.get(name, name) not in _STRUCTURE:
                yield f"6.7.3 an element {name}"
            if name == "Figure" and not str(one.get("/Alt", one.get("/ActualText", ""))):
                yield "6.7.3 a figure without words"
    yield from (f"6.7.3 {key} has another role" for key in roles if key in _STRUCTURE)
