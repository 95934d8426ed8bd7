"""The steps of an approval chain, from the acts that a duty words."""

from __future__ import annotations

from collections.abc import Iterator

from runbook.draft.findings import Duty

_DECIDES = ("final", "submit", "advise", "report")


def steps(duty: Duty) -> tuple[tuple[str, str], ...]:
    """(act of the file, who does it): a draft, opinions, mending, one decision at the end; () where nobody is asked.

    Of "tham mưu X trình Y" the last step is X's: it signs, and what Y then decides is not for this plan to say.
    """
    return tuple(_steps(duty))


def _steps(duty: Duty) -> Iterator[tuple[str, str]]:
    lead = duty.lead[0] if duty.lead else duty.owner
    others = [one for one in duty.steps if one.party and one.party != lead]
    asked = dict.fromkeys(one.party for one in others if one.act == "opinion")
    deciding = [one for one in others if one.act in _DECIDES]
    advised = [one for one in deciding if one.act in ("advise", "final")]
    final = (advised or deciding)[0].party if deciding else ""
    if not asked and not final:
        return
    yield "draft", lead
    yield from (("opinion", one) for one in asked)
    if any(one.act == "revise" for one in duty.steps):
        yield "revise", lead
    if final:
        yield "final", final
