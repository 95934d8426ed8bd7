"""The parts of a plan: what stands before its first numbered part, the parts, what closes it, what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from runbook.draft.document import Document, Paragraph
from runbook.draft.ending import OFFICES
from runbook.draft.heading_words import NOT_ORGANISATION, ORGANISATION
from runbook.draft.letters import plain, plain_pattern

CHAPTER, ROMAN, NUMBER, DECIMAL, LETTER, DASH, PLUS, TEXT = range(0, 80, 10)  # "1.1.1" lies one below "1.1"
_HEADING_LENGTH = 160
_LINES_OF_A_SIGNATURE = 4
_ROMAN = re.compile(r"[IVXLC]{1,6}(?![A-Za-z])")
_NAMED = plain_pattern(r"(?:phan|chuong|muc|dieu)\s+(thu\s+\w+|[ivxlc]{1,5}|\d{1,2})\b[.:]?\s*")
_BELOW = plain_pattern(r"noi nhan\s*:|noi nhan$")
_SIGNED = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.?\s?[^\W\d_]{2}")
ANNEX = plain_pattern(
    r"(?:phu luc|phu bieu|bieu \d|danh muc (?:cong viec|nhiem vu)|bang phan cong|bieu phan cong"
    r"|(?:khung |du thao )?chuong trinh (?:chi tiet|le|hoi nghi|to chuc|buoi|du kien|khai mac|$)|kich ban|trinh tu )"
)
_CLOSING = plain_pattern(
    r"(?<=[.;]) (?=tren day la (?:toan bo )?(?:noi dung )?(?:ke hoach|chuong trinh|thong bao|huong dan|phuong an))"
)
_SPEAKS_TO_ALL = plain_pattern(
    r"(?:cac|toan the|thu truong|truong|lanh dao) (?:cac )?(?:so|ban|phong|co quan|don vi|dia phuong|khoa|to|bo phan"
    r"|nganh|thanh vien|dong chi|can bo|chi bo|xa|huyen|uy ban|truong)[^.:;]{0,120}? (?:can cu|nghiem tuc|trien khai"
    r"|to chuc|gui|bao cao|chu dong|thuc hien|xay dung|kip thoi|phoi hop|khan truong|co trach nhiem)"
)
_RHYTHM = plain_pattern(r"(?:dinh k[iy]|hang (?:ngay|tuan|thang|quy|nam)|thu \w+ hang tuan)[^,.;:]{0,50}, ")
_CLOSES = plain_pattern(
    r"(?:tren day la|can cu (?:noi dung )?(?:ke hoach|chuong trinh) nay|nhan duoc (?:ke hoach|thong bao)"
    r"|trong qua trinh (?:to chuc |trien khai )*(?:to chuc )?thuc hien"
    r"|yeu cau (?:cac|thu truong|truong|ban|giam doc|chu tich|uy ban)"
    r"|de nghi (?:cac|thu truong|truong|ban)|tren co so ke hoach nay"
    r"|(?:thu truong|hieu truong|truong) (?:cac|ban|phong)[^.:;]{0,80} (?:can cu|nghiem tuc|trien khai|to chuc)"
    r"|giao (?:cho )?[^.:;]{3,90} (?:thuc hien|trien khai) (?:ke hoach|chuong trinh|huong dan|thong bao) nay"
    r"|[^.:;]{3,120}?(?: de nghi | yeu cau | giao )(?:cac|ban|thu truong|uy ban|so|truong))"
)


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph with its place: `level` of its sign, `path` of the numbers above and its own ("VII.1")."""

    paragraph: Paragraph
    level: int
    path: str
    number: int  # among all items of the body

    @property
    def text(self) -> str:
        return self.paragraph.text

    @property
    def is_numbered(self) -> bool:
        return self.level <= LETTER


@dataclass(frozen=True)
class Outline:
    """A plan in parts. `organisation` holds the items that head it and all below them."""

    front: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    closing: tuple[Paragraph, ...]
    below: tuple[Paragraph, ...]
    annex: tuple[Paragraph, ...]
    implied: tuple[tuple[Item, ...], ...] = ()  # organisation parts that no heading announces

    @cached_property
    def organisation(self) -> tuple[tuple[Item, ...], ...]:
        """Each organisation part: its heading, then its items."""
        return self.implied or tuple(self.under(head) for head in _heads(self.items))

    @cached_property
    def content(self) -> tuple[Item, ...]:
        """The items before and beside the organisation part."""
        taken = {item.number for part in self.organisation for item in part}
        return tuple(item for item in self.items if item.number not in taken)

    def under(self, head: Item) -> tuple[Item, ...]:
        """A heading with the items down to the next of its level."""
        found = [head]
        for item in self.items[head.number + 1 :]:
            if item.level <= head.level and item.level < TEXT:
                break
            found.append(item)
        return tuple(found)


def outline(document: Document, title_end: int) -> Outline:
    """The parts of a document whose header ends before paragraph `title_end`."""
    below = document.paragraphs[title_end:]
    paragraphs = (*document.paragraphs[:title_end], *(one for paragraph in below for one in _apart(paragraph)))
    begin = _begin(paragraphs, title_end)
    end = _end(paragraphs, begin)
    annex = next((at for at in range(end, len(paragraphs)) if ANNEX.match(plain(paragraphs[at].text))), len(paragraphs))
    last = _closing(paragraphs, begin, end)
    items = _items(paragraphs[begin:last])
    return Outline(paragraphs[:begin], items, paragraphs[last:end], paragraphs[end:annex], paragraphs[annex:])


def _apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, and the closing sentence that a full line before it drew into it."""
    match = _CLOSING.search(plain(paragraph.text)) if len(paragraph.text) > _HEADING_LENGTH else None
    at = match.end() if match else 0
    if not at:
        yield paragraph
        return
    head = len(paragraph.text[:at].rstrip())
    yield replace(paragraph, text=paragraph.text[:head], offsets=paragraph.offsets[:head], ends=paragraph.ends[:head])
    yield replace(
        paragraph,
        text=paragraph.text[at:],
        offsets=paragraph.offsets[at:],
        ends=paragraph.ends[at:],
        bullet="",
        bullet_at=None,
        lines=tuple(one - at for one in paragraph.lines if one > at),
    )


def _begin(paragraphs: Sequence[Paragraph], after: int) -> int:
    """The first numbered paragraph; without one, the first after the header and its opening sentence."""
    for at in range(after, len(paragraphs)):
        one = paragraphs[at]
        if one.cell is None and (level(one, "") <= NUMBER or _NAMED.match(plain(one.text)) or _is_capital_heading(one)):
            return at
        if _BELOW.match(plain(one.text)):
            break
    return min(after, len(paragraphs))


def _is_capital_heading(paragraph: Paragraph) -> bool:
    return paragraph.text.isupper() and len(paragraph.text) > 8 and bool(ORGANISATION.search(plain(paragraph.text)))


def _end(paragraphs: Sequence[Paragraph], begin: int) -> int:
    for at in range(begin, len(paragraphs)):
        text = paragraphs[at].text
        if _BELOW.match(plain(text)) or (text.isupper() and _SIGNED.match(text) and not paragraphs[at].bullet):
            return at
        last = len(paragraphs) - at <= _LINES_OF_A_SIGNATURE
        if last and text.isupper() and not paragraphs[at].bullet and OFFICES.fullmatch(plain(text)):
            return at
    return len(paragraphs)


def _closing(paragraphs: Sequence[Paragraph], begin: int, end: int) -> int:
    """Where the closing sentences begin: the unnumbered paragraphs at the very end that speak of the whole plan."""
    at = end
    while at > begin and _closes(paragraphs[at - 1]):
        at -= 1
    return at


def _closes(paragraph: Paragraph) -> bool:
    if paragraph.bullet or paragraph.cell is not None:
        return False
    key = plain(paragraph.text)
    if rhythm := _RHYTHM.match(key):
        return bool(_SPEAKS_TO_ALL.match(key, rhythm.end()))
    return bool(_CLOSES.match(key)) or (key.rstrip().endswith("./.") and bool(_SPEAKS_TO_ALL.match(key)))


def level(paragraph: Paragraph, above: str) -> int:
    """What kind of sign a paragraph begins with; `above` is the last sign of a chapter, which tells C. from 100."""
    sign = paragraph.bullet
    if not sign:
        return TEXT
    if sign[0] in "-–•●*" or (not sign[0].isalnum() and sign[0] not in "(+"):
        return DASH
    if sign[0] == "+":
        return PLUS
    bare = sign.strip("().:/ -")
    if bare.isalpha() and len(bare) == 1 and bare.isupper() and (bare not in "IVXLC" or above == chr(ord(bare) - 1)):
        return CHAPTER
    if _ROMAN.match(bare):
        return ROMAN
    if bare[:1].isdigit():
        return DECIMAL + min(bare.count("."), 9) - 1 if "." in bare else NUMBER
    return LETTER


def _items(paragraphs: Sequence[Paragraph]) -> tuple[Item, ...]:
    made: list[Item] = []
    stack: list[tuple[int, str]] = []
    above = ""
    for paragraph in paragraphs:
        at = level(paragraph, above)
        sign = paragraph.bullet.strip("().:/ -")
        if at == TEXT and paragraph.cell is None:
            at, sign = (CHAPTER, stack[-1][1]) if made and _titles(made[-1], paragraph) else _named(paragraph)
        if at == CHAPTER:
            above = sign
        if at <= LETTER:
            stack = [one for one in stack if one[0] < at and not (one[0] >= NUMBER and DECIMAL <= at < LETTER)]
            stack.append((at, sign))
        made.append(Item(paragraph, at, ".".join(one for _, one in stack if one), len(made)))
    return tuple(made)


def _named(paragraph: Paragraph) -> tuple[int, str]:
    """Headings that carry no sign: "Phần thứ nhất", "Điều 3.", the organisation part in capitals."""
    match = _NAMED.match(plain(paragraph.text))
    if match and len(paragraph.text) < _HEADING_LENGTH and paragraph.text[0].isupper():
        first = paragraph.text[0]
        return (CHAPTER if first in "PC" else ROMAN), paragraph.text[match.start(1) : match.end(1)]
    if _is_capital_heading(paragraph) and len(paragraph.text) < _HEADING_LENGTH:
        return ROMAN, ""
    return TEXT, ""


def _titles(chapter: Item, paragraph: Paragraph) -> bool:
    """Whether a line in capitals is the title of the chapter whose number stands alone above it: "PHẦN THỨ HAI"."""
    named = _NAMED.fullmatch(plain(chapter.text)) if chapter.level == CHAPTER else None
    return named is not None and paragraph.text.isupper() and len(paragraph.text) < _HEADING_LENGTH


def _heads(items: Sequence[Item]) -> list[Item]:
    """The headings of organisation parts, none within another."""
    found: list[Item] = []
    floor = TEXT
    for item in items:
        if found and item.level > found[-1].level and floor == found[-1].level:
            continue
        floor = TEXT
        if item.level < LETTER and heads_organisation(item.text):
            found.append(item)
            floor = item.level
    return found


def heads_organisation(text: str) -> bool:
    """Whether a numbered line opens the part that shares out the work."""
    line = plain(text[:_HEADING_LENGTH]).rstrip(" .:")
    short = len(text) < _HEADING_LENGTH and (":" not in text.rstrip(": ") or text.isupper())
    return short and bool(ORGANISATION.search(line)) and not NOT_ORGANISATION.search(line)
