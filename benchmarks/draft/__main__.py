"""`python -m benchmarks.draft [--documents FOLDER] [--only NAMES] [--brief]`: drafts against extractions by hand."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.draft import byhand, results, speed
from benchmarks.draft.gold import Gold, read
from benchmarks.draft.inner import INNER
from benchmarks.draft.outer import OUTER
from benchmarks.draft.pairing import Pair
from benchmarks.draft.tally import Row, faults, table
from runbook.draft.drafting import draft
from runbook.draft.findings import Draft
from runbook.draft.reading import read as read_document
from runbook.draft.refusal import NotAPlanError

ROOT = Path(__file__).resolve().parents[2]
SHARED, OTHERS = ROOT.parent / "shared", ROOT / "tests" / "plans"
NEVER = ("header", "sitting", "windows", "venue", "programme", "deadlines")  # where nothing may be made up


def main() -> int:
    asked = _asked()
    if asked.write:
        return _written()
    if asked.hand:
        return _by_hand()
    golds = [one for one in _golds(asked.documents) if _wanted(one.slug, asked.only, asked.but)]
    if not golds:
        print("no extraction found", file=sys.stderr)
        return 1
    together: dict[str, Row] = {}
    for gold in golds:
        rows, seconds = scored(gold)
        print(f"== {gold.slug} ({seconds * 1000:.0f} ms)")
        if not asked.brief:
            print(table(rows), faults(rows), sep="\n")
        for name, row in rows.items():
            together.setdefault(name, Row()).add(row)
    print("== together", table(together), f"invented fields: {invented(together)}", speed.line(), sep="\n")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.draft", description=__doc__)
    parser.add_argument("--documents", type=Path, help="a folder of pairs: name.txt with name.yaml")
    parser.add_argument("--only", default="", help="of these alone: beginnings of names, with commas between")
    parser.add_argument("--but", default="", help="of all but these, likewise")
    parser.add_argument("--brief", action="store_true", help="only the sum of all")
    parser.add_argument("--hand", action="store_true", help="files of drafts against the files made by hand")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md, of all documents at hand")
    return parser.parse_args()


def _written() -> int:
    """The page of results, of all documents at hand."""
    if not (SHARED / "gold").is_dir():
        print("the five plans are not beside the project", file=sys.stderr)
        return 1
    hand = [(name, byhand.rows(*two)) for name, *two in byhand.pairs(SHARED / "plans")]
    made = results.page(_golds(None), _golds(OTHERS), _together, hand, speed.line())
    results.RESULTS.write_text(made, "utf-8")
    return 0


def _by_hand() -> int:
    """The files of drafts against those made by hand, each with what differs."""
    for name, hand, made in byhand.pairs(SHARED / "plans"):
        rows = byhand.rows(hand, made)
        print(
            f"== {name}: tasks {len(hand.tasks)}, of the draft {len(made.tasks)}", table(rows), faults(rows), sep="\n"
        )
    return 0


def _together(golds: Sequence[Gold]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for name, row in (pair for gold in golds for pair in scored(gold)[0].items()):
        found.setdefault(name, Row()).add(row)
    return found


def _wanted(slug: str, only: str, but: str) -> bool:
    return (not only or slug.startswith(tuple(only.split(",")))) and not (
        but and slug.startswith(tuple(but.split(",")))
    )


def _golds(folder: Path | None) -> Iterator[Gold]:
    return read(folder, folder) if folder else read(SHARED / "plans", SHARED / "gold")


def scored(gold: Gold) -> tuple[dict[str, Row], float]:
    """Every row of one plan, and how long the draft took."""
    began = time.perf_counter()
    try:
        found: Draft = draft(read_document(gold.data, f"{gold.slug}.txt"))
    except NotAPlanError as refused:
        said = gold.said.get("document") or {}
        words = [f"refused as {refused.code}"] if said or gold.said.get("tasks") else []
        return {"refused": Row(hits=not words, missed=words)}, time.perf_counter() - began
    seconds = time.perf_counter() - began
    pair = Pair(gold, found)
    rows = {name: score(gold, found) for name, score in OUTER.items()}
    return rows | {name: score(pair) for name, score in INNER.items()}, seconds


def invented(rows: dict[str, Row]) -> int:
    """Fields said where the plan is silent or says something else."""
    return sum(len(rows[name].invented) for name in NEVER if name in rows)


if __name__ == "__main__":
    sys.exit(main())
