"""The timeline as text: a bar of signs for every task."""

from __future__ import annotations

from runbook.render.terminal import Column, Screen, Tone, table
from runbook.render.text import blocks, head, tone
from runbook.reports.timeline import DayColumn, Timeline, TimelineRow
from runbook.text import say

LEFT = 47  # columns that stand left of the chart on a screen of 80
WORK, SLACK, MARK, REST, BEYOND, DAY_N = "█", "░", "◆", "·", "›", "│"


def timeline(report: Timeline, screen: Screen, language: str) -> str:
    """Every task with its bar. One sign is one day; days that do not fit are cut off at the right."""
    days = report.days[: max(10, screen.width - LEFT)]
    columns = [
        Column(""),
        Column(say(language, "col.id")),
        Column(say(language, "col.title"), 3),
        Column(say(language, "col.start")),
        Column(say(language, "col.finish")),
        Column(_scale(days), 99, len(days)),
    ]
    tables = [
        f"{screen.paint(group.title, Tone.STRONG)}\n"
        + table(
            columns,
            [_cells(row, days, len(report.days)) for row in group.rows],
            screen,
            [tone(row.task) for row in group.rows],
        )
        for group in report.groups
    ]
    return blocks([head(report.heading, screen, language), say(language, "timeline.key"), *tables])


def _scale(days: tuple[DayColumn, ...]) -> str:
    """Two lines: the tens and the ones of each day of the month; they are one word each, so they stay together."""
    tens = "".join(f"{column.day.day:02}"[0] for column in days)
    ones = "".join(f"{column.day.day:02}"[1] for column in days)
    return f"{tens}\n{ones}"


def _cells(row: TimelineRow, days: tuple[DayColumn, ...], width: int) -> tuple[str, ...]:
    task = row.task
    return task.mark, task.id, task.title, task.start_text, task.finish_text, bar(row, days, width)


def bar(row: TimelineRow, days: tuple[DayColumn, ...], width: int) -> str:
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
