"""Ceremonies to lay out as pages, and a strict reader of what the pages say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from runbook.axis import DAY
from runbook.model import Ceremony
from runbook.render import page
from runbook.reports.dates import dates
from runbook.reports.matrix import matrix
from runbook.reports.plan import plan_report
from runbook.reports.rows import heading
from runbook.reports.sheet import days, sheet
from runbook.reports.show import show
from runbook.reports.timeline import timeline
from runbook.schedule import Schedule, plan
from tests.reading import ceremony

SMALL = """
ceremony: le-nho
title: Lễ kỷ niệm
language: vi
plan: {number: 12/KH-UBND, date: 01/11/2024, issuer: UBND Thành phố}
date: {window: 21/11/2024..22/11/2024, chosen: 22/11/2024}
hours: 08:30-09:30
start: 18/11/2024 08:00
venue: {name: Hội trường, address: 12 Lê Lai}
assumptions: {S1: Mọi người đều đến đúng giờ.}
phases: {chung: Việc chung, y-te: Y tế}
agencies:
  so-vhtt:
    name: Sở Văn hóa và Thể thao
    short: Sở VHTT
    standing: yes
    contacts: [{name: Phạm Thùy Dương, phone: 0912 111 004, email: duong@example.vn, duty: đầu mối}]
  so-y-te: {name: Sở Y tế, phone: 09xx.111.005}
  ban-tuyen-giao: {name: Ban Tuyên giáo Thành ủy, requested: yes}
  cac-quan: {name: Các quận, members: {ba-dinh: Quận Ba Đình, tay-ho: Quận Tây Hồ}}
tasks:
  A1: {title: Ban hành kế hoạch, phase: chung, lead: so-vhtt}
  A2: {title: Viết báo cáo, phase: chung, lead: so-vhtt, support: [ban-tuyen-giao], work: 3.5d, after: A1,
       note: Hai trang}
  A3: {title: Góp ý báo cáo, phase: chung, lead: ban-tuyen-giao, work: 0.5d, after: A2, finish: before 22/11/2024}
  Y1: {title: Phương án trực, phase: y-te, lead: so-y-te, work: 1d, after: A1, location: Trạm}
  Y2: {title: Danh sách trực, phase: y-te, each: cac-quan, work: 1d, after: Y1}
day:
  n1: {title: Mở cửa, lead: so-vhtt, support: [so-y-te], at: opening-1h, length: 30m, location: Sảnh,
       trouble: Mở cửa phụ}
  n2: {title: Xe cứu thương vào chỗ, lead: so-y-te, at: opening-30m}
programme:
  - {id: p1, item: 1, title: Khai mạc, lead: so-vhtt, length: 20m, cue: 'MC1, KT2 (đèn)', location: Sân khấu}
  - {id: p2, item: 2, title: Phát biểu, lead: ban-tuyen-giao, support: [so-vhtt], length: 30m, at: 08:55}
after:
  Q1: {title: Trả hội trường, lead: so-vhtt, work: 0.5d, finish: by N}
decisions:
  - {when: 21/11/2024 17:00, trigger: Báo cáo chưa xong, who: [so-vhtt, ban-tuyen-giao], choose: Đọc bản tóm tắt}
  - {trigger: Mất điện, who: [so-y-te], choose: Chạy máy phát}
"""


# Every free text of a ceremony, each with a word that is looked for again.
FREE_TEXTS = [
    "Lễ kỷ niệm",
    "12/KH-UBND",
    "UBND Thành phố",
    "Hội trường",
    "12 Lê Lai",
    "Mọi người đều đến đúng giờ.",
    "Việc chung",
    "Sở Văn hóa và Thể thao",
    "Sở VHTT",
    "Phạm Thùy Dương",
    "09xx.111.005",
    "Viết báo cáo",
    "Hai trang",
    "Trạm",
    "Mở cửa phụ",
    "'MC1, KT2 (đèn)'",
    "Sân khấu",
    "Báo cáo chưa xong",
    "Đọc bản tóm tắt",
]


def hostile(evil: str, texts: Sequence[str] = FREE_TEXTS) -> tuple[str, str]:
    """The small ceremony with markup in each of those texts, numbered, and with as many harmless letters."""
    told, plain = SMALL, SMALL
    for number, free in enumerate(texts):
        assert free in SMALL
        text = f"{evil}{number:02}"
        told = told.replace(free, "'" + text.replace("'", "''") + "'")
        plain = plain.replace(free, "z" * len(text))
    return told, plain


def pages(text: str, edition: str = "bản 1", late: bool = False) -> dict[str, str]:
    """Every page of a ceremony by a name; `late`: seen two days after its start."""
    whole = ceremony(text)
    schedule = plan(whole, None, plan(whole).passes.floor + 2 * DAY if late else None)
    return dict(_pages(whole, schedule, page.imprint(whole, edition, "20h15 21/11/2024")))


def _pages(whole: Ceremony, schedule: Schedule, imprint: page.Imprint) -> Iterator[tuple[str, str]]:
    language = whole.language
    for day in days(schedule):
        yield f"sheet {day}", page.sheet_page(sheet(schedule, language, day), imprint)
    for agency in whole.agencies:
        own = sheet(schedule, language, schedule.day, agency.id)
        yield f"sheet {agency.id}", page.sheet_page(own, imprint)
        yield f"agency {agency.id}", page.agency_page(schedule, agency.id, imprint)
    yield "timeline", page.timeline_page(timeline(schedule, language), schedule, imprint)
    yield "show", page.show_page(show(schedule, language), imprint)
    yield "matrix", page.matrix_page(matrix(schedule, language), imprint)
    yield "dates", page.dates_page(dates(whole, language, schedule.now), imprint)
    yield "plan", page.plan_page(plan_report(schedule, language), imprint)
    yield "decisions", page.decisions_page(schedule, imprint)
    item = page.Item(whole.title, (page.Link("Phiếu/22 11.html", whole.title),))
    sections = [page.Section("a", whole.title, (page.Line(whole.title, whole.title, (item,)),))]
    yield "index", page.index_page(heading(schedule, language), sections, imprint)


@dataclass
class Node:
    """An element as read back: its children are elements and texts."""

    tag: str
    attributes: dict[str, str]
    children: list[Node | str] = field(default_factory=list)

    def all(self, tag: str = "", cls: str = "") -> Iterator[Node]:
        """This element and those within it, in order, that have the tag and the class."""
        if tag in ("", self.tag) and (not cls or cls in self.attributes.get("class", "").split()):
            yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.all(tag, cls)

    def one(self, tag: str = "", cls: str = "") -> Node:
        found = list(self.all(tag, cls))
        assert len(found) == 1, (tag, cls, len(found))
        return found[0]

    @property
    def text(self) -> str:
        """The text within, the parts of it separated by a bar where elements meet."""
        texts = [child if isinstance(child, str) else child.text for child in self.children]
        return "|".join(" ".join(text.split()) for text in texts if text.strip())


def skeleton(node: Node) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page with the names of their attributes, texts left out."""
    return [(one.tag, tuple(one.attributes)) for one in node.all()]


class Reader(HTMLParser):
    """Reads a page and refuses what a browser would silently repair."""

    VOID = frozenset(["br", "input", "meta"])

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute"
        assert all(value is not None for _, value in attrs), f"<{tag}> has an attribute without a value"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in self.VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(html: str) -> Node:
    """The page's html element; AssertionError where the markup is not sound."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert [one.tag for one in reader.open] == [""], "not every element is closed"
    return next(reader.root.all("html"))


def rows(html: str, cls: str) -> list[list[str]]:
    """The texts of a table's cells, row by row."""
    table = read(html).one("table", cls)
    return [[cell.text for cell in row.children if isinstance(cell, Node)] for row in table.all("tr")]
