"""Draft durations: how long a duty of a kind usually takes, by a table that can be changed."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass

from runbook.draft.duty_words import KINDS
from runbook.draft.letters import listed, plain
from runbook.text import nfc
from runbook.values import MistakeError, duration

COLUMNS = ("kind", "words", "work", "why")
STEPS = ("draft", "opinion", "revise", "final")  # of an approval chain
DAY = "day"  # how long before the opening a duty of the day begins
_KINDS = frozenset((*(kind for kind, _ in KINDS), "approve", *STEPS, DAY))
_LONGEST = 1000  # rows: more is another kind of table


class TableError(Exception):
    """A table of durations that cannot be used: `code` says why (`draft.table.<code>`), `facts` where."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Row:
    """`work` as a ceremony file writes a duration; `words` are the folded words of which one must stand in a duty."""

    kind: str
    words: tuple[str, ...]
    work: str
    why: str


@dataclass(frozen=True, slots=True)
class Durations:
    """The rows in the order of the table: the first that fits counts."""

    rows: tuple[Row, ...]

    def row(self, kind: str, text: str) -> Row:
        """The first row of that kind with one of its words in the text. Raises TableError where there is none."""
        key = plain(nfc(text))
        for row in self.rows:
            if row.kind == kind and (not row.words or any(word in key for word in row.words)):
                return row
        raise TableError("kind-missing", kind=kind)

    def work(self, kind: str, text: str) -> str:
        return self.row(kind, text).work


def table(text: str) -> Durations:
    """The table of a CSV text with the columns kind, words, work, why. Raises TableError.

    `words` are parted by "|". Every kind needs a row without words, which stands for the rest.
    """
    found = list(csv.reader(text.lstrip("\ufeff").splitlines()))
    if not found or tuple(one.strip() for one in found[0]) != COLUMNS or len(found) > _LONGEST:
        raise TableError("head", columns=",".join(COLUMNS))
    made = Durations(tuple(_row(cells, number) for number, cells in enumerate(found[1:], 2) if any(cells)))
    for kind in sorted(_KINDS - {"catchall"}):  # which is no work
        _needs_rest(made.rows, kind)
    return made


def _row(cells: list[str], number: int) -> Row:
    if len(cells) != len(COLUMNS):
        raise TableError("cells", line=str(number), columns=str(len(COLUMNS)))
    kind, words, work, why = (nfc(one.strip()) for one in cells)
    if kind not in _KINDS:
        raise TableError("kind", line=str(number), kind=kind)
    try:
        duration(work)
    except MistakeError:
        raise TableError("work", line=str(number), text=work) from None
    return Row(kind, tuple(plain(one) for one in listed(words)), work, why)


def _needs_rest(rows: Iterable[Row], kind: str) -> None:
    if not any(row.kind == kind and not row.words for row in rows):
        raise TableError("kind-missing", kind=kind)
