"""A chart, a Word table and a workbook of one plan: made by runbook, and by the libraries people script them with."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.stopwatch import Stopwatch, fastest

if TYPE_CHECKING:
    from runbook.schedule import Schedule
    from runbook.syntax import Mapping

ROWS_A_PAGE = 32  # of a chart by matplotlib: about what ours puts on a sheet of A3
_WIDTHS = (12, 98, 50, 44, 28, 25)  # millimetres

Grid = dict[str, list[list[Any]]]  # by the sheet's name: its cells, row by row, null where there is none


def chart(file: str) -> dict[str, Any]:
    """The Gantt chart of a ceremony file: laid out, then as PDF and as SVG."""
    from runbook.render import page, pdf
    from runbook.render.drawing.frame import Stamp
    from runbook.render.drawing.gantt import gantt
    from runbook.render.drawing.svg import svg
    from runbook.reports.timeline import timeline

    _, schedule = _planned(file)
    known = pdf.printing(schedule.ceremony, page.imprint(schedule.ceremony))
    watch = Stopwatch()
    scenes = gantt(timeline(schedule, "vi"), schedule, Stamp("vi", known.imprint.issuer, "", ""))
    watch.lap("layout")
    drawn = [svg(scene) for scene in scenes]
    watch.lap("svg")
    paper = pdf.drawn(scenes, known, "Tiến độ")
    watch.lap("pdf")
    missing = [row.task.title for row in schedule.rows.values() if not _shown(row.task.title, drawn)]
    octets = {"svg": sum(len(one.encode()) for one in drawn), "pdf": len(paper)}
    return {"parts": watch.parts, "octets": octets, "pages": len(scenes), "missing": missing}


def chart_by_matplotlib(file: str, kind: str) -> dict[str, Any]:
    """The same tasks as bars under their titles, page by page, without table, arrows or calendar."""
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams["svg.fonttype"] = "none"  # text that can be searched, as ours
    from matplotlib import pyplot
    from matplotlib.backends.backend_pdf import PdfPages

    _, schedule = _planned(file)
    rows = [(row.task.title, row.start / 1440, row.finish / 1440, row.critical) for row in schedule.rows.values()]
    made, octets, count, watch = BytesIO(), 0, 0, Stopwatch()
    with PdfPages(made) as book:
        for first in range(0, len(rows), ROWS_A_PAGE):
            titles, starts, ends, critical = zip(*rows[first : first + ROWS_A_PAGE], strict=True)
            figure, axes = pyplot.subplots(figsize=(16.5, 11.7))
            lengths = [end - start for start, end in zip(starts, ends, strict=True)]
            colours = ["#a31621" if one else "white" for one in critical]
            axes.barh(range(len(titles)), lengths, left=starts, color=colours, edgecolor="black")
            axes.set_yticks(range(len(titles)), titles)
            axes.xaxis_date()
            axes.invert_yaxis()
            figure.tight_layout()
            if kind == "pdf":
                book.savefig(figure)
            else:
                figure.savefig(page := BytesIO(), format="svg")
                octets += len(page.getvalue())
            pyplot.close(figure)
            count += 1
    watch.lap(kind)
    return {"parts": watch.parts, "octets": octets or len(made.getvalue()), "pages": count}


def word(file: str, folder: str) -> dict[str, Any]:
    """The table of assigned tasks as .docx, from the plan; its cells are kept for the other to write."""
    from docx import Document

    from runbook.render.word.assignment import assignment

    _, schedule = _planned(file)
    made = b""

    def one_run(watch: Stopwatch) -> None:
        nonlocal made
        made = assignment(schedule, "vi")
        watch.lap("docx")

    parts = fastest(3, one_run)
    [table] = Document(BytesIO(made)).tables
    cells = [[cell.text for cell in _once(row)] for row in table.rows]
    Path(folder, "table.json").write_text(json.dumps(cells), "utf-8")
    return {"parts": parts, "octets": len(made), "rows": len(cells)}


def word_by_python_docx(folder: str) -> dict[str, Any]:
    """The same cells in a table of the same columns."""
    from docx import Document
    from docx.shared import Mm

    cells = json.loads(Path(folder, "table.json").read_text("utf-8"))
    watch, made = Stopwatch(), BytesIO()
    document = Document()
    table = document.add_table(rows=len(cells), cols=len(_WIDTHS))
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for row, texts in zip(table.rows, cells, strict=True):
        own = row.cells
        if len(texts) < len(own):
            own[1].merge(own[-1])
        for cell, text in zip(own, texts, strict=False):
            cell.text = text
    document.save(made)
    watch.lap("docx")
    [again] = Document(BytesIO(made.getvalue())).tables
    return {
        "parts": watch.parts,
        "octets": len(made.getvalue()),
        "same": [[cell.text for cell in _once(row)] for row in again.rows] == cells,
    }


def workbook(file: str, folder: str) -> dict[str, Any]:
    """The whole workbook; the values of its cells are kept for the others to write."""
    from openpyxl import load_workbook

    from runbook.workbook.writing import written

    root, schedule = _planned(file)
    watch = Stopwatch()
    made = written(root, schedule)
    watch.lap("xlsx")
    read = load_workbook(BytesIO(made), read_only=True)
    grid = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in read.worksheets}
    cells = sum(value is not None for rows in grid.values() for row in rows for value in row)
    Path(folder, "grid.json").write_text(json.dumps(grid, default=str), "utf-8")
    return {"parts": watch.parts, "octets": len(made), "cells": cells}


def workbook_by_another(party: str, folder: str) -> dict[str, Any]:
    """The same values in the same cells, and nothing else: no looks, choices, guards or conditional colours."""
    grid: Grid = json.loads(Path(folder, "grid.json").read_text("utf-8"))
    watch = Stopwatch()
    made = {"openpyxl": _by_openpyxl, "xlsxwriter": _by_xlsxwriter}[party](grid)
    watch.lap("xlsx")
    return {"parts": watch.parts, "octets": len(made), "same": _values(made) == _trimmed(grid)}


def _by_openpyxl(grid: Grid) -> bytes:
    from openpyxl import Workbook

    book, made = Workbook(), BytesIO()
    book.remove(book.worksheets[0])
    for title, rows in grid.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(made)
    return made.getvalue()


def _by_xlsxwriter(grid: Grid) -> bytes:
    from xlsxwriter import Workbook

    made = BytesIO()
    book = Workbook(made)
    for title, rows in grid.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(number, column, value)
    book.close()
    return made.getvalue()


def _values(made: bytes) -> Grid:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(made), read_only=True)
    return _trimmed({one.title: [list(row) for row in one.iter_rows(values_only=True)] for one in book.worksheets})


def _trimmed(grid: Grid) -> Grid:
    """Without the empty ends of rows, and empty last rows: a library keeps them, another does not."""
    found = {title: [_ended(row) for row in rows] for title, rows in grid.items()}
    for rows in found.values():
        while rows and not rows[-1]:
            rows.pop()
    return found


def _ended(row: list[Any]) -> list[Any]:
    filled = [number for number, value in enumerate(row) if value is not None]
    return row[: filled[-1] + 1] if filled else []


def _once(row: Any) -> list[Any]:
    """The cells of a row, one over several columns once."""
    return list({id(cell._tc): cell for cell in row.cells}.values())


def _shown(title: str, drawn: list[str]) -> bool:
    """Whether a title stands in a drawing; its last word is told apart by its number."""
    return any(title.split(" của ")[0] in one for one in drawn)


def _planned(file: str) -> tuple[Mapping, Schedule]:
    from runbook import build, syntax
    from runbook.schedule import plan
    from runbook.syntax import Mapping

    node, _ = syntax.parse(Path(file).read_text("utf-8"), file)
    whole, problems = build.ceremony(node, file, lambda _: None)
    assert whole is not None, problems
    assert isinstance(node, Mapping), "a ceremony is a mapping"
    return node, plan(whole)
