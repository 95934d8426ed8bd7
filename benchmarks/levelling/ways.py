"""Ways to level an instance, and how far from the best known each ends over a set."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.levelling.psplib import Instance
from benchmarks.report import times
from runbook.levelling.compiled import PLAIN, Kernels
from runbook.levelling.search import Answer, first_answer, level, level_within

SETS = ("j30", "j60", "j120")
SCHEDULES = (1_000, 5_000, 50_000)
SECONDS = (0.1, 1 / 6, 1.0)  # of the processor; the second is a sixtieth of ten
HEAD = ("way", "over best known", "over critical path", "best known reached", "proved", "processor time an instance")
PUBLISHED = """Published, whole sets, j120 over the critical path at 1,000 / 5,000 schedules: decomposition-based GA
33.55 / 32.18 % (Debels and Vanhoucke 2007), hybrid GA 34.07 / 32.54 % (Valls, Ballestín, Quintanilla 2008), HEDA
35.44 / 33.61 % (Wang and Fang 2012). Over best known: CP-SAT through PyJobShop 1.47 % in 900 s on 8 cores, CP Optimizer
0.96 % in the same; OptalCP 0.61 % and CP Optimizer 0.88 % in 600 s with 4 workers. The stored instances are chosen so
that the mean of their best known over the critical path is the whole sets'."""

Way = Callable[[Instance], Answer]


@dataclass
class Row:
    """One way of levelling over a set: sums of deviations, counts, and processor seconds."""

    name: str
    over_best: float = 0.0
    over_path: float = 0.0
    reached: int = 0
    proved: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, instance: Instance, answer: Answer, seconds: float) -> None:
        """Raises AssertionError where an answer is shorter than what is proved to be shortest."""
        makespan = answer.schedule.makespan
        assert makespan >= instance.lower_bound, f"{instance.name}: {makespan} is below the lower bound"
        self.over_best += makespan / instance.best_known - 1
        self.over_path += makespan / instance.critical_path - 1
        self.reached += makespan <= instance.best_known
        self.proved += answer.proved
        self.seconds.append(seconds)

    @property
    def deviation(self) -> float:
        """The mean over the best known, as a share."""
        return self.over_best / len(self.seconds)

    def cells(self) -> tuple[str, ...]:
        count = len(self.seconds)
        deviations = (f"{100 * sum_ / count:.2f} %" for sum_ in (self.over_best, self.over_path))
        return self.name, *deviations, f"{self.reached} of {count}", str(self.proved), times(sum(self.seconds) / count)


def searches(kernels: Kernels, quick: bool) -> Iterator[tuple[str, Way]]:
    """Our own ways. Seconds are of the processor, so that others at work on the machine count for nothing."""
    yield "first answer", lambda one: first_answer(one.project)
    for count in SCHEDULES[: 2 if quick or kernels is PLAIN else None]:
        yield f"{count:,} schedules", lambda one, count=count: level(one.project, count, kernels=kernels)  # type: ignore[misc]
    for seconds in SECONDS[: 2 if quick else None]:
        yield (
            f"{seconds:.2g} s",
            lambda one, s=seconds: level_within(one.project, s, time.process_time, kernels=kernels),  # type: ignore[misc]
        )


def by_cp_sat(instance: Instance, seconds: float, workers: int) -> Answer:
    """CP-SAT alone, with nothing but the first answer's length to go by."""
    from runbook.levelling.exact import prove

    proof = prove(instance.project, first_answer(instance.project), seconds, workers=workers, hinted=False)
    return Answer(proof.schedule, 0, proof.bound)


def measured(title: str, way: Way, instances: Sequence[Instance]) -> Row:
    row = Row(title)
    for instance in instances:
        began = time.process_time()
        answer = way(instance)
        row.add(instance, answer, time.process_time() - began)
    return row
