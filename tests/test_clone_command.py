"""A cloned file on the disk: where it is written, in which bytes, and what is refused."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from runbook.commands.cloning import clone
from runbook.commands.opening import FaultyError, refusal
from runbook.files import UnusableError
from runbook.render.terminal import Screen
from runbook.reports.wanted import UnclearError

TEXT = """\
ceremony: le-2024   # mã
title: Lễ kỷ niệm 70 năm
date: 22/11/2024
hours: 08:30-10:30
agencies: {a: Cơ quan A}
tasks: {E: {title: Họp, lead: a, work: 1d}}
"""
NEW = TEXT.replace("le-2024", "le-2025").replace("22/11/2024", "21/11/2025")
TOLD = """\
Đã tạo {path}: ngày N từ T6 22/11/2024 sang T6 21/11/2025. Xem những chỗ dưới đây rồi chạy:
  runbook check {path}

KẾ HOẠCH MỚI
  - T6 21/11/2025: kịp khai mạc, dự trữ 0. Kế hoạch cũ, T6 22/11/2024: kịp khai mạc, dự trữ 0.

CHỮ CÓ NÊU NGÀY, NĂM (chưa sửa; gợi ý đứng sau mũi tên)
  - dòng 2, title: 70 năm → 71 năm

ĐÃ SỬA TRONG TỆP
  - dòng 1, ceremony: le-2024 → le-2025, nên mọi mục trên lịch là mục mới
  - dòng 3, date: T6 22/11/2024 → T6 21/11/2025
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("le.yaml")
    path.write_bytes(TEXT.encode())
    return path


@pytest.mark.parametrize("to", ["2025-11-21", "21/11/2025"])
def test_the_new_file_stands_beside_the_old_under_its_id(file: Path, to: str) -> None:
    assert clone(file, to, None, Screen(200), "vi") == TOLD.format(path="le-2025.yaml")
    assert (Path("le-2025.yaml").read_text("utf-8"), file.read_text("utf-8")) == (NEW, TEXT)


def test_the_new_file_goes_where_it_is_told(file: Path) -> None:
    assert clone(file, "2025-11-21", Path("moi.yaml"), Screen(200), "vi") == TOLD.format(path="moi.yaml")
    assert sorted(path.name for path in Path().iterdir()) == ["le.yaml", "moi.yaml"]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_the_encoding_and_its_mark_are_kept(file: Path, mark: bytes, encoding: str) -> None:
    file.write_bytes(mark + TEXT.replace("\n", "\r\n").encode(encoding))
    clone(file, "2025-11-21", None, Screen(80), "en")
    assert Path("le-2025.yaml").read_bytes() == mark + NEW.replace("\n", "\r\n").encode(encoding)


@pytest.mark.parametrize(
    ("to", "output", "error", "said"),
    [
        ("mai", None, UnclearError, "Error: “mai” is not a day; write 22/11/2024 or 2024-11-22"),
        ("2300-01-01", None, UnclearError, "Error: “2300-01-01” is not a day; write 22/11/2024 or 2024-11-22"),
        ("22/11/2024", None, UnclearError, "Error: Fri 22/11/2024 is day N of this file already"),
        ("2025-11-21", "le.yaml", UnusableError, "Error: “le.yaml” exists already and is not overwritten."),
        ("2025-11-21", "none/le.yaml", UnusableError, "Error: “le.yaml” cannot be written: there is no folder “none”."),
    ],
)
def test_a_mistake_writes_nothing_and_says_what_it_is(
    file: Path, to: str, output: str | None, error: type[Exception], said: str
) -> None:
    with pytest.raises(error) as caught:
        clone(file, to, Path(output) if output else None, Screen(80), "en")
    assert refusal(caught.value, "en")[0].startswith(said)
    assert [(path.name, path.read_text("utf-8")) for path in Path().iterdir()] == [("le.yaml", TEXT)]


def test_a_file_with_errors_is_told_and_not_cloned(file: Path) -> None:
    file.write_text(TEXT.replace("lead: a", "lead: b"), "utf-8")
    with pytest.raises(FaultyError):
        clone(file, "2025-11-21", None, Screen(80), "en")
    assert [path.name for path in Path().iterdir()] == ["le.yaml"]


def test_a_holiday_table_that_stays_behind_is_told(file: Path) -> None:
    own = "worktime: {office: {hours: [08:00-12:00], holidays: nghi.csv}}\n"
    file.write_text(TEXT + own, "utf-8")
    Path("nghi.csv").write_text("day\n20/11/2024\n", "utf-8")
    Path("khac").mkdir()
    assert "  - line 7: There are no holidays “nghi.csv”.\n" in clone(
        file, "2025-11-21", Path("khac/le.yaml"), Screen(200), "en"
    )
    assert "There are no holidays" not in clone(file, "2025-11-21", None, Screen(200), "en")
