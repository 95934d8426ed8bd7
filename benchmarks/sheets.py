"""Run sheets of many agencies and days: the same tables set by runbook and by other makers of PDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.bench import ROOT
from benchmarks.stopwatch import Stopwatch

FIRST = date(2024, 11, 3)
RIVALS = ("weasyprint", "reportlab", "fpdf")  # the names their modules are imported by
WIDTHS = (8, 17, 65, 45, 24, 19)  # millimetres
_FONTS = ROOT / "runbook" / "render" / "pdf" / "fonts"
_FACES = {"": _FONTS / "NotoSans-Regular.ttf", "B": _FONTS / "NotoSans-Bold.ttf"}
_FEW = 5  # sheets whose words are looked for in what each has made

Leaf = dict[str, Any]


def ceremony(agencies: int, days: int) -> str:
    """A ceremony in which every agency leads two duties at clock times on each of the days, and supports four."""
    names = [f"  a{one}: {{name: Sở Văn hóa và Thể thao số {one}, {_reached(one)}}}" for one in range(agencies)]
    numbers = ((day, own, turn) for day in range(days) for own in range(agencies) for turn in range(2))
    duties = (_duty(*number, agencies) for number in numbers)
    return "\n".join([_HEAD.format(day=FIRST + timedelta(days=days - 1)), *names, "day:", *duties]) + "\n"


def ours(agencies: int, days: int, folder: str) -> dict[str, Any]:
    """Every agency's sheet of every day, from the plan to octets; the data of all sheets are kept for the others."""
    from runbook import build, syntax
    from runbook.render import page, pdf
    from runbook.render.pdf.sheet import sheet_leaf
    from runbook.reports.agenda import agenda
    from runbook.reports.sheet import sheet_of
    from runbook.schedule import plan

    node, _ = syntax.parse(ceremony(agencies, days), "sheets.yaml")
    whole, problems = build.ceremony(node, "sheets.yaml", lambda _: None)
    assert whole is not None, problems
    schedule, known = plan(whole), pdf.printing(whole, page.imprint(whole, "Bản phát hành số 2"))
    kept, octets, watch = list[Leaf](), 0, Stopwatch()
    for agency in whole.agencies:
        mine = agenda(schedule, agency.id)
        for number in range(days):
            sheet = sheet_of(mine, "vi", FIRST + timedelta(days=number))
            watch.lap("reports")
            made = pdf.run_sheet(sheet, known)
            watch.lap("paper")
            octets += len(made)
            kept.append(sheet_leaf(sheet, known))
            if len(kept) <= _FEW:
                Path(folder, f"runbook-{len(kept)}.pdf").write_bytes(made)
            watch.lap("kept for the others")
    Path(folder, "sheets.json").write_text(json.dumps(kept), "utf-8")
    return {"parts": watch.parts, "sheets": len(kept), "octets": octets}


def theirs(party: str, count: int, folder: str) -> dict[str, Any]:
    """The first sheets set by another, from the data ours was set from."""
    leaves = json.loads(Path(folder, "sheets.json").read_text("utf-8"))[:count]
    make, octets = _MAKERS[party], 0
    make(leaves[0])  # fonts read, caches filled
    watch = Stopwatch()
    for number, one in enumerate(leaves, 1):
        made = make(one)
        octets += len(made)
        if number <= _FEW:
            Path(folder, f"{party}-{number}.pdf").write_bytes(made)
    watch.lap("paper")
    return {"parts": watch.parts, "sheets": len(leaves), "octets": octets}


def lost(party: str, folder: str) -> dict[str, Any]:
    """The pages of the first sheets a party has made, and the words of their tables that cannot be read there."""
    import pypdfium2

    leaves, pages, missing = json.loads(Path(folder, "sheets.json").read_text("utf-8")), 0, set[str]()
    for number, one in enumerate(leaves[:_FEW], 1):
        file = Path(folder, f"{party}-{number}.pdf")
        if file.exists():
            made = pypdfium2.PdfDocument(file)
            read = " ".join(page.get_textpage().get_text_range() for page in made).split()
            missing |= {word for row in table(one) for cell in row for word in cell.split()} - set(read)
            pages += len(made)
    return {"lost": sorted(missing), "pages": pages}


def table(one: Leaf) -> Iterator[list[str]]:
    """The rows of a sheet as the others set them: a title of a band alone in its row, else six cells."""
    for band in one["bands"]:
        yield [band["title"].upper()]
        for row in band["rows"]:
            said = [row["title"], *(words for _, words in row["tags"]), row["note"], row["cue"], row["trouble"]]
            who = [row["lead"], row["person"], row["with"]]
            yield ["", f"{row['begins']}\n{row['ends']}", _lines(said), _lines(who), row["location"], "…… : ……"]


def heading(one: Leaf) -> list[str]:
    """What stands above the table."""
    head = one["head"]
    return [head["name"], head["unit"], head["ceremony"], *(" · ".join(filter(None, line)) for line in head["facts"])]


def by_weasyprint(one: Leaf) -> bytes:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    rows = "".join(_html(row) for row in table(one))
    heads = "".join(f"<th>{escape(words)}</th>" for words in one["heads"])
    columns = "".join(f'<col style="width:{width}mm">' for width in WIDTHS)
    above = "".join(f"<p>{escape(line)}</p>" for line in heading(one))
    text = f"<style>{_STYLE}</style>{above}<table>{columns}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return bytes(HTML(string=text).write_pdf(font_config=FontConfiguration()))


def by_reportlab(one: Leaf) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    for style, face in _FACES.items():
        if f"Noto{style}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"Noto{style}", str(face)))
    plain = ParagraphStyle("plain", fontName="Noto", fontSize=8.8, leading=11)
    bold = ParagraphStyle("bold", plain, fontName="NotoB")
    rows, look = [[Paragraph(escape(words), bold) for words in one["heads"]]], list(_LOOK)
    for row in table(one):
        if len(row) == 1:
            look.append(("SPAN", (0, len(rows)), (-1, len(rows))))
            rows.append([Paragraph(escape(row[0]), bold), *[""] * 5])
        else:
            rows.append([Paragraph(escape(cell).replace("\n", "<br/>"), plain) for cell in row])
    made = BytesIO()
    grid = Table(rows, colWidths=[width * mm for width in WIDTHS], repeatRows=1, style=look)
    page = SimpleDocTemplate(made, pagesize=A4, leftMargin=20 * mm, rightMargin=12 * mm, invariant=1)
    page.build([*(Paragraph(escape(line), bold) for line in heading(one)), grid])
    return made.getvalue()


def by_fpdf(one: Leaf) -> bytes:
    from fpdf import FPDF

    pdf = FPDF()
    pdf.set_margins(20, 20, 12)
    for style, face in _FACES.items():
        pdf.add_font("Noto", style, str(face))
    pdf.add_page()
    pdf.set_font("Noto", "B", 9.8)
    for line in heading(one):
        pdf.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Noto", "", 8.8)
    with pdf.table(col_widths=WIDTHS, line_height=4, text_align="LEFT") as grid:
        grid.row(one["heads"])
        for row in table(one):
            drawn = grid.row()
            for cell in row:
                drawn.cell(cell, colspan=7 - len(row) if len(row) == 1 else 1)
    return bytes(pdf.output())


def _reached(number: int) -> str:
    contact = f"{{name: Nguyễn Thị Ánh, phone: '0912 345 {number:03}'}}"
    return f"short: Sở VHTT {number}, phone: '024 3825 {number:04}', contacts: [{contact}]"


def _duty(day: int, own: int, turn: int, agencies: int) -> str:
    minute = 7 * 60 + (own * 17 + turn * 211) % 660
    others = sorted({(own + 1) % agencies, (own + 7) % agencies} - {own})
    return _DUTY.format(
        id=f"v{day}x{own}x{turn}",
        own=own,
        others=", ".join(f"a{other}" for other in others),
        when=f"{FIRST + timedelta(days=day):%d/%m/%Y} {minute // 60:02}:{minute % 60:02}",
        length=30 + turn * 15,
        gate=own % 9,
    )


def _lines(parts: list[str]) -> str:
    return "\n".join(filter(None, parts))


def _html(row: list[str]) -> str:
    span = ' colspan="6" class="band"' if len(row) == 1 else ""
    return "<tr>" + "".join(f"<td{span}>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) + "</tr>"


_MAKERS: dict[str, Callable[[Leaf], bytes]] = {
    "weasyprint": by_weasyprint,
    "reportlab": by_reportlab,
    "fpdf": by_fpdf,
}
_LOOK = [("LINEBELOW", (0, 0), (-1, -1), 0.5, "grey"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
_STYLE = f"""
@font-face {{ font-family: Noto; src: url({_FACES[""].as_uri()}) }}
@font-face {{ font-family: Noto; font-weight: bold; src: url({_FACES["B"].as_uri()}) }}
@page {{ size: A4; margin: 24mm 12mm 20mm 20mm }}
body {{ font: 8.8pt Noto }} p {{ margin: 0 0 1mm }}
table {{ border-collapse: collapse; table-layout: fixed; width: 178mm }}
td, th {{ border-bottom: 0.5pt solid grey; vertical-align: top; text-align: left }} tr {{ break-inside: avoid }}
.band {{ font-weight: bold; background: #e4e4e4 }}"""
_HEAD = """\
ceremony: le-do
title: Lễ kỷ niệm 70 năm Ngày Giải phóng Thủ đô
start: 01/10/2024 08:00
date: {day:%d/%m/%Y}
hours: 08:30-10:30
plan: {{number: 324/KH-UBND, date: 08/10/2024, issuer: Ủy ban nhân dân Thành phố}}
worktime:
  office: {{days: Mon-Fri, hours: [08:00-12:00, 13:00-17:00], holidays: []}}
agencies:"""
_DUTY = (
    "  {id}: {{title: 'Kiểm tra địa điểm, âm thanh, ánh sáng khu vực {own}', lead: a{own}, support: [{others}], "
    "at: {when}, length: {length}m, location: 'Quảng trường Ba Đình, cổng {gate}', "
    "note: Báo cáo Ban Tổ chức trước khi bắt đầu}}"
)
