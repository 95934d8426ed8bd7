"""The title of a task, in the words of the plan."""

from __future__ import annotations

from runbook.draft.findings import Duty, Scope
from runbook.draft.letters import plain, plain_pattern
from runbook.draft.writing_yaml import clean

_TOLD = plain_pattern(r"(?:bao cao|thong tin|gui|phan anh)\b")  # what a closing sentence asks for
_LONGEST_TITLE, _LONGEST = 22, 300  # words, letters


def title(duty: Duty) -> str:
    """The words of the duty from its verb on: twelve, or as far as its next comma."""
    words = clean(duty.words.text)
    begun = clean(duty.title).rstrip(" ,;.:")
    if duty.scope is Scope.CLOSING and (told := _TOLD.search(plain(words))):
        words = words[told.start() :]
        begun = words.split(",")[0].split(";")[0].rstrip(" .")
        begun = begun[:1].upper() + begun[1:]
    at = plain(words).find(plain(begun)) if begun else -1
    if at < 0:
        return (begun or words or duty.id)[:_LONGEST]
    end = at + len(begun)
    rest = words[end:]
    ends = (*",;.:(", *((clean(duty.due.raw.text),) if duty.due else ()))
    stop = min((found for sign in ends if (found := rest.find(sign)) >= 0), default=len(rest))
    more = rest[:stop]
    if len(words[at : end + stop].split()) <= _LONGEST_TITLE:
        begun += more.rstrip()
    elif rest.strip():
        begun = " ".join(words[at:].split()[:_LONGEST_TITLE]).rstrip(" ,;.:(") + "…"
        begun = begun[:1].upper() + begun[1:]
    return begun[:_LONGEST].strip()
