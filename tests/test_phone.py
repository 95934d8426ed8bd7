"""The phone page: everything is on it, nothing is fetched, each agency finds its own; a browser drives it."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from base64 import b64encode
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from runbook import build
from runbook.axis import DAY
from runbook.render.page import imprint, phone_page
from runbook.reports.agenda import agenda
from runbook.schedule import Schedule, plan
from tests.browser import looks, needs_chromium
from tests.drawings import ceremonies
from tests.page_samples import FREE_TEXTS, SMALL, Node, hostile, read, skeleton
from tests.reading import ceremony, holidays_of
from tests.shipped import ROOT

EVIL = "</script></style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{}"
TOLD = [free for free in FREE_TEXTS if free != "Việc chung"]  # the page names no phase


def planned(text: str = SMALL, late: bool = False) -> Schedule:
    whole = ceremony(text)
    return plan(whole, None, plan(whole).passes.floor + 2 * DAY if late else None)


def page_of(text: str = SMALL, late: bool = False) -> str:
    schedule = planned(text, late)
    return phone_page(schedule, imprint(schedule.ceremony, "bản 1", "20h15 21/11/2024"))


def conference() -> Schedule:
    path = ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml"
    built, problems = build.read(path.read_text("utf-8"), path.name, holidays_of)
    assert built is not None
    assert problems == ()
    return plan(built)


def task(page: Node, task_id: str) -> Node:
    """The place of a task on the page."""
    return next(
        row for row in page.all("li") for box in row.all("details") if box.attributes.get("id") == f"t:{task_id}"
    )


def facts(row: Node) -> dict[str, list[str]]:
    """What is said of a task, by the name it is said under."""
    found: dict[str, list[str]] = {}
    for child in row.one("dl").children:
        if isinstance(child, Node) and child.tag == "dt":
            name = child.text
        elif isinstance(child, Node):
            found.setdefault(name, []).append(child.text)
    return found


def test_what_the_plan_says_comes_first() -> None:
    assert read(page_of()).one("header").text == (
        "UBND Thành phố|Lễ kỷ niệm|Khai mạc 08h30, T6 22/11/2024|"
        "Hội trường, 12 Lê Lai|Giờ tổ chức: 08h30-09h30, T6 22/11/2024|"
        "Kịp: 5 việc chuẩn bị, trong đó 3 việc găng (không còn dự trữ).|"
        "Kế hoạch số 12/KH-UBND ngày 01/11/2024 · bản 1 · in lúc 20h15 21/11/2024"
    )


def test_a_plan_that_does_not_hold_says_so_and_what_to_catch_up_first() -> None:
    verdict = read(page_of(late=True)).one("header").one(cls="bad")
    assert verdict.text.startswith("Không kịp: 2 trong 5 việc chuẩn bị bị chậm.|Tính tại thời điểm T4 20/11 08h00|")
    assert [link.attributes["href"] for link in verdict.all("a")] == ["#t:A1", "#t:A2", "#t:A3"]


def test_a_task_is_told_whole() -> None:
    row = task(read(page_of()), "A3")
    assert row.one("summary").text == "13h30-17h30|GĂNG|Góp ý báo cáo|A3 · Ban Tuyên giáo Thành ủy"
    assert facts(row) == {
        "Thời gian": ["T5 21/11 13h30-17h30 (0,5 ngày)"],
        "Chậm nhất": ["T5 21/11 17h30 (dự trữ 0)"],
        "Thời hạn": ["trước ngày 22/11/2024 (chậm nhất T5 21/11 17h30)"],
        "Chủ trì": ["Ban Tuyên giáo Thành ủy"],
        "Phải chờ": ["A2 Viết báo cáo|· Sở VHTT, xong T5 21/11 12h00"],
    }


def test_whom_to_call_where_and_on_what_grounds_stand_by_the_task() -> None:
    text = SMALL.replace("n1: {title: Mở cửa,", "n1: {title: Mở cửa, ref: VII.2.1, note: Kiểm tra trước,")
    row = task(read(page_of(text)), "n1")
    assert facts(row) == {
        "Thời gian": ["T6 22/11 07h30-08h00 (30 phút)"],
        "Chậm nhất": ["T6 22/11 08h00"],
        "Chủ trì": ["Sở VHTT|· Phạm Thùy Dương ·|0912 111 004"],
        "Phối hợp": ["Sở Y tế ·|09xx.111.005"],
        "Địa điểm": ["Sảnh"],
        "Khi trục trặc": ["Mở cửa phụ"],
        "Căn cứ": ["mục VII.2.1 của Kế hoạch"],
        "Ghi chú": ["Kiểm tra trước"],
    }
    assert [link.attributes["href"] for link in row.all("a")] == ["tel:0912111004"]


def test_who_waits_for_a_task_and_at_which_end() -> None:
    page = read(page_of(SMALL.replace("work: 1d, after: A1, location", "work: 1d, after: A1 SS, location")))
    assert facts(task(page, "A1"))["Bên chờ"] == [
        "A2|· Sở VHTT, bắt đầu T2 18/11 08h00",
        "Y1|· Sở Y tế, bắt đầu T2 18/11 08h00",
    ]
    assert facts(task(page, "Y1"))["Phải chờ"] == ["A1 Ban hành kế hoạch|· Sở VHTT, bắt đầu T2 18/11 08h00"]


def test_the_programme_by_the_clock() -> None:
    shown = [line.text for line in read(page_of()).one("ol", "items").children if isinstance(line, Node)]
    assert shown == [
        "08h30|20′|1. Khai mạc|GIỜ CỐ ĐỊNH|Sở VHTT|Hiệu lệnh: MC1, KT2 (đèn)|Địa điểm: Sân khấu",
        "Trống 5 phút",
        "08h55|30′|2. Phát biểu|GIỜ CỐ ĐỊNH|Ban Tuyên giáo Thành ủy, Sở VHTT",
    ]


def test_decisions_and_contacts() -> None:
    page = read(page_of())
    assert [line.text for line in page.one("ul", "choices").children if isinstance(line, Node)] == [
        "T5 21/11 17h00|Tình huống: Báo cáo chưa xong|Phương án:|Đọc bản tóm tắt|"
        "Người quyết định: Sở VHTT, Ban Tuyên giáo Thành ủy",
        "Khi xảy ra|Tình huống: Mất điện|Phương án:|Chạy máy phát|Người quyết định: Sở Y tế",
    ]
    assert [line.text for line in page.one("ul", "people").children if isinstance(line, Node)] == [
        "Sở Văn hóa và Thể thao|THƯỜNG TRỰC|Phạm Thùy Dương|· đầu mối ·|0912 111 004|· duong@example.vn",
        "Sở Y tế|09xx.111.005",
        "Ban Tuyên giáo Thành ủy",
        "Các quận|2 thành viên: Quận Ba Đình, Quận Tây Hồ",
    ]


@pytest.mark.parametrize("text", [SMALL, SMALL.replace("language: vi", "language: en")])
@pytest.mark.parametrize("late", [False, True])
def test_the_page_is_sound_and_can_reach_nothing_else(text: str, late: bool) -> None:
    html = page_of(text, late)
    page = read(html)
    assert page.attributes == {"lang": "en" if "language: en" in text else "vi"}
    assert not {"link", "img", "iframe", "object", "base", "form", "svg", "font"} & {one.tag for one in page.all()}
    assert not {"src", "srcset", "style", "action", "onclick"} & {name for one in page.all() for name in one.attributes}
    assert not re.search(r"url\(|@import|https?:|//[a-z]|fetch|XMLHttp|sendBeacon|localStorage", html)
    anchors = {one.attributes["id"] for one in page.all() if "id" in one.attributes}
    links = [one.attributes["href"] for one in page.all("a")]
    assert [link for link in links if not link.startswith("tel:") and link.removeprefix("#") not in anchors] == []
    assert unicodedata.is_normalized("NFC", html)


def test_the_policy_lets_only_the_page_s_own_style_and_script_be() -> None:
    page = read(page_of())

    def digest(tag: str) -> str:
        own = "".join(map(str, page.one(tag).children))
        return f"'sha256-{b64encode(hashlib.sha256(own.encode()).digest()).decode()}'"

    (policy,) = [one for one in page.all("meta") if "http-equiv" in one.attributes]
    assert policy.attributes["content"] == (
        f"default-src 'none'; style-src {digest('style')}; script-src {digest('script')};"
        " base-uri 'none'; form-action 'none'"
    )


def test_without_a_script_nothing_is_hidden_but_the_choosers() -> None:
    hidden = [one for one in read(page_of()).all() if "hidden" in one.attributes]
    assert {one.attributes.get("id", "") or one.attributes["class"] for one in hidden} == {"s:choose", "on"}


def test_headings_are_in_order_and_every_field_has_its_label() -> None:
    page = read(page_of())
    levels = [int(one.tag[1]) for one in page.all() if re.fullmatch("h[1-6]", one.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    fields = {one.attributes["id"] for one in page.all() if one.tag in ("select", "input")}
    assert {one.attributes["for"] for one in page.all("label")} == fields == {"f:agency", "f:day", "f:find"}
    assert all(list(page.all(landmark)) for landmark in ("header", "nav", "main", "footer"))


def split(row: Node, name: str) -> set[str]:
    return set(row.attributes.get(f"data-{name}", "").split())


@pytest.mark.parametrize("shipped", [False, True])
def test_every_task_of_every_agency_is_there_on_every_day_of_it(shipped: bool) -> None:
    schedule = conference() if shipped else planned()
    page = read(phone_page(schedule, imprint(schedule.ceremony)))
    rows = {
        box.attributes["id"][2:]: row for row in page.all("li") for box in row.all("details") if "id" in box.attributes
    }
    days = {
        one.attributes["data-date"]: one.attributes["value"]
        for one in page.all("option")
        if "data-date" in one.attributes
    }
    assert set(rows) == set(schedule.rows)
    everybody = agenda(schedule)
    assert list(days) == [day.isoformat() for day in everybody.days()]
    for day in everybody.days():
        shown = {task_id for task_id, row in rows.items() if days[day.isoformat()] in split(row, "days")}
        assert shown == {one.task.id for one in everybody.of_sheet(day)}
    options = {one.attributes["value"]: one for one in page.all("option") if "data-groups" in one.attributes}
    assert list(options) == [agency.id for agency in schedule.ceremony.agencies]
    for agency_id, option in options.items():
        own = agenda(schedule, agency_id)
        wanted = {key for key, row in rows.items() if split(option, "groups") & mine(row)}
        assert wanted == {one.task.id for one in own.tasks}
        assert parted(page, agency_id) == wanted


def test_what_a_group_does_is_told_once_and_its_members_led_there() -> None:
    (member,) = [one for one in read(page_of()).all("ul") if one.attributes.get("id") == "ba-dinh"]
    assert [(link.text, link.attributes["href"]) for link in member.all("a")] == [
        ("Việc giao chung cho Các quận", "#cac-quan")
    ]


def mine(row: Node) -> set[str]:
    return split(row, "lead") | split(row, "support") | split(row, "each")


def parted(page: Node, agency_id: str) -> set[str]:
    """The tasks an agency is led to where no script runs, those of its groups among them."""
    (part,) = [one for one in page.all("ul") if one.attributes.get("id") == agency_id]
    found: set[str] = set()
    for link in part.all("a"):
        target = link.attributes["href"]
        found |= {target[3:]} if target.startswith("#t:") else parted(page, target[1:])
    return found


def test_no_text_of_a_ceremony_becomes_markup() -> None:
    evil, plain = map(page_of, hostile(EVIL, TOLD))
    assert skeleton(read(evil)) == skeleton(read(plain))
    assert evil.count("<script") == 1
    told = "".join(str(one) for node in read(evil).all() for one in node.children if isinstance(one, str))
    assert [number for number in range(len(TOLD)) if f"{EVIL}{number:02}" not in told] == []


@settings(max_examples=25)
@given(ceremonies(most=12))
def test_every_task_of_any_ceremony_stands_on_the_page_once(text: str) -> None:
    schedule = planned(text)
    page = read(phone_page(schedule, imprint(schedule.ceremony)))
    told = [one.attributes["id"] for one in page.all("details") if "id" in one.attributes]
    assert sorted(told) == sorted(f"t:{task_id}" for task_id in schedule.rows)


def test_the_same_ceremony_gives_the_same_bytes_under_any_hash_seed() -> None:
    script = "import hashlib; from tests.test_phone import page_of; "
    script += "print(hashlib.sha256(page_of(late=True).encode()).hexdigest())"
    told = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == hashlib.sha256(page_of(late=True).encode()).hexdigest()


def test_the_conference_fits_into_a_message() -> None:
    schedule = conference()
    assert len(phone_page(schedule, imprint(schedule.ceremony)).encode()) < 250_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "le.html").write_text(page_of(), "utf-8")
    return tmp_path


_SHOWN = """[...d.querySelectorAll('.tasks > li')].filter(row => row.offsetParent)
  .map(row => row.firstElementChild.id.slice(2))"""
_SET = """const put = (id, value, kind) => {
  d.getElementById(id).value = value; d.getElementById(id).dispatchEvent(new w.Event(kind, { bubbles: true })); };"""
_OPEN = "for (const box of d.querySelectorAll('details')) box.open = true;"
_WIDE = "d.documentElement.scrollWidth - d.documentElement.clientWidth"
_TOUCHED = "a, button, summary, select, input[type=search], .tick"
_TRIALS: dict[str, tuple[str, str, Any]] = {
    "opened with an agency, the page shows that agency's part of day N": (
        "le.html#so-y-te",
        """async (w, d) => {
          const seen = which => [...d.querySelectorAll(which)].filter(one => one.offsetParent);
          const said = one => (one.querySelector('summary') || one).innerText.split(/\\s*\\n\\s*/).join('|');
          return [...['#f\\\\:own', '.day', '.tasks > li', '[role=status]'].map(which => seen(which).map(said)),
            seen('main > section').map(one => one.id)]; }""",
        [
            ["Sở Y tế"],
            ["T6 22/11/2024 · NGÀY N 2 việc"],
            ["07h30-08h00 PHỐI HỢP|Mở cửa|n1 · Sở VHTT", "08h00|Xe cứu thương vào chỗ|n2 · Sở Y tế"],
            ["Đang hiện 2 trong 3 việc."],
            ["s:choose", "s:tasks", "s:show", "s:decisions", "s:people", "s:assumptions", "s:about"],
        ],
    ),
    "a search is without accents and through all days": (
        "le.html",
        f"async (w, d) => {{ {_SET} put('f:find', 'BAO cao', 'input'); return {_SHOWN}; }}",
        ["A2", "A3"],
    ),
    "a stroke through a letter is no other letter": (
        "east.html",
        f"async (w, d) => {{ {_SET} put('f:find', 'CUA dong', 'input'); return {_SHOWN}; }}",
        ["n1"],
    ),
    "a member of a group has the group's duties": (
        "le.html#ba-dinh",
        f"async (w, d) => {{ d.getElementById('f:whole').click(); return {_SHOWN}; }}",
        ["Y2"],
    ),
    "one of many that hand in what another agency leads": (
        "each.html#ba-dinh",
        f"async (w, d) => {{ d.getElementById('f:whole').click(); return {_SHOWN}; }}",
        ["Y2"],
    ),
    "the phone's day is the day shown, what goes on from before after it": (
        "day.html",
        f"async (w, d) => [{_SHOWN}, d.querySelector('#s\\\\:days > details h3').textContent]",
        [["Y2", "A2"], "T3 19/11/2024 · N-3"],
    ),
    "a choice and a tick stand in the address": (
        "le.html",
        f"""async (w, d) => {{ {_SET} put('f:agency', 'so-vhtt', 'change');
          d.querySelector('#t\\\\:n1').parentNode.querySelector('input').click(); return w.location.hash; }}""",
        "#so-vhtt!n1",
    ),
    "what is reported done is ticked, and no part of the address": (
        "done.html",
        """async (w, d) => { const ticked = () => [...d.querySelectorAll('.tasks input:checked')]
            .map(one => one.closest('li').firstElementChild.id.slice(2));
          const before = ticked(); d.querySelector('#t\\\\:n1').parentNode.querySelector('input').click();
          return [before, d.querySelectorAll('li.done').length, ticked(), w.location.hash]; }""",
        [["A1", "A2"], 3, ["n1", "A1", "A2"], "#!n1"],
    ),
    "an address brings both back": (
        "le.html#so-vhtt!n1,p1",
        "async (w, d) => [d.getElementById('f:agency').value, d.querySelectorAll('.tasks input:checked').length]",
        ["so-vhtt", 2],
    ),
    "a link to another agency in an open page": (
        "le.html#so-vhtt!n1",
        f"""async (w, d) => {{ w.location.hash = 'so-y-te'; await new Promise(done => setTimeout(done, 50));
          return [{_SHOWN}, w.location.hash]; }}""",
        [["n1", "n2"], "#so-y-te!n1"],
    ),
    "a link leads to a task that was not shown": (
        "le.html#so-y-te",
        f"""async (w, d) => {{ d.getElementById('f:whole').click();
          d.querySelector('#t\\\\:Y1 a[href="#t:A1"]').click(); return [{_SHOWN}, w.location.hash]; }}""",
        [["A1", "Y1", "n1", "n2"], "#so-y-te"],
    ),
    "an address that means nothing": (
        "le.html#%E0%A4%A!",
        "async (w, d) => d.getElementById('s:choose').hidden",
        False,
    ),
    "nothing is wider than the phone": ("le.html", f"async (w, d) => {{ {_OPEN} return {_WIDE}; }}", 0),
    "no name is too long for the phone": ("evil.html", f"async (w, d) => {{ {_OPEN} return {_WIDE}; }}", 0),
    "all that can be touched is large enough for a thumb": (
        "le.html",
        f"""async (w, d) => {{ {_OPEN} return [...d.querySelectorAll('{_TOUCHED}')]
          .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44).map(one => one.outerHTML); }}""",
        [],
    ),
}


@needs_chromium
def test_a_browser_as_wide_as_a_phone_shows_what_is_asked(folder: Path) -> None:
    html = page_of()
    stopped = re.sub(r'<meta http-equiv="[^>]*>', "", html).replace("new Date()", 'new Date("2024-11-19T09:00:00")')
    assert stopped != html
    (folder / "day.html").write_text(stopped, "utf-8")
    reported = replace(planned(), done={"A1": 1.0, "A2": 1.0, "A3": 0.5})
    (folder / "done.html").write_text(phone_page(reported, imprint(reported.ceremony)), "utf-8")
    (folder / "east.html").write_text(page_of(SMALL.replace("title: Mở cửa", "title: Mở cửa Đông")), "utf-8")
    each = SMALL.replace("each: cac-quan", "lead: so-y-te, each: cac-quan")
    (folder / "each.html").write_text(page_of(each), "utf-8")
    (folder / "evil.html").write_text(page_of(hostile(EVIL, TOLD)[0].replace("Mất điện", "M" * 200)), "utf-8")
    found = looks(folder, [(file, look) for file, look, _ in _TRIALS.values()])
    assert dict(zip(_TRIALS, found, strict=True)) == {name: wanted for name, (_, _, wanted) in _TRIALS.items()}
