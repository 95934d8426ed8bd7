"""Working minutes to instants in bulk: the tables of the passes against one object a date."""

from __future__ import annotations

import random
import time
from bisect import bisect_right
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.bench import Bench, Outcome, same
from benchmarks.report import Report, Table, number, ratio, times
from benchmarks.stopwatch import Stopwatch, fastest
from runbook.axis import Axis
from runbook.worktime import DayOff, WorkCalendar, WorkPattern

ZONE = "Europe/Berlin"  # with summer time, as no zone of Việt Nam has
FIRST, YEARS, HOLIDAYS = 2024, 10, 15
_DAY = ((480, 720), (780, 1020))


def run(bench: Bench) -> Report:
    """A million working minutes of ten years, taken at random."""
    count = bench.pick(500, 100_000, 1_000_000)
    slow = min(count, 100_000)
    table = bench.party(by_table, count=count, seen=slow)
    parties = {
        "pendulum objects, prefix sums and bisect": bench.party(by_pendulum, count=slow),
        "datetime objects, prefix sums and bisect": bench.party(by_datetime, count=slow),
        "runbook, one at a time (`WorkCalendar.start_of`)": bench.party(by_calendar, count=slow),
        "**runbook, tables of the passes**": table,
        "(copying the result)": bench.party(by_copy, count=count),
    }
    same("instants", **{name: one.result["seen"] for name, one in parties.items() if "seen" in one.result})
    rows = [_row(name, one, table) for name, one in parties.items()]
    figures = {
        "instants": each(parties["pendulum objects, prefix sums and bisect"]) / each(table),
        "instants to a copy": each(table) / each(parties["(copying the result)"]),
    }
    made = f"The tables of these ten years take {times(table.result['made'])} to make."
    return Report("instants", [_EXPLAINED, Table(["way", "each", "against the tables"], rows), made], figures)


def each(party: Outcome) -> float:
    """Seconds for one date."""
    return float(party.result["each"])


def calendar() -> WorkCalendar:
    """Weekdays 8-12 and 13-17, Saturdays 8-12, fifteen days off a year."""
    choice = random.Random(FIRST)
    days = [date(year, 1, 1) + timedelta(choice.randrange(365)) for year in _years() for _ in range(HOLIDAYS)]
    off = {day: DayOff(day, works=False) for day in days}
    return WorkCalendar("six-days", WorkPattern((_DAY,) * 5 + (_DAY[:1], ()), 480, off), Axis(ZONE))


def numbers(calendar: WorkCalendar, count: int) -> list[int]:
    """Working minutes of the ten years at random, the same for every party."""
    low, high = (calendar.count(calendar.axis.minute(date(year, 1, 1))) for year in (FIRST, FIRST + YEARS))
    choice = random.Random(YEARS)
    return [choice.randrange(low, high) for _ in range(count)]


def by_table(count: int, seen: int) -> dict[str, Any]:
    """The tables that the passes by levels use, a whole column at once."""
    import numpy as np

    from runbook.schedule.horizon import tables_of

    own = calendar()
    low, high = (own.axis.minute(date(year, 1, 1)) for year in (FIRST, FIRST + YEARS))
    column = np.asarray(numbers(own, count)) - own.count(low)
    began = time.process_time()
    tables = tables_of((own,), low, high, 0)
    made = time.process_time() - began
    places = np.zeros(count, np.int64)

    def one_run(watch: Stopwatch) -> None:
        tables.instants(places, column)
        watch.lap("all")

    parts = fastest(9, one_run)
    found = tables.instants(places[:seen], column[:seen])
    return {"each": parts["all"] / count, "made": made, "seen": _sum((found + low).tolist())}


def by_pendulum(count: int) -> dict[str, Any]:
    import pendulum

    zone = pendulum.timezone(ZONE)
    return _one_by_one(count, lambda minute: pendulum.from_timestamp(minute * 60, zone))


def by_datetime(count: int) -> dict[str, Any]:
    zone = ZoneInfo(ZONE)
    return _one_by_one(count, lambda minute: datetime.fromtimestamp(minute * 60, UTC).astimezone(zone))


def by_calendar(count: int) -> dict[str, Any]:
    own = calendar()
    wanted = numbers(own, count)
    return _timed(count, lambda: [own.start_of(number) for number in wanted])


def by_copy(count: int) -> dict[str, Any]:
    import numpy as np

    column = np.arange(count)

    def one_run(watch: Stopwatch) -> None:
        column.copy()
        watch.lap("all")

    return {"each": fastest(9, one_run)["all"] / count}


def _one_by_one(count: int, made: Callable[[int], datetime]) -> dict[str, Any]:
    """The spans' prefix sums searched for each number, and an object of the zone made from the instant."""
    own = calendar()
    spans = list(own.spans_between(*(own.axis.minute(date(year, 1, 1)) for year in (FIRST, FIRST + YEARS))))
    starts = [start for start, _ in spans]
    before = [own.count(start) for start in starts]

    def converted(number: int) -> datetime:
        span = bisect_right(before, number) - 1
        return made(starts[span] + number - before[span])

    wanted = numbers(own, count)
    return _timed(count, lambda: [converted(number) for number in wanted])


def _timed(count: int, job: Callable[[], list[Any]]) -> dict[str, Any]:
    found: list[Any] = []

    def one_run(watch: Stopwatch) -> None:
        found[:] = job()
        watch.lap("all")

    parts = fastest(3, one_run)
    return {"each": parts["all"] / count, "seen": _sum(found)}


def _sum(found: list[Any]) -> list[int]:
    """Enough of the instants to tell whether two parties found the same ones."""
    minutes = [one if isinstance(one, int) else int(one.timestamp()) // 60 for one in found]
    return [sum(minutes), *minutes[:50], sum(index * minute for index, minute in enumerate(minutes))]


def _years() -> range:
    return range(FIRST, FIRST + YEARS)


def _row(name: str, party: Outcome, table: Outcome) -> list[str]:
    against = each(party) / each(table)
    return [name, times(each(party)), ratio(against) if against > 1 else f"{number(against)} ×"]


_EXPLAINED = f"""\
Working minutes taken at random from {YEARS} years (weekdays 8-12 and 13-17, Saturdays 8-12, {HOLIDAYS} days off a
year, a zone with summer time) to instants; processor time for each, the fastest of several runs. The tables and
`WorkCalendar` give minutes of the axis, the others make an object for each. All found the same instants."""
