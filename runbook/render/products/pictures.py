"""Pictures: the timeline and the network, a file for each page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from runbook.render import pdf
from runbook.render.drawing.svg import svg
from runbook.render.pdf.leaf import document
from runbook.render.products.wish import Make, Wish
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.dossier import Dossier
    from runbook.render.drawing.scene import Scene

SCENES: dict[str, Callable[[Dossier], Sequence[Scene]]] = {
    "timeline": lambda dossier: dossier.bars,
    "network": lambda dossier: dossier.network,
}
PROGRESS: dict[str, Callable[[Dossier], Sequence[Scene]]] = {
    "drift": lambda dossier: dossier.drift,
    "curve": lambda dossier: dossier.curve,
}
_TITLES = {"timeline": "page.timeline", **{name: f"drawing.{name}" for name in ("network", *PROGRESS)}}


def _svg(name: str, wish: Wish) -> list[bytes]:
    return [svg(scene).encode() for scene in {**SCENES, **PROGRESS}[name](wish.dossier)]


def _png(name: str, wish: Wish) -> list[bytes]:
    """Raises NoTypstError, LettersError."""
    title = say(wish.language, _TITLES[name])
    leaves = list(pdf.scene_leaves({**SCENES, **PROGRESS}[name](wish.dossier), title))
    return pdf.pictures(document(wish.dossier.printing(), title, leaves))


DRAWINGS: dict[str, Make] = {name: partial(_svg, name) for name in (*SCENES, *PROGRESS)}
PIXELS: dict[str, Make] = {name: partial(_png, name) for name in (*SCENES, *PROGRESS)}
