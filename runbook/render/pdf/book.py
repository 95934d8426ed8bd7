"""The whole runbook as one book: cover, contents, and every paper that an organiser holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.pdf.decisions import decisions_leaf
from runbook.render.pdf.duties import agency_leaf
from runbook.render.pdf.leaf import Data, edition_of, leaf
from runbook.render.pdf.matrix import matrix_leaf
from runbook.render.pdf.plan import plan_leaf
from runbook.render.pdf.scenes import scene_leaves
from runbook.render.pdf.sheet import sheet_leaf
from runbook.render.pdf.show import show_leaf
from runbook.render.pdf.tasks import tasks_leaf
from runbook.reports.agenda import agenda
from runbook.reports.campaign import days
from runbook.reports.matrix import matrix
from runbook.reports.official import spelt_out
from runbook.reports.plan import plan_report
from runbook.reports.rows import heading
from runbook.reports.sheet import days_of_sheets, sheet_of
from runbook.reports.show import has_programme, show
from runbook.reports.standing import verdict
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene
    from runbook.render.pdf.leaf import Printing
    from runbook.schedule import Schedule


def book_leaves(schedule: Schedule, printing: Printing, scenes: Sequence[Scene]) -> Iterator[Data]:
    """What presses, contacts and decisions, then the plan as a whole, each agency, each day, the day itself."""
    language = printing.language
    yield _cover(schedule, printing)
    yield leaf("contents", "portrait", say(language, "pdf.contents"), "", "", bookmark="")
    yield plan_leaf(plan_report(schedule, language), printing)
    yield decisions_leaf(schedule, printing)
    yield from scene_leaves(scenes, say(language, "page.timeline"), bound=True)
    yield tasks_leaf(schedule, printing)
    yield matrix_leaf(matrix(schedule, language), printing)
    yield from _gathered(say(language, "build.agencies"), _agencies(schedule, printing))
    yield from _gathered(say(language, "build.sheets"), _sheets(schedule, printing))
    if has_programme(schedule):
        yield show_leaf(show(schedule, language), printing)


def _gathered(title: str, leaves: Iterable[Data]) -> Iterator[Data]:
    """Leaves one step down among the bookmarks, the first of them under the title of all."""
    for number, one in enumerate(leaves):
        yield {**one, "depth": 1, "group": "" if number else title}


def _agencies(schedule: Schedule, printing: Printing) -> Iterator[Data]:
    """Those with a part of their own; members of a group that have none find theirs under the group."""
    rows = schedule.rows.values()
    named = {agency for row in rows for agency in (row.task.lead, *row.task.support)}
    for agency in schedule.ceremony.agencies:
        if agency.id in named:
            yield agency_leaf(schedule, agency.id, printing)


def _sheets(schedule: Schedule, printing: Printing) -> Iterator[Data]:
    everybody = agenda(schedule)
    for day in days_of_sheets(everybody):
        yield sheet_leaf(sheet_of(everybody, printing.language, day), printing)


def _cover(schedule: Schedule, printing: Printing) -> Data:
    language, above = printing.language, heading(schedule, printing.language)
    name, campaign = say(language, "pdf.book"), schedule.ceremony.campaign
    weekday = say(language, f"page.weekday.{above.day.isoweekday()}")
    date, hours = f"{above.day:%d/%m}/{above.day.year:04}", above.hours
    if campaign:
        weekday, date = "", days(campaign.window)
        hours = "; ".join(f"{peak.title} ({days(peak.window)})" for peak in campaign.peaks)
    return leaf(
        "cover",
        "portrait",
        name,
        "",
        bookmark="",
        issuer=spelt_out(printing.imprint.issuer),
        ceremony=above.title,
        weekday=weekday,
        date=date,
        hours=hours,
        venue=above.venue,
        verdict=verdict(schedule, language),
        plan=printing.imprint.plan,
        edition=edition_of(printing),
    )
