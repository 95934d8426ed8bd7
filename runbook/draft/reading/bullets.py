"""The signs that open an item: dashes, plus signs, numbers, Roman numbers, letters, as officials type them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASHES = "-–—−‐‑"
_DOTS = "•●▪■◦○♦➢✓·"

# What may stand at the beginning of a line; each with a space after it, or a capital where it is typed tight.
_ITEM = re.compile(
    rf"""(?P<dash>[{_DASHES}{_DOTS}]|\+|\*(?=\s))\s*
    | (?P<roman>[IVX]{{1,6}})\s*(?:[./)]\s*[{_DASHES}]?|[{_DASHES}])\s*
    | (?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?P<close>[.)/]|\s?[{_DASHES}](?=\s))?\s*
    | \((?P<inside>\d{{1,2}}|[a-zđ]|[ivx]{{1,4}})\)\s*
    | (?P<letter>[a-zđ]\.?\d?|[A-E])(?:[.)]|/(?=\s))\s*
    """,
    re.VERBOSE,
)
_CLOCK = re.compile(r"\d{1,2}\s*(?:h|giờ|:|g\d)", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,3} [^\W\d_]")  # "- 01 ngày": a number of things opens an item, a day of a span does not
_ARTICLE = re.compile(r"(?:Điều|Mục|Chương|Phần|Phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6}|thứ\s\w+)\b[.:]?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign found at the beginning of a line. `length`: its letters with the spaces after; `sure`: it opens an item
    wherever it stands, even where the line before did not end."""

    text: str
    length: int
    kind: str  # "dash", "roman", "number", "letter", "inside"
    sure: bool


def sign(line: str) -> Sign | None:
    """The sign a line begins with, None where what looks like one is a date, a year, a sum or a name.

    >>> sign("1.1. Nội dung").text, sign("đ) Kinh phí").text, sign("III - TỔ CHỨC").text
    ('1.1.', 'đ)', 'III -')
    >>> sign("10/10/1954 đến nay"), sign("1.500 đại biểu"), sign("12 Lê Lai"), sign("-2025")
    (None, None, None, None)
    """
    found = _ITEM.match(line)
    if not found:
        return None
    rest = line[found.end() :]
    spaced = line[found.end() - 1 : found.end()].isspace() or not rest
    kind = found.lastgroup if found.lastgroup != "close" else "number"
    assert kind is not None
    if not _opens(kind, found, rest, spaced):
        return None
    raw = " ".join(found.group().split())
    text = "-" if raw[0] in _DASHES else raw
    return Sign(text, found.end(), kind, _sure(kind, rest))


def article(line: str) -> bool:
    """Whether a line opens an article, a chapter or an annex: "Điều 1.", "Chương II", "Phụ lục 1"."""
    found = _ARTICLE.match(line)
    return bool(found) and (line[0].isupper())


def _opens(kind: str, found: re.Match[str], rest: str, spaced: bool) -> bool:
    """Whether what follows lets the sign be one."""
    if not rest:
        return False
    capital = _first_letter(rest).isupper()
    if kind == "dash":
        return spaced or capital
    if kind == "number":
        close = (found["close"] or "").strip()
        if close in ("", "/") or close in _DASHES:  # "2.3 Tuyên truyền", "1/ Sở", "1 - Sở": a capital must follow
            if close in _DASHES and found["close"] == close and _COUNT.match(rest):
                return spaced  # "7- 47 đơn vị"
            return spaced and capital and not rest[0].isdigit() and bool(close or "." in found["number"])
        return (spaced or capital) and not (rest[0].isdigit() and not spaced)
    if kind == "letter":
        return spaced and (found["letter"].islower() or ")" in found.group() or rest.isupper())
    if kind == "roman":
        return (spaced or rest.isupper()) and not rest[0].isdigit()
    return True


def _sure(kind: str, rest: str) -> bool:
    if kind in ("dash", "inside"):
        counts = _CLOCK.match(rest) or _COUNT.match(rest)
        return kind == "dash" and (_first_letter(rest).isupper() or bool(counts) or rest[0] in '+“"*')
    return True


def _first_letter(text: str) -> str:
    """The first sign that is a letter or a digit, "" where there is none near."""
    return next((one for one in text[:12] if one.isalnum()), "")
