"""The timeline as a page: an A3 chart per sheet of paper, drawn as SVG with real text."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.render.page.chart import drawn
from runbook.render.page.drawing import Frame
from runbook.render.page.gantt import bars, charts
from runbook.render.page.layout import COMPLAINT, ROOM, UNDER_MASTHEAD, sheets
from runbook.render.page.markup import Html, el
from runbook.render.page.shell import WIDE, Imprint, Leaf, document, masthead
from runbook.reports.timeline import Timeline
from runbook.schedule import Schedule
from runbook.text import say


def timeline_page(timeline: Timeline, schedule: Schedule, imprint: Imprint) -> str:
    """The timeline of the whole ceremony; its bars stand where `bars` of the schedule says."""
    language, heading = imprint.language, timeline.heading
    name = say(language, "page.timeline")
    return document(
        Leaf("timeline", WIDE, name, heading.day_text, heading.title, True),
        imprint,
        say(language, "page.timeline_legend"),
        masthead(heading, name, language),
        *_pictures(timeline, schedule, language),
    )


def _pictures(timeline: Timeline, schedule: Schedule, language: str) -> Iterator[Html]:
    below = UNDER_MASTHEAD - (COMPLAINT if timeline.heading.complaint else 0)
    for number, chart in enumerate(charts(timeline)):
        places = bars(schedule, chart)
        for sheet in sheets(chart, language, ROOM if number else below):
            yield el("div", drawn(Frame(schedule, chart, places, sheet, language)), cls="chart")
