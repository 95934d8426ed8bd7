"""What the planning commands print: a planned ceremony's reports as text."""

from __future__ import annotations

from runbook import checks
from runbook.commands.opening import Asked, Opened, RefusedError, exit_code, planned, told
from runbook.commands.pressing import stage_of
from runbook.commands.tracked import with_progress
from runbook.console import beside
from runbook.files import load
from runbook.problems import Severity
from runbook.reports import wanted
from runbook.text import say


def check(asked: Asked, width: int, language: str) -> tuple[str, int]:
    """Everything wrong with a file and its plan, and the exit code. Raises one of REFUSALS."""
    loaded = load(asked.file, asked.changes)
    warnings = checks.warnings(planned(loaded, asked)) if loaded.ceremony else ()
    problems = (*loaded.problems, *warnings)
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    lines = [told(loaded, problems, language) + "\n"] if problems else []
    if loaded.ceremony:
        ceremony = loaded.ceremony
        sizes = {"tasks": len(ceremony.tasks), "agencies": len(ceremony.agencies), "links": len(ceremony.links)}
        fine, sized = say(language, "check.fine", file=asked.file), say(language, "check.sizes", **sizes)
        lines.append(beside(fine, sized, width))
    if problems:
        lines.append(say(language, "check.count", errors=errors, warnings=len(problems) - errors))
    return "\n".join(lines) + "\n", exit_code(problems)


def plan(of: Opened, agency: str, by: str | None, as_json: bool, location: str) -> str:
    from runbook.render import text
    from runbook.render.data import plan_json
    from runbook.reports.plan import By, most_urgent_first, plan_report

    of = with_progress(of, location)
    if as_json and not by:
        return plan_json(of.schedule, [row.task.id for row in most_urgent_first(of.schedule, of.agency(agency))])
    report = plan_report(of.schedule, of.language, of.agency(agency), By(by or ""))
    if as_json:
        return plan_json(of.schedule, [row.id for group in report.groups for row in group.rows])
    return text.plan(report, of.screen, of.language)


def dates(of: Opened) -> str:
    from runbook.render import text
    from runbook.reports.dates import dates as report

    _refuse_campaign(of, "dates")
    return text.dates(report(of.ceremony, of.language, of.schedule.now), of.screen, of.language)


def why(of: Opened, task: str) -> str:
    from runbook.render import text
    from runbook.reports.why import why as report

    return text.why(report(of.schedule, of.language, wanted.task(of.ceremony, task)), of.screen, of.language)


def timeline(of: Opened, location: str) -> str:
    from runbook.render import chart
    from runbook.reports.timeline import timeline as report

    return chart.timeline(report(with_progress(of, location).schedule, of.language), of.screen, of.language)


def sheet(of: Opened, date: str, agency: str, location: str) -> str:
    from runbook.render import text
    from runbook.reports.sheet import sheet as report

    schedule = with_progress(of, location).schedule
    day = wanted.day_of_plan(of.ceremony, of.schedule.day, date)
    return text.sheet(report(schedule, of.language, day, of.agency(agency)), of.screen, of.language)


def show(of: Opened, location: str) -> str:
    from runbook.render import text
    from runbook.reports.show import show as report

    _refuse_campaign(of, "show")
    if stage := stage_of(of, location):
        from runbook.render.revised import revised_text
        from runbook.reports.revised import revised

        return revised_text(revised(stage), of.screen, of.language)
    return text.show(report(of.schedule, of.language), of.screen, of.language)


def matrix(of: Opened) -> str:
    from runbook.render import text
    from runbook.reports.matrix import matrix as report

    return text.matrix(report(of.schedule, of.language), of.screen, of.language)


def _refuse_campaign(of: Opened, what: str) -> None:
    if of.ceremony.campaign:
        raise RefusedError("of-sittings", what=what)


def moved(of: Opened) -> str:
    """What the tried changes moved, and what capacities did; "" where neither was tried."""
    return _changed(of) + _levelled(of)


def _changed(of: Opened) -> str:
    if of.before is None:
        return ""
    from runbook.render import text
    from runbook.reports.changes import changes as report

    return "\n" + text.changes(report(of.before, of.schedule, of.language), of.screen, of.language)


def _levelled(of: Opened) -> str:
    if of.levelled is None:
        return ""
    from runbook.render.levelled_text import within as text
    from runbook.reports.levelled import within as report

    return "\n" + text(report(of.levelled, of.language), str(of.asked.file), of.screen, of.language)


def remarks(of: Opened) -> str:
    """What is said beside the result: a day outside the window, how many warnings there are."""
    from runbook.render.terminal import paragraph

    days, day = of.ceremony.date, of.schedule.day
    lines = []
    if not days.first <= day <= days.last:
        said = {name: f"{one:%d/%m/%Y}" for name, one in (("day", day), ("first", days.first), ("last", days.last))}
        lines.append(paragraph(say(of.language, "day.outside", **said), of.screen))
    if of.warnings:
        count = say(of.language, "check.warnings", count=len(of.warnings))
        lines.append(beside(count, f"runbook check {of.asked.words}", of.screen.width))
    return "".join(f"{line}\n" for line in lines)
