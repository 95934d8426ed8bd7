"""The sheet that says who leads and who supports what, with a mark where the tasks say otherwise since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname

from runbook.reports.matrix import matrix
from runbook.text import say
from runbook.workbook import kinds, layout, look
from runbook.workbook.layout import Column, Sheet
from runbook.workbook.look import Look, Page
from runbook.workbook.rows import Row

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_COLUMNS = (Column("id", 10), Column("title", 60), Column("phase", 20), Column("changed", 15))
_FIRST, _MORE = 2, 500  # the row below the headings; rows below the last among which new tasks are looked for
_WHO = ("lead", "support", "each")
_UPRIGHT, _DUTY = Look(look.BOLD, look.UPRIGHT, look.COMPUTED), Look(alignment=look.CENTRED)
_MARK, _KEPT = Look(alignment=look.WRAPPED, format="General"), Look(border=look.BARE)
_STALE = DifferentialStyle(fill=PatternFill(bgColor="FFF2B8A0"))


def draw(page: Page, schedule: Schedule, texts: dict[str, list[Row]]) -> None:
    """A row for each task, the agencies across. A task that was taken out, or that others lead or support now, is
    marked; so are those that were put in, by their number below."""
    language, of = schedule.ceremony.language, matrix(schedule, schedule.ceremony.language)
    for number, column in enumerate(_COLUMNS, 1):
        note = f"\n({say(language, 'workbook.computed-once')})" if column.key == "title" else ""
        title = say(language, "workbook.changed") if column.key == "changed" else column.title(language)
        page.text(1, number, title + note, look.RESULT_HEADING)
        page.sheet.column_dimensions[get_column_letter(number)].width = column.width + 1
    for number, name in enumerate(of.agencies, len(_COLUMNS) + 1):
        page.text(1, number, name, _UPRIGHT)
        page.sheet.column_dimensions[get_column_letter(number)].width = 6
    page.sheet.row_dimensions[1].height = 150
    rows = {row["id"]: (sheet, row) for sheet in _sheets(schedule) for row in texts[sheet.key] if row.get("id")}
    kept = len(_COLUMNS) + len(of.agencies) + 1
    for number, task in enumerate(of.rows, _FIRST):
        cells = (task.id, task.title, task.phase, "", *task.cells)
        for place, text in enumerate(cells, 1):
            page.text(number, place, text, look.LONG if place <= len(_COLUMNS) else _DUTY)
        if task.id in rows:
            sheet, row = rows[task.id]
            page.text(number, kept, _said(row, sheet), _KEPT)
            page.value(number, len(_COLUMNS), f"={_mark(number, kept, sheet, language)}", _MARK)
        page.sheet.row_dimensions[number].height = look.height([(task.title, 60), (task.phase, 20)])
    for number, name in enumerate(rows, _FIRST):
        page.text(number, kept + 1, name, _KEPT)
    known = f"${get_column_letter(kept + 1)}${_FIRST}:${get_column_letter(kept + 1)}${_FIRST + len(rows)}"
    lacking = _lacking(known, len(rows), _sheets(schedule)[0], language)
    page.value(_FIRST + len(of.rows), 2, f"={lacking}", look.LONG)
    _finish(page, _FIRST + len(of.rows) - 1, kept)


def _finish(page: Page, last: int, kept: int) -> None:
    for column in (kept, kept + 1):
        page.sheet.column_dimensions[get_column_letter(column)].hidden = True
    rule = Rule(type="expression", formula=[f'$D{_FIRST}<>""'], dxf=_STALE)
    page.sheet.conditional_formatting.add(f"A{_FIRST}:{get_column_letter(kept - 1)}{max(last, _FIRST)}", rule)
    page.sheet.freeze_panes = "C2"
    page.sheet.print_title_rows, page.sheet.print_title_cols = "1:1", "A:B"
    page.sheet.print_area = f"A1:{get_column_letter(kept - 1)}{max(last, _FIRST)}"


def _sheets(schedule: Schedule) -> list[Sheet]:
    """The sheets whose rows are tasks."""
    campaign = schedule.ceremony.campaign is not None
    return [kinds.of_tasks(campaign)] + ([] if campaign else [layout.PROGRAMME])


def _column(sheet: Sheet, key: str, language: str) -> str:
    letter = get_column_letter([column.key for column in sheet.columns].index(key) + 1)
    return f"{quote_sheetname(sheet.title(language))}!${letter}:${letter}"


def _who(sheet: Sheet) -> list[str]:
    return [key for key in _WHO if key in sheet.by_key]


def _said(row: Row, sheet: Sheet) -> str:
    return "".join(f"{row.get(key, '')}|" for key in _who(sheet))


def _mark(number: int, kept: int, sheet: Sheet, language: str) -> str:
    """That the row of that id is gone, or names others than when the sheet was made."""
    place = f"MATCH($A{number},{_column(sheet, 'id', language)},0)"
    now = "&".join(f'INDEX({_column(sheet, key, language)},{place})&"|"' for key in _who(sheet))
    same = f"EXACT({now},${get_column_letter(kept)}{number})"
    return f'IF(IFERROR({same},FALSE),"","{say(language, "workbook.stale")}")'


def _lacking(known: str, count: int, sheet: Sheet, language: str) -> str:
    """How many tasks there are that were not there when the sheet was made."""
    ids = _column(sheet, "id", language).replace(":$", f"${_FIRST}:$") + f"${_FIRST + count + _MORE}"
    found = f'SUMPRODUCT(({ids}<>"")*(COUNTIF({known},{ids})=0))'
    return f'IF({found}=0,"","+ "&{found}&" {say(language, "workbook.not-shown")}")'
