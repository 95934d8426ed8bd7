"""Whether a document is a plan, by what it calls itself and by the work it shares out."""

from __future__ import annotations

from runbook.draft import header, tables
from runbook.draft.letters import plain
from runbook.draft.outline import Outline
from runbook.draft.refusal import NotAPlanError


def judge(kind: header.Kind | None, parts: Outline) -> None:
    """A plan calls itself one, or shares out work among agencies. Other kinds must do so under a heading of its own."""
    if kind is not None and kind.is_plan:
        return
    shares = bool(parts.organisation) or any(tables.tables([one.paragraph for one in parts.items]))
    if kind is not None and (not shares or plain(kind.name) in _LAWS):
        raise NotAPlanError("other-kind", kind=kind.name)
    if not shares:
        raise NotAPlanError("not-a-plan")


_LAWS = frozenset(
    plain(one)
    for one in (
        "nghị định",
        "luật",
        "thông tư",
        "pháp lệnh",
        "điều lệ",
        "nghị quyết",
        "hợp đồng",
        "quy chế",
        "quy định",
    )
)
