"""Every sentence exists in both languages, asks for the same facts in each, and is kept composed."""

from __future__ import annotations

from string import Formatter

from runbook.text import nfc
from runbook.text.catalogue import CATALOGUE


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_is_said_in_both_languages() -> None:
    assert [
        key for key, (vietnamese, english) in CATALOGUE.items() if not (vietnamese.strip() and english.strip())
    ] == []


def test_a_sentence_asks_for_the_same_facts_in_both_languages() -> None:
    assert [key for key, (vietnamese, english) in CATALOGUE.items() if blanks(vietnamese) != blanks(english)] == []


def test_every_sentence_is_kept_composed() -> None:
    assert [key for key, said in CATALOGUE.items() if tuple(map(nfc, said)) != said] == []


def test_no_two_rooms_of_words_have_the_same_key() -> None:
    from runbook.text import calendar_words, check_words, command_words, holiday_words, page_words, report_words

    rooms = (calendar_words, check_words, command_words, holiday_words, page_words, report_words)
    keys = [key for room in rooms for key in room.WORDS]
    assert len(keys) == len(set(keys))
