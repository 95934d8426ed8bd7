"""Every task as the phone page tells it, each once, under the first day it is worked on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from runbook.model import Agency, End, Link
from runbook.render.page.markup import Content, Html, el, joined
from runbook.render.page.shell import call, tags, weight
from runbook.reports.agenda import Agenda, agenda, touches
from runbook.reports.duties import phone
from runbook.reports.phrasing import full_day
from runbook.reports.rows import TaskRow, labels, phrasing, task_rows
from runbook.reports.sheet import plate
from runbook.schedule import Planned, Schedule
from runbook.text import say


@dataclass(frozen=True)
class Tasks:
    """A plan with what every task of the page is looked up in. `numbers` count agencies in
    protocol order. `waits` and `awaited` are links by task id; `worked`
    the numbers of the days, in `days`, on whose run sheet a task stands."""

    schedule: Schedule
    language: str
    rows: dict[str, TaskRow]
    agencies: dict[str, Agency]
    numbers: dict[str, int]
    labels: dict[str, str]
    waits: dict[str, list[Link]]
    awaited: dict[str, list[Link]]
    days: tuple[date, ...]
    worked: dict[str, list[int]]

    @cached_property
    def ordered(self) -> list[str]:
        """The tasks' ids in order of time."""
        return sorted(self.rows, key=lambda one: (self.rows[one].start, self.rows[one].finish))


def tasks_of(schedule: Schedule, language: str) -> Tasks:
    """The tasks of a plan, ready to be told."""
    everybody, ceremony = agenda(schedule), schedule.ceremony
    waits: dict[str, list[Link]] = {}
    awaited: dict[str, list[Link]] = {}
    for link in ceremony.links:
        waits.setdefault(link.successor, []).append(link)
        awaited.setdefault(link.predecessor, []).append(link)
    windows = {row.task.window[0] for row in everybody.tasks if row.task.window}
    days = tuple(sorted({*everybody.days(), *windows}))
    return Tasks(
        schedule,
        language,
        task_rows(schedule, language),
        {agency.id: agency for agency in ceremony.agencies},
        {agency.id: number for number, agency in enumerate(ceremony.agencies)},
        labels(ceremony),
        waits,
        awaited,
        days,
        _worked(everybody, days),
    )


def _worked(everybody: Agenda, days: Sequence[date]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, day in enumerate(days):
        lasting = [row for row in everybody.tasks if row.task.window and touches(everybody.schedule, row, day)]
        for planned in (*everybody.of_sheet(day), *lasting):
            found.setdefault(planned.task.id, []).append(number)
    return found


def day_list(told: Tasks) -> Html:
    """All tasks by day, each day folded but day N."""
    first: dict[int, list[str]] = {}
    for task_id in told.ordered:
        first.setdefault(told.worked[task_id][0], []).append(task_id)
    return el(
        "div",
        *(_day(told, number, found) for number, found in sorted(first.items())),
        id="s:days",
        data_done=say(told.language, "phone.done"),
        data_tag=say(told.language, "page.tag_support"),
    )


def _day(told: Tasks, number: int, found: Sequence[str]) -> Html:
    day, language = told.days[number], told.language
    title = f"{full_day(language, day)} · {plate(told.schedule, day, language)}"
    count = joined(_filled(say(language, "phone.counted", count="#"), el("span", len(found), cls="count")))
    goes_on = el("span", " · " + say(language, "phone.goes_on"), cls="on", hidden="hidden")
    return el(
        "details",
        el("summary", el("h3", title), " ", el("span", count, goes_on, cls="soft")),
        el("ol", *(_task(told, task_id) for task_id in found), cls="tasks"),
        cls="day",
        open="open" if day == told.schedule.day else "",
        data_day=number,
    )


def _filled(sentence: str, *values: Html) -> list[Content]:
    """A sentence with its # filled by elements."""
    parts = sentence.split("#")
    return [piece for part, value in zip(parts, [*values, None], strict=True) for piece in (part, value)]


def _task(told: Tasks, task_id: str) -> Html:
    row, task = told.rows[task_id], told.schedule.rows[task_id].task
    return el(
        "li",
        el("details", _summary(told, row), el("dl", *_facts(told, task_id)), id=f"t:{task_id}"),
        cls=weight(row),
        data_days=" ".join(map(str, told.worked[task_id])),
        data_lead=_numbers(told, [task.lead]),
        data_support=_numbers(told, task.support),
        data_each=_numbers(told, task.receipts),
        data_done="done" if row.over else "",
    )


def _numbers(told: Tasks, agency_ids: Iterable[str]) -> str:
    return " ".join(str(told.numbers[one]) for one in agency_ids)


def _summary(told: Tasks, row: TaskRow) -> Html:
    return el(
        "summary",
        el("span", joined([hours(told, row), tags(row, told.language)], " "), cls="time"),
        el("span", row.title, cls="name"),
        el("span", f"{row.id} · {row.lead}", cls="who"),
    )


def hours(told: Tasks, row: TaskRow) -> str:
    """From when to when: 08h00-11h30 within one day, 08h00 → T3 12/11 17h30 over several."""
    phrase, axis = phrasing(told.schedule, told.language), told.schedule.axis
    if told.schedule.rows[row.id].task.window:
        return say(told.language, "campaign.until", day=row.finish_text)
    begins = phrase.clock(row.start)
    if row.milestone:
        return begins
    if axis.civil(row.start)[0] == axis.civil(row.finish - 1)[0]:
        return f"{begins}-{phrase.finish_clock(row.finish)}"
    return f"{begins} → {row.finish_text}"


def _facts(told: Tasks, task_id: str) -> Iterator[Html]:
    """What there is to know of a task, each fact with its name."""
    row, planned, language = told.rows[task_id], told.schedule.rows[task_id], told.language
    spare = f" ({say(language, 'page.spare').lower()} {row.spare})" if row.spare else ""
    latest = f"{row.latest_finish_text}{spare}"
    facts: list[tuple[str, Sequence[Content]]] = [
        ("phone.time", [_time(told, row)]),
        ("page.latest", [latest]),
        ("phone.deadline", [row.deadline]),
        ("page.lead", [_lead(told, planned.task.lead)]),
        ("phone.support", [_support(told, one) for one in planned.task.support]),
        ("phone.receipts", [", ".join(row.receipts)]),
        ("page.where", [told.schedule.ceremony.place_of(planned.task)]),
        ("phone.waits", [_awaited(told, link) for link in told.waits.get(task_id, ())]),
        ("phone.awaited", [_waiting(told, link) for link in told.awaited.get(task_id, ())]),
        *_words(planned, language),
    ]
    for key, entries in facts:
        if any(entries):
            yield from (el("dt", say(language, key)), *(el("dd", entry) for entry in entries))


def _words(planned: Planned, language: str) -> list[tuple[str, Sequence[Content]]]:
    """What the file says about the task in words of its own."""
    task = planned.task
    clause = say(language, "phone.clause", refs=", ".join(task.refs)) if task.refs else ""
    return [
        ("phone.cue", [task.cue]),
        ("phone.trouble", [task.trouble]),
        ("phone.refs", [clause]),
        ("phone.note", [task.note]),
    ]


def _time(told: Tasks, row: TaskRow) -> str:
    """From when to when and how long, the day said once where it is one."""
    day = phrasing(told.schedule, told.language).day(told.schedule.axis.civil(row.start)[0])
    return f"{day} {hours(told, row)} ({row.length})"


def _lead(told: Tasks, agency_id: str) -> Html:
    """An agency, the person to ask for, the number to call."""
    agency = told.agencies[agency_id]
    person = next((contact.name for contact in agency.contacts), "")
    return joined([el("b", agency.label), person, call(phone(agency))], " · ")


def _support(told: Tasks, agency_id: str) -> Html:
    agency = told.agencies[agency_id]
    return joined([agency.label, call(phone(agency))], " · ")


def _awaited(told: Tasks, link: Link) -> Html:
    """What a task waits for: its title, whose it is, when the end of it that counts is planned."""
    row = told.rows[link.predecessor]
    return joined([task_link(row), _due(told, row, link.relation.predecessor_end)], " · ")


def _waiting(told: Tasks, link: Link) -> Html:
    """Who waits for a task, and with which of its own."""
    row = told.rows[link.successor]
    return joined([el("a", row.id, href=f"#t:{row.id}"), _due(told, row, link.relation.successor_end)], " · ")


def _due(told: Tasks, row: TaskRow, end: End) -> str:
    key, time = ("phone.starts", row.start_text) if end is End.START else ("phone.ends", row.finish_text)
    return f"{row.lead}, {say(told.language, key, time=time)}"


def task_link(row: TaskRow) -> Html:
    """A link to the task's place on this page."""
    return el("a", f"{row.id} {row.title}", href=f"#t:{row.id}")
