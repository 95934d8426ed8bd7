"""What a key means in its moment, what stands against it, and what it does to the rest of the day."""

from __future__ import annotations

from random import Random

import pytest

from runbook.live import Key, Objection, Press, Pressed, meant, state_of, timing
from runbook.live.records import from_record, to_record
from runbook.live.timing import LEEWAY
from tests.staged import SHOW, at, presses, schedule, stage
from tests.test_live_timing import some_programme

BEGUN = "08:30 start p1"
DAYS = 500


def key(name: Key, now: str, *told: str, chosen: str = "") -> Pressed | str:
    """What a key means then: a press, or the code of what stands against it."""
    seen = stage(now, *told)
    found = meant(seen.programme, seen.state, seen.presses, seen.timing, name, chosen, seen.now)
    return found.code if isinstance(found, Objection) else found


def does(name: Key, now: str, *told: str, chosen: str = "") -> tuple[str, str, int]:
    found = key(name, now, *told, chosen=chosen)
    assert isinstance(found, Pressed), found
    assert (found.at, found.number) == (at(now), len(told) + 1)
    return found.what.value, found.cue, found.seconds or found.undoes


def test_the_programme_is_that_of_the_plan_with_its_savings() -> None:
    of = stage("08:00").programme
    assert [(cue.id, cue.start, cue.length // 60) for cue in of.cues][:3] == [
        ("p1", at("08:30"), 10),
        ("p2", at("08:40"), 20),
        ("p3", at("09:00"), 15),
    ]
    assert of.closing == at("10:30")
    assert [(one.cue, one.least, one.who, one.words) for one in of.savings] == [
        ("p6", 1800, "Sở Nội vụ", "Gộp lượt 5 và 6"),
        ("p7", 0, "Sở VHTT", "Bỏ chụp ảnh"),
    ]
    assert of.cues[0].fixed  # the opening has its hour
    assert SHOW.count("length:") == len(of.cues)


def test_each_key_is_about_what_is_on_or_comes_next() -> None:
    assert does(Key.START, "08:30") == ("start", "p1", 0)
    assert does(Key.START, "08:41", BEGUN) == ("start", "p2", 0)
    assert does(Key.FINISH, "08:41", BEGUN) == ("finish", "p1", 0)
    assert does(Key.SKIP, "08:41", BEGUN) == ("skip", "p2", 0)
    assert does(Key.MORE, "08:41", BEGUN) == ("add", "p1", 60)
    assert does(Key.LESS_5, "08:31", BEGUN) == ("add", "p1", -300)
    assert does(Key.MORE_5, "08:20") == ("add", "p1", 300)
    assert does(Key.HOLD, "08:41", BEGUN) == ("hold", "", 0)
    assert does(Key.HOLD, "08:42", BEGUN, "08:41 hold") == ("resume", "", 0)
    assert does(Key.UNDO, "08:42", BEGUN, "08:41 hold") == ("undo", "", 2)
    assert does(Key.SHEET, "08:42", BEGUN) == ("sheet", "", 0)


def test_a_chosen_item_goes_before_what_is_on() -> None:
    assert does(Key.START, "08:41", BEGUN, chosen="p4") == ("start", "p4", 0)
    assert does(Key.SKIP, "08:41", BEGUN, chosen="p3") == ("skip", "p3", 0)
    assert does(Key.MORE, "08:41", BEGUN, chosen="p3") == ("add", "p3", 60)
    assert does(Key.KEEP, "08:41", BEGUN, chosen="p7") == ("keep", "p7", 0)


LATE = ("08:37 start p1", "08:47 start p2", "09:07 start p3", "09:22 start p4", "09:47 start p5")


def test_an_item_begins_shortened_as_agreed_and_one_undo_takes_both_back() -> None:
    assert does(Key.START, "09:53", *LATE) == ("start", "p6", -360)
    begun = (*LATE, "09:53 start p6 -360")
    seen = stage("09:53", *begun)
    assert [(row.cue.id, row.end - row.start) for row in seen.timing.rows if row.run.running] == [("p6", 1800)]
    assert seen.timing.over == LEEWAY
    undone = stage("09:53", *begun, "09:54 undo 6")
    assert undone.state == stage("09:53", *LATE).state


def test_what_is_kept_begins_at_its_full_length() -> None:
    assert does(Key.KEEP, "09:53", *LATE) == ("keep", "p6", 0)
    assert does(Key.START, "09:53", *LATE, "09:53 keep p6") == ("start", "p6", 0)


def test_an_item_to_be_dropped_is_not_passed_over_in_silence() -> None:
    until = (*LATE, "09:53 start p6 -360")
    assert key(Key.START, "10:23", *until) == "to-be-dropped"
    assert does(Key.SKIP, "10:23", *until) == ("skip", "p7", 0)
    assert does(Key.START, "10:24", *until, "10:23 skip p7") == ("start", "p8", 0)
    assert does(Key.START, "10:24", *until, "10:23 keep p7") == ("start", "p7", 0)
    assert does(Key.START, "10:23", *until, chosen="p7") == ("start", "p7", 0)  # chosen: somebody has decided


def test_an_item_with_a_fixed_hour_waits_for_it_unless_it_is_chosen() -> None:
    assert key(Key.START, "08:28:59") == "before-hour"
    assert does(Key.START, "08:29") == ("start", "p1", 0)  # clocks differ
    assert does(Key.START, "08:20", chosen="p1") == ("start", "p1", 0)


@pytest.mark.parametrize(
    ("name", "now", "told", "chosen", "code"),
    [
        (Key.START, "08:28", (), "", "before-hour"),
        (Key.START, "08:31", (BEGUN, "08:30 hold"), "", "held"),
        (Key.START, "08:30:01", (BEGUN,), "", "just-begun"),
        (Key.START, "10:00", (BEGUN, *(f"08:31 skip p{n}" for n in range(2, 9))), "", "none-left"),
        (Key.FINISH, "08:30", (), "", "none-running"),
        (Key.SKIP, "10:00", (BEGUN, *(f"08:31 skip p{n}" for n in range(2, 9))), "", "none-left"),
        (Key.LESS_5, "08:31", (BEGUN, "08:31 add p1 -400"), "", "no-time-left"),
        (Key.KEEP, "08:31", (BEGUN,), "p3", "no-saving"),
        (Key.KEEP, "08:31", (BEGUN, "08:31 keep p6", "08:31 keep p7"), "", "nothing-to-keep"),
        (Key.KEEP, "08:31", (BEGUN, "08:31 keep p6"), "p6", "kept"),
        (Key.UNDO, "08:31", (), "", "nothing-to-undo"),
        (Key.UNDO, "08:32", (BEGUN, "08:31 undo 1", "08:31 sheet"), "", "nothing-to-undo"),
    ],
)
def test_a_key_that_means_nothing_now_says_why(
    name: Key, now: str, told: tuple[str, ...], chosen: str, code: str
) -> None:
    assert key(name, now, *told, chosen=chosen) == code
    seen = stage(now, *told)
    for language in ("vi", "en"):
        assert stage(now, *told, language=language).why(Objection(code, chosen or "p1", seen.now))


@pytest.mark.parametrize("name", Key)
def test_no_key_ever_records_what_would_do_nothing(name: Key) -> None:
    chance, of = Random(name.value), stage("08:00").programme
    for _ in range(30):
        told, now = list[Pressed](), at("08:25")
        for pick in (*chance.choices(list(Key), k=chance.randint(0, 25)), name):
            now += chance.choice((0, 2, 60, 400, -300))
            before = state_of(of, told)
            one = meant(of, before, told, timing(of, before, now), pick, chance.choice(("", "p3", "p7")), now)
            if isinstance(one, Pressed):
                told.append(one)
                assert one.what is Press.SHEET or state_of(of, told) != before


def test_beginning_what_is_expected_when_it_is_expected_moves_nothing() -> None:
    """Whatever was saved stays saved, so the end that was told holds."""
    chance, shortened = Random(20241122), 0
    for _ in range(DAYS):
        of = some_programme(chance)
        told = [Pressed(1, Press.START, of.cues[0].start + chance.randint(0, 1800), of.cues[0].id)]
        now = told[0].at
        while True:
            state = state_of(of, told)
            seen = timing(of, state, now)
            following = next(iter(seen.coming), None)
            if following is None:
                break
            now = max(now, following.start)
            before = timing(of, state, now)
            row = next(one for one in before.coming if one.cue.id == following.cue.id)
            if row.dropped:
                told.append(Pressed(len(told) + 1, Press.SKIP, now, row.cue.id))
                continue
            told.append(Pressed(len(told) + 1, Press.START, now, row.cue.id, -row.saved))
            shortened += row.saved > 0
            assert timing(of, state_of(of, told), now).end == before.end
    assert shortened > DAYS / 20


def test_a_clock_set_back_breaks_nothing() -> None:
    told = ("08:40 start p1", "08:35 start p2", "08:20 finish p2", "08:19 start p3")
    seen = stage("08:10", *told)
    assert [row.end >= row.start for row in seen.timing.rows] == [True] * 8
    assert seen.timing.running is not None
    assert seen.timing.running.cue.id == "p3"


def test_presses_come_back_from_the_journal_as_they_were() -> None:
    told = presses(*LATE, "09:53 start p6 -360", "09:54 undo 6", "09:55 hold", "09:56 resume", "09:57 sheet")
    assert tuple(from_record(one.number, one.who, to_record(one)) for one in told) == told


@pytest.mark.parametrize("body", [{}, {"what": "jump", "at": 1}, {"what": "start"}, {"what": "start", "at": None}])
def test_a_line_of_a_later_version_is_told_from_ours(body: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_record(1, "", body)


def test_the_conference_of_the_tests_lasts_its_two_hours() -> None:
    assert schedule().closing - schedule().opening == 120
