"""What a drafted file says beside its values: numbered assumptions, and questions at the place they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from runbook.draft.findings import Draft, Duty, Party, Question
from runbook.draft.writing_yaml import clean, comment
from runbook.text import say


def day_text(day: date) -> str:
    return f"{day:%d/%m/}{day.year:04}"


def asked(question: Question, language: str) -> str:
    """A question in words; its days as they are written here."""
    facts = {key: _fact(value) for key, value in question.facts}
    return say(language, f"draft.ask.{question.code}", **facts)


def _fact(value: str) -> str:
    try:
        return day_text(date.fromisoformat(value))
    except ValueError:
        return clean(value)


def in_order(questions: Iterable[Question]) -> list[Question]:
    """As the plan goes; what it is silent about comes first."""
    return sorted(questions, key=lambda one: one.span[0] if one.span else -1)


@dataclass
class Notes:
    """Assumptions by number as they are first needed, and the questions not yet put anywhere."""

    draft: Draft
    language: str
    assumptions: dict[str, str] = field(default_factory=dict)  # number by sentence
    open: list[Question] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)  # as they were put into the file

    def __post_init__(self) -> None:
        self.open = in_order(self.draft.questions)

    def say(self, key: str, /, **facts: object) -> str:
        return say(self.language, f"draft.file.{key}", **facts)

    def assume(self, key: str, /, **facts: object) -> str:
        """The number of an assumption, S1 and so on; the same words keep the same number."""
        words = say(self.language, f"draft.assume.{key}", **facts)
        return self.assumptions.setdefault(words, f"S{len(self.assumptions) + 1}")

    def ask(self, code: str, indent: int = 0, about: Duty | None = None, **facts: str) -> Iterator[str]:
        """A question of the writer's own."""
        span, duty = (about.words.span, about.id) if about else (None, "")
        return self.put(Question(code, span, duty, tuple(facts.items())), indent)

    def put(self, question: Question, indent: int = 0) -> Iterator[str]:
        self.asked.append(question)
        return comment(self.say("ask", words=asked(question, self.language)), indent)

    def about(self, *codes: str, indent: int = 0) -> list[str]:
        """The open questions of those kinds, as comments."""
        return self._taken([one for one in self.open if one.code in codes and not one.duty], indent)

    def of_duty(self, duty: str, indent: int) -> list[str]:
        return self._taken([one for one in self.open if one.duty == duty], indent)

    def of_party(self, party: Party, indent: int) -> list[str]:
        return self._taken([one for one in self.open if ("party", party.name) in one.facts], indent)

    def rest(self) -> list[str]:
        return self._taken(list(self.open), 0)

    def _taken(self, questions: list[Question], indent: int) -> list[str]:
        self.open = [one for one in self.open if one not in questions]
        return [line for one in questions for line in self.put(one, indent)]
