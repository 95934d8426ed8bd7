"""Every page: sound, self-contained, the same bytes each time, and safe whatever a ceremony's text holds."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runbook.render.page.markup import css_text, el
from runbook.render.page.shell import call
from runbook.text import page_words, report_words
from tests.page_samples import FREE_TEXTS, SMALL, hostile, pages, read, skeleton

ROOT = Path(__file__).resolve().parents[1]
ENGLISH = SMALL.replace("language: vi", "language: en")
EVIL = "</style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{}"


@pytest.mark.parametrize(("text", "language"), [(SMALL, "vi"), (ENGLISH, "en")])
@pytest.mark.parametrize("late", [False, True])
def test_every_page_is_sound_and_needs_nothing_else(text: str, language: str, late: bool) -> None:
    for name, html in pages(text, late=late).items():
        page = read(html)
        assert html.startswith("<!DOCTYPE html>\n"), name
        assert page.attributes == {"lang": language}, name
        assert next(page.all("meta")).attributes == {"charset": "utf-8"}, name
        assert not {"script", "link", "img", "iframe", "object", "base", "form"} & {one.tag for one in page.all()}, name
        assert not re.search(r"url\(|@import|https?:", html), name
        assert unicodedata.is_normalized("NFC", html), name


def test_links_lead_to_phones_and_to_files_beside_the_page() -> None:
    found = {link.attributes["href"] for html in pages(SMALL).values() for link in read(html).all("a")}
    assert found == {"tel:0912111004", "Phi%E1%BA%BFu/22%2011.html", "#a"}


def test_issuer_plan_edition_and_title_stand_on_every_page() -> None:
    for name, html in pages(SMALL).items():
        page = read(html)
        assert page.one("header").text.startswith("UBND Thành phố|Kế hoạch số 12/KH-UBND ngày 01/11/2024|"), name
        assert page.one("header").text.endswith("|bản 1 · in lúc 20h15 21/11/2024"), name
        assert "Lễ kỷ niệm" in page.one("main").text, name
        assert "bản 1" in page.one("footer").text, name


def test_no_page_of_a_plan_that_does_not_hold_can_be_taken_for_a_good_one() -> None:
    said = "Không kịp: 2 trong 5 việc chuẩn bị bị chậm."
    for name, html in pages(SMALL, late=True).items():
        if name not in ("plan", "dates"):  # whose first line is a verdict anyway
            assert read(html).one("main").one(cls="complaint").text == said, name
    assert read(pages(SMALL, late=True)["plan"]).one(cls="verdict").text.startswith(said)
    assert all(not list(read(html).all(cls="complaint")) for html in pages(SMALL).values())


def test_the_same_ceremony_gives_the_same_bytes_under_any_hash_seed() -> None:
    script = (
        "import hashlib; from tests.page_samples import SMALL, pages; "
        "print(hashlib.sha256(''.join(pages(SMALL, late=True).values()).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256("".join(pages(SMALL, late=True).values()).encode()).hexdigest()}


def test_one_word_for_one_thing_and_one_way_to_place_a_tone() -> None:
    said = [sentence for sentence, _ in (page_words.WORDS | report_words.WORDS).values()]
    other = re.compile(r"sít nhất|căng nhất|ấn định|vỡ hạn|khi cần:|khi có sự cố|(^|[^i] )hạn:", re.IGNORECASE)
    tones = re.compile(r"o[àáảãạèéẻẽẹ](?!\w)|(?<!q)u[ỳýỷỹỵ](?!\w)", re.IGNORECASE)
    assert [sentence for sentence in said if other.search(sentence) or tones.search(sentence)] == []


def test_no_text_of_a_ceremony_becomes_markup() -> None:
    evil, plain = hostile(EVIL)
    harmless, told = pages(plain), ""
    for name, html in pages(evil).items():
        page = read(html)
        if name != "timeline":  # the chart breaks its lines by the width of letters
            assert skeleton(page) == skeleton(read(harmless[name])), name
        assert {one.tag for one in page.all()} == {one.tag for one in read(harmless[name]).all()}, name
        assert "<script" not in html, name
        assert "<img" not in html, name
        told += unescape(html)
    assert [number for number in range(len(FREE_TEXTS)) if f"{EVIL}{number:02}" not in told] == []


def test_an_edition_cannot_leave_the_style_sheet() -> None:
    html = pages(SMALL, edition=EVIL)["dates"]
    style = read(html).one("style").text
    assert skeleton(read(html)) == skeleton(read(pages(SMALL)["dates"]))
    assert style.count("{") == style.count("}")
    assert "\\3c \\2f style\\3e " in html


@given(st.text())
def test_any_text_comes_back_from_an_element(text: str) -> None:
    page = read(f"<html>{el('b', text, title=text).text}</html>")
    kept = "".join(sign for sign in text if not unicodedata.category(sign).startswith("Cs"))
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", kept)
    assert page.one("b").attributes.get("title", "") == kept
    assert "".join(child for child in page.one("b").children if isinstance(child, str)) == kept


@given(st.text())
def test_a_css_text_has_no_sign_that_could_end_it(text: str) -> None:
    assert re.fullmatch(r'"(\\[0-9a-f]+ |[^\W_]| )*"', css_text(text))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0912 111-004", '<a href="tel:0912111004" class="call">0912 111-004</a>'),
        ("+84 (24) 3825.1234", '<a href="tel:+842438251234" class="call">+84 (24) 3825.1234</a>'),
        ("115", '<a href="tel:115" class="call">115</a>'),
        ("09xx.111.005", '<span class="call">09xx.111.005</span>'),
        ("javascript:1", '<span class="call">javascript:1</span>'),
        ("", ""),
    ],
)
def test_a_number_to_call(number: str, shown: str) -> None:
    assert call(number).text == shown
