"""The format of what is said once about the whole occasion."""

from __future__ import annotations

from runbook import grammars as g
from runbook.format.fields import Field, Section, Shape

PLAN = Section(
    "plan",
    "Kế hoạch đã ký mà buổi lễ căn cứ vào.",
    "The signed plan that the ceremony comes from.",
    (
        Field("number", g.LINE, "số, ký hiệu", "number and symbol", "324/KH-UBND"),
        Field("date", g.DATE, "ngày ký", "day of signing", "08/11/2024"),
        Field("issuer", g.LINE, "cơ quan ban hành", "who issued it", "UBND thành phố Hà Nội"),
        Field("signer", g.LINE, "người ký", "who signed it", "Chủ tịch UBND thành phố"),
        Field("title", g.LINE, "trích yếu", "its title", "Kế hoạch tổ chức Hội nghị tổng kết"),
    ),
)
DATE = Section(
    "date",
    "Ngày tổ chức: khoảng thời gian có thể, và những gì đã chốt.",
    "The days on which it can be held, and what was decided among them.",
    (
        Field("window", g.WINDOW, "khoảng thời gian", "the possible days", "18/11/2024..25/11/2024"),
        Field("part", g.PART_OF_DAY, "buổi", "part of the day", "morning"),
        Field("days", g.WEEKDAYS, "các thứ nên tổ chức", "the weekdays wanted", "Mon-Fri", shape=Shape.MANY),
        Field("chosen", g.DATE, "ngày đã chốt (ngày N)", "the day chosen (day N)", "22/11/2024"),
        Field("reserve", g.DATE, "ngày dự phòng", "the reserve day", "25/11/2024"),
    ),
)
VENUE = Section(
    "venue",
    "Địa điểm.",
    "The place.",
    (
        Field("name", g.LINE, "tên địa điểm", "name", "Hội trường UBND Thành phố"),
        Field("address", g.LINE, "địa chỉ", "address", '"12 Lê Lai, Hoàn Kiếm, Hà Nội"'),
    ),
)
PEAK = Section(
    "peak",
    "Một cao điểm của đợt; viết gọn được bằng khoảng thời gian.",
    "One peak of a campaign; its window alone will do.",
    (
        Field("title", g.LINE, "tên cao điểm", "its title", "Cao điểm chào mừng Quốc khánh"),
        Field("window", g.WINDOW, "từ ngày..đến ngày", "its window", "01/09/2024..31/10/2024", required=True),
    ),
)
CAMPAIGN = Section(
    "campaign",
    "Một đợt nhiều tuần, nhiều tháng, thay cho buổi lễ: không có `date`, `hours`, `day`, `programme`. Ngày N là ngày "
    "đầu của cao điểm sớm nhất, không có cao điểm thì là ngày đầu của đợt; `opening` là đầu ngày N, `closing` là hết "
    "ngày cuối của đợt. Việc ở `tasks` phải xong trước ngày N, việc ở `during` làm trong đợt, ở `after` làm sau đợt.",
    "Weeks or months in place of a sitting: there is no `date`, `hours`, `day`, `programme`. Day N is the first day of "
    "the earliest peak, else of the span; `opening` is the beginning of day N, `closing` the end of the span's last "
    "day. What stands in `tasks` must be ready before day N; `during` is done within the campaign, `after` behind it.",
    (
        Field("span", g.SPAN, "toàn đợt, từ ngày..đến ngày", "its whole span", "01/01/2024..31/12/2024", required=True),
        Field(
            "peaks",
            PEAK,
            "các cao điểm, theo mã",
            "its peaks by id",
            "{cao-diem: 01/09/2024..31/10/2024}",
            shape=Shape.ROWS,
            short=g.WINDOW,
        ),
        Field("theme", g.LINE, "chủ đề", "its theme", "Thành phố vì hòa bình"),
    ),
)
OCCASION = Section(
    "occasion",
    "Một ngày kỷ niệm. Số năm tính từ `first` đến `day`; chỉ ghi `years` khi chưa rõ một trong hai ngày.",
    "One anniversary. The number of years is counted from `first` to `day`; `years` is for where one is not known.",
    (
        Field("name", g.LINE, "tên ngày kỷ niệm", "what is commemorated", "Ngày Giải phóng Thủ đô", required=True),
        Field("first", g.PAST_DAY, "ngày gốc", "the day it goes back to", "10/10/1954"),
        Field("day", g.DATE, "ngày kỷ niệm năm nay", "this year's day", "10/10/2024"),
        Field("years", g.YEARS, "số năm", "how many years", "70"),
    ),
)
