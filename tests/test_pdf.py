"""Documents on paper: every word can be read back, every page says what it is of, the same bytes always."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from runbook.model import Ceremony
from runbook.render import pdf
from runbook.render.drawing.scene import Text
from runbook.render.pdf import leaf, typesetting
from runbook.render.pdf.show import show_leaf
from runbook.reports.sheet import sheet
from runbook.reports.show import show
from runbook.schedule import plan
from tests.page_samples import SMALL
from tests.paper import VIETNAMESE, bookmarks_of, faults_of, letters_of, pages_of, roles_of, words_of
from tests.paper_samples import SCENE, documents, printing
from tests.reading import ceremony
from tests.shipped import ROOT

CONFERENCE = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")
NAMES = tuple(documents(SMALL))
ALL_LETTERS = SMALL.replace("Viết báo cáo", VIETNAMESE[:73]).replace("Hai trang", VIETNAMESE[73:])


def said_by(whole: Ceremony) -> Iterator[str]:
    """Every text of a ceremony that its papers show."""
    yield from (whole.title, whole.venue.name, whole.venue.address)
    for agency in whole.agencies:
        if not agency.group:
            yield from (agency.name, agency.phone, agency.email)
            yield from (text for one in agency.contacts for text in (one.name, one.phone, one.duty))
    for task in whole.tasks:
        yield from (task.title, task.note, task.location, task.cue, task.trouble)
    for decision in whole.decisions:
        yield from (decision.trigger, decision.choose)
    yield from (*whole.assumptions.values(), *whole.phases.values())


@pytest.mark.parametrize("text", [SMALL, CONFERENCE], ids=["small", "conference"])
def test_every_word_of_a_ceremony_can_be_read_back_from_its_book(text: str) -> None:
    read = words_of(" ".join(page.text for page in pages_of(documents(text)["book"])))
    assert words_of(" ".join(said_by(ceremony(text)))) - read == set()


def test_a_word_that_fills_lines_is_found_line_by_line() -> None:
    """Nothing stands between its letters but where a line ends."""
    whole = ceremony(SMALL.replace("title: Mở cửa,", f"title: Mở {'M' * 60} cửa,"))
    schedule = plan(whole)
    [page, *_] = pages_of(pdf.run_sheet(sheet(schedule, "vi", schedule.day), printing(whole)))
    assert [len(found) for found in re.findall("M{2,}", page.text)] == [22, 22, 16]


@pytest.mark.parametrize("name", [name for name in NAMES if name != "scenes"])  # a scene says it itself
def test_every_page_says_of_which_plan_and_release_it_is_and_which_page(name: str) -> None:
    pages = pages_of(documents(CONFERENCE)[name])
    for number, page in enumerate(pages, 1):
        text = letters_of(page.text)
        for words in ("Kế hoạch số 324/KH-UBND ngày 08/11/2024", "Bản phát hành số 2", f"Trang {number}/{len(pages)}"):
            assert letters_of(words) in text


@pytest.mark.parametrize("text", [SMALL, CONFERENCE], ids=["small", "conference"])
@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_pdf_a_and_nothing_runs_out_of_its_place(name: str, text: str) -> None:
    made = documents(text)[name]
    pages = pages_of(made)
    assert faults_of(made) == []
    assert [words for page in pages for words in (*page.outside(), *page.overprinted())] == []


def test_headings_and_tables_are_tagged() -> None:
    assert {"/H1", "/H2", "/Table", "/THead", "/TH", "/TR", "/TD"} <= roles_of(documents(SMALL)["sheet"])
    assert "/Figure" in roles_of(documents(SMALL)["scenes"])


def test_a_paper_without_a_release_says_so() -> None:
    whole = ceremony(SMALL)
    schedule = plan(whole)
    [page, *_] = pages_of(pdf.run_sheet(sheet(schedule, "vi", schedule.day), printing(whole, "")))
    assert "Bản dự thảo, chưa phát hành" in page.text


def test_the_papers_of_an_english_ceremony_are_in_english() -> None:
    text = documents(SMALL.replace("language: vi", "language: en"))
    assert [name for name, made in text.items() if "Trang 1/" in pages_of(made)[0].text] == []
    assert "Page 1 of" in pages_of(text["sheet"])[0].text
    assert "SOCIALIST REPUBLIC OF VIET NAM" in pages_of(text["DELEGATES"])[0].text


def test_every_vietnamese_letter_is_in_every_face() -> None:
    made = documents(ALL_LETTERS)
    for name in ("agency", "tasks", "book"):
        read = "".join(page.text for page in pages_of(made[name]))
        assert sorted(set(VIETNAMESE) - set(read)) == [], name


FACES = Path(typesetting.__file__).parent / "fonts"


@pytest.mark.parametrize("face", sorted(path.name for path in FACES.glob("*[!h]-*.ttf") if "Symbols" not in path.name))
def test_a_bundled_face_has_all_146_letters(face: str) -> None:
    from fontTools.ttLib import TTFont

    assert {ord(letter) for letter in VIETNAMESE} - set(TTFont(FACES / face).getBestCmap()) == set()
    assert len(VIETNAMESE) == 146


def test_a_letter_no_face_has_is_refused_by_its_name() -> None:
    whole = ceremony(SMALL.replace("Mở cửa,", "Mở cửa 漢,"))
    schedule = plan(whole)
    with pytest.raises(pdf.LettersError) as caught:
        pdf.run_sheet(sheet(schedule, "vi", schedule.day), printing(whole))
    assert "漢" in caught.value.letters


def test_signs_office_people_type_are_printed() -> None:
    whole = ceremony(SMALL.replace("Hai trang", "☐ → ≥ 2 ★ ✓ № 5 ₫"))
    [page, *_] = pages_of(pdf.agency_part(plan(whole), "so-vhtt", printing(whole)))
    assert {"☐", "→", "≥", "★", "✓", "№", "₫"} <= set(page.text)


def test_markup_of_the_typesetter_in_a_title_is_text() -> None:
    title = "#panic() *đậm* $x$ _nghiêng_ `mã` <nhãn> @ai // hết"
    whole = ceremony(SMALL.replace("title: Mở cửa,", f"title: '{title}',"))
    schedule = plan(whole)
    pages = pages_of(pdf.run_sheet(sheet(schedule, "vi", schedule.day), printing(whole)))
    assert letters_of(title) in letters_of(" ".join(page.text for page in pages))


def test_the_same_bytes_twice_and_in_another_process_with_another_clock_and_locale(tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    code = (
        "import sys; from pathlib import Path; from tests.paper_samples import documents, SMALL;"
        "made = documents(SMALL); Path(sys.argv[1]).write_bytes(b''.join(made.values()))"
    )
    abroad = {
        **os.environ,
        "TZ": "Pacific/Apia",
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
    }
    subprocess.run([sys.executable, "-c", code, str(again)], cwd=ROOT, env=abroad, check=True)
    assert again.read_bytes() == b"".join(documents.__wrapped__(SMALL).values())  # printed once more, not remembered


def test_the_bookmarks_of_a_book_lead_where_its_contents_say() -> None:
    made = documents(CONFERENCE)["book"]
    pages = pages_of(made)
    contents = letters_of("".join(page.text for page in pages[1:4]))
    marks = bookmarks_of(made)
    assert [level for level, title, _ in marks if title in ("Phiếu điều hành từng ngày", "T6 22/11/2024 (NGÀY N)")] == [
        0,
        1,
    ]
    for _, title, number in marks:
        assert re.search(re.escape(letters_of(title)) + rf"\.*{number}(?!\d)", contents), title
    [day_n] = [number for _, title, number in marks if title == "T6 22/11/2024 (NGÀY N)"]
    assert "PHIẾU ĐIỀU HÀNH NGÀY" in pages[day_n - 1].text


def test_a_head_stands_on_every_page_of_a_table_and_a_band_never_last() -> None:
    schedule = plan(ceremony(CONFERENCE))
    bands = [band.title.upper() for band in sheet(schedule, "vi", schedule.day).bands]
    pages = [page.text.splitlines() for page in pages_of(documents(CONFERENCE)["sheet"])]
    assert all(any("Nội dung công việc" in line for line in lines) for lines in pages[:2])
    for lines in pages:
        last = max(number for number, line in enumerate(lines) if not line.startswith(("Kế hoạch số", "Bản phát hành")))
        assert lines[last] not in bands


@pytest.mark.parametrize(
    ("name", "band"),
    [
        ("sheet", "TRƯỚC GIỜ KHAI MẠC"),
        ("tasks", "Chương trình"),
        ("tasks of each", "Văn phòng Ủy ban nhân dân Thành phố"),
        ("matrix", "PHÓNG SỰ"),
        ("decisions", "ĐẦU MỐI LIÊN HỆ"),
        ("plan", "VIỆC PHẢI LÀM, VIỆC GẤP TRƯỚC"),
    ],
)
def test_what_goes_on_over_a_page_says_so_and_says_it_nowhere_else(name: str, band: str) -> None:
    """Above all of a table's pages stands its band, above all but the first with the word that it goes on."""
    pages = [page.text.splitlines() for page in pages_of(documents(CONFERENCE)[name])]
    bands = re.compile(rf"(?:[IVXL]+ )?{re.escape(band)}( \(tiếp\))?\s*")
    found = [[one[1] for line in lines if (one := bands.fullmatch(line))] for lines in pages]
    said = [words for page in found for words in page]
    assert said == [None, *[" (tiếp)"] * (len(said) - 1)]
    assert len(said) > 1
    heads = ["(tiếp)" in " ".join(lines[:3]) for lines in pages]
    assert name.startswith("tasks") or heads == [False] + [True] * (len(pages) - 1)


@pytest.mark.parametrize(
    ("agency", "day", "count", "lines"),
    [("so-y-te", 13, 1, 3), ("so-noi-vu", 11, 1, 2), ("so-vhtt", 18, 2, 5), ("so-y-te", 22, 2, 5)],
)
def test_fewer_blank_lines_spare_a_page_that_would_hold_them_alone(
    agency: str, day: int, count: int, lines: int
) -> None:
    """Where even the least would not fit, or the page is there anyway, there are as many as ever."""
    whole = ceremony(CONFERENCE)
    pages = pages_of(pdf.run_sheet(sheet(plan(whole), "vi", date(2024, 11, day), agency), printing(whole)))
    last = pages[-1].text.partition("PHÁT SINH")[2]
    assert (len(pages), last.count("…… : ……")) == (count, lines)


def test_a_row_is_kept_on_one_page_unless_it_is_taller_than_a_page() -> None:
    longer = "chữ " * 3000
    for note, pages_of_note in (("chữ " * 40, 1), (longer, 3)):
        whole = ceremony(SMALL.replace("Hai trang", note.strip()))
        pages = pages_of(pdf.agency_part(plan(whole), "so-vhtt", printing(whole)))
        assert sum("chữ chữ" in page.text for page in pages) in range(
            pages_of_note, pages_of_note + 3 if note == longer else 2
        )
        assert [words for page in pages for words in page.outside()] == []


def test_a_cue_is_told_to_whom_it_is_for() -> None:
    whole = ceremony(SMALL)
    data = show_leaf(show(plan(whole), "vi"), printing(whole), pdf.Edition.PRESENTER)
    assert [(row["cue"], row["spoken"]) for row in data["rows"]] == [
        (["MC1", ", ", "KT2", " (đèn)"], ["MC1", ""]),
        ([], []),
    ]


def test_without_the_typesetter_all_else_works_and_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ceremony(SMALL)
    typesetting._fonts.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(pdf.NoTypstError):
        pdf.decision_points(plan(whole), printing(whole))


def test_a_page_as_a_picture() -> None:
    whole = ceremony(SMALL)
    pictures = pdf.pictures(leaf.document(printing(whole), "Tiến độ", list(pdf.scene_leaves([SCENE], "Tiến độ"))))
    assert [one[:8] for one in pictures] == [b"\x89PNG\r\n\x1a\n"]


def test_a_picture_has_no_empty_boxes_either() -> None:
    whole = ceremony(SMALL)
    drawing = replace(SCENE, items=(Text(20, 20, "漢", 8),))
    with pytest.raises(pdf.LettersError):
        pdf.pictures(leaf.document(printing(whole), "Tiến độ", list(pdf.scene_leaves([drawing], "Tiến độ"))))


def test_the_date_of_a_file_is_that_of_the_plan() -> None:
    found: Mapping[str, bytes] = documents(SMALL)
    assert b"D:20241101000000" in found["sheet"]
