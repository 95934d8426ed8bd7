"""The timetable of a plan document: each stage from when to when, and the moments fixed within it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.word.decree30 import Form
from runbook.render.word.layout import breadth, cell, paragraph, row, table
from runbook.render.word.markup import Xml
from runbook.render.word.numerals import roman
from runbook.render.word.orders import Chapter
from runbook.reports.assigned import AT_THE_HOUR, day_of
from runbook.reports.official import short_date
from runbook.reports.timeline import TimelineGroup, timeline
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_NUMBER, _DAY = 12.0, 30.0  # millimetres; the content takes the rest
_HEADINGS = ("number", "stage", "from", "until")


def stages(schedule: Schedule, form: Form, language: str) -> Chapter | None:
    """Every phase with its first and last day, under it what has a deadline or is a milestone; None without tasks."""
    groups = timeline(schedule, language).groups
    if not groups:
        return None
    widths = (_NUMBER, breadth(form) - _NUMBER - 2 * _DAY, _DAY, _DAY)
    names = [paragraph("CellHead", say(language, f"word.column.{name}")) for name in _HEADINGS]
    header = row(*(cell(width, name) for width, name in zip(widths, names, strict=True)), header=True)
    rows = [
        line for number, group in enumerate(groups, 1) for line in _stage(schedule, number, group, widths, language)
    ]
    lead = paragraph("BodyText", say(language, "word.stages.lead"), keep_next=True)
    return Chapter(say(language, "word.stages"), [lead, paragraph("Gap"), table("TableGrid", widths, [header, *rows])])


def _stage(
    schedule: Schedule, number: int, group: TimelineGroup, widths: Sequence[float], language: str
) -> Iterator[Xml]:
    starts = min(schedule.axis.civil(row.task.start)[0] for row in group.rows)
    ends = max(day_of(schedule, row.task.id) for row in group.rows)
    texts = (roman(number), group.title, short_date(starts), short_date(ends))
    styles = ("CellHead", "CellGroup", "CellHead", "CellHead")
    yield _line(texts, styles, widths, shaded=True)
    for one in group.rows:
        if one.task.part not in AT_THE_HOUR and (one.task.deadline or one.task.milestone):
            texts = ("", one.task.title, "", short_date(day_of(schedule, one.task.id)))
            yield _line(texts, ("CellCentre", "Cell", "CellCentre", "CellCentre"), widths)


def _line(texts: Sequence[str], styles: Sequence[str], widths: Sequence[float], shaded: bool = False) -> Xml:
    cells = zip(texts, styles, widths, strict=True)
    return row(*(cell(width, paragraph(style, text), shaded=shaded) for text, style, width in cells))
