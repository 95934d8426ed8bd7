"""What a year commemorates, of what class, and what that allows; as a table, JSON and a calendar."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from runbook.anniversaries import (
    Allowance,
    Anniversary,
    Commemoration,
    First,
    Kind,
    Scope,
    Status,
    YearClass,
    allowance,
    commemorations,
    parse,
)
from runbook.files.listing import listed
from runbook.lunar import FIRST, LAST, LunarDay
from runbook.render import commemorations as render
from runbook.render.terminal import Screen, columns_of
from runbook.reports import commemorations as report
from tests.shipped import ROOT
from tests.workspace import done, entries, run

SHIPPED = listed().anniversaries
BY_ID = {one.id: one for one in SHIPPED}
GOLD = sorted((ROOT.parent / "shared" / "gold").glob("*.yaml"))
ROUND, FIVE, OTHER = YearClass
MINE = """\
    anniversaries:
      so-y-te:
        name: Ngày thành lập Sở Y tế
        first: 5/8/1955
        kind: thành lập
        scope: bộ ngành
        source: Quyết định 12/QĐ-UBND
        status: chính thức
      ong-tao:
        name: Lễ đưa ông Táo
        name_en: Kitchen Gods' Day
        first: 23/12/2000
        calendar: âm lịch
        kind: event
        scope: organisation
"""


def kept(year: int, *ids: str) -> tuple[Commemoration, ...]:
    return commemorations([BY_ID[one] for one in ids], year)


def own(text: str) -> tuple[Anniversary, ...]:
    found, problems = parse(dedent(text), "rieng.yaml")
    assert problems == ()
    return found


def lunar_one(day: int, month: int, year: int | None = None) -> Anniversary:
    return Anniversary("le", "Lễ", First(day, month, year, lunar=True), Kind.EVENT, Scope.PROVINCE)


# The list.


def test_the_great_days_are_those_of_the_decree() -> None:
    great = [(one.name, one.first) for one in SHIPPED if one.kind is Kind.GREAT]
    assert great == [
        ("Tết Nguyên đán", First(1, 1, lunar=True)),
        ("Ngày thành lập Đảng Cộng sản Việt Nam", First(3, 2, 1930)),
        ("Ngày Giỗ Tổ Hùng Vương", First(10, 3, lunar=True)),
        ("Ngày Giải phóng miền Nam, thống nhất đất nước", First(30, 4, 1975)),
        ("Ngày Chiến thắng Điện Biên Phủ", First(7, 5, 1954)),
        ("Ngày sinh Chủ tịch Hồ Chí Minh", First(19, 5, 1890)),
        ("Ngày Cách mạng Tháng Tám", First(19, 8, 1945)),
        ("Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", First(2, 9, 1945)),
    ]


def test_every_day_of_the_list_says_whose_it_is_and_where_it_comes_from() -> None:
    assert [one.id for one in SHIPPED if one.status is not Status.CUSTOMARY and not one.source] == []
    assert [one.id for one in SHIPPED if (one.status is Status.OFFICIAL) != bool(one.seen)] == []
    assert [one.id for one in SHIPPED if one.scope in (Scope.SECTOR, Scope.PROVINCE) and not one.of] == []
    assert [one.id for one in SHIPPED if not one.name_en] == []
    assert len({(one.name, one.first) for one in SHIPPED}) == len(SHIPPED) >= 80


def test_the_days_that_the_plans_of_2024_name_have_the_number_and_class_they_say() -> None:
    ids = (
        *("sinh-nguyen-chi-thanh", "sinh-nguyen-luong-bang", "sinh-tran-phu", "dien-bien-phu", "hiep-dinh-gio-ne-vo"),
        *("giai-phong-thu-do", "quan-doi-nhan-dan", "quoc-phong-toan-dan"),
    )
    found = [(one.anniversary.id, one.day, one.years, one.year_class) for one in kept(2024, *ids)]
    assert found == [
        ("sinh-nguyen-chi-thanh", date(2024, 1, 1), 110, ROUND),
        ("sinh-nguyen-luong-bang", date(2024, 4, 2), 120, ROUND),
        ("sinh-tran-phu", date(2024, 5, 1), 120, ROUND),
        ("dien-bien-phu", date(2024, 5, 7), 70, ROUND),
        ("hiep-dinh-gio-ne-vo", date(2024, 7, 20), 70, ROUND),
        ("giai-phong-thu-do", date(2024, 10, 10), 70, ROUND),
        ("quan-doi-nhan-dan", date(2024, 12, 22), 80, ROUND),
        ("quoc-phong-toan-dan", date(2024, 12, 22), 35, FIVE),
    ]


@pytest.mark.skipif(not GOLD, reason="the extractions of the plans are not beside the project")
def test_every_occasion_of_the_extracted_plans_is_in_the_list() -> None:
    classes = {"năm tròn": ROUND, "năm lẻ 5": FIVE, "năm khác": OTHER}
    named, found = set(), set()
    for path in GOLD:
        plan = yaml.safe_load(path.read_text("utf-8"))
        for part in (plan["event"], plan["campaign"]):
            for one in (part or {}).get("occasion") or ():
                day = date.fromisoformat(one["anniversary"])
                named.add((one["original"], day, one["years"], classes[one["year_class"]]))
                found |= {
                    (f"{year:04}-{first.month:02}-{first.day:02}", each.day, each.years, each.year_class)
                    for each in commemorations(SHIPPED, day.year)
                    if (year := (first := each.anniversary.first).year) and not first.lunar
                }
    assert named
    assert named - found == set()


# Days and classes.


@given(st.integers(1, 9999))
def test_the_class_goes_by_the_last_digit(number: int) -> None:
    last = str(number)[-1]
    assert YearClass.of(number) is (ROUND if last == "0" else FIVE if last == "5" else OTHER)


@pytest.mark.parametrize(
    ("year", "day", "name", "found"),
    [
        (2020, date(2020, 4, 2), "Canh Tý", ROUND),
        (2025, date(2025, 4, 7), "Ất Tỵ", FIVE),
        (2026, date(2026, 4, 26), "Bính Ngọ", OTHER),
        (2030, date(2030, 4, 12), "Canh Tuất", ROUND),
    ],
)
def test_the_class_of_the_hung_kings_is_that_of_the_gregorian_year(
    year: int, day: date, name: str, found: YearClass
) -> None:
    (one,) = kept(year, "gio-to-hung-vuong")
    assert (one.day, one.lunar, one.years, one.year_class) == (day, LunarDay(year, 3, 10), None, found)
    assert report.lunar(one, "vi") == f"10/3 {name}"


def test_tet_has_no_number_and_no_class() -> None:
    (one,) = kept(2030, "tet-nguyen-dan")
    assert (one.day, one.years, one.year_class, one.allows) == (
        date(2030, 2, 2),
        None,
        None,
        Allowance("tet", "145", "5"),
    )


def test_a_day_of_the_last_lunar_month_counts_by_its_lunar_year() -> None:
    (one,) = commemorations([lunar_one(23, 12, 2000)], 2026)
    assert (one.day, one.lunar, one.years, one.counted_in) == (date(2026, 2, 10), LunarDay(2025, 12, 23), 25, 2025)
    assert commemorations([lunar_one(1, 12)], 1985) == ()
    assert [one.counted_in for one in commemorations([lunar_one(1, 12)], 1984)] == [1983, 1984]


def test_day_30_is_kept_on_day_29_of_a_short_month() -> None:
    (one,) = commemorations([lunar_one(30, 12)], 2026)
    assert (one.day, one.lunar) == (date(2026, 2, 16), LunarDay(2025, 12, 29))


def test_29_february_is_kept_on_the_28th_of_other_years() -> None:
    leap = Anniversary("nhuan", "Lễ", First(29, 2, 1976), Kind.EVENT, Scope.PROVINCE)
    assert [one.day for year in (2023, 2024) for one in commemorations([leap], year)] == [
        date(2023, 2, 28),
        date(2024, 2, 29),
    ]


def test_a_day_is_not_kept_before_its_first_anniversary_or_outside_its_days() -> None:
    assert [len(kept(year, "van-hoa-viet-nam")) for year in (2025, 2026)] == [0, 1]
    assert [len(kept(year, "tinh-bac-giang")) for year in (2024, 2025)] == [1, 0]
    assert [len(kept(year, "quoc-phong-toan-dan")) for year in (1988, 1989, 1990)] == [0, 0, 1]


@given(st.dates(date(1700, 1, 1), date(LAST, 12, 31)), st.integers(FIRST, LAST))
def test_a_gregorian_day_is_kept_once_a_year_after_its_first(first: date, year: int) -> None:
    one = Anniversary("le", "Lễ", First(first.day, first.month, first.year), Kind.EVENT, Scope.NATIONAL)
    found = commemorations([one], year)
    assert [(each.years, each.day.year) for each in found] == ([(year - first.year, year)] if year > first.year else [])
    assert all(first.replace(year=2000) - each.day.replace(year=2000) <= timedelta(1) for each in found)


@given(st.integers(1, 30), st.integers(1, 12), st.integers(FIRST + 1, LAST))
def test_a_lunar_day_is_kept_once_in_every_lunar_year(day: int, month: int, year: int) -> None:
    one = lunar_one(day, month)
    around = [each for near in (year - 1, year) if near >= FIRST for each in commemorations([one], near)]
    assert len([each for each in around if each.counted_in == year - 1]) == 1
    assert all(each.lunar and each.lunar.month == month and not each.lunar.leap for each in around)


# What a class allows.


@pytest.mark.parametrize(
    ("one", "year_class", "allows"),
    [
        ("tet-nguyen-dan", None, Allowance("tet", "145", "5")),
        ("thanh-lap-dang", ROUND, Allowance("national", "145", "6")),
        ("thanh-lap-dang", FIVE, Allowance("party", "145", "6")),
        ("gio-to-hung-vuong", ROUND, Allowance("hung-kings", "145", "7")),
        ("gio-to-hung-vuong", OTHER, Allowance("hung-kings-local", "145", "7")),
        ("dien-bien-phu", ROUND, Allowance("national", "145")),
        ("dien-bien-phu", FIVE, Allowance("great", "145")),
        ("tinh-quang-ninh", ROUND, Allowance("ceremony", "111", "4.3")),
        ("tinh-quang-ninh", FIVE, Allowance("no-ceremony", "111", "9.2")),
        ("cong-an-nhan-dan", OTHER, Allowance("no-ceremony", "111", "9.2")),
        ("hoi-nong-dan", OTHER, Allowance("own-rules")),
        ("nha-giao", OTHER, Allowance("own-decision")),
        ("giai-phong-thu-do", ROUND, Allowance("decided")),
        ("quan-doi-nhan-dan", OTHER, Allowance("decided")),
        ("sinh-tran-phu", ROUND, Allowance("decided")),
    ],
)
def test_what_a_class_allows(one: str, year_class: YearClass | None, allows: Allowance) -> None:
    assert allowance(BY_ID[one], year_class) == allows


def test_a_founding_day_without_its_first_year_has_a_ceremony_in_round_years_only() -> None:
    one = Anniversary("so", "Ngày thành lập Sở", First(5, 8), Kind.FOUNDING, Scope.SECTOR)
    assert allowance(one, None) == Allowance("uncounted", "111", "4.3")


def test_observances_are_for_the_ministry_or_the_province() -> None:
    one = Anniversary("ngay", "Ngày hưởng ứng", First(5, 8), Kind.OBSERVANCE, Scope.SECTOR)
    assert allowance(one, OTHER) == Allowance("observance", "111")


def test_the_source_is_told_in_both_languages() -> None:
    rules = [Allowance("tet", "145", "5"), Allowance("great", "145"), Allowance("no-ceremony", "111", "9.2")]
    assert [report.source(one, "vi") for one in (*rules, Allowance("decided"))] == [
        "Nghị định 145/2013/NĐ-CP, Điều 5",
        "Nghị định 145/2013/NĐ-CP, chương II",
        "Nghị định 111/2018/NĐ-CP, Điều 9 khoản 2",
        "",
    ]
    assert report.source(rules[2], "en") == "Decree 111/2018/NĐ-CP, Article 9 clause 2"


def test_the_level_is_data_and_a_great_day_is_national_in_a_round_year() -> None:
    found = [*kept(2024, "giai-phong-thu-do", "dien-bien-phu"), *kept(2025, "giai-phong-thu-do", "dien-bien-phu")]
    assert [one.level for one in found] == [Scope.NATIONAL, Scope.NATIONAL, None, None]


# The table, the JSON and the calendar.

THREE = ("gio-to-hung-vuong", "tinh-quang-ninh", "giai-phong-thu-do")
TABLE_VI = """\
CÁC NGÀY KỶ NIỆM NĂM 2026 (Bính Ngọ)

Ngày             Ngày kỷ niệm                   Số năm  Loại năm  Được tổ chức
---------------  -----------------------------  ------  --------  --------------
CN 26/04/2026    Ngày Giỗ Tổ Hùng Vương                 năm khác  dâng hương ở
(10/3 Bính Ngọ)                                                   địa phương (1)
T7 10/10/2026    Ngày Giải phóng Thủ đô         72      năm khác  cấp có thẩm
                                                                  quyền quyết
                                                                  định (2)
T6 30/10/2026    Ngày thành lập tỉnh Quảng      63      năm khác  không lễ kỷ
                 Ninh                                             niệm (3)

QUY ĐỊNH
(1) Năm lẻ 5, năm khác: tỉnh Phú Thọ tổ chức lễ dâng hương; nơi có di tích,
    đền thờ Vua Hùng dâng hương tưởng niệm. (Nghị định 145/2013/NĐ-CP, Điều 7)
(2) Không thuộc bảy ngày lễ lớn: tổ chức thế nào do cấp có thẩm quyền quyết
    định.
(3) Ngày thành lập, ngày truyền thống của bộ, ngành, địa phương, không phải
    năm tròn: tuyên truyền, giáo dục, thi đua, hội thảo, tọa đàm; không tổ chức
    lễ kỷ niệm. (Nghị định 111/2018/NĐ-CP, Điều 9 khoản 2)

Năm tròn, năm lẻ 5, năm khác tính theo số năm kỷ niệm; riêng Giỗ Tổ theo năm
dương lịch (Nghị định 145/2013/NĐ-CP, Điều 3 khoản 1). Căn cứ của từng ngày:
thêm --json.
"""
TABLE_EN = """\
COMMEMORATIONS OF 2026 (Bính Ngọ)

Day              What is commemorated             Years  Class  Allowed
---------------  -------------------------------  -----  -----  ----------------
Sun 26/04/2026   Commemoration of the Hùng Kings         other  incense locally
(10/3 Bính Ngọ)                                                 (1)
Sat 10/10/2026   Liberation of the Capital        72     other  as decided (2)
Fri 30/10/2026   Founding of Quảng Ninh province  63     other  no ceremony (3)

RULES
(1) Years that are not round: Phú Thọ province offers incense; so do
    provinces with a temple of the Hùng Kings. (Decree 145/2013/NĐ-CP, Article
    7)
(2) Not one of the seven great days: as the competent authority decides.
(3) Founding and traditional days of ministries, sectors and provinces, not
    in a round year: publicity, education, emulation, seminars; no ceremony.
    (Decree 111/2018/NĐ-CP, Article 9 clause 2)

Classes go by the number of years; that of the Hùng Kings goes by the Gregorian
year (Decree 145/2013/NĐ-CP, Article 3 clause 1). The source of each day: add
--json.
"""


@pytest.mark.parametrize(("language", "table"), [("vi", TABLE_VI), ("en", TABLE_EN)])
def test_the_table_says_both_calendars_the_years_the_class_and_what_it_allows(language: str, table: str) -> None:
    shown = report.calendar(kept(2026, *THREE), 2026, "Bính Ngọ", language)
    assert render.text(shown, Screen(80), language) == table


def test_a_source_that_nobody_saw_is_marked_so_everywhere() -> None:
    found = kept(2026, "bao-ve-an-ninh-to-quoc", "doanh-nhan")
    told = render.text(report.calendar(found, 2026, "Bính Ngọ", "vi"), Screen(120), "vi")
    assert "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc (*)" in told
    assert "(*) Căn cứ của ngày này chưa kiểm chứng." in told
    assert "Ngày Doanh nhân Việt Nam (*)" not in told
    entries = render.ics(found, 2026, "vi").decode().replace("\r\n ", "")
    assert "Quyết định 521/QĐ-TTg ngày 13/6/2005\\; căn cứ chưa kiểm chứng." in entries
    assert "(đọc ở: nvsk.vnanet.vn (TTXVN))" in entries


def test_json_has_a_commemoration_to_a_line() -> None:
    text = render.data(kept(2026, "gio-to-hung-vuong", "tinh-quang-ninh"), 2026, "en")
    assert len(text.splitlines()) == 8
    assert json.loads(text) == {
        "format": 1,
        "year": 2026,
        "commemorations": [
            {
                "id": "gio-to-hung-vuong",
                "name": "Ngày Giỗ Tổ Hùng Vương",
                "name_en": "Commemoration of the Hùng Kings",
                "date": "2026-04-26",
                "lunar": {"day": 10, "month": 3, "year": 2026, "year_name": "Bính Ngọ"},
                "first": {"day": 10, "month": 3, "year": None, "lunar": True},
                "years": None,
                "class": "other",
                "kind": "great",
                "scope": "national",
                "of": "",
                "level": None,
                "allows": "hung-kings-local",
                "rule": "Years that are not round: Phú Thọ province offers incense; so do provinces with a temple "
                "of the Hùng Kings.",
                "rule_source": "Decree 145/2013/NĐ-CP, Article 7",
                "source": "Nghị định 145/2013/NĐ-CP, Điều 4 khoản 3",
                "seen": "hethongphapluat.com, toàn văn Điều 4",
                "status": "official",
            },
            {
                "id": "tinh-quang-ninh",
                "name": "Ngày thành lập tỉnh Quảng Ninh",
                "name_en": "Founding of Quảng Ninh province",
                "date": "2026-10-30",
                "lunar": None,
                "first": {"day": 30, "month": 10, "year": 1963, "lunar": False},
                "years": 63,
                "class": "other",
                "kind": "founding",
                "scope": "province",
                "of": "Quảng Ninh",
                "level": None,
                "allows": "no-ceremony",
                "rule": "Founding and traditional days of ministries, sectors and provinces, not in a round year: "
                "publicity, education, emulation, seminars; no ceremony.",
                "rule_source": "Decree 111/2018/NĐ-CP, Article 9 clause 2",
                "source": "Nghị quyết của Quốc hội khóa II, kỳ họp thứ 7, ngày 30/10/1963",
                "seen": "nvsk.vnanet.vn (TTXVN)",
                "status": "official",
            },
        ],
    }


def test_the_calendar_has_whole_days_that_take_nobodys_time() -> None:
    found = entries(render.ics(kept(2026, *THREE), 2026, "vi"))
    one = found["anniversaries.giai-phong-thu-do.2026@runbook.invalid"]
    assert {key: str(one[key]) for key in ("SUMMARY", "TRANSP", "STATUS", "SEQUENCE", "CATEGORIES") if key in one} | {
        "CATEGORIES": one["CATEGORIES"].to_ical().decode()
    } == {
        "SUMMARY": "72 năm Ngày Giải phóng Thủ đô",
        "TRANSP": "TRANSPARENT",
        "STATUS": "CONFIRMED",
        "SEQUENCE": "0",
        "CATEGORIES": "năm khác",
    }
    assert (one.decoded("DTSTART"), one.decoded("DTEND")) == (date(2026, 10, 10), date(2026, 10, 11))
    assert str(one["DESCRIPTION"]).split("\n") == [
        "10/10/1954 - 10/10/2026",
        "Loại năm: năm khác.",
        "Không thuộc bảy ngày lễ lớn: tổ chức thế nào do cấp có thẩm quyền quyết định.",
        "Căn cứ: Kế hoạch 324/KH-UBND ngày 08/11/2024 của UBND thành phố Hà Nội; theo thông lệ, chưa đối chiếu văn "
        "bản.",
    ]
    lunar = found["anniversaries.gio-to-hung-vuong.2026@runbook.invalid"]
    assert str(lunar["DESCRIPTION"]).startswith(
        "Âm lịch: 10/3 Bính Ngọ.\nLoại năm: năm khác.\nNăm lẻ 5, năm khác: tỉnh Phú"
    )


def test_an_entry_keeps_its_identity_whatever_the_list_and_the_language() -> None:
    whole = entries(render.ics(commemorations(SHIPPED, 2026), 2026, "vi"))
    assert entries(render.ics(commemorations(reversed(SHIPPED), 2026), 2026, "en")).keys() == whole.keys()
    years = [entries(render.ics(commemorations(SHIPPED, year), year, "vi")).keys() for year in range(2024, 2030)]
    assert len(set().union(*years)) == sum(map(len, years))
    assert render.ics(commemorations(SHIPPED, 2026), 2026, "vi") == render.ics(
        commemorations(SHIPPED, 2026), 2026, "vi"
    )


@pytest.mark.parametrize("columns", [60, 80, 132])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_line_is_wider_than_the_terminal(language: str, columns: int) -> None:
    shown = done(run("anniversaries", "2026", language=language, columns=columns)).stdout
    assert [line for line in shown.splitlines() if columns_of(line) > columns] == []


# The command.


@pytest.fixture
def mine(tmp_path: Path) -> str:
    path = tmp_path / "rieng.yaml"
    path.write_text(dedent(MINE), encoding="utf-8")
    return str(path)


def test_a_list_of_ones_own_is_added(mine: str) -> None:
    found = json.loads(done(run("anniversaries", "2025", "--class", "round", "--list", mine, "--json")).stdout)
    added = [one for one in found["commemorations"] if one["id"] == "so-y-te"]
    assert [(one["date"], one["years"], one["allows"], one["status"]) for one in added] == [
        ("2025-08-05", 70, "ceremony", "official")
    ]
    assert {one["class"] for one in found["commemorations"]} == {"round"}


def test_an_entry_of_ones_own_list_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    path = tmp_path / "rieng.yaml"
    entry = "{name: Ngày 10/10, first: 10/10/1954, kind: event, scope: province}"
    path.write_text(f"anniversaries:\n  giai-phong-thu-do: {entry}\n", encoding="utf-8")
    assert [one.name for one in listed(path).anniversaries if one.first == First(10, 10, 1954)] == ["Ngày 10/10"]
    assert len(listed(path).anniversaries) == len(SHIPPED)


def test_both_calendars_of_words_are_read_in_vietnamese(mine: str) -> None:
    assert own(MINE) == (
        Anniversary(
            "so-y-te",
            "Ngày thành lập Sở Y tế",
            First(5, 8, 1955),
            Kind.FOUNDING,
            Scope.SECTOR,
            source="Quyết định 12/QĐ-UBND",
            status=Status.OFFICIAL,
        ),
        Anniversary(
            "ong-tao",
            "Lễ đưa ông Táo",
            First(23, 12, 2000, lunar=True),
            Kind.EVENT,
            Scope.ORGANISATION,
            "Kitchen Gods' Day",
        ),
    )


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("first", "31/2/1954", "no-such-day"),
        ("first", "1954", "bad-first"),
        ("first", "31/1", "no-such-day"),
        ("calendar", "trung quốc", "bad-calendar"),
        ("kind", "lễ hội", "bad-kind"),
        ("scope", "xã", "bad-scope"),
        ("status", "chắc", "bad-status"),
        ("levels", "national 2024", "bad-level"),
        ("levels", "2024 xã", "bad-level"),
        ("class_by", "trăng", "bad-class-by"),
        ("note", "gì đó", "unknown-key"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_mistake_in_a_list_is_told_at_its_place(
    key: str, value: str, code: str, language: str, tmp_path: Path
) -> None:
    rows = {"name": "Lễ", "first": "5/8/1955", "kind": "event", "scope": "sector", key: value}
    if value == "31/1":
        rows["calendar"] = "lunar"
    path = tmp_path / "rieng.yaml"
    body = "".join(f"    {name}: {text}\n" for name, text in rows.items())
    path.write_text(f"anniversaries:\n  le:\n{body}", encoding="utf-8")
    told = run("anniversaries", "2026", "--list", str(path), language=language)
    assert (told.exit_code, told.stdout) == (1, "")
    assert re.findall(r"rieng.yaml:(\d+):\d+: .*\[([a-z-]+)\]", told.stderr) == [(str(3 + list(rows).index(key)), code)]
    assert "{" not in told.stderr


def test_a_list_must_be_one(tmp_path: Path) -> None:
    path = tmp_path / "rieng.yaml"
    for text, code in (("", "empty-file"), ("ngay: {}\n", "unknown-key"), ("- một\n", "not-a-mapping")):
        path.write_text(text, encoding="utf-8")
        told = run("anniversaries", "2026", "--list", str(path))
        assert (told.exit_code, f"[{code}]" in told.stderr) == (1, True), told.stderr
    path.write_bytes(b"anniversaries: \xff")
    assert "[not-utf8]" in run("anniversaries", "2026", "--list", str(path)).stderr
    assert run("anniversaries", "2026", "--list", str(tmp_path / "khong-co")).exit_code == 1


@pytest.mark.parametrize("year", ["1975", "2101", "nay", "-2026", "²026", "2026.0", "9" * 5000])
def test_a_year_is_one_of_those_the_calendar_knows(year: str) -> None:
    told = run("anniversaries", "--", year)
    assert told.exit_code == 2
    assert "không phải là một năm từ 1976 đến 2100" in told.stderr


def test_the_calendar_is_written_and_not_over_another_file(tmp_path: Path, mine: str) -> None:
    path = tmp_path / "2026.ics"
    for _ in range(2):
        assert (
            done(run("anniversaries", "2026", "--class", "five", "--output", str(path))).stdout == f"Đã viết {path}\n"
        )
    held = path.read_bytes()
    assert held == done(run("anniversaries", "2026", "--class", "five", "--output", "-")).stdout_bytes
    assert {one["CATEGORIES"].to_ical().decode() for one in entries(held).values()} == {"năm lẻ 5"}
    assert run("anniversaries", "2026", "--output", mine).exit_code == 1
    assert run("anniversaries", "2026", "--list", mine, "--output", mine).exit_code == 1
    assert Path(mine).read_text(encoding="utf-8") == dedent(MINE)


def test_nothing_of_a_class_is_said_and_still_a_calendar() -> None:
    assert render.text(report.calendar((), 2026, "Bính Ngọ", "en"), Screen(80), "en") == (
        "COMMEMORATIONS OF 2026 (Bính Ngọ)\n\nThere is none of this class.\n"
    )
    assert entries(render.ics((), 2026, "en")) == {}
