"""The parties of a plan as they are met: one entry for all the ways in which one body is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from runbook.draft.document import Quote, Span
from runbook.draft.findings import Collective, Party, Role
from runbook.draft.identity import abbreviated, identity, initials, slug, unlevelled
from runbook.draft.letters import plain, toned, toned_pattern

_NUMBERED = re.compile(r"(?<!\w)(\d{1,3})(?=\s+[^\W\d])")
_BRACKETED = re.compile(r"\(([^()]+)\)$")
_MEMBERS = re.compile(r"\s*;\s*|,\s+(?=(?:[Cc]ác|UBND|Ủy ban|[Nn]hững)\s)|\s+và\s+(?=các\s|UBND|\d+%|\d+ )")
_NAMED = re.compile(
    r"[Cc]ác (?P<level>xã|phường|thị trấn|huyện|quận|tỉnh|thôn|đặc khu) (?P<names>[^\W\d_][^:;()]*)$"
)  # "UBND các phường A, B và C"
_ONE_OVER_MANY = re.compile(r"(?:quản lý|khối|liên hiệp|điều hành)\s+(?:các|những)\s")
_GENERIC = toned_pattern(r"(?:các |những |một số )?(?:cơ quan|đơn vị|tổ chức|địa phương|ban|ngành|và|,|\s)+$")


@dataclass(slots=True)
class Entry:
    """What is known of one party so far."""

    id: str
    name: str
    role: Role
    span: Span
    section: str = ""
    heading: Quote | None = None
    standing: bool = False
    names: list[str] = field(default_factory=list)  # aliases, in the order met
    collective: Collective | None = None

    def party(self) -> Party:
        return Party(
            self.id,
            self.name,
            self.role,
            self.span,
            self.section,
            self.heading,
            self.standing,
            tuple(self.names),
            self.collective,
        )


_PERSON = toned_pattern(r"(?:các )?(?:đồng chí|đ/c|đc|ông|bà|thầy|cô|do)(?!\w)|\d")
_COMMITTEE = f"{toned('ủy ban nhân dân')} "  # "các quận, huyện" are their committees

# Who of it does the work, or in which role, is no part of a name.
_ASIDE = re.compile(
    r"(?i)\s*\((?:(?:ông|bà|đồng chí|đ/c|đ\.c)\s[^()]*|(?:chủ trì|phối hợp|thường trực|chủ trì,? phối hợp))\)"
)


class Registry:
    """Finds the party a name belongs to, or makes one."""

    def __init__(self, own: frozenset[str]) -> None:
        self.own = own
        self.entries: dict[str, Entry] = {}
        self._keys: dict[str, str] = {}  # identity -> id
        self._members: dict[str, str] = {}  # identity of a member of a collective -> id
        self._initials: dict[str, str] = {}

    def parties(self) -> tuple[Party, ...]:
        return tuple(entry.party() for entry in self.entries.values())

    def find(self, name: str) -> str:
        """The id a name belongs to, "" for none: the surest likeness first."""
        key = identity(name, self.own)
        if not key:
            return ""
        short = abbreviated(name)
        return (
            self._keys.get(key)
            or self._members.get(key)
            or (self._initials.get(short, "") if short else "")
            or self._gathered(name, key)
            or self._unlevelled(key)
            or self._begun(key)
        )

    def exact(self, name: str) -> str:
        """The id of the body of just this name."""
        known = self._keys.get(identity(name, self.own))
        long = initials(name)
        short = (entry.id for entry in self.entries.values() if long and abbreviated(entry.name) == long)
        return known or next(short, "")

    def _gathered(self, name: str, key: str) -> str:
        """ "các đơn vị" are "các cơ quan, đơn vị"; those said to be concerned ("liên quan") are others."""
        if not _GENERIC.match(key) or "liên quan" in toned(name):
            return ""
        wanted = set(key.split())
        hits = [one for known, one in self._keys.items() if _GENERIC.match(known) and wanted <= set(known.split())]
        return hits[0] if hits and "liên quan" not in toned(self.entries[hits[0]].name) else ""

    def _unlevelled(self, key: str) -> str:
        """One name with the level left away, the other with it; several such names say nothing."""
        bare = unlevelled(key)
        if _GENERIC.match(bare):
            return ""
        hits = {one for known, one in self._keys.items() if unlevelled(known) == bare and (bare in (known, key))}
        return next(iter(hits)) if len(hits) == 1 and len(bare.split()) > 1 else ""

    def _begun(self, key: str) -> str:
        """A long name said short: its beginning, of three syllables or more."""
        if len(key.split()) < 3 or _GENERIC.match(key):
            return ""
        hits = {
            one
            for known, one in self._keys.items()
            if known.startswith(f"{key} ") or (key.startswith(f"{known} ") and len(known.split()) > 3)
        }
        return next(iter(hits)) if len(hits) == 1 else ""

    def add(self, name: str, role: Role, span: Span, section: str = "", heading: Quote | None = None) -> Entry:
        """A new party; its members, its twin in brackets and its abbreviation are known with it."""
        bare = _ASIDE.sub("", name).strip(" :;,.*") or name
        entry = Entry(slug(bare, self.entries), bare, role, span, section, heading, collective=collective(bare))
        self.entries[entry.id] = entry
        self._keys.setdefault(identity(bare, self.own), entry.id)
        for short in {abbreviated(bare), initials(bare)} - {""}:
            self._initials.setdefault(short, entry.id)
        outer, _, inner = bare.partition(" (")
        if inner:
            self.alias(entry, outer, kept=False)
            if not _PERSON.match(toned(inner)):
                self.alias(entry, inner.rstrip(") "))
        for member in entry.collective.members if entry.collective and section else ():
            key = identity(member, self.own)
            for one in (key, f"{_COMMITTEE}{key}", key.removeprefix(_COMMITTEE)):
                self._members.setdefault(one, entry.id)
        return entry

    def alias(self, entry: Entry, name: str, kept: bool = True) -> None:
        """Another name of a party, listed where the plan says it in so many words."""
        self._keys.setdefault(identity(name, self.own), entry.id)
        if short := initials(name):
            self._initials.setdefault(short, entry.id)
        if kept and name != entry.name and name not in entry.names:
            entry.names.append(name)

    def party(self, name: str, span: Span, role: Role = Role.MENTIONED) -> str:
        """The id of a body named somewhere, made if it is new. A second way of writing it becomes an alias."""
        found = self.find(name)
        if not found:
            return self.add(name, role, span).id
        entry = self.entries[found]
        if role is Role.APPROVER and entry.role in (Role.MENTIONED, Role.ISSUER) and not entry.section:
            entry.role = role
        member = identity(name, self.own) in self._members
        if plain(name) != plain(entry.name) and not member and not entry.collective:
            self.alias(entry, name)
        return found

    def known_names(self) -> Iterable[str]:
        for entry in self.entries.values():
            yield entry.name
            yield from entry.names


def collective(name: str) -> Collective | None:
    """The members of a name that gathers several bodies; the number only where it is written."""
    numbers = [int(one) for one in _NUMBERED.findall(name.replace("100%", ""))]
    if _ONE_OVER_MANY.search(name.lower()):
        return None
    gathers = re.match(r"(?:các|những|toàn thể|100%|tất cả)\s", name.lower()) or re.search(r"\bcác\s", name.lower())
    listed = "," in name and re.match(r"(?:ubnd|ủy ban nhân dân)\s(?:quận|huyện|xã|phường)", name.lower())
    if not numbers and not gathers and not listed:
        return None
    if (several := _NAMED.search(name)) and several["names"][0].isupper():
        named = [one for one in re.split(r",\s*|\s+và\s+", several["names"].strip(" .")) if one]
        kind = f"{name[: several.start()].strip()} {several['level']}".strip()
        if len(named) > 1 and not numbers:
            return Collective(len(named), tuple(f"{kind} {one}" for one in named))
    if listed := _BRACKETED.search(name):
        named = [one.strip() for one in re.split(r",\s*|\s+và\s+", listed[1])]
        if len(named) > 1 and not numbers and all(one[:1].isupper() for one in named):
            return Collective(len(named), tuple(named))
    members = tuple(one.strip(" .:;") for one in _MEMBERS.split(name) if one.strip(" .:;"))
    return Collective(sum(numbers) if numbers else None, members)
