"""The boards of a ceremony that is being run, for pages and papers alike."""

from __future__ import annotations

from runbook.render.board import Board, forecast_board, status_board
from runbook.render.products.wish import Wish
from runbook.render.revised import revised_board
from runbook.reports.forecast import forecast
from runbook.reports.revised import revised
from runbook.reports.status import status


def status_of(wish: Wish) -> Board:
    """How it stands, for all or for an agency. Something must have been reported."""
    assert wish.dossier.outlook is not None
    return status_board(status(wish.dossier.outlook, wish.language, wish.agency), wish.language)


def forecast_of(wish: Wish) -> Board:
    """What is to be expected. Something must have been reported."""
    assert wish.dossier.outlook is not None
    return forecast_board(forecast(wish.dossier.outlook, wish.language), wish.language)


def revised_of(wish: Wish) -> Board:
    """The run of show as it goes. Something must have been pressed."""
    assert wish.dossier.stage is not None
    return revised_board(revised(wish.dossier.stage), wish.language)
