"""A PDF is read as a person reads the page: columns apart, lines rejoined, numbers of pages left out."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import docx
import pikepdf
import pytest

from runbook.draft.document import Cell, Document
from runbook.draft.reading import columns, pdf, read
from runbook.draft.refusal import NotAPlanError
from runbook.office import pages
from runbook.office.guard import RefusedError
from tests.plan_documents import PLAN, Sheet, as_docx, as_pdf, sheet, texts
from tests.shipped import ROOT
from tests.test_draft_reading import PLANS, faults, shared

PAGE = '#set page(paper: "a4")\n#set text(size: 14pt, font: "Tinos", lang: "vi", hyphenate: false)\n'
NO_SHEET = Sheet([], [], [], [], [], [])


def typeset(text: str) -> Document:
    """A PDF of typst markup, read."""
    found = read(as_pdf(NO_SHEET, PAGE + text), "a.pdf")
    assert faults(found) == []
    return found


def changed(change: Callable[[pikepdf.Pdf], None], **saved: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_pdf(NO_SHEET, PAGE + "Kế hoạch"))) as document:
        change(document)
        document.save(out, **saved)  # type: ignore[arg-type]
    return out.getvalue()


def test_a_plan_is_the_same_as_text_and_as_a_pdf() -> None:
    plain = sheet(read(PLAN.encode(), "a.txt"))
    found = read(as_pdf(plain), "a.pdf")
    assert texts(found) == plain.all
    assert faults(found) == []
    assert found.pages == 2
    assert {one.page for one in found.paragraphs} == {1, 2}


def test_letters_drawn_after_the_rest_of_their_line_stand_in_their_words() -> None:
    """As where a program takes the letters with marks from a second font: they are drawn once a line is done."""
    line = "1. Thành phô Hà Tô và Lê Ký (10/10/1954 - 10/10/2024) ô Lô"

    def twice(document: pikepdf.Pdf) -> None:
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Courier", "/Encoding": "/WinAnsiEncoding"}
        courier = pikepdf.Dictionary({name: pikepdf.Name(value) for name, value in font.items()})
        document.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(A=courier, B=courier))
        document.pages[0].Contents = document.make_stream(b"".join(drawn(line, marks) for marks in (False, True)))

    assert texts(read(changed(twice), "a.pdf")) == [line]


def test_a_full_line_goes_on_with_a_capital_letter() -> None:
    """Whether on the same page or the next."""
    parties = "Lãnh đạo Thành phố, Ban Tuyên giáo Thành ủy, Công an Thành phố"
    items = [f"- Dự thảo {'rất ' * n}ngắn, báo cáo {parties} theo quy định;" for n in range(12)]
    found = typeset(
        "#set page(height: 4cm, width: 11cm, margin: 1cm)\n#set text(spacing: 150%)\n#set par(spacing: 0.65em)\n"
        + "\n\n".join(f"\\{one}" for one in items)
    )
    assert texts(found) == items


def test_a_bold_heading_that_fills_its_line_ends_there() -> None:
    heading = "1. Sở Văn hóa và Thể thao, Sở Thông tin và Truyền thông tỉnh Bắc"
    below = "Chủ trì, phối hợp với các đơn vị liên quan xây dựng kịch bản chi tiết, chuẩn bị các điều kiện."
    indented = "#set par(first-line-indent: (amount: 1.27cm, all: true))\n"
    assert texts(typeset(f"{indented}*{heading}*\n\n{below}\n\n*2. Sở Tài chính*")) == [
        heading,
        below,
        "2. Sở Tài chính",
    ]


def drawn(line: str, marks: bool) -> bytes:
    """Only the letters with marks of a line, or only the others, in Courier; blanks are not drawn."""
    apart = (sign if (sign in "àôêý") == marks and sign != " " else "" for sign in line)
    shown = " ".join(f"<{sign.encode('cp1252').hex()}>" if sign else "-600" for sign in apart)
    return f"BT /{'B' if marks else 'A'} 14 Tf 1 0 0 1 70 700 Tm [{shown}] TJ ET\n".encode()


def test_decomposed_letters_of_a_pdf_are_composed() -> None:
    plain = sheet(read(PLAN.encode(), "a.txt"))
    apart = Sheet(*([unicodedata.normalize("NFD", one) for one in getattr(plain, name)] for name in Sheet.__slots__))
    found = read(as_pdf(apart), "a.pdf")
    assert texts(found) == plain.all
    assert faults(found) == []


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.glob("*.txt")) or ["none.txt"])
def test_real_plans_are_the_same_as_pdf(name: str) -> None:
    plain = sheet(read(shared(name).read_bytes(), name))
    assert texts(read(as_pdf(plain), "a.pdf")) == plain.all


def test_head_and_foot_are_two_columns_each() -> None:
    found = read(as_pdf(sheet(read(PLAN.encode(), "a.txt"))), "a.pdf")
    cells = {one.text: one.cell for one in found.paragraphs if one.cell}
    assert cells["Số: 45/KH-UBND"] == Cell(0, 0, 0)
    assert cells["Độc lập - Tự do - Hạnh phúc"] == Cell(0, 0, 1)
    assert cells["Lưu: VT, KGVX."] == Cell(1, 0, 0)
    assert cells["Nguyễn Thị An"] == Cell(1, 0, 1)
    (subject,) = [one for one in found.paragraphs if one.text.startswith("Tổ chức Lễ")]
    assert (subject.bold, subject.centred) == (True, True)


def test_columns_go_on_over_the_end_of_a_page() -> None:
    found = typeset(
        "#set page(height: 8cm)\n#for n in range(7) [Dòng thân bài số #n kéo dài cho hết bề ngang trang giấy.\n\n]"
        "#grid(columns: (50%, 50%), [Nơi nhận:\\ \\- Sở Y tế;\\ \\- Công an;\\ \\- Lưu: VT.],"
        "align(center)[KT. CHỦ TỊCH\\ PHÓ CHỦ TỊCH])"
    )
    assert texts(found)[-6:] == ["Nơi nhận:", "- Sở Y tế;", "- Công an;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


def test_hours_beside_what_happens_stay_in_their_line() -> None:
    found = typeset("#grid(columns: (30%, 70%), row-gutter: 1em, [08h00], [Đón tiếp.], [08h30], [Khai mạc.])")
    assert texts(found) == ["08h00 Đón tiếp.", "08h30 Khai mạc."]


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert texts(typeset("#block(width: 3.9cm)[một hai ba bốn áp-phích năm]")) == ["một hai ba bốn áp-phích năm"]


def test_running_heads_and_numbers_are_left_out() -> None:
    found = typeset(
        "#set page(height: 6cm, header: [KH Lễ kỷ niệm], footer: context [#counter(page).display()])\n"
        "#for n in range(12) [Đoạn số #n.\n\n]"
    )
    assert texts(found) == [f"Đoạn số {n}." for n in range(12)]
    assert found.pages is not None
    assert found.pages > 2


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: as_pdf(NO_SHEET, "#rect()"), "no-text"),
        (lambda: changed(lambda _: None, encryption=pikepdf.Encryption(owner="a", user="b")), "locked-pdf"),
    ],
)
def test_what_holds_no_text_is_told(make: Callable[[], bytes], code: str) -> None:
    with pytest.raises(NotAPlanError) as caught:
        read(make(), "a.pdf")
    assert caught.value.code == code


def form(document: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    return document.make_stream(content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])


def recursive(document: pikepdf.Pdf) -> None:
    """A drawing that draws itself twice, and each of these itself."""
    names = pikepdf.Dictionary()
    for depth in range(40):
        one = form(document, f"/F{depth + 1} Do /F{depth + 1} Do".encode())
        one["/Resources"] = pikepdf.Dictionary(XObject=names)
        names[f"/F{depth}"] = document.make_indirect(one)
    document.pages[0]["/Resources"]["/XObject"] = names
    document.pages[0].contents_add(b"/F0 Do")


def huge(document: pikepdf.Pdf) -> None:
    document.pages[0].contents_add(b"BT /F 1 Tf (a) Tj ET\n" * 3_000_000)


def many(document: pikepdf.Pdf) -> None:
    for _ in range(pages.MOST_PAGES):
        document.pages.append(document.pages[0])


def looping(document: pikepdf.Pdf) -> None:
    document.Root["/Pages"]["/Kids"] = pikepdf.Array([document.Root["/Pages"]] * 9)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "drawings in drawings": lambda: changed(recursive),
    "a page of 60 MB": lambda: changed(huge),
    "many pages": lambda: changed(many),
    "pages of pages": lambda: changed(looping),
    "a head alone": lambda: b"%PDF-1.7\n",
    "half a file": lambda: as_pdf(NO_SHEET, PAGE + "Kế hoạch")[:3000],
    "noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000,
    "too many bytes": lambda: b"%PDF-1.7\n" + bytes(pdf.MOST_BYTES),
}


SLOW = ("drawings in drawings", "a page of 60 MB")


@pytest.mark.parametrize("name", [pytest.param(one, marks=[pytest.mark.slow] * (one in SLOW)) for one in HOSTILE])
def test_a_hostile_pdf_is_refused_or_read_in_bounded_time(name: str) -> None:
    data = HOSTILE[name]()
    started = time.monotonic()
    with suppress(NotAPlanError, RefusedError):
        read(data, "a.pdf")
    assert time.monotonic() - started < pages.SECONDS + 1


def test_pages_that_are_pictures_are_told() -> None:
    assert typeset("Kế hoạch #pagebreak() #rect()").notes == ("pages-without-text",)


def test_without_the_library_it_is_told_what_to_install() -> None:
    code = """if True:
        from runbook.draft.refusal import NotAPlanError
        from runbook.draft.reading import read, told
        try:
            read(b"%PDF-1.7", "a.pdf")
        except NotAPlanError as error:
            print(error.code, "pip install pypdfium2" in told(error, "vi"))
        """
    bare = [sys.executable, "-S", "-c", code]  # without the packages that are installed
    done = subprocess.run(bare, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["no-library", "True"]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize(("font", "size"), [("Times New Roman", 11), ("Arial", 10), ("DejaVu Sans", 11)])
def test_a_plan_printed_by_libreoffice_is_the_same(font: str, size: int, tmp_path: Path) -> None:
    plain = sheet(read(PLAN.encode(), "a.txt"))
    document = docx.Document(io.BytesIO(as_docx(plain)))
    normal = document.styles["Normal"].font
    normal.name, normal.size = font, docx.shared.Pt(size)
    document.save(str(tmp_path / "a.docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    printing = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    subprocess.run(printing, capture_output=True, timeout=120, check=True)
    assert texts(read((tmp_path / "a.pdf").read_bytes(), "a.pdf")) == plain.all


def test_a_column_that_is_nearly_full_is_still_one() -> None:
    rows = {500: ("Nơi nhận:", 60, "GIÁM ĐỐC"), 485: ("- Các đơn vị trực thuộc, các phòng;", 290, "Trần Văn Bình")}
    words = [
        pages.Word(left, base, right, 11, False, text)
        for base, (item, end, name) in rows.items()
        for left, right, text in ((20, end, item), (305, 400, name))
    ]
    found = columns.in_order([pages.Page(600.0, tuple(words))])
    assert [(piece.text, piece.cell) for piece in found] == [
        ("Nơi nhận:", Cell(0, 0, 0)),
        ("- Các đơn vị trực thuộc, các phòng;", Cell(0, 0, 0)),
        ("GIÁM ĐỐC", Cell(0, 0, 1)),
        ("Trần Văn Bình", Cell(0, 0, 1)),
    ]


@pytest.mark.slow
def test_words_without_end_are_put_in_order_in_bounded_time() -> None:
    letters = ("Số:", "a", "TM. ỦY BAN", "-", "KẾ HOẠCH", "2")
    chosen = random.Random(1)
    for wide, high in ((1, 1), (20, 10), (400, 1)):
        places = ((chosen.randrange(0, 600, wide), chosen.randrange(0, 800, high)) for _ in range(pages.MOST_WORDS))
        words = (pages.Word(x, y, x + 10, 10, False, chosen.choice(letters)) for x, y in places)
        page = pages.Page(600.0, tuple(words))
        started = time.process_time()
        assert columns.in_order([page])
        assert time.process_time() - started < 5


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(pages.PagesError) as caught:
        pages.pages(as_pdf(NO_SHEET, PAGE + "Kế hoạch"), seconds=0.001)
    assert (caught.value.code, caught.value.what) == ("too-large", "seconds")


def test_words_anywhere_are_put_in_order() -> None:
    words = [pages.Word(float(x), float(y), x + 20.0, 10.0, False, f"{y}-{x}") for x in (300, 10) for y in (1, 50)]
    found = columns.in_order([pages.Page(600.0, tuple(words))])
    assert [piece.text for piece in found] == ["50-10 50-300", "1-10 1-300"]
