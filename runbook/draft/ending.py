"""What stands below a plan: who signed it, and who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from runbook.draft.document import Paragraph, Quote, Span
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.outer import Recipient, Signature

_HEADED = plain_pattern(r"noi nhan\s*:?\s*")
_ARCHIVE = plain_pattern(r"luu\b")
_BEHALF = re.compile(r"(?:TM|T/M)\s?\.?\s?")
_ACTING = re.compile(r"(?:KT|TL|TUQ|K/T|T/L|Q)\s?\.?\s?(?=[A-ZĐỦÂ])")
OFFICES = plain_pattern(
    r"(?:pho |quyen )*(?:chu tich|giam doc|hieu truong|vien truong|truong (?:ban|phong|khoa)|bi thu"
    r"|pho bi thu|chanh van phong"
    r"|thu truong|cuc truong|chi huy truong|chinh uy|tu lenh|tong giam doc|bo truong|chu nhiem|vu truong"
    r"|thuong truc|uy vien"
    r"|truong doan|chanh thanh tra|giam thi|tong bien tap|chi cuc truong|doi truong|tham muu truong"
    r"|trung doan truong|chu tich hoi)[a-z ,]{0,40}"
)
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹ]*(?:\s[A-ZĐÀ-Ỹ][a-zà-ỹ]*){1,5}")
_DEGREE = r"(?:PGS|GS|TSKH|TS|ThS|BS|DS|KS|CN|LS|BSCK|BS\s?CK|DSCK|DS\s?CK|CK)(?:\s?I{1,2}|\s?[12])?"
_RANKS = re.compile(
    rf"^(?:(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)|(?:{_DEGREE})\.?(?:\s?[.,]?\s?(?:{_DEGREE})\.?)*)\s+"
)
_JOINED = re.compile(r";\s*[-–+]\s*")
_NOTE = plain_pattern(r"\s*\(?(?:da ky|ky ten|dong dau)[^)]*\)?$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span
    bullet: str


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[_Line]:
    """The lines of the source: in a signature each has its own meaning."""
    for paragraph in paragraphs:
        cuts = [0, *paragraph.lines, len(paragraph.text)]
        for start, end in pairwise(cuts):
            words = paragraph.text[start:end].strip()
            if words:
                at = paragraph.text.index(words, start)
                yield _Line(words, paragraph.span(at, at + len(words)), paragraph.bullet if start == 0 else "")


def recipients(paragraphs: Sequence[Paragraph]) -> tuple[Recipient, ...]:
    """The items below "Nơi nhận:", in order; the last says where the file copy is kept."""
    found: list[Recipient] = []
    begun = False
    for paragraph in paragraphs:
        headed = _HEADED.match(plain(paragraph.text))
        if headed:
            begun = True
            found += _one_line(paragraph, headed.end())
        elif begun and (paragraph.bullet or (not found and paragraph.text.endswith((";", ".")))):
            found += _one_line(paragraph, 0) if paragraph.bullet in ("-", "+", "") else []
        elif begun and found and not paragraph.bullet:
            if found[-1].archive or not paragraph.text.endswith((";", ".")) or paragraph.text.isupper():
                continue
            found += _one_line(paragraph, 0)
    return tuple(found)


def _one_line(paragraph: Paragraph, start: int) -> list[Recipient]:
    """A receiver; of "- A; - B; - Lưu: VT." in one line, each."""
    made = []
    at = start
    for words in _JOINED.split(paragraph.text[start:]):
        begin = paragraph.text.index(words, at)
        at = begin + len(words)
        bare = words.strip(" -,;.…/")
        if len(bare) > 1:
            first = begin + words.index(bare)
            made.append(
                Recipient(Quote(bare, paragraph.span(first, first + len(bare))), bool(_ARCHIVE.match(plain(bare))))
            )
    return made


def signature(paragraphs: Sequence[Paragraph]) -> Signature | None:
    """Who signed. The lines in capitals say for whom and as what; the name stands below them."""
    behalf = acting = position = ""
    name: Quote | None = None
    for line in _lines(paragraphs):
        if line.bullet or _HEADED.match(plain(line.text)):
            continue
        words = line.text.strip("* ")
        if _BEHALF.match(words):
            behalf, name = behalf or words, None
        elif _ACTING.match(words):
            acting = f"{acting} / {words}" if acting else words
        elif words.isupper() and OFFICES.match(plain(words)):
            position = position or words
        elif (behalf or acting or position) and name is None:
            name = _signer(line)
    position = position or acting.rpartition(" / ")[2]
    if not (behalf or acting or position):
        return None
    return Signature(name, position if position != acting else "", behalf, acting)


def _signer(line: _Line) -> Quote | None:
    """A person's name, without rank or degree (Decree 30/2020, Article 13: none stands before it)."""
    words = line.text.strip("* ")
    note = _NOTE.search(plain(words))
    words = words[: note.start()] if note else words
    rank = _RANKS.match(words)
    bare = words[rank.end() :] if rank else words
    if not _NAME.fullmatch(bare) and not (
        bare.isupper() and 2 <= len(bare.split()) <= 5 and not OFFICES.match(plain(bare))
    ):
        return None
    at = line.text.index(bare)
    exact = len(line.text) == line.span[1] - line.span[0]
    return Quote(bare, (line.span[0] + at, line.span[0] + at + len(bare)) if exact else line.span)
