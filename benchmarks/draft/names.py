"""Which party of a draft is which agency of the extraction."""

from __future__ import annotations

import re

from benchmarks.draft.gold import Entry, Gold, same_place
from runbook.draft.findings import Draft, Party
from runbook.text.folding import folded

_LONG = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "mttq": "mat tran to quoc",
    "tp": "thanh pho",
    "btg": "ban tuyen giao",
    "vp": "van phong",
}
_WORD = re.compile(r"[0-9a-z&]+")
_IDLE = {"cac", "va", "thuoc", "cua", "so", "de", "nghi", "giao"}


def key(name: str) -> str:
    """A name with its abbreviations written out, without small words."""
    words = (_LONG.get(word, word) for word in _WORD.findall(folded(name)))
    return " ".join(words)


def matched(gold: Gold, draft: Draft) -> dict[str, str]:
    """Party ids of the draft to agency ids of the extraction, each used once, the surest first."""
    agencies = gold.said.get("agencies") or []
    offers = sorted(
        (
            (likeness(gold, agency, party), -party_at, -agency_at, party.id, agency["id"])
            for party_at, party in enumerate(draft.parties)
            for agency_at, agency in enumerate(agencies)
        ),
        reverse=True,
    )
    found: dict[str, str] = {}
    for sure, _, _, party_id, agency_id in offers:
        if sure > 0 and party_id not in found and agency_id not in found.values():
            found[party_id] = agency_id
    return found


def likeness(gold: Gold, agency: Entry, party: Party) -> float:
    """How sure it is that both are the same body, 0 for not at all."""
    span = gold.span(agency, "heading_span", "heading")
    headed = party.heading and span and bool(agency.get("section")) == bool(party.section)
    if headed and party.heading and span and same_place(party.heading.span, span):
        return 4.0
    names = [key(name) for name in (agency["name"], *(agency.get("aliases") or ()))]
    own = [key(name) for name in (party.name, *party.aliases)]
    section = 0.5 if agency.get("section") and agency["section"] == party.section else 0.0
    if names[0] == own[0]:
        return 3.0 + section
    if set(names) & set(own):
        return 2.5 + section
    close = max(0.9 * _listed(other, one) or _shared(one, other) for one in names for other in own)
    return 1.0 + close + section if close >= 0.5 else 0.0


def _shared(one: str, other: str) -> float:
    """The share of words two names have in common; names that begin unlike are not compared."""
    left = [word for word in one.split() if word not in _IDLE]
    right = [word for word in other.split() if word not in _IDLE]
    if not left or not right or left[0] != right[0]:
        return 0.0
    if left == right[: len(left)] or right == left[: len(right)]:
        return 0.9 if min(len(left), len(right)) > 1 else 0.5
    return len(set(left) & set(right)) / len(set(left) | set(right))


def _listed(short: str, long: str) -> bool:
    """Whether a name of four words and more is the last of several that are told as one."""
    words = [word for word in short.split() if word not in _IDLE]
    return len(words) > 3 and [word for word in long.split() if word not in _IDLE][-len(words) :] == words
