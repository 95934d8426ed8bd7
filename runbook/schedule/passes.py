"""The forward and the backward pass over plain rows.

A task is placed by one integer: the number of its first working minute on its own calendar. Links hold between
instants of the wall clock. Each bound on a task's start or finish is an instant, and since snapping to working time
never reverses an order, the tightest instant of each end is snapped once (four snaps: see WorkCalendar).

Method: critical path method with precedence diagramming (Moder, Phillips, Davis: Project Management with CPM, PERT and
Precedence Diagramming, 1983, chapter 4), on several calendars.
"""

from __future__ import annotations

from dataclasses import dataclass

from runbook.network import FAR_AHEAD, LONG_AGO, Network


@dataclass(frozen=True, slots=True)
class Dates:
    """One pass: per task the number of its first working minute, its start and its finish as instants."""

    number: list[int]
    start: list[int]
    finish: list[int]

    @classmethod
    def empty(cls, size: int) -> Dates:
        return cls([0] * size, [0] * size, [0] * size)

    def put(self, network: Network, task: int, number: int) -> None:
        """Place a task; used while a pass is being built."""
        calendar = network.calendars[network.place[task]]
        self.number[task] = number
        self.start[task], self.finish[task] = calendar.span_of(number, network.minutes[task])


def forward(network: Network, floor: int) -> Dates:
    """The earliest dates, no task before the instant `floor`."""
    dates = Dates.empty(len(network))
    for task in network.order:
        dates.put(network, task, earliest(network, dates, task, floor))
    return dates


def backward(network: Network, end: int) -> Dates:
    """The latest dates; every task that has no bound of its own finishes by the instant `end`."""
    dates = Dates.empty(len(network))
    for task in reversed(network.order):
        dates.put(network, task, latest(network, dates, task, end))
    return dates


def earliest(network: Network, early: Dates, task: int, floor: int) -> int:
    """The smallest number a task can be placed at, its predecessors being at their early dates."""
    start, finish = max(floor, network.not_before[task]), LONG_AGO
    for link in network.incoming[task]:
        bound = head_bound(network, early, link)
        if network.head_end[link]:
            finish = max(finish, bound)
        else:
            start = max(start, bound)
    calendar = network.calendars[network.place[task]]
    number = calendar.first_start(start)
    if finish > LONG_AGO:
        number = max(number, calendar.first_finish(finish) - network.minutes[task])
    return number


def latest(network: Network, late: Dates, task: int, end: int) -> int:
    """The largest number a task can be placed at, its successors being at their late dates."""
    start, finish = network.start_by[task], network.finish_by[task]
    if start == finish == FAR_AHEAD:
        finish = end
    for link in network.outgoing[task]:
        bound = tail_bound(network, late, link)
        if network.tail_end[link]:
            finish = min(finish, bound)
        else:
            start = min(start, bound)
    return at_latest(network, task, start, finish)


def at_latest(network: Network, task: int, start: int, finish: int) -> int:
    """The largest number at which a task starts and finishes by those instants (FAR_AHEAD: no bound)."""
    calendar = network.calendars[network.place[task]]
    number = calendar.last_finish(finish) - network.minutes[task] if finish < FAR_AHEAD else FAR_AHEAD
    if start < FAR_AHEAD:
        number = min(number, calendar.last_start(start))
    return number


def head_bound(network: Network, dates: Dates, link: int) -> int:
    """The earliest instant a link allows the tied end of its successor."""
    tail = network.tail[link]
    tied = dates.finish[tail] if network.tail_end[link] else dates.start[tail]
    clock = network.lag_clock[link]
    if clock < 0:
        return tied + network.lag[link]
    calendar = network.calendars[clock]
    return calendar.end_of(calendar.count(tied) + network.lag[link])


def tail_bound(network: Network, dates: Dates, link: int) -> int:
    """The latest instant a link allows the tied end of its predecessor."""
    head = network.head[link]
    tied = dates.finish[head] if network.head_end[link] else dates.start[head]
    clock = network.lag_clock[link]
    if clock < 0:
        return tied - network.lag[link]
    calendar = network.calendars[clock]
    return calendar.start_of(calendar.count(tied) - network.lag[link])


def floats(network: Network, early: Dates, late: Dates) -> tuple[list[int], list[int]]:
    """Total and free float of every task."""
    total = [total_float(network, early, late, task) for task in range(len(network))]
    return total, [free_float(network, early, task, total[task]) for task in range(len(network))]


def total_float(network: Network, early: Dates, late: Dates, task: int) -> int:
    """Minutes of its own working time a task can slip before a bound breaks; negative where it is broken already."""
    if network.minutes[task]:
        return late.number[task] - early.number[task]
    clock = network.calendars[network.clock[task]]
    return clock.count(late.start[task]) - clock.count(early.start[task])


def free_float(network: Network, early: Dates, task: int, total: int) -> int:
    """Minutes of its own working time a task can slip without moving any successor's early dates."""
    start = finish = FAR_AHEAD
    for link in network.outgoing[task]:
        bound = tail_bound(network, early, link)
        if network.tail_end[link]:
            finish = min(finish, bound)
        else:
            start = min(start, bound)
    if start == finish == FAR_AHEAD:
        return max(0, total)
    slip = _slip(network, early, task, at_latest(network, task, start, finish))
    return max(0, min(total, slip))


def _slip(network: Network, early: Dates, task: int, number: int) -> int:
    if network.minutes[task]:
        return number - early.number[task]
    clock = network.calendars[network.clock[task]]
    place = network.calendars[network.place[task]]
    return clock.count(place.start_of(number)) - clock.count(early.start[task])
