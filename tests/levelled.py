"""Projects drawn from a seed, and what a schedule of one breaks: written from the model's words, sharing no code."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from runbook.levelling.project import Link, Project, Resource, Schedule, Span, Task
from runbook.model import End, Relation

HORIZON = 300
SEEDS = st.integers(0, 2**32 - 1)


@dataclass(frozen=True)
class Draw:
    """What a drawn project may hold beside tasks, finish-to-start links and resources."""

    most: int = 8
    relations: bool = True
    calendars: bool = True
    bounds: bool = True
    exceptions: bool = True


PLAIN = Draw(relations=False, calendars=False, bounds=False, exceptions=False)


def projects(kind: Draw = Draw()) -> st.SearchStrategy[Project]:
    return st.builds(lambda size, seed: drawn(kind, size, Random(seed)), st.integers(1, kind.most), SEEDS)


def drawn(kind: Draw, size: int, random: Random) -> Project:
    """Some projects have milestones, resources nobody wants, units of one, spans in which there is nothing."""
    calendars = [_spans(random) for _ in range(random.randint(1, 2))] if kind.calendars else []
    resources = [Resource(random.choice((1, 2, 5)), _exceptions(kind, random)) for _ in range(random.randint(0, 3))]
    tasks = [_task(kind, resources, len(calendars), random) for _ in range(size)]
    order = random.sample(range(size), size)
    pairs = [(order[i], order[j]) for i in range(size) for j in range(i + 1, size)]
    links = [_link(kind, pair, len(calendars), random) for pair in random.choices(pairs, k=size)] if pairs else []
    return Project(tuple(tasks), tuple(links), tuple(resources), tuple(calendars), HORIZON)


def _spans(random: Random) -> tuple[Span, ...]:
    """Hours of work and rest, one after another."""
    spans, at = [], random.randint(0, 3)
    while at < HORIZON:
        spans.append((at, end := at + random.randint(1, 5)))
        at = end + random.randint(1, 6)
    return tuple(spans)


def _exceptions(kind: Draw, random: Random) -> tuple[tuple[Span, int], ...]:
    if not kind.exceptions or random.random() < 0.5:
        return ()
    first = random.choice((random.randint(0, 20), HORIZON - random.randint(5, 25)))
    return (((first, first + random.randint(1, 9)), random.randint(0, 5)),)


def _task(kind: Draw, resources: list[Resource], calendars: int, random: Random) -> Task:
    bound = kind.bounds and random.random() < 0.5
    return Task(
        duration=random.choice((0, 1, 2, 3, 6)),
        demand=tuple(random.randint(0, resource.capacity) for resource in resources),
        release=random.randint(0, 12) if bound else 0,
        deadline=random.randint(1, 30) if bound else None,
        weight=random.randint(1, 3),
        calendar=random.choice((None, *range(calendars))),
    )


def _link(kind: Draw, pair: tuple[int, int], calendars: int, random: Random) -> Link:
    if not kind.relations:
        return Link(*pair)
    calendar = random.choice((None, *range(calendars)))
    return Link(*pair, random.choice(list(Relation)), random.randint(-4, 6), calendar)


def broken(project: Project, schedule: Schedule) -> list[str]:
    """Every rule the schedule breaks, in words."""
    found = []
    for number, task in enumerate(project.tasks):
        start, finish = schedule.start[number], schedule.finish[number]
        slots = _working(project, schedule, number)
        if len(slots) != task.duration or (not slots and start != finish):
            found.append(f"task {number} works {len(slots)} slots")
        if slots and (slots[0] != start or slots[-1] != finish - 1):
            found.append(f"task {number} begins or ends in a break")
        if not task.release <= start <= finish <= project.slots:
            found.append(f"task {number} lies outside its time")
    found += [f"link {number}" for number, link in enumerate(project.links) if not _holds(project, schedule, link)]
    for number, resource in enumerate(project.resources):
        for slot, wanted in _wanted(project, schedule, number).items():
            if wanted > _there(resource, slot):
                found.append(f"resource {number} at {slot}")
    late = [
        task.weight * (schedule.finish[number] - task.deadline)
        for number, task in enumerate(project.tasks)
        if task.deadline is not None and schedule.finish[number] > task.deadline
    ]
    if schedule.cost != (sum(late), max(schedule.finish)):
        found.append("cost")
    return found


def _works(project: Project, calendar: int | None, slot: int) -> bool:
    return calendar is None or any(first <= slot < end for first, end in project.calendars[calendar])


def _working(project: Project, schedule: Schedule, number: int) -> list[int]:
    between = range(schedule.start[number], schedule.finish[number])
    return [slot for slot in between if _works(project, project.tasks[number].calendar, slot)]


def _holds(project: Project, schedule: Schedule, link: Link) -> bool:
    ends = {End.START: schedule.start, End.FINISH: schedule.finish}
    tail = ends[link.relation.predecessor_end][link.tail]
    head = ends[link.relation.successor_end][link.head]
    if link.calendar is None or not link.lag:
        return head >= tail + link.lag
    passed = sum(_works(project, link.calendar, slot) for slot in range(min(tail, head), max(tail, head)))
    return (passed if head >= tail else -passed) >= link.lag


def _wanted(project: Project, schedule: Schedule, resource: int) -> dict[int, int]:
    wanted: dict[int, int] = {}
    for number, task in enumerate(project.tasks):
        for slot in _working(project, schedule, number):
            wanted[slot] = wanted.get(slot, 0) + task.demand[resource]
    return wanted


def _there(resource: Resource, slot: int) -> int:
    given = [amount for (first, end), amount in resource.exceptions if first <= slot < end]
    return given[-1] if given else resource.capacity
