"""What is said of campaigns and anniversaries, (Vietnamese, English) by key; of problems with both remedies."""

from __future__ import annotations

PROBLEMS: dict[str, tuple[str, str, str, str]] = {
    "campaign-and-sitting": (
        "Tệp có `campaign` là của một đợt, không dùng “{key}” của buổi lễ.",
        "A file with `campaign` is of a campaign and has no “{key}”, which belongs to a sitting.",
        "Bỏ “{key}”, hoặc bỏ campaign nếu đây là một buổi lễ; việc trong đợt viết ở during.",
        "Leave “{key}” out, or campaign where this is a sitting; duties within a campaign stand in during.",
    ),
    "during-without-campaign": (
        "“during” chỉ dùng cho một đợt có `campaign`.",
        "“during” is for a campaign, and there is no key campaign.",
        "Thêm khóa campaign với span là ngày đầu..ngày cuối, hoặc chuyển các việc này sang tasks, day, after.",
        "Add the key campaign with its span, or move these duties to tasks, day or after.",
    ),
    "peak-reserved": (
        "“span” là từ chỉ toàn đợt, không dùng làm mã cao điểm.",
        "“span” is the word for the whole campaign and cannot be the id of a peak.",
        "Đặt mã khác cho cao điểm này.",
        "Give this peak another id.",
    ),
    "unknown-peak": (
        "Không có cao điểm “{id}”.",
        "There is no peak “{id}”.",
        "Viết span (toàn đợt), mã một cao điểm ở campaign.peaks, hoặc ngày đầu..ngày cuối.",
        "Write span (the whole campaign), the id of a peak from campaign.peaks, or first day..last day.",
    ),
    "outside-campaign": (
        "Khoảng {window} không nằm trọn trong đợt {span}.",
        "{window} does not lie within the campaign, {span}.",
        "Sửa khoảng này hoặc sửa span của đợt.",
        "Correct it, or the span of the campaign.",
    ),
    "span-too-long": (
        "Khoảng “{text}” dài hơn mười năm.",
        "The span “{text}” is longer than ten years.",
        "Kiểm tra lại năm; ngày cuối tính cả.",
        "Check the years; the last day is included.",
    ),
    "beside-window": (
        "Việc kéo dài cả một khoảng, hoặc lặp lại theo quy tắc, không dùng “{key}”.",
        "A duty that lasts a whole window, or comes back by a rule, has no “{key}”.",
        "Bỏ “{key}”; giờ của việc lặp lại viết trong recurs, ví dụ weekly Mon 08:30.",
        "Leave “{key}” out; the hour of what comes back stands in recurs, such as weekly Mon 08:30.",
    ),
    "recurs-unread": (
        "“{text}” mở đầu như một quy tắc lặp lại nhưng không đọc được, nên giữ nguyên là lời.",
        "“{text}” begins like a rule of recurrence but is none, so it stays words.",
        "Viết như: weekly Mon 08:30, every 2 weeks Mon, monthly 20, monthly last, quarterly 25, yearly 10/10, "
        "hằng tuần thứ Hai, hằng tháng ngày 20.",
        "Write such as: weekly Mon 08:30, every 2 weeks Mon, monthly 20, monthly last, quarterly 25, yearly 10/10.",
    ),
    "recurs-in-chain": (
        "Bước của vòng duyệt không lặp lại theo quy tắc được (“{text}”).",
        "A step of an approval chain cannot come back by a rule (“{text}”).",
        "Viết thành một việc riêng có recurs.",
        "Write a task of its own with recurs.",
    ),
    "recurs-too-often": (
        "Việc “{id}” lặp lại quá {limit} lần.",
        "The duty “{id}” comes back more than {limit} times.",
        "Thu hẹp khoảng bằng over, hoặc lặp lại thưa hơn.",
        "Narrow its window with over, or let it come back less often.",
    ),
    "recurs-never": (
        "Quy tắc lặp lại của việc “{id}” không rơi vào ngày nào trong khoảng của nó.",
        "The rule of the duty “{id}” names no day within its window.",
        "Sửa recurs hoặc khoảng của việc (over, not_before, finish).",
        "Correct recurs, or the window of the duty (over, not_before, finish).",
    ),
    "recurs-met": (
        "Việc “{id}”: lần {days} rơi vào ngày nghỉ, các ngày làm việc gần đó đã có lần khác nên chỉ còn {count} lần.",
        "The duty “{id}”: {days} is a day off and meets other times of it on working days, so {count} times are left.",
        "Nếu vẫn cần lần ấy, viết thêm một việc vào ngày khác.",
        "If that time is needed all the same, write a task of its own on another day.",
    ),
    "occasion-before-first": (
        "Ngày kỷ niệm đứng trước ngày gốc.",
        "This year's day lies before the day it goes back to.",
        "Sửa first hoặc day.",
        "Correct first or day.",
    ),
    "occasion-years": (
        "Từ ngày gốc đến ngày kỷ niệm là {years} năm, khác số năm đã ghi.",
        "From the first day to this year's it is {years} years, not the number stated.",
        "Bỏ years, hoặc sửa một trong hai ngày.",
        "Leave years out, or correct one of the days.",
    ),
    "bad-years": (
        "“{text}” không phải là số năm.",
        "“{text}” is not a number of years.",
        "Viết một số, ví dụ 70.",
        "Write a number, such as 70.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    "recurs.week": ("hằng tuần {on}", "weekly on {on}"),
    "recurs.week.step": ("{step} tuần một lần {on}", "every {step} weeks on {on}"),
    "recurs.month": ("hằng tháng {on}", "monthly on {on}"),
    "recurs.month.step": ("{step} tháng một lần {on}", "every {step} months on {on}"),
    "recurs.quarter": ("hằng quý {on}", "quarterly on {on}"),
    "recurs.year": ("hằng năm ngày {on}", "yearly on {on}"),
    "recurs.day.month": ("ngày {day}", "day {day}"),
    "recurs.day.month.last": ("ngày cuối tháng", "the last day"),
    "recurs.day.quarter": ("ngày {day} tháng cuối", "day {day} of its last month"),
    "recurs.day.quarter.last": ("ngày cuối quý", "the last day"),
    "recurs.at": ("{words} {clock}", "{words} at {clock}"),
    "campaign.peak": ("Cao điểm", "Peak"),
    "campaign.when": ("Thời gian thực hiện: {span}", "Carried out: {span}"),
    "campaign.theme": ("chủ đề: {theme}", "theme: {theme}"),
    "campaign.after": ("Sau đợt", "After the campaign"),
    "campaign.ahead": ("Trước đợt", "Before"),
    "campaign.within": ("Trong đợt", "Within"),
    "campaign.behind": ("Sau đợt", "After"),
    "campaign.begins": ("Ngày đầu: {what}", "First day: {what}"),
    "campaign.ends": ("Ngày cuối: {what}", "Last day: {what}"),
    "campaign.whole": ("toàn đợt", "the whole campaign"),
    "campaign.until": ("đến hết {day}", "until {day}"),
    "campaign.standing": ("VIỆC KÉO DÀI", "GOING ON"),
    "campaign.going_on": ("Việc kéo dài qua ngày này", "Going on through this day"),
    "campaign.bound.opening": ("ngày đầu {what}, {when}", "the first day of {what}, {when}"),
    "campaign.bound.closing": ("hết đợt, {when}", "the end of the campaign, {when}"),
    "campaign.plan.late": (
        "Không kịp ngày đầu {what}: {late} trong {tasks} việc chuẩn bị bị chậm.",
        "Not ready for the first day of {what}: {late} of {tasks} preparation tasks late.",
    ),
    "campaign.plan.deadlines": (
        "Kịp ngày đầu {what}, nhưng {late} trong {tasks} việc chuẩn bị không kịp thời hạn riêng.",
        "Ready for the first day of {what}, but {late} of {tasks} preparation tasks past deadlines of their own.",
    ),
    "campaign.timeline.times": ("▪ mỗi lần của việc lặp lại", "▪ each time of a duty that comes back"),
    "campaign.timeline.key": (
        "Mỗi ô {days} ngày: █ thực hiện, ░ dự trữ đến hạn muộn nhất, ◆ mốc, │ ngày N, ▲ cao điểm.",
        "A sign is {days} days: █ carried out, ░ time in hand, ◆ milestone, │ day N, ▲ peak.",
    ),
    "campaign.plan.elsewhere": (
        "Chuẩn bị kịp ngày đầu {what}, nhưng trong đợt và sau đợt có {late} việc không kịp thời hạn.",
        "Ready for the first day of {what}; within the campaign and after it, tasks past their deadlines: {late}.",
    ),
    "campaign.standing.ready": ("kịp", "feasible"),
    "campaign.standing.past": ("kịp ngày N, nhưng có việc quá thời hạn", "ready for day N, but past deadlines"),
    "campaign.standing.not_ready": ("không kịp ngày N", "not ready for day N"),
    "occasion": ("kỷ niệm {name}", "commemorating {name}"),
    "occasion.years": ("kỷ niệm {years} năm {name}", "{years} years of {name}"),
    "occasion.others": ("{nearest} và {count} ngày kỷ niệm khác", "{nearest}, with {count} other anniversaries"),
}
