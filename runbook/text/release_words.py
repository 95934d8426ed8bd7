"""Sentences about releases and what changed between them, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "difference.title": ("THAY ĐỔI GIỮA HAI BẢN", "WHAT CHANGED"),
    "difference.own_title": ("THAY ĐỔI ĐỐI VỚI {agency}", "WHAT CHANGED FOR {agency}"),
    "difference.between": ("Từ {old} đến {new}.", "From {old} to {new}."),
    "difference.reason": ("Lý do phát hành: {reason}", "Why it was issued: {reason}"),
    "difference.count": ("{count} việc có thay đổi.", "Tasks that changed: {count}."),
    "difference.none": ("Không có việc nào thay đổi.", "No task changed."),
    "difference.none_own": (
        "Không có thay đổi nào liên quan đến {agency}; không phải nhập lại lịch.",
        "Nothing changed for {agency}; the calendar need not be imported again.",
    ),
    "difference.only_one": (
        "Mới có bản phát hành số 1, chưa có gì để so sánh.",
        "There is only release 1 so far, and nothing to compare it with.",
    ),
    "difference.key": (
        "+ việc mới; × không còn; ! phải xong sớm hơn trước.",
        "+ new; × no longer; ! due sooner than before.",
    ),
    "difference.span": ("{start} – {finish}", "{start} – {finish}"),
    "difference.role.lead": ("chủ trì", "lead"),
    "difference.role.each": ("phần việc của đơn vị", "own share"),
    "difference.role.support": ("phối hợp", "support"),
    "difference.new": ("Việc mới: {when}", "New: {when}"),
    "difference.dropped": ("Không còn phải làm (trước đây: {when})", "No longer to be done (before: {when})"),
    "difference.moved": ("Dời từ {before} sang {after}", "Moved from {before} to {after}"),
    "difference.lead": ("Chủ trì: {before} → {after}", "Lead: {before} → {after}"),
    "difference.support": ("Phối hợp: bớt {before}; thêm {after}", "Support: without {before}; with {after}"),
    "difference.receipts": (
        "Đơn vị phải thực hiện: bớt {before}; thêm {after}",
        "Units that each do it: without {before}; with {after}",
    ),
    "difference.place": ("Địa điểm: {before} → {after}", "Place: {before} → {after}"),
    "difference.deadline_nearer": ("Hạn sớm hơn: {before} → {after}", "Deadline sooner: {before} → {after}"),
    "difference.deadline_later": ("Hạn lùi lại: {before} → {after}", "Deadline later: {before} → {after}"),
    "difference.latest_nearer": (
        "Thời hạn xong muộn nhất sớm lên, từ {before} về {after}",
        "Latest finish, now sooner: {before} → {after}",
    ),
    "difference.latest_later": (
        "Thời hạn xong muộn nhất lùi từ {before} sang {after}",
        "Latest finish, now later: {before} → {after}",
    ),
    "difference.renamed": ("Tên việc: {before} → {after}", "Title: {before} → {after}"),
    "difference.details": ("Nội dung ghi trong lịch được sửa", "What the calendar says of it was revised"),
    "difference.occasion.day": (
        "Ngày tổ chức dời từ {before} sang {after}.",
        "The day moves from {before} to {after}.",
    ),
    "difference.occasion.hours": ("Giờ tổ chức: {before} → {after}.", "The hours: {before} → {after}."),
    "difference.occasion.venue": ("Địa điểm: {before} → {after}.", "The venue: {before} → {after}."),
    "difference.occasion.title": ("Tên sự kiện: {before} → {after}.", "The title: {before} → {after}."),
    "difference.occasion.details": (
        "Nội dung ghi trong lịch về chính buổi lễ được sửa.",
        "What the calendar says of the ceremony itself was revised.",
    ),
    "difference.occasion.new": (
        "Đơn vị nay có lịch riêng, trong đó có chính buổi lễ.",
        "There is a calendar of your own now, with the ceremony itself in it.",
    ),
    "difference.occasion.dropped": (
        "Đơn vị không còn việc nào: mọi mục trong lịch riêng được hủy, kể cả buổi lễ.",
        "Nothing is left to do: every entry of your calendar is cancelled, the ceremony itself too.",
    ),
    "page.changes": ("Những gì thay đổi", "What changed"),
    "page.changes_import": (
        "Lịch đăng ký theo địa chỉ tự cập nhật. Ai nhập bằng tệp thì nhập tệp cập nhật (.ics) gửi kèm trang này.",
        "A calendar subscribed to by its address follows by itself. Whoever imports files imports the update (.ics) "
        "sent with this page.",
    ),
    "page.changes_send": (
        "Mỗi đơn vị có trang riêng và tệp cập nhật (.ics) riêng, chỉ gồm phần của mình.",
        "Every agency has a page and an update file (.ics) of its own, with only its own part.",
    ),
    "edition.release": ("Bản phát hành số {number}, {day}", "Release {number}, {day}"),
    "edition.unreleased": ("Dự thảo {mark}, chưa phát hành", "Draft {mark}, not released"),
    "edition.draft": ("Dự thảo {mark} sau bản phát hành số {number}", "Draft {mark} after release {number}"),
    "feeds.done": (
        "{count} tệp lịch trong {folder}, {written} tệp mới ghi, {same} tệp giữ nguyên.",
        "Calendars in {folder}: {count}; written: {written}, left as they were: {same}.",
    ),
    "invite.done": (
        "Đã viết {count} giấy mời, {cancelled} thư hủy vào {folder}",
        "Written to {folder}: invitations: {count}, cancellations: {cancelled}",
    ),
    "release.name": ("bản phát hành số {number} ({at})", "release {number} ({at})"),
    "release.name_file": ("tệp hiện tại (chưa phát hành)", "the file as it stands (not released)"),
    "release.done": ("Đã phát hành bản số {number}, {at}: {message}", "Released as number {number}, {at}: {message}"),
    "release.first": (
        "{entries} mục lịch cho {agencies} đơn vị, và lịch chung.",
        "Calendar entries: {entries}, for agencies: {agencies}; and the calendar of everything.",
    ),
    "release.counts": (
        "Mục lịch: {new} mới, {revised} sửa, {cancelled} hủy; {agencies} đơn vị có thay đổi, {same} đơn vị "
        "không thay đổi.",
        "Calendar entries: {new} new, {revised} revised, {cancelled} cancelled; agencies with changes: {agencies}, "
        "without: {same}.",
    ),
    "release.unchanged": (
        "Không có gì khác bản phát hành số {number}; không phát hành bản mới.",
        "Nothing differs from release {number}; no new release was made.",
    ),
    "release.again": (
        "Lệnh này đã được thực hiện: bản phát hành số {number}.",
        "This was done before: release {number}.",
    ),
    "release.none": (
        "Lịch này là dự thảo; để gửi cho các đơn vị thì phát hành:",
        "These calendars are a draft; to hand them out, release them:",
    ),
    "release.renamed": (
        "Lưu ý: tệp này đã phát hành với mã “{old}”. Với mã “{new}” mọi mục lịch là mục mới, còn các mục cũ vẫn nằm "
        "trong lịch của các đơn vị. Nếu vẫn là sự kiện ấy thì đặt lại ceremony: {old}.",
        "Note: this file was released with the id “{old}”. With the id “{new}” every entry is a new one, and the old "
        "ones stay in everybody's calendar. If it is the same occasion, put back ceremony: {old}.",
    ),
    "refused.empty-store": (
        'sổ phát hành “{path}” chưa có bản nào; trước hết: runbook release TỆP -m "..."',
        'the store “{path}” holds no release yet; first: runbook release FILE -m "..."',
    ),
    "refused.own-invitation": (
        "{agency} là đơn vị gửi giấy mời, không mời chính mình.",
        "{agency} sends the invitations and is not invited by itself.",
    ),
    "release.next": (
        "Xuất lịch và trang thay đổi cho từng đơn vị:",
        "To write calendars and what changed for each agency:",
    ),
    "release.infeasible": ("Lưu ý: kế hoạch này không kịp. Xem:", "Note: this plan is not feasible. See:"),
    "release.behind": (
        "Kế hoạch đã khác bản phát hành số {number}; lịch .ics vẫn là của bản số {number}. "
        "Để gửi thay đổi cho các đơn vị:",
        "The plan is no longer that of release {number}; the calendars still are. To send the changes:",
    ),
    "release.trial": (
        "Đây là kế hoạch thử; lịch .ics vẫn là của bản phát hành số {number}.",
        "This plan is a trial; the calendars are still those of release {number}.",
    ),
    "history.title": ("CÁC BẢN ĐÃ PHÁT HÀNH", "RELEASES"),
    "history.counts": ("+{new} ~{revised} ×{cancelled}", "+{new} ~{revised} ×{cancelled}"),
    "history.key": ("+ mục lịch mới, ~ sửa, × hủy.", "+ new calendar entries, ~ revised, × cancelled."),
    "col.number": ("Bản", "No."),
    "col.at": ("Thời điểm", "Issued"),
    "col.actor": ("Người phát hành", "By"),
    "col.message": ("Nội dung", "Message"),
    "col.entries": ("Mục lịch", "Entries"),
    "col.role": ("Vai trò", "Part"),
    "col.what": ("Thay đổi", "Change"),
    "show.release": (
        "Bản phát hành số {number}, {at}, {actor}: {message}",
        "Release {number}, {at}, {actor}: {message}",
    ),
    "show.source": ("Tệp: {file}", "File: {file}"),
    "show.hash": ("Mã kiểm tra: {hash}", "Check code: {hash}"),
    "refused.no-release": (
        'chưa phát hành bản nào của {ceremony}; trước hết: runbook release TỆP -m "..."',
        'nothing of {ceremony} was released yet; first: runbook release FILE -m "..."',
    ),
    "refused.no-email": (
        "{agency} không có địa chỉ email dùng được; giấy mời cần địa chỉ của đơn vị được mời và của cơ quan thường "
        "trực. Ghi email: trong phần agencies rồi phát hành lại.",
        "{agency} has no usable e-mail address; an invitation needs that of the agency and that of the standing one. "
        "Write email: among the agencies and release again.",
    ),
    "refused.back-in-time": (
        "thời điểm phát hành {at} trước bản số {number} ({last}); viết một thời điểm sau đó.",
        "the instant of release {at} lies before release {number} ({last}); write a later one.",
    ),
    "refused.key-reused": (
        "khóa “{key}” đã dùng cho bản phát hành số {number}, với nội dung khác.",
        "the key “{key}” was used for release {number}, of other content.",
    ),
    "refused.nothing-told": (
        "không có mục lịch nào để mời {agency}.",
        "there is nothing to invite {agency} to.",
    ),
    "refused.not-in-release": (
        "bản phát hành số {number} chưa có {agency}; phát hành lại rồi mới có lịch của đơn vị này.",
        "{agency} is not in release {number} yet; release again, then it has a calendar.",
    ),
    "wanted.url": (
        "“{words}” không phải là địa chỉ web https://...",
        "“{words}” is not a web address https://...",
    ),
    "wanted.set": (
        "không có phần “{words}”.{near} Các phần: {known}.",
        "there is no part “{words}”.{near} The parts: {known}.",
    ),
    "wanted.ending": (
        "không biết viết “{words}”; tên tệp phải có đuôi: {known}.",
        "“{words}” cannot be written; the name must end in one of: {known}.",
    ),
    "wanted.product": (
        "tệp {ending} không có “{words}”; có: {known}.",
        "a {ending} file cannot hold “{words}”; it can: {known}.",
    ),
    "wanted.whose": ("cần --agency: phần việc của cơ quan nào.", "--agency is missing: whose part."),
    "refused.only-one": (
        "mới có bản phát hành số 1, chưa có thay đổi nào để in.",
        "there is only release 1 so far, and no change to print.",
    ),
    "refused.of-sittings": (
        "“{what}” chỉ có ở một buổi lễ; tệp này là của một đợt, thời gian theo campaign.span và các cao điểm.",
        "“{what}” belongs to a sitting; this file is of a campaign, whose days are campaign.span and its peaks.",
    ),
    "refused.no-programme": (
        "“{what}” là giấy tờ của chương trình; tệp này chưa có chương trình buổi lễ, bổ sung ở mục programme.",
        "“{what}” is a paper of the programme; this file has none yet, state it under programme.",
    ),
    "refused.no-typst": (
        "chưa có bộ dàn trang PDF; cài: pip install typst",
        "the typesetter for PDF is not installed: pip install typst",
    ),
    "refused.letters": (
        "phông chữ in không có chữ “{letters}”; thay chữ ấy trong tệp.",
        "the fonts of the papers do not have “{letters}”; write something else in the file.",
    ),
    "refused.workbook-limit": (
        "sổ Excel không chứa được: {what} vượt quá {limit}.",
        "an Excel workbook cannot hold it: {what} above {limit}.",
    ),
    "wanted.release": (
        "không có bản phát hành số “{words}”. Các bản: {known}.",
        "there is no release “{words}”. The releases: {known}.",
    ),
    "wanted.ceremony": (
        "không có sự kiện “{words}” trong sổ phát hành.{near} Các sự kiện: {known}.",
        "the store has no ceremony “{words}”.{near} It has: {known}.",
    ),
    "wanted.which": (
        "sổ phát hành có nhiều sự kiện; ghi thêm tệp hoặc mã của một trong: {known}.",
        "the store holds several ceremonies; name the file or the id of one of: {known}.",
    ),
    "wanted.long-message": (
        "nội dung -m dài {count} ký tự, nhiều nhất được {most}.",
        "the text of -m has {count} characters; the most is {most}.",
    ),
    "wanted.ends": (
        "“{words}”: diff nhận nhiều nhất hai số bản phát hành và một tệp hoặc mã sự kiện.",
        "“{words}”: diff takes at most two numbers of releases and one file or id of a ceremony.",
    ),
    "wanted.message": (
        'cần một câu nói rõ phát hành vì sao: -m "Dời ngày họp sang 25/11".',
        'say in a sentence why: -m "The day moves to 25/11".',
    ),
}
