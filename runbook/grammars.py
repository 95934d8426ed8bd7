"""The kinds of text a key can hold: how each is read, how it is explained, and its pattern for editors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from runbook import values
from runbook.values import amounts, choices, due, extent


@dataclass(frozen=True)
class Grammar:
    """One kind of text. `pattern` is a looser regular expression for editors; `examples` are all read by the tests."""

    name: str
    read: Callable[[str], Any]
    vi: str
    en: str
    examples: tuple[str, ...]
    pattern: str = ""
    words: tuple[str, ...] = ()


LINE = Grammar("line", values.line, "chữ trên một dòng", "one line of text", ("Hội nghị tổng kết",))
PROSE = Grammar("prose", values.prose, "chữ, có thể nhiều dòng", "text of any number of lines", ("Gọi số dự phòng.",))
ID = Grammar(
    "id",
    values.identifier,
    "mã: chữ cái không dấu, chữ số, `-` `_` `.`",
    "id: ASCII letters, digits, `-` `_` `.`",
    ("E4", "so-vhtt", "hoi-nghi-tong-ket-2024"),
    r"^\s*[A-Za-z0-9][A-Za-z0-9._-]{0,63}\s*$",
)
REFERENCE = Grammar(
    "reference",
    values.line,
    "mã đã khai ở phần khác",
    "an id stated elsewhere in the file",
    ("so-vhtt", "office"),
    ID.pattern,
)
YES_NO = Grammar(
    "yes-no",
    choices.yes_no,
    "`yes` hoặc `no` (có, không)",
    "`yes` or `no`",
    ("yes", "no", "true", "false", "có", "không"),
    words=("yes", "no", "true", "false", "có", "không"),
)
DATE = Grammar(
    "date",
    values.absolute_day,
    "ngày/tháng/năm, hoặc năm-tháng-ngày",
    "day/month/year, or year-month-day",
    ("22/11/2024", "8/11/2024", "2024-11-22"),
    r"^\s*(\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2})\s*$",
)
WINDOW = Grammar(
    "window",
    extent.window,
    "ngày đầu..ngày cuối (tính cả hai), hoặc một ngày",
    "first day..last day (both included), or one day",
    ("18/11/2024..25/11/2024", "22/11/2024"),
    r"^[0-9/-]{8,10}(\s*\.\.\s*[0-9/-]{8,10})?$",
)
SPAN = Grammar(
    "span",
    extent.span,
    "như khoảng thời gian, dài đến mười năm",
    "as a window, of up to ten years",
    ("01/01/2024..31/12/2024", "2024-03-01..2024-05-31"),
    WINDOW.pattern,
)
OVER = Grammar(
    "over",
    extent.over,
    "`span` (toàn đợt), mã của một cao điểm, hoặc ngày đầu..ngày cuối",
    "`span` (the whole campaign), the id of a peak, or first day..last day",
    ("span", "toàn đợt", "cao-diem", "01/09/2024..31/10/2024"),
)
PAST_DAY = Grammar(
    "past day",
    extent.historic_day,
    "ngày của bất cứ năm nào",
    "a day of any year",
    ("10/10/1954", "19/5/1890", "1890-05-19"),
    r"^\s*(\d{1,2}/\d{1,2}/\d{1,4}|\d{4}-\d{2}-\d{2})\s*$",
)
YEARS = Grammar("years", extent.years, "số năm", "a number of years", ("70", "70 năm"), r"^\s*[1-9]")
PART_OF_DAY = Grammar(
    "part of day",
    choices.part_of_day,
    "`morning`, `afternoon`, `evening` (sáng, chiều, tối)",
    "`morning`, `afternoon` or `evening`",
    ("morning", "afternoon", "evening", "sáng", "chiều", "tối"),
    words=("morning", "afternoon", "evening", "sáng", "chiều", "tối"),
)
WEEKDAYS = Grammar(
    "weekdays",
    values.weekdays,
    "thứ trong tuần: một thứ, nhiều thứ hoặc một khoảng",
    "weekdays: one, several or a range",
    ("Mon-Fri", "Sat", "Mon, Wed, Fri", "T2-T6", "T7, CN", "thứ Hai"),
)
HOURS = Grammar(
    "hours",
    values.hours,
    "giờ đầu-giờ cuối; giờ cuối nhỏ hơn giờ đầu là sang ngày hôm sau",
    "begin-end; an end before the beginning is on the next day",
    ("08:30-10:30", "08h00-12h00", "22:00-06:00", "00:00-24:00"),
    r"^\s*\d{1,2}(:\d{2}|h\d{0,2})\s*[-–]\s*\d{1,2}(:\d{2}|h\d{0,2})\s*$",
)
MOMENT = Grammar(
    "moment",
    values.moment,
    "ngày kèm giờ, hoặc chỉ ngày; ngày viết như trên hoặc đếm từ ngày lễ: `N`, `N-3` (ngày), `N+2w` (ngày làm việc); "
    "hoặc tính từ `opening` (khai mạc), `closing` (bế mạc)",
    "a day with a clock, or a day alone; a day is a date or counted from the day of the ceremony: `N`, `N-3` (days), "
    "`N+2w` (working days); or counted from `opening` or `closing`",
    ("14/11/2024 09:00", "2024-11-14T09:00", "N-1w 08h30", "N", "N-3", "N+2w", "opening-2h45m", "closing", "8/11/2024"),
    r"^\s*(opening|closing|[Nn]|\d)",
)
INSTANT = Grammar(
    "moment with clock",
    values.instant,
    "như thời điểm, phải có giờ",
    "a moment that says its clock",
    ("14/11/2024 09:00", "N-1w 08:00", "opening-2h45m"),
    MOMENT.pattern,
)
STAGE_TIME = Grammar(
    "stage time",
    values.stage_time,
    "giờ trong ngày lễ, hoặc một thời điểm",
    "a clock on the day of the ceremony, or a moment",
    ("09:00", "opening+30m"),
    MOMENT.pattern,
)
DEADLINE = Grammar(
    "deadline",
    due.deadline,
    "`trước` (`before`: không tính ngày đó) hoặc `chậm nhất`, `đến hết`, `trong ngày` (`by`: tính cả ngày đó), rồi một "
    "thời điểm; sau lời tiếng Việt có thể viết giờ trước ngày",
    "`before` (that day does not count) or `by` (it does), then a moment; in Vietnamese `trước`, or `chậm nhất`, "
    "`đến hết`, `trong ngày`",
    (
        *("before 15/11/2024", "by N-2w", "by 14/11/2024 12:00", "by opening-1h", "trước 15/11/2024"),
        *("chậm nhất 14/11/2024", "đến hết ngày 14/11/2024", "trong ngày 14/11/2024", "trước 17h00 ngày 14/11/2024"),
    ),
    r"^\s*[A-Za-zĐđ]\D*\s\S",
)
DURATION = Grammar(
    "duration",
    values.duration,
    "thời lượng: `w` tuần, `d` ngày, `h` giờ, `m` phút; số lẻ dùng dấu chấm; `0` là mốc",
    "`w` weeks, `d` days, `h` hours, `m` minutes; decimals with a dot; `0` is a milestone",
    ("1d", "0.5d", "2h30m", "90m", "1w", "1d4h", "2h30", "2 ngày", "3 giờ", "30 phút", "1 tuần", "0"),
    r"^\s*\d",
)
RANGE = Grammar(
    "range",
    amounts.spread,
    "hai thời lượng: nhanh nhất..chậm nhất",
    "two durations: at best..at worst",
    ("1d..3d", "20m..35m", "1 ngày..1 tuần"),
    r"^\s*\d.*\.\.\s*\d",
)
COUNT = Grammar("count", amounts.count, "số nguyên từ 1", "a whole number from 1", ("1", "12"), r"^\s*[1-9]\d{0,3}\s*$")
USE = Grammar(
    "use",
    amounts.use,
    "mã nguồn lực; cần nhiều hơn một thì ghi số lượng ở trước",
    "the id of a resource, before it how many where that is more than one",
    ("hoi-truong", "2 doi-quay"),
    r"^\s*([1-9]\d{0,3}\s+)?[A-Za-z0-9]",
)
LINK = Grammar(
    "link",
    values.link,
    "mã việc đứng trước; có thể thêm quan hệ FS, SS, FF, SF và độ trễ; `work` tính độ trễ theo giờ làm việc",
    "the id of the task before; optionally FS, SS, FF or SF and a lag; `work` counts the lag in working time",
    ("E3", "E3 SS", "E3 FS+2h", "E3 FF-1d", "E3+4h", "E3 FS+1d work"),
    r"^\s*[A-Za-z0-9]",
)
RECURRENCE = Grammar(
    "recurrence",
    values.line,
    "quy tắc lặp lại, giờ viết ở cuối nếu có; ngày nghỉ thì lùi về ngày làm việc liền trước, ngày ấy đã "
    "có lần khác thì sang ngày làm việc liền sau; `quarterly 25` là ngày 25 tháng cuối quý; lời khác "
    "(`khi phát sinh`, `thường xuyên`) giữ nguyên là lời",
    "a rule, its clock at the end if there is one; a day off moves back to the working day before, or where that is "
    "taken by another time of it to the one after; `quarterly 25` is the 25th of the last month of the quarter; "
    "other words (`khi phát sinh`, `thường xuyên`) stay words",
    (
        *(
            "weekly Mon",
            "weekly Mon, Thu 08:30",
            "every 2 weeks Mon",
            "monthly 20",
            "monthly last",
            "every 2 months 15",
        ),
        *("quarterly 25", "yearly 10/10", "hằng tuần thứ Hai lúc 8h30", "2 tuần/lần thứ Hai", "hằng tháng ngày 20"),
        *("ngày 25 hằng tháng", "hằng quý ngày cuối", "hằng năm ngày 10/10", "khi phát sinh"),
    ),
)
PLACING = Grammar("placing", choices.placing, "`late`: xếp muộn nhất", "`late`: as late as can be", ("late", "early"))
ACT = Grammar(
    "act",
    choices.act,
    "`draft` dự thảo, `opinion` xin ý kiến, `revise` tiếp thu hoàn thiện, `final` phê duyệt",
    "`draft`, `opinion`, `revise` or `final`",
    ("draft", "opinion", "revise", "final"),
    words=("draft", "opinion", "revise", "final"),
)
EMAIL = Grammar("e-mail", choices.email, "địa chỉ thư điện tử", "an e-mail address", ("vanphong@example.vn",), r"@")
LANGUAGE = Grammar("language", choices.language, "`vi` hoặc `en`", "`vi` or `en`", ("vi", "en"), words=("vi", "en"))
ZONE = Grammar("zone", choices.zone, "tên múi giờ", "the name of a time zone", ("Asia/Ho_Chi_Minh", "UTC"))
ASSUMED = Grammar(
    "assumed",
    choices.assumed,
    "khóa có giá trị giả định và số của giả định",
    "the key whose value is assumed, and the number of the assumption",
    ("work S4", "lead"),
    r"^\s*[a-z_]+(\s+\S+)?\s*$",
)

ALL = (
    *(LINE, PROSE, ID, REFERENCE, YES_NO, DATE, WINDOW, PART_OF_DAY, WEEKDAYS, HOURS, MOMENT, INSTANT, STAGE_TIME),
    *(
        SPAN,
        OVER,
        PAST_DAY,
        YEARS,
        DEADLINE,
        DURATION,
        RANGE,
        COUNT,
        USE,
        LINK,
        RECURRENCE,
        PLACING,
        ACT,
        EMAIL,
        LANGUAGE,
        ZONE,
        ASSUMED,
    ),
)
