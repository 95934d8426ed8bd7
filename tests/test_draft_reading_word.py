"""A Word document is read as a person sees it: tables, numbered lists, breaks, and nothing that was deleted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest

from runbook.draft.document import Cell, Document
from runbook.draft.reading import read
from runbook.draft.reading.numbering import formed
from runbook.draft.refusal import NotAPlanError
from tests.plan_documents import PLAN, as_docx, saved, sheet, texts
from tests.test_draft_reading import PLANS, faults, shared

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
LISTS = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl>
<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def packed(body: str, numbering: str = LISTS, styles: str = "", document: str = "") -> bytes:
    """A Word document whose parts are written out."""
    kinds = {"styles": styles, "numbering": numbering}
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    head = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    links = "".join(f'<Relationship Id="{one}" Type="{base}/{one}" Target="{one}.xml"/>' for one in kinds)
    parts = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'{head}<Relationship Id="1" Type="{base}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f"{head}{links}</Relationships>",
        "word/document.xml": document or f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": numbering,
        "word/styles.xml": styles or f"<w:styles {W}/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, list_: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def body(inner: str, styles: str = "") -> Document:
    found = read(packed(inner, styles=styles), "a.docx")
    assert faults(found) == []
    return found


def test_a_plan_is_the_same_as_text_and_as_a_word_document() -> None:
    plain = sheet(read(PLAN.encode(), "a.txt"))
    found = read(as_docx(plain), "a.docx")
    assert texts(found) == plain.all
    assert faults(found) == []


@pytest.mark.parametrize("name", sorted(path.name for path in PLANS.glob("*.txt")) or ["none.txt"])
def test_real_plans_are_the_same_as_word_documents(name: str) -> None:
    plain = sheet(read(shared(name).read_bytes(), name))
    assert texts(read(as_docx(plain), "a.docx")) == plain.all


def test_numbers_of_lists_are_counted_as_word_counts_them() -> None:
    inner = (item("A", 1), item("B", 1, 1), item("C", 1, 2), item("D", 1, 2), item("E", 1, 1), item("F", 1, 3))
    more = (
        item("G", 1),
        item("H", 1, 1),
        item("I", 2),
        item("J", 2, 1),
        item("K", 2, 2),
        item("L", 1, 1),
        item("M", 3, 1),
    )
    found = body("".join((*inner, *more)))
    assert [f"{one.bullet} {one.text}" for one in found.paragraphs] == [
        *("I. A", "1. B", "1.1. C", "1.2. D", "2. E", "a) F", "II. G", "1. H", "- I", "+ J", "• K", "2. L", "1. M")
    ]
    start, end = found.paragraphs[2].bullet_at or (0, 0)
    assert found.source[start:end] == "1.1."


@pytest.mark.parametrize(
    ("count", "form", "wanted"),
    [(1994, "upperRoman", "MCMXCIV"), (28, "lowerLetter", "bb"), (5000, "lowerRoman", "5000"), (3, "chicago", "3")],
)
def test_numbers_have_their_forms(count: int, form: str, wanted: str) -> None:
    assert formed(count, form) == wanted


def test_lists_may_come_from_a_style_and_styles_may_go_in_circles() -> None:
    styles = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:numPr>
        <w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:b/>
        </w:rPr></w:style></w:styles>"""
    (one,) = body(p("Một", '<w:pStyle w:val="a"/>'), styles).paragraphs
    assert (one.bullet, one.text, one.bold) == ("-", "Một", True)


def test_cells_of_tables_are_paragraphs_that_know_their_cell() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Nội dung"
    table.cell(0, 2).text = "Chủ trì"
    table.cell(1, 0).text = "1"
    table.cell(1, 2).text = "Sở Y tế"
    found = read(saved(document), "a.docx")
    assert [(one.text, one.cell) for one in found.paragraphs] == [
        ("Nội dung", Cell(0, 0, 0)),
        ("Chủ trì", Cell(0, 0, 2)),
        ("1", Cell(0, 1, 0)),
        ("Sở Y tế", Cell(0, 1, 2)),
    ]


def test_what_is_deleted_or_hidden_is_not_read_and_what_is_inserted_is() -> None:
    found = body(
        "<w:p><w:r><w:t>Sở </w:t></w:r><w:del><w:r><w:delText>Văn hóa</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Y tế</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> mật</w:t></w:r>"
        "<w:moveFrom><w:r><w:t> cũ</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
        "</w:rPr><w:t> tỉnh</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Công an </w:t></w:r></w:p>" + p("huyện")
    )
    assert [one.text for one in found.paragraphs] == ["Sở Y tế tỉnh", "Công an huyện"]
    assert found.notes == ("hidden",)


def test_breaks_tabs_links_and_boxes() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Số: 12/KH-SYT</w:t></w:r></w:p></w:txbxContent>"
    found = body(
        "<w:p><w:r><w:t>KẾ HOẠCH</w:t><w:br/><w:t>Tổ chức</w:t><w:tab/><w:t>Hội nghị</w:t></w:r></w:p>"
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:hyperlink><w:r><w:t>Sở Y tế</w:t></w:r></w:hyperlink><w:r><w:footnoteReference/></w:r></w:p>"
        '<w:p><w:r><w:br w:type="page"/><w:t>- Một;</w:t><w:br/><w:t>- Hai.</w:t><w:noBreakHyphen/></w:r></w:p>'
    )
    assert [(one.bullet, one.text, one.page) for one in found.paragraphs] == [
        ("", "KẾ HOẠCH", 1),
        ("", "Tổ chức Hội nghị", 1),
        ("", "Số: 12/KH-SYT", 1),
        ("", "Sở Y tế", 1),
        ("-", "Một;", 2),
        ("-", "Hai.-", 2),
    ]
    assert (found.notes, found.pages) == (("footnotes",), 2)


def test_capitals_bold_and_the_middle_are_seen() -> None:
    found = body(
        p("kế hoạch", '<w:jc w:val="center"/>', "<w:b/><w:caps/>")
        + p("Một", "", '<w:b w:val="0"/>')
        + p("Hai", '<w:jc w:val="both"/>')
    )
    assert [(one.text, one.bold, one.centred) for one in found.paragraphs] == [
        ("KẾ HOẠCH", True, True),
        ("Một", False, False),
        ("Hai", False, False),
    ]


def test_a_sentence_cut_in_two_paragraphs_is_mended() -> None:
    found = body(p("- Phối hợp với các cơ quan báo chí tuyên truyền đợt cao") + p("điểm trong tháng 9.") + p("- Hai."))
    assert [(one.text, one.broken) for one in found.paragraphs] == [
        ("Phối hợp với các cơ quan báo chí tuyên truyền đợt cao điểm trong tháng 9.", True),
        ("Hai.", False),
    ]


@pytest.mark.parametrize(
    ("make", "name", "code"),
    [
        (lambda: packed(""), "a.docx", "no-text"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.doc", "old-word"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx", "locked"),
    ],
)
def test_what_holds_no_text_is_told(make: Callable[[], bytes], name: str, code: str) -> None:
    with pytest.raises(NotAPlanError) as caught:
        read(make(), name)
    assert caught.value.code == code


def test_stars_of_a_text_pasted_in_are_no_part_of_it() -> None:
    pasted = p("- **Các báo, đài:** mở chuyên mục “*Tự hào*”;") + p("(*) Ghi chú: 2*3.")
    assert texts(read(packed(pasted), "a.docx")) == [
        "- Các báo, đài: mở chuyên mục “Tự hào”;",
        "(*) Ghi chú: 2*3.",
    ]
    assert texts(read(packed(p("Xem *Phụ lục* kèm theo")), "a.docx")) == ["Xem *Phụ lục* kèm theo"]


def test_a_subject_that_says_only_how_many_years_goes_on_in_the_next_paragraph() -> None:
    body = p("KẾ HOẠCH") + p("Tuyên truyền kỷ niệm 70 năm") + p("Ngày thành lập Trường (10/10/1954)") + p("Phần đầu.")
    assert texts(read(packed(body), "a.docx"))[1:] == [
        "Tuyên truyền kỷ niệm 70 năm Ngày thành lập Trường (10/10/1954)",
        "Phần đầu.",
    ]
