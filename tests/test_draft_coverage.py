"""Ceremony files held against their plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from runbook.draft.coverage import Coverage, Difference, coverage
from runbook.draft.drafting import draft
from runbook.draft.reading import read
from runbook.files import load
from runbook.text.catalogue import CATALOGUE
from tests.drafted import EXAMPLE, PLANS, SHARED, drafted, opened
from tests.reading import ceremony
from tests.shipped import ROOT

# The ceremony files of events/ by the name of their plan.
EVENTS = {
    "hoi-nghi-tong-ket-2024": "hoi-nghi-tong-ket-2024",
    "giai-phong-thu-do-2024": "tuyen-truyen-giai-phong-thu-do-2024",
    "dien-bien-phu-bac-giang-2024": "tuyen-truyen-dien-bien-phu-bac-giang-2024",
    "ktxh-ha-noi-2021": "tuyen-truyen-ktxh-ha-noi-2021",
    "ktxh-thanh-xuan-2024": "tuyen-truyen-ktxh-thanh-xuan-2024",
}
HAND = """\
    ceremony: le-30-4
    title: Lễ kỷ niệm
    date: 28/04/2026
    hours: 08:00-09:30
    agencies:
      phong-vhxh: {name: Phòng Văn hóa - Xã hội}
      van-phong: {name: Văn phòng HĐND và UBND}
      ca-xa: {name: Công an xã}
      mttq: {name: Ủy ban Mặt trận Tổ quốc Việt Nam xã}
    tasks:
      A: {title: Diễn văn, lead: phong-vhxh, work: 2d, finish: by 14/04/2026, ref: III.1.1}
      B: {title: Giấy mời, lead: phong-vhxh, work: 1d, finish: by 25/04/2026, ref: III.2.1}
      C: {title: Chuẩn bị hội trường, lead: van-phong, work: 1d, finish: by 20/04/2026, ref: III.2.2}
      D: {title: Lập danh sách người có công được tặng quà, lead: mttq, work: 1d, finish: by 10/04/2026}
      E: {title: Việc khác, lead: mttq, work: 1d, ref: [III.9.1, Công văn 12]}
    """


def held(text: str) -> Coverage:
    return coverage(ceremony(text), drafted(EXAMPLE))


def test_what_a_file_made_by_hand_carries_and_what_not() -> None:
    found = held(HAND)
    assert [(one.ref, one.tasks, one.by) for one in found.clauses] == [
        ("III.1.1", ("A",), "ref"),
        ("III.1.2", (), ""),
        ("III.2.1", ("B",), "ref"),
        ("III.2.2", ("C",), "ref"),
        ("III.3.1", (), ""),
        ("III.4.1", ("D",), "words"),
        ("", (), "general"),
    ]
    assert [one.ref for one in found.open] == ["III.1.2", "III.3.1"]
    assert found.unknown == (("E", "III.9.1"),)
    due = next(one.due.raw for one in drafted(EXAMPLE).duties if one.section == "III.2" and one.due)
    assert found.differences == (
        Difference("lead", "III.2.1", ("B",), ("van-phong",)),
        Difference("deadline", "III.2.1", ("B",), due=due),
        Difference("unsaid", "III.2.2", ("C",)),
    )
    assert not found.whole


def test_a_deadline_marked_as_assumed_is_no_difference() -> None:
    marked = HAND.replace("finish: by 20/04/2026,", "finish: by 20/04/2026, assumed: [finish],")
    assert [one.kind for one in held(marked).differences] == ["lead", "deadline"]


@pytest.mark.parametrize("deadline", ["before 15/04/2026", "by 14/04/2026"])
def test_a_deadline_may_be_written_either_way(deadline: str) -> None:
    assert all(one.ref != "III.1.1" for one in held(HAND.replace("by 14/04/2026", deadline)).differences)


def test_a_whole_item_may_be_cited() -> None:
    clauses = held(HAND.replace("ref: III.2.2", "ref: III.1")).clauses
    assert [(one.ref, one.tasks, one.by) for one in clauses[:2]] == [
        ("III.1.1", ("A",), "ref"),
        ("III.1.2", ("C",), "section"),
    ]


@pytest.mark.parametrize("path", PLANS, ids=[path.stem for path in PLANS])
def test_a_drafted_file_carries_its_plan(path: Path) -> None:
    _, made, _ = opened(path)
    assert made is not None
    found = coverage(made, drafted(path))
    asked = [one.span for one in drafted(path).questions if one.code == "unread"]
    assert [one.words[0].span for one in found.open] == asked  # what could not be read is asked about
    assert found.unknown == ()
    # A deadline counted from what the file does not have is asked for, not set.
    assert {one.kind for one in found.differences} <= ({"deadline"} if made.campaign else set())


@pytest.mark.skipif(not SHARED.exists(), reason="the plan documents are not beside the project")
@pytest.mark.parametrize(("name", "plan"), EVENTS.items(), ids=EVENTS)
def test_the_ceremonies_made_by_hand_carry_their_plans(name: str, plan: str) -> None:
    hand = load(ROOT / "events" / f"{name}.yaml").ceremony
    assert hand is not None
    found = coverage(hand, drafted(SHARED / f"{plan}.txt"))
    assert (found.open, found.unknown, found.differences) == ((), (), ())
    assert {one.by for one in found.clauses} <= {"ref", "general"}


def test_every_question_of_a_draft_has_its_words() -> None:
    asked = {one.code for path in PLANS for one in opened(path)[0].questions}
    assert {code for code in asked if f"draft.ask.{code}" not in CATALOGUE} == set()


UNADDRESSED = """
CÔNG TY CẤP NƯỚC
Số: 118/KH-CN
Cần Thơ, ngày 12 tháng 8 năm 2026

KẾ HOẠCH
Tổ chức Lễ kỷ niệm 40 năm Ngày thành lập Công ty

I. THỜI GIAN: 14h00 ngày 05/10/2026

II. PHÂN CÔNG NHIỆM VỤ
1. Phòng Kế toán: bố trí kinh phí tổ chức.
2. Trân trọng mỗi nơi một tiết mục văn nghệ chậm nhất ngày 15/9/2026.
3. Phòng Hành chính: gửi giấy mời.
"""


def test_an_item_that_names_nobody_is_asked_about_and_is_not_carried() -> None:
    found = draft(read(UNADDRESSED.encode(), "ke-hoach.txt"))
    assert [one.facts[0][1][:22] for one in found.questions if one.code == "unread"] == ["Trân trọng mỗi nơi một"]
    silent = (
        HAND.partition("    tasks:")[0]
        + "    tasks:\n      A: {title: Giấy mời, lead: van-phong, work: 1d, ref: REFS}\n"
    )
    without = coverage(ceremony(silent.replace("REFS", "[II.1.1, II.3.1]")), found)
    assert ([one.ref for one in without.open], without.whole) == (["II.2"], False)
    assert coverage(ceremony(silent.replace("REFS", "[II.1.1, II.3.1, II.2]")), found).open == ()
