"""The timeline as a page: the sheets of the Gantt chart as pictures with real text, one to a sheet of paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.render.drawing.svg import inline
from runbook.render.page.markup import Html, el
from runbook.render.page.shell import Imprint, Leaf, Paper, document, masthead
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline
    from runbook.schedule import Schedule


def timeline_page(
    timeline: Timeline, schedule: Schedule, imprint: Imprint, done: Mapping[str, float] | None = None
) -> str:
    """The timeline of the whole ceremony. `done`: how much of a task is carried out, from 0 to 1, by its id."""
    language, heading = imprint.language, timeline.heading
    edition = " · ".join(filter(None, [imprint.edition, imprint.printed and _printed(imprint)]))
    sheets = gantt(timeline, schedule, Stamp(language, imprint.issuer, imprint.plan, edition), None, done)
    name = say(language, "page.timeline")
    first = sheets[0]
    # The sheets carry their own margins, headings and page numbers.
    paper = Paper(f"{first.width:g}mm {first.height:g}mm", "0", f"{first.width:g}mm")
    return document(
        Leaf("timeline", paper, name, heading.day_text, heading.title),
        imprint,
        say(language, "page.timeline_legend"),
        masthead(heading, name, language),
        *(el("div", Html(inline(sheet)), cls="chart") for sheet in sheets),
    )


def _printed(imprint: Imprint) -> str:
    return say(imprint.language, "page.printed", time=imprint.printed)
