"""The words of a PDF with their places, read by PDFium in a process of its own that is ended when its time is up.

A PDF is a program for a machine that draws, and one written in bad faith draws without end. No library can be trusted
to stop, so it is asked from outside: the process has a share of time and memory, and only its answer comes back.
This file is that process too, and so imports nothing of the project.
"""

from __future__ import annotations

import ctypes
import itertools
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
_SAME_BASE = 0.5  # points: what is drawn on one line
_GAP = 0.16  # of the size of the letters: a space, though none is drawn; that of a line set tight is wider

_Found = tuple[float, float, float, float, bool, str]  # the fields of a Word


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
class _Letter:
    """A letter that is drawn, from where it stands to where the next one may; `at`: its number on the page."""

    left: float
    base: float
    right: float
    at: int
    code: int
    size: float


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


def _read(data: bytes) -> list[tuple[float, list[_Found]]]:
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
        if _is_out_of_order(here):
            here = list(_placed_words(pdfium, text, length))
        words += len(here)
        if words > MOST_WORDS:
            raise PagesError("too-large", "words", MOST_WORDS)
        found.append((round(pdfium.FPDF_GetPageWidthF(page), 1), here))
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return found


def _words(pdfium: Any, text: Any, length: int) -> Iterator[_Found]:
    """The words of a page in the order of its letters."""
    codes = _codes(pdfium, text, length)
    left, base, right, edge, bottom, top = (ctypes.c_double() for _ in range(6))
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
        size = pdfium.FPDFText_GetFontSize(text, start)
        yield left.value, base.value, right.value, size, _is_bold(pdfium, text, start), _text(codes[start:end])
        start = end


def _is_out_of_order(words: list[_Found]) -> bool:
    """Whether a line was drawn in more than one go, as where some of its letters come from a second font.

    What stands between two letters is then not what comes between them, and PDFium parts them with blanks of its own.
    """
    pairs = itertools.pairwise(words)
    return any(abs(one[1] - two[1]) < _SAME_BASE and two[0] < one[0] for one, two in pairs)


def _placed_words(pdfium: Any, text: Any, length: int) -> Iterator[_Found]:
    """The words of a page by the places of its letters alone."""
    for line in _drawn_lines(pdfium, text, length):
        start = 0
        for at in range(1, len(line) + 1):
            if at < len(line) and not _parted(line[at - 1], line[at]):
                continue
            if letters := [one for one in line[start:at] if one.code not in _BLANK]:
                yield _word(pdfium, text, letters)
            start = at


def _drawn_lines(pdfium: Any, text: Any, length: int) -> Iterator[list[_Letter]]:
    """The letters that are drawn, those of a line from left to right; the lines from top to bottom."""
    line: list[_Letter] = []
    for letter in sorted(_letters(pdfium, text, length), key=lambda one: -one.base):
        if line and line[-1].base - letter.base > _SAME_BASE:
            yield sorted(line, key=lambda one: (one.left, one.at))
            line = []
        line.append(letter)
    yield sorted(line, key=lambda one: (one.left, one.at))


def _letters(pdfium: Any, text: Any, length: int) -> Iterator[_Letter]:
    left, base = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for at, code in enumerate(_codes(pdfium, text, length)):
        if code in _BLANK and pdfium.FPDFText_IsGenerated(text, at):
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, left, base)
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        yield _Letter(left.value, base.value, box.right, at, code, pdfium.FPDFText_GetFontSize(text, at))


def _parted(one: _Letter, two: _Letter) -> bool:
    if one.code in _BLANK or two.code in _BLANK:
        return True
    return two.left - one.right > _GAP * max(one.size, two.size)


def _word(pdfium: Any, text: Any, letters: list[_Letter]) -> _Found:
    first, last = letters[0], letters[-1]
    drawn = _text([letter.code for letter in letters])
    return first.left, first.base, last.right, first.size, _is_bold(pdfium, text, first.at), drawn


def _is_bold(pdfium: Any, text: Any, at: int) -> bool:
    name, flags = ctypes.create_string_buffer(64), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, 64, flags)
    return b"bold" in name.value.lower() or bool(flags.value & _FORCE_BOLD)


def _codes(pdfium: Any, text: Any, length: int) -> list[int]:
    """The letters of a page by their numbers; the text as a whole, which is faster to get, may leave some out."""
    whole = (ctypes.c_ushort * (length + 1))()
    if pdfium.FPDFText_GetText(text, 0, length, whole) == length + 1:
        return whole[:length]
    return [pdfium.FPDFText_GetUnicode(text, number) for number in range(length)]


def _text(codes: list[int]) -> str:
    if _HYPHENS[0] < min(codes) and max(codes) < _SURROGATES:
        return "".join(map(chr, codes))
    signs = ("-" if code in _HYPHENS else chr(code) for code in codes if code < _BEYOND)
    return "".join(signs).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


if __name__ == "__main__":
    _main()
