"""Vietnamese text made comparable: one composed form to keep, one folded key to match by."""

from __future__ import annotations

import unicodedata

_NO_MARKS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})


def nfc(text: str) -> str:
    """The composed form (Unicode NFC), in which all text is kept."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """A key equal for spellings people take for the same: case, marks, tone placement (hòa, hoà), đ and ð, white space.

    >>> folded("Uỷ ban  Thi ĐUA") == folded("Ủy ban thi đua")
    True
    """
    bare = unicodedata.normalize("NFD", text.translate(_NO_MARKS).casefold())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(letters.split())
