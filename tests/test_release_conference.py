"""The shipped conference, its day moved and its film appraised longer: who is told what, in files and on pages.

RUNBOOK_GOLDENS=rewrite writes the goldens anew, for a person to read.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from runbook.render.terminal import columns_of
from tests.ical_lives import Seen, seen
from tests.page_samples import Node, read
from tests.workspace import ROOT, Workspace, files, own, readers, run

GOLDENS = Path(__file__).parent / "goldens" / "release"
CONFERENCE = (ROOT / "events" / "hoi-nghi-tong-ket-2024.yaml").read_text("utf-8")
LONGER = ("support: [dai-ptth-ha-noi], work: 1.5d", "support: [dai-ptth-ha-noi], work: 2.5d")
LATER = ("chosen: 22/11/2024", "chosen: 25/11/2024")
# The rehearsal in the afternoon before the day, where the film has a day to lose.
ON_ITS_DAY = (
    "after: [D6, C, B6, E8, E9, F8, G5, G7, G8, G9, H1, H3, H4]",
    "after: [D6, C, B6, E8, E9, F8, G5, G7, G8, G9, H1, H3, H4]\n    not_before: N-1w 13:30",
)
HEALTH = "so-y-te"
OF_FILM = {"ban-tuyen-giao-thanh-uy", "dai-ptth-ha-noi", "don-vi-lien-quan", "so-vhtt", "ubnd-tp", "vp-ubnd"}
COMMANDS = {
    "changes": ["changes", "--agency", HEALTH],
    "changes-nothing": ["changes", "--agency", HEALTH, "--store", "film.sqlite"],
    "diff": ["diff"],
    "changes-film": ["changes", "--agency", "dai-ptth-ha-noi", "--store", "film.sqlite"],
    "history": ["history"],
    "show-release": ["show-release", "2"],
}


@dataclass(frozen=True)
class Told:
    """A folder with two stores, and builds: `first`, then the day `moved` and the film longer; `later`, then the `film`
    alone longer."""

    folder: Path
    first: dict[str, bytes]
    moved: dict[str, bytes]
    later: dict[str, bytes]
    film: dict[str, bytes]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder, home, desk = tmp_path_factory.mktemp("release"), Path.cwd(), Workspace(Path("hoi-nghi.yaml"))
    os.chdir(folder)
    builds = []
    for text, at, message in (
        (later := CONFERENCE.replace(*LATER).replace(*ON_ITS_DAY), "11/11/2024T09:00", "Bản đầu"),
        (later.replace(*LONGER), "13/11/2024T09:00", "Thẩm định phim thêm một ngày"),
    ):
        desk.release(text, at, message)
        builds.append(desk.built())
    shutil.move("runbook.sqlite", "film.sqlite")
    for text, at, message in (
        (CONFERENCE, "11/11/2024T09:00", "Bản đầu"),
        (CONFERENCE.replace(*LATER).replace(*LONGER), "13/11/2024T09:00", "Dời ngày họp; thẩm định phim thêm một ngày"),
    ):
        desk.release(text, at, message)
        builds.append(desk.built())
    yield Told(folder, later=builds[0], film=builds[1], first=builds[2], moved=builds[3])
    os.chdir(home)


def test_the_update_of_an_agency_holds_what_is_different_for_it_and_nothing_else(told: Told) -> None:
    before, after = (seen(one[own(HEALTH, "lich.ics")]) for one in (told.first, told.moved))
    update = seen(told.moved[own(HEALTH, "lich-cap-nhat.ics")])
    assert set(before) == set(after)
    assert set(update) == {uid for uid in after if after[uid].says != before[uid].says}
    assert all(uid.endswith(f".{HEALTH}@runbook.invalid") for uid in update)
    assert {uid: one.octets for uid, one in update.items()} == {uid: after[uid].octets for uid in update}
    assert {one.sequence for one in update.values()} == {1}
    assert {uid: after[uid].octets for uid in after if uid not in update} == {
        uid: before[uid].octets for uid in before if uid not in update
    }
    assert 0 < len(after) - len(update) < len(after)


def key(uid: str) -> str:
    return uid.split(".")[1]


def dates(entry: Seen) -> object:
    return entry.says["DTSTART"], entry.says["DTEND"]


def test_the_page_says_from_when_to_when_for_every_task_that_moved(told: Told) -> None:
    before, after = (seen(one[own(HEALTH, "lich.ics")]) for one in (told.first, told.moved))
    moved = {key(uid) for uid in after if dates(after[uid]) != dates(before[uid])}
    rows = page_rows(told.moved[own(HEALTH, "thay-doi.html")])
    assert {key(uid) for uid in seen(told.moved[own(HEALTH, "lich-cap-nhat.ics")])} - {"~ceremony"} >= set(rows)
    assert {one.partition("~")[0] for one in moved if not one.startswith("~")} <= {
        task for task, sentences in rows.items() if sentences[0].startswith("Dời từ ")
    }
    assert rows["n08"] == ["Dời từ T6 22/11 07h00 – 07h10 sang T2 25/11 07h00 – 07h10"]
    assert rows["Q3"] == [
        "Dời từ T6 22/11 10h30 – T2 25/11 10h30 sang T2 25/11 10h30 – T3 26/11 10h30",
        "Hạn lùi lại: T3 26/11 17h30 → T4 27/11 17h30",
    ]


def page_rows(html: bytes) -> dict[str, list[str]]:
    """The sentences of a page of changes by task."""
    found = {}
    for row in read(html.decode()).one("table", "changed").one("tbody").all("tr"):
        cells = [cell for cell in row.children if isinstance(cell, Node)]
        found[cells[1].text] = [one.text for one in cells[3].all("span", "note")]
    return found


def test_page_terminal_and_update_speak_of_the_same_tasks(told: Told) -> None:
    os.chdir(told.folder)
    rows = page_rows(told.moved[own(HEALTH, "thay-doi.html")])
    printed = run("changes", "--agency", HEALTH, columns=400).stdout
    assert re.findall(r"^..(\w+) .*?(?:chủ trì|phối hợp|phần việc của đơn vị)", printed, re.MULTILINE) == list(rows)
    assert [sentence for told in rows.values() for sentence in told if sentence not in printed] == []
    tasks = {key(uid).partition("~")[0] for uid in seen(told.moved[own(HEALTH, "lich-cap-nhat.ics")])}
    assert tasks - {""} == set(rows)
    main = read(told.moved[own(HEALTH, "thay-doi.html")].decode()).one("main")
    assert [one.text for one in main.all("p", "verdict")] == ["Ngày tổ chức dời từ T6 22/11/2024 sang T2 25/11/2024."]


def test_a_longer_film_concerns_those_of_the_film_and_nobody_else(told: Told) -> None:
    assert readers(told.film, "lich-cap-nhat.ics") == readers(told.film, "thay-doi.html") == {*OF_FILM, ""}
    for name in ("lich.ics", "viec-can-lam.ics"):
        assert readers(told.film, name) == readers(told.later, name)
        paths = {one: own(one, name) for one in readers(told.film, name) - {""}}
        assert {one for one, path in paths.items() if told.film[path] != told.later[path]} <= OF_FILM
    same = [own(one, "lich.ics") for one in readers(told.film, "lich.ics") - {*OF_FILM, ""}]
    assert [path for path in same if told.film[path] != told.later[path]] == []
    assert len(same) > 30


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_golden(name: str, language: str, told: Told) -> None:
    os.chdir(told.folder)
    golden = GOLDENS / f"{name}.{language}.txt"
    text = re.sub(r"[0-9a-f]{16}$", "0" * 16, run(*COMMANDS[name], language=language, columns=80).output, flags=re.M)
    if os.environ.get("RUNBOOK_GOLDENS") == "rewrite":
        golden.write_text(text, encoding="utf-8", newline="")
    assert text == golden.read_text(encoding="utf-8")


def test_every_golden_belongs_to_a_command() -> None:
    assert set(files(GOLDENS)) == {f"{name}.{language}.txt" for name in COMMANDS for language in ("vi", "en")}


@pytest.mark.parametrize("columns", [60])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(language: str, columns: int, told: Told) -> None:
    os.chdir(told.folder)
    printed = {name: run(*words, language=language, columns=columns).stdout for name, words in COMMANDS.items()}
    wide = [(name, one) for name, text in printed.items() for one in text.split("\n") if columns_of(one) > columns]
    assert wide == []
