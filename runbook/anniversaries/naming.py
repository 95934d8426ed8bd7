"""What the title of a ceremony says of its anniversaries.

The two days in brackets, "(10/10/1954 - 10/10/2024)", are the first day and the anniversary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from runbook.model import Ceremony
from runbook.occasion import Occasion
from runbook.text import folded
from runbook.values import MistakeError
from runbook.values.extent import historic_day

_DAY = r"\d{1,2}/\d{1,2}/\d{4}"
_NUMBER = r"(?:(?P<before>\d{1,4})\s+năm|lần\s+thứ\s+(?P<after>\d{1,4}))"
_NAMED = re.compile(
    rf"{_NUMBER}\s+(?P<name>(?:(?!\d+\s+năm)[^()])+)\(\s*(?P<first>{_DAY})\s*[-–]\s*(?P<day>{_DAY})\s*\)",
    re.IGNORECASE,
)
_CEREMONY = re.compile(r"(?:ke hoach )?(?:to chuc )?(?:le|mit tinh|le mit tinh) k[iy] niem\b")
# Whose founding or traditional day it is. Decree 111/2018 speaks of ministries, sectors and localities; the words of
# the second row are of bodies that are none, though their names begin like those of the first.
_STATE = re.compile(
    r"\b(?:thanh lap|tai lap|truyen thong) (?:(?:luc luong|cac) )?"
    r"(?:tinh|thanh pho|quan(?! doi)|huyen|thi xa|thi tran|phuong|xa|dac khu|bo|nganh|tong cuc|cuc|chi cuc|so"
    r"|uy ban|ubnd|ban|phong|van phong|thanh tra|kho bac|cong an|canh sat|dan quan|dai|thong tan xa)\b"
)
_OTHERS = re.compile(
    r"\bdang\b|\b(?:tinh|thanh|quan|huyen|thi) uy\b|\btuyen giao\b|\bdan van\b"
    r"|\bban (?:chap hanh|chi dao)\b|\bmat tran\b"
)

# The great days whose first day is counted from (Decree 145/2013, Article 4): Tết and Giỗ Tổ have rites of every year.
_GREAT = re.compile(
    r"\bthanh lap dang cong san\b|\bngay thanh lap dang$|\bgiai phong mien nam\b|\bchien thang dien bien phu\b"
    r"|\bngay sinh (?:cua )?(?:chu tich|bac) ho\b|\bcach mang thang tam\b|\bquoc khanh\b"
)


def is_ceremony(title: str) -> bool:
    """Whether it is a rite of commemoration (lễ, mít tinh kỷ niệm), not a conference or a campaign about one."""
    return _CEREMONY.match(folded(title)) is not None


def of_the_state(name: str) -> bool:
    """Whether a day so named is the founding or traditional day of a ministry, a sector or a locality."""
    key = folded(name)
    return _STATE.search(key) is not None and _OTHERS.search(key) is None


def is_great(name: str) -> bool:
    """Whether a day so named is one of the seven great days, of those that count years from a first day."""
    return _GREAT.search(folded(name)) is not None


def occasions(ceremony: Ceremony) -> tuple[Occasion, ...]:
    """Those of the file, numbered by the title where the file does not; where it states none, those that the title
    tells with both days."""
    stated = (
        one if one.years is not None else replace(one, count=_number_of(ceremony.title, one.name))
        for one in ceremony.occasions
    )
    return tuple(stated) or tuple(titled(ceremony.title))


def titled(title: str) -> Iterator[Occasion]:
    """Each `70 năm Ngày … (10/10/1954 - 10/10/2024)`, or `lần thứ 70 Ngày …`, with the number as it is written."""
    for found in _NAMED.finditer(title):
        try:
            first, day = historic_day(found["first"]), historic_day(found["day"])
        except MistakeError:
            continue
        yield Occasion(found["name"].strip(" ,;-–"), first, day, int(found["before"] or found["after"]))


def misnumbered(ceremony: Ceremony) -> tuple[tuple[Occasion, int], ...]:
    """Every anniversary of which the title tells another number of years than lies between its days."""
    found = {folded(one.name): (one, one.count) for one in titled(ceremony.title)}
    for one in ceremony.occasions:
        found.setdefault(folded(one.name), (one, _number_of(ceremony.title, one.name)))
    return tuple((one, told) for one, told in found.values() if told is not None and one.years not in (None, told))


def _number_of(title: str, name: str) -> int | None:
    """The number of years that stands before the name in the title."""
    bare = re.escape(folded(name).removeprefix("ngay "))
    found = re.search(rf"(?:\b(\d{{1,4}}) nam|lan thu (\d{{1,4}})) (?:ngay )?{bare}", folded(title))
    return int(found[1] or found[2]) if found else None
