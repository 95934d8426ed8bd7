"""A duty while it is being read: who owns it and which words it is, before roles are settled between sections."""

from __future__ import annotations

from dataclasses import dataclass, field

from runbook.draft.document import Paragraph, Quote
from runbook.draft.findings import Basis, DueBy, Need, Scope, Step


@dataclass(slots=True)
class Draught:
    """One action. `partners` are those it names after "phối hợp với"; `open`: nobody is told to lead it."""

    paragraph: Paragraph
    start: int
    end: int
    section: str
    bullet: int
    scope: Scope
    owner: str
    requested: bool = False
    part: str = ""
    lead: tuple[str, ...] = ()
    basis: Basis = Basis.DEFAULT
    support: tuple[str, ...] = ()
    open: bool = False
    due: DueBy | None = None
    recurs: tuple[Quote, ...] = ()
    steps: tuple[Step, ...] = ()
    needs: list[Need] = field(default_factory=list)
    report_to: str = ""
    same_as: str = ""
    id: str = ""
    kind: str = ""
    also: tuple[str, ...] = ()
    action_at: int = 0  # where the words after the partners begin
    generic: bool = False  # its partners are only "các đơn vị liên quan"
    fixed: bool = False  # roles were given outside the words: in the columns of a table

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]
