"""A whole ceremony rehearsed: what it tells, what it leaves in its store, and what it does not touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from runbook.commands.pressing import presses_in
from runbook.commands.tracked import lines_in
from runbook.files import load
from runbook.live import Pressed, state_of
from runbook.live.programme import programme_of
from runbook.rehearsal import course
from runbook.risk import DEFAULT
from runbook.schedule import Schedule, plan
from runbook.store import open_store
from runbook.store.checking import faults
from runbook.tracking import Happened, progress_of
from tests.progressed import FILE, SMALL, small
from tests.shipped import ROOT
from tests.workspace import run

STORE = "tap.sqlite"
CONFERENCE, CAMPAIGN = (
    ROOT / "events" / f"{name}.yaml" for name in ("hoi-nghi-tong-ket-2024", "giai-phong-thu-do-2024")
)
# Every part of a ceremony, as the conference has them, in a few tasks: playing its 106 takes eight seconds.
PARTS = SMALL.replace(
    "programme:",
    """\
day:
  Y1: {title: Mở cửa hội trường, lead: van-phong, at: opening-1h, length: 30m}
  Y2: {title: Trực y tế, lead: so-y-te, at: opening-2h, length: 4h, after: C}
programme:""",
).replace(
    "length: 15m}",
    """length: 15m}
  - {id: p2, title: Báo cáo, lead: van-phong, length: 85m}
  - {id: p3, title: Chụp ảnh chung, lead: van-phong, length: 15m}
savings: [{item: p2, to: 75m, who: van-phong, how: Đọc tóm tắt}, {item: p3, how: Bỏ}]""",
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def rehearsed(*words: str, code: int = 0) -> str:
    result = run("rehearse", FILE, *words, columns=80)
    assert result.exit_code == code, result.output
    return str(result.output)


def planned() -> Schedule:
    found = load(Path(FILE)).ceremony
    assert found is not None
    return plan(found, None, None)


def test_a_small_ceremony_is_told_from_its_release_to_its_last_report() -> None:
    small()
    assert (
        rehearsed("--seed", "7", "--store", STORE)
        == """\
DIỄN TẬP, số gốc 7: Lễ thử
Đồng hồ là giả, độ nhanh chậm được rút ngẫu nhiên; mọi lệnh ghi vào tap.sqlite,
không đụng sổ thật.

T2 18/11/2024
  08h00 phát hành kế hoạch, bản 1
  08h00 bắt đầu A Lập danh sách khách; C Trực cấp cứu; D Nộp báo cáo
  13h43 Quận Ba Đình nộp D (1/3)
  15h15 sẽ chậm: A Lập danh sách khách (Văn phòng); còn 0,5 ngày công
  15h20 sẽ chậm: D Nộp báo cáo (Các quận); còn 2h30 công
  15h28 Quận Tây Hồ nộp D (2/3)
  16h35 xong C Trực cấp cứu

T3 19/11/2024
  08h18 Quận Cầu Giấy nộp D (3/3)
  09h42 xong A Lập danh sách khách
  09h42 bắt đầu B Phương án bảo vệ

T4 20/11/2024
  17h16 sẽ chậm: B Phương án bảo vệ (Công an); còn 4h30 công
         → Không kịp T6 22/11/2024: thiếu 16 phút. Dự kiến sớm nhất T7
            23/11/2024.

T5 21/11/2024
  11h56 xong B Phương án bảo vệ
         → Kịp tổ chức T6 22/11/2024, dự trữ 4 phút.
  11h56 bắt đầu E Tổng hợp báo cáo
  16h46 xong E Tổng hợp báo cáo

T6 22/11/2024
  08h30 bắt đầu p1 Chào cờ lúc 08:30:54. Xong dự kiến 08h46 · bế mạc
         10h30 · sớm 1h44
  08h44 kết thúc p1 Chào cờ lúc 08:44:10
  10h30 bắt đầu Q Báo cáo kết quả
  17h16 sẽ chậm: Q Báo cáo kết quả (Văn phòng); còn 3h30 công

T2 25/11/2024
  11h00 xong Q Báo cáo kết quả

Chuẩn bị 5 việc: 1 đúng hoặc sớm hơn kế hoạch, 4 muộn hơn (nhất là B Phương án
bảo vệ (Công an): 3h56); 0 không kịp.
Mọi thời hạn đều giữ được.
Chương trình: Xong lúc 08h44 · bế mạc 10h30 · sớm 1h46.
Xem tiếp:
  runbook status le.yaml --store tap.sqlite
  runbook log le.yaml --store tap.sqlite
  runbook forecast le.yaml --store tap.sqlite
  runbook debrief le.yaml --store tap.sqlite
"""
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PARTS, id="parts"),
        pytest.param(CAMPAIGN.read_text("utf-8"), id="campaign"),
        pytest.param(CONFERENCE.read_text("utf-8"), id="conference"),
    ],
)
def test_the_journal_of_a_rehearsed_ceremony_gives_the_state_that_was_played(text: str) -> None:
    Path(FILE).write_text(text, "utf-8")
    rehearsed("--seed", "3", "--store", STORE)
    schedule = planned()
    lines: list[Happened] = []
    presses: list[Pressed] = []
    for _, step in course(schedule, DEFAULT, 3):
        presses += [step] if isinstance(step, Pressed) else []
        lines += [] if isinstance(step, Pressed) else step
    receipts = {task.id: task.receipts for task in schedule.ceremony.tasks if task.receipts}
    with open_store(STORE) as store:
        kept, pressed = lines_in(store, schedule.ceremony.id), presses_in(store, schedule.ceremony.id)
        assert not faults(store)
    assert [(one.what, one.task, one.at, one.remaining, one.agency) for one in kept] == [
        (one.what, one.task, one.at, one.remaining, one.agency) for one in lines
    ]
    told, played = progress_of(kept, receipts), progress_of(lines, receipts)
    assert {name: (one.state, one.started, one.finished) for name, one in told.items()} == {
        name: (one.state, one.started, one.finished) for name, one in played.items()
    }
    programme = programme_of(schedule)
    assert state_of(programme, pressed) == state_of(programme, presses)


def test_one_seed_gives_one_rehearsal_another_seed_another() -> None:
    small()
    first = rehearsed("--seed", "7", "--store", "mot.sqlite")
    assert rehearsed("--seed", "7", "--store", "hai.sqlite").replace("hai.sqlite", "mot.sqlite") == first
    assert rehearsed("--seed", "8", "--store", "ba.sqlite").replace("ba.sqlite", "mot.sqlite") != first


def test_the_real_store_is_not_touched_and_a_used_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    small()
    monkeypatch.setenv("RUNBOOK_STORE", str(Path("that.sqlite").absolute()))
    rehearsed("--seed", "7")
    assert sorted(one.name for one in Path().iterdir() if not one.name.endswith("-journal")) == [
        "le-dien-tap-7.sqlite",
        FILE,
    ]
    before = Path("le-dien-tap-7.sqlite").read_bytes()
    assert "đã có dòng ghi của buổi lễ này" in rehearsed("--seed", "7", code=1)
    assert Path("le-dien-tap-7.sqlite").read_bytes() == before


@pytest.mark.parametrize("words", [("--seed", "-1"), ("--seed", "một"), ("--spread", "150%..80%")])
def test_what_is_not_understood_begins_no_store(words: tuple[str, str]) -> None:
    small()
    rehearsed(*words, code=2)
    assert [one.name for one in Path().iterdir()] == [FILE]


def test_a_store_with_a_release_of_the_ceremony_is_real() -> None:
    small()
    run("release", FILE, "-m", "Ban hành", "--store", STORE)
    before = Path(STORE).read_bytes()
    assert "đã có dòng ghi của buổi lễ này" in rehearsed("--store", STORE, code=1)
    assert Path(STORE).read_bytes() == before


@pytest.mark.parametrize("store", ["runbook.sqlite", "."])
def test_the_store_that_other_commands_take_is_never_rehearsed_in(store: str) -> None:
    small()
    assert "tập dượt cần một sổ riêng" in rehearsed("--store", store, code=1)
    assert [one.name for one in Path().iterdir()] == [FILE]
