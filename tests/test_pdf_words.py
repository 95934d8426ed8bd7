"""What papers say of a real ceremony can be read back from them, in type that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

import pytest

from runbook.axis import DAY
from runbook.model import Ceremony, Part
from runbook.render import pdf
from runbook.render.dossier import Dossier
from runbook.render.drawing.bars import chart
from runbook.render.drawing.rows import cells
from runbook.render.products import PRODUCTS, Wish
from runbook.reports.dates import dates
from runbook.reports.forecast import forecast
from runbook.reports.moments import moments
from runbook.reports.phrasing import full_day
from runbook.reports.sheet import days, sheet
from runbook.reports.status import status
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from runbook.text import say
from runbook.tracking import Happened, Outlook, What, outlook
from tests.paper import letters_of, pages_of, sizes_of, words_of
from tests.paper_samples import Printed, changed, documents
from tests.reading import ceremony
from tests.shipped import ROOT
from tests.workbooks import nodes

CONFERENCE = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")
LEAST = 7  # points: smaller type is hard to read on paper
DRAWN = ("timeline", "network", "status", "forecast", "drift", "curve", "load", "risk")


@cache
def dossier() -> Dossier:
    """The conference on its fifth day: three tasks are over, one runs and will take longer."""
    whole = ceremony(CONFERENCE)
    planned = plan(whole)
    lines = [
        Happened(number, What.DONE, name, planned.rows[name].finish, planned.rows[name].finish)
        for number, name in enumerate(("A1", "A2", "A3"), 1)
    ]
    start = planned.rows["F1"].start
    lines.append(Happened(4, What.START, "F1", start, start))
    lines.append(Happened(5, What.LATE, "F1", start, start, until=start + 3 * DAY))
    return Dossier(planned, nodes(CONFERENCE), outlook=outlook(planned, lines, start + 60))


@cache
def papers() -> Printed:
    """Every paper of the conference by its name: those for readers, those drawn, and those of its progress."""
    readers = documents(CONFERENCE)
    ways = {name: partial(readers.__getitem__, name) for name in readers}
    return Printed(ways | {name: partial(drawn, name) for name in DRAWN})


def drawn(name: str) -> bytes:
    return PRODUCTS[".pdf"][name](Wish(dossier()))[0]


def told_by(whole: Ceremony, name: str) -> Iterator[str]:
    """What a paper of its kind must say of a ceremony."""
    part = {"agency": whole.agencies[0].id}.get(name, "")
    for task in whole.tasks:
        plain = task.part in (Part.PREPARATION, Part.AFTER)
        if name in ("tasks", "tasks of each", "plan") and (plain or name != "plan"):
            yield from (task.title, task.note)
        staged = name in pdf.Edition.__members__ and task.part is Part.PROGRAMME
        if name == "matrix" or staged or (part and task.lead == part):
            yield task.title
    if name == "decisions":
        yield from (text for one in whole.decisions for text in (one.trigger, one.choose))
        yield from (*whole.assumptions.values(), *(agency.name for agency in whole.agencies if not agency.group))


def of_sheet(schedule: Schedule, name: str) -> Iterator[str]:
    """What a run sheet must say: all of what its tasks are, who leads and helps, what all must know of the day."""
    whole, axis = schedule.ceremony, schedule.axis
    day = days(schedule)[0] if name == "sheet before" else schedule.day
    own = whole.agencies[0].id if name == "sheet of one" else ""
    named = {agency.id: agency for agency in whole.agencies}
    yield from (whole.title, full_day("vi", day), whole.venue.name)
    for row in schedule.rows.values():
        task = row.task
        touched = axis.civil(row.start)[0] <= day <= axis.civil(max(row.start, row.finish - 1))[0]
        if not touched or task.part is Part.PROGRAMME or (own and own not in (task.lead, *task.support)):
            continue
        yield from (task.title, task.note, task.cue, task.trouble, task.location, named[task.lead].label)
        yield from (contact.name for contact in named[task.lead].contacts[:1])
        yield from (named[one].label for one in task.support)
    yield from () if own else (moment.title for moment in moments(schedule, "vi", day))


def of_drawing(schedule: Schedule, name: str) -> Iterator[str]:
    """What a chart must say of every task it shows, dates and lengths as numbers."""
    shown = chart(timeline(schedule, "vi"))
    for row in cells(schedule, shown, "vi").values():
        yield from (row.id, row.title, row.start, row.finish, row.length)
        yield from () if name == "network" else (row.lead,)  # which a box may cut
    if name != "network":
        yield from (group.title for group in shown.groups)


def of_progress(of: Outlook, name: str) -> Iterator[str]:
    if name == "forecast":
        found = forecast(of, "vi")
        yield from (found.day, found.counts, *(peril.text for peril in found.perils if peril.of))
        for row in (row for row in found.rows if row.shifted or row.mark != "x"):
            yield from (row.title, row.lead, row.planned, row.expected, row.shift, row.float_text)
    elif name == "status":
        report = status(of, "vi")
        yield from (report.day, report.counts)
        for line in (*report.late, *report.running, *report.ready, *report.coming):
            yield from (line.id, line.title)
    elif name == "curve":
        yield from (of.ceremony.title, "kế hoạch, đã làm, dự kiến, 0 % 25 % 50 % 75 % 100 %")
    else:
        yield from of_drawing(of.drawn, name)


def of_load(schedule: Schedule) -> Iterator[str]:
    """The title, every agency that leads any of the preparation, every day that something is led on."""
    named = {agency.id: agency.label for agency in schedule.ceremony.agencies}
    yield schedule.ceremony.title
    for row in schedule.rows.values():
        if row.task.part is Part.PREPARATION and row.task.minutes:
            yield from (named[row.task.lead], f"{schedule.axis.civil(row.start)[0]:%d/%m}")


def of_risk(schedule: Schedule) -> Iterator[str]:
    """The title, the day that it is about, and the longest chain's tasks with their leads."""
    named = {agency.id: agency.label for agency in schedule.ceremony.agencies}
    yield from (schedule.ceremony.title, full_day("vi", schedule.day), "P50 P80 P90")
    for name in ("F1", "F6", "D2", "D3", "R1"):
        task = schedule.rows[name].task
        yield from (name, task.title, named[task.lead])


def of_dates(whole: Ceremony) -> Iterator[str]:
    found = dates(whole, "vi")
    yield from (found.title, found.earliest)
    for row in found.rows:
        yield from (str(row.rank), row.day_text, row.verdict, row.remark, *row.chain)


def of_changes(schedule: Schedule, name: str) -> Iterator[str]:
    reader = schedule.ceremony.agencies[0].id if name == "changes of one" else ""
    found = changed(schedule, reader)
    yield from (found.title, found.old, found.new, *found.occasion)
    for section in found.sections:
        yield section.name
        yield from (text for row in section.rows for text in (row.id, row.title, row.role, *row.what))


def all_told(name: str) -> Iterator[str]:
    whole, of = dossier().ceremony, dossier().outlook
    assert of is not None
    if name.startswith("sheet"):
        return of_sheet(dossier().schedule, name)
    if name in ("timeline", "network"):
        return of_drawing(dossier().schedule, name)
    if name in ("load", "risk"):
        return {"load": of_load, "risk": of_risk}[name](dossier().schedule)
    if name in DRAWN:
        return of_progress(of, name)
    if name == "dates":
        return of_dates(whole)
    return of_changes(dossier().schedule, name) if name.startswith("changes") else told_by(whole, name)


SAYING = ("sheet", "sheet before", "sheet of one", "dates", "changes", "changes of one", *DRAWN)
OTHERS = ("tasks", "tasks of each", "plan", "matrix", "agency", "decisions", *pdf.Edition.__members__)


@pytest.mark.parametrize("name", [*SAYING, *OTHERS])
def test_every_word_that_a_paper_shows_can_be_read_back_from_it(name: str) -> None:
    told = words_of(" ".join(all_told(name)))
    assert told - words_of(" ".join(page.text for page in pages_of(papers()[name]))) == set()
    assert len(told) > 10


@pytest.mark.parametrize("name", SAYING)
def test_whole_texts_stand_on_a_paper_not_only_their_words(name: str) -> None:
    """A line may break anywhere in a text; in a drawing the lines of other texts may stand between its own."""
    read = letters_of(" ".join(page.text for page in pages_of(papers()[name])))
    texts = [text for text in dict.fromkeys(all_told(name)) if len(letters_of(text)) < 24]
    assert [text for text in texts if letters_of(text) not in read and name != "curve"] == []


def rows_of_sheet(schedule: Schedule, name: str) -> Iterator[tuple[str, ...]]:
    day = days(schedule)[0] if name == "sheet before" else schedule.day
    own = schedule.ceremony.agencies[0].id if name == "sheet of one" else ""
    found = sheet(schedule, "vi", day, own)
    for band in (*found.bands, found.untimed):
        yield (band.title,) if band.rows else ()
        for row in band.rows:
            task = row.task
            hours = (row.begins, row.ends) if band is not found.untimed else (task.finish_text,)
            what = (task.title, task.note, row.cue, row.trouble)
            yield (*hours, *what, task.lead, row.contact, *task.support, task.location)
    yield (say("vi", "page.coming") if found.coming else "", say("vi", "page.incidents"))


def rows_of_status(of: Outlook) -> Iterator[tuple[str, ...]]:
    found = status(of, "vi")
    for key in ("late", "running", "ready", "coming"):
        yield (say("vi", f"status.{key}"),)
        for row in getattr(found, key):
            yield (row.id, row.title, row.lead, "" if key == "late" else row.when, row.finding)
    yield (say("vi", "status.owed"),)
    yield from ((one.debtor, one.task_id, one.title, one.due, one.creditor, *one.waiting) for one in found.owed)
    yield (say("vi", "status.agencies"),)
    for one in found.agencies:
        yield (one.name, *(str(n or "") for n in (one.leads, one.done, one.running, one.late)), one.next)
    yield (say("vi", "status.follow", tasks=", ".join(found.follow)),)


def rows_of(name: str) -> Iterator[tuple[str, ...]]:
    """What stands in the rows of the tables of a paper, row by row, from left to right."""
    whole, of = dossier().ceremony, dossier().outlook
    assert of is not None
    if name.startswith("sheet"):
        return rows_of_sheet(dossier().schedule, name)
    if name == "status":
        return rows_of_status(of)
    if name == "forecast":
        shown = [row for row in forecast(of, "vi").rows if row.shifted or row.mark != "x"]
        return iter([(r.id, r.title, r.lead, r.planned, r.expected, r.shift, r.float_text) for r in shown])
    return iter([(str(row.rank), row.day_text, row.verdict, row.remark, *row.chain) for row in dates(whole, "vi").rows])


@pytest.mark.parametrize("name", ["sheet", "sheet before", "sheet of one", "status", "forecast", "dates"])
def test_rows_of_tables_stand_whole_one_after_the_other(name: str) -> None:
    """That a word stands somewhere else on the paper does not fill a cell that is empty."""
    read, place = letters_of(" ".join(page.text for page in pages_of(papers()[name]))), 0
    for row in rows_of(name):
        for text in map(letters_of, row):
            found = read.find(text, place)
            assert found >= 0, (row, text)
            place = found + len(text)


def test_every_paper_is_looked_at() -> None:
    seen = {*SAYING, *OTHERS, "scenes", "book"}  # the book's words are looked at whole
    assert set(papers()) == seen
    called = {"priorities": "plan", "tasks-by-agency": "tasks of each", "show": "ORGANISER", "sheets": "sheet"}
    names = {called.get(name, name) for name in PRODUCTS[".pdf"]}
    assert {name for name in names if name not in seen and name.upper() not in seen} == set()


@pytest.mark.parametrize("name", [*SAYING, *OTHERS, "book"])
def test_no_type_on_paper_is_smaller_than_seven_points(name: str) -> None:
    assert [(number, size) for number, size in sizes_of(papers()[name]) if size < LEAST - 0.001] == []
