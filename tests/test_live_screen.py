"""What the screen of the day shows, at any size and in both languages. RUNBOOK_GOLDENS=rewrite writes it anew."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.fullscreen.reading import keys_of
from runbook.fullscreen.window import sent
from runbook.render.cutting import cut, padded
from runbook.render.live import View, screen, told
from runbook.render.terminal import Screen, columns_of
from tests.staged import stage

GOLDENS = Path(__file__).parent / "goldens" / "live"
LATE = ("08:37 start p1", "08:47:30 start p2", "08:50 add p2 120")
MOMENTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "before": ("08:27:55", ()),
    "late-to-begin": ("08:33:10", ()),
    "running": ("08:55", LATE),
    "over": ("09:11:40", LATE),
    "held": ("09:20", (*LATE, "09:10 start p3", "09:15 hold")),
    "kept": ("09:20", (*LATE, "09:10 start p3", "09:11 keep p6", "09:12 skip p7")),
    "ended": ("10:31", (*LATE, *(f"09:09 skip p{n}" for n in range(3, 8)), "10:10 start p8", "10:12 finish p8")),
}
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}


def shown(moment: str, size: str, language: str) -> list[str]:
    now, pressed = MOMENTS[moment]
    columns, rows = SIZES[size]
    return screen(stage(now, *pressed, language=language), View(columns, rows, "…", "p4" if moment == "held" else ""))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("moment", MOMENTS)
def test_the_screen(moment: str, size: str, language: str) -> None:
    golden = GOLDENS / f"{moment}-{size}.{language}.txt"
    text = "\n".join(shown(moment, size, language)) + "\n"
    if os.environ.get("RUNBOOK_GOLDENS") == "rewrite":
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_belongs_to_a_moment() -> None:
    wanted = {f"{moment}-{size}.{language}.txt" for moment in MOMENTS for size in SIZES for language in ("vi", "en")}
    assert {golden.name for golden in GOLDENS.iterdir()} == wanted


@given(
    st.sampled_from(list(MOMENTS)),
    st.integers(20, 200),
    st.integers(5, 70),
    st.sampled_from(["vi", "en"]),
    st.sampled_from(["", "p2", "p8"]),
)
def test_the_screen_fills_a_window_of_any_size_and_no_more(
    moment: str, columns: int, rows: int, language: str, chosen: str
) -> None:
    now, pressed = MOMENTS[moment]
    lines = screen(stage(now, *pressed, language=language), View(columns, rows, "Đã ghi dòng 12: " * 9, chosen))
    assert len(lines) == rows
    assert [line for line in lines if columns_of(line) > columns] == []


@pytest.mark.parametrize("rows", range(24, 40))
def test_a_larger_window_shows_more_and_every_item_has_its_place(rows: int) -> None:
    lines = screen(stage("08:27"), View(80, rows))
    items = [line.split()[0] for line in lines if line.startswith("  p")]
    assert items == [f"p{number}" for number in range(1, len(items) + 1)]
    assert (len(items) == 8) == (rows >= 29)
    hidden = [line for line in lines if line.startswith("… và")]
    assert hidden == ([] if len(items) == 8 else [f"… và {8 - len(items)} mục nữa"])


@pytest.mark.parametrize("chosen", [f"p{number}" for number in range(1, 9)])
def test_the_chosen_item_is_always_in_sight(chosen: str) -> None:
    lines = screen(stage("08:27"), View(80, 24, chosen=chosen))
    assert [line.split()[1] for line in lines if line.startswith("> ")] == [chosen]


def test_who_decides_stands_there_before_a_saving_is_taken() -> None:
    lines = screen(stage("08:38", "08:37 start p1"), View(80, 24))
    assert [line for line in lines if "quyết định ·" in line] == [
        "p6 · ĐANG DÙNG: rút 6 phút · Sở Nội vụ quyết định · p6 Trao thưởng (Gộp lượt 5…",
        "p7 · ĐANG DÙNG: bỏ mục, được 1 phút · Sở VHTT quyết định · p7 Chụp ảnh lưu niệm…",
    ]


def test_told_once_nothing_is_cut_away() -> None:
    text = told(stage("09:11:40", *LATE), Screen(80))
    assert max(columns_of(line) for line in text.splitlines()) <= 80
    assert "QUÁ GIỜ 02:10" in text
    assert "(10/10/1954 - 10/10/2024)" in text
    assert [line.split()[0] for line in text.splitlines() if line.startswith("  p")] == [
        "p3",
        "p4",
        "p5",
        "p6",
        "p7",
        "p8",
    ]


@given(st.text(max_size=40).map(lambda text: f"a{text}"), st.integers(0, 30))  # marks have a letter to stand on
def test_a_text_is_cut_to_its_columns_and_padded_to_them(text: str, width: int) -> None:
    flat = " ".join(text.split())
    if flat.isprintable():
        assert columns_of(cut(text, width)) <= max(width, 0)
        assert columns_of(padded(text, width)) == width or columns_of(cut(text, width)) == 0
    if columns_of(flat) <= width:
        assert cut(text, width) == flat


def test_letters_are_never_parted_from_their_marks() -> None:
    assert normalize("NFC", cut(normalize("NFD", "Hội nghị"), 4)) == "Hội…"


@given(st.lists(st.sampled_from(["a", "b", "", "c d"])), st.lists(st.sampled_from(["a", "b", "", "c d"])))
def test_only_lines_that_differ_are_sent(before: list[str], after: list[str]) -> None:
    text = sent(before, after)
    differing = sum(1 for number, line in enumerate(after) if number >= len(before) or before[number] != line)
    assert text.count("\x1b[2K") == differing


@given(st.text(alphabet="ab\x1b[OABH~;1 \r\x03", max_size=20), st.integers(0, 20))
def test_keys_are_the_same_however_the_line_parts_them(text: str, place: int) -> None:
    first, rest = keys_of(text[:place])
    second, left = keys_of(rest + text[place:])
    whole, open_end = keys_of(text)
    assert (first + second, left) == (whole, open_end)


def test_the_day_after_and_the_day_before_are_told_in_days() -> None:
    early = stage("08:00")
    assert "CÒN ĐẾN GIỜ 1 ngày 00:30:00" in told(replace(early, now=early.now - 86_400), Screen(80))
