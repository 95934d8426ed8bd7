"""The day by commands: presses recorded, the day told once, sheets revised, planned against actual afterwards."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from runbook.commands.pressing import presses_in
from runbook.files import load
from runbook.render.terminal import columns_of
from runbook.store import open_store
from tests.staged import FILE, SHOW, in_folder
from tests.workspace import run

MORNING = (
    "start --at 08:37",
    "start p2 --at 08:47:20",
    "add --minutes 2 --at 08:50",
    "start p3 --at 09:10",
    "sheet --at 09:12",
)
REST = (
    "hold --at 09:15",
    "resume --at 09:17",
    "finish --at 09:31",
    "start --at 09:32",
    "start --at 09:50",
    "start --at 09:58",
    "skip p7 --at 10:25",
    "start --at 10:29",
    "finish --at 10:33",
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    in_folder()


def cue(*told: str, code: int = 0, language: str = "vi") -> str:
    """What the last of these commands says."""
    for words in told:
        result = run("cue", FILE, *words.split(), language=language, columns=80)
    assert result.exit_code == code, result.output
    return str(result.output)


def said(name: str, *words: str, code: int = 0, language: str = "vi") -> str:
    result = run(name, FILE, *words, language=language, columns=80)
    assert result.exit_code == code, result.output
    return str(result.output)


def kept() -> list[tuple[str, str, int]]:
    with open_store("runbook.sqlite") as store:
        return [(one.what.value, one.cue, one.seconds or one.undoes) for one in presses_in(store, "le")]


def test_a_cue_is_recorded_and_says_what_follows() -> None:
    assert (
        cue("start --at 08:37")
        == """\
Đã ghi dòng 1: bắt đầu p1 Giới thiệu đại biểu lúc 08:37:00.
ĐANG DIỄN RA: p1 Giới thiệu đại biểu
Xong dự kiến 10h30 · bế mạc 10h30 · đúng giờ
"""
    )
    assert cue("add --minutes 5 --at 08:38", language="en").splitlines()[-1] == (
        "Expected end 10:33 · closing 10:30 · 3 min OVER"
    )
    cue("undo --at 08:39", "keep p6 --at 08:40", "start p2 --at 08:47:20")
    assert kept() == [("start", "p1", 0), ("add", "p1", 300), ("undo", "", 2), ("keep", "p6", 0), ("start", "p2", 0)]


def test_items_are_called_by_id_or_title_and_begin_shortened_as_agreed() -> None:
    cue(*MORNING)
    result = run("cue", FILE, "start", "công bố quyết định khen thưởng", "--at", "09:50")
    assert result.exit_code == 0, result.output
    assert "rút 6 phút" in cue("start p6 --at 09:58")
    assert kept()[-2:] == [("start", "p5", 0), ("start", "p6", -360)]


def test_the_same_command_again_is_told_and_recorded_once() -> None:
    cue("start --at 08:37")
    assert cue("start --at 08:37").startswith("Đã ghi từ trước (dòng 1, thu-ky): bắt đầu p1")
    assert cue("start p1 --at 08:37").startswith("Đã ghi từ trước")
    cue("add --minutes 5 --at 08:38 --key a", "add --minutes 5 --at 08:39", "add --minutes 5 --at 08:38 --key a")
    assert kept() == [("start", "p1", 0), ("add", "p1", 300), ("add", "p1", 300)]
    assert "khóa a đã dùng cho lệnh khác (dòng 2)" in cue("hold --key a --at 08:40", code=1)


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ("finish p2 --at 08:40", 1, "p2 Báo cáo tóm tắt chưa bắt đầu."),
        ("start p1 --at 08:40", 1, "p1 Giới thiệu đại biểu đã bắt đầu lúc 08h37."),
        ("resume --at 08:40", 1, "Không tạm dừng"),
        ("undo --line 7 --at 08:40", 1, "Không có lệnh nào như thế để hủy."),
        ("undo --line x", 2, "“x” không phải là số dòng."),
        ("add --at 08:40", 2, "nêu --minutes"),
        ("add --minutes 700", 2, "nêu --minutes"),
        ("skip p77", 2, "chương trình không có mục “p77”; có: p1, p2"),
        ("skip A", 2, "chương trình không có mục “A”"),
        ("jump", 2, "start, finish, skip"),
        ("start --at 25:00", 2, "25:00"),
        ("start --at 22/11/2999", 2, "2999"),
        ("start p2 --at 08:40 --now 22/11/2024T08:30", 1, "Lệnh cho lúc 08h40, sau bây giờ."),
    ],
)
def test_a_cue_that_means_nothing_says_why_and_records_nothing(words: str, code: int, why: str) -> None:
    cue("start --at 08:37")
    assert why in " ".join(cue(words, code=code).split())
    assert kept() == [("start", "p1", 0)]


def test_what_later_lines_rest_on_is_not_taken_back_before_them() -> None:
    cue("start --at 08:37", "hold --at 08:40", "resume --at 08:45", "start --at 08:52")
    told = cue("undo --line 2 --at 08:53", code=1)
    assert "Dòng 3 dựa vào lệnh ấy; hủy dòng 3 trước." in " ".join(told.split())
    assert "ĐANG DIỄN RA: p2" in cue("undo --line 3 --at 08:53")  # it went on at 08:52 then, with the next item
    assert "ĐANG DIỄN RA: p2" in cue("undo --line 2 --at 08:54")


def test_what_means_nothing_begins_no_store() -> None:
    cue("finish --at 08:40", code=1)
    assert not Path("runbook.sqlite").exists()


def test_after_midnight_belongs_to_the_night_of_the_day() -> None:
    Path(FILE).write_text(SHOW.replace("08:30-10:30", "22:30-00:30"), encoding="utf-8")
    cue("start --at 22:37", "start p2 --at 00:01:30")
    assert "Thực" in said("debrief")
    found = json.loads(said("debrief", "--json"))["items"]
    assert [one["start"] for one in found[:2]] == ["2024-11-22T22:37+07:00", "2024-11-23T00:02+07:00"]


def test_the_day_is_told_once_where_nobody_sits_before_it() -> None:
    cue(*MORNING)
    text = said("live", "--now", "22/11/2024 09:12")
    assert text == said("live", "--once", "--now", "22/11/2024 09:12")
    lines = text.splitlines()
    assert lines[lines.index("09:12:00") :][:5] == [
        "09:12:00",
        "Xong dự kiến 10h31 · bế mạc 10h30 · MUỘN 1 phút",
        "",
        "ĐANG DIỄN RA: p3 Chiếu phóng sự",
        "CÒN LẠI 13:00",
    ]
    assert "ON NOW: p3" in said("live", "--now", "22/11/2024 09:12", language="en")


def test_the_day_is_told_to_programs() -> None:
    cue(*MORNING, "add p4 --minutes -5 --at 09:12")
    found = json.loads(said("live", "--json", "--now", "22/11/2024 09:12"))
    assert (found["running"], found["line"], found["over"], found["held_since"]) == ("p3", 6, 29, None)
    assert found["end"] == "2024-11-22T10:30:29+07:00"
    assert found["next"] == {"so-vhtt": "p4", "so-noi-vu": "p5", "cong-an": "p6"}
    assert found["savings"][0] == {"item": "p6", "least": 1800, "who": "Sở Nội vụ", "how": "Gộp lượt 5 và 6"}
    items = {one.pop("id"): one for one in found["items"]}
    assert items["p4"] == {
        "title": "Lãnh đạo thành phố phát biểu và giao nhiệm vụ cho các cơ quan",
        "planned_start": "2024-11-22T09:15:00+07:00",
        "start": "2024-11-22T09:25:00+07:00",
        "end": "2024-11-22T09:45:00+07:00",
        "begun": False,
        "over": False,
        "skipped": False,
        "kept": False,
        "added": -300,
        "held": 0,
        "saved": 0,
        "to_be_dropped": False,
    }


def test_a_file_without_a_programme_is_refused() -> None:
    Path(FILE).write_text(SHOW.split("programme:")[0], encoding="utf-8")
    for command in ("live", "cue"):
        assert "không có chương trình" in said(command, *(("start",) if command == "cue" else ()), code=1)


def test_a_revised_sheet_has_planned_and_expected_side_by_side() -> None:
    before = said("show")
    cue(*MORNING)
    text = said("show")
    assert "Bản sửa lúc 09h12, lần 1" in text
    assert max(columns_of(line) for line in text.splitlines()) <= 80
    rows = [line.split()[:5] for line in text.splitlines() if line[:1].isdecimal()]
    assert rows == [
        ["1", "08h30", "08h37", "08h47", "+7"],
        ["2", "08h40", "08h47", "09h10", "+7"],
        ["3", "09h00", "09h10", "09h25", "+10"],
        ["4", "09h15", "09h25", "09h50", "+10"],
        ["5", "09h40", "09h50", "09h56", "+10"],
        ["6", "09h46", "09h56", "10h26", "+10"],
        ["7", "10h22", "–", "–", "Chụp"],
        ["8", "10h25", "10h26", "10h31", "+1"],
    ]
    cue("undo --line 4 --at 09:13")
    assert "Dự kiến lúc 09h13, sau bản sửa lần 1" in said("show")
    cue("sheet --at 09:14")
    assert "Bản sửa lúc 09h14, lần 2" in said("show")
    assert "Expected at 09:20, after revised sheet 2" in said("show", "--now", "22/11/2024 09:20", language="en")
    assert before != text
    assert Path(FILE).read_text(encoding="utf-8") == SHOW


@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_the_run_of_show_that_is_exported_is_the_revised_one(ending: str) -> None:
    cue(*MORNING)
    said("export", f"x{ending}", "--what", "show")
    data = Path(f"x{ending}").read_bytes()
    if ending == ".html":
        assert "Bản sửa lúc 09h12, lần 1" in data.decode()
    said("export", f"again{ending}", "--what", "show")
    assert Path(f"again{ending}").read_bytes() == data  # the clock is not read


def test_planned_against_actual_item_by_item() -> None:
    cue(*MORNING, *REST)
    text = said("debrief")
    assert "Kết thúc 10h33, bế mạc theo kế hoạch 10h30: MUỘN 3 phút." in text
    assert max(columns_of(line) for line in text.splitlines()) <= 80
    rows = {line.split()[0]: line.split() for line in text.splitlines() if line.startswith("p")}
    assert rows["p3"][4:] == ["09h00", "09h10", "+10'", "15'", "19'", "+4'", "tạm", "dừng", "2"]
    lessons = text.split("THỜI LƯỢNG NÊN GHI LẦN SAU (dán vào tệp)\n")[1]
    assert lessons.split("\n# ")[1] == (
        "p3 Chiếu phóng sự: kế hoạch 15', thực tế 19'\n    length: 19m\n    range: 15m..19m"
    )
    assert "# p6" not in lessons  # shortened by agreement: what it would have taken nobody saw
    assert "# p7" not in lessons


def test_lessons_can_be_pasted_into_the_file() -> None:
    cue(*MORNING, *REST)
    text = SHOW
    for one in json.loads(said("debrief", "--json"))["items"]:
        if one["suggested"]:
            old = next(line for line in SHOW.splitlines() if f"id: {one['id']}," in line)
            text = text.replace(old, old.replace(f"length: {one['planned_minutes']}m", ", ".join(one["suggested"])))
    Path(FILE).write_text(text, encoding="utf-8")
    found = load(Path(FILE)).ceremony
    assert found is not None
    assert {task.id: (task.minutes, task.range) for task in found.tasks if task.range} == {
        "p2": (23, (20, 23)),
        "p3": (19, (15, 19)),
        "p4": (18, (18, 25)),
        "p5": (8, (6, 8)),
        "p8": (4, (4, 5)),
    }


def test_tasks_are_compared_in_their_own_working_time() -> None:
    run("start", FILE, "A", "--at", "18/11/2024 08:00", "--now", "21/11/2024 08:00")
    run("done", FILE, "A", "--at", "20/11/2024 12:00", "--now", "21/11/2024 08:00")
    text = said("debrief")
    assert "work: 2.5d\n    range: 1d..2.5d" in text
    assert "CHƯƠNG TRÌNH" not in text
    (task,) = json.loads(said("debrief", "--json"))["tasks"]
    assert (task["planned_minutes"], task["minutes"], task["off"]) == (480, 1200, 720)


def test_what_comes_to_the_planned_duration_when_it_is_rounded_teaches_nothing() -> None:
    Path(FILE).write_text(SHOW.replace("work: 1d", "work: 0.5d"), encoding="utf-8")
    run("start", FILE, "A", "--at", "18/11/2024 08:00", "--now", "21/11/2024 08:00")
    run("done", FILE, "A", "--at", "18/11/2024 11:34", "--now", "21/11/2024 08:00")
    (task,) = json.loads(said("debrief", "--json"))["tasks"]
    assert (task["planned_minutes"], task["minutes"], task["suggested"]) == (240, 214, None)


def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Path("x.csv").read_bytes().decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_takes_the_comparison_and_runs_nothing_of_it() -> None:
    Path(FILE).write_text(SHOW.replace("Giới thiệu đại biểu", "=HYPERLINK(1)"), encoding="utf-8")
    cue(*MORNING, *REST)
    said("debrief", "--output", "x.csv")
    rows: list[dict[str, Any]] = [dict(row) for row in table()]
    assert rows[0]["Nội dung"] == "'=HYPERLINK(1)"
    assert [row["Lệch dài (phút)"] for row in rows] == ["0", "3", "4", "-7", "2", "-5", "", "-1"]
    assert rows[2]["Bắt đầu thực tế"] == "2024-11-22T09:10"
    assert rows[2]["Nên ghi lần sau"] == "length: 19m, range: 15m..19m"
    assert rows[2]["Ai ghi"] == "thu-ky"
    said("debrief", "--output", "x.csv")  # its own may be written over
    Path("own.csv").write_text("a,b\n", encoding="utf-8")
    assert "own.csv" in said("debrief", "--output", "own.csv", code=1)
    assert "x.txt" in said("debrief", "--output", "x.txt", code=2)


def test_the_log_tells_every_press_of_the_day() -> None:
    cue(*MORNING, "undo --line 3 --at 09:13")
    told = said("log", language="en").split("WHAT WAS PRESSED\n")[1]
    lines = [line for line in told.splitlines() if "thu-ky" in line]
    assert [line[:29] for line in lines] == [
        "   1     08:37:00  thu-ky  p1",
        "   2     08:47:20  thu-ky  p2",
        "×  3     08:50:00  thu-ky  p2",
        "   4     09:10:00  thu-ky  p3",
        "   5     09:12:00  thu-ky    ",
        "   6     09:13:00  thu-ky    ",
    ]
    assert "PRESSED" not in said("log", "--task", "A", language="en")


def test_an_item_that_waits_for_its_hour_is_begun_by_naming_it() -> None:
    assert "chưa đến giờ. Vẫn bắt đầu thì nêu tên mục." in " ".join(cue("start --at 08:20", code=1).split())
    cue("start p1 --at 08:20")


def test_where_nothing_happened_there_is_nothing_to_compare() -> None:
    assert "chưa có gì để đối chiếu" in " ".join(said("debrief", code=1).split())
