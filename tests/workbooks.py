"""Workbooks for tests: ceremony text -> workbook -> ceremony, and workbooks as a person or an attacker leaves them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from textwrap import dedent
from typing import Any

import openpyxl

from runbook import build, syntax
from runbook.model import Ceremony
from runbook.problems import Problem, Severity, shown
from runbook.schedule import plan
from runbook.syntax import Mapping as Node
from runbook.workbook import reading, writing
from runbook.worktime import WorkPattern
from tests.reading import holidays_of

FILE = "le-thu.xlsx"
CEREMONY = """
    ceremony: le-thu
    title: Lễ thử
    date: {window: 18/11/2024..25/11/2024, chosen: 22/11/2024}
    hours: 08:30-10:30
    start: 11/11/2024 08:00
    assumptions: {S1: Ước tính}
    phases: {chuan-bi: Chuẩn bị, hau-can: Hậu cần}
    agencies:
      vp: {name: Văn phòng, short: VP, contacts: [{name: Nguyễn Văn A, phone: 024 3825 1234}]}
      ca: {name: Công an}
      xa: {name: Các xã, members: {x1: Xã Một, x2: Xã Hai}}
    holidays: {off: [{day: 19/11/2024, name: Nghỉ riêng}]}
    tasks:
      A1: {title: Họp giao việc, phase: chuan-bi, lead: vp, work: 1d, assumed: [work S1]}
      A2: {title: Báo cáo, phase: chuan-bi, each: xa, work: 2d, after: A1}
      C:
        title: Bài phát biểu
        lead: vp
        after: A2
        approval: [{act: draft, work: 1d}, {act: final, lead: ca, work: 0.5d}]
      A4: {title: Phương án bảo vệ, phase: hau-can, lead: ca, support: [vp, xa], work: 1d, after: [A1, C FS+2h]}
    day:
      n1: {title: Mở cửa, lead: vp, at: opening-1h, length: 30m}
    programme:
      - {id: p1, item: 1, title: Khai mạc, lead: vp, length: 1h}
      - {id: p2, item: 2, title: Bế mạc, lead: vp, length: 1h}
    after:
      Q1: {title: Báo cáo kết quả, lead: vp, work: 1d}
    decisions:
      - {when: 18/11/2024 17:00, who: [vp, ca], choose: Hoãn}
"""

Same = tuple[Ceremony, dict[str, WorkPattern]]


def comparable(ceremony: Ceremony) -> Same:
    """A ceremony as a value: calendars are compared by what they say."""
    return replace(ceremony, worktimes={}), {name: one.pattern for name, one in ceremony.worktimes.items()}


def nodes(text: str) -> Node:
    root, problems = syntax.parse(dedent(text), FILE)
    assert problems == ()
    assert isinstance(root, Node)
    return root


def built(root: Node | None) -> Ceremony:
    """The ceremony of nodes that have no errors."""
    ceremony, problems = build.ceremony(root, FILE, holidays_of)
    assert ceremony is not None, problems
    return ceremony


@lru_cache(maxsize=4)
def written(text: str = CEREMONY) -> bytes:
    root = nodes(text)
    return writing.written(root, plan(built(root)))


@dataclass(frozen=True)
class Outcome:
    """What a workbook gives: a ceremony or none, and its problems in words of Vietnamese."""

    ceremony: Ceremony | None
    problems: tuple[Problem, ...]
    listing: str

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.problems]

    @property
    def told(self) -> list[str]:
        return [shown(one, self.listing, "vi") for one in self.problems]


def read(data: bytes) -> Outcome:
    """The ceremony of a workbook and every problem, as a command that loads it has them."""
    found = reading.read(data, FILE)
    if found.root is None:
        return Outcome(None, found.problems, found.listing)
    ceremony, problems = build.ceremony(found.root, FILE, holidays_of)
    told = found.told(problems)
    failed = any(one.severity is Severity.ERROR for one in told)
    return Outcome(None if failed else ceremony, told, found.listing)


def edited(edit: Callable[[Any], None], text: str = CEREMONY) -> bytes:
    """The workbook of a ceremony as it is saved after an edit by another program."""
    book = openpyxl.load_workbook(io.BytesIO(written(text)))
    edit(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_cells(cells: Mapping[str, object], text: str = CEREMONY) -> bytes:
    """The workbook with some cells filled in, each named as in formulas: `Công việc!D4`."""

    def edit(book: Any) -> None:
        for name, value in cells.items():
            sheet, _, cell = name.partition("!")
            book[sheet][cell] = value

    return edited(edit, text)


def with_parts(changes: Mapping[str, bytes | None], data: bytes | None = None) -> bytes:
    """A workbook with parts of its archive put in, replaced or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data or written())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()
