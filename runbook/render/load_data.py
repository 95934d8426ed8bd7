"""The load of agencies and resources for other programs: JSON, and CSV (RFC 4180)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from runbook.render.exports.table import csv_text
from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.reports.load import Load, LoadRow

FORMAT = 1  # raised when a key changes its meaning
_COLUMNS = ("kind", "id", "name", "from", "led", "support", "in_use", "most", "capacity")


def load_json(ceremony: Ceremony, report: Load) -> str:
    """Minutes by agency and resource; days or Mondays in ISO 8601. Agencies with the same amounts are all told."""
    found = {
        "format": FORMAT,
        "ceremony": ceremony.id,
        "title": ceremony.title,
        "unit": "week" if report.weekly else "day",
        "full": report.full,
        "columns": [day.isoformat() for day in report.columns],
        "agencies": [
            {
                "id": row.id,
                "name": row.name,
                "alike": [one.id for one in row.alike],
                "capacity": row.capacity or None,
            }
            | {"led": [one.led for one in row.amounts], "support": [one.support for one in row.amounts]}
            for row in report.agencies
        ],
        "resources": [
            {"id": row.id, "name": row.name, "capacity": row.capacity}
            | {"in_use": [one.led for one in row.amounts], "most": [one.most for one in row.amounts]}
            for row in report.resources
        ],
        "not_counted": report.lasting,
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def load_csv(report: Load, language: str) -> str:
    """A line for every agency or resource and day (or week) with anything in it; hours."""
    lines = [[say(language, f"load.csv.{column}") for column in _COLUMNS]]
    lines += [line for row in report.agencies for line in _agency(report, row, language)]
    lines += [line for row in report.resources for line in _resource(report, row, language)]
    return csv_text(lines)


def _agency(report: Load, row: LoadRow, language: str) -> Iterator[list[str]]:
    kind, name = say(language, "load.kind.agency"), "; ".join(one.name for one in (row, *row.alike))
    for day, one in zip(report.columns, row.amounts, strict=True):
        if one.led or one.support:
            yield [kind, row.id, name, day.isoformat(), _hours(one.led), _hours(one.support), "", "", _there(row)]


def _resource(report: Load, row: LoadRow, language: str) -> Iterator[list[str]]:
    kind = say(language, "load.kind.resource")
    for day, one in zip(report.columns, row.amounts, strict=True):
        if one.led:
            yield [kind, row.id, row.name, day.isoformat(), "", "", _hours(one.led), str(one.most), _there(row)]


def _hours(minutes: int) -> str:
    return f"{minutes / 60:.2f}"


def _there(row: LoadRow) -> str:
    return str(row.capacity) if row.capacity else ""
