"""What happened is said in commands; each says at once what it does to the plan."""

from __future__ import annotations

import os
import time
from itertools import count
from pathlib import Path

import pytest

from runbook.store import open_store
from runbook.store.checking import faults
from tests.power.processes import start
from tests.progressed import FILE, as_planned, at, conference, recorded, small, told
from tests.workspace import done, process, run


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small()


def test_a_film_reported_late_moves_the_conference_to_the_26th_and_says_what_brings_the_22nd_back() -> None:
    conference()
    as_planned("18/11 08:00")
    said = at("18/11 08:00", "late", "D3", "--work", "2.5d")
    assert (
        said.split("\n\n")[1]
        == """\
DỰ KIẾN, lúc T2 18/11 08h00
Trước khi ghi: Kịp tổ chức T6 22/11/2024, dự trữ 0.
!! Không kịp T6 22/11/2024: thiếu 1,5 ngày. Dự kiến sớm nhất T3 26/11/2024,
   ngoài khoảng ngày cho phép. Ngày dự phòng T2 25/11/2024 cũng không kịp: thiếu
   0,5 ngày.
   Chuỗi: D3 → D4 → D5 → D6 → R1
   Liên quan: UBND TP, Sở VHTT, Ban Tuyên giáo Thành ủy, Đài PTTH Hà Nội
   Để giữ T6 22/11/2024: rút D3 1,25 ngày (còn 2,5 ngày); rút D4 0,25 ngày
     (còn 1 ngày).
"""
    )
    assert told("18/11 08:00", "forecast")["expected_day"] == "2024-11-26"
    brought = at("18/11 08:00", "late", "D3", "--work", "1d")  # the way back, gone: half a day less than the plan
    assert "Kịp tổ chức T6 22/11/2024" in brought
    assert "Không còn bị đe dọa: giờ khai mạc." in brought


def test_an_appraisal_a_day_late_breaks_both_hard_deadlines_within_the_command() -> None:
    conference()
    as_planned("13/11 17:00")
    said = at("13/11 17:00", "late", "E3", "--until", "14/11 17:30")
    assert "Kịp tổ chức T6 22/11/2024" in said
    assert [line for line in said.splitlines() if line.startswith("!!") or "Chuỗi" in line] == [
        "!! E4 Ban hành quyết định khen thưởng của UBND Thành phố (UBND TP): dự kiến",
        "   Chuỗi: E3 → E4",
        "!! E6 Ký và gửi tờ trình Thủ tướng Chính phủ (UBND TP): dự kiến xong T2 18/11",
        "   Chuỗi: E3 → E5 → E6",
    ]
    assert said.count("quá hạn 1 ngày") == 2


def test_a_command_tells_only_what_it_changes_and_counts_the_rest() -> None:
    at("18/11 08:00", "late", "C", "--work", "3d")
    said = at("18/11 09:00", "note", "A", "-m", "đã gọi điện")
    assert "Ngoài ra có 1 điều đã bị đe dọa từ trước; xem: runbook forecast le.yaml" in said
    assert "quá hạn" not in said
    assert "Không còn bị đe dọa: C." in at("18/11 09:00", "undo", "--line", "1")


def test_a_task_is_named_by_id_title_or_words_of_its_title() -> None:
    for words in ("a", "Lập danh sách khách", "danh sach"):
        at("18/11 09:00", "note", words, "-m", words)
    assert [line.task for line in recorded()] == ["A", "A", "A"]
    assert "báo cáo" in at("18/11 09:00", "note", "báo cáo", "-m", "x", code=2)  # of three tasks


def test_several_tasks_are_recorded_together_or_not_at_all() -> None:
    at("18/11 17:30", "start", "A", "C", "--at", "8h")
    at("18/11 17:30", "done", "A", "D", "A", "B", "--at", "7h", code=1)  # A began at eight
    assert len(recorded()) == 2
    at("18/11 17:30", "done", "A", "C")
    assert len(recorded()) == 4


@pytest.mark.parametrize(
    ("before", "words", "sentence"),
    [
        (["done A"], "done A --at 8h", "đã được ghi xong lúc T2 18/11 17h30 (dòng 1)"),
        (["done A"], "start A", "đã được ghi xong"),
        (["drop A"], "late A --work 1d", "không làm nữa"),
        (["start A"], "start A --at 8h", "đã được ghi bắt đầu lúc T2 18/11 17h30 (dòng 1)"),
        (["start A"], "reopen A", "chưa được ghi xong"),
        ([], "reopen A", "chưa được ghi xong"),
        (["start A --at 9h"], "done A --at 8h", "bắt đầu lúc T2 18/11 09h00 (dòng 1); T2 18/11 08h00 còn trước đó"),
        (["done A --at 16h"], "reopen A --at 15h", "không thể mở lại từ T2 18/11 15h00"),
        ([], "done A --at 19/11", "còn ở phía trước"),
        ([], "late A --until 17h", "phải sau"),
        ([], "received A --from ba-dinh", "không giao cho nhiều đơn vị"),
        ([], "received D --from cong-an", "Công an không phải nộp"),
        (["received D --from ba-dinh"], "received D --from ba-dinh --at 8h", "Quận Ba Đình đã được ghi nộp"),
    ],
)
def test_what_means_nothing_is_refused_in_words_and_nothing_is_lost(
    before: list[str], words: str, sentence: str
) -> None:
    for one in before:
        at("18/11 17:30", *one.split())
    assert sentence in at("18/11 17:30", *words.split(), code=1).replace("\n", " ")
    assert Path("runbook.sqlite").exists() == bool(before)  # what means nothing begins no store
    assert not before or len(recorded()) == len(before)


@pytest.mark.parametrize(
    "words",
    [
        "late A",
        "late A --work 1d --until 20/11",
        "late A --work bao-lau",
        "done A --at 31/02",
        "done",
        "done X",
        "note A",
        "received D",
        "received D --from nobody",
        "undo --line x",
    ],
)
def test_words_that_say_nothing_are_misuse(words: str) -> None:
    at("18/11 07:00", "note", "A", "-m", "mở sổ")
    at("18/11 17:30", *words.split(), code=2)
    assert len(recorded()) == 1


def test_the_same_command_again_is_told_and_not_doubled() -> None:
    for words in (("done", "A"), ("received", "D", "--from", "ba-dinh"), ("late", "B", "--work", "1d")):
        at("18/11 17:30", *words)
        assert "Đã ghi từ trước" in at("18/11 17:30", *words)
    assert len(recorded()) == 3
    at("18/11 17:30", "note", "C", "-m", "một lần", "--key", "phiếu 7")
    again = at("18/11 17:40", "note", "C", "-m", "một lần", "--key", "phiếu 7")
    assert "Đã ghi từ trước (dòng 4" in again
    assert "khóa “phiếu 7” đã dùng cho dòng 4" in at("18/11 17:50", "done", "C", "--key", "phiếu 7", code=1)
    assert len(recorded()) == 4


def test_parts_of_a_duty_of_many_are_counted_and_the_last_ends_it() -> None:
    assert "đã nhận 2/3; còn thiếu: Quận Cầu Giấy" in at(
        "18/11 10:00", "received", "D", "--from", "ba-dinh", "--from", "Quận Tây Hồ"
    )
    assert "đã nhận 2/3; còn" in at("18/11 11:00", "status")
    assert "đã nhận đủ 3/3" in at("18/11 14:00", "received", "D", "--from", "cau-giay")
    task = next(one for one in told("18/11 15:00", "status")["tasks"] if one["id"] == "D")
    assert (task["state"], task["finished"], len(task["received"])) == ("done", "2024-11-18T14:00+07:00", 3)


def test_a_correction_is_another_line() -> None:
    at("18/11 17:30", "done", "A")
    at("19/11 08:00", "undo", "-m", "báo nhầm")
    assert (
        at("19/11 08:00", "log")
        == """\
NHẬT KÝ TIẾN ĐỘ

   Dòng  Ghi lúc         Người báo  Mã  Nội dung
-  ----  --------------  ---------  --  --------------------
×  1     T2 18/11 17h30  thu-ky     A   xong T2 18/11 17h30
   2     T3 19/11 08h00  thu-ky     A   hủy dòng 1: báo nhầm

× đã hủy, hoặc không còn nghĩa.
"""
    )
    assert "chưa có dòng nào để hủy" in at("19/11 08:00", "undo", code=1)
    assert "dòng 1 đã hủy rồi" in at("19/11 08:00", "undo", "--line", "1", code=1)
    assert "một lần hủy" in at("19/11 08:00", "undo", "--line", "2", code=1)
    before = told("18/11 18:00", "status")["tasks"]  # asked afterwards how it stood then
    assert [one["state"] for one in before if one["id"] == "A"] == ["not-yet"]
    at("19/11 08:00", "done", "A", "--at", "hôm qua 16h")
    with open_store("runbook.sqlite") as store:
        assert faults(store) == []


def test_another_ceremony_in_the_store_does_not_move_the_numbers() -> None:
    other = Path(FILE).read_text("utf-8").replace("ceremony: le", "ceremony: khac")
    Path("khac.yaml").write_text(other, encoding="utf-8")
    at("18/11 09:00", "start", "A", "--at", "8h")
    done(run("start", "khac.yaml", "C", "--now", "18/11/2024 09:00"))
    assert "Dòng 2: A" in at("18/11 10:00", "note", "A", "-m", "x")


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ("16h", "T2 18/11 16h00"),
        ("16:05", "T2 18/11 16h05"),
        ("18/11", "T2 18/11 17h30"),
        ("15/11 9h", "T6 15/11 09h00"),
        ("15/11/2024 09:00", "T6 15/11 09h00"),
        ("2024-11-15T09:00", "T6 15/11 09h00"),
        ("2024-11-15T09:00+07:00", "T6 15/11 09h00"),
        ("hôm qua 20h", "CN 17/11 20h00"),
        ("hôm qua", "CN 17/11 24h00"),
        ("now", "T2 18/11 18h00"),
    ],
)
def test_times_in_the_forms_people_say(words: str, instant: str) -> None:
    said = at("18/11 18:00", "done", "A", "--at", words)
    assert f"xong {instant}".replace("CN 17/11 24h00", "T2 18/11 00h00") in said.replace("\n ", "")


def test_who_says_so_and_that_nothing_was_waited_for() -> None:
    said = at("18/11 09:00", "start", "B", "--who", "Trần Văn An", "-m", "làm trước")
    assert "Lưu ý: B phải chờ những việc chưa ghi xong: A." in said
    assert [(line.who, line.words) for line in recorded()] == [("Trần Văn An", "làm trước")]


def test_the_clock_is_the_default_and_no_line_speaks_of_the_future() -> None:
    assert run("done", FILE, "A", "--at", "01/01/2200").exit_code == 1
    done(run("done", FILE, "A"))
    assert len(recorded()) == 1


def notes_without_end(folder: Path) -> None:
    """Record one note after the other, each acknowledged in a line."""
    os.chdir(folder)
    for number in count():
        done(run("note", FILE, "A", "-m", f"lời {os.getpid()}.{number}"))
        os.write(1, b"noted\n")


def test_what_a_killed_command_acknowledged_is_there(tmp_path: Path) -> None:
    """The store's own trials cut the power anywhere; here it is one command, killed as it comes."""
    said = tmp_path / "said"
    said.touch()
    for kill in range(1, 4):
        before, writer = len(said.read_text()), start(notes_without_end, tmp_path, said)
        while len(said.read_text()) < before + kill * len("noted\n"):
            time.sleep(0.003)
        writer.kill()
        writer.join()
    acknowledged = len(said.read_text().splitlines())
    assert acknowledged <= len(recorded()) <= acknowledged + 3  # one may be kept at each kill and not told
    with open_store("runbook.sqlite") as store:
        assert faults(store) == []


def test_the_program_itself_reports(tmp_path: Path) -> None:
    found = process("done", FILE, "A", "--now", "18/11/2024 17:30", folder=tmp_path, RUNBOOK_ACTOR="thu-ky")
    assert (found.returncode, found.stderr) == (0, b"")
    assert "Mọi hạn đều giữ được." in found.stdout.decode()
