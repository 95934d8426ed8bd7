"""Reports as text for a terminal: one function per report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from runbook.render.terminal import Column, Screen, Tone, columns_of, paragraph, table
from runbook.text import say

if TYPE_CHECKING:
    from runbook.reports.changes import Changes, ShiftRow
    from runbook.reports.dates import Dates
    from runbook.reports.matrix import Load, Matrix
    from runbook.reports.moments import Brief
    from runbook.reports.plan import LateGroup, Plan, PlanGroup
    from runbook.reports.rows import Heading, TaskRow
    from runbook.reports.sheet import Band, Sheet, SheetRow, Waiting
    from runbook.reports.show import Show, ShowRow
    from runbook.reports.why import Why

TITLE = 4  # weight of the column that holds titles
ARROW = " → "
MOVES = ("start_before", "finish_before", "start_after", "finish_after")
SHIFTS = ("latest_before", "float_before", "latest_after", "float_after")
DATED = ("start", "finish", "latest_start", "latest_finish", "first", "last", "due", *MOVES, *SHIFTS)


def headed(language: str, *keys: str) -> list[Column]:
    """Columns by the keys of their headings; titles get the most room, dates are not broken."""
    weights = {"title": TITLE, "verdict": 2, "lead": 2, "cue": 2, "location": 2}
    dated = len(say(language, "weekday.1")) + len(" 22/11")
    least = dict.fromkeys(DATED, dated) | {
        "float": 8,
        "day": dated + len("/2024"),
        "hour": len("08:30"),
        "": len("[ ]!"),
    }
    return [Column(say(language, f"col.{key}") if key else "", weights.get(key, 1), least.get(key, 0)) for key in keys]


def blocks(parts: Iterable[str]) -> str:
    """The parts that are not empty, a blank line between two, a line end after the last."""
    return "\n\n".join(part for part in parts if part) + "\n"


def head(heading: Heading, screen: Screen, language: str) -> str:
    """The ceremony, its day and its place, and the verdict on a plan that does not hold."""
    place = " · ".join(part for part in (heading.when(language, "head.day"), heading.venue) if part)
    lines = [screen.paint(paragraph(heading.title, screen), Tone.STRONG), paragraph(place, screen)]
    if heading.occasions:
        lines.append(paragraph(heading.occasions, screen))
    if heading.complaint:
        lines.append(screen.paint(paragraph(f"!! {heading.complaint}", screen, 0, 3), Tone.LATE))
    return "\n".join(lines)


def tone(row: TaskRow) -> Tone:
    return {"!!": Tone.LATE, "!": Tone.STRONG}.get(row.mark, Tone.PLAIN)


def plan(report: Plan, screen: Screen, language: str) -> str:
    """What to do first."""
    key = "plan.now_tracked" if report.tracked else "plan.now"
    now = say(language, key, now=report.now_text) if report.now_text else ""
    facts = "\n".join(paragraph(text, screen) for text in (report.summary, now) if text)
    late, critical = _late(report, screen, language), _critical(report, screen, language)
    tables = (_plan_group(group, screen, language) for group in report.groups)
    key = paragraph(say(language, "plan.key"), screen)
    return blocks([head(report.heading, screen, language), facts, late, critical, *tables, key])


def _late(report: Plan, screen: Screen, language: str) -> str:
    if not report.late:
        return ""
    lines = [screen.paint(paragraph(say(language, "late.title"), screen), Tone.LATE)]
    lines += [line for group in report.late for line in _late_group(group, screen, language)]
    if report.consequence:
        lines.append(paragraph(say(language, "late.also", tasks=", ".join(report.consequence)), screen, 0, 2))
    return "\n".join(lines)


def _critical(report: Plan, screen: Screen, language: str) -> str:
    if not report.critical:
        return ""
    title = screen.paint(paragraph(say(language, "plan.critical", count=report.counted), screen), Tone.STRONG)
    return "\n".join([title, *(paragraph(ARROW.join(path), screen, 2, 2) for path in report.critical)])


def _late_group(group: LateGroup, screen: Screen, language: str) -> Iterator[str]:
    chain = ARROW.join([*group.chain, group.bound])
    yield paragraph(say(language, "late.chain", by=group.by, chain=chain), screen, 0, 2)
    for row in group.rows:
        fact = say(language, "late.row", id=row.task.id, title=row.task.title, lead=row.task.lead, finding=row.finding)
        yield paragraph(fact, screen, 2, 2)
    if group.follow:
        yield paragraph(say(language, "late.follow", tasks=", ".join(group.follow)), screen, 2, 2)


def _plan_group(group: PlanGroup, screen: Screen, language: str) -> str:
    columns = headed(language, "", "id", "title", "lead", "latest_start", "latest_finish", "float")
    rows = [
        (row.mark, row.id, _with_deadline(row), row.lead, row.latest_start_text, row.latest_finish_text, row.float_text)
        for row in group.rows
    ]
    body = table(columns, rows, screen, [tone(row) for row in group.rows])
    return f"{screen.paint(group.title, Tone.STRONG)}\n{body}" if group.title else body


def _with_deadline(row: TaskRow) -> str:
    return f"{row.title}\n- {row.deadline}" if row.deadline else row.title


def dates(report: Dates, screen: Screen, language: str) -> str:
    """The days of the window, ranked."""
    columns = headed(language, "rank", "day", "verdict", "chain", "remark")
    rows = [(str(row.rank), row.day_text, row.verdict, ARROW.join(row.chain), row.remark) for row in report.rows]
    tones = [Tone.PLAIN if row.feasible else Tone.FAINT for row in report.rows]
    title = screen.paint(paragraph(report.title, screen), Tone.STRONG)
    return blocks([title, table(columns, rows, screen, tones), paragraph(report.earliest, screen)])


def why(report: Why, screen: Screen, language: str) -> str:
    """One task explained."""
    row = report.task
    facts = say(language, "why.facts", start=row.start_text, finish=row.finish_text, length=row.length)
    latest = say(language, "why.latest", start=row.latest_start_text, finish=row.latest_finish_text)
    slack = say(language, "why.float", float=row.float_text) if row.float_text else ""
    slack = " ".join(text for text in (slack, report.drag) if text)
    name = screen.paint(paragraph(f"{row.id}  {row.title} ({row.lead})", screen), Tone.STRONG)
    gains = [paragraph("- " + gain, screen, 2, 2) for gain in report.gains]
    return blocks(
        [
            head(report.heading, screen, language),
            "\n".join([name, *(paragraph(text, screen) for text in (facts, latest, row.deadline, slack) if text)]),
            f"{paragraph(say(language, 'why.driving'), screen)}\n{_chain(report.driving, screen, language)}",
            f"{paragraph(say(language, 'why.binding', bound=report.bound), screen)}\n"
            f"{_chain(report.binding, screen, language, latest=True)}",
            "\n".join([paragraph(say(language, "why.gain"), screen), *gains]) if gains else "",
        ]
    )


def _chain(rows: Sequence[TaskRow], screen: Screen, language: str, latest: bool = False) -> str:
    keys = ("latest_start", "latest_finish") if latest else ("start", "finish")
    columns = headed(language, "", "id", "title", "lead", "length", *keys)
    cells = [
        (row.mark, row.id, row.title, row.lead, row.length, row.latest_start_text, row.latest_finish_text)
        if latest
        else (row.mark, row.id, row.title, row.lead, row.length, row.start_text, row.finish_text)
        for row in rows
    ]
    return table(columns, cells, screen, [tone(row) for row in rows])


def sheet(report: Sheet, screen: Screen, language: str) -> str:
    """One day's run sheet."""
    plate = say(language, "sheet.plate", day=report.day_text, plate=report.plate)
    who = " · ".join(part for part in (report.agency, report.phone) if part) or say(language, "sheet.all")
    name, gap = say(language, "sheet.title"), "   "
    if columns_of(name + gap + plate) > screen.width:
        gap = "\n"
    title = f"{screen.paint(name, Tone.STRONG)}{gap}{plate}"
    bands = [_band(band, screen, language) for band in (*report.bands, report.untimed) if band.rows]
    nothing = "" if bands else say(language, "page.nothing_own" if report.standing else "sheet.nothing")
    return blocks(
        [
            "\n".join([title, *(paragraph(fact, screen) for fact in (who, report.counts if bands else "") if fact)]),
            head(report.heading, screen, language),
            nothing,
            *bands,
            _briefs("sheet.moments", report.moments, screen, language),
            _briefs("campaign.standing", report.standing, screen, language),
            _waiting(report.waiting, screen, language),
            _briefs("sheet.coming", report.coming, screen, language),
        ]
    )


def _band(band: Band, screen: Screen, language: str) -> str:
    columns = headed(language, "", "hour", "title", "lead", "location", "actual")
    rows = [_sheet_cells(row, language) for row in band.rows]
    body = table(columns, rows, screen, [tone(row.task) for row in band.rows])
    return f"{screen.paint(band.title.upper(), Tone.STRONG)}\n{body}"


def _sheet_cells(row: SheetRow, language: str) -> tuple[str, ...]:
    task = row.task
    tag = f"[{say(language, 'sheet.supports')}] " if row.supports else ""
    trouble = say(language, "sheet.trouble", trouble=row.trouble) if row.trouble else ""
    content = "\n".join(text for text in (f"{tag}{task.id} {task.title}", task.note, trouble) if text)
    lead = "\n".join(text for text in (task.lead, row.contact, row.phone) if text)
    hours = f"{row.begins}\n{row.ends}" if row.ends else row.begins
    return f"[{'x' if task.over else ' '}]{task.mark}", hours, content, lead, task.location, "....."


def _briefs(key: str, briefs: Sequence[Brief], screen: Screen, language: str) -> str:
    lines = [
        " ".join(part for part in (brief.id, brief.title, f"({brief.lead})" if brief.lead else "") if part)
        for brief in briefs
    ]
    body = [
        paragraph(f"{brief.when} · {line}" if brief.when else line, screen, 2, 2)
        for brief, line in zip(briefs, lines, strict=True)
    ]
    return "\n".join([screen.paint(say(language, key), Tone.STRONG), *body]) if body else ""


def _waiting(waiting: Sequence[Waiting], screen: Screen, language: str) -> str:
    if not waiting:
        return ""
    columns = headed(language, "own", "awaits", "lead", "due")
    rows = [
        (one.task_id, f"{one.awaited_id} {one.awaited}", f"{one.lead} {one.phone}".strip(), one.due) for one in waiting
    ]
    return f"{screen.paint(say(language, 'sheet.waiting'), Tone.STRONG)}\n{table(columns, rows, screen)}"


def show(report: Show, screen: Screen, language: str) -> str:
    """The run of show."""
    columns = headed(language, "rank", "hour", "minutes", "title", "cue", "lead")
    rows = [_show_cells(row, language) for row in report.rows]
    warning = screen.paint(paragraph(report.warning, screen), Tone.LATE) if report.warning else ""
    title = screen.paint(say(language, "show.title"), Tone.STRONG)
    facts = [report.summary, *([say(language, "show.fixed")] if any(row.fixed for row in report.rows) else [])]
    summary = paragraph(" ".join(facts), screen)
    return blocks([title, head(report.heading, screen, language), table(columns, rows, screen), summary, warning])


def _show_cells(row: ShowRow, language: str) -> tuple[str, ...]:
    trouble = say(language, "sheet.trouble", trouble=row.trouble) if row.trouble else ""
    title = f"{row.title} ({row.clause})" if row.clause else row.title
    content = "\n".join(text for text in (title, row.note, trouble) if text)
    return str(row.number), f"{row.clock}{' =' if row.fixed else ''}", str(row.minutes), content, row.cue, row.lead


def matrix(report: Matrix, screen: Screen, language: str) -> str:
    """The duty matrix, in tiles of as many agencies as fit, and the load of each agency."""
    tiles = _tiles(report, screen, language)
    columns = headed(language, "lead", "leads", "work", "supports", "first", "last")
    rows = [_load_cells(load) for load in report.loads]
    loads = (
        f"{screen.paint(paragraph(say(language, 'matrix.loads'), screen), Tone.STRONG)}\n{table(columns, rows, screen)}"
    )
    return blocks(
        [head(report.heading, screen, language), paragraph(say(language, "matrix.key"), screen), *tiles, loads]
    )


def _tiles(report: Matrix, screen: Screen, language: str) -> Iterator[str]:
    fit = max(1, (screen.width - 40) // 4)
    for first in range(0, len(report.agencies), fit):
        some = range(first, min(first + fit, len(report.agencies)))
        names = "; ".join(f"{number + 1} = {report.agencies[number]}" for number in some)
        columns = [*headed(language, "id", "title"), *(Column(str(number + 1), 1, 2) for number in some)]
        rows = [(row.id, row.title, *(row.cells[number] for number in some)) for row in report.rows]
        yield f"{paragraph(names, screen)}\n{table(columns, [row for row in rows if any(row[2:])], screen)}"


def _load_cells(load: Load) -> tuple[str, ...]:
    return load.agency, " ".join(load.leads), load.work, str(len(load.supports)), load.first_text, load.last_text


def changes(report: Changes, screen: Screen, language: str) -> str:
    """What a change moved, before and after."""
    columns = headed(language, "id", "title", "lead", *MOVES)
    rows = [
        (row.id, row.title, row.lead, row.start_before, row.finish_before, row.start_after, row.finish_after)
        for row in report.rows
    ]
    facts = [report.verdict, report.day, report.earliest]
    title = screen.paint(paragraph(say(language, "changed.title"), screen), Tone.STRONG)
    return blocks(
        [
            "\n".join([title, *(paragraph(text, screen) for text in facts if text)]),
            table(columns, rows, screen) if rows else "",
            _shifts(report.shifts, screen, language),
        ]
    )


def _shifts(shifts: Sequence[ShiftRow], screen: Screen, language: str) -> str:
    """What stays where it is planned but gains or loses time."""
    if not shifts:
        return ""
    rows = [
        (row.id, row.title, row.lead, row.latest_before, row.float_before, row.latest_after, row.float_after)
        for row in shifts
    ]
    body = table(headed(language, "id", "title", "lead", *SHIFTS), rows, screen)
    return f"{paragraph(say(language, 'changed.shifts'), screen)}\n{body}"
