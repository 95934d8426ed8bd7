"""A build is the whole set: named so that a person finds it, reached from its index, chosen by --only."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

import pypdfium2
import pytest

from runbook.console import progress
from runbook.render.bundle import SETS
from runbook.render.products import OF_PROGRESS, ON_REQUEST, PRODUCTS
from tests.page_samples import read
from tests.workspace import CEREMONY, ROOT, SECOND, Workspace, common, done, files, own, readers, run

LONGER = CEREMONY.replace("so-y-te, work: 1d", "so-y-te, work: 2d")
SENT = ["phan-viec.html", "phan-viec.pdf", "thay-doi.html", "thay-doi.pdf", "lich.ics", "lich-cap-nhat.ics"]


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    workspace = Workspace()
    workspace.write(CEREMONY)
    return workspace


def built(*options: str, language: str = "vi") -> dict[str, bytes]:
    result = done(run("build", "le.yaml", "--output", "ra", *options, language=language))
    assert "Lỗi" not in result.stderr
    return {name: data for name, data in files("ra").items() if name != "runbook-build.json"}


def lines(index: bytes) -> dict[str, list[str]]:
    """The paths that the lines of an index lead to, by the names of the lines."""
    found: dict[str, list[str]] = {}
    for line in read(index.decode()).one("main").all("li"):
        links = [unquote(link.attributes["href"] or "") for link in line.all("a")]
        found.setdefault(line.one("b").text, []).extend(links)
    return found


def test_a_build_is_every_product_once_and_all_open_from_the_index(desk: Workspace) -> None:
    """The second release, so that there are changes; the language of the screen is not that of the documents."""
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    found = built()
    assert found == built(language="en")
    endings = {ending for one in SETS.values() for ending in one}
    assert endings == {*PRODUCTS, ".ics"} - {".yaml"}  # the file itself is there already
    reached = [path for paths in lines(found["index.html"]).values() for path in paths]
    assert sorted(reached) == sorted(set(found) - {"index.html"})
    assert all(name.isascii() for name in found)
    for ending in PRODUCTS.keys() - {".yaml", ".html", ".pdf"}:
        stems = {Path(name).stem.rstrip("-0123456789") for name in found if name.endswith(ending)}
        other = {"timetable-party", *OF_PROGRESS, *ON_REQUEST}  # one timetable is enough, and nothing is reported yet
        assert len(stems) == len(PRODUCTS[ending].keys() - other), ending
    papers = [name for name in found if name.endswith(".pdf") and not name.startswith(("don-vi/", "phieu-ngay/"))]
    assert len(papers) == len(PRODUCTS[".pdf"].keys() - OF_PROGRESS - ON_REQUEST) - len(("sheet", "sheets", "agency"))


def test_what_is_an_agencys_own_lies_in_one_folder_and_on_one_line(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(LONGER, SECOND)
    found = built("--only", "pages,paper,calendars")
    health = {name for name in found if name.startswith("don-vi/so-y-te/")}
    assert health == {own("so-y-te", name) for name in (*SENT, "viec-can-lam.ics", "phieu-cac-ngay.pdf")}
    assert own("ba-dinh", "phieu-cac-ngay.pdf") not in found  # its duties are the group's
    on_index = lines(found["index.html"])
    assert set(on_index["Sở Y tế"]) == health
    assert on_index["T6 22/11/2024"] == ["phieu-ngay/2024-11-22-ngay-N.html", "phieu-ngay/2024-11-22-ngay-N.pdf"]
    assert own("van-phong", "phieu-2024-11-22-ngay-N.pdf") in on_index["Văn phòng UBND"]
    assert readers(found, "lich.ics") == {"", "van-phong", "cong-an", "so-y-te", "cac-quan", "ba-dinh", "tay-ho"}


def test_an_agency_prints_each_of_its_days_from_one_file(desk: Workspace) -> None:
    found = built("--only", "paper")
    with pypdfium2.PdfDocument(found[own("so-y-te", "phieu-cac-ngay.pdf")]) as document:
        days = [one.get_title() for one in document.get_toc()]
    assert days == ["T5 14/11/2024 (N-8)", "T6 15/11/2024 (N-7)", "T2 18/11/2024 (N-4)"]


def test_names_are_in_the_language_of_the_ceremony(desk: Workspace) -> None:
    desk.write(CEREMONY.replace("title: Lễ kỷ niệm\n", "title: Anniversary\nlanguage: en\n"))
    found = built("--only", "pages,calendars,office,data,pictures")
    assert {
        "index.html",
        "phone.html",
        "for-everybody/duty-matrix.html",
        "for-everybody/plan.xlsx",
        "programme/run-of-show.html",
        "run-sheets/2024-11-15-day-N-7.html",
        "agencies/so-y-te/so-y-te-part.html",
        "agencies/so-y-te/so-y-te-calendar.ics",
        "pictures/timeline.svg",
        "data/task-assignment.csv",
    } <= set(found)


@pytest.mark.parametrize("name", ["calendars", "data", "office", "pictures"])
def test_a_set_is_chosen_by_its_name(name: str) -> None:
    found = built("--only", name)
    assert {f".{path.split('.')[-1]}" for path in found if path != "index.html"} == set(SETS[name])


def test_a_part_that_is_none_is_told_and_nothing_is_written() -> None:
    refused = run("build", "le.yaml", "--only", "papier", "--output", "ra")
    said = f"Lỗi: không có phần “papier”. Có phải ý bạn là “paper”? Các phần: {', '.join(SETS)}."
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (2, said)
    assert not Path("ra").exists()


def test_without_the_typesetter_the_rest_is_written_and_what_is_missing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)  # as where the wheel is not installed
    result = run("build", "le.yaml", "--only", "pictures,data,office", "--output", "ra")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        1,
        "Lỗi: 2 tệp không viết được (hinh-ve/tien-do.png, hinh-ve/so-do-mang.png): chưa có bộ dàn trang PDF; cài: "
        "pip install typst",
    )
    found = files("ra")
    assert {"hinh-ve/tien-do.svg", "du-lieu/ke-hoach.json", common("ke-hoach.xlsx")} < set(found)
    assert {path for paths in lines(found["index.html"]).values() for path in paths} < set(found)
    refused = run("build", "le.yaml", "--only", "paper", "--output", "khac")
    assert (refused.exit_code, refused.stderr) == (1, "Lỗi: chưa có bộ dàn trang PDF; cài: pip install typst\n")
    assert not Path("khac").exists()


def test_a_letter_no_font_has_keeps_only_its_own_papers_away(desk: Workspace) -> None:
    desk.write(CEREMONY.replace("Trực cấp cứu", "Trực cấp cứu 漢"))
    result = run("build", "le.yaml", "--only", "paper,pages", "--output", "ra")
    found = set(files("ra"))
    assert result.exit_code == 1
    assert ", …)" in result.stderr
    assert "phông chữ in không có chữ “" in result.stderr
    assert own("so-y-te", "phan-viec.pdf") not in found
    assert {own("so-y-te", "phan-viec.html"), own("van-phong", "phan-viec.pdf")} < found


def test_drafts_are_told_apart_by_a_mark_of_what_they_say(desk: Workspace) -> None:
    def marks(text: str) -> set[str]:
        desk.write(text)
        found = built("--only", "pages,pictures")
        pages = [data.decode() for name, data in found.items() if name.endswith((".html", ".svg"))]
        said = [re.search("Dự thảo ([0-9a-f]{7}), chưa phát hành", page) for page in pages]
        return {one[1] if one else "" for one in said}

    (first,), (again,), (other,) = marks(CEREMONY), marks(f"# ghi chú\n{CEREMONY}"), marks(LONGER)
    assert first == again != other


def test_a_ceremony_without_a_programme_is_printed_as_well(desk: Workspace) -> None:
    """Its names hold what each kind of file must take for text; it is written as a Mac spells Vietnamese."""
    bare = """\
ceremony: le
title: Lễ kỷ niệm "70 năm"; Hà Nội
date: 22/11/2024
hours: 08:30-10:30
start: 18/11/2024 08:00
agencies: {x: 'Sở A, "B"; <b>C</b>', y: Công an}
tasks:
  A: {title: 'Họp, =1+1 <script>alert(1)</script>', lead: x, work: 1d, support: y}
  B: {title: Gửi, lead: y, work: 1d, after: A, finish: by 20/11/2024}
"""
    desk.write(normalize("NFD", bare))
    found = built()
    assert [name for name in found if name.startswith("kich-ban/")] == []
    assert "phieu-ngay/2024-11-22-ngay-N.pdf" in found
    unsafe = [name for name, data in found.items() if b"<script>alert" in data and name.endswith((".html", ".svg"))]
    assert unsafe == []


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_person_sees_how_many_of_how_many_and_nothing_is_left_of_it() -> None:
    screen, file = Terminal(), io.StringIO()
    for stream in (screen, file):
        with progress(stream, "vi") as step:
            step(9, 10)
            step(10, 10)
    assert screen.getvalue() == "\rĐang viết 9/10\rĐang viết 10/10\r               \r"
    assert file.getvalue() == ""


@pytest.mark.parametrize("only", ["pages,calendars,data", pytest.param(",".join(SETS), marks=pytest.mark.slow)])
def test_the_shipped_conference_is_whole_linked_and_the_same_each_time(only: str, desk: Workspace) -> None:
    desk.write((ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8"))
    found = built("--only", only)
    assert found == built("--only", only, language="en")
    reached = [path for paths in lines(found["index.html"]).values() for path in paths]
    assert sorted(reached) == sorted(set(found) - {"index.html"})
    assert len(readers(found, "phan-viec.html")) == 46


def test_only_calendars_are_called_a_draft(desk: Workspace) -> None:
    assert "dự thảo" not in run("build", "le.yaml", "--only", "data", "--output", "ra").output
    assert "dự thảo" in run("build", "le.yaml", "--only", "calendars", "--output", "ra").output


def test_days_are_found_for_what_is_left_of_a_plan_that_is_under_way(desk: Workspace) -> None:
    at = ("--now", "21/11/2024 08:00")
    assert "không kịp" in days_of(built("--only", "pages", *at))
    done(run("done", "le.yaml", "--as-planned", *at))
    assert "không kịp" not in days_of(built("--only", "pages", *at))


def days_of(found: dict[str, bytes]) -> str:
    return read(found[common("chon-ngay-to-chuc.html")].decode()).one("main").text
