"""The head of an appendix: its title, and the document that it belongs to."""

from __future__ import annotations

from runbook.occasion import PlanDocument
from runbook.render.word.decree30 import Form
from runbook.render.word.layout import breadth, paragraph, rule
from runbook.render.word.letterhead import Letterhead, date_of, number_of
from runbook.render.word.markup import Xml
from runbook.reports.official import short_date, spelt_out
from runbook.text import say


def appendix_head(title: str, attached: str, form: Form, language: str) -> list[Xml]:
    """The three lines above an appendix and the line below them. `attached`: what it belongs to, "" for nothing."""
    return [
        paragraph("Appendix", say(language, "word.appendix")),
        paragraph("AppendixTitle", title.upper()),
        *([paragraph("Attached", attached)] if attached else []),
        rule(breadth(form, landscape=True), 60),
        paragraph("Gap"),
    ]


def of_letter(letter: Letterhead, form: Form, language: str) -> str:
    """The document it is bound with."""
    day, issuer = date_of(letter, language), letter.issuer or say(language, "word.issuer")
    return say(language, "word.attached", number=number_of(letter, form), day=day, issuer=issuer)


def of_plan(plan: PlanDocument | None, language: str) -> str:
    """The signed plan it is sent with, as far as it is known."""
    if plan is None or not (plan.number and plan.date):
        return ""
    day, issuer = say(language, "word.on", day=short_date(plan.date)), spelt_out(plan.issuer)
    key = "word.attached" if issuer else "word.attached.bare"
    facts = {"issuer": issuer} if issuer else {}
    return say(language, key, number=plan.number, day=day, **facts)
