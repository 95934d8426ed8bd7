"""What is said once about the whole occasion: its anniversaries, its plan document, its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Occasion:
    """One anniversary: `first` is the day it goes back to, `day` this year's. `count` is the number of years as stated.

    Where both days are known the years lie between them, and `count` is None or the same.
    """

    name: str
    first: date | None = None
    day: date | None = None
    count: int | None = None

    @property
    def years(self) -> int | None:
        """How many years it is; None where the file does not say."""
        return self.day.year - self.first.year if self.first and self.day else self.count


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """The signed plan that the ceremony comes from."""

    number: str = ""
    date: date | None = None
    issuer: str = ""
    signer: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    name: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """Name and address as they are written together."""
        return ", ".join(part for part in (self.name, self.address) if part)
