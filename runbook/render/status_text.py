"""How a ceremony stands, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from runbook.render.progress_text import peril, unreported
from runbook.render.terminal import Column, Screen, Tone, paragraph, table
from runbook.render.text import blocks, head
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.status import AgencyRow, Owed, Status, StatusRow


def status(report: Status, words: str, screen: Screen, language: str) -> str:
    """What is done, running, late; who waits for whom; the next three days. `words`: the file, as typed."""
    key = "status.of" if report.agency else "status.title"
    title = screen.paint(paragraph(say(language, key, agency=report.agency), screen), Tone.STRONG)
    seen = paragraph(say(language, "forecast.as_of", now=report.now_text, counts=report.counts), screen)
    dangers = "\n".join(line for one in report.perils for line in peril(one, screen, language))
    day = "" if any(not one.of for one in report.perils) else paragraph(report.day, screen)
    return blocks(
        [
            title,
            head(report.heading, screen, language),
            "\n".join(filter(None, [seen, day, unreported(report.unreported, words, screen, language)])),
            dangers,
            _late(report, screen, language),
            _rows("running", report.running, "since", screen, language),
            _rows("ready", report.ready, "planned_start", screen, language),
            _rows("coming", report.coming, "when", screen, language),
            _rows("receipts", report.receipts, "due_by", screen, language),
            _owed(report.owed, screen, language),
            _agencies(report.agencies, screen, language),
            _done(report, screen, language),
        ]
    )


def _late(report: Status, screen: Screen, language: str) -> str:
    follow = paragraph(say(language, "status.follow", tasks=", ".join(report.follow)), screen) if report.follow else ""
    body = _rows("late", report.late, "", screen, language)
    return "\n".join(filter(None, [body, follow]))


def _rows(key: str, rows: Sequence[StatusRow], when: str, screen: Screen, language: str) -> str:
    if not rows:
        return ""
    columns = [Column("", 1, 2), Column(say(language, "col.id")), Column(say(language, "col.title"), 4)]
    columns.append(Column(say(language, "col.lead"), 2))
    columns += [Column(say(language, f"status.col.{when}"), 1, 9)] if when else []
    columns += [Column(say(language, "col.finding"), 3)]
    cells = [(row.mark, row.id, row.title, row.lead, *((row.when,) if when else ()), row.finding) for row in rows]
    tones = [Tone.LATE if row.mark else Tone.PLAIN for row in rows]
    title = screen.paint(say(language, f"status.{key}"), Tone.STRONG)
    return f"{title}\n{table(columns, cells, screen, tones)}"


def _owed(rows: Sequence[Owed], screen: Screen, language: str) -> str:
    if not rows:
        return ""
    columns = [Column("", 1, 2), Column(say(language, "col.debtor"), 2), Column(say(language, "col.what_for"), 4)]
    columns += [Column(say(language, "col.due"), 1, 9), Column(say(language, "col.creditor"), 2)]
    cells = [
        (
            "!!" if row.late else "",
            row.debtor,
            f"{row.task_id} {row.title}",
            row.due,
            f"{row.creditor} ({', '.join(row.waiting)})",
        )
        for row in rows
    ]
    tones = [Tone.LATE if row.late else Tone.PLAIN for row in rows]
    return f"{screen.paint(say(language, 'status.owed'), Tone.STRONG)}\n{table(columns, cells, screen, tones)}"


def _agencies(rows: Sequence[AgencyRow], screen: Screen, language: str) -> str:
    if not rows:
        return ""
    columns = [Column(say(language, "col.agency"), 2)]
    columns += [Column(say(language, f"col.n_{key}"), 1, 4) for key in ("leads", "done", "running", "late")]
    columns += [Column(say(language, "col.next"), 4)]
    cells = [
        (row.name, *(str(n or "") for n in (row.leads, row.done, row.running, row.late)), row.next) for row in rows
    ]
    return f"{screen.paint(say(language, 'status.agencies'), Tone.STRONG)}\n{table(columns, cells, screen)}"


def _done(report: Status, screen: Screen, language: str) -> str:
    if not report.done:
        return ""
    title = screen.paint(say(language, "status.done"), Tone.STRONG)
    return f"{title}\n{paragraph(', '.join(report.done), screen, 2)}"
