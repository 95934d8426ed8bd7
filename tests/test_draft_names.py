"""Names of public bodies in running text."""

from __future__ import annotations

import pytest

from runbook.draft.identity import abbreviated, identity, initials
from runbook.draft.letters import plain, toned
from runbook.draft.mentions import Text
from runbook.draft.names import Names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Phối hợp với Đài Phát thanh tỉnh xây dựng phóng sự", ["Đài Phát thanh tỉnh"]),
        (
            "phối hợp với Sở Văn hóa, Thể thao và Du lịch, các đơn vị liên quan xây dựng",
            ["Sở Văn hóa, Thể thao và Du lịch", "các đơn vị liên quan"],
        ),
        ("Văn phòng HĐND và UBND huyện gửi giấy mời", ["Văn phòng HĐND và UBND huyện"]),
        (
            "yêu cầu các phòng, ban, UBND 11 phường và các trường học nghiêm túc",
            ["các phòng, ban", "UBND 11 phường", "các trường học"],
        ),
        ("trình Thủ tướng Chính phủ xem xét", ["Thủ tướng Chính phủ"]),
        ("Sở Lao động - Thương binh và Xã hội chủ trì", ["Sở Lao động - Thương binh và Xã hội"]),
        ("do Bộ Y tế và Hội Chữ thập đỏ Việt Nam tổ chức", ["Bộ Y tế", "Hội Chữ thập đỏ Việt Nam"]),
        ("tổ chức hội nghị, ban hành văn bản, báo cáo kết quả, phòng họp, trường hợp, đội ngũ, bộ máy", []),
    ],
)
def test_bodies_named(text: str, found: list[str]) -> None:
    assert [one.name for one in Text(text, Names.of(())).all()] == found


def test_one_head_for_several_names() -> None:
    text = Text("phối hợp với các Sở: Tài chính, Nội vụ, Y tế thực hiện", Names.of(()))
    assert [one.name for one in text.list_at(13)[0]] == ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]


def test_names_the_document_knows_come_first() -> None:
    names = Names.of(["Ban quản lý chợ"])
    assert [one.name for one in Text("cùng ban quản lý chợ sắp xếp gian hàng", names).all()] == ["ban quản lý chợ"]


def test_one_body_in_several_spellings() -> None:
    own = frozenset(["hưng an"])
    assert identity("UBND tỉnh Hưng An", own) == identity("Uỷ ban nhân dân tỉnh", own)
    assert abbreviated("Sở TT&TT") == initials("Sở Thông tin và Truyền thông")
    assert identity("các cơ quan, đơn vị liên quan") == identity("Cơ quan, đơn vị")


@pytest.mark.parametrize(
    ("one", "other"), [("hoà", "hòa"), ("Uỷ ban", "Ủy ban"), ("kỷ niệm", "kỉ niệm"), ("quý", "quí")]
)
def test_keys_forget_where_the_tone_stands(one: str, other: str) -> None:
    assert toned(one) == toned(other)
    assert len(toned(one)) == len(plain(one)) == len(one)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "đài phát thanh - truyền hình các tỉnh, thành phố trực thuộc Trung ương có liên quan xây dựng phim",
            "đài phát thanh - truyền hình các tỉnh, thành phố trực thuộc Trung ương có liên quan",
        ),
        ("trạm y tế các xã cử bác sĩ", "trạm y tế các xã"),
        ("các cơ quan thông tấn, báo chí nước ngoài đưa tin", "các cơ quan thông tấn, báo chí nước ngoài"),
        ("các đơn vị có liên quan chuẩn bị", "các đơn vị có liên quan"),
    ],
)
def test_whose_many_bodies_are_belongs_to_their_name(text: str, name: str) -> None:
    assert [one.name for one in Text(text, Names.of(())).list_at(0)[0]] == [name]
