"""Passages of the organisation part as duties: actions, roles, deadlines, steps, needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from runbook.draft.clauses import clauses
from runbook.draft.document import Quote
from runbook.draft.due import Calendar, due
from runbook.draft.findings import Basis, Duty, Need, Role, Scope, Step
from runbook.draft.header import quote
from runbook.draft.kinds import kind_of_text
from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention, Names
from runbook.draft.recurring import recurring
from runbook.draft.registry import Registry
from runbook.draft.roles import roles
from runbook.draft.sections import Passage
from runbook.draft.steps import acts, guidance, others, reported_to
from runbook.draft.titles import title
from runbook.draft.working import Draught

# Work that the sitting itself needs, where it is of a kind done there; and words that say so whatever the kind.
_ON_THE_DAY = toned_pattern(
    r"đón tiếp|đón (?:đại biểu|khách)|dẫn chương trình|(?<!\w)mc(?!\w)|điều hành|công bố|bảo vệ an ninh"
    r"|đảm bảo an ninh|(?:đảm bảo|bảo đảm) antt|bảo đảm an ninh|hướng dẫn chỗ ngồi"
    r"|(?:bố trí|sắp xếp) (?:vị trí )?chỗ ngồi"
    r"|lễ tân|kiểm soát|trông giữ|tại (?:hội nghị|buổi lễ|lễ )|trong (?:thời gian diễn ra|buổi lễ)"
)
_WHILE_IT_LASTS = toned_pattern(
    r"(?:truyền hình|phát thanh|tường thuật)[^;.]{0,24} trực tiếp|xe cứu thương|túc trực|(?:y tế|bác sĩ|quân y|y sĩ)"
    r"[^;.]{0,16} trực(?!\w)|trực (?:y tế|cấp cứu)|bắn pháo hoa|(?:giữ gìn|giữ) trật tự|giữ xe"
    r"|trong (?:suốt )?(?:thời gian|quá trình) (?:diễn ra |tổ chức )?(?:lễ|buổi|hội nghị|chương trình|diễn ra|sự kiện)"
    r"|trong (?:suốt )?ngày (?:lễ|hội|tổ chức|diễn ra|khai mạc)"
)
_BEFORE_THE_DAY = toned_pattern(
    r"(?:xây dựng|lập|chuẩn bị|ban hành) (?:kế hoạch|phương án|kịch bản|dự thảo|nội dung|báo cáo|phóng sự|danh sách)"
    r"|gửi giấy mời|phát hành giấy mời|tham mưu(?!\w)|chỉ đạo(?!\w)|tổng duyệt|rà soát|vận động"
)
_PAPER = toned_pattern(r"báo cáo(?= )")  # what is handed in, before its deadline
# What a draught tells just as the duty it becomes.
_ALIKE = {one.name for one in fields(Duty)} & {one.name for one in fields(Draught)} - {"needs"}
_OF_THE_DAY = {"operate", "secure", "broadcast", "award"}


class Drafter:
    """Turns passages into draughts, meeting parties as they are named."""

    def __init__(self, registry: Registry, names: Names, calendar: Calendar) -> None:
        self.registry, self.names, self.calendar = registry, names, calendar

    def draughts(self, passage: Passage, scope: Scope, issuer: str) -> Iterator[Draught]:
        """The actions of one passage, in order."""
        text = Text(passage.paragraph.text, self.names)
        found = clauses(text.text, passage.start, self.names)
        for at, clause in enumerate(found):
            part = chr(ord("a") + at) if 1 < len(found) <= 26 else ""
            owner = passage.owners[0] if passage.owners else issuer
            one = Draught(
                passage.paragraph,
                clause.start,
                clause.end,
                passage.section,
                passage.bullet,
                scope,
                owner,
                passage.requested,
                part,
            )
            one.action_at = clause.start
            self.roles(one, text, passage)
            self.circumstances(one, text)
            for line in passage.hours if at == len(found) - 1 else ():
                one.due = one.due or due(line, 0, len(line.text), self.calendar, bare=True)
            yield one

    def party(self, one: Draught, mention: Mention, role: Role = Role.MENTIONED) -> str:
        return self.registry.party(mention.name, one.paragraph.span(mention.start, mention.end), role)

    def roles(self, one: Draught, text: Text, passage: Passage) -> None:
        said = roles(text, one.start, one.end)
        named = tuple(self.party(one, mention) for mention in said.lead)
        partners = [self.party(one, mention) for mention in said.partners]
        partners += self._between(one, said.between)
        one.lead = named or passage.owners or ((one.owner,) if one.owner else ())
        one.support = tuple(dict.fromkeys(party for party in partners if party not in one.lead))
        one.basis = Basis.INFERRED if passage.inferred and not said.lead else said.basis
        one.open = said.open and not passage.leads
        if passage.leads and not said.lead:
            one.basis = Basis.STATED
        one.generic = bool(said.partners) and all(mention.many for mention in said.partners)
        if said.partners and said.partners[0].start < one.start + 80:
            one.action_at = min(one.end - 1, said.partners[-1].end)
        elif said.basis is Basis.STATED:
            one.action_at = min(one.end - 1, one.start + len("Chủ trì, "))

    def _between(self, one: Draught, mentions: tuple[Mention, ...]) -> list[str]:
        """Two bodies that work together by a standing agreement: partners where the owner is one of the two."""
        if not any(self.registry.find(mention.name) == one.owner for mention in mentions):
            return []
        return [self.party(one, mention) for mention in mentions]

    def circumstances(self, one: Draught, text: Text) -> None:
        """Deadline, recurrence, steps, needs, where the outcome is reported, kind of work."""
        one.due = due(one.paragraph, one.start, one.end, self.calendar)
        one.recurs = recurring(one.paragraph, one.start, one.end)
        one.kind, one.also = kind_of_text(one.text)
        one.steps = tuple(self._steps(one, text))
        one.needs = list(self._needs(one, text))
        if mention := reported_to(text, one.start, one.end):
            one.report_to = self.party(one, mention, Role.APPROVER)
        for other in others(text, one.start, one.end):
            self.party(one, other)

    def _steps(self, one: Draught, text: Text) -> Iterator[Step]:
        for act in acts(text, one.start, one.end):
            party = self.party(one, act.party, Role.APPROVER) if act.party else one.owner if act.own else ""
            yield Step(act.name, quote(one.paragraph, act.start, act.end), party)

    def _needs(self, one: Draught, text: Text) -> Iterator[Need]:
        for step in one.steps:
            if step.act == "opinion":
                yield Need("opinion", step.party, raw=step.raw)
        for kind, at, mention in guidance(text, one.start, one.end):
            yield Need(kind, self.party(one, mention), raw=quote(one.paragraph, at, mention.end))


def link_opinions(draughts: Iterable[Draught]) -> None:
    """An opinion waits on the duty of the body asked, where its section has one; that duty waits on the draft.

    First where both name the product at length, then where they have a word for it in common and no other is left.
    """
    known = list(draughts)
    approving = [one for one in known if one.kind == "approve" or "approve" in one.also]
    for one in known:
        _link(one, approving, 3)
    for one in known:
        asked = {need.duty for each in known for need in each.needs if need.kind == "opinion"}
        left = [other for other in approving if other.id not in asked]
        if len(left) == 1:
            _link(one, left, 2)


def _link(one: Draught, approving: Sequence[Draught], length: int) -> None:
    """Tie the opinions a duty asks for to the duties of those asked that share so many syllables in a row with it."""
    for at, need in enumerate(one.needs):
        if need.kind != "opinion" or need.duty:
            continue
        same = next((each for each in approving if each.owner == need.party and _share(one, each, length)), None)
        if same:
            one.needs[at] = Need("opinion", need.party, same.id, need.raw)
            same.needs.append(Need("draft", one.owner, one.id, concluded=True))


def _share(one: Draught, other: Draught, length: int) -> bool:
    """Whether two duties name one paper or film: that many syllables in a row that both have."""
    left, right = (toned(each.text).replace(",", "").split() for each in (one, other))
    known = {tuple(right[at : at + length]) for at in range(len(right) - length + 1)}
    return any(tuple(left[at : at + length]) in known for at in range(min(24, len(left) - length + 1)))


def finished(one: Draught, names: Names, collectives: frozenset[str], has_sitting: bool) -> Duty:
    """A draught as a duty of the draft."""
    text = Text(one.paragraph.text, names)
    words = Quote(one.text, one.paragraph.span(one.start, one.end))
    key = toned(one.text)
    on_the_day = has_sitting and one.due is None and not one.recurs and _is_of_the_day(one, key)
    return Duty(
        **{name: getattr(one, name) for name in _ALIKE},
        words=words,
        title=title(text, one.start, _title_end(one)),
        on_the_day=on_the_day,
        needs=tuple(one.needs),
        each=any(party in collectives for party in one.lead),
    )


def _is_of_the_day(one: Draught, key: str) -> bool:
    if _BEFORE_THE_DAY.search(key):
        return False
    kinds = {one.kind, *one.also}
    return bool(_WHILE_IT_LASTS.search(key)) or (bool(kinds & _OF_THE_DAY) and bool(_ON_THE_DAY.search(key)))


def _title_end(one: Draught) -> int:
    """A title says what, not by when."""
    at = one.paragraph.text.find(one.due.raw.text, one.start + 8, one.end) if one.due else -1
    paper = _PAPER.match(toned(one.due.raw.text)) if one.due else None
    return at + (paper.end() if paper else 0) if at > 0 else one.end
