"""What a plan holds beside its one sitting: a task at its hour where the plan gives one, and the question who leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runbook.draft.findings import Question, Sitting
from runbook.draft.places import Places
from runbook.draft.writing_agencies import Roster
from runbook.draft.writing_days import Days, clock
from runbook.draft.writing_notes import Notes, day_text
from runbook.draft.writing_tasks import AFTER, DURING, OF_DAY
from runbook.draft.writing_yaml import clean, entry, listed, one_or_more

_LENGTH = 120  # minutes where the plan gives no end
_LONGEST = 400  # letters


@dataclass(frozen=True, slots=True)
class Beside:
    """What the lines of further sittings need to know."""

    others: Sequence[Sitting]
    days: Days
    roster: Roster
    places: Places
    notes: Notes

    def asked(self) -> list[str]:
        """Questions for those without a day and an hour: they cannot be planned yet."""
        return [line for one in self.others if self._part(one) is None for line in self._ask(one, 0)]

    def lines(self, part: str) -> list[str]:
        """The tasks of those held in that part of the file."""
        lines: list[str] = []
        for number, one in enumerate(self.others, 1):
            if self._part(one) == part:
                lines += ["", *self._ask(one, 2), *self._task(number, one)]
        return lines

    def _part(self, one: Sitting) -> str | None:
        window = one.window
        if window is None or window.first != window.last or one.start is None or not clean(one.name):
            return None
        if one.start >= 1440 or (self.days.begun and window.first < self.days.begun):
            return None
        if self.days.campaign:
            return DURING if self.days.first <= window.first <= self.days.last else None
        return AFTER if window.first > self.days.last else OF_DAY

    def _ask(self, one: Sitting, indent: int) -> Iterator[str]:
        span = one.window.raw.span if one.window else one.venue.span if one.venue else None
        return self.notes.put(Question("other-sitting", span, "", (("told", "; ".join(_told(one))),)), indent)

    def _task(self, number: int, one: Sitting) -> Iterator[str]:
        yield f"  held-{number}:"
        yield from entry("title", clean(one.name)[:_LONGEST], 4)
        yield f"    lead: {self.roster.first()}"
        ended = one.end is not None and one.start is not None and one.end > one.start
        minutes = one.end - one.start if ended and one.end and one.start is not None else _LENGTH
        if one.window and one.start is not None:
            yield f"    at: {day_text(one.window.first)} {clock(one.start)}"
        yield f"    length: {minutes}m"
        if one.venue and clean(one.venue.name):
            yield from entry("note", _placed(one)[:_LONGEST], 4)
        path = self.places.at(one.window.raw.span) if one.window else ""
        yield from one_or_more("ref", [path] if path else [], 4)
        assumed = [f"lead {self.notes.assume('other_lead')}"]
        assumed += [] if ended else [f"length {self.notes.assume('other_length')}"]
        yield from listed("assumed", assumed, 4)


def _told(sitting: Sitting) -> Iterator[str]:
    """Its name, its day in the plan's words and as a date, its place."""
    window = sitting.window
    yield f"“{clean(sitting.name)}”"
    if window:
        days = dict.fromkeys((day_text(window.first), day_text(window.last)))
        yield f"“{clean(window.raw.text)}” = {'–'.join(days)}"
    if sitting.venue:
        yield _placed(sitting)


def _placed(sitting: Sitting) -> str:
    venue = sitting.venue
    return ", ".join(filter(None, (clean(venue.name), clean(venue.address)))) if venue else ""
