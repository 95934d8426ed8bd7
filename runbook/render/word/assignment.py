"""The table of assigned tasks (bảng phân công nhiệm vụ), an appendix on landscape pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.word.appendix import appendix_head, of_plan
from runbook.render.word.decree30 import DECREE_30, Form
from runbook.render.word.layout import cell, docx, ended, paragraph, row, section, table
from runbook.render.word.markup import Xml
from runbook.render.word.numerals import roman
from runbook.reports.assigned import DutyGroup, DutyRow, by_agency, by_phase, of_agency
from runbook.reports.official import spelt_out
from runbook.reports.plan import By
from runbook.reports.standing import complaint
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

WIDTHS = (12.0, 98.0, 50.0, 44.0, 28.0, 25.0)  # millimetres: the breadth of a landscape page
_HEADINGS = ("number", "content", "lead", "support", "due", "remark")


def assignment(
    schedule: Schedule, language: str, form: Form = DECREE_30, by: By = By.PHASE, agency_id: str = ""
) -> bytes:
    """The table as a .docx: every task by phase, or by agency where `by` says so; of one agency with its id.

    KeyError for an unknown agency.
    """
    ceremony = schedule.ceremony
    if agency_id:
        groups = of_agency(schedule, language, agency_id)
    else:
        groups = by_agency(schedule, language) if by is By.AGENCY else by_phase(schedule, language)
    title = _title(schedule, agency_id, language)
    warning = complaint(schedule, language)
    return docx(
        form,
        language,
        title,
        ceremony.plan.issuer if ceremony.plan else "",
        (ceremony.plan and ceremony.plan.date) or schedule.day,
        ended(
            appendix_head(title, of_plan(ceremony.plan, language), form, language),
            [paragraph("Warning", warning)] if warning else None,
            duty_table(groups, language),
            last=section(form, landscape=True),
        ),
    )


def _title(schedule: Schedule, agency_id: str, language: str) -> str:
    ceremony = schedule.ceremony
    if not agency_id:
        return say(language, "word.assignment.title", title=ceremony.title)
    return say(
        language, "word.assignment.agency", title=ceremony.title, agency=spelt_out(ceremony.agency(agency_id).name)
    )


def duty_table(groups: Sequence[DutyGroup], language: str) -> Xml:
    """The table itself; its rows are numbered through all groups."""
    return table("TableGrid", WIDTHS, [_header(language), *_rows(groups)])


def _header(language: str) -> Xml:
    names = [say(language, f"word.column.{name}") for name in _HEADINGS]
    return row(
        *(cell(width, paragraph("CellHead", name)) for width, name in zip(WIDTHS, names, strict=True)), header=True
    )


def _rows(groups: Sequence[DutyGroup]) -> Iterator[Xml]:
    number = 0
    for place, group in enumerate(groups, 1):
        yield _group(roman(place), group.title)
        for one in group.rows:
            number += 1
            yield _row(number, one)


def _group(number: str, title: str) -> Xml:
    first, rest = WIDTHS[0], sum(WIDTHS[1:])
    return row(
        cell(first, paragraph("CellHead", number), shaded=True),
        cell(rest, paragraph("CellGroup", title), span=len(WIDTHS) - 1, shaded=True),
    )


def _row(number: int, one: DutyRow) -> Xml:
    details = [paragraph("CellNote", one.details)] if one.details else []
    contents = (
        [paragraph("CellCentre", str(number))],
        [paragraph("Cell", one.title), *details],
        [paragraph("Cell", one.lead)],
        [paragraph("Cell", one.support)],
        [paragraph("CellCentre", one.due)],
        [paragraph("CellCentre", remark) for remark in one.remarks],
    )
    return row(*(cell(width, *content) for width, content in zip(WIDTHS, contents, strict=True)))
