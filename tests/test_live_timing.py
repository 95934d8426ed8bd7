"""The day's clock: gaps first, then what was agreed, then the end moves."""

from __future__ import annotations

from random import Random

import pytest

from runbook.live import Cue, Press, Pressed, Programme, Saving, Timing, state_of, timing
from runbook.live.timing import LEEWAY

MINUTE = 60
OPENING, CLOSING = 8 * 60 + 30, 10 * 60 + 30  # minutes of the day
SHOWS = 20_000
ITEMS = (
    ("gioi-thieu", 10),
    ("bao-cao", 20),
    ("phong-su", 15),
    ("phat-bieu", 25),
    ("quyet-dinh", 6),
    ("trao-thuong", 36),
    ("chup-anh", 3),
    ("be-mac", 5),
)


def conference(*savings: Saving) -> Programme:
    """The summary conference from 08h30 to 10h30, without a gap."""
    cues, at = [], OPENING
    for name, minutes in ITEMS:
        cues.append(Cue(name, name, at * MINUTE, minutes * MINUTE))
        at += minutes
    return Programme(tuple(cues), CLOSING * MINUTE, savings)


AGREED = (Saving("trao-thuong", 30 * MINUTE, "so-noi-vu", "gộp lượt 5 và 6"), Saving("chup-anh", 0, "so-vhtt", "bỏ"))


def pressed(*presses: tuple[Press, int, str, int]) -> list[Pressed]:
    """Presses as (what, minute of the day, cue, minutes), numbered as they come."""
    return [
        Pressed(number, what, at * MINUTE, cue, minutes * MINUTE)
        for number, (what, at, cue, minutes) in enumerate(presses, 1)
    ]


def clocks(found: Timing) -> dict[str, str]:
    """Every cue's expected start as a clock time."""
    return {row.cue.id: f"{row.start // 3600:02}:{row.start // 60 % 60:02}" for row in found.rows}


def seen(programme: Programme, presses: list[Pressed], minute: int) -> Timing:
    return timing(programme, state_of(programme, presses), minute * MINUTE)


def test_a_show_on_time_is_the_plan() -> None:
    found = seen(conference(), pressed((Press.START, OPENING, "gioi-thieu", 0)), OPENING + 4)
    assert [(row.start, row.end, row.saved) for row in found.rows] == [
        (cue.start, cue.end, 0) for cue in conference().cues
    ]
    assert (found.end, found.over) == (CLOSING * MINUTE, 0)


def test_a_late_start_pushes_what_follows_and_the_end() -> None:
    found = seen(conference(), pressed((Press.START, OPENING + 7, "gioi-thieu", 0)), OPENING + 8)
    assert clocks(found)["trao-thuong"] == "09:53"
    assert found.over == 7 * MINUTE


def test_what_was_agreed_is_used_in_its_order_and_no_further_than_needed() -> None:
    found = seen(conference(*AGREED), pressed((Press.START, OPENING + 7, "gioi-thieu", 0)), OPENING + 8)
    saved = {row.cue.id: (row.saved, row.dropped) for row in found.rows if row.saved}
    assert saved == {"trao-thuong": (6 * MINUTE, False), "chup-anh": (MINUTE - LEEWAY, True)}
    assert (found.over, clocks(found)["be-mac"]) == (LEEWAY, "10:25")


def test_for_some_seconds_nothing_is_shortened() -> None:
    """The next one pressed a little late on a day without a gap is no reason to drop anything."""
    for late, over in ((LEEWAY, LEEWAY), (LEEWAY + 1, LEEWAY)):
        found = delayed(conference(*AGREED), late)
        assert (found.over, sum(row.saved for row in found.rows)) == (over, late - over)


def test_what_is_kept_by_key_is_not_shortened() -> None:
    presses = pressed((Press.START, OPENING + 7, "gioi-thieu", 0), (Press.KEEP, OPENING + 8, "trao-thuong", 0))
    found = seen(conference(*AGREED), presses, OPENING + 8)
    assert {row.cue.id: row.saved // MINUTE for row in found.rows if row.saved} == {"chup-anh": 3}
    assert found.over == 4 * MINUTE


def test_an_overrun_grows_with_the_clock() -> None:
    presses = pressed((Press.START, OPENING, "gioi-thieu", 0))
    assert seen(conference(), presses, OPENING + 10).over == 0
    assert seen(conference(), presses, OPENING + 13).over == 3 * MINUTE


def test_the_hall_that_is_early_goes_on_but_not_before_a_fixed_hour() -> None:
    cues = (Cue("khai-mac", "", 0, 600), Cue("bao-cao", "", 600, 600), Cue("truc-tiep", "", 1200, 600, fixed=True))
    programme = Programme(cues, 1800)
    presses = [Pressed(1, Press.START, 0, "khai-mac"), Pressed(2, Press.FINISH, 400, "khai-mac")]
    found = timing(programme, state_of(programme, presses), 410)
    assert [(row.start, row.end) for row in found.rows] == [(0, 400), (410, 1010), (1200, 1800)]


def test_a_gap_takes_up_a_delay_before_anything_moves() -> None:
    cues = (Cue("khai-mac", "", 0, 600), Cue("giai-lao-xong", "", 900, 600))
    programme = Programme(cues, 1800, (Saving("giai-lao-xong", 0),))
    for late, second, over in ((0, 900, -300), (300, 900, -300), (400, 1000, -200), (600, 1200, 0)):
        found = timing(programme, state_of(programme, [Pressed(1, Press.START, late, "khai-mac")]), late)
        assert (found.rows[1].start, found.over, found.rows[1].saved) == (second, over, 0)


def test_time_stands_still_while_held() -> None:
    presses = pressed((Press.START, OPENING, "gioi-thieu", 0), (Press.HOLD, OPENING + 2, "", 0))
    assert seen(conference(), presses, OPENING + 7).over == 5 * MINUTE
    presses += [Pressed(3, Press.RESUME, (OPENING + 8) * MINUTE)]
    assert seen(conference(), presses, OPENING + 30).rows[0].end == (OPENING + 30) * MINUTE
    assert seen(conference(), presses, OPENING + 9).over == 6 * MINUTE


def test_starting_the_next_finishes_the_one_before() -> None:
    presses = pressed((Press.START, OPENING, "gioi-thieu", 0), (Press.START, OPENING + 12, "bao-cao", 0))
    found = seen(conference(), presses, OPENING + 12)
    assert (found.rows[0].end, found.rows[1].start) == ((OPENING + 12) * MINUTE, (OPENING + 12) * MINUTE)


def test_a_later_item_can_be_taken_first_and_the_other_follows() -> None:
    """The film fails: the speech comes first, and the film is shown after it (a decision written before the day)."""
    presses = pressed(
        (Press.START, OPENING, "gioi-thieu", 0),
        (Press.START, OPENING + 10, "bao-cao", 0),
        (Press.START, OPENING + 30, "phat-bieu", 0),
    )
    found = clocks(seen(conference(), presses, OPENING + 31))
    assert (found["phat-bieu"], found["phong-su"], found["quyet-dinh"]) == ("09:00", "09:25", "09:40")


def test_an_undone_press_never_happened() -> None:
    presses = pressed((Press.START, OPENING, "gioi-thieu", 0), (Press.SKIP, OPENING + 1, "phong-su", 0))
    undone = [*presses, Pressed(3, Press.UNDO, (OPENING + 2) * MINUTE, undoes=2)]
    assert seen(conference(), presses, OPENING + 3).over == -15 * MINUTE
    assert seen(conference(), undone, OPENING + 3) == seen(conference(), presses[:1], OPENING + 3)


@pytest.mark.parametrize(
    "impossible",
    [
        (Press.FINISH, OPENING, "bao-cao", 0),
        (Press.START, OPENING, "khong-co", 0),
        (Press.RESUME, OPENING, "", 0),
        (Press.START, OPENING + 1, "gioi-thieu", 0),
    ],
)
def test_a_press_that_means_nothing_changes_nothing(impossible: tuple[Press, int, str, int]) -> None:
    begun = pressed((Press.START, OPENING, "gioi-thieu", 0))
    again = [*begun, *(Pressed(2, one.what, one.at, one.cue) for one in pressed(impossible))]
    assert state_of(conference(), again) == state_of(conference(), begun)


def some_programme(chance: Random) -> Programme:
    """One to twelve items with gaps here and there, some at a fixed hour, and savings in any order."""
    at, cues = chance.randrange(0, 100), []
    for number in range(chance.randint(1, 12)):
        at += chance.choice((0, 0, 0, chance.randint(1, 900)))
        length = chance.choice((0, chance.randint(1, 60), chance.randint(1, 1800)))
        cues.append(Cue(f"m{number}", "", at, length, fixed=chance.random() < 0.15))
        at += length
    names = chance.sample([cue.id for cue in cues], chance.randint(0, len(cues)))
    savings = tuple(Saving(name, chance.choice((0, 0, chance.randint(0, 900)))) for name in names)
    return Programme(tuple(cues), at + chance.choice((0, 0, chance.randint(0, 600))), savings)


def delayed(programme: Programme, late: int) -> Timing:
    first = programme.cues[0]
    state = state_of(programme, [Pressed(1, Press.START, first.start + late, first.id)])
    return timing(programme, state, first.start + late)


def test_what_holds_for_every_show() -> None:
    """Identity without a delay, d and then minus d, monotone in d, order kept, gaps and savings before the end."""
    chance = Random(20241122)
    for _ in range(SHOWS):
        programme = some_programme(chance)
        plan = [(cue.start, cue.end) for cue in programme.cues]
        on_time = delayed(programme, 0)
        assert [(row.start, row.end) for row in on_time.rows] == plan
        less, more = sorted((chance.randint(0, 3000), chance.randint(0, 3000)))
        first, second = delayed(programme, less), delayed(programme, more)
        starts = list(zip(first.rows, second.rows, strict=True))
        assert all(one.start <= other.start <= one.start + more - less for one, other in starts), (
            programme,
            less,
            more,
        )
        assert first.over <= second.over <= first.over + more - less
        assert all(a.end <= b.start for a, b in zip(second.rows, second.rows[1:], strict=False))
        assert all(row.start >= row.cue.start for row in second.rows)
        _gaps_and_savings_first(programme, second, more)
        assert _given_and_taken(programme, chance) == on_time


def test_what_holds_in_the_middle_of_every_show() -> None:
    """After any presses: monotone in now, the end in the minutes given; order kept, the plan as it was; undo undoes."""
    chance = Random(20241123)
    for _ in range(SHOWS):
        programme = some_programme(chance)
        presses, now = some_presses(programme, chance)
        state = state_of(programme, presses)
        found = timing(programme, state, now)
        assert tuple(row.cue for row in found.rows) == programme.cues
        assert all(one.end <= other.start for one, other in zip(found.coming, found.coming[1:], strict=False))
        assert all(row.end - row.start >= 0 for row in found.rows)
        later = chance.randint(0, 2000)
        other = timing(programme, state, now + later)
        pairs = [(one.start, two.start) for one, two in zip(found.coming, other.coming, strict=True)]
        assert all(one <= two <= one + later for one, two in (*pairs, (found.end, other.end)))
        item, given = chance.choice(programme.cues).id, chance.randint(0, 900)
        more = [*presses, Pressed(len(presses) + 1, Press.ADD, now, item, given)]
        end = timing(programme, state_of(programme, more), now).end  # a saving before that item may go before it
        assert found.end <= end <= found.end + given
        back = [*more, Pressed(len(more) + 1, Press.ADD, now, item, -given)]
        undone = [*more, Pressed(len(more) + 1, Press.UNDO, now, undoes=len(more))]
        assert state_of(programme, undone) == state
        assert timing(programme, state_of(programme, back), now).rows == timing(programme, state, now).rows


def some_presses(programme: Programme, chance: Random) -> tuple[list[Pressed], int]:
    """Up to eight presses of any kind in their time, most of them what somebody would press, and when the last was."""
    presses: list[Pressed] = []
    now = programme.cues[0].start + chance.choice((-300, 0, 0, 400))
    kinds = (Press.START, Press.START, Press.START, Press.FINISH, Press.SKIP, Press.HOLD, Press.RESUME, Press.KEEP)
    for number in range(1, chance.randint(1, 9)):
        presses.append(Pressed(number, chance.choice(kinds), now, chance.choice(programme.cues).id))
        now += chance.choice((0, 20, 300, 1200))
    return presses, now


def _gaps_and_savings_first(programme: Programme, found: Timing, late: int) -> None:
    """Nothing is saved while the closing holds without it; the end moves only when all that was agreed is used up."""
    bare = delayed(Programme(programme.cues, programme.closing), late)
    saved = sum(row.saved for row in found.rows)
    assert bool(saved) <= (bare.over > LEEWAY)
    assert found.over == max(min(bare.over, LEEWAY), bare.over - saved)
    moved = [row.start - row.cue.start for row in bare.rows]
    gaps = 0
    for before, (place, cue) in zip(programme.cues, enumerate(programme.cues[1:], 1), strict=False):
        gaps += cue.start - before.end
        assert moved[place] == max(0, late - gaps)


def _given_and_taken(programme: Programme, chance: Random) -> Timing:
    """The show on time, with minutes added to an item and taken again."""
    first, seconds = programme.cues[0], chance.randint(-900, 900)
    name = chance.choice(programme.cues).id
    presses = [
        Pressed(1, Press.START, first.start, first.id),
        Pressed(2, Press.ADD, first.start, name, seconds),
        Pressed(3, Press.ADD, first.start, name, -seconds),
    ]
    return timing(programme, state_of(programme, presses), first.start)
