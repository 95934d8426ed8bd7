"""The words of a PDF with their places, read by PDFium in a process of its own that is ended when its time is up.

A PDF is a program for a machine that draws, and one written in bad faith draws without end. No library can be trusted
to stop, so it is asked from outside: the process has a share of time and memory, and only its answer comes back.
This file is that process too, and so imports nothing of the project.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

SECONDS = 4.0  # to start, read and answer
MOST_PAGES = 200
MOST_LETTERS = 1_000_000
MOST_WORDS = 200_000
MOST_MEMORY = 250 * 1024 * 1024  # of addresses; held where the system can (not on Windows)
_BLANK = frozenset((0, 9, 10, 13, 32, 160, 0xFFFF))
_SURROGATES, _BEYOND = 0xD800, 0x110000
_FORCE_BOLD = 1 << 18  # of the flags of a font
_HYPHENS = (2, 0xFFFE)  # what PDFium gives for a hyphen at the end of a line, and no line break after it
_PASSWORD = 4  # FPDF_ERR_PASSWORD


class PagesError(Exception):
    """The pages cannot be read: `code` is "no-library", "locked", "unreadable", "too-large"; `what` was too large."""

    def __init__(self, code: str, what: str = "", limit: float = 0) -> None:
        super().__init__(code)
        self.code, self.what, self.limit = code, what, limit


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page in points from its left and its bottom edge: where its line stands, its width, its size."""

    left: float
    base: float
    right: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    width: float
    words: tuple[Word, ...]


def pages(data: bytes, seconds: float = SECONDS) -> list[Page]:
    """The words of every page in the order they are drawn. Raises PagesError, in `seconds` at most."""
    if find_spec("pypdfium2") is None:
        raise PagesError("no-library")
    try:
        asked = [sys.executable, "-P", __file__]
        done = subprocess.run(asked, input=data, capture_output=True, timeout=seconds, check=False)
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise PagesError("too-large", "seconds", seconds) from None
    except ValueError:  # it ended without an answer: out of memory, or the library fell over
        raise PagesError("unreadable") from None
    if "error" in answer:
        raise PagesError(*answer["error"])
    return [Page(width, tuple(Word(*word) for word in words)) for width, words in answer["pages"]]


def _main() -> None:
    _hold()
    try:
        answer: dict[str, object] = {"pages": _read(sys.stdin.buffer.read())}
    except PagesError as error:
        answer = {"error": (error.code, error.what, error.limit)}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _hold() -> None:
    """Bound what this process may take, where the system knows how to."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    most = int(2 * SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (most, most))  # should whoever asked have ended without ending this


def _read(data: bytes) -> list[tuple[float, list[tuple[object, ...]]]]:
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise PagesError("locked" if pdfium.FPDF_GetLastError() == _PASSWORD else "unreadable")
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        raise PagesError("too-large", "pages", MOST_PAGES)
    found = []
    letters = words = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            continue
        text = pdfium.FPDFText_LoadPage(page)
        length = max(0, pdfium.FPDFText_CountChars(text))
        letters += length
        if letters > MOST_LETTERS:
            raise PagesError("too-large", "letters", MOST_LETTERS)
        here = list(_words(pdfium, text, length))
        words += len(here)
        if words > MOST_WORDS:
            raise PagesError("too-large", "words", MOST_WORDS)
        found.append((round(pdfium.FPDF_GetPageWidthF(page), 1), here))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return found


def _words(pdfium: Any, text: Any, length: int) -> Iterator[tuple[object, ...]]:
    """The words of a page."""
    codes = _codes(pdfium, text, length)
    left, base, right, edge, bottom, top = (ctypes.c_double() for _ in range(6))
    name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    start = 0
    while start < length:
        if codes[start] in _BLANK:
            start += 1
            continue
        end = start + 1
        while end < length and codes[end] not in _BLANK and codes[end - 1] not in _HYPHENS:
            end += 1
        pdfium.FPDFText_GetCharOrigin(text, start, left, base)
        pdfium.FPDFText_GetCharBox(text, end - 1, edge, right, bottom, top)
        pdfium.FPDFText_GetFontInfo(text, start, name, 64, flags)
        size = pdfium.FPDFText_GetFontSize(text, start)
        bold = b"bold" in name.value.lower() or bool(flags.value & _FORCE_BOLD)
        yield left.value, base.value, right.value, size, bold, _text(codes[start:end])
        start = end


def _codes(pdfium: Any, text: Any, length: int) -> list[int]:
    """The letters of a page by their numbers; the text as a whole, which is faster to get, may leave some out."""
    whole = (ctypes.c_ushort * (length + 1))()
    if pdfium.FPDFText_GetText(text, 0, length, whole) == length + 1:
        return whole[:length]
    return [pdfium.FPDFText_GetUnicode(text, number) for number in range(length)]


def _text(codes: list[int]) -> str:
    if max(codes) < _SURROGATES and codes[-1] not in _HYPHENS:
        return "".join(map(chr, codes))
    signs = ("-" if code in _HYPHENS else chr(code) for code in codes if code < _BEYOND)
    return "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


if __name__ == "__main__":
    _main()
