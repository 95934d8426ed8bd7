"""The closing sentence: who is asked, who is required, where difficulties are reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runbook.draft.document import Paragraph
from runbook.draft.findings import Role
from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention, Names
from runbook.draft.registry import Registry

_BEGINS = toned_pattern(
    r"(?:^|(?<=[.;,] )|(?<=\d\) )|(?<=\w ))(?P<verb>đề nghị|yêu cầu|giao)\s+(?=(?:các|ban|sở|ubnd|ủy ban"
    r"|thủ trưởng|trưởng|lãnh đạo|phòng|công an|văn phòng|bộ|đơn vị|cơ quan|\d)(?!\w))"
    r"|(?:^|(?<=[.,] ))(?P<subject>(?:các|toàn thể|thủ trưởng|trưởng|lãnh đạo) (?=[^.:;]{3,120}? (?:căn cứ|nghiêm túc"
    r"|triển khai|tổ chức thực hiện|gửi|báo cáo|chủ động|thực hiện|xây dựng|kịp thời|khẩn trương"
    r"|có trách nhiệm)(?!\w)))"
    r"|(?:^|(?<=[.;] ))(?P<course>(?:trong )?quá trình [^.;]{0,60}?(?:thực hiện|triển khai)|nếu có (?:khó khăn"
    r"|vướng mắc|vấn đề)|định kỳ)"
    r"|(?<=; )(?P<report>tổng hợp (?:chung|kết quả)?|báo cáo|định kỳ)(?!\w)"
)

# Ends a list of those who are told; it names nobody that is not among them.
_REST = toned_pattern(r"(?:các )?(?:cơ quan, )?(?:tổ chức, )?đơn vị (?:có )?liên quan")


@dataclass(frozen=True, slots=True)
class Call:
    """One sentence of the closing: words from `start` to `end`, who it speaks to, whether it asks or requires."""

    paragraph: Paragraph
    start: int
    end: int
    owners: tuple[str, ...]
    requested: bool


def calls(paragraphs: Sequence[Paragraph], registry: Registry, names: Names) -> Iterator[Call]:
    """What the closing sentences ask, in order. "đề nghị" within "trong quá trình ..." opens nothing new."""
    for paragraph in paragraphs:
        text = Text(paragraph.text, names)
        starts = _starts(text)
        ends = [*[one for one, _ in starts[1:]], len(paragraph.text)][: len(starts)]
        receiver = ""
        before: tuple[str, ...] = ()
        for (start, verb), end in zip(starts, ends, strict=True):
            stop = start + len(paragraph.text[start:end].rstrip(" ,;./"))
            owners = (
                _owners(paragraph, text, start, stop, verb, registry) or before or ((receiver,) if receiver else ())
            )
            before = owners
            receiver = _receiver(paragraph, text, start, stop, registry) or receiver
            yield Call(paragraph, start, stop, owners, verb == "đề nghị")


def _starts(text: Text) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    course = False
    for match in _BEGINS.finditer(text.key):
        sentence = ". " in text.key[found[-1][0] : match.start()] if found else True
        if match["subject"]:
            if not found or sentence:
                course = False
                found.append((match.start(), "all"))
        elif match["verb"]:
            if course and not sentence:
                continue
            course = False
            found.append((match.start(), match["verb"]))
        elif match["course"]:
            if found and not sentence and not _after_break(text, match.start()):
                continue
            course = True
            found.append((match.start(), ""))
        elif found and course:
            found.append((match.start(), ""))
    return found


def _after_break(text: Text, at: int) -> bool:
    return text.key[max(0, at - 2) : at] in (". ", "; ")


def _owners(paragraph: Paragraph, text: Text, start: int, end: int, verb: str, registry: Registry) -> tuple[str, ...]:
    """Those named right after "yêu cầu"; else the first body before anything is sent."""
    named = [one for one in text.all() if start <= one.start and one.end <= end]
    if verb == "all":
        named = text.list_at(start)[0] or named[:1]
    elif verb:
        at = start + len(verb) + 1
        named = text.list_at(at)[0] or named[:1]
    else:
        named = [one for one in named[:1] if one.many]
    told = [one for one in named if not _REST.fullmatch(toned(one.name))] or named
    return tuple(dict.fromkeys(_party(paragraph, one, registry) for one in told))


def _receiver(paragraph: Paragraph, text: Text, start: int, end: int, registry: Registry) -> str:
    from runbook.draft.steps import reported_to

    mention = reported_to(text, start, end)
    return _party(paragraph, mention, registry) if mention else ""


def _party(paragraph: Paragraph, mention: Mention, registry: Registry) -> str:
    return registry.party(mention.name, paragraph.span(mention.start, mention.end), Role.MENTIONED)
