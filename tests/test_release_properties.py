"""What holds for releases of one ceremony through any series of edits, seen in the files and pages that are sent."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from runbook.commands import comparing, issues, making, publishing, releasing
from runbook.commands.opening import Asked, opened
from runbook.render import bundle
from runbook.render.terminal import Screen
from runbook.store import open_store
from runbook.store.checking import faults
from tests.ical_lives import FIRST, STEPS, Line, Text, seen, step_moved, step_put_in
from tests.page_samples import Node, read
from tests.workspace import common, own

SCREEN = Screen()
DAY = 24 * 60
AGENCIES = ("van-phong", "cong-an", "so-y-te", "cac-quan", "ba-dinh", "tay-ho")


@dataclass(frozen=True)
class Plan:
    """A ceremony file: its tasks, and what else its user edits."""

    text: Text = field(default_factory=lambda: Text(steps=STEPS))
    members: tuple[str, ...] = ("ba-dinh", "tay-ho")
    hours: str = "08:30-10:00"
    title: str = "Lễ"
    email: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)
    without_health: bool = False

    def __str__(self) -> str:
        standing = f"standing: yes, email: {self.email}" if self.email else "standing: yes"
        group = f"cac-quan: {{name: Các quận, members: [{', '.join(self.known_members)}]}}, ba-dinh: A, tay-ho: B"
        text = str(replace(self.text, lines=self.passed(self.text.lines), steps=self.passed(self.text.steps))).replace(
            "standing: yes", standing
        )
        text = text.replace("so-y-te: Sở Y tế", group if self.without_health else f"so-y-te: Sở Y tế, {group}")
        text = text.replace("hours: 08:30-10:00", f"hours: {self.hours}").replace(
            "title: Lễ\n", f"title: {self.title}\n"
        )
        for task_id, note in self.notes.items():
            text = text.replace(f"  {task_id}: {{", f"  {task_id}: {{note: {note}, ")
        return text

    def passed(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines, those of the health department passed on where it is left out."""
        if not self.without_health:
            return lines
        passed = (replace(one, support=one.support.replace("so-y-te", "")) for one in lines)
        return tuple(replace(one, lead=one.lead.replace("so-y-te", "van-phong")) for one in passed)

    @property
    def known_members(self) -> list[str]:
        return [one for one in self.members if one != "so-y-te" or not self.without_health]

    def readers(self) -> dict[str, set[str]]:
        """Who has a part in each task: those who are named, and the members of a group that is."""
        found = {"p1": {"van-phong"}}
        for line in self.passed((*self.text.lines, *self.text.steps)):
            named = {line.lead, line.support} - {""}
            found[line.id] = named | (set(self.known_members) if "cac-quan" in named else set())
        return found


Edit = Callable[[Plan], Plan]
PLACES = st.integers(0, 5)
LEADS = st.sampled_from(["van-phong", "cong-an", "so-y-te", "cac-quan"])


def of_lines(edit: Callable[[Text], Text]) -> Edit:
    return lambda plan: replace(plan, text=edit(plan.text))


def changed(**strategies: st.SearchStrategy[object]) -> st.SearchStrategy[Edit]:
    """One task with new values."""
    return st.builds(
        lambda place, values: of_lines(lambda text: text.with_line(place, **values)),
        PLACES,
        st.fixed_dictionaries(strategies),
    )


def other(**strategies: st.SearchStrategy[object]) -> st.SearchStrategy[Edit]:
    """The file with new values beside its tasks."""
    return st.builds(lambda values: lambda plan: replace(plan, **values), st.fixed_dictionaries(strategies))


def reordered(first: int, second: int) -> Edit:
    def edit(text: Text) -> Text:
        lines = [*text.lines]
        if lines:
            lines.insert(second % len(lines), lines.pop(first % len(lines)))
        return replace(text, lines=tuple(lines))

    return of_lines(edit)


def dropped(place: int) -> Edit:
    def edit(text: Text) -> Text:
        gone = text.lines[place % len(text.lines)] if text.lines else None
        left = tuple(line for line in text.lines if line is not gone)
        return replace(text, lines=left, dropped=(*text.dropped, gone) if gone else text.dropped)

    return of_lines(edit)


def restored(text: Text) -> Text:
    return replace(text, lines=(*text.lines, *text.dropped[-1:]), dropped=text.dropped[:-1])


def noted(place: int, note: str) -> Edit:
    return lambda plan: replace(plan, notes={**plan.notes, f"T{place % 4 + 1}": note})


EDITS: st.SearchStrategy[Edit] = st.one_of(
    st.just(lambda plan: plan),
    changed(title=st.sampled_from(["Duyệt phim", "Khảo sát", "Lễ tân"])),
    changed(phase=st.sampled_from(["dau", "cuoi"])),
    changed(lead=LEADS, support=st.just("")),
    changed(lead=st.just("van-phong"), support=st.sampled_from(["", "cong-an", "so-y-te", "cac-quan"])),
    changed(days=st.integers(1, 12)),
    changed(finish=st.sampled_from(["", "by N-3", "by 18/04/2025", "before 22/04/2025"])),
    st.builds(reordered, PLACES, PLACES),
    st.builds(dropped, PLACES),
    st.just(of_lines(restored)),
    st.builds(step_moved, PLACES, PLACES).map(of_lines),
    st.builds(step_put_in, PLACES).map(of_lines),
    st.builds(noted, PLACES, st.sampled_from(["Hai trang", "Ba trang"])),
    st.builds(
        lambda venue: of_lines(lambda text: replace(text, venue=venue)), st.sampled_from(["Nhà hát", "Hội trường"])
    ),
    st.builds(
        lambda days: of_lines(lambda text: replace(text, day=text.day + timedelta(days=days))), st.integers(-3, 5)
    ),
    other(members=st.sampled_from([("ba-dinh",), ("ba-dinh", "tay-ho"), ("tay-ho", "so-y-te")])),
    other(hours=st.sampled_from(["08:30-10:00", "14:00-16:00"])),
    other(title=st.sampled_from(["Lễ", "Lễ lớn"])),
    other(email=st.sampled_from(["", "vp@example.vn"])),
    other(without_health=st.booleans()),
)
HISTORIES = st.lists(st.tuples(EDITS, st.sampled_from([1, DAY, 75 * DAY])), min_size=1, max_size=4)


SENT = ("thay-doi.html", "lich-cap-nhat.ics", "lich.ics")


def path_of(agency: str, name: str) -> str:
    return common(name) if agency == "all" else own(agency, name)


@dataclass(frozen=True)
class Sent:
    """What one release sends: pages of changes, updates, calendars by path."""

    pieces: Mapping[str, bytes]

    def changed(self, agency: str) -> set[str]:
        """The tasks of an agency's update file, "" for the ceremony."""
        data = self.pieces.get(path_of(agency, "lich-cap-nhat.ics"))
        return {uid.split(".")[1].partition("~")[0] for uid in seen(data)} if data else set()

    def page(self, agency: str) -> tuple[dict[str, str], bool]:
        """What an agency's page says of each task, and whether it says something of the ceremony."""
        path = path_of(agency, "thay-doi.html")
        if path not in self.pieces:
            return {}, False
        main = read(self.pieces[path].decode()).one("main")
        rows = [row for table in main.all("table", "changed") for row in table.one("tbody").all("tr")]
        cells = [[cell for cell in row.children if isinstance(cell, Node)] for row in rows]
        return {cell[1].text: cell[3].text for cell in cells}, bool(list(main.all("p", "verdict")))

    def live(self, agency: str) -> dict[str, Mapping[str, object]]:
        """What an agency's calendar says, withdrawn entries apart."""
        data = self.pieces.get(path_of(agency, "lich.ics"))
        found = seen(data) if data else {}
        return {uid: one.says for uid, one in found.items() if not one.cancelled}


def released(file: Path, plan: Plan, at: int) -> tuple[str, Sent]:
    """The plan released at an instant: what became of the order, and what is sent then."""
    file.write_text(str(plan), encoding="utf-8")
    of = opened(Asked(file, clock=lambda: at), SCREEN, "vi")
    with issues.store_for(str(file), "", create=True) as store:
        outcome = releasing.issue(store, of, releasing.Order("Lý do", "thu-ky"), "Lý do", None)
    issue = publishing.released(of, "")
    assert not issue.behind
    names = publishing.names_of_files(of.ceremony, issue)
    found = bundle.pieces(making.dossier(of, ""), names, ("pages", "calendars"))
    return outcome.verdict, Sent({one.path: one.make() for one in found if one.path.endswith(SENT)})


@settings(max_examples=25, deadline=None)
@given(HISTORIES)
def test_updates_pages_and_texts_agree_through_any_edits(history: list[tuple[Edit, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file, at, plan = Path(folder, "le.yaml"), FIRST, Plan()
        _, first = released(file, plan, at)
        sent, number = first, 1
        for edit, later in history:
            before, plan, at = plan, edit(plan), at + later
            verdict, now = released(file, plan, at)
            assert verdict == ("unchanged" if str(plan) == str(before) else "done")
            if verdict == "done":
                sent, number = now, number + 1
                assert_page_and_update_agree(sent, before, plan)
            assert now.pieces == sent.pieces
        assert released(file, plan, at + DAY) == ("unchanged", sent)
        with open_store(folder) as store:
            assert [one.event.body["number"] for one in store.releases("le")] == list(range(1, number + 1))
            assert faults(store) == []
            assert_difference_is_composed(folder, number, first, sent)


def assert_page_and_update_agree(sent: Sent, before: Plan, after: Plan) -> None:
    was, now = before.readers(), after.readers()
    told: set[str] = set()
    for agency in AGENCIES:
        changed, (rows, occasion) = sent.changed(agency), sent.page(agency)
        assert (changed - {""}, "" in changed) == (set(rows), occasion), agency
        for task, said in rows.items():
            had, has = (agency in readers.get(task, set()) for readers in (was, now))
            assert had or has
            assert ("Việc mới" in said, "Không còn phải làm" in said) == (not had, not has), said
        told |= set(rows)
    rows, occasion = sent.page("all")
    assert set(rows) == told >= sent.changed("all") - {""}
    assert occasion == ("" in sent.changed("all"))


def assert_difference_is_composed(folder: str, number: int, first: Sent, last: Sent) -> None:
    """From the first release to the last: what two calendars side by side say differently, whatever lay between."""
    with open_store(folder) as store:
        before, after = (issues.numbered(store, "le", str(one)) for one in (1, number))
        for agency in AGENCIES:
            was, now = first.live(agency), last.live(agency)
            differ = {uid.split(".")[1].partition("~")[0] for uid in {*was, *now} if was.get(uid) != now.get(uid)}
            found = comparing.between(store, before, after, "vi", agency)
            assert differ - {""} == {row.id for section in found.sections for row in section.rows}
            assert ("" in differ) == bool(found.occasion)
            assert not re.search(r"\{|\}", str([row.what for section in found.sections for row in section.rows]))
