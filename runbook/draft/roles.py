"""Who leads a duty and who supports it, by its role words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from runbook.draft.findings import Basis
from runbook.draft.letters import toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention

_LEADS = toned_pattern(r"(?<!cơ quan )(?<!đơn vị )(?<!được giao )(?:chủ trì|chịu trách nhiệm chính)(?!\w)")
_WITH = toned_pattern(
    r"(?<!chương trình )(?<!quy chế )(?<!công tác )(?<!cơ quan )(?<!đơn vị )(?<!kế hoạch )(?<!sự )"
    r"(?<!\w)phối hợp(?: (?:chặt chẽ|tốt|thường xuyên|hiệu quả|đồng bộ))?(?:,? (?:với|cùng với"
    r"|cùng))?(?: (?:các bên là|lãnh đạo))?\s+"
)
_BETWEEN = toned_pattern(r"phối hợp giữa\s+")
_DIRECTS = toned_pattern(r"chủ trì,? (?:chỉ đạo|giao)\s+")
_BY = toned_pattern(r"(?<!\w)(?:do|giao(?: cho)?)\s+")
_OPEN = toned_pattern(
    r"(?:(?:đối với|căn cứ|trên cơ sở|trong quá trình|khi|theo(?! dõi))\s[^;.]*?,\s*)?"
    r"(?:(?:cần|phải|chủ động|tích cực|kịp thời|thường xuyên|tiếp tục),?\s+)*phối hợp(?!\w)"
)
_HELPS = toned_pattern(r"\s*(?:cùng\s+)?phối hợp(?!\w)")


@dataclass(frozen=True, slots=True)
class Roles:
    """`lead` None: the owner of the section. `partners`: those the words "phối hợp với" name."""

    lead: tuple[Mention, ...]
    basis: Basis
    partners: tuple[Mention, ...]
    between: tuple[Mention, ...]  # "phối hợp giữa A và B": partners where one of them is the owner
    open: bool  # nobody is told to lead: "phối hợp với X" and no more


def roles(text: Text, start: int, end: int) -> Roles:
    """What the words from `start` to `end` say of roles."""
    leads = _LEADS.search(text.key, start, end)
    partners = tuple(_partners(text, start, end, leads is not None))
    between = tuple(one for match in _BETWEEN.finditer(text.key, start, end) for one in text.list_at(match.end())[0])
    lead = _named_lead(text, start, leads.start()) if leads else ()
    if leads:
        return Roles(lead, Basis.STATED, tuple(one for one in partners if one not in lead), between, False)
    is_open = bool(_OPEN.match(text.key, start))
    return Roles((), Basis.AMBIGUOUS if is_open else Basis.DEFAULT, partners, between, is_open)


def _partners(text: Text, start: int, end: int, stated: bool) -> Iterator[Mention]:
    reached = start
    patterns = (_WITH, _DIRECTS) if stated else (_WITH,)
    matches = sorted(
        (one for pattern in patterns for one in pattern.finditer(text.key, start, end)), key=lambda one: one.end()
    )
    for match in matches:
        if match.start() < reached:
            continue
        found, reached = text.list_at(match.end())
        if match.re is _DIRECTS:
            found = [one for one in found if not one.many]
        yield from (one for one in found if one.end <= end + 1)
    if stated:
        yield from _helpers(text, start, end, reached)


def _helpers(text: Text, start: int, end: int, reached: int) -> Iterator[Mention]:
    """Those named before the word: "Sở A chủ trì, Sở B phối hợp thực hiện"."""
    if reached > start:
        return
    for mention in text.all():
        if (
            start < mention.start
            and mention.end < end
            and _HELPS.match(text.key, mention.end)
            and not _WITH.match(text.key, mention.end + 1)
        ):
            yield mention


def _named_lead(text: Text, start: int, at: int) -> tuple[Mention, ...]:
    """Who stands right before "chủ trì": "do Sở A chủ trì"."""
    before = text.key[start:at].rstrip()
    by = list(_BY.finditer(text.key, start, at))
    for begin in [one.end() for one in by[-1:]]:
        found, stop = text.list_at(begin)
        if found and stop >= start + len(before):
            return tuple(found)
    return ()
