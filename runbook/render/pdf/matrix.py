"""The duty matrix on paper: who leads and who supports what, and what each agency carries."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from runbook.render.pdf.leaf import Data, head, leaf
from runbook.reports.duties import Duty
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.pdf.leaf import Printing
    from runbook.reports.matrix import Load, Matrix

AGENCIES_ABREAST = 18  # more than these do not fit beside the tasks: the matrix goes on in another table,
# as it does earlier where long names take broader columns


def matrix_leaf(matrix: Matrix, printing: Printing) -> Data:
    """The duty matrix, agencies in protocol order, and their loads."""
    language = printing.language
    name = say(language, "page.matrix")
    signs = [("leads", Duty.LEAD, "page.means_lead"), ("supports", Duty.SUPPORT, "page.means_support_sign")]
    return leaf(
        "matrix",
        "landscape",
        name,
        "",
        head=head(matrix.heading, name, language),
        heads=[say(language, "page.id"), say(language, "page.task")],
        agencies=matrix.agencies,
        abreast=AGENCIES_ABREAST,
        bands=_bands(matrix, language),
        loads=_loads(matrix.loads, language),
        legend=[[kind, say(language, f"duty.{duty.value}"), say(language, key)] for kind, duty, key in signs],
    )


def _bands(matrix: Matrix, language: str) -> list[Data]:
    """The tasks with a sign for each agency; every table of them has all tasks, so that rows are found at one place."""
    leads = say(language, f"duty.{Duty.LEAD.value}")
    return [
        {"title": title, "rows": [[one.id, one.title, [[sign, sign == leads] for sign in one.cells]] for one in rows]}
        for title, rows in groupby(matrix.rows, key=lambda one: one.phase)
    ]


def _loads(loads: tuple[Load, ...], language: str) -> Data:
    keys = ("agency", "leads_count", "supports_count", "own_work", "first_start", "last_finish")
    rows = [
        {
            "agency": load.agency,
            "tags": [["plain", say(language, "page.tag_requested")]] if load.requested else [],
            "cells": [str(len(load.leads)), str(len(load.supports)), load.work, load.first_text, load.last_text],
        }
        for load in loads
        if load.leads or load.supports
    ]
    return {
        "title": say(language, "page.loads"),
        "heads": [say(language, f"page.{key}") for key in keys],
        "rows": rows,
    }
