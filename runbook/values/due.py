"""The grammar of deadlines, in the words of either language."""

from __future__ import annotations

import re
from functools import lru_cache

from runbook.model import Deadline
from runbook.text import folded
from runbook.values import LONGEST_VALUE, MistakeError, moment

# Folded, with whether the day that follows counts.
_WORDS = {"before": False, "truoc": False}
_WORDS |= dict.fromkeys(("by", "cham nhat", "muon nhat", "den het", "trong ngay"), True)
_CLOCK_FIRST = re.compile(r"(\d{1,2}(?::\d{2}|h\d{0,2}))\s+(.+)", re.ASCII)
_THE_DAY = "ngay"


@lru_cache(maxsize=4096)
def deadline(text: str) -> Deadline:
    """`before <moment>` (the day does not count) or `by <moment>` (it does).

    So too `trước`, and `chậm nhất`, `muộn nhất`, `đến hết`, `trong ngày`; then `ngày` may stand before the day, and a
    clock before that: `trước 17h00 ngày 14/11/2024`.
    """
    words = text.split() if len(text) <= LONGEST_VALUE else []
    for count in (2, 1):
        inclusive = _WORDS.get(folded(" ".join(words[:count])))
        if inclusive is not None and words[count:]:
            return Deadline(moment(_day_first(words[count:])), inclusive)
    raise MistakeError("deadline-word", text=text)


def _day_first(words: list[str]) -> str:
    """The moment with its clock behind the day, as all moments have it."""
    rest = " ".join(word for word in words if folded(word) != _THE_DAY)
    found = _CLOCK_FIRST.fullmatch(rest)
    return f"{found[2]} {found[1]}" if found else rest
