"""What the options do and how the arguments are called, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "opt.help": ("Xem cách dùng.", "Show this help."),
    "opt.version": ("Xem phiên bản.", "Show the version."),
    "opt.lang": (
        "Ngôn ngữ: vi hoặc en (mặc định theo RUNBOOK_LANG, rồi theo máy).",
        "Language: vi or en (default: RUNBOOK_LANG, then the system).",
    ),
    "opt.set": (
        "Thử một thay đổi, ví dụ E4.work=2d; dùng được nhiều lần.",
        "Try a change, such as E4.work=2d; may be repeated.",
    ),
    "opt.now": (
        "Tính tại thời điểm này: 12/11/2024, “12/11/2024 14:00”, now, today.",
        "Plan as of this moment: 12/11/2024, “12/11/2024 14:00”, now, today.",
    ),
    "opt.day": ("Lấy ngày này làm ngày N.", "Take this day as day N."),
    "opt.agency": ("Chỉ việc của một cơ quan (mã hoặc tên).", "Only one agency's tasks (id or name)."),
    "opt.by": ("Xếp nhóm theo cơ quan, ngày hoặc giai đoạn.", "Group by agency, day or phase."),
    "opt.json": ("In dữ liệu JSON cho chương trình khác.", "Print JSON for other programs."),
    "opt.date": (
        "Ngày của phiếu: 21/11/2024, N, N-1 (mặc định N).",
        "Day of the sheet: 21/11/2024, N, N-1 (default N).",
    ),
    "opt.output": (
        "Tệp hoặc thư mục viết kết quả (với ics, - là màn hình).",
        "The file or folder to write (for ics, - is the screen).",
    ),
    "opt.message": ("Phát hành vì sao (bắt buộc).", "Why it is issued (required)."),
    "opt.at": (
        "Thời điểm phát hành (mặc định: bây giờ).",
        "The instant of issue (default: now).",
    ),
    "opt.key": (
        "Khóa để lệnh gửi lại không thành hai lần.",
        "A key by which a repeated command happens once.",
    ),
    "opt.store": (
        "Sổ phát hành: tệp, thư mục hoặc postgresql://… (mặc định: runbook.sqlite cạnh tệp).",
        "The store: a file, a folder or postgresql://… (default: runbook.sqlite beside the file).",
    ),
    "opt.since": ("Kể từ bản phát hành số này.", "Since this release."),
    "opt.to": ("Ngày tổ chức mới.", "The new day of the ceremony."),
    "opt.what": (
        "Tài liệu nào, ví dụ sheet, show, timeline, tasks.",
        "Which document, such as sheet, show, timeline, tasks.",
    ),
    "opt.todos": ("Danh sách việc phải làm thay cho lịch.", "The to-do list instead of the calendar."),
    "opt.only": (
        "Chỉ viết những phần này: pages (trang), calendars (lịch), data (dữ liệu), paper (PDF), office (Word, Excel), "
        "pictures (hình vẽ); mặc định tất cả.",
        "Only these: pages, calendars, data, paper (PDF), office (Word, Excel), pictures; without it, all.",
    ),
    "opt.feeds": (
        "Chỉ viết lịch của từng đơn vị cho máy chủ web; tệp không đổi thì giữ nguyên.",
        "Write only each agency's calendar for a web server; unchanged files are left as they are.",
    ),
    "opt.url": ("Địa chỉ web của thư mục lịch.", "The web address of the folder of feeds."),
    "opt.source": ("In tệp kế hoạch lúc phát hành.", "Print the ceremony file as it was released."),
    "opt.from": ("Lấy ví dụ này làm mẫu.", "Start from this example."),
    "opt.campaign": ("Mẫu của một đợt nhiều tuần, nhiều tháng.", "The starter of a campaign of weeks or months."),
    "opt.list": ("Liệt kê các ví dụ.", "List the examples."),
    "opt.schema": (
        "In JSON Schema, để phần mềm soạn thảo gợi ý và kiểm tra.",
        "Print the JSON Schema, for editors to suggest and check.",
    ),
    "arg.word": ("TỆP_HOẶC_MÃ", "FILE_OR_ID"),
    "arg.output": ("TỆP_KẾT_QUẢ", "OUTPUT"),
    "arg.target": ("TỆP_SAO", "TARGET"),
    "arg.backup": ("TỆP_SAO", "BACKUP"),
    "arg.old": ("BẢN_CŨ", "OLD"),
    "arg.new": ("BẢN_MỚI", "NEW"),
    "arg.number": ("SỐ_BẢN", "N"),
    "arg.file": ("TỆP", "FILE"),
    "arg.task": ("MÃ_VIỆC", "TASK"),
    "arg.shell": ("VỎ_LỆNH", "SHELL"),
}
