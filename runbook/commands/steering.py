"""The day steered by keys: each press is on the disk before the screen shows what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from runbook.commands import exporting, issues
from runbook.commands.opening import REFUSALS, Opened, refusal
from runbook.commands.practising import require_apart
from runbook.commands.pressing import presses_in, presses_of, record, require_items
from runbook.commands.tracked import moment
from runbook.live import Key, Objection, Press, Pressed, meant
from runbook.render.live import View, data, screen, told
from runbook.reports.stage import MINUTE, Stage
from runbook.store import StoreError
from runbook.text import say
from runbook.tracking.times import Edge

if TYPE_CHECKING:
    from runbook.fullscreen import Window
    from runbook.store import Store

WAIT = 0.2  # seconds between two looks at the clock, the keys and the size of the window
STEP = 5  # seconds by which the clock has to jump to be told
_QUIT = "quit"
# The same keys with Shift or without it, and as a keyboard gives them on which Vietnamese is typed (Telex).
_ALSO: dict[str, Key | str] = {
    "=": Key.MORE,
    "_": Key.LESS,
    "}": Key.MORE_5,
    "{": Key.LESS_5,
    "ư": Key.MORE_5,
    "ơ": Key.LESS_5,
}


@dataclass(frozen=True, slots=True)
class Steering:
    """What `live` is told. `clock`: seconds since 1970 UTC; `now`: what it shows at first, "" for the truth."""

    who: str
    now: str
    store: str
    clock: Callable[[], int]


def once(of: Opened, how: Steering, as_json: bool) -> str:
    """The state of the day, told once. Raises one of REFUSALS."""
    require_items(of)
    now = moment(of, how.now, how.clock() // MINUTE, Edge.BEGINNING) * MINUTE if how.now else how.clock()
    stage = Stage(of.schedule, presses_of(of, how.store), now, of.language)
    return data(stage) if as_json else told(stage, of.screen)


def ready(of: Opened, how: Steering) -> None:
    """Raises one of REFUSALS where the day cannot be steered: told before the terminal is taken over."""
    require_items(of)
    if how.now:
        require_apart(of, how.store)
        moment(of, how.now, how.clock() // MINUTE, Edge.BEGINNING)
    with issues.store_for(str(of.asked.file), how.store, create=True) as store:
        presses_in(store, of.ceremony.id)


def live(of: Opened, how: Steering, window: Window) -> None:
    """Steer until the key to leave is pressed. Raises one of REFUSALS, ClosedError."""
    ahead = moment(of, how.now, how.clock() // MINUTE, Edge.BEGINNING) * MINUTE - how.clock() if how.now else 0
    with issues.store_for(str(of.asked.file), how.store, create=True) as store:
        desk = Desk(of, how, store, ahead)
        desk.begin()
        _steer(desk, window)


def _steer(desk: Desk, window: Window) -> None:
    names = key_names(desk.of.language)
    while True:
        columns, rows = window.size()
        window.draw(desk.screen(columns, rows))
        for pressed in window.keys(WAIT):
            if names.get(pressed) == _QUIT:
                return
            desk.key(pressed, names.get(pressed))
        desk.look()


def key_names(language: str) -> dict[str, Key | str]:
    """What each letter means in a language."""
    named: dict[str, Key | str] = {say(language, f"live.key.{key.value}"): key for key in Key if key is not Key.START}
    return _ALSO | named | {" ": Key.START, say(language, "live.key.quit"): _QUIT}


@dataclass
class Desk:
    """One window at work: what it has read of the journal, what it says, which item is chosen.

    `ahead`: seconds by which the shown clock is before the true one, in practice.
    """

    of: Opened
    how: Steering
    store: Store
    ahead: int = 0
    presses: tuple[Pressed, ...] = ()
    message: str = ""
    chosen: str = ""
    _seen: int = field(default=0, repr=False)
    _read: int = field(default=0, repr=False)

    @property
    def now(self) -> int:
        return self.how.clock() + self.ahead

    @property
    def stage(self) -> Stage:
        return Stage(self.of.schedule, self.presses, self.now, self.of.language)

    def begin(self) -> None:
        """Go on where the journal stands. Raises StoreError."""
        self.presses = presses_in(self.store, self.of.ceremony.id)
        self._seen = self._read = self.how.clock()
        self.message = self._say("live.went_on", count=len(self.presses)) if self.presses else self._say("live.welcome")

    def screen(self, columns: int, rows: int) -> list[str]:
        mark = self._say("live.practice") if self.how.now else ""
        return screen(self.stage, View(columns, rows, self.message, self.chosen, mark))

    def look(self) -> None:
        """Once a second see what other windows have pressed, and whether the clock runs as it should."""
        now = self.how.clock()
        if now == self._read:
            return
        if not 0 <= now - self._seen <= STEP:
            self.message = self._say("live.stepped", seconds=f"{now - self._seen:+}")
        self._seen = self._read = now
        try:
            found = presses_in(self.store, self.of.ceremony.id)
        except StoreError as error:
            self.message = self._say("live.unread", why=self._why(error))
            return
        if len(found) > len(self.presses):
            self._take_over(found)
            last = found[-1]
            self.message = self._say("live.others", who=last.who, line=last.number, did=self.stage.did(last))

    def key(self, pressed: str, key: Key | str | None) -> None:
        """Do what a key means; what it does not mean is said."""
        stage = self.stage
        if pressed in ("up", "down", "escape"):
            self._choose(pressed, [row.cue.id for row in stage.timing.coming])
        elif not isinstance(key, Key):
            self.message = self._say("live.no.key", key=pressed)
        else:
            found = meant(stage.programme, stage.state, self.presses, stage.timing, key, self.chosen, stage.now)
            if isinstance(found, Objection):
                self.message = stage.why(found)
            else:
                self._press(found)

    def _choose(self, pressed: str, coming: list[str]) -> None:
        if pressed == "escape" or not coming:
            self.chosen = ""
        elif self.chosen not in coming:
            self.chosen = coming[0 if pressed == "down" else -1]
        else:
            self.chosen = coming[(coming.index(self.chosen) + (1 if pressed == "down" else -1)) % len(coming)]

    def _press(self, one: Pressed) -> None:
        """Record it, then show it. Where another window was quicker, nothing is recorded: the person looks again."""
        try:
            with self.store.writing():
                found = presses_in(self.store, self.of.ceremony.id)
                fresh = len(found) == len(self.presses)
                done = record(self.store, self.of.ceremony.id, one, self.how.who, self.how.clock()) if fresh else None
        except (StoreError, OSError) as error:
            self.message = self._say("live.unwritten", why=self._why(error))
            return
        if done is None:
            self._take_over(found)
            self.message = self._say("live.moved", did=self.stage.did(found[-1]))
            return
        self._take_over((*found, done))
        self.message = self._say("live.done", line=done.number, did=self.stage.did(done))
        if done.what is Press.SHEET:
            self._print(done.number)

    def _take_over(self, presses: tuple[Pressed, ...]) -> None:
        self.presses, self.chosen = presses, ""

    def _print(self, line: int) -> None:
        """The revised sheet beside the ceremony file; that it is issued stands in the journal already."""
        file, number = self.of.asked.file, self.stage.sheets
        name = "live.practice_file" if self.how.now else "live.sheet_file"
        path = file.with_name(f"{file.stem}-{self._say(name)}-{number}.pdf")
        facts = {"line": line, "number": number, "path": path}
        try:
            exporting.export(self._as_now(), path, "show", "", "", self.how.store)
            self.message = self._say("live.sheet_done", **facts)
        except REFUSALS as error:
            self.message = self._say("live.sheet_failed", why=self._why(error), **facts)

    def _as_now(self) -> Opened:
        return replace(self.of, asked=replace(self.of.asked, clock=lambda: self.now // MINUTE))

    def _why(self, error: Exception) -> str:
        return refusal(error, self.of.language)[0]

    def _say(self, key: str, /, **facts: object) -> str:
        return say(self.of.language, key, **facts)
