"""The form of documents of Party bodies, which do not follow the decree on State documents."""

from __future__ import annotations

from runbook.model import Ceremony
from runbook.render.word.decree30 import DECREE_30, Form, Margins, Type
from runbook.reports.official import is_party

_COMMITTEES = ("Thành ủy", "Tỉnh ủy", "Đảng ủy", "Quận ủy", "Huyện ủy", "Thị ủy")

# The sizes customary under Hướng dẫn 36-HD/VPTW (2018); a later guidance changes values here and nothing else.
PARTY = Form(
    words="party",
    margins=Margins(top=20, bottom=20, left=30, right=15),
    nation=Type(15, bold=True),
    motto=None,
    superior=Type(14),
    agency=Type(14, bold=True),
    number=Type(14),
    place=Type(14, italic=True),
    kind=Type(16, bold=True),
    subject=Type(14, bold=True),
    basis=Type(14, italic=True),
    body=Type(14),
    heading=Type(14, bold=True),
    clause=Type(14, bold=True),
    post=Type(14, bold=True),
    signer=Type(14, bold=True),
    recipients=Type(14, underlined=True),
    recipient=Type(12),
    appendix=Type(14, bold=True),
    appendix_title=Type(14, bold=True),
    attached=Type(13, italic=True),
    cell=Type(12),
    page=Type(14),
    mark="*",
    dashes="-----",
    joint="-",
    symbol="KH/",
    collectives=(
        ("Ban Chấp hành", "Ban Chấp hành"),
        ("Ban Thường vụ", "Ban Thường vụ"),
        *((committee, "Ban Thường vụ") for committee in _COMMITTEES),
    ),
)


def form_of(ceremony: Ceremony) -> Form:
    """The form that whoever issues the plan has to follow; the State's where the file names nobody."""
    return PARTY if ceremony.plan and is_party(ceremony.plan.issuer) else DECREE_30
