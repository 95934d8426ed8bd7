"""Every sentence exists in both languages, asks for the same facts in each, and is kept composed."""

from __future__ import annotations

from string import Formatter

import pytest

from runbook.text import nfc
from runbook.text.catalogue import CATALOGUE


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_sentence_is_whole_in_both_languages(key: str) -> None:
    vietnamese, english = CATALOGUE[key]
    assert vietnamese.strip()
    assert english.strip()
    assert blanks(vietnamese) == blanks(english)
    assert (nfc(vietnamese), nfc(english)) == (vietnamese, english)


def test_no_two_rooms_of_words_have_the_same_key() -> None:
    from runbook.text import calendar_words, check_words, command_words, holiday_words, page_words, report_words

    rooms = (calendar_words, check_words, command_words, holiday_words, page_words, report_words)
    keys = [key for room in rooms for key in room.WORDS]
    assert len(keys) == len(set(keys))
