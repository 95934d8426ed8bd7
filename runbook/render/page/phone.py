"""The whole runbook as one page for the phone, opened from its storage where there is no network.

Everything is in the page and readable as it stands: viewers of mail and messages show it without running scripts.
Where they run, the script only hides what was not asked for. The page can load and send nothing: its policy names the
one style sheet and the one script it carries by their digests.
"""

from __future__ import annotations

from typing import Final

from runbook.model import Agency
from runbook.render.page.markup import Content, Html, el
from runbook.render.page.phone_parts import choices, part, parts, people, programme
from runbook.render.page.phone_script import SCRIPT
from runbook.render.page.phone_style import STYLE
from runbook.render.page.phone_tasks import Tasks, day_list, task_link, tasks_of
from runbook.render.page.sealed import sealed
from runbook.render.page.shell import Imprint, facts, legend
from runbook.reports.duties import groups_of
from runbook.reports.phrasing import clock, full_day
from runbook.reports.plan import late_groups
from runbook.reports.rows import heading, phrasing
from runbook.reports.sheet import plate
from runbook.reports.standing import verdict
from runbook.schedule import Schedule
from runbook.text import say

_ANY: Final = "*"  # the value of a chooser that leaves nothing out: no id and no number


def phone_page(schedule: Schedule, printed: Imprint) -> str:
    """The runbook of a planned ceremony as one HTML file; every agency's part can be chosen on it."""
    told = tasks_of(schedule, printed.language)
    tasks = [
        part("s:tasks", say(told.language, "phone.tasks"), el("p", id="f:own", cls="opening"), day_list(told)),
        parts(told),
    ]
    sections = {"tasks": tasks, "show": programme(told), "decisions": choices(told), "people": people(told)}
    body = el(
        "body",
        _header(told, printed),
        _nav(told, sections),
        el("main", _chooser(told), *sections.values(), _assumptions(told), _about(told)),
        el("footer", el("p", _origin(printed), cls="soft")),
        el("script", Html(SCRIPT)),
    )
    title = f"{say(told.language, 'phone.name')} · {schedule.ceremony.title}"
    return f"<!DOCTYPE html>\n{el('html', sealed(title, STYLE, SCRIPT), body, lang=printed.language).text}"


def _header(told: Tasks, printed: Imprint) -> Html:
    """What the plan says first: whether it holds, when and where it is, which edition this is."""
    language, above = told.language, heading(told.schedule, told.language)
    opening = f"{say(language, 'sheet.opening')} {clock(language, told.schedule.ceremony.opening)}, {above.day_text}"
    where = [above.venue, None if above.span else above.when(language), above.occasions]
    return el(
        "header",
        el("p", printed.issuer, cls="issuer"),
        el("h1", above.title),
        el("p", above.when(language) if above.span else opening, cls="opening"),
        facts(*where),
        _verdict(told),
        el("p", _origin(printed), cls="soft"),
    )


def _verdict(told: Tasks) -> Html:
    """Whether the plan holds, as of when, and what must be caught up first."""
    schedule, language = told.schedule, told.language
    now = phrasing(schedule, language).start(schedule.now) if schedule.now is not None else ""
    late = [row for group in late_groups(schedule, language, set(told.rows)) for row in group.rows]
    lines = (el("li", task_link(row.task), f" · {row.task.lead}: {row.finding}") for row in late)
    return el(
        "div",
        el("p", verdict(schedule, language)),
        el("p", say(language, "page.as_of", time=now), cls="soft") if now else None,
        el("ul", *lines) if late else None,
        cls="verdict" if schedule.feasible else "verdict bad",
    )


def _origin(printed: Imprint) -> str:
    time = printed.printed and say(printed.language, "page.printed", time=printed.printed)
    return " · ".join(filter(None, [printed.plan, printed.edition, time]))


def _nav(told: Tasks, sections: dict[str, Content]) -> Html:
    links = (
        el("a", say(told.language, f"phone.nav_{key}"), href=f"#s:{key}") for key, there in sections.items() if there
    )
    return el("nav", *links, aria_label=say(told.language, "phone.parts"))


def _chooser(told: Tasks) -> Html:
    """Agency, day and words to look for; hidden until the script that minds them runs."""
    language, main = told.language, told.schedule.day.isoformat()
    agencies = [_agency(told, agency) for agency in told.agencies.values()]
    days = [_day(told, number) for number in range(len(told.days))]
    shown = say(language, "phone.shown").split("#")
    counts = [el("b", "0", id="f:shown"), el("b", "0", id="f:all"), None]
    everyone, always = (el("option", say(language, f"phone.any_{key}"), value=_ANY) for key in ("agency", "day"))
    return el(
        "section",
        el("h2", say(language, "phone.choose")),
        *(el("label", say(language, "phone.own"), for_="f:agency"), el("select", everyone, agencies, id="f:agency")),
        *(el("label", say(language, "phone.day"), for_="f:day"),),
        el("select", always, days, id="f:day", data_main=main),
        *(el("label", say(language, "phone.find"), for_="f:find"), el("input", type="search", id="f:find")),
        el("p", [piece for pair in zip(shown, counts, strict=True) for piece in pair], role="status"),
        el("button", say(language, "phone.whole"), type="button", id="f:whole"),
        id="s:choose",
        cls="chooser",
        role="search",
        hidden="hidden",
    )


def _agency(told: Tasks, agency: Agency) -> Html:
    """An agency to choose, with the groups whose duties are its own too."""
    groups = " ".join(str(told.numbers[one]) for one in sorted(groups_of(told.schedule.ceremony, agency.id)))
    return el("option", agency.name, value=agency.id, data_groups=groups)


def _day(told: Tasks, number: int) -> Html:
    day, language = told.days[number], told.language
    name = f"{full_day(language, day)} · {plate(told.schedule, day, language)}"
    return el("option", name, value=number, data_date=day.isoformat())


def _assumptions(told: Tasks) -> Content:
    found = told.schedule.ceremony.assumptions
    if not found:
        return None
    lines = (el("li", el("b", key), " ", text) for key, text in found.items())
    return part("s:assumptions", say(told.language, "page.assumptions"), el("ul", *lines, cls="assumptions"))


def _about(told: Tasks) -> Html:
    language, first = told.language, next(iter(told.agencies), "")
    said = [say(language, f"phone.{key}") for key in ("offline", "stale", "ticks")]
    said.insert(2, say(language, "phone.link", agency=first))
    signs = legend(language, "critical", "late", "broken", "support")
    return part("s:about", say(language, "phone.about"), *(el("p", one) for one in said), signs, cls="about")
