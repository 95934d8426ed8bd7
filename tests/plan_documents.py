"""A plan of our own, and makers of the same plan as a Word document and as a PDF in the form of Decree 30/2020."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import docx
import typst
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from runbook.draft.document import Document
from runbook.draft.reading.joining import is_kind
from tests.shipped import ROOT

FONTS = ROOT / "runbook" / "render" / "pdf" / "fonts"

PLAN = """\
ỦY BAN NHÂN DÂN

TỈNH AN BÌNH

Số: 45/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

An Bình, ngày 03 tháng 3 năm 2026

KẾ HOẠCH

Tổ chức Lễ kỷ niệm 50 năm Ngày thành lập Trường Cao đẳng nghề
(15/5/1976 - 15/5/2026)

Thực hiện Chỉ thị số 12-CT/TU ngày 05/01/2026 của Ban Thường vụ Tỉnh ủy về việc tổ chức các ngày kỷ niệm trong \
năm 2026, Ủy ban nhân dân tỉnh ban hành Kế hoạch tổ chức Lễ kỷ niệm 50 năm Ngày thành lập Trường, cụ thể như \
sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Ôn lại truyền thống 50 năm xây dựng và phát triển; tri ân các thế hệ cán bộ, giảng viên, học viên; khơi dậy \
niềm tự hào và ý thức trách nhiệm của tuổi trẻ trong giai đoạn 2025 - 2030, tầm nhìn đến năm 2045 theo Nghị \
quyết của Đảng bộ tỉnh.

- Quảng bá hình ảnh của Trường với các địa phương trong và ngoài tỉnh.

2. Yêu cầu

a) Trang trọng, thiết thực, tiết kiệm, hiệu quả; đúng quy định tại Nghị định số 145/2013/NĐ-CP ngày 29/10/2013.

b) Phân công rõ người, rõ việc, rõ thời gian; phát huy vai trò chủ động của các đơn vị.

đ) Bảo đảm tuyệt đối an ninh, trật tự, an toàn giao thông, vệ sinh môi trường trước, trong và sau buổi lễ.

II. THỜI GIAN, ĐỊA ĐIỂM

1. Thời gian: 08 giờ 00 phút, ngày 15/5/2026 (thứ Sáu).

2. Địa điểm: Hội trường lớn của Trường, số 10 đường Hòa Bình.

III. TỔ CHỨC THỰC HIỆN

1. Sở Giáo dục và Đào tạo

- Chủ trì, phối hợp với Sở Văn hóa, Thể thao và Du lịch, Trường Cao đẳng nghề và các đơn vị liên quan xây dựng \
kịch bản, chương trình Lễ kỷ niệm; xin ý kiến Ban Tuyên giáo và Dân vận Tỉnh ủy, tiếp thu, hoàn thiện, trình Ủy \
ban nhân dân tỉnh trước ngày 10/4/2026.

- Tham mưu danh sách đại biểu, phát hành giấy mời, xong trong ngày 25/4/2026.

2. Sở Văn hóa, Thể thao và Du lịch

- Trang trí khánh tiết, âm thanh, ánh sáng; tổng duyệt chương trình văn nghệ chào mừng vào 14 giờ 00 ngày \
14/5/2026.

+ Màn hình LED phía sau sân khấu, cổng chào, băng rôn trên các trục đường chính dẫn vào Trường.

+ Phương án dự phòng khi trời mưa.

- Hướng dẫn các phường, xã treo cờ, khẩu hiệu, pa nô, áp phích chào mừng từ ngày 10/5/2026 đến hết ngày \
16/5/2026, bảo đảm mỹ quan, đúng quy định về quảng cáo ngoài trời; thường xuyên kiểm tra, kịp thời thay thế \
những nội dung đã cũ, hư hỏng.

3. Công an tỉnh

Xây dựng phương án bảo đảm an ninh trật tự, phân luồng giao thông, phòng cháy chữa cháy và cứu nạn, cứu hộ tại \
khu vực tổ chức buổi lễ; bố trí lực lượng trực từ 06 giờ 00 ngày 15/5/2026.

4. Sở Tài chính

Thẩm định dự toán, tham mưu Ủy ban nhân dân tỉnh bố trí kinh phí theo quy định.

5. Đề nghị Tỉnh đoàn

- Huy động 100 đoàn viên, thanh niên tình nguyện phục vụ buổi lễ; tập huấn trước ngày 12/5/2026.

6. Trường Cao đẳng nghề

- Là cơ quan thường trực, chuẩn bị diễn văn, kỷ yếu, phòng truyền thống; đón tiếp đại biểu; tổng hợp kết quả, \
báo cáo Ủy ban nhân dân tỉnh trước ngày 30/5/2026.

Trên đây là Kế hoạch tổ chức Lễ kỷ niệm 50 năm Ngày thành lập Trường; yêu cầu các sở, ban, ngành, địa phương \
nghiêm túc triển khai thực hiện. Trong quá trình thực hiện nếu có vướng mắc, kịp thời báo cáo về Sở Giáo dục và \
Đào tạo để được hướng dẫn./.

Nơi nhận:

- Thường trực Tỉnh ủy;
- Chủ tịch, các Phó Chủ tịch UBND tỉnh;
- Các sở, ban, ngành, đoàn thể tỉnh;
- VPUB: CVP, các PCVP, các phòng: TH, KGVX, NC và
Trung tâm Hội nghị;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN

KT. CHỦ TỊCH

PHÓ CHỦ TỊCH

Nguyễn Thị An
"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of a plan as they stand on paper; each text has its sign."""

    left: list[str]
    right: list[str]
    subject: list[str]
    body: list[str]
    recipients: list[str]
    signature: list[str]

    @property
    def all(self) -> list[str]:
        return [*self.left, *self.right, *self.subject, *self.body, *self.recipients, *self.signature]


def texts(read: Document) -> list[str]:
    return [f"{one.bullet} {one.text}".strip() for one in read.paragraphs]


def sheet(read: Document) -> Sheet:
    """The parts of a plan that was read."""
    all_ = texts(read)
    kind = next(number for number, text in enumerate(all_) if is_kind(text))
    to = next((number for number, text in enumerate(all_) if text.startswith("Nơi nhận")), len(all_))
    signed = next((at for at in range(to + 1, len(all_)) if not all_[at].startswith("- ")), len(all_))
    right = [text for text in all_[:kind] if text.startswith(("CỘNG", "Độc lập")) or ", ngày" in text]
    left = [text for text in all_[:kind] if text not in right]
    return Sheet(left, right, all_[kind : kind + 2], all_[kind + 2 : to], all_[to:signed], all_[signed:])


def as_docx(plan: Sheet) -> bytes:
    """The plan with the two tables without borders that offices lay out its head and foot with."""
    document = docx.Document()
    _pair(document, plan.left, plan.right)
    for text in plan.subject:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = True
    for text in plan.body:
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1.27)
    _pair(document, plan.recipients, plan.signature)
    return saved(document)


def _pair(document: Any, left: list[str], right: list[str]) -> None:
    table = document.add_table(rows=1, cols=2)
    for cell, paragraphs in zip(table.rows[0].cells, (left, right), strict=True):
        for number, text in enumerate(paragraphs):
            paragraph = cell.add_paragraph(text) if number else cell.paragraphs[0]
            if not number:
                paragraph.text = text


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


TEMPLATE = """
#let plan = json(bytes(sys.inputs.plan))
#set page(paper: "a4", margin: (top: 2cm, bottom: 2cm, left: 3cm, right: 2cm), header: context {
  let number = counter(page).get().first()
  if number > 1 { align(center, str(number)) }
})
#set text(size: 14pt, lang: "vi", font: "Tinos", hyphenate: false)
#set par(justify: true, leading: 0.6em, spacing: 0.9em)
#let pair(left, right, size) = grid(columns: (45%, 55%), gutter: 0pt,
  text(size: size, align(if size == 13pt { center } else { start }, left.join(parbreak()))),
  text(size: 13pt, align(center, right.join(parbreak()))))
#pair(plan.left, plan.right, 13pt)
#align(center, text(weight: "bold", plan.subject.join(parbreak())))
#set par(first-line-indent: (amount: 1.27cm, all: true))
#for one in plan.body { par(one) }
#set par(first-line-indent: 0pt, justify: false)
#block(breakable: false, pair(plan.recipients, plan.signature, 11pt))
"""


def as_pdf(plan: Sheet, template: str = TEMPLATE) -> bytes:
    inputs = {"plan": json.dumps({name: getattr(plan, name) for name in Sheet.__slots__}, ensure_ascii=False)}
    compiled: bytes = typst.compile(template.encode(), sys_inputs=inputs, font_paths=[FONTS], ignore_system_fonts=True)  # type: ignore[misc]
    return compiled
