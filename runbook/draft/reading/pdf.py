"""A PDF with a layer of text as lines whose places on the page say which of them belong together."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from runbook.draft.document import Document
from runbook.draft.reading import bullets
from runbook.draft.reading.columns import Piece, in_order
from runbook.draft.reading.joining import Line, ended, paragraphs
from runbook.draft.reading.letters import copied
from runbook.draft.refusal import NotAPlanError
from runbook.office import pages as reader
from runbook.office.guard import RefusedError, too_large
from runbook.office.pages import Page, PagesError

MOST_BYTES = 20_000_000
_BLANK = 1.9  # of the usual distance of lines: an empty line between
_SPACED = 1.25  # of the same: more than within a paragraph
_LEAST_SPACE, _MOST_SPACE = 0.2, 0.4  # of the size: between words that are not stretched to fill a line
_BESIDE = 0.1  # of the size: what a word is wider than its letters as they are drawn


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of the body begin and end, how far they are apart; `indents`: paragraphs begin further in."""

    left: float
    right: float
    leading: float
    indents: bool


def read(data: bytes) -> Document:
    """Raises NotAPlanError: "no-text", "locked-pdf", "no-library"; RefusedError for a file out of bounds."""
    if len(data) > MOST_BYTES:
        too_large("bytes", MOST_BYTES)
    found = _pages(data)
    pieces = in_order(found)
    if not any(sign.isalnum() for piece in pieces for sign in piece.text):
        raise NotAPlanError("no-text")
    margins = _margins(pieces, median(page.width for page in found))
    source, lines = _lines(pieces, margins)
    notes = ("pages-without-text",) if not all(page.words for page in found) else ()
    return Document(source, paragraphs(source, lines, copied(source)), "pdf", len(found), notes)


def _pages(data: bytes) -> list[Page]:
    try:
        return reader.pages(data)
    except PagesError as error:
        if error.code == "too-large":
            raise RefusedError("too-large", what=error.what, limit=f"{error.limit:g}") from error
        if error.code == "unreadable":
            raise RefusedError("unreadable") from error
        raise NotAPlanError("locked-pdf" if error.code == "locked" else error.code) from error


def _margins(pieces: Sequence[Piece], width: float) -> Margins:
    """The margins of the body, measured on what is not in columns.

    Where no line reaches the right one it is taken to be as wide as the left one, which is the wider of the two.
    """
    body = [piece for piece in pieces if piece.cell is None] or list(pieces)
    lefts = Counter(round(piece.left) for piece in body)
    left = min((at for at, count in lefts.items() if count > 2 and count * 12 > len(body)), default=min(lefts))
    rights = sorted(piece.right for piece in body)
    right = max(rights[min(len(rights) - 1, len(rights) * 19 // 20)], width - left)
    steps = [one.base - two.base for one, two in itertools.pairwise(body) if 0 < one.base - two.base < 100]
    inward = [piece for piece in body if 1.0 < (piece.left - left) / piece.size < 6.0 and piece.right > right - 30]
    return Margins(left, right, median(steps) if steps else 20.0, len(inward) > 2)


def _lines(pieces: Sequence[Piece], margins: Margins) -> tuple[str, list[Line]]:
    """The text, a piece in a line and pages parted by form feeds, and the lines of which paragraphs are made."""
    source: list[str] = []
    lines: list[Line] = []
    at = 0
    before: Piece | None = None
    hanging = 0.0
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if before is not None:
            source.append("\f" if piece.page > before.page else "\n")
            at += 1
        text = " ".join(word.text for word in piece.words)
        line = Line(at, at + len(text), piece.text, page=piece.page, cell=piece.cell)
        line = replace(line, bold=all(word.bold for word in piece.words))
        lines.append(_placed(line, piece, before, after, margins, hanging))
        hanging = _hanging(piece, line.text, hanging)
        source.append(text)
        at += len(text)
        before = piece
    return "".join(source), lines


def _placed(
    line: Line, piece: Piece, before: Piece | None, after: Piece | None, margins: Margins, hanging: float
) -> Line:
    """A line with what its place on the page says."""
    if piece.cell is not None:
        return replace(line, gap=before is None or before.cell != piece.cell)
    first = before is None or before.page != piece.page
    room = margins.right - piece.right - _space(piece)
    full = after is None or after.words[0].right - after.words[0].left > room
    centred = _is_centred(piece, margins)
    indented = not centred and piece.left - margins.left > 0.8 * piece.size and abs(piece.left - hanging) > 3
    least = _SPACED if before is not None and ended(before.text) else _BLANK
    blank = before is not None and before.base - piece.base > least * margins.leading
    flush = first and margins.indents and not indented and not centred
    return replace(line, gap=first or blank, full=full, indented=indented, flush=flush, centred=centred)


def _space(piece: Piece) -> float:
    """What parts two words of a line that is not stretched, with what stands free beside the letters of the next."""
    gaps = [two.left - one.right for one, two in itertools.pairwise(piece.words)]
    space = min(max(min(gaps, default=0.0), _LEAST_SPACE * piece.size), _MOST_SPACE * piece.size)
    return space + _BESIDE * piece.size


def _is_centred(piece: Piece, margins: Margins) -> bool:
    inward, outward = piece.left - margins.left, margins.right - piece.right
    return abs(inward - outward) < 1.5 * piece.size and inward > 1.5 * piece.size


def _hanging(piece: Piece, text: str, hanging: float) -> float:
    """Where the lines after a sign begin, if they stand under the text and not under the sign."""
    if bullets.sign(text) and len(piece.words) > 1:
        return piece.words[1].left
    return hanging if abs(piece.left - hanging) <= 3 else 0.0
