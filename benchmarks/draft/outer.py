"""Scores of the outer parts: header, recipients, the sitting or campaign."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.draft.gold import Entry, Gold, same_place
from benchmarks.draft.names import key
from benchmarks.draft.tally import Row, compared
from runbook.draft.findings import Draft, Sitting
from runbook.draft.outer import Header

KINDS = {"sáng": "morning", "trưa": "noon", "chiều": "afternoon", "tối": "evening", "": ""}


def one(name: str, entry: Entry, field: str, found: object) -> Row:
    """A single value: absent from the extraction it is not scored, null in it must not be found."""
    if field not in entry:
        return Row()
    return value(name, entry[field], found)


def value(name: str, said: object, found: object) -> Row:
    wanted = None if said in (None, "") else str(said)
    if wanted is None:
        return Row(invented=[f"{name}: {found}"] if found else [])
    if found and alike(wanted, str(found)):
        return Row(hits=1)
    return Row(missed=[f"{name}: {wanted}"], invented=[f"{name}: {found}"] if found else [])


def alike(wanted: str, found: str) -> bool:
    """The same words, or one the beginning of the other ("UBND Thành phố", "Ủy ban nhân dân thành phố Hà Nội")."""
    left, right = key(wanted), key(found)
    return left == right or (min(len(left), len(right)) > 8 and (left.startswith(right) or right.startswith(left)))


def header(gold: Gold, draft: Draft) -> Row:
    document = gold.said.get("document") or {}
    row = Row()
    for part in (_numbers, _dates, _names, _signature, _sources):
        row.add(part(document, draft.header))
    return row


def _numbers(document: Entry, head: Header) -> Row:
    row = one("type", document, "type", head.kind)
    number = document.get("number")
    if number is not None:
        row.add(value("number", number.get("value"), head.number and head.number.value))
        row.add(value("symbol", number.get("symbol"), head.number and head.number.symbol))
    return row


def _dates(document: Entry, head: Header) -> Row:
    row = one("place", document, "place", head.place)
    said = document.get("date")
    if said is not None:
        day = head.issued.day if head.issued else None
        row.add(value("date", said.get("iso"), day.isoformat() if day else None))
        if "year" in said:
            row.add(value("year", said["year"], str(head.issued.year) if head.issued and head.issued.year else None))
    return row


def _names(document: Entry, head: Header) -> Row:
    row = one("title", document, "title", head.title and head.title.text)
    issuer = document.get("issuer")
    if issuer is not None:
        row.add(value("issuer", issuer.get("name"), head.issuer and head.issuer.text))
    return row


def _signature(document: Entry, head: Header) -> Row:
    signer = document.get("signer")
    if signer is None:
        return Row()
    signed = head.signature
    row = one("signer", signer, "name", signed.name.text if signed and signed.name else None)
    row.add(one("position", signer, "position", signed.position if signed else None))
    row.add(one("on behalf", signer, "on_behalf", signed.on_behalf if signed else None))
    row.add(one("acting", signer, "acting", signed.acting if signed else None))
    return row


def _sources(document: Entry, head: Header) -> Row:
    if document.get("legal_basis") is None:
        return Row()
    wanted = {(key(said["ref"]), str(said.get("date"))) for said in document["legal_basis"]}
    found = {(key(source.name.text), str(source.day)) for source in head.sources}
    return compared(wanted, found, "basis ")


def recipients(gold: Gold, draft: Draft) -> Row:
    document = gold.said.get("document") or {}
    if document.get("recipients") is None:
        return Row()
    wanted = {(key(said["text"]), said.get("kind") == "archive") for said in document["recipients"]}
    return compared(wanted, {(key(one.text.text), one.archive) for one in draft.header.recipients})


def occasions(gold: Gold, draft: Draft) -> Row:
    holder = gold.said.get("event") or gold.said.get("campaign")
    if not holder or "occasion" not in holder:
        return Row()
    wanted = {
        (str(said.get("original")), str(said.get("anniversary")), said.get("years")) for said in holder["occasion"]
    }
    return compared(wanted, {(str(one.original), str(one.anniversary), one.years) for one in draft.occasions})


def sitting(gold: Gold, draft: Draft) -> Row:
    """Kind, name, days, hours and hosts of the one sitting."""
    if "event" not in gold.said:
        return Row()
    event, found = gold.said["event"], draft.sitting
    if event is None or found is None:
        return Row(
            missed=[f"sitting: {event.get('name')}"] if event else [],
            invented=[f"sitting: {found.name}"] if found else [],
        )
    row = one("kind", event, "kind", found.kind)
    row.add(one("name", event, "name", found.name))
    row.add(one("start", event, "start_time", _clock(found.start)))
    row.add(one("end", event, "end_time", _clock(found.end)))
    if event.get("hosts"):
        row.add(compared({key(name) for name in event["hosts"]}, {key(name) for name in found.hosts}, "host "))
    if "delegates" in event and event["delegates"] is not None:
        row.add(compared([len(event["delegates"])], [len(found.delegates)], "groups of delegates "))
    return row


def _clock(minutes: int | None) -> str | None:
    """An hour of the day; what ends after midnight counts on from the day it began."""
    return None if minutes is None else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def windows(gold: Gold, draft: Draft) -> Row:
    """Days of the sitting, spans and peaks of the campaign."""
    wanted: set[object] = set()
    found: set[object] = set()
    event = gold.said.get("event")
    if event and event.get("date"):
        said = event["date"]
        first = said.get("from") or said.get("iso") or said.get("date")
        part = KINDS.get(said.get("part_of_day") or "", "")
        wanted.add(("sitting", str(first), str(said.get("to") or first), part, said.get("count") or 1))
    if ("event" in gold.said or "campaign" in gold.said) and draft.sitting and draft.sitting.window:
        held = draft.sitting.window
        found.add(("sitting", str(held.first), str(held.last), held.part, held.count))
    campaign = gold.said.get("campaign")
    for said in (campaign or {}).get("windows") or []:
        wanted.add((said.get("label") == "cao điểm", str(said["from"]), str(said["to"])))
    if "campaign" in gold.said and draft.campaign:
        found |= {(one.peak, str(one.first), str(one.last)) for one in draft.campaign.windows}
    return compared(wanted, found)


def venue(gold: Gold, draft: Draft) -> Row:
    event = gold.said.get("event")
    found = draft.sitting.venue if draft.sitting else None
    if not event or "venue" not in event:
        return Row(invented=[found.name] if found and "event" in gold.said else [])
    said = event["venue"] or {}
    row = value("venue", said.get("name"), found.name if found else None)
    row.add(one("address", said, "address", found.address if found else None))
    return row


def programme(gold: Gold, draft: Draft) -> Row:
    """Items by place in the text, or by words where no place is given, with their times."""
    event = gold.said.get("event")
    held: Sitting | None = draft.sitting
    items = list(held.programme) if held else []
    if not event or "programme" not in event:
        return Row(invented=[item.title.text for item in items] if "event" in gold.said else [])
    row = Row()
    for said in event["programme"] or []:
        span = gold.span(said, words="title")
        hit = next((item for item in items if span and same_place(span, item.title.span)), None)
        hit = hit or next((item for item in items if key(item.title.text) == key(said["title"])), None)
        if hit and (_clock(hit.start) or None) == (said.get("time") or None):
            row.hits += 1
            items.remove(hit)
        else:
            row.missed.append(f"{said.get('time')} {said['title']}")
    row.invented += [f"{_clock(item.start)} {item.title.text}" for item in items]
    return row


OUTER: dict[str, Callable[[Gold, Draft], Row]] = {
    "header": header,
    "sitting": sitting,
    "windows": windows,
    "venue": venue,
    "programme": programme,
    "occasions": occasions,
    "recipients": recipients,
}
