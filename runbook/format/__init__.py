"""The format of a ceremony file, declared once: the reader walks it, schema and documentation are made from it."""

from __future__ import annotations

from runbook import grammars as g
from runbook.format.fields import Field, Section, Shape, many
from runbook.format.occasion import CAMPAIGN, DATE, OCCASION, PEAK, PLAN, VENUE
from runbook.format.resources import RESOURCE, SAVING
from runbook.format.tasks import CHAIN, DUTY, ITEM, STEP, TASK

WORKTIME = Section(
    "worktime",
    "Một lịch làm việc. `office` là lịch mặc định (T2-T6, 08:00-12:00 và 13:30-17:30, nghỉ lễ Việt Nam); `always` là "
    "24 giờ mọi ngày, luôn có sẵn.",
    "A working calendar. `office` is the default one (Monday to Friday, 08:00-12:00 and 13:30-17:30, holidays of "
    "Việt Nam); `always`, 24 hours every day, exists by itself.",
    (
        many("days", g.WEEKDAYS, "các thứ làm việc (mặc định Mon-Fri)", "weekdays worked (default Mon-Fri)", "Mon-Sat"),
        Field(
            "hours",
            g.HOURS,
            "giờ làm việc: một danh sách, hoặc theo từng thứ",
            "working hours: a list, or by weekday",
            "[07:30-11:30, 13:00-17:00]",
            required=True,
            shape=Shape.OTHER,
        ),
        Field(
            "day",
            g.DURATION,
            "`1d` dài bao nhiêu (mặc định: số giờ của thứ làm việc đầu tuần)",
            "what `1d` means",
            "8h",
        ),
        many(
            "holidays",
            g.LINE,
            "ngày nghỉ theo nước (`vietnam`) hoặc tệp .csv; `none` là không nghỉ lễ; mặc định `vietnam`",
            "holidays of a country (`vietnam`) or a .csv file; `none` for no holidays; default `vietnam`",
            "vietnam",
        ),
    ),
)
DAY_OFF = Section(
    "day off",
    "Một ngày khác với lịch chung.",
    "One day that differs from the calendar.",
    (
        Field("day", g.DATE, "ngày", "the day", "21/11/2024", required=True),
        Field("name", g.LINE, "lý do", "why", "Nghỉ bù"),
    ),
)
HOLIDAYS = Section(
    "holidays",
    "Ngày nghỉ, ngày làm bù của riêng đợt này; thắng dữ liệu chung, áp dụng cho mọi lịch trừ `always`.",
    "Days off and days worked of your own; they win over the data and hold for every calendar but `always`.",
    (
        Field("off", DAY_OFF, "ngày nghỉ", "days off", "[21/11/2024]", shape=Shape.LIST, short=g.DATE),
        Field("work", DAY_OFF, "ngày làm bù", "days worked", "[16/11/2024]", shape=Shape.LIST, short=g.DATE),
    ),
)
CONTACT = Section(
    "contact",
    "Đầu mối của cơ quan.",
    "A person to call.",
    (
        Field("name", g.LINE, "họ tên", "name", "Nguyễn Văn A", required=True),
        Field("phone", g.LINE, "điện thoại", "telephone", "024 3825 1234"),
        Field("email", g.EMAIL, "thư điện tử", "e-mail", "nva@example.vn"),
        Field("duty", g.LINE, "nhiệm vụ", "what for", "Đầu mối hậu cần"),
    ),
)
_AGENCY_FIELDS = (
    Field("name", g.LINE, "tên đầy đủ", "full name", "Sở Văn hóa và Thể thao", required=True),
    Field("short", g.LINE, "tên gọn", "short name", "Sở VHTT"),
    Field("standing", g.YES_NO, "cơ quan thường trực", "the standing agency", "yes"),
    Field("requested", g.YES_NO, "đề nghị phối hợp, không giao việc", "asked by request, not by order", "yes"),
    Field("phone", g.LINE, "điện thoại", "telephone", "024 3825 1234"),
    Field("email", g.EMAIL, "thư điện tử", "e-mail", "vanphong@example.vn"),
    Field("worktime", g.REFERENCE, "lịch làm việc riêng", "its own working calendar", "office"),
    Field("capacity", g.COUNT, "chủ trì được mấy việc cùng lúc", "how many tasks it can lead at once", "2"),
    many("aliases", g.LINE, "các tên gọi khác", "other names", "[Sở Văn hóa]"),
    Field(
        "contacts", CONTACT, "các đầu mối", "people to call", "[{name: Nguyễn Văn A}]", shape=Shape.LIST, short=g.LINE
    ),
)
MEMBER = Section(
    "member",
    "Thành viên khai ngay trong nhóm; viết gọn được bằng tên.",
    "A member stated inside its group; its name alone will do.",
    _AGENCY_FIELDS,
)
AGENCY = Section(
    "agency",
    "Một cơ quan, đơn vị; viết gọn được bằng tên. Thứ tự trong tệp là thứ tự lễ tân.",
    "An organisation taking part; its name alone will do. The order in the file is protocol.",
    (
        *_AGENCY_FIELDS,
        Field(
            "members",
            MEMBER,
            "thành viên của nhóm: `mã: tên` tạo cơ quan mới, danh sách mã gọi cơ quan đã có",
            "members of the group: `id: name` makes new agencies, a list of ids refers to agencies",
            "{ba-dinh: Quận Ba Đình}",
            shape=Shape.OTHER,
        ),
    ),
)

DECISION = Section(
    "decision",
    "Một điểm phải quyết: lúc nào hoặc khi xảy ra gì, ai chọn, chọn gì.",
    "A decision point: when or on what event, who chooses, and what.",
    (
        Field("when", g.MOMENT, "lúc nào", "when", "18/11/2024 17:00"),
        Field("trigger", g.LINE, "khi xảy ra gì", "on what event", "Chưa có ý kiến thẩm định"),
        many("who", g.REFERENCE, "ai quyết", "who decides", "[so-vhtt, vp-ubnd]"),
        Field("choose", g.PROSE, "chọn gì", "what is chosen", "Rút ngắn phóng sự", required=True),
    ),
)
CEREMONY = Section(
    "ceremony",
    "Các khóa ở tầng ngoài cùng của tệp.",
    "The keys at the top of the file.",
    (
        Field("ceremony", g.ID, "mã của buổi lễ", "id of the ceremony", "hoi-nghi-tong-ket-2024", required=True),
        Field("title", g.LINE, "tên buổi lễ", "its title", "Hội nghị tổng kết", required=True),
        Field("language", g.LANGUAGE, "ngôn ngữ của văn bản in ra", "language of the documents", "vi"),
        Field("zone", g.ZONE, "múi giờ", "time zone", "Asia/Ho_Chi_Minh"),
        Field("plan", PLAN, "kế hoạch đã ký", "the signed plan", "{number: 324/KH-UBND}"),
        many("hosts", g.LINE, "cơ quan tổ chức", "the hosts", "[Thành ủy, UBND thành phố]"),
        Field(
            "occasions",
            OCCASION,
            "các ngày kỷ niệm",
            "what is commemorated",
            "[{name: Ngày Giải phóng Thủ đô, first: 10/10/1954, day: 10/10/2024}]",
            shape=Shape.LIST,
        ),
        Field("date", DATE, "ngày tổ chức", "the day", "22/11/2024", required=True, short=g.DATE, unless="campaign"),
        Field(
            "hours",
            g.HOURS,
            "giờ khai mạc-giờ bế mạc",
            "opening-closing",
            "08:30-10:30",
            required=True,
            unless="campaign",
        ),
        Field(
            "campaign",
            CAMPAIGN,
            "đợt nhiều tuần, nhiều tháng, thay cho `date` và `hours`",
            "weeks or months, in place of `date` and `hours`",
            "{span: 01/01/2024..31/12/2024}",
        ),
        Field(
            "start",
            g.MOMENT,
            "chuẩn bị từ lúc nào; bỏ trống thì chỉ tính lùi",
            "earliest start of preparation",
            "08/11/2024 13:30",
        ),
        Field("venue", VENUE, "địa điểm", "the place", "{name: Hội trường UBND Thành phố}", short=g.LINE),
        Field(
            "worktime",
            WORKTIME,
            "lịch làm việc, theo tên",
            "working calendars by name",
            "{office: {hours: 08:00-17:00}}",
            shape=Shape.ROWS,
        ),
        Field(
            "holidays",
            HOLIDAYS,
            "ngày nghỉ, ngày làm bù riêng",
            "days off and worked of your own",
            "{off: [21/11/2024]}",
        ),
        Field(
            "assumptions",
            g.PROSE,
            "giả định, theo số",
            "assumptions by number",
            "{S4: Thời lượng do người lập ước tính}",
            shape=Shape.ROWS,
        ),
        Field(
            "phases", g.LINE, "nhóm việc, theo thứ tự", "phases in order", "{khoi-dong: Khởi động}", shape=Shape.ROWS
        ),
        Field(
            "agencies",
            AGENCY,
            "các cơ quan, theo mã",
            "agencies by id",
            "{ubnd: UBND thành phố}",
            shape=Shape.ROWS,
            short=g.LINE,
        ),
        Field(
            "resources",
            RESOURCE,
            "người, chỗ, vật dùng chung, theo mã",
            "what is shared, by id",
            "{hoi-truong: Hội trường UBND Thành phố}",
            shape=Shape.ROWS,
            short=g.LINE,
        ),
        Field(
            "tasks",
            TASK,
            "việc chuẩn bị, theo mã",
            "preparation by id",
            "{A1: {title: Họp giao việc, lead: ubnd}}",
            shape=Shape.ROWS,
        ),
        Field(
            "day",
            TASK,
            "việc trong ngày và hôm trước",
            "tasks of the day and the day before",
            "{n1: {title: Mở cửa, lead: ubnd, at: opening-1h}}",
            shape=Shape.ROWS,
        ),
        Field(
            "programme",
            ITEM,
            "chương trình",
            "the programme",
            "[{id: p1, title: Khai mạc, lead: ubnd, length: 5m}]",
            shape=Shape.LIST,
        ),
        Field(
            "savings",
            SAVING,
            "cách rút giờ khi chương trình chậm, theo thứ tự dùng",
            "how time is won back on the day, in the order of use",
            "[{item: p5-3, to: 30m, who: so-vhtt, how: Gộp lượt 5 và 6}]",
            shape=Shape.LIST,
        ),
        Field(
            "during",
            DUTY,
            "việc trong đợt (khi có `campaign`)",
            "duties within a campaign",
            "{T1: {title: Tuyên truyền trên báo, lead: ubnd, over: span}}",
            shape=Shape.ROWS,
        ),
        Field(
            "after",
            TASK,
            "việc sau lễ, sau đợt",
            "duties afterwards",
            "{Q1: {title: Báo cáo kết quả, lead: ubnd, work: 1d}}",
            shape=Shape.ROWS,
        ),
        Field(
            "decisions",
            DECISION,
            "điểm quyết định",
            "decision points",
            "[{trigger: Mưa lớn, who: ubnd, choose: Chuyển vào hội trường}]",
            shape=Shape.LIST,
        ),
    ),
)

SECTIONS = (
    *(CEREMONY, PLAN, OCCASION, DATE, CAMPAIGN, PEAK, VENUE, WORKTIME, HOLIDAYS, DAY_OFF, AGENCY, MEMBER, CONTACT),
    *(RESOURCE, TASK, CHAIN, STEP, ITEM, SAVING, DUTY, DECISION),
)
