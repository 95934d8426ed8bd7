"""Sentences of the phone page, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "phone.name": ("Sổ tay điều hành", "Runbook"),
    "phone.parts": ("Các phần của trang", "Parts of the page"),
    "phone.choose": ("Chọn việc để xem", "Choose what to show"),
    "phone.own": ("Đơn vị của tôi", "My agency"),
    "phone.any_agency": ("Tất cả đơn vị", "All agencies"),
    "phone.day": ("Ngày", "Day"),
    "phone.any_day": ("Tất cả các ngày", "All days"),
    "phone.find": (
        "Tìm tên việc ở mọi ngày (gõ không dấu cũng được)",
        "Find a task by its title, on any day (accents may be left out)",
    ),
    "phone.shown": ("Đang hiện # trong # việc.", "# of # tasks shown."),
    "phone.whole": ("Xem tất cả các ngày", "Show all days"),
    "phone.nav_tasks": ("Việc", "Tasks"),
    "phone.nav_show": ("Chương trình", "Programme"),
    "phone.nav_decisions": ("Quyết định", "Decisions"),
    "phone.nav_people": ("Liên hệ", "Contacts"),
    "phone.tasks": ("Việc theo ngày", "Tasks by day"),
    "phone.by_agency": ("Phần việc của từng đơn vị", "Each agency's part"),
    "phone.counted": ("{count} việc", "tasks: {count}"),
    "phone.goes_on": ("đang làm tiếp", "goes on"),
    "phone.supports": ("Phối hợp:", "Supports:"),
    "phone.group": ("Việc giao chung cho {group}", "Charged to {group} as a group"),
    "phone.time": ("Thời gian", "Time"),
    "phone.deadline": ("Thời hạn", "Deadline"),
    "phone.support": ("Phối hợp", "Support"),
    "phone.receipts": ("Cùng thực hiện", "Handed in by each"),
    "phone.waits": ("Phải chờ", "Waits for"),
    "phone.awaited": ("Bên chờ", "Waited for by"),
    "phone.starts": ("bắt đầu {time}", "starts {time}"),
    "phone.ends": ("xong {time}", "finishes {time}"),
    "phone.refs": ("Căn cứ", "Basis"),
    "phone.clause": ("mục {refs} của Kế hoạch", "section {refs} of the plan"),
    "phone.cue": ("Hiệu lệnh", "Cue"),
    "phone.staging": ("Lời dẫn, kỹ thuật", "Words, technical"),
    "phone.words": ("Lời dẫn", "Words"),
    "phone.trouble": ("Khi trục trặc", "If something goes wrong"),
    "phone.note": ("Ghi chú", "Note"),
    "phone.done": ("Đã làm", "Done"),
    "phone.about": ("Về trang này", "About this page"),
    "phone.offline": (
        "Trang này mở được khi không có mạng: mọi thứ đã ở trong tệp, không tải về và không gửi đi gì.",
        "This page opens without a network: everything is in the file, nothing is loaded and nothing is sent.",
    ),
    "phone.link": (
        "Khi chọn đơn vị, địa chỉ của trang có thêm mã đơn vị (ví dụ #{agency}); mở lại bằng địa chỉ ấy là thấy ngay"
        " phần việc của đơn vị.",
        "Once an agency is chosen, the page's address ends in its id (as in #{agency}); opened by that address, the"
        " page shows that agency's part at once.",
    ),
    "phone.ticks": (
        "Dấu “đã làm” để tự theo dõi, chỉ nằm trong địa chỉ của trang đang mở: không ai khác thấy, trừ khi được gửi địa"
        " chỉ ấy; đóng trang mà không lưu địa chỉ là mất dấu.",
        "Ticks are for oneself and stand only in the address of the open page: nobody sees them who is not sent that"
        " address, and they are gone when the page is closed and the address not kept.",
    ),
    "phone.stale": (
        "Đây là bản chụp lúc lập trang; kế hoạch thay đổi thì phải nhận tệp mới.",
        "This is the plan as it was when the page was made; after a change, ask for a new file.",
    ),
}
