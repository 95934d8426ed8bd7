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
        "“{path}” không phải là sổ phát hành của runbook; để nguyên, chọn tệp khác.",
        "“{path}” is not a store of runbook; it is left alone, choose another file.",
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
}
