"""What a plan says, read from its words: every value with the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from runbook.draft.document import Document, Quote, Span
from runbook.draft.outer import Header


class Role(Enum):
    """How an agency is spoken to: in a section of its own, by request, or only named in somebody's duty."""

    ASSIGNED = "assigned"
    REQUESTED = "requested"
    APPROVER = "approver"
    MENTIONED = "mentioned"
    ISSUER = "issuer"


class Basis(Enum):
    """Why an agency leads: the words say so, the section is its own, the other side says it leads, or unclear."""

    STATED = "chu-tri"
    DEFAULT = "default"
    COUNTERPART = "counterpart"
    AMBIGUOUS = "ambiguous"
    INFERRED = "inferred"


class Scope(Enum):
    """Where a duty stands: in the organisation part, in the closing sentence, or in the parts before."""

    IMPLEMENTATION = "implementation"
    CLOSING = "closing"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is commemorated: name, first day, this year's day, how many years. Decree 145/2013 names the classes."""

    name: str
    span: Span
    original: date | None
    anniversary: date | None
    years: int | None


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last`, both included, with the words that say so.

    `peak`: the busiest span of a campaign ("cao điểm"). `basis` is "" where the plan says it, else what it was
    concluded from ("title").
    """

    raw: Quote
    first: date
    last: date
    part: str = ""  # "morning", "afternoon", "evening"
    count: int = 1  # how many sittings in it
    peak: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    name: str
    address: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the programme; `start` and `end` in minutes of the day, None where the plan is silent."""

    title: Quote
    start: int | None = None
    end: int | None = None
    uses: str = ""  # the id of the duty that makes what is shown here
    who: Quote | None = None  # who does it, where a column of the table says so


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting, a ceremony or a conference. `start` and `end`: minutes of the day, None where not said."""

    kind: str  # "conference", "ceremony", "rally", "exhibition", "performance", "competition", "offering", "other"
    name: str
    window: Window | None
    start: int | None
    end: int | None
    venue: Venue | None
    hosts: tuple[str, ...]
    backdrop: tuple[str, ...]
    programme: tuple[Item, ...]
    delegates: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """An occasion that is a span of weeks or months rather than a sitting."""

    name: str
    windows: tuple[Window, ...]  # the whole span first, then the peaks
    theme: Quote | None


@dataclass(frozen=True, slots=True)
class Collective:
    """One name for many: "UBND 11 phường". `count` None is a number the plan does not say."""

    count: int | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """An agency, in the order the plan names it. `section` is where its own duties stand ("VII.6"), "" for none."""

    id: str
    name: str
    role: Role
    span: Span
    section: str = ""
    heading: Quote | None = None
    standing: bool = False
    aliases: tuple[str, ...] = ()
    collective: Collective | None = None


@dataclass(frozen=True, slots=True)
class DueBy:
    """A deadline as written. `day` is the day it names, `last_day` the last that may be used.

    `rule`: "before" (trước ngày D: D does not count), "by" (chậm nhất, đến hết, trong ngày D), "within" (N days from a
    day), "offset" (N days before the sitting: `days`, counted on working days where `working`).
    """

    raw: Quote
    rule: str
    day: date | None
    last_day: date | None
    clock: int | None = None  # minutes of the day
    days: int | None = None
    working: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an approval loop: "xin ý kiến" by whom."""

    act: str  # "draft", "opinion", "revise", "report", "submit", "advise", "final"
    raw: Quote
    party: str  # id, "" where the plan does not say


@dataclass(frozen=True, slots=True)
class Need:
    """What a duty waits for. `kind`: opinion, draft, input, guidance (of an agency) or after (another duty)."""

    kind: str
    party: str = ""
    duty: str = ""
    raw: Quote | None = None
    concluded: bool = False  # our reading of the workflow, not words of the plan


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing an agency is to do. `bullet` counts its section's paragraphs from 1; `part` is "a", "b" or ""."""

    id: str
    section: str
    bullet: int
    part: str
    scope: Scope
    owner: str
    requested: bool
    words: Quote
    title: str  # at most 12 words, of the plan's own
    kind: str  # prepare approve report operate broadcast coordinate finance secure award invite monitor train catchall
    lead: tuple[str, ...]
    basis: Basis
    support: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    due: DueBy | None = None
    recurs: tuple[Quote, ...] = ()
    on_the_day: bool = False
    steps: tuple[Step, ...] = ()
    needs: tuple[Need, ...] = ()
    report_to: str = ""
    same_as: str = ""  # the id of the duty that says the same from the other side
    each: bool = False  # owed by every member of the collective that leads


UNREAD = "no-agency"  # an item of which nobody could be found who is to do it


@dataclass(frozen=True, slots=True)
class Left:
    """Words of the organisation part that no duty carries, and why ("heading", "preface", "table", UNREAD ...)."""

    words: Quote
    why: str


@dataclass(frozen=True, slots=True)
class Question:
    """What the plan leaves open: `code` and `facts` are said by the catalogue ("draft.ask.<code>")."""

    code: str
    span: Span | None = None
    duty: str = ""
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """All that was read of a plan. `organisation` is the span of "Tổ chức thực hiện", None where there is none.

    `others`: what else is held, each on its own day, beside the one `sitting` the plan is for ("Lễ dâng hương" before
    "Lễ khai mạc"). A plan of weeks that opens with a sitting has both a `campaign` and a `sitting`.
    """

    document: Document
    header: Header
    occasions: tuple[Occasion, ...]
    sitting: Sitting | None
    campaign: Campaign | None
    organisation: Span | None
    parties: tuple[Party, ...]
    duties: tuple[Duty, ...]
    left: tuple[Left, ...]
    questions: tuple[Question, ...]
    others: tuple[Sitting, ...] = ()
