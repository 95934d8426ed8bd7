"""SVG files: well-formed, searchable, safe whatever a text holds."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from runbook.render.drawing.frame import Stamp
from runbook.render.drawing.gantt import gantt
from runbook.render.drawing.scene import Line, Polygon, Rect, Scene, Text
from runbook.render.drawing.svg import inline, svg
from runbook.reports.timeline import timeline
from runbook.schedule import plan
from tests.page_samples import SMALL
from tests.reading import ceremony

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "</text><script>alert(1)</script><image href='x' onload=\"alert(2)\"/>&amp;]]>"


def test_a_scene_as_a_file() -> None:
    items = (
        Rect(1, 2, 3, 4.00049, "#a31621", "#000000", 1.0, 0.5, "A<1"),
        Line(((0, 0), (-0.0001, 5)), dash=(1, 0.5)),
        Polygon(((0, 0), (1, 0), (0, 1)), ""),
        Text(1, 2, "Đón khách & mời", 7.2, "end", True, "#ffffff", 30),
    )
    assert svg(Scene(420, 297, items, "Tên", "Nội dung")).splitlines()[1:] == [
        '<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm" viewBox="0 0 420 297" role="img"'
        ' aria-labelledby="title about" font-family="Noto Sans, Liberation Sans, Arial, sans-serif">',
        '<title id="title">Tên</title>',
        '<desc id="about">Nội dung</desc>',
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        '<rect x="1" y="2" width="3" height="4" rx="0.5" fill="#a31621" stroke="#000000" stroke-width="0.353"'
        ' data-task="A&lt;1"/>',
        '<polyline points="0,0 0,5" fill="none" stroke="#000000" stroke-width="0.176" stroke-dasharray="1 0.5"/>',
        '<polygon points="0,0 1,0 0,1" fill="none"/>',
        '<text x="1" y="2" font-size="2.54" text-anchor="end" font-weight="bold" fill="#ffffff">'
        "Đón khách &amp; mời</text>",
        "</svg>",
    ]


@given(st.text())
def test_any_text_makes_a_well_formed_file_and_comes_back(text: str) -> None:
    scene = Scene(10, 10, (Text(1, 1, text, 7),), text, text)
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]", "", text)
    read = ElementTree.fromstring(svg(scene).encode())
    assert (read.find(f"{SVG}text").text or "").replace("\n", "") == re.sub("\r\n?", "\n", kept).replace("\n", "")  # type: ignore[union-attr]
    assert {one.tag for one in read.iter()} == {SVG + tag for tag in ("svg", "title", "desc", "rect", "text")}


def test_nothing_of_a_ceremony_becomes_markup() -> None:
    free = "'" + EVIL.replace("'", "''") + "'"
    schedule = plan(ceremony(SMALL.replace("Viết báo cáo", free).replace("Lễ kỷ niệm", free)))
    for scene in gantt(timeline(schedule, "vi"), schedule, Stamp("vi", EVIL, EVIL, EVIL)):
        read = ElementTree.fromstring(svg(scene).encode())
        tags = {one.tag.removeprefix(SVG) for one in read.iter()}
        assert tags == {"svg", "title", "desc", "rect", "polyline", "polygon", "text"}
        assert not {name for one in read.iter() for name in one.attrib if name.startswith("on") or "href" in name}
        assert "<script" not in inline(scene)


def test_every_word_of_the_titles_can_be_found_and_the_bytes_are_the_same_twice() -> None:
    schedule = plan(ceremony(SMALL))
    first, second = ([svg(scene) for scene in gantt(timeline(schedule, "vi"), schedule, Stamp("vi"))] for _ in range(2))
    assert first == second
    texts = [one.text or "" for text in first for one in ElementTree.fromstring(text.encode()).iter(f"{SVG}text")]
    words = {word for text in texts for word in text.split()}
    wanted = {"Ban", "hành", "kế", "hoạch", "Viết", "báo", "cáo", "Góp", "ý", "Phương", "án", "trực", "Trả", "hội"}
    assert wanted <= words


def test_scenes_are_ready_for_json() -> None:
    scene = Scene(420, 297, (Line(((0, 0.00049), (1, 2)), dash=(1, 2)), Text(1, 2.34567, "Đ", 9)), "Tên")
    assert scene.to_data() == {
        "width": 420,
        "height": 297,
        "title": "Tên",
        "about": "",
        "items": [
            {"kind": "line", "points": [[0, 0], [1, 2]], "colour": "#000000", "weight": 0.5, "dash": [1, 2]},
            {
                "kind": "text",
                "x": 1,
                "y": 2.346,
                "text": "Đ",
                "size": 9,
                "align": "start",
                "bold": False,
                "colour": "#000000",
                "room": 0,
            },
        ],
    }
