"""Documents on paper: their letters, their metadata, the same bytes always."""

from __future__ import annotations

from runbook.render import page, pdf
from runbook.reports.sheet import sheet
from runbook.schedule import plan
from tests.page_samples import SMALL
from tests.paper import letters_of, pages_of
from tests.reading import ceremony


def printing(text: str = SMALL) -> pdf.Printing:
    whole = ceremony(text)
    return pdf.printing(whole, page.imprint(whole, "bản 1", "20h15 21/11/2024"))


def test_a_run_sheet_says_on_every_page_what_it_is_of() -> None:
    schedule = plan(ceremony(SMALL))
    pages = pages_of(pdf.run_sheet(sheet(schedule, "vi", schedule.day), printing()))
    for number, text in enumerate(pages, 1):
        said = letters_of(text)
        for words in (
            "UBND Thành phố",
            "Kế hoạch số 12/KH-UBND ngày 01/11/2024",
            "bản 1",
            f"Trang {number}/{len(pages)}",
        ):
            assert letters_of(words) in said
