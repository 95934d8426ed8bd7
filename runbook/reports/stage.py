"""The day as it is steered: the programme, what was pressed, and what follows from it at an instant."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from runbook.live import Press, Pressed, Programme, State, Timing, state_of, timing
from runbook.live.objections import Objection
from runbook.live.programme import programme_of
from runbook.reports.phrasing import stretch
from runbook.reports.progress import LogRow
from runbook.reports.rows import labels, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.live import Cue, Saving
    from runbook.model import Task
    from runbook.schedule import Schedule

MINUTE = 60
_ADDED = {True: "live.did.more", False: "live.did.less"}


@dataclass(frozen=True)
class Stage:
    """The programme of a planned day after these presses, seen at `now`, in seconds since 1970 UTC."""

    schedule: Schedule
    presses: tuple[Pressed, ...]
    now: int
    language: str

    @cached_property
    def programme(self) -> Programme:
        return programme_of(self.schedule)

    @cached_property
    def state(self) -> State:
        return state_of(self.programme, self.presses)

    @cached_property
    def timing(self) -> Timing:
        return timing(self.programme, self.state, self.now)

    @cached_property
    def labels(self) -> dict[str, str]:
        return labels(self.schedule.ceremony)

    @cached_property
    def tasks(self) -> dict[str, Task]:
        return {task.id: task for task in self.schedule.ceremony.tasks}

    def saving(self, cue: str) -> Saving | None:
        """What was agreed of an item, None where nothing was."""
        return next((one for one in self.programme.savings if one.cue == cue), None)

    def decides(self, cue: str) -> str:
        """Who decides on the day what was agreed of an item."""
        found = self.saving(cue)
        return (found.who if found else "") or say(self.language, "live.nobody")

    def clock(self, at: int) -> str:
        """09h12, of the nearest minute, so that it agrees with what is said of minutes late or over."""
        return phrasing(self.schedule, self.language).clock(nearest(at))

    def exact(self, at: int) -> str:
        """09:12:34."""
        minute = self.schedule.axis.civil(at // MINUTE)[1]
        return f"{minute // 60:02}:{minute % 60:02}:{at % MINUTE:02}"

    def item(self, cue: str) -> str:
        """An item by its id and title; the id alone where the programme has none such."""
        place = self.programme.place.get(cue)
        return cue if place is None else f"{cue} {self.programme.cues[place].title}"

    def lead(self, cue: Cue) -> str:
        return self.labels.get(cue.lead, cue.lead)

    def over(self, seconds: int) -> str:
        """How far after its time, to the nearest minute."""
        minutes = nearest(seconds)
        if not minutes:
            return say(self.language, "live.on_time")
        return say(self.language, "live.late" if minutes > 0 else "live.early", minutes=length(self.language, seconds))

    @property
    def ending(self) -> str:
        """When all is over, or is expected to be, against the closing."""
        seen = self.timing
        key = "live.end" if seen.coming or seen.running else "live.ended"
        closing = self.clock(self.programme.closing)
        return say(self.language, key, end=self.clock(seen.end), closing=closing, over=self.over(seen.over))

    def did(self, one: Pressed) -> str:
        """What a press does, in words."""
        key = f"live.did.{one.what.value}"
        if one.what is Press.START and one.seconds:
            key += "-saved"
        if one.what is Press.ADD:
            key = _ADDED[one.seconds > 0]
        facts = {"item": self.item(one.cue), "at": self.exact(one.at), "minutes": given(self.language, one.seconds)}
        if one.what is Press.UNDO:
            facts["what"] = next((self.did(press) for press in self.presses if press.number == one.undoes), "–")
        return say(self.language, key, line=one.undoes, **facts)

    def why(self, found: Objection, by_key: bool = True) -> str:
        """What stands against a press, in words; the way out by keys, or by words of the command line."""
        said = {name: say(self.language, f"live.key.{name}") if by_key else name for name in ("skip", "keep")}
        said["choose"] = say(self.language, "live.choose.key" if by_key else "live.choose.cue")
        at, who = self.clock(found.at), self.decides(found.cue)
        facts = {"item": self.item(found.cue), "at": at, "who": who, "line": found.line, **said}
        return say(self.language, f"live.no.{found.code}", **facts)

    def log(self) -> tuple[LogRow, ...]:
        """Every press in a line, each with its time on the day."""
        undone = {one.undoes for one in self.presses if one.what is Press.UNDO}
        return tuple(
            LogRow(one.number, self.exact(one.at), one.who, one.cue, self.did(one), "", one.number in undone)
            for one in self.presses
        )

    @property
    def sheets(self) -> int:
        """How many revised sheets were issued."""
        return sum(one.what is Press.SHEET for one in self.presses)


def nearest(seconds: int) -> int:
    """Whole minutes, half a one rounded up: of instants and of what lies between them alike.

    >>> nearest(29), nearest(30), nearest(-90)
    (0, 1, -1)
    """
    return (seconds + MINUTE // 2) // MINUTE


def length(language: str, seconds: int) -> str:
    """An amount of time to the nearest minute, without its sign."""
    return stretch(language, abs(nearest(seconds)))


def given(language: str, seconds: int) -> str:
    """The same of what is given or taken, a minute begun for a whole one: as many as it would be late without it.

    >>> given("vi", 1), given("vi", -300)
    ('1 phút', '5 phút')
    """
    return stretch(language, -(-abs(seconds) // MINUTE))
