"""Hours of the day as plans write them: 08h30, 8 giờ 30, 7h35'-7h40', and 07.00 where a day follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runbook.draft.letters import plain, toned, toned_pattern

_CLOCK = re.compile(
    r"(?<![0-9/.,])(?P<h>[01]?[0-9]|2[0-4])\s?(?:(?:h|gio|g)(?![a-z])\s?(?P<m>[0-5][0-9])?(?:\s?phut)?"
    r"|:(?P<c>[0-5][0-9])|\.(?P<d>[0-5][0-9])(?=,? ngay \d|\s?-\s?\d\d\.[0-5]\d\s?:|\s?:(?!\d)))"
    r"\s?'{0,2}(?![0-9])(?!\s?(?:lam viec|/\s?ngay))"
)
_UNTIL = re.compile(r"\s?(?:-|den|toi)(?:\s?het)?\s?(?:luc\s)?")
_PART = toned_pattern(
    r"buổi (sáng|trưa|chiều|tối|đêm)(?!\w)"
    r"|(?<!\w)(sáng|trưa|chiều|tối|đêm)(?=,? (?:các )?(?:thứ|ngày|chủ nhật|\d))"
    r"|(?<=[0-9h'] )(sáng|trưa|chiều|tối|đêm)(?!\w)(?! tạo)"
)
_NAMES = {"sáng": "morning", "trưa": "", "chiều": "afternoon", "tối": "evening", "đêm": "evening"}


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour, or from one to another, in minutes of the day."""

    start: int
    end: int
    minutes: int
    until: int | None = None


def clocks(text: str) -> list[Clock]:
    """The hours a text names, in order; two joined by a dash or "đến" are one."""
    key = plain(text)
    found: list[Clock] = []
    for match in _CLOCK.finditer(key):
        minutes = int(match["h"]) * 60 + int(match["m"] or match["c"] or match["d"] or 0)
        if minutes > 24 * 60:
            continue
        before = found[-1] if found else None
        if match["d"] and not _is_dotted(key, match, before):
            continue
        if (
            before
            and before.until is None
            and _UNTIL.fullmatch(key, before.end, match.start())
            and minutes > before.minutes
        ):
            found[-1] = Clock(before.start, match.end(), before.minutes, minutes)
        else:
            found.append(Clock(match.start(), match.end(), minutes))
    return found


def _is_dotted(key: str, match: re.Match[str], before: Clock | None) -> bool:
    """Whether a point parts hours from minutes, not a day from its month: it ends a span, or begins what is none."""
    if len(match["h"]) < 2 or key.endswith("ngay ", 0, match.start()):
        return False
    ends = before is not None and _UNTIL.fullmatch(key, before.end, match.start())
    return bool(ends) or not key.startswith((":", " :"), match.end())


def part_of_day(text: str) -> str:
    """ "morning", "afternoon" or "evening" where the text says so, else ""."""
    match = _PART.search(toned(text))
    return _NAMES[next(group for group in match.groups() if group)] if match else ""
