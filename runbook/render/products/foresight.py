"""What may come instead, drawn: made when somebody asks for it, and no part of a build."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from runbook.render.products.drawn import drawings, paper, pixels
from runbook.render.products.wish import Make, Wish
from runbook.tracking.vantage import vantage

if TYPE_CHECKING:
    from runbook.render.dossier import Dossier
    from runbook.render.drawing.scene import Scene
    from runbook.tracking import Outlook


def seen_from(dossier: Dossier) -> Outlook | None:
    """What is to be expected, as of what the plan is made for, what was said last, or its start; None without any."""
    return dossier.outlook or vantage(dossier.schedule, ())


def _scenes(wish: Wish) -> tuple[Scene, ...]:
    """When all may be ready, and what moves that most. There must be something that it is seen from."""
    from runbook.render.drawing.chances import MOST_BARS, chances
    from runbook.render.drawing.tornado import tornado
    from runbook.reports.risk import swing_rows
    from runbook.risk import Prospect, Trial
    from runbook.risk.histogram import bars

    outlook = seen_from(wish.dossier)
    assert outlook is not None, "whoever asks has looked"
    found, stamp = Prospect(outlook, Trial()), wish.dossier.stamp
    days = bars(found.readiness, outlook.planned.axis, MOST_BARS) if found.readiness else ()
    return chances(found, days, stamp), tornado(found, swing_rows(found, wish.language), stamp)


PAPERS: dict[str, Make] = {"risk": partial(paper, _scenes, "product.risk")}
DRAWINGS: dict[str, Make] = {"risk": partial(drawings, _scenes)}
PIXELS: dict[str, Make] = {"risk": partial(pixels, _scenes, "product.risk")}
