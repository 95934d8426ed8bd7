"""The table of assigned tasks on paper (bảng phân công nhiệm vụ), in the form of an official appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, leaf
from runbook.render.word.appendix import of_plan
from runbook.render.word.numerals import roman
from runbook.reports.assigned import by_agency, by_phase
from runbook.reports.plan import By
from runbook.reports.standing import complaint
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.assigned import DutyRow
    from runbook.schedule import Schedule

_HEADS = ("number", "content", "lead", "support", "due", "remark")


def tasks_leaf(schedule: Schedule, printing: Printing, by: By = By.PHASE) -> Data:
    """Every task by phase, or by agency: what it leads, then what it supports. Numbered through all groups."""
    language, ceremony = printing.language, schedule.ceremony
    groups = by_agency(schedule, language) if by is By.AGENCY else by_phase(schedule, language)
    rows: list[Data] = []
    for place, group in enumerate(groups, 1):
        rows.append({"group": [roman(place), group.title]})
        begun = sum("cells" in row for row in rows)
        rows += [_row(number, one) for number, one in enumerate(group.rows, begun + 1)]
    return leaf(
        "tasks",
        "appendix",
        say(language, "pdf.tasks"),
        "",
        appendix=say(language, "word.appendix"),
        title=say(language, "word.assignment.title", title=ceremony.title),
        attached=of_plan(ceremony.plan, language),
        complaint=complaint(schedule, language),
        heads=[say(language, f"word.column.{key}") for key in _HEADS],
        rows=rows,
    )


def _row(number: int, one: DutyRow) -> Data:
    return {"cells": [str(number), [one.title, one.details], one.lead, one.support, one.due, ", ".join(one.remarks)]}
