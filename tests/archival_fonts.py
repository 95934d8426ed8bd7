"""Fonts of a PDF/A-2a file: whole for what is written with them, as wide as the file says, read back as text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont

_SHOWN = {"Tj": 0, "TJ": 0, "'": 0, '"': 2}  # the operand that holds what is shown


def of_fonts(document: pikepdf.Pdf) -> Iterator[str]:
    """Breaches of ISO 19005-2, 6.2.11, in the fonts that the pages write with."""
    for font, codes in _used(document):
        name = str(font.get("/BaseFont", "a font"))
        if str(font.Subtype) != "/Type0":
            yield f"6.2.11.2 {name} is of a kind not looked into here"
            continue
        [inner] = font.DescendantFonts
        program = _program(inner)
        if program is None:
            yield f"6.2.11.4.1 {name} is not embedded"
            continue
        if str(font.Encoding) not in ("/Identity-H", "/Identity-V"):
            yield f"6.2.11.3.3 {name} has a table of codes of its own"
        if str(inner.Subtype) == "/CIDFontType2" and "/CIDToGIDMap" not in inner:
            yield f"6.2.11.3.2 {name} does not say which code is which glyph"
        yield from (f"{fault} of {name}" for fault in _of_glyphs(inner, program, codes))
        yield from (f"{fault} of {name}" for fault in _of_text(font, codes))


def _used(document: pikepdf.Pdf) -> Iterator[tuple[Any, set[int]]]:
    """The fonts that text is shown with, and the codes shown."""
    fonts, codes = dict[Any, Any](), defaultdict[Any, set[int]](set)
    for page in document.pages:
        for resources, stream in _contents(page):
            own, key = resources.get("/Font", {}), None
            for one in pikepdf.parse_content_stream(stream):
                operands, word = one.operands, str(one.operator)
                if word == "Tf":
                    font = own[str(operands[0])]
                    key = font.objgen
                    fonts[key] = font
                elif word in _SHOWN:
                    codes[key] |= _codes(operands[_SHOWN[word]])
    return ((fonts[key], shown) for key, shown in codes.items())


def _contents(page: pikepdf.Page) -> Iterator[tuple[Any, Any]]:
    """A page's own drawing, and the forms it places."""
    yield page.resources, page
    for form in page.resources.get("/XObject", {}).values():
        if str(form.Subtype) == "/Form":
            yield form.get("/Resources", page.resources), form


def _codes(shown: Any) -> set[int]:
    texts = shown.as_list() if isinstance(shown, pikepdf.Array) else [shown]
    octets = [bytes(one) for one in texts if isinstance(one, pikepdf.String)]
    return {int.from_bytes(one[at : at + 2]) for one in octets for at in range(0, len(one), 2)}


def _program(inner: Any) -> TTFont | None:
    """The font's program, None where it is not embedded; bare CFF is wrapped nowhere here, so it is not read."""
    descriptor = inner.FontDescriptor
    file = descriptor.get("/FontFile2", descriptor.get("/FontFile3"))
    return None if file is None else TTFont(BytesIO(file.read_bytes()))


def _of_glyphs(inner: Any, program: TTFont, codes: set[int]) -> Iterator[str]:
    glyphs, widths = program.getGlyphOrder(), _widths(inner)
    scale, usual = 1000 / program["head"].unitsPerEm, float(inner.get("/DW", 1000))
    mapped = _glyph_numbers(inner)
    for code in sorted(codes):
        number = mapped(code)
        if number == 0:
            yield "6.2.11.8 the glyph of what is missing is shown"
        elif number >= len(glyphs):
            yield f"6.2.11.4.1 glyph {number} is not in the program"
        elif abs(program["hmtx"][glyphs[number]][0] * scale - widths.get(code, usual)) > 1:
            yield f"6.2.11.5 the width of glyph {number}"


def _glyph_numbers(inner: Any) -> Any:
    """From a code to the number of its glyph."""
    table = inner.get("/CIDToGIDMap")
    if not isinstance(table, pikepdf.Stream):
        return lambda code: code
    data = table.read_bytes()
    return lambda code: int.from_bytes(data[2 * code : 2 * code + 2])


def _widths(inner: Any) -> dict[int, float]:
    """The widths a font states: runs as a code and a list, or two codes and a number."""
    found, given = dict[int, float](), list(inner.get("/W", []))
    while given:
        first, second, *given = given
        if isinstance(second, pikepdf.Array):
            found |= {int(first) + number: float(width) for number, width in enumerate(second.as_list())}
        else:
            width, *given = given
            found |= dict.fromkeys(range(int(first), int(second) + 1), float(width))
    return found


def _of_text(font: Any, codes: set[int]) -> Iterator[str]:
    if "/ToUnicode" not in font:
        yield "6.2.11.7.2 no text can be read back"
        return
    read = _texts(font.ToUnicode.read_bytes().decode("latin-1"))
    for code in sorted(codes):
        if not read.get(code):
            yield f"6.2.11.7.2 code {code} cannot be read back"
        elif set(read[code]) & {"\0", "\ufeff", "\ufffe"}:
            yield f"6.2.11.7.2 code {code} is read back as no letter"


def _texts(table: str) -> dict[int, str]:
    """What codes mean by a table of a ToUnicode stream."""
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w*)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            first = bytes.fromhex(text).decode("utf-16-be")
            for code in range(int(low, 16), int(high, 16) + 1):
                found[code] = first[:-1] + chr(ord(first[-1]) + code - int(low, 16))
        for low, _, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.S):
            for number, one in enumerate(re.findall(r"<(\w*)>", texts)):
                found[int(low, 16) + number] = bytes.fromhex(one).decode("utf-16-be")
    return found
