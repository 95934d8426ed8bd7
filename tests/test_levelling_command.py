"""`--level` as people use it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from runbook.files import load
from runbook.render.levelled_text import within
from runbook.render.terminal import Screen
from runbook.reports.levelled import Within
from runbook.schedule import plan
from tests.reading import HEAD

TEXT = (
    HEAD
    + """
resources: {hall: {name: Hội trường}}
tasks:
  a: {title: Trang trí, lead: van-phong, work: 1d, uses: hall}
  b: {title: Âm thanh, lead: cong-an, work: 1d, uses: hall}
  c: {title: Tập, lead: van-phong, work: 4h, after: b}
"""
)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("le.yaml")
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*words: str, lang: str = "vi") -> tuple[int, str, str]:
    env = {"RUNBOOK_LANG": lang, "COLUMNS": "80", "NO_COLOR": "1"}
    result = CliRunner(env=env).invoke(cli.runbook, words, prog_name="runbook")
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.usefixtures("file")
def test_the_plan_tells_what_moved_for_want_of_what_and_how_to_keep_it() -> None:
    code, text, _ = run("plan", "le.yaml", "--level")
    assert code == 0
    assert text[text.index("XẾP TRONG") :] == (
        "XẾP TRONG GIỚI HẠN NGUỒN LỰC\n"
        "1 việc dời chỗ. Không cách xếp nào ít chậm hạn hơn, rồi xong sớm hơn (đã chứng\nminh).\n\n"
        "Mã  Nội dung công việc  Trước         Nay           Vì sao\n"
        "--  ------------------  ------------  ------------  ----------------------------\n"
        "a   Trang trí           T2 18/11      T3 19/11      chờ Hội trường (b đang dùng)\n"
        "                        08h00         08h00\n\n"
        "Tệp chưa đổi. Giữ cách xếp này: xuất ra tệp mới (không còn các dòng #) bằng\n"
        "runbook export … .yaml --level rồi phát hành tệp ấy; hoặc ghi vào tệp (thử trước\nbằng --set):\n"
        "  a.not_before=19/11/2024 08:00\n"
    )
    assert run("plan", "le.yaml", "--level")[1] == text
    assert "No task had to move" in run("plan", "le.yaml", "--level", "--set", "b.uses=", lang="en")[1]


def test_what_is_left_is_pointed_to_as_it_would_be_typed() -> None:
    found = Within((), "", 2, ())
    told = within(found, "lễ kỷ niệm.yaml", Screen(80), "en")
    assert told.splitlines()[-1].strip().endswith('runbook clashes "lễ kỷ niệm.yaml"')


@pytest.mark.usefixtures("file")
def test_every_planning_command_goes_by_the_levelled_dates() -> None:
    kept = ("--set", "a.not_before=19/11/2024 08:00")
    for words in (("timeline", "le.yaml"), ("sheet", "le.yaml", "--date", "19/11/2024"), ("load", "le.yaml")):
        levelled, pinned = run(*words, "--level")[1], run(*words, *kept)[1]
        assert levelled.split("\nXẾP TRONG")[0] == pinned.split("\nSO VỚI KHI")[0]


def test_an_exported_file_keeps_the_levelled_plan(file: Path) -> None:
    assert run("export", "le.yaml", "giu.yaml", "--level")[0] == 0
    found, pinned = load(Path("giu.yaml")).ceremony, load(file, ["a.not_before=19/11/2024 08:00"]).ceremony
    assert found is not None
    assert pinned is not None
    assert {name: row.start for name, row in plan(found).rows.items()} == {
        name: row.start for name, row in plan(pinned).rows.items()
    }
    assert run("clashes", "giu.yaml")[0] == 0
    assert run("clashes", "le.yaml")[0] == 1


@pytest.mark.usefixtures("file")
def test_seconds_are_a_number() -> None:
    code, _, said = run("plan", "le.yaml", "--seconds", "nhanh")
    assert (code, said.splitlines()[0]) == (2, "Lỗi: “nhanh” không phải là số giây; viết như 10 hoặc 0.5.")
    assert run("plan", "le.yaml", "--seconds", "0.2")[1] == run("plan", "le.yaml", "--level")[1]


HARD = """
ceremony: le-kho
title: Lễ khó
date: 06/12/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
resources: {hall: {name: Hội trường, capacity: 4}}
agencies: {a: A}
tasks:
  t1: {title: T1, lead: a, work: 4d, uses: 3 hall}
  t2: {title: T2, lead: a, work: 3d, uses: 2 hall}
  t3: {title: T3, lead: a, work: 2d, uses: 2 hall, after: t1}
  t4: {title: T4, lead: a, work: 3d, uses: hall}
  t5: {title: T5, lead: a, work: 2d, uses: 3 hall, after: t4}
  t6: {title: T6, lead: a, work: 1d, uses: 2 hall, after: t2}
"""


def test_a_proof_without_the_library_says_how_to_get_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text(HARD, encoding="utf-8")
    for name in ("ortools", "ortools.sat", "ortools.sat.python"):
        monkeypatch.setitem(sys.modules, name, None)
    assert run("plan", "le.yaml", "--prove") == (1, "", 'Lỗi: Chưa cài OR-Tools: pip install "runbook[exact]".\n')


@pytest.mark.usefixtures("file")
@pytest.mark.parametrize("words", [("dates", "le.yaml"), ("release", "le.yaml", "-m", "x")])
def test_commands_that_go_by_the_file_say_how_to_level_it(words: tuple[str, ...]) -> None:
    code, _, told = run(*words, "--level", lang="en")
    assert code == 2
    assert "this command goes by the file and has no --level. Keep the levelled plan in a new file first" in told
