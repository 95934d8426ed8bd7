"""A planned ceremony planned again within its capacities.

The schedule of the slots goes back through the planner as the instants before which tasks may not begin, so dates,
floats and chains are the planner's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from runbook.levelling.compiled import PLAIN, fastest
from runbook.levelling.late import pulled_late
from runbook.levelling.overlaps import Clash, clashes
from runbook.levelling.pins import Pins, wants_late
from runbook.levelling.project import LevellingError
from runbook.levelling.search import Answer, first_answer, level, level_within
from runbook.levelling.slots import Slotted, begins_late, is_movable, slotted
from runbook.levelling.wants import Want, held_in, limits_of, needs
from runbook.model import Part
from runbook.schedule import Schedule

SCHEDULES = 500  # tried where nobody says for how long: the same answer whatever the machine; fewer of large plans
FEWEST = 20
LONG = 5.0  # seconds from which on compiled kernels win back the time of loading them
SECONDS = 10.0  # of a proof where nobody says how long
ROUNDS = 4
MANY = 100  # pins that are each looked at whether they are needed
EARLIER = (0, 1, 2, 4, 8, 16, 32, 64)  # working days before its latest start that a plan without a start is tried from
STRETCHES = (1, 3, 9)  # of the horizon, until the tasks find room; 1 is room for all contested ones in a row
SHORTER = (1 / 64, 1 / 8, *STRETCHES)  # of many tasks, which take turns in many places
LARGE = 500  # tasks


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is tried: so many seconds by the clock, or without a clock a number of schedules; a proof if asked for,
    for so many seconds too."""

    seconds: float | None = None
    prove: bool = False
    clock: Callable[[], float] | None = None
    schedules: int = SCHEDULES

    def count_for(self, tasks: int) -> int:
        """How many schedules without a clock: each takes longer the more tasks there are."""
        if tasks <= LARGE:
            return self.schedules
        return min(self.schedules, max(FEWEST, self.schedules * LARGE**2 // tasks**2))


@dataclass(frozen=True, slots=True)
class Moved:
    """A task that begins at another time. `lacking` is what it had to wait for, `holders` who holds that then.

    Where nothing is lacking it follows the tasks of `follows`, which were moved.
    """

    task: str
    was: int
    now: int
    lacking: tuple[Want, ...]
    holders: tuple[str, ...]
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Levelled:
    """The plan `before` and `after`. `left`: clashes that no move of a task ends.

    `schedules`: how many were tried; `cost`: lateness and length of the best in slots. `proof`: "optimal" where nothing
    better exists, "feasible" where a proof was not found in time, "impossible" where none can be had because users of
    one resource keep different hours, "" where none was asked for.
    """

    before: Schedule
    after: Schedule
    pins: Pins
    moved: tuple[Moved, ...] = ()
    left: tuple[Clash, ...] = ()
    schedules: int = 0
    cost: tuple[int, int] = (0, 0)
    proof: str = ""

    @property
    def changes(self) -> tuple[str, ...]:
        return self.pins.changes(self.before) if self.pins.at else ()


def levelled(schedule: Schedule, effort: Effort = Effort()) -> Levelled:
    """The plan within capacities; the plan as it is where no task that can be moved is in another's way.

    Raises LevellingError "no-room" where the tasks find none, and NotInstalledError.
    """
    if not _in_the_way(schedule):
        return Levelled(schedule, schedule, Pins({}), left=tuple(_clashes(schedule)))
    standing = schedule
    tried: list[_Try] = []
    for _ in range(ROUNDS):
        tried.append(_tried(schedule, standing, effort))
        standing = tried[-1].after
        if not _in_the_way(standing):
            break
    best = min(tried, key=lambda one: sum(clash.excess for clash in _in_the_way(one.after)))
    left = tuple(_clashes(best.after))
    told = tuple(_moves(schedule, best))
    return Levelled(
        schedule, best.after, best.pins, told, left, best.answer.schedules, best.answer.schedule.cost, best.proof
    )


@dataclass(frozen=True, slots=True)
class _Try:
    after: Schedule
    pins: Pins
    answer: Answer
    proof: str


def _clashes(schedule: Schedule) -> list[Clash]:
    return clashes(limits_of(schedule.ceremony), held_in(schedule))


def _in_the_way(schedule: Schedule) -> list[Clash]:
    """The clashes that a task takes part in that can be moved."""
    limits = limits_of(schedule.ceremony)
    if not limits:
        return []
    movable = {task.id for task in schedule.ceremony.tasks if is_movable(task)}
    return [one for one in _clashes(schedule) if len(one.tasks) > 1 and any(task in movable for _, task in one.tasks)]


def _tried(schedule: Schedule, standing: Schedule, effort: Effort) -> _Try:
    slots, begun, floor = _begun(schedule, standing)
    answer, proof = _answered(slots, begun, effort)
    starts = pulled_late(slots.project, answer.schedule, dict(_latest(schedule, slots))).start
    limits = limits_of(schedule.ceremony)
    tasks = schedule.ceremony.tasks
    wanted = {
        tasks[task].id: slots.instant(starts[at])
        for at, task in enumerate(slots.tasks)
        if is_movable(tasks[task]) and tasks[task].minutes and needs(tasks[task], limits)
    }
    after, pins = _pinned(schedule, wanted, floor, slots.slot)
    return _Try(after, pins, answer, proof)


def _begun(schedule: Schedule, standing: Schedule) -> tuple[Slotted, Answer, int | None]:
    """The project with its first answer; a plan without a start begins as late as keeps its deadlines."""
    found: list[tuple[Slotted, Answer, int | None]] = []
    for floor in _floors(schedule):
        slots, answer = _with_room(schedule, standing, floor)
        found.append((slots, answer, floor if schedule.ceremony.start is None else None))
        if not answer.schedule.lateness:
            break
    return min(found, key=lambda one: one[1].schedule.lateness)


def _floors(schedule: Schedule) -> Iterator[int]:
    """When preparation may begin: when the plan says, else as late as it can, and earlier and earlier."""
    if not begins_late(schedule):
        yield schedule.passes.floor
        return
    prepared = (row.early_start for row in schedule.rows.values() if row.task.part is Part.PREPARATION)
    floor, office = min(prepared, default=schedule.opening), schedule.ceremony.worktimes["office"]
    for days in EARLIER:
        yield office.start_of(office.count(floor) - days * office.day_minutes) if days else floor


def _with_room(schedule: Schedule, standing: Schedule, floor: int) -> tuple[Slotted, Answer]:
    for stretch in SHORTER if len(schedule.rows) > LARGE else STRETCHES:
        slots = slotted(schedule, standing, floor, stretch)
        try:
            return slots, first_answer(slots.project)
        except LevellingError as error:
            if error.code != "no-room" or stretch == STRETCHES[-1]:
                raise
    raise AssertionError("the last stretch returns or raises")


def _answered(slots: Slotted, begun: Answer, effort: Effort) -> tuple[Answer, str]:
    """The best answer found, and what is known of it."""
    if begun.proved:
        return begun, "optimal"
    if effort.seconds is None or effort.clock is None:
        answer = level(slots.project, effort.count_for(len(slots.project.tasks)), kernels=PLAIN)
    else:
        kernels = fastest() if effort.seconds >= LONG else PLAIN
        answer = level_within(slots.project, effort.seconds, effort.clock, kernels=kernels)
    if answer.proved or not effort.prove:
        return answer, "optimal" if answer.proved else ""
    from runbook.levelling.exact import prove

    try:
        proof = prove(slots.project, answer, effort.seconds or SECONDS, workers=1)
    except LevellingError:
        return answer, "impossible"
    return Answer(proof.schedule, answer.schedules, proof.bound), proof.status


def _latest(schedule: Schedule, slots: Slotted) -> Iterator[tuple[int, int]]:
    """The tasks to be placed late, and the slot each is to be finished by."""
    late = schedule.passes.late.finish
    for at, task in enumerate(slots.tasks):
        if is_movable(schedule.ceremony.tasks[task]) and wants_late(schedule.ceremony, schedule.ceremony.tasks[task]):
            deadline = slots.project.tasks[at].deadline
            by = (late[task] - slots.origin) // slots.slot
            yield at, by if deadline is None else min(by, deadline)


def _pinned(schedule: Schedule, wanted: dict[str, int], floor: int | None, slot: int) -> tuple[Schedule, Pins]:
    """The plan with few pins that holds the wanted starts; with all where fewer leave a clash."""
    pins: dict[str, int] = {}
    after = Pins(pins, floor).planned(schedule)
    for _ in range(ROUNDS):
        off = {task: at for task, at in wanted.items() if task not in pins and abs(after.rows[task].start - at) >= slot}
        if not off:
            break
        pins |= off
        after = Pins(pins, floor).planned(schedule)
    if pins.keys() < wanted.keys() and _in_the_way(after):
        pins = wanted
        after = Pins(pins, floor).planned(schedule)
    return after, Pins(_needed(schedule, pins, floor, after), floor)


def _needed(schedule: Schedule, pins: dict[str, int], floor: int | None, after: Schedule) -> dict[str, int]:
    """The pins without those that change nothing, because what the task waits for holds it there anyway."""
    for task in sorted(pins, key=lambda name: -pins[name]) if len(pins) <= MANY else ():
        fewer = {name: at for name, at in pins.items() if name != task}
        if Pins(fewer, floor).planned(schedule).planned.start == after.planned.start:
            pins = fewer
    return pins


def _moves(schedule: Schedule, found: _Try) -> Iterator[Moved]:
    """What begins at another time, and why."""
    moved = {name for name, row in schedule.rows.items() if found.after.rows[name].start != row.start}
    wanting = _wanting(schedule) if len(found.pins.at) > MANY else None
    ties = [(link.predecessor, link.successor) for link in schedule.ceremony.links]
    for name in (name for name in schedule.rows if name in moved):
        lacking, holders = _lacked(schedule, found.pins, name, wanting) if name in found.pins.at else ((), ())
        follows = [tail for tail, head in ties if head == name and tail in moved]
        follows = follows or [head for tail, head in ties if tail == name and head in moved]
        was, now = schedule.rows[name].start, found.after.rows[name].start
        yield Moved(name, was, now, lacking, holders, () if lacking else tuple(dict.fromkeys(follows)))


def _wanting(schedule: Schedule) -> dict[str, tuple[Want, ...]]:
    """What each task wanted together with others in the plan as it was."""
    found: dict[str, dict[Want, None]] = {}
    for clash in _clashes(schedule):
        for _, task in clash.tasks:
            found.setdefault(task, {})[clash.want] = None
    return {task: tuple(wants) for task, wants in found.items()}


def _lacked(
    schedule: Schedule, pins: Pins, name: str, wanting: dict[str, tuple[Want, ...]] | None
) -> tuple[tuple[Want, ...], tuple[str, ...]]:
    """What the task would have found taken without its pin, and by whom; of many pins only what it was `wanting`."""
    if wanting is not None:
        return wanting.get(name, ()), ()
    without = Pins({task: at for task, at in pins.at.items() if task != name}, pins.start).planned(schedule)
    found = [clash for clash in _clashes(without) if (0, name) in clash.tasks]
    holders = (task for clash in found for _, task in clash.tasks if task != name)
    return tuple(dict.fromkeys(clash.want for clash in found)), tuple(dict.fromkeys(holders))
