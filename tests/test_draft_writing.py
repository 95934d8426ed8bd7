"""Drafts written as ceremony files: whole values, and nothing in the file that is not in the plan."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import cli
from runbook import schedule, syntax
from runbook.draft.document import Quote
from runbook.draft.durations import COLUMNS, TableError, table
from runbook.draft.findings import Draft, Item, Role
from runbook.draft.letters import plain
from runbook.draft.writing_agencies import proper
from runbook.draft.writing_programme import slots
from runbook.draft.writing_yaml import clean, entry, listed
from runbook.model import Agency, Part
from tests.drafted import EXAMPLE, PLANS, built, ceremony_of, drafted, file_of, of_text, opened
from tests.plan_gold import FOLDER
from tests.test_draft_mutations import damaged
from tests.test_draft_mutations import drafted as read_damaged

GOLDEN = Path(__file__).parent / "goldens" / "drafts" / "le-ky-niem-30-4.yaml"

CAMPAIGN = """\
    ỦY BAN NHÂN DÂN
    TỈNH AN BÌNH
    Số:     /KH-UBND
    An Bình, ngày     tháng    năm 2025

    KẾ HOẠCH
    Tuyên truyền kỷ niệm 50 năm Ngày thành lập tỉnh (20/8/1975 - 20/8/2025)

    I. THỜI GIAN
    Triển khai trong cả năm 2025, tập trung cao điểm từ ngày 01/8/2025 đến ngày 31/8/2025.

    II. TỔ CHỨC THỰC HIỆN

    1. Sở Văn hóa và Thể thao
    - Chủ trì, phối hợp với Báo An Bình xây dựng phim tài liệu về 50 năm thành lập tỉnh.
    - Kiểm tra việc tuyên truyền cổ động trực quan hằng tháng.
    - Tổng hợp kết quả thực hiện, báo cáo Ủy ban nhân dân tỉnh.

    2. UBND 9 huyện, thị xã
    - Treo cờ, khẩu hiệu trên các trục đường trong thời gian cao điểm.
    - Gửi kế hoạch về Sở Văn hóa và Thể thao trước ngày 15/7/2025.

    3. Đề nghị Tỉnh đoàn, Hội Nông dân tỉnh
    Tuyên truyền trong đoàn viên, hội viên.
    """


def test_the_whole_file_of_a_short_plan() -> None:
    made = file_of(drafted(EXAMPLE), EXAMPLE.name).text
    assert file_of(drafted(EXAMPLE), EXAMPLE.name).text == made
    if os.environ.get("RUNBOOK_GOLDENS") == "rewrite":
        GOLDEN.write_text(made, encoding="utf-8", newline="")
    assert made == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_a_drafted_file_has_no_errors_and_plans(path: Path) -> None:
    draft = drafted(path)
    made, ceremony, problems = opened(path)
    assert [(one.code, one.place) for one in problems if one.severity.name == "ERROR"] == []
    assert ceremony is not None
    assert schedule.plan(ceremony).ceremony is ceremony
    assert set(draft.questions) <= set(made.questions)


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_nothing_is_in_the_file_that_is_not_in_the_plan(path: Path) -> None:
    draft = drafted(path)
    _, ceremony, _ = opened(path)
    assert ceremony is not None
    text = plain(" ".join(one.text for one in draft.document.paragraphs))
    said = [plain(word) for task in ceremony.tasks if not task.act for word in task.title.rstrip("…").split()]
    assert [word for word in said if word not in text] == []
    numbered = {
        one for agency in ceremony.agencies for one in agency.members if "(đơn vị " in _name(ceremony.agencies, one)
    }
    named = [plain(agency.name) for agency in ceremony.agencies if agency.id not in numbered]
    # Of "UBND các phường A, B" each name is put together of words that stand apart.
    assert [word for name in named if name not in text for word in name.split() if word not in text] == []
    dated = {one.deadline.moment.day.date for one in ceremony.tasks if one.deadline and one.deadline.moment.day}
    assert dated - {None} <= {day for one in draft.duties if one.due for day in (one.due.day, one.due.last_day)}
    assert {key.key for task in ceremony.tasks for key in task.assumed} <= {
        "work",
        "lead",
        "length",
        "at",
        "over",
        "not_before",
    }
    unmarked = [one.id for one in ceremony.tasks if one.minutes and one.part is not Part.PROGRAMME and not one.assumed]
    assert [name for name in unmarked if not name.startswith("p")] == []


def _name(agencies: tuple[Agency, ...], wanted: str) -> str:
    return next(one.name for one in agencies if one.id == wanted)


def test_a_campaign_has_its_span_its_peak_and_its_duties_in_their_parts() -> None:
    draft = of_text(CAMPAIGN)
    ceremony, problems = ceremony_of(file_of(draft))
    assert [one.code for one in problems] == []
    assert ceremony is not None
    assert ceremony.campaign is not None
    peak = (date(2025, 8, 1), date(2025, 8, 31))
    assert ceremony.campaign.window == (date(2025, 1, 1), date(2025, 12, 31))
    assert [(one.id, one.window) for one in ceremony.campaign.peaks] == [("cao-diem", peak)]
    assert [(one.id, one.part.value, one.window, one.lead, len(one.receipts)) for one in ceremony.tasks] == [
        ("T01", "tasks", None, "so-van-hoa-va-the-thao", 0),
        ("T02", "during", ceremony.campaign.window, "so-van-hoa-va-the-thao", 0),
        ("T04", "during", peak, "ubnd-9-huyen-thi-xa", 9),
        ("T05", "during", None, "ubnd-9-huyen-thi-xa", 9),
        ("T06", "during", ceremony.campaign.window, "tinh-doan-hoi-nong-dan-tinh", 2),
        ("T03", "after", None, "so-van-hoa-va-the-thao", 0),
    ]
    assert [(one.id, [a.key for a in one.assumed]) for one in ceremony.tasks if one.id in ("T02", "T04")] == [
        ("T02", ["over"]),
        ("T04", []),
    ]


def test_members_are_the_plans_or_numbered_places_that_say_so() -> None:
    text = file_of(of_text(CAMPAIGN)).text
    assert "      ubnd-9-huyen-thi-xa-1: UBND 9 huyện, thị xã (đơn vị 1/9)\n" in text
    assert "mà không nêu tên" in text
    assert "      tinh-doan: Tỉnh đoàn\n      hoi-nong-dan-tinh: Hội Nông dân tỉnh\n" in text


def test_what_is_left_blank_stays_blank_and_is_asked() -> None:
    made = file_of(of_text(CAMPAIGN))
    assert "  number:" not in made.text
    assert "  date:" not in made.text
    assert {"number", "date"} <= {one.code for one in made.questions}
    assert "# HỎI: Kế hoạch chưa có số." in made.text


def test_a_plan_without_day_or_hours_gets_assumed_ones_that_say_so() -> None:
    draft = drafted(EXAMPLE)
    assert draft.sitting is not None
    bare = replace(draft, sitting=replace(draft.sitting, window=None, start=None, end=None, programme=(), venue=None))
    text = file_of(bare).text
    assert "date: 30/04/2026\n" in text
    assert "hours: 08:00-10:00\n" in text
    assert "venue:" not in text
    assert "tạm lấy ngày 30/04/2026" in text
    assert "tạm lấy 08:00-10:00" in text


def test_every_further_sitting_of_a_plan_is_asked_for_with_its_day_and_place() -> None:
    made = opened(FOLDER / "huyen-le-hoi-2018.txt")[0]
    asked = [dict(one.facts)["told"] for one in made.questions if one.code == "other-sitting"]
    assert asked == [
        "“Lễ dâng hương”; “07h30 ngày 11 tháng Giêng năm Mậu Tuất (tức ngày 26/02/2018” = 26/02/2018; "
        "Miếu Trò, xã Tứ Xã",
        "“Lễ bế mạc và trao giải”; “16h00 ngày 14 tháng Giêng (tức ngày 01/3/2018” = 01/03/2018; "
        "sân khấu trung tâm xã Tứ Xã",
    ]
    assert "Kế hoạch còn có “Lễ dâng hương”" in made.text


def test_days_that_no_file_can_hold_are_asked_for() -> None:
    draft, far = drafted(EXAMPLE), date(9999, 12, 31)
    duty = draft.duties[0]
    assert draft.sitting
    assert draft.sitting.window
    assert duty.due
    window = replace(draft.sitting.window, first=far, last=far)
    late = replace(duty, due=replace(duty.due, day=far, last_day=far))
    sitting = replace(draft.sitting, window=window)
    made = file_of(replace(draft, sitting=sitting, duties=(late, *draft.duties[1:])))
    assert "9999" not in made.text
    assert {"deadline", "day"} <= {one.code for one in made.questions}
    assert ceremony_of(made)[1] == ()


def test_an_open_lead_is_the_owner_of_the_section_marked_as_assumed() -> None:
    ceremony = built(drafted(EXAMPLE))
    task = ceremony.task("T02")
    assert (task.lead, task.support) == ("phong-van-hoa-xa-hoi", ("van-phong-hdnd-va-ubnd",))
    assert [one.key for one in task.assumed] == ["lead", "at", "length"]


def test_an_approval_becomes_a_chain_whose_deadline_is_that_of_its_last_step() -> None:
    ceremony = built(drafted(EXAMPLE))
    steps = [(one.id, one.act, one.lead) for one in ceremony.tasks if one.chain == "T01"]
    assert steps == [
        ("T01.1", "draft", "phong-van-hoa-xa-hoi"),
        ("T01.2", "opinion", "ban-thuong-vu-dang-uy"),
        ("T01.3", "revise", "phong-van-hoa-xa-hoi"),
        ("T01.4", "final", "uy-ban-nhan-dan-xa-an-phu"),
    ]
    deadline = ceremony.task("T01.4").deadline
    assert deadline
    assert deadline.moment.day
    assert (deadline.moment.day.date, deadline.inclusive) == (date(2026, 4, 15), False)


def test_an_english_file_speaks_english_and_keeps_the_plans_words() -> None:
    text = file_of(drafted(EXAMPLE), language="en").text
    assert "language: en\n" in text
    assert "# ASK:" in text
    assert "title: Lễ kỷ niệm 51 năm" in text


def _item(start: int | None = None, end: int | None = None) -> Item:
    return Item(Quote("Mục", (0, 3)), start, end)


def test_the_time_between_two_clocks_is_shared() -> None:
    items = [_item(480), _item(), _item(), _item(550)]
    assert [(one.minutes, one.shared) for one in slots(items, 480, 550)] == [
        (23, True),
        (23, True),
        (24, True),
        (0, False),
    ]
    assert [(one.minutes, one.shared) for one in slots([_item(450, 480), _item(480)], 480, 540)] == [
        (30, False),
        (60, False),
    ]


@given(st.lists(st.tuples(st.none() | st.integers(0, 1439), st.none() | st.integers(0, 1439)), max_size=8))
def test_items_never_take_less_than_no_time(clocks: list[tuple[int | None, int | None]]) -> None:
    made = slots([_item(*one) for one in clocks], 480, 600)
    assert [one.number for one in made] == list(range(1, len(clocks) + 1))
    assert all(one.minutes >= 0 for one in made)


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    kept = clean(text)
    if kept:
        root, problems = syntax.parse("\n".join([*entry("title", text), *listed("names", [text, text])]) + "\n", "a")
        assert problems == ()
        assert isinstance(root, syntax.Mapping)
        title, names = root.entries["title"][1], root.entries["names"][1]
        assert isinstance(title, syntax.Scalar)
        assert isinstance(names, syntax.Sequence)
        assert " ".join(title.text.split()) == kept
        assert [one.text for one in names.items if isinstance(one, syntax.Scalar)] == [kept, kept]


@settings(max_examples=30)
@given(st.text(max_size=120), st.sampled_from(["party", "title", "words", "venue", "alias", "host"]))
def test_no_words_of_a_plan_can_break_its_file(text: str, where: str) -> None:
    ceremony, problems = ceremony_of(file_of(_changed(drafted(EXAMPLE), where, text), f"{text}.txt"))
    assert [one for one in problems if one.severity.name == "ERROR"] == []
    assert ceremony is not None


def _changed(draft: Draft, where: str, text: str) -> Draft:
    first, duty = draft.parties[0], draft.duties[0]
    assert draft.sitting
    assert draft.sitting.venue
    match where:
        case "party":
            return replace(draft, parties=(replace(first, name=text), *draft.parties[1:]))
        case "alias":
            return replace(draft, parties=(replace(first, aliases=(text, text)), *draft.parties[1:]))
        case "words":
            words = Quote(text, duty.words.span)
            return replace(draft, duties=(replace(duty, words=words, title=text), *draft.duties[1:]))
        case "venue":
            return replace(
                draft, sitting=replace(draft.sitting, venue=replace(draft.sitting.venue, name=text, address=text))
            )
        case "host":
            return replace(draft, sitting=replace(draft.sitting, hosts=(text,), name=text))
    return replace(draft, header=replace(draft.header, title=Quote(text, (0, 1)), issuer=Quote(text, (0, 1))))


def test_a_letterhead_is_written_as_in_a_text_where_its_place_is_known() -> None:
    assert proper("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "An Phú") == "Ủy ban nhân dân xã An Phú"
    assert proper("TRƯỜNG ĐẠI HỌC AN PHÚ", "Hà Nội") == "TRƯỜNG ĐẠI HỌC AN PHÚ"


def test_requested_agencies_are_asked_and_the_order_is_the_plans() -> None:
    draft = drafted(EXAMPLE)
    ceremony = built(draft)
    kept = {one.id for one in ceremony.agencies}
    order = [(one.id, one.role is Role.REQUESTED, one.standing) for one in draft.parties if one.id in kept]
    assert [(one.id, one.requested, one.standing) for one in ceremony.agencies] == order


def test_durations_are_the_first_row_that_fits() -> None:
    rows = "kind,words,work,why\n" + "".join(
        f"{kind},,3d,\n"
        for kind in (
            *("prepare", "finance", "invite", "award", "report", "approve", "secure", "train", "broadcast", "monitor"),
            *("operate", "coordinate", "draft", "opinion", "revise", "final", "day"),
        )
    )
    mine = table(rows.replace("invite,,", "invite,giấy mời|thư mời,0.5d,\ninvite,,"))
    assert (mine.work("invite", "Gửi GIẤY MỜI"), mine.work("invite", "Xác nhận")) == ("0.5d", "3d")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "head"),
        ("a,b\n", "head"),
        (",".join(COLUMNS) + "\n", "kind-missing"),
        (",".join(COLUMNS) + "\nprepare,,1d\n", "cells"),
        (",".join(COLUMNS) + "\nnothing,,1d,x\n", "kind"),
        (",".join(COLUMNS) + "\nprepare,,soon,x\n", "work"),
    ],
)
def test_a_table_that_cannot_be_used_says_why(text: str, code: str) -> None:
    with pytest.raises(TableError) as refused:
        table(text)
    assert refused.value.code == code


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_files_of_damaged_plans_have_no_errors_and_plan(part: int) -> None:
    for seed in range(part * 50, part * 50 + 50):
        found = read_damaged(damaged(seed, 3))
        ceremony, problems = ceremony_of(file_of(found)) if found else (None, ())
        assert [one.code for one in problems if one.severity.name == "ERROR"] == []
        assert found is None or (ceremony is not None and schedule.plan(ceremony))


@pytest.mark.slow
@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_everything_can_be_built_of_a_drafted_file(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.yaml"
    file.write_text(opened(path)[0].text, encoding="utf-8")
    words = ["build", str(file), "--output", str(tmp_path / "ra")]
    result = CliRunner().invoke(cli.runbook, words, prog_name="runbook")
    assert (result.exit_code, result.stderr[-300:]) == (0, result.stderr[-300:])
