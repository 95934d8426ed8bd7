"""What the outer parts of a plan document say: every value with the span it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from runbook.draft.document import Quote


@dataclass(frozen=True, slots=True)
class Number:
    """Number and symbol: "324 /KH-UBND" is 324 and KH-UBND. None is left blank in the plan."""

    raw: Quote
    value: str | None
    symbol: str | None

    @property
    def figures(self) -> str:
        """ "12-KH/HU" as it is joined in the plan: bodies of the Party write a dash, those of the State a stroke."""
        join = next((sign for sign in self.raw.text if sign in "-/"), "/")
        return (f"{self.value}{join}{self.symbol}" if self.symbol else self.value) if self.value else ""


@dataclass(frozen=True, slots=True)
class Issued:
    """The date of a document. "ngày    tháng    năm 2024" has a year and no day."""

    raw: Quote
    day: date | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A document the plan rests on: "Chỉ thị số 27-CT/TU" of 20/12/2023."""

    name: Quote
    day: date | None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name."""

    name: Quote | None
    position: str
    on_behalf: str
    acting: str


@dataclass(frozen=True, slots=True)
class Recipient:
    text: Quote
    archive: bool = False  # the "Lưu:" line


@dataclass(frozen=True, slots=True)
class Header:
    """The outer parts of the document; None and "" are what it does not say."""

    kind: str  # "Kế hoạch", "Thông báo" ...
    number: Number | None
    place: str
    issued: Issued | None
    issuer: Quote | None
    title: Quote | None
    sources: tuple[Source, ...]
    signature: Signature | None
    recipients: tuple[Recipient, ...]
