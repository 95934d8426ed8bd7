"""Days, years and anniversaries that the words of a ceremony file mention, each with what it would become."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from runbook.cloning.anchor import Anchor
from runbook.cloning.edits import Edit, Source, applied, lines, written
from runbook.cloning.remarks import Remark, Topic
from runbook.cloning.spots import Spot
from runbook.text import nfc

_ISO = r"(?<!\d)(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"
_DAY = r"(?<![\w/.,-])(?:(?P<from>\d{1,2})\s?[-–]\s?)?(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<of>\d{4}))?(?![\w/])"
_COUNT = r"(?<![\w.,/-])(?P<count>\d{1,3})(?P<unit>\s+(?:năm|years?)\b|st\b|nd\b|rd\b|th\b)"
_TIME = r"(?P<times>lần thứ\s+)(?P<nth>\d{1,3})(?!\d)"
_YEAR = r"(?<!\d)(?P<year>\d{4})(?!\d)"
_MENTION = re.compile("|".join((_ISO, _DAY, _COUNT, _TIME, _YEAR)), re.IGNORECASE)
_ORDINALS = ("st", "nd", "rd", "th")


@dataclass(frozen=True, slots=True)
class Reading:
    """How mentions are read. `first` and `last` are the days the old plan stretches over, `moved` where its days go.

    A day of the plan goes where the plan's dates go; a day of another season (10/10/2024) is taken for an anniversary,
    which returns on the same day; a day of history (10/10/1954) stays.
    """

    anchor: Anchor
    first: date
    last: date
    moved: Callable[[date], date]

    @property
    def years(self) -> int:
        return self.anchor.new.year - self.anchor.old.year

    def becomes(self, found: re.Match[str]) -> str:
        """What the mention would say in the new file; as it is where it says nothing of this year's plan."""
        if found["iso"]:
            return self._iso(found["iso"])
        if found["day"]:
            return self._day(found)
        if found["count"]:
            return self._counted(int(found["count"]), found["unit"])
        if found["nth"]:
            return f"{found['times']}{int(found['nth']) + self.years}"
        is_ours = int(found["year"]) == self.anchor.old.year
        return str(self.anchor.new.year) if is_ours else found[0]

    def _counted(self, count: int, unit: str) -> str:
        after = count + self.years
        ordinal = "th" if after % 100 in (11, 12, 13) else (*_ORDINALS[:3], *["th"] * 6, "th")[(after - 1) % 10]
        return f"{after}{ordinal if unit in _ORDINALS else unit}"

    def _iso(self, text: str) -> str:
        day = _date(*map(int, text.split("-")))
        new = self._new(day) if day else None
        return new.isoformat() if new else text

    def _day(self, found: re.Match[str]) -> str:
        """A day, or the last of several, with its year or without."""
        years = [int(found["of"])] if found["of"] else range(self.first.year, self.last.year + 1)
        numbers = int(found["month"]), int(found["day"])
        days = [day for year in years if (day := _date(year, *numbers)) and (found["of"] or self._in_plan(day))]
        new = self._new(days[0]) if days else None
        if not new:
            return found[0]
        form = f"{found['day']}/{found['month']}/"
        text = written(new, form) if found["of"] else written(new, form).rpartition("/")[0]
        before = _date(days[0].year, days[0].month, int(found["from"])) if found["from"] else None
        start = self._new(before) if before else None
        if not start:
            return text
        same_month = (start.year, start.month) == (new.year, new.month)
        return f"{start.day:02}{'' if same_month else f'/{start.month:02}'}-{text}"

    def _new(self, day: date) -> date | None:
        if self._in_plan(day):
            return self.moved(day)
        if abs(day.year - self.anchor.old.year) > 1:
            return None
        return _date(day.year + self.years, day.month, day.day) or date(day.year + self.years, 2, 28)

    def _in_plan(self, day: date) -> bool:
        return self.first <= day <= self.last


def mentions(source: Source, edits: Iterable[Edit], reading: Reading) -> Iterator[Remark]:
    """A remark for each line and value that mentions what would become something else; comments count too."""
    rest = applied(source.text, [Edit(edit.start, edit.end, " " * (edit.end - edit.start)) for edit in edits])
    by_line: dict[int, list[Spot]] = {}
    for spot in (spot for spot in source.spots if not spot.days):
        by_line.setdefault(spot.node.line, []).append(spot)
    held: list[Spot] = []
    for number, line in enumerate(lines(rest), 1):
        held = by_line.get(number) or held[-1:]
        pairs: dict[str, list[str]] = {}
        for found in _MENTION.finditer(nfc(line)):
            new = reading.becomes(found)
            if new != found[0]:
                label = next((spot.label for spot in held if found[0] in spot.node.text), "")
                pairs.setdefault(label, []).append(f"{found[0]} → {new}")
        for label, told in pairs.items():
            yield Remark(Topic.TEXTS, "mention", number, label, {"pairs": tuple(dict.fromkeys(told))})


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
