"""The timeline as text: a bar of signs for every task."""

from __future__ import annotations

from dataclasses import replace
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
WORK, SLACK, MARK, REST, BEYOND, DAY_N, PEAK = "█", "░", "◆", "·", "›", "│", "▲"
TIME = "▪"  # each time of a duty that comes back
DONE = "×"  # what is carried out

Days: TypeAlias = "tuple[DayColumn, ...]"


def timeline(report: Timeline, screen: Screen, language: str) -> str:
    """Every task with its bar. One sign is one day; days that do not fit are cut off at the right.

    Duties at the hour are left to the run sheet and the run of show: on a scale of days they are all alike.
    """
    dated = screen.width >= LEFT + LEAST_DAYS
    width = max(LEAST_DAYS, screen.width - (LEFT if dated else UNDATED))
    step = -(-len(report.days) // width) if report.heading.span else 1
    of = coarser(report, step) if step > 1 else report
    days = of.days[:width]
    groups = [group for group in of.groups if group.rows[0].task.part not in (Part.DAY, Part.PROGRAMME)]
    tables = (_group(group, days, len(of.days), dated, screen, language) for group in groups)
    key, hours = (paragraph(say(language, f"timeline.{name}"), screen) for name in ("key", "hours"))
    if report.heading.span:
        key, hours = paragraph(say(language, "campaign.timeline.key", days=step), screen), ""
    if any(row.times for group in groups for row in group.rows):
        key += "\n" + paragraph(say(language, "campaign.timeline.times"), screen)
    if any(row.task.done for group in groups for row in group.rows):
        key += "\n" + paragraph(say(language, "timeline.done"), screen)
    return blocks([head(report.heading, screen, language), key, *tables, hours])


def coarser(report: Timeline, step: int) -> Timeline:
    """The same with one column for that many days; a year of a campaign has to stand on a screen."""
    days = tuple(_merged(report.days[at : at + step]) for at in range(0, len(report.days), step))
    groups = tuple(replace(group, rows=tuple(_narrowed(row, step) for row in group.rows)) for group in report.groups)
    return replace(report, days=days, groups=groups)


def _merged(days: Days) -> DayColumn:
    works, peak, is_n = (any(getattr(day, key) for day in days) for key in ("works", "peak", "is_n"))
    return replace(days[0], works=works, peak=peak, is_n=is_n)


def _narrowed(row: TimelineRow, step: int) -> TimelineRow:
    times = tuple(dict.fromkeys(at // step for at in row.times))
    return replace(row, first=row.first // step, last=row.last // step, latest=row.latest // step, times=times)


def _group(group: TimelineGroup, days: Days, width: int, dated: bool, screen: Screen, language: str) -> str:
    columns = [
        *headed(language, "", "id", "title", *(("start", "finish") if dated else ())),
        Column(_scale(days), 99, len(days)),  # the chart never gives way
    ]
    rows = [_cells(row, days, width, dated) for row in group.rows]
    body = table(columns, rows, screen, [tone(row.task) for row in group.rows])
    return f"{screen.paint(group.title, Tone.STRONG)}\n{body}"


def _scale(days: Days) -> str:
    """Three lines: a sign for each weekday (the last of T2, the first of Mon), the tens and the ones of its date.

    Where a column is more than a day: the month with which it begins in the first two, the peaks in the third.
    """
    if len(days) > 1 and (days[1].day - days[0].day).days > 1:
        begun = [
            before is None or before.day.month != day.day.month
            for before, day in zip((None, *days), days, strict=False)
        ]
        months = [f"{day.day.month:02}" if new else "  " for new, day in zip(begun, days, strict=True)]
        peaks = "".join(PEAK if day.peak else REST for day in days) if any(day.peak for day in days) else ""
        return "\n".join(["".join(month[0] for month in months), "".join(month[1] for month in months), peaks])
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
        if row.task.done and number <= row.first + row.task.done * (row.last - row.first):
            return DONE
        if row.times:
            return TIME if number in row.times else DAY_N if column.is_n else REST
        return (
            MARK if row.task.milestone else WORK if column.works or row.first == row.last or row.task.lasting else REST
        )
    if row.last < number <= row.latest:
        return SLACK
    return DAY_N if column.is_n else REST
