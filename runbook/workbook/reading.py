"""A workbook's bytes read to the nodes that the text of a ceremony file gives, their places naming sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from runbook.office.guard import RefusedError
from runbook.problems import Place, Problem, Workbook, in_order
from runbook.syntax import Mapping
from runbook.text import folded
from runbook.workbook import labels, layout, tables
from runbook.workbook.cells import StoppedError, grids
from runbook.workbook.sections import Sections
from runbook.workbook.tables import Listing, Row
from runbook.workbook.values import Values


@dataclass(frozen=True, slots=True)
class Read:
    """The nodes of a workbook for `build.ceremony`, None where it cannot be read; and the problems on the way.

    `listing`: the cells that places count as lines, for `problems.shown`.
    """

    root: Mapping | None
    problems: tuple[Problem, ...]
    listing: str = ""
    refused: frozenset[int] = frozenset()

    def told(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """All problems in order: those of the cells, and what `build.ceremony` found in cells that could be read."""
        more = (one for one in problems if not _at_one_of(one, self.refused))
        return in_order((*self.problems, *more))


def _at_one_of(one: Problem, lines: frozenset[int]) -> bool:
    place = one.place
    return place is not None and isinstance(place.file, Workbook) and place.line in lines


def read(data: bytes, file: str) -> Read:
    """The nodes of a workbook, with every problem of its cells; what they mean is for `build.ceremony` to say.

    Time and memory are bounded whatever the bytes are (see `office` and `cells`).
    """
    listing = Listing(Workbook(file))
    try:
        found = grids(data, lambda title: any(folded(title) in sheet.names for sheet in layout.SHEETS))
    except RefusedError as refused:
        if isinstance(refused, StoppedError):
            listing.line(refused.cell.sheet, refused.cell.row, refused.cell.column)
        return Read(None, (Problem(f"workbook-{refused.code}", Place(listing.book, 1, 1), refused.facts),))
    chosen = tables.chosen(found, listing)
    if "occasion" not in chosen:
        missing = Problem("workbook-no-sheet", Place(Workbook(file), 1, 1), {"page": layout.OCCASION.key})
        return Read(None, (missing, *listing.problems), "\n".join(listing.lines))
    rows = {
        sheet.key: tables.rows(chosen[sheet.key], layout.FORM if sheet is layout.OCCASION else sheet, listing)
        for sheet in layout.SHEETS
        if sheet.key in chosen
    }
    root = Sections(listing, rows, _values(rows)).root(chosen["occasion"].title)
    return Read(root, tuple(listing.problems), "\n".join(listing.lines), frozenset(listing.refused))


def _values(rows: dict[str, list[Row]]) -> Values:
    agencies = [{key: row.text(key) for key in ("id", "name", "short", "aliases")} for row in rows.get("agencies", ())]
    phases = [{key: row.text(key) for key in ("id", "title")} for row in rows.get("phases", ())]
    return Values(labels.of_agencies(agencies), labels.of_phases(phases))
