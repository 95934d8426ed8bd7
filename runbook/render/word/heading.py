"""The heading block of an official document, and the block of its recipients and its signature."""

from __future__ import annotations

from runbook.render.word.decree30 import Form
from runbook.render.word.layout import breadth, cell, paragraph, row, rule, table
from runbook.render.word.letterhead import Letterhead, date_of, name_lines, number_of
from runbook.render.word.markup import Xml
from runbook.text import say

_AGENCY = 65.0  # millimetres; what is left beside it holds the State's name in one line
_CAPITAL, _LETTER = 0.219, 0.160  # millimetres a bold letter of one point is wide on the average
_OF_NAME = 0.42  # of the name's last line: the decree asks for a third to a half
_SIGNING_ROOM = 4  # empty lines between post and name


def heading_block(letter: Letterhead, form: Form, language: str) -> Xml:
    """Agency and State side by side, below them number and date."""
    wide = breadth(form) - _AGENCY
    place = say(language, "word.place", place=letter.place or "\u2026\u2026\u2026", day=date_of(letter, language))
    number = say(language, f"word.{form.words}.number", number=number_of(letter, form))
    return table(
        "Bare",
        (_AGENCY, wide),
        [
            row(
                cell(_AGENCY, *_agency(letter, form, language), middle=False),
                cell(wide, *_nation(wide, form, language), middle=False),
            ),
            row(
                cell(_AGENCY, paragraph("Number", number), middle=False),
                cell(wide, paragraph("PlaceDate", place), middle=False),
            ),
        ],
    )


def _agency(letter: Letterhead, form: Form, language: str) -> list[Xml]:
    lines = name_lines(letter.issuer) or (say(language, "word.issuer").upper(),)
    shown = [paragraph("Superior", letter.superior.upper())] if letter.superior else []
    shown += [paragraph("Agency", line) for line in lines]
    if form.mark:
        return [*shown, paragraph("Agency", form.mark)]
    length = len(lines[-1]) * form.agency.size * _CAPITAL * _OF_NAME
    return [*shown, rule(_AGENCY, min(max(length, 10), 28))]


def _nation(width: float, form: Form, language: str) -> list[Xml]:
    """The State's name with its motto, or the Party's alone: a line as long as the last of them."""
    nation = say(language, f"word.{form.words}.nation")
    if form.motto is None:
        return [paragraph("Nation", nation), rule(width, len(nation) * form.nation.size * _CAPITAL)]
    motto = say(language, f"word.{form.words}.motto")
    length = len(motto) * form.motto.size * _LETTER
    return [paragraph("Nation", nation), paragraph("Motto", motto), rule(width, length)]


def title_block(kind: str, subject: str, form: Form) -> list[Xml]:
    """The kind of document and what it is about."""
    under = paragraph("Subtitle", form.dashes) if form.dashes else rule(breadth(form), 44)
    return [paragraph("Title", kind.upper()), paragraph("Subtitle", subject), under]


def closing_block(letter: Letterhead, form: Form, language: str) -> Xml:
    """Recipients at the left, the signature at the right, on one page together."""
    left = breadth(form) * 0.48
    right = breadth(form) - left
    received = [paragraph("Recipient", f"- {one};") for one in letter.recipients]
    filed = paragraph("Recipient", say(language, f"word.{form.words}.filed"))
    signed = [paragraph("Post", line) for line in letter.post]
    signed += [paragraph("Post") for _ in range(_SIGNING_ROOM)]
    return table(
        "Bare",
        (left, right),
        [
            row(
                cell(left, paragraph("Recipients", say(language, "word.recipients")), *received, filed, middle=False),
                cell(right, *signed, paragraph("Signer", letter.signer), middle=False),
            )
        ],
    )
