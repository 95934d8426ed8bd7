"""The programme of a sitting: its items in the plan's order, the time between two clocks shared among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from runbook.draft.findings import Draft, Item
from runbook.draft.letters import plain
from runbook.draft.places import Places
from runbook.draft.writing_agencies import Roster
from runbook.draft.writing_days import Days, clock
from runbook.draft.writing_notes import Notes
from runbook.draft.writing_yaml import clean, entry, listed, one_or_more

_UNTOLD = 10  # minutes of an item where the clocks leave it no time
_LONGEST = 400  # letters


@dataclass(frozen=True, slots=True)
class Slot:
    """An item with its minutes; `shared` where the plan does not say how long it takes."""

    number: int
    item: Item
    start: int | None
    minutes: int
    shared: bool


def slots(items: Sequence[Item], opening: int, closing: int) -> list[Slot]:
    """Each item with its time: from its own clock to the next one that is told, shared evenly where several wait."""
    made: list[Slot] = []
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end].start is None and items[end - 1].end is None:
            end += 1
        stated = items[at].start
        begin = stated if stated is not None else _ended(items, at, opening)
        till = items[end - 1].end or (items[end].start if end < len(items) else closing)
        made += _shared(items, at, end, begin, closing if till is None else till)
        at = end
    return made


def _ended(items: Sequence[Item], at: int, opening: int) -> int:
    before = items[at - 1].end if at else None
    return before if before is not None else opening


def _shared(items: Sequence[Item], at: int, end: int, begin: int, till: int) -> list[Slot]:
    count = end - at
    whole = till - begin
    last = at == len(items) - 1 and whole == 0  # "10h30: Kết thúc" takes no time
    fits = whole >= count or last
    minutes = whole // count if fits else _UNTOLD
    more = whole % count if fits else 0
    return [
        Slot(
            number=at + offset + 1,
            item=items[at + offset],
            start=items[at + offset].start,
            minutes=minutes + (more if offset == count - 1 else 0),
            shared=count > 1 or not fits or items[at].start is None,
        )
        for offset in range(count)
    ]


@dataclass(frozen=True, slots=True)
class Stage:
    """What the lines of a programme need to know."""

    draft: Draft
    days: Days
    roster: Roster
    places: Places
    notes: Notes

    def before(self) -> list[str]:
        """Items before the opening, as duties of the day."""
        lines: list[str] = []
        for slot in self._slots():
            if self._early(slot) and slot.start is not None:
                lines += ["", f"  p{slot.number}:", *self._who(slot, 4)]
                lines += [f"    at: opening-{self.days.opening - slot.start}m", f"    length: {slot.minutes}m"]
                lines += self._marks(slot, 4)
        return lines

    def lines(self) -> list[str]:
        """The items from the opening on."""
        lines: list[str] = []
        first = True
        for slot in self._slots():
            if self._early(slot):
                continue
            lines += [f"  - id: p{slot.number}", f"    item: {slot.number}", *self._who(slot, 4)]
            lines += [f"    at: {clock(slot.start)}"] if slot.start is not None and not first else []
            lines += [f"    length: {slot.minutes}m"] if slot.minutes else []
            lines += [*self._performer(slot), *self._marks(slot, 4)]
            first = False
        return lines

    def _slots(self) -> list[Slot]:
        sitting = self.draft.sitting
        return slots(sitting.programme, self.days.opening, self.days.closing) if sitting else []

    def _early(self, slot: Slot) -> bool:
        return slot.start is not None and slot.start < self.days.opening

    def _who(self, slot: Slot, indent: int) -> list[str]:
        duty = next((one for one in self.draft.duties if one.id == slot.item.uses), None)
        made = duty.lead[0] if duty and duty.lead and not duty.each else ""
        told = self._told(slot)
        lead = told or (made if made in self.roster.parties else self.roster.first())
        title = clean(slot.item.title.text)[:_LONGEST].rstrip(" .;") or f"p{slot.number}"
        return [*entry("title", title, indent), f"{' ' * indent}lead: {lead}"]

    def _told(self, slot: Slot) -> str:
        """The agency that the table of the programme names beside an item, "" where it names none that has work."""
        who = plain(clean(slot.item.who.text)).strip(" .;") if slot.item.who else ""
        known = (one for one in self.roster.parties.values() if one.collective is None)
        return next((one.id for one in known if who in {plain(clean(name)) for name in (one.name, *one.aliases)}), "")

    def _performer(self, slot: Slot) -> list[str]:
        """Who is on, where it is no agency that leads: "Chủ tịch UBND huyện"."""
        words = clean(slot.item.who.text)[:_LONGEST].strip(" .;") if slot.item.who else ""
        return entry("performer", words, 4) if words and not self._told(slot) else []

    def _marks(self, slot: Slot, indent: int) -> list[str]:
        path = self.places.at(slot.item.title.span)
        assumed = [] if self._told(slot) else [f"lead {self.notes.assume('programme_lead')}"]
        if slot.shared and slot.minutes:
            assumed.append(f"length {self.notes.assume('programme')}")
        return [
            *one_or_more("ref", [path] if path else [], indent),
            *(listed("assumed", assumed, indent) if assumed else []),
        ]
