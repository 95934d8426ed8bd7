"""Paragraphs that address somebody: a heading that is a name, "Giao X ...", "X: ...", "X chủ trì ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runbook.draft import agency_words as words
from runbook.draft.clauses import opens_with_verb
from runbook.draft.letters import toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention

_LEAD_IN = toned_pattern(
    rf"(?:(?P<ask>{words.ASKING})|(?P<give>{words.GIVING}))\s+(?:cho\s+)?|(?:đối với|về phía)\s+"
    r"|(?:trách nhiệm|nhiệm vụ)(?: cụ thể)? của\s+"
)
_BRACKET = re.compile(r"\s*\([^()]{2,120}\)")
_PERSON = toned_pattern(rf"(?:các )?(?:{'|'.join(re.escape(one) for one in (*words.PERSONS, 'thầy', 'cô'))})(?=\s)\s+")
_PERSON_NAME = re.compile(r"[^:;.()]{2,90}?(?=\s*[:(]|\s+(?:chủ trì|chịu|phụ trách|phối)|\s*$)")
_REACHES = toned_pattern(r"được (?:triển khai|phổ biến|quán triệt|thông báo)[^.;]{0,20}? (?:đến|tới)\s+")
_LONGEST_HEADING = 30
_NOT_HEADS = toned_pattern(rf"(?:{'|'.join(re.escape(one) for one in words.NOT_HEADS)})(?!\w)")
_MANY = toned_pattern(rf"(?:{'|'.join(re.escape(one) for one in words.GATHERING)})\s")
_BEGUN = sorted((*words.GATHERING, *words.HEADS, *words.POSTS), key=len, reverse=True)
_BEGINS = toned_pattern(rf"(?:{'|'.join(re.escape(one) for one in _BEGUN)})(?=\s)")
_POST = toned_pattern(
    rf"(?P<name>(?:các )?(?:{'|'.join(re.escape(one) for one in words.POSTS)})(?!\w)[^:.;]{{0,70}}?)\s*:\s*"
)
_NAMED_ON = toned_pattern(
    r"(?P<name> (?:tổng hợp|hành chính|quản trị|nghiệp vụ|vật tư|đào tạo|tổ chức|quản lý|kiểm soát|kiểm tra)"
    r"(?: [^\W\d]+){0,4}):\s+"
)  # work that a room is named after: "Phòng Kế hoạch tổng hợp: ..."
_SUBJECT_VERB = toned_pattern(
    r",?\s+(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chủ trì|chủ động|phối hợp|tham mưu|bám sát"
    r"|căn cứ|theo chức năng|trên cơ sở|cử|giúp)"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Who is addressed. `form`: "line" is a heading and nothing more, "colon" and "verb" go on with what is to be done.

    `start` and `end`: the name in the text; `duty`: where what is to be done begins; `mentions`: the bodies named.
    """

    form: str
    start: int
    end: int
    duty: int
    requested: bool
    mentions: tuple[Mention, ...]


def address(text: Text, heading: bool) -> Address | None:
    """Who the paragraph addresses, None for nobody. `heading`: its sign is one that headings have."""
    lead_in = _LEAD_IN.match(text.key)
    begin = lead_in.end() if lead_in else 0
    asked = bool(lead_in and lead_in["ask"])
    found, end = _named(text, begin)
    if not found and (lead_in or heading):
        found, end = _unproper(text, begin, bool(lead_in))
    if not found:
        return None
    bracket = _BRACKET.match(text.text, end)
    after = bracket.end() if bracket else end
    rest = text.text[after:]
    if not rest.strip(" :;.*,"):
        return Address("line", begin, _stripped(text.text, begin, after), len(text.text), asked, tuple(found))
    if rest.lstrip()[:1] == ":":
        return Address("colon", begin, after, _after_colon(text.text, after), asked, tuple(found))
    if named := _NAMED_ON.match(text.key, after):
        return Address("colon", begin, named.end("name"), named.end(), asked, tuple(found))
    if opens_with_verb(text.text, _skipped(text.text, after)) or _SUBJECT_VERB.match(text.key, after):
        return Address("verb", begin, end, 0, asked, tuple(found))
    if heading and _is_heading(text, after):
        return Address("line", begin, _stripped(text.text, begin, len(text.text)), len(text.text), asked, tuple(found))
    return None


def _named(text: Text, begin: int) -> tuple[list[Mention], int]:
    person = _PERSON.match(text.key, begin)
    name = _PERSON_NAME.match(text.text, person.end()) if person else None
    if name and text.text[name.start()].isupper():
        return [Mention(begin, name.end(), text.text[begin : name.end()].strip())], name.end()
    first = text.text[:1]
    if (begin == 0 and not (first.isupper() or first.isdigit())) or text.at(begin) is None:
        return [], begin
    return text.list_at(begin)


def _unproper(text: Text, begin: int, told: bool) -> tuple[list[Mention], int]:
    """A body written without capitals: after "Đề nghị" up to the verb, else the whole of a line without one."""
    if (not told and not text.text[:1].isupper()) or _NOT_HEADS.match(text.key, begin):
        return [], begin
    end = text.until_verb(begin)
    many = bool(_MANY.match(text.key, begin))
    whole = end >= len(text.text.rstrip(" :.;*")) or (many and opens_with_verb(text.text, _skipped(text.text, end)))
    begins = _BEGINS.match(text.key, begin) or (told and text.text[begin : begin + 1].isupper())
    if not begins or end <= begin or not (told or whole):
        return [], begin
    return [Mention(begin, end, text.text[begin:end], many)], end


def post(text: Text) -> Address | None:
    """ "Kế toán: ...": a post that is told what to do, where no body is named."""
    match = _POST.match(text.key)
    if not match or not text.text[0].isupper() or not text.text[match.end() :].strip():
        return None
    end = match.end("name")
    return Address("colon", 0, end, match.end(), False, (Mention(0, end, text.text[:end]),))


def _stripped(text: str, begin: int, end: int) -> int:
    return begin + len(text[begin:end].rstrip(" :;.,*"))


def _after_colon(text: str, at: int) -> int:
    at = text.index(":", at) + 1
    return at + len(text[at:]) - len(text[at:].lstrip(" -+"))


def _skipped(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip(" ,"))


def _is_heading(text: Text, at: int) -> bool:
    """Whether what follows the names found only carries the name on."""
    rest = text.text[at:]
    if len(text.text.split()) > _LONGEST_HEADING or rest.rstrip().endswith((".", ";")) or ":" in rest.rstrip(": "):
        return False
    key = text.key[at:]
    return not re.search(r"(?<!\w)(?:chủ trì|phối hợp|tham mưu|chuẩn bị|xây dựng|thực hiện|bố trí|báo cáo)(?!\w)", key)


def reached(text: Text) -> Address | None:
    """Those a passive sentence reaches: "Kế hoạch này được triển khai đến các phòng, đơn vị ... thực hiện"."""
    match = _REACHES.search(text.key)
    if not match:
        return None
    found, end = text.list_at(match.end())
    following = [one for one in text.all() if one.start >= end and one.end < len(text.text) and one.start - end < 8]
    if not found:
        return None
    last = following[-1].end if following else end
    whole = Mention(match.end(), last, text.text[match.end() : last], many=True)
    return Address("verb", match.end(), last, 0, False, (whole,))
