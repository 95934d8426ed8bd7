"""A Gantt chart of cells, as planned when it was written, that marks each row whose task was changed since."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname

from runbook.text import say
from runbook.workbook import layout, look
from runbook.workbook.look import Look, Page
from runbook.workbook.planned import Plan
from runbook.workbook.rows import Row

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_SHOWN = ("id", "title", "lead", "planned.start", "planned.finish", "planned.mark")
_WIDTHS = (9, 52, 20, 16, 16, 13)
_FIRST_ROW, _FIRST_DAY = 3, len(_SHOWN) + 1
_SPARE = 30  # rows for tasks that are added below
_STEPS, _MOST_COLUMNS = (1, 7, 28, 364), 130  # days of a column; the finest scale is taken that leaves so few
# What a task's dates come from on its own row; another text there, and the dates shown are no longer its own.
_GROUNDS = ("id", "work", "after", "finish", "length", "elapsed", "at", "not_before", "place", "worktime", "over")
_MOST_KEPT = 1000  # characters of them that are compared
_STALE = PatternFill(bgColor="FFF2B8A0")
_CRITICAL, _BAR = PatternFill(bgColor="FF9C1C1C"), PatternFill(bgColor="FF9DB2C4")
_NOTE = Look(look.BOLD, border=look.BARE)
_NAME, _DATE = (Look(look.BOLD, border=look.BARE, format=shown) for shown in (look.TEXT, look.DAY))
_MONTH = Look(alignment=look.MIDDLE, border=look.BARE, format="0")
_DAY, _SHOWN_TEXT, _INSTANT = (
    Look(alignment=look.CENTRED, format="dd"),
    Look(format="General"),
    Look(format=look.INSTANT),
)
_KEPT = Look(border=look.BARE)
_REST, _DAY_N = PatternFill(bgColor="FFE4E4E4"), PatternFill(bgColor="FFF6D98B")


def draw(page: Page, rows: list[Row], of: Plan) -> None:
    """One row for each row of the sheet of tasks, its cells formulas that refer there; the days run from the first."""
    schedule, language = of.schedule, of.language
    dates = [dates for row in rows if (dates := of.dates(row))]
    days = [value for one in dates for value in one.values() if isinstance(value, datetime)]
    first, last = (min(days), max(days)) if days else (datetime.combine(schedule.day, time()),) * 2
    span = (last.date() - first.date()).days + 8
    step = next((days for days in _STEPS if span / days <= _MOST_COLUMNS), _STEPS[-1])
    tasks = sum("part" in row for row in rows)
    lines = tasks + _SPARE
    columns = min(-(-span // step), _MOST_COLUMNS)
    _head(page, schedule, lines, columns, step, language)
    page.text(1, 1, say(language, "workbook.computed-once"), _NOTE)
    for number in range(lines):
        row = rows[number] if number < tasks else {}
        _line(page, number, row, _FIRST_DAY + columns + 2, language)
    page.sheet.column_dimensions[get_column_letter(_FIRST_DAY + columns + 2)].hidden = True
    rest = _rest(page, of, range(first.year - 1, last.year + 2), columns) if step == 1 else ""
    _colour(page, lines, columns, step, rest, say(language, "workbook.stale"))
    sheet = page.sheet
    sheet.freeze_panes = f"C{_FIRST_ROW}"
    sheet.print_title_rows, sheet.print_title_cols = "1:2", "A:B"
    sheet.print_area = f"A1:{get_column_letter(_FIRST_DAY + columns - 1)}{_FIRST_ROW + max(tasks, 1) - 1}"


def _head(page: Page, schedule: Schedule, lines: int, columns: int, step: int, language: str) -> None:
    for number, (key, width) in enumerate(zip(_SHOWN, _WIDTHS, strict=True), 1):
        page.text(2, number, layout.TASKS.by_key[key].title(language), look.RESULT_HEADING)
        page.sheet.column_dimensions[get_column_letter(number)].width = width + 1
    day_n = say(language, "workbook.day-n") if schedule.ceremony.campaign else None
    page.text(1, 3, day_n or layout.OCCASION.by_key["date.chosen"].title(language), _NAME)
    page.value(1, 4, datetime.combine(schedule.day, time()), _DATE)
    page.sheet.row_dimensions[2].height = 33
    starts = f"$D${_FIRST_ROW}:$D${_FIRST_ROW + lines - 1}"
    for number in range(columns):
        first = f"IF(COUNT({starts})=0,$D$1,INT(MIN({starts})))" if number == 0 else ""
        _day(page, _FIRST_DAY + number, first, step)


def _day(page: Page, column: int, first: str, step: int) -> None:
    """The head of one column of days: its first day, and its month where that is another than the column's before."""
    letter, before = get_column_letter(column), get_column_letter(column - 1)
    month = f"MONTH({letter}2)" if first else f'IF(MONTH({letter}2)<>MONTH({before}2),MONTH({letter}2),"")'
    page.value(1, column, f"={month}", _MONTH)
    page.value(2, column, f"={first or f'{before}2+{step}'}", _DAY)
    page.sheet.column_dimensions[letter].width = 3.2


def _line(page: Page, number: int, row: Row, hidden: int, language: str) -> None:
    """One row, its mark saying so where the task is not as it was when the plan was computed."""
    for place, key in enumerate(_SHOWN, 1):
        source = _source(key, number, language)
        shown = _INSTANT if key in ("planned.start", "planned.finish") else _SHOWN_TEXT
        value = f'IF({source}="","",{source})'
        if key == "planned.mark":
            now = "&".join(f'{_source(one, number, language)}&"|"' for one in _GROUNDS)
            kept = f"${get_column_letter(hidden)}{_FIRST_ROW + number}"
            named = f"{_source('id', number, language)}&{_source('title', number, language)}"
            stale = f'AND({named}<>"",LEFT({now},{_MOST_KEPT})<>{kept}&"")'
            value = f'IF({stale},"{say(language, "workbook.stale")}",{value})'
        page.value(_FIRST_ROW + number, place, f"={value}", shown)
    if row:
        grounds = "".join(f"{row.get(key, '')}|" for key in _GROUNDS)[:_MOST_KEPT]
        page.text(_FIRST_ROW + number, hidden, grounds, _KEPT)


def _source(key: str, number: int, language: str) -> str:
    """The cell of the sheet of tasks."""
    keys = [column.key for column in layout.TASKS.columns]
    sheet = quote_sheetname(layout.TASKS.title(language))
    return f"{sheet}!{get_column_letter(keys.index(key) + 1)}{number + 2}"


def _rest(page: Page, of: Plan, years: range, columns: int) -> str:
    """What tells whether a column's day is one that the office does not work on.

    The days of those years that break its week stand in two hidden columns beside the chart: those off, and those
    worked though the week rests.
    """
    pattern, day = of.schedule.ceremony.worktimes["office"].pattern, f"{get_column_letter(_FIRST_DAY)}$2"
    week = "".join("0" if spans else "1" for spans in pattern.week)
    unusual = [one for one in pattern.holidays.values() if one.works is not bool(pattern.week[one.day.weekday()])]
    listed = {
        works: _listed(
            page,
            _FIRST_DAY + columns + works,
            [one.day for one in unusual if one.works is works and one.day.year in years],
        )
        for works in (False, True)
    }
    rests = f'MID("{week}",WEEKDAY({day},2),1)="1"'
    return f"OR(AND({rests},COUNTIF({listed[True]},{day})=0),COUNTIF({listed[False]},{day})>0)"


def _listed(page: Page, column: int, days: list[date]) -> str:
    """Days in a hidden column; the range they stand in."""
    letter = get_column_letter(column)
    for row, day in enumerate(sorted(days), _FIRST_ROW):
        page.value(row, column, datetime.combine(day, time()), _DATE)
    page.sheet.column_dimensions[letter].hidden = True
    return f"${letter}${_FIRST_ROW}:${letter}${_FIRST_ROW + max(len(days), 1) - 1}"


def _colour(page: Page, lines: int, columns: int, step: int, rest: str, stale: str) -> None:
    """A bar covers every column one of whose days the task touches; one that ends at midnight ends the day before."""
    letter, row = get_column_letter(_FIRST_DAY), _FIRST_ROW
    cells = f"{letter}{row}:{get_column_letter(_FIRST_DAY + columns - 1)}{row + lines - 1}"
    day = f"{letter}$2"
    last = f"INT(MAX($D{row},$E{row}-1/1440))"
    bar = f"ISNUMBER($D{row}),{day}+{step}>INT($D{row}),{day}<={last}"
    page.sheet.conditional_formatting.add(f"F{row}:F{row + lines - 1}", _rule(f'$F{row}="{stale}"', _STALE))
    rules = [
        _rule(f'AND({bar},$F{row}="{stale}")', _STALE),
        _rule(f'AND({bar},$F{row}<>"")', _CRITICAL),
        _rule(f"AND({bar})", _BAR),
        _rule(f"AND({day}<=$D$1,{day}+{step}>$D$1)", _DAY_N),
    ]
    if rest:
        rules.append(_rule(rest, _REST))
    for rule in rules:
        page.sheet.conditional_formatting.add(cells, rule)


def _rule(formula: str, fill: PatternFill) -> Rule:
    """The first rule that holds colours the cell."""
    return Rule(type="expression", formula=[formula], dxf=DifferentialStyle(fill=fill), stopIfTrue=True)
