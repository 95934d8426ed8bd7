"""What the names of public bodies are made of, as patterns for `toned` keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from runbook.draft import agency_words as words
from runbook.draft.duty_words import STOPS, VERBS
from runbook.draft.letters import toned, toned_pattern


def choice(listed: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(listed, key=len, reverse=True))


WORD = re.compile(r"[^\W_]+(?:[&./][^\W_]+)*&?")
NEXT = re.compile(r"(\s*-\s*|\s*,\s*|\s+(?:và|&)\s+|\s*&\s*|\s+)(?=[\w\"])")
THREE = re.compile(r"([\w&-]+)(?: ([\w&-]+)(?: ([\w&-]+))?)?")
HEAD = toned_pattern(rf"(?:{choice(words.HEADS)})(?![\w])")
ANY = toned_pattern(rf"(?<![\w/])(?:{choice((*words.HEADS, *words.GATHERING, *words.SYSTEMS))}|\d{{1,3}})(?![\w])")
GATHERED = toned_pattern(rf"(?:{choice(words.GATHERED)})(?!\w)")
GATHERING = toned_pattern(rf"(?:{choice(words.GATHERING)}|\d{{1,3}})\s+")
LEVEL = toned_pattern(rf"(?:{choice(words.LEVELS)})(?!\w)")
TAIL = toned_pattern(rf"(?:{choice(words.TAILS)})(?!\w)")
SYSTEM = toned_pattern(rf"(?:{choice(words.SYSTEMS)})(?!\w)")
LOOSE = toned_pattern(r"(?:đài|trung tâm|bệnh viện|trạm|công ty)(?!\w)")
COMMA = toned_pattern(r"\s*[,;/]\s*(?:và\s+)?|\s+và\s+|\s*-\s+")
AND = toned_pattern(r"\s*(?:,|;)?\s+(?:và|cùng|cùng với|với)\s+|\s*[,;]\s*")
COUNCIL = toned_pattern(r"(?:hđnd|hội đồng nhân dân|đbqh|quốc hội)$")
MANY_AFTER = toned_pattern(
    r"(?:ubnd|ủy ban nhân dân|đảng ủy|công an|đoàn|hđnd|trạm y tế|hội(?: [^\W\d]+ [^\W\d]+){0,2}|công đoàn"
    r"|liên đoàn lao động|thường trực|mttq|ban chỉ huy quân sự)$"
)
ALWAYS = frozenset(toned(one) for one in words.ALWAYS)
FIELDS = {"thông tin", "truyền thông", "truyền hình", "đào tạo", "giáo dục"}  # work that bodies are named after
NAME_STOPS = frozenset(toned(one) for one in (VERBS - FIELDS) | STOPS)
MANY_STOPS = frozenset(toned(one) for one in VERBS | STOPS)
ALL_VERBS = frozenset(toned(one) for one in VERBS)
LINE_STOPS = NAME_STOPS - frozenset(toned(one) for one in ("có", "trong", "trên", "tại", "đại diện", "phần"))
ONE_WORD = frozenset(
    toned(one)
    for one in (
        "văn phòng",
        "công đoàn",
        "đoàn thanh niên",
        "đoàn trường",
        "đoàn khoa",
        "hội đồng trường",
        "chính phủ",
        "quốc hội",
        "hiệu trưởng",
        "giám đốc",
        "viện trưởng",
        "thành đoàn",
        "tỉnh đoàn",
        "quận đoàn",
        "huyện đoàn",
    )
)
CONCERNED = tuple(
    toned(one) for one in ("có liên quan", "được phân công", "được phân công nhiệm vụ", "được giao nhiệm vụ")
)
NOT_COUNTED = tuple(toned(one) for one in ("năm", "ban", "bộ", "tổ chức", "hội"))  # "05 năm" is no body
CLOSED = ("trực thuộc",)
FIELD = toned_pattern(r"(?:truyền hình|truyền thông)(?!\w)")
NOUN = toned_pattern(rf"(?:{words.NOUNS})(?!\w)")
SECOND = toned_pattern(rf"(?:{choice(words.SECOND)})(?!\w)")
GAP = re.compile(r" - | ")
GOVERN = toned_pattern(r"(?:thuộc|trực thuộc|của|trên địa bàn)$")
_PARTED = toned_pattern(r"\s*[,;]\s*|\s+(?:và|&)\s+")


def fields(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The fields of work told from `start` to `end` of a key; "và" parts two of them, or stands within one."""
    cuts = [match.span() for match in _PARTED.finditer(key, start, end) if not SECOND.match(key, match.end())]
    begins = [start, *(after for _, after in cuts)]
    ends = [*(at for at, _ in cuts), end]
    yield from zip(begins, ends, strict=True)
