"""Sentences about how sure a plan is, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cmd.risk": (
        "Rủi ro: khả năng kịp khai mạc, kịp từng hạn, kịp từng ngày; việc nào quyết định, cần dự trữ bao nhiêu.",
        "The risk: the chance of the opening, each deadline, each possible day; what decides it, what buffer it takes.",
    ),
    "opt.risk.now": (
        "Tính từ thời điểm này (mặc định: dòng tiến độ ghi sau cùng, chưa ghi thì là lúc bắt đầu trong tệp).",
        "As of this moment (default: the last thing recorded, else the start of the file).",
    ),
    "opt.risk.store": (
        "Sổ nhật ký: tệp, thư mục hoặc postgresql://… (mặc định: runbook.sqlite cạnh tệp).",
        "The store: a file, a folder or postgresql://… (default: runbook.sqlite beside the file).",
    ),
    "opt.seed": (
        "Số gốc của các lần rút ngẫu nhiên (mặc định 1); cùng số gốc thì cùng kết quả.",
        "The seed of what is drawn (default 1); the same seed gives the same answer.",
    ),
    "opt.samples": ("Thử bao nhiêu lần (mặc định 10000).", "How many samples to try (default 10000)."),
    "opt.spread": (
        "Việc không ghi range thì nhanh nhất..chậm nhất bằng bấy nhiêu thời lượng dự kiến (mặc định 80%..150%).",
        "A task without a range takes from this to that much of its duration (default 80%..150%).",
    ),
    "wanted.spread": (
        "--spread phải là nhanh nhất..chậm nhất với 100% ở giữa, ví dụ 80%..150%; không đọc được “{words}”.",
        "--spread is at best..at worst with 100% between them, such as 80%..150%, not “{words}”.",
    ),
    "wanted.samples": (
        "--samples phải là số nguyên từ {least} đến {most}; không đọc được “{words}”.",
        "--samples is a whole number from {least} to {most}, not “{words}”.",
    ),
    "wanted.seed": (
        "--seed phải là số nguyên từ 0 đến {most}; không đọc được “{words}”.",
        "--seed is a whole number from 0 to {most}, not “{words}”.",
    ),
    "refused.no-vantage": (
        "tệp không có start và chưa ghi tiến độ nào, nên không biết việc bắt đầu được từ bao giờ (kế hoạch tính lùi "
        "thì chậm đâu lỡ đó). Nêu thời điểm bằng --now, hoặc ghi start vào tệp.",
        "the file has no start and nothing was recorded, so nobody knows from when work can begin (planned backwards, "
        "any delay is one too many). Give the moment with --now, or write start into the file.",
    ),
    "refused.no-numpy": (
        "rút thời lượng ngẫu nhiên cần thư viện numpy, chưa cài ở đây: pip install 'runbook[fast]'",
        "drawing durations needs the library numpy, which is not installed here: pip install 'runbook[fast]'",
    ),
    "risk.title": ("RỦI RO TIẾN ĐỘ", "RISK TO THE SCHEDULE"),
    "risk.as_of": (
        "Tính từ {now}; {samples} lần thử, số gốc (seed) {seed}.",
        "As of {now}; {samples} samples, seed {seed}.",
    ),
    "risk.ranged": (
        "Thời lượng rút ngẫu nhiên của {varied} việc: {ranged} việc theo khoảng ghi trong tệp (range), {rest} việc từ "
        "{best} % đến {worst} % thời lượng dự kiến{why}. Mốc, giờ cố định, việc trong ngày và chương trình không đổi.",
        "Durations are drawn for {varied} tasks: {ranged} by the range in the file, {rest} from {best} % to {worst} % "
        "of what is planned{why}. Milestones, fixed hours, duties of the day and the programme do not vary.",
    ),
    "risk.by_default": (" (mặc định)", " (the default)"),
    "risk.opening": (
        "Khả năng chuẩn bị xong kịp khai mạc {day}: {chance}.",
        "The chance of being ready for the opening, {day}: {chance}.",
    ),
    "risk.campaign": (
        "Khả năng chuẩn bị xong kịp {what} ({day}): {chance}.",
        "The chance of being ready for {what} ({day}): {chance}.",
    ),
    "risk.worst": (
        "Kém chắc nhất: hạn của {task}, {chance}.",
        "Least sure: the deadline of {task}, {chance}.",
    ),
    "risk.all_sure": (
        "Chuẩn bị và mọi hạn đều chắc trên 99 %.",
        "Preparation and every deadline are surer than 99 %.",
    ),
    "risk.deadlines_sure": ("Mọi hạn đều chắc trên 99 %.", "Every deadline is surer than 99 %."),
    "risk.driver": (
        "Quyết định nhất: {task}, {when}. Nếu chỉ mất {best} (nhanh nhất) thì khả năng là {chance}.",
        "What decides it most: {task}, {when}. If it took only {best} (at best), the chance would be {chance}.",
    ),
    "risk.from": ("bắt đầu được từ {start}, đừng để muộn hơn", "which can begin {start}: no later"),
    "risk.running": ("đang làm, dự kiến xong {finish}", "which is running, expected by {finish}"),
    "risk.together": ("Cả {tasks} đều nhanh nhất: {chance}.", "With all of {tasks} at their best: {chance}."),
    "risk.certain": (
        "Không việc nào có thời lượng thay đổi quyết định điều đó: phải sửa kế hoạch, xem runbook forecast.",
        "No duration that varies decides it: the plan itself must change, see runbook forecast.",
    ),
    "risk.day_sure": (
        "Ngày đầu tiên của khoảng ngày đạt từ {share}: {day} ({chance}).",
        "The first day of the window with {share} or more: {day} ({chance}).",
    ),
    "risk.no_day_sure": (
        "Không ngày nào của khoảng ngày đạt {share}; cao nhất {day} ({chance}).",
        "No day of the window reaches {share}; the best is {day} ({chance}).",
    ),
    "risk.days": ("TỪNG NGÀY CÓ THỂ TỔ CHỨC", "EACH POSSIBLE DAY"),
    "risk.deadlines": ("TỪNG HẠN", "EACH DEADLINE"),
    "risk.sure": ("{count} hạn chắc trên 99 %.", "Deadlines surer than 99 %: {count}."),
    "risk.buffer": ("DỰ TRỮ CẦN CÓ", "THE BUFFER IT TAKES"),
    "risk.planned": (
        "Nếu mọi việc mất đúng thời lượng dự kiến thì xong {ready}; chậm nhất phải xong {last}: {hand}.",
        "If every task takes just what is planned, all is ready {ready}; it must be by {last}: {hand}.",
    ),
    "risk.in_hand": ("dự trữ {by}", "{by} in hand"),
    "risk.short": ("thiếu {by}", "{by} short"),
    "risk.needed": (
        "Để chắc {share}: cần {needed} dự trữ kể từ lúc ấy (xong {at}); {verdict}.",
        "To be {share} sure: {needed} of buffer from then on (ready {at}); {verdict}.",
    ),
    "risk.enough": ("đã đủ", "there is enough"),
    "risk.lacking": (
        "thiếu {by}: lùi ngày, bắt đầu sớm hơn hoặc rút việc bấy nhiêu",
        "{by} is lacking: put off the day, begin sooner or shorten tasks by as much",
    ),
    "risk.unit": (
        "Dự trữ tính bằng ngày làm việc của cơ quan, làm tròn lên một phần tư ngày.",
        "Buffers are working days of the office, rounded up to a quarter.",
    ),
    "risk.histogram": ("NGÀY CHUẨN BỊ XONG", "WHEN ALL IS READY"),
    "risk.histogram_key": (
        "█ kịp; ░ không kịp. Cột số: ngày ấy, cộng dồn.",
        "█ in time; ░ too late. Figures: on that day, up to then.",
    ),
    "risk.opens": ("khai mạc", "opening"),
    "risk.begins": ("bắt đầu", "begins"),
    "risk.critical": (
        "VIỆC NÀO HAY NẰM TRÊN CHUỖI QUYẾT ĐỊNH NGÀY XONG (chỉ số găng)",
        "WHAT IS OFTEN ON THE CHAIN THAT SETS WHEN ALL IS READY (criticality index)",
    ),
    "risk.more": ("{count} việc nữa; xem --json.", "And {count} more; see --json."),
    "risk.tornado": (
        "VIỆC NÀO LÀM XÊ DỊCH NGÀY XONG NHIỀU NHẤT (ngày làm việc)",
        "WHAT MOVES WHEN ALL IS READY MOST (working days)",
    ),
    "risk.tornado_key": (
        "Xong sớm hay muộn hơn trung bình bao nhiêu: ░ ở một phần năm số lần thử mà việc ấy nhanh nhất, █ chậm nhất.",
        "How much sooner or later than on average all is ready: ░ in the fifth of the samples in which the task is "
        "quickest, █ slowest.",
    ),
    "col.chance": ("Khả năng", "Chance"),
    "col.due_by": ("Hạn chậm nhất", "Due by"),
    "col.index": ("Chỉ số", "Index"),
    "drawing.risk": ("Ngày chuẩn bị xong", "When all is ready"),
    "drawing.tornado": ("Việc nào làm xê dịch ngày xong nhiều nhất", "What moves when all is ready most"),
    "drawing.risk_kept": ("Kịp", "In time"),
    "drawing.risk_late": ("Không kịp", "Too late"),
    "drawing.risk_sum": ("Cộng dồn (trục phải)", "Up to then (right axis)"),
    "drawing.risk_opens": ("chậm nhất để kịp khai mạc", "last for the opening"),
    "drawing.risk_begins": ("chậm nhất để kịp bắt đầu", "last for the beginning"),
    "drawing.risk_about": (
        "Phân bố ngày chuẩn bị xong qua {samples} lần thử, từ {first} đến {last}; {opening}",
        "How the day on which all is ready spreads over {samples} samples, {first} to {last}; {opening}",
    ),
    "drawing.tornado_quick": ("Một phần năm nhanh nhất", "Its quickest fifth"),
    "drawing.tornado_slow": ("Một phần năm chậm nhất", "Its slowest fifth"),
    "drawing.tornado_index": ("Chỉ số găng", "Criticality"),
    "drawing.tornado_axis": (
        "Ngày làm việc so với lúc xong trung bình ({mean})",
        "Working days from the mean ({mean})",
    ),
    "drawing.tornado_about": (
        "{count} việc làm xê dịch ngày xong nhiều nhất; đứng đầu: {first}.",
        "The {count} tasks that move when all is ready most; the first: {first}.",
    ),
    "drawing.tornado_none": (
        "Không việc nào làm xê dịch ngày xong.",
        "No task moves when all is ready.",
    ),
    "product.risk": ("Rủi ro tiến độ", "Risk to the schedule"),
    "filename.risk": ("rui-ro", "risk"),
}
