"""The text of a ceremony file with some of its values written anew, every other sign of it kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate

from runbook.cloning.spots import Spot
from runbook.values import MistakeError, absolute_day

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}", re.ASCII)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Signs `start` to `end` of the text written as `new`."""

    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Source:
    """A file's text as it stands, line ends and all, and its values in file order."""

    text: str
    spots: tuple[Spot, ...]

    @cached_property
    def regions(self) -> dict[tuple[str, ...], tuple[int, int]]:
        """By path the signs that hold a value; for one on several lines all up to the next, but not `|` or `>`."""
        mark = len(self.text) - len(self.text.removeprefix("\ufeff"))
        starts = [mark, *accumulate(map(len, lines(self.text)))]
        places = [starts[spot.node.line - 1] + spot.node.column - 1 for spot in self.spots]
        ends = [*places[1:], len(self.text)]
        return {spot.path: self._region(spot, *at) for spot, *at in zip(self.spots, places, ends, strict=True)}

    def _region(self, spot: Spot, start: int, end: int) -> tuple[int, int]:
        if self.text[start] in "|>":
            return start + len(lines(self.text[start:end])[0]), end
        shown = self.text[start : start + spot.node.length]  # a value that is folded over lines is no shorter unfolded
        return start, end if "\n" in shown or "\r" in shown else start + len(shown)

    def days_edited(self, spot: Spot, new: Sequence[date]) -> list[Edit]:
        """The edits that write new days over those of a value; none where its text does not show them as days."""
        tokens = list(_DAY.finditer(self.text, *self.regions[spot.path]))[: len(new)]
        if [_read(token[0]) for token in tokens] != list(spot.days):
            return []
        return [Edit(*token.span(), written(day, token[0])) for token, day in zip(tokens, new, strict=True)]

    def text_edited(self, spot: Spot, new: str) -> list[Edit]:
        """The edit that writes a text over a value; none where it is not shown as it reads."""
        start = self.text.find(spot.node.text, *self.regions[spot.path])
        return [Edit(start, start + len(spot.node.text), new)] if start >= 0 else []


def lines(text: str) -> list[str]:
    """The lines as the reader of a file counts them, each with its end."""
    return [line for line in _LINE.findall(text) if line]


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made, none of which touch each other."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end :]
    return text


def written(day: date, like: str) -> str:
    """The day in the form of another: ISO, or day/month/year with or without leading noughts.

    >>> written(date(2025, 1, 5), "2024-11-22"), written(date(2025, 1, 5), "8/11/2024")
    ('2025-01-05', '5/1/2025')
    """
    if "-" in like:
        return day.isoformat()
    bare = any(len(part) == 1 for part in like.split("/")[:2])
    return f"{day.day}/{day.month}/{day.year}" if bare else f"{day:%d/%m}/{day.year}"


def _read(text: str) -> date | None:
    try:
        return absolute_day(text)
    except MistakeError:
        return None
