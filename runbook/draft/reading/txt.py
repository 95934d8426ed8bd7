"""A plain text as lines: letters decoded, numbers of pages left out, the width of wrapped lines measured."""

from __future__ import annotations

import codecs
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from runbook.draft.document import Document
from runbook.draft.reading import bullets, letters
from runbook.draft.reading.columns import Piece, side_by_side
from runbook.draft.reading.joining import MOST_LETTERS, MOST_LINES, Line, ended, paragraphs
from runbook.draft.refusal import NotAPlanError
from runbook.office.guard import too_large
from runbook.office.pages import Word

_MARKS_OF_ORDER = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_VIETNAMESE = re.compile("[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
# Letters as fonts of before Unicode wrote them: TCVN3 (ABC) uses signs of Latin-1, VNI a mark after the vowel.
_TCVN3 = re.compile("[A-Za-z][\u00a8-\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c6-\u00df]|[\u00ae\u00a7][a-zA-Z]")
_VNI = re.compile("[aeouyAEOUY][áàûõïâéèåäëüúùÁÀÛÕÏÂÉÈÅÄËÜÚÙøØ]|[nN]gaøy|ñ[aeiouAEIOU]")
_LEGACY_SHARE = 0.01
_PAGE_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:Trang\s+|Page\s+)?(\d{1,3})(?:\s*[-–—]|\s*/\s*\d{1,3})?", re.IGNORECASE)
_RULE = re.compile(r"[-_=*~.·–—\s]{3,}")
_WIDE = re.compile(r"\s{3,}|\s*\t\s*")
_TAB = 40.0
_FEWEST_TABS = 2  # of a line that is a row of a table
_FULL = 0.85  # of the width: as letters differ in width, so do the lines of a page in how many they hold
_NARROWEST, _WIDEST, _WITNESSES = 45, 160, 3


def read(data: bytes) -> Document:
    """Raises NotAPlanError: "encoding", "legacy" letters, "no-text"; RefusedError for a text without end."""
    source = decoded(data)
    if len(source) > MOST_LETTERS:
        too_large("letters", MOST_LETTERS)
    if not any(sign.isalnum() for sign in source):
        raise NotAPlanError("no-text")
    if _is_legacy(source):
        raise NotAPlanError("legacy")
    return Document(source, paragraphs(source, lines(source), letters.marks(source)), "txt", _pages(source))


def decoded(data: bytes) -> str:
    """UTF-8, or UTF-16 with its mark; nothing is guessed, for a guess changes words."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise NotAPlanError("encoding")
    mark, encoding = next((one for one in _MARKS_OF_ORDER if data.startswith(one[0])), (b"", "utf-8"))
    try:
        source = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        raise NotAPlanError("encoding") from error
    if "\0" in source:
        raise NotAPlanError("encoding")
    return source


def _is_legacy(source: str) -> bool:
    """Whether the letters are those of TCVN3 or VNI; real Vietnamese has some that neither can write."""
    sample = source[:20_000]
    if len(_VIETNAMESE.findall(sample)) > len(sample) / 100:
        return False
    most = max(len(_TCVN3.findall(sample)), len(_VNI.findall(sample)))
    return most >= 5 and most > len(sample) * _LEGACY_SHARE


def _pages(source: str) -> int | None:
    return source.rstrip().count("\f") + 1 if "\f" in source.rstrip() else None


def lines(source: str) -> list[Line]:
    """The lines with something in them, in order."""
    found = _columns(source, _stripped(source))
    width = _width([line for line, _ in found])
    inward = [_is_indented(found, index, indent, width) for index, (_, indent) in enumerate(found)]
    indents = sum(inward) > 2
    made = []
    for index, (line, _) in enumerate(found):
        following = found[index + 1][0] if index + 1 < len(found) else None
        word = following.text.split(None, 1)[0] if following else ""
        room = _FULL if indents or not (ended(line.text) or _numbered(line.text)) else 1.0
        full = width is not None and len(line.text) + 1 + len(word) > width * room
        made.append(replace(line, full=full, indented=inward[index]))
    return made


def _stripped(source: str) -> list[tuple[Line, int]]:
    """Lines with their indents; rules and the running numbers of pages are left out, and leave a gap."""
    found: list[tuple[Line, int]] = []
    at = number = 0
    page = 1 if "\f" in source else None
    gap = False
    for raw in source.splitlines(keepends=True):
        text = raw.strip().strip("\ufeff").strip()
        start = at + (raw.find(text) if text else 0)
        at += len(raw)
        numbered = _PAGE_NUMBER.fullmatch(text)
        if numbered and int(numbered[1]) in ((number + 1,) if number else (1, 2)):
            number, gap = int(numbered[1]), True
        elif not text or _RULE.fullmatch(text):
            gap = True
        else:
            line = Line(start, start + len(text), letters.composed(text), gap, page=page)
            found.append((line, start - (at - len(raw))))
            gap = False
        if len(found) > MOST_LINES:
            too_large("lines", MOST_LINES)
        if page is not None and raw.endswith("\f"):
            page, gap = page + 1, True
    return found


def _numbered(text: str) -> bool:
    """Whether a line may be a heading, which has no full stop either."""
    sign = bullets.sign(text)
    return sign is not None and sign.kind in ("number", "roman")


def _columns(source: str, found: list[tuple[Line, int]]) -> list[tuple[Line, int]]:
    """The lines with those of the document's head and foot put one column after the other.

    Programs that write a page as text keep its look: what stands side by side is parted by spaces, or a tab. Rows of
    three columns and more are a table, and stay as they are.
    """
    if not any(_WIDE.search(line.text) for line, _ in found):
        return found
    out: list[tuple[Line, int]] = []
    tables = 0
    for is_row, run in itertools.groupby(found, key=lambda one: one[0].text.count("\t") >= _FEWEST_TABS):
        here = list(run)
        made = here if is_row else _side_by_side(source, here, tables)
        tables = max((1 + line.cell.table for line, _ in made if line.cell), default=tables)
        out += made
    return out


def _side_by_side(source: str, found: list[tuple[Line, int]], tables: int) -> list[tuple[Line, int]]:
    """Lines that are no rows of a table in reading order; `tables` is the number of the first table found."""
    pieces: list[Piece] = []
    places: dict[tuple[float, float], Line] = {}
    for row, (line, indent) in enumerate(found):
        for chunk, left in _chunks(source, line, indent):
            word = Word(left, -row, left + len(chunk.text), 1.0, False, chunk.text)
            pieces.append(Piece((word,), chunk.text, 1))
            places[word.base, word.left] = chunk
    out = []
    last = None
    for piece in side_by_side(pieces):
        chunk = places[piece.base, piece.left]
        cell = replace(piece.cell, table=tables + piece.cell.table) if piece.cell else None
        column = replace(chunk, cell=cell, gap=cell != last)
        out.append(found[int(-piece.base)] if cell is None else (column, 0))
        last = cell
    return out


def _chunks(source: str, line: Line, indent: int) -> Iterator[tuple[Line, float]]:
    """What wide spaces part, each with its column of the page; a tab reaches far."""
    at, column = 0, float(indent)
    raw = source[line.start : line.end]
    for found in (*_WIDE.finditer(raw), None):
        end = found.start() if found else len(raw)
        text = letters.composed(raw[at:end])
        yield replace(line, start=line.start + at, end=line.start + end, text=text), column
        column += len(text)
        if found:
            column = (column // _TAB + 1) * _TAB if "\t" in found.group() else column + len(found.group())
            at = found.end()


def _width(found: list[Line]) -> int | None:
    """Where the lines of a wrapped text end, None where each paragraph is one line.

    Lines that go on with a small letter show it; a few may do so by chance.
    """
    pairs = itertools.pairwise(found)
    cut = sorted(len(line.text) for line, after in pairs if not after.gap and after.text[0].islower())
    if len(cut) < _WITNESSES or any(len(line.text) > _WIDEST for line in found):
        return None
    width = cut[min(len(cut) - 1, len(cut) * 9 // 10)]
    return width if width >= _NARROWEST else None


def _is_indented(found: list[tuple[Line, int]], index: int, indent: int, width: int | None) -> bool:
    """Whether a line of a wrapped text begins further in than the lines around it."""
    if width is None or indent < 2 or indent > 16:
        return False
    around = [one for _, one in found[max(0, index - 1) : index] + found[index + 1 : index + 2]]
    return any(one < indent for one in around)
