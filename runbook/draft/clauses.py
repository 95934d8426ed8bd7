"""One paragraph as the actions it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from runbook.draft.duty_words import VERBS
from runbook.draft.kinds import kind_of
from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Names
from runbook.draft.recurring import OFTEN

_SENTENCE = re.compile(
    r"(?<=[^\W\d_]{2})[.!](?:\.\.)?\s+(?=[A-ZĐÀ-Ỹ“])|(?<=[)\d”\"'])\.\s+(?=[A-ZĐÀ-Ỹ“])|,?(?:\.\.\.|…)\s+"
)
_SEMICOLON = re.compile(r"\s*;(?!\s*\.)\s*")
_ASKS = toned_pattern(r"(?<=,) (?=(?:đề nghị|mời) (?:các|ban|sở|ubnd|ủy ban)(?!\w))")
_LINK = toned_pattern(r"(?:đồng thời|ngoài ra|bên cạnh đó|mặt khác|tiếp đó|sau đó)[,:]?\s+(?:là\s+)?")
_STEP = toned_pattern(
    r"(?:hoàn thành|xong|thời gian|thời hạn|hạn|gửi) (?:hoàn thành |xong )?(?:trước|trong|chậm|vào|ngày|đến|cuối|không"
    r"|tháng|:)|chậm nhất|trước (?:ngày|\d)|(?:gửi )?(?:xin|lấy) ý kiến|tiếp thu|hoàn thiện|chỉnh sửa"
    r"|gửi (?:về|danh sách|tham luận|ubnd|sở|phòng|văn phòng|ban) "
    r"|(?:trình|báo cáo) (?:[^\W\d]+ ){1,6}(?:xem xét|phê duyệt|cho ý kiến)"
)
_TIMED = toned_pattern(
    r"(?:trước|chậm nhất|đến hết|hết|trong|không muộn hơn|xong)(?: ngày| khi)?\s[^;]{0,60}\d[^;]{0,12}$"
)  # an action that ends with its own deadline
_OWN_TIME = toned_pattern(
    r"(?:trước|chậm nhất|đến hết|không muộn hơn|xong)(?: là)?(?: ngày| khi)?\s[^;]{0,30}\d"
    r"|(?:trong|sau)(?: vòng| thời hạn| thời gian)? \d{1,3} ngày"
)  # a deadline
_LATER = toned_pattern(r"(?:trong|sau)(?: vòng| thời hạn| thời gian)? \d{1,3} ngày")
_ENDS_TIMED = toned_pattern(r"(?:hoàn thành|xong|chậm nhất|trước|thời hạn|hạn|thời gian|muộn nhất|đến hết)(?!\w)")
_COMMA = toned_pattern(
    r",\s+(?=(?:nộp|gửi|trình|báo cáo|lập|xây dựng|in) [^;,]{0,160}(?:trước|chậm nhất)[^;,]{0,12} \d)"
)
_FEWEST_LETTERS = 6  # of an action: with less, only partners of the one before are named
_VERBS = frozenset(toned(one) for one in VERBS)
_ADVERBS = frozenset(
    toned(one)
    for one in ("chủ động", "tích cực", "kịp thời", "thường xuyên", "định kỳ", "trực tiếp", "cần", "phải", "tiếp tục")
)
_OF_LEVEL = toned_pattern(r"cấp (?:trên|dưới|cơ sở|xã|phường|huyện|quận|tỉnh|thành phố|trung ương)(?!\w)")
_COOPERATES = toned_pattern(
    r"(?:chủ động |tích cực |cần |thường xuyên |tiếp tục )*phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+"
)
_ANSWERS = toned_pattern(r"(?:chủ động |cần )?(?:chủ trì|chịu trách nhiệm)")
_ADVISES = toned_pattern(r"(?:chủ trì,? |chủ động |giao \w+ )*(?:[^;.,]{0,60} )?tham mưu(?!\w)")
_GIVEN = toned_pattern(r"(?:đề nghị|giao(?: cho)?|phân công|yêu cầu)\s+")
_AIM = toned_pattern(r"(?:phát huy|nâng cao|góp phần|tạo)(?!\w)")  # what a piece of work is good for
_APPROVES = toned_pattern(
    r"(?<=\w) và (?=(?:phê duyệt|duyệt|thẩm định|cho ý kiến|góp ý) [^\W\d]+ [^\W\d]+)"
)  # a second paper to look at
_APPROVES_FIRST = toned_pattern(r"(?:phê duyệt|duyệt|thẩm định|cho ý kiến|góp ý)(?: [^\W\d]+){2,}")
_CONDITION = toned_pattern(
    r"(?:đối với|căn cứ|trên cơ sở|trong quá trình|khi|nếu|theo(?! dõi)|để|nhằm|hằng năm|sau khi|trước khi)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """An action: the words of a paragraph from `start` to `end`."""

    start: int
    end: int


def clauses(text: str, start: int, names: Names) -> list[Clause]:
    """The actions from `start` on, where another role, party or product makes them different ones."""
    key = toned(text)
    whole = _trimmed(text, key, start, len(text))
    found = [whole]
    cuts = _cuts(text, key, start)
    for number, (at, after, strong) in enumerate(cuts):
        last = found[-1]
        if at <= last.start or after >= len(text) or after >= last.end:
            continue
        head = _trimmed(text, key, last.start, at)
        tail = _trimmed(text, key, after, cuts[number + 1][0] if number + 1 < len(cuts) else len(text))
        if tail.end > tail.start and _differs(text, key, head, tail, strong, names, len(found) > 1):
            found[-1:] = [head, _trimmed(text, key, after, len(text))]
    return found


def _cuts(text: str, key: str, start: int) -> list[tuple[int, int, bool]]:
    """Places where an action may end: (its end, the beginning of the next, whether a sentence ends there)."""
    cuts = [
        (one.start() + one[0].rstrip().count(".") * (one[0][0] == "."), one.end(), True)
        for one in _SENTENCE.finditer(text, start)
    ]
    cuts += [
        (one.start(), one.end(), False)
        for one in _SEMICOLON.finditer(text, start)
        if not _bracketed(text, start, one.start())
    ]
    cuts += [(one.start(), one.end(), False) for one in _COMMA.finditer(key, start)]
    cuts += [(one.start(), one.end(), False) for one in _APPROVES.finditer(key, start)]
    cuts += [(one.start(), one.end(), True) for one in _ASKS.finditer(key, start) if _COOPERATES.match(key, start)]
    return sorted(cuts)


def _bracketed(text: str, start: int, at: int) -> bool:
    return text.count("(", start, at) > text.count(")", start, at)


def _trimmed(text: str, key: str, start: int, end: int) -> Clause:
    """Without the words that only link an action to the one before, and without the signs that end it."""
    link = _LINK.match(key, start)
    start = link.end() if link and link.end() < end else start
    while end > start and text[end - 1] in " ;":
        end -= 1
    return Clause(start, end)


def _differs(text: str, key: str, head: Clause, tail: Clause, strong: bool, names: Names, later: bool) -> bool:
    """Whether what follows is an action of its own, not the next step or a further object of the one before."""
    if _CONDITION.match(key, head.start) and not _acts(key, head):
        return False
    if strong:
        return (
            _acts(key, tail) or bool(_CONDITION.match(key, tail.start)) or Text(text, names).at(tail.start) is not None
        )
    if _CONDITION.match(key, tail.start):
        return _acts(key, tail) and not _CONDITION.match(key, head.start)
    if _APPROVES.match(key, head.end):
        return bool(_APPROVES_FIRST.match(key, head.start, head.end))
    if key[head.end : head.end + 1] == ",":
        return bool(_OWN_TIME.search(key, head.start, head.end)) and _own_time(key, head, tail)
    if _own_time(key, head, tail):
        return True
    if not _opens_with_verb(key, tail.start) or _STEP.match(key, tail.start) or _AIM.match(key, tail.start):
        return False
    if _TIMED.search(key, head.start, head.end):
        return True
    if cooperates := _COOPERATES.match(key, tail.start):
        partners, end = Text(text, names).list_at(cooperates.end())
        return bool(partners) and not partners[0].many and tail.end - end > _FEWEST_LETTERS
    if _ANSWERS.match(key, tail.start) or (later and _COOPERATES.match(key, head.start)):
        return True
    head = _given(head, Text(text, names))
    advises = bool(_ADVISES.match(key, tail.start))
    if advises != bool(_ADVISES.match(key, head.start)):
        return _has_other_rhythm(key, head, tail) if advises else True
    return _is_other_work(key, head, tail)


def _given(clause: Clause, text: Text) -> Clause:
    """Without the body it is given to, whose name may hold words of work: "Giao Phòng Thông tin, Báo chí lập ..."."""
    gives = _GIVEN.match(text.key, clause.start)
    body = text.at(gives.end()) if gives else None
    return Clause(body.end + 1, clause.end) if body and body.end < clause.end else clause


def _own_time(key: str, head: Clause, tail: Clause) -> bool:
    """Whether what follows has a deadline of its own, which is not that of the action before it."""
    if _ENDS_TIMED.match(key, tail.start) or _STEP.match(key, tail.start):
        return False
    stop = key.find(";", tail.start, tail.end)
    timed = _OWN_TIME if _OWN_TIME.search(key, head.start, head.end) else _LATER
    return bool(timed.search(key, tail.start, stop if stop > 0 else tail.end))


def _is_other_work(key: str, head: Clause, tail: Clause) -> bool:
    """Another kind of work, or one that comes back in another rhythm."""
    kind, others = kind_of(key[tail.start : tail.end])
    before = kind_of(key[head.start : head.end])[0]
    if before not in (kind, *others):
        return True
    return _has_other_rhythm(key, head, tail)


def _has_other_rhythm(key: str, head: Clause, tail: Clause) -> bool:
    rhythm = {match[0] for match in OFTEN.finditer(key, tail.start, tail.end)}
    return bool(rhythm) and rhythm != {match[0] for match in OFTEN.finditer(key, head.start, head.end)}


def _opens_with_verb(key: str, at: int) -> bool:
    """Whether an action begins here, perhaps after an adverb."""
    following = key[at : at + 60].split(" ", 6)[:6]
    following = [re.split(r"[^\w-]", one, maxsplit=1)[0] for one in following]
    while " ".join(following[:2]) in _ADVERBS or (following[:1] and following[0] in _ADVERBS):
        following = following[2:] if " ".join(following[:2]) in _ADVERBS else following[1:]
        if not following:
            return True
    if _OF_LEVEL.match(" ".join(following)):
        return False
    return any(" ".join(following[:count]) in _VERBS for count in (1, 2, 3))


def _acts(key: str, clause: Clause) -> bool:
    """Whether a verb opens the clause, or opens it after a condition that ends with a comma."""
    if _opens_with_verb(key, clause.start) and not _CONDITION.match(key, clause.start):
        return True
    if not _CONDITION.match(key, clause.start):
        return False
    commas = [at for at in range(clause.start, min(clause.end, clause.start + 400)) if key[at] == ","]
    return any(_opens_with_verb(key, at + 2) for at in commas)


def opens_with_verb(text: str, at: int = 0) -> bool:
    """Whether the words at a place begin an action."""
    return _opens_with_verb(toned(text), at)
