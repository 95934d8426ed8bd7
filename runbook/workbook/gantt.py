"""A Gantt chart of cells, coloured by the dates of the sheets of tasks and following them when they change."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.worksheet import Worksheet

from runbook.workbook import layout, look
from runbook.workbook.planned import plan
from runbook.workbook.rows import Row

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_SHOWN = ("id", "title", "lead", "planned.start", "planned.finish", "planned.mark")
_WIDTHS = (9, 52, 20, 16, 16, 8)
_FIRST_ROW, _FIRST_DAY = 3, len(_SHOWN) + 1
_SPARE = 30  # rows for tasks that are added below
_STEPS, _MOST_COLUMNS = (1, 7, 28, 364), 130  # days of a column; the finest scale is taken that leaves so few
_CRITICAL, _BAR = PatternFill(bgColor="FF9C1C1C"), PatternFill(bgColor="FF9DB2C4")
_REST, _DAY_N = PatternFill(bgColor="FFE4E4E4"), PatternFill(bgColor="FFF6D98B")


def draw(page: Worksheet, rows: list[Row], schedule: Schedule, language: str) -> None:
    """One row for each row of the sheet of tasks, its cells formulas that refer there; the days run from the first."""
    dates = [dates for row in rows if (dates := plan(schedule, language).dates(row))]
    days = [value for one in dates for value in one.values() if isinstance(value, datetime)]
    first, last = (min(days), max(days)) if days else (datetime.combine(schedule.day, time()),) * 2
    span = (last.date() - first.date()).days + 8
    step = next((days for days in _STEPS if span / days <= _MOST_COLUMNS), _STEPS[-1])
    tasks = sum("part" in row for row in rows)
    lines = tasks + _SPARE
    columns = min(-(-span // step), _MOST_COLUMNS)
    _head(page, schedule, lines, columns, step, language)
    for number in range(lines):
        _line(page, number, language)
    _colour(page, lines, columns, step)
    page.freeze_panes = look.at(page, _FIRST_ROW, 3).coordinate
    page.print_title_rows, page.print_title_cols = "1:2", "A:B"
    page.print_area = f"A1:{get_column_letter(_FIRST_DAY + columns - 1)}{_FIRST_ROW + max(tasks, 1) - 1}"


def _head(page: Worksheet, schedule: Schedule, lines: int, columns: int, step: int, language: str) -> None:
    for number, (key, width) in enumerate(zip(_SHOWN, _WIDTHS, strict=True), 1):
        cell = look.put(look.at(page, 2, number), layout.TASKS.by_key[key].title(language))
        cell.font, cell.alignment, cell.border, cell.fill = look.BOLD, look.CENTRED, look.EDGES, look.COMPUTED
        page.column_dimensions[get_column_letter(number)].width = width + 1
    day_n = look.at(page, 1, 4)
    day_n.value, day_n.number_format, day_n.font = datetime.combine(schedule.day, time()), look.DAY, look.BOLD
    look.put(look.at(page, 1, 3), layout.OCCASION.by_key["date.chosen"].title(language)).font = look.BOLD
    page.row_dimensions[2].height = 33
    starts = f"$D${_FIRST_ROW}:$D${_FIRST_ROW + lines - 1}"
    for number in range(columns):
        first = f"IF(COUNT({starts})=0,$D$1,INT(MIN({starts})))" if number == 0 else ""
        _day(page, _FIRST_DAY + number, first, step)


def _day(page: Worksheet, column: int, first: str, step: int) -> None:
    """The head of one column of days: its first day, and its month where that is another than the column's before."""
    letter, before = get_column_letter(column), get_column_letter(column - 1)
    cell, month = look.at(page, 2, column), look.at(page, 1, column)
    cell.value = f"={first or f'{before}2+{step}'}"
    cell.number_format, cell.font, cell.alignment, cell.border = "dd", look.FONT, look.CENTRED, look.EDGES
    month.value = f"=MONTH({letter}2)" if first else f'=IF(MONTH({letter}2)<>MONTH({before}2),MONTH({letter}2),"")'
    month.font, month.alignment, month.number_format = look.BOLD, look.MIDDLE, '"T"0'
    page.column_dimensions[letter].width = 3.2


def _line(page: Worksheet, number: int, language: str) -> None:
    sheet = quote_sheetname(layout.TASKS.title(language))
    keys = [column.key for column in layout.TASKS.columns]
    for place, key in enumerate(_SHOWN, 1):
        source = f"{sheet}!{get_column_letter(keys.index(key) + 1)}{number + 2}"
        cell = look.at(page, _FIRST_ROW + number, place)
        cell.value = f'=IF({source}="","",{source})'
        cell.font, cell.border = look.FONT, look.EDGES
        cell.alignment = look.TOP
        cell.number_format = look.INSTANT if place in (4, 5) else "General"


def _colour(page: Worksheet, lines: int, columns: int, step: int) -> None:
    """A bar covers every column one of whose days the task touches; one that ends at midnight ends the day before."""
    letter, row = get_column_letter(_FIRST_DAY), _FIRST_ROW
    cells = f"{letter}{row}:{get_column_letter(_FIRST_DAY + columns - 1)}{row + lines - 1}"
    day = f"{letter}$2"
    last = f"INT(MAX($D{row},$E{row}-1/1440))"
    bar = f"ISNUMBER($D{row}),{day}+{step}>INT($D{row}),{day}<={last}"
    rules = [
        _rule(f'AND({bar},$F{row}<>"")', _CRITICAL),
        _rule(f"AND({bar})", _BAR),
        _rule(f"AND({day}<=$D$1,{day}+{step}>$D$1)", _DAY_N),
    ]
    if step == 1:
        rules.append(_rule(f"WEEKDAY({day},2)>5", _REST))
    for rule in rules:
        page.conditional_formatting.add(cells, rule)


def _rule(formula: str, fill: PatternFill) -> Rule:
    """The first rule that holds colours the cell."""
    return Rule(type="expression", formula=[formula], dxf=DifferentialStyle(fill=fill), stopIfTrue=True)
