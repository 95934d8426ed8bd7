"""What is drawn, in the three kinds of file that drawings come in. `title` is the key of what the whole is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from runbook.render import pdf
from runbook.render.drawing.svg import svg
from runbook.render.pdf.leaf import document
from runbook.render.products.wish import Wish
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene

Draw: TypeAlias = "Callable[[Wish], Sequence[Scene]]"


def paper(draw: Draw, title: str, wish: Wish) -> list[bytes]:
    """One PDF, a scene a page. Raises NoTypstError, LettersError."""
    return [pdf.drawn(draw(wish), wish.dossier.printing(), say(wish.language, title))]


def drawings(draw: Draw, wish: Wish) -> list[bytes]:
    """An SVG for each scene."""
    return [svg(scene).encode() for scene in draw(wish)]


def pixels(draw: Draw, title: str, wish: Wish) -> list[bytes]:
    """A PNG for each scene. Raises NoTypstError, LettersError."""
    name = say(wish.language, title)
    return pdf.pictures(document(wish.dossier.printing(), name, list(pdf.scene_leaves(draw(wish), name))))
