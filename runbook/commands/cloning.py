"""How next year's ceremony file is made from this year's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from runbook.commands.opening import FaultyError
from runbook.console import typed
from runbook.files import create, load, read, safe_names, tables
from runbook.reports import wanted
from runbook.reports.wanted import UnclearError
from runbook.text import say
from runbook.workbook import is_workbook

if TYPE_CHECKING:
    from runbook.cloning import Clone
    from runbook.render.terminal import Screen

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def clone(file: Path, to: str, output: Path | None, screen: Screen, language: str) -> str:
    """Make the file for the day `to` beside this one, or at `output`; what to look at in it. Raises one of REFUSALS.

    Of a workbook the clone is the text of a ceremony file, from which a workbook can be exported again.
    """
    from runbook import cloning
    from runbook.render.terminal import paragraph
    from runbook.reports.phrasing import full_day

    loaded = load(file)
    if loaded.ceremony is None:
        raise FaultyError(loaded)
    old, day = cloning.day_n(loaded.ceremony), wanted.day(to)
    if day == old:
        raise UnclearError("same-day", day=full_day(language, day))
    data, text = read(file), loaded.sources[file.name]
    made = cloning.clone(text, str(file), loaded.ceremony, day, tables((output or file).parent))
    path = output or file.with_name(f"{safe_names([made.id])[made.id]}.yaml")
    create(path, _like(data, text, made.text))
    done = say(language, "clone.done", path=path, old=full_day(language, old), new=full_day(language, day))
    return f"{paragraph(done, screen)}\n  runbook check {typed(str(path))}\n{_told(made, screen, language)}"


def _like(data: bytes, text: str, new: str) -> bytes:
    """Another text in the encoding of a file's bytes, of which `text` is what they say behind a mark or none."""
    if is_workbook(data):
        return new.encode()
    encoding = next(one for one in _ENCODINGS if data.endswith(text.encode(one)))
    return data[: len(data) - len(text.encode(encoding))] + new.encode(encoding)


def _told(made: Clone, screen: Screen, language: str) -> str:
    from runbook.render.terminal import paragraph
    from runbook.reports.cloned import cloned

    day_minutes = made.ceremony.worktimes["office"].day_minutes if made.ceremony else 0
    lines = []
    for topic in cloned(made.remarks, language, day_minutes):
        lines += ["", paragraph(topic.heading, screen)]
        lines += [paragraph(f"- {sentence}", screen, 2, 2) for sentence in topic.sentences]
    return "".join(f"{line}\n" for line in lines)
