"""How sure a plan is, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from runbook.render.cutting import padded
from runbook.render.terminal import Column, Screen, Tone, columns_of, paragraph, table
from runbook.render.text import blocks, head, headed
from runbook.reports.risk import bar_label, percent, signed
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.risk import Risk, TaskRow
    from runbook.risk.histogram import Bar

TASKS = 8  # of the criticality index and of the tornado
_FIGURES = 15  # columns between a day and its bar
_SHORT = 16  # columns of an agency in the tornado


def risk(report: Risk, marks: Sequence[tuple[str, date]], screen: Screen, language: str) -> str:
    """The whole answer. `marks`: what is told beside the bar of a day, as P80 or the opening."""
    facts = "\n".join(paragraph(text, screen) for text in (report.tried, report.drawn))
    advice = [paragraph(text, screen, 0, 2) for text in report.advice]
    verdict = screen.paint(paragraph(report.opening, screen), Tone.STRONG)
    return blocks(
        [
            screen.paint(say(language, "risk.title"), Tone.STRONG),
            head(report.heading, screen, language),
            facts,
            "\n".join([verdict, *advice]),
            _days(report, screen, language),
            _deadlines(report, screen, language),
            _titled("risk.buffer", "\n".join(paragraph(one, screen) for one in report.buffer), screen, language),
            _histogram(report, marks, screen, language),
            _critical(report.critical, screen, language),
            _tornado(report.swings, screen, language),
        ]
    )


def _titled(key: str, body: str, screen: Screen, language: str) -> str:
    return f"{screen.paint(paragraph(say(language, key), screen), Tone.STRONG)}\n{body}" if body else ""


def _days(report: Risk, screen: Screen, language: str) -> str:
    if not report.days:
        return ""
    cells = [(row.day_text, row.chance, row.remark) for row in report.days]
    return _titled("risk.days", table(headed(language, "day", "chance", "remark"), cells, screen), screen, language)


def _deadlines(report: Risk, screen: Screen, language: str) -> str:
    dated = len(say(language, "weekday.1")) + len(" 22/11")
    columns = headed(language, "", "id", "title", "lead")
    columns += [Column(say(language, f"col.{key}"), 1, dated) for key in ("due_by", "expected")]
    columns += headed(language, "chance")
    cells = [
        (row.mark, row.id, row.title, row.lead, row.deadline, row.expected, row.chance) for row in report.deadlines
    ]
    tones = [Tone.LATE if row.mark == "!!" else Tone.PLAIN for row in report.deadlines]
    sure = paragraph(say(language, "risk.sure", count=report.sure), screen) if report.sure else ""
    body = table(columns, cells, screen, tones) if cells else ""
    return _titled("risk.deadlines", "\n".join(filter(None, [body, sure])), screen, language)


def _histogram(report: Risk, marks: Sequence[tuple[str, date]], screen: Screen, language: str) -> str:
    """A line for each day, or each stretch of days, on which any sample ends; those with none are left out."""
    bars = report.bars
    if not bars:
        return ""
    labels = [bar_label(bar, report.heading.day.year, language) for bar in bars]
    longest = max(map(columns_of, labels))
    total, most = sum(bar.count for bar in bars), max(bar.count for bar in bars)
    told = [" ".join(name for name, day in marks if bar.first <= day <= bar.last) for bar in bars]
    room = max(10, screen.width - longest - _FIGURES - 1 - max(map(columns_of, told)))
    lines, before = [], 0
    for label, bar, remark in zip(labels, bars, told, strict=True):
        before += bar.count
        if bar.count or remark:
            figures = f"{percent(bar.count / total):>6} {percent(before / total):>6} "
            lines.append(f"{label:<{longest}} {figures}{_bar(bar, most, room)} {remark}".rstrip())
    return _titled(
        "risk.histogram", "\n".join([*lines, paragraph(say(language, "risk.histogram_key"), screen)]), screen, language
    )


def _bar(bar: Bar, most: int, room: int) -> str:
    filled = max(round(room * bar.count / most), 1 if bar.count else 0)
    kept = round(filled * bar.kept / bar.count) if bar.count else 0
    return "█" * kept + "░" * (filled - kept)


def _critical(rows: Sequence[TaskRow], screen: Screen, language: str) -> str:
    if not rows:
        return ""
    cells = [(row.id, row.title, row.lead, row.index) for row in rows[:TASKS]]
    body = table(headed(language, "id", "title", "lead", "index"), cells, screen)
    more = len(rows) - TASKS
    rest = f"\n{paragraph(say(language, 'risk.more', count=more), screen)}" if more > 0 else ""
    return _titled("risk.critical", body + rest, screen, language)


def _tornado(rows: Sequence[TaskRow], screen: Screen, language: str) -> str:
    if not rows:
        return ""
    shown = rows[:TASKS]
    body = "\n".join([*_swings(shown, screen, language), paragraph(say(language, "risk.tornado_key"), screen)])
    return _titled("risk.tornado", body, screen, language)


def _swings(rows: Sequence[TaskRow], screen: Screen, language: str) -> Iterator[str]:
    """The bars of the tornado, to the left where all is ready sooner, to the right where later."""
    longest = max(columns_of(row.id) for row in rows)
    half = max(5, (screen.width - longest - _SHORT - 20) // 2)
    most = max(abs(end) for row in rows for end in (row.low, row.high))
    for row in rows:
        low, high = (round(half * abs(end) / most) for end in (row.low, row.high))
        bar = f"{'░' * low:>{half}}│{'█' * high:<{half}}"
        left, right = (signed(end, language) for end in (row.low, row.high))
        name = f"{row.id}{' ' * (longest - columns_of(row.id))}  {padded(row.lead, _SHORT)}"
        yield f"{name}  {left:>6} {bar} {right:>6}"
