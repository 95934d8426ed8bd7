"""How a ceremony file is begun, and the names a command line can be completed with."""

from __future__ import annotations

from pathlib import Path

from runbook.console import beside, typed
from runbook.files import UnusableError, create, examples, load, starter
from runbook.nearest import nearest
from runbook.reports.wanted import UnclearError
from runbook.text import say


def new(file: Path, example: str, campaign: bool, width: int, language: str) -> str:
    """Start a file from an example or the commented starter; a sentence that it is there. Raises one of REFUSALS."""
    found = examples() if example else {}
    if example and example not in found:
        begun = (name for name in found if name.startswith(example))
        raise UnclearError("example", words=example, near=nearest(example, found) or next(begun, ""))
    create(file, found[example] if example else starter(language, campaign))
    return beside(say(language, "new.done", path=file), f"runbook check {typed(str(file))}", width) + "\n"


def names(of: str, file: Path | None = None) -> list[str]:
    """The "examples" by name; the ids of a file's "agencies" or "tasks", none where it cannot be read."""
    if of == "examples" or file is None:
        return list(examples())
    try:
        ceremony = load(file).ceremony
    except UnusableError:
        return []
    parts = (ceremony.agencies if of == "agencies" else ceremony.tasks) if ceremony else ()
    return [part.id for part in parts]
