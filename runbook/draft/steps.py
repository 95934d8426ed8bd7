"""The loop a paper goes through: drafted, sent for opinion, revised, reported, decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention

_OPINION = toned_pattern(
    r"(?:gửi |để )?(?:xin|lấy|tham khảo) ý kiến(?: (?:của|góp ý của|chỉ đạo của|thẩm định của))?\s+"
    r"|gửi\s+(?=[^.;]{3,80}(?:cho ý kiến|góp ý))"
)
_REVISE = toned_pattern(r"tiếp thu|(?<!tiếp thu, )(?<!tiếp thu )hoàn thiện(?! hồ sơ dự)|chỉnh sửa")
_REPORT = toned_pattern(r"(?<!\w)báo cáo(?: với| cho)?\s+")
_SUBMIT = toned_pattern(r"(?<!chương )(?<!quá )(?<!quy )(?<!lộ )(?<!công )(?<!\w)trình(?: xin)?\s+")
_ADVISE = toned_pattern(r"tham mưu(?:,? (?:đề xuất|giúp|cho|với|trình))*\s+|đề xuất(?: với)?\s+")
_FINAL = toned_pattern(r"(?:xem xét,? )?(?:quyết định|phê duyệt|ban hành|ký ban hành)(?!\w)")
_DRAFT = toned_pattern(r"(?:dự thảo|xây dựng|soạn thảo|biên soạn|soạn)(?!\w)")
_SENDS = toned_pattern(
    r"(?:(?:gửi|báo cáo|nộp|thông tin)(?: (?:kết quả|báo cáo|danh sách|văn bản))?(?: (?:với|cho|lên|tới|đến))?"
    r"|về|gửi (?:cho|tới|đến|lên)|(?:báo cáo|gửi) [^,;.]{3,50} (?:với|lên|cho))\s+$"
)
_SENT = toned_pattern(r"(?<!\w)(?:gửi|báo cáo|nộp|thông tin|phản ánh)(?!\w)")
_OPINION_END = toned_pattern(r"(?:xin|lấy) ý kiến\s+$")


@dataclass(frozen=True, slots=True)
class Act:
    """One step as worded: the act, its words, and who is named; None is the owner, or nobody named."""

    name: str
    start: int
    end: int
    party: Mention | None = None
    own: bool = False


def acts(text: Text, start: int, end: int) -> tuple[Act, ...]:
    """The steps in their order. A plain report is no loop: it is one only where something was drafted before it."""
    found = sorted(_acts(text, start, end), key=lambda one: one.start)
    loop = any(one.name in ("opinion", "revise") for one in found)
    drafted = _DRAFT.search(text.key, start, end)
    if not loop and not drafted:
        found = [one for one in found if one.name != "report"]
    if loop and drafted and drafted.start() < found[0].start:
        found.insert(0, Act("draft", drafted.start(), drafted.end(), own=True))
    return tuple(found)


def _acts(text: Text, start: int, end: int) -> Iterator[Act]:
    for name, pattern in (("opinion", _OPINION), ("report", _REPORT), ("submit", _SUBMIT), ("advise", _ADVISE)):
        for match in pattern.finditer(text.key, start, end):
            parties = _listed(text, match.end(), end)
            yield from (Act(name, match.start(), party.end, party) for party in parties)
            if name in ("advise", "submit") and parties and (final := _FINAL.match(text.key, parties[-1].end + 1, end)):
                yield Act("final", final.start(), final.end(), parties[-1])
    if revised := _REVISE.search(text.key, start, end):
        yield Act("revise", revised.start(), revised.end(), own=True)


def _listed(text: Text, at: int, end: int) -> list[Mention]:
    found = text.list_at(at)[0] if at < end and text.at(at) else []
    return [one for one in found if one.end <= end]


def reported_to(text: Text, start: int, end: int) -> Mention | None:
    """Who the outcome is sent or reported to."""
    for mention in text.all():
        if mention.start < start or mention.end > end:
            continue
        before = _SENDS.search(text.key, start, mention.start)
        if (
            before
            and not (mention.many and before[0].startswith(toned("gửi")))
            and not _OPINION_END.search(text.key, start, mention.start)
            and _SENT.search(text.key, start, mention.start)
        ):
            return mention
    return _ordering(text, start, end)


def _ordering(text: Text, start: int, end: int) -> Mention | None:
    """Whoever ordered a report gets it: "báo cáo (theo Công văn số 12 ... của Sở A)"."""
    for match in _AS_ORDERED.finditer(text.key, start, end):
        if parties := _listed(text, match.end(), end):
            return parties[0]
    return None


_AS_ORDERED = toned_pattern(r"(?<!\w)báo cáo,? \(?theo (?:công văn|văn bản|yêu cầu) số [^;.)]{3,60}? của\s+")
_GUIDED = toned_pattern(
    r"(?:căn cứ|theo|trên cơ sở)[^,;.]{0,30}?(?:hướng dẫn|chỉ đạo|định hướng)(?: tuyên truyền)? của\s+"
    r"|(?<=và )hướng dẫn của\s+"
)
_ORDERED = toned_pattern(r"theo (?:mục [^,]{1,6},? )?(?:công văn|hướng dẫn|chỉ thị) số [^;.)]{3,60}? của\s+")
_BASED = toned_pattern(
    r"(?:căn cứ|trên cơ sở|tổng hợp)(?: các)? (?:đề xuất|báo cáo|đăng ký|dự toán|danh sách"
    r"|kết quả)(?: [^,;.]{1,20})? của\s+"
)


def guidance(text: Text, start: int, end: int) -> Iterator[tuple[str, int, Mention]]:
    """What a duty is told to rest on: ("guidance" or "input", where the words begin, from whom)."""
    for name, pattern in (("guidance", _GUIDED), ("guidance", _ORDERED), ("input", _BASED)):
        for match in pattern.finditer(text.key, start, end):
            yield from (
                (name, match.start(), one) for one in _listed(text, match.end(), end) or _loose(text, match.end(), end)
            )


_DIRECTED = toned_pattern(
    r"(?:hướng dẫn|chỉ đạo|đôn đốc|tạo điều kiện(?: để)?|hỗ trợ|cung cấp cho)(?:, (?:chỉ đạo|đôn đốc"
    r"|định hướng|hướng dẫn))?\s+"
)
_ORGANISED = toned_pattern(r"(?<!\w)do\s+(?=[^;.]{5,160} (?:tổ chức|chủ trì|phát động|thực hiện))")


def others(text: Text, start: int, end: int) -> Iterator[Mention]:
    """Bodies that have a part in a duty without a role in it: those directed, those whose event it is."""
    for pattern in (_DIRECTED, _ORGANISED):
        for match in pattern.finditer(text.key, start, end):
            yield from _listed(text, match.end(), end)


def _loose(text: Text, at: int, end: int) -> list[Mention]:
    one = text.loose(at)
    return [one] if one and one.end <= end else []
