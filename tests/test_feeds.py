"""Feeds and calendars that stay where they are: whoever joins, leaves, is renamed or has nothing left to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ical_rules import broken_rules
from tests.test_release_commands import edited
from tests.workspace import CEREMONY, FIRST, SECOND, Workspace, done, entries, files, own, readers, run, titles

WITHOUT_HEALTH = edited(
    ("  so-y-te: {name: Sở Y tế}\n", ""),
    ("support: [so-y-te], ", ""),
    ("  C: {title: Trực cấp cứu, lead: so-y-te, work: 1d, finish: by 20/11/2024}\n", ""),
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return Workspace()


def sequences(data: bytes) -> dict[str, int]:
    return {uid: int(one["SEQUENCE"]) for uid, one in entries(data).items()}


def test_feeds_are_one_file_for_everybody_and_one_for_each_agency(desk: Workspace) -> None:
    desk.release(CEREMONY)
    said = run("build", "le.yaml", "--feeds").stdout
    assert said == "7 tệp lịch trong le-feeds, 7 tệp mới ghi, 0 tệp giữ nguyên.\n"
    names = {"all", "van-phong", "cong-an", "so-y-te", "cac-quan", "ba-dinh", "tay-ho"}
    assert set(files("le-feeds")) == {f"{name}.ics" for name in names}
    assert files("le-feeds")["so-y-te.ics"] == desk.built()[own("so-y-te", "lich.ics")]


def test_a_feed_knows_its_address(desk: Workspace) -> None:
    desk.release(CEREMONY)
    done(run("build", "le.yaml", "--feeds", "--url", "https://example.vn/lich/", "--output", "feeds"))
    for name, data in files("feeds").items():
        assert f"SOURCE;VALUE=URI:https://example.vn/lich/{name}\r\n".encode() in data.replace(b"\r\n ", b"")
        assert broken_rules(data) == []


def test_feeds_written_again_are_not_touched_and_a_release_touches_what_it_changes(desk: Workspace) -> None:
    desk.release(CEREMONY)
    first = desk.feeds()
    times = {path: path.stat().st_mtime_ns for path in Path("feeds").iterdir()}
    said = run("build", "le.yaml", "--feeds", "--output", "feeds").stdout
    assert said == "7 tệp lịch trong feeds, 0 tệp mới ghi, 7 tệp giữ nguyên.\n"
    assert desk.feeds() == first
    assert {path: path.stat().st_mtime_ns for path in Path("feeds").iterdir()} == times
    desk.release(edited(("so-y-te, work: 1d", "so-y-te, work: 2d")), SECOND)
    second = desk.feeds()
    assert {name for name in second if second[name] != first[name]} == {"all.ics", "so-y-te.ics"}
    assert {path.name for path in times if path.stat().st_mtime_ns == times[path]} == {
        name for name in second if second[name] == first[name]
    }


def test_an_agency_that_leaves_keeps_its_files_with_everything_cancelled_and_then_empty(desk: Workspace) -> None:
    desk.release(CEREMONY)
    assert len(entries(desk.built()[own("so-y-te", "lich.ics")])) == 8
    desk.release(WITHOUT_HEALTH, SECOND)
    built, feeds = desk.built(), desk.feeds()
    gone = built[own("so-y-te", "lich.ics")]
    assert gone == feeds["so-y-te.ics"]
    assert {str(one["STATUS"]) for one in entries(gone).values()} == {"CANCELLED"}
    assert len(entries(gone)) == 8
    assert b"X-WR-CALNAME:S\xe1\xbb\x9f Y t\xe1\xba\xbf " in gone
    assert entries(built[own("so-y-te", "lich-cap-nhat.ics")]) == entries(gone)
    assert "Đơn vị không còn việc nào" in built[own("so-y-te", "thay-doi.html")].decode()
    assert ">Sở Y tế<" in built["index.html"].decode()
    desk.release(WITHOUT_HEALTH.replace("Nộp báo cáo", "Gửi báo cáo"), "10/01/2025T09:00")
    assert len(entries(desk.built()[own("so-y-te", "lich.ics")])) == 8
    desk.release(WITHOUT_HEALTH, "24/01/2025T09:00")
    built, feeds = desk.built(), desk.feeds()
    assert feeds["so-y-te.ics"] == built[own("so-y-te", "lich.ics")]
    assert (entries(feeds["so-y-te.ics"]), broken_rules(feeds["so-y-te.ics"])) == ({}, [])


def test_what_left_is_still_found_by_its_name(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(WITHOUT_HEALTH, SECOND)
    done(run("ics", "le.yaml", "--agency", "Sở Y tế", "--since", "1", "--output", "a.ics"))
    assert len(entries(Path("a.ics").read_bytes())) == 8
    assert "Đơn vị không còn việc nào" in run("changes", "--agency", "so-y-te").stdout


def test_one_that_comes_back_goes_on_counting(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(WITHOUT_HEALTH, SECOND)
    desk.release(CEREMONY, "24/01/2025T09:00")
    assert set(sequences(desk.feeds()["so-y-te.ics"]).values()) == {2}
    assert {str(one["STATUS"]) for one in entries(desk.feeds()["so-y-te.ics"]).values()} == {"CONFIRMED"}


def test_an_agency_that_is_renamed_keeps_its_file_and_its_entries(desk: Workspace) -> None:
    desk.release(CEREMONY)
    first = desk.feeds()
    desk.release(edited(("name: Sở Y tế", "name: Sở Y tế Hà Nội")), SECOND)
    second = desk.feeds()
    assert set(second) == set(first)
    assert set(entries(second["so-y-te.ics"])) == set(entries(first["so-y-te.ics"]))
    assert "X-WR-CALNAME:Sở Y tế Hà Nội – Lễ kỷ niệm\r\n".encode() in second["so-y-te.ics"]


def test_a_lead_that_changes_is_cancelled_in_one_file_and_lives_in_the_other(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(edited(("lead: cong-an, support: [so-y-te]", "lead: van-phong, support: [so-y-te]")), SECOND)
    built = desk.built()
    gone, live = (
        entries(built[own(one, "lich-cap-nhat.ics")])[f"le.B.{one}@runbook.invalid"] for one in ("cong-an", "van-phong")
    )
    assert (str(gone["STATUS"]), str(gone["SUMMARY"])) == ("CANCELLED", "[HỦY] Phương án bảo vệ")
    assert (str(live["STATUS"]), str(live["SUMMARY"])) == ("CONFIRMED", "Phương án bảo vệ")
    assert "Không còn phải làm" in built[own("cong-an", "thay-doi.html")].decode()
    assert "Việc mới" in built[own("van-phong", "thay-doi.html")].decode()


def test_a_group_and_its_members_each_get_their_own(desk: Workspace) -> None:
    desk.release(CEREMONY)
    desk.release(edited(("each: cac-quan, work: 1d", "each: cac-quan, work: 2d")), SECOND)
    built = desk.built()
    assert readers(built, "lich-cap-nhat.ics") == {"", "cac-quan", "ba-dinh", "tay-ho"}
    assert titles(built[own("tay-ho", "lich-cap-nhat.ics")]) == ["[Mỗi đơn vị] Nộp báo cáo"]
    assert readers(built, "thay-doi.html") == {"", "cac-quan", "ba-dinh", "tay-ho"}


def test_names_of_files_stay_whoever_joins_later(desk: Workspace) -> None:
    """Ids that differ by case alone come one after the other; on many disks their files would be one."""
    first = edited(
        ("  so-y-te: {name: Sở Y tế}\n", "  so-y-te: {name: Sở Y tế}\n  Quan-1: {name: Quận Một}\n"),
        ("support: [so-y-te]", "support: [so-y-te, Quan-1]"),
    )
    desk.release(first)
    before = desk.feeds()["Quan-1.ics"]
    others = first.replace("Quan-1: {name: Quận Một}", "ALL: {name: Tất cả}\n  quan-1: {name: Quận 1}")
    desk.release(others.replace("so-y-te, Quan-1", "so-y-te, quan-1, ALL"), SECOND)
    feeds, built = desk.feeds(), desk.built()
    assert set(entries(feeds["Quan-1.ics"])) == set(entries(before))
    assert {str(one["STATUS"]) for one in entries(feeds["Quan-1.ics"]).values()} == {"CANCELLED"}
    assert "NAME:Quận 1 – Lễ kỷ niệm\r\n".encode() in feeds["quan-1_2.ics"]
    assert "NAME:Tất cả – Lễ kỷ niệm\r\n".encode() in feeds["ALL_2.ics"]
    assert len({name.casefold() for name in built}) == len(built)
    assert {"Quan-1", "quan-1_2", "ALL_2"} < readers(built, "lich.ics")
    for words, name in (("quan-1", "quan-1_2"), ("Quan-1", "Quan-1"), ("Quận Một", "Quan-1")):
        assert run("ics", "le.yaml", "--agency", words).stdout == f"Đã viết {name}.ics\n"


def test_an_agency_without_any_duty_has_an_empty_feed_under_the_name_it_keeps(desk: Workspace) -> None:
    first = edited(("  so-y-te: {name: Sở Y tế}\n", "  so-y-te: {name: Sở Y tế}\n  Quan-1: {name: Quận Một}\n"))
    desk.release(first)
    assert (entries(desk.feeds()["Quan-1.ics"]), broken_rules(desk.feeds()["Quan-1.ics"])) == ({}, [])
    assert own("Quan-1", "lich.ics") not in desk.built()
    joined = first.replace("Quan-1: {name: Quận Một}", "quan-1: {name: Quận 1}").replace("[so-y-te]", "[quan-1]")
    desk.release(joined, SECOND)
    assert own("quan-1_2", "lich.ics") in desk.built()
    done(run("build", "le.yaml", "--feeds", "--output", "anew"))
    assert entries(files("anew")["Quan-1.ics"]) == {}


def test_a_file_that_is_no_calendar_is_left_alone(desk: Workspace) -> None:
    desk.release(CEREMONY)
    Path("feeds").mkdir()
    Path("feeds", "index.html").write_text("trang web")
    Path("feeds", "so-y-te.ics").write_text("ghi chép")
    result = run("build", "le.yaml", "--feeds", "--output", "feeds")
    assert (result.exit_code, Path("feeds", "so-y-te.ics").read_text()) == (1, "ghi chép")
    assert "so-y-te.ics" in result.stderr
    Path("feeds", "so-y-te.ics").unlink()
    done(run("build", "le.yaml", "--feeds", "--output", "feeds"))
    assert Path("feeds", "index.html").read_text() == "trang web"


def test_feeds_of_an_edited_file_are_those_of_the_release_and_say_so(desk: Workspace) -> None:
    desk.release(CEREMONY)
    first = desk.feeds()
    desk.write(edited(("so-y-te, work: 1d", "so-y-te, work: 2d")))
    said = run("build", "le.yaml", "--feeds", "--output", "feeds").stdout
    assert said.splitlines()[1:] == [
        "Kế hoạch đã khác bản phát hành số 1; lịch .ics vẫn là của bản số 1. Để gửi thay đổi cho các đơn vị:",
        '  runbook release le.yaml -m "..."',
    ]
    assert files("feeds") == first


def test_the_time_of_a_release_is_written_in_its_feeds(desk: Workspace) -> None:
    desk.release(CEREMONY, FIRST)
    stamps = {one["LAST-MODIFIED"].to_ical() for one in entries(desk.feeds()["so-y-te.ics"]).values()}
    assert stamps == {b"20241113T020000Z"}
