"""Documents on paper, and a reader of what their pages say."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO

from pypdf import PdfReader

LOWER = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
VIETNAMESE = LOWER + LOWER.upper()  # all 146 letters that English lacks or that carry marks, with their bare vowels


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def words_of(text: str) -> set[str]:
    """The words of a text, composed, in lower case, without punctuation."""
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def letters_of(text: str) -> str:
    """A text without its blanks: where lines broke does not show in it."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFC", text)).casefold()
