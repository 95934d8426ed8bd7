"""The figures of every plan at hand as a page of results."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.draft.gold import Gold
from benchmarks.draft.tally import Row, table

RESULTS = Path(__file__).with_name("RESULTS.md")
# Documents of tests/plans that the rules were made with, by the beginnings of their names.
DEVELOPMENT = (
    "ban-chi-dao-tw",
    "bo-chqs",
    "dai-hoc",
    "han-chot",
    "huyen-le-hoi",
    "lien-doan",
    "nghe-thuat",
    "so-khcn",
    "thpt",
    "tinh-doan",
)
HEAD = """# Drafts held against extractions made by hand

    python -m benchmarks.draft --write

`wanted` is what the extraction has, `found` what the draft has; precision, recall and F1 of all documents together.
The last part of those alone tells how a plan never seen may fare: no rule was made with it.
What each row counts stands in [README.md](README.md)."""
BY_HAND = """## The draft's file held against the one made by hand

`wanted` is what the file in `events/` has, `found` what the file of the draft has of the same plan. Whoever made the
file by hand knew more than the plan says: recall tells how much of it the plan gives, precision whether the draft says
anything else. Paragraphs are places of the plan that tasks cite; leads, support and deadlines are counted per
paragraph, deadlines where they are the plan's own."""
PARTS = (
    "Five plans of public record, which the rules were made with",
    "Other documents, invented: those that the rules were made with too",
    "Other documents, invented: those that no rule was made with",
)


def page(
    five: Iterable[Gold],
    rest: Iterable[Gold],
    together: Callable[[list[Gold]], dict[str, Row]],
    hand: Iterable[tuple[str, dict[str, Row]]],
    pace: str,
) -> str:
    """The page; `together` gives the rows of some plans, `pace` says the time of a long one.

    `hand`: of each plan of which a file was made by hand too, its name and how the draft's file compares.
    """
    others = list(rest)
    seen = [one for one in others if one.slug.startswith(DEVELOPMENT)]
    unseen = [one for one in others if not one.slug.startswith(DEVELOPMENT)]
    parts = zip(PARTS, (list(five), seen, unseen), strict=True)
    told = [HEAD, *(_part(title, golds, together(golds)) for title, golds in parts)]
    told += [BY_HAND, *(f"### {name}\n\n```\n{table(rows)}\n```" for name, rows in hand), f"## Time\n\n{pace}."]
    return "\n\n".join(told) + "\n"


def _part(title: str, golds: list[Gold], rows: dict[str, Row]) -> str:
    names = ", ".join(f"`{one.slug}`" for one in golds)
    return f"## {title}\n\n{len(golds)} documents: {names}.\n\n```\n{table(rows)}\n```"
