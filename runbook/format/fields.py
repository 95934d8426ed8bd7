"""What a key and a section of the ceremony file are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from runbook.grammars import Grammar


class Shape(Enum):
    """How a key holds its values."""

    ONE = "one"
    MANY = "many"  # one text, texts parted by commas, or a list
    LIST = "list"  # a list of sections
    ROWS = "rows"  # a mapping from id to section
    OTHER = "other"  # read by its own function


@dataclass(frozen=True)
class Field:
    """One key. `holds` is a kind of text or a section; `short` the text allowed in place of the section.

    A required key may be left out where the key `unless` stands in its place.
    """

    key: str
    holds: Grammar | Section
    vi: str
    en: str
    example: str = ""
    required: bool = False
    shape: Shape = Shape.ONE
    short: Grammar | None = None
    unless: str = ""

    @cached_property
    def simple(self) -> bool:
        """Whether the key holds one text."""
        return self.shape is Shape.ONE and isinstance(self.holds, Grammar)


@dataclass(frozen=True)
class Section:
    """The keys that may stand together in one mapping."""

    name: str
    vi: str
    en: str
    fields: tuple[Field, ...]

    @cached_property
    def by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @cached_property
    def required(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.required)


def many(key: str, holds: Grammar, vi: str, en: str, example: str = "") -> Field:
    """A key that holds one text, texts parted by commas, or a list of texts."""
    return Field(key, holds, vi, en, example, shape=Shape.MANY)
