"""Clashes: what is wanted twice at the same minute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from runbook.axis import DAY
from runbook.levelling.wants import AT_THEIR_HOUR, Held, Kind, Want
from runbook.model import Part, Task
from runbook.schedule import Schedule
from runbook.text import folded

Name = tuple[int, str]  # of a task: the number of its ceremony, its id


@dataclass(frozen=True, slots=True)
class Clash:
    """More is wanted than there is, from the instant `first` up to `last`, in `minutes` of the time between.

    `most` is the highest amount wanted, `excess` what is wanted beyond `capacity`, summed over the minutes.
    """

    want: Want
    capacity: int
    first: int
    last: int
    most: int
    minutes: int
    excess: int
    tasks: tuple[Name, ...]


def clashes(limits: Mapping[Want, int], held: Iterable[Held]) -> list[Clash]:
    """Every clash, by its first minute.

    Stretches in which the same tasks are in each other's way are one clash, and so are those without a break between.
    """
    by_want: dict[Want, list[Held]] = {}
    for one in held:
        if one.want in limits:
            by_want.setdefault(one.want, []).append(one)
    found = [clash for want, of in by_want.items() for clash in _joined(_over(want, limits[want], of))]
    return sorted(found, key=lambda one: (one.first, one.want.kind.value, one.want.id))


def _over(want: Want, capacity: int, held: Sequence[Held]) -> Iterator[Clash]:
    """The stretches between two changes in which more is wanted than there is."""
    if sum(one.amount for one in held) <= capacity:
        return
    changes = sorted(
        (at, sign, number)
        for number, one in enumerate(held)
        for span in one.spans
        for at, sign in zip(span, (1, -1), strict=True)
    )
    running: set[int] = set()
    wanted = 0
    for (at, sign, number), (until, _, _) in pairwise([*changes, (0, 0, 0)]):
        (running.add if sign > 0 else running.discard)(number)
        wanted += sign * held[number].amount
        if wanted > capacity and until > at:
            tasks = tuple(dict.fromkeys((held[one].file, held[one].task) for one in sorted(running)))
            yield Clash(want, capacity, at, until, wanted, until - at, (wanted - capacity) * (until - at), tasks)


def _joined(stretches: Iterable[Clash]) -> Iterator[Clash]:
    last: Clash | None = None
    for one in stretches:
        if last and (last.last == one.first or _alike(set(last.tasks), set(one.tasks))):
            last = _both(last, one)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _alike(some: set[Name], others: set[Name]) -> bool:
    return some <= others or others <= some


def _both(one: Clash, other: Clash) -> Clash:
    return replace(
        one,
        first=min(one.first, other.first),
        last=max(one.last, other.last),
        most=max(one.most, other.most),
        minutes=one.minutes + other.minutes,
        excess=one.excess + other.excess,
        tasks=tuple(dict.fromkeys((*one.tasks, *other.tasks))),
    )


@dataclass(frozen=True, slots=True)
class _Appearance:
    """A duty at its hour of the day: who leads it, where, when."""

    lead: str
    file: int
    task: Task
    place: str
    start: int
    finish: int


def two_places(schedules: Sequence[Schedule], limits: Mapping[Want, int]) -> list[Clash]:
    """Who leads two things at one hour of the day: two items of a programme, or duties of two ceremonies elsewhere.

    Agencies with a capacity are counted by it. Within one ceremony an agency sends its people to several duties of the
    day; only on the stage can it do one thing at a time.
    """
    found: list[Clash] = []
    rows = sorted(_appearances(schedules, limits), key=lambda one: (one.lead, one.start))
    for lead, group in groupby(rows, key=lambda one: one.lead):
        duties = list(group)
        pairs = [
            _pair(lead, one, other)
            for number, one in enumerate(duties)
            for other in duties[number + 1 :]
            if other.start < one.finish and _apart(one, other)
        ]
        found += _by_day(pairs)
    return found


def _appearances(schedules: Sequence[Schedule], limits: Mapping[Want, int]) -> Iterator[_Appearance]:
    for file, schedule in enumerate(schedules):
        for row in schedule.rows.values():
            task = row.task
            if task.part in AT_THEIR_HOUR and task.minutes and Want(Kind.AGENCY, task.lead) not in limits:
                place = folded(schedule.ceremony.place_of(task) or schedule.ceremony.venue.name)
                yield _Appearance(task.lead, file, task, place, row.start, row.finish)


def _apart(one: _Appearance, other: _Appearance) -> bool:
    if one.file == other.file:
        return one.task.part is other.task.part is Part.PROGRAMME
    return not one.place or one.place != other.place


def _pair(lead: str, one: _Appearance, other: _Appearance) -> Clash:
    first, last = max(one.start, other.start), min(one.finish, other.finish)
    names = (one.file, one.task.id), (other.file, other.task.id)
    return Clash(Want(Kind.HOUR, lead), 1, first, last, 2, last - first, last - first, names)


def _by_day(pairs: Sequence[Clash]) -> list[Clash]:
    """One clash for all that happens to an agency between the same ceremonies on one day."""
    found: dict[tuple[int, frozenset[int]], Clash] = {}
    for one in pairs:
        key = one.first // DAY, frozenset(file for file, _ in one.tasks)
        found[key] = _both(found[key], one) if key in found else one
    return list(found.values())
