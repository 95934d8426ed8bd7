"""Care for a store: what the doctor finds, a copy put by, a copy put back."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from runbook.render.terminal import columns_of
from tests.test_release_commands import LONGER
from tests.workspace import CEREMONY, SECOND, Workspace, done, files, process, run


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    desk = Workspace()
    desk.write(CEREMONY)
    return desk


def items(text: str) -> dict[str, str]:
    """The lines of the doctor's table by what was looked at; !! stands before what is wrong."""
    rows = re.findall(r"^(!!| ) +(\S.*?)  +(.+)$", text.split("---\n", 1)[1], re.MULTILINE)
    return {what: f"{mark.strip()}{found}" for mark, what, found in rows}


def test_the_doctor_tells_versions_the_store_and_its_soundness(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    result = run("doctor", columns=200)
    found = items(result.stdout)
    assert result.exit_code == 0
    assert result.stdout.startswith("KIỂM TRA MÁY VÀ SỔ PHÁT HÀNH\n\n")
    assert result.stdout.endswith("\n\nKhông có gì sai.\n")
    assert {"runbook", "Python", "click", "ics", "networkx", "pendulum", "tabulate", "SQLite"} < set(found)
    assert found["SQLite"].startswith(f"{sqlite3.sqlite_version}: ")
    assert found["Sổ phát hành"].startswith("runbook.sqlite (")
    assert found["Kiểm tra sổ"] == "tốt: tệp lành, nhật ký không bị sửa, các bảng khớp với nhật ký"
    assert found["Sự kiện"] == "le: 2 bản phát hành"


@pytest.mark.usefixtures("desk")
def test_the_doctor_counts_what_was_told_of_progress_before_any_release_too() -> None:
    done(run("done", "le.yaml", "A", "--now", "20/11/2024 08:00"))
    assert items(run("doctor", columns=200).stdout)["Sự kiện"] == "le: 0 bản phát hành; 1 dòng tiến độ"


@pytest.mark.parametrize("columns", [40, 60, 100])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_doctor_fits_the_terminal_and_leaves_nothing_out(columns: int, language: str, desk: Workspace) -> None:
    text = done(run("doctor", columns=columns, language=language)).stdout
    assert max(map(columns_of, text.splitlines())) <= columns
    assert [name for name in ("runbook", "Python", "click", "SQLite") if name not in text] == []


def test_without_a_store_nothing_is_wrong_and_none_is_begun(desk: Workspace) -> None:
    result = run("doctor", columns=200)
    assert (result.exit_code, items(result.stdout)["Sổ phát hành"]) == (
        0,
        "chưa có (runbook.sqlite); được lập khi phát hành lần đầu",
    )
    assert list(files(".")) == ["le.yaml"]


def test_the_doctor_finds_what_another_hand_changed(desk: Workspace) -> None:
    desk.release(CEREMONY)
    with sqlite3.connect("runbook.sqlite") as connection:
        connection.execute("UPDATE release SET number = 7")
    connection.close()
    result = run("doctor", columns=200)
    assert (result.exit_code, items(result.stdout)["Kiểm tra sổ"]) == (1, "!!bảng release không khớp với nhật ký")
    assert result.stdout.endswith("\n1 điều cần sửa, đánh dấu !!\n")


def test_a_store_of_another_program_is_wrong(desk: Workspace) -> None:
    Path("runbook.sqlite").write_text("ghi chép")
    result = run("doctor", columns=300)
    assert (result.exit_code, items(result.stdout)["Sổ phát hành"]) == (
        1,
        "!!“runbook.sqlite” không phải là sổ phát hành của runbook, hoặc đã hỏng ngay đầu tệp; để nguyên. "
        "Chọn tệp khác, hoặc khôi phục từ bản sao: runbook restore BẢN_SAO",
    )


def test_a_terminal_that_knows_no_vietnamese_is_told(tmp_path: Path) -> None:
    text = process(
        "doctor", folder=tmp_path, PYTHONIOENCODING="ascii", RUNBOOK_LANG="vi", COLUMNS="150"
    ).stdout.decode()
    assert "ascii: khong hien duoc tieng Viet, se in khong dau" in text


def test_a_backup_brings_everything_back(desk: Workspace) -> None:
    desk.release(CEREMONY)
    history, built = run("history").stdout, desk.built()
    assert run("backup", "sao luu.sqlite").stdout == (
        "Đã sao sổ phát hành sang sao luu.sqlite: 1 dòng nhật ký, đã kiểm tra. Khi cần:\n"
        '  runbook restore "sao luu.sqlite"\n'
    )
    desk.release(LONGER, SECOND)
    lines = run("restore", "sao luu.sqlite").stdout.splitlines()
    assert lines[0] == "Đã khôi phục runbook.sqlite từ sao luu.sqlite: 1 dòng nhật ký, đã kiểm tra."
    kept, aside = " ".join(lines[1:]).split(":")
    assert kept == "Sổ trước đó được giữ ở"
    assert run("history", "--store", aside.strip()).stdout.splitlines()[5].startswith("2 ")
    desk.write(CEREMONY)
    assert (run("history").stdout, desk.built()) == (history, built)


def test_a_lost_store_is_brought_back_into_an_empty_place(desk: Workspace) -> None:
    desk.release(CEREMONY)
    done(run("backup", "sao.sqlite"))
    history = run("history").stdout
    for path in Path().glob("runbook.sqlite*"):
        path.unlink()
    assert done(run("restore", "sao.sqlite", language="en")).stdout == (
        "runbook.sqlite was brought back from sao.sqlite: rows of the journal: 1, checked.\n"
    )
    assert run("history").stdout == history


@pytest.mark.parametrize(
    ("left", "told"),
    [
        (
            b"",
            "Lỗi: sổ phát hành “runbook.sqlite” bị hỏng (0 B); khôi phục từ bản sao: runbook restore BẢN_SAO",
        ),
        (
            b"\0" * 4096,
            "Lỗi: “runbook.sqlite” không phải là sổ phát hành của runbook, hoặc đã hỏng ngay đầu tệp; để nguyên. "
            "Chọn tệp khác, hoặc khôi phục từ bản sao: runbook restore BẢN_SAO",
        ),
    ],
)
def test_a_store_that_lost_its_beginning_is_told_and_brought_back(left: bytes, told: str, desk: Workspace) -> None:
    desk.release(CEREMONY)
    done(run("backup", "sao.sqlite"))
    history = run("history").stdout
    Path("runbook.sqlite").write_bytes(left)
    result = run("release", "le.yaml", "-m", "Lý do", columns=300)
    assert (result.exit_code, result.stdout, result.stderr.rstrip()) == (1, "", told)
    assert Path("runbook.sqlite").read_bytes() == left
    restored = done(run("restore", "sao.sqlite", columns=300)).stdout
    assert Path(restored.rpartition(": ")[2].strip()).read_bytes() == left
    assert run("history").stdout == history


def test_a_file_that_is_no_store_is_to_be_moved_away_first(desk: Workspace) -> None:
    desk.release(CEREMONY)
    done(run("backup", "sao.sqlite"))
    result = run("restore", "sao.sqlite", "--store", "le.yaml", columns=300)
    assert (result.exit_code, result.stderr) == (
        1,
        "Lỗi: “le.yaml” không phải là sổ phát hành của runbook; để nguyên. Nếu muốn khôi phục vào đó, "
        "chuyển tệp này sang chỗ khác trước.\n",
    )
    assert Path("le.yaml").read_text("utf-8") == CEREMONY


def test_a_backup_that_is_not_there_is_told(desk: Workspace) -> None:
    result = run("restore", "nope.sqlite")
    assert (result.exit_code, result.stderr) == (1, "Lỗi: không tìm thấy “nope.sqlite”.\n")


def test_an_empty_backup_is_told(desk: Workspace) -> None:
    Path("sao.sqlite").touch()
    result = run("restore", "sao.sqlite")
    assert (result.exit_code, result.stderr) == (1, "Lỗi: “sao.sqlite” không đáng tin (0 B); để nguyên.\n")


def test_a_store_is_copied_from_and_to_wherever_it_is_named(desk: Workspace) -> None:
    Path("so").mkdir()
    Path("moi").mkdir()
    done(run("release", "le.yaml", "-m", "Lý do", "--store", "so"))
    done(run("backup", "sao.sqlite", "--store", "so"))
    done(run("restore", "sao.sqlite", "--store", "moi"))
    assert run("history", "--store", "moi").stdout == run("history", "--store", "so").stdout
    assert not Path("runbook.sqlite").exists()


def test_a_damaged_backup_is_not_restored(desk: Workspace) -> None:
    desk.release(CEREMONY)
    done(run("backup", "sao.sqlite"))
    with sqlite3.connect("sao.sqlite") as connection:
        connection.execute("UPDATE release SET number = 7")
    connection.close()
    before = Path("runbook.sqlite").read_bytes()
    result = run("restore", "sao.sqlite")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Lỗi: “sao.sqlite” không đáng tin (")
    assert Path("runbook.sqlite").read_bytes() == before
