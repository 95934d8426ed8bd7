"""What comes with the program: the examples, the commented starter, the table of draft durations."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable


def examples() -> dict[str, bytes]:
    """The example files by name, in order of name."""
    files = sorted(_folder().iterdir(), key=lambda file: file.name)
    return {file.name.removesuffix(".yaml"): file.read_bytes() for file in files if file.name.endswith(".yaml")}


def starter(language: str, campaign: bool = False) -> bytes:
    """The file to begin with, its comments in that language: of a sitting, or of a campaign."""
    kind, spoken = "-campaign" if campaign else "", "" if language == "vi" else f"-{language}"
    return (resources.files("runbook") / f"starter{kind}{spoken}.yaml").read_bytes()


def draft_durations() -> str:
    """The table of draft durations."""
    return (resources.files("runbook") / "draft" / "durations.csv").read_text("utf-8")


def _folder() -> Traversable:
    """Installed with the package, or beside it in a checkout."""
    package = resources.files("runbook")
    installed = package / "examples"
    return installed if installed.is_dir() else package / ".." / "events"
