"""Papers of a ceremony that is being run: what is done is marked, the plan's dates stay, the forecast is drawn."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.progressed import FILE, at, small
from tests.workspace import done, run


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small()


def told() -> None:
    """A done as planned, B runs and is late."""
    at("18/11 17:30", "start", "A", "--at", "8h")
    at("18/11 17:30", "done", "A")
    at("19/11 08:00", "start", "B")
    at("19/11 08:00", "late", "B", "--work", "2.5d")


def plan_of(*words: str) -> dict[str, str]:
    rows = json.loads(done(run("plan", FILE, *words, "--json")).stdout)["tasks"]
    return {row["id"]: row["finish"] for row in rows}


def test_progress_moves_no_date_of_the_plan_but_those_asked_for_as_of_now() -> None:
    before = plan_of()
    told()
    assert plan_of() == before
    assert plan_of("--now", "19/11/2024 08:00")["B"] == "2024-11-21T12:00+07:00"
    assert "theo tiến độ đã ghi" in at("19/11 08:00", "plan")


def test_sheets_and_timeline_show_what_is_done() -> None:
    plain = done(run("timeline", FILE)).output
    assert "×" not in plain
    told()
    shown = done(run("timeline", FILE)).output
    assert "× đã làm" in shown
    assert next(line for line in shown.splitlines() if "Lập danh sách" in line).split()[-1].startswith("×")
    sheet = done(run("sheet", FILE, "--date", "18/11/2024")).output
    assert re.search(r"^\[x\] +08h00 +A Lập danh sách", sheet, re.MULTILINE)
    assert re.search(r"^\[ \] +08h00 +C Trực cấp cứu", sheet, re.MULTILINE)


def test_pages_say_it_in_words_and_are_the_same_on_any_day() -> None:
    told()
    for number in (1, 2):
        done(run("export", FILE, f"{number}.html", "--what", "sheet", "--date", "18/11/2024"))
    page = Path("1.html").read_text("utf-8")
    assert page.count("ĐÃ XONG</span>") == 1
    assert Path("2.html").read_text("utf-8") == page


def test_the_gantt_of_the_forecast_has_ghosts_where_the_plan_was() -> None:
    told()
    done(run("export", FILE, "lech.svg", "--what", "drift"))
    drawn = Path("lech.svg").read_text("utf-8")
    bars = {name: float(x) for x, name in re.findall(r'<rect x="([\d.]+)"[^>]*data-task="(\w+)"', drawn)}
    ghosts = [float(x) for x in re.findall(r'<rect x="([\d.]+)" [^>]*height="0.75"[^>]*fill="#6e6e6e"', drawn)]
    assert len(ghosts) == 6 + 1  # every task but the programme's, and the sign in the legend
    assert bars["A"] in ghosts
    assert bars["E"] not in ghosts  # it waits for B
    assert "Theo bản gốc (kế hoạch trong tệp)" in drawn


def test_the_curve_is_drawn_up_to_now_and_on() -> None:
    told()
    done(run("export", FILE, "cong.svg", "--what", "curve"))
    drawn = Path("cong.svg").read_text("utf-8")
    assert drawn.count("<polyline") >= 3
    assert "Đến T3 19/11 08h00: kế hoạch" in drawn


@pytest.mark.parametrize("what", ["drift", "curve"])
def test_there_is_no_such_drawing_before_anything_is_reported(what: str) -> None:
    refused = run("export", FILE, "x.svg", "--what", what)
    assert (refused.exit_code, "chưa ghi tiến độ nào" in refused.output) == (1, True)


def test_a_whole_build_is_made_while_a_ceremony_runs() -> None:
    told()
    done(run("build", FILE, "--only", "pages,pictures,data", "--output", "out"))
    assert any("lech" in path.name or "drift" in path.name for path in Path("out").rglob("*.svg"))


def test_a_release_of_what_is_to_be_expected_tells_what_moved_and_nothing_of_what_is_over() -> None:
    done(run("release", FILE, "-m", "Bản đầu", "--at", "18/11/2024T08:00"))
    at("19/11 08:00", "done", "A", "C", "--at", "18/11 17:30")
    at("19/11 08:00", "received", "D", *(f"--from={one}" for one in ("ba-dinh", "tay-ho", "cau-giay")))
    at("19/11 08:00", "start", "B")
    now = ("--now", "19/11/2024 08:00", "--at", "19/11/2024T08:00")
    assert "Không có gì khác bản phát hành số 1" in done(run("release", FILE, "-m", "Vẫn vậy", *now)).output
    at("19/11 08:00", "late", "B", "--work", "2.5d")
    done(run("release", FILE, "-m", "B chậm", *now))
    told = done(run("diff", "1", "2", FILE, columns=200)).output
    assert "Dời từ T3 19/11 08h00 – T4 20/11 17h30 sang T3 19/11 08h00 – T5 21/11 12h00" in told
    assert {line.split()[0] for line in told.splitlines() if " Dời " in line} == {"B", "E"}
