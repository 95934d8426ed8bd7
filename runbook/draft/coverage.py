"""Any ceremony file held against its plan: what is carried by which tasks, what is not, what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from runbook.draft.document import Quote
from runbook.draft.findings import UNREAD, Basis, Draft, DueBy, Duty, Left, Scope
from runbook.draft.letters import plain
from runbook.draft.merging import Likeness
from runbook.draft.places import Places, places
from runbook.draft.writing_tasks import GENERAL
from runbook.model import Agency, Base, Ceremony, Deadline, Task
from runbook.text import folded

CLOSING = frozenset({"doan ket", "closing"})  # what a file calls the closing sentences
ALIKE = 0.6  # of the words of a clause that names no task, to be taken for carried all the same
_CLAUSE = re.compile(r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,2})(?:\.\w{1,4})*")


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph of the part that shares out the work. `ref` is "" for the closing sentences.

    `tasks` carry it; `by`: "ref" they cite it, "section" they cite what it stands in, "words" they say the same
    without citing it, "general" nothing needs to, "" nothing does.
    """

    ref: str
    words: tuple[Quote, ...]
    duties: tuple[str, ...]
    tasks: tuple[str, ...]
    by: str

    @property
    def carried(self) -> bool:
        return bool(self.by)


@dataclass(frozen=True, slots=True)
class Difference:
    """Where tasks say other than the plan: `kind` is "lead", "deadline", or "unsaid" for one the plan does not set.

    `agencies` are those the plan names, by id in the file; `due` the plan's deadline.
    """

    kind: str
    ref: str
    tasks: tuple[str, ...]
    agencies: tuple[str, ...] = ()
    due: Quote | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """`unknown`: (task, ref) that lead nowhere in the plan. `left`: words no duty was read from, headings aside."""

    clauses: tuple[Clause, ...]
    unknown: tuple[tuple[str, str], ...]
    differences: tuple[Difference, ...]
    left: tuple[Left, ...]

    @property
    def open(self) -> tuple[Clause, ...]:
        return tuple(one for one in self.clauses if not one.carried)

    @property
    def whole(self) -> bool:
        return not (self.open or self.unknown or self.differences)


def coverage(ceremony: Ceremony, draft: Draft) -> Coverage:
    """What of the plan the ceremony carries."""
    return _Held(ceremony, draft).coverage()


@dataclass(frozen=True)
class _Held:
    ceremony: Ceremony
    draft: Draft

    @cached_property
    def places(self) -> Places:
        return places(self.draft)

    @cached_property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(one for one in self.ceremony.tasks if not one.series)

    @cached_property
    def cited(self) -> dict[str, list[Task]]:
        """The tasks by what they cite; "" is the closing sentences."""
        found: dict[str, list[Task]] = {}
        for task in self.tasks:
            for ref in task.refs:
                found.setdefault("" if folded(ref) in CLOSING else ref, []).append(task)
        return found

    def coverage(self) -> Coverage:
        groups: dict[str, list[Duty]] = {}
        for duty in self.draft.duties:
            groups.setdefault(clause_of(duty), []).append(duty)
        read = [self._clause(ref, duties) for ref, duties in groups.items()]
        clauses = (*read, *self._unread({one.ref for one in read}))
        by_ref = {one.ref: one for one in clauses}
        differences = [found for duty in self.draft.duties for found in self._differences(duty, by_ref)]
        unknown = tuple((task.id, ref) for task in self.tasks for ref in task.refs if self._leads_nowhere(ref))
        left = tuple(one for one in self.draft.left if one.why not in ("heading", UNREAD))
        return Coverage(clauses, unknown, (*dict.fromkeys((*differences, *self._unsaid(groups))),), left)

    def _unread(self, known: set[str]) -> Iterator[Clause]:
        """Items no duty was read from: a task carries one where it cites its place."""
        for left in self.draft.left:
            ref = self.places.at(left.words.span)
            if left.why == UNREAD and ref not in known:
                found = self.cited.get(ref, [])
                yield Clause(ref, (left.words,), (), _named(found), "ref" if found else "")

    def _leads_nowhere(self, ref: str) -> bool:
        """A reference in the form of a place; others ("Phụ lục 2", another document) are not judged."""
        if folded(ref) in CLOSING:
            return not self.places.closes
        return bool(_CLAUSE.fullmatch(ref)) and ref not in self.places.paths

    def _clause(self, ref: str, duties: Sequence[Duty]) -> Clause:
        words = tuple(one.words for one in duties)
        ids = tuple(one.id for one in duties)
        found, by = self._carrying(ref, duties)
        if not found and all(one.kind == GENERAL for one in duties):
            by = "general"
        return Clause(ref, words, ids, _named(found), by if found or by == "general" else "")

    def _carrying(self, ref: str, duties: Sequence[Duty]) -> tuple[list[Task], str]:
        if ref in self.cited:
            return self.cited[ref], "ref"
        above = ref
        while "." in above:
            above = above.rpartition(".")[0]
            if above in self.cited and "." in above:
                return self.cited[above], "section"
        return [task for duty in duties if duty.kind != GENERAL for task in self._alike(duty)], "words"

    @cached_property
    def likeness(self) -> Likeness:
        return Likeness([*(one.words.text for one in self.draft.duties), *(one.title for one in self.tasks)])

    def _alike(self, duty: Duty) -> Iterator[Task]:
        """Tasks that cite nothing, say what the duty says, and are led by one of those it names."""
        own = self.agencies_of(duty.owner, *duty.lead, *duty.support)
        for task in self.tasks:
            cites = any(_CLAUSE.fullmatch(ref) for ref in task.refs)
            if not cites and task.lead in own and self.likeness.of(duty.words.text, task.title) >= ALIKE:
                yield task

    def agencies_of(self, *parties: str) -> frozenset[str]:
        """The file's agencies that bear one of the names the plan has for these parties."""
        known = {one.id: one for one in self.draft.parties}
        found: set[str] = set()
        for name in (name for one in parties if one in known for name in (known[one].name, *known[one].aliases)):
            found |= self._by_name.get(plain(" ".join(name.split())), set())
        return frozenset(found | {one for one in parties if one in self._ids})

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(one.id for one in self.ceremony.agencies)

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for agency in self.ceremony.agencies:
            for name in _names(agency):
                found.setdefault(plain(name), set()).add(agency.id)
        return found

    def _differences(self, duty: Duty, clauses: dict[str, Clause]) -> Iterator[Difference]:
        ref = clause_of(duty)
        clause = clauses[ref]
        tasks = [one for one in self.tasks if (one.chain or one.id) in clause.tasks and _cites(one, ref, clause.by)]
        if duty.kind == GENERAL or not tasks:
            return
        if duty.scope is Scope.IMPLEMENTATION:
            yield from self._lead(duty, tasks, clause)
        known = duty.due and (duty.due.last_day or duty.due.rule == "offset")  # the others name no day to hold against
        if duty.due and known and not any(one.deadline and _same(duty.due, one.deadline) for one in tasks):
            yield Difference("deadline", ref, clause.tasks, due=duty.due.raw)

    def _lead(self, duty: Duty, tasks: Sequence[Task], clause: Clause) -> Iterator[Difference]:
        """One of those who lead in the file leads in the plan; where the plan leaves it open, any it names will do."""
        settled = duty.basis not in (Basis.AMBIGUOUS, Basis.INFERRED)
        named = duty.lead if settled else (duty.owner, *duty.lead, *duty.support)
        wanted = self.agencies_of(*named)
        if wanted and not wanted & {one.lead for one in tasks}:
            yield Difference("lead", clause.ref, clause.tasks, agencies=tuple(sorted(wanted)))

    def _unsaid(self, groups: dict[str, list[Duty]]) -> Iterator[Difference]:
        """Days that a task must keep though its clauses set none, and that are not marked as assumed."""
        for task in self.tasks:
            refs = ["" if folded(ref) in CLOSING else ref for ref in task.refs]
            duties = [duty for ref in refs for duty in groups.get(ref, ())]
            assumed = any(one.key == "finish" for one in task.assumed)
            dated = task.deadline is not None and task.deadline.moment.base is Base.DAY
            if dated and duties and not assumed and not any(duty.due for duty in duties):
                yield Difference("unsaid", refs[0], (task.id,))


def clause_of(duty: Duty) -> str:
    """The place of a duty's paragraph; "" for the closing sentences."""
    if duty.scope is Scope.CLOSING:
        return ""
    return f"{duty.section}.{duty.bullet}" if duty.section else str(duty.bullet)


def _cites(task: Task, ref: str, by: str) -> bool:
    """Whether a task itself stands for the clause: of a chain only the steps that cite it do."""
    if by != "ref":
        return True
    return any(one == ref or (not ref and folded(one) in CLOSING) for one in task.refs)


def _named(tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.chain or one.id for one in tasks))


def _names(agency: Agency) -> list[str]:
    return [name for name in (agency.name, agency.short, *agency.aliases) if name]


def _same(due: DueBy, deadline: Deadline) -> bool:
    """Whether both leave the same last day, whether or not a day off has been stepped over."""
    day = deadline.moment.day
    if deadline.moment.base is not Base.DAY or day is None:
        return False
    if due.day is None and due.days is not None:
        return day.date is None and day.offset == -due.days and day.working == due.working
    if day.date is None:
        return False
    last = day.date if deadline.inclusive else day.date - timedelta(days=1)
    plain_last = due.day - timedelta(days=1) if due.day and due.rule == "before" else due.day
    return last in (due.last_day, plain_last)
