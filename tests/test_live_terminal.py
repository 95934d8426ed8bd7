"""`live` in a real terminal: driven by keys, read back from the screen, given back whatever ends it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from runbook.commands.pressing import presses_in
from runbook.live import Press
from runbook.store import open_store
from tests.driven import PATIENCE, Driven
from tests.staged import SHOW

ROOT = Path(__file__).resolve().parents[1]
GIVEN_BACK = "\x1b[?7h\x1b[?25h\x1b[?1049l"


class Tmux:
    """A terminal of 80x24 with a shell in it."""

    def __init__(self, folder: Path) -> None:
        self._server = ["tmux", "-L", f"runbook-{os.getpid()}-{folder.name}", "-f", os.devnull]
        self._folder = folder

    def run(self, *words: str) -> str:
        env = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm", "SHELL": "/bin/sh", "NO_COLOR": "1"}
        env.pop("TMUX", None)
        found = subprocess.run([*self._server, *words], capture_output=True, text=True, cwd=self._folder, env=env)
        return found.stdout

    def begin(self, command: str) -> None:
        self.run("new-session", "-d", "-x", "80", "-y", "24", command)

    def press(self, *keys: str) -> None:
        self.run("send-keys", *keys)

    def seen(self, words: str) -> list[str]:
        """The screen, once it shows these words."""
        end = time.monotonic() + PATIENCE
        while words not in (text := self.run("capture-pane", "-p")):
            assert time.monotonic() < end, (words, text)
            time.sleep(0.05)
        time.sleep(0.1)  # what stands below these words is drawn after them
        return self.run("capture-pane", "-p").split("\n")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    (tmp_path / "le.yaml").write_text(SHOW, encoding="utf-8")
    terminal = Tmux(tmp_path)
    yield terminal
    terminal.run("kill-server")


def live(*words: str) -> str:
    """The command line that steers from 08:37 on, then says how it has ended and how the terminal is set."""
    program = f"{sys.executable} {ROOT / 'cli.py'}"
    return f"{program} live le.yaml --lang vi {' '.join(words)}; echo END $?; stty -a; sleep 60"


PRACTICE = ("--store", "tap.sqlite", "--now", "22/11/2024T08:37")


def test_the_day_is_steered_by_keys_at_80x24_and_read_back(tmux: Tmux, tmp_path: Path) -> None:
    tmux.begin(live(*PRACTICE))
    screen = tmux.seen("Chưa ghi lệnh nào.")
    assert screen[0].startswith("TẬP DƯỢT · Hội nghị tổng kết")
    assert screen[0].endswith("T6 22/11/2024")  # to the last column
    assert screen[3] == "CHỜ BẮT ĐẦU: p1 Giới thiệu đại biểu"
    assert screen[22].startswith("Cách: mục sau")
    tmux.press("Space")
    assert tmux.seen("Đã ghi dòng 1: bắt đầu p1")[3] == "ĐANG DIỄN RA: p1 Giới thiệu đại biểu"
    tmux.press("Down", "Down", "b")
    tmux.seen("Đã ghi dòng 2: bỏ p3 Chiếu phóng sự.")
    tmux.press("]", "t")
    assert tmux.seen("Đã ghi dòng 4: tạm dừng")[3].startswith("TẠM DỪNG từ 08:37")
    tmux.press("Space")
    tmux.seen("Đang tạm dừng từ 08h37; tiếp tục trước đã.")
    tmux.press("t", "h", "z")
    tmux.seen("Phím z không dùng ở đây")
    tmux.run("resize-window", "-x", "120", "-y", "40")
    coming = tmux.seen("Lãnh đạo thành phố phát biểu và giao")[10:16]
    assert [line.split()[0] for line in coming] == [
        "p2",
        "p4",
        "p5",
        "p6",
        "p7",
        "p8",
    ]
    tmux.press("q")
    text = "\n".join(tmux.seen("END 0"))
    assert "TẬP DƯỢT" not in text
    assert " icanon" in text
    assert " echo " in text
    with open_store(str(tmp_path / "tap.sqlite")) as store:
        kept = [(one.what, one.cue, one.seconds, one.undoes) for one in presses_in(store, "le")]
    assert kept == [
        (Press.START, "p1", 0, 0),
        (Press.SKIP, "p3", 0, 0),
        (Press.ADD, "p1", 300, 0),
        (Press.HOLD, "", 0, 0),
        (Press.RESUME, "", 0, 0),
        (Press.UNDO, "", 0, 5),
    ]


def test_practice_keeps_out_of_the_real_store(tmux: Tmux, tmp_path: Path) -> None:
    practice = f"{sys.executable} {ROOT / 'cli.py'} live le.yaml --lang vi --now 22/11/2024T08:37"
    stores = "'' '--store runbook.sqlite' '--store .'"
    tmux.begin(f"export RUNBOOK_STORE=x.sqlite; for s in {stores}; do {practice} $s; done; echo END; sleep 60")
    assert " ".join(tmux.seen("END")).count("tập dượt cần một sổ riêng") == 3
    assert [one.name for one in tmp_path.iterdir()] == ["le.yaml"]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "le.yaml").write_text(SHOW, encoding="utf-8")
    return tmp_path


def test_two_windows_see_each_other(home: Path) -> None:
    first, second = Driven(home), Driven(home)
    for window in (first, second):
        window.wait_for("Nothing recorded yet.")
    first.press(" ")
    first.wait_for("Line 1 recorded: p1")
    second.wait_for("Another window (Thư), line 1: p1")
    second.press("+")
    first.wait_for("Another window (Thư), line 2: 1 min more for p1")
    for window in (first, second):
        window.kill()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_is_given_back_whatever_ends_the_program(home: Path, how: signal.Signals) -> None:
    driven = Driven(home)
    driven.wait_for("Nothing recorded yet.")
    assert driven.process.pid is not None
    os.kill(driven.process.pid, how)
    driven.wait_for(GIVEN_BACK)
    driven.process.join(PATIENCE)
    assert driven.process.exitcode == (130 if how is signal.SIGINT else 128 + how)
    driven.kill()


def test_a_terminal_that_is_gone_ends_it_without_a_word(home: Path) -> None:
    driven = Driven(home)
    driven.wait_for("Nothing recorded yet.")
    driven.hang_up()
    driven.process.join(PATIENCE)
    assert driven.process.exitcode == 0
