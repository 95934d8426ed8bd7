"""Lists of anniversaries in YAML: the shipped one, and a user's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TypeVar

from runbook import grammars as g
from runbook import syntax
from runbook.anniversaries.anniversary import Anniversary, First, Kind, Scope, Status
from runbook.build.reader import Reader, Row
from runbook.format.fields import Field, Section, Shape, many
from runbook.grammars import Grammar
from runbook.problems import Place, Problem
from runbook.syntax import Mapping, Node
from runbook.text import folded
from runbook.values import MistakeError

E = TypeVar("E", bound=Enum)
_DAY = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(/(?P<year>\d{1,4}))?", re.ASCII)
_LEVEL = re.compile(r"(?P<year>\d{4})\s+(?P<level>.+)", re.ASCII)
_LEAP_YEAR = 2000  # has every day of any year
_WORDS: dict[type[Enum], dict[str, str]] = {  # what the Vietnamese words of a list mean
    Kind: {
        "ngay le lon": "great",
        "thanh lap": "founding",
        "truyen thong": "traditional",
        "huong ung": "observance",
        "duoc dat ra": "named",
        "ngay sinh": "birthday",
        "su kien": "event",
    },
    Scope: {"quoc gia": "national", "bo nganh": "sector", "cap tinh": "province", "to chuc": "organisation"},
    Status: {
        "chinh thuc": "official",
        "chua kiem chung": "unverified",
        "theo thong le": "customary",
        "du kien": "expected",
    },
}


def _one_of(kind: type[E], code: str, text: str) -> E:
    word = folded(text)
    try:
        return kind(_WORDS[kind].get(word, word))
    except ValueError:
        raise MistakeError(code, text=text) from None


def _first(text: str) -> tuple[int, int, int | None]:
    """Day, month, and the year where it is given: `10/10/1954`, `10/3`."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        raise MistakeError("bad-first", text=text)
    return int(found["day"]), int(found["month"]), int(found["year"]) if found["year"] else None


def _level(text: str) -> tuple[int, Scope]:
    found = _LEVEL.fullmatch(text.strip())
    if not found:
        raise MistakeError("bad-level", text=text)
    return int(found["year"]), _one_of(Scope, "bad-level", found["level"])


def _calendar(text: str) -> bool:
    word = folded(text)
    if word not in ("lunar", "solar", "am lich", "duong lich"):
        raise MistakeError("bad-calendar", text=text)
    return word in ("lunar", "am lich")


def _class_by(text: str) -> bool:
    word = folded(text)
    if word not in ("number", "year"):
        raise MistakeError("bad-class-by", text=text)
    return word == "year"


FIRST = Grammar("first", _first, "ngày/tháng/năm gốc, hoặc ngày/tháng", "day/month/year, or day/month", ("10/3",))
CALENDAR = Grammar("calendar", _calendar, "`lunar` âm lịch", "`lunar` or `solar`", ("lunar", "âm lịch"))
KIND = Grammar("kind", lambda text: _one_of(Kind, "bad-kind", text), "loại", "kind", ("founding", "thành lập"))
SCOPE = Grammar("scope", lambda text: _one_of(Scope, "bad-scope", text), "của ai", "whose", ("province", "cấp tỉnh"))
STATUS = Grammar("status", lambda text: _one_of(Status, "bad-status", text), "căn cứ", "standing", ("official",))
LEVEL = Grammar("level", _level, "năm và cấp tổ chức", "a year and the level", ("2024 national",))
CLASS_BY = Grammar("class by", _class_by, "`number` hoặc `year`", "`number` or `year`", ("number", "year"))

ANNIVERSARY = Section(
    "anniversary",
    "Một ngày kỷ niệm.",
    "One anniversary.",
    (
        Field("name", g.LINE, "tên", "name", required=True),
        Field("first", FIRST, "ngày gốc", "the day it goes back to", required=True),
        Field("kind", KIND, "loại", "kind", required=True),
        Field("scope", SCOPE, "của ai", "whose day", required=True),
        Field("name_en", g.LINE, "tên tiếng Anh", "name in English"),
        Field("calendar", CALENDAR, "lịch", "calendar"),
        Field("of", g.LINE, "tỉnh, ngành", "province, sector"),
        Field("article", g.LINE, "điều của Nghị định 145", "article of Decree 145"),
        Field("class_by", CLASS_BY, "loại năm tính theo", "what its class goes by"),
        many("levels", LEVEL, "cấp tổ chức theo năm", "levels by year"),
        Field("since", g.PAST_DAY, "từ ngày", "kept since"),
        Field("until", g.PAST_DAY, "đến hết ngày", "kept through"),
        Field("source", g.LINE, "căn cứ", "source"),
        Field("seen", g.LINE, "nơi đã đọc căn cứ", "where the source was read"),
        Field("status", STATUS, "tình trạng", "standing"),
    ),
)
BOOK = Section(
    "anniversaries",
    "Danh mục ngày kỷ niệm.",
    "A list of anniversaries.",
    (Field("anniversaries", ANNIVERSARY, "theo mã", "by id", required=True, shape=Shape.ROWS),),
)


def parse(text: str, file: str) -> tuple[tuple[Anniversary, ...], tuple[Problem, ...]]:
    """The list of a file's text in its order, and what is wrong with it; an entry with a problem is left out."""
    node, problems = syntax.parse(text, file)
    if node is None:
        return (), problems or (Problem("empty-file", Place(file, 1, 1)),)
    reader = Reader(list(problems))
    return tuple(_entries(reader, node)), tuple(reader.problems)


def _entries(reader: Reader, node: Node) -> Iterator[Anniversary]:
    listed = reader.row(node, BOOK).get("anniversaries")
    for name, child in reader.rows(listed, "anniversaries"):
        known = len(reader.problems)
        row = reader.row(child, ANNIVERSARY, name)
        first = _checked(reader, row)
        if len(reader.problems) == known and first is not None and type(child) is Mapping:
            yield _anniversary(name.text, row, first)


def _checked(reader: Reader, row: Row) -> First | None:
    """The first day, where its calendar has such a day."""
    if row.get("first") is None:
        return None
    day, month, year = row.get("first")
    lunar = row.get("calendar", False)
    if not (_is_lunar_day(month, day) if lunar else _is_day(_LEAP_YEAR if year is None else year, month, day)):
        reader.report("no-such-day", row.place("first"), text=row.text("first").text)
        return None
    return First(day, month, year, lunar)


def _is_lunar_day(month: int, day: int) -> bool:
    return 1 <= day <= 30 and 1 <= month <= 12


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _anniversary(name: str, row: Row, first: First) -> Anniversary:
    return Anniversary(
        id=name,
        name=row.get("name"),
        first=first,
        kind=row.get("kind"),
        scope=row.get("scope"),
        name_en=row.get("name_en", ""),
        of=row.get("of", ""),
        article=row.get("article", ""),
        by_calendar_year=row.get("class_by", False),
        levels=tuple(level for level, _ in row.get("levels", ())),
        since=row.get("since"),
        until=row.get("until"),
        source=row.get("source", ""),
        seen=row.get("seen", ""),
        status=row.get("status", Status.CUSTOMARY),
        origin=row.place_of_id,
    )
