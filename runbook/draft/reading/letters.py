"""Letters of a source made the text of a paragraph: composed, single-spaced, without marks, each knowing its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runbook.office.guard import RefusedError
from runbook.text import nfc

# Written, and not seen: soft hyphens, joiners, marks of direction and of byte order.
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")

MOST_MARKS = 20  # on one letter
# Runs in which such a pile may be: none of it Latin, Vietnamese or punctuation.
_UNUSUAL = re.compile(r"[^\x00-\u02ff\u1ea0-\u1ef9\u2010-\u205e]{21,}")
_STARS = re.compile(r"\*\*|\*|\n[^\S\n]*\n")


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


def composed(text: str) -> str:
    """A text in Unicode NFC. Raises RefusedError for more marks on a letter than any script needs.

    To put such a pile in order takes time that grows with its square.
    """
    _check(text)
    return nfc(text)


def _check(text: str) -> None:
    if any(_overloaded(found.group()) for found in _UNUSUAL.finditer(text)):
        raise RefusedError("unsafe", what="marks")


def _overloaded(text: str) -> bool:
    run = 0
    for sign in text:
        run = run + 1 if unicodedata.combining(sign) else 0
        if run > MOST_MARKS:
            return True
    return False


def marks(source: str) -> Marks:
    """The stars that a text copied from a page with bold and italics holds: a pair of two is bold, of one italics.

    An empty line closes what was left open.
    """
    dropped: set[int] = set()
    bold: set[int] = set()
    strong = slanted = -1
    for found in _STARS.finditer(source):
        at = found.start()
        if found.group() == "**":
            dropped |= {at, at + 1}
            bold.update(range(strong, at) if strong >= 0 else ())
            strong = at + 2 if strong < 0 else -1
        elif found.group() != "*":
            strong = slanted = -1
        elif slanted >= 0 and _closes(source, at):
            dropped |= {slanted, at}
            slanted = -1
        elif _opens(source, at):
            slanted = at
    return Marks(frozenset(dropped), frozenset(bold))


def copied(source: str) -> Marks:
    """The stars of a Word or PDF file: those of a text pasted into it, and where none are in pairs no marks at all."""
    return marks(source) if "**" in source else Marks()


def _opens(source: str, at: int) -> bool:
    before, after = source[at - 1 : at] or " ", source[at + 1 : at + 2] or " "
    return not after.isspace() and not before.isalnum() and after != ")"


def _closes(source: str, at: int) -> bool:
    before = source[at - 1 : at] or " "
    return not before.isspace() and before != "("


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
    _check(whole)
    if unicodedata.is_normalized("NFC", whole) and len(whole) == len(letters):
        return Text(whole, tuple(places), (), tuple(lines))
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    starts: dict[int, int] = {}
    at = 0
    while at < len(letters):
        end = _cluster(letters, at)
        apart = "".join(letters[at:end])
        made = unicodedata.normalize("NFC", apart)
        if made == apart:  # marks that no letter holds stay what they are
            end = at + 1
            made = letters[at]
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
