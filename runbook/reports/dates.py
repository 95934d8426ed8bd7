"""Which day: every day of the window planned and ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runbook.model import Ceremony
from runbook.reports.phrasing import amount, full_day
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Candidate


@dataclass(frozen=True, slots=True)
class DateRow:
    """One possible day. `verdict` says in words whether it can be held, by how much it is short, what it breaks."""

    rank: int
    day: date
    day_text: str
    feasible: bool
    preferred: bool
    verdict: str
    spare: str
    late: int
    chain: tuple[str, ...]
    broken: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class Dates:
    """The days of the window in order of rank; `earliest` says the earliest feasible day, also beyond the window."""

    title: str
    rows: tuple[DateRow, ...]
    earliest: str


def dates(ceremony: Ceremony, language: str, now: int | None = None) -> Dates:
    """Every day of the window, best first, and the earliest day that can be held, beyond the window too."""
    from runbook.schedule import candidates, earliest_day

    found = candidates(ceremony, now)
    earliest = earliest_day(ceremony, now)
    day = full_day(language, earliest) if earliest else ""
    text = say(language, "dates.earliest", day=day) if day else say(language, "dates.none")
    rows = (_date_row(ceremony, rank, candidate, language) for rank, candidate in enumerate(found, 1))
    return Dates(ceremony.title, tuple(rows), text)


def _date_row(ceremony: Ceremony, rank: int, candidate: Candidate, language: str) -> DateRow:
    office = ceremony.worktimes["office"].day_minutes
    spare = amount(language, candidate.spare, office) if candidate.spare else "0"
    return DateRow(
        rank=rank,
        day=candidate.day,
        day_text=full_day(language, candidate.day),
        feasible=candidate.feasible,
        preferred=candidate.preferred,
        verdict=_verdict(candidate, spare, amount(language, candidate.short, office), language),
        spare=spare if candidate.feasible else "",
        late=candidate.late,
        chain=candidate.chain,
        broken=candidate.broken,
        remark=_remark(ceremony, candidate, language),
    )


def _verdict(candidate: Candidate, spare: str, short: str, language: str) -> str:
    if candidate.feasible:
        return say(language, "dates.feasible", spare=spare)
    return say(language, "dates.short", short=short, late=candidate.late)


def _remark(ceremony: Ceremony, candidate: Candidate, language: str) -> str:
    remarks = [key for key in ("chosen", "reserve") if getattr(ceremony.date, key) == candidate.day]
    if not candidate.preferred:
        remarks.append("unwanted")
    sentences = [say(language, f"dates.{key}") for key in remarks]
    if candidate.broken:
        sentences.append(say(language, "dates.broken", tasks=", ".join(candidate.broken)))
    return "; ".join(sentences)
