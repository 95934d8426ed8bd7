"""The duty matrix (who leads, who supports what) and the load of each agency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import Agency, Part, Task
from runbook.reports.rows import Heading, heading, own_time, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One task; `cells` has a sign per agency of the matrix: CT leads, PH supports, "" neither."""

    id: str
    title: str
    phase: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What one agency carries before the opening; `work` sums its own duties' working time."""

    agency_id: str
    agency: str
    requested: bool
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    minutes: int
    work: str
    first_text: str
    last_text: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Tasks by agencies; only agencies with a duty have a column, in protocol order."""

    heading: Heading
    agency_ids: tuple[str, ...]
    agencies: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    loads: tuple[Load, ...]
