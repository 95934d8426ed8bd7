"""What the terminal and the environment ask for: language, colour, and letters it can show."""

from __future__ import annotations

import locale
import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, TextIO

from runbook.text import LANGUAGES, say

_PLAIN = re.compile(r"[\w@+=:,./-]+")
_MEANT = re.compile(r"""["$`!%]|\\\\|\\$""")  # what a shell reads within double quotes too


# Locales of Vietnamese, and those that name no language: C, POSIX, UTF-8. Windows spells languages out.
_VIETNAMESE = {"vi", "vietnamese", "c", "posix", "utf", ""}


def language_of(words: Sequence[str], environ: Mapping[str, str], system: str = "") -> str:
    """The language asked for: --lang anywhere in the command, RUNBOOK_LANG, the locale; Vietnamese where none says.

    `system` is the locale where the environment names none, as on Windows ("English_United States.1252").
    """
    asked = [after for word, after in pairwise(words) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    for language in (*asked, environ.get("RUNBOOK_LANG", "")):
        if language in LANGUAGES:
            return language
    found = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(key))), system)
    return "vi" if re.split(r"[-_.@]", found)[0].lower() in _VIETNAMESE else "en"


def system_locale() -> str:
    """The locale of the letters, as the system has set it for the program."""
    return locale.setlocale(locale.LC_CTYPE)


def same_bytes(stream: Any) -> None:
    """Let the stream give the bytes it gives on other systems, where Windows has letters and line ends of its own."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n")


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


@contextmanager
def progress(stream: TextIO, language: str) -> Iterator[Callable[[int, int], None]]:
    """What tells a person how many of how many are done, on one line that is gone at the end; a file is told nothing.

    The line is wiped with blanks: not every terminal of Windows knows a sign for it.
    """
    longest = 0

    def step(done: int, total: int) -> None:
        nonlocal longest
        line = showable(say(language, "build.progress", done=done, total=total), stream)
        longest = max(longest, len(line))
        stream.write(f"\r{line.ljust(longest)}")
        stream.flush()

    try:
        yield step if stream.isatty() else lambda done, total: None
    finally:
        if longest:
            stream.write(f"\r{' ' * longest}\r")
            stream.flush()


def failed(key: str, language: str, /, **facts: object) -> str:
    """The sentence of what went wrong, marked as such."""
    return f"{say(language, 'usage.error')}: {say(language, key, **facts)}"


def meant(language: str, word: str, known: Iterable[str]) -> str:
    """The question whether a known name was meant, "" where none is near the word."""
    from runbook.nearest import nearest

    return perhaps(language, nearest(word, known))


def perhaps(language: str, near: str) -> str:
    """The question whether that name was meant, "" for none."""
    return say(language, "usage.near", near=near) if near else ""


def typed(word: str) -> str:
    """The word as a shell takes it; in double quotes where they do, for the shell of Windows knows no others."""
    if _PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if not word or _MEANT.search(word) else f'"{word}"'


def beside(first: str, rest: str, width: int) -> str:
    """Two pieces on a line where it holds them, else on two: a command or a path is never broken."""
    return f"{first} {rest}" if len(first) + 1 + len(rest) <= width else f"{first}\n  {rest}"
