"""The numbers that Word puts before the items of its lists, counted as Word counts them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from runbook.draft.reading.styles import number, on, value
from runbook.office.parts import Attributes, Package

_LONGEST = 60  # letters of a label
_MOST = 30_000  # the largest number counted
_PLACE = re.compile("%([1-9])")
_TENS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), *_TENS)
_DASHES = "-–—−\uf02d"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, from where, and its text ("%1.%2.")."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False  # numbers of other levels in digits


@dataclass(slots=True)
class _Kind:
    """An abstract list: levels that several lists share, and their numbers."""

    levels: dict[int, Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    link: str = ""  # the style whose list this one is to look like
    linked: str = ""  # the style of which this is the list


@dataclass(slots=True)
class _List:
    kind: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Lists:
    """The lists of a document, which count as they are asked."""

    kinds: dict[str, _Kind] = field(default_factory=dict)
    lists: dict[str, _List] = field(default_factory=dict)

    def label(self, name: str, level: int) -> str:
        """The sign before the next item of a list at that level, "" where there is none."""
        one = self.lists.get(name)
        kind = self.kinds.get(one.kind) if one else None
        if one is None or kind is None:
            return ""
        levels = {**self._levels(kind), **one.levels}
        _count(kind, one, level, levels)
        here = levels.get(level, Level())
        if here.form == "bullet":
            return _bullet(here.text)
        if here.form == "none":
            return ""
        made = _PLACE.sub(lambda found: self._number(kind, levels, here, int(found[1]) - 1), here.text)
        return " ".join(made.split())[:_LONGEST]

    def _levels(self, kind: _Kind) -> dict[int, Level]:
        if not kind.link or kind.levels:
            return kind.levels
        return next((one.levels for one in self.kinds.values() if one.linked == kind.link), {})

    def _number(self, kind: _Kind, levels: dict[int, Level], here: Level, at: int) -> str:
        level = levels.get(at, Level())
        count = kind.counts.get(at, level.start)
        return formed(count, "decimal" if here.legal and level is not here else level.form)


def _count(kind: _Kind, one: _List, level: int, levels: dict[int, Level]) -> None:
    """The next number of a level; those below begin anew."""
    if level in one.starts and level not in one.begun:
        kind.counts[level] = one.starts[level]
    elif level in kind.counts:
        kind.counts[level] = min(kind.counts[level] + 1, _MOST)
    else:
        kind.counts[level] = levels.get(level, Level()).start
    one.begun.add(level)
    for deeper in [at for at in kind.counts if at > level]:
        del kind.counts[deeper]


def formed(count: int, form: str) -> str:
    """A number in one of Word's forms; in digits where the form is not known.

    >>> formed(4, "upperRoman"), formed(3, "lowerLetter"), formed(7, "decimalZero"), formed(5, "ordinal")
    ('IV', 'c', '07', '5')
    """
    if form in ("upperRoman", "lowerRoman") and 0 < count < 4000:
        return _roman(count).upper() if form == "upperRoman" else _roman(count)
    if form in ("upperLetter", "lowerLetter") and 0 < count <= 260:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    made = ""
    for worth, letters in _ROMAN:
        made += letters * (count // worth)
        count %= worth
    return made


def _bullet(text: str) -> str:
    """The sign of a bullet: fonts of symbols write theirs in places of their own."""
    sign = text.strip()[:1]
    if not sign or sign in _DASHES:
        return "-"
    return "+" if sign == "+" else "•"


def lists(package: Package, part: str) -> Lists:
    """The lists that the part "numbering" defines. Raises RefusedError."""
    found = Lists()
    kind, one, at, level = _Kind(), _List(), 0, Level()
    inside = ""

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal kind, one, at, level, inside
        said = value(attributes)
        if tag == "abstractNum":
            inside, kind = tag, _Kind()
            found.kinds[value(attributes, "abstractNumId")] = kind
        elif tag == "num":
            inside, one = tag, _List()
            found.lists[value(attributes, "numId")] = one
        elif tag == "abstractNumId":
            one.kind = said
        elif tag in ("numStyleLink", "styleLink"):
            setattr(kind, "link" if tag == "numStyleLink" else "linked", said)
        elif tag in ("lvl", "lvlOverride"):
            at, level = number(value(attributes, "ilvl")), Level()
        elif tag == "startOverride":
            one.starts[at] = number(said, _MOST)
        else:
            level = _level(level, tag, attributes)

    def end(tag: str) -> None:
        if tag == "lvl":
            (kind.levels if inside == "abstractNum" else one.levels)[at] = level

    package.read(part, start, end)
    return found


def _level(level: Level, tag: str, attributes: Attributes) -> Level:
    """A level with what one of its elements says."""
    said = value(attributes)
    if tag == "start":
        return replace(level, start=number(said, _MOST))
    if tag == "numFmt":
        return replace(level, form=said)
    if tag == "lvlText":
        return replace(level, text=said[:_LONGEST])
    return replace(level, legal=on(attributes)) if tag == "isLgl" else level
