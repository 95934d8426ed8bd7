"""The run of show: the programme item by item on the clock (kịch bản điều hành)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.model import Part
from runbook.network import instant_of
from runbook.reports.phrasing import stretch
from runbook.reports.rows import Heading, heading, labels, phrasing
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Planned, Schedule
    from runbook.staging import Staging

_SHORT = 90  # letters of what is quoted in a cell
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\w)")


@dataclass(frozen=True, slots=True)
class ShowRow:
    """One item on stage. `fixed`: its clock time may not move. `gap`: minutes nothing is on before it.

    `number` runs through the programme; `clause` is the plan's own number of the item in words, "" where the plan
    has none or numbers as the programme runs.
    `opens` and `ends` are the first and the last of the words spoken: what tells two items apart, and what
    technicians listen for.
    """

    id: str
    number: int
    item: str
    clause: str
    start: int
    finish: int
    clock: str
    minutes: int
    title: str
    cue: str
    lead: str
    support: tuple[str, ...]
    location: str
    staging: Staging
    opens: str
    ends: str
    note: str
    trouble: str
    fixed: bool
    gap: int


@dataclass(frozen=True, slots=True)
class Show:
    """The programme. `total`: minutes of all items. `spare`: minutes left before closing, negative when passed."""

    heading: Heading
    rows: tuple[ShowRow, ...]
    total: int
    end_text: str
    closing_text: str
    spare: int
    summary: str
    warning: str


def has_programme(schedule: Schedule) -> bool:
    return any(task.part is Part.PROGRAMME for task in schedule.ceremony.tasks)


def show(schedule: Schedule, language: str) -> Show:
    """The run of show of the planned day."""
    items = [planned for planned in schedule.rows.values() if planned.task.part is Part.PROGRAMME]
    end = max((planned.finish for planned in items), default=schedule.opening)
    before = [schedule.opening, *(planned.finish for planned in items)]
    own = any(planned.task.item not in ("", str(number)) for number, planned in enumerate(items, 1))
    rows = tuple(
        _show_row(schedule, planned, number, own, at, language)
        for number, (planned, at) in enumerate(zip(items, before, strict=False), 1)
    )
    phrase, spare = phrasing(schedule, language), schedule.closing - end
    end_text, closing_text = phrase.clock(end), phrase.clock(schedule.closing)
    total = sum(row.minutes for row in rows)
    return Show(
        heading=heading(schedule, language),
        rows=rows,
        total=total,
        end_text=end_text,
        closing_text=closing_text,
        spare=spare,
        summary=say(language, "show.summary", total=total, end=end_text, closing=closing_text),
        warning=_warning(schedule, items, spare, language),
    )


def _show_row(schedule: Schedule, planned: Planned, number: int, own: bool, free_from: int, language: str) -> ShowRow:
    task, names, phrase = planned.task, labels(schedule.ceremony), phrasing(schedule, language)
    return ShowRow(
        id=task.id,
        number=number,
        item=task.item,
        clause=say(language, "show.clause", item=task.item) if own and task.item else "",
        start=planned.start,
        finish=planned.finish,
        clock=phrase.clock(planned.start),
        minutes=task.minutes,
        title=task.title,
        cue=task.cue,
        lead=names.get(task.lead, task.lead),
        support=tuple(names.get(agency, agency) for agency in task.support),
        location=task.location,
        staging=task.staging,
        opens=_opening(task.staging.words),
        ends=_ending(task.staging.words),
        note=task.note,
        trouble=task.trouble,
        fixed=task.fixed_start is not None,
        gap=max(0, planned.start - free_from),
    )


def _opening(words: str) -> str:
    """The first words of a text, with … where it goes on.

    >>> _opening("Kính thưa các đồng chí!")
    'Kính thưa các đồng chí!'
    """
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"


def _ending(words: str) -> str:
    """The last sentence of a text, its own last words where it is long."""
    line = " ".join(words.split())
    last = _SENTENCE.split(line)[-1]
    if len(last) > _SHORT:
        return "…" + last[1 - _SHORT :].partition(" ")[2]
    return last if last == line else f"… {last}"


def _warning(schedule: Schedule, items: list[Planned], spare: int, language: str) -> str:
    """What does not fit on the clock: the end after closing, an item pushed past its fixed time."""
    clock, sentences = phrasing(schedule, language).clock, []
    if spare < 0:
        over = stretch(language, -spare)
        sentences.append(say(language, "show.passes", closing=clock(schedule.closing), over=over))
    for planned in items:
        fixed = planned.task.fixed_start
        due = instant_of(schedule.ceremony, fixed, schedule.day) if fixed else planned.start
        if planned.start > due:
            sentences.append(say(language, "show.pushed", id=planned.task.id, clock=clock(due)))
    return " ".join(sentences)
