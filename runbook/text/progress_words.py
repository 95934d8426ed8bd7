"""Sentences about what happened to tasks and what it does to the plan, (Vietnamese, English) by key."""

from __future__ import annotations

_SAYING = ("start", "done", "late", "reopen", "drop", "note", "received")
_AT = (
    "Lúc nào: 18/11, “18/11 16:30”, 16h30 (hôm nay), “hôm qua 16h” (mặc định: bây giờ).",
    "When: 18/11, “18/11 16:30”, 16:30 (today), “yesterday 16h” (default: now).",
)
_NOW = (
    "Coi thời điểm này là bây giờ (mặc định: theo đồng hồ).",
    "Take this moment as now (default: the clock).",
)

WORDS: dict[str, tuple[str, str]] = {
    "cmd.start": ("Ghi việc đã bắt đầu.", "Record that a task has begun."),
    "cmd.done": ("Ghi việc đã xong.", "Record that a task is done."),
    "cmd.late": (
        "Ghi việc sẽ chậm: còn bao nhiêu công, hoặc đến bao giờ mới xong.",
        "Record that a task will take longer: the work that is left, or until when.",
    ),
    "cmd.reopen": ("Mở lại việc đã ghi xong hoặc đã bỏ.", "Reopen a task that was done or dropped."),
    "cmd.drop": ("Ghi việc không làm nữa.", "Record that a task will not be done."),
    "cmd.note": ("Ghi một lời nhắn vào việc.", "Put a note to a task."),
    "cmd.received": (
        "Ghi đơn vị đã nộp phần của mình trong việc giao cho nhiều đơn vị.",
        "Record that an agency has handed in its part of a duty that many share.",
    ),
    "cmd.undo": ("Hủy một dòng đã ghi (mặc định: dòng cuối).", "Take back a line (default: the last)."),
    "cmd.log": ("Xem nhật ký tiến độ.", "Show what was recorded."),
    "cmd.status": (
        "Tình hình: việc xong, đang làm, chậm, chờ ai; ba ngày tới; ai còn nợ ai.",
        "How it stands: done, running, late, waiting for whom; the next three days; who owes whom.",
    ),
    "cmd.forecast": (
        "Dự kiến: kế hoạch và dự kiến cạnh nhau, hạn nào bị đe dọa, rút việc nào trước.",
        "The forecast beside the plan: which deadline is in danger, what to shorten first.",
    ),
    **{f"opt.{name}.at": _AT for name in _SAYING},
    **{f"opt.{name}.now": _NOW for name in (*_SAYING, "undo", "status", "forecast", "log")},
    **{f"opt.{name}.message": ("Lời ghi kèm.", "Words to go with it.") for name in (*_SAYING, "undo")},
    **{
        f"opt.{name}.store": (
            "Sổ nhật ký: tệp, thư mục hoặc postgresql://… (mặc định: runbook.sqlite cạnh tệp).",
            "The store: a file, a folder or postgresql://… (default: runbook.sqlite beside the file).",
        )
        for name in (*_SAYING, "undo", "log", "status", "forecast")
    },
    "opt.who": (
        "Ai báo (mặc định: RUNBOOK_ACTOR, rồi tài khoản đang dùng).",
        "Who says so (default: RUNBOOK_ACTOR, then the account).",
    ),
    "opt.as-planned": (
        "Đúng như kế hoạch; không nêu việc nào thì là mọi việc đến hạn theo kế hoạch.",
        "Just as planned; without a task all that the plan has begun, or ended, by now.",
    ),
    "opt.work": ("Còn bấy nhiêu công: 2.5d, 4h.", "This much work is left: 2.5d, 4h."),
    "opt.until": ("Đến lúc này mới xong: “20/11 17:30”.", "It will be done by then: “20/11 17:30”."),
    "opt.received.from": (
        "Đơn vị đã nộp; dùng được nhiều lần.",
        "The agency that handed it in; may be repeated.",
    ),
    "opt.line": ("Số dòng trong nhật ký.", "The number of the line."),
    "opt.task": ("Chỉ một việc.", "Only one task."),
    "opt.against": (
        "So với bản phát hành số này.",
        "Compare with this release.",
    ),
    "arg.tasks": ("VIỆC ...", "TASK ..."),
    "progress.line": ("Dòng {line}: {task}: {what}.", "Line {line}: {task}: {what}."),
    "progress.many": ("Đã ghi {count} dòng ({first}–{last}): {tasks}.", "Lines {first}–{last} ({count}): {tasks}."),
    "progress.again": (
        "Đã ghi từ trước (dòng {line}, {who}), không ghi thêm: {task}: {what}.",
        "Recorded before (line {line}, {who}), not again: {task}: {what}.",
    ),
    "progress.started": ("bắt đầu {at}", "begun {at}"),
    "progress.done": ("xong {at}", "done {at}"),
    "progress.late-work": ("còn {left} công, tính từ {at}", "{left} of work left as of {at}"),
    "progress.late-until": ("đến {until} mới xong (báo lúc {at})", "not done before {until} (said {at})"),
    "progress.reopened": ("mở lại từ {at}", "reopened {at}"),
    "progress.dropped": ("không làm nữa, từ {at}", "dropped {at}"),
    "progress.noted": ("lời nhắn, {at}", "note, {at}"),
    "progress.received": ("{agency} đã nộp {at}", "received from {agency} {at}"),
    "progress.undone": ("hủy dòng {line}", "line {line} taken back"),
    "progress.receipts": (
        "đã nhận {received}/{owed}; còn thiếu: {missing}",
        "{received} of {owed} received; missing: {missing}",
    ),
    "progress.all-received": ("đã nhận đủ {received}/{owed}", "all {received} of {owed} received"),
    "progress.and-more": (" và {count} đơn vị khác", " and {count} more"),
    "progress.not-waited": (
        "Lưu ý: {id} phải chờ những việc chưa ghi xong: {tasks}.",
        "Note: {id} was to wait for tasks that are not recorded as done: {tasks}.",
    ),
    "progress.expected-later": (
        "{id} dự kiến xong {finish}, chậm {by} so với kế hoạch ({planned}).",
        "{id} is expected by {finish}, {by} after the plan ({planned}).",
    ),
    "progress.expected-sooner": (
        "{id} dự kiến xong {finish}, sớm {by} so với kế hoạch ({planned}).",
        "{id} is expected by {finish}, {by} before the plan ({planned}).",
    ),
    "progress.over-later": (
        "{id} xong chậm {by} so với kế hoạch ({planned}).",
        "{id} was done {by} after the plan ({planned}).",
    ),
    "progress.over-sooner": (
        "{id} xong sớm {by} so với kế hoạch ({planned}).",
        "{id} was done {by} before the plan ({planned}).",
    ),
    "progress.as_of": ("DỰ KIẾN, lúc {now}", "FORECAST, as of {now}"),
    "progress.before": ("Trước khi ghi: {day}", "Before this: {day}"),
    "progress.saved": ("Không còn bị đe dọa: {tasks}.", "No longer in danger: {tasks}."),
    "progress.opening": ("giờ khai mạc", "the opening"),
    "progress.all_kept": ("Mọi hạn đều giữ được.", "Every deadline is kept."),
    "progress.others": (
        "Ngoài ra có {count} điều đã bị đe dọa từ trước; xem:",
        "In danger before this as well: {count}; see:",
    ),
    "progress.see": ("Xem:", "See:"),
    "log.title": ("NHẬT KÝ TIẾN ĐỘ", "WHAT WAS RECORDED"),
    "log.key": ("× đã hủy, hoặc không còn nghĩa.", "× taken back, or without meaning."),
    "log.empty": ("Chưa ghi gì.", "Nothing was recorded yet."),
    "col.line": ("Dòng", "Line"),
    "col.said": ("Ghi lúc", "Written"),
    "col.who": ("Người báo", "By"),
    "col.happened": ("Nội dung", "What"),
    "col.words": ("Lời ghi", "Words"),
    "refused.progress-future": (
        "{task}: {at} còn ở phía trước, bây giờ là {now}; chỉ ghi việc đã xảy ra.",
        "{task}: {at} is still to come, it is {now}; only what has happened is recorded.",
    ),
    "refused.progress-done": (
        "{task} đã được ghi xong lúc {finished}{line}. Chưa xong thì dùng reopen, ghi nhầm thì dùng undo.",
        "{task} was recorded as done at {finished}{line}. If it is not, reopen it; if that was a slip, undo it.",
    ),
    "refused.progress-dropped": (
        "{task} đã được ghi là không làm nữa, từ {finished}{line}. Vẫn làm thì dùng reopen.",
        "{task} was dropped at {finished}{line}. If it will be done, reopen it.",
    ),
    "refused.progress-running": (
        "{task} đã được ghi bắt đầu lúc {started}{line}. Ghi nhầm thì dùng undo.",
        "{task} was recorded as begun at {started}{line}. If that was a slip, undo it.",
    ),
    "refused.progress-not-over": (
        "{task} chưa được ghi xong, cũng chưa bỏ: không có gì để mở lại.",
        "{task} is neither done nor dropped: there is nothing to reopen.",
    ),
    "refused.progress-received": (
        "{task}: {agency} đã được ghi nộp lúc {received}.",
        "{task}: the part of {agency} was received at {received}.",
    ),
    "refused.progress-not-owed": (
        "{agency} không phải nộp phần nào của {task}.",
        "{agency} owes no part of {task}.",
    ),
    "refused.progress-no-receipts": (
        "{task} không giao cho nhiều đơn vị; khi xong dùng done.",
        "{task} is no duty that many share; use done when it is.",
    ),
    "refused.progress-before-start": (
        "{task} bắt đầu lúc {started}{line}; {at} còn trước đó.",
        "{task} began at {started}{line}; {at} is before that.",
    ),
    "refused.progress-before-end": (
        "{task} xong lúc {finished}{line}; không thể mở lại từ {at}, trước đó.",
        "{task} was over at {finished}{line}; it cannot be reopened at {at}, before that.",
    ),
    "refused.progress-until-past": (
        "{task}: “đến {until} mới xong” phải sau {at}.",
        "{task}: “not done before {until}” has to be after {at}.",
    ),
    "refused.progress-of-window": (
        "{task} kéo dài cả đợt theo kế hoạch, không có chậm; kết thúc sớm thì dùng done.",
        "{task} lasts its window and cannot be late; use done where it ends early.",
    ),
    "refused.progress-key": (
        "khóa “{key}” đã dùng cho dòng {line}, với nội dung khác.",
        "the key “{key}” was used for line {line}, of other content.",
    ),
    "refused.undo-nothing": ("chưa có dòng nào để hủy.", "there is no line to take back."),
    "refused.undo-unknown": ("không có dòng {line} trong nhật ký tiến độ.", "there is no line {line} of progress."),
    "refused.undo-undone": ("dòng {line} đã hủy rồi.", "line {line} was taken back already."),
    "refused.undo-undo": (
        "dòng {line} là một lần hủy; muốn lấy lại thì ghi lại điều đã hủy.",
        "line {line} takes another back; to have that again, say it again.",
    ),
    "progress.at_line": (" (dòng {line})", " (line {line})"),
    "wanted.time": (
        "“{words}” không phải là thời điểm; viết 18/11, “18/11 16:30”, 16h30, now.",
        "“{words}” is no moment; write 18/11, “18/11 16:30”, 16:30, now.",
    ),
    "wanted.no-task": ("cần nêu việc nào (mã hoặc tên).", "name the task (id or title)."),
    "wanted.none-due": (
        "theo kế hoạch không còn việc nào cần ghi đến lúc này.",
        "by the plan there is nothing left to record by now.",
    ),
    "wanted.how-late": (
        'cần đúng một trong hai: --work 2.5d (còn bấy nhiêu công) hoặc --until "20/11 17:30".',
        'say one of the two: --work 2.5d (the work that is left) or --until "20/11 17:30".',
    ),
    "wanted.work": (
        "“{words}” không phải là thời lượng; viết 2.5d, 4h, 90m.",
        "“{words}” is no length; write 2.5d, 4h.",
    ),
    "wanted.from": ("cần --from: đơn vị nào đã nộp.", "--from is missing: which agency handed it in."),
    "wanted.note": ("cần lời nhắn: -m “...”.", "write the note: -m “...”."),
    "wanted.line": ("“{words}” không phải là số dòng.", "“{words}” is no number of a line."),
}
