"""The format of tasks in all their forms: task, approval chain, step, programme item."""

from __future__ import annotations

from runbook import grammars as g
from runbook.format.fields import Field, Section, Shape, many

_TITLE = Field("title", g.LINE, "tên việc", "what is done", "Ký quyết định khen thưởng", required=True)
_PHASE = Field("phase", g.REFERENCE, "nhóm việc, khai ở `phases`", "its phase, from `phases`", "khen-thuong")
_LEAD = Field("lead", g.REFERENCE, "cơ quan chủ trì (chỉ một)", "the agency that answers for it (exactly one)", "ubnd")
_SUPPORT = many("support", g.REFERENCE, "cơ quan phối hợp", "agencies that work alongside", "[so-noi-vu, so-vhtt]")
_DURATIONS = (
    Field("work", g.DURATION, "thời lượng theo giờ làm việc", "duration in working time", "1d"),
    Field(
        "elapsed", g.DURATION, "thời lượng theo đồng hồ, tính cả đêm và ngày nghỉ", "duration on the wall clock", "36h"
    ),
    Field("length", g.DURATION, "thời lượng theo đồng hồ, trong ngày", "duration on the wall clock, on the day", "30m"),
)
_RANGE = Field(
    "range",
    g.RANGE,
    "nhanh nhất..chậm nhất, có thời lượng ở giữa",
    "at best..at worst, with the duration between them",
    "1d..3d",
)
_USES = many(
    "uses",
    g.USE,
    "nguồn lực phải dùng khi làm, khai ở `resources`",
    "what it holds while it is worked on, from `resources`",
    "[hoi-truong, 2 doi-quay]",
)
_AFTER = many("after", g.LINK, "việc phải xong trước", "what it waits for", "[E3, B2 FS+2h]")
_AT = Field("at", g.INSTANT, "giờ bắt đầu cố định", "fixed start", "opening-2h45m")
_NOT_BEFORE = Field("not_before", g.MOMENT, "không bắt đầu trước", "starts no earlier than", "12/11/2024")
_FINISH = Field("finish", g.DEADLINE, "thời hạn", "deadline", "before 15/11/2024")
_PLACE = Field("place", g.PLACING, "`late`: xếp muộn nhất có thể", "`late`: planned as late as can be", "late")
_WORKTIME = Field("worktime", g.REFERENCE, "lịch làm việc của việc này", "the working calendar of this task", "always")
_EACH = Field(
    "each",
    g.REFERENCE,
    "nhóm mà mỗi thành viên nộp một phần",
    "the group of which each member hands in one",
    "cac-quan-huyen",
)
_LOCATION = Field("location", g.LINE, "nơi làm", "where", "Sảnh tầng 1")
_TEXTS = (
    many("ref", g.LINE, "mục trong kế hoạch", "where the plan says it", "[VII.6]"),
    many("assumed", g.ASSUMED, "giá trị do người lập giả định", "values that the plan does not give", "[work S4]"),
    _LOCATION,
    Field("note", g.PROSE, "ghi chú", "note", "Mang theo con dấu"),
    Field("trouble", g.PROSE, "xử lý khi trục trặc", "what to do when it goes wrong", "Chuyển sang loa dự phòng"),
    Field("recurs", g.LINE, "việc lặp lại thế nào", "how it recurs", "hằng tuần"),
)
_STAGING = (
    Field(
        "performer",
        g.LINE,
        "người thực hiện: họ tên, chức vụ",
        "who is on: name and post",
        "Giám đốc Sở Văn hóa và Thể thao",
    ),
    Field(
        "stage",
        g.PROSE,
        "sân khấu: ai đứng đâu, lên xuống thế nào",
        "the stage: who stands where, who comes up and goes off",
        "Lễ tân mời lên bục trái",
    ),
    Field(
        "words",
        g.PROSE,
        "lời dẫn: toàn văn lời người dẫn chương trình",
        "what the presenter says, in full",
        "Kính mời đại biểu đứng dậy làm lễ chào cờ.",
    ),
    Field("screen", g.PROSE, "màn hình LED", "the screen", "Hình nền hội nghị"),
    Field("sound", g.PROSE, "âm thanh", "sound", "Micro bục; nhạc nền tắt dần"),
    Field("light", g.PROSE, "ánh sáng", "light", "Đèn toàn phần"),
)
_TASK_FIELDS = (
    *(_TITLE, _PHASE, _LEAD, _SUPPORT, *_DURATIONS, _RANGE, _AFTER, _AT, _NOT_BEFORE, _FINISH, _PLACE),
    *(_WORKTIME, _EACH, _USES),
    *_TEXTS,
)
TASK = Section(
    "task",
    "Một việc. Nhiều nhất một trong `work`, `elapsed`, `length`; không có thì là mốc.",
    "One task. At most one of `work`, `elapsed`, `length`; none makes a milestone.",
    _TASK_FIELDS,
)
DUTY = Section(
    "campaign duty",
    "Một việc trong đợt. Có `over` thì kéo dài cả khoảng ấy; `recurs` là một quy tắc thì mở ra thành từng lần, mỗi lần "
    "dài `work`, `elapsed` hoặc `length`, trong khoảng `over`, không có thì từ `not_before` đến `finish`, không có nữa "
    "thì cả đợt; không có các khóa ấy thì như một việc thường, không bắt đầu trước ngày đầu của đợt và xong trong đợt.",
    "One duty within a campaign. With `over` it lasts that whole window. Where `recurs` is a rule it is opened to its "
    "occurrences, each of the length that `work`, `elapsed` or `length` says, within `over`, else from `not_before` to "
    "`finish`, else within the campaign. Without these it is a task like any other, no earlier than the campaign's "
    "first day and done within it.",
    (
        *_TASK_FIELDS[:-1],
        Field("recurs", g.RECURRENCE, "lặp lại khi nào", "when it comes back", "weekly Mon 08:30"),
        Field("over", g.OVER, "kéo dài cả khoảng này", "it lasts this whole window", "cao-diem"),
    ),
)
STEP = Section(
    "approval step",
    "Một bước trong vòng duyệt: như một việc, thêm `act` và `id`.",
    "One step of an approval chain: a task with `act` and `id` added.",
    (
        Field("act", g.ACT, "bước duyệt", "what is done in this step", "opinion"),
        Field("id", g.ID, "mã; không ghi thì theo thứ tự: C1, C2", "its id; without one its place: C1, C2", "C2"),
        *(
            item if item is not _TITLE else Field("title", g.LINE, item.vi, item.en, item.example)
            for item in _TASK_FIELDS
        ),
    ),
)
CHAIN = Section(
    "approval chain",
    "Một sản phẩm phải qua vòng duyệt, viết một lần và mở thành các bước nối tiếp. `after` và `not_before` thuộc bước "
    "đầu, `finish` thuộc bước cuối; các khóa khác là mặc định của mọi bước. Ghi `id` cho từng bước để lịch đã gửi các "
    "cơ quan theo đúng bước khi chèn thêm hay đổi chỗ: bước không có `id` mang mã theo thứ tự, đổi thứ tự là đổi mã.",
    "One product that goes through approval, written once, expanded to linked steps. `after` and `not_before` belong "
    "to the first step, `finish` to the last; the other keys are defaults for every step. Steps need ids so that the "
    "agencies' calendars can follow them when one is put in or moved: a step without `id` goes by its place.",
    (
        *(_TITLE, _PHASE, _LEAD, _SUPPORT, _AFTER, _NOT_BEFORE, _FINISH, _PLACE, _WORKTIME, _USES, *_TEXTS),
        Field(
            "approval",
            STEP,
            "các bước",
            "the steps",
            "[{id: C1, act: draft, work: 1d}, {id: C2, act: final, work: 1d}]",
            required=True,
            shape=Shape.LIST,
        ),
    ),
)
ITEM = Section(
    "programme item",
    "Một mục của chương trình, nối tiếp nhau từ giờ khai mạc.",
    "An item of the programme; items follow one another from the opening.",
    (
        Field("id", g.ID, "mã", "its id", "p1", required=True),
        Field("item", g.LINE, "số mục trong kế hoạch", "its number in the plan", "1"),
        *(_TITLE, _LEAD, _SUPPORT, _DURATIONS[2], _RANGE, _USES),
        Field("at", g.STAGE_TIME, "giờ cố định", "fixed clock", "09:00"),
        Field("cue", g.LINE, "hiệu lệnh", "cue", "MC1"),
        *_STAGING,
        *_TEXTS[:-1],
    ),
)
WORK = (TASK, DUTY)  # what stands by id in its part, a chain allowed in its place
