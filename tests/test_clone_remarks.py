"""What a person has to look at in a file made from last year's, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

import pytest

from runbook.cloning.remarks import Topic
from runbook.reports.cloned import cloned
from tests.test_clone import HEAD, made


def told(text: str, to: str, *topics: Topic, language: str = "en", head: str = HEAD) -> list[str]:
    """The sentences on these topics."""
    remarks = [remark for remark in made(dedent(head) + dedent(text), to).remarks if remark.topic in topics]
    return [sentence for topic in cloned(remarks, language, 480) for sentence in topic.sentences]


def test_day_n_on_a_holiday_is_told_first() -> None:
    head = HEAD.replace("22/11/2024", "{chosen: 22/11/2024, days: T6}")
    new = made(dedent(head), "2025-09-02")
    assert cloned(new.remarks, "vi", 480)[0].sentences == (
        "T3 02/09/2025 là ngày nghỉ: Quốc khánh.",
        "T3 02/09/2025 không thuộc các thứ nên tổ chức ghi ở date.days.",
    )
    assert told("", "2025-11-22", Topic.DAY) == ["Sat 22/11/2025 is no working day of the office."]
    assert told("", "2025-11-21", Topic.DAY) == []


def test_days_off_that_the_plan_gains_and_loses_are_named() -> None:
    text = "start: 18/11/2024 08:00\ntasks: {E: {title: E, lead: a, work: 1d}}\n"
    assert told(text, "2026-02-25", Topic.HOLIDAYS) == [
        "Lunar New Year takes this many working days out of the plan: 5 (16/02/2026-20/02/2026); out of the old one: 0."
    ]
    back = text.replace("18/11/2024", "13/02/2026").replace("le-2024", "le-2026")
    head = HEAD.replace("22/11/2024", "25/02/2026")
    assert told(back, "2026-03-25", Topic.HOLIDAYS, language="vi", head=head) == [
        "Tết Nguyên đán lấy của kế hoạch cũ 5 ngày làm việc (16/02/2026-20/02/2026); ở kế hoạch mới: 0."
    ]
    assert told(text, "2025-04-28", Topic.HOLIDAYS) == ["Sat 26/04/2025 is worked: Worked in place of 2 May."]


def test_a_holiday_on_a_sunday_takes_no_working_day() -> None:
    text = "start: 18/11/2024 08:00\ntasks: {E: {title: E, lead: a, work: 1d}}\n"
    assert told(text, "2026-04-29", Topic.HOLIDAYS) == [
        "Hùng Kings' Commemoration Day takes this many working days out of the plan: 1 (27/04/2026); out of the old "
        "one: 0."
    ]


def test_holidays_that_are_expected_or_unknown_are_told() -> None:
    text = "start: 20/11/2024\ntasks: {E: {title: E, lead: a, work: 1d}}\n"
    assert told(text, "2027-09-06", Topic.HOLIDAYS) == [
        "National Day takes this many working days out of the plan: 2 (02/09/2027-03/09/2027); out of the old one: 0.",
        "02/09/2027 (Quốc khánh) is only expected to be a day off, not yet announced",
        "03/09/2027 (Quốc khánh (ngày liền kề)) is only expected to be a day off, not yet announced",
    ]
    assert told(text, "2031-11-21", Topic.HOLIDAYS) == [
        "the plan reaches the year 2031, for which there is no table of holidays"
    ]


def test_dates_that_were_reflowed_snapped_or_fell_on_a_day_off_are_told() -> None:
    text = """
        tasks:
          E: {title: E, lead: a, finish: by 18/11/2024}
          F: {title: F, lead: a, finish: by 16/11/2024}
        day: {n: {title: n, lead: a, at: 21/11/2024 08:00, length: 1h}}
        after: {Q: {title: Q, lead: a, finish: by 31/12/2024}}
        """
    assert told(text, "2025-11-24", Topic.DATES) == [
        "line 9, E.finish: Mon 18/11/2024 → Tue 18/11/2025, as many working days from day N; days off counted as well "
        "it would be Thu 20/11/2025",
        "line 11, n.at: Thu 21/11/2024 → Sun 23/11/2025, which is a day off",
        "line 12, Q.finish: Tue 31/12/2024 → Wed 31/12/2025, as many working days from day N; days off counted as well "
        "it would be Fri 02/01/2026",
    ]
    assert told(text, "2025-11-21", Topic.DATES) == [
        "line 10, F.finish: Sat 16/11/2024 → Fri 14/11/2025, because as far from day N as before would be Sat "
        "15/11/2025, a day off",
        "line 12, Q.finish: Tue 31/12/2024 was the last day of a month, now Tue 30/12/2025; where the month is meant, "
        "write Wed 31/12/2025",
    ]


def test_the_plan_document_the_people_and_recurrence_are_told() -> None:
    head = HEAD.replace("{a: Cơ quan A}", "{a: {name: A, phone: 024 1, contacts: [Bà B, {name: Ông C, duty: Lái xe}]}}")
    text = """
        plan: {number: 324/KH-UBND, date: 08/11/2024, signer: Ông D}
        holidays: {off: [20/11/2024]}
        after: {Q: {title: Q, lead: a, recurs: hằng tuần}}
        """
    topics = (Topic.DOCUMENT, Topic.PEOPLE, Topic.TEXTS, Topic.HOLIDAYS)
    assert told(text, "2025-11-21", *topics, language="vi", head=head) == [
        "dòng 9, holidays.off.1: T4 20/11/2024 → T4 19/11/2025, cách ngày N như cũ; xem năm mới còn đúng không",
        "dòng 8, plan.number: “324/KH-UBND”",
        "dòng 8, plan.signer: “Ông D”",
        "dòng 8, plan.date: T6 08/11/2024 → T6 07/11/2025, mới là ngày dự kiến",
        "dòng 10, Q.recurs: lặp lại “hằng tuần”",
        "dòng 6, a: 024 1, Bà B, Ông C, Lái xe",
    ]


def test_people_of_a_group_are_told_by_their_own_agency() -> None:
    head = HEAD.replace("{a: Cơ quan A}", "{a: Cơ quan A, g: {name: G, members: {b: {name: B, phone: 024 2}}}}")
    assert told("", "2025-11-21", Topic.PEOPLE, head=head) == ["line 6, b: 024 2"]


def mentioned(text: str, to: str = "2025-11-21") -> Iterator[str]:
    note = f"start: 08/11/2024\ntasks: {{E: {{title: E, lead: a, work: 1d, note: '{text}'}}}}\n"
    for sentence in told(note, to, Topic.TEXTS):
        yield sentence.removeprefix("line 8, E.note: ")


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("70 năm (10/10/1954 - 10/10/2024)", ["70 năm → 71 năm; 10/10/2024 → 10/10/2025"]),
        ("năm 2024, 2024", ["2024 → 2025"]),
        ("họp trong 18-25/11/2024", ["18-25/11/2024 → 17-24/11/2025"]),
        ("trước ngày 15/11, sau 9/11", ["15/11 → 14/11; 9/11 → 8/11"]),
        ("trực 16-17/11", ["16-17/11 → 15-16/11"]),
        ("2024-11-15", ["2024-11-15 → 2025-11-14"]),
        ("hết 31/01/2025, 29/02/2024", ["31/01/2025 → 31/01/2026; 29/02/2024 → 28/02/2025"]),
        ("lần thứ 12; the 70th, 11th and 22nd; 9 years", ["lần thứ 12 → lần thứ 13; 70th → 71st; 11th → 12th; "
                                                         "22nd → 23rd; 9 years → 10 years"]),
        ("Nghị định 98/2023/NĐ-CP, VII.1.3, 324/KH-UBND, 02/09, 24/7, 30/02/2024, 08:30", []),
    ],
)  # fmt: skip
def test_words_that_name_days_and_years_are_listed_with_a_suggestion(text: str, suggested: list[str]) -> None:
    assert list(mentioned(text)) == suggested


def test_within_the_year_only_days_of_the_plan_are_listed() -> None:
    assert list(mentioned("70 năm, 2024, 10/10/2024, 15/11", "2024-11-29")) == ["15/11 → 22/11"]


def test_comments_count_and_what_was_changed_does_not() -> None:
    text = "start: 08/11/2024 # ký 08/11/2024\n# 2024\n"
    assert told(text, "2025-11-21", Topic.TEXTS) == ["line 7: 08/11/2024 → 07/11/2025", "line 8: 2024 → 2025"]


def test_the_verdict_of_the_new_plan_stands_beside_the_old() -> None:
    text = """
        start: 20/11/2024 08:00
        tasks:
          E: {title: E, lead: a, work: 2d}
          F: {title: F, lead: a, finish: by 20/11/2024, not_before: N-3}
          G: {title: G, lead: a, work: 1h, finish: by 20/11/2024, not_before: 21/11/2024}
        """
    assert told(text, "2025-11-21", Topic.VERDICT) == [
        "Fri 21/11/2025: ready for the opening, in hand: 0. The old plan, Fri 22/11/2024: ready for the opening, in "
        "hand: 0."
    ]
    counted = text.replace("20/11/2024 08:00", "N-2 08:00")
    assert told(counted, "2025-11-24", Topic.VERDICT, language="vi") == [
        "T2 24/11/2025: không kịp khai mạc, thiếu 2 ngày, 2 việc chậm, chuỗi găng nhất E. Kế hoạch cũ, T6 22/11/2024: "
        "kịp khai mạc, dự trữ 0.",
        "dòng 11, F: lúc sớm nhất được bắt đầu không còn trước thời hạn",
        "dòng 11: tổ chức ngày 24/11/2025 thì việc F không kịp thời hạn của nó",
    ]
