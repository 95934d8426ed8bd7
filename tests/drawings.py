"""Random ceremonies to draw, and what must hold of every drawing."""

from __future__ import annotations

from hypothesis import strategies as st

from runbook.model import Ceremony
from runbook.render.drawing.letters import width
from runbook.render.drawing.scene import MM_PER_POINT, Item, Line, Polygon, Rect, Scene, Text
from tests.reading import ceremony

_SAID = (
    "xây dựng báo cáo tổng kết; thẩm định dự thảo; phê duyệt kế hoạch; hội trường; khen thưởng; giấy mời, đại biểu; "
    "phương án bảo vệ an ninh, trật tự; kiểm tra âm thanh - ánh sáng; nghiệm thu & thanh quyết toán <kinh phí>"
)
WORDS = tuple(_SAID.split())
AGENCIES = (
    "Sở Y tế",
    "Trung tâm Thông tin, Văn hóa và Thể thao quận Nam Từ Liêm phối hợp Ban Quản lý di tích và danh thắng Hà Nội",
    "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố",
)

Box = tuple[float, float, float, float]


@st.composite
def titles(draw: st.DrawFn) -> str:
    """3 to 200 letters, with now and then a word that no column can hold."""
    words = draw(st.lists(st.sampled_from([*WORDS, "Đ" * 90]), min_size=1, max_size=40))
    return f"Việc {' '.join(words)}"[: draw(st.integers(3, 200))].strip()


@st.composite
def ceremonies(draw: st.DrawFn, most: int = 40) -> str:
    """The text of a ceremony of 2 to `most` tasks in phases, over a week or some years, with links of all kinds."""
    size = draw(st.integers(2, most))
    phases = draw(st.lists(titles(), min_size=1, max_size=4, unique=True))
    rows = []
    for number in range(size):
        keys = {"title": f"'{draw(titles())}'", "lead": f"a{draw(st.integers(0, 2))}"}
        keys["phase"] = f"p{draw(st.integers(0, len(phases) - 1))}"
        keys["work"] = draw(st.sampled_from(["0.5d", "1d", "2h", "9d", "20m"]))
        if draw(st.integers(0, 4)) == 0:
            del keys["work"]
        if number and draw(st.booleans()):
            before = draw(st.lists(st.integers(0, number - 1), min_size=1, max_size=3, unique=True))
            kinds = draw(st.lists(st.sampled_from(["", " SS", " FF", "+2d"]), min_size=3, max_size=3))
            ties = [f"V{one}{kind}" for one, kind in zip(before, kinds, strict=False)]
            keys["after"] = f"[{', '.join(ties)}]"
        if draw(st.integers(0, 5)) == 0:
            keys["finish"] = "by N-1"
        rows.append(f"  V{number}: {{{', '.join(f'{key}: {value}' for key, value in keys.items())}}}")
    start = draw(st.sampled_from(["18/11/2024", "01/10/2024", "01/02/2024", "10/05/2023", "03/01/2021"]))
    head = [
        f"ceremony: le-thu\ntitle: '{draw(titles())}'\ndate: 22/11/2024\nhours: 08:30-10:30\nstart: {start} 08:00",
        "phases:",
        *(f"  p{number}: '{title}'" for number, title in enumerate(phases)),
        "agencies:",
        *(f"  a{number}: {{name: '{name}'}}" for number, name in enumerate(AGENCIES)),
    ]
    after = "after:\n  Q1: {title: Quyết toán, lead: a0, work: 30d}\n" if draw(st.booleans()) else ""
    return "\n".join([*head, "tasks:", *rows]) + "\n" + after


def texts(scene: Scene) -> list[Text]:
    return [item for item in scene.items if isinstance(item, Text)]


def box(item: Item) -> Box:
    """Left, top, right and bottom of an item; of a text without the little that letters hang below their line."""
    if isinstance(item, Rect):
        return item.x, item.y, item.x + item.width, item.y + item.height
    if isinstance(item, Line | Polygon):
        across, down = [x for x, _ in item.points], [y for _, y in item.points]
        return min(across), min(down), max(across), max(down)
    room = width(item.text, item.size, item.bold)
    left = item.x - {"start": 0.0, "middle": room / 2, "end": room}[item.align]
    return left, item.y - 0.71 * item.size * MM_PER_POINT, left + room, item.y


def faults(scene: Scene) -> list[object]:
    """Texts wider than their room, items outside the page, texts that lie on one another."""
    found: list[object] = []
    for item in scene.items:
        left, top, right, bottom = box(item)
        if left < 0 or top < 0 or right > scene.width + 1e-6 or bottom > scene.height + 1e-6:
            found.append(("outside", item))
    shown = texts(scene)
    found += [("too wide", one) for one in shown if one.room and width(one.text, one.size, one.bold) > one.room + 0.01]
    boxes = sorted(((box(one), one) for one in shown), key=lambda pair: pair[0][1])
    for number, (own, one) in enumerate(boxes):
        for other, text in boxes[number + 1 :]:
            if other[1] >= own[3]:
                break
            if _meet(own, other):
                found.append(("overlap", one, text))
    return found


def _meet(one: Box, other: Box) -> bool:
    little = 0.05
    return (
        one[0] + little < other[2]
        and other[0] + little < one[2]
        and one[1] + little < other[3]
        and other[1] + little < one[3]
    )


def large(count: int, letters: int = 60) -> Ceremony:
    """A ceremony of that many tasks, each after one of the twenty before it."""
    rows = []
    for number in range(count):
        title = f"{WORDS[number % len(WORDS)]} {number} " + " ".join(WORDS[number % 7 :])
        after = f", after: V{number - 1 - number * 7 % min(number, 20)}" if number else ""
        work = ("0.5d", "1d", "2h", "3d")[number % 4]
        place = f"lead: a{number % 3}, phase: p{number % 9}"
        rows.append(f"  V{number}: {{title: '{title[:letters]}', {place}, work: {work}{after}}}")
    head = ["ceremony: le-lon\ntitle: Lễ lớn\ndate: 22/12/2022\nhours: 08:30-10:30\nstart: 03/01/2022 08:00", "phases:"]
    head += [f"  p{number}: Phần việc {number}" for number in range(9)]
    head += ["agencies:", *(f"  a{number}: {{name: '{name}'}}" for number, name in enumerate(AGENCIES))]
    return ceremony("\n".join([*head, "tasks:", *rows]) + "\n")
