"""How wide texts are, and where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import runbook
from runbook.render.drawing.letter_widths import BOLD, REGULAR
from runbook.render.drawing.letters import shortened, width, wrapped

FONTS = Path(runbook.__file__).parent / "render" / "pdf" / "fonts"
VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"


@pytest.mark.parametrize("table", [REGULAR, BOLD])
def test_every_vietnamese_letter_has_its_own_width(table: dict[int, str]) -> None:
    known = "".join(table.values())
    assert len(known) == len(set(known))
    assert set(VIETNAMESE + VIETNAMESE.upper() + "0123456789 ‹›…·–") <= set(known)


@pytest.mark.parametrize(("face", "table"), [("Regular", REGULAR), ("Bold", BOLD)])
def test_the_widths_are_those_of_the_bundled_font(face: str, table: dict[int, str]) -> None:
    fonts = pytest.importorskip("fontTools.ttLib", reason="fontTools reads the bundled font")
    font = fonts.TTFont(FONTS / f"NotoSans-{face}.ttf")
    glyphs, advances, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    told = {letter: width for width, letters in table.items() for letter in letters}
    assert units == 1000
    assert told == {letter: advances[glyphs[ord(letter)]][0] for letter in told}


def test_a_width_is_the_sum_of_the_advances() -> None:
    assert width("", 10) == 0
    assert width("A", 72) == pytest.approx(25.4 * 0.639)
    assert width("Aa", 10) == pytest.approx(width("A", 10) + width("a", 10))
    assert width("e\u0309", 10) == width("e", 10)
    assert width("Việc", 10, bold=True) > width("Việc", 10)
    assert width("漢", 10) == pytest.approx(1.1 * 10 * 25.4 / 72)


@settings(max_examples=200)
@given(st.text("abc Đđấộ WM,-", max_size=120), st.floats(8, 60), st.booleans())
def test_lines_fit_and_lose_nothing(text: str, room: float, bold: bool) -> None:
    found = wrapped(text, room, 8, bold)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(width(line, 8, bold) <= room for line in found)
    assert all(word in " ".join(found).split() for word in text.split() if width(word, 8, bold) <= room)


@given(st.text("abc Đđấộ WM,-", max_size=120), st.floats(8, 60), st.integers(1, 4))
def test_no_more_lines_than_allowed(text: str, room: float, most: int) -> None:
    whole, found = wrapped(text, room, 8), wrapped(text, room, 8, most=most)
    assert len(found) <= most
    assert all(width(line, 8) <= room for line in found)
    assert found == whole if len(whole) <= most else found[-1].endswith("…")


def test_words_held_together_are_not_parted() -> None:
    assert wrapped("Thi đua - Khen\u00a0thưởng", 14, 8) == ("Thi đua -", "Khen\u00a0thưở", "ng")
    assert wrapped("số\u00a012 số 13", 9, 8) == ("số\u00a012", "số 13")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert shortened("Báo cáo", 50, 8) == "Báo cáo"
    assert shortened("Báo cáo", 10, 8) == "Báo c…"
    assert shortened("Báo cáo", 1, 8) == ""
