"""Sentences of the report side, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "weekday.1": ("T2", "Mon"),
    "weekday.2": ("T3", "Tue"),
    "weekday.3": ("T4", "Wed"),
    "weekday.4": ("T5", "Thu"),
    "weekday.5": ("T6", "Fri"),
    "weekday.6": ("T7", "Sat"),
    "weekday.7": ("CN", "Sun"),
    "time.clock": ("{hour}h{minute}", "{hour}:{minute}"),
    "time.days": ("{days} ngày", "{days} d"),
    "time.times": ("{count} lần", "{count} times"),
    "time.minutes": ("{minutes} phút", "{minutes} min"),
    "part.tasks": ("Chuẩn bị", "Preparation"),
    "part.day": ("Việc theo giờ", "Duties at the hour"),
    "part.programme": ("Chương trình", "Programme"),
    "part.during": ("Trong đợt", "During the campaign"),
    "part.after": ("Sau buổi lễ", "Afterwards"),
    "duty.CT": ("CT", "L"),
    "duty.PH": ("PH", "S"),
    "row.milestone": ("mốc", "milestone"),
    "row.deadline": ("chậm nhất {instant}", "by {instant}"),
    "row.deadline_before": ("trước ngày {day} ({last})", "before {day} ({last})"),
    "bound.opening": ("giờ khai mạc {when}", "the opening {when}"),
    "bound.closing": ("giờ bế mạc {when}", "the closing {when}"),
    "bound.deadline": ("thời hạn của {id}: {when}", "the deadline of {id}: {when}"),
    "bound.fixed": ("giờ cố định của {id}: {when}", "the fixed time of {id}: {when}"),
    "bound.end": ("không có thời hạn; kế hoạch kết thúc {when}", "no deadline; the plan ends {when}"),
    "late.finish": ("lẽ ra phải xong trước {when}", "should have been finished by {when}"),
    "late.start": ("lẽ ra phải bắt đầu từ {when}", "should have begun by {when}"),
    "late.by": ("{told}; đã chậm {by}", "{told}; {by} late"),
    "late.deadline": (
        "dự kiến xong {when}, quá thời hạn {deadline} là {by}",
        "planned to finish {when}, {by} past its deadline {deadline}",
    ),
    "late.short": (
        "phải bắt đầu chậm nhất {when}; thiếu {by}",
        "has to begin by {when}; {by} short",
    ),
    "plan.late": (
        "Không kịp: {late} trong {tasks} việc chuẩn bị bị chậm.",
        "Not feasible: {late} of {tasks} preparation tasks late.",
    ),
    "plan.deadlines": (
        "Kịp giờ khai mạc, nhưng {late} trong {tasks} việc chuẩn bị không kịp thời hạn riêng.",
        "Ready for the opening, but {late} of {tasks} preparation tasks past deadlines of their own.",
    ),
    "plan.tight": (
        "Kịp: {tasks} việc chuẩn bị, trong đó {critical} việc găng (không còn dự trữ).",
        "Feasible. Preparation tasks: {tasks}, critical (nothing in hand): {critical}.",
    ),
    "plan.loose": (
        "Kịp: {tasks} việc chuẩn bị, việc nào cũng còn dự trữ.",
        "Feasible. Preparation tasks: {tasks}, every one with time in hand.",
    ),
    "standing.ready": ("kịp", "feasible"),
    "standing.past": ("kịp khai mạc, nhưng có việc quá thời hạn", "ready for the opening, but past deadlines"),
    "standing.not_ready": ("không kịp khai mạc", "not ready for the opening"),
    "changed.title": ("SO VỚI KHI CHƯA THAY ĐỔI", "COMPARED WITH THE PLAN UNCHANGED"),
    "changed.moved": ("{count} việc dời ngày.", "Tasks moved: {count}."),
    "changed.none": ("Không việc nào dời ngày.", "No task is moved."),
    "changed.shifted": (
        "{count} việc khác giữ ngày nhưng đổi thời điểm chậm nhất hoặc dự trữ.",
        "Others that stay, with another latest date or time in hand: {count}.",
    ),
    "changed.shifts": (
        "Giữ ngày, nhưng đổi thời điểm chậm nhất hoặc dự trữ:",
        "Not moved, but with another latest date or time in hand:",
    ),
    "changed.standing": ("Trước: {before}; sau: {after}.", "Before: {before}; after: {after}."),
    "changed.earliest": (
        "Ngày sớm nhất có thể tổ chức: trước {before}, sau {after}.",
        "The earliest day that can be held: {before} before, {after} after.",
    ),
    "changed.no_day": ("không có", "none"),
    "col.latest_before": ("Chậm nhất xong (trước)", "Latest finish before"),
    "col.float_before": ("Dự trữ (trước)", "In hand before"),
    "col.latest_after": ("Chậm nhất xong (sau)", "Latest finish after"),
    "col.float_after": ("Dự trữ (sau)", "In hand after"),
    "plan.critical": (
        "Chuỗi việc găng: {count} (chậm một việc trên chuỗi là chậm cả kế hoạch)",
        "Critical paths: {count} (a delay of any task on one moves the whole plan)",
    ),
    "plan.empty": ("Không có việc chuẩn bị nào.", "There is nothing to prepare."),
    "plan.elsewhere": (
        "Chuẩn bị kịp khai mạc, nhưng trong ngày và sau lễ có {late} việc không kịp thời hạn.",
        "Ready for the opening; on the day and after it, tasks past their deadlines: {late}.",
    ),
    "dates.feasible": ("kịp, dự trữ {spare}", "feasible, {spare} in hand"),
    "dates.short": ("không kịp: thiếu {short}, {late} việc chậm", "not feasible: {short} short, tasks late: {late}"),
    "dates.chosen": ("ngày đã chọn", "chosen"),
    "dates.reserve": ("ngày dự phòng", "reserve"),
    "dates.unwanted": ("ngoài các thứ dự kiến", "not a weekday asked for"),
    "dates.broken": ("quá thời hạn: {tasks}", "past the deadline: {tasks}"),
    "dates.earliest": ("Ngày sớm nhất có thể tổ chức: {day}.", "The earliest day that can be held: {day}."),
    "dates.none": (
        "Trong 400 ngày tới không có ngày nào kịp chuẩn bị.",
        "No day within 400 days leaves enough time to prepare.",
    ),
    "why.drag": (
        "Nếu việc này không mất thời gian, mốc ràng buộc nó sớm hơn được {by}.",
        "If it took no time, what it is bound to would come forward by {by}.",
    ),
    "why.no_drag": (
        "Rút riêng việc này không làm sớm thêm, vì còn chuỗi khác cũng găng.",
        "Shortening it alone gains nothing: another chain is as tight.",
    ),
    "why.cut": ("rút {id} bớt {by}", "shorten {id} by {by}"),
    "why.lacking": (
        "vẫn thiếu {by} dù mọi việc trên chuỗi đã rút còn một nửa",
        "still {by} short with every task on the chain cut by half",
    ),
    "sheet.day_n": ("NGÀY N", "DAY N"),
    "sheet.goes_on": ("tiếp", "cont."),
    "sheet.untimed": ("Việc trong ngày, không định giờ", "Work of the day without a fixed hour"),
    "sheet.before": ("Trước giờ khai mạc", "Before the opening"),
    "sheet.programme": ("Trong chương trình", "During the programme"),
    "sheet.after": ("Sau bế mạc", "After the closing"),
    "sheet.morning": ("Buổi sáng", "Morning"),
    "sheet.afternoon": ("Buổi chiều", "Afternoon"),
    "sheet.evening": ("Buổi tối", "Evening"),
    "sheet.night": ("Đêm ngày N (tiếp)", "The night of day N (continued)"),
    "sheet.opening": ("Khai mạc", "Opening"),
    "sheet.closing": ("Bế mạc", "Closing"),
    "sheet.more": ("… và {count} việc khác", "… and {count} more"),
    "sheet.due": ("Thời hạn: {title}", "Deadline: {title}"),
    "sheet.decide": ("Phải quyết: {what}", "To decide: {what}"),
    "sheet.counts": (
        "{tasks} việc, {critical} việc găng, {agencies} đơn vị chủ trì",
        "tasks: {tasks}, critical: {critical}, agencies in the lead: {agencies}",
    ),
    "show.clause": ("mục {item}", "item {item}"),
    "show.summary": (
        "Tổng thời lượng {total} phút; kết thúc {end}, bế mạc theo kế hoạch {closing}.",
        "{total} minutes in all; ends {end}, closing planned for {closing}.",
    ),
    "show.passes": (
        "Chương trình vượt giờ bế mạc {closing} là {over}.",
        "The programme passes the closing at {closing} by {over}.",
    ),
    "show.pushed": (
        "Mục {id} không thể bắt đầu đúng giờ cố định {clock}: các mục trước chưa xong.",
        "Item {id} cannot begin at its fixed time {clock}: the items before it are not over.",
    ),
    "problem.programme-passes-closing": (
        "chương trình vượt giờ bế mạc {minutes} phút (mục cuối: {id})",
        "the programme passes the closing by {minutes} min (last item: {id})",
    ),
    "problem.programme-passes-closing.fix": (
        "Rút ngắn các mục (length), hoặc kéo dài giờ ở hours.",
        "Shorten items (length), or extend hours.",
    ),
    "problem.programme-ends-early": (
        "chương trình xong trước giờ bế mạc {minutes} phút (mục cuối: {id})",
        "the programme ends {minutes} min before the closing (last item: {id})",
    ),
    "problem.programme-ends-early.fix": (
        "Nếu không phải thời gian dự phòng thì kéo dài một mục, hoặc sửa giờ bế mạc ở hours.",
        "Unless the time is kept in reserve, lengthen an item or put the closing in hours earlier.",
    ),
    "problem.programme-gap": (
        "giữa mục {before} và mục {id} có {minutes} phút trống",
        "between the items {before} and {id} there are {minutes} min of nothing",
    ),
    "problem.programme-gap.fix": (
        "Kéo dài mục {before}, thêm một mục, hoặc sửa giờ cố định (at) của mục {id}.",
        "Lengthen {before}, add an item, or change the fixed time (at) of {id}.",
    ),
    "problem.programme-overrun": (
        "mục {id} bị đẩy lùi {minutes} phút so với giờ cố định, vì các mục trước chưa xong",
        "the item {id} is pushed {minutes} min past its fixed time by the items before it",
    ),
    "problem.programme-overrun.fix": (
        "Rút ngắn các mục trước, hoặc sửa giờ cố định (at) của mục {id}.",
        "Shorten the items before it, or change the fixed time (at) of {id}.",
    ),
    "problem.deadline-broken": (
        "tổ chức ngày {day} thì việc {id} không kịp thời hạn của nó",
        "with the ceremony on {day}, the task {id} misses its own deadline",
    ),
    "problem.deadline-broken.fix": (
        "Xem chuỗi việc dẫn đến {id}: runbook why TỆP {id}",
        "See the chain that leads to {id}: runbook why FILE {id}",
    ),
    "problem.not-ready": (
        "chuẩn bị không kịp khai mạc ngày {day}: {count} việc chậm; chuỗi găng nhất {chain}",
        "preparation is not ready for the opening on {day}; late tasks: {count}; tightest chain {chain}",
    ),
    "problem.not-ready.fix": (
        "Rút ngắn việc trên chuỗi, hoặc chọn ngày khác: runbook dates TỆP",
        "Shorten tasks of the chain, or choose another day: runbook dates FILE",
    ),
    "problem.preparation-after-opening": (
        "việc chuẩn bị {id} được xếp bắt đầu sau giờ khai mạc",
        "the preparation task {id} is told to begin after the opening",
    ),
    "problem.preparation-after-opening.fix": (
        "Chuyển việc {id} xuống phần after, hoặc sửa not_before, at.",
        "Move {id} to the part after, or change not_before or at.",
    ),
    "problem.agency-without-duty": (
        "cơ quan {id} không chủ trì, không phối hợp việc nào",
        "the agency {id} neither leads nor supports anything",
    ),
    "problem.agency-without-duty.fix": (
        "Giao việc cho {id}, hoặc bỏ khỏi agencies.",
        "Give {id} a task, or take it out of agencies.",
    ),
    "problem.holiday-expected": (
        "ngày {day} ({name}) mới là dự kiến nghỉ, chưa có thông báo chính thức",
        "{day} ({name}) is only expected to be a day off, not yet announced",
    ),
    "problem.holiday-expected.fix": (
        "Khi có thông báo, ghi ngày này vào holidays (off hoặc work) nếu khác dự kiến.",
        "When it is announced, state the day under holidays (off or work) if it differs.",
    ),
    "problem.holidays-unknown": (
        "kế hoạch kéo sang năm {year}, chưa có dữ liệu ngày nghỉ của năm này",
        "the plan reaches the year {year}, for which there is no table of holidays",
    ),
    "problem.holidays-unknown.fix": (
        "Ghi ngày nghỉ của năm {year} vào holidays, hoặc thêm một tệp .csv ở worktime.",
        "State the days off of {year} under holidays, or add a .csv file under worktime.",
    ),
}
