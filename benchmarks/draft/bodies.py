"""Scores of the agencies a plan names."""

from __future__ import annotations

from benchmarks.draft import names
from benchmarks.draft.gold import Gold
from benchmarks.draft.pairing import Pair
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import Role


def sections(pair: Pair) -> Row:
    """Agencies that have a section of their own."""
    wanted = {agency["id"]: agency["name"] for agency in pair.gold.said.get("agencies") or [] if agency.get("section")}
    found = [party for party in pair.draft.parties if party.section]
    row = Row()
    hit = {pair.agency_of.get(party.id) for party in found}
    row.hits = len(set(wanted) & hit)
    row.missed = [name for one, name in wanted.items() if one not in hit]
    row.invented = [party.name for party in found if pair.agency_of.get(party.id) not in wanted]
    return row


def agencies(pair: Pair) -> Row:
    """All agencies, those only named within a duty as well, be it as one whose guidance it rests on."""
    said = pair.gold.said.get("agencies") or []
    found = set(pair.agency_of.values())
    row = Row(hits=len(found), missed=[agency["name"] for agency in said if agency["id"] not in found])
    guides = _guides(pair.gold)
    rest = {names.key(party.name): party.name for party in pair.draft.parties if party.id not in pair.agency_of}
    row.add(Row(len(guides & set(rest)), sorted(guides - set(rest)), [rest[one] for one in rest if one not in guides]))
    return row


def _guides(gold: Gold) -> set[str]:
    """Bodies that a need of a task names in words, not by the id of an agency of the list."""
    listed = {agency["id"] for agency in gold.said.get("agencies") or []}
    needs = [need for task in gold.said.get("tasks") or [] for need in task.get("depends") or []]
    return {names.key(need["party"]) for need in needs if need.get("party") and need["party"] not in listed}


def asked(pair: Pair) -> Row:
    """Whether an agency with a section is assigned or asked."""
    said = {
        agency["id"]: agency.get("role") for agency in pair.gold.said.get("agencies") or [] if agency.get("section")
    }
    found = {
        (agency, "requested" if party.role is Role.REQUESTED else "assigned")
        for party in pair.draft.parties
        if party.section and (agency := pair.agency_of.get(party.id)) in said
    }
    present = {agency for agency, _ in found}
    return compared({(one, role) for one, role in said.items() if one in present}, found)


def collectives(pair: Pair) -> Row:
    """Which agencies stand for many, and how many they are."""
    said = pair.gold.said.get("agencies") or []
    wanted = {(one["id"], one["fan_out"].get("count")) for one in said if one.get("fan_out") and one.get("section")}
    found = {
        (pair.agency_of.get(party.id, party.name), party.collective.count)
        for party in pair.draft.parties
        if party.collective and party.section
    }
    return Row(
        hits=len(wanted & found),
        missed=[str(one) for one in wanted - found],
        invented=[str(one) for one in found - wanted],
    )
