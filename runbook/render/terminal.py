"""Text for a terminal: tables that fit its width, and a form for terminals that know no Vietnamese."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

GAP = 2  # blanks between two columns
NARROW = 6  # columns a text can still be read in
_SIGNS = str.maketrans("─↑↓đĐðÐ→←›·–—…“”‘’█░▒▓◆│×•", "-^vdDdD><>.--.\"\"''#=%&*|x*")


class Tone(Enum):
    """Colour as a help only: the same is always said by a sign or a word. The value is the ANSI code."""

    PLAIN = ""
    STRONG = "1"
    LATE = "1;31"
    FAINT = "2"


@dataclass(frozen=True, slots=True)
class Screen:
    """What the text is for: so many columns, with or without colour."""

    width: int = 80
    colour: bool = False

    def paint(self, text: str, tone: Tone) -> str:
        """The text in that tone, line by line so that a table can be laid out around it."""
        if not self.colour or tone is Tone.PLAIN:
            return text
        return "\n".join(f"\x1b[{tone.value}m{line}\x1b[0m" if line else line for line in text.split("\n"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. When room is short, one of weight 3 keeps three times the width of one of weight 1.

    `least`: columns it never gives up while the table can fit otherwise.
    """

    heading: str
    weight: int = 1
    least: int = 0


def columns_of(text: str) -> int:
    """How many columns of a terminal the text takes; signs that combine take none, wide ones two."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0) or len(text)


def wrap(text: str, width: int) -> str:
    """The text in lines of at most that width, its own line breaks kept; a word longer than a line is cut."""
    return "\n".join(line for paragraph in text.split("\n") for line in _lines(paragraph, width))


def _lines(paragraph: str, width: int) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if columns_of(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    if columns_of(word) <= width:
        return [word]
    pieces = [""]
    for sign in word:
        if pieces[-1] and columns_of(pieces[-1] + sign) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def paragraph(text: str, screen: Screen, indent: int = 0, hang: int = 0) -> str:
    """Text set to the width of the screen, every line indented, all but the first by `hang` more."""
    lines = wrap(text, screen.width - indent - hang).split("\n")
    return "\n".join(" " * (indent + (hang if number else 0)) + line for number, line in enumerate(lines))


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]], screen: Screen, tones: Sequence[Tone] = ()) -> str:
    """A table no wider than the screen; cells are wrapped, and each row painted in its tone.

    Where not even its narrowest form fits, each row becomes an entry of lines, a heading before each value.
    """
    from tabulate import tabulate

    cells = [list(row) for row in rows]
    tone_of = [*tones, *[Tone.PLAIN] * (len(cells) - len(tones))]
    if not (widths := _widths(columns, cells, screen.width)):
        return "\n".join(_entry(columns, row, screen, tone) for row, tone in zip(cells, tone_of, strict=True))
    body = [
        [screen.paint(wrap(cell, width), tone) for cell, width in zip(row, widths, strict=True)]
        for row, tone in zip(cells, tone_of, strict=True)
    ]
    heads = [wrap(column.heading, width) for column, width in zip(columns, widths, strict=True)]
    rules = ["-" * width for width in widths]  # as a row: tabulate would widen a column by two for its own rule
    text = tabulate([heads, rules, *body], tablefmt="plain", disable_numparse=True, stralign="left")
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _entry(columns: Sequence[Column], row: Sequence[str], screen: Screen, tone: Tone) -> str:
    """One row as lines, what has no heading before the first of them."""
    plain = " ".join(cell for column, cell in zip(columns, row, strict=True) if not column.heading and cell)
    pairs = [(column.heading, cell) for column, cell in zip(columns, row, strict=True) if column.heading and cell]
    lines = [" ".join(f"{heading}: {cell}".split()) for heading, cell in pairs] or [""]
    first = paragraph(f"{plain} {lines[0]}".strip(), screen, 0, 4)
    return screen.paint("\n".join([first, *(paragraph(line, screen, 2, 2) for line in lines[1:])]), tone)


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Natural widths; while they do not fit, the column that is widest for its weight gives way.

    None where a clock time or a date would have to be broken, or a text set in fewer than NARROW columns.
    """
    texts = [[column.heading, *(row[number] for row in rows)] for number, column in enumerate(columns)]
    widths = [max(columns_of(line) for text in column for line in text.split("\n")) for column in texts]
    least = [
        min(width, max(column.least, _longest_word(text)))
        for column, text, width in zip(columns, texts, widths, strict=True)
    ]
    hard = [low if column.least else min(low, NARROW) for column, low in zip(columns, least, strict=True)]
    room -= GAP * (len(columns) - 1)
    if sum(hard) > room:
        return []
    while sum(widths) > room:
        loose = [number for number, width in enumerate(widths) if width > least[number]]
        loose = loose or [number for number, width in enumerate(widths) if width > hard[number]]
        widths[max(loose, key=lambda number: widths[number] / columns[number].weight)] -= 1
    return widths


def _longest_word(texts: Iterable[str]) -> int:
    return min(max((columns_of(word) for text in texts for word in text.split()), default=1), 14)


def without_marks(text: str) -> str:
    """The text in ASCII, sign for sign so that tables stay straight: tieng Viet khong dau.

    >>> without_marks("Hội nghị → Đài PTTH")
    'Hoi nghi > Dai PTTH'
    """
    bare = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).translate(_SIGNS))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return letters.encode("ascii", "replace").decode("ascii")
