"""Ceremonies printed: every document of one, and ceremonies of any size with names of any length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

from hypothesis import strategies as st

from runbook.model import Ceremony
from runbook.releases import issued
from runbook.render import ical, page, pdf
from runbook.render.drawing.scene import Line, Polygon, Rect, Scene, Text
from runbook.render.publication import tasks_of
from runbook.reports.dates import dates
from runbook.reports.difference import Difference, Side, difference
from runbook.reports.matrix import matrix
from runbook.reports.plan import By, plan_report
from runbook.reports.sheet import days, sheet
from runbook.reports.show import show
from runbook.schedule import Schedule, plan
from tests.page_samples import SMALL
from tests.reading import ceremony

SCENE = Scene(
    420,
    297,
    (
        Rect(20, 20, 50, 6, fill="#a31621", stroke="#000000", radius=0.5),
        Line(((70, 23), (80, 23), (80, 40)), dash=(1.2, 0.8)),
        Polygon(((80, 40), (82, 43), (78, 43))),
        Text(20, 18, "Dự thảo báo cáo", 8),
        Text(200, 30, "Hôm nay", 8, "middle", bold=True),
        Text(400, 30, "Ngày N", 8, "end"),
    ),
    "Tiến độ thực hiện",
    "Bảy việc trong hai tuần",
)


def printing(whole: Ceremony, edition: str = "Bản phát hành số 2") -> pdf.Printing:
    return pdf.printing(whole, page.imprint(whole, edition, "20h15 21/11/2024"))


class Printed(Mapping[str, bytes]):
    """Documents by a name, each printed when it is first asked for."""

    def __init__(self, ways: Mapping[str, Callable[[], bytes]]) -> None:
        self._ways = {name: cache(way) for name, way in ways.items()}

    def __getitem__(self, name: str) -> bytes:
        return self._ways[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __len__(self) -> int:
        return len(self._ways)


@cache
def documents(text: str) -> Printed:
    """Every document of a ceremony by a name; the run sheets of its day, for all and for its first agency."""
    whole = ceremony(text)
    schedule, language = plan(whole), whole.language
    known, first = printing(whole), whole.agencies[0].id
    ways: dict[str, Callable[[], bytes]] = {
        "sheet": lambda: pdf.run_sheet(sheet(schedule, language, schedule.day), known),
        "sheet before": lambda: pdf.run_sheet(sheet(schedule, language, days(schedule)[0]), known),
        "sheet of one": lambda: pdf.run_sheet(sheet(schedule, language, schedule.day, first), known),
        **{one.name: partial(pdf.run_of_show, show(schedule, language), known, one) for one in pdf.Edition},
        "tasks": lambda: pdf.assignment(schedule, known),
        "tasks of each": lambda: pdf.assignment(schedule, known, By.AGENCY),
        "matrix": lambda: pdf.duty_matrix(matrix(schedule, language), known),
        "agency": lambda: pdf.agency_part(schedule, first, known),
        "decisions": lambda: pdf.decision_points(schedule, known),
        "plan": lambda: pdf.do_first(plan_report(schedule, language), known),
        "dates": lambda: pdf.possible_days(dates(whole, language), known),
        "changes": lambda: pdf.what_changed(changed(schedule), known),
        "changes of one": lambda: pdf.what_changed(changed(schedule, first), known, whole.agencies[0].name),
        "scenes": lambda: pdf.drawn([SCENE, SCENE], known, "Tiến độ"),
        "book": lambda: pdf.book(schedule, known, [SCENE]),
    }
    return Printed(ways)


def changed(schedule: Schedule, reader: str = "") -> Difference:
    """What releasing a ceremony after another one changes: everything."""
    was = plan(ceremony(SMALL))
    first = ical.revise({}, ical.entries(was, "vi"), 1, 0, "vi")
    second = ical.revise({one.entry.uid: one for one in first}, ical.entries(schedule, "vi"), 2, 1, "vi")
    sides = Side(issued(was), "bản 1"), Side(issued(schedule), "bản 2")
    return difference(*sides, schedule.ceremony.language, tasks_of(second), reader)


_SYLLABLES = (
    "ngữ",
    "trường",
    "nghiêng",
    "Đảng",
    "ủy",
    "Ổn",
    "định",
    "tổ",
    "chức",
    "phường",
    "khuỷu",
    "10/10/1954",
    "-",
)
_LONG = ("https://dichvucong.hanoi.gov.vn/ho-so/2024/11/22", "M" * 60, "324/KH-UBND", "administration")


# The longest names of agencies in plans that were carried out.
AGENCIES = (
    "Ban Chỉ đạo tổ chức các hoạt động kỷ niệm các ngày lễ lớn và sự kiện lịch sử quan trọng trong 03 năm 2023 - 2025",
    "Đài Truyền hình Việt Nam và đài phát thanh - truyền hình các tỉnh, thành phố trực thuộc Trung ương",
    "Hội đồng nhân dân - Ủy ban nhân dân - Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Hà Nội",
    "Các Sở, ban, ngành Thành phố, các quận, huyện, thị xã, các đơn vị thuộc Thành phố",
    "Sở Nội vụ (Ban Thi đua - Khen thưởng Thành phố)",
)


@st.composite
def names(draw: st.DrawFn, most: int = 200) -> str:
    """A name of 3 letters up to `most`, sometimes with words no column is wide enough for."""
    length = draw(st.integers(3, most))
    found = draw(st.lists(st.sampled_from(_SYLLABLES + _LONG), min_size=1, max_size=12))
    text = " ".join(found * (length // len(" ".join(found)) + 1))[:length].strip(" -")
    return text if len(text) >= 3 else "Lễ hội"


@dataclass(frozen=True)
class Sketch:
    """A ceremony of so many tasks, by the names that stand in it."""

    title: str
    issuer: str
    agencies: tuple[str, ...]
    titles: tuple[str, ...]
    tasks: int

    @property
    def text(self) -> str:
        """The ceremony file: tasks led in turn, supported by up to six agencies."""
        own, first = [f"a{number}" for number in range(len(self.agencies))], self.titles[0]
        lines = [f"ceremony: le\ntitle: '{self.title}'\ndate: 22/11/2024\nhours: 08:30-10:30\nstart: 18/11/2024 08:00"]
        lines += [f"plan: {{number: 12/KH-UBND, date: 01/11/2024, issuer: '{self.issuer}'}}", "agencies:"]
        lines += [f"  {key}: {{name: '{key} {name}'}}" for key, name in zip(own, self.agencies, strict=True)]
        lines += [f"phases: {{p0: '{first}', p1: '{self.titles[-1]}'}}", f"assumptions: {{S1: '{first}'}}"]
        lines += ["decisions:", f"  - {{when: 21/11/2024 17:00, trigger: '{first}', who: [a0], choose: '{first}'}}"]
        lines += ["tasks:", *(self._task(number, own) for number in range(self.tasks)), "day:"]
        lines += [f"  n1: {{title: '{first}', lead: a0, at: opening-1h, length: 30m, location: '{first}'}}"]
        lines += [
            "programme:",
            f"  - {{id: p1, item: 1, title: '{first}', lead: a0, length: 20m, cue: 'MC1, KT2 (đèn)'}}",
        ]
        return "\n".join(lines) + "\n"

    def _task(self, number: int, own: list[str]) -> str:
        lead, title = own[number % len(own)], self.titles[number % len(self.titles)]
        others = ", ".join(one for one in own[: number % 7] if one != lead)
        note = f", note: '{self.titles[-1]}'" if number % 3 == 0 else ""
        said = f"title: '{number} {title}', lead: {lead}, support: [{others}], phase: p{number * 2 // self.tasks}"
        return f"  t{number}: {{{said}, work: 0.5d{note}}}"


def sketches(most: int, least: int = 2) -> st.SearchStrategy[Sketch]:
    """Ceremonies of `least` tasks up to `most`, and of 1 agency up to 25."""
    agencies = st.lists(st.sampled_from(AGENCIES) | names(160), min_size=1, max_size=25).map(tuple)
    titles = st.lists(names(), min_size=1, max_size=6).map(tuple)
    return st.builds(Sketch, names(), names(120), agencies, titles, st.integers(least, most))
