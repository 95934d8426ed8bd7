"""Text for other programs: the file itself, the plan, its tasks, its charts."""

from __future__ import annotations

from runbook.render.data import plan_json
from runbook.render.exports import mermaid
from runbook.render.exports.dot import dot
from runbook.render.exports.table import csv
from runbook.render.products.wish import Make, Wish
from runbook.workbook.text import text


def _gantt(wish: Wish) -> list[bytes]:
    return [mermaid.gantt(wish.dossier.timeline, wish.schedule).encode()]


def _flowchart(wish: Wish) -> list[bytes]:
    return [mermaid.flowchart(wish.dossier.timeline, wish.schedule).encode()]


def _dot(wish: Wish) -> list[bytes]:
    return [dot(wish.dossier.timeline, wish.schedule).encode()]


def _csv(wish: Wish) -> list[bytes]:
    return [csv(wish.dossier.timeline, wish.schedule, wish.language).encode()]


TEXTS: dict[str, Make] = {"text": lambda wish: [text(wish.dossier.root).encode()]}
MERMAID: dict[str, Make] = {"timeline": _gantt, "network": _flowchart}
DOT: dict[str, Make] = {"network": _dot}
TABLES: dict[str, Make] = {"tasks": _csv}
JSON: dict[str, Make] = {"plan": lambda wish: [plan_json(wish.schedule).encode()]}
