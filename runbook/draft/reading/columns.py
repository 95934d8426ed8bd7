"""Words on pages put in reading order, the two columns of a document's head and foot one after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runbook.draft.document import Cell
from runbook.draft.reading.joining import is_kind, stands_alone
from runbook.draft.reading.letters import composed
from runbook.office.pages import Page, Word

_SAME_LINE = 0.35  # of the size of the letters: how far two words of a line may stand above each other
_APART = 2.0  # of the size: a space that no justified line has
_TIGHT = 0.7  # of the size: the least space between two columns
_NEAR = 1.3  # of the size: lines of two columns that stand side by side
_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:Trang\s+|Page\s+)?\d{1,3}(?:\s*[-–—]|\s*/\s*\d{1,3})?", re.IGNORECASE)
_RULE = re.compile(r"[-_=*~.·–—\s]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line with no wide space between; a line of two columns is two, each with its cell."""

    words: tuple[Word, ...]
    text: str
    page: int
    cell: Cell | None = None

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(self.words[0].size, 1.0)


@dataclass(frozen=True, slots=True)
class Band:
    """Pieces in two columns; nothing of the left one reaches `low`, nothing of the right one begins before `high`."""

    pieces: tuple[Piece, ...]
    low: float
    high: float

    def fits(self, piece: Piece) -> bool:
        """Whether a piece stands in one of the columns, and does not cross."""
        return (piece.right < self.high or piece.left > self.low) and not is_kind(piece.text)

    def with_(self, piece: Piece) -> Band:
        if piece.right < self.high:
            return Band((*self.pieces, piece), max(self.low, piece.right), self.high)
        return Band((*self.pieces, piece), self.low, min(self.high, piece.left))


def in_order(pages: Sequence[Page]) -> list[Piece]:
    """The pieces of all pages as they are read, without the numbers of pages and running heads."""
    laid = [rows(page, number) for number, page in enumerate(pages, 1)]
    running = _running(laid)
    out: list[Piece] = []
    bands = 0
    for page in laid:
        bands = _read_page(_kept(page, running), out, bands)
    return out


def side_by_side(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces from top to bottom put in reading order."""
    out: list[Piece] = []
    _read_page(pieces, out, 0)
    return out


def rows(page: Page, number: int) -> list[Piece]:
    """The pieces of a page from top to bottom, of a line from left to right."""
    words = sorted((word for word in page.words if word.text), key=lambda word: -word.base)
    lines: list[list[Word]] = []
    for word in words:
        if lines and lines[-1][0].base - word.base < _SAME_LINE * max(word.size, 1.0):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [piece for line in lines for piece in _split(sorted(line, key=lambda word: word.left), number)]


def _split(line: list[Word], number: int) -> Iterator[Piece]:
    start = 0
    for at in range(1, len(line) + 1):
        if at == len(line) or line[at].left - line[at - 1].right > _APART * max(line[at].size, 1.0):
            yield _piece(line[start:at], number)
            start = at


def _piece(words: Sequence[Word], number: int) -> Piece:
    return Piece(tuple(words), composed(" ".join(word.text for word in words)), number)


def _running(laid: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Texts that stand at the top or the foot of most pages."""
    ends = Counter(text for page in laid if page for text in {page[0].text, page[-1].text})
    return frozenset(text for text, count in ends.items() if count > 2 and count * 2 > len(laid))


def _kept(page: Sequence[Piece], running: frozenset[str]) -> list[Piece]:
    """A page without its number, its running heads, and lines that are only drawn."""
    first, last = 0, len(page)
    while first < last and (page[first].text in running or _NUMBER.fullmatch(page[first].text)):
        first += 1
    while first < last and (page[last - 1].text in running or _NUMBER.fullmatch(page[last - 1].text)):
        last -= 1
    return [piece for piece in page[first:last] if not _RULE.fullmatch(piece.text)]


def _read_page(pieces: Sequence[Piece], out: list[Piece], bands: int) -> int:
    """Put a page's pieces behind those before; how many bands there are now."""
    at = _go_on(pieces, out)
    while at < len(pieces):
        band, taken = _band(pieces, at) or (None, 1)
        if band is not None and _is_head_or_foot(band):
            at += taken
            while out and out[-1].cell is None and stands_alone(out[-1].text) and band.fits(out[-1]):
                band = band.with_(out.pop())
            _put(sorted(band.pieces, key=lambda one: (one.page, -one.base)), band.low, bands, out)
            bands += 1
        else:
            at = _put_lines(pieces, at, at + taken, out)
    return bands


def _put(pieces: Sequence[Piece], low: float, number: int, out: list[Piece]) -> None:
    for column in (0, 1):
        cell = Cell(number, 0, column)
        out += [replace(one, cell=cell) for one in pieces if (one.right > low) == bool(column)]


def _put_lines(pieces: Sequence[Piece], at: int, least: int, out: list[Piece]) -> int:
    """Pieces of a line made one, up to the piece `least` and the end of its line."""
    while at < least:
        end = at + 1
        while end < len(pieces) and abs(pieces[end].base - pieces[at].base) < _SAME_LINE * pieces[at].size:
            end += 1
        words = [word for piece in pieces[at:end] for word in piece.words]
        out.append(pieces[at] if end == at + 1 else _piece(words, pieces[at].page))
        at = end
    return at


def _go_on(pieces: Sequence[Piece], out: list[Piece]) -> int:
    """Where two columns reach the end of a page, those at the top of the next one go on with them."""
    last = out[-1].cell if out else None
    if last is None:
        return 0
    begun = [piece for piece in out[-200:] if piece.cell and piece.cell.table == last.table]
    lefts = [piece for piece in begun if piece.cell and piece.cell.column == 0]
    low = max((piece.right for piece in lefts), default=0.0)
    band = Band((), low, min((piece.left for piece in begun if piece not in lefts), default=low))
    at = 0
    while at < len(pieces) and band.fits(pieces[at]):
        band = band.with_(pieces[at])
        at += 1
    rest = [piece for piece in begun if piece not in lefts]
    del out[len(out) - len(rest) :]
    _put([*rest, *band.pieces], band.low, last.table, out)
    return at


def _band(pieces: Sequence[Piece], at: int) -> tuple[Band, int] | None:
    """The pieces from `at` on that stand in two columns, and how many they were; None where nothing is beside."""
    first = pieces[at]
    if first.text[:1].islower() or first.text.endswith("./."):  # the end of the body above
        return None
    beside = next((one for one in pieces[at + 1 : at + 4] if _beside(first, one)), None)
    if beside is None:
        return None
    band = Band((), min(first.right, beside.right), max(first.left, beside.left))
    found: list[Piece] = []
    end = at
    while end < len(pieces) and (parts := _parted(pieces[end], band)):
        for part in parts:
            band = band.with_(part)
            found.append(part)
        band = Band((), band.low, band.high)
        end += 1
    return (Band(tuple(found), band.low, band.high), end - at) if end > at else None


def _parted(piece: Piece, band: Band) -> list[Piece]:
    """A piece that fits a band; or the two of one line of which the left one nearly fills its column; else nothing."""
    if band.fits(piece):
        return [piece]
    for at in range(1, len(piece.words)):
        before, after = piece.words[at - 1], piece.words[at]
        if after.left - before.right > _TIGHT * piece.size and before.right < band.high and after.left > band.low:
            return [_piece(piece.words[:at], piece.page), _piece(piece.words[at:], piece.page)]
    return []


def _beside(one: Piece, other: Piece) -> bool:
    apart = max(one.left, other.left) - min(one.right, other.right)
    return abs(one.base - other.base) < _NEAR * one.size and apart > one.size


def _is_head_or_foot(band: Band) -> bool:
    """Whether a band is the head or the foot of a document, and not a table of hours or the like."""
    if any(stands_alone(piece.text) for piece in band.pieces):
        return True
    items = any(piece.text.startswith("-") and piece.text.endswith(";") for piece in band.pieces)
    return items and any(piece.text.isupper() for piece in band.pieces)
