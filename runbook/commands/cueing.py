"""What a key of the day does, as a command for scripts: the same lines in the same journal."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from runbook.commands import issues
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.pressing import KIND, presses_in, presses_of, record, require_items
from runbook.commands.tracked import moment
from runbook.live import Key, Objection, Press, Pressed, meant, objection
from runbook.live.steering import begun
from runbook.render.live import parts
from runbook.render.terminal import paragraph
from runbook.reports import wanted
from runbook.reports.stage import MINUTE, Stage
from runbook.reports.wanted import UnclearError
from runbook.text import say
from runbook.tracking.times import Edge
from runbook.values import MistakeError, clock

if TYPE_CHECKING:
    from runbook.store import Store

MOST = 600  # minutes that one command adds or takes
_SECONDS = re.compile(r"(\d{1,2}:\d{2}):([0-5]\d)", re.ASCII)
_HALF_DAY = 720  # minutes before the opening from which a clock time means the night after it
_LEEWAY = 60  # seconds by which a command may be ahead of the clock


@dataclass(frozen=True, slots=True)
class Cueing:
    """What is told, in the user's words; "" where nothing is. `clock`: seconds since 1970 UTC."""

    what: Press
    item: str
    clock: Callable[[], int]
    who: str
    now: str = ""
    at: str = ""
    minutes: int = 0
    line: str = ""
    key: str = ""
    store: str = ""


def cue(of: Opened, order: Cueing) -> str:
    """Record a press, and say what follows. Raises one of REFUSALS; then nothing is recorded."""
    require_items(of)
    now = moment(of, order.now, order.clock() // MINUTE, Edge.BEGINNING) * MINUTE if order.now else order.clock()
    at = _at(of, order.at, now) if order.at else now
    seen = Stage(of.schedule, presses_of(of, order.store), at, of.language)
    if at > now + _LEEWAY:
        raise _refused(seen, Objection("future", at=at))
    if not order.key:
        _judged(seen, order)  # what means nothing begins no store
    with issues.store_for(str(of.asked.file), order.store, create=True) as store, store.writing():
        stage = replace(seen, presses=presses_in(store, of.ceremony.id))
        there = _of_key(store, stage, order)
        one, again = (there, True) if there else _judged(stage, order)
        done = one if again else record(store, of.ceremony.id, one, order.who, now, order.key)
    return _answer(of, replace(stage, presses=stage.presses if again else (*stage.presses, done)), done, again)


def _at(of: Opened, words: str, now: int) -> int:
    """The instant of a clock time on the day itself, with seconds or without, else of a day and time."""
    found = _SECONDS.fullmatch(words.strip())
    try:
        minute = clock(found[1] if found else words)
    except MistakeError:
        return moment(of, words, now // MINUTE, Edge.BEGINNING) * MINUTE
    night = minute < of.ceremony.opening - _HALF_DAY
    start = of.schedule.axis.minute(of.schedule.day, minute + (24 * MINUTE if night else 0))
    return start * MINUTE + (int(found[2]) if found else 0)


def _item(stage: Stage, words: str) -> str:
    """The id of the item so called, "" for no words. Raises UnclearError."""
    known = stage.programme.place
    if not words or words in known:
        return words
    try:
        found = wanted.task(stage.schedule.ceremony, words)
    except UnclearError:
        found = ""
    if found not in known:
        raise UnclearError("item", words=words, known=", ".join(known))
    return found


def _pressed(stage: Stage, order: Cueing, item: str, number: int) -> Pressed:
    """What is meant, as a key would mean it where no item is named. Raises UnclearError, RefusedError."""
    what = order.what
    if what is Press.ADD:
        return _added(stage, order, item, number)
    if what is Press.UNDO and order.line:
        if not order.line.isdecimal() or len(order.line) > 15:
            raise UnclearError("line", words=order.line)
        return Pressed(number, what, stage.now, undoes=int(order.line))
    if what in (Press.HOLD, Press.RESUME):
        return Pressed(number, what, stage.now)
    if item and what is Press.START:
        return begun(stage.timing, item, stage.now, number)
    if item:
        return Pressed(number, what, stage.now, item)
    key = Key(what.value)  # what is left is one press to a key, both of the same word
    found = meant(stage.programme, stage.state, stage.presses, stage.timing, key, "", stage.now)
    if isinstance(found, Objection):
        raise _refused(stage, found)
    return found


def _added(stage: Stage, order: Cueing, item: str, number: int) -> Pressed:
    if not 0 < abs(order.minutes) <= MOST:
        raise UnclearError("minutes", words=str(order.minutes))
    item = item or stage.state.running
    if not item:
        raise UnclearError("no-item", words="", known=", ".join(stage.programme.place))
    return Pressed(number, Press.ADD, stage.now, item, order.minutes * MINUTE)


def _of_key(store: Store, stage: Stage, order: Cueing) -> Pressed | None:
    """The press that a command of the same key has left. Raises RefusedError where that was another command."""
    found = store.recorded(stage.schedule.ceremony.id, order.key) if order.key else None
    if found is None:
        return None
    rows = [row.seq for row in store.lines(stage.schedule.ceremony.id, KIND)]
    there = stage.presses[rows.index(found.seq)] if found.seq in rows else None
    if there is None or not _says(there, order, _item(stage, order.item)):
        raise RefusedError("live-key", key=order.key, line=there.number if there else "–")
    return there


def _judged(stage: Stage, order: Cueing) -> tuple[Pressed, bool]:
    """The press that is meant, and whether it stands there already. Raises UnclearError, RefusedError.

    Only the last press can have been sent again by somebody who was not answered, and only with its time.
    """
    item = _item(stage, order.item)
    last = stage.presses[-1] if stage.presses and order.at else None
    if last and last.at == stage.now and _says(last, order, item):
        return last, True
    one = _pressed(stage, order, item, len(stage.presses) + 1)
    if against := objection(stage.programme, stage.state, stage.presses, one):
        raise _refused(stage, against)
    return one, False


def _says(there: Pressed, order: Cueing, item: str) -> bool:
    """Whether a press is what a command asks for."""
    minutes = there.what is not Press.ADD or there.seconds == order.minutes * MINUTE
    line = not order.line or order.line == str(there.undoes)
    return there.what is order.what and item in ("", there.cue) and minutes and line


def _refused(stage: Stage, found: Objection) -> RefusedError:
    return RefusedError("live-no", why=stage.why(found, by_key=False))


def _answer(of: Opened, stage: Stage, done: Pressed, again: bool) -> str:
    key = "live.again" if again else "live.done"
    did = say(of.language, key, line=done.number, who=done.who, did=stage.did(done))
    lines = [did, parts.current(stage), stage.ending]
    return "".join(f"{paragraph(line, of.screen, 0, 2)}\n" for line in lines)
