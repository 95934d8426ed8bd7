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
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

SECONDS = 4.0  # to start, read and answer
MOST_PAGES = 200
MOST_LETTERS = 1_000_000
MOST_WORDS = 200_000
MOST_MEMORY = 250 * 1024 * 1024  # of addresses; held where the system can (not on Windows)
_BLANK = frozenset((0, 9, 10, 13, 32, 160, 0xFFFE, 0xFFFF))
_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line
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


def _words(pdfium: Any, text: Any, length: int) -> Any:
    """The words of a page; each letter is asked for by its number, for the text as a whole leaves some out."""
    codes = [pdfium.FPDFText_GetUnicode(text, number) for number in range(length)]
    start = 0
    while start < length:
        if codes[start] in _BLANK:
            start += 1
            continue
        end = start + 1
        while end < length and codes[end] not in _BLANK:
            end += 1
        yield (*_place(pdfium, text, start, end - 1), _text(codes[start:end]))
        start = end


def _text(codes: list[int]) -> str:
    signs = ("-" if code == _HYPHEN else chr(code) if code < 0x110000 else "" for code in codes)
    return "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _place(pdfium: Any, text: Any, first: int, last: int) -> tuple[float, float, float, float, bool]:
    left, base, right, bottom, top = (ctypes.c_double() for _ in range(5))
    pdfium.FPDFText_GetCharOrigin(text, first, left, base)
    edge = ctypes.c_double()
    pdfium.FPDFText_GetCharBox(text, last, edge, right, bottom, top)
    size = pdfium.FPDFText_GetFontSize(text, first)
    name = ctypes.create_string_buffer(64)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, first, name, 64, flags)
    bold = b"bold" in name.value.lower() or bool(flags.value & 1 << 18)
    return round(left.value, 1), round(base.value, 1), round(right.value, 1), round(size, 1), bold


if __name__ == "__main__":
    _main()
