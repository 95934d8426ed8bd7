"""How an item of the programme is staged: what is said, seen and heard, from the file to those who hold it on paper."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from runbook.format.keys import meant_key
from runbook.format.tasks import ITEM
from runbook.model import Ceremony
from runbook.render import ical, page, pdf
from runbook.render.pdf.show import show_leaf
from runbook.reports.show import show
from runbook.schedule import plan
from runbook.staging import UNSTAGED, Staging
from tests.page_samples import read
from tests.paper import letters_of, pages_of
from tests.paper_samples import printing
from tests.reading import ceremony
from tests.test_workbook_properties import comes_back
from tests.workbooks import comparable, nodes, written
from tests.workbooks import read as read_workbook
from tests.workspace import CEREMONY, SECOND, Workspace

TEXT = """\
ceremony: le
title: Lễ kỷ niệm
date: 22/11/2024
hours: 08:30-09:30
agencies:
  so-vhtt: {name: Sở Văn hóa và Thể thao, short: Sở VHTT}
programme:
  - id: p1
    item: 1
    title: Khai mạc
    lead: so-vhtt
    length: 20m
    cue: MC1, KT2 (đèn)
    location: Bục trái
    performer: MC [họ tên]
    stage: Lễ tân đứng hai bên
    words: |-
      Kính thưa các đồng chí!

      Lễ kỷ niệm được tổ chức trang trọng tại Hội trường, với sự có mặt của đông đủ đại biểu. Xin mời toàn thể \
đứng dậy.
    screen: Hình nền
    sound: |-
      Mở micro bục
      GO quốc ca (tệp 01)
    light: Toàn phần
    trouble: Hát không nhạc
  - {id: p2, item: 2, title: Phát biểu, lead: so-vhtt, length: 30m}
"""
WORDS = (
    "Kính thưa các đồng chí!\n\nLễ kỷ niệm được tổ chức trang trọng tại Hội trường, với sự có mặt của đông đủ đại biểu."
    " Xin mời toàn thể đứng dậy."
)
STAGED = Staging(
    performer="MC [họ tên]",
    stage="Lễ tân đứng hai bên",
    words=WORDS,
    screen="Hình nền",
    sound="Mở micro bục\nGO quốc ca (tệp 01)",
    light="Toàn phần",
)


@cache
def le() -> Ceremony:
    return ceremony(TEXT)


def leaf_of(edition: pdf.Edition) -> dict[str, Any]:
    return show_leaf(show(plan(le()), "vi"), printing(le()), edition)


@cache
def paper(edition: pdf.Edition, text: str = TEXT) -> bytes:
    whole = ceremony(text)
    return pdf.run_of_show(show(plan(whole), "vi"), printing(whole), edition)


def test_the_file_says_it_and_an_item_has_it() -> None:
    assert [task.staging for task in le().tasks] == [STAGED, UNSTAGED]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("lời dẫn", "words"), ("màn hình LED", "screen"), ("nhạc", "sound"), ("đèn", "light"), ("sân khấu", "stage")),
        *(("người thực hiện", "performer"), ("Script", "words"), ("MC", "cue")),
    ],
)
def test_what_people_call_a_key_leads_to_it(written: str, meant: str) -> None:
    assert meant_key(written, ITEM) == meant


def test_items_are_told_by_their_first_words_and_technicians_by_their_last() -> None:
    first, second = show(plan(le()), "vi").rows
    assert (first.opens, first.ends) == (
        "Kính thưa các đồng chí! Lễ kỷ niệm được tổ chức trang trọng tại Hội trường, với sự có…",
        "… Xin mời toàn thể đứng dậy.",
    )
    assert (second.opens, second.ends) == ("", "")


def test_a_short_text_is_quoted_whole_and_of_a_long_sentence_its_end() -> None:
    short, long = "Xin mời đồng chí!", f"Xin mời {'các đồng chí, ' * 9}lên sân khấu!"
    said = [ceremony(TEXT.replace("{id: p2,", f"{{id: p2, words: '{words}',")) for words in (short, long)]
    rows = [show(plan(one), "vi").rows[1] for one in said]
    assert (rows[0].opens, rows[0].ends) == (short, short)
    assert rows[1].ends == f"…chí, {'các đồng chí, ' * 5}lên sân khấu!"
    assert all(len(row.opens) <= 90 and len(row.ends) <= 90 for row in rows)


def test_the_page_folds_the_words_up_behind_the_first_of_them() -> None:
    html = read(page.show_page(show(plan(le()), "vi"), page.Imprint("vi")))
    cells = [cell.text for cell in html.one("table", "items").one("tbody").one("tr", "fixed").all("td")]
    assert cells[3:8] == [
        "Khai mạc|GIỜ CỐ ĐỊNH|“Kính thưa các đồng chí! Lễ kỷ niệm được tổ chức trang trọng tại Hội trường, với sự có…”|"
        f"{WORDS.replace(chr(10) * 2, '|')}|Hát không nhạc",
        "MC [họ tên]|Sở VHTT",
        "MC1|,|KT2|(đèn)",
        "Bục trái|Lễ tân đứng hai bên",
        "Mở micro bục|GO|quốc ca (tệp 01)|Ánh sáng: Toàn phần",
    ]
    assert [list(one.attributes) for one in html.all("details")] == [["class"]]  # closed, and none where none are said


def test_each_edition_has_the_columns_of_who_holds_it() -> None:
    stage, technical = (leaf_of(one) for one in (pdf.Edition.ORGANISER, pdf.Edition.TECHNICAL))
    assert stage["heads"] == [
        *("TT", "Giờ", "Phút", "Nội dung", "Người thực hiện", "Hiệu lệnh", "Sân khấu", "Âm thanh, ánh sáng"),
        *("Màn hình", "Giờ thực"),
    ]
    assert technical["heads"] == [
        *("TT", "Giờ", "Phút", "Nội dung", "Hiệu lệnh", "Sân khấu", "Âm thanh", "Ánh sáng", "Màn hình", "Giờ thực"),
    ]
    assert [sum(one["widths"]) for one in (stage, technical)] == [270, 270]  # the room of a page


@pytest.mark.parametrize(
    ("edition", "told"),
    [
        (pdf.Edition.ORGANISER, "performer stage screen sound light opens"),
        (pdf.Edition.TECHNICAL, "stage screen sound light ends"),
        (pdf.Edition.PRESENTER, "performer words opens ends"),
        (pdf.Edition.DELEGATES, ""),
    ],
)
def test_who_is_told_what(edition: pdf.Edition, told: str) -> None:
    row = show(plan(le()), "vi").rows[0]
    texts = {key: getattr(STAGED, key) for key in Staging.__slots__} | {"opens": row.opens, "ends": row.ends}
    printed = letters_of("".join(one.text for one in pages_of(paper(edition))))
    assert {key for key, text in texts.items() if letters_of(text.strip("… ")) in printed} == set(told.split())


def sizes(document: bytes, words: str) -> set[float]:
    """The sizes in points that a text on the first page is set in."""
    text = pypdfium2.PdfDocument(document)[0].get_textpage()
    start, count = text.search(words).get_next()
    return {round(pdfium.FPDFText_GetFontSize(text.raw, number), 1) for number in range(start, start + count)}


def test_words_are_printed_large_enough_to_be_read_standing() -> None:
    assert sizes(paper(pdf.Edition.PRESENTER), "đứng dậy") == {15}


SPEECH = "Hội nghị hôm nay rất trang trọng. " * 8


def long_programme(*paragraphs: int) -> str:
    """A programme of items, each with as many paragraphs."""
    items = []
    for number, count in enumerate(paragraphs, 1):
        words = "\\n".join([SPEECH.strip()] * count)
        items.append(f'  - {{id: p{number}, title: Phần {number}, lead: so-vhtt, length: 5m, words: "{words}"}}\n')
    return TEXT[: TEXT.index("  - id: p1")] + "".join(items)


def heads(text: str) -> list[list[tuple[str, str]]]:
    """The items on each page, and whether one says that it goes on."""
    pages = pages_of(paper(pdf.Edition.PRESENTER, text))
    return [re.findall(r"\dh\d\d (Phần \d)(?: GIỜ CỐ ĐỊNH)? ?(\(tiếp\))?", one.text) for one in pages]


def test_an_item_stands_on_one_page_where_a_page_can_hold_it() -> None:
    assert heads(long_programme(3, 3, 3, 1)) == [
        [("Phần 1", "")],
        [("Phần 2", "")],
        [("Phần 3", ""), ("Phần 4", "")],
    ]


def test_words_that_go_on_say_so_on_every_page_they_go_on_to() -> None:
    assert heads(long_programme(12, 1)) == [
        [("Phần 1", "")],
        [("Phần 1", "(tiếp)")],
        [("Phần 1", "(tiếp)"), ("Phần 2", "")],
    ]


def test_nothing_runs_out_of_its_place_however_much_is_staged() -> None:
    texts = {
        "performer": "Đồng chí Nghiêm, " * 29,
        "stage": "\\n".join(["Lễ tân"] * 60),
        "words": "\\n".join(["M" * 890, SPEECH * 60, "https://dichvucong.hanoi.gov.vn/" * 20]),
        "screen": "M" * 900,
        "sound": SPEECH * 20,
        "light": "https://dichvucong.hanoi.gov.vn/" * 12,
        "note": SPEECH * 30,
        "trouble": "responsibilities " * 700,
    }
    text = TEXT.replace("{id: p2,", "{id: p2, " + ", ".join(f'{key}: "{one}"' for key, one in texts.items()) + ",")
    for edition in pdf.Edition:
        pages = pages_of(paper(edition, text))
        assert [words for page in pages for words in (*page.outside(), *page.overprinted())] == [], edition


def test_no_calendar_changes_with_what_is_said_on_stage() -> None:
    bare = TEXT[: TEXT.index("    performer")] + TEXT[TEXT.index("    trouble") :]
    assumed = TEXT.replace(
        "    performer", "    assumed: [words, light, screen, sound, stage, performer]\n    performer", 1
    )
    told, *others = (ical.entries(plan(ceremony(text)), "vi") for text in (bare, TEXT, assumed))
    assert others == [told, told]


def test_other_words_are_a_release_that_revises_no_entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk = Workspace()
    desk.release(CEREMONY)
    other = CEREMONY.replace("length: 15m}", "length: 15m, words: Kính mời đại biểu đứng dậy!}")
    assert desk.release(other, SECOND, "Lời dẫn").stdout.splitlines()[:2] == [
        "Đã phát hành bản số 2, T5 14/11/2024 09h00: Lời dẫn",
        "Mục lịch: 0 mới, 0 sửa, 0 hủy; 0 đơn vị có thay đổi, 6 đơn vị không thay đổi.",
    ]


def test_a_workbook_holds_it_and_gives_it_back() -> None:
    found = read_workbook(written(TEXT))
    assert found.told == []
    assert found.ceremony is not None
    assert comparable(found.ceremony) == comparable(le())
    comes_back(nodes(TEXT))


def test_the_phone_has_it_folded_up_with_the_ends_of_the_words() -> None:
    schedule = plan(ceremony(TEXT))
    items = read(page.phone_page(schedule, page.imprint(schedule.ceremony))).one("ol", "items")
    assert [one.text for one in items.all("details")] == [
        "Lời dẫn, kỹ thuật|Người thực hiện: MC [họ tên]|Sân khấu: Lễ tân đứng hai bên|"
        "Lời dẫn: “Kính thưa các đồng chí! Lễ kỷ niệm được tổ chức trang trọng tại Hội trường, với sự có…” "
        "“… Xin mời toàn thể đứng dậy.”|"
        "Màn hình: Hình nền|Âm thanh: Mở micro bục GO quốc ca (tệp 01)|Ánh sáng: Toàn phần"
    ]


def test_delegates_read_running_numbers_and_the_plans_own_below() -> None:
    text = TEXT.replace("item: 2, ", "item: 1, ")
    for told, numbers in (
        (TEXT, ["1", "2"]),
        (text, ["1|mục 1", "2|mục 1"]),
        (text.replace("item: 1\n    ", ""), None),
    ):
        whole = ceremony(told)
        leaf = show_leaf(show(plan(whole), "vi"), printing(whole), pdf.Edition.DELEGATES)
        assert ["|".join(filter(None, row[:2])) for row in leaf["rows"]] == (numbers or ["1", "2|mục 1"])
