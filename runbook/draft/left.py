"""Cells of tables in the organisation part that no duty was read of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from runbook.draft.document import Paragraph
from runbook.draft.findings import Left
from runbook.draft.header import quote
from runbook.draft.outline import Item
from runbook.draft.tables import column
from runbook.draft.working import Draught

_HEADED = 2  # kinds of column that a row naming them has at least
_FEWEST = 3  # cells of a row that is more than the heading of those below it


def left_cells(parts: Sequence[Sequence[Item]], draughts: Sequence[Draught]) -> Iterator[Left]:
    """Rows that nothing was read of. In a row that was, the other cells say who, when and what number."""
    told = {_row(one.paragraph) for one in draughts}
    items = [item for part in parts for item in part]
    cells = Counter(_row(item.paragraph) for item in items)
    kinds: dict[tuple[int, int], set[str]] = {}
    for item in items:
        if (row := _row(item.paragraph)) and (kind := column(item.text)):
            kinds.setdefault(row, set()).add(kind)
    for item in items:
        row = _row(item.paragraph)
        if row and row not in told and any(sign.isalpha() for sign in item.text):
            heads = cells[row] < _FEWEST or len(kinds.get(row, ())) >= _HEADED
            yield Left(quote(item.paragraph), "heading" if heads else "table")


def _row(paragraph: Paragraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell else None
