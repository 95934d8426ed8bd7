"""The parts of a plan that each tell of one sitting: "1. Lễ dâng hương", with its time and place below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runbook.draft import heading_words as headings
from runbook.draft.dates import days
from runbook.draft.document import Paragraph
from runbook.draft.hours import clocks
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.matters import Told, labelled, told
from runbook.draft.occasion_words import kind_of
from runbook.draft.outline import DASH, Item, Outline

_LONGEST_NAME = 160
_LONGEST = 10  # days of one sitting; what takes longer is a series or a campaign
_MAIN = plain_pattern(r"khai mac|phat dong|le k[iy] niem|mit ?tinh|le (?:cong bo|don nhan|ra mat|khanh thanh)")
_MINOR = plain_pattern(
    r"be mac|dang (?:huong|hoa)|vieng|hop bao|duyet|gap mat|hoi thao|toa dam|trien lam|hoi thi|cuoc thi|trao giai"
    r"|du huong|ruoc|giao luu"
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """One such part: its name, what it says as an outline of its own, and where it tells of time and place."""

    name: str
    kind: str
    outline: Outline
    times: tuple[Told, ...]
    places: tuple[Told, ...]

    @property
    def weight(self) -> int:
        """How likely it is the one that the others go with: an opening before a closing or an offering."""
        key = plain(self.name)
        return 2 * bool(_MAIN.search(key)) - 2 * bool(_MINOR.search(key)) + bool(told(self.outline, headings.PROGRAMME))


def gatherings(outline: Outline, year: int | None) -> list[Gathering]:
    """Every part that names a kind of sitting and gives it a day of its own, with an hour or a place."""
    found: list[Gathering] = []
    taken: set[int] = set()
    for item in outline.content:
        if item.number in taken or item.level > DASH or item.paragraph.cell is not None:
            continue
        made = _gathering(item, outline)
        if made and _is_held(made, year):
            found.append(made)
            taken |= {one.number for one in outline.under(item)}
    return found


def _gathering(head: Item, outline: Outline) -> Gathering | None:
    label, start = labelled(head.text)
    name = label or head.text.strip(" :.;")
    kind = kind_of(name) if len(name) <= _LONGEST_NAME else ""
    if not kind:
        return None
    if label and head.text[start:].strip():
        one = Told(head.paragraph, start, head, None)
        return Gathering(name, kind, _within(head, outline), (one,), ())
    within = _within(head, outline)
    name = next(_named(within), name)
    return Gathering(name, kind, within, tuple(told(within, headings.TIME)), tuple(told(within, headings.PLACE)))


def _named(within: Outline) -> Iterator[str]:
    for one in told(within, headings.NAME):
        if kind_of(one.text):
            yield one.text.strip(' .;“”"')


def _within(head: Item, outline: Outline) -> Outline:
    """What stands below a heading, as an outline whose numbers begin with it."""
    above = f"{head.path}."
    below = [
        replace(item, number=number, path=item.path.removeprefix(above) if item.path.startswith(above) else "")
        for number, item in enumerate(outline.under(head)[1:])
    ]
    none: tuple[Paragraph, ...] = ()
    return Outline(none, tuple(below), none, none, none)


def _is_held(one: Gathering, year: int | None) -> bool:
    """Whether it has a day, not a month, and an hour or a place."""
    for time in one.times:
        spans = [span for span in days(time.text, year) if (span.last - span.first).days <= _LONGEST]
        if spans and (one.places or clocks(time.text) or "tai " in plain(time.text)):
            return True
    return False


def first_of(found: list[Gathering]) -> Gathering | None:
    """The one the plan is for, of several."""
    return max(found, key=lambda one: one.weight, default=None)
