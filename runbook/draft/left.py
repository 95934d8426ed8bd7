"""Cells of tables in the organisation part that no duty was read of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from runbook.draft.document import Paragraph
from runbook.draft.findings import Left
from runbook.draft.header import quote
from runbook.draft.outline import Item
from runbook.draft.working import Draught

_FEWEST = 3  # cells of a row that is more than the heading of those below it


def left_cells(parts: Sequence[Sequence[Item]], draughts: Sequence[Draught]) -> Iterator[Left]:
    """Rows that nothing was read of. In a row that was, the other cells say who, when and what number."""
    told = {_row(one.paragraph) for one in draughts} | {None}
    items = [item for part in parts for item in part]
    cells = Counter(_row(item.paragraph) for item in items)
    for item in items:
        if (row := _row(item.paragraph)) not in told and any(sign.isalpha() for sign in item.text):
            yield Left(quote(item.paragraph), "heading" if cells[row] < _FEWEST else "table")


def _row(paragraph: Paragraph) -> tuple[int, int] | None:
    return (paragraph.cell.table, paragraph.cell.row) if paragraph.cell else None
