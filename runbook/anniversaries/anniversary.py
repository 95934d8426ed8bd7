"""A day that is commemorated every year, as the lists have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from runbook.problems import Place


class Kind(Enum):
    """What is commemorated; the value is the word of the lists. Decree 145/2013 Article 4 names the great days.

    NAMED: a day that a document of its own sets, such as that of the teachers.
    """

    GREAT = "great"
    FOUNDING = "founding"
    TRADITIONAL = "traditional"
    OBSERVANCE = "observance"
    NAMED = "named"
    BIRTHDAY = "birthday"
    EVENT = "event"


class Scope(Enum):
    """Whose day it is. ORGANISATION: of the Party, the Front and the mass organisations, which are no state bodies."""

    NATIONAL = "national"
    SECTOR = "sector"
    PROVINCE = "province"
    ORGANISATION = "organisation"


class Status(Enum):
    """OFFICIAL: the source sets the day. UNVERIFIED: it is said to, and was not seen.

    CUSTOMARY: the day is kept; no document was seen. EXPECTED: not yet in force.
    """

    OFFICIAL = "official"
    UNVERIFIED = "unverified"
    CUSTOMARY = "customary"
    EXPECTED = "expected"


class YearClass(Enum):
    """Decree 145/2013 Article 3 clause 1: năm tròn, năm lẻ 5, năm khác, by the last digit of the number of years."""

    ROUND = "round"
    FIVE = "five"
    OTHER = "other"

    @classmethod
    def of(cls, number: int) -> YearClass:
        return {0: cls.ROUND, 5: cls.FIVE}.get(number % 10, cls.OTHER)


@dataclass(frozen=True, slots=True)
class First:
    """The day it goes back to: of the lunar calendar or the Gregorian; `year` is None where no years are counted."""

    day: int
    month: int
    year: int | None = None
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class Anniversary:
    """One entry of a list. `of`: the province or sector whose day it is.

    `article` of Decree 145/2013 rules a great day. `by_calendar_year`: its class is that of the Gregorian year (Giỗ Tổ,
    Article 3 clause 1). `levels`: the level it was held at, by year. It is kept from `since` through `until`.
    `seen`: where the document that is its source was read.
    """

    id: str
    name: str
    first: First
    kind: Kind
    scope: Scope
    name_en: str = ""
    of: str = ""
    article: str = ""
    by_calendar_year: bool = False
    levels: tuple[tuple[int, Scope], ...] = ()
    since: date | None = None
    until: date | None = None
    source: str = ""
    seen: str = ""
    status: Status = Status.CUSTOMARY
    origin: Place | None = field(default=None, compare=False)

    def called(self, language: str) -> str:
        """Its name in that language, in Vietnamese where it has none."""
        return (self.name_en if language == "en" else "") or self.name
