"""The section `campaign`, and the windows that duties within it name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from runbook.bounds import day_of
from runbook.build.names import Names
from runbook.build.reader import Reader, Row
from runbook.build.sketches import Sketch
from runbook.campaign import Campaign, Peak, Window
from runbook.format.occasion import CAMPAIGN, PEAK
from runbook.model import Base, Moment
from runbook.syntax import Mapping, Node, Scalar
from runbook.text import say
from runbook.values.extent import WHOLE
from runbook.worktime import WorkCalendar

OF_A_SITTING = ("date", "hours", "day", "programme", "savings")  # keys that a campaign has no use for


def campaign(reader: Reader, row: Row, language: str) -> tuple[Campaign | None, Names]:
    """The campaign, None where the file is of a sitting; and its peaks, for those who refer to them."""
    peaks = Names(reader, "unknown-peak")
    if not row.given("campaign"):
        if row.given("during"):
            reader.report("during-without-campaign", row.node.entries["during"][0].place)
        return None, peaks
    for key in OF_A_SITTING:
        if row.given(key):
            reader.report("campaign-and-sitting", row.node.entries[key][0].place, key=key)
    peaks.places[WHOLE] = None
    node = row.get("campaign")
    if node is None:
        reader.report("empty-value", row.place("campaign"), key="campaign")
        return None, peaks
    section = reader.row(node, CAMPAIGN)
    window = section.get("span")
    if window is None:
        return None, peaks
    found = tuple(_peaks(reader, section.get("peaks"), peaks, window, language))
    return Campaign(window, found, section.get("theme", "")), peaks


def _peaks(reader: Reader, node: Node | None, names: Names, whole: Window, language: str) -> Iterator[Peak]:
    for name, child in reader.rows(node, "peaks"):
        if name.text == WHOLE:
            reader.report("peak-reserved", name.place)
            continue
        names.define(name)
        row = _peak_row(reader, name, child)
        window = row.get("window")
        if window is None:
            continue
        if not _within(window, whole):
            reader.report("outside-campaign", row.place("window"), window=told(window), span=told(whole))
        yield Peak(name.text, row.get("title") or say(language, "campaign.peak"), window)


def _peak_row(reader: Reader, name: Scalar, child: Node) -> Row:
    """A peak's row; a text in its place is its window."""
    if type(child) is not Scalar:
        return reader.row(child, PEAK, name)
    row = Mapping(child.file, child.line, child.column)
    row.entries["window"] = name, child
    return reader.row(row, PEAK, name)


@dataclass(frozen=True)
class Windows:
    """The windows of duties within one campaign."""

    reader: Reader
    campaign: Campaign
    peaks: Names
    office: WorkCalendar

    def over(self, sketch: Sketch) -> Window | None:
        """The window that `over` names; None where it names none that there is."""
        stated, node = sketch.values["over"], sketch.text("over")
        if isinstance(stated, tuple):
            if not _within(stated, self.campaign.window):
                span = told(self.campaign.window)
                self.reader.report("outside-campaign", node.place, window=told(stated), span=span)
            return stated
        if not self.peaks.known(stated, node):
            return None
        return next((peak.window for peak in self.campaign.peaks if peak.id == stated), self.campaign.window)

    def between(self, sketch: Sketch) -> Window:
        """From `not_before` to `finish`, the ends of the campaign where they are missing or name an hour of it."""
        first, last = self.campaign.window
        deadline = sketch.values.get("finish")
        begins = self._day(sketch.values.get("not_before"))
        ends = self._day(deadline.moment if deadline else None)
        if deadline and ends and not deadline.inclusive:
            ends -= timedelta(days=1)
        return begins or first, ends or last

    def _day(self, moment: Moment | None) -> date | None:
        if moment is None or moment.base is not Base.DAY or moment.day is None:
            return None
        return day_of(moment.day, self.campaign.day, self.office)


def _within(window: Window, whole: Window) -> bool:
    return whole[0] <= window[0] and window[1] <= whole[1]


def told(window: Window) -> str:
    """01/09/2024..31/10/2024"""
    return f"{window[0]:%d/%m/%Y}..{window[1]:%d/%m/%Y}"
