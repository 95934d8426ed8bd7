"""What all documents on paper share: the lines around every page, the head of a leaf, tags and their legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from runbook.text import say

if TYPE_CHECKING:
    from runbook.model import Ceremony
    from runbook.render.page import Imprint
    from runbook.reports.moments import Brief
    from runbook.reports.rows import Heading, TaskRow

Data: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True, slots=True)
class Printing:
    """What stands on every page of a document: where it comes from, the ceremony's title, the date its file bears.

    `names`: agencies in full by label, for those who read them aloud.
    """

    imprint: Imprint
    ceremony: str
    dated: date
    names: Mapping[str, str]

    @property
    def language(self) -> str:
        return self.imprint.language


def printing(ceremony: Ceremony, imprint: Imprint) -> Printing:
    """The printing of a ceremony's papers, of the day the plan was signed, else of the first possible day."""
    signed = ceremony.plan.date if ceremony.plan else None
    names = {agency.label: agency.name for agency in ceremony.agencies}
    return Printing(imprint, ceremony.title, signed or ceremony.date.first, names)


def document(printing: Printing, title: str, leaves: Sequence[Data]) -> Data:
    """A document ready for typesetting."""
    language, imprint = printing.language, printing.imprint
    printed = imprint.printed and say(language, "page.printed", time=imprint.printed)
    return {
        "title": f"{title} · {printing.ceremony}",
        "author": imprint.issuer,
        "ceremony": printing.ceremony,
        "date": [printing.dated.year, printing.dated.month, printing.dated.day],
        "language": language,
        "plan": imprint.plan,
        "edition": edition_of(printing),
        "printed": printed,
        "words": {"page": say(language, "page.number").split("#", 1), "continued": say(language, "drawing.continued")},
        "leaves": list(leaves),
    }


def edition_of(printing: Printing) -> str:
    """Which release the paper is of, or that it is of none."""
    return printing.imprint.edition or say(printing.language, "pdf.unissued")


def leaf(kind: str, paper: str, name: str, scope: str, note: str = "", **parts: object) -> Data:
    """One leaf: the template that draws it, its paper, what stands above and below each of its pages, its parts.

    `bookmark`: what it is called in the contents, its name unless stated, "" to leave it out. `depth`: how far it
    stands below others there. `group`: the title of those it is the first of.
    """
    whole = {"kind": kind, "paper": paper, "name": name, "scope": scope, "note": note}
    return {**whole, "bookmark": name, "depth": 0, "group": "", **parts}


def head(heading: Heading, name: str, language: str, unit: str = "", more: Sequence[str] = ()) -> Data:
    """What opens a leaf: its name, whom it is for, the ceremony, its place and hours, what else is worth saying."""
    facts = [[heading.venue, heading.occasions], [heading.when(language), *more]]
    return {
        "name": name,
        "unit": unit,
        "ceremony": heading.title,
        "facts": [line for line in facts if any(line)],
        "complaint": heading.complaint,
    }


def tags(task: TaskRow, language: str, supports: bool = False) -> list[list[str]]:
    """The task's standing as words with their kind: works alongside, done, critical, late, past its deadline."""
    left = not task.over
    found = [
        (supports, "support", "support"),
        (task.over, "support", "done"),
        (left and task.done > 0, "support", "running"),
        (left and task.critical and not task.late, "critical", "critical"),
        (left and task.late, "late", "late"),
        (left and task.broken, "late", "broken"),
    ]
    return [[kind, say(language, f"page.tag_{key}")] for holds, kind, key in found if holds]


def is_heavy(task: TaskRow) -> bool:
    """Whether the task's row carries the thick bar and bold text."""
    return bool(task.mark)


def legend(language: str, *keys: str) -> list[list[str]]:
    """What tags mean; keys are support, critical, late, broken."""
    kinds = {"broken": "late"}
    return [[kinds.get(key, key), say(language, f"page.tag_{key}"), say(language, f"page.means_{key}")] for key in keys]


def briefs(title: str, entries: Sequence[Brief]) -> Data:
    """Short lines under a title."""
    rows = [{"when": one.when, "id": one.id, "title": one.title, "lead": one.lead} for one in entries]
    return {"title": title, "rows": rows}


def joined(*parts: str, by: str = " · ") -> str:
    """Those of the parts that are not empty."""
    return by.join(filter(None, parts))


def number(phone: str) -> str:
    """A phone number that is never broken over two lines."""
    return phone.replace(" ", "\u00a0")
