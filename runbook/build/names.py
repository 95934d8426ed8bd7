"""Finding what is referred to by id, and what was probably meant where there is no such id."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from runbook.build.reader import MOST_GUESSES, Reader, shortened
from runbook.nearest import nearest
from runbook.problems import Place
from runbook.syntax import Scalar
from runbook.text import folded


@dataclass
class Names:
    """The ids of one kind. `code` is the problem of an unknown one; `titles` says by which texts each is also known."""

    reader: Reader
    code: str
    places: dict[str, Place | None] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    folded_ids: dict[str, str] = field(default_factory=dict)

    def define(self, node: Scalar, titles: Iterable[str] = ()) -> None:
        """Enter an id; one that differs from an earlier one only by case counts as the same."""
        same = self.folded_ids.setdefault(node.text.casefold(), node.text)
        if (first := self.places.get(same)) is not None:
            self.reader.report("duplicate-id", node.place, id=shortened(node.text), line=str(first.line))
            return
        self.places[node.text] = node.place
        for title in titles:
            self.titles.setdefault(folded(title), node.text)

    def known(self, name: str, node: Scalar) -> bool:
        """Whether there is such an id; a problem at that node where there is not."""
        if name in self.places:
            return True
        self.reader.report(self.code, node.place, id=shortened(name), near=self.near(name))
        return False

    def near(self, name: str) -> str:
        """The id that was probably meant, or ""."""
        self.reader.guesses += 1
        if self.reader.guesses > MOST_GUESSES:
            return ""
        return nearest(name, self.places, self.titles)
