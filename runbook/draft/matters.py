"""Where a plan tells of one matter: under a heading on it, or after its name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runbook.draft import heading_words as headings
from runbook.draft.document import Paragraph
from runbook.draft.letters import plain
from runbook.draft.outline import DASH, LETTER, TEXT, Item, Outline

_LABEL = re.compile(r"[^:.;]{3,70}:\s*")
_HEADING_LENGTH = 130
_OTHERS = (headings.TIME, headings.PLACE, headings.ATTENDANCE, headings.PROGRAMME, headings.BUDGET, headings.BACKDROP)


@dataclass(frozen=True, slots=True)
class Told:
    """Words on a matter: a paragraph from `start` on. `item` is its place, `head` the heading above it, if any."""

    paragraph: Paragraph
    start: int
    item: Item
    head: Item | None

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start :]


def told(outline: Outline, matter: re.Pattern[str]) -> list[Told]:
    """All that the parts outside the organisation part say of a matter, in order."""
    found: list[Told] = []
    taken: set[int] = set()
    for item in outline.content:
        if item.number in taken:
            continue
        label, start = labelled(item.text)
        if label and _is_of_activity(item):
            continue
        if label and matter.search(plain(label)) and item.text[start:].strip():
            found.append(Told(item.paragraph, start, item, None))
            taken |= {one.number for one in outline.under(item)} if item.level < TEXT else set()
            found += [Told(one.paragraph, 0, one, item) for one in outline.under(item)[1:] if item.level < TEXT]
        elif _heads(item) and matter.search(plain(item.text)):
            below = [one for one in outline.under(item)[1:] if one.number not in taken]
            found += list(_below(below, matter, item))
            taken |= {one.number for one in below}
    return found


def _is_of_activity(item: Item) -> bool:
    """Whether a line tells of one activity among several: a dash two numbers deep."""
    return item.level >= DASH and item.path.count(".") > 0


def labelled(text: str) -> tuple[str, int]:
    """ "Thời gian: 8h00 ..." is ("Thời gian", 11), "Phiên 1: ..." is ("Phiên 1", 9); a clock is no label."""
    match = _LABEL.match(text)
    clock = match and match[0][-1] == ":" and match[0][-2:-1].isdigit()
    if not match or clock or match[0][0].isdigit() or match[0].count("(") > match[0].count(")"):
        return "", 0
    return match[0].rstrip(": "), match.end()


def _heads(item: Item) -> bool:
    text = item.text
    return len(text) <= _HEADING_LENGTH and (item.level <= LETTER or text.isupper() or text.rstrip().endswith(":"))


def _says(item: Item) -> bool:
    """Whether a line goes on behind its label."""
    label, start = labelled(item.text)
    return bool(label and item.text[start:].strip())


def _below(items: list[Item], matter: re.Pattern[str], head: Item) -> Iterator[Told]:
    """What stands under a heading of several matters ("Thời gian, địa điểm") is told apart by labels."""
    several = sum(bool(other.search(plain(head.text))) for other in _OTHERS) > 1
    for at, item in enumerate(items):
        if (
            several
            and not _says(item)
            and _heads(item)
            and matter.search(plain(item.text))
            and at + 1 < len(items)
            and items[at + 1].level > item.level
        ):
            continue
        label, start = labelled(item.text)
        key = plain(label)
        if label and not matter.search(key) and any(other.search(key) for other in _OTHERS):
            continue
        begins = label and matter.search(key) and item.text[start:].strip()
        yield Told(item.paragraph, start if begins else 0, item, head)
