"""What happens to the tasks, recorded as it is told; each answer says at once what that does to the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.entering import Lines, entered, left_by
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.pressing import stage_of
from runbook.commands.releasing import speakable
from runbook.commands.tracked import lines_in, lines_of, moment, present
from runbook.model import DurationKind, Task
from runbook.reports import progress as report
from runbook.reports import wanted
from runbook.reports.rows import labels, phrasing
from runbook.reports.wanted import UnclearError
from runbook.text import folded, say
from runbook.tracking import Happened, Progress, What, objection, outlook, progress_of
from runbook.tracking.times import Edge
from runbook.values import LONGEST_LINE, MistakeError, duration

if TYPE_CHECKING:
    from runbook.schedule import Planned

NOTHING = Progress()
_BEGINS = (What.START, What.LATE, What.REOPEN)  # a day without a clock is its beginning, for the others its end
_SHORTEST = 4  # letters by which a task can be called


@dataclass(frozen=True, slots=True)
class Order:
    """What is told of which tasks, in the user's words; "" where nothing is.

    `as_planned`: each at the instant the plan gives it; without a task all that the plan has begun, or ended, by now.
    """

    what: What
    tasks: tuple[str, ...]
    who: str
    now: str = ""
    at: str = ""
    message: str = ""
    work: str = ""
    until: str = ""
    agencies: tuple[str, ...] = ()
    as_planned: bool = False
    key: str = ""
    store: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an order: lines recorded now, and lines that said the same before."""

    recorded: Lines
    again: Lines


def tell(of: Opened, order: Order) -> str:
    """Record it, and say what was recorded and what follows. Raises one of REFUSALS; then nothing is recorded."""
    known, found = record(of, order)
    return what_follows(of, known, found, present(of, order.now))


def record(of: Opened, order: Order) -> tuple[Lines, Answer]:
    """What was known before, and what became of the order. Raises one of REFUSALS; then nothing is recorded."""
    now = present(of, order.now)
    seen = lines_of(of, order.store)
    told = _told(of, order, seen, now)
    _sifted(of, told, seen, now)  # what means nothing begins no store
    with issues.store_for(str(of.asked.file), order.store, create=True) as store, store.writing():
        known = lines_in(store, of.ceremony.id)
        if again := left_by(store, of.ceremony.id, order.key, told):
            return known, Answer((), again)
        sifted = _sifted(of, told, known, now)
        new = entered(store, of.ceremony.id, sifted.recorded, len(known), order.who, order.key)
        return known, Answer(new, sifted.again)


def log(of: Opened, task: str, now: str, location: str) -> str:
    """Every line of a ceremony's progress with the presses of its day, or the lines of one task."""
    from runbook.render.progress_text import log as text

    task_id = _task(of, task).id if task else ""
    known = lines_of(of, location)
    last = max((one.at for one in known), default=0)
    seen = outlook(of.schedule, known, present(of, now) if now else last)
    told = text(report.log(seen, of.language, task_id), of.screen, of.language)
    day = None if task_id else stage_of(of, location)
    return f"{told}\n{text(day.log(), of.screen, of.language, 'live.log')}" if day else told


def what_follows(of: Opened, known: Lines, found: Answer, now: int) -> str:
    """What was recorded after the `known` lines, and what it does to the plan."""
    from runbook.render.progress_text import answer

    before, after = (outlook(of.schedule, lines, now) for lines in (known, (*known, *found.recorded)))
    return answer(before, after, found.recorded, found.again, of.asked.words, of.screen, of.language)


def _told(of: Opened, order: Order, known: Lines, now: int) -> Lines:
    """The lines that the order asks for, unnumbered. Raises UnclearError."""
    tasks = [_task(of, words) for words in order.tasks]
    if not tasks and not order.as_planned:
        raise UnclearError("no-task", words="")
    if order.as_planned:
        rows = [of.schedule.rows[task.id] for task in tasks] or list(_due(of, order.what, known, now))
        if not rows:
            raise UnclearError("none-due", words="")
        begun = {one.task for one in known}
        return tuple(line for row in rows for line in _as_planned(order, row, row.task.id in begun, now))
    edge = Edge.BEGINNING if order.what in _BEGINS else Edge.END
    at = moment(of, order.at, now, edge) if order.at else now
    line = Happened(0, order.what, "", now, at, order.who, words=message_of(order.message))
    if order.what is What.NOTE and not line.words:
        raise UnclearError("note", words="")
    return tuple(one for task in tasks for one in _of_task(of, order, task, line))


def _of_task(of: Opened, order: Order, task: Task, line: Happened) -> Iterator[Happened]:
    one = replace(line, task=task.id)
    if order.what is What.RECEIVE:
        if not order.agencies:
            raise UnclearError("from", words="")
        yield from (replace(one, agency=wanted.agency(of.ceremony, words)) for words in order.agencies)
    elif order.what is What.LATE:
        if bool(order.work) == bool(order.until):
            raise UnclearError("how-late", words="")
        until = moment(of, order.until, line.said, Edge.END) if order.until else None
        yield replace(one, remaining=_work(of, task, order.work) if order.work else None, until=until)
    else:
        yield one


def _work(of: Opened, task: Task, words: str) -> int:
    """Minutes of the task's own working time. Raises UnclearError."""
    try:
        length = duration(words)
    except MistakeError:
        raise UnclearError("work", words=words) from None
    if task.kind is DurationKind.WORK:
        return length.worked(of.ceremony.worktimes[task.worktime].day_minutes)
    return length.elapsed


def message_of(message: str) -> str:
    """What goes with a line, on one line. Raises UnclearError."""
    words = speakable(message)
    if len(words) > LONGEST_LINE:
        raise UnclearError("long-message", count=str(len(words)), most=str(LONGEST_LINE))
    return words


def _due(of: Opened, what: What, known: Lines, now: int) -> Iterator[Planned]:
    """What the plan has begun, or ended, by now and nobody has said so of."""
    seen = outlook(of.schedule, known, now)
    yield from (of.schedule.rows[name] for name in (seen.unbegun if what is What.START else seen.unreported))


def _as_planned(order: Order, row: Planned, begun: bool, now: int) -> Iterator[Happened]:
    """A task's lines at the instants of the plan: one that is done has begun too."""
    line = Happened(0, What.START, row.task.id, now, row.start, order.who, words=message_of(order.message))
    if order.what is What.START or (not begun and not row.task.is_milestone):
        yield line
    if order.what is not What.START:
        yield replace(line, what=order.what, at=row.finish)


def _task(of: Opened, words: str) -> Task:
    """The task of that id or title, or the only one with these words in its title. Raises UnclearError."""
    try:
        return of.ceremony.task(wanted.task(of.ceremony, words))
    except UnclearError:
        key = folded(words)
        found = [task for task in of.ceremony.tasks if len(key) >= _SHORTEST and key in folded(task.title)]
        if len(found) != 1:
            raise
        return found[0]


def _sifted(of: Opened, told: Lines, known: Lines, now: int) -> Answer:
    """The lines that are new, and those that say again what stands there. Raises RefusedError for one that means
    nothing."""
    new: list[Happened] = []
    again: list[Happened] = []
    lines: dict[str, list[Happened]] = {one.task: [] for one in told}
    for line in known:
        lines.get(line.task, []).append(line)
    for one in told:
        task, own = of.schedule.rows[one.task].task, lines[one.task]
        stands = progress_of(own, {task.id: task.receipts} if task.receipts else {}).get(one.task, NOTHING)
        wrong = objection(task, stands, one, now)
        same = [line for line in stands.notes if _same(line, one)]
        if same and (wrong or same[-1] is stands.notes[-1]):
            again.append(same[-1])
        elif wrong:
            raise _refused(of, one, stands, wrong, now)
        else:
            new.append(one)
            own.append(one)
    return Answer(tuple(new), tuple(again))


def _same(line: Happened, one: Happened) -> bool:
    return replace(line, number=0, said=one.said, who=one.who) == one


def _refused(of: Opened, one: Happened, stands: Progress, code: str, now: int) -> RefusedError:
    """Why a line means nothing, with the line it stands against."""
    phrase, against = phrasing(of.schedule, of.language), _against(stands, code)
    facts = {name: phrase.start(at) for name, at in _instants(one, stands, now).items() if at is not None}
    agency = labels(of.ceremony).get(one.agency, one.agency)
    line = say(of.language, "progress.at_line", line=against.number) if against and against.number else ""
    task = report.named(of.schedule, one.task)
    return RefusedError(f"progress-{code}", task=task, agency=agency, line=line, **facts)


def _instants(one: Happened, stands: Progress, now: int) -> dict[str, int | None]:
    received = stands.received.get(one.agency)
    own = {"started": stands.started, "finished": stands.finished, "received": received}
    return {"at": one.at, "now": now, "until": one.until, **own}


def _against(stands: Progress, code: str) -> Happened | None:
    kinds = {
        "done": (What.DONE, What.RECEIVE),
        "before-end": (What.DONE, What.DROP, What.RECEIVE),
        "dropped": (What.DROP,),
        "running": (What.START,),
        "before-start": (What.START,),
    }.get(code, ())
    return next((one for one in reversed(stands.notes) if one.what in kinds), None)
