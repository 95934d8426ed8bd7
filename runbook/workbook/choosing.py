"""Drop-downs of a workbook, and what a cell tells when it is selected."""

from __future__ import annotations

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from runbook.text import say
from runbook.workbook import labels, layout, look
from runbook.workbook.layout import Column, Kind, Sheet
from runbook.workbook.look import Look, Page
from runbook.workbook.rows import Rows

_SPARE = 500  # rows below the last that drop-downs reach
_LABEL = Look(fill=look.COMPUTED, format="General")
_LISTED = (Kind.LINES, Kind.PIECES, Kind.AGENCIES)
_LISTS = {Kind.AGENCY: (layout.AGENCIES, "label"), Kind.PHASE: (layout.PHASES, "title")}


def choices(page: Page, sheet: Sheet, texts: Rows, language: str) -> None:
    """The drop-downs and hints of every column that is filled in. Nothing is forced: the reader tells what is wrong."""
    last = len(texts[sheet.key]) + 1 + _SPARE
    for number, column in enumerate(sheet.columns, 1):
        if column.kind is not Kind.COMPUTED:
            letter = get_column_letter(number)
            _suggest(page, column, f"{letter}2:{letter}{last}", language)
    if sheet is layout.AGENCIES:
        names = labels.of_agencies(texts["agencies"])
        for row, one in enumerate(texts["agencies"], 2):
            if names.label(one["id"]) == one["id"]:  # its name would lead elsewhere
                page.text(row, len(sheet.columns), one["id"], look.RESULT)
        for row in range(len(texts["agencies"]) + 2, len(texts["agencies"]) + 52):
            label(page, row)


def form(page: Page, sheet: Sheet, language: str) -> None:
    for number, column in enumerate(sheet.columns, 2):
        _suggest(page, column, f"B{number}", language)


def label(page: Page, row: int) -> None:
    """The name of an agency in drop-downs: its short name where it has one, so also for those added later."""
    keys = [column.key for column in layout.AGENCIES.columns]
    name, short = (f"{get_column_letter(keys.index(key) + 1)}{row}" for key in ("name", "short"))
    page.value(row, keys.index("label") + 1, f'=IF({short}<>"",{short},{name}&"")', _LABEL)


def hint(column: Column, language: str) -> str:
    """What the format says of the column, with its example."""
    if column.field is None:
        return ""
    field = column.field
    sentence = field.vi if language == "vi" else field.en
    return f"{sentence[:1].upper()}{sentence[1:]}. {_example(column, language)}".replace("`", "").strip()


def _example(column: Column, language: str) -> str:
    """The example of the format as it is written in a cell."""
    if column.choices:
        return ", ".join(layout.word(language, choice) for choice in column.choices)
    assert column.field is not None
    bare = column.field.example.strip("[]{}'\"")
    return bare.replace(", ", "\n" if column.kind is Kind.LINES else "; ") if column.kind in _LISTED else bare


def _suggest(page: Page, column: Column, cells: str, language: str) -> None:
    values = _values(column, language)
    rule = DataValidation(type="list" if values else None, formula1=values or None, allow_blank=True)
    rule.showErrorMessage = False
    rule.promptTitle, rule.prompt = column.title(language)[:32], hint(column, language)[:255]
    rule.showInputMessage = bool(rule.prompt)
    if values or rule.prompt:
        rule.add(cells)
        page.sheet.add_data_validation(rule)


def _values(column: Column, language: str) -> str:
    """The formula of a drop-down: words, or the cells of another sheet as far as they are filled."""
    if column.choices:
        return '"' + ",".join(layout.word(language, choice) for choice in column.choices) + '"'
    if column.kind not in _LISTS:
        return ""
    sheet, key = _LISTS[column.kind]
    title = quote_sheetname(say(language, f"workbook.sheet.{sheet.key}"))
    letter = get_column_letter([one.key for one in sheet.columns].index(key) + 1)
    return f"OFFSET({title}!${letter}$2,0,0,MAX(1,COUNTA({title}!$A$2:$A${_SPARE * 2})),1)"
