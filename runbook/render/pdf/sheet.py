"""The run sheet on paper (phiếu điều hành ngày)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, briefs, head, is_heavy, joined, leaf, legend, number, tags
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.moments import Brief
    from runbook.reports.sheet import Sheet, SheetRow, Waiting

BLANK_LINES, LEAST_LINES = 5, 2  # for what comes up; as few as the least where that spares a page


def sheet_leaf(sheet: Sheet, printing: Printing) -> Data:
    """One day's run sheet, of one agency or of all."""
    language = printing.language
    name = say(language, "page.sheet")
    unit = sheet.agency or say(language, "page.all_agencies_long")
    bands = _bands(sheet, language)
    marks = [mark for band in bands for row in band["rows"] for mark in row["tags"]]
    own_phone = f"{say(language, 'page.duty_phone')} {number(sheet.phone)}" if sheet.phone else ""
    return leaf(
        "sheet",
        "portrait",
        f"{name} {sheet.day_text} ({sheet.plate})",
        sheet.agency or say(language, "page.all_agencies"),
        say(language, "page.legend_short"),
        bookmark=f"{sheet.day_text} ({sheet.plate})",
        head=head(sheet.heading, name, language, unit, [sheet.counts, own_phone]),
        day={
            "weekday": say(language, f"page.weekday.{sheet.day.isoweekday()}"),
            "date": f"{sheet.day:%d/%m}",
            "plate": sheet.plate,
        },
        heads=["", *(say(language, f"page.{key}") for key in ("clock", "what", "who", "where", "actual"))],
        bands=bands,
        nothing=say(language, f"page.nothing_{'own' if sheet.standing else 'today'}") if sheet.empty else "",
        moments=briefs(say(language, "page.moments"), _unsaid(sheet)),
        standing=briefs(say(language, "campaign.going_on"), sheet.standing),
        waiting=_waiting(sheet.waiting, language),
        coming=briefs(say(language, "page.coming"), sheet.coming),
        incidents={"title": say(language, "page.incidents"), "lines": BLANK_LINES, "least": LEAST_LINES},
        signers=[[say(language, f"page.signer.{number}"), say(language, "page.sign_here")] for number in (1, 2, 3)],
        legend=[one for one in legend(language, "support", "critical", "late", "broken") if one[:2] in marks],
    )


def _unsaid(sheet: Sheet) -> list[Brief]:
    """What everybody must know of the day, but for what the table says anyway."""
    said = {(one.task.id, one.task.title) for band in (*sheet.bands, sheet.untimed) for one in band.rows}
    return [moment for moment in sheet.moments if (moment.id, moment.title) not in said]


def _bands(sheet: Sheet, language: str) -> list[Data]:
    timed = [{"title": band.title, "rows": [_timed(row, language) for row in band.rows]} for band in sheet.bands]
    rows = [_untimed(row, language) for row in sheet.untimed.rows]
    return [*timed, {"title": sheet.untimed.title, "rows": rows}] if rows else timed


def _timed(row: SheetRow, language: str) -> Data:
    until = row.ends and say(language, "page.until", time=row.ends)
    return {**_row(row, language), "timed": True, "begins": row.begins, "ends": until, "latest": ""}


def _untimed(row: SheetRow, language: str) -> Data:
    """A duty without an hour shows when it is planned to be over."""
    task = row.task
    spare = say(language, "page.latest_until", time=task.latest_finish_text, spare=task.spare)
    return {
        **_row(row, language),
        "timed": False,
        "begins": say(language, "page.planned_until"),
        "ends": task.finish_text,
        "latest": "" if task.critical or not task.spare else spare,
    }


def _row(row: SheetRow, language: str) -> Data:
    task = row.task
    return {
        "title": task.title,
        "tags": tags(task, language, row.supports),
        "note": task.note,
        "cue": row.cue,
        "trouble": row.trouble,
        "lead": task.lead,
        "person": joined(row.contact, number(row.phone)),
        "ask": row.unknown and say(language, f"page.{row.unknown}"),
        "with": say(language, "page.with", agencies=", ".join(task.support)) if task.support else "",
        "location": task.location,
        "heavy": is_heavy(task),
    }


def _waiting(waiting: tuple[Waiting, ...], language: str) -> Data:
    rows = [
        {
            "awaited": f"{one.awaited_id} {one.awaited}",
            "lead": joined(one.lead, number(one.phone)),
            "ask": "" if one.phone else say(language, "page.phone"),
            "due": one.due,
            "own": f"{one.task_id} {one.title}",
        }
        for one in waiting
    ]
    heads = ["", *(say(language, f"page.{key}") for key in ("awaited", "from_whom", "due", "for_own"))]
    return {"title": say(language, "page.waiting"), "heads": heads, "rows": rows}
