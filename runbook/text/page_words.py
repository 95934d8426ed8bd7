"""Sentences of the page side, (Vietnamese, English) by key."""

from __future__ import annotations

_NAMES: dict[str, tuple[str, str]] = {
    "page.sheet": ("Phiếu điều hành ngày", "Run sheet of the day"),
    "page.timeline": ("Tiến độ thực hiện kế hoạch", "Timeline"),
    "page.show": ("Kịch bản điều hành chương trình", "Run of show"),
    "page.matrix": ("Bảng phân công: chủ trì và phối hợp", "Duty matrix: who leads, who supports"),
    "page.dates": ("Chọn ngày tổ chức", "Choosing the day"),
    "page.plan_name": ("Kế hoạch chuẩn bị: việc phải làm trước", "Preparation plan: what to do first"),
    "page.agency_name": ("Phần việc của đơn vị", "The agency's part"),
    "page.decisions": ("Điểm quyết định, đầu mối liên hệ và giả định", "Decisions, contacts and assumptions"),
    "page.index": ("Bộ tài liệu điều hành", "Working papers"),
}

_SHARED: dict[str, tuple[str, str]] = {
    "page.plan": ("Kế hoạch số {number}", "Plan No. {number}"),
    "page.plan_dated": ("Kế hoạch số {number} ngày {date}", "Plan No. {number} of {date}"),
    "page.printed": ("in lúc {time}", "printed {time}"),
    "page.number": ("Trang #/", "Page # of "),
    "page.legend_short": (
        "Vạch đậm, chữ GĂNG: chậm là ảnh hưởng cả kế hoạch",
        "Thick bar, CRITICAL: a delay moves the whole plan",
    ),
    "page.all_agencies": ("tất cả đơn vị", "all agencies"),
    "page.all_agencies_long": ("Bản chung cho tất cả đơn vị", "Edition for all agencies"),
    "page.hours": ("Giờ tổ chức: {hours}, {day}", "Held {hours}, {day}"),
    "page.tag_critical": ("GĂNG", "CRITICAL"),
    "page.tag_late": ("ĐÃ CHẬM", "LATE"),
    "page.tag_broken": ("QUÁ HẠN", "OVERDUE"),
    "page.tag_support": ("PHỐI HỢP", "SUPPORTS"),
    "page.tag_fixed": ("GIỜ CỐ ĐỊNH", "FIXED TIME"),
    "page.tag_requested": ("ĐỀ NGHỊ", "BY REQUEST"),
    "page.tag_standing": ("THƯỜNG TRỰC", "STANDING"),
    "page.means_critical": (
        "không còn dự trữ, chậm là ảnh hưởng cả kế hoạch",
        "no time in hand: a delay moves the whole plan",
    ),
    "page.means_late": ("không còn đủ thời gian, phải tháo gỡ ngay", "not enough time left: act at once"),
    "page.means_broken": ("ngày dự kiến xong vượt thời hạn", "planned to finish past its deadline"),
    "page.means_support": (
        "đơn vị khác chủ trì; số điện thoại là của đơn vị chủ trì",
        "another agency leads; the number is the lead's",
    ),
    "page.id": ("Mã", "Id"),
    "page.task": ("Nội dung công việc", "Task"),
    "page.lead": ("Chủ trì", "Lead"),
    "page.agency": ("Cơ quan, đơn vị", "Agency"),
    "page.start": ("Bắt đầu", "Starts"),
    "page.finish": ("Hoàn thành", "Finishes"),
    "page.latest": ("Chậm nhất", "At the latest"),
    "page.spare": ("Dự trữ", "In hand"),
    "page.clock": ("Giờ", "Time"),
    "page.where": ("Địa điểm", "Place"),
    "page.with": ("Phối hợp: {agencies}", "With: {agencies}"),
    "page.deadline": ("Thời hạn: {deadline}", "Deadline: {deadline}"),
    "page.receipts": ("{count} đơn vị cùng nộp", "{count} agencies hand it in"),
}

_SHEET: dict[str, tuple[str, str]] = {
    "page.weekday.1": ("THỨ HAI", "MONDAY"),
    "page.weekday.2": ("THỨ BA", "TUESDAY"),
    "page.weekday.3": ("THỨ TƯ", "WEDNESDAY"),
    "page.weekday.4": ("THỨ NĂM", "THURSDAY"),
    "page.weekday.5": ("THỨ SÁU", "FRIDAY"),
    "page.weekday.6": ("THỨ BẢY", "SATURDAY"),
    "page.weekday.7": ("CHỦ NHẬT", "SUNDAY"),
    "page.duty_phone": ("Điện thoại của đơn vị:", "The agency's phone:"),
    "page.what": ("Nội dung công việc", "Duty"),
    "page.who": ("Chủ trì, phụ trách", "Lead, person in charge"),
    "page.actual": ("Giờ thực, ký", "Actual, signed"),
    "page.until": ("đến {time}", "until {time}"),
    "page.planned_until": ("xong", "done"),
    "page.latest_until": ("Chậm nhất {time} (dự trữ {spare})", "At the latest {time} ({spare} in hand)"),
    "page.moments": ("Mốc chung trong ngày", "The day's common moments"),
    "page.nothing_own": ("Không có việc riêng trong ngày này.", "Nothing of its own on this day."),
    "page.nothing_today": (
        "Trong ngày này, Kế hoạch không giao việc nào cho đơn vị.",
        "The plan gives the agency no duty on this day.",
    ),
    "page.waiting": ("Chờ đơn vị khác", "Waiting for others"),
    "page.awaited": ("Việc được chờ", "What is awaited"),
    "page.from_whom": ("Đơn vị chủ trì, điện thoại", "Lead and phone"),
    "page.due": ("Dự kiến xong", "Planned for"),
    "page.for_own": ("Để làm việc", "Needed for"),
    "page.coming": ("Hai ngày có việc tiếp theo", "The next two days with duties"),
    "page.incidents": ("Phát sinh", "Incidents"),
    "page.signer.1": ("Người lập phiếu", "Prepared by"),
    "page.signer.2": ("Đại diện đơn vị", "For the agency"),
    "page.signer.3": ("Trực chỉ huy", "Duty commander"),
    "page.sign_here": ("(Ký, ghi rõ họ tên)", "(Signature, full name)"),
}

_TIMELINE: dict[str, tuple[str, str]] = {
    "page.timeline_legend": (
        "Một ngày trên biểu đồ là một ngày làm việc: việc nửa ngày chiếm nửa ô.",
        "A day of the chart is a working day: half a day's work takes half a column.",
    ),
}

_SHOW: dict[str, tuple[str, str]] = {
    "page.concerned": ("Đơn vị liên quan: {agencies}", "Agencies concerned: {agencies}"),
    "page.number_running": ("TT", "No."),
    "page.minutes": ("Phút", "Minutes"),
    "page.minute_mark": ("{minutes}′", "{minutes}′"),
    "page.content": ("Nội dung", "Content"),
    "page.performer": ("Người thực hiện", "Performed by"),
    "page.cue": ("Hiệu lệnh", "Cue"),
    "page.stage": ("Sân khấu", "Stage"),
    "page.sound_light": ("Âm thanh, ánh sáng", "Sound, light"),
    "page.sound": ("Âm thanh", "Sound"),
    "page.light": ("Ánh sáng", "Light"),
    "page.screen": ("Màn hình", "Screen"),
    "page.actual_time": ("Giờ thực", "Actual"),
    "page.gap": ("Trống {minutes} phút", "{minutes} minutes free"),
    "page.show_spare": ("Dự phòng đến giờ bế mạc: {minutes} phút.", "In hand before the closing: {minutes} minutes."),
    "page.means_fixed": ("không được xê dịch", "may not move"),
    "page.means_cues": (
        "Hiệu lệnh: MC người dẫn, KT kỹ thuật, SB chuẩn bị, GO thực hiện",
        "Cues: MC presenter, KT technicians, SB stand by, GO carry out",
    ),
}

_PLAN: dict[str, tuple[str, str]] = {
    "page.as_of": ("Tính tại thời điểm {time}", "As of {time}"),
    "page.late_first": ("Đã chậm và vì sao", "Already late, and why"),
    "page.short_by": ("Thiếu {by} so với {bound}", "Short by {by} against {bound}"),
    "page.chain": ("Chuỗi việc: {chain}", "Chain: {chain}"),
    "page.follow": ("Chậm theo: {tasks}", "Late in consequence: {tasks}"),
    "page.also": (
        "Ngoài các chuỗi trên, chậm theo: {tasks}",
        "Beside these chains, late in consequence: {tasks}",
    ),
    "page.do_first": ("Việc phải làm, việc gấp trước", "What to do, the most pressing first"),
    "page.do_first_order": (
        "Xếp theo thời điểm chậm nhất phải bắt đầu. Dự trữ là thời gian còn được chậm mà không trễ hạn nào.",
        "In order of the latest start. Time in hand is how much a task may slip before a bound is broken.",
    ),
    "page.rank": ("Hạng", "Rank"),
    "page.day": ("Ngày", "Day"),
    "page.verdict": ("Kết luận", "Finding"),
    "page.tightest": ("Chuỗi găng nhất", "Tightest chain"),
    "page.dates_order": (
        "Các ngày trong khoảng thời gian của Kế hoạch, ngày thuận lợi nhất trước.",
        "The days of the plan's window, the best first.",
    ),
    "page.dates_legend": (
        "Chuỗi găng nhất là chuỗi quyết định kịp hay không; muốn sớm hơn phải rút ngắn việc trong chuỗi.",
        "The tightest chain decides whether the day can be met; only shorter tasks on it make an earlier day possible.",
    ),
}

_AGENCY: dict[str, tuple[str, str]] = {
    "page.agency_counts": (
        "{leads} việc chủ trì, {supports} việc phối hợp, {hourly} việc theo giờ.",
        "{leads} tasks led, {supports} supported, {hourly} duties at clock times.",
    ),
    "page.charged": ("Kế hoạch giao:", "The plan charges the agency with"),
    "page.asked": ("Kế hoạch trân trọng đề nghị:", "The plan kindly asks the agency for"),
    "page.leads": ("Việc đơn vị chủ trì", "Tasks the agency leads"),
    "page.supports": ("Việc đơn vị phối hợp", "Tasks the agency supports"),
    "page.hourly": ("Việc theo giờ: hôm trước và trong ngày", "Duties at clock times: the day before and the day"),
    "page.awaits": ("Đơn vị chờ việc của đơn vị khác", "What the agency waits for"),
    "page.awaited_by": ("Đơn vị khác chờ việc của đơn vị", "Who waits for the agency"),
    "page.for_whom": ("Để đơn vị ấy làm việc", "Needed for"),
    "page.other_agency": ("Đơn vị kia, điện thoại", "The other agency, phone"),
    "page.leads_count": ("Chủ trì", "Leads"),
    "page.supports_count": ("Phối hợp", "Supports"),
    "page.own_work": ("Ngày công chủ trì", "Own work"),
    "page.first_start": ("Bắt đầu sớm nhất", "First start"),
    "page.last_finish": ("Xong chậm nhất", "Latest finish"),
    "page.loads": ("Khối lượng việc chuẩn bị của từng đơn vị", "Each agency's load of preparation"),
    "page.means_lead": ("chủ trì: chịu trách nhiệm chính", "leads: answers for the task"),
    "page.means_support_sign": ("phối hợp", "supports"),
}

_DECISIONS: dict[str, tuple[str, str]] = {
    "page.decision_points": ("Điểm quyết định", "Decision points"),
    "page.when": ("Khi nào", "When"),
    "page.whenever": ("Khi xảy ra", "When it happens"),
    "page.if_happens": ("Tình huống", "If"),
    "page.choose": ("Phương án", "Then"),
    "page.who_decides": ("Người quyết định", "Who decides"),
    "page.contacts": ("Đầu mối liên hệ", "Contacts"),
    "page.person": ("Người phụ trách", "Person"),
    "page.phone": ("Điện thoại", "Phone"),
    "page.person_phone": ("Họ tên, điện thoại", "Name, phone"),
    "page.email": ("Thư điện tử", "E-mail"),
    "page.members": ("{count} thành viên: {names}", "{count} members: {names}"),
    "page.assumptions": ("Giả định của bản kế hoạch này", "What this plan assumes"),
    "page.decisions_legend": (
        "Chỗ chấm là thông tin chưa có, ghi tay khi biết.",
        "Dots stand for what is not known yet, to be written in by hand.",
    ),
    "page.index_legend": (
        "Bấm vào ô để mở; trang và PDF xem được khi không có mạng. Thư mục của mỗi đơn vị gửi trọn cho đơn vị ấy được.",
        "Click a box to open it; pages and PDF need no network. An agency's folder can be sent to it as it is.",
    ),
}

WORDS: dict[str, tuple[str, str]] = {
    **_NAMES,
    **_SHARED,
    **_SHEET,
    **_TIMELINE,
    **_SHOW,
    **_PLAN,
    **_AGENCY,
    **_DECISIONS,
}
