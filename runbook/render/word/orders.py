"""The text of a plan document: its bases, time and place, the programme, and what each agency is told to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from runbook.campaign import Campaign
from runbook.model import Agency, Ceremony, Task
from runbook.render.word.decree30 import Form
from runbook.render.word.layout import paragraph
from runbook.render.word.letterhead import Letterhead
from runbook.render.word.markup import Content, Xml
from runbook.render.word.numerals import ranges, roman
from runbook.reports.assigned import AT_THE_HOUR, addressed, day_of, due, duties_of, named, numbers_of
from runbook.reports.duties import Duty
from runbook.reports.official import full_date, short_date, spelt_out
from runbook.reports.recurring import recurs
from runbook.reports.show import show
from runbook.text import say

if TYPE_CHECKING:
    from runbook.schedule import Schedule

_VERBS = ("Tổ chức ", "Thông tin", "Tuyên truyền ", "Triển khai ", "Thực hiện ", "Phát động ", "Kỷ niệm ", "Tiến độ ")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the text under a heading."""

    heading: str
    content: Content

    def numbered(self, number: int) -> list[Content]:
        return [paragraph("Heading1", f"{roman(number)}. {self.heading.upper()}"), self.content]


def bases(schedule: Schedule, letter: Letterhead, subject: str, language: str) -> list[Xml]:
    """What the document rests on, and the sentence that issues it."""
    issuer = letter.issuer or say(language, "word.issuer")
    plan = schedule.ceremony.plan
    found = []
    if plan and plan.number:
        day = say(language, "word.on", day=short_date(plan.date)) if plan.date else ""
        by = say(language, "word.of", issuer=spelt_out(plan.issuer)) if plan.issuer else ""
        about = say(language, "word.about", title=_continued(plan.title)) if plan.title else ""
        text = " ".join(part for part in (plan.number, day, by, about) if part)
        found.append(paragraph("Basis", say(language, "word.basis", plan=text)))
    issued = say(language, "word.issued", issuer=issuer, subject=_continued(subject))
    return [*found, paragraph("BodyText", issued)]


def _continued(title: str) -> str:
    """A title within a sentence: small where it begins with what is done, and not with a name."""
    return title[:1].lower() + title[1:] if title.startswith(_VERBS) else title


def opening(schedule: Schedule, language: str) -> Iterator[Chapter]:
    """Time and place, in whose name it is held, the programme; what is not known is left out."""
    yield _when_and_where(schedule, language)
    hosts = schedule.ceremony.hosts
    if hosts:
        yield Chapter(say(language, "word.hosts"), paragraph("BodyText", " - ".join(hosts) + "."))
    programme = show(schedule, language)
    if programme.rows:
        rows = [(_hour(language, schedule.axis.civil(row.start)[1]), row.title) for row in programme.rows]
        rows.append((_hour(language, schedule.ceremony.closing), say(language, "word.closing")))
        lines = [paragraph("BodyText", say(language, "word.item", clock=hour, title=title)) for hour, title in rows]
        yield Chapter(say(language, "word.programme"), lines)


def _when_and_where(schedule: Schedule, language: str) -> Chapter:
    ceremony, day = schedule.ceremony, schedule.day
    if ceremony.campaign:
        return _span_and_where(ceremony, ceremony.campaign, language)
    hours = (_hour(language, minute) for minute in (ceremony.opening, ceremony.closing))
    weekday = say(language, f"word.weekday.{day.isoweekday()}")
    when = say(language, "word.when", hours=" - ".join(hours), day=full_date(day, language), weekday=weekday)
    lines = [when]
    if ceremony.date.reserve and ceremony.date.reserve != day:
        lines.append(say(language, "word.reserve", day=full_date(ceremony.date.reserve, language)))
    return _time_and_place([*lines, *_where(ceremony, language)], language)


def _span_and_where(ceremony: Ceremony, campaign: Campaign, language: str) -> Chapter:
    """A campaign's whole span, its peaks, its theme."""
    spans = [(say(language, "campaign.whole"), campaign.window), *((one.title, one.window) for one in campaign.peaks)]
    lines = [
        say(language, "word.span", what=what, first=full_date(first, language), last=full_date(last, language))
        for what, (first, last) in spans
    ]
    lines += [say(language, "word.theme", theme=campaign.theme)] if campaign.theme else []
    return _time_and_place([*lines, *_where(ceremony, language)], language)


def _where(ceremony: Ceremony, language: str) -> list[str]:
    return [say(language, "word.where", venue=ceremony.venue.line)] if ceremony.venue.line else []


def _time_and_place(lines: list[str], language: str) -> Chapter:
    numbered = (
        paragraph("BodyText", f"{number}. {line[:1].upper()}{line[1:]}") for number, line in enumerate(lines, 1)
    )
    return Chapter(say(language, "word.time_and_place"), list(numbered))


def _hour(language: str, minute: int) -> str:
    return say(language, "word.hour", hour=f"{minute // 60 % 24:02}", minute=f"{minute % 60:02}")


def orders(schedule: Schedule, language: str) -> Chapter | None:
    """What each agency is told to do, or asked; None where nobody has a duty."""
    told = ((agency, duties_of(schedule, agency)) for agency in schedule.ceremony.agencies)
    numbers, lines = numbers_of(schedule, language), list[Content]()
    for number, (agency, duties) in enumerate(((agency, duties) for agency, duties in told if duties), 1):
        lines.append(paragraph("Heading2", f"{number}. {_called(agency, language)}"))
        lines += [paragraph("BodyText", say(language, "word.is_standing"))] if agency.standing else []
        lines += [paragraph("BodyText", one) for one in _agency(schedule, duties, numbers, language)]
    return Chapter(say(language, "word.orders"), lines) if lines else None


def _called(agency: Agency, language: str) -> str:
    """As in the table, but that an agency is the standing one is said in a sentence of its own."""
    return addressed(agency, language) if agency.requested else spelt_out(agency.name)


def _agency(
    schedule: Schedule, duties: list[tuple[str, Duty]], numbers: Mapping[str, int], language: str
) -> Iterator[str]:
    """What it leads, in full; its duties of the day itself and what it supports by their numbers in the appendix."""
    leads = [task_id for task_id, has in duties if has is Duty.LEAD]
    hours = {task_id for task_id, _ in duties if schedule.rows[task_id].task.part in AT_THE_HOUR}
    yield from (_order(schedule, task_id, language) for task_id in leads if task_id not in hours)
    supports = [task_id for task_id, has in duties if has is Duty.SUPPORT]
    for key, found in (("hours", [one for one in leads if one in hours]), ("support", supports)):
        if found:
            yield say(language, f"word.order.{key}", numbers=ranges(numbers[task_id] for task_id in found))


def _order(schedule: Schedule, task_id: str, language: str) -> str:
    task, day = schedule.rows[task_id].task, short_date(day_of(schedule, task_id))
    if task.window is not None:
        return _lasting(schedule, task, due(schedule, task_id, language), language)
    if not task.support:
        return say(language, "word.order.alone", title=task.title, day=day)
    return say(language, "word.order.with", title=task.title, day=day, others=named(schedule.ceremony, task.support))


def _lasting(schedule: Schedule, task: Task, days: str, language: str) -> str:
    """A duty that goes on through its days, or comes back within them."""
    told = say(language, "word.order.lasting", title=task.title, days=days)
    if task.recurs:
        told = say(language, "word.order.recurs", order=told, recurs=recurs(task.recurs, language))
    others = named(schedule.ceremony, task.support)
    return f"- {say(language, 'word.order.jointly', order=told, others=others) if others else told}."


def closing(schedule: Schedule, letter: Letterhead, form: Form, language: str) -> Xml:
    """The last sentences, and the sign that nothing follows."""
    agencies = schedule.ceremony.agencies
    issuer = letter.issuer or say(language, "word.issuer")
    asked = ", ".join(spelt_out(agency.name) for agency in agencies if agency.requested)
    facts = {"issuer": issuer, **({"asked": asked} if asked else {})}
    sentences = [say(language, "word.end.asked" if asked else "word.end", **facts)]
    standing = next((spelt_out(agency.name) for agency in agencies if agency.standing), "")
    if standing:
        sentences.append(say(language, "word.end.standing", agency=standing, issuer=issuer))
    said = " ".join(sentences).removesuffix(".") + say(language, f"word.{form.words}.end")
    return paragraph("BodyText", said, keep_next=True)
