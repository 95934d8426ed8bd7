"""The sheets of a workbook with their columns: the one table that writer and reader share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from runbook import grammars as g
from runbook.format import AGENCY, CEREMONY, CONTACT, DAY_OFF, DECISION, WORKTIME
from runbook.format.fields import Field, Section
from runbook.format.occasion import CAMPAIGN, DATE, PEAK, PLAN, VENUE
from runbook.format.occasion import OCCASION as ANNIVERSARY
from runbook.format.resources import RESOURCE, SAVING
from runbook.format.tasks import DUTY, ITEM, STEP
from runbook.grammars import Grammar
from runbook.text import LANGUAGES, folded, say

MOST_ROWS = 10_000  # of a sheet that is read
MOST_COLUMNS = 64
MOST_CELLS = 100_000  # with a value, in all sheets that are read
LONGEST_CELL = 32_767  # characters that Excel keeps
_TIMES = (
    g.DATE,
    g.WINDOW,
    g.SPAN,
    g.PAST_DAY,
    g.OVER,
    g.MOMENT,
    g.INSTANT,
    g.STAGE_TIME,
    g.DEADLINE,
    g.DURATION,
    g.HOURS,
)


class Kind(Enum):
    """How a cell holds what a key holds."""

    TEXT = "text"
    CHOICE = "choice"  # one of a few words, in the language of the workbook
    AGENCY = "agency"  # a name for an id
    AGENCIES = "agencies"  # names, parted by semicolons
    PHASE = "phase"
    PIECES = "pieces"  # texts parted by semicolons
    ASSUMED = "assumed"  # headings for keys, parted by semicolons
    LINES = "lines"  # texts, each on its own line
    COMPUTED = "computed"  # written and never read


@dataclass(frozen=True)
class Column:
    """One column, or one entry of the form of the occasion. `width` in characters; `unit` is that of a bare number."""

    key: str
    width: int
    kind: Kind = Kind.TEXT
    field: Field | None = None
    heading: str = ""
    choices: tuple[str, ...] = ()
    unit: str = ""

    def title(self, language: str) -> str:
        return say(language, f"workbook.col.{self.heading or self.key}")

    @cached_property
    def names(self) -> frozenset[str]:
        """What its heading may be, folded: either language's, or the key of the format."""
        return frozenset(folded(name) for name in (self.key, *map(self.title, LANGUAGES)))

    @property
    def timely(self) -> bool:
        """Whether a cell of the type of a date or a time is what was meant."""
        return self.field is not None and self.field.holds in _TIMES

    @property
    def wraps(self) -> bool:
        """Whether its texts are of any length."""
        free = self.field is not None and self.field.holds in (g.LINE, g.PROSE)
        return free or self.kind in (Kind.AGENCIES, Kind.AGENCY, Kind.PIECES, Kind.LINES, Kind.ASSUMED)


@dataclass(frozen=True)
class Sheet:
    """A sheet that is read. `printed` is how many of its columns a print shows, `frozen` how many stay in view."""

    key: str
    columns: tuple[Column, ...]
    printed: int = 0
    frozen: int = 1
    landscape: bool = True

    def title(self, language: str) -> str:
        return say(language, f"workbook.sheet.{self.key}")

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(folded(name) for name in (self.key, *map(self.title, LANGUAGES)))

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        return {name: column for column in self.columns for name in column.names}


_CHOICES: dict[Grammar, tuple[str, ...]] = {
    g.YES_NO: ("yes", "no"),
    g.PART_OF_DAY: ("morning", "afternoon", "evening"),
    g.PLACING: ("late", "early"),
    g.ACT: ("draft", "opinion", "revise", "final"),
    g.LANGUAGE: ("vi", "en"),
}


def _column(
    section: Section, key: str, width: int, kind: Kind | None = None, heading: str = "", unit: str = ""
) -> Column:
    """A column for a key of the format, its kind that of the key unless stated."""
    field = section.by_key[key.rpartition(".")[2]]
    choices = _CHOICES.get(field.holds, ()) if isinstance(field.holds, Grammar) else ()
    usual = Kind.CHOICE if choices else Kind.TEXT
    if field.shape.value == "many":
        usual = Kind.LINES if field.holds is g.LINE else Kind.PIECES
    return Column(key, width, kind or usual, field, heading, choices, unit)


def _of(section: Section, *columns: tuple[str, int]) -> tuple[Column, ...]:
    return tuple(_column(section, key, width) for key, width in columns)


def _computed(key: str, width: int) -> Column:
    return Column(key, width, Kind.COMPUTED)


_LEAD, _SUPPORT = _column(STEP, "lead", 16, Kind.AGENCY), _column(STEP, "support", 26, Kind.AGENCIES)
_WORK, _LENGTH = _column(STEP, "work", 9, unit="d"), _column(STEP, "length", 11, unit="m")
_PLANNED = (_computed("planned.start", 16), _computed("planned.finish", 16))
_OWN_WORKTIME = "own-worktime"

OCCASION = Sheet(
    "occasion",
    (
        *_of(CEREMONY, ("ceremony", 60), ("title", 60), ("language", 60), ("zone", 60)),
        *_of(PLAN, ("plan.number", 60), ("plan.date", 60), ("plan.issuer", 60), ("plan.signer", 60)),
        *_of(PLAN, ("plan.title", 60)),
        *_of(CEREMONY, ("hosts", 60)),
        *_of(DATE, ("date.window", 60), ("date.part", 60), ("date.days", 60), ("date.chosen", 60)),
        *_of(DATE, ("date.reserve", 60)),
        _column(CEREMONY, "hours", 60, heading="opening-closing"),
        *(_column(CAMPAIGN, "campaign.span", 60), _column(CAMPAIGN, "campaign.theme", 60)),
        *_of(CEREMONY, ("start", 60)),
        *_of(VENUE, ("venue.name", 60), ("venue.address", 60)),
    ),
)
FORM = Sheet("occasion", (Column("entry", 28), Column("value", 56), Column("hint", 46, Kind.COMPUTED)))
TASKS = Sheet(
    "tasks",
    (
        *_of(STEP, ("id", 8), ("title", 44)),
        *(_LEAD, _SUPPORT, _WORK, _column(STEP, "after", 14), *_PLANNED, _computed("planned.mark", 9)),
        *(_column(STEP, "finish", 18), _column(STEP, "phase", 18, Kind.PHASE)),
        Column("part", 12, Kind.CHOICE, choices=("tasks", "day", "during", "after")),
        *(Column("chain", 11), _column(STEP, "act", 12), _LENGTH),
        *_of(STEP, ("elapsed", 12), ("at", 18), ("not_before", 18), ("place", 11)),
        *(_column(STEP, "worktime", 12, heading=_OWN_WORKTIME), _column(STEP, "each", 16, Kind.AGENCY)),
        *_of(STEP, ("location", 22), ("ref", 12), ("note", 36), ("trouble", 30), ("recurs", 12)),
        *(_column(STEP, "assumed", 20, Kind.ASSUMED), _column(DUTY, "over", 24)),
        *_of(STEP, ("range", 14), ("uses", 22)),
    ),
    printed=8,
    frozen=2,
)
PROGRAMME = Sheet(
    "programme",
    (
        *(*_of(ITEM, ("id", 8), ("item", 7)), _computed("planned.start", 16), _LENGTH),
        *(*_of(ITEM, ("title", 44)), _LEAD, _SUPPORT),
        *_of(ITEM, ("location", 18), ("at", 14), ("cue", 16), ("performer", 24), ("stage", 28), ("words", 60)),
        *_of(ITEM, ("screen", 26), ("sound", 26), ("light", 22), ("ref", 12), ("note", 36), ("trouble", 30)),
        *(_column(ITEM, "assumed", 20, Kind.ASSUMED), *_of(ITEM, ("range", 14), ("uses", 22))),
    ),
    printed=8,
    frozen=2,
)
AGENCIES = Sheet(
    "agencies",
    (
        Column("id", 20, field=STEP.by_key["id"]),
        *_of(AGENCY, ("name", 44), ("short", 20), ("standing", 11), ("requested", 11)),
        *(Column("group", 20, Kind.AGENCY), _column(AGENCY, "members", 40, Kind.AGENCIES)),
        *_of(AGENCY, ("phone", 16), ("email", 24)),
        _column(AGENCY, "worktime", 12, heading=_OWN_WORKTIME),
        *(*_of(AGENCY, ("aliases", 30), ("capacity", 12)), _computed("label", 22)),
    ),
    printed=9,
    frozen=2,
)
CONTACTS = Sheet(
    "contacts",
    (
        Column("agency", 24, Kind.AGENCY),
        _column(CONTACT, "name", 26, heading="person"),
        *_of(CONTACT, ("phone", 18), ("email", 28), ("duty", 34)),
    ),
    landscape=False,
)
WORKTIMES = Sheet(
    "worktime",
    (
        Column("id", 14, field=STEP.by_key["id"]),
        *(_column(WORKTIME, "days", 18), _column(WORKTIME, "hours", 30, Kind.PIECES)),
        *(_column(WORKTIME, "day", 16, heading="workday"), *_of(WORKTIME, ("holidays", 18))),
    ),
    landscape=False,
)
HOLIDAYS = Sheet(
    "holidays",
    (
        _column(DAY_OFF, "day", 14),
        Column("kind", 12, Kind.CHOICE, choices=("off", "work")),
        _column(DAY_OFF, "name", 50, heading="reason"),
    ),
    landscape=False,
)
PHASES = Sheet(
    "phases",
    (
        Column("id", 18, field=STEP.by_key["id"]),
        Column("title", 60, field=CEREMONY.by_key["phases"], heading="phase-title"),
    ),
    landscape=False,
)
ASSUMPTIONS = Sheet(
    "assumptions",
    (
        Column("id", 10, field=STEP.by_key["id"]),
        Column("text", 80, field=CEREMONY.by_key["assumptions"], heading="assumption"),
    ),
    landscape=False,
)
DECISIONS = Sheet(
    "decisions",
    (
        *_of(DECISION, ("when", 20), ("trigger", 40)),
        _column(DECISION, "who", 26, Kind.AGENCIES),
        *_of(DECISION, ("choose", 50)),
    ),
)
RESOURCES = Sheet(
    "resources",
    (
        Column("id", 18, field=STEP.by_key["id"]),
        *(_column(RESOURCE, "name", 60, heading="resource"), _column(RESOURCE, "capacity", 14, heading="how-many")),
    ),
    landscape=False,
)
SAVINGS = Sheet(
    "savings",
    (
        *(_column(SAVING, "item", 12, heading="saving-item"), _column(SAVING, "to", 12, unit="m")),
        *(_column(SAVING, "who", 26, Kind.AGENCIES), *_of(SAVING, ("how", 60))),
    ),
)
PEAKS = Sheet(
    "peaks",
    (
        Column("id", 18, field=STEP.by_key["id"]),
        *(_column(PEAK, "title", 60, heading="peak-title"), _column(PEAK, "window", 28)),
    ),
    landscape=False,
)
OCCASIONS = Sheet(
    "occasions",
    (
        *(_column(ANNIVERSARY, "name", 60, heading="anniversary"), _column(ANNIVERSARY, "first", 16)),
        *(_column(ANNIVERSARY, "day", 16, heading="anniversary-day"), _column(ANNIVERSARY, "years", 10)),
    ),
    landscape=False,
)
SHEETS = (
    *(OCCASION, TASKS, PROGRAMME, AGENCIES, CONTACTS, WORKTIMES, HOLIDAYS, PHASES, ASSUMPTIONS, DECISIONS),
    *(RESOURCES, SAVINGS, PEAKS, OCCASIONS),
)


def word(language: str, choice: str) -> str:
    """A choice as the workbook shows it."""
    return say(language, f"workbook.word.{choice}")
