"""Short titles for duties, of the plan's own words."""

from __future__ import annotations

import re

from runbook.draft.addressed import Address, address
from runbook.draft.clauses import opens_with_verb
from runbook.draft.letters import toned_pattern
from runbook.draft.mentions import Text

MOST = 12
_ROLE = toned_pattern(
    r"(?:là (?:cơ quan |đơn vị )?(?:thường trực|đầu mối),\s+)?(?:(?:chủ động|tích cực|kịp thời|cần"
    r"|tiếp tục),?\s+)*(?:chủ trì,?\s*)?(?:(?:chủ động |và )?phối hợp(?: chặt chẽ)?(?: với| cùng)?"
    r"|chủ trì,?|chịu trách nhiệm(?: chính)?)\s+"
)
_CONDITION = toned_pattern(
    r"(?:đối với|căn cứ|trên cơ sở|trong quá trình|khi|nếu|theo(?! dõi)|sau khi|trước khi)\s[^;.]{0,240}"
)
_RHYTHM = toned_pattern(
    r"(?:định kỳ|hằng (?:ngày|tuần|tháng|quý|năm))[^,;.]{0,40},\s+(?=(?:các|mỗi|từng|toàn thể)(?!\w))"
)
_AIM = toned_pattern(r"\s*(?:để|nhằm)(?!\w)")
_ENDS = re.compile(r"[;:(]|\.(?:\s|$)|,\s+(?:hoàn thành|xong|để|nhằm|đảm bảo|bảo đảm|theo)\s|\s[*“\"]?\(")
_LOOSE_ENDS = toned_pattern(
    r"(?:\s|,)+(?:và|của|với|các|cho|từ|đến|hoặc|tại|theo(?! dõi)|về|để|nhằm|trong|trên|một|những|có|là|tới|bằng"
    r"|phục vụ|năm|ngày|thứ)?$"
)


def title(text: Text, start: int, end: int) -> str:
    """At most twelve words from the action itself: without who leads, with whom, and under what condition."""
    spoken = address(text, False) if start == 0 else None
    start = _after_name(text, spoken) if spoken and spoken.form == "verb" else start
    at = _after_condition(text, start, end)
    role = _ROLE.match(text.key, at)
    if role:
        found, after = text.list_at(role.end())
        alone = found and _AIM.match(text.key, after)  # "phối hợp với Sở A để ..." is itself what is done
        at = at if alone else after if found and after < end - 8 else role.end()
    while at < end and not text.text[at].isalnum():
        at += 1
    stop = _ENDS.search(text.text, at, end)
    words = text.text[at : stop.start() if stop and stop.start() > at + 8 else end].split()
    short = " ".join(words[:MOST]).rstrip(" ,;.-")
    while len(words) > MOST and (loose := _LOOSE_ENDS.search(short.lower())):
        short = short[: loose.start()].rstrip(" ,;.-")
    return short[:1].upper() + short[1:] if short else text.text[start:end][:60].strip()


def _after_condition(text: Text, start: int, end: int) -> int:
    """Past "Đối với những vụ việc phức tạp, nhạy cảm, " to the action: a condition may hold commas of its own."""
    if rhythm := _RHYTHM.match(text.key, start):
        return rhythm.end()
    condition = _CONDITION.match(text.key, start)
    if not condition:
        return start
    commas = [one for one in re.finditer(r",\s+", text.text[start : condition.end()]) if start + one.end() < end - 12]
    begins = [start + one.end() for one in commas]
    return next((at for at in begins if opens_with_verb(text.text, at)), begins[0] if begins else start)


def _after_name(text: Text, spoken: Address) -> int:
    """Past the body addressed, so that the title says what is done."""
    at = spoken.end
    while at < len(text.text) and not text.text[at].isalnum():
        at += 1
    return at
