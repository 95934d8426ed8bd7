"""Sentences of a rehearsal, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cmd.rehearse": (
        "Diễn tập trọn buổi lễ với đồng hồ giả, việc nhanh chậm ngẫu nhiên; ghi vào một sổ riêng.",
        "Play the whole ceremony through on a simulated clock, with drawn delays, into a store of its own.",
    ),
    "opt.rehearse.seed": (
        "Số gốc của các lần rút ngẫu nhiên (mặc định 1); cùng số gốc thì cùng một buổi diễn tập.",
        "The seed of what is drawn (default 1); the same seed gives the same rehearsal.",
    ),
    "opt.rehearse.store": (
        "Sổ nhật ký của buổi diễn tập (mặc định: một tệp mới cạnh tệp buổi lễ).",
        "The store of the rehearsal (default: a new file beside the ceremony file).",
    ),
    "rehearsal.file": ("{stem}-dien-tap-{seed}.sqlite", "{stem}-rehearsal-{seed}.sqlite"),
    "rehearsal.title": ("DIỄN TẬP, số gốc {seed}: {title}", "REHEARSAL, seed {seed}: {title}"),
    "rehearsal.store": (
        "Đồng hồ là giả, độ nhanh chậm được rút ngẫu nhiên; mọi lệnh ghi vào {store}, không đụng sổ thật.",
        "The clock is simulated, delays are drawn; all is recorded in {store}, the real store stays as it is.",
    ),
    "rehearsal.who": ("diễn tập", "rehearsal"),
    "rehearsal.released": ("phát hành kế hoạch, bản 1", "the plan is released as number 1"),
    "rehearsal.message": ("Bản diễn tập", "Rehearsed"),
    "rehearsal.started": ("bắt đầu {tasks}", "{tasks} begun"),
    "rehearsal.done": ("xong {tasks}", "{tasks} done"),
    "rehearsal.late": ("sẽ chậm: {tasks}; còn {left} công", "will be late: {tasks}; {left} of work left"),
    "rehearsal.received": ("{agency} nộp {tasks} ({received}/{owed})", "{agency} hands in {tasks} ({received}/{owed})"),
    "rehearsal.dropped": ("khai mạc, không còn kịp: {tasks}", "the opening, too late for: {tasks}"),
    "rehearsal.tasks": (
        "Chuẩn bị {count} việc: {kept} đúng hoặc sớm hơn kế hoạch, {late} muộn hơn{worst}; {dropped} không kịp.",
        "Preparation, {count} tasks: {kept} as planned or sooner, {late} later{worst}; {dropped} not in time.",
    ),
    "rehearsal.worst": (" (nhất là {task}: {by})", " (most of all {task}, by {by})"),
    "rehearsal.missed": ("Hạn không giữ được: {tasks}.", "Deadlines missed: {tasks}."),
    "rehearsal.all_kept": ("Mọi thời hạn đều giữ được.", "Every deadline was kept."),
    "rehearsal.show": ("Chương trình: {end}.", "The programme: {end}."),
    "rehearsal.next": ("Xem tiếp:", "Look further:"),
    "refused.rehearsed": (
        "{store} đã có dòng ghi của buổi lễ này; diễn tập cần sổ mới: nêu --store khác, hoặc xóa tệp ấy nếu là buổi "
        "diễn tập cũ.",
        "{store} already holds lines of this ceremony; a rehearsal needs a new store: name another --store, or delete "
        "that file if it is of an old rehearsal.",
    ),
}
