"""The load of agencies and resources: drawn, and as a table; no part of a build."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from runbook.render.drawing.heat import heat
from runbook.render.load_data import load_csv
from runbook.render.products.drawn import drawings, paper, pixels
from runbook.render.products.wish import Make, Wish
from runbook.reports.load import load

if TYPE_CHECKING:
    from runbook.render.drawing.scene import Scene
    from runbook.reports.load import Load


def _load(wish: Wish) -> Load:
    return load(wish.schedule, wish.language, wish.agency)


def _scenes(wish: Wish) -> tuple[Scene, ...]:
    return heat(wish.schedule, _load(wish), wish.dossier.stamp)


def _table(wish: Wish) -> list[bytes]:
    return [load_csv(_load(wish), wish.language).encode()]


PAPERS: dict[str, Make] = {"load": partial(paper, _scenes, "drawing.load")}
DRAWINGS: dict[str, Make] = {"load": partial(drawings, _scenes)}
PIXELS: dict[str, Make] = {"load": partial(pixels, _scenes, "drawing.load")}
TABLES: dict[str, Make] = {"load": _table}
