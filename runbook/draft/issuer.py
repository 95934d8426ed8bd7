"""Who issues the plan: by the header, by the sentence that issues it, by the closing sentence, by the signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runbook.draft.document import Paragraph, Quote
from runbook.draft.header import issuing, quote
from runbook.draft.identity import identity
from runbook.draft.letters import plain, toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention, Names

_MOTTO = re.compile(r"cong hoa|doc lap|dang cong san|so\s*:|^\W*$|^[-/]|\d/")
_YOUTH = re.compile(r"doan (?:tncs|thanh nien cong san) ho chi minh")  # a motto, not a body
_ORGAN = re.compile(r"ban (?:chap hanh|thuong vu)|thuong truc|bch|btv")
_OF = toned_pattern(r"(?:của|do)\s+")
_BEHALF = toned_pattern(r"(?:tm|t/m)\s?\.?\s?")
_HEAD = toned_pattern(
    r"(?:ủy ban|ubnd|sở|ban|phòng|trường|đại học|học viện|viện|bộ|cục|chi cục|công an|tỉnh|thành|huyện"
    r"|quận|thị|đảng|đoàn|hội|liên đoàn"
    r"|trung tâm|bệnh viện|đài|báo|văn phòng|công ty|tổng công ty|tập đoàn|khoa|công đoàn|bchqs|bch"
    r"|quân khu|sư đoàn|trung đoàn|lữ đoàn|mttq|hđnd|bảo tàng|thư viện|chi bộ|đảng bộ)\s"
)


def issuer(
    above: Sequence[Paragraph], preamble: Sequence[Paragraph], closing: Sequence[Paragraph], below: Sequence[Paragraph]
) -> Quote | None:
    """The fullest name the surest place gives: what only lengthens it elsewhere (a place) is taken from there."""
    names = Names.of(())
    offers = [*_header(above), *_issuing(preamble, names)]
    closings = list(_closing(closing, names))
    if not offers:
        offers = closings or list(_signed(below))
    if not offers:
        return None
    first = offers[0]
    longer = [one for one in (*offers, *closings) if _lengthens(first.text, one.text)]
    return max(longer, key=lambda one: len(one.text), default=first)


def _lengthens(short: str, long: str) -> bool:
    return identity(long).startswith(identity(short) + " ")


def _header(paragraphs: Sequence[Paragraph]) -> Iterator[Quote]:
    """The last body named in capitals above the number; its name may run over two lines."""
    lines: list[tuple[Paragraph, int, int]] = []
    for paragraph in paragraphs:
        cuts = [0, *paragraph.lines, len(paragraph.text)]
        for start, end in pairwise(cuts):
            words = paragraph.text[start:end].strip(" *")
            if words.isupper() and len(words) > 5 and not _MOTTO.search(plain(words)):
                lines.append(
                    (paragraph, paragraph.text.index(words, start), paragraph.text.index(words, start) + len(words))
                )
    heads = [
        at for at, (paragraph, start, end) in enumerate(lines) if _HEAD.match(toned(paragraph.text[start:end] + " "))
    ]
    if len(heads) > 1 and _is_line(lines[heads[-1]], _YOUTH):
        del lines[heads.pop() :]
    if not heads:
        return
    if len(heads) > 1 and _is_line(lines[heads[-1]], _ORGAN):
        del lines[heads.pop() :]
    taken = lines[_whole(lines, heads[-1], heads) :]
    text = " ".join(paragraph.text[start:end] for paragraph, start, end in taken)
    yield Quote(text, (taken[0][0].span(*taken[0][1:])[0], taken[-1][0].span(*taken[-1][1:])[1]))


def _is_line(line: tuple[Paragraph, int, int], pattern: re.Pattern[str]) -> bool:
    paragraph, start, end = line
    return bool(pattern.fullmatch(plain(paragraph.text[start:end])))


def _whole(lines: list[tuple[Paragraph, int, int]], at: int, heads: list[int]) -> int:
    """A line that is only a level and a place ("THÀNH PHỐ HÀ NỘI", "QUẬN 1") ends the name above it."""
    paragraph, start, end = lines[at]
    level = re.match(r"(?:thanh pho|tinh|quan|huyen|thi xa|phuong|xa)\s", plain(paragraph.text[start:end]))
    named = re.match(r"(?:thanh|tinh|huyen|quan|thi) (?:uy|doan)", plain(paragraph.text[start:end]))
    return at - 1 if level and not named and at > 0 and at - 1 in heads else at


def _issuing(paragraphs: Sequence[Paragraph], names: Names) -> Iterator[Quote]:
    """The body right before "ban hành Kế hoạch"."""
    for paragraph in paragraphs:
        match = issuing(paragraph.text)
        if match:
            before = [one for one in Text(paragraph.text, names).all() if one.end <= match.start()]
            if before and match.start() - before[-1].end < 12:
                yield _quoted(paragraph, before[-1])


def _closing(paragraphs: Sequence[Paragraph], names: Names) -> Iterator[Quote]:
    """ "Trên đây là kế hoạch ... của X", or X that asks and requires."""
    for paragraph in paragraphs:
        text = Text(paragraph.text, names)
        for mention in text.all():
            owns = _OF.search(text.key, max(0, mention.start - 5), mention.start)
            asks = re.match(r"\s+(?:đề nghị|yêu cầu|giao)", text.key[mention.end : mention.end + 12])
            if (owns or asks) and not mention.many:
                yield _quoted(paragraph, mention)


def _signed(paragraphs: Sequence[Paragraph]) -> Iterator[Quote]:
    for paragraph in paragraphs:
        match = _BEHALF.match(toned(paragraph.text))
        if match:
            end = next((cut for cut in paragraph.lines if cut > match.end()), len(paragraph.text))
            yield quote(paragraph, match.end(), match.end() + len(paragraph.text[match.end() : end].rstrip(" *")))


def _quoted(paragraph: Paragraph, mention: Mention) -> Quote:
    return quote(paragraph, mention.start, mention.end)
