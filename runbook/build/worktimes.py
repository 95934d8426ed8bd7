"""Working calendars and days off: the sections `worktime` and `holidays`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

from runbook import syntax, values
from runbook.axis import DAY, Axis
from runbook.build.names import Names
from runbook.build.reader import Reader, Row, shortened
from runbook.format import DAY_OFF, HOLIDAYS, WORKTIME
from runbook.grammars import HOURS
from runbook.syntax import Node, Scalar
from runbook.text import folded
from runbook.worktime import ALWAYS, DayOff, WorkCalendar, WorkPattern

HolidayTable = Callable[[str], Mapping[date, DayOff] | None]
Spans = tuple[tuple[int, int], ...]

OFFICE_DAYS = frozenset({1, 2, 3, 4, 5})
OFFICE_HOURS: Spans = ((8 * 60, 12 * 60), (13 * 60 + 30, 17 * 60 + 30))
COUNTRY = "vietnam"


def own_days(reader: Reader, node: Node | None) -> dict[date, DayOff]:
    """The days off and days worked that the file itself states."""
    days: dict[date, DayOff] = {}
    if node is None:
        return days
    section = reader.row(node, HOLIDAYS)
    for key in ("off", "work"):
        for item in _listed(section.get(key)):
            row = _day_row(reader, item)
            day = row.get("day")
            if day in days:
                reader.report("day-twice", row.place("day"), day=f"{day:%d/%m/%Y}")
            elif day is not None:
                name = row.get("name", "")
                days[day] = DayOff(day, key == "work", name, name, source=row.node.file)
    return days


def _listed(node: Node | None) -> Iterable[Node]:
    if node is None:
        return ()
    return node.items if type(node) is syntax.Sequence else (node,)


def _day_row(reader: Reader, item: Node) -> Row:
    """A day with its reason; a bare day is read as `{day: …}`."""
    if type(item) is Scalar:
        row = syntax.Mapping(item.file, item.line, item.column)
        row.entries["day"] = item, item
        return reader.row(row, DAY_OFF)
    return reader.row(item, DAY_OFF)


def calendars(
    reader: Reader, node: Node | None, own: Mapping[date, DayOff], table: HolidayTable, axis: Axis
) -> tuple[dict[str, WorkCalendar], Names]:
    """Every calendar by name, `always` and `office` among them; and their names, for those who refer to them."""
    names = Names(reader, "unknown-worktime")
    patterns: dict[str, WorkPattern] = {}
    tables: dict[str, Mapping[date, DayOff] | None] = {}

    def days_off(wanted: Iterable[tuple[str, Scalar | None]]) -> dict[date, DayOff]:
        return {**_holidays(reader, wanted, table, tables), **own}

    for name, child in reader.rows(node, "worktime"):
        if name.text == "always":
            reader.report("worktime-reserved", name.place)
            continue
        names.define(name)
        row = reader.row(child, WORKTIME, name)
        wanted = row.get("holidays", () if row.given("holidays") else ((COUNTRY, None),))
        patterns[name.text] = _pattern(reader, row, days_off(wanted))
    names.places.setdefault("office", None)
    names.places["always"] = None
    if "office" not in patterns:
        patterns["office"] = _pattern_of(_week(OFFICE_DAYS, OFFICE_HOURS), None, days_off([(COUNTRY, None)]))
    return {name: WorkCalendar(name, pattern, axis) for name, pattern in {**patterns, "always": ALWAYS}.items()}, names


def _holidays(
    reader: Reader,
    wanted: Iterable[tuple[str, Scalar | None]],
    table: HolidayTable,
    tables: dict[str, Mapping[date, DayOff] | None],
) -> dict[date, DayOff]:
    days: dict[date, DayOff] = {}
    for text, node in wanted:
        name = text if text.lower().endswith(".csv") else folded(text).replace(" ", "")
        if name == "none":
            continue
        if name not in tables:
            tables[name] = table(name)
        found = tables[name]
        if found is None:
            reader.report("unknown-holidays", node.place if node else None, name=shortened(text))
        days |= found or {}
    return days


def _pattern(reader: Reader, row: Row, days_off: dict[date, DayOff]) -> WorkPattern:
    week = _stated_week(reader, row) if "hours" in row.values else _week(OFFICE_DAYS, OFFICE_HOURS)
    day = row.get("day")
    if day is not None and not day.elapsed:
        reader.report("day-without-length", row.place("day"))
    if not any(week):
        week = _week(OFFICE_DAYS, OFFICE_HOURS)  # a problem is on record; go on with hours that are some
    return _pattern_of(week, day, days_off)


def _pattern_of(week: tuple[Spans, ...], day: values.Duration | None, days_off: dict[date, DayOff]) -> WorkPattern:
    first = next(spans for spans in week if spans)
    minutes = day.elapsed if day and day.elapsed else sum(end - start for start, end in first)
    return WorkPattern(week, minutes, days_off)


def _week(days: Iterable[int], spans: Spans) -> tuple[Spans, ...]:
    return tuple(spans if weekday in days else () for weekday in range(1, 8))


def _stated_week(reader: Reader, row: Row) -> tuple[Spans, ...]:
    node, before = row.values["hours"], len(reader.problems)
    if type(node) is syntax.Mapping:
        if row.given("days"):
            reader.report("days-and-hours-by-day", row.place("days"))
        week = _week_by_day(reader, node)
    else:
        stated = [weekdays for weekdays, _ in row.get("days", ())]
        days = frozenset().union(*stated) if stated else OFFICE_DAYS
        week = _week(days, tuple(_spans(reader, node)))
    if len(reader.problems) > before:
        return week
    if not any(week):
        reader.report("worktime-without-hours", row.place("hours"))
    elif _overlapping(week):
        reader.report("hours-overlap", row.place("hours"))
    return week


def _week_by_day(reader: Reader, node: syntax.Mapping) -> tuple[Spans, ...]:
    week: dict[int, Spans] = {}
    for name, child in node.entries.values():
        days = reader.value(name, values.weekdays) or ()
        if week.keys() & days:
            reader.report("weekday-twice", name.place, text=shortened(name.text))
        week |= dict.fromkeys(days, tuple(_spans(reader, child)))
    return tuple(week.get(weekday, ()) for weekday in range(1, 8))


def _spans(reader: Reader, node: Node) -> Iterator[tuple[int, int]]:
    if type(node) is Scalar and not node.text:
        return iter(())
    return iter(sorted(span for span, _ in reader.many(node, HOURS, "hours")))


def _overlapping(week: tuple[Spans, ...]) -> bool:
    """Whether two spans share a minute, the end of Sunday night and Monday morning included."""
    spans = sorted((start + day * DAY, end + day * DAY) for day, spans in enumerate(week) for start, end in spans)
    again = [*spans, (spans[0][0] + 7 * DAY, spans[0][1] + 7 * DAY)]
    return any(later[0] < earlier[1] for earlier, later in pairwise(again))
