"""What all pages share: the document around them, the running header and footer of print, tags and tick boxes."""

from __future__ import annotations

from dataclasses import dataclass

from runbook.model import Ceremony
from runbook.render.page.markup import Content, Html, css_text, el, joined
from runbook.render.page.style import STYLE
from runbook.reports.rows import Heading, TaskRow
from runbook.text import say

# Nothing is ever loaded or run, even if a ceremony's text should find a way to ask for it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LINE = 'font: 7.5pt/1.25 "Noto Sans", "Segoe UI", Arial, sans-serif; color: #333; margin-bottom: 2.5mm;'


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page says about its origin. `plan` is number and date of the signed plan, `edition` the version of
    this printing, `printed` its moment; both in words, "" to leave them out."""

    language: str
    issuer: str = ""
    plan: str = ""
    edition: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper as CSS knows it: its size, its margins (top right bottom left), its width."""

    size: str
    margins: str
    width: str


PORTRAIT = Paper("A4 portrait", "17mm 12mm 16mm 20mm", "210mm")
LANDSCAPE = Paper("A4 landscape", "17mm 12mm 16mm 15mm", "297mm")


def imprint(ceremony: Ceremony, edition: str = "", printed: str = "") -> Imprint:
    """The imprint of a ceremony's pages, in its own language. Without a plan document the hosts issue it."""
    plan, language = ceremony.plan, ceremony.language
    if plan is None:
        return Imprint(language, ", ".join(ceremony.hosts), "", edition, printed)
    signed = f"{plan.date:%d/%m}/{plan.date.year:04}" if plan.date else ""
    number = say(language, "page.plan_dated" if signed else "page.plan", number=plan.number, date=signed)
    return Imprint(language, plan.issuer, number if plan.number else "", edition, printed)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What makes one page its own: kind (a CSS class), paper, name, whom it is for, the ceremony's title; and
    whether its thick bar and bold text mean critical tasks, which every sheet of paper then says at its foot."""

    kind: str
    paper: Paper
    name: str
    scope: str
    ceremony: str
    marks_critical: bool = False


def document(leaf: Leaf, imprint: Imprint, legend: Content, *body: Content) -> str:
    """The whole HTML document of one page."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        el("title", " · ".join(filter(None, [leaf.name, leaf.scope, leaf.ceremony]))),
        el("style", Html("\n" + STYLE + _print_rules(leaf, imprint))),
    )
    page = el(
        "body", _header(leaf, imprint), el("main", *body), _colophon(leaf, imprint, legend), cls=f"page {leaf.kind}"
    )
    return f"<!DOCTYPE html>\n{el('html', Html(chr(10)), head, page, lang=imprint.language).text}"


def _header(leaf: Leaf, imprint: Imprint) -> Html:
    right = " · ".join(filter(None, [leaf.name, leaf.scope]))
    return el(
        "header",
        el("div", el("p", imprint.issuer, cls="issuer"), el("p", imprint.plan)),
        el("div", el("p", right), el("p", _printing(imprint)), cls="origin"),
        cls="running",
    )


def _printing(imprint: Imprint) -> str:
    printed = imprint.printed and say(imprint.language, "page.printed", time=imprint.printed)
    return " · ".join(filter(None, [imprint.edition, printed]))


def _colophon(leaf: Leaf, imprint: Imprint, legend: Content) -> Html:
    origin = " · ".join(filter(None, [leaf.name, imprint.plan, _printing(imprint)]))
    return el("footer", el("div", legend, cls="legend"), el("p", origin, cls="origin"), cls="colophon")


def _print_rules(leaf: Leaf, imprint: Imprint) -> str:
    """Paper, and the lines in its margins: page numbers everywhere, the header from the second page on (the first page
    has it in full; a blank there keeps the browser's own line away). Browsers that do not know margin boxes leave them
    out; nothing is said only there."""
    language, paper = imprint.language, leaf.paper
    above = " · ".join(filter(None, [imprint.issuer, leaf.ceremony]))
    beside = " · ".join(filter(None, [leaf.name, leaf.scope]))
    below = " · ".join(filter(None, [imprint.plan, imprint.edition]))
    note = say(language, "page.legend_short") if leaf.marks_critical else ""
    numbers = " counter(page) ".join(css_text(part) for part in say(language, "page.number").split("#", 1))
    return f"""
body {{ --paper: {paper.width}; }}
@page {{
  size: {paper.size}; margin: {paper.margins};
  @top-left {{ content: {css_text(above)}; width: 58%; vertical-align: bottom; {_LINE} border-bottom: 0.5pt solid; }}
  @top-right {{ content: {css_text(beside)}; width: 42%; vertical-align: bottom; text-align: right; {_LINE}
    border-bottom: 0.5pt solid; }}
  @bottom-left {{ content: {css_text(below)}; width: 40%; {_LINE} }}
  @bottom-center {{ content: {numbers} counter(pages); width: 16%; text-align: center; {_LINE} }}
  @bottom-right {{ content: {css_text(note)}; width: 44%; text-align: right; {_LINE} }}
}}
@page :first {{ @top-left {{ content: " "; border: 0; }} @top-right {{ content: " "; border: 0; }} }}
"""


def tags(task: TaskRow, language: str, supports: bool = False) -> Html:
    """The task's standing as outlined or filled words: works alongside, done, critical, late, past its deadline."""
    left = not task.over
    found = [
        (supports, "support", "page.tag_support"),
        (task.over, "support", "page.tag_done"),
        (left and task.done > 0, "support", "page.tag_running"),
        (left and task.critical and not task.late, "critical", "page.tag_critical"),
        (left and task.late, "late", "page.tag_late"),
        (left and task.broken, "late", "page.tag_broken"),
    ]
    return joined([el("span", say(language, key), cls=f"tag {kind}") for holds, kind, key in found if holds], " ")


def weight(task: TaskRow) -> str:
    """The class of a row: critical and late tasks carry the thick bar and bold text."""
    return "critical" if task.mark else ""


def legend(language: str, *keys: str) -> Html:
    """What the tags of a page mean; keys are those of the tags: critical, late, broken, support."""
    return joined(
        [
            el(
                "span",
                el("span", say(language, f"page.tag_{key}"), cls=f"tag {'late' if key == 'broken' else key}"),
                " " + say(language, f"page.means_{key}"),
                cls="entry",
            )
            for key in keys
        ],
        " ",
    )


def box() -> Html:
    """A tick box, drawn by its border."""
    return el("span", cls="box")


def call(number: str) -> Html:
    """A phone number to tap, where it is one; any other text as it stands."""
    digits = number.translate(str.maketrans("", "", " .-()"))
    if digits.removeprefix("+").isdecimal() and digits.isascii():
        return el("a", number, href=f"tel:{digits}", cls="call")
    return el("span", number, cls="call") if number else Html("")


def masthead(heading: Heading, name: str, language: str, scope: str = "", *more: Content) -> Html:
    """What opens a page: its name, whom it is for, the ceremony, its place and hours, and what else is worth saying."""
    return el(
        "div",
        el(
            "div",
            el("h1", name),
            el("p", scope, cls="unit") if scope else None,
            el("p", heading.title, cls="occasion"),
            facts(heading.venue, heading.when(language), heading.occasions),
            facts(*more) if more else None,
            complaint(heading),
        ),
        cls="masthead",
    )


def complaint(heading: Heading) -> Content:
    """The verdict on a plan that does not hold: no page of it may be taken for a good one."""
    return el("p", heading.complaint, cls="complaint") if heading.complaint else None


def facts(*entries: Content) -> Html:
    """Short facts in a line, each kept together where the line allows."""
    return el("p", *(el("span", entry) for entry in entries if entry), cls="facts")
