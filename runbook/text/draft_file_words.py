"""Sentences of a drafted ceremony file, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "draft.file.about": (
        "Bản dự thảo do runbook đọc từ {file}. Cách đọc tệp này:",
        "A draft that runbook read from {file}. How to read this file:",
    ),
    "draft.file.about_ref": (
        "ref       chỗ trong Kế hoạch: VII.1.3 là mục VII, khoản 1, đoạn thứ ba; lời của Kế hoạch ở dòng # phía trên",
        "ref       the place in the plan: VII.1.3 is part VII, item 1, third paragraph; its words stand above after #",
    ),
    "draft.file.about_assumed": (
        "assumed   giá trị KHÔNG có trong Kế hoạch, cần xem lại: [work S1] là thời lượng theo giả định S1",
        "assumed   values that are NOT in the plan and need a look: [work S1] is a duration by assumption S1",
    ),
    "draft.file.about_ask": (
        "HỎI       điều Kế hoạch bỏ trống hoặc chưa rõ; trả lời xong thì sửa giá trị và xóa dòng hỏi",
        "ASK       what the plan leaves blank or unclear; once answered, mend the value and take the line away",
    ),
    "draft.file.about_next": (
        "Xem lại bằng: runbook check, runbook plan; đối chiếu với Kế hoạch bằng: runbook coverage.",
        "Look at it with runbook check and runbook plan; hold it against the plan with runbook coverage.",
    ),
    "draft.file.ask": ("HỎI: {words}", "ASK: {words}"),
    "draft.file.words": ("Kế hoạch viết: “{words}”", "The plan says: “{words}”"),
    "draft.file.assumed": ("Giả định {number}.", "Assumption {number}."),
    "draft.file.start": ("Bắt đầu từ ngày ký (giả định {number}).", "From the day of signing (assumption {number})."),
    "draft.file.closing": ("Đoạn kết", "Closing"),
    "draft.file.agencies": (
        "Thứ tự lễ tân: như trong Kế hoạch. “requested: yes” là cơ quan được đề nghị, không phải giao việc.",
        "Protocol order: that of the plan. “requested: yes” is an agency that is asked, not told.",
    ),
    "draft.file.unused": (
        "Có tên trong Kế hoạch nhưng chưa có việc: {names}.",
        "Named in the plan, with nothing to do yet: {names}.",
    ),
    "draft.file.member": ("{party} (đơn vị {at}/{count})", "{party} (unit {at} of {count})"),
    "draft.file.section": ("{section} {name}", "{section} {name}"),
    "draft.file.reports": ("Báo cáo, gửi {name}.", "Reported to {name}."),
    "draft.file.part_tasks": ("VIỆC CHUẨN BỊ", "PREPARATION"),
    "draft.file.part_day": ("VIỆC TRONG NGÀY", "DUTIES OF THE DAY"),
    "draft.file.part_programme": ("CHƯƠNG TRÌNH", "PROGRAMME"),
    "draft.file.part_during": ("VIỆC TRONG ĐỢT", "DUTIES WITHIN THE CAMPAIGN"),
    "draft.file.part_after": ("VIỆC VỀ SAU", "DUTIES AFTERWARDS"),
    "draft.file.part_uncarried": ("CHƯA LẬP THÀNH VIỆC", "NOT MADE INTO TASKS"),
    "draft.file.part_questions": ("CÂU HỎI KHÁC", "OTHER QUESTIONS"),
    "draft.file.uncarried": ("{ref} ({why}): {words}", "{ref} ({why}): {words}"),
    "draft.file.left": ("({why}): {words}", "({why}): {words}"),
    "draft.file.why_general": ("điều khoản chung", "general clause"),
    "draft.file.why_preface": ("lời dẫn", "preface"),
    "draft.file.why_unread": ("chưa đọc được", "not understood"),
    "draft.file.step_opinion": ("Cho ý kiến: {title}", "Opinion: {title}"),
    "draft.file.step_revise": ("Tiếp thu, hoàn thiện: {title}", "Revision: {title}"),
    "draft.file.step_final": ("Xem xét, quyết định: {title}", "Decision: {title}"),
    "draft.file.phase_report": ("Báo cáo, tổng hợp", "Reports"),
    "draft.file.phase_operate": ("Tổ chức, phục vụ", "Running it"),
    "draft.file.phase_broadcast": ("Thông tin, tuyên truyền", "Press and publicity"),
    "draft.file.phase_prepare": ("Chuẩn bị nội dung, điều kiện", "Preparation"),
    "draft.file.phase_coordinate": ("Chỉ đạo, hướng dẫn", "Guidance"),
    "draft.file.phase_approve": ("Thẩm định, phê duyệt", "Appraisal and approval"),
    "draft.file.phase_finance": ("Kinh phí", "Funds"),
    "draft.file.phase_award": ("Khen thưởng", "Awards"),
    "draft.file.phase_secure": ("An ninh, giao thông, an toàn", "Security, traffic, safety"),
    "draft.file.phase_invite": ("Đại biểu, giấy mời", "Guests and invitations"),
    "draft.file.phase_train": ("Tập huấn, bồi dưỡng", "Training"),
    "draft.file.phase_monitor": ("Theo dõi, kiểm tra", "Monitoring"),
    "draft.assume.work": (
        "Thời lượng lấy theo bảng thời lượng dự thảo, theo loại việc; Kế hoạch không nêu.",
        "Durations are those of the table of draft durations, by kind of work; the plan gives none.",
    ),
    "draft.assume.lead": (
        "Kế hoạch chưa rõ ai chủ trì: tạm lấy cơ quan có việc này trong phần của mình.",
        "The plan leaves open who leads: the agency in whose section it stands is taken.",
    ),
    "draft.assume.programme_lead": (
        "Kế hoạch không nêu ai điều hành từng mục của chương trình.",
        "The plan does not say who runs each item of the programme.",
    ),
    "draft.assume.other_lead": (
        "Kế hoạch không nêu ai chủ trì hoạt động này: tạm lấy cơ quan đầu tiên.",
        "The plan does not say who leads this: the first agency is taken.",
    ),
    "draft.assume.other_length": (
        "Kế hoạch chỉ nêu giờ bắt đầu của hoạt động này: tạm lấy hai giờ.",
        "The plan gives only when this begins: two hours are taken.",
    ),
    "draft.assume.programme": (
        "Kế hoạch không nêu số phút của mục chương trình: thời gian giữa hai mốc giờ được chia đều.",
        "The plan gives no minutes for items of the programme: the time between two clocks is shared evenly.",
    ),
    "draft.assume.day": (
        "Giờ có mặt và thời gian làm việc trong ngày do người lập ước tính; Kế hoạch không nêu.",
        "When duties of the day begin, and for how long, is estimated; the plan does not say.",
    ),
    "draft.assume.over": (
        "Kế hoạch không nêu thời gian riêng cho việc này: tạm tính cả đợt.",
        "The plan gives this duty no time of its own: it is taken to last the whole campaign.",
    ),
    "draft.assume.arising": (
        "Việc khi phát sinh tính từ ngày ký Kế hoạch.",
        "What is done when something arises counts from the day the plan was signed.",
    ),
    "draft.assume.start": (
        "Việc chuẩn bị bắt đầu từ ngày ký Kế hoạch, {day}.",
        "Preparation begins on the day the plan was signed, {day}.",
    ),
    "draft.assume.date": (
        "Kế hoạch không nêu ngày tổ chức: tạm lấy ngày {day} để tính; phải thay bằng ngày đã chốt.",
        "The plan does not say on which day: {day} is taken to plan with; put the day decided in its place.",
    ),
    "draft.assume.hours": (
        "Kế hoạch không nêu giờ: tạm lấy {opening}-{closing}; phải thay bằng giờ đã chốt.",
        "The plan gives no hours: {opening}-{closing} is taken; put the hours decided in their place.",
    ),
    "draft.assume.closing": (
        "Kế hoạch chỉ nêu giờ bắt đầu {opening}: giờ kết thúc {closing} là ước tính.",
        "The plan gives only the beginning, {opening}: the end, {closing}, is estimated.",
    ),
    "draft.assume.span": (
        "Kế hoạch không nêu rõ đợt từ ngày nào đến ngày nào: tạm lấy {first} đến {last}.",
        "The plan does not say from when to when: {first} to {last} is taken.",
    ),
}
