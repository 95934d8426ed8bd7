"""A plain text is read to paragraphs that know where each of their letters stands."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.draft.document import Document, Paragraph
from runbook.draft.reading import letters, read, told
from runbook.draft.refusal import NotAPlanError
from tests.shipped import ROOT

PLANS = ROOT.parent / "shared" / "plans"


def document(text: str) -> Document:
    return read(dedent(text).encode(), "ke-hoach.txt")


def items(text: str) -> list[str]:
    return [f"{one.bullet} {one.text}".strip() for one in document(text).paragraphs]


def faults(read_: Document) -> list[str]:
    """Letters that are not what stands at their place in the source."""
    found = []
    for one in read_.paragraphs:
        for index, letter in enumerate(one.text):
            start, end = one.span(index, index + 1)
            aside = letters.UNSEEN if letter == "*" else letters.UNSEEN | {"*"}
            seen = (sign for sign in read_.source[start:end] if sign not in aside)
            there = unicodedata.normalize("NFC", "".join(seen))
            if not (letter == " " and (not there or there.isspace())) and letter not in there:
                found.append(f"{letter!r} at {start}: {there!r}")
    return found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thời gian trong đợt cao\n\nđiểm từ tháng 3.\n", ["Thời gian trong đợt cao điểm từ tháng 3."]),
        ("- Gửi Sở; Căn\n\n2\n\ncứ hướng dẫn.\n", ["- Gửi Sở; Căn cứ hướng dẫn."]),
        ("1. Sở Y tế\n\nTrực y tế.\n\n- Báo cáo.\n", ["1. Sở Y tế", "Trực y tế.", "- Báo cáo."]),
        ("Giai đoạn 2023\n- 2025 của Thành phố.\n", ["Giai đoạn 2023 - 2025 của Thành phố."]),
        ("Phát triển kinh tế\n- xã hội của quận.\n", ["Phát triển kinh tế - xã hội của quận."]),
        ("Kỷ niệm ngày\n10/10/1954 đến nay.\n", ["Kỷ niệm ngày 10/10/1954 đến nay."]),
        ("Kỷ niệm (10/10/1954 -\n10/10/2024).\n", ["Kỷ niệm (10/10/1954 - 10/10/2024)."]),
        ("Giai đoạn 2023-\n2025.\n", ["Giai đoạn 2023-2025."]),
        (
            "KẾ HOẠCH\nTuyên truyền kỷ niệm\nNgày Quốc khánh\n(02/9/1945 - 02/9/2025)\n\nThực hiện Chỉ thị:\n",
            ["KẾ HOẠCH", "Tuyên truyền kỷ niệm Ngày Quốc khánh (02/9/1945 - 02/9/2025)", "Thực hiện Chỉ thị:"],
        ),
        (
            "Nơi nhận:\n- VPUB: CVP,\ncác phòng: TH;\n- Sở Văn hóa và\nThể thao;\n- Lưu: VT.\nTM. ỦY BAN\nCHỦ TỊCH\n",
            [
                "Nơi nhận:",
                "- VPUB: CVP, các phòng: TH;",
                "- Sở Văn hóa và Thể thao;",
                "- Lưu: VT.",
                "TM. ỦY BAN",
                "CHỦ TỊCH",
            ],
        ),
        ("THÀNH ỦY - HĐND -\nUBND THÀNH PHỐ\n\nHỘI NGHỊ\n", ["THÀNH ỦY - HĐND - UBND THÀNH PHỐ", "HỘI NGHỊ"]),
        (
            "I. MỤC ĐÍCH\n1.1. Một\n2.3 Hai\na) Ba\nđ) Bốn\n+ Năm\n* Sáu\n• Bảy\n– Tám\n1) Chín\nIII - MƯỜI\n",
            [
                "I. MỤC ĐÍCH",
                "1.1. Một",
                "2.3 Hai",
                "a) Ba",
                "đ) Bốn",
                "+ Năm",
                "* Sáu",
                "• Bảy",
                "- Tám",
                "1) Chín",
                "III - MƯỜI",
            ],
        ),
    ],
)
def test_lines_are_joined_to_paragraphs(text: str, wanted: list[str]) -> None:
    assert items(text) == wanted
    assert faults(document(text)) == []


@pytest.mark.parametrize(
    "text",
    ["Q. GIÁM ĐỐC", "C. Mác và Ph. Ăng-ghen", "V.I. Lênin", "1.500 đại biểu", "10.3 âm lịch", "18-25/11", "12 Lê Lai"],
)
def test_what_looks_like_a_sign_and_is_none_stays_in_the_text(text: str) -> None:
    assert [(one.bullet, one.text) for one in document(text).paragraphs] == [("", text)]


def test_a_wrapped_text_without_empty_lines_is_joined_by_its_width() -> None:
    wrapped = """\
        Thực hiện Kế hoạch số 88/KH-UBND của Ủy ban nhân dân thành phố về tổ chức
        các hoạt động kỷ niệm trong năm nay, Sở Văn hóa và Thể thao xây dựng kế hoạch
        phối hợp với Công an Thành phố và các đơn vị liên quan để triển khai, gồm có
        Công an các quận, huyện, thị xã và lực lượng dân quân tự vệ của địa phương
        theo quy định.
        Các đơn vị báo cáo kết quả trước ngày 15/11/2024.
        """
    assert [one.text[:12] + "..." + one.text[-12:] for one in document(wrapped).paragraphs] == [
        "Thực hiện Kế...eo quy định.",
        "Các đơn vị b... 15/11/2024.",
    ]


def test_the_look_of_a_page_kept_with_spaces_is_two_columns() -> None:
    laid = """\
            ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
               TỈNH AN BÌNH                      Độc lập - Tự do - Hạnh phúc
             Số: 45/KH-UBND                   An Bình, ngày 03 tháng 3 năm 2026
                                  KẾ HOẠCH
                        Kỷ niệm ngày thành lập Trường
              Ủy ban nhân dân tỉnh ban hành Kế hoạch kỷ niệm ngày thành lập Trường
        và yêu cầu các sở, ban, ngành, địa phương triển khai thực hiện nghiêm túc,
        kịp thời./.
        Nơi nhận:                                    TM. ỦY BAN NHÂN DÂN
        - VPUB: CVP, các phòng: TH và                    KT. CHỦ TỊCH
        KGVX, NC;                                      PHÓ CHỦ TỊCH
        - Lưu: VT.
                                                       Nguyễn Thị An
        """
    assert items(laid) == [
        *("ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH", "Số: 45/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("Độc lập - Tự do - Hạnh phúc", "An Bình, ngày 03 tháng 3 năm 2026"),
        *("KẾ HOẠCH", "Kỷ niệm ngày thành lập Trường"),
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch kỷ niệm ngày thành lập Trường và yêu cầu các sở, ban, ngành, "
        "địa phương triển khai thực hiện nghiêm túc, kịp thời./.",
        *("Nơi nhận:", "- VPUB: CVP, các phòng: TH và KGVX, NC;", "- Lưu: VT."),
        *("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị An"),
    ]
    assert faults(document(laid)) == []


def test_marks_of_bold_and_italics_are_no_part_of_the_text() -> None:
    read_ = document("- Xong **trước ngày 15/11**; xem (*) và “*Văn hiến*”.\n\n**TM. ỦY BAN\nCHỦ TỊCH**\n")
    assert [(one.text, one.bold) for one in read_.paragraphs] == [
        ("Xong trước ngày 15/11; xem (*) và “Văn hiến”.", False),
        ("TM. ỦY BAN", True),
        ("CHỦ TỊCH", True),
    ]
    assert faults(read_) == []


def test_a_part_of_a_paragraph_is_found_in_the_source_with_its_marks() -> None:
    read_ = document("- Xong **trước ngày\n\n15/11**.\n")
    (one,) = read_.paragraphs
    assert (one.text, one.broken) == ("Xong trước ngày 15/11.", True)
    start, end = one.span(5, 21)
    assert read_.source[start:end] == "trước ngày\n\n15/11"
    assert one.bullet_at == (0, 1)


def test_decomposed_letters_are_composed_and_keep_their_places() -> None:
    text = "- Hội nghị tổng kết của Ủy ban, Nơi nhận\n\nđiểm cuối."
    plain, apart = read(text.encode(), "a.txt"), read(unicodedata.normalize("NFD", text).encode(), "a.txt")
    assert [one.text for one in apart.paragraphs] == [one.text for one in plain.paragraphs]
    assert faults(apart) == []
    start, end = apart.paragraphs[0].span(0, 8)
    assert unicodedata.normalize("NFC", apart.source[start:end]) == "Hội nghị"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_in_each_of_its_forms(encoding: str) -> None:
    assert [one.text for one in read("Kế hoạch\r\n\r\nỦy ban".encode(encoding), "a").paragraphs] == [
        "Kế hoạch",
        "Ủy ban",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-text"),
        (b"\x89PNG\r\n\x1a\n", "no-text"),
        (b"{\\rtf1 K\\'ea}", "other-kind"),
        (b"\xef\xbb\xbf\n<!DOCTYPE html><p>a</p>", "other-kind"),
        ("\ufeff \n\f--- \n".encode(), "no-text"),
        (b"K\xea\xec hoa\xf2ch", "encoding"),
        ("Kế hoạch".encode("utf-16-le"), "encoding"),
        ("KÕ ho¹ch tæ chøc c¸c ho¹t ®éng kû niÖm 70 n¨m Ngµy Gi¶i phãng Thñ ®«".encode(), "legacy"),
        ("Keá hoaïch toå chöùc caùc hoaït ñoäng kyû nieäm Ngaøy Giaûi phoùng".encode(), "legacy"),
    ],
)
def test_what_cannot_be_read_is_told_not_guessed(data: bytes, code: str) -> None:
    with pytest.raises(NotAPlanError) as caught:
        read(data, "a.txt")
    assert caught.value.code == code


@pytest.mark.parametrize("kind", [".docx", ".doc", ".pdf"])
def test_noise_is_not_the_file_its_name_says(kind: str) -> None:
    with pytest.raises(NotAPlanError) as caught:
        read(bytes(range(128, 256)) * 9, f"KE HOACH{kind.upper()}")
    assert (caught.value.code, caught.value.facts) == ("misnamed", {"ending": kind})
    assert told(caught.value, "vi").startswith(f"Tệp có đuôi {kind} nhưng bên trong không phải là tệp {kind};")


def test_a_text_of_which_the_letters_with_marks_stand_apart_is_refused() -> None:
    with pytest.raises(NotAPlanError) as caught:
        read("Các ho ạ t đ ộ ng k ỷ ni ệ m Ngày Gi ả i phóng Th ủ đô.\n\n".encode() * 3, "a.txt")
    assert caught.value.code == "shredded"
    assert read("Xin ý kiến của Ban ở cơ sở, ý kiến của các hộ ở phường, xã.\n\n".encode() * 2, "a.txt").paragraphs


def test_other_languages_are_not_taken_for_old_letters() -> None:
    assert read("Città, perché, naïve; Übermäßig große Größe. Année déjà élevée à Noël.".encode(), "a.txt").paragraphs


def test_pages_are_counted_where_the_text_has_them() -> None:
    read_ = document("Trang đầu dài và\n\f2\nhết câu.\n\nHai.\n\fBa.\n")
    assert [(one.text, one.page) for one in read_.paragraphs] == [
        ("Trang đầu dài và hết câu.", 1),
        ("Hai.", 2),
        ("Ba.", 3),
    ]
    assert read_.pages == 3


@given(
    st.lists(
        st.sampled_from(
            [
                "- ",
                "Ủy ban",
                "\n",
                "\n\n",
                " ",
                "**",
                "*",
                "1. ",
                "đ) ",
                "2024",
                ".",
                "e\u0301",
                "\u0323",
                "o\u031b\u0301",
                "\u200b",
                "\t",
                "\r\n",
                "KẾ HOẠCH\n",
                "Nơi nhận:",
                "\f",
                "-",
                "/",
                "a",
                "\u1112\u1161",
                "(",
                "“",
                ",",
            ]
        ),
        max_size=60,
    )
)
def test_every_letter_is_at_its_place_whatever_the_text(pieces: list[str]) -> None:
    try:
        read_ = read("".join(pieces).encode(), "a.txt")
    except NotAPlanError:
        return
    assert faults(read_) == []
    for one in read_.paragraphs:
        assert one.text == unicodedata.normalize("NFC", " ".join(one.text.split()))
        assert len(one.text) == len(one.offsets)
        assert list(one.offsets) == sorted(one.offsets)


def shared(name: str) -> Path:
    path = PLANS / name
    if not path.exists():
        pytest.skip("the real plans are not beside the project")
    return path


@pytest.mark.parametrize(
    ("name", "count", "broken"),
    [
        ("hoi-nghi-tong-ket-2024.txt", 96, ["Tổng hợp kết quả"]),
        ("tuyen-truyen-dien-bien-phu-bac-giang-2024.txt", 40, ["Hoạt động tuyên "]),
        ("tuyen-truyen-giai-phong-thu-do-2024.txt", 74, ["Tuyên truyền đậm"]),
        ("tuyen-truyen-ktxh-ha-noi-2021.txt", 86, ["Công tác xây dựn", "Hướng dẫn, chỉ đ"]),
        ("tuyen-truyen-ktxh-thanh-xuan-2024.txt", 74, ["Tuyên truyền kỷ ", "Định hướng và nắ"]),
    ],
)
def test_real_plans_are_mended_where_their_pages_broke(name: str, count: int, broken: list[str]) -> None:
    read_ = read(shared(name).read_bytes(), name)
    mended: list[Paragraph] = [one for one in read_.paragraphs if one.broken]
    assert [one.text[:16] for one in mended] == broken
    assert len(read_.paragraphs) == count
    assert faults(read_) == []
