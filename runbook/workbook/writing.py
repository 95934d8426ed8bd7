"""A ceremony written as a workbook."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter

from runbook.office.guard import MOST_UNPACKED
from runbook.reports.phrasing import full_day
from runbook.syntax import Mapping
from runbook.text import say
from runbook.text.workbook_guide_words import GUIDE
from runbook.workbook import choosing, duties, gantt, kinds, layout, look
from runbook.workbook.layout import LONGEST_CELL, MOST_CELLS, MOST_ROWS, Column, Kind, Sheet
from runbook.workbook.look import Look, Page
from runbook.workbook.package import packed
from runbook.workbook.planned import Dates, Plan, plan
from runbook.workbook.rows import Row, Rows, rows

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_FIRST = 2  # the row below the headings
_GUIDE_WIDTH = 84
_TITLE, _SENTENCE = Look(look.LARGE, border=look.BARE), Look(alignment=look.WRAPPED, border=look.BARE)
_ENTRY = (Look(look.BOLD, look.WRAPPED), look.LONG, Look(alignment=look.WRAPPED, fill=look.COMPUTED))


class TooLargeError(Exception):
    """The ceremony has more than a workbook holds: `what` ("rows", "cells", "text" or "unpacked") is above `limit`."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(what, limit)
        self.what = what
        self.limit = limit


def written(root: Mapping, schedule: Schedule) -> bytes:
    """The workbook of a ceremony file without errors, in the ceremony's language.

    `root` are the nodes of the file (`syntax.parse`, or `reading.read` of a workbook), `schedule` its plan. The same
    nodes and plan give the same bytes. Raises TooLargeError.
    """
    language = schedule.ceremony.language
    texts = rows(root, language)
    _checked(texts)
    book = Workbook()
    book.remove(book.worksheets[0])
    look.plain(book)
    styles: dict[tuple[Look, bool], StyleArray] = {}
    shown = kinds.sheets(schedule.ceremony.campaign is not None, {key for key, table in texts.items() if table})
    order = ("guide", *(sheet.key for sheet in shown), "gantt", "matrix")
    sheets = {key: Page(book.create_sheet(say(language, f"workbook.sheet.{key}")), styles) for key in order}
    planned = plan(schedule, language)
    _guide(sheets["guide"], schedule, language)
    _occasion(sheets["occasion"], shown[0], texts["occasion"][0], language)
    for sheet in shown[1:]:
        _table(sheets[sheet.key], sheet, texts[sheet.key], planned)
        choosing.choices(sheets[sheet.key], sheet, texts, language)
    gantt.draw(sheets["gantt"], texts["tasks"] + texts["programme"], texts["holidays"], planned)
    duties.draw(sheets["matrix"], schedule, texts)
    large = ("gantt", "matrix")
    for key, page in sheets.items():
        upright = key == "guide" or any(one.key == key and not one.landscape for one in shown)
        look.printed(page.sheet, schedule.ceremony.title, language, not upright, key in large)
    book.active = 2  # the tasks
    return _readable(packed(book, schedule.day))


def _checked(texts: Rows) -> None:
    """Raise TooLargeError for what Excel would cut or the reader would refuse."""
    if max(map(len, texts.values())) > MOST_ROWS - 1:
        raise TooLargeError("rows", MOST_ROWS - 1)
    if sum(len(row) for table in texts.values() for row in table) > MOST_CELLS:
        raise TooLargeError("cells", MOST_CELLS)
    cells = (text for table in texts.values() for row in table for text in row.values())
    if any(len(text) + text.count("_x") * 6 > LONGEST_CELL for text in cells):
        raise TooLargeError("text", LONGEST_CELL)


def _readable(data: bytes) -> bytes:
    """The same workbook. Raises TooLargeError where it would not be read again."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
            raise TooLargeError("unpacked", MOST_UNPACKED)
    return data


def _guide(page: Page, schedule: Schedule, language: str) -> None:
    page.sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    page.text(1, 1, say(language, "workbook.guide.title"), _TITLE)
    sentences = [say(language, f"workbook.guide.{number}") for number in range(1, len(GUIDE) + 1)]
    sentences.append(say(language, "workbook.computed-for", day=full_day(language, schedule.day)))
    for number, sentence in enumerate(sentences, 2):
        page.text(number, 1, sentence, _SENTENCE)
        page.sheet.row_dimensions[number].height = look.height([(sentence, _GUIDE_WIDTH)]) + 4


def _occasion(page: Page, form: Sheet, row: Row, language: str) -> None:
    """The form: an entry on each row, its value, and how to write it."""
    for number, heading in enumerate(layout.FORM.columns, 1):
        _heading(page, number, heading.title(language), heading.width, heading.kind is Kind.COMPUTED)
    page.sheet.column_dimensions["B"].number_format = look.TEXT
    widths = [heading.width for heading in layout.FORM.columns]
    for number, column in enumerate(form.columns, _FIRST):
        texts = column.title(language), row.get(column.key, ""), choosing.hint(column, language)
        for place, (text, shown) in enumerate(zip(texts, _ENTRY, strict=True), 1):
            page.text(number, place, text, shown)
        page.sheet.row_dimensions[number].height = look.height(zip(texts, widths, strict=True))
    choosing.form(page, form, language)
    page.sheet.freeze_panes = "B2"
    page.sheet.print_title_rows = "1:1"


def _table(page: Page, sheet: Sheet, texts: list[Row], of: Plan) -> None:
    language, drawn = of.language, page.sheet
    for number, column in enumerate(sheet.columns, 1):
        _heading(page, number, column.title(language), column.width, column.kind is Kind.COMPUTED)
        if column.kind is not Kind.COMPUTED:  # the whole column is text: what is typed below is not turned into dates
            drawn.column_dimensions[get_column_letter(number)].number_format = look.TEXT
    titles = [(column.title(language), column.width) for column in sheet.columns]
    drawn.row_dimensions[1].height = look.height(titles) + 6
    for number, row in enumerate(texts, _FIRST):
        _row(page, number, sheet, row, of.dates(row))
    last = get_column_letter(len(sheet.columns))
    drawn.auto_filter.ref = f"A1:{last}{max(len(texts) + 1, _FIRST)}"
    drawn.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{_FIRST}"
    drawn.print_title_rows = "1:1"
    drawn.print_area = f"A1:{get_column_letter(sheet.printed or len(sheet.columns))}{len(texts) + 1}"


def _heading(page: Page, number: int, text: str, width: int, computed: bool = False) -> None:
    page.text(1, number, text, look.RESULT_HEADING if computed else look.INPUT_HEADING)
    page.sheet.column_dimensions[get_column_letter(number)].width = width + 1


def _row(page: Page, number: int, sheet: Sheet, row: Row, dates: Dates) -> None:
    for place, column in enumerate(sheet.columns, 1):
        if column.kind is not Kind.COMPUTED:
            step = column.key == "title" and "chain" in row
            page.text(number, place, row.get(column.key, ""), look.STEP if step else _body(column))
            continue
        value = dates.get(column.key, "")
        if isinstance(value, str):
            page.text(number, place, value, look.RESULT)
        else:
            page.value(number, place, value, look.RESULT_INSTANT)
    if sheet is layout.AGENCIES:
        choosing.label(page, number)
    page.sheet.row_dimensions[number].height = look.height(_wrapped(sheet, row))


def _body(column: Column) -> Look:
    return look.LONG if column.wraps else look.BODY


def _wrapped(sheet: Sheet, row: Row) -> Iterator[tuple[str, int]]:
    """The texts that make a row high: those of a print, which long ones beside them would spread over empty paper."""
    shown = sheet.columns[: sheet.printed or None]
    return ((row.get(column.key, ""), column.width) for column in shown if column.wraps)
