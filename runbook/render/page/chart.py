"""One sheet of the timeline drawn as SVG: columns of days, bars, links, marks, and the legend of all these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from runbook.render.page import layout
from runbook.render.page.drawing import ACCENT, BAND, FOOT, LEGEND, OFF, Frame, line, rect, write
from runbook.render.page.gantt import place
from runbook.render.page.layout import CHART_X, HEAD, WIDTH, Line
from runbook.render.page.markup import Html, el
from runbook.render.page.shapes import arrows, mark_sign, shapes, signs
from runbook.text import say


def drawn(frame: Frame) -> Html:
    """The sheet as an SVG element."""
    height = frame.bottom + FOOT + LEGEND
    parts = [_off_days(frame), _bands(frame), _grid(frame), _head(frame), _day_n(frame)]
    parts += [_cells(frame), arrows(frame), shapes(frame), _now(frame), _border(frame), signs(frame, height - 10)]
    label = say(frame.language, "page.timeline")
    return el("svg", *parts, viewBox=f"0 0 {WIDTH:g} {height:g}", role="img", aria_label=label)


def _off_days(frame: Frame) -> list[Html]:
    height = frame.bottom - 16
    return [
        rect(frame.x(number), 16.0, frame.day_width, height, fill=OFF)
        for number, day in enumerate(frame.chart.days)
        if not day.works
    ]


def _bands(frame: Frame) -> list[Html]:
    return [rect(0.0, HEAD + one.top, WIDTH - 2, one.height, fill=BAND) for one in frame.sheet.lines if one.row is None]


def _grid(frame: Frame) -> list[Html]:
    across = [
        line((0, HEAD + one.top), (WIDTH - 2, HEAD + one.top), stroke="#aaa", stroke_width=0.6)
        for one in frame.sheet.lines
    ]
    down = [
        line((frame.x(number), 16), (frame.x(number), frame.bottom), stroke="#bbb", stroke_width=0.5)
        for number, day in enumerate(frame.chart.days)
        if frame.day_width >= 8 or day.day.isoweekday() == 1
    ]
    return across + down


def _head(frame: Frame) -> list[Html]:
    titles = [(6.0, "id", "start"), (layout.TITLE_X, "task", "start"), (layout.LEAD_X, "lead", "start")]
    titles += [(layout.START_X, "start_short", "middle"), (layout.FINISH_X, "finish_short", "middle")]
    titles += [(layout.LENGTH_X, "length", "middle")]
    words = [
        write(x, 30.0, say(frame.language, f"page.{key}"), 9.0, font_weight="bold", text_anchor=anchor)
        for x, key, anchor in titles
    ]
    return [*words, *_months(frame), *_days(frame)]


def _months(frame: Frame) -> Iterator[Html]:
    number = 0
    for (year, month), days in groupby(frame.chart.days, key=lambda column: (column.day.year, column.day.month)):
        count = len(list(days))
        left, room = frame.x(number), count * frame.day_width
        text = say(frame.language, "page.month", month=f"{month:02}", year=year) if room > 74 else f"{month:02}"
        yield line((left, 0), (left, 16), stroke="#000")
        yield write(left + room / 2, 11.5, text, 9.0, font_weight="bold", text_anchor="middle")
        number += count


def _days(frame: Frame) -> Iterator[Html]:
    """Weekday and number over each day; where days are narrow, the number over each Monday, then nothing."""
    wide = frame.day_width >= 13
    for number, column in enumerate(frame.chart.days):
        middle = frame.x(number) + frame.day_width / 2
        if wide:
            yield write(middle, 27.0, column.weekday, 8.0, text_anchor="middle", fill="#333")
        if wide or (column.day.isoweekday() == 1 and frame.day_width >= 2.4):
            yield write(middle, 40.0, f"{column.day:%d}", 9.0, text_anchor="middle", font_weight="bold")


def _day_n(frame: Frame) -> list[Html]:
    for number, column in enumerate(frame.chart.days):
        if column.is_n:
            middle = frame.x(number) + frame.day_width / 2
            text = say(frame.language, "page.day_n", day=f"{column.day:%d/%m}")
            return [
                rect(
                    frame.x(number),
                    16.0,
                    frame.day_width,
                    frame.bottom - 16,
                    fill="none",
                    stroke=ACCENT,
                    stroke_width=2,
                ),
                write(middle, frame.bottom + 11, text, 9.0, text_anchor="middle", font_weight="bold", fill=ACCENT),
            ]
    return []


def _now(frame: Frame) -> list[Html]:
    """The dashed line of the moment the plan was made for, where that lies on the chart."""
    schedule, days = frame.schedule, frame.chart.days
    at = place(schedule, schedule.now, days[0].day) if schedule.now is not None and days else -1.0
    if not 0 <= at <= len(days) or schedule.now is None:
        return []
    text = say(frame.language, "page.now", day=f"{schedule.axis.civil(schedule.now)[0]:%d/%m}")
    return [
        line((frame.x(at), 16), (frame.x(at), frame.bottom), stroke="#000", stroke_width=1.4, stroke_dasharray="5 3"),
        write(frame.x(at), frame.bottom + 11, text, 9.0, text_anchor="middle"),
    ]


def _border(frame: Frame) -> list[Html]:
    return [
        rect(0.8, 0.8, WIDTH - 3, frame.bottom - 0.8, fill="none", stroke="#000", stroke_width=1.2),
        line((0, HEAD), (WIDTH - 2, HEAD), stroke="#000", stroke_width=1.2),
        line((CHART_X, 0), (CHART_X, frame.bottom), stroke="#000", stroke_width=1.2),
    ]


def _cells(frame: Frame) -> list[Html]:
    return [cell for one in frame.sheet.lines for cell in (_task(one, frame) if one.row else [_title(one)])]


def _title(one: Line) -> Html:
    return write(6.0, HEAD + one.middle + 3.5, " ".join(one.title), 9.0, font_weight="bold", cls="band")


def _task(one: Line, frame: Frame) -> list[Html]:
    assert one.row is not None
    task, axis = one.row.task, frame.schedule.axis
    bold = "bold" if task.mark else ""
    first = HEAD + one.middle + 3.5
    finish = axis.civil(task.finish - (not task.milestone))[0]
    cells = [write(6.0, first, task.id, 9.0, font_weight=bold)]
    cells += _lines(layout.TITLE_X, first, one.title, layout.SIZE, bold)
    cells += _lines(layout.LEAD_X, first, one.lead, layout.LEAD_SIZE, "")
    cells += [
        write(x, first, text, 9.0, text_anchor="middle")
        for x, text in (
            (layout.START_X, f"{axis.civil(task.start)[0]:%d/%m}"),
            (layout.FINISH_X, f"{finish:%d/%m}"),
            (layout.LENGTH_X, task.length),
        )
    ]
    return cells + (_mark(one, frame.language) if task.mark else [])


def _lines(x: float, middle: float, texts: Sequence[str], size: float, bold: str) -> list[Html]:
    top = middle - layout.STEP * (len(texts) - 1) / 2
    return [write(x, top + layout.STEP * number, text, size, font_weight=bold) for number, text in enumerate(texts)]


def _mark(one: Line, language: str) -> list[Html]:
    """The thick bar at the left edge and the word beside the title."""
    assert one.row is not None
    late = one.row.task.late or one.row.task.broken
    word = say(language, "page.tag_late_short" if late else "page.tag_critical_short")
    edge = rect(0.0, HEAD + one.top, 4.0, one.height, fill=ACCENT)
    return [edge, *mark_sign(layout.LEAD_X - 42, HEAD + one.middle, word, late)]
