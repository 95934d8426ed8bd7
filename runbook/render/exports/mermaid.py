"""The plan as Mermaid text: a Gantt chart and a flow chart, for web pages that draw them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from runbook.render.drawing.bars import chart

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline, TimelineRow
    from runbook.schedule import Schedule

# Signs that end a name, begin a comment or are markup in Mermaid, and what is written for them.
_IN_GANTT = str.maketrans({":": "∶", ";": ",", "#": "№", "%": "％", "\n": " ", "\r": " ", "`": "'", '"': "'"})
_IN_QUOTES = str.maketrans(
    {'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "\\": "#92;"}
)


def gantt(timeline: Timeline, schedule: Schedule) -> str:
    """The timeline as a `gantt` diagram, with wall-clock starts and ends. Its sections are the plan's phases."""
    lines = [
        "gantt",
        f"    title {_name(timeline.heading.title)}",
        "    dateFormat YYYY-MM-DDTHH:mm",
        "    axisFormat %d/%m",
        *_sections(timeline, schedule),
    ]
    return "\n".join(lines) + "\n"


def flowchart(timeline: Timeline, schedule: Schedule) -> str:
    """The network as a `flowchart` from left to right; thick arrows lie between critical tasks."""
    shown = chart(timeline).rows
    name = {row.task.id: f"n{number}" for number, row in enumerate(shown)}
    lines = ["flowchart LR", *(f'    {name[row.task.id]}["{_label(row)}"]' for row in shown)]
    critical = [name[row.task.id] for row in shown if row.task.critical]
    rows = {row.task.id: row.task for row in shown}
    ends = [(link.predecessor, link.successor) for link in schedule.ceremony.links]
    for tail, head in dict.fromkeys((tail, head) for tail, head in ends if tail in name and head in name):
        arrow = "==>" if rows[tail].critical and rows[head].critical else "-->"
        lines.append(f"    {name[tail]} {arrow} {name[head]}")
    if critical:
        lines += ["    classDef critical stroke:#a31621,stroke-width:3px", f"    class {','.join(critical)} critical"]
    return "\n".join(lines) + "\n"


def _sections(timeline: Timeline, schedule: Schedule) -> Iterator[str]:
    number = 0
    shown = {row.task.id for row in chart(timeline).rows}
    for group in timeline.groups:
        rows = [row for row in group.rows if row.task.id in shown]
        if rows:
            yield f"    section {_name(group.title)}"
        for row in rows:
            marks = [mark for mark, holds in (("crit", row.task.critical), ("milestone", row.task.milestone)) if holds]
            begin, end = (schedule.axis.iso(at)[:16] for at in (row.task.start, row.task.finish))
            told = ", ".join([*marks, f"t{number}", begin, end])
            yield f"    {_name(f'{row.task.id} {row.task.title}')} :{told}"
            number += 1


def _name(text: str) -> str:
    return " ".join(text.translate(_IN_GANTT).split())


def _label(row: TimelineRow) -> str:
    task = row.task
    parts = [f"{task.id} · {task.lead} · {task.length}", task.title, f"{task.start_text} - {task.finish_text}"]
    return "<br>".join(" ".join(part.translate(_IN_QUOTES).split()) for part in parts)
