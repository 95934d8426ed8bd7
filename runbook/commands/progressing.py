"""What happens to the tasks, recorded as it is told; each answer says at once what that does to the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.pressing import stage_of
from runbook.commands.releasing import speakable
from runbook.commands.tracked import KIND, lines_in, lines_of, moment, present
from runbook.model import DurationKind, Task
from runbook.reports import progress as report
from runbook.reports import wanted
from runbook.reports.rows import labels, phrasing
from runbook.reports.wanted import UnclearError
from runbook.store import Event, Store
from runbook.store.journal import written
from runbook.text import folded, say
from runbook.tracking import Happened, Progress, What, objection, outlook, progress_of
from runbook.tracking.records import to_record
from runbook.tracking.times import Edge
from runbook.values import LONGEST_LINE, MistakeError, duration

if TYPE_CHECKING:
    from runbook.schedule import Planned

Lines = tuple[Happened, ...]
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
    return _answer(of, known, found, present(of, order.now))


def record(of: Opened, order: Order) -> tuple[Lines, Answer]:
    """What was known before, and what became of the order. Raises one of REFUSALS; then nothing is recorded."""
    now = present(of, order.now)
    seen = lines_of(of, order.store)
    told = _told(of, order, seen, now)
    _sifted(of, told, seen, now)  # what means nothing begins no store
    with issues.store_for(str(of.asked.file), order.store, create=True) as store, store.writing():
        known = lines_in(store, of.ceremony.id)
        return known, _of_key(store, of, order, told) or _recorded(
            store, of, order, _sifted(of, told, known, now), known
        )


def undo(of: Opened, line: str, message: str, who: str, now: str, location: str) -> str:
    """Take back a line, the last one in force unless numbered. Raises one of REFUSALS."""
    at = present(of, now)
    with issues.store_for(str(of.asked.file), location) as store, store.writing():
        known = lines_in(store, of.ceremony.id)
        meant = _to_undo(known, line)
        one = Happened(0, What.UNDO, meant.task, at, meant.at, who, words=_words(message), undoes=meant.number)
        found = _recorded(store, of, Order(What.UNDO, (), who), Answer((one,), ()), known)
    return _answer(of, known, found, at)


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


def _answer(of: Opened, known: Lines, found: Answer, now: int) -> str:
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
    line = Happened(0, order.what, "", now, at, order.who, words=_words(order.message))
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


def _words(message: str) -> str:
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
    line = Happened(0, What.START, row.task.id, now, row.start, order.who, words=_words(order.message))
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


def _of_key(store: Store, of: Opened, order: Order, told: Lines) -> Answer | None:
    """What a command of the same key has left, None where there was none. Raises RefusedError for another command."""
    found = store.recorded(of.ceremony.id, order.key) if order.key else None
    if found is None:
        return None
    if found.event.kind != KIND:
        raise RefusedError("progress-key", key=order.key, line="–")
    line = {
        row.seq: one
        for row, one in zip(store.lines(of.ceremony.id, KIND), lines_in(store, of.ceremony.id), strict=True)
    }
    there = line[found.seq]
    if (there.what, there.task, there.agency) != (told[0].what, told[0].task, told[0].agency):
        raise RefusedError("progress-key", key=order.key, line=there.number)
    rows = [store.recorded(of.ceremony.id, _numbered(order.key, number)) for number in range(len(told))]
    return Answer((), tuple(line[row.seq] for row in rows if row))


def _recorded(store: Store, of: Opened, order: Order, wanted_lines: Answer, known: Sequence[Happened]) -> Answer:
    """The lines written into the journal, each with its number; within `writing`."""
    kept = []
    for number, one in enumerate(wanted_lines.recorded):
        body, line = to_record(one), len(known) + number + 1
        key = _numbered(order.key, number) if order.key else _key(line, written(body))
        row = store.append(Event(of.ceremony.id, one.said * 60, speakable(order.who) or "?", key, KIND, body))
        kept.append(replace(one, number=line, who=row.event.actor))
    return Answer(tuple(kept), wanted_lines.again)


def _numbered(key: str, number: int) -> str:
    return f"{key} +{number}" if number else key


def _key(number: int, body: str) -> str:
    return f"progress {number}: {sha256(body.encode()).hexdigest()[:32]}"


def _to_undo(known: Iterable[Happened], word: str) -> Happened:
    """The line that is meant. Raises UnclearError, RefusedError."""
    lines = {one.number: one for one in known}
    undone = {one.undoes for one in lines.values() if one.what is What.UNDO}
    if not word:
        left = [one for one in lines.values() if one.what is not What.UNDO and one.number not in undone]
        if not left:
            raise RefusedError("undo-nothing")
        return left[-1]
    if not word.isdecimal() or len(word) > 15:
        raise UnclearError("line", words=word)
    number = int(word)
    if number not in lines:
        raise RefusedError("undo-unknown", line=number)
    if number in undone:
        raise RefusedError("undo-undone", line=number)
    if lines[number].what is What.UNDO:
        raise RefusedError("undo-undo", line=number)
    return lines[number]
