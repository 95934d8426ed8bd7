"""The Gantt chart: a table of tasks and their bars on as many sheets of paper as they take."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from runbook.render.drawing import axis, ghosts, heading, links, peaks, plot, rows, signs, table
from runbook.render.drawing.bars import Chart, bars, chart, parts, ties
from runbook.render.drawing.frame import Frame, Stamp, Whole
from runbook.render.drawing.heading import LEGEND_STEP, Entry
from runbook.render.drawing.paper import A3, A4, BLACK, OFF, Paper
from runbook.render.drawing.scene import Item, Rect, Scene, Text
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.drift import Baseline
    from runbook.reports.timeline import Timeline
    from runbook.schedule import Schedule

_ON_A4 = 35  # tasks that a small sheet holds at most, where nobody asks for one or the other
_TABLE = {"A4": 122.0, "A3": 160.0}  # width of the table in mm


def gantt(
    timeline: Timeline,
    schedule: Schedule,
    stamp: Stamp,
    paper: Paper | None = None,
    done: Mapping[str, float] | None = None,
    baseline: Baseline | None = None,
) -> tuple[Scene, ...]:
    """The sheets of the timeline, the pages of rows in order and for each its stretches of days from left to right.

    `paper`: A3 or A4; without it A4 for a small plan whose days it can show, else A3. `done`: how much of a task is
    carried out, from 0 to 1, by its id, as the schedule says unless given. `baseline`: a plan whose bars are ghosts
    below those of the schedule.
    """
    shown = chart(timeline)
    own = paper or fitting(shown)
    whole, above, legend = _laid_out(timeline, schedule, shown, stamp, own, done or schedule.done, baseline)
    return tuple(
        _sheet(Frame(whole, number, own, whole.paper.top + above.height), above, legend)
        for number in range(len(whole.pages))
        for own in whole.axes[number]
    )


def fitting(of: Chart) -> Paper:
    """A4 where it holds all tasks at a scale of days, else A3."""
    room = A4.room - _TABLE["A4"]
    small = all(axis.axes(*part.span, 0.0, room)[0].scale is axis.Scale.DAY for part in parts(of))
    return A4 if small and len(of.rows) <= _ON_A4 else A3


def _laid_out(
    timeline: Timeline,
    schedule: Schedule,
    of: Chart,
    stamp: Stamp,
    paper: Paper,
    done: Mapping[str, float],
    baseline: Baseline | None,
) -> tuple[Whole, heading.Heading, list[list[Entry]]]:
    language = stamp.language
    texts = rows.cells(schedule, of, language)
    columns = rows.columns(list(texts.values()), _TABLE[paper.name])
    about = timeline.heading
    name = say(language, "drawing.drift" if baseline else "drawing.gantt")
    above = heading.heading(name, about.title, about.complaint, stamp, paper)
    places = bars(schedule, of, done)
    missed = any(bar.latest < bar.finish for bar in places.values())
    again = any(bar.times for bar in places.values())
    legend = heading.legend_rows(_entries(language, bool(done), missed, again, baseline), paper.room)
    room = paper.foot - paper.top - above.height - axis.HEAD - plot.FOOT - LEGEND_STEP * len(legend)
    left = paper.left + columns.total
    paged: list[rows.Page] = []
    axes: list[tuple[axis.Axis, ...]] = []
    for part in parts(of):
        own = rows.pages(part, texts, columns, room, language)
        paged += own
        axes += [axis.axes(*part.span, left, paper.edge - left)] * len(own)
    tied = ties(schedule, places)
    spans = ghosts.places(schedule, baseline.spans, of.days[0].day) if baseline and of.days else {}
    return Whole(schedule, of, places, tied, tuple(paged), tuple(axes), columns, paper, stamp, spans), above, legend


def _sheet(frame: Frame, above: heading.Heading, legend: Sequence[Sequence[Entry]]) -> Scene:
    paper, language = frame.whole.paper, frame.language
    page = f"{frame.number + 1}{frame.axis.tile}"
    pages = f"{len(frame.whole.pages)}{frame.whole.axes[-1][-1].tile}"
    name = say(language, "drawing.page", page=page, pages=pages)
    span = _span(frame)
    days = say(language, "drawing.span", **span) if span else ""
    items = [
        *heading.head(above, paper, " · ".join(filter(None, [days, name]))),
        *_drawn(frame),
        *heading.legend(legend, paper),
    ]
    label = say(language, "drawing.gantt")
    about = say(language, "drawing.gantt_about", count=len(frame.lines), page=page, **span) if span else ""
    return Scene(paper.width, paper.height, tuple(items), label, about)


def _span(frame: Frame) -> dict[str, str]:
    days = frame.whole.chart.days[frame.axis.first : frame.axis.last]
    return {"first": f"{days[0].day:%d/%m/%Y}", "last": f"{days[-1].day:%d/%m/%Y}"} if days else {}


def _drawn(frame: Frame) -> Iterator[Item]:
    """The sheet from its ground up: shading, lines, arrows, bars, texts."""
    days = frame.whole.chart.days
    yield from peaks.shading(frame)
    if days:
        yield from axis.shading(frame.axis, days, frame.top + 4.6, frame.bottom)
    yield from table.bands(frame)
    yield from table.rules(frame)
    if days:
        yield from axis.grid(frame.axis, days, frame.body, frame.bottom)
        yield from axis.head(frame.axis, days, frame.top, frame.language)
    yield from peaks.edges(frame) if peaks.has_names(frame) else plot.day_n(frame)
    yield from plot.spares(frame)
    yield from links.arrows(frame)
    yield from ghosts.shapes(frame)
    yield from plot.shapes(frame)
    yield from links.references(frame)
    yield from plot.present(frame)
    yield from plot.names(frame)
    yield from peaks.names(frame)
    yield from table.titles(frame)
    yield from table.cells(frame)
    yield from table.border(frame)


def _entries(language: str, is_done: bool, is_late: bool, comes_back: bool, baseline: Baseline | None) -> list[Entry]:
    """What the signs mean."""
    found: dict[str, Entry] = {}

    def add(key: str, sign: heading.Sign) -> None:
        found[key] = (say(language, f"drawing.sign_{key}"), sign)

    add("critical", lambda x, y: signs.bar(x, x + 8, y, True))
    add("plain", lambda x, y: signs.bar(x, x + 8, y, False))
    if is_done:
        add("done", lambda x, y: [*signs.bar(x, x + 8, y, False), signs.done(x, x + 4, y, False)])
    if baseline:
        found["ghost"] = (
            say(language, "drawing.sign_ghost", baseline=baseline.name),
            lambda x, y: ghosts.ghost(x, x + 8, y - 2),
        )
    add("spare", lambda x, y: signs.spare(x, x + 8, y, True))
    if is_late:
        add("missed", lambda x, y: [signs.missed(x + 5, y)])
    if comes_back:
        add("series", lambda x, y: [signs.window(x, x + 8, y), *(signs.tick(x + at, y, False) for at in (1, 4, 7))])
    add("milestone", lambda x, y: [signs.diamond(x + 6, y, False)])
    add("deadline", lambda x, y: signs.deadline(x + 5, y, False))
    add("off", lambda x, y: [Rect(x, y - 1.6, 8, 3.2, OFF)])
    add("link", lambda x, y: signs.arrow([(x, y), (x + 8, y)], False))
    add("elsewhere", lambda x, y: [Text(x + 8, y + 0.8, "‹ ›", 9.0, "end", True, BLACK, 8)])
    return list(found.values())
