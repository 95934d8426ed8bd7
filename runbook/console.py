"""What the terminal and the environment ask for: language, colour, and letters it can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TextIO

from runbook.text import LANGUAGES


def language_of(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language asked for: --lang anywhere in the command, RUNBOOK_LANG, the locale; Vietnamese where none says."""
    asked = [after for word, after in pairwise(words) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    for language in (*asked, environ.get("RUNBOOK_LANG", "")):
        if language in LANGUAGES:
            return language
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(key))), "C")
    return "vi" if locale.startswith(("vi", "C", "POSIX")) else "en"


def coloured(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether colour helps: a person is looking, and has not declined it (no-color.org)."""
    return stream.isatty() and not environ.get("NO_COLOR") and environ.get("TERM") != "dumb"


def showable(text: str, stream: TextIO) -> str:
    """The text as the stream can carry it: where Vietnamese cannot be shown, without its marks."""
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        from runbook.render.terminal import without_marks

        return without_marks(text)
    return text
