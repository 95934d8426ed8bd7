"""What may come instead, drawn: made when somebody asks for it, and no part of a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render import pdf
from runbook.render.drawing.svg import svg
from runbook.render.pdf.leaf import document
from runbook.render.products.wish import Make, Wish
from runbook.text import say
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


def _title(wish: Wish) -> str:
    return say(wish.language, "product.risk")


def _paper(wish: Wish) -> list[bytes]:
    """Raises NoTypstError, LettersError."""
    return [pdf.drawn(_scenes(wish), wish.dossier.printing(), _title(wish))]


def _drawings(wish: Wish) -> list[bytes]:
    return [svg(scene).encode() for scene in _scenes(wish)]


def _pixels(wish: Wish) -> list[bytes]:
    """Raises NoTypstError, LettersError."""
    leaves = list(pdf.scene_leaves(_scenes(wish), _title(wish)))
    return pdf.pictures(document(wish.dossier.printing(), _title(wish), leaves))


PAPERS: dict[str, Make] = {"risk": _paper}
DRAWINGS: dict[str, Make] = {"risk": _drawings}
PIXELS: dict[str, Make] = {"risk": _pixels}
