"""One window at work: recorded before it is shown, seen by the others, never twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from runbook.commands.opening import Asked, Opened, opened
from runbook.commands.pressing import presses_in
from runbook.commands.steering import Desk, Steering, key_names
from runbook.live import Key, Press, state_of
from runbook.render.terminal import Screen
from runbook.store import open_store
from runbook.text import LANGUAGES
from tests.staged import FILE, at, in_folder


@dataclass
class Clock:
    """What the desks take for the time."""

    now: int

    def __call__(self) -> int:
        return self.now


@dataclass
class Room:
    """Desks on one store, in the present folder."""

    clock: Clock
    of: Opened
    stack: ExitStack

    def desk(self, who: str = "Thư") -> Desk:
        """One more window, begun."""
        store = self.stack.enter_context(open_store("runbook.sqlite", create=True))
        desk = Desk(self.of, Steering(who, "", "runbook.sqlite", self.clock), store)
        desk.begin()
        return desk

    def kept(self) -> list[tuple[str, str, str]]:
        with open_store("runbook.sqlite") as store:
            return [(one.what.value, one.cue, one.who) for one in presses_in(store, "le")]


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    monkeypatch.chdir(tmp_path)
    in_folder()
    with ExitStack() as stack:
        yield Room(Clock(at("08:37")), opened(Asked(Path(FILE)), Screen(), "vi"), stack)


def press(desk: Desk, *keys: Key) -> str:
    for key in keys:
        desk.key(key.value, key)
    return desk.message


def test_a_window_goes_on_where_another_one_stopped(room: Room) -> None:
    first = room.desk()
    assert first.message == "Chưa ghi lệnh nào."
    room.clock.now += 5
    press(first, Key.START, Key.MORE_5, Key.HOLD)
    second = room.desk()
    assert second.message == "Tiếp tục từ nhật ký: 3 lệnh đã ghi."
    assert second.stage == first.stage
    assert second.screen(80, 24)[:21] == first.screen(80, 24)[:21]


def test_replaying_the_journal_gives_the_state_that_was_shown(room: Room) -> None:
    desk = room.desk()
    for number, key in enumerate((*Key, *Key, Key.START, Key.UNDO, Key.SKIP, Key.KEEP)):
        if key is not Key.SHEET:
            room.clock.now += 100 + number
            press(desk, key)
    with open_store("runbook.sqlite") as store:
        replayed = presses_in(store, "le")
    assert len(replayed) > 10
    assert replayed == desk.presses
    assert state_of(desk.stage.programme, replayed) == desk.stage.state


def test_windows_see_what_the_others_pressed_within_a_second(room: Room) -> None:
    first, second = room.desk("Thư"), room.desk("Bình")
    press(first, Key.START)
    second.look()
    assert second.presses == ()  # the same second: not read again
    room.clock.now += 1
    second.look()
    assert second.presses == first.presses
    assert second.message == "Cửa sổ khác (Thư), dòng 1: bắt đầu p1 Giới thiệu đại biểu lúc 08:37:00."


def test_the_same_key_in_two_windows_at_once_begins_one_item(room: Room) -> None:
    first, second = room.desk("Thư"), room.desk("Bình")
    press(first, Key.START)
    said = press(second, Key.START)
    assert said == ("Cửa sổ khác vừa bấm: bắt đầu p1 Giới thiệu đại biểu lúc 08:37:00. Xem lại rồi bấm nếu vẫn cần.")
    assert press(second, Key.START).startswith("p1 Giới thiệu đại biểu vừa bắt đầu")
    room.clock.now += 600
    press(second, Key.START)
    assert room.kept() == [("start", "p1", "Thư"), ("start", "p2", "Bình")]


def test_what_cannot_be_recorded_is_said_and_not_shown_as_done(room: Room) -> None:
    desk = room.desk()
    press(desk, Key.START)
    before = desk.stage.state
    os.rename("runbook.sqlite", "elsewhere.sqlite")
    said = press(desk, Key.FINISH)
    assert said.startswith("!! CHƯA GHI ĐƯỢC, lệnh không có hiệu lực: Lỗi: ")
    assert desk.stage.state == before
    os.rename("elsewhere.sqlite", "runbook.sqlite")
    press(desk, Key.FINISH)
    assert [what for what, _, _ in room.kept()] == ["start", "finish"]


@pytest.mark.parametrize(("seconds", "told"), [(-3600, "-3600"), (-1, "-1"), (120, "+120"), (5, ""), (1, "")])
def test_a_jump_of_the_clock_is_said_and_breaks_nothing(room: Room, seconds: int, told: str) -> None:
    desk = room.desk()
    room.clock.now += 1
    press(desk, Key.START)
    room.clock.now += seconds - 1
    desk.look()
    assert (f"lệch {told} giây" in desk.message) == bool(told)
    assert len(desk.screen(80, 24)) == 24
    room.clock.now += 3
    press(desk, Key.FINISH)
    assert [row.end >= row.start for row in desk.stage.timing.rows] == [True] * 8


def test_arrows_go_round_the_items_to_come_and_escape_lets_go(room: Room) -> None:
    desk, seen = room.desk(), []
    for pressed in ("up", "down", "down", "escape", "down", "down"):
        desk.key(pressed, None)
        seen.append(desk.chosen)
    assert seen == ["p8", "p1", "p2", "", "p1", "p2"]
    press(desk, Key.SKIP)
    assert desk.chosen == ""
    assert room.kept() == [("skip", "p2", "Thư")]


def test_a_key_that_means_nothing_is_named(room: Room) -> None:
    desk = room.desk()
    desk.key("z", None)
    assert desk.message == "Phím z không dùng ở đây; xem dòng phím bên dưới."


def test_a_revised_sheet_is_numbered_and_written_beside_the_file(room: Room) -> None:
    desk = room.desk()
    press(desk, Key.START, Key.SHEET)
    assert desk.message == "Dòng 2: phiếu sửa lần 1: le-kich-ban-sua-1.pdf"
    assert Path("le-kich-ban-sua-1.pdf").read_bytes().startswith(b"%PDF")
    Path("le-kich-ban-sua-2.pdf").mkdir()
    assert press(desk, Key.SHEET).startswith("Dòng 3: phiếu sửa lần 2 đã vào sổ nhưng chưa in được: Lỗi: ")
    assert [one.what for one in desk.presses] == [Press.START, Press.SHEET, Press.SHEET]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_keys_are_the_same(language: str) -> None:
    names = key_names(language)
    assert set(names.values()) == {*Key, "quit"}
    assert all(len(name) == 1 for name in names)
    assert (names["="], names["+"], names["ư"], names["]"]) == (Key.MORE, Key.MORE, Key.MORE_5, Key.MORE_5)
