"""What does not fit in calendars and days, by code: (Vietnamese, English, remedy in Vietnamese, remedy in English)."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str, str, str]] = {
    "worktime-reserved": (
        "“always” luôn là 24 giờ mọi ngày, không khai lại được.",
        "“always” is 24 hours every day and cannot be stated anew.",
        "Đặt tên khác cho lịch này.",
        "Give this calendar another name.",
    ),
    "worktime-without-hours": (
        "Lịch làm việc không có giờ nào.",
        "The working calendar has no hours.",
        "Ghi giờ làm việc, ví dụ hours: [08:00-12:00, 13:30-17:30].",
        "Write its hours, such as hours: [08:00-12:00, 13:30-17:30].",
    ),
    "hours-overlap": (
        "Các khoảng giờ làm việc chồng lên nhau.",
        "The spans of working hours overlap.",
        "Sửa cho khoảng sau bắt đầu khi khoảng trước đã hết; ca đêm tính cả giờ của ngày hôm sau.",
        "Let each begin when the one before has ended; a night shift counts into the next day.",
    ),
    "days-and-hours-by-day": (
        "Giờ đã ghi theo từng thứ thì không dùng thêm days.",
        "With hours by weekday there is no key days.",
        "Bỏ dòng days.",
        "Leave the line days out.",
    ),
    "weekday-twice": (
        "“{text}” có thứ đã ghi giờ ở trên.",
        "“{text}” holds a weekday that already has hours.",
        "Ghi mỗi thứ một lần.",
        "Write each weekday once.",
    ),
    "day-without-length": (
        "Ngày làm việc dài 0 phút.",
        "The working day is 0 minutes long.",
        "Viết số giờ của một ngày làm việc, ví dụ day: 8h.",
        "Write the hours of a working day, such as day: 8h.",
    ),
    "day-twice": (
        "Ngày {day} ghi hai lần trong holidays.",
        "The day {day} stands twice under holidays.",
        "Chỉ để ở off (nghỉ) hoặc ở work (làm bù).",
        "Keep it under off or under work.",
    ),
    "date-without-day": (
        "Phần date chưa có ngày nào.",
        "The section date has no day.",
        "Thêm window (khoảng thời gian) hoặc chosen (ngày đã chốt).",
        "Add window or chosen.",
    ),
    "chosen-outside-window": (
        "Ngày đã chốt {day} nằm ngoài khoảng {window}.",
        "The chosen day {day} is outside the window {window}.",
        "Sửa chosen hoặc window.",
        "Correct chosen or window.",
    ),
    "reserve-is-chosen": (
        "Ngày dự phòng trùng ngày đã chốt {day}.",
        "The reserve day is the chosen day {day}.",
        "Chọn ngày dự phòng khác, hoặc bỏ reserve.",
        "Choose another reserve day, or leave reserve out.",
    ),
    "reserve-outside-window": (
        "Ngày dự phòng {day} nằm ngoài khoảng {window}.",
        "The reserve day {day} is outside the window {window}.",
        "Xác nhận lại ngày dự phòng, hoặc mở rộng window.",
        "Make sure of the reserve day, or widen the window.",
    ),
    "chosen-weekday": (
        "Ngày đã chốt {day} không rơi vào các thứ ghi ở days.",
        "The chosen day {day} is not one of the weekdays under days.",
        "Xác nhận lại ngày, hoặc sửa days.",
        "Make sure of the day, or correct days.",
    ),
    "window-without-weekday": (
        "Khoảng {window} không có ngày nào thuộc các thứ ghi ở days.",
        "No day of the window {window} is one of the weekdays under days.",
        "Sửa days hoặc window.",
        "Correct days or window.",
    ),
    "part-and-hours": (
        "Giờ khai mạc {clock} không thuộc buổi “{part}”.",
        "The opening at {clock} is not in the {part}.",
        "Sửa part hoặc hours.",
        "Correct part or hours.",
    ),
}
