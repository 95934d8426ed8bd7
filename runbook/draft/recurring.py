"""Words that say how often a duty comes back, with the weekday, day and hour they give."""

from __future__ import annotations

from itertools import chain

from runbook.draft.document import Paragraph, Quote
from runbook.draft.header import quote
from runbook.draft.letters import toned, toned_pattern

OFTEN = toned_pattern(
    r"(?<!chi )(?<!kinh phí )(?<!\w)(?:thường xuyên|thường kỳ|định kỳ(?: (?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm))?"
    r"|(?<!khen thưởng )(?<!khen )đột xuất|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|mỗi (?:tuần|tháng|quý)"
    r"|(?:khi |việc |dung |[^\W\d]+ )?phát sinh(?! kinh phí)"
    r"|(?:nếu |khi )?có (?:khó khăn|vướng mắc|vấn đề)(?:,? (?:khó khăn|vướng mắc))*(?: phát sinh)?"
    r"|đối với (?:những |các )?(?:vụ việc|trường hợp|tình huống|thông tin) (?:phức tạp|nhạy cảm|đột xuất"
    r"|phát sinh))(?!\w)"
)
_WEEKDAY = r"(?:(?:ngày )?thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
_CLOCK = r"(?:lúc )?\d{1,2}\s?(?:h|giờ|:)\s?(?:\d\d)?"
_BY = r"(?:(?:chậm nhất(?: là)?|muộn nhất|trước|vào|trong|đến hết)\s+)*"
_DAY = r"(?:ngày|mùng)\s+\d{1,2}(?![\d/.-])"
# The whole of a rule, with its weekday, its day and its hour on either side.
_RULES = toned_pattern(
    rf"{_BY}(?:{_CLOCK},? )?(?:(?:các )?{_WEEKDAY}(?:(?:, | và ){_WEEKDAY})*(?:,? {_CLOCK})?,? )"
    r"(?:hằng|hàng|mỗi) tuần(?!\w)"
    rf"|(?:hằng|hàng|mỗi) tuần(?: \d{{1,2}} lần)?,? (?:vào )?(?:{_CLOCK},? )?(?:các )?{_WEEKDAY}"
    rf"(?:(?:, | và ){_WEEKDAY})*(?:,? {_CLOCK})?"
    rf"|{_BY}(?:{_CLOCK},? )?{_DAY}(?: của)? (?:(?:hằng|hàng|mỗi) (?:tháng|quý)|tháng (?:sau|kế tiếp|tiếp theo)"
    r"|(?:của )?tháng (?:đầu|cuối)(?: của)?(?: mỗi)? quý(?: sau)?)(?!\w)"
    rf"|(?:hằng|hàng|mỗi) (?:tháng|quý),? {_BY}(?:{_CLOCK},? )?{_DAY}"
)


def recurring(paragraph: Paragraph, start: int, end: int) -> tuple[Quote, ...]:
    """Every such word from `start` to `end`, as it stands; a rule in full."""
    key = toned(paragraph.text)
    rules = [match.span() for match in _RULES.finditer(key, start, end)]
    words = (match.span() for match in OFTEN.finditer(key, start, end))
    loose = [one for one in words if not any(first < one[1] and one[0] < last for first, last in rules)]
    return tuple(quote(paragraph, *one) for one in sorted(chain(rules, loose)))
