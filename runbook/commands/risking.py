"""How sure a ceremony is, as the command tells it."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from runbook.commands.opening import Opened, RefusedError
from runbook.commands.tracked import lines_of, present
from runbook.reports.wanted import UnclearError
from runbook.tracking.vantage import vantage

if TYPE_CHECKING:
    from runbook.risk import Default, Prospect
    from runbook.tracking import Outlook

_SPREAD = re.compile(r"(\d+(?:[.,]\d+)?)\s*%\s*\.\.\s*(\d+(?:[.,]\d+)?)\s*%", re.ASCII)
_FEWEST, _MOST = 100, 100_000  # samples
_LARGEST = 2**63 - 1  # a seed


def risk(of: Opened, now: str, seed: str, samples: str, spread: str, as_json: bool, location: str) -> str:
    """The chance of the opening, of every deadline and possible day, and what decides them."""
    at = present(of, now) if now else None
    drawn = _samples(samples), seed_of(seed)
    outlook = refuse_unforeseen(vantage(of.schedule, lines_of(of, location), at))
    from runbook.risk import Prospect, Trial

    found = Prospect(outlook, Trial(spread_of(spread), *drawn))
    if as_json:
        from runbook.render.risk_data import risk_json

        return risk_json(found)
    return _told(found, of)


def refuse_unforeseen(outlook: Outlook | None) -> Outlook:
    """What is to be expected. Raises RefusedError where nobody knows from when, and without the library that draws."""
    if outlook is None:
        raise RefusedError("no-vantage")
    try:
        import_module("runbook.risk")
    except ModuleNotFoundError as error:
        raise lacking(error) from None
    return outlook


def lacking(error: ModuleNotFoundError) -> Exception:
    """What is told where the library that draws is not installed; any other absence is a fault of the program."""
    return RefusedError("no-numpy") if error.name == "numpy" else error


def _told(found: Prospect, of: Opened) -> str:
    from runbook.render.risk_text import risk as text
    from runbook.reports.risk import marks
    from runbook.reports.risk import risk as report

    return text(report(found, of.language), marks(found, of.language), of.screen, of.language)


def spread_of(words: str) -> Default:
    """Raises UnclearError."""
    from runbook.risk import DEFAULT, Default

    if not words:
        return DEFAULT
    read = _SPREAD.fullmatch(words.strip())
    best, worst = (float(part.replace(",", ".")) for part in read.groups()) if read else (0.0, 0.0)
    if not 0 < best <= 100 <= worst <= 1000:
        raise UnclearError("spread", words=words)
    return Default(best / 100, worst / 100)


def _samples(words: str) -> int:
    """Raises UnclearError."""
    found = _whole(words)
    if not _FEWEST <= found <= _MOST:
        raise UnclearError("samples", words=words, least=str(_FEWEST), most=str(_MOST))
    return found


def seed_of(words: str) -> int:
    """Raises UnclearError."""
    found = _whole(words)
    if not 0 <= found <= _LARGEST:
        raise UnclearError("seed", words=words, most=str(_LARGEST))
    return found


def _whole(words: str) -> int:
    """The number that is written there, -1 for none; nobody asks for one of more than 20 digits."""
    return int(words) if words.isascii() and words.isdecimal() and len(words) <= 20 else -1
