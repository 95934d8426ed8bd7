"""Who or what is wanted twice at once, and what would end that with the least harm."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.levelling.shifts import Calendar, Shift
from runbook.levelling.wants import Kind, Want
from runbook.reports.phrasing import full_day, stretch
from runbook.reports.progress import named
from runbook.reports.rows import own_time, phrasing
from runbook.text import folded, say

if TYPE_CHECKING:
    from runbook.levelling.overlaps import Clash
    from runbook.model import Ceremony
    from runbook.schedule import Schedule

SHIFTED, FEWEST = 30, 3  # clashes that a way out is looked for; each takes many plans, which take longer the
LARGE = 500  # more tasks there are beyond these
TASKS = 6  # late tasks named


@dataclass(frozen=True, slots=True)
class ClashRow:
    """A clash in words, with what it is made of. `tasks`: a line for each task that is in it."""

    clash: Clash
    name: str
    need: str
    when: str
    tasks: tuple[str, ...]
    shift: Shift | None
    remedy: str


@dataclass(frozen=True, slots=True)
class Clashes:
    """`files` as they were named, `remarks`: where the files do not mean quite the same by an id."""

    files: tuple[str, ...]
    rows: tuple[ClashRow, ...]
    remarks: tuple[str, ...]


def clashes(schedules: Mapping[str, Schedule], language: str) -> Clashes:
    """The clashes within and between the planned ceremonies, by the names of their files."""
    seen = _Seen(tuple(schedules), Calendar(tuple(schedules.values())), language)
    tasks = sum(len(schedule.rows) for schedule in schedules.values())
    looked = max(FEWEST, min(SHIFTED, SHIFTED * LARGE // max(1, tasks)))
    rows = tuple(seen.row(clash, number < looked) for number, clash in enumerate(seen.calendar.clashes))
    counted = seen.calendar.limits.keys() | {row.clash.want for row in rows}
    told = remarks(list(schedules.values()), seen.files, counted, language)
    return Clashes(seen.files, rows, (*_twice(schedules, language), *told))


def _twice(schedules: Mapping[str, Schedule], language: str) -> Iterator[str]:
    """Files that say they are one ceremony, which a copy does that was left beside the file."""
    known: dict[str, str] = {}
    for file, schedule in schedules.items():
        first = known.setdefault(schedule.ceremony.id, file)
        if first != file:
            yield say(language, "clash.same", first=first, other=file, id=schedule.ceremony.id)


def want_name(ceremonies: Sequence[Ceremony], want: Want) -> str:
    """What the first ceremony that knows it calls what is wanted."""
    for ceremony in ceremonies:
        for one in ceremony.resources if want.kind is Kind.RESOURCE else ceremony.agencies:
            if one.id == want.id:
                return one.name
    return want.id


def remarks(
    schedules: Sequence[Schedule], files: Sequence[str], counted: Collection[Want], language: str
) -> Iterator[str]:
    """Ids of what is counted that stand for other names or capacities in another file."""
    ids = {want.id for want in counted}
    known: dict[Want, tuple[str, int, str]] = {}
    for schedule, file in zip(schedules, files, strict=True):
        for want, name, capacity in _things(schedule.ceremony):
            if want.id not in ids:
                continue
            first, there, where = known.setdefault(want, (name, capacity, file))
            facts = {"id": want.id, "first": first, "file": where, "name": name, "other": file}
            if folded(first) != folded(name):
                yield say(language, "clash.names", **facts)
            if there and capacity and there != capacity:
                yield say(language, "clash.capacities", one=there, two=capacity, least=min(there, capacity), **facts)


def _things(ceremony: Ceremony) -> Iterator[tuple[Want, str, int]]:
    yield from ((Want(Kind.RESOURCE, one.id), one.name, one.capacity) for one in ceremony.resources)
    yield from ((Want(Kind.AGENCY, one.id), one.name, one.capacity) for one in ceremony.agencies)


class _Seen:
    def __init__(self, files: tuple[str, ...], calendar: Calendar, language: str) -> None:
        self.files, self.calendar, self.language = files, calendar, language

    def say(self, key: str, **facts: object) -> str:
        return say(self.language, f"clash.{key}", **facts)

    def row(self, clash: Clash, looked_for: bool) -> ClashRow:
        ceremonies = [schedule.ceremony for schedule in self.calendar.schedules]
        shift = self.calendar.best(clash) if looked_for else None
        key = "need_hour" if clash.want.kind is Kind.HOUR else "need"
        return ClashRow(
            clash,
            want_name(ceremonies, clash.want),
            self.say(key, capacity=clash.capacity, most=clash.most),
            self.when(clash),
            tuple(self.task(file, task) for file, task in clash.tasks),
            shift,
            self.remedy(shift, clash) if looked_for else self.say("not_looked"),
        )

    def when(self, clash: Clash) -> str:
        """From the first to the last minute; how long, where that is less than all the time between."""
        phrase = phrasing(self.calendar.schedules[clash.tasks[0][0]], self.language)
        same = phrase.axis.civil(clash.first)[0] == phrase.axis.civil(clash.last - 1)[0]
        last = phrase.finish_clock(clash.last) if same else phrase.finish(clash.last)
        length = stretch(self.language, clash.minutes)
        return self.say("when", first=phrase.start(clash.first), last=last, length=length)

    def task(self, file: int, task: str) -> str:
        schedule = self.calendar.schedules[file]
        row, phrase = schedule.rows[task], phrasing(schedule, self.language)
        times = f"{phrase.start(row.start)} – {phrase.finish(row.finish)}"
        return f"{named(schedule, task)}, {times}{self.of(file)}"

    def of(self, file: int) -> str:
        """Which ceremony it is of, where there are several: its id, or the file where two have the same."""
        ids = [schedule.ceremony.id for schedule in self.calendar.schedules]
        if len(ids) == 1:
            return ""
        return f" [{ids[file] if len(set(ids)) == len(ids) else self.files[file]}]"

    def remedy(self, shift: Shift | None, clash: Clash) -> str:
        """The move and what it does, in a sentence."""
        if shift is None:
            return self.say("none")
        return self.say("best", move=self.move(shift), effect=self.effect(shift, clash))

    def move(self, shift: Shift) -> str:
        schedule = self.calendar.schedules[shift.file]
        of = self.of(shift.file)
        if shift.day is not None:
            return self.say("day", day=full_day(self.language, shift.day), file=of)
        task = schedule.rows[shift.task].task
        start = phrasing(schedule, self.language).start(shift.start)
        by, spare = (
            own_time(schedule, task, abs(minutes), self.language) for minutes in (shift.by, max(0, shift.spare))
        )
        key = "earlier" if shift.by < 0 else "later"
        return self.say(key, task=shift.task, file=of, start=start, by=by, spare=spare)

    def effect(self, shift: Shift, clash: Clash) -> str:
        """Whether anything is late by it, how many others move, what becomes of this clash and of others."""
        parts = [self.late(shift) if shift.late else self.say("kept")]
        if shift.others:
            parts.append(self.say("others", count=shift.others))
        rest = self.calendar.excess - clash.excess
        if shift.excess != rest:
            parts.append(self.say("left" if shift.excess > rest else "more"))
        return "; ".join(parts)

    def late(self, shift: Shift) -> str:
        schedule = self.calendar.schedules[shift.file]
        tasks = ", ".join([*shift.late[:TASKS], *(["…"] if len(shift.late) > TASKS else [])])
        worst = own_time(schedule, schedule.rows[shift.late[0]].task, shift.worst, self.language)
        return self.say("late", tasks=tasks, worst=worst)
