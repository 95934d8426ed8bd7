"""The load of agencies and resources: drawn, and as a table; no part of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render import pdf
from runbook.render.drawing.heat import heat
from runbook.render.drawing.svg import svg
from runbook.render.load_data import load_csv
from runbook.render.pdf.leaf import document
from runbook.render.products.wish import Make, Wish
from runbook.reports.load import load
from runbook.text import say

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene
    from runbook.reports.load import Load


def _load(wish: Wish) -> Load:
    return load(wish.schedule, wish.language, wish.agency)


def _scenes(wish: Wish) -> tuple[Scene, ...]:
    return heat(wish.schedule, _load(wish), wish.dossier.stamp)


def _title(wish: Wish) -> str:
    return say(wish.language, "drawing.load")


def _paper(wish: Wish) -> list[bytes]:
    """Raises NoTypstError, LettersError."""
    return [pdf.drawn(_scenes(wish), wish.dossier.printing(), _title(wish))]


def _drawings(wish: Wish) -> list[bytes]:
    return [svg(scene).encode() for scene in _scenes(wish)]


def _pixels(wish: Wish) -> list[bytes]:
    """Raises NoTypstError, LettersError."""
    leaves = list(pdf.scene_leaves(_scenes(wish), _title(wish)))
    return pdf.pictures(document(wish.dossier.printing(), _title(wish), leaves))


def _table(wish: Wish) -> list[bytes]:
    return [load_csv(_load(wish), wish.language).encode()]


PAPERS: dict[str, Make] = {"load": _paper}
DRAWINGS: dict[str, Make] = {"load": _drawings}
PIXELS: dict[str, Make] = {"load": _pixels}
TABLES: dict[str, Make] = {"load": _table}
