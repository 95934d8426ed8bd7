"""Lines put together to paragraphs: where one ends, where a page or the edge of the paper only cut it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runbook.draft.document import Cell, Paragraph
from runbook.draft.reading import bullets, letters
from runbook.draft.reading.letters import Marks
from runbook.office.guard import too_large

_ENDS = (".", ";", ":", "!", "?", "…", "./.", ".”", '."')
_OPEN_ENDS = (",", "-", "–", "(", "/", "“", "&")
_OPEN_WORDS = frozenset(("và", "của", "với", "các", "cho", "từ", "đến", "hoặc", "tại", "theo", "về", "số", "ngày"))
MOST_LINES = 20_000
MOST_LETTERS = 1_000_000
_LONG = 80  # letters of a paragraph that is no heading: what follows it without a full stop was cut
_SHORT = 40

# Names of the kinds of documents (Decree 30/2020, Appendix III), which stand in a line of their own above the subject.
KINDS = frozenset((
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn",
    "chương trình", "chương trình hành động", "chương trình công tác", "chương trình phối hợp", "kế hoạch",
    "kế hoạch hành động", "kế hoạch phối hợp", "kế hoạch liên tịch", "kế hoạch liên ngành", "phương án", "đề án",
    "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng", "công điện", "giấy mời", "giấy giới thiệu",
))  # fmt: skip
_OWN_LINE = re.compile(
    r"""(?:Số|Sô)\s*:|Nơi\s+nhận\s*:|Kính\s+gửi\s*:|(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.?\s?[A-ZĐỦỶẢÂĂÊÔƠƯÁÀ]{2}
    |CỘNG\s+H[ÒO][ÀA]?A?\s+XÃ\s+HỘI|Độc\s+lập\s*[-–]\s*Tự\s+do|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$
    |[^\W\d_][\w\s.-]{1,40},\s*ngày\s*\d{0,2}\s*tháng\s*\d{0,2}\s*năm""",
    re.VERBOSE,
)
_SIGNING = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\.?\s?[A-ZĐỦỶẢÂĂÊÔƠƯÁÀ]{2}")
_HOUR = re.compile(
    r"(?:Từ\s+)?\d{1,2}\s?(?:h|g|giờ|:|\.)\s?\d{0,2}(?:\s?phút)?['’]*\s*(?:[-–:]|đến)", re.IGNORECASE
)  # items of a programme, each in its line
_YEARS_OF = re.compile(r"kỷ niệm (?:lần thứ )?\d{1,4} năm$", re.IGNORECASE)  # of what, stands in the next line
_BODY = re.compile(r"(?:Thực hiện|Căn cứ|Để|Nhằm|Triển khai|Thi hành|Tiếp tục|Theo|Hưởng ứng)\s")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source without the spaces around it.

    `gap`: an empty line or the end of a page before it; `full`: a further word had no room; `indented`: it begins
    further in than the text does; `whole`: the file itself says that it begins a paragraph; `flush`: the first line of
    a page, and not indented where paragraphs are.
    """

    start: int
    end: int
    text: str
    gap: bool = False
    full: bool = False
    indented: bool = False
    whole: bool = False
    flush: bool = False
    centred: bool = False
    bold: bool | None = None
    page: int | None = None
    cell: Cell | None = None
    label: str = ""  # the sign that Word's numbering puts before the line; it stands in the source at `labelled`
    labelled: tuple[int, int] | None = None


@dataclass(slots=True)
class _Open:
    """The paragraph being put together."""

    lines: list[Line]
    sign: bullets.Sign | None
    place: str  # "title" after the name of the kind, "recipients" after "Nơi nhận:", "signature", else ""
    length: int  # letters of all lines
    longest: int  # letters of the longest line
    mended: bool = False

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.length += 1 + len(line.text)
        self.longest = max(self.longest, len(line.text))
        self.mended = self.mended or line.gap or line.whole


def paragraphs(source: str, lines: Iterable[Line], marks: Marks) -> tuple[Paragraph, ...]:
    """The paragraphs that lines make, in order. Raises RefusedError for too many."""
    opened: list[_Open] = []
    for number, line in enumerate(lines):
        if number == MOST_LINES:
            too_large("lines", MOST_LINES)
        current = opened[-1] if opened else None
        if current is not None and _continues(current, line):
            current.add(line)
        else:
            opened.append(_begun(current, line))
    made = (_paragraph(source, one, marks) for one in opened)
    return tuple(paragraph for paragraph in made if paragraph.text)


def _begun(before: _Open | None, line: Line) -> _Open:
    sign = None if line.label else bullets.sign(line.text)
    return _Open([line], sign, _place(before, line), len(line.text), len(line.text))


def _place(before: _Open | None, line: Line) -> str:
    """Where in the document a new paragraph stands, as far as it changes how its lines are joined."""
    if is_kind(line.text):
        return "kind"
    if line.text.startswith("Nơi nhận"):
        return "recipients"
    if _SIGNING.match(line.text):
        return "signature"
    if before is None:
        return ""
    if before.place == "kind":
        return "title"
    return before.place if before.place in ("recipients", "signature") else ""


def is_kind(text: str) -> bool:
    """Whether a line is the name of a kind of document alone: "KẾ HOẠCH"."""
    return text.isupper() and " ".join(text.casefold().split()) in KINDS


def stands_alone(text: str) -> bool:
    """Whether a line is of the head or the foot of a document: number, place, "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"."""
    return bool(_OWN_LINE.match(text))


def _continues(current: _Open, line: Line) -> bool:
    """Whether a line belongs to the paragraph before it."""
    if line.label or line.cell != current.last.cell or _OWN_LINE.match(line.text) or bullets.article(line.text):
        return False
    if is_kind(line.text) or current.place == "kind" or _starts(current, line) or _heads(current, line):
        return False
    if current.place == "title":
        return _continues_title(current, line)
    if _HOUR.match(line.text) and (line.gap or _HOUR.match(current.lines[0].text)):
        return False
    if line.gap or line.whole:
        return _was_cut(current, line)
    return _wraps(current, line)


def _starts(current: _Open, line: Line) -> bool:
    """Whether a sign opens an item here; in the middle of a sentence it may be a dash or the number of a day."""
    sign = bullets.sign(line.text)
    if sign is None:
        return False
    before = current.last
    if ended(before.text) or (line.gap and sign.sure) or line.indented:
        return True
    if sign.kind == "inside":
        return False
    if before.full:
        if sign.kind == "letter" and line.text[sign.length : sign.length + 1].isupper():
            return True
        return sign.kind != "dash" and line.text[sign.length :].isupper()
    if sign.sure:
        return True
    begins_item = current.sign is not None and current.sign.text == sign.text
    return begins_item and current.length < _SHORT


def _heads(current: _Open, line: Line) -> bool:
    """Whether what stands above is a heading in bold letters, though it fills its line, and this the text below it."""
    numbered = current.sign is not None and current.sign.kind != "dash"
    return numbered and current.last.bold is True and line.bold is False and not _small(line.text)


def _continues_title(current: _Open, line: Line) -> bool:
    """The subject is of a few short lines, down to the first sentence of the plan."""
    if current.last.centred and not line.centred:
        return False
    if line.full and not current.last.full and not _small(line.text) and line.text[0] != "(":
        return False
    if _BODY.match(line.text) or len(line.text) > 1.6 * current.longest + 20:
        return _small(line.text) and not line.gap
    if line.gap or line.whole:
        left_open = _left_open(current.last.text) and not line.gap
        return left_open or _small(line.text) or line.text[0] == "(" or (line.centred and current.last.centred)
    return True


def _was_cut(current: _Open, line: Line) -> bool:
    """Whether the empty line or the new page stands in the middle of a sentence."""
    before = current.last.text
    if current.place == "recipients" or current.place == "signature" or line.cell:
        return False
    if line.flush and current.last.full:
        return True
    if ended(before):
        return False
    if before.isupper():
        return before.endswith(_OPEN_ENDS) and line.text.isupper()
    if current.last.full and line.page != current.last.page and not (line.indented or line.text.isupper()):
        return True  # only the paper ended
    if _small(line.text) or _left_open(before):
        return current.sign is None or current.length > len("1. ") + 8
    numbered = (current.sign is not None and current.sign.kind != "dash") or bool(current.last.label)
    return not (numbered or line.whole or line.indented or line.text.isupper()) and (
        current.length > _LONG and before[-1].isalnum() and line.text[0].isalnum() and len(before) > _LONG
    )


def _wraps(current: _Open, line: Line) -> bool:
    """Whether a line without an empty one before it goes on with the paragraph."""
    before = current.last
    if current.place == "signature":
        return False
    if current.place == "recipients" and current.sign is not None:
        return not before.text.endswith((";", "."))
    if line.indented and (ended(before.text) or not _small(line.text)):
        return False
    if before.text.isupper():
        heading = current.sign is not None and len(before.text) > _SHORT
        wrapped = before.full or heading or _left_open(before.text) or _parts(before.text)
        return line.text.isupper() and wrapped
    if _small(line.text) or line.text[0] in "(),;.”-–" or _left_open(before.text):
        return True
    return before.full


def _parts(text: str) -> bool:
    return text.rstrip().endswith(("VÀ", "CỦA", "VỚI", "CÁC", "NGÀY", "NĂM", "VIỆT"))


def _small(text: str) -> bool:
    """Whether a line begins with a small letter, or with a sign that never begins a sentence."""
    first = text.lstrip('*“"(')[:1]
    return first.islower()


def ended(text: str) -> bool:
    return text.rstrip('*) ”"').endswith(_ENDS) or text.endswith(_ENDS)


def _left_open(text: str) -> bool:
    bare = text.rstrip("*")
    return bare.endswith(_OPEN_ENDS) or bare.rpartition(" ")[2] in _OPEN_WORDS or bool(_YEARS_OF.search(bare))


def _paragraph(source: str, opened: _Open, marks: Marks) -> Paragraph:
    first = opened.lines[0]
    skipped, bullet, bullet_at = _taken(source, opened)
    pieces = [(first.start + skipped, first.end), *((line.start, line.end) for line in opened.lines[1:])]
    made = letters.text(source, pieces, marks.dropped)
    return Paragraph(
        made.text,
        made.offsets,
        bullet,
        bullet_at,
        first.page,
        first.cell,
        _bold(opened.lines, made, marks),
        _centred(opened.lines),
        opened.mended,
        made.lines,
        made.ends,
    )


def _taken(source: str, opened: _Open) -> tuple[int, str, tuple[int, int] | None]:
    """How many letters of the first line are its sign; the sign, and where it stands."""
    first = opened.lines[0]
    if first.label:
        return 0, first.label, first.labelled
    if opened.sign is None:
        return 0, "", None
    bare = len(source[first.start : first.start + opened.sign.length].rstrip())
    return opened.sign.length, opened.sign.text, (first.start, first.start + bare)


def _centred(lines: Sequence[Line]) -> bool:
    """Whether a paragraph is in the middle; lines of it that fill the width may be."""
    return any(line.centred for line in lines) and all(line.centred or line.full for line in lines)


def _bold(lines: Sequence[Line], made: letters.Text, marks: Marks) -> bool:
    if all(line.bold for line in lines):
        return True
    placed = zip(made.text, made.offsets, strict=True)
    return bool(marks.bold) and all(at in marks.bold for sign, at in placed if sign.isalnum()) and bool(made.text)
