"""The sheets and columns that a workbook shows of a sitting, and those of a campaign."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from runbook.workbook.layout import SHEETS, TASKS, Column, Sheet

_OF_CAMPAIGNS = frozenset({"campaign.span", "campaign.theme", "over"})
_OF_SITTINGS = frozenset({"date.window", "date.part", "date.days", "date.chosen", "date.reserve", "hours"})


def sheets(campaign: bool, filled: Collection[str]) -> tuple[Sheet, ...]:
    """The sheets as they are written, without what is only for the other kind of occasion, and without peaks and
    anniversaries where there are none. `filled` are the keys of sheets that hold something."""
    left_out = ({"programme", "savings"} if campaign else set()) | ({"peaks", "occasions"} - {*filled})
    return tuple(_for(sheet, campaign) for sheet in SHEETS if sheet.key not in left_out)


def of_tasks(campaign: bool) -> Sheet:
    """The sheet of tasks as it is written."""
    return _for(TASKS, campaign)


def _for(sheet: Sheet, campaign: bool) -> Sheet:
    other = _OF_SITTINGS if campaign else _OF_CAMPAIGNS
    columns = tuple(_choosing(column, campaign) for column in sheet.columns if column.key not in other)
    return sheet if columns == sheet.columns else replace(sheet, columns=columns)


def _choosing(column: Column, campaign: bool) -> Column:
    """The part of a task among those that this kind of occasion has."""
    if column.key != "part":
        return column
    other = "day" if campaign else "during"
    return replace(column, choices=tuple(choice for choice in column.choices if choice != other))
