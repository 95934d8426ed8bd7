"""The organisation part read: its sections with their agencies, and the paragraphs that are duties."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from runbook.draft.addressed import Address, address, post, reached
from runbook.draft.clauses import opens_with_verb
from runbook.draft.document import Paragraph, Quote
from runbook.draft.findings import UNREAD, Collective, Left, Role
from runbook.draft.header import quote
from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Names
from runbook.draft.outline import CHAPTER, DASH, LETTER, NUMBER, TEXT, Item, heads_organisation
from runbook.draft.registry import Registry

_STANDING = toned_pattern(
    r"(?:là|làm) (?:cơ quan |đơn vị )?(?:thường trực|đầu mối)|cơ quan thường trực của ban (?:chỉ đạo|tổ chức)"
)
_BARE = NUMBER - 1  # the level of a heading without a number: above all that is listed below it
_HOURS = toned_pattern(r"(?:thời gian|thời hạn|hạn|tiến độ)(?: hoàn thành| thực hiện| nộp)?\s*:")
_LEADS = toned_pattern(r"chủ trì(?!\w)")
_NOTED = toned_pattern(r"\([^)]*(?:thường trực|đầu mối)[^)]*\)")
_GIVES = toned_pattern(r"(?:giao(?: cho)?|phân công)\s")
_EACH = toned_pattern(r"(?:mỗi|từng)\s")
_LABEL = toned_pattern(r"[^:.;,]{3,60}:\s*")
_PARTY_ORGANS = toned_pattern(
    r"(?:ban (?:tuyên giáo|tổ chức|dân vận|nội chính|thường vụ|tuyên giáo và dân vận)[^,]*"
    r"|văn phòng )?(?:thành|tỉnh|huyện|quận|thị|đảng) ủy"
    r"|(?:ban|văn phòng)[^,]* (?:thành|tỉnh|huyện|quận|thị|đảng) ủy|(?:ủy ban |ub)?\.?\s?(?:mttq|mặt trận tổ quốc)"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are one bullet of a section, and who is to do it: `start` in the paragraph, ids of the owners."""

    paragraph: Paragraph
    start: int
    section: str
    bullet: int
    owners: tuple[str, ...]
    requested: bool
    inferred: bool = False
    leads: bool = False
    hours: list[Paragraph] = field(default_factory=list)  # lines below it that only say by when


@dataclass(slots=True)
class _Owner:
    ids: tuple[str, ...]
    section: str
    requested: bool
    level: int
    leads: bool = False  # the sentence above its items says "chủ trì"


class Sections:
    """Reads organisation parts into passages. The headings are read first: their names are then known everywhere."""

    def __init__(self, registry: Registry, state: bool) -> None:
        self.registry = registry
        self.state = state  # the issuer is a body of the state, which may ask a body of the Party, not order it
        self.names = Names.of(())
        self.left: list[Left] = []
        self._headings: dict[int, _Owner] = {}
        self._groups: set[int] = set()  # headings over the headings of several bodies
        self._counts: dict[str, int] = {}
        self._last: Passage | None = None

    def learn(self, parts: Sequence[Sequence[Item]]) -> None:
        """The names that head sections."""
        for part in parts:
            unnumbered = 0
            topics = _topics(part)
            for item, after in _pairs(part[1:]):
                if item.level <= topics:
                    self._groups.add(item.number)
                    continue
                if item.paragraph.cell is None and (found := self._heading(item, after)):
                    if after and found.mentions[0].many and _below(item, after) and self._heading(after, None):
                        self._groups.add(item.number)
                        continue
                    bare = item.level == TEXT
                    unnumbered += bare
                    section = f"{part[0].path}.{unnumbered}".strip(".") if bare else item.path
                    level = _BARE if bare else item.level
                    party = self._add(item, found, section)
                    self._headings[item.number] = _Owner((party,), section, self._requested(party), level)
        self.names = Names.of(self.registry.known_names())

    def _heading(self, item: Item, after: Item | None) -> Address | None:
        listed = item.level == TEXT and after and (NUMBER <= after.level < TEXT or _ends_open(item))
        if item.level >= DASH and not item.paragraph.bold and not listed and not (after and _below(item, after)):
            return None
        found = address(Text(item.text, self.names), item.level <= LETTER or item.paragraph.bold)
        return found if found and found.form == "line" else None

    def _add(self, item: Item, found: Address, section: str) -> str:
        one = found.mentions[0] if len(found.mentions) == 1 else None
        shared = one is not None and one.start == found.start and one.name not in item.text  # "các Sở: A, B" names Sở B
        name = one.name if one and shared else item.text[found.start : found.end]
        span = item.paragraph.span(found.start, found.end)
        entry = self.registry.entries.get(self.registry.exact(name) or self.registry.find(name))
        other = entry and entry.section and not self.registry.exact(name)
        if entry is None or (other and (found.form == "line" or len(found.mentions) > 1)):
            heading = (
                quote(item.paragraph, 0, _end(item.text))
                if found.form == "line"
                else quote(item.paragraph, found.start, found.end)
            )
            heading = _with_sign(item, heading) if found.form == "line" else heading
            entry = self.registry.add(name, Role.ASSIGNED, span, section, heading)
            entry.standing = bool(_NOTED.search(toned(name)))
            if entry.collective is None and len(found.mentions) > 1:
                entry.collective = Collective(len(found.mentions), tuple(one.name for one in found.mentions))
        if not entry.section:
            entry.section, entry.heading = section, quote(item.paragraph, found.start, found.end)
            entry.role = Role.ASSIGNED
        if found.requested or (self.state and _PARTY_ORGANS.match(toned(name))):
            entry.role = Role.REQUESTED
        return entry.id

    def passages(self, part: Sequence[Item]) -> Iterator[Passage]:
        """The duties of one organisation part, in order; what is none is left with its reason."""
        owner: _Owner | None = None
        self._leave(part[0], "heading")
        for item, after in _pairs(part[1:]):
            if item.paragraph.cell is not None:
                continue
            if item.number in self._groups:
                self._leave(item, "heading")
                owner = None
                continue
            if self._last and owner and _HOURS.match(toned(item.text)):
                self._last.hours.append(item.paragraph)
                self._leave(item, "deadline")
                continue
            if item.number in self._headings:
                owner = replace(self._headings[item.number])
                self._leave(item, "heading")
                continue
            if owner and item.level <= owner.level and item.level < TEXT:
                owner = None
            made, owner = self._passage(item, after, owner, part[0])
            if made:
                yield made

    def _passage(
        self, item: Item, after: Item | None, owner: _Owner | None, head: Item
    ) -> tuple[Passage | None, _Owner | None]:
        text = Text(item.text, self.names)
        found = address(text, item.level <= LETTER)
        start = 0
        if (found is None or found.form == "line") and owner is None:
            found, start = self._labelled(item, text)
            found = found or post(text)
        if found and found.form in ("colon", "verb") and self._takes_over(item, found, owner):
            section = item.path if item.level <= LETTER else (owner.section if owner else item.path or head.path)
            ids = self._owners(item, found, section)
            opened = found.form == "colon" and not item.text[found.duty :].strip()
            taken = _Owner(ids, section, found.requested or self._requested(ids[0]), item.level)
            taken.leads = bool(_LEADS.search(text.key, 0, found.duty if found.form == "colon" else len(text.key)))
            if opened or (_ends_open(item) and after and _below(item, after)):
                self._leave(item, "heading")
                for entry in (self.registry.entries[one] for one in ids):
                    entry.standing = entry.standing or bool(_STANDING.search(text.key))
                return None, taken
            begin = found.duty if found.form == "colon" else start
            passage = self._counted(
                item, begin, taken, found.form == "verb" and found.start > 0 and not start and _passive(text)
            )
            return passage, taken if item.level <= LETTER and after and after.level > item.level else owner
        if owner is None:
            return self._unowned(item, after, text, head), None
        self._note_standing(item, owner)
        if _ends_open(item) and after is not None and after.level != item.level and after.level > owner.level:
            self._leave(item, "preface")
            return None, owner
        return self._counted(item, 0, owner), owner

    def _takes_over(self, item: Item, found: Address, owner: _Owner | None) -> bool:
        """Inside a section only "X: ..." and a body that is not the section's own speak for somebody else."""
        if owner is None:
            return True
        if found.form == "verb" and item.level == TEXT and _GIVES.match(toned(item.text)):
            return len(found.mentions) == 1 and not found.mentions[0].many
        if found.form == "verb" and (found.start > 0 or _EACH.match(toned(found.mentions[0].name))):
            return False  # "Đề nghị các cơ quan ..." is what the owner does, "mỗi xã cử ..." what each of its own does
        return not any(self.registry.find(one.name) in owner.ids for one in found.mentions)

    def _labelled(self, item: Item, text: Text) -> tuple[Address | None, int]:
        """ "Chế độ báo cáo: Các đơn vị báo cáo ...": the words after a label that is no name."""
        label = _LABEL.match(text.key)
        if not label or not item.text[label.end() :]:
            return None, 0
        rest = Text(item.text[label.end() :], self.names)
        found = address(rest, False)
        if found is None or found.form != "verb":
            return None, 0
        at = label.end()
        return Address("verb", found.start + at, found.end + at, 0, found.requested, found.mentions), at

    def _unowned(self, item: Item, after: Item | None, text: Text, head: Item) -> Passage | None:
        """A paragraph below no agency: somebody a passive sentence reaches, or nobody."""
        if found := reached(text):
            section = item.path or head.path
            return self._counted(item, 0, _Owner((self._add(item, found, section),), section, False, item.level), True)
        if after is not None and _below(item, after) and len(item.text) < 200:
            self._leave(item, "heading")
        elif item.level < TEXT and opens_with_verb(item.text) and not _ends_open(item):
            return self._counted(item, 0, _Owner((), item.path or head.path, False, item.level), True)
        else:
            self._leave(item, "preface" if item.level == TEXT else UNREAD)
        return None

    def _owners(self, item: Item, found: Address, section: str) -> tuple[str, ...]:
        if found.form == "verb" and len(found.mentions) > 1 and not any(one.many for one in found.mentions):
            return tuple(self._single(item, found, at, section) for at in range(len(found.mentions)))
        return (self._add(item, found, section),)

    def _single(self, item: Item, found: Address, at: int, section: str) -> str:
        one = found.mentions[at]
        return self._add(item, Address(found.form, one.start, one.end, found.duty, found.requested, (one,)), section)

    def _requested(self, party: str) -> bool:
        return self.registry.entries[party].role is Role.REQUESTED

    def _note_standing(self, item: Item, owner: _Owner) -> None:
        if owner.ids and _STANDING.match(toned(item.text)):
            self.registry.entries[owner.ids[0]].standing = True

    def _counted(self, item: Item, start: int, owner: _Owner, inferred: bool = False) -> Passage:
        number = self._counts[owner.section] = self._counts.get(owner.section, 0) + 1
        self._last = Passage(
            item.paragraph, start, owner.section, number, owner.ids, owner.requested, inferred, owner.leads
        )
        return self._last

    def _leave(self, item: Item, why: str) -> None:
        self.left.append(Left(quote(item.paragraph), why))


def _topics(part: Sequence[Item]) -> int:
    """The level at which a chapter has "II. Phân công nhiệm vụ": beside it stand matters, not bodies; else none."""
    if part[0].level != CHAPTER:
        return CHAPTER - 1
    return min((one.level for one in part[1:] if heads_organisation(one.text)), default=CHAPTER - 1)


def _passive(text: Text) -> bool:
    return "được triển khai" in text.key


def _pairs(items: Sequence[Item]) -> Iterator[tuple[Item, Item | None]]:
    yield from itertools.zip_longest(items, items[1:])


def _below(item: Item, after: Item) -> bool:
    return after.level > item.level and after.paragraph.cell is None


def _ends_open(item: Item) -> bool:
    return item.text.rstrip(" *").endswith(":")


def _end(text: str) -> int:
    return len(text.rstrip(" :*")) or len(text)


def _with_sign(item: Item, heading: Quote) -> Quote:
    """The heading with its number, as it stands in the document."""
    at = item.paragraph.bullet_at
    if at is None:
        return heading
    return Quote(f"{item.paragraph.bullet} {heading.text}", (min(at[0], heading.span[0]), heading.span[1]))
