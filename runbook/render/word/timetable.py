"""The plan's timetable (tiến độ thực hiện) as an official document, with the assignment table as its appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.word.appendix import appendix_head, of_letter
from runbook.render.word.assignment import duty_table
from runbook.render.word.decree30 import DECREE_30, Form
from runbook.render.word.heading import closing_block, heading_block, title_block
from runbook.render.word.layout import docx, ended, paragraph, section
from runbook.render.word.letterhead import Letterhead, letterhead
from runbook.render.word.markup import Content, Xml
from runbook.render.word.orders import bases, closing, opening, orders
from runbook.render.word.stages import stages
from runbook.reports.assigned import by_phase
from runbook.reports.standing import complaint
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule


def timetable(schedule: Schedule, language: str, form: Form = DECREE_30, letter: Letterhead | None = None) -> bytes:
    """The document as a .docx. `letter`: what `letterhead` says of it, or the same with facts of one's own."""
    ceremony = schedule.ceremony
    letter = letter or letterhead(schedule, language, form)
    subject, warning = _subject(schedule, language), complaint(schedule, language)
    return docx(
        form,
        language,
        f"{say(language, 'word.kind')}: {subject}",
        letter.issuer,
        letter.day or (ceremony.plan and ceremony.plan.date) or schedule.day,
        heading_block(letter, form, language),
        title_block(say(language, "word.kind"), subject, form),
        paragraph("Warning", warning) if warning else None,
        _text(schedule, letter, subject, form, language),
        paragraph("Gap"),
        closing_block(letter, form, language),
        paragraph("Spacer", section=section(form)),
        _appendix(schedule, letter, form, language),
    )


def _subject(schedule: Schedule, language: str) -> str:
    """A plan not yet numbered is this document; a numbered one is carried out by it."""
    plan, title = schedule.ceremony.plan, schedule.ceremony.title
    if plan and plan.title and not plan.number:
        return plan.title
    return say(language, "word.timetable.subject", title=title)


def _text(schedule: Schedule, letter: Letterhead, subject: str, form: Form, language: str) -> list[Content]:
    """The text between title and signature, its parts numbered as they come."""
    parts = [*opening(schedule, language), orders(schedule, language), stages(schedule, form, language)]
    return [
        bases(schedule, letter, subject, language),
        [part.numbered(number) for number, part in enumerate((part for part in parts if part), 1)],
        closing(schedule, letter, form, language),
    ]


def _appendix(schedule: Schedule, letter: Letterhead, form: Form, language: str) -> Xml:
    title = say(language, "word.assignment.title", title=schedule.ceremony.title)
    return ended(
        appendix_head(title, of_letter(letter, form, language), form, language),
        duty_table(by_phase(schedule, language), language),
        last=section(form, landscape=True),
    )
