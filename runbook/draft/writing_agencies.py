"""The agencies of a drafted file, in the order of the plan, collectives with the members the plan gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from runbook.draft.findings import Draft, Party, Role
from runbook.draft.letters import plain
from runbook.draft.writing_notes import Notes
from runbook.draft.writing_yaml import clean, comment, entry, one_or_more, scalar

_MOST_MEMBERS = 200
_LONGEST_NAME = 300  # letters
_LONGEST_ID, _LONGEST_NUMBERED = 40, 60


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group: an agency of its own that the plan speaks to, or a name it gives, or a numbered place."""

    id: str
    name: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """The agencies that duties name, by id; `groups` holds the members of each collective that can be opened."""

    parties: dict[str, Party]
    groups: dict[str, tuple[Member, ...]]
    unused: tuple[Party, ...]
    numbered: frozenset[str]  # groups whose members the plan counts and does not name

    def first(self) -> str:
        """Who answers where nobody is named: the standing agency, else the first."""
        standing = [one.id for one in self.parties.values() if one.standing]
        return standing[0] if standing else next(iter(self.parties), "")


def roster(draft: Draft, named: Iterable[str]) -> Roster:
    """The parties that have a section of their own or are named by duties."""
    wanted = set(named)
    used = {one.id: one for one in draft.parties if one.id in wanted}
    if not used:
        used = {one.id: one for one in draft.parties[:1]}
    ids = {one.id for one in draft.parties}
    groups = {one.id: found for one in used.values() if (found := tuple(_members(one, used, ids)))}
    numbered = frozenset(one for one in groups if all(member.name == "" for member in groups[one]))
    unused = tuple(one for one in draft.parties if one.id not in used)
    return Roster(used, groups, unused, numbered)


def _members(party: Party, parties: dict[str, Party], taken: set[str]) -> Iterator[Member]:
    """Named members; else as many places as the plan counts; nothing where it does neither."""
    found = party.collective
    if found is None:
        return
    if len(found.members) > 1:
        by_name = {plain(clean(name)): one.id for one in parties.values() for name in (one.name, *one.aliases)}
        for name in dict.fromkeys(clean(one) for one in found.members):
            known = by_name.get(plain(name), "")
            if known != party.id:
                yield Member(known, name, known=True) if known else Member(_free(name, taken), name)
    elif found.count and 1 < found.count <= _MOST_MEMBERS:
        width = len(str(found.count))
        yield from (Member(_free(f"{party.id}-{at:0{width}}", taken), "") for at in range(1, found.count + 1))


def _free(name: str, taken: set[str]) -> str:
    """An id made of a name that nothing else has; it is taken then."""
    begun = slug(name, _LONGEST_ID if " " in name else _LONGEST_NUMBERED)
    found = next(one for one in (begun, *(f"{begun}-{at}" for at in range(2, 10_000))) if one not in taken)
    taken.add(found)
    return found


def slug(name: str, longest: int = _LONGEST_ID) -> str:
    """An id of the name's letters, cut between words."""
    bare = re.sub(r"[^a-z0-9]+", "-", plain(name).casefold()).strip("-")
    if len(bare) > longest:
        bare = bare[: longest + 1].rpartition("-")[0] or bare[:longest]
    return bare or "don-vi"


def agency_lines(known: Roster, notes: Notes) -> list[str]:
    """The section agencies."""
    lines = ["", *comment(notes.say("agencies")), "agencies:"]
    declared: set[str] = set()
    for party in known.parties.values():
        lines += notes.of_party(party, 2)
        lines += _apart(known, party, declared)
        lines += _agency(party, known, notes)
    if known.unused:
        names = "; ".join(clean(one.name) for one in known.unused)
        lines += comment(notes.say("unused", names=names), 2)
    return lines


def _apart(known: Roster, party: Party, declared: set[str]) -> Iterator[str]:
    """Members that must stand as agencies of their own, because others of the group do."""
    members = known.groups.get(party.id, ())
    if any(one.known for one in members):
        for one in members:
            if not one.known and one.id not in declared:
                declared.add(one.id)
                yield f"  {one.id}: {scalar(one.name)}"


def proper(name: str, place: str) -> str:
    """The name of a letterhead, in capitals, as it is written in a text where its place tells its proper noun.

    >>> proper("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "An Phú")
    'Ủy ban nhân dân xã An Phú'
    """
    name, place = clean(name), clean(place)
    if not name.isupper() or not place or not name.endswith(f" {place.upper()}"):
        return name
    return f"{name[: -len(place)].capitalize()}{place}"


def _agency(party: Party, known: Roster, notes: Notes) -> list[str]:
    name = proper(party.name, notes.draft.header.place)[:_LONGEST_NAME] or party.id
    short, others = _short(party)
    lines = [f"  {party.id}:", *entry("name", name, 4)]
    lines += [f"    short: {scalar(short)}"] if short else []
    lines += ["    standing: yes"] if party.standing else []
    lines += ["    requested: yes"] if party.role is Role.REQUESTED else []
    lines += one_or_more("aliases", others, 4)
    return [*lines, *_member_lines(party, known, notes)]


def _short(party: Party) -> tuple[str, Sequence[str]]:
    """The short name is one the plan itself uses; a name in brackets within the full one is only another name."""
    names = [clean(one)[:_LONGEST_NAME] for one in party.aliases if clean(one)]
    short = [one for one in names if len(one) < len(party.name) and _shortens(plain(one), plain(party.name))]
    best = min(short, key=len, default="")
    return best, [one for one in names if one != best]


def _shortens(one: str, name: str) -> bool:
    """Whether folded words are the name with a part of it left out or put as initials, not those of its head."""
    whole = one.replace("ubnd", "uy ban nhan dan").replace("hdnd", "hoi dong nhan dan")
    return whole.split()[:2] == name.split()[:2] and one not in name


def _member_lines(party: Party, known: Roster, notes: Notes) -> list[str]:
    members = known.groups.get(party.id, ())
    if not members:
        return []
    if any(one.known for one in members):
        return (
            one_or_more("members", [one.id for one in members], 4)
            if len(members) > 1
            else [f"    members: [{members[0].id}]"]
        )
    lines: list[str] = []
    if party.id in known.numbered:
        lines += notes.ask("names", 4, party=party.name, count=str(len(members)))
    lines.append("    members:")
    for at, one in enumerate(members, 1):
        name = one.name or notes.say("member", party=clean(party.name)[:_LONGEST_NAME], at=at, count=len(members))
        lines.append(f"      {one.id}: {scalar(name)}")
    return lines
