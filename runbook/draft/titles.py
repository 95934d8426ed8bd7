"""Short titles for duties, of the plan's own words."""

from __future__ import annotations

import re

from runbook.draft.addressed import Address, address
from runbook.draft.letters import toned_pattern
from runbook.draft.mentions import Text

MOST = 12
_ROLE = toned_pattern(
    r"(?:là (?:cơ quan |đơn vị )?(?:thường trực|đầu mối),\s+)?(?:(?:chủ động|tích cực|kịp thời|cần"
    r"|tiếp tục),?\s+)*(?:chủ trì,?\s*)?(?:(?:chủ động |và )?phối hợp(?: chặt chẽ)?(?: với| cùng)?"
    r"|chủ trì,?|chịu trách nhiệm(?: chính)?)\s+"
)
_CONDITION = toned_pattern(
    r"(?:đối với|căn cứ|trên cơ sở|trong quá trình|khi|nếu|theo(?! dõi)|sau khi|trước khi)\s[^;.]{0,200}?,\s+"
)
_ENDS = re.compile(r"[;:(]|\.(?:\s|$)|,\s+(?:hoàn thành|xong|để|nhằm|đảm bảo|bảo đảm|theo)\s|\s[*“\"]?\(")
_LOOSE_ENDS = toned_pattern(
    r"(?:\s|,)+(?:và|của|với|các|cho|từ|đến|hoặc|tại|theo(?! dõi)|về|để|nhằm|trong|trên|một|những|có|là|tới|bằng"
    r"|phục vụ|năm|ngày|thứ)?$"
)


def title(text: Text, start: int, end: int) -> str:
    """At most twelve words from the action itself: without who leads, with whom, and under what condition."""
    spoken = address(text, False) if start == 0 else None
    start = _after_name(text, spoken) if spoken and spoken.form == "verb" else start
    condition = _CONDITION.match(text.key, start)
    at = condition.end() if condition and condition.end() < end - 12 else start
    role = _ROLE.match(text.key, at)
    if role:
        found, after = text.list_at(role.end())
        at = after if found and after < end - 8 else role.end()
    while at < end and not text.text[at].isalnum():
        at += 1
    stop = _ENDS.search(text.text, at, end)
    words = text.text[at : stop.start() if stop and stop.start() > at + 8 else end].split()
    short = " ".join(words[:MOST]).rstrip(" ,;.-")
    while len(words) > MOST and (loose := _LOOSE_ENDS.search(short.lower())):
        short = short[: loose.start()].rstrip(" ,;.-")
    return short[:1].upper() + short[1:] if short else text.text[start:end][:60].strip()


def _after_name(text: Text, spoken: Address) -> int:
    """Past the body addressed, so that the title says what is done."""
    at = spoken.end
    while at < len(text.text) and not text.text[at].isalnum():
        at += 1
    return at
