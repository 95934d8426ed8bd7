"""A Gantt chart of cells: the plan as it was computed, and an estimate where a task was changed since."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string, get_column_letter, quote_sheetname

from runbook.text import say
from runbook.workbook import kinds, layout, live, look
from runbook.workbook.look import Look, Page
from runbook.workbook.planned import Dates, Plan
from runbook.workbook.rows import Row
from runbook.worktime import WorkPattern

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_SHOWN = ("id", "title", "lead", "planned.start", "planned.finish", "planned.mark")
_WIDTHS = (9, 52, 20, 16, 16, 13)
_FIRST_ROW, _FIRST_DAY = 3, len(_SHOWN) + 1
_SPARE = 30  # rows for tasks that are added below
MOST_LINES = 2000  # rows that follow their tasks: the formulas of more would fill what a reader takes of a file
_STEPS, _MOST_COLUMNS = (1, 7, 28, 364), 130  # days of a column; the finest scale is taken that leaves so few
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


def draw(page: Page, rows: list[Row], holidays: list[Row], of: Plan) -> None:
    """One row for each row of the sheet of tasks, its cells formulas that refer there; the days run from the first."""
    schedule, language = of.schedule, of.language
    dates = [dates for row in rows if (dates := of.dates(row))]
    days = [value for one in dates for value in one.values() if isinstance(value, datetime)]
    first, last = (min(days), max(days)) if days else (datetime.combine(schedule.day, time()),) * 2
    span = (last.date() - first.date()).days + 8
    step = next((days for days in _STEPS if span / days <= _MOST_COLUMNS), _STEPS[-1])
    whole = [row for row in rows if "part" in row]
    tasks = whole[:MOST_LINES]
    lines, columns = len(tasks) + _SPARE, min(-(-span // step), _MOST_COLUMNS)
    _head(page, schedule, lines, columns, step, language)
    more = len(whole) - len(tasks)
    lacking = say(language, "workbook.not-drawn", shown=len(tasks), more=more) if more else ""
    page.text(1, 1, ". ".join(filter(None, [say(language, "workbook.computed-once"), lacking])), _NOTE)
    beside = _FIRST_DAY + columns
    pattern = schedule.ceremony.worktimes["office"].pattern
    off, worked = _unusual(page, pattern, range(first.year - 1, last.year + 2), holidays, beside, language)
    names = [get_column_letter(beside + 2 + number) for number in range(len(live.KEPT + live.LIVE))]
    where = dict(zip(live.KEPT + live.LIVE, names, strict=True))
    sheet = kinds.of_tasks(schedule.ceremony.campaign is not None)
    stale = say(language, "workbook.stale")
    end = _FIRST_ROW + max(len(tasks), 1) - 1
    found = live.Live(sheet, language, _FIRST_ROW, end, where, live.office(pattern, off), stale)
    for number, row in enumerate(tasks):
        _keep(page, _FIRST_ROW + number, row, of.dates(row), found)
    for row_number in range(_FIRST_ROW, _FIRST_ROW + lines):
        _line(page, row_number, found)
    for letter in names:
        page.sheet.column_dimensions[letter].hidden = True
    _colour(page, lines, columns, step, _rest(pattern, off, worked) if step == 1 else "", stale)
    page.sheet.freeze_panes = f"C{_FIRST_ROW}"
    page.sheet.print_title_rows, page.sheet.print_title_cols = "1:2", "A:B"
    page.sheet.print_area = f"A1:{get_column_letter(beside - 1)}{end}"


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


def _keep(page: Page, number: int, row: Row, dates: Dates, of: live.Live) -> None:
    """What the plan says of a task, for the formulas to find."""
    said: dict[str, datetime | str] = {
        "name": row.get("id") or row.get("title", ""),
        **{key.removeprefix("planned."): value for key, value in dates.items()},
        **{key: live.grounds(row, of.tasks, key) for key in ("begins", "lasts")},
    }
    for key, value in said.items():
        column = column_index_from_string(of.columns[key])
        if isinstance(value, str):
            page.text(number, column, value, _KEPT)
        else:
            page.value(number, column, value, _DATE)


def _line(page: Page, number: int, of: live.Live) -> None:
    """One row: what stands in the sheet of tasks, the dates of the plan or an estimate, and a mark that says which."""
    shown = of.shown(number)
    for place, key in enumerate(_SHOWN, 1):
        look = _INSTANT if key in ("planned.start", "planned.finish") else _SHOWN_TEXT
        own = _or_empty(of.own(key), _or_empty(of.own("each")) if key == "lead" else '""')
        page.value(number, place, f"={shown.get(key) or own}", look)
    for key, formula in of.formulas(number).items():
        page.value(number, column_index_from_string(of.columns[key]), f"={formula}", _KEPT)


def _or_empty(cell: str, other: str = '""') -> str:
    return f'IF({cell}="",{other},{cell})'


def _unusual(
    page: Page, pattern: WorkPattern, years: range, holidays: list[Row], column: int, language: str
) -> tuple[str, str]:
    """The days of those years that break the office's week, in two hidden columns: those off, and those worked though
    the week rests. Below the days off stand those that the sheet of days off has now."""
    own = {row.get("day", "") for row in holidays}
    unusual = [one for one in pattern.holidays.values() if one.works is not bool(pattern.week[one.day.weekday()])]
    near = [one for one in unusual if one.day.year in years and f"{one.day:%d/%m/%Y}" not in own]
    worked = [one.day for one in unusual if one.works and one.day.year in years]
    off = _listed(page, column, [one.day for one in near if not one.works], len(holidays) + _SPARE)
    listed = len(near) - sum(one.works for one in near)
    for number in range(len(holidays) + _SPARE):
        page.value(_FIRST_ROW + listed + number, column, f"={_typed(number + 2, language)}", _DATE)
    return off, _listed(page, column + 1, worked)


def _typed(row: int, language: str) -> str:
    """A day off of the sheet of days off; nought where its row has none."""
    sheet = quote_sheetname(layout.HOLIDAYS.title(language))
    day, kind = (f"INDEX({sheet}!${letter}:${letter},{row})" for letter in "AB")
    return f'IF({kind}="{layout.word(language, "work")}",0,IFERROR({live.date_in(day)},0))'


def _rest(pattern: WorkPattern, off: str, worked: str) -> str:
    """What tells whether a column's day is one that the office does not work on."""
    day = f"{get_column_letter(_FIRST_DAY)}$2"
    week = "".join("0" if spans else "1" for spans in pattern.week)
    rests = f'MID("{week}",WEEKDAY({day},2),1)="1"'
    return f"OR(AND({rests},COUNTIF({worked},{day})=0),COUNTIF({off},{day})>0)"


def _listed(page: Page, column: int, days: list[date], more: int = 0) -> str:
    """Days in a hidden column; the range they stand in, with room for so many more."""
    letter = get_column_letter(column)
    for row, day in enumerate(sorted(days), _FIRST_ROW):
        page.value(row, column, datetime.combine(day, time()), _DATE)
    page.sheet.column_dimensions[letter].hidden = True
    return f"${letter}${_FIRST_ROW}:${letter}${_FIRST_ROW + max(len(days) + more, 1) - 1}"


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
