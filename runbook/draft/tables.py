"""Duties in a table: STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runbook.draft.clauses import opens_with_verb
from runbook.draft.dates import days
from runbook.draft.document import Paragraph
from runbook.draft.due import due
from runbook.draft.duties import Drafter
from runbook.draft.findings import Basis, Role, Scope
from runbook.draft.header import quote
from runbook.draft.hours import clocks
from runbook.draft.letters import plain
from runbook.draft.mentions import Text
from runbook.draft.recurring import recurring
from runbook.draft.working import Draught

# What a column is, by its heading.
COLUMNS = (
    (
        "lead",
        r"chu tri|don vi thuc hien|co quan thuc hien|phu trach|nguoi thuc hien|bo phan thuc hien|^thuc hien$"
        r"|trach nhiem|don vi dau moi|phan cong",
    ),
    ("support", r"phoi hop"),
    ("due", r"thoi gian|thoi han|tien do|hoan thanh|han "),
    ("duty", r"noi dung|nhiem vu|cong viec|hoat dong|ten viec|dau viec"),
)
_COLUMNS = tuple((name, re.compile(words)) for name, words in COLUMNS)
_LONGEST_HEADING = 60
Rows = dict[int, dict[int, list[Paragraph]]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a heading row that names who leads what. `columns`: what each column holds."""

    rows: Rows
    columns: dict[str, int]
    stated: bool = False  # the column of those who lead says "chủ trì"


def tables(paragraphs: Iterable[Paragraph]) -> Iterator[Table]:
    """Tables that share out work: they have a column of duties and one of those who lead."""
    found: dict[int, Rows] = {}
    for one in paragraphs:
        if one.cell:
            found.setdefault(one.cell.table, {}).setdefault(one.cell.row, {}).setdefault(one.cell.column, []).append(
                one
            )
    for rows in found.values():
        for number in sorted(rows)[:3]:
            columns = _columns(rows[number])
            if {"lead", "duty"} <= set(columns) and not _is_programme(rows, columns):
                below = {row: cells for row, cells in rows.items() if row > number}
                heading = " ".join(one.text for one in rows[number][columns["lead"]])
                yield Table(below, columns, "chu tri" in plain(heading))
                break


def _is_programme(rows: Rows, columns: dict[str, int]) -> bool:
    """Whether the column of times holds hours of the day: a run of show, not a table of work."""
    times = [cell.text for cells in rows.values() for cell in cells.get(columns.get("due", -1), [])]
    hours = sum(bool(clocks(text)) and not days(text, 2000) for text in times)
    return 2 * hours > len(times)


def _columns(cells: dict[int, list[Paragraph]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, parts in sorted(cells.items()):
        if name := column(" ".join(one.text for one in parts)):
            found.setdefault(name, number)
    return found


def column(heading: str) -> str:
    """What a column holds, by its heading; "" where that tells nothing."""
    key = plain(heading)
    return next((name for name, words in _COLUMNS if words.search(key)), "") if len(key) <= _LONGEST_HEADING else ""


def draughts(table: Table, section: str, drafter: Drafter) -> Iterator[Draught]:
    """A duty for each row whose cell of duties and cell of leaders both hold something."""
    number = 0
    above: tuple[str, ...] = ()
    for row in sorted(table.rows):
        cells, below = table.rows[row], table.rows.get(row + 1, {})
        words = cells.get(table.columns["duty"], [])
        leads = _parties(cells.get(table.columns["lead"], []), drafter)
        for entry in (drafter.registry.entries[party] for party in leads):
            entry.section, entry.role = (entry.section, entry.role) if entry.section else (section, Role.ASSIGNED)
        if words and not leads and _groups(cells, words[0], below):
            above = ()
            continue
        if not words or (not leads and not above) or len(cells) < 2:  # one cell alone groups the rows below it
            continue
        above = leads or above
        number += 1
        yield _draught(table, cells, words[0], (section, number), above, drafter)


def _groups(cells: dict[int, list[Paragraph]], words: Paragraph, below: dict[int, list[Paragraph]]) -> bool:
    """Whether a row only heads the rows below it: "B | TUYÊN TRUYỀN", "2 | Công tác hậu cần" above "2.1"."""
    sign = _sign(cells, words)
    lettered = sign.isalpha() and sign.isupper() and len(sign) < 5
    deeper = bool(sign) and bool(below) and _sign(below, words).startswith(f"{sign}.")
    return len(cells) < 3 and (words.text.isupper() or lettered or deeper or not opens_with_verb(words.text))


def _sign(cells: dict[int, list[Paragraph]], words: Paragraph) -> str:
    """The number of a row, of the cell before the words."""
    return next((one[0].text.strip(" .") for _, one in sorted(cells.items()) if one[0] is not words), "")


def _draught(
    table: Table,
    cells: dict[int, list[Paragraph]],
    words: Paragraph,
    place: tuple[str, int],
    leads: tuple[str, ...],
    drafter: Drafter,
) -> Draught:
    end = len(words.text.rstrip(" ;.")) or len(words.text)
    one = Draught(words, 0, end, *place, Scope.IMPLEMENTATION, leads[0])
    drafter.circumstances(one, Text(words.text, drafter.names))
    one.lead, one.basis, one.fixed = leads, Basis.STATED if table.stated else Basis.DEFAULT, True
    partners = _parties(cells.get(table.columns.get("support", -1), []), drafter)
    one.support = tuple(party for party in partners if party not in leads)
    for cell in cells.get(table.columns.get("due", -1), []):
        one.due = due(cell, 0, len(cell.text), drafter.calendar, bare=True) or one.due
        one.recurs = one.recurs or recurring(cell, 0, len(cell.text))
    return one


def _parties(cells: Iterable[Paragraph], drafter: Drafter) -> tuple[str, ...]:
    """Those named in a cell; what no name can be read in is one name as it stands."""
    found: dict[str, None] = {}
    for cell in cells:
        text = Text(cell.text, drafter.names)
        mentions = list(text.all())
        for one in mentions:
            found[drafter.registry.party(one.name, cell.span(one.start, one.end), Role.MENTIONED)] = None
        bare = cell.text.strip(" -;.,")
        if not mentions and bare and bare[0].isupper() and len(bare.split()) < 12 and not days(bare, 2000):
            found[drafter.registry.party(bare, quote(cell).span, Role.MENTIONED)] = None
    return tuple(found)
