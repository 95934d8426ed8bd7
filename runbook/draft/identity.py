"""When two names are names of one body: abbreviations written out, the own place left away, initials."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from runbook.draft import agency_words as words
from runbook.draft.letters import plain, toned, toned_pattern
from runbook.text.folding import folded

# Abbreviations of everyday administrative writing (Decree 30/2020 lets a document use those its readers know).
SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "ub": "ủy ban",
    "tp": "thành phố",
    "vp": "văn phòng",
    "btv": "ban thường vụ",
    "bch": "ban chấp hành",
    "tt": "thường trực",
    "lđlđ": "liên đoàn lao động",
    "ctxh": "chính trị - xã hội",
    "ct-xh": "chính trị - xã hội",
    "qs": "quân sự",
    "bđbp": "bộ đội biên phòng",
    "đtn": "đoàn thanh niên",
    "bgh": "ban giám hiệu",
    "bgđ": "ban giám đốc",
    "tw": "trung ương",
    "tu": "thành ủy",
}
_SHORT = {toned(one): toned(long) for one, long in SHORT.items()}
_WORD = re.compile(r"[^\W_]+(?:[&-][^\W_]+)*&?")
_IDLE = frozenset(toned(one) for one in ("và", "của", "các", "những", "toàn thể", "việt", "nam", "thuộc"))
_TAIL = toned_pattern(r"\s*(?:có liên quan|liên quan|trên địa bàn.*|nêu trên|trực thuộc)$")
_LEVELS = frozenset(toned(one) for one in ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "thị trấn", "xã"))
_PLACE = toned_pattern(rf"(?:{'|'.join(words.LEVELS)})\s+((?:[^\W\d]+\s?){{1,4}})$")
_OFFICE = toned_pattern(r"^chủ tịch (?=ủy ban|ubnd)")


def places(issuer: str, place: str) -> frozenset[str]:
    """The own names of the unit that issues the plan: "Hà Nội" of "Ủy ban nhân dân thành phố Hà Nội"."""
    found = {toned(place)} if place else set()
    match = _PLACE.search(toned(issuer))
    if match and issuer[match.start(1) : match.end(1)][:1].isupper():
        found |= {match[1].strip()} - {one for one in (match[1].strip(),) if one.startswith((toned("ủy"), "đoàn"))}
    return frozenset(found)


@lru_cache(maxsize=4096)
def identity(name: str, own: frozenset[str] = frozenset()) -> str:
    """A key equal for the ways in which one body is written."""
    key = _TAIL.sub("", toned(name).replace(".", " ").strip(" :;,*"))
    for place in own:
        key = re.sub(rf"(?<=\w) {re.escape(place)}$", "", key)
    spelled = " ".join(_SHORT.get(one, one) for one in _WORD.findall(key))
    spelled = _OFFICE.sub("", spelled)
    return " ".join(one for one in spelled.split() if one not in _IDLE and not one.isdigit())


@lru_cache(maxsize=4096)
def unlevelled(key: str) -> str:
    """The key without the level it ends in: "công an" of "công an thành phố"."""
    for level in _LEVELS:
        if key.endswith(f" {level}"):
            return key[: -len(level) - 1]
    return key


def initials(name: str) -> str:
    """ "khcn" of "Sở Khoa học và Công nghệ", with the first word before it: "sở khcn"."""
    parts = _WORD.findall(plain(name))
    spoken = [one for one, key in zip(_WORD.findall(name), parts, strict=False) if key not in ("va", "cua", "cac")]
    return folded(spoken[0]) + " " + "".join(folded(one)[:1] for one in spoken[1:]) if len(spoken) > 2 else ""


def abbreviated(name: str) -> str:
    """ "so khcn" of "Sở KH&CN", "" where a name is not of a first word and capitals."""
    head, _, rest = name.strip().partition(" ")
    letters = re.sub(r"[\s&.,-]", "", rest)
    if not letters or not (letters.isupper() and letters.isalpha()) or len(letters) > 8:
        return ""
    return f"{folded(head)} {folded(letters)}"


def slug(name: str, taken: Iterable[str]) -> str:
    """An id of ASCII letters that no other party has."""
    held = set(taken)
    base = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
    base = base if len(base) <= 40 else base[:40].rpartition("-")[0] or base[:40]
    base = base or "don-vi"
    return base if base not in held else next(one for n in range(2, 10_000) if (one := f"{base}-{n}") not in held)
