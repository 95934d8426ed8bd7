"""Damaged documents: lines cut, signs changed, letters misread, pages swapped. Nothing breaks, no day is made up."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.draft.document import Quote
from runbook.draft.drafting import draft
from runbook.draft.findings import Draft, DueBy, Duty
from runbook.draft.letters import plain
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


# Lines below a duty that only say who does it, and by when.
LABEL = re.compile(r"[^:.;]{2,40}:")
HOURS = re.compile(r"(?:thoi gian|thoi han|han|tien do)[^:]{0,20}:")
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
    """No error but that it is no plan; the day of a deadline stands in its own words, and quotes where they say.

    A deadline is the duty's own: see `owns`.
    """
    if made := drafted(text):
        checked(made)


def checked(made: Draft) -> None:
    for duty in made.duties:
        due = duty.due
        assert due is None or owns(made, duty, due)
        if due and due.day and not lunar(due.raw.text):
            numbers = [int(one) for one in re.findall(r"\d+", due.raw.text)]
            assert due.day.day in numbers
            assert due.day.month in numbers
        for quote in (duty.words, *((due.raw,) if due else ())):
            assert _letters(made.document.source[slice(*quote.span)]) == _letters(quote.text)


def owns(made: Draft, duty: Duty, due: DueBy) -> bool:
    """Whether a deadline stands in the words of the duty, in its row of a table, or in a line of hours right below.

    A paragraph that is one duty may tell its deadline behind its name, in brackets: "Hội thao (... trước ngày 17/12)".
    """
    own, at = (_paragraph(made, quote) for quote in (duty.words, due.raw))
    paragraphs = made.document.paragraphs
    here, there = paragraphs[own].cell, paragraphs[at].cell
    if here and there and own != at:
        return (here.table, here.row) == (there.table, there.row)
    if own == at:
        within = duty.words.span[0] <= due.raw.span[0] and due.raw.span[1] <= duty.words.span[1]
        return within or [_paragraph(made, one.words) for one in made.duties].count(own) == 1
    told = [plain(one.text) for one in paragraphs[own + 1 : at + 1]]
    return own < at and all(map(LABEL.match, told)) and bool(HOURS.match(told[-1]))


def _paragraph(made: Draft, quote: Quote) -> int:
    """The number of the paragraph that words stand in."""
    return max(at for at, one in enumerate(made.document.paragraphs) if one.text and quote.span[0] in one.offsets)


def _letters(text: str) -> str:
    """The letters alone: the number of a page may stand in the middle of a sentence."""
    return "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isalpha())


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6), count=st.integers(1, 5))
def test_damaged_plans_break_nothing_and_invent_no_deadline(seed: int, count: int) -> None:
    holds(damaged(seed, count))


def test_a_deadline_of_another_duty_would_be_noticed() -> None:
    made = drafted(SAMPLES["school"])
    assert made
    first, second = [duty for duty in made.duties if duty.due][:2]
    checked(made)
    with pytest.raises(AssertionError):
        checked(replace(made, duties=(replace(first, due=second.due),)))


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
