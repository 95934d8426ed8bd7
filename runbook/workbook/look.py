"""What cells look like, and how high a row is that holds their texts."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from runbook.text import say

_LINE = Side(style="thin", color="FFBFBFBF")
BARE, EDGES = Border(), Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
FONT, BOLD = Font(name="Times New Roman", size=11), Font(name="Times New Roman", size=11, bold=True)
LARGE = Font(name="Times New Roman", size=14, bold=True)
_UNFILLED = PatternFill()
HEADING, COMPUTED = PatternFill("solid", fgColor="FFD9E2EC"), PatternFill("solid", fgColor="FFEDEDED")
TOP, WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
INDENTED = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
MIDDLE = Alignment(horizontal="center", vertical="top")
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
UPRIGHT = Alignment(horizontal="center", vertical="bottom", text_rotation=90, wrap_text=True)
TEXT, INSTANT, DAY = "@", "dd/mm/yyyy hh:mm", "dd/mm/yyyy"
_LIKE_FORMULAS = frozenset("=+-@")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_LINE_HEIGHT, _HIGHEST = 15.0, 409.0  # points; Excel shows no higher row
_LONGEST_TITLE = 120  # characters; headers and footers hold 255 together with their codes


@dataclass(frozen=True, eq=False)
class Look:
    """How a cell looks. `format` is that of its value; the one of text keeps what is typed as it is."""

    font: Font = FONT
    alignment: Alignment = TOP
    fill: PatternFill = _UNFILLED
    border: Border = EDGES
    format: str = TEXT


BODY, LONG, STEP = Look(), Look(alignment=WRAPPED), Look(alignment=INDENTED)
RESULT = Look(alignment=MIDDLE, fill=COMPUTED)
RESULT_INSTANT = Look(alignment=MIDDLE, fill=COMPUTED, format=INSTANT)
INPUT_HEADING, RESULT_HEADING = (Look(BOLD, CENTRED, fill) for fill in (HEADING, COMPUTED))


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet that is being written. `styles` are those of its workbook, made once for each look: openpyxl is slow."""

    sheet: Worksheet
    styles: dict[tuple[Look, bool], StyleArray]

    def text(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text that stays one, whatever it begins with; Excel shows the mark of a text where it needs one.

        `_x000D_` would be read as the sign of that number, so its first line is escaped (ECMA-376 part 1, 22.9.2.19).
        """
        cell = cast(Cell, self.sheet.cell(row, column))
        if text:
            cell.value = _ESCAPED.sub("_x005F_", text)
            cell.data_type = "s"
        self._dress(cell, look, text[:1] in _LIKE_FORMULAS)

    def value(self, row: int, column: int, value: datetime | str, look: Look) -> None:
        """Write an instant or a formula."""
        cell = cast(Cell, self.sheet.cell(row, column))
        cell.value = value
        self._dress(cell, look, False)

    def _dress(self, cell: Cell, look: Look, quoted: bool) -> None:
        known = self.styles.get((look, quoted))
        if known is not None:
            cell._style = copy(known)  # type: ignore[attr-defined]
            return
        cell.font, cell.alignment, cell.fill, cell.border = look.font, look.alignment, look.fill, look.border
        cell.number_format, cell.quotePrefix = look.format, quoted
        self.styles[look, quoted] = copy(cell._style)  # type: ignore[attr-defined]


def height(cells: Iterable[tuple[str, int]]) -> float:
    """Points of a row: the most lines that a text takes in a column of so many characters."""
    lines = max((sum(_lines(line, width) for line in text.split("\n")) for text, width in cells), default=1)
    return min(lines * _LINE_HEIGHT + 3, _HIGHEST)


def _lines(text: str, width: int) -> int:
    """A column as wide as so many digits holds about as many letters, words left whole; capitals are wider."""
    length = len(text) + 0.4 * sum(map(str.isupper, text))
    return max(1, math.ceil(length / max(width * 1.05, 1)))


def printed(sheet: Worksheet, title: str, language: str, landscape: bool = True, large: bool = False) -> None:
    """A4 (or A3) as wide as the page, the ceremony's title above and page numbers below."""
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 8 if large else 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top = sheet.page_margins.bottom = 0.75
    short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    sheet.HeaderFooter.oddHeader = HeaderFooterItem(_HeaderFooterPart(short.replace("&", "&&")))
    number = _HeaderFooterPart(say(language, "workbook.footer"))
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(_HeaderFooterPart("&A"), right=number)


def plain(book: Workbook) -> None:
    """Cells that are still empty look like the others when they are filled."""
    book._named_styles["Normal"].font = FONT  # type: ignore[attr-defined]
