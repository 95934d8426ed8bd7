"""Vietnamese letters made comparable one by one, so that what is found in a key stands at the same place in the text.

Two keys are kept. `toned` forgets case, the place of the tone mark (hoà, hòa) and i for y (kỷ, kĩ): it tells "số" from
"sở". `plain` forgets all marks and so forgives a slip of the reader of a scan: for words of two syllables and more,
which stay apart without them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOVED = re.compile("(?<!q)(o)([àáãảạèéẽẻẹ])|(?<!q)(u)([ỳýỹỷỵ])|([ỳýỹỷỵ])", re.UNICODE)


class _Letters(dict[int, str]):
    """Letter to letter, filled as letters are met; one letter always gives one."""

    def __init__(self, marks: bool) -> None:
        super().__init__()
        self.marks = marks

    def __missing__(self, code: int) -> str:
        low = chr(code).lower()
        letter = "đ" if low == "ð" else low
        if not self.marks:
            letter = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
        self[code] = letter = _DASHES.get(letter, letter) if len(letter) == 1 else chr(code)
        return letter


_DASHES = {"–": "-", "—": "-", "−": "-", "‑": "-", "’": "'", "‘": "'", "′": "'", "“": '"', "”": '"', "\u00a0": " "}
_MARKED = _Letters(marks=True)
_BARE = _Letters(marks=False)


@cache
def _split(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone: "ỳ" is "y" with a grave."""
    apart = unicodedata.normalize("NFD", letter)
    tone = "".join(sign for sign in apart if sign in _TONES)
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES)), tone


def _moved(match: re.Match[str]) -> str:
    if match[5]:
        return unicodedata.normalize("NFC", "i" + _split(match[5])[1])
    first, second = match[1] or match[3], match[2] or match[4]
    bare, tone = _split(second)
    return unicodedata.normalize("NFC", first + tone) + bare


@lru_cache(maxsize=4096)
def toned(text: str) -> str:
    """A key of the same length in which marks still tell words apart. `text` is NFC."""
    return _MOVED.sub(_moved, text.translate(_MARKED))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A key of the same length without any marks. `text` is NFC."""
    return text.translate(_BARE)


def toned_pattern(source: str) -> re.Pattern[str]:
    """A pattern to search in `toned` keys, written in plain Vietnamese."""
    return re.compile(_MOVED.sub(_moved, unicodedata.normalize("NFC", source)))


def plain_pattern(source: str) -> re.Pattern[str]:
    """A pattern to search in `plain` keys, written in plain Vietnamese: its marks are dropped too."""
    bare = "".join(sign if sign.isascii() else plain(sign) for sign in unicodedata.normalize("NFC", source))
    return re.compile(bare)


def listed(words: str) -> tuple[str, ...]:
    """Words of a table, written with "|" between them over as many lines as they need."""
    return tuple(one for part in words.split("|") if (one := " ".join(part.split())))
