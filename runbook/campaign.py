"""A campaign as frozen values: the weeks or months it takes in place of a sitting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Window = tuple[date, date]  # first and last day, both included


@dataclass(frozen=True, slots=True)
class Peak:
    """A span within the campaign in which most is done (cao điểm)."""

    id: str
    title: str
    window: Window


@dataclass(frozen=True, slots=True)
class Campaign:
    """A span of weeks or months with its peaks, in file order, and its theme ("" where it has none)."""

    window: Window
    peaks: tuple[Peak, ...] = ()
    theme: str = ""

    @property
    def day(self) -> date:
        """Day N: the first day of the first peak, where there is none of the whole span."""
        return min((peak.window for peak in self.peaks), default=self.window)[0]

    def peaks_on(self, day: date) -> tuple[Peak, ...]:
        """The peaks that day belongs to."""
        return tuple(peak for peak in self.peaks if peak.window[0] <= day <= peak.window[1])
