"""Sentences on what was read of a plan document, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "drafted.heading": ("ĐÃ ĐỌC {file}", "READ FROM {file}"),
    "drafted.of_document": ("Văn bản", "Document"),
    "drafted.of_title": ("Trích yếu", "Subject"),
    "drafted.of_occasions": ("Kỷ niệm", "Commemorates"),
    "drafted.of_sitting": ("Sự kiện", "Event"),
    "drafted.of_campaign": ("Đợt", "Campaign"),
    "drafted.of_days": ("Ngày", "Days"),
    "drafted.of_hours": ("Giờ", "Hours"),
    "drafted.of_venue": ("Địa điểm", "Place"),
    "drafted.of_programme": ("Chương trình", "Programme"),
    "drafted.of_agencies": ("Cơ quan", "Agencies"),
    "drafted.of_tasks": ("Việc", "Tasks"),
    "drafted.of_deadlines": ("Thời hạn", "Deadlines"),
    "drafted.peak": ("cao điểm", "peak"),
    "drafted.items": ("{count} mục", "items: {count}"),
    "drafted.agency_count": (
        "{count}; {own} cơ quan có phần riêng, trong đó đề nghị {requested}",
        "{count}; with a section of their own: {own}, of them asked, not told: {requested}",
    ),
    "drafted.task_count": ("{count}, từ {duties} điều giao việc", "{count}, from {duties} duties of the plan"),
    "drafted.deadline_count": ("{count}: {words}", "{count}: {words}"),
    "drafted.closing": ("Đoạn kết", "Closing"),
    "drafted.line": (
        "Các đoạn giao việc: {count}; {carried} đoạn có việc, {general} điều khoản chung, {open} chưa có việc.",
        "What the plan shares out: paragraphs {count}; carried by tasks {carried}, general clauses {general}, "
        "not carried {open}.",
    ),
    "drafted.questions": ("CẦN HỎI ({count})", "TO BE ASKED ({count})"),
    "drafted.no_questions": ("Không có gì phải hỏi.", "There is nothing to ask."),
    "drafted.done": ("Đã ghi {path}; xem lại bằng:", "Written to {path}; look at it with:"),
    "drafted.review": ("Trang đối chiếu: {path}", "Page to compare on: {path}"),
    "drafted.by_section": ("{tasks} (dẫn cả mục)", "{tasks} (citing the whole item)"),
    "drafted.by_words": ("{tasks} (theo lời, không dẫn mục)", "{tasks} (by its words, not cited)"),
    "drafted.by_general": ("điều khoản chung", "general clause"),
    "drafted.by_nothing": ("CHƯA CÓ VIỆC", "NOT CARRIED"),
    "drafted.col_ref": ("Mục", "Place"),
    "drafted.col_words": ("Kế hoạch viết", "The plan says"),
    "drafted.col_tasks": ("Việc", "Tasks"),
    "drafted.unknown_heading": ("DẪN MỤC KHÔNG CÓ TRONG KẾ HOẠCH", "PLACES THAT THE PLAN DOES NOT HAVE"),
    "drafted.unknown": ("Việc {task} dẫn {ref}.", "Task {task} cites {ref}."),
    "drafted.differs_heading": ("KHÁC LỜI KẾ HOẠCH", "OTHER THAN THE PLAN SAYS"),
    "drafted.differs_lead": (
        "{ref}: Kế hoạch giao {agencies} chủ trì; {tasks} ghi cơ quan khác.",
        "{ref}: by the plan {agencies} leads; {tasks} name another.",
    ),
    "drafted.differs_deadline": (
        "{ref}: Kế hoạch đặt hạn “{words}”; {tasks} không có hạn ấy.",
        "{ref}: the plan sets “{words}”; {tasks} have no such deadline.",
    ),
    "drafted.differs_unsaid": (
        "{ref}: {tasks} có hạn mà Kế hoạch không đặt; nếu là giả định thì ghi finish vào assumed.",
        "{ref}: {tasks} have a deadline that the plan does not set; put finish under assumed if it is assumed.",
    ),
    "drafted.left_heading": (
        "LỜI KHÔNG GIAO VIỆC HOẶC CHƯA ĐỌC ĐƯỢC",
        "WORDS THAT SHARE OUT NOTHING, OR WERE NOT READ",
    ),
    "drafted.whole": ("Tệp khớp với Kế hoạch.", "The file agrees with the plan."),
    "refused.plan-unread": ("{path}: {reason}", "{path}: {reason}"),
    "refused.durations": ("{path}: {reason}", "{path}: {reason}"),
    "draft.read.not-a-plan": (
        "Văn bản không phải là kế hoạch: không thấy phần phân công cho các cơ quan nên không lập được việc nào.",
        "The document is not a plan: no part of it shares out work among agencies, so no task can be made of it.",
    ),
    "draft.read.kind": (
        "Văn bản là “{kind}”, không phải kế hoạch phân công việc cho các cơ quan.",
        "The document is a “{kind}”, not a plan that shares out work among agencies.",
    ),
    "draft.table.head": ("Dòng đầu phải là: {columns}", "The first line must be: {columns}"),
    "draft.table.cells": ("Dòng {line} không đủ {columns} cột.", "Line {line} has not {columns} columns."),
    "draft.table.kind": (
        "Dòng {line}: không có loại việc “{kind}”.",
        "Line {line}: there is no kind of work “{kind}”.",
    ),
    "draft.table.work": ("Dòng {line}: “{text}” không phải là thời lượng.", "Line {line}: “{text}” is no duration."),
    "draft.table.kind-missing": (
        "Loại việc “{kind}” chưa có dòng nào bỏ trống cột words.",
        "The kind of work “{kind}” has no line whose words are empty.",
    ),
    "cmd.draft": (
        "Đọc kế hoạch đã ký (.docx, .pdf, .txt) thành tệp buổi lễ để sửa tiếp, mỗi việc dẫn mục và lời của Kế hoạch.",
        "Read a signed plan (.docx, .pdf, .txt) into a ceremony file to correct, each task with its place in the plan.",
    ),
    "cmd.coverage": (
        "Đối chiếu một tệp buổi lễ với kế hoạch đã ký: mục nào đã có việc, mục nào chưa, chỗ nào khác.",
        "Hold a ceremony file against its signed plan: what is carried, what is not, what differs.",
    ),
    "opt.review": (
        "Ghi trang HTML đặt văn bản cạnh những gì đã đọc.",
        "Write an HTML page with the document beside what was read of it.",
    ),
    "opt.durations": ("Bảng thời lượng dự thảo của riêng mình (.csv).", "Your own table of draft durations (.csv)."),
    "opt.plan": ("Kế hoạch đã ký (.docx, .pdf, .txt).", "The signed plan (.docx, .pdf, .txt)."),
    "arg.document": ("KẾ_HOẠCH", "PLAN"),
}
