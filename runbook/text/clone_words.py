"""Sentences about a file made from last year's, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "clone.heading.day": ("NGÀY N", "DAY N"),
    "clone.heading.verdict": ("KẾ HOẠCH MỚI", "THE NEW PLAN"),
    "clone.heading.holidays": ("NGÀY NGHỈ, NGÀY LÀM BÙ", "DAYS OFF AND DAYS WORKED"),
    "clone.heading.dates": ("NGÀY PHẢI XEM LẠI", "DATES TO LOOK AT"),
    "clone.heading.document": (
        "VĂN BẢN KẾ HOẠCH (mới dời ngày ký; thay hết khi có kế hoạch mới)",
        "THE PLAN DOCUMENT (only its date moved; replace it all when there is a new one)",
    ),
    "clone.heading.texts": (
        "CHỮ CÓ NÊU NGÀY, NĂM (chưa sửa; gợi ý đứng sau mũi tên)",
        "WORDS THAT NAME DAYS AND YEARS (not changed; suggestions behind the arrow)",
    ),
    "clone.heading.people": (
        "ĐẦU MỐI (kiểm tra lại người, điện thoại, hộp thư)",
        "PEOPLE (check names, numbers and addresses)",
    ),
    "clone.heading.moved": ("ĐÃ SỬA TRONG TỆP", "CHANGED IN THE FILE"),
    "clone.at": ("dòng {line}, {place}: {told}", "line {line}, {place}: {told}"),
    "clone.at_line": ("dòng {line}: {told}", "line {line}: {told}"),
    "clone.to-holiday": ("{day} là ngày nghỉ: {off}.", "{day} is a day off: {off}."),
    "clone.to-rest": ("{day} là ngày cơ quan không làm việc.", "{day} is no working day of the office."),
    "clone.to-unwanted": (
        "{day} không thuộc các thứ nên tổ chức ghi ở date.days.",
        "{day} is not one of the weekdays asked for in date.days.",
    ),
    "clone.verdict": (
        "{new_day}: {new}. Kế hoạch cũ, {old_day}: {old}.",
        "{new_day}: {new}. The old plan, {old_day}: {old}.",
    ),
    "clone.feasible": ("kịp khai mạc, dự trữ {spare}", "ready for the opening, in hand: {spare}"),
    "clone.short": (
        "không kịp khai mạc, thiếu {short}, {late} việc chậm, chuỗi găng nhất {chain}",
        "not ready for the opening, {short} short, tasks late: {late}, tightest chain {chain}",
    ),
    "clone.campaign-verdict": (
        "Ngày N là {new_day}: {new}. Đợt cũ, ngày N là {old_day}: {old}.",
        "Day N is {new_day}: {new}. The old campaign, day N {old_day}: {old}.",
    ),
    "clone.campaign.feasible": ("chuẩn bị kịp, dự trữ {spare}", "prepared in time, in hand: {spare}"),
    "clone.campaign.short": (
        "chuẩn bị không kịp, thiếu {short}, {late} việc chậm, chuỗi găng nhất {chain}",
        "not prepared in time, {short} short, tasks late: {late}, tightest chain {chain}",
    ),
    "clone.reversed": (
        "lúc sớm nhất được bắt đầu không còn trước thời hạn",
        "the earliest moment to begin is no longer before the deadline",
    ),
    "clone.warning": ("{problem}", "{problem}"),
    "clone.more-off": (
        "{off} lấy của kế hoạch {days} ngày làm việc ({dates}); ở kế hoạch cũ: {was}.",
        "{off} takes this many working days out of the plan: {days} ({dates}); out of the old one: {was}.",
    ),
    "clone.less-off": (
        "{off} lấy của kế hoạch cũ {was} ngày làm việc ({dates}); ở kế hoạch mới: {days}.",
        "{off} took this many working days out of the old plan: {was} ({dates}); out of the new one: {days}.",
    ),
    "clone.worked": ("{day} là ngày làm việc: {off}.", "{day} is worked: {off}."),
    "clone.no-name": ("Ngày nghỉ riêng", "A day of your own"),
    "clone.own-day": (
        "{old} → {new}, cách ngày N như cũ; xem năm mới còn đúng không",
        "{old} → {new}, as far from day N as before; see whether it still holds",
    ),
    "clone.shifted": (
        "{old} → {new}; cách ngày N như cũ thì là {landed}",
        "{old} → {new}; as far from day N as before would be {landed}",
    ),
    "clone.reflowed": (
        "{old} → {new}, giữ số ngày làm việc tính từ ngày N; tính cả ngày nghỉ thì là {landed}",
        "{old} → {new}, as many working days from day N; days off counted as well it would be {landed}",
    ),
    "clone.snapped": (
        "{old} → {new}, vì cách ngày N như cũ thì là ngày nghỉ {landed}",
        "{old} → {new}, because as far from day N as before would be {landed}, a day off",
    ),
    "clone.rest": ("{old} → {new}, rơi vào ngày nghỉ", "{old} → {new}, which is a day off"),
    "clone.month-end": (
        "{old} là ngày cuối tháng, nay thành {new}; hạn gắn với cuối tháng thì sửa thành {end}",
        "{old} was the last day of a month, now {new}; where the month is meant, write {end}",
    ),
    "clone.by-hand": (
        "{old} → {new} chưa sửa được vì cách viết; sửa bằng tay",
        "{old} → {new} could not be written because of the way it is spelt; do it by hand",
    ),
    "clone.signed": ("{old} → {new}, mới là ngày dự kiến", "{old} → {new}, an estimate only"),
    "clone.document": ("“{text}”", "“{text}”"),
    "clone.mention": ("{pairs}", "{pairs}"),
    "clone.recurs": ("lặp lại “{text}”", "recurs “{text}”"),
    "clone.people": ("{texts}", "{texts}"),
    "clone.id": (
        "{old} → {new}, nên mọi mục trên lịch là mục mới",
        "{old} → {new}, so every entry of a calendar is a new one",
    ),
    "clone.moved": ("{old} → {new}", "{old} → {new}"),
    "clone.done": (
        "Đã tạo {path}: ngày N từ {old} sang {new}. Xem những chỗ dưới đây rồi chạy:",
        "Created {path}: day N from {old} to {new}. Look at what follows, then run:",
    ),
    "wanted.same-day": (
        "{day} đã là ngày N của tệp này; cho một ngày khác sau --to.",
        "{day} is day N of this file already; give another day after --to.",
    ),
}
