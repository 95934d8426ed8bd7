"""What an official document says of itself: who issues it, its number and date, who signs, who receives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from runbook.model import Ceremony
from runbook.render.word.decree30 import DECREE_30, Form
from runbook.reports.official import ABBREVIATIONS, full_date, spelt_out
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_GAP = "\u00a0" * 7  # left for the registry to write in
_LEVELS = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
_COMMITTEES = ("Thành ủy", "Tỉnh ủy", "Quận ủy", "Huyện ủy", "Thị ủy")
_POSTS = (
    *(
        "Chủ tịch",
        "Giám đốc",
        "Tổng Giám đốc",
        "Bí thư",
        "Trưởng ban",
        "Trưởng phòng",
        "Chánh Văn phòng",
        "Hiệu trưởng",
    ),
    *("Chủ nhiệm", "Bộ trưởng", "Thứ trưởng", "Cục trưởng", "Vụ trưởng", "Viện trưởng", "Tổng Biên tập"),
)
_DEPUTY = "Phó "
_NUMBER = re.compile(r"\s*(\d+)\s*([/-])\s*(\S.*?)\s*")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The facts of a heading block and of what stands below the text.

    `superior`: the agency above the issuing one, "" where it is not named (a People's Committee names none). `number`
    as in "324/KH-UBND"; "" leaves room before `symbol` ("KH-UBND"). `place` and `day`: "" and None leave room for
    them, within the year `year`. `post`: the lines above the signature.
    """

    superior: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    day: date | None = None
    year: int = 0
    post: tuple[str, ...] = ()
    signer: str = ""
    recipients: tuple[str, ...] = ()


def letterhead(schedule: Schedule, language: str, form: Form = DECREE_30) -> Letterhead:
    """What the ceremony's file says of them. Number and date are left to the registry where the plan is numbered:
    what is written here carries that plan out, as a document of its own.
    """
    ceremony = schedule.ceremony
    plan = ceremony.plan
    issuer = spelt_out(plan.issuer) if plan else ""
    post, signer = _signature(plan.signer if plan else "", issuer, form, language)
    found = _NUMBER.fullmatch(plan.number) if plan else None
    return Letterhead(
        issuer=issuer,
        symbol=found[3] if found else "",
        place=_place(issuer),
        day=plan.date if plan and not plan.number else None,
        year=_first_year(schedule),
        post=post,
        signer=signer,
        recipients=_recipients(ceremony, issuer),
    )


def _first_year(schedule: Schedule) -> int:
    """The year in which the work begins, when the document must have been signed."""
    first = min([schedule.opening, *(row.start for row in schedule.rows.values())])
    return schedule.axis.civil(first)[0].year


def number_of(letter: Letterhead, form: Form) -> str:
    """The number as it is written: a zero before one below ten, no blanks; room for it where there is none.

    >>> number_of(Letterhead(number="5 / KH-UBND"), DECREE_30)
    '05/KH-UBND'
    """
    found = _NUMBER.fullmatch(letter.number)
    if found:
        return f"{int(found[1]):02}{found[2]}{found[3]}"
    return letter.number.strip() or f"{_GAP}{form.joint}{letter.symbol or form.symbol + _GAP}"


def date_of(letter: Letterhead, language: str) -> str:
    """The date in words: ngày 08 tháng 11 năm 2024; room for day and month where there is no date."""
    if letter.day is None:
        return say(language, "word.day", day=_GAP[2:], month=_GAP[2:], year=letter.year)
    return full_date(letter.day, language)


def name_lines(issuer: str) -> tuple[str, ...]:
    """The issuing agency's name in capitals, the place it governs on a line of its own."""
    governing, place = _parted(issuer)
    return tuple(line.upper() for line in (governing, place) if line)


def _place(issuer: str) -> str:
    """The name of the unit that the agency governs: Hà Nội of the city's People's Committee, "" of a department."""
    for committee in _COMMITTEES:
        if issuer.startswith(f"{committee} "):
            return issuer.removeprefix(f"{committee} ")
    _, place = _parted(issuer)
    level = next((level for level in _LEVELS if place.lower().startswith(f"{level} ")), "")
    name = place[len(level) :].strip()
    return place[:1].upper() + place[1:] if name.isdigit() else name if level else ""


def _parted(issuer: str) -> tuple[str, str]:
    """A committee or council of a unit, and that unit; any other agency whole."""
    for _, governing in ABBREVIATIONS:
        unit = issuer.removeprefix(f"{governing} ")
        if unit != issuer and unit.lower().startswith(_LEVELS):
            return governing, unit
    return issuer, ""


def _signature(written: str, issuer: str, form: Form, language: str) -> tuple[tuple[str, ...], str]:
    """The lines above the signature and the name below it; the form's own words where the file names nobody."""
    post = next((post for post in sorted(_POSTS, key=len, reverse=True) if _bare(written).startswith(f"{post} ")), "")
    name = _bare(written).removeprefix(post).strip() if post else written
    body = next((body for name, body in form.collectives if issuer.startswith(name)), "")
    lines = [say(language, f"word.{form.words}.behalf", body=body.upper())] if body else []
    title = post.upper() or say(language, "word.post")
    if written.startswith(_DEPUTY) and post:
        lines += [say(language, f"word.{form.words}.deputy", post=title), f"{_DEPUTY}{post}".upper()]
    else:
        lines.append(title)
    return tuple(lines), name or say(language, "word.signer")


def _bare(written: str) -> str:
    """A deputy's post begins with that of whom the deputy stands for."""
    rest = written.removeprefix(_DEPUTY)
    return rest[:1].upper() + rest[1:]


def _recipients(ceremony: Ceremony, issuer: str) -> tuple[str, ...]:
    """Every agency with a duty of its own, in protocol order, but the one that issues."""
    named = {agency for task in ceremony.tasks for agency in (task.lead, *task.support)}
    names = (spelt_out(agency.name) for agency in ceremony.agencies if agency.id in named)
    return tuple(name for name in names if name != issuer)
