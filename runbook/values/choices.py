"""The grammars of values that are one of a few words, or a name of a known shape."""

from __future__ import annotations

import re

from runbook.text import folded
from runbook.values import MistakeError

_MAIL = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\".]+")
_ZONE = re.compile(r"[A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")
_YES, _NO = frozenset({"yes", "true", "co"}), frozenset({"no", "false", "khong"})
_PARTS = {"morning": "morning", "afternoon": "afternoon", "evening": "evening"}
_PARTS |= {"sang": "morning", "buoi sang": "morning", "chieu": "afternoon", "buoi chieu": "afternoon"}
_PARTS |= {"toi": "evening", "buoi toi": "evening"}


def yes_no(text: str) -> bool:
    """yes, true, có / no, false, không."""
    word = folded(text)
    if word not in _YES | _NO:
        raise MistakeError("bad-yes-no", text=text)
    return word in _YES


def part_of_day(text: str) -> str:
    """morning, afternoon or evening (sáng, chiều, tối)."""
    return _one_of(_PARTS, text, "bad-part-of-day")


def language(text: str) -> str:
    """vi or en, the language of the documents."""
    return _one_of({"vi": "vi", "en": "en"}, text, "bad-language")


def placing(text: str) -> bool:
    """Whether the task is placed late: `late`, or `early` as all tasks are."""
    return _one_of({"late": "late", "early": "early"}, text, "bad-place") == "late"


def act(text: str) -> str:
    """The step of an approval chain: draft, opinion, revise or final."""
    return _one_of({word: word for word in ("draft", "opinion", "revise", "final")}, text, "bad-act")


def _one_of(words: dict[str, str], text: str, code: str) -> str:
    if folded(text) not in words:
        raise MistakeError(code, text=text)
    return words[folded(text)]


def email(text: str) -> str:
    """Something of the shape name@place.vn; whether it exists is not asked."""
    if not _MAIL.fullmatch(text.strip()):
        raise MistakeError("bad-email", text=text)
    return text.strip()


def zone(text: str) -> str:
    """The shape of a zone name, `Asia/Ho_Chi_Minh`; never a path that leads out of the zone data."""
    if not _ZONE.fullmatch(text.strip()):
        raise MistakeError("unknown-zone", text=text)
    return text.strip()


def assumed(text: str) -> tuple[str, str]:
    """The key a value of which is assumed, and the number of the assumption or "": `work S4`, `work`."""
    words = text.split()
    if not 1 <= len(words) <= 2:
        raise MistakeError("bad-assumed", text=text)
    return words[0], words[1] if len(words) == 2 else ""
