"""Tables fit the screen, whatever letters they hold."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render.terminal import Column, Screen, Tone, columns_of, paragraph, table, without_marks, wrap

COLUMNS = [Column("Mã"), Column("Nội dung công việc", 4), Column("Chủ trì", 2), Column("Bắt đầu", 1, 8)]
ROWS = [
    ("E4", "Ban hành quyết định khen thưởng của UBND Thành phố", "UBND TP", "T5 14/11 08h00"),
    ("E7", "Trình Ban Thường vụ Thành ủy", "Ban Tổ chức Thành ủy", "T6 15/11 08h00"),
]


def test_a_table_that_fits_is_not_wrapped() -> None:
    assert table(COLUMNS, ROWS, Screen(120)).splitlines() == [
        "Mã  Nội dung công việc                                  Chủ trì               Bắt đầu",
        "--  --------------------------------------------------  --------------------  --------------",
        "E4  Ban hành quyết định khen thưởng của UBND Thành phố  UBND TP               T5 14/11 08h00",
        "E7  Trình Ban Thường vụ Thành ủy                        Ban Tổ chức Thành ủy  T6 15/11 08h00",
    ]


def test_where_room_is_short_titles_keep_the_most() -> None:
    assert table(COLUMNS, ROWS, Screen(60)).splitlines() == [
        "Mã  Nội dung công việc             Chủ trì          Bắt đầu",
        "--  -----------------------------  ---------------  --------",
        "E4  Ban hành quyết định khen       UBND TP          T5 14/11",
        "    thưởng của UBND Thành phố                       08h00",
        "E7  Trình Ban Thường vụ Thành ủy   Ban Tổ chức      T6 15/11",
        "                                   Thành ủy         08h00",
    ]


def test_where_a_time_would_have_to_be_broken_each_row_is_an_entry() -> None:
    assert table(COLUMNS, ROWS, Screen(24)).splitlines()[:7] == [
        "Mã: E4",
        "  Nội dung công việc:",
        "    Ban hành quyết định",
        "    khen thưởng của UBND",
        "    Thành phố",
        "  Chủ trì: UBND TP",
        "  Bắt đầu: T5 14/11",
    ]


def test_a_row_is_painted_line_by_line_and_only_in_colour() -> None:
    tones = [Tone.LATE, Tone.PLAIN]
    plain, painted = (table(COLUMNS, ROWS, Screen(60, colour), tones) for colour in (False, True))
    assert painted.count("\x1b[1;31m") == 6  # every piece of the late row
    assert painted.replace("\x1b[1;31m", "").replace("\x1b[0m", "") == plain


def test_decomposed_and_wide_letters_are_counted_as_they_are_shown() -> None:
    assert columns_of(unicodedata.normalize("NFD", "Hội nghị")) == 8
    assert columns_of("河内") == 4
    assert wrap("河内 河内", 5) == "河内\n河内"


def test_a_word_longer_than_a_line_is_cut() -> None:
    assert wrap("https://hanoi.gov.vn/x", 8) == "https://\nhanoi.go\nv.vn/x"


def test_a_paragraph_hangs() -> None:
    assert paragraph("một hai ba bốn", Screen(10), 2, 1) == "  một hai\n   ba bốn"


@given(
    st.lists(st.tuples(*[st.text(st.sampled_from("ab ế河\u0301"), max_size=60)] * 4), max_size=4),
    st.integers(30, 140),
)
def test_no_table_is_wider_than_its_screen(rows: list[tuple[str, ...]], width: int) -> None:
    assert all(columns_of(line) <= width for line in table(COLUMNS, rows, Screen(width)).splitlines())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Đài PTTH Hà Nội, được ĐÃ", "Dai PTTH Ha Noi, duoc DA"),
        (unicodedata.normalize("NFD", "Thời hạn"), "Thoi han"),
        ("A1 → A2 … “x” █░◆│·›", 'A1 > A2 . "x" #=*|.>'),
        ("河内", "??"),
    ],
)
def test_without_marks_is_ascii_sign_for_sign(text: str, plain: str) -> None:
    assert without_marks(text) == plain
