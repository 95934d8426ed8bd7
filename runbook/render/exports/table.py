"""The tasks as CSV (RFC 4180), for spreadsheets and databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline, TimelineRow
    from runbook.schedule import Schedule

_COLUMNS = (
    *("id", "phase", "task", "lead", "support", "start", "finish", "latest", "length", "spare", "critical"),
    *("deadline", "place", "after", "note"),
)
# A spreadsheet takes a cell that begins so for a formula, and would run it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "\ufeff"  # tells spreadsheets that the letters are UTF-8


def csv(timeline: Timeline, schedule: Schedule, language: str) -> str:
    """Every task in a line, clock-time duties included: instants as ISO 8601 of the ceremony's zone, lists parted by
    semicolons. Cells that begin like a formula are led by an apostrophe."""
    lines = [[say(language, f"export.{column}") for column in _COLUMNS]]
    lines += [list(_cells(row, schedule, language)) for group in timeline.groups for row in group.rows]
    return csv_text(lines)


def csv_text(lines: Iterable[Sequence[str | int]]) -> str:
    """Lines of cells as a file; a text that begins like a formula is led by an apostrophe, a number never is."""
    return _MARK + "".join(",".join(map(_cell, line)) + "\r\n" for line in lines)


def _cells(row: TimelineRow, schedule: Schedule, language: str) -> Iterator[str]:
    task, iso = row.task, schedule.axis.iso
    yield from (task.id, task.phase, task.title, task.lead, "; ".join(task.support))
    yield from (iso(task.start)[:16], iso(task.finish)[:16], iso(task.latest_finish)[:16])
    yield from (task.length, task.spare, say(language, "export.yes") if task.critical else "")
    yield from (task.deadline, task.location, "; ".join(row.after), task.note)


def _cell(text: str | int) -> str:
    if isinstance(text, int):
        return str(text)
    safe = f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) or text.startswith(_FORMULA) else text
    return '"' + safe.replace('"', '""') + '"' if any(sign in safe for sign in ',"\r\n') else safe
