"""What the class of a year allows, with the article that says so."""

from __future__ import annotations

from dataclasses import dataclass

from runbook.anniversaries.anniversary import Anniversary, Kind, Scope, YearClass

# Of a great day by its article of Decree 145/2013: (what a round year allows, what any other does).
_GREAT = {
    "5": ("tet", "tet"),
    "6": ("national", "party"),
    "7": ("hung-kings", "hung-kings-local"),
    "": ("national", "great"),
}


@dataclass(frozen=True, slots=True)
class Allowance:
    """What may be held: `key` names its sentences, `decree` (145, 111 or "") with `article` where it is written."""

    key: str
    decree: str = ""
    article: str = ""


def allowance(one: Anniversary, year_class: YearClass | None) -> Allowance:
    """By Decree 145/2013 chapter II for the great days, by Decree 111/2018 for days of ministries, sectors, provinces.

    Neither decree speaks of other days: those are for the competent authority, or the organisation's own rules.
    """
    if one.kind is Kind.GREAT:
        in_round_year, otherwise = _GREAT.get(one.article, _GREAT[""])
        return Allowance(in_round_year if year_class is YearClass.ROUND else otherwise, "145", one.article)
    if one.kind is Kind.OBSERVANCE:
        return Allowance("observance", "111")
    if one.kind is Kind.NAMED:
        return Allowance("own-decision")
    if one.kind not in (Kind.FOUNDING, Kind.TRADITIONAL) or one.scope is Scope.NATIONAL:
        return Allowance("decided")
    return Allowance("own-rules") if one.scope is Scope.ORGANISATION else _of_the_state(year_class)


def _of_the_state(year_class: YearClass | None) -> Allowance:
    """Decree 111/2018: Article 4 clause 3 has a ceremony in round years only, Article 9 clause 2 what others have."""
    if year_class is None:
        return Allowance("uncounted", "111", "4.3")
    return (
        Allowance("ceremony", "111", "4.3") if year_class is YearClass.ROUND else Allowance("no-ceremony", "111", "9.2")
    )
