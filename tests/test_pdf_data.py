"""What the templates of papers are given: whole values, so that nothing is lost on its way to the page."""

from __future__ import annotations

from runbook.render.pdf.book import book_leaves
from runbook.render.pdf.sheet import sheet_leaf
from runbook.reports.sheet import sheet
from runbook.schedule import plan
from tests.page_samples import SMALL
from tests.paper_samples import SCENE, printing
from tests.reading import ceremony


def test_what_a_sheet_is_given() -> None:
    whole = ceremony(SMALL)
    schedule = plan(whole)
    data = sheet_leaf(sheet(schedule, "vi", schedule.day), printing(whole))
    people = {row["title"]: (row["lead"], row["person"]) for band in data["bands"] for row in band["rows"]}
    assert people["Mở cửa"] == ("Sở VHTT", "Phạm Thùy Dương · 0912\u00a0111\u00a0004")
    eve = sheet_leaf(sheet(schedule, "vi", whole.date.first), printing(whole))
    assert "Mở cửa" in [one["title"] for one in eve["coming"]["rows"]]
    assert data["incidents"] == {"title": "Phát sinh", "lines": 5, "least": 2}
    assert len(data["signers"]) == 3
    own = sheet_leaf(
        sheet(schedule, "vi", schedule.axis.civil(schedule.rows["A3"].start)[0], "ban-tuyen-giao"), printing(whole)
    )
    assert [(one["awaited"], one["lead"]) for one in own["waiting"]["rows"]] == [
        ("A2 Viết báo cáo", "Sở VHTT · 0912\u00a0111\u00a0004")
    ]


def test_what_a_book_holds() -> None:
    whole = ceremony(SMALL)
    kinds = [one["kind"] for one in book_leaves(plan(whole), printing(whole), [SCENE])]
    assert list(dict.fromkeys(kinds)) == [
        "cover",
        "contents",
        "plan",
        "decisions",
        "scene",
        "tasks",
        "matrix",
        "agency",
        "sheet",
        "stage",
    ]
