"""The sections of a ceremony file put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from runbook import network, syntax, whatif
from runbook.axis import DAY
from runbook.build import agencies as agency_section
from runbook.build import campaigns, occasion, resources, savings, worktimes
from runbook.build.duties import Duties
from runbook.build.names import Names
from runbook.build.reader import Reader, Row
from runbook.build.sketches import Sketches
from runbook.build.tasks import Resolver
from runbook.build.worktimes import HolidayTable
from runbook.campaign import Campaign
from runbook.format import CEREMONY
from runbook.grammars import PROSE
from runbook.model import Ceremony, EventDate, Part, Task
from runbook.problems import Place, Problem, Severity
from runbook.syntax import Node, Scalar
from runbook.whatif import Change

MOST_TASKS = 100_000
Outcome = tuple[Ceremony | None, tuple[Problem, ...]]


def read(text: str, file: str, holidays: HolidayTable, changes: Sequence[Change] = ()) -> Outcome:
    """The ceremony of a file's text: `syntax.parse`, then `ceremony`."""
    node, problems = syntax.parse(text, file)
    if node is None and problems:
        return None, problems
    built, more = ceremony(node, file, holidays, changes)
    return (None if problems else built), _in_file_order((*problems, *more))


def ceremony(node: Node | None, file: str, holidays: HolidayTable, changes: Sequence[Change] = ()) -> Outcome:
    """The ceremony that the nodes describe, None where any problem is an error; and all problems in file order.

    `holidays` gives the table of a country or of a .csv file by name, None where there is none. `changes` are what-if
    values laid over the file before it is read; problems in them stand in the file `--set`.
    """
    if node is None:
        return None, (Problem("empty-file", Place(file, 1, 1)),)
    reader = Reader()
    changed, problems = whatif.applied(node, changes)
    reader.problems.extend(problems)
    row = reader.row(changed, CEREMONY)
    built = _build(reader, row, holidays) if type(changed) is syntax.Mapping else None
    reader.problems.extend(network.cycle_problems(built) if built else ())
    found = _in_file_order(reader.problems)
    failed = any(problem.severity is Severity.ERROR for problem in found)
    return (None if failed else built), found


def _in_file_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.place or Place("", 0, 0)))


def _build(reader: Reader, row: Row, holidays: HolidayTable) -> Ceremony | None:
    get = row.values.get
    own = worktimes.own_days(reader, get("holidays"))
    calendars, calendar_names = worktimes.calendars(reader, get("worktime"), own, holidays, occasion.axis(reader, row))
    agencies = agency_section.agencies(reader, get("agencies"), calendar_names)
    phases, phase_names = _texts(reader, get("phases"), "phases", "unknown-phase")
    assumptions, assumption_names = _texts(reader, get("assumptions"), "assumptions", "unknown-assumption")
    campaign, peaks = campaigns.campaign(reader, row, get("language", "vi"))
    date, (opening, closing) = _when(reader, row, campaign)
    if _too_many(reader, row):
        return None
    sketches = _sketches(reader, row)
    shared = resources.resources(reader, get("resources"))
    resolver = Resolver(reader, agencies, calendar_names, calendars, phase_names, assumption_names, shared)
    windows = campaigns.Windows(reader, campaign, peaks, calendars["office"]) if campaign else None
    tasks = tuple(_tasks(sketches, resolver, Duties(windows, sketches.names, resolver) if windows else None))
    return Ceremony(
        id=get("ceremony", ""),
        title=get("title", ""),
        date=date,
        opening=opening,
        closing=closing,
        agencies=tuple(agencies.by_id.values()),
        tasks=tasks,
        links=(*sketches.links, *resolver.links(sketches)),
        worktimes=calendars,
        phases=phases,
        language=get("language", "vi"),
        zone=get("zone", "Asia/Ho_Chi_Minh"),
        start=get("start"),
        plan=occasion.plan_document(reader, get("plan")),
        venue=occasion.venue(reader, get("venue")),
        hosts=tuple(host for host, _ in get("hosts", ())),
        decisions=tuple(occasion.decisions(reader, get("decisions"), agencies.names)),
        assumptions=assumptions,
        campaign=campaign,
        occasions=tuple(occasion.occasions(reader, get("occasions"))),
        resources=tuple(shared.by_id.values()),
        savings=() if campaign else tuple(savings.savings(reader, get("savings"), tasks, agencies.names)),
    )


def _sketches(reader: Reader, row: Row) -> Sketches:
    """The tasks of every part as they are written."""
    found = Sketches(reader, Names(reader, "unknown-task"), row.values.get("language", "vi"), [], [], {})
    for part in Part:
        _read_part(found, row.values.get(part.value), part)
    return found


def _when(reader: Reader, row: Row, campaign: Campaign | None) -> tuple[EventDate, tuple[int, int]]:
    """The days of the file, and the minutes of day N at which it opens and closes."""
    if campaign is None:
        hours = row.get("hours")
        return occasion.event_date(reader, row.get("date"), hours[0] if hours else None), hours or (0, 1)
    day = campaign.day
    return EventDate(day, day, day), (0, ((campaign.window[1] - day).days + 1) * DAY)


def _tasks(sketches: Sketches, resolver: Resolver, duties: Duties | None) -> Iterator[Task]:
    for sketch in sketches.tasks:
        task = resolver.task(sketch)
        if sketch.part is Part.DURING and duties is not None:
            yield from duties.tasks(sketch, task)
        else:
            yield task


def _read_part(sketches: Sketches, node: Node | None, part: Part) -> None:
    if part is Part.PROGRAMME:
        sketches.programme(node)
    else:
        sketches.part(node, part)


def _texts(reader: Reader, node: Node | None, key: str, code: str) -> tuple[dict[str, str], Names]:
    """A mapping from id to a text."""
    names, texts = Names(reader, code), {}
    for name, child in reader.rows(node, key):
        names.define(name)
        if type(child) is Scalar:
            texts[name.text] = PROSE.read(child.text)
        else:
            reader.report("not-text", child.place, key=name.text)
    return texts, names


def _too_many(reader: Reader, row: Row) -> bool:
    """Refuse a file of more tasks than any plan has."""
    sizes = [_size(row.values.get(part.value)) for part in Part]
    if sum(sizes) <= MOST_TASKS:
        return False
    reader.report("too-many-tasks", row.node.place, count=str(sum(sizes)), limit=str(MOST_TASKS))
    return True


def _size(node: Any) -> int:
    if type(node) is syntax.Mapping:
        return len(node.entries)
    return len(node.items) if type(node) is syntax.Sequence else 0
