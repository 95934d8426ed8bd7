"""Documents of an opened ceremony made, and what keeps one from being made told as a refusal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from runbook.commands import publishing
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.pressing import stage_of
from runbook.commands.tracked import reported, showing
from runbook.render import pdf
from runbook.render.dossier import Dossier
from runbook.render.products.office import LimitError
from runbook.syntax import Mapping
from runbook.text import say

T = TypeVar("T")


def dossier(of: Opened, store: str) -> Dossier:
    """What the ceremony's documents are made of, of its last release where there is one. Raises StoreError."""
    assert isinstance(of.root, Mapping), "a ceremony without errors is a mapping"
    seen = reported(of, store)
    # Documents are in the ceremony's language, and so is what they say of the day.
    stage = stage_of(replace(of, language=of.ceremony.language), store)
    return Dossier(showing(of, seen).schedule, of.root, publishing.issue_of(of, store), seen, stage)


def made(make: Callable[[], T], language: str) -> T:
    """What `make` gives. Raises RefusedError: without the typesetter, for letters no font has, for too much."""
    try:
        return make()
    except pdf.NoTypstError:
        raise RefusedError("no-typst") from None
    except pdf.LettersError as error:
        raise RefusedError("letters", letters=error.letters) from None
    except LimitError as error:
        what = say(language, f"workbook.what.{error.what}")
        raise RefusedError("workbook-limit", what=what, limit=error.limit) from None
