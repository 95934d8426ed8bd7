"""What is said once about the whole occasion: its plan, its days, its place, its decision points."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from runbook.axis import Axis
from runbook.build.names import Names
from runbook.build.reader import Reader, Row
from runbook.format import DECISION
from runbook.format.occasion import DATE, OCCASION, PLAN, VENUE
from runbook.model import Decision, EventDate
from runbook.occasion import Occasion, PlanDocument, Venue
from runbook.syntax import Node, Scalar
from runbook.values import absolute_day, line

NOON, EVENING = 12 * 60, 17 * 60
_NO_DAY = date(2000, 1, 1)


def plan_document(reader: Reader, node: Node | None) -> PlanDocument | None:
    if node is None:
        return None
    row = reader.row(node, PLAN)
    return PlanDocument(
        row.get("number", ""), row.get("date"), row.get("issuer", ""), row.get("signer", ""), row.get("title", "")
    )


def occasions(reader: Reader, node: Node | None) -> Iterator[Occasion]:
    """What is commemorated, in file order."""
    for item in reader.items(node, "occasions"):
        row = reader.row(item, OCCASION)
        found = Occasion(row.get("name", ""), row.get("first"), row.get("day"), row.get("years"))
        if found.first and found.day and found.years is not None:
            if found.years < 0:
                reader.report("occasion-before-first", row.place("day"))
            elif found.count not in (None, found.years):
                reader.report("occasion-years", row.place("years"), years=str(found.years))
        yield found


def venue(reader: Reader, node: Node | None) -> Venue:
    if node is None:
        return Venue()
    if type(node) is Scalar:
        return Venue(line(node.text))
    row = reader.row(node, VENUE)
    return Venue(row.get("name", ""), row.get("address", ""))


def axis(reader: Reader, row: Row) -> Axis:
    """The axis of the ceremony's zone; where there is no such zone, a problem and the axis of Việt Nam."""
    try:
        return Axis(row.get("zone", "Asia/Ho_Chi_Minh"))
    except (KeyError, ValueError, OSError):
        reader.report("unknown-zone", row.place("zone"), text=row.get("zone"))
        return Axis()


def event_date(reader: Reader, node: Node | None, opening: int | None) -> EventDate:
    """The section `date`; a day alone is a window of one day, and chosen."""
    if node is None:
        return EventDate(_NO_DAY, _NO_DAY)
    if type(node) is Scalar:
        day = reader.value(node, absolute_day)
        return EventDate(day or _NO_DAY, day or _NO_DAY, day)
    row = reader.row(node, DATE)
    chosen, reserve = row.get("chosen"), row.get("reserve")
    first, last = row.get("window") or (chosen or _NO_DAY, chosen or _NO_DAY)
    stated = [days for days, _ in row.get("days", ())]
    weekdays = frozenset().union(*stated) if stated else frozenset(range(1, 8))
    found = EventDate(first, last, chosen, reserve, weekdays, row.get("part", ""))
    if not row.given("window") and not row.given("chosen"):
        reader.report("date-without-day", row.node.place)
    elif row.get("window"):
        _check_days(reader, row, found)
    _check_part(reader, row, opening)
    return found


def _check_days(reader: Reader, row: Row, days: EventDate) -> None:
    window = f"{days.first:%d/%m/%Y}..{days.last:%d/%m/%Y}"
    if days.chosen and not days.first <= days.chosen <= days.last:
        reader.report("chosen-outside-window", row.place("chosen"), day=f"{days.chosen:%d/%m/%Y}", window=window)
    elif days.chosen and days.chosen.isoweekday() not in days.weekdays:
        reader.report("chosen-weekday", row.place("chosen"), day=f"{days.chosen:%d/%m/%Y}")
    if days.reserve and days.reserve == days.chosen:
        reader.report("reserve-is-chosen", row.place("reserve"), day=f"{days.reserve:%d/%m/%Y}")
    elif days.reserve and not days.first <= days.reserve <= days.last:
        reader.report("reserve-outside-window", row.place("reserve"), day=f"{days.reserve:%d/%m/%Y}", window=window)
    if not any(day.isoweekday() in days.weekdays for day in _week_from(days.first, days.last)):
        reader.report("window-without-weekday", row.place("days"), window=window)


def _week_from(first: date, last: date) -> Iterator[date]:
    """The days of the window, but no more than a week of them."""
    for step in range(min((last - first).days, 6) + 1):
        yield first + timedelta(days=step)


def _check_part(reader: Reader, row: Row, opening: int | None) -> None:
    if opening is None or not row.get("part"):
        return
    actual = "morning" if opening < NOON else "afternoon" if opening < EVENING else "evening"
    if actual != row.get("part"):
        clock = f"{opening // 60:02}:{opening % 60:02}"
        reader.report("part-and-hours", row.place("part"), clock=clock, part=row.get("part"))


def decisions(reader: Reader, node: Node | None, agencies: Names) -> Iterator[Decision]:
    """The decision points, in file order."""
    for item in reader.items(node, "decisions"):
        row = reader.row(item, DECISION)
        if not row.given("when") and not row.given("trigger"):
            reader.report("decision-without-moment", row.node.place)
        who = tuple(agency for agency, node in row.get("who", ()) if agencies.known(agency, node))
        yield Decision(row.get("trigger", ""), who, row.get("choose", ""), row.get("when"), row.node.place)
