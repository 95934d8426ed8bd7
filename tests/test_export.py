"""One document of a ceremony in the kind of file its name ends with."""

from __future__ import annotations

import json
import os
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import Result

from tests.paper import pages_of
from tests.test_cli import run
from tests.workspace import CEREMONY, FIRST, SECOND, done, files

ENDINGS = ".pdf, .docx, .xlsx, .yaml, .html, .svg, .png, .mmd, .dot, .csv, .json"
BEGIN = {
    "so-tay.pdf": b"%PDF-",
    "tien-do.docx": b"PK\x03\x04",
    "ke-hoach.xlsx": b"PK\x03\x04",
    "dien-thoai.html": b"<!DOCTYPE html>",
    "tien-do.svg": b"<?xml",
    "tien-do.png": b"\x89PNG",
    "tien-do.mmd": b"gantt\n",
    "so-do.dot": b"digraph",
    "viec.csv": b"\xef\xbb\xbf",
    "plan.json": b"{",
}
NATIONS = ("ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
WORD = "timetable, timetable-party, tasks, tasks-by-agency"
LONGER = CEREMONY.replace("so-y-te, work: 1d", "so-y-te, work: 2d")
PAPERS = (
    *("priorities", "sheet", "sheets", "timeline", "network", "show", "presenter", "technical", "delegates"),
    *("tasks", "tasks-by-agency", "matrix", "decisions", "dates"),
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("le.yaml").write_text(CEREMONY, encoding="utf-8")


def exported(name: str, *options: str) -> Result:
    result = run("export", "le.yaml", name, *options)
    assert (result.exit_code, result.stdout) == (0, f"Đã viết {name}\n")
    return result


@pytest.mark.parametrize("name", BEGIN)
def test_the_ending_says_what_is_written_and_twice_it_is_the_same(name: str) -> None:
    exported(name)
    first = Path(name).read_bytes()
    assert first.startswith(BEGIN[name])
    Path(name).unlink()
    exported(name)
    assert Path(name).read_bytes() == first


def test_a_table_begins_with_one_mark_of_its_encoding() -> None:
    exported("viec.csv")
    assert not Path("viec.csv").read_text(encoding="utf-8-sig").startswith("\ufeff")


@pytest.mark.parametrize("what", PAPERS)
def test_every_paper_is_a_pdf_of_its_own(what: str) -> None:
    exported(f"{what}.pdf", "--what", what)
    assert Path(f"{what}.pdf").read_bytes().startswith(b"%PDF-")


def test_a_sheet_is_of_the_day_and_the_agency_asked_for() -> None:
    exported("a.pdf", "--what", "sheet", "--date", "N", "--agency", "Sở Y tế")
    exported("b.pdf", "--what", "sheet", "--date", "N-1")
    assert Path("a.pdf").read_bytes() != Path("b.pdf").read_bytes()


def test_a_workbook_is_a_ceremony_file_and_leads_back_to_one() -> None:
    exported("le.xlsx")
    again = run("export", "le.xlsx", "le-2.yaml")
    assert (again.exit_code, again.stdout) == (0, "Đã viết le-2.yaml\n")
    plans = [json.loads(run("plan", name, "--json").stdout) for name in ("le.yaml", "le.xlsx", "le-2.yaml")]
    assert plans[0] == plans[1] == plans[2]


def test_a_workbook_is_cloned_as_the_text_that_says_the_same() -> None:
    exported("le.xlsx")
    for name in ("le.yaml", "le.xlsx"):
        result = run("clone", name, "--to", "21/11/2025", "--output", f"moi-{name}.yaml")
        assert result.exit_code == 0, result.output
    cloned = [json.loads(run("plan", f"moi-{name}.yaml", "--json").stdout) for name in ("le.yaml", "le.xlsx")]
    assert cloned[0] == cloned[1]


@pytest.mark.parametrize("what", ["phone", "priorities", "timeline", "show", "matrix", "decisions", "dates", "sheet"])
def test_every_page_of_a_build_can_be_had_alone(what: str) -> None:
    exported("a.html", "--what", what)
    done(run("build", "le.yaml", "--only", "pages", "--output", "ra"))
    assert Path("a.html").read_bytes() in files("ra").values()


@pytest.mark.parametrize("what", ["timetable", "timetable-party", "tasks", "tasks-by-agency"])
def test_every_document_for_word_is_one_of_its_own(what: str) -> None:
    exported(f"{what}.docx", "--what", what)
    with ZipFile(f"{what}.docx") as package:
        text = package.read("word/document.xml").decode()
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in text) is (what == "timetable-party")


@pytest.mark.parametrize("issuer", ["Thành ủy Hà Nội", "Uỷ ban nhân dân tỉnh"])
def test_what_is_signed_has_the_form_of_whoever_issues_it(issuer: str) -> None:
    """In a build too there is one timetable, and the delegates' programme looks like it."""
    Path("le.yaml").write_text(CEREMONY.replace("issuer: UBND Thành phố", f"issuer: {issuer}"), encoding="utf-8")
    exported("a.docx")
    exported("a.pdf", "--what", "delegates")
    with ZipFile("a.docx") as package:
        text = package.read("word/document.xml").decode()
    wanted, other = NATIONS if issuer == "Thành ủy Hà Nội" else NATIONS[::-1]
    for said in (text, "".join(page.text for page in pages_of(Path("a.pdf").read_bytes()))):
        assert wanted in said
        assert other not in said
    done(run("build", "le.yaml", "--only", "office", "--output", "ra"))
    assert [name for name in files("ra") if "tien-do" in name] == ["tai-lieu-chung/ke-hoach-tien-do.docx"]
    assert Path("a.docx").read_bytes() in files("ra").values()


def test_what_a_release_changed_is_printed_for_all_and_for_one() -> None:
    def asked(*options: str) -> Result:
        return run("export", "le.yaml", "thay-doi.pdf", "--what", "changes", *options)

    for said in ("chưa phát hành bản nào", "mới có bản phát hành số 1"):
        refused = asked()
        assert refused.exit_code == 1
        assert said in refused.stderr
        assert run("release", "le.yaml", "-m", "Bản", "--at", FIRST).exit_code == 0
        Path("le.yaml").write_text(LONGER, encoding="utf-8")
        if said.startswith("mới"):
            assert run("release", "le.yaml", "-m", "Bản", "--at", SECOND).exit_code == 0
    sizes = []
    for options in ((), ("--agency", "so-y-te")):
        assert asked(*options).exit_code == 0
        sizes.append(len(Path("thay-doi.pdf").read_bytes()))
    assert sizes[0] != sizes[1]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("le.odt",), 2, f"Lỗi: không biết viết “le.odt”; tên tệp phải có đuôi: {ENDINGS}."),
        (
            ("a.docx", "--what", "show"),
            2,
            "Lỗi: tệp .docx không có “show”; có: timetable, timetable-party, tasks, tasks-by-agency.",
        ),
        (("a.pdf", "--what", "agency"), 2, "Lỗi: cần --agency: phần việc của cơ quan nào."),
        (("le.yaml",), 1, "Lỗi: “le.yaml” đã có, không ghi đè."),
        (("chua-co/viec.json",), 1, "Lỗi: không ghi được “viec.json”: không có thư mục “chua-co”."),
    ],
)
def test_what_cannot_be_written_is_told(words: tuple[str, ...], code: int, said: str) -> None:
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    result = run("export", "le.yaml", *words)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (code, said)
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before


def test_another_kind_of_file_is_not_written_over() -> None:
    Path("a.pdf").write_text("của người khác", encoding="utf-8")
    result = run("export", "le.yaml", "a.pdf")
    assert result.exit_code == 1
    assert Path("a.pdf").read_text(encoding="utf-8") == "của người khác"
