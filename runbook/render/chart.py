"""The timeline as text: a bar of signs for every task."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from runbook.model import Part
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks, head, headed, tone
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import DayColumn, Timeline, TimelineGroup, TimelineRow

LEFT = 54  # columns that stand left of the chart
UNDATED = 25  # the same without the dates, on a narrow screen
LEAST_DAYS = 10
WORK, SLACK, MARK, REST, BEYOND, DAY_N = "█", "░", "◆", "·", "›", "│"

Days: TypeAlias = "tuple[DayColumn, ...]"


def timeline(report: Timeline, screen: Screen, language: str) -> str:
    """Every task with its bar. One sign is one day; days that do not fit are cut off at the right.

    Duties at the hour are left to the run sheet and the run of show: on a scale of days they are all alike.
    """
    dated = screen.width >= LEFT + LEAST_DAYS
    days = report.days[: max(LEAST_DAYS, screen.width - (LEFT if dated else UNDATED))]
    groups = [group for group in report.groups if group.rows[0].task.part in (Part.PREPARATION, Part.AFTER)]
    tables = (_group(group, days, len(report.days), dated, screen, language) for group in groups)
    key, hours = (paragraph(say(language, f"timeline.{name}"), screen) for name in ("key", "hours"))
    return blocks([head(report.heading, screen, language), key, *tables, hours])


def _group(group: TimelineGroup, days: Days, width: int, dated: bool, screen: Screen, language: str) -> str:
    columns = [
        *headed(language, "", "id", "title", *(("start", "finish") if dated else ())),
        Column(_scale(days), 99, len(days)),  # the chart never gives way
    ]
    rows = [_cells(row, days, width, dated) for row in group.rows]
    body = table(columns, rows, screen, [tone(row.task) for row in group.rows])
    return f"{screen.paint(group.title, Tone.STRONG)}\n{body}"


def _scale(days: Days) -> str:
    """Three lines: a sign for each weekday (the last of T2, the first of Mon), the tens and the ones of its date."""
    weekdays = "".join(column.weekday[-1] if column.weekday[1:].isdigit() else column.weekday[0] for column in days)
    dates = [f"{column.day.day:02}" for column in days]
    return "\n".join([weekdays, "".join(date[0] for date in dates), "".join(date[1] for date in dates)])


def _cells(row: TimelineRow, days: Days, width: int, dated: bool) -> tuple[str, ...]:
    task = row.task
    dates = (task.start_text, task.finish_text) if dated else ()
    return task.mark, task.id, task.title, *dates, bar(row, days, width)


def bar(row: TimelineRow, days: Days, width: int) -> str:
    """One sign per day: work, slack up to the latest finish, rest; a milestone is one sign; cut days end in a sign."""
    signs = [_sign(row, number, column) for number, column in enumerate(days)]
    if len(days) < width and max(row.last, row.latest) >= len(days):
        signs[-1] = BEYOND
    return "".join(signs)


def _sign(row: TimelineRow, number: int, column: DayColumn) -> str:
    if row.first <= number <= row.last:
        return MARK if row.task.milestone else WORK if column.works or row.first == row.last else REST
    if row.last < number <= row.latest:
        return SLACK
    return DAY_N if column.is_n else REST
