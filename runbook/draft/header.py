"""The header of a document: number, place and date, kind, subject, issuer and the documents it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from runbook.draft.dates import days
from runbook.draft.document import Paragraph, Quote
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.outer import Issued, Number, Source

# Kinds of documents (Decree 30/2020, Appendix III). Those that share out work can be plans; the others only where
# they address agencies in an organisation part.
PLANS = ("kế hoạch", "chương trình", "phương án", "kịch bản")
OTHERS = (
    "thông báo", "hướng dẫn", "công văn", "quyết định", "nghị quyết", "nghị định", "thông tư", "chỉ thị", "tờ trình",
    "báo cáo", "biên bản", "giấy mời", "thư mời", "hợp đồng", "luật", "pháp lệnh", "quy chế", "quy định", "điều lệ",
    "công điện", "đề án", "dự án", "thông cáo", "thư ngỏ", "lời kêu gọi", "diễn văn", "đơn", "giấy giới thiệu",
)  # fmt: skip
# With these words the kind is part of the name: "CHƯƠNG TRÌNH HÀNH ĐỘNG thực hiện Nghị quyết ...".
_NAMED_BY_KIND = plain_pattern(
    r"(?:chuong trinh|ke hoach) (?:hanh dong|cong tac|phoi hop|hoat dong|lien tich|lien nganh)(?!\w)"
)
_KIND = plain_pattern(rf"(?P<plan>{'|'.join(PLANS)})|(?P<other>{'|'.join(OTHERS)})")
_FIGURES = (
    r"(?P<raw>(?P<value>\d{1,5}[a-zA-Z]?)?\s*[.…_]*\s*(?P<join>[-/])\s*"
    r"(?P<symbol>(?:\d{4}/)?[A-ZĐ][\w&.Đ-]*(?:[-/]\s?[A-ZĐ0-9][\w&.Đ]*)*))"
)
_NUMBER = re.compile(rf"(?:^|\s)(?:Số|SỐ|số|Sô|So)\s*:?\s*{_FIGURES}")
_SYMBOL = re.compile(rf"\s*{_FIGURES}\s*")
_ALONE = re.compile(r"(?:Số|SỐ)\s*:\s*")  # cut off from its blank by the wide space left for the figures
_DATED = plain_pattern(
    r"(?:ngay\s*(?P<d>\d{1,2})?[\s.…_]*thang\s*(?P<m>\d{1,2})?[\s.…_]*nam\s*(?P<y>\d{4}|\d{0,3}[.…]+)?)"
)
_BEFORE_DATE = re.compile(r"([^\W\d_][^\d:;()/]{0,40}?),\s*$")
_PREAMBLE = plain_pattern(
    r"(?:thuc hien|can cu|de |nham |nhan dip|nam \d{4} la|trien khai (?:thuc hien )?(?:nghi|ke|chi|quyet"
    r"|cong|thong|huong|de an)"
    r"|thi hanh|tiep tuc|theo |huong ung|chao mung|ap dung|xet |kinh gui|huong toi|hang nam|phat huy|duoc su)"
)
_SOURCE = re.compile(
    r"(?P<name>(?P<type>Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Hướng dẫn|Thông báo|Đề án"
    r"|Nghị định|Thông tư|Luật|Kết luận"
    r"|Chương trình|Quy định|Công điện|Báo cáo|Tờ trình|Văn bản|Thông tri|Kết luận số|Pháp lệnh|Quy chế"
    r"|Điều lệ|Phương án|Mệnh lệnh|Chỉ lệnh)"
    r"\s+(?:liên tịch\s+)?số\s*:?\s*(?P<number>\d[\w.]*\s?[-/][\w&/.Đđ-]*\w))"
)
# Laws are cited by their names.
_LAW = re.compile(r"(?P<name>(?:Luật|Bộ luật|Pháp lệnh)\s[^;:.\d]{4,90}?),?\s+(?=ngày\s+\d)")
_SOURCE_DATE = re.compile(r"[,\s]*(?:ban hành\s*)?ngày\s")
_ISSUES = plain_pattern(
    r"(?:ban hanh|xay dung|trien khai|to chuc thuc hien|lap|de ra|thong bao"
    r"|huong dan)\s+(?:va trien khai )?(?:ke hoach|chuong trinh|phuong an|huong dan|to chuc|tuyen truyen"
    r"|cong tac|viec|mot so)"
)


@dataclass(frozen=True, slots=True)
class Kind:
    """The line that names the kind of document: its paragraph, and where in it the subject begins (0 for not there)."""

    name: str
    is_plan: bool
    paragraph: int
    at: int


def kind(paragraphs: Sequence[Paragraph]) -> Kind | None:
    """The kind of document by its own line in capitals; of several a plan is preferred (a decision that issues one)."""
    found = [one for at, paragraph in enumerate(paragraphs) if (one := _kind(paragraph, at))]
    return next((one for one in found if one.is_plan), found[0] if found else None)


def _kind(paragraph: Paragraph, number: int) -> Kind | None:
    if paragraph.bullet:
        return None
    match = _KIND.match(plain(paragraph.text))
    if not match or not paragraph.text[: match.end()].isupper():
        return None
    rest = paragraph.text[match.end() :]
    own_line = not rest.strip(" :.*") or match.end() + 1 in paragraph.lines
    if not own_line and rest[:1].isalnum():
        return None
    if not own_line and not (rest.isupper() or rest[1:2].isupper()):
        return None
    name = paragraph.text[: match.end()]
    after = paragraph.text[match.end() + 1 : match.end() + 9]
    at = match.end() + (len(rest) - len(rest.lstrip(" :.*"))) if after else 0
    return Kind(name[0] + name[1:].lower(), bool(match["plan"]), number, at)


def number(paragraphs: Sequence[Paragraph]) -> Number | None:
    """ "Số: 324 /KH-UBND"; value None where it is left blank."""
    for at, paragraph in enumerate(paragraphs):
        alone = at > 0 and _ALONE.fullmatch(paragraphs[at - 1].text)
        match = (_SYMBOL.fullmatch(paragraph.text) if alone else None) or _NUMBER.search(paragraph.text)
        if match:
            symbol = re.sub(r"\s", "", match["symbol"]).strip(".-/")
            start = match.start("raw") + len(match["raw"]) - len(match["raw"].lstrip())
            return Number(quote(paragraph, start, match.end("raw")), match["value"], symbol or None)
    return None


def issued(paragraphs: Sequence[Paragraph]) -> tuple[str, Issued | None]:
    """Place and date: "Hà Nội, ngày 08 tháng 11 năm 2024"; what is blank is None."""
    for paragraph in paragraphs:
        match = _DATED.search(plain(paragraph.text))
        if match:
            before = _BEFORE_DATE.search(paragraph.text[: match.start()])
            place = _place(before[1]) if before else ""
            return place, Issued(quote(paragraph, *match.span()), _day(match), _year(match))
    return "", None


def _place(words: str) -> str:
    """The place without what a second column of the header put before it on the same line."""
    return re.split(r"\s{2,}|(?<=[A-Z]{2})\s(?=[A-ZĐ][a-zà-ỹ])", words.strip())[-1].strip("*- ")


def _year(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] and match["y"].isdigit() and len(match["y"]) == 4 else None


def _day(match: re.Match[str]) -> date | None:
    year = _year(match)
    if not (year and match["d"] and match["m"]):
        return None
    try:
        return date(year, int(match["m"]), int(match["d"]))
    except ValueError:
        return None


def quote(paragraph: Paragraph, start: int = 0, end: int | None = None) -> Quote:
    """Words of a paragraph as a quote."""
    last = len(paragraph.text) if end is None else end
    return Quote(paragraph.text[start:last], paragraph.span(start, last))


def title(paragraphs: Sequence[Paragraph], named: Kind) -> tuple[Quote | None, int]:
    """The subject, and the paragraph after it. It stands below the kind, or after it on the same line."""
    first = paragraphs[named.paragraph]
    if _NAMED_BY_KIND.match(plain(first.text)):
        return _with_kind(paragraphs, named)
    if named.at and first.text[named.at :].strip(" *"):
        return quote(first, named.at), named.paragraph + 1
    taken = _below(paragraphs, named)
    if not taken:
        return None, named.paragraph + 1
    return _joined(taken), named.paragraph + 1 + len(taken)


def _with_kind(paragraphs: Sequence[Paragraph], named: Kind) -> tuple[Quote, int]:
    """The subject from the name of the kind on; what goes on below it in small letters is not in its line."""
    below = _below(paragraphs, named) or [
        one for one in paragraphs[named.paragraph + 1 :][:1] if not (one.bullet or one.cell) and _is_line(one.text)
    ]
    taken = [paragraphs[named.paragraph], *below]
    return _joined(taken), named.paragraph + len(taken)


def _is_line(text: str) -> bool:
    """Whether words are no sentence: a preamble that begins alike ("Thực hiện ...") ends in a sign."""
    return len(text) <= 300 and not text.endswith((".", ":", ";", ","))


def _below(paragraphs: Sequence[Paragraph], named: Kind) -> list[Paragraph]:
    taken: list[Paragraph] = []
    for paragraph in paragraphs[named.paragraph + 1 :]:
        if len(taken) == 4 or paragraph.bullet or paragraph.cell or not _is_subject(paragraph, taken):
            break
        taken.append(paragraph)
    return taken


def _joined(taken: Sequence[Paragraph]) -> Quote:
    words = " ".join(one.text for one in taken).strip(" *")
    return Quote(words, (taken[0].span()[0], taken[-1].span()[1]))


def _is_subject(paragraph: Paragraph, taken: Sequence[Paragraph]) -> bool:
    text = paragraph.text
    if len(text) > 400 or text.endswith((".", ":", ";")) or (_PREAMBLE.match(plain(text)) and not text.isupper()):
        return False
    return (
        not taken
        or text[0] in "(“"
        or text[0].islower()
        or (text.isupper() == taken[-1].text.isupper() and paragraph.centred)
    )


def sources(paragraphs: Sequence[Paragraph]) -> tuple[Source, ...]:
    """Documents cited with their numbers before the first part of the plan, each once."""
    found: dict[str, Source] = {}
    for paragraph in paragraphs:
        for match in (*_SOURCE.finditer(paragraph.text), *_LAW.finditer(paragraph.text)):
            after = _SOURCE_DATE.match(paragraph.text, match.end())
            dated = days(paragraph.text[match.end() : match.end() + 60]) if after else []
            day = dated[0].first if dated and dated[0].start < 20 and dated[0].form in ("full", "words") else None
            end = match.end() + dated[0].end if day else match.end()
            name = Quote(match["name"], paragraph.span(match.start(), end))
            found.setdefault(plain(match["name"]), Source(name, day))
    return tuple(found.values())


def issuing(text: str) -> re.Match[str] | None:
    """Where a sentence says that somebody issues the plan: "... ban hành Kế hoạch"."""
    return _ISSUES.search(plain(text))
