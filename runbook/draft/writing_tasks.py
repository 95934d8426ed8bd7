"""Duties of a draft as tasks of a ceremony file, before anything is put into words of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from runbook.draft.durations import DAY, Durations
from runbook.draft.findings import Basis, Draft, DueBy, Duty, Scope
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.writing_days import Days, clock
from runbook.draft.writing_notes import day_text
from runbook.draft.writing_rules import ruled
from runbook.draft.writing_steps import steps
from runbook.draft.writing_titles import title
from runbook.draft.writing_yaml import clean
from runbook.values import duration
from runbook.values.recurrence import rule

TASKS, OF_DAY, DURING, AFTER = "tasks", "day", "during", "after"
GENERAL = "catchall"  # duties that say nothing of their own
_MADE = ("prepare", "finance", "invite")  # done before a campaign's peak rather than throughout
_RESULTS = plain_pattern(
    r"bao cao ket qua|tong hop ket qua|ket qua (?:thuc hien|to chuc|cong tac)|thanh,? quyet toan|rut kinh nghiem"
    r"|sau (?:khi ket thuc|hoi nghi|buoi le|le ky niem|su kien)"
)
_BEFORE = plain_pattern(r"phuc vu|du toan|de xuat|tai (?:hoi nghi|le|buoi)|trinh bay")
_PEAK = plain_pattern(r"cao diem")
_PERIODIC = plain_pattern(r"(?:hang|moi) (?:ngay|tuan|thang|quy|nam)|dinh ky|thuong ky|/lan")
_LONGEST = 300  # letters


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an approval chain; `each` where every member of the leading group owes it."""

    id: str
    act: str
    title: str
    lead: str
    work: str
    refs: tuple[str, ...]
    each: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """One task to be written. `keys` holds what is written after its people, in order: ("work", "1d").

    `assumed`: (key, assumption) where the assumption is a key of the catalogue. `carried`: the ids of all duties it
    stands for, its own first.
    """

    id: str
    part: str
    duty: Duty
    title: str
    lead: str
    each: bool
    support: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    assumed: tuple[tuple[str, str], ...]
    refs: tuple[str, ...]
    carried: tuple[str, ...]
    after: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    note: str = ""
    asks: tuple[tuple[str, str], ...] = ()  # questions of the writer's own, with the words they are about


def place(duty: Duty, closing: str) -> str:
    """Where the plan says it: VII.6.1, or the file's name for the closing sentences."""
    if duty.scope is Scope.CLOSING:
        return closing
    return f"{duty.section}.{duty.bullet}" if duty.section else str(duty.bullet)


@dataclass(frozen=True, slots=True)
class Desk:
    """What turns duties into tasks. `groups`: the collectives whose members can be opened."""

    draft: Draft
    days: Days
    durations: Durations
    groups: frozenset[str]
    closing: str  # what the file calls the closing sentences

    def works(self) -> list[Work]:
        """Every duty that becomes a task, in the order of the plan; merged ones once."""
        duties = {one.id: one for one in self.draft.duties}
        kept = [one for one in self.draft.duties if one.kind != GENERAL and one.id not in self.absorbed()]
        merged = {one.id: root for one in kept if (root := _root(one, duties)) != one.id}
        found: list[Work] = []
        for duty in kept:
            if duty.id not in merged:
                same = [duties[one] for one, root in merged.items() if root == duty.id]
                found += self._works(duty, same)
        return found

    def absorbed(self) -> dict[str, str]:
        """Duties that are a step of another duty's approval, by id: to appraise what that one drafts."""
        duties = {one.id: one for one in self.draft.duties}
        found: dict[str, str] = {}
        for one in self.draft.duties:
            for need in one.needs:
                other = duties.get(need.duty)
                if need.kind == "opinion" and other and other.id != one.id and not (other.steps or other.due):
                    found.setdefault(other.id, one.id)
        return {one: by for one, by in found.items() if by not in found and not duties[by].recurs}

    def _works(self, duty: Duty, same: Iterable[Duty]) -> Iterator[Work]:
        """One task; of a closing sentence that asks several, one for each."""
        same = list(same)
        first = next((one.id for one in self.draft.parties), "")
        leads = [one for one in (*duty.lead, duty.owner) if one][: len(duty.lead) or 1] or [first]
        if not leads[0]:
            return  # nobody is named in the whole plan
        if duty.scope is not Scope.CLOSING or len(leads) == 1:
            yield self._work(duty, same, leads[0], duty.id)
            return
        for at, lead in enumerate(leads):
            yield self._work(replace(duty, lead=(lead,)), same, lead, f"{duty.id}.{at + 1}")

    def _work(self, duty: Duty, same: list[Duty], lead: str, name: str) -> Work:
        part = self._part(duty)
        support = (*duty.lead[1:], *duty.support, *(party for one in same for party in one.support))
        due = next((one.due for one in (duty, *same) if one.due), None)
        refs = dict.fromkeys(self.ref(one) for one in (duty, *same))
        each = duty.each and lead in self.groups
        work = Work(
            id=name,
            part=part,
            duty=duty,
            title=title(duty),
            lead=lead,
            each=each,
            support=tuple(one for one in dict.fromkeys(support) if one and one != lead),
            keys=(),
            assumed=(("lead", "lead"),) if _open(duty) else (),
            refs=tuple(refs),
            carried=(duty.id, *(one.id for one in same)),
        )
        return self._timed(work, due)

    def ref(self, duty: Duty) -> str:
        return place(duty, self.closing)

    def _part(self, duty: Duty) -> str:
        last = duty.due.last_day if duty.due else None
        if last and last > self.days.last:
            return AFTER
        if self.days.campaign:
            return self._campaign_part(duty)
        if duty.on_the_day:
            return OF_DAY
        after = duty.due is not None and duty.due.days is not None and duty.due.days < 0
        told = duty.due is None and (duty.scope is Scope.CLOSING or _of_results(duty))
        return AFTER if after or told else TASKS

    def _campaign_part(self, duty: Duty) -> str:
        if duty.due and duty.due.last_day:
            return TASKS if duty.due.last_day < self.days.first else DURING
        if not duty.recurs and (duty.kind == "report" or _sends_results(duty)):
            return AFTER
        ready = bool(self.days.peaks) and (self.days.begun is None or self.days.begun < self.days.day)
        return TASKS if ready and duty.kind in _MADE and not duty.recurs else DURING

    def _timed(self, work: Work, due: DueBy | None) -> Work:
        """The task with its length, its time and its deadline."""
        duty, finish = work.duty, self._finish(due)
        asks = (("deadline", due.raw.text),) if due and not finish else ()
        work = replace(work, asks=(*work.asks, *asks))
        recurs = _recurrence(duty)
        if work.part == OF_DAY:
            return self._at_its_hour(work)
        ended = (("finish", finish),) if finish else ()
        noted = (("recurs", recurs),) if recurs else ()
        chain = tuple(self._steps(work)) if not recurs else ()
        if chain:
            return replace(work, keys=ended, steps=chain)
        if work.part == DURING and not finish:
            return self._lasting(work, recurs)
        length = ("work", self.durations.work(duty.kind, duty.words.text))
        from_start = self._from_start(work) if noted else ()
        assumed = (("work", "work"), *((key, "arising") for key, _ in from_start))
        return replace(work, keys=(length, *from_start, *ended, *noted), assumed=(*work.assumed, *assumed))

    def _from_start(self, work: Work) -> tuple[tuple[str, str], ...]:
        """What is told of difficulties "khi phát sinh" begins with the plan itself, not when all is over."""
        begun = self.days.begun
        return (("not_before", day_text(begun)),) if begun and work.part == AFTER and not self.days.campaign else ()

    def _lasting(self, work: Work, recurs: str) -> Work:
        """A duty of a campaign without a day of its own lasts it, or the peak that its words name."""
        duty = work.duty
        if duty.kind in _MADE and not recurs:
            length = ("work", self.durations.work(duty.kind, duty.words.text))
            return replace(work, keys=(length,), assumed=(*work.assumed, ("work", "work")))
        peak = self.days.peaks[0][0] if self.days.peaks and _PEAK.search(plain(clean(duty.words.text))) else ""
        over = (("over", peak or "span"),)
        given = (("recurs", recurs),) if recurs else ()
        asks = (("rule", recurs),) if _PERIODIC.search(plain(recurs)) and rule(recurs) is None else ()
        assumed = () if peak else (("over", "over"),)
        return replace(work, keys=(*over, *given), assumed=(*work.assumed, *assumed), asks=(*work.asks, *asks))

    def _at_its_hour(self, work: Work) -> Work:
        before = self.durations.work(DAY, work.duty.words.text)
        zero = before.rstrip("hmd0.") == ""
        at = "opening" if zero else f"opening-{before}"
        sitting = self.days.closing - self.days.opening
        keys = (("at", at), ("length", f"{sitting}m" if zero else _sum(before, sitting)))
        return replace(work, keys=keys, assumed=(*work.assumed, ("at", "day"), ("length", "day")))

    def _finish(self, due: DueBy | None) -> str:
        """The deadline as a ceremony file writes it; "" for one that is counted from what the file does not have."""
        if due is None:
            return ""
        at = f" {clock(due.clock)}" if due.clock is not None else ""
        if due.rule == "offset" and due.days is not None:
            if self.days.campaign:
                return ""
            sign = "-" if due.days >= 0 else "+"
            return f"by N{sign}{abs(due.days)}{'w' if due.working else ''}{at}" if due.days else f"by N{at}"
        if due.rule == "before" and due.day and not at:
            return f"before {day_text(due.day)}"
        day = due.day if due.rule == "by" and due.day else due.last_day
        return f"by {day_text(day)}{at}" if day else ""

    def _steps(self, work: Work) -> Iterator[Step]:
        """The approval chain: the draft, then who is asked, mended, and decided by whom."""
        duty = work.duty
        acts = steps(duty)
        absorbed = {one: self.draft_duty(one) for one, by in self.absorbed().items() if by == duty.id}
        for at, (act, party) in enumerate(acts, 1):
            lead = party if act in ("opinion", "final") else work.lead
            also = [self.ref(one) for one in absorbed.values() if act == "opinion" and one.owner == lead]
            yield Step(
                id=f"{work.id}.{at}",
                act=act,
                title=act,
                lead=lead,
                work=self.durations.work(act, duty.words.text),
                refs=tuple(dict.fromkeys((*work.refs, *also))) if also else (),
                each=work.each and lead == work.lead,
            )

    def draft_duty(self, name: str) -> Duty:
        return next(one for one in self.draft.duties if one.id == name)


def _recurrence(duty: Duty) -> str:
    """The one rule the plan gives, in the form the file reads; else all its words."""
    said = [clean(one.text) for one in duty.recurs]
    rules = [one for one in map(ruled, said) if rule(one)]
    periodic = [one for one in said if plain(one) != "dinh ky"]
    return (rules[0] if rules and len(periodic) == 1 else ", ".join(said))[:_LONGEST]


def _sum(before: str, minutes: int) -> str:
    """That long and the sitting: "1h" and 120 minutes are 180m."""
    return f"{duration(before).elapsed + minutes}m"


def _open(duty: Duty) -> bool:
    """Whether the plan leaves the lead open."""
    return (
        duty.basis is Basis.AMBIGUOUS
        or not duty.lead
        or (duty.basis is Basis.INFERRED and duty.scope is not Scope.CLOSING)
    )


def _root(duty: Duty, duties: dict[str, Duty]) -> str:
    """The duty that carries this one: where two sides tell the same, the one that the others point to."""
    seen = [duty.id]
    while (other := duties.get(duties[seen[-1]].same_as)) and other.id not in seen and other.kind != GENERAL:
        seen.append(other.id)
    return seen[-1]


def _sends_results(duty: Duty) -> bool:
    return bool(duty.report_to) and "report" in duty.also and "ket qua" in plain(clean(duty.words.text))


def _of_results(duty: Duty) -> bool:
    key = plain(clean(duty.words.text))
    return duty.kind in ("report", "finance") and bool(_RESULTS.search(key)) and not _BEFORE.search(key)
