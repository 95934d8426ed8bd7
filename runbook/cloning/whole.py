"""One ceremony file made into the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from runbook import build, syntax
from runbook.build.worktimes import HolidayTable
from runbook.cloning.anchor import Anchor
from runbook.cloning.edits import Edit, Source, applied
from runbook.cloning.moves import Move, Mover
from runbook.cloning.remarks import Fact, Remark, Topic
from runbook.cloning.review import Review, papers, stretch, warning
from runbook.cloning.spots import spots
from runbook.cloning.texts import Reading, mentions
from runbook.model import Ceremony
from runbook.problems import Problem
from runbook.schedule import Schedule, plan
from runbook.worktime import WorkCalendar

_LONGEST_ID = 64
_ORDER = list(Topic)
_BY_HAND = (Topic.DATES, "by-hand")
_NEAR = timedelta(days=7)  # so near to the plan, a day that words name is taken for one of its days


@dataclass(frozen=True, slots=True)
class Clone:
    """The text of the new file, the id it goes by, and what a person has to look at, in the order of topics.

    `ceremony` is what the text says; None where it has errors, which the remarks then name.
    """

    text: str
    id: str
    ceremony: Ceremony | None
    remarks: tuple[Remark, ...]


def day_n(ceremony: Ceremony) -> date:
    """The day that a file's dates are measured from: the chosen one, else the first of its window."""
    return ceremony.date.chosen or ceremony.date.first


def clone(text: str, file: str, ceremony: Ceremony, to: date, holidays: HolidayTable) -> Clone:
    """The file for a ceremony on the day `to`, from the text of the file that `ceremony` was read from.

    Only days of the calendar and the id are written anew. `file` and `holidays` are those of the new file (see
    `build.read`). Raises BeyondCalendarError where a day would leave the years 1900 to 2200.
    """
    source = Source(text, spots(syntax.parse(text, file)[0]))
    anchor = Anchor(day_n(ceremony), to)
    mover = Mover(ceremony, anchor, _worktimes(source, file, ceremony, anchor, holidays))
    moves = tuple(mover.moves(source.spots))
    identity = new_id(ceremony.id, anchor)
    spot = next(spot for spot in source.spots if spot.path == ("ceremony",))
    renamed = source.text_edited(spot, identity)
    edits = renamed + [edit for move in moves for edit in _edits(source, move)]
    cloned = applied(text, edits)
    new, problems = build.read(cloned, file, holidays)
    old = plan(ceremony, anchor.old)
    named: dict[str, Fact] = {"old": ceremony.id, "new": identity}
    found = (
        Remark(*((Topic.MOVED, "id") if renamed else _BY_HAND), spot.node.line, spot.label, named),
        *papers(source.spots),
        *(remark for move in moves for remark in _move_remarks(source, mover, move)),
        *mentions(source, edits, _reading(mover, moves, old)),
        *(_review(old, plan(new, to), problems) if new else map(warning, problems)),
    )
    return Clone(cloned, identity, new, tuple(sorted(found, key=lambda one: (_ORDER.index(one.topic), one.line))))


def new_id(old: str, anchor: Anchor) -> str:
    """Another id, so that every entry of a calendar is another: the year in it replaced, else a year or a day added."""
    replaced = re.sub(rf"(?<!\d){anchor.old.year}(?!\d)", str(anchor.new.year), old)
    endings = [f"-{anchor.new:%m%d}", f"-{anchor.new.year}{anchor.new:%m%d}"]
    if str(anchor.new.year) not in old:
        endings.insert(0, f"-{anchor.new.year}")
    added = (old[: _LONGEST_ID - len(ending)] + ending for ending in endings)
    return next(one for one in (replaced, *added) if one != old)


def _worktimes(
    source: Source, file: str, ceremony: Ceremony, anchor: Anchor, holidays: HolidayTable
) -> Mapping[str, WorkCalendar]:
    """The calendars with the file's own days off moved: what working days of the new year are counted on."""
    own = [spot for spot in source.spots if spot.part == "holidays" and spot.days]
    moves = [Move(spot, spot.days, tuple(map(anchor.by_calendar, spot.days))) for spot in own]
    text = applied(source.text, [edit for move in moves for edit in _edits(source, move)])
    read = build.read(text, file, holidays)[0] if moves else None
    return read.worktimes if read else ceremony.worktimes


def _edits(source: Source, move: Move) -> list[Edit]:
    return source.days_edited(move.spot, move.new)


def _move_remarks(source: Source, mover: Mover, move: Move) -> Iterator[Remark]:
    if _edits(source, move):
        return mover.remarks(move)
    facts: dict[str, Fact] = {"old": move.old[0], "new": move.new[0]}
    return iter([Remark(*_BY_HAND, move.spot.node.line, move.spot.label, facts)])


def _reading(mover: Mover, moves: Sequence[Move], old: Schedule) -> Reading:
    """How the words of the file are read: a day that a value names too goes where the first of these goes."""
    by_day: dict[date, date] = {}
    for move in moves:
        for day, new in zip(move.old, move.new, strict=True):
            by_day.setdefault(day, new)
    days = (*stretch(old), *by_day)
    first, last = min(days) - _NEAR, max(days) + _NEAR
    return Reading(mover.anchor, first, last, lambda day: by_day.get(day) or mover.mentioned(day))


def _review(old: Schedule, new: Schedule, problems: Sequence[Problem]) -> Iterator[Remark]:
    review = Review(old, new)
    yield from review.day()
    yield from review.verdict(problems)
    yield from review.holidays()
