"""An office program lays the documents out as they are meant: paper, margins, one line for the State's name.

LibreOffice converts to PDF; poppler says where each word stands on the page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from runbook.render.word.assignment import assignment
from runbook.render.word.party import PARTY
from runbook.render.word.timetable import timetable
from runbook.text import nfc
from tests.page_samples import SMALL
from tests.word_samples import LONG, conference, planned, words_of_tasks

OFFICE = shutil.which("soffice")
POPPLER = shutil.which("pdftotext")
pytestmark = [
    pytest.mark.skipif(not OFFICE, reason="LibreOffice (soffice) is not installed"),
    pytest.mark.skipif(not POPPLER, reason="pdftotext of poppler is not installed"),
]
LONG_TEXT = SMALL.replace("name: Sở Y tế", f"name: {LONG}").replace("issuer: UBND Thành phố", f"issuer: {LONG}")
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "assignment": lambda: assignment(conference(), "vi"),
    "timetable": lambda: timetable(conference(), "vi"),
    "small": lambda: timetable(planned(SMALL), "vi"),
    "long": lambda: timetable(planned(LONG_TEXT.replace("Viết báo cáo", "Viết " + "x" * 195)), "vi"),
    "party": lambda: timetable(planned(SMALL), "vi", PARTY),
}
POINTS = 72 / 25.4  # a millimetre


@dataclass(frozen=True)
class Word:
    """A word on a page; its edges in millimetres from the left and the top."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    def line(self, text: str) -> list[Word]:
        """The words of that text where they follow each other."""
        wanted = text.split()
        for start in range(len(self.words)):
            found = self.words[start : start + len(wanted)]
            if [word.text for word in found] == wanted:
                return list(found)
        raise AssertionError(f"not on the page: {text}")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    """The pages of every document, all converted in one go: the program takes seconds to start."""
    folder = tmp_path_factory.mktemp("office")
    for name, make in DOCUMENTS.items():
        (folder / f"{name}.docx").write_bytes(make())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in DOCUMENTS]
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return {name: pages(folder / f"{name}.pdf") for name in DOCUMENTS}


def pages(pdf: Path) -> list[Page]:
    done = subprocess.run([str(POPPLER), "-bbox", str(pdf), "-"], capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    found = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', text, re.DOTALL)
    return [Page(float(width) / POINTS, float(height) / POINTS, tuple(_words(body))) for width, height, body in found]


def _words(body: str) -> list[Word]:
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    found: list[Word] = []
    for *edges, text in re.findall(pattern, body, re.DOTALL):
        word = Word(nfc(unescape(text)), *(float(edge) / POINTS for edge in edges))
        if found and _touch(found[-1], word):
            found[-1] = Word(found[-1].text + word.text, found[-1].left, found[-1].top, word.right, found[-1].bottom)
        else:
            found.append(word)
    return found


def _touch(one: Word, next_: Word) -> bool:
    """Poppler parts a word where a letter comes from another typeface, as where the first one lacks it."""
    return abs(next_.left - one.right) < 0.4 and one.top < next_.bottom and next_.top < one.bottom


def squeezed(found: list[Page]) -> str:
    """All letters of all pages, whatever breaks between them."""
    return "".join(word.text for page in found for word in page.words)


def near(found: float, wanted: float, by: float = 0.6) -> bool:
    return abs(found - wanted) <= by


def test_upright_pages_then_landscape_ones(laid_out: dict[str, list[Page]]) -> None:
    shapes = {name: [page.width > page.height for page in found] for name, found in laid_out.items()}
    assert shapes["small"] == [False, False, True, True]
    assert set(shapes["assignment"]) == {True}
    for found in shapes.values():
        assert found == sorted(found)
    for page in (page for found in laid_out.values() for page in found):
        assert near(min(page.width, page.height), 210)
        assert near(max(page.width, page.height), 297)


def test_no_page_is_empty_and_nothing_stands_outside_the_margins(laid_out: dict[str, list[Page]]) -> None:
    for name, found in laid_out.items():
        for page in found:
            left, right, bottom = (20, 20, 15) if page.width > page.height else (30, 15, 20)
            assert len(page.words) > 5, name
            assert min(word.left for word in page.words) >= left - 0.6, name
            assert max(word.right for word in page.words) <= page.width - right + 0.6, name
            assert max(word.bottom for word in page.words) <= page.height - bottom + 0.6, name


@pytest.mark.parametrize(
    ("name", "line", "middle"),
    [
        ("timetable", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 145),
        ("timetable", "Độc lập - Tự do - Hạnh phúc", 145),
        ("timetable", "THÀNH PHỐ HÀ NỘI", 62.5),
        ("timetable", "KẾ HOẠCH", 112.5),
        ("long", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 145),
        ("party", "ĐẢNG CỘNG SẢN VIỆT NAM", 145),
    ],
)
def test_the_heading_stands_in_single_lines_in_the_middle_of_its_halves(
    laid_out: dict[str, list[Page]], name: str, line: str, middle: float
) -> None:
    words = laid_out[name][0].line(line)
    assert near(words[0].top, words[-1].top)
    assert near((words[0].left + words[-1].right) / 2, middle)


def test_number_and_date_stand_on_one_line(laid_out: dict[str, list[Page]]) -> None:
    page = laid_out["timetable"][0]
    assert near(page.line("Số:")[0].bottom, page.line("Hà Nội, ngày")[0].bottom, by=1)


def test_pages_are_numbered_above_the_text_but_the_first_of_each_part(laid_out: dict[str, list[Page]]) -> None:
    for name, found in laid_out.items():
        upright = sum(page.width < page.height for page in found)
        for number, page in enumerate(found, 1):
            part, top, middle = (number, 20, 112.5) if number <= upright else (number - upright, 30, 148.5)
            head = [word for word in page.words if word.bottom < top - 1]
            assert [word.text for word in head] == ([str(part)] if part > 1 else []), name
            assert all(near((word.left + word.right) / 2, middle) for word in head), name


def test_the_head_of_the_table_stands_on_each_of_its_pages(laid_out: dict[str, list[Page]]) -> None:
    found = laid_out["assignment"]
    assert len(found) > 5
    for page in found:
        heads = [page.line(name)[0] for name in ("TT", "Nội dung công việc", "Cơ quan chủ trì", "Ghi chú")]
        assert all(near(word.top, heads[0].top) for word in heads)
        assert page is found[0] or 30 < heads[0].top < 36


def test_recipients_and_signature_stand_side_by_side_on_one_page(laid_out: dict[str, list[Page]]) -> None:
    last = [page for page in laid_out["timetable"] if page.width < page.height][-1]
    received, signed = last.line("Nơi nhận:"), last.line("TM. ỦY BAN NHÂN DÂN")
    assert near(received[0].left, 30)
    assert near(received[0].top, signed[0].top, by=1.5)
    assert last.line("Trần Sỹ Thanh")[0].left > 105
    assert last.line("- Lưu: VT.")[0].bottom < 277.6


@pytest.mark.parametrize("name", ["assignment", "timetable"])
def test_every_word_of_the_tasks_can_be_read_from_the_pages(laid_out: dict[str, list[Page]], name: str) -> None:
    said = squeezed(laid_out[name])
    assert [word for word in words_of_tasks(conference().ceremony) if word not in said] == []


def test_long_names_stand_in_full(laid_out: dict[str, list[Page]]) -> None:
    heading = "".join(word.text for word in laid_out["long"][0].words if word.right < 95)
    assert "".join(LONG.upper().split()) in heading
    said = squeezed(laid_out["long"])
    assert said.count("x") >= 195 * 2  # in the orders, in the table
