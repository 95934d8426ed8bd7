"""What the project ships, read the short way: the holidays of Vietnam and the ceremony files."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import runbook
from runbook import holiday_book
from runbook.worktime import DayOff

ROOT = Path(runbook.__file__).parent.parent
VIETNAM = sorted((ROOT / "runbook" / "holidays" / "vietnam").glob("*.csv"))


def vietnam() -> dict[date, DayOff]:
    """Every shipped day, all years together."""
    return dict(_shipped())


@cache
def _shipped() -> dict[date, DayOff]:
    days: dict[date, DayOff] = {}
    for path in VIETNAM:
        found, problems = holiday_book.parse(path.read_text("utf-8"), path.name)
        assert problems == ()
        days |= found
    return days
