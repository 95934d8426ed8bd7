"""A reader of documents on paper: what their pages say, where it stands, whether they are sound PDF/A."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import hypot, sin
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4  # points in a millimetre
LOWER = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
VIETNAMESE = LOWER + LOWER.upper()


@dataclass(frozen=True)
class Words:
    """A run of text where it stands, in points from the page's lower left corner; what it says is read when asked."""

    left: float
    bottom: float
    right: float
    top: float
    page: Any

    @property
    def text(self) -> str:
        return str(self.page.get_text_bounded(self.left, self.bottom, self.right, self.top))

    def covers(self, other: Words) -> bool:
        """Whether both share more than half the height of a line (its width, where lines stand upright) and half a
        letter's breadth along it, more than a slanting letter leans over its neighbour."""
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.top, other.top) - max(self.bottom, other.bottom)
        if min(across, along) <= 0:
            return False
        if self.upright and other.upright:
            across, along = along, across
            thin = min(self.right - self.left, other.right - other.left)
        else:
            thin = min(self.top - self.bottom, other.top - other.bottom)
        return across > 2 and along > 0.5 * thin

    @property
    def upright(self) -> bool:
        """Whether the run is turned by a quarter, as a letter of it tells: any but the blanks."""
        wide, high = self.right - self.left, self.top - self.bottom
        for share in (0.5, 0.45, 0.4, 0.55, 0.6, 0.3, 0.7):
            place = self.page.get_index(self.left + share * wide, self.bottom + share * high, 2, 2)
            if place is not None and not self.page.get_text_range(place, 1).isspace():
                return abs(sin(pdfium.FPDFText_GetCharAngle(self.page.raw, place))) > 0.5
        return high > 1.5 * wide


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    text: str
    words: tuple[Words, ...]

    def outside(self, left: float = 0, right: float = 0) -> list[str]:
        """What does not lie wholly within the page, within these margins in mm; a blank may hang over the right one."""
        first, last = left * MM - 2.5, self.width - right * MM + 5
        return [
            one.text
            for one in self.words
            if one.left < max(first, 0) or one.bottom < 0 or one.right > min(last, self.width) or one.top > self.height
        ]

    def overprinted(self) -> list[tuple[str, str]]:
        """Pairs of which one is printed over the other: they share a place, but for the marks above and below."""
        runs = sorted(self.words, key=lambda one: one.left)
        found = []
        for number, one in enumerate(runs):
            for other in runs[number + 1 :]:
                if other.left > one.right:
                    break
                if one.covers(other):
                    found.append((one.text, other.text))
        return found


@lru_cache(maxsize=40)  # the papers of one ceremony, not those of three hundred
def pages_of(pdf: bytes) -> tuple[Page, ...]:
    document = pypdfium2.PdfDocument(pdf)
    return tuple(_page(document[number]) for number in range(len(document)))


def _page(page: Any) -> Page:
    text = page.get_textpage()
    boxes: list[tuple[float, float, float, float]] = [text.get_rect(number) for number in range(text.count_rects())]
    words = tuple(Words(*box, text) for box in boxes)
    width, height = page.get_size()
    return Page(width, height, unicodedata.normalize("NFC", text.get_text_range()), words)


def words_of(text: str) -> set[str]:
    """The words of a text, composed, in lower case, without punctuation."""
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def letters_of(text: str) -> str:
    """A text without its blanks: where lines broke does not show in it."""
    return re.sub(r"[\s\u200b\ufffe\u00ad]+", "", unicodedata.normalize("NFC", text)).casefold()


def bookmarks_of(pdf: bytes) -> list[tuple[int, str, int]]:
    """The bookmarks: how deep, what, on which page from 1."""
    document = pypdfium2.PdfDocument(pdf)
    return [(one.level, one.get_title(), one.get_dest().get_index() + 1) for one in document.get_toc()]


PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Names")


def faults_of(pdf: bytes) -> list[str]:
    """What keeps a file from being PDF/A-2a (ISO 19005-2, 6.1 to 6.7), as far as can be told without reading glyphs."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [*document.check_pdf_syntax(), *_of_file(document), *_of_objects(document)]


def _of_file(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    with document.open_metadata() as metadata:
        found = metadata.get(f"{PDFA}part"), metadata.get(f"{PDFA}conformance")
        titled = metadata.get("{http://purl.org/dc/elements/1.1/}title")
    if found != ("2", "A"):
        yield f"says it is PDF/A {found}"
    if not titled or titled != str(document.trailer.Info.Title):
        yield "titles differ"
    if document.is_encrypted or "/ID" not in document.trailer:
        yield "encrypted, or without an identity"
    intents = list(root.get("/OutputIntents", []))
    if [str(one.S) for one in intents] != ["/GTS_PDFA1"] or "/DestOutputProfile" not in intents[0]:
        yield "no output intent with a profile"
    marked = "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked"))
    if not marked or "/StructTreeRoot" not in root or not str(root.get("/Lang", "")):
        yield "not tagged, or of no language"
    yield from (f"has {key}" for key in _ACTIVE if key in root)


def _of_objects(document: pikepdf.Pdf) -> Iterator[str]:
    for one in document.objects:
        if not isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            continue
        kind = str(one.get("/Type", ""))
        if kind == "/FontDescriptor" and not {"/FontFile2", "/FontFile3"} & set(one.keys()):
            yield f"{one.FontName} is not embedded"
        if kind == "/Font" and str(one.Subtype) == "/Type0" and "/ToUnicode" not in one:
            yield f"{one.BaseFont} cannot be read back"
        if kind == "/Page" and not {"/StructParents", "/MediaBox"} <= set(one.keys()):
            yield "a page outside the structure"
        if str(one.get("/S", "")) in ("/JavaScript", "/Launch", "/URI", "/SubmitForm"):
            yield f"an action {one.S}"
        if one.get("/Filter") in ("/LZWDecode", "/Crypt") or kind == "/Filespec":
            yield "a forbidden filter or a file within"


def roles_of(pdf: bytes) -> set[str]:
    """The kinds of elements a file's structure is made of: H1, Table, TH …"""
    with pikepdf.open(BytesIO(pdf)) as document:
        dictionaries = (one for one in document.objects if isinstance(one, pikepdf.Dictionary))
        return {str(one.S) for one in dictionaries if str(one.get("/Type", "")) == "/StructElem" and "/S" in one}


def sizes_of(pdf: bytes) -> list[tuple[int, float]]:
    """The smallest type on each page, in points: the page's number, the size."""
    document = pypdfium2.PdfDocument(pdf)
    return [(number + 1, min(_sizes(document[number]), default=12.0)) for number in range(len(document))]


def _sizes(page: Any) -> Iterator[float]:
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(one.raw, size)
        matrix = one.get_matrix()
        yield round(size.value * hypot(matrix.c, matrix.d), 3)
