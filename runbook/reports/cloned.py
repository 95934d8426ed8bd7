"""What to look at in a file made from last year's, in plain sentences under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from runbook.cloning import Remark
from runbook.cloning.remarks import Fact
from runbook.cloning.review import bare
from runbook.problems import Problem, message
from runbook.reports.phrasing import amount, full_day
from runbook.schedule import Candidate
from runbook.text import say
from runbook.worktime import DayOff

_JOINED = {"pairs": "; ", "texts": ", ", "dates": ", "}  # what stands between the parts of a fact


@dataclass(frozen=True, slots=True)
class Topical:
    """The sentences on one topic, in the order of the lines they are about."""

    heading: str
    sentences: tuple[str, ...]


def cloned(remarks: Sequence[Remark], language: str, day_minutes: int) -> tuple[Topical, ...]:
    """The remarks in words, topic by topic; amounts of time in working days of that many minutes."""
    return tuple(
        Topical(
            say(language, f"clone.heading.{topic.value}"),
            tuple(_sentence(remark, language, day_minutes) for remark in about),
        )
        for topic, about in groupby(remarks, key=lambda remark: remark.topic)
    )


def _sentence(remark: Remark, language: str, day_minutes: int) -> str:
    facts = {name: _fact(name, fact, language) for name, fact in remark.facts.items()}
    for name in ("new", "old"):
        if isinstance(one := remark.facts.get(name), Candidate):
            of = "clone.campaign" if remark.code == "campaign-verdict" else "clone"
            facts |= {name: _verdict(one, language, day_minutes, of), f"{name}_day": full_day(language, one.day)}
    if remark.code in ("more-off", "less-off"):
        facts["off"] = bare(facts["off"])
    told = say(language, f"clone.{remark.code}", **facts)
    if not remark.line:
        return told
    key = "clone.at" if remark.place else "clone.at_line"
    return say(language, key, line=remark.line, place=remark.place, told=told)


def _fact(name: str, fact: Fact, language: str) -> str:
    if isinstance(fact, date):
        return full_day(language, fact)
    if isinstance(fact, Problem):
        return message(fact, language)
    if isinstance(fact, DayOff):
        names = (fact.name_vi, fact.name_en) if language == "vi" else (fact.name_en, fact.name_vi)
        return names[0] or names[1] or say(language, "clone.no-name")
    if isinstance(fact, tuple):
        return _JOINED[name].join(fact)
    return str(fact)


def _verdict(candidate: Candidate, language: str, day_minutes: int, of: str) -> str:
    if candidate.feasible:
        return say(language, f"{of}.feasible", spare=_amount(candidate.spare, language, day_minutes))
    short = _amount(candidate.short, language, day_minutes)
    return say(language, f"{of}.short", short=short, late=candidate.late, chain=" → ".join(candidate.chain))


def _amount(minutes: int, language: str, day_minutes: int) -> str:
    return amount(language, minutes, day_minutes) if minutes else "0"
