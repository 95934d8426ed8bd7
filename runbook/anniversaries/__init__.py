"""The days that are commemorated every year: which they are in a year, of what class, and what that allows."""

from __future__ import annotations

from runbook.anniversaries.anniversary import Anniversary, First, Kind, Scope, Status, YearClass
from runbook.anniversaries.book import parse
from runbook.anniversaries.rules import Allowance, allowance
from runbook.anniversaries.year import Commemoration, commemorations

__all__ = [
    "Allowance",
    "Anniversary",
    "Commemoration",
    "First",
    "Kind",
    "Scope",
    "Status",
    "YearClass",
    "allowance",
    "commemorations",
    "parse",
]
