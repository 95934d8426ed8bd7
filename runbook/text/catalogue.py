"""The catalogue: every sentence a user sees, by key, in Vietnamese and English."""

from __future__ import annotations

from runbook.text import (
    anniversary_words,
    calendar_words,
    campaign_words,
    check_words,
    clone_words,
    command_words,
    draft_ask_words,
    draft_file_words,
    draft_words,
    drafted_words,
    drawing_words,
    forecast_words,
    holiday_words,
    levelling_words,
    live_words,
    option_words,
    page_words,
    pdf_words,
    phone_words,
    problem_words,
    product_words,
    progress_words,
    rehearsal_words,
    release_words,
    report_words,
    review_words,
    risk_words,
    store_words,
    word_words,
    workbook_words,
)

LANGUAGES = ("vi", "en")

CATALOGUE: dict[str, tuple[str, str]] = {
    **problem_words.WORDS,
    **anniversary_words.WORDS,
    **check_words.WORDS,
    **report_words.WORDS,
    **calendar_words.WORDS,
    **campaign_words.WORDS,
    **holiday_words.WORDS,
    **live_words.WORDS,
    **page_words.WORDS,
    **pdf_words.WORDS,
    **phone_words.WORDS,
    **command_words.WORDS,
    **product_words.WORDS,
    **levelling_words.WORDS,
    **progress_words.WORDS,
    **forecast_words.WORDS,
    **option_words.WORDS,
    **clone_words.WORDS,
    **rehearsal_words.WORDS,
    **release_words.WORDS,
    **store_words.WORDS,
    **drawing_words.WORDS,
    **draft_words.WORDS,
    **drafted_words.WORDS,
    **review_words.WORDS,
    **risk_words.WORDS,
    **draft_ask_words.WORDS,
    **draft_file_words.WORDS,
    **word_words.WORDS,
    **workbook_words.WORDS,
}


def say(language: str, key: str, /, **facts: object) -> str:
    """The sentence of that key in that language ("vi" or "en"), its {blanks} filled. KeyError for an unknown key."""
    sentence = CATALOGUE[key][LANGUAGES.index(language)]
    return sentence.format(**facts) if facts else sentence
