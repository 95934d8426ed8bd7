"""Parts that share out the work though no heading says so."""

from __future__ import annotations

from runbook.draft.addressed import address
from runbook.draft.heading_words import ATTENDANCE, HOSTS
from runbook.draft.letters import plain
from runbook.draft.mentions import Text
from runbook.draft.names import Names
from runbook.draft.outline import LETTER, Item, Outline


def implied(outline: Outline) -> list[tuple[Item, ...]]:
    """Where no heading says that it shares out the work: parts in which two agencies or more head sections."""
    found: list[tuple[Item, ...]] = []
    for item in outline.items:
        if item.level >= LETTER or any(item in part for part in found):
            continue
        below = outline.under(item)
        lines = [one for one in below[1:] if one.level <= LETTER and _names_only(one)]
        if len(lines) > 1 and not _listing(item):
            found.append((item, *(one for one in below if one.number >= lines[0].number)))
    return found


def _names_only(item: Item) -> bool:
    made = address(Text(item.text, Names.of(())), True)
    return made is not None and made.form == "line"


def _listing(item: Item) -> bool:
    """Parts that name bodies without giving them work: guests, hosts."""
    key = plain(item.text)
    return bool(ATTENDANCE.search(key) or HOSTS.search(key))
