"""What is drawn of every plan: its timeline, its network, how it stands against its baseline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from runbook.render.products.drawn import drawings, paper, pixels
from runbook.render.products.wish import Make, Wish

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


def _drawn(name: str, wish: Wish) -> Sequence[Scene]:
    return {**SCENES, **PROGRESS}[name](wish.dossier)


PAPERS: dict[str, Make] = {name: partial(paper, partial(_drawn, name), title) for name, title in _TITLES.items()}
DRAWINGS: dict[str, Make] = {name: partial(drawings, partial(_drawn, name)) for name in _TITLES}
PIXELS: dict[str, Make] = {name: partial(pixels, partial(_drawn, name), title) for name, title in _TITLES.items()}
