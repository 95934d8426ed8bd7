"""Damaged documents: lines cut, signs changed, letters misread, pages swapped. Nothing breaks, no day is made up."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.draft.drafting import draft
from runbook.draft.findings import Draft
from runbook.draft.lunar_days import lunar
from runbook.draft.refusal import NotAPlanError
from tests.draft_samples import SAMPLES, document

SLIPS = (("l", "1"), ("1", "l"), ("0", "O"), ("5", "S"), ("ổ", "ô"), ("ủ", "ù"), (";", ":"), (".", ","), ("-", "–"))
OTHERS = ((" ", ""), ("\n", " "), ("\n", "\n\n"), ("(", ""), (")", ""), ("/", "."))
SIGNS = ("+ ", "• ", "a) ", "1. ", "– ", "")
MOVED = (("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ụy", "uỵ"))


def cut(text: str, chance: Random) -> str:
    return "\n".join(line for line in text.split("\n") if chance.random() > 0.1)


def signs(text: str, chance: Random) -> str:
    return re.sub(r"(?m)^- ", lambda _: chance.choice(SIGNS), text)


def decomposed(text: str, _: Random) -> str:
    return unicodedata.normalize("NFD", text)


def tones(text: str, _: Random) -> str:
    for old, new in MOVED:
        text = text.replace(old, new)
    return text


def misread(text: str, chance: Random) -> str:
    for _ in range(20):
        wrong, seen = chance.choice(SLIPS + OTHERS)
        places = [match.start() for match in re.finditer(re.escape(wrong), text)]
        if places:
            at = chance.choice(places)
            text = text[:at] + seen + text[at + len(wrong) :]
    return text


def swapped(text: str, chance: Random) -> str:
    lines = text.split("\n")
    first, last = sorted((chance.randrange(len(lines) + 1), chance.randrange(len(lines) + 1)))
    return "\n".join(lines[first:last] + lines[:first] + lines[last:])


def torn(text: str, chance: Random) -> str:
    return text[: chance.randrange(1, len(text) + 1)]


DAMAGES = (cut, signs, decomposed, tones, misread, swapped, torn)


PLANS = [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "plans").glob("*.txt"))]


def damaged(seed: int, count: int) -> str:
    chance = Random(seed)
    text = chance.choice([*sorted(SAMPLES.values()), *PLANS])
    for _ in range(count):
        text = chance.choice(DAMAGES)(text, chance) or text
    return text


def drafted(text: str) -> Draft | None:
    try:
        return draft(document(text))
    except NotAPlanError:
        return None


def holds(text: str) -> None:
    """No error but that it is no plan; the day of a deadline stands in its own words, and quotes where they say."""
    made = drafted(text)
    for duty in made.duties if made else ():
        due = duty.due
        if due and due.day and not lunar(due.raw.text):
            numbers = [int(one) for one in re.findall(r"\d+", due.raw.text)]
            assert due.day.day in numbers
            assert due.day.month in numbers
        for quote in (duty.words, *((due.raw,) if due else ())):
            assert made
            assert _letters(made.document.source[slice(*quote.span)]) == _letters(quote.text)


def _letters(text: str) -> str:
    """The letters alone: the number of a page may stand in the middle of a sentence."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalpha())


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 5))
def test_damaged_plans_break_nothing_and_invent_no_deadline(seed: int, count: int) -> None:
    holds(damaged(seed, count))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_a_thousand_damaged_plans(part: int) -> None:
    for seed in range(100):
        holds(damaged(1_000_000 + 100 * part + seed, 1 + seed % 6))


@settings(max_examples=30, deadline=None)
@given(text=st.text(alphabet="IVX1.a)-+: \nBanSởGiaoĐềnghịtrướcngày/20245;,()TỔCHỨC", max_size=300))
def test_any_letters_at_all_are_read_or_refused(text: str) -> None:
    if text.strip():
        holds(f"KẾ HOẠCH\nTổ chức Lễ\n\nI. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n{text}")
