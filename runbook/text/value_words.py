"""What is wrong with one value of a file, by code: (Vietnamese, English, remedy in Vietnamese, remedy in English)."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str, str, str]] = {
    "bad-id": (
        "“{text}” không dùng làm mã được.",
        "“{text}” cannot be an id.",
        "Mã gồm chữ cái không dấu, chữ số và - _ . (mở đầu bằng chữ hoặc số, không quá 64 ký tự), ví dụ so-vhtt, E4.",
        "An id holds ASCII letters, digits and - _ . (at most 64, a letter or digit first), such as so-vhtt, E4.",
    ),
    "text-too-long": (
        "Chữ dài {length} ký tự, quá mức {limit}.",
        "The text has {length} characters, more than {limit}.",
        "Rút gọn; phần giải thích viết ở note.",
        "Shorten it; explanations go under note.",
    ),
    "bad-day": (
        "“{text}” không phải là ngày.",
        "“{text}” is not a day.",
        "Viết ngày/tháng/năm đủ bốn chữ số của năm, ví dụ 22/11/2024, hoặc 2024-11-22.",
        "Write day/month/year with four digits of the year, such as 22/11/2024, or 2024-11-22.",
    ),
    "counted-day": (
        "Ở đây cần một ngày cụ thể, không tính từ ngày N (“{text}”).",
        "A date is needed here, not one counted from day N (“{text}”).",
        "Viết ngày/tháng/năm, ví dụ 22/11/2024.",
        "Write day/month/year, such as 22/11/2024.",
    ),
    "year-out-of-range": (
        "Năm trong “{text}” nằm ngoài khoảng 1900-2200.",
        "The year in “{text}” is not within 1900-2200.",
        "Kiểm tra lại năm.",
        "Check the year.",
    ),
    "month-first": (
        "“{text}” không phải là ngày: không có tháng lớn hơn 12.",
        "“{text}” is not a day: there is no month above 12.",
        "Viết theo thứ tự ngày/tháng/năm; nếu đã viết tháng trước thì đổi thành {turned}.",
        "Write day/month/year; if the month came first, this is {turned}.",
    ),
    "no-such-day": (
        "Không có ngày “{text}”.",
        "There is no day “{text}”.",
        "Kiểm tra số ngày của tháng đó (tháng 2 có 28 hoặc 29 ngày).",
        "Check how many days that month has (February has 28 or 29).",
    ),
    "bad-clock": (
        "“{text}” không phải là giờ.",
        "“{text}” is not a time of day.",
        "Viết giờ theo đồng hồ 24 giờ, ví dụ 08:30, 08h30 hoặc 14h.",
        "Write the time on the 24-hour clock, such as 08:30 or 14:00.",
    ),
    "bad-moment": (
        "“{text}” không phải là thời điểm.",
        "“{text}” is not a moment.",
        "Viết ngày và giờ (14/11/2024 09:00), ngày đếm từ ngày lễ (N-1w 08:00), hoặc tính từ khai mạc, bế mạc "
        "(opening-2h45m, closing+15m).",
        "Write a day and a time (14/11/2024 09:00), a day counted from the ceremony (N-1w 08:00), or an offset "
        "(opening-2h45m, closing+15m).",
    ),
    "moment-without-clock": (
        "“{text}” chưa có giờ.",
        "“{text}” does not say the time.",
        "Thêm giờ sau ngày, ví dụ 14/11/2024 09:00.",
        "Add the time after the day, such as 14/11/2024 09:00.",
    ),
    "deadline-word": (
        "Thời hạn “{text}” chưa rõ có tính cả ngày đó không.",
        "The deadline “{text}” does not say whether that day counts.",
        "Viết “trước 15/11/2024” (before: không tính ngày đó) hoặc “chậm nhất 15/11/2024” (by: tính cả ngày đó).",
        "Write “before 15/11/2024” (that day does not count) or “by 15/11/2024” (it does).",
    ),
    "bad-duration": (
        "“{text}” không phải là thời lượng.",
        "“{text}” is not a duration.",
        "Viết số kèm đơn vị: 1d, 0.5d, 2h30m, 90m, 1w, hoặc 2 ngày, 3 giờ, 30 phút.",
        "Write numbers with units: 1d, 0.5d, 2h30m, 90m, 1w.",
    ),
    "duration-too-long": (
        "Thời lượng “{text}” dài hơn mười năm.",
        "The duration “{text}” is longer than ten years.",
        "Kiểm tra lại số và đơn vị.",
        "Check the number and the unit.",
    ),
    "bad-link": (
        "“{text}” không phải là quan hệ với việc trước.",
        "“{text}” is not a link to another task.",
        "Viết mã việc, thêm quan hệ và độ trễ nếu cần: E3, E3 SS, E3 FS+2h, E3 FS+1d work; nhiều việc: [E3, B2].",
        "Write the id, with a relation and a lag if needed: E3, E3 SS, E3 FS+2h, E3 FS+1d work; several as [E3, B2].",
    ),
    "lag-work-negative": (
        "Độ trễ âm không tính theo giờ làm việc được (“{text}”).",
        "A lag that goes back cannot be counted in working time (“{text}”).",
        "Bỏ chữ “work” để tính theo đồng hồ, hoặc dùng quan hệ SS với độ trễ dương.",
        "Leave out “work” to count on the wall clock, or use SS with a lag that goes forward.",
    ),
    "bad-weekday": (
        "“{text}” không phải là thứ trong tuần.",
        "“{text}” does not name weekdays.",
        "Viết Mon-Fri, Sat, hoặc T2-T6, T7, CN; nhiều thứ thì ngăn bằng dấu phẩy.",
        "Write Mon-Fri, Sat, or several parted by commas.",
    ),
    "bad-hours": (
        "“{text}” không phải là khoảng giờ.",
        "“{text}” is not a span of hours.",
        "Viết giờ đầu-giờ cuối, ví dụ 08:30-10:30.",
        "Write begin-end, such as 08:30-10:30.",
    ),
    "hours-empty": (
        "Giờ đầu và giờ cuối của “{text}” trùng nhau.",
        "“{text}” ends when it begins.",
        "Sửa một trong hai giờ; cả ngày viết 00:00-24:00.",
        "Change one of them; a whole day is 00:00-24:00.",
    ),
    "window-reversed": (
        "Khoảng “{text}” có ngày cuối trước ngày đầu.",
        "The window “{text}” ends before it begins.",
        "Đổi chỗ hai ngày.",
        "Exchange the two days.",
    ),
    "window-too-long": (
        "Khoảng “{text}” dài hơn một năm.",
        "The window “{text}” is longer than a year.",
        "Thu hẹp khoảng thời gian; kiểm tra lại năm.",
        "Make it shorter; check the years.",
    ),
    "bad-yes-no": (
        "“{text}” không phải là có hay không.",
        "“{text}” is neither yes nor no.",
        "Viết yes hoặc no (có, không).",
        "Write yes or no.",
    ),
    "bad-part-of-day": (
        "“{text}” không phải là buổi trong ngày.",
        "“{text}” is not a part of the day.",
        "Viết morning, afternoon hoặc evening (sáng, chiều, tối).",
        "Write morning, afternoon or evening.",
    ),
    "bad-language": (
        "Không có ngôn ngữ “{text}”.",
        "There is no language “{text}”.",
        "Viết vi (tiếng Việt) hoặc en (tiếng Anh).",
        "Write vi (Vietnamese) or en (English).",
    ),
    "bad-place": (
        "“{text}” không phải là cách xếp việc.",
        "“{text}” is not a way to place a task.",
        "Viết late để xếp muộn nhất có thể; nơi làm viết ở khóa location.",
        "Write late to place it as late as can be; where it is done goes under location.",
    ),
    "bad-act": (
        "“{text}” không phải là bước duyệt.",
        "“{text}” is not a step of an approval.",
        "Viết draft (dự thảo), opinion (xin ý kiến), revise (tiếp thu), final (phê duyệt); tên riêng viết ở title.",
        "Write draft, opinion, revise or final; a name of your own goes under title.",
    ),
    "bad-email": (
        "“{text}” không phải là địa chỉ thư điện tử.",
        "“{text}” is not an e-mail address.",
        "Viết một địa chỉ dạng ten@coquan.vn.",
        "Write one address of the form name@office.vn.",
    ),
    "unknown-zone": (
        "Không có múi giờ “{text}”.",
        "There is no time zone “{text}”.",
        "Viết tên như Asia/Ho_Chi_Minh; ở Việt Nam có thể bỏ khóa này.",
        "Write a name such as Asia/Ho_Chi_Minh; in Việt Nam the key can be left out.",
    ),
    "bad-assumed": (
        "“{text}” không đọc được là giá trị giả định.",
        "“{text}” cannot be read as an assumed value.",
        "Viết tên khóa rồi số của giả định, ví dụ work S4; nhiều giá trị thì viết [work S4, lead S5].",
        "Write the key and the number of the assumption, such as work S4; several as [work S4, lead S5].",
    ),
}
