"""Sentences about load, clashes and plans within capacities, (Vietnamese, English) by key."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    "cmd.load": (
        "Khối lượng việc của từng đơn vị, mức dùng nguồn lực, theo ngày.",
        "Work by agency and day, and the use of resources.",
    ),
    "cmd.clashes": (
        "Ai, cái gì bị cần hai nơi cùng lúc, trong một hay nhiều tệp.",
        "Who or what is wanted twice at once, across files.",
    ),
    "arg.files": ("TỆP...", "FILE..."),
    "opt.load.by": ("Chỉ đơn vị (agency) hoặc nguồn lực (resource).", "Agencies only, or resources only."),
    "opt.level": (
        "Xếp trong giới hạn nguồn lực và đơn vị; giữ lại bằng export … .yaml --level, hoặc chép các dòng not_before.",
        "Plan within capacities; keep it by export … .yaml --level, or copy the not_before lines.",
    ),
    "opt.seconds": (
        "Tìm cách xếp trong ngần ấy giây (mặc định một số lần thử cố định).",
        "Search for so many seconds (default: a fixed number of trials).",
    ),
    "opt.prove": (
        "Chứng minh là tốt nhất bằng OR-Tools (gói runbook[exact]).",
        "Prove that nothing is better, by OR-Tools (extra runbook[exact]).",
    ),
    "load.title": ("KHỐI LƯỢNG VIỆC", "LOAD"),
    "load.agency": ("GIỜ LÀM VIỆC CỦA TỪNG ĐƠN VỊ, THEO NGÀY", "WORKING HOURS OF EACH AGENCY, DAY BY DAY"),
    "load.agency_week": (
        "GIỜ LÀM VIỆC CỦA TỪNG ĐƠN VỊ, THEO TUẦN (ngày ghi là thứ Hai)",
        "WORKING HOURS OF EACH AGENCY, WEEK BY WEEK (dates are Mondays)",
    ),
    "load.resource": ("NGUỒN LỰC: GIỜ DÙNG, THEO NGÀY", "RESOURCES: HOURS IN USE, DAY BY DAY"),
    "load.resource_week": (
        "NGUỒN LỰC: GIỜ DÙNG, THEO TUẦN (ngày ghi là thứ Hai)",
        "RESOURCES: HOURS IN USE, WEEK BY WEEK (dates are Mondays)",
    ),
    "load.key_agency": (
        "Cả chủ trì và phối hợp, so với một người làm đủ giờ: · đến 1/4; ░ đến 1/2; ▒ đến đủ; ▓ đến gấp đôi; █ hơn. "
        "Trong bảng: giờ chủ trì, rồi + giờ phối hợp.",
        "Led and supported, against one person's full time: · up to 1/4; ░ to 1/2; ▒ to all of it; ▓ to twice; █ more. "
        "In the tables: hours led, then + hours in support.",
    ),
    "load.key_resource": (
        "So với giờ làm việc: · đến 1/4; ░ đến 1/2; ▒ đến đủ; ▓, █ ngoài giờ; ! cần nhiều hơn số có. Trong bảng: giờ "
        "dùng, rồi số cần cùng lúc/số có.",
        "Against office hours: · up to 1/4; ░ to 1/2; ▒ to all; ▓, █ beyond them; ! more is wanted than there is. In "
        "the tables: hours in use, then wanted at once/there is.",
    ),
    "load.no_agency": ("Không có việc nào.", "No work."),
    "load.no_resource": ("Tệp không khai nguồn lực nào được dùng.", "The file names no resource in use."),
    "load.col_agency": ("Đơn vị", "Agency"),
    "load.col_resource": ("Nguồn lực", "Resource"),
    "load.alike": (" và {count} đơn vị như vậy", " and {count} alike"),
    "load.lasting": (
        "Việc kéo dài cả khoảng, làm xen với việc khác, không tính vào đây: {count}.",
        "Duties that last a whole window beside other work are not counted: {count}.",
    ),
    "load.about": (
        "{rows} dòng, từ {first} đến {last}.",
        "{rows} rows, from {first} to {last}.",
    ),
    "load.legend": ("đến {share}", "up to {share}"),
    "load.legend_hours": (
        "giờ chủ trì + giờ phối hợp; ô hẹp thì ghi tổng",
        "hours led + in support; their sum where the field is narrow",
    ),
    "load.legend_more": ("hơn nữa", "more"),
    "load.legend_over": ("cần nhiều hơn số có", "more wanted than there is"),
    "load.legend_full": ("của một ngày làm việc", "of a working day"),
    "load.legend_week": ("của một tuần làm việc", "of a working week"),
    "load.csv.kind": ("Loại", "Kind"),
    "load.csv.id": ("Mã", "Id"),
    "load.csv.name": ("Tên", "Name"),
    "load.csv.from": ("Từ ngày", "From"),
    "load.csv.led": ("Giờ chủ trì", "Hours led"),
    "load.csv.support": ("Giờ phối hợp", "Hours in support"),
    "load.csv.in_use": ("Giờ dùng", "Hours in use"),
    "load.csv.most": ("Cần cùng lúc", "Wanted at once"),
    "load.csv.capacity": ("Có", "There is"),
    "load.kind.agency": ("đơn vị", "agency"),
    "load.kind.resource": ("nguồn lực", "resource"),
    "drawing.load": ("Khối lượng việc", "Load"),
    "clash.found": (
        "CẦN HAI NƠI CÙNG LÚC: {count} chỗ (trong {files} tệp)",
        "WANTED TWICE AT ONCE: {count} (files: {files})",
    ),
    "clash.no_clash": (
        "Không ai, không gì bị cần hai nơi cùng lúc (trong {files} tệp).",
        "Nobody and nothing is wanted twice at once (files: {files}).",
    ),
    "clash.need": ("có {capacity}, cần {most}", "{most} wanted of {capacity}"),
    "clash.need_hour": ("chủ trì hai việc cùng giờ", "leads two things at one hour"),
    "clash.when": ("{first} đến {last} ({length})", "{first} to {last} ({length})"),
    "clash.best": ("Dịch ít hại nhất: {move}. {effect}.", "The least harm: {move}. {effect}."),
    "clash.later": (
        "lùi {task}{file} đến {start}, muộn hơn {by} (dự trữ có {spare})",
        "move {task}{file} back to {start}, {by} later (of {spare} in hand)",
    ),
    "clash.earlier": (
        "làm {task}{file} sớm hơn {by}, từ {start}",
        "do {task}{file} earlier by {by}, from {start}",
    ),
    "clash.day": ("tổ chức{file} vào {day}", "hold{file} on {day}"),
    "clash.kept": (
        "Không thời hạn nào bị vỡ, giờ khai mạc giữ nguyên",
        "No deadline breaks, the opening stands",
    ),
    "clash.late": ("Làm chậm {tasks}, nhiều nhất {worst}", "It makes late {tasks}, by {worst} at most"),
    "clash.others": ("{count} việc khác dời theo", "other tasks that move: {count}"),
    "clash.left": ("chỉ đỡ được một phần chỗ trùng", "it ends a part of the clash only"),
    "clash.more": ("gỡ luôn được chỗ trùng khác", "it ends other clashes too"),
    "clash.none": (
        "Không dịch một việc nào mà đỡ được: phải đổi giờ, đổi người hoặc thêm nguồn lực.",
        "No single move helps: change an hour or a person, or find more of it.",
    ),
    "clash.not_looked": (
        "Chưa tìm cách dịch: giải quyết các chỗ trên trước.",
        "No way out was looked for: settle those above first.",
    ),
    "clash.names": (
        "Mã {id} là “{first}” trong {file} mà là “{name}” trong {other}; ở đây coi là một.",
        "{id} is “{first}” in {file} but “{name}” in {other}; taken as one here.",
    ),
    "clash.same": (
        "{first} và {other} cùng mã {id}: nếu là hai bản của một lễ thì bỏ bớt một tệp.",
        "{first} and {other} have one id, {id}: leave one out if they are versions of one ceremony.",
    ),
    "clash.capacities": (
        "{id} ({name}): {file} khai có {one}, {other} khai có {two}; ở đây lấy {least}.",
        "{id} ({name}): {one} in {file}, {two} in {other}; {least} is taken here.",
    ),
    "level.title": ("XẾP TRONG GIỚI HẠN NGUỒN LỰC", "PLANNED WITHIN CAPACITIES"),
    "level.nothing": (
        "Không việc nào phải dời vì thiếu người hay nguồn lực.",
        "No task had to move for want of anybody or anything.",
    ),
    "level.counts": ("{count} việc dời chỗ.", "Tasks moved: {count}."),
    "level.optimal": (
        "Không cách xếp nào ít chậm hạn hơn, rồi xong sớm hơn (đã chứng minh).",
        "No other plan is less late, then sooner done (proved).",
    ),
    "level.searched": (
        "Cách tốt nhất trong {count} cách xếp đã thử; có thể còn cách tốt hơn.",
        "The best of {count} schedules tried; a better one may exist.",
    ),
    "level.impossible": (
        "Không chứng minh được, vì các việc dùng chung một nguồn lực làm theo lịch làm việc khác nhau; đây là cách tốt "
        "nhất đã tìm được.",
        "No proof can be had, because tasks that share a resource keep different hours; this is the best found.",
    ),
    "level.first": (
        "Cách xếp đầu tiên tìm được; có thể còn cách tốt hơn.",
        "The first found; a better one may exist.",
    ),
    "level.late": (
        "Trong giới hạn này có thêm {count} việc chậm: {tasks}.",
        "Within these capacities {count} more tasks are late: {tasks}.",
    ),
    "level.was": ("Trước", "Was"),
    "level.now": ("Nay", "Now"),
    "level.why": ("Vì sao", "Why"),
    "level.lacking": ("chờ {want} ({holders} đang dùng)", "waits for {want} (held by {holders})"),
    "level.lacking_agency": ("{want} đang bận {holders}", "{want} is busy with {holders}"),
    "level.lacking_alone": ("chờ {want}", "waits for {want}"),
    "level.follows": ("theo {tasks}", "follows {tasks}"),
    "level.apart": ("xếp lại theo các việc trên", "placed anew with those above"),
    "level.left": (
        "Còn chỗ trùng mà không dời được việc nào: {count}; xem:",
        "Clashes that no task can be moved out of: {count}; see:",
    ),
    "level.keep": (
        "Tệp chưa đổi. Giữ cách xếp này: xuất ra tệp mới (không còn các dòng #) bằng runbook export … .yaml --level "
        "rồi phát hành tệp ấy; hoặc ghi vào tệp (thử trước bằng --set):",
        "The file is unchanged. To keep this: export it to a new file (without the # comments) by runbook export … "
        ".yaml --level and release that, or write into the file (try it by --set):",
    ),
    "usage.no_level": (
        "lệnh này tính theo tệp, không có --level. Giữ cách xếp vào một tệp mới trước (runbook export … moi.yaml "
        "--level), rồi chạy lệnh với tệp ấy.",
        "this command goes by the file and has no --level. Keep the levelled plan in a new file first (runbook export "
        "… new.yaml --level), then use that.",
    ),
    "refused.not-installed": (
        'Chưa cài {library}: pip install "runbook[{extra}]".',
        '{library} is not installed: pip install "runbook[{extra}]".',
    ),
    "refused.level-no-room": (
        "Không xếp được trong giới hạn nguồn lực: có việc không còn chỗ nào trong lịch làm việc của nó.",
        "No plan within capacities: a task finds no room on its working calendar.",
    ),
    "refused.level-ill-formed": (
        "Không xếp được trong giới hạn nguồn lực: có con số ngoài khoảng tính được.",
        "No plan within capacities: a number is out of range.",
    ),
    "refused.level-too-much": (
        "Không xếp được: có việc cần nhiều hơn số có.",
        "No plan within capacities: a task wants more than there is.",
    ),
    "wanted.seconds": (
        "“{words}” không phải là số giây; viết như 10 hoặc 0.5.",
        "“{words}” is not a number of seconds; write 10 or 0.5.",
    ),
}
