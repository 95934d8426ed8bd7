"""The names under which a workbook shows agencies and phases, and the ids that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from runbook.text import folded

_SEPARATORS = re.compile(r"[;\n]")


@dataclass
class Labels:
    """Ids with the texts each is known by. A text of two ids names neither; an id is always its own name."""

    ids: dict[str, str] = field(default_factory=dict)  # with the label to show
    texts: dict[str, str] = field(default_factory=dict)  # folded, with the id; "" where several have it

    def add(self, name: str, texts: Iterable[str]) -> None:
        """Enter an id; the first of its texts is the one to show."""
        known = [" ".join(text.split()) for text in texts if text.strip()]
        self.ids.setdefault(name, known[0] if known else name)
        for text in known:
            if self.texts.setdefault(folded(text), name) != name:
                self.texts[folded(text)] = ""

    def id_of(self, text: str) -> str:
        """The id that a text names, the text itself where it names none."""
        return text if text in self.ids else self.texts.get(folded(text)) or text

    def label(self, name: str) -> str:
        """What to show for an id: its label where that leads back to it and stands in a list, else the id."""
        shown = self.ids.get(name, name)
        return shown if not _SEPARATORS.search(shown) and self.id_of(shown) == name else name


def of_agencies(rows: Iterable[Mapping[str, str]]) -> Labels:
    """The labels of agencies from the rows of their sheet."""
    labels = Labels()
    for row in rows:
        aliases = row.get("aliases", "").split("\n")
        labels.add(row.get("id", ""), (row.get("short", ""), row.get("name", ""), *aliases))
    return labels


def of_phases(rows: Iterable[Mapping[str, str]]) -> Labels:
    labels = Labels()
    for row in rows:
        labels.add(row.get("id", ""), (row.get("title", ""),))
    return labels
