"""A whole ceremony played through the commands of its real days, against a simulated clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from runbook.commands import issues, releasing
from runbook.commands.cueing import Cueing, cue
from runbook.commands.opening import Opened, RefusedError
from runbook.commands.practising import require_apart
from runbook.commands.pressing import KIND as PRESS
from runbook.commands.pressing import stage_of
from runbook.commands.progressing import Order, record
from runbook.commands.risking import lacking, seed_of, spread_of
from runbook.commands.tracked import KIND as PROGRESS
from runbook.commands.tracked import outlook_of
from runbook.live import Pressed
from runbook.render.rehearsal_text import Account
from runbook.reports.stage import MINUTE, Stage
from runbook.store import StoreError
from runbook.text import say
from runbook.tracking import Happened, outlook

if TYPE_CHECKING:
    from runbook.rehearsal import Step


def rehearse(of: Opened, seed: str, spread: str, location: str) -> Iterator[str]:
    """Every step done and told, one after another; the store keeps what the real days would leave in it.

    `location`: the store, "" for a new file beside the ceremony's. Raises one of REFUSALS, among them for a store that
    holds lines of this ceremony.
    """
    try:
        from runbook.rehearsal import course
    except ModuleNotFoundError as error:
        raise lacking(error) from None
    drawn, default = seed_of(seed), spread_of(spread)
    place = location or _beside(of, drawn)
    _require_new(of, place)
    account = Account(of.schedule, of.screen, of.language)
    yield account.title(drawn, place)
    yield from _played(of, course(of.schedule, default, drawn), place, account)
    yield account.further(of.asked.words, place)


def _played(of: Opened, steps: Iterable[Step], place: str, account: Account) -> Iterator[str]:
    """Every step through its command, the release before the first."""
    schedule, who = of.schedule, say(of.language, "rehearsal.who")
    lines: list[Happened] = []
    presses: list[Pressed] = []
    for at, told in steps:
        if not lines and not presses:
            _release(of, place, who, at // MINUTE)
            yield account.released(at // MINUTE)
        if isinstance(told, Pressed):
            presses.append(replace(told, who=who))
            _press(of, told, who, place)
            yield account.pressed(Stage(schedule, tuple(presses), at, of.language), told)
        else:
            lines += told
            _tell(of, told, who, place)
            yield account.told(told, outlook(schedule, lines, at // MINUTE))
    yield account.summary(outlook_of(of, place, max([one.at for one in lines], default=0)), stage_of(of, place))


def _beside(of: Opened, seed: int) -> str:
    name = say(of.language, "rehearsal.file", stem=of.asked.file.stem, seed=seed)
    return str(of.asked.file.with_name(name))


def _require_new(of: Opened, place: str) -> None:
    """Raises RefusedError for the store of the real days, and for one with lines of the ceremony."""
    require_apart(of, place)
    try:
        with issues.store_for(str(of.asked.file), place) as store:
            used = store.release(of.ceremony.id) or any(store.lines(of.ceremony.id, kind) for kind in (PROGRESS, PRESS))
    except StoreError as error:
        if error.code != "missing":
            raise
        return
    if used:
        raise RefusedError("rehearsed", store=place)


def _release(of: Opened, place: str, who: str, at: int) -> None:
    order = releasing.Order(say(of.language, "rehearsal.message"), who, _words(of, at), "", place)
    releasing.release(of, order)


def _tell(of: Opened, told: tuple[Happened, ...], who: str, place: str) -> None:
    first = told[0]
    record(
        of,
        Order(
            first.what,
            tuple(dict.fromkeys(one.task for one in told)),
            who,
            now=_words(of, first.at),
            work="" if first.remaining is None else f"{first.remaining}m",
            agencies=tuple(one.agency for one in told if one.agency),
            store=place,
        ),
    )


def _press(of: Opened, one: Pressed, who: str, place: str) -> None:
    cue(of, Cueing(one.what, one.cue, lambda: one.at, who, store=place))


def _words(of: Opened, at: int) -> str:
    day, minute = of.schedule.axis.civil(at)
    return f"{day:%d/%m}/{day.year:04} {minute // 60:02}:{minute % 60:02}"
