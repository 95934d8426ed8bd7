"""`risk` and its drawings, as people ask for them."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from runbook.render.drawing.chances import chances
from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.paper import DONE, WHITE
from runbook.render.drawing.scene import Rect, Scene, Text
from runbook.render.drawing.tornado import tornado
from runbook.render.terminal import columns_of
from runbook.reports.risk import swing_rows
from runbook.risk import Prospect, Trial
from runbook.risk.histogram import bars
from runbook.schedule import plan
from runbook.tracking.vantage import vantage
from tests import reading
from tests.campaigns import YEAR
from tests.drawings import box, texts
from tests.paper import pages_of
from tests.progressed import FILE, SMALL, at, conference, told
from tests.workspace import done, run

UNSURE = SMALL.replace("work: 2d, after: A", "work: 2d, after: A, range: 1d..4d")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(FILE).write_text(UNSURE, encoding="utf-8")


def risk(*words: str, language: str = "vi", columns: int = 80) -> str:
    return str(done(run("risk", FILE, *words, language=language, columns=columns)).output)


def test_the_whole_answer_in_both_languages() -> None:
    """Whole values: the words of the stream that durations are drawn from are the same in every version of numpy."""
    spoken = risk("--samples", "2000", "--seed", "3")
    assert spoken.split("\n\n")[2:4] == [
        "Tính từ T2 18/11 08h00; 2.000 lần thử, số gốc (seed) 3.\n"
        "Thời lượng rút ngẫu nhiên của 6 việc: 1 việc theo khoảng ghi trong tệp (range),\n"
        "5 việc từ 80 % đến 150 % thời lượng dự kiến (mặc định). Mốc, giờ cố định, việc\n"
        "trong ngày và chương trình không đổi.",
        OPENING_VI,
    ]
    english = risk("--samples", "2000", "--seed", "3", language="en")
    assert english.split("\n\n")[3] == OPENING_EN


OPENING_VI = """\
Khả năng chuẩn bị xong kịp khai mạc T6 22/11/2024: 67 %.
Quyết định nhất: B Phương án bảo vệ (Công an), bắt đầu được từ T3 19/11 08h00,
  đừng để muộn hơn. Nếu chỉ mất 1 ngày (nhanh nhất) thì khả năng là 100 %.
Cả B, A, E đều nhanh nhất: 100 %.
Ngày đầu tiên của khoảng ngày đạt từ 80 %: T7 23/11/2024 (98 %)."""
OPENING_EN = """\
The chance of being ready for the opening, Fri 22/11/2024: 67 %.
What decides it most: B Phương án bảo vệ (Công an), which can begin Tue 19/11
  08:00: no later. If it took only 1 d (at best), the chance would be 100 %.
With all of B, A, E at their best: 100 %.
The first day of the window with 80 % or more: Sat 23/11/2024 (98 %)."""


def test_the_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    assert risk() == risk("--seed", "1", "--samples", "10000", "--spread", "80%..150%")
    first, other = (json.loads(risk("--json", "--seed", seed)) for seed in ("1", "2"))
    assert first["opening"]["chance"] != other["opening"]["chance"]
    assert first["opening"]["chance"] == pytest.approx(other["opening"]["chance"], abs=0.03)


def test_nothing_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 132):
        for words in ((), ("--now", "20/11/2024 08:00"), ("--spread", "20%..900%")):
            assert max(map(columns_of, risk(*words, columns=width).splitlines())) <= width


def test_what_is_reported_moves_the_chances_and_the_default_is_the_users() -> None:
    def chance(*words: str) -> float:
        return float(json.loads(risk("--json", "--samples", "1000", *words))["opening"]["chance"])

    before = chance()
    at("18/11 17:30", "done", "A")
    at("19/11 08:00", "late", "B", "--work", "3d")
    assert json.loads(risk("--json", "--samples", "100"))["as_of"] == "2024-11-19T08:00+07:00"
    assert chance() < before < 1
    assert chance("--spread", "50%..100%") > chance("--spread", "100%..300%")


def test_the_film_reported_late_costs_the_day_as_the_forecast_says() -> None:
    conference()
    at("18/11 08:00", "done", "--as-planned")
    at("18/11 08:00", "start", "--as-planned")
    before = told("18/11 08:00", "risk", "--samples", "1000")
    at("18/11 08:00", "late", "D3", "--work", "2.5d")
    after = told("18/11 08:00", "risk", "--samples", "1000")
    assert before["opening"]["chance"] > 0 == after["opening"]["chance"]
    assert after["opening"]["in_hand"] == told("18/11 08:00", "forecast")["slack"] == -720
    assert after["worst"]["of"] is None
    assert after["worst"]["drivers"][0] == "D3"
    assert {one["day"]: one["chance"] for one in after["days"]}["2024-11-25"] < 0.2


def test_a_plan_that_nobody_knows_the_start_of_says_so() -> None:
    Path(FILE).write_text(UNSURE.replace("start: 18/11/2024 08:00\n", ""), encoding="utf-8")
    for words in (("risk", FILE), ("export", FILE, "x.svg", "--what", "risk")):
        refused = run(*words)
        assert (refused.exit_code, "tệp không có start" in refused.output) == (1, True)
    assert "Tính từ T2 18/11 08h00" in risk("--now", "18/11/2024 08:00")
    done(run("export", FILE, "x.svg", "--what", "risk", "--now", "18/11/2024 08:00"))


@pytest.mark.parametrize(
    "words",
    [
        *[("--spread", one) for one in ("80..150", "120%..150%", "80%..90%", "0%..100%", "80%", "80%..2000%")],
        *[("--samples", one) for one in ("", "99", "100001", "1e4", "-5", "١٠٠٠")],
        *[("--seed", one) for one in ("x", "-1", "1.5", "9" * 19, "9" * 5000)],
    ],
)
def test_options_that_mean_nothing_are_told(words: tuple[str, str]) -> None:
    refused = run("risk", FILE, *words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.startswith(f"Lỗi: {words[0]} phải là")


def test_without_numpy_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.split(".")[0] == "numpy" or one.startswith("runbook.risk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numpy", None)
    for words in (("risk", FILE), ("export", FILE, "x.pdf", "--what", "risk")):
        refused = run(*words)
        assert (refused.exit_code, "pip install 'runbook[fast]'" in refused.output) == (1, True)


def test_a_campaign_has_its_span_and_no_other_day() -> None:
    Path(FILE).write_text(YEAR, encoding="utf-8")
    found = json.loads(risk("--json", "--samples", "200", "--now", "01/08/2024 08:00"))
    assert (found["days"], found["opening"] is None) == ([], False)
    assert "Khả năng chuẩn bị xong kịp" in risk("--samples", "200", "--now", "01/08/2024 08:00")


def scenes(text: str, samples: int = 1_000) -> tuple[Scene, Scene]:
    ceremony = reading.ceremony(text)
    outlook = vantage(plan(ceremony), ())
    assert outlook is not None
    found, stamp = Prospect(outlook, Trial(samples=samples)), Stamp("vi", "UBND", "12/KH-UBND", "Dự thảo")
    shown = bars(found.readiness, outlook.planned.axis, 44) if found.readiness else ()
    return chances(found, shown, stamp), tornado(found, swing_rows(found, "vi"), stamp)


NAME = "Việc tên rất dài " * 9
LONG = (
    reading.HEAD
    + "tasks:\n"
    + "".join(
        f"  T{n}: {{title: {NAME}, lead: van-phong, work: {n + 1}d{f', after: T{n - 1}' if n else ''}}}\n"
        for n in range(22)
    )
)


@pytest.mark.parametrize("text", [UNSURE, LONG])
def test_every_text_of_the_drawings_is_large_enough_and_on_the_paper(text: str) -> None:
    for scene in scenes(text):
        assert min(one.size for one in texts(scene)) >= 7
        for one in scene.items:
            left, top, right, bottom = box(one)
            assert left >= 15
            assert top >= 5
            assert right <= scene.width - 5
            assert bottom <= scene.height - 5


def test_the_texts_of_the_drawings_do_not_lie_on_one_another() -> None:
    for text in (UNSURE, LONG):
        for scene in scenes(text):
            places = [(one.text, box(one)) for one in texts(scene)]
            for number, (name, one) in enumerate(places):
                for other_name, other in places[:number]:
                    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                    assert apart, (name, other_name)


def test_dark_bars_are_as_high_as_the_chance_and_the_quantiles_are_marked() -> None:
    scene, _ = scenes(UNSURE)
    said = {one.text for one in scene.items if isinstance(one, Text)}
    assert {"P50", "P80", "P90", "chậm nhất để kịp khai mạc"} <= said
    columns = [one for one in scene.items if isinstance(one, Rect) and one.stroke and one.width > 6.1]
    high = {fill: sum(one.height for one in columns if one.fill == fill) for fill in (DONE, WHITE)}
    chance = next(found for text in said if (found := re.search(r"khai mạc .*: (\d+) %\.", text)))
    assert high[DONE] / (high[DONE] + high[WHITE]) == pytest.approx(int(chance[1]) / 100, abs=0.01)


def test_the_drawings_are_files_of_every_kind() -> None:
    done(run("export", FILE, "r.svg", "--what", "risk"))
    first = Path("r-1.svg").read_text("utf-8")
    assert "NGÀY CHUẨN BỊ XONG" in first
    done(run("export", FILE, "r.pdf", "--what", "risk"))
    pages = pages_of(Path("r.pdf").read_bytes())
    assert len(pages) == 2
    assert Path("r-2.svg").read_text("utf-8").count("data-task") == 0


def test_a_change_and_another_day_are_tried() -> None:
    """Nothing is written; what was recorded counts in both."""
    quick = json.loads(risk("--samples", "200", "--json", "--set", "B.range=1d..2d"))
    assert [(one["least"], one["most"]) for one in quick["tasks"] if one["id"] == "B"] == [(480, 960)]
    assert json.loads(risk("--samples", "200", "--json", "--day", "29/11/2024"))["day"] == "2024-11-29"


def test_a_mistaken_option_is_told_before_what_the_file_lacks() -> None:
    Path(FILE).write_text(UNSURE.replace("start: 18/11/2024 08:00\n", ""), encoding="utf-8")
    assert run("risk", FILE, "--samples", "0").exit_code == 2
    assert run("risk", FILE).exit_code == 1
