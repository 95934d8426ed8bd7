"""The network as DOT text, for Graphviz and what reads its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runbook.render.drawing.bars import chart
from runbook.schedule.precedence import telling_links

if TYPE_CHECKING:
    from runbook.reports.timeline import Timeline, TimelineRow
    from runbook.schedule import Schedule

_LOOK = [
    "rankdir=LR",
    'node [shape=box, fontname="Noto Sans", fontsize=10]',
    'edge [color="#6e6e6e"]',
]


def dot(timeline: Timeline, schedule: Schedule) -> str:
    """A digraph of the tasks; links that others imply are left out, thick ones lie between critical tasks."""
    rows = {row.task.id: row for row in chart(timeline).rows}
    part = schedule.network.part(schedule.network.position[task_id] for task_id in rows)
    ends = [(part.ids[part.tail[link]], part.ids[part.head[link]]) for link in telling_links(part)]
    lines = [f"digraph {_quoted(timeline.heading.title)} {{", *(f"    {look};" for look in _LOOK)]
    lines += [f"    {_quoted(task_id)} [label={_label(row)}{_frame(row)}];" for task_id, row in rows.items()]
    for tail, head in dict.fromkeys(ends):
        heavy = rows[tail].task.critical and rows[head].task.critical
        look = ' [color="#a31621", penwidth=2.5]' if heavy else ""
        lines.append(f"    {_quoted(tail)} -> {_quoted(head)}{look};")
    return "\n".join([*lines, "}"]) + "\n"


def _label(row: TimelineRow) -> str:
    task = row.task
    parts = [f"{task.id} · {task.lead} · {task.length}", task.title, f"{task.start_text} - {task.finish_text}"]
    return '"' + "\\n".join(map(_escaped, parts)) + '"'


def _frame(row: TimelineRow) -> str:
    return ', color="#a31621", penwidth=2.5' if row.task.critical else ""


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
