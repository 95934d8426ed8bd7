"""Questions that a plan document leaves open, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "draft.ask.number": ("Kế hoạch chưa có số. Số bao nhiêu?", "The plan has no number yet. Which is it?"),
    "draft.ask.date": (
        "Kế hoạch chưa ghi đủ ngày ký. Ký ngày nào?",
        "The plan is not fully dated. When was it signed?",
    ),
    "draft.ask.issuer": ("Không đọc được cơ quan ban hành. Cơ quan nào?", "The issuer cannot be read. Who is it?"),
    "draft.ask.signer": ("Không thấy người ký. Ai ký?", "No signer is found. Who signs?"),
    "draft.ask.unread": (
        "“{words}”: chưa lập thành việc được. Giao ai làm gì, bao giờ xong?",
        "“{words}”: no task could be made of it. Who does what, and by when?",
    ),
    "draft.ask.day": ("Kế hoạch không nêu ngày tổ chức. Ngày nào?", "The plan does not say on which day. Which is it?"),
    "draft.ask.choose-day": (
        "Kế hoạch chỉ nêu khoảng ngày {first} đến {last}. Chọn ngày nào (chosen), ngày nào dự phòng (reserve)?",
        "The plan gives only the days from {first} to {last}. Which is chosen, and which is the reserve?",
    ),
    "draft.ask.day-planned": (
        "Ngày tổ chức mới là dự kiến (“{words}”). Ngày chính thức là ngày nào?",
        "The day is only foreseen (“{words}”). Which day is it for certain?",
    ),
    "draft.ask.date-unread": (
        "Lời hẹn “{words}” chưa được ghi vào việc nào. Là hạn, ngày làm hay lịch lặp lại của việc nào?",
        "“{words}” is entered with no task. Of which task is it the deadline, the day or the rhythm?",
    ),
    "draft.ask.hours": ("Kế hoạch không nêu giờ khai mạc. Mấy giờ?", "The plan gives no opening hour. When is it?"),
    "draft.ask.closing": ("Kế hoạch không nêu giờ kết thúc. Mấy giờ?", "The plan gives no end. When is it?"),
    "draft.ask.venue": ("Kế hoạch không nêu địa điểm. Ở đâu?", "The plan names no place. Where is it?"),
    "draft.ask.other-sitting": (
        "Kế hoạch còn có {told}. Ai chủ trì, chuẩn bị những gì? Thêm việc chuẩn bị vào tệp này, hay lập tệp riêng.",
        "The plan also holds {told}. Who leads it, and what is prepared? Add its tasks here, or give it a file.",
    ),
    "draft.ask.programme": (
        "Kế hoạch không có chương trình. Gồm những mục nào?",
        "The plan holds no programme. What is in it?",
    ),
    "draft.ask.span": (
        "Kế hoạch không nêu rõ đợt từ ngày nào đến ngày nào. Từ ngày nào đến ngày nào?",
        "The plan does not say from when to when the campaign lasts. From when to when?",
    ),
    "draft.ask.span-concluded": (
        "Thời gian của đợt suy ra từ tên Kế hoạch. Có đúng không?",
        "How long the campaign lasts is concluded from the plan's title. Is it so?",
    ),
    "draft.ask.count": (
        "“{party}” gồm bao nhiêu, những đơn vị nào? Biết tên thì ghi vào members; việc của từng đơn vị thì dùng each.",
        "How many, and which, are “{party}”? Put their names under members; what each of them owes is given by each.",
    ),
    "draft.ask.names": (
        "Kế hoạch nói {count} đơn vị (“{party}”) mà không nêu tên. Thay các dòng dưới bằng tên thật.",
        "The plan counts {count} units (“{party}”) without their names. Put the names in place of the lines below.",
    ),
    "draft.ask.lead": ("“{duty}”: ai chủ trì?", "“{duty}”: who leads?"),
    "draft.ask.nobody": (
        "“{duty}”: Kế hoạch không nói rõ giao ai. Ai chủ trì?",
        "“{duty}”: the plan does not say whose it is. Who leads?",
    ),
    "draft.ask.deadline-moved": (
        "“{duty}”: ngày cuối của thời hạn là ngày nghỉ nên phải xong {day}. Đúng không?",
        "“{duty}”: the last day of the deadline is a day off, so it must be done by {day}. Is that right?",
    ),
    "draft.ask.deadline-open": (
        "“{duty}”: thời hạn “{words}” chưa rõ ngày nào. Ngày nào là hạn cuối?",
        "“{duty}”: “{words}” names no day. Which is the last?",
    ),
    "draft.ask.deadline-late": (
        "“{duty}”: thời hạn rơi vào hoặc sau ngày tổ chức. Đúng không?",
        "“{duty}”: the deadline falls on the day itself or behind it. Is that right?",
    ),
    "draft.ask.deadline": (
        "Thời hạn “{words}” chưa tính được thành ngày. Ngày nào?",
        "The deadline “{words}” cannot be turned into a day. Which is it?",
    ),
    "draft.ask.rule": (
        "“{words}”: những ngày nào? Ghi thành quy tắc (hằng tuần thứ Hai, ngày 20 hằng tháng) thì lịch sẽ có từng lần.",
        "“{words}”: on which days? Put as a rule (weekly Mon, monthly 20), each time gets its own entry in calendars.",
    ),
    "draft.ask.weekday": (
        "Kế hoạch viết “{said}” cho ngày {day}, nhưng ngày ấy là thứ khác. Thứ hay ngày đúng?",
        "The plan says “{said}” of {day}, which is another weekday. Is the weekday right, or the day?",
    ),
    "draft.ask.occasion": (
        "“{name}”: số năm và các ngày trong Kế hoạch không khớp nhau. Thế nào là đúng?",
        "“{name}”: the number of years and the days of the plan do not agree. Which is right?",
    ),
}
