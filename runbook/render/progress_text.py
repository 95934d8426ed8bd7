"""What progress does to the plan, as text for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.console import beside
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks, head, headed
from runbook.reports.forecast import day_text, perils
from runbook.reports.progress import named, remarks, said
from runbook.reports.rows import phrasing
from runbook.text import say
from runbook.tracking import Happened

if TYPE_CHECKING:
    from runbook.reports.forecast import CrashRow, Forecast, ForecastRow, Peril
    from runbook.reports.progress import LogRow
    from runbook.tracking import Outlook

MANY = 6  # lines told one by one
SOME = 12  # tasks named of those that nobody reported


def answer(
    before: Outlook,
    after: Outlook,
    recorded: Sequence[Happened],
    again: Sequence[Happened],
    words: str,
    screen: Screen,
    language: str,
) -> str:
    """What was recorded, what it means for its tasks, and what it does to the plan. `words`: the file, as typed."""
    lines = [*_recorded(after, recorded, language)]
    lines += [_line("progress.again", after, one, language) for one in again]
    lines += remarks(before, after, recorded, language) if len(recorded) <= MANY else ()
    told = "\n".join(paragraph(line, screen, 0, 2) for line in lines)
    return blocks([told, _effect(before, after, words, screen, language)])


def _recorded(of: Outlook, recorded: Sequence[Happened], language: str) -> Iterator[str]:
    if len(recorded) <= MANY:
        yield from (_line("progress.line", of, one, language) for one in recorded)
        return
    facts = {"count": len(recorded), "first": recorded[0].number, "last": recorded[-1].number}
    yield say(language, "progress.many", tasks=", ".join(dict.fromkeys(one.task for one in recorded)), **facts)


def _line(key: str, of: Outlook, one: Happened, language: str) -> str:
    task, what = named(of.planned, one.task), said(of.planned, one, language)
    return say(language, key, line=one.number, who=one.who, task=task, what=what) + (f" {one.words}" * bool(one.words))


def _effect(before: Outlook, after: Outlook, words: str, screen: Screen, language: str) -> str:
    """The day and the deadlines: what this changed in full, what was in danger before as a number."""
    was = {one.of: one for one in perils(before, language, remedies=False)}
    found = perils(after, language)
    news = [one for one in found if one.of not in was or was[one.of].by != one.by or one.chain != was[one.of].chain]
    old, new = day_text(before, language), day_text(after, language)
    title = say(language, "progress.as_of", now=phrasing(after.planned, language).start(after.now))
    lines = [screen.paint(title, Tone.STRONG)]
    if old != new:
        lines.append(paragraph(say(language, "progress.before", day=old), screen, 0, 2))
    if all(one.of for one in found):
        lines.append(paragraph(new, screen))
    lines += [line for one in news for line in peril(one, screen, language)]
    lines += _rest(set(was), [one for one in found if one not in news], found, words, screen, language)
    if found and (unsaid := unreported(after.unreported, words, screen, language)):
        lines.append(unsaid)
    return "\n".join(lines)


def _rest(
    was: Collection[str], old: Sequence[Peril], found: Sequence[Peril], words: str, screen: Screen, language: str
) -> Iterator[str]:
    still = {one.of for one in found}
    saved = [one or say(language, "progress.opening") for one in sorted(was) if one not in still]
    if saved:
        yield paragraph(say(language, "progress.saved", tasks=", ".join(saved)), screen)
    if not found:
        yield say(language, "progress.all_kept")
    if old:
        yield beside(say(language, "progress.others", count=len(old)), f"runbook forecast {words}", screen.width)


def unreported(tasks: Sequence[str], words: str, screen: Screen, language: str) -> str:
    """What the plan has over by now and nobody said so of, with the command that says it; "" for nothing."""
    if not tasks:
        return ""
    named_ones = ", ".join([*tasks[:SOME], *(["…"] if len(tasks) > SOME else [])])
    told = paragraph(say(language, "status.unreported", tasks=named_ones), screen)
    return f"{told}\n  runbook done {words} --as-planned"


def peril(of: Peril, screen: Screen, language: str) -> Iterator[str]:
    """What is in danger, through which chain, whom it concerns, what would save it."""
    yield screen.paint(paragraph(f"!! {of.text}", screen, 0, 3), Tone.LATE)
    yield from (paragraph(detail, screen, 3, 2) for detail in of.details(language))


def log(rows: Sequence[LogRow], screen: Screen, language: str, title: str = "log.title") -> str:
    """Every line that was recorded, under that title."""
    if not rows:
        return say(language, "log.empty") + "\n"
    columns = [Column(""), *(Column(say(language, f"col.{key}")) for key in ("line", "said", "who", "id"))]
    columns += [Column(say(language, "col.happened"), 3)]
    cells = [("×" if row.void else "", str(row.number), row.at, row.who, row.task_id, _with_words(row)) for row in rows]
    tones = [Tone.FAINT if row.void else Tone.PLAIN for row in rows]
    head = screen.paint(say(language, title), Tone.STRONG)
    key = say(language, "log.key") if any(row.void for row in rows) else ""
    return blocks([head, table(columns, cells, screen, tones), key])


def _with_words(row: LogRow) -> str:
    return f"{row.what}: {row.words}" if row.words else row.what


def forecast(report: Forecast, words: str, screen: Screen, language: str) -> str:
    """Planned, expected and in hand; what is in danger, what to shorten. `words`: the file, as typed."""
    seen = paragraph(say(language, "forecast.as_of", now=report.now_text, counts=report.counts), screen)
    dangers = [line for one in report.perils for line in peril(one, screen, language)]
    danger = "\n".join([screen.paint(say(language, "forecast.perils"), Tone.STRONG), *dangers]) if dangers else ""
    day = "" if any(not one.of for one in report.perils) else paragraph(report.day, screen)
    return blocks(
        [
            screen.paint(say(language, "forecast.title"), Tone.STRONG),
            head(report.heading, screen, language),
            "\n".join(filter(None, [seen, day, "" if dangers else say(language, "progress.all_kept")])),
            unreported(report.unreported, words, screen, language),
            danger,
            _crashes(report.crashes, screen, language),
            _rows(report.rows, screen, language),
            paragraph(say(language, "forecast.key"), screen),
        ]
    )


def _crashes(rows: Sequence[CrashRow], screen: Screen, language: str) -> str:
    if not rows:
        return ""
    cells = [(row.id, row.title, row.lead, row.left, row.wins) for row in rows]
    title = screen.paint(paragraph(say(language, "forecast.crash"), screen), Tone.STRONG)
    return f"{title}\n{table(headed(language, 'id', 'title', 'lead', 'left', 'wins'), cells, screen)}"


def _rows(rows: Sequence[ForecastRow], screen: Screen, language: str) -> str:
    """The tasks with something left to say of them: what is over as planned is only counted."""
    shown = [row for row in rows if row.shifted or row.mark != "x"]
    dated = len(say(language, "weekday.1")) + len(" 22/11")
    columns = headed(language, "", "id", "title", "lead")
    columns += [Column(say(language, f"col.{key}"), 1, dated) for key in ("planned", "expected")]
    columns += [Column(say(language, f"col.{key}"), 1, 8) for key in ("shift", "float")]
    cells = [
        (row.mark, row.id, row.title, row.lead, row.planned, row.expected, row.shift, row.float_text) for row in shown
    ]
    body = table(columns, cells, screen, [_tone(row) for row in shown])
    hidden = len(rows) - len(shown)
    on_plan = paragraph(say(language, "forecast.on_plan", count=hidden), screen) if hidden else ""
    return "\n".join(filter(None, [body, on_plan]))


def _tone(row: ForecastRow) -> Tone:
    return {"!!": Tone.LATE, "!": Tone.STRONG, "x": Tone.FAINT, "-": Tone.FAINT}.get(row.mark, Tone.PLAIN)
