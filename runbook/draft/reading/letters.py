"""Letters of a source made the text of a paragraph: composed, single-spaced, without marks, each knowing its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

# Written, and not seen: soft hyphens, joiners, marks of direction and of byte order.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")


@dataclass(frozen=True, slots=True)
class Text:
    """Letters with the place where each begins, and where it ends in the source (a decomposed one is several)."""

    text: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...] = ()  # () where every letter is one code point
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """Stars of bold and italics: the places that are no part of the text, and of the letters that are bold."""

    dropped: frozenset[int] = frozenset()
    bold: frozenset[int] = frozenset()


@dataclass(slots=True)
class _Marker:
    """Stars in order of their places: a pair of two is bold, a pair of one italics; an empty line closes both."""

    source: str
    dropped: set[int] = field(default_factory=set)
    bold: set[int] = field(default_factory=set)
    strong: int | None = None
    slanted: int | None = None

    def read(self) -> Marks:
        at = 0
        while at < len(self.source):
            if self.source[at] == "*":
                at = self._star(at)
            elif self.source[at] == "\n":
                at = self._line(at)
            else:
                next_at = min(self._find("*", at), self._find("\n", at))
                at = next_at
        return Marks(frozenset(self.dropped), frozenset(self.bold))

    def _find(self, sign: str, at: int) -> int:
        found = self.source.find(sign, at)
        return len(self.source) if found < 0 else found

    def _line(self, at: int) -> int:
        end = at + 1
        while end < len(self.source) and self.source[end].isspace():
            if self.source[end] == "\n":
                self.strong = self.slanted = None
            end += 1
        return end

    def _star(self, at: int) -> int:
        if self.source.startswith("**", at):
            self.dropped |= {at, at + 1}
            if self.strong is None:
                self.strong = at + 2
            else:
                self.bold |= set(range(self.strong, at))
                self.strong = None
            return at + 2
        self._single(at)
        return at + 1

    def _single(self, at: int) -> None:
        before, after = self.source[at - 1 : at] or " ", self.source[at + 1 : at + 2] or " "
        if self.slanted is not None and not before.isspace() and before != "(":
            self.dropped |= {self.slanted, at}
            self.slanted = None
        elif not after.isspace() and not before.isalnum() and after != ")":
            self.slanted = at


def marks(source: str) -> Marks:
    """The stars that a text copied from a page with bold and italics holds."""
    return _Marker(source).read() if "*" in source else Marks()


def text(source: str, pieces: Iterable[tuple[int, int]], dropped: frozenset[int]) -> Text:
    """The text of pieces of the source, in order, a space between two but where a word was cut ("2023-", "2025")."""
    letters: list[str] = []
    places: list[int] = []
    starts: list[int] = []
    last = 0
    for start, end in pieces:
        if letters:
            if not _cut(letters):
                letters.append(" ")
                places.append(last)
            starts.append(len(letters))
        last = end
        for at in range(start, end):
            sign = source[at]
            if at in dropped or sign in UNSEEN or (sign < " " and not sign.isspace()):
                continue
            letters.append(" " if sign.isspace() else sign)
            places.append(at)
    return _composed(*_single_spaced(letters, places, starts))


def _cut(letters: Sequence[str]) -> bool:
    return len(letters) > 1 and letters[-1] in "-/" and letters[-2].isalnum()


def _single_spaced(
    letters: Sequence[str], places: Sequence[int], starts: Sequence[int]
) -> tuple[list[str], list[int], list[int]]:
    """Runs of spaces made one, none at the ends; the starts of lines move along."""
    kept: list[str] = []
    where: list[int] = []
    moved: list[int] = []
    wanted = iter((*starts, len(letters) + 1))
    following = next(wanted)
    for index, (sign, place) in enumerate(zip(letters, places, strict=True)):
        if index >= following:
            moved.append(len(kept))
            following = next(wanted)
        if sign != " " or (kept and kept[-1] != " "):
            kept.append(sign)
            where.append(place)
    while kept and kept[-1] == " ":
        kept.pop()
        where.pop()
    return kept, where, [start for start in moved if 0 < start < len(kept)]


def _composed(letters: list[str], places: list[int], lines: list[int]) -> Text:
    whole = "".join(letters)
    if unicodedata.is_normalized("NFC", whole) and len(whole) == len(letters):
        return Text(whole, tuple(places), (), tuple(lines))
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    starts: dict[int, int] = {}
    at = 0
    while at < len(letters):
        end = _cluster(letters, at)
        made = unicodedata.normalize("NFC", "".join(letters[at:end]))
        starts |= dict.fromkeys(range(at, end), len(out))
        out += made
        offsets += [places[at]] * len(made)
        ends += [places[end - 1] + 1] * len(made)
        at = end
    return Text("".join(out), tuple(offsets), tuple(ends), tuple(starts[line] for line in lines))


def _cluster(letters: Sequence[str], start: int) -> int:
    """Where the letter that begins at `start` ends: after its marks, and after whatever else composes with it."""
    end = start + 1
    while end < len(letters) and end - start < 32:
        sign = letters[end]
        if sign < "\u0300":
            break
        if not unicodedata.combining(sign) and not _joins(letters[end - 1], sign):
            break
        end += 1
    return end


def _joins(before: str, sign: str) -> bool:
    return len(unicodedata.normalize("NFC", before + sign)) < 2
