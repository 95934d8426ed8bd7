"""What holds of every file cloned to any day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from runbook import build
from runbook.cloning import Clone, clone
from runbook.cloning.anchor import Anchor, event_date
from runbook.model import Ceremony, Deadline, EventDate, Moment
from runbook.worktime import WorkPattern
from tests.reading import holidays_of
from tests.test_clone import CONFERENCE
from tests.test_worktime import off, office, work

N = date(2024, 11, 22)
DAYS = st.dates(date(2021, 1, 1), date(2028, 12, 31))
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}")


def read(text: str) -> Ceremony:
    ceremony, problems = build.read(text, "le.yaml", holidays_of)
    assert ceremony is not None, problems
    return ceremony


def made(text: str, to: date) -> Clone:
    return clone(text, "le.yaml", read(text), to, holidays_of)


def undated(ceremony: Ceremony) -> tuple[Ceremony, dict[str, WorkPattern]]:
    """The ceremony without its id and its days of the calendar, and its calendars without days off."""
    tasks = tuple(
        replace(
            task,
            not_before=_undated(task.not_before),
            fixed_start=_undated(task.fixed_start),
            deadline=Deadline(_undated(task.deadline.moment) or task.deadline.moment, task.deadline.inclusive)
            if task.deadline
            else None,
        )
        for task in ceremony.tasks
    )
    bare = replace(
        ceremony,
        id="",
        date=EventDate(N, N, N, None, ceremony.date.weekdays, ceremony.date.part),
        start=_undated(ceremony.start),
        plan=replace(ceremony.plan, date=None) if ceremony.plan else None,
        decisions=tuple(replace(one, when=_undated(one.when)) for one in ceremony.decisions),
        tasks=tasks,
        worktimes={},
    )
    return bare, {name: replace(one.pattern, holidays={}) for name, one in ceremony.worktimes.items()}


def _undated(moment: Moment | None) -> Moment | None:
    return replace(moment, day=replace(moment.day, date=N)) if moment and moment.day and moment.day.date else moment


@settings(max_examples=15, deadline=None)
@given(DAYS.filter(lambda day: day != N))
def test_a_clone_says_the_same_but_for_its_days_and_its_id(to: date) -> None:
    text = CONFERENCE.read_text("utf-8")
    new = made(text, to)
    ceremony = read(new.text)
    assert undated(ceremony) == undated(read(text))
    assert ceremony.id == new.id != read(text).id
    assert ceremony.date.chosen == to
    assert DAY.sub("", new.text).replace(new.id, "") == DAY.sub("", text).replace("hoi-nghi-tong-ket-2024", "")


KEYS = st.sampled_from(["finish: by {}", "finish: before {}", "not_before: {}", "at: {} 08:00"])
MARKED = st.lists(st.tuples(KEYS, st.integers(-40, 40)), min_size=1, max_size=6)


def sample(rows: list[tuple[str, int]], holidays: str) -> str:
    """A ceremony of tasks with dates so many days from day N, in every part that has dates."""
    head = f"ceremony: le-2024\ntitle: Lễ\ndate: 22/11/2024\nhours: 08:30-10:30\nagencies: {{a: A}}\n{holidays}"
    lines = [f"{key.format(f'{N + timedelta(days=days):%d/%m/%Y}')}, lead: a, title: E" for key, days in rows]
    return head + "tasks:\n" + "".join(f"  E{number}: {{{line}}}\n" for number, line in enumerate(lines))


@settings(max_examples=60, deadline=None)
@given(MARKED, st.integers(-80, 80).filter(bool))
def test_there_and_back_by_whole_weeks_without_holidays_is_where_it_was(
    rows: list[tuple[str, int]], weeks: int
) -> None:
    assume(all((N + timedelta(days=days)).isoweekday() < 6 for _, days in rows))
    text = sample(rows, "worktime: {office: {hours: [08:00-12:00], holidays: none}}\n")
    there = made(text, N + timedelta(weeks=weeks))
    back = made(there.text, N)
    assert DAY.findall(back.text) == DAY.findall(text)
    moved = [date(*map(int, reversed(day.split("/")))) for day in DAY.findall(there.text)]
    assert moved == [date(*map(int, reversed(day.split("/")))) + timedelta(weeks=weeks) for day in DAY.findall(text)]


SPAN = st.integers(-30, 30)
EXCEPTIONS = st.lists(st.tuples(st.booleans(), SPAN), max_size=8)


@settings(max_examples=150, deadline=None)
@given(DAYS, DAYS, SPAN, EXCEPTIONS, EXCEPTIONS, st.booleans())
def test_working_days_from_day_n_are_the_same_by_looking_at_every_day(
    old_n: date, new_n: date, days: int, before: list[tuple[bool, int]], after: list[tuple[bool, int]], forward: bool
) -> None:
    old, new = (
        office({(day := n + timedelta(days=at)): (work if works else off)(day) for works, at in exceptions})
        for n, exceptions in ((old_n, before), (new_n, after))
    )
    day = old_n + timedelta(days=days)
    moved = Anchor(old_n, new_n).by_work(day, old, new, forward)
    assert (moved > new_n) - (moved < new_n) == (day > old_n) - (day < old_n)
    if day != old_n:
        assert new.works_on(moved)
    if old.works_on(day):

        def between(n: date, one: date) -> list[date]:
            first, last = sorted((n, one))
            every = (first + timedelta(days=step) for step in range((last - first).days + 1))
            return [day for day in every if day != n]

        assert sum(map(old.works_on, between(old_n, day))) == sum(map(new.works_on, between(new_n, moved)))


@settings(max_examples=150, deadline=None)
@given(
    DAYS,
    *[st.integers(0, 9)] * 4,
    st.sets(st.integers(1, 7), min_size=1),
    st.sets(st.integers(-20, 20), max_size=10),
)
def test_the_new_window_holds_what_the_old_one_held(
    to: date, before: int, behind: int, reserve: int, outside: int, weekdays: set[int], closed: set[int]
) -> None:
    first, last = N - timedelta(days=before), N + timedelta(days=behind)
    old = EventDate(
        first, last, N, min(N + timedelta(days=reserve), last + timedelta(days=outside)), frozenset(weekdays)
    )
    shut = {to + timedelta(days=day) for day in closed}

    def could(day: date) -> bool:
        return day.isoweekday() in weekdays

    new = event_date(old, to, could, lambda day: could(day) and day not in shut)
    assert new.chosen == to
    assert new.first <= to <= new.last
    assert old.reserve is not None
    assert new.reserve is not None
    assert new.last - new.first >= last - first
    if first <= old.reserve <= last:
        assert new.first <= new.reserve <= new.last
    assert (new.reserve == to) == (old.reserve == N)
    if could(old.reserve) and old.reserve != N:
        assert could(new.reserve)
        assert new.reserve not in shut


def test_canary_every_kind_of_date_is_in_the_samples() -> None:
    text = sample(list(product(["finish: by {}", "not_before: {}"], [-3, 4])), "")
    assert len(DAY.findall(text)) == 5
