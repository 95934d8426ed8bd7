"""Sentences of the calendar side, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "ical.name": ("{audience} – {title}", "{audience} – {title}"),
    "ical.everyone": ("Toàn bộ kế hoạch", "Whole plan"),
    # Titles of entries, by the reader's part in the task.
    "ical.title.lead": ("{title}", "{title}"),
    "ical.title.each": ("[Mỗi đơn vị] {title}", "[Each unit] {title}"),
    "ical.title.support": ("[Phối hợp] {title}", "[Support] {title}"),
    "ical.title.everyone": ("{title} – {lead}", "{title} – {lead}"),
    "ical.title.lead.requested": ("[Đề nghị] {title}", "[Request] {title}"),
    "ical.title.each.requested": ("[Đề nghị] {title}", "[Request] {title}"),
    "ical.title.support.requested": ("[Đề nghị phối hợp] {title}", "[Request to support] {title}"),
    "ical.title.deadline": ("Hạn {clock} {day}: {title}", "Due {clock} {day}: {title}"),
    # What is wrong comes first in a description.
    "ical.late": (
        "KHÔNG KỊP HẠN: dự kiến xong {finish}, hạn {deadline}, chậm {late}.",
        "DEADLINE MISSED: planned finish {finish}, deadline {deadline}, late by {late}.",
    ),
    "ical.short": (
        "KHÔNG KỊP HẠN: dự kiến xong {finish}, muộn nhất phải xong {latest}, thiếu {short}.",
        "NOT IN TIME: planned finish {finish}, must be finished by {latest}, short by {short}.",
    ),
    "ical.infeasible": (
        "KHÔNG KỊP HẠN: kế hoạch chưa khả thi, có {count} việc không kịp.",
        "NOT IN TIME: the plan is not feasible, {count} tasks cannot be finished in time.",
    ),
    # The reader's part.
    "ical.role.lead": ("Vai trò: chủ trì.", "Role: lead."),
    "ical.role.each": (
        "Vai trò: thực hiện phần việc của đơn vị mình.",
        "Role: do your own unit's share.",
    ),
    "ical.role.support": ("Vai trò: phối hợp với {lead}.", "Role: support {lead}."),
    "ical.role.lead.requested": (
        "Đề nghị {agency} chủ trì thực hiện.",
        "{agency} is requested to take the lead.",
    ),
    "ical.role.each.requested": (
        "Đề nghị {agency} thực hiện phần việc của đơn vị.",
        "{agency} is requested to do its share.",
    ),
    "ical.role.support.requested": (
        "Đề nghị {agency} phối hợp với {lead}.",
        "{agency} is requested to support {lead}.",
    ),
    # Facts of a task, one line each.
    "ical.lead": ("Chủ trì: {agency}", "Lead: {agency}"),
    "ical.contact": ("Đầu mối: {contact}", "Contact: {contact}"),
    "ical.support": ("Phối hợp: {agencies}", "Support: {agencies}"),
    "ical.receipts": ("Từng đơn vị thực hiện ({count}): {agencies}", "Each of these units ({count}): {agencies}"),
    "ical.planned": ("Kế hoạch: {start} – {finish}", "Planned: {start} – {finish}"),
    "ical.milestone": ("Mốc: {start}", "Milestone: {start}"),
    "ical.latest": ("Xong muộn nhất: {finish}; dự trữ: {float}", "Latest finish: {finish}; float: {float}"),
    "ical.latest.critical": (
        "Xong muộn nhất: {finish}; dự trữ: {float} (việc găng)",
        "Latest finish: {finish}; float: {float} (critical)",
    ),
    "ical.deadline": ("Hạn: {deadline}", "Deadline: {deadline}"),
    "ical.waits": ("Chờ: {title} – {lead}, xong {finish}", "Waits for: {title} – {lead}, done {finish}"),
    "ical.item": ("Mục {item} của chương trình", "Programme item {item}"),
    "ical.cue": ("Hiệu lệnh: {cue}", "Cue: {cue}"),
    "ical.trouble": ("Khi trục trặc: {trouble}", "When it goes wrong: {trouble}"),
    "ical.recurs": ("Định kỳ: {recurs}", "Recurs: {recurs}"),
    "ical.note": ("Ghi chú: {note}", "Note: {note}"),
    "ical.refs": ("Căn cứ: mục {refs}", "Basis: section {refs}"),
    "ical.refs.plan": ("Căn cứ: mục {refs} Kế hoạch số {number}", "Basis: section {refs} of plan no. {number}"),
    "ical.plan": ("Căn cứ: Kế hoạch số {number}", "Basis: plan no. {number}"),
    "ical.plan.dated": ("Căn cứ: Kế hoạch số {number} ngày {day}", "Basis: plan no. {number} of {day}"),
    "ical.assumed": ("Giả định: {values}", "Assumed: {values}"),
    "ical.assumed.numbered": ("Giả định {number}: {values}. {text}", "Assumption {number}: {values}. {text}"),
    "ical.assumed.lead": ("cơ quan chủ trì", "lead"),
    "ical.assumed.support": ("cơ quan phối hợp", "support"),
    "ical.assumed.work": ("thời gian làm việc", "working time"),
    "ical.assumed.elapsed": ("thời gian", "elapsed time"),
    "ical.assumed.length": ("thời lượng", "length"),
    "ical.assumed.after": ("việc phải chờ", "predecessors"),
    "ical.assumed.finish": ("hạn", "deadline"),
    "ical.assumed.at": ("giờ bắt đầu", "start time"),
    "ical.assumed.not_before": ("ngày sớm nhất", "earliest start"),
    "ical.assumed.location": ("địa điểm", "location"),
    "ical.assumed.item": ("mục chương trình", "programme item"),
    "ical.assumed.cue": ("hiệu lệnh", "cue"),
    "ical.assumed.place": ("cách xếp ngày", "placing"),
    "ical.assumed.recurs": ("định kỳ", "recurrence"),
    "ical.assumed.title": ("tên việc", "title"),
    "ical.assumed.trouble": ("cách xử lý khi trục trặc", "what to do when it goes wrong"),
    "ical.assumed.worktime": ("lịch làm việc", "working calendar"),
    # The ceremony itself.
    "ical.hosts": ("Đơn vị tổ chức: {hosts}", "Hosts: {hosts}"),
    "ical.standing": ("Cơ quan thường trực: {agency}", "Standing agency: {agency}"),
    "ical.reserve": ("Ngày dự phòng: {day}", "Reserve day: {day}"),
    "ical.open_day": (
        "Ngày tổ chức chưa chốt: một ngày trong khoảng {first} – {last}.",
        "The day is not settled yet: one between {first} and {last}.",
    ),
    # Categories.
    "ical.category.ceremony": ("Sự kiện chính", "Ceremony"),
    "ical.category.deadline": ("Hạn", "Deadline"),
    "ical.category.tasks": ("Chuẩn bị", "Preparation"),
    "ical.category.day": ("Ngày tổ chức", "On the day"),
    "ical.category.programme": ("Chương trình", "Programme"),
    "ical.category.after": ("Sau sự kiện", "After the event"),
    "ical.category.lead": ("Chủ trì", "Lead"),
    "ical.category.each": ("Mỗi đơn vị", "Each unit"),
    "ical.category.support": ("Phối hợp", "Support"),
}
