"""Sentences about the store, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "store.missing": (
        'không có sổ phát hành “{path}”. Sổ được lập khi phát hành lần đầu: runbook release TỆP -m "..."',
        'there is no store “{path}”. The first release begins it: runbook release FILE -m "..."',
    ),
    "store.no-folder": ("thư mục chứa “{path}” không có.", "the folder of “{path}” is not there."),
    "store.exists": ("“{path}” đã có, không ghi đè.", "“{path}” exists already and is not overwritten."),
    "store.busy": (
        "sổ phát hành “{path}” đang bị chương trình khác giữ quá lâu; thử lại sau. Chưa có gì thay đổi.",
        "another program holds the store “{path}” for too long; try again. Nothing was changed.",
    ),
    "store.full": (
        "không ghi được sổ phát hành “{path}”: hết chỗ trên đĩa. Những gì đã có vẫn nguyên.",
        "the store “{path}” cannot be written: the disk is full. What was there is unchanged.",
    ),
    "store.denied": ("không có quyền dùng sổ phát hành “{path}”.", "no permission to use the store “{path}”."),
    "store.damaged": (
        "sổ phát hành “{path}” bị hỏng ({reason}); khôi phục từ bản sao: runbook restore BẢN_SAO",
        "the store “{path}” is damaged ({reason}); bring back a backup: runbook restore BACKUP",
    ),
    "store.foreign": (
        "“{path}” không phải là sổ phát hành của runbook, hoặc đã hỏng ngay đầu tệp; để nguyên. Chọn tệp khác, hoặc "
        "khôi phục từ bản sao: runbook restore BẢN_SAO",
        "“{path}” is not a store of runbook, or one whose first bytes are lost; it is left alone. Choose another "
        "file, or bring back a backup: runbook restore BACKUP",
    ),
    "store.no-backup": (
        "“{path}” không phải là sổ phát hành của runbook; để nguyên, chọn tệp khác.",
        "“{path}” is not a store of runbook; it is left alone, choose another file.",
    ),
    "store.in-the-way": (
        "“{path}” không phải là sổ phát hành của runbook; để nguyên. Nếu muốn khôi phục vào đó, chuyển tệp này sang "
        "chỗ khác trước.",
        "“{path}” is not a store of runbook; it is left alone. To bring a store back there, move that file away first.",
    ),
    "store.newer": (
        "sổ phát hành do bản runbook mới hơn ghi ({kind}); cài bản mới rồi dùng lại.",
        "the store was written by a newer runbook ({kind}); install that one.",
    ),
    "store.failed": (
        "không dùng được sổ phát hành “{path}” ({reason}).",
        "the store “{path}” cannot be used ({reason}).",
    ),
    "store.broken": (
        "sổ phát hành không còn như lúc ghi, từ dòng {place}; không sao chép.",
        "the journal is not what was written from row {place} on; it is not copied.",
    ),
    "store.altered": (
        "sổ phát hành “{path}” không còn cấu trúc như khi lập ({reason}); khôi phục từ bản sao: "
        "runbook restore BẢN_SAO",
        "the store “{path}” is not built as it was made ({reason}); bring back a backup: runbook restore BACKUP",
    ),
    "store.replaced": (
        "sổ phát hành “{path}” vừa bị thay bằng tệp khác; chạy lại lệnh. Chưa có gì thay đổi.",
        "the store “{path}” was just replaced by another file; run the command again. Nothing was changed.",
    ),
    "store.repeated": (
        "khóa “{key}” đã dùng cho một lệnh khác; chọn khóa khác.",
        "the key “{key}” was used by another command; choose another one.",
    ),
    "store.unwritable": (
        "có nội dung không lưu được vào sổ phát hành ({reason}). Chưa có gì thay đổi.",
        "something cannot be kept in the store ({reason}). Nothing was changed.",
    ),
    "store.bad-address": (
        "“{path}” không phải là địa chỉ của một cơ sở dữ liệu postgresql://...",
        "“{path}” is not the address of a database postgresql://...",
    ),
    "store.unsound": (
        "“{path}” không đáng tin ({reason}); để nguyên.",
        "“{path}” is not sound ({reason}); it is left alone.",
    ),
    "store.no-driver": (
        'muốn dùng PostgreSQL cần gói psycopg: pip install "runbook[postgres]"',
        'PostgreSQL needs the package psycopg: pip install "runbook[postgres]"',
    ),
    "store.no-server": ("không kết nối được với {path} ({reason}).", "{path} cannot be reached ({reason})."),
    "store.fault.damage": ("tệp hỏng: {what}", "the file is damaged: {what}"),
    "store.fault.chain": (
        "nhật ký bị sửa hoặc thiếu từ dòng {what}",
        "the journal was changed or cut from row {what} on",
    ),
    "store.fault.tables": ("bảng {what} không khớp với nhật ký", "the table {what} is not what the journal says"),
    "store.fault.unreadable": ("không đọc được: {what}", "it cannot be read: {what}"),
    "doctor.title": ("KIỂM TRA MÁY VÀ SỔ PHÁT HÀNH", "THIS MACHINE AND THE STORE"),
    "doctor.what": ("Mục", "Item"),
    "doctor.found": ("Tình trạng", "State"),
    "doctor.fine": ("Không có gì sai.", "Nothing is wrong."),
    "doctor.wrong": ("{count} điều cần sửa, đánh dấu !!", "To be put right, marked !!: {count}"),
    "doctor.missing": ("thiếu; cài lại: pip install runbook", "missing; install again: pip install runbook"),
    "doctor.extra.numpy": (
        "không có; chỉ cần cho kế hoạch trên 10.000 việc: {command}",
        "not there; only plans above 10,000 tasks gain by it: {command}",
    ),
    "doctor.extra.psycopg": (
        "không có; chỉ cần khi sổ phát hành ở PostgreSQL: {command}",
        "not there; only a store in PostgreSQL needs it: {command}",
    ),
    "doctor.zone": ("Múi giờ", "Time zones"),
    "doctor.no_zone": (
        "thiếu dữ liệu múi giờ: pip install tzdata",
        "the data of time zones is missing: pip install tzdata",
    ),
    "doctor.letters": ("Chữ trên màn hình", "Letters of the terminal"),
    "doctor.no_letters": (
        "{encoding}: không hiện được tiếng Việt, sẽ in không dấu",
        "{encoding}: cannot show Vietnamese, which is printed without marks",
    ),
    "doctor.wal": ("ghi theo WAL được", "the write-ahead log can be relied on"),
    "doctor.no_wal": (
        "bản này có lỗi WAL, nên dùng nhật ký cắt ngắn (an toàn, chậm hơn một chút)",
        "this one has the WAL-reset bug, so a truncated journal is used (safe, a little slower)",
    ),
    "doctor.store": ("Sổ phát hành", "Store"),
    "doctor.no_store": (
        "chưa có ({path}); được lập khi phát hành lần đầu",
        "none yet ({path}); the first release begins it",
    ),
    "doctor.soundness": ("Kiểm tra sổ", "Soundness"),
    "doctor.sound": (
        "tốt: tệp lành, nhật ký không bị sửa, các bảng khớp với nhật ký",
        "sound: the file is whole, the journal unchanged, the tables are what it says",
    ),
    "doctor.ceremony": ("Sự kiện", "Ceremony"),
    "doctor.releases": ("{count} bản phát hành", "releases: {count}"),
    "doctor.progress": ("{count} dòng tiến độ", "progress lines: {count}"),
    "backup.done": (
        "Đã sao sổ phát hành sang {path}: {count} dòng nhật ký, đã kiểm tra. Khi cần:",
        "The store was copied to {path}: rows of the journal: {count}, checked. When needed:",
    ),
    "restore.done": (
        "Đã khôi phục {path} từ {source}: {count} dòng nhật ký, đã kiểm tra.",
        "{path} was brought back from {source}: rows of the journal: {count}, checked.",
    ),
    "restore.aside": ("Sổ trước đó được giữ ở:", "The store before is kept as:"),
}
