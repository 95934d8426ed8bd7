"""Activities told line by line: a heading, then "Thời gian: ...", "Đơn vị chủ trì: ...", "Đơn vị phối hợp: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from runbook.draft.due import due
from runbook.draft.duties import Drafter
from runbook.draft.findings import Basis, Role, Scope
from runbook.draft.kinds import kind_of_text
from runbook.draft.letters import toned, toned_pattern
from runbook.draft.mentions import Text
from runbook.draft.names import Mention
from runbook.draft.outline import TEXT, Item, Outline
from runbook.draft.recurring import recurring
from runbook.draft.roles import roles
from runbook.draft.working import Draught

_LEAD = toned_pattern(
    r"(?:(?:cơ quan|đơn vị|bộ phận|người) )?(?:chủ trì|phụ trách|thực hiện|chịu trách nhiệm)(?: thực hiện"
    r"| chính)?\s*:\s*"
)
_SUPPORT = toned_pattern(r"(?:(?:cơ quan|đơn vị|bộ phận) )?phối hợp(?: thực hiện)?\s*:\s*")
_DUE = toned_pattern(r"(?:thời gian|thời hạn|tiến độ)(?: hoàn thành| thực hiện)?\s*:\s*|hạn(?: chót| cuối)?\s*:\s*")


def draughts(outline: Outline, drafter: Drafter) -> Iterator[Draught]:
    """A duty for each activity that names who leads it."""
    for item in outline.content:
        if item.level >= TEXT or item.paragraph.cell is not None or _LEAD.match(toned(item.text)):
            continue
        below = [one for one in outline.under(item)[1:] if one.level > item.level]
        direct = [one for one in below if one.level == min((each.level for each in below), default=TEXT)]
        lines = [line for one in (item, *direct) if (line := Text(one.text, drafter.names))]
        if made := _activity(item, list(zip((item, *direct), lines, strict=True)), drafter):
            yield made


def _activity(item: Item, lines: Sequence[tuple[Item, Text]], drafter: Drafter) -> Draught | None:
    said = roles(lines[0][1], 0, len(item.text))
    leads = _told(lines, _LEAD, drafter) or tuple(_party(item, one, drafter) for one in said.lead)
    if not leads:
        return None
    partners = (*_told(lines, _SUPPORT, drafter), *(_party(item, one, drafter) for one in said.partners))
    own = _LEAD.search(lines[0][1].key)
    end = item.text.rfind("(", 0, own.start()) if own else len(item.text)
    words = item.text[:end].rstrip(" :;.,(")
    if len(words) < 6:
        return None
    made = Draught(item.paragraph, 0, len(words), item.path, 1, Scope.CONTENT, leads[0])
    made.lead, made.basis, made.fixed = leads, Basis.STATED, True
    made.support = tuple(dict.fromkeys(one for one in partners if one not in leads))
    made.kind, made.also = kind_of_text(words)
    made.recurs = recurring(item.paragraph, 0, len(words))
    made.due = due(item.paragraph, 0, len(item.text), drafter.calendar)
    for one, text in lines[1:]:
        match = _DUE.match(text.key)
        if match and made.due is None:
            made.due = due(one.paragraph, 0, len(one.text), drafter.calendar)
    return made


def _told(lines: Sequence[tuple[Item, Text]], label: re.Pattern[str], drafter: Drafter) -> tuple[str, ...]:
    """The bodies listed after a label, in the heading itself or in a line below it."""
    found: dict[str, None] = {}
    for number, (item, text) in enumerate(lines):
        match = label.search(text.key) if number == 0 else label.match(text.key)
        for mention in text.list_at(match.end())[0] if match else ():
            found[_party(item, mention, drafter)] = None
    return tuple(found)


def _party(item: Item, mention: Mention, drafter: Drafter) -> str:
    return drafter.registry.party(mention.name, item.paragraph.span(mention.start, mention.end), Role.MENTIONED)
