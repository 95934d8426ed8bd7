"""Words that say how often a duty comes back."""

from __future__ import annotations

from runbook.draft.document import Paragraph
from runbook.draft.findings import Quote
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


def recurring(paragraph: Paragraph, start: int, end: int) -> tuple[Quote, ...]:
    """Every such word from `start` to `end`, as it stands."""
    key = toned(paragraph.text)
    return tuple(quote(paragraph, *match.span()) for match in OFTEN.finditer(key, start, end))
