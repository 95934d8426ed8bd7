"""A line taken back by another line; nothing is ever removed."""

from __future__ import annotations

from collections.abc import Iterable

from runbook.commands import issues
from runbook.commands.entering import entered
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.progressing import Answer, message_of, what_follows
from runbook.commands.tracked import lines_in, present
from runbook.reports.wanted import UnclearError
from runbook.tracking import Happened, What


def undo(of: Opened, line: str, message: str, who: str, now: str, location: str) -> str:
    """Take back a line, the last one in force unless numbered. Raises one of REFUSALS."""
    at = present(of, now)
    with issues.store_for(str(of.asked.file), location) as store, store.writing():
        known = lines_in(store, of.ceremony.id)
        meant = _to_undo(known, line)
        one = Happened(0, What.UNDO, meant.task, at, meant.at, who, words=message_of(message), undoes=meant.number)
        found = entered(store, of.ceremony.id, [one], len(known), who)
    return what_follows(of, known, Answer(found, ()), at)


def _to_undo(known: Iterable[Happened], word: str) -> Happened:
    """The line that is meant. Raises UnclearError, RefusedError."""
    lines = {one.number: one for one in known}
    undone = {one.undoes for one in lines.values() if one.what is What.UNDO}
    if not word:
        left = [one for one in lines.values() if one.what is not What.UNDO and one.number not in undone]
        if not left:
            raise RefusedError("undo-nothing")
        return left[-1]
    if not word.isdecimal() or len(word) > 15:
        raise UnclearError("line", words=word)
    number = int(word)
    if number not in lines:
        raise RefusedError("undo-unknown", line=number)
    if number in undone:
        raise RefusedError("undo-undone", line=number)
    if lines[number].what is What.UNDO:
        raise RefusedError("undo-undo", line=number)
    return lines[number]
